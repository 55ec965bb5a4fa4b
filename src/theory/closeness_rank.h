/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a pair stands among all pairs of the year that have neither a defence pact nor a rivalry of their own. */
#ifndef ENTI_CLOSENESS_RANK_H
#define ENTI_CLOSENESS_RANK_H

#include "theory/support.h"

typedef struct {
    long practice, gain, support; /* 1 is first; ENT_MISSING when the pair itself is not ranked */
    long of;                      /* pairs ranked by practice and gain */
    double typical_l;             /* median L of the pairs without a defence pact */
} enti_closeness;

ENT_MUST_USE ent_status enti_closeness_of(const enti_model *model, size_t i, size_t j, enti_closeness *out,
                                          ent_error *err);

#endif
