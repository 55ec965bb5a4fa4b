/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three channels of cooperation and trust, for a pair. */
#ifndef ENTI_THEORY_BASES_H
#define ENTI_THEORY_BASES_H

#include "theory/ledger.h"

typedef struct {
    double interest, coercion, values; /* raw; NaN when not known */
    double share[3];                   /* of interest, coercion, values: sum 1; NaN when they cannot be judged */
    double trust;                      /* 0 to 1, from political openness only; NaN when unknown */
    int records;                       /* coercion records and attacks counted */
    bool known;                        /* polyarchy of both and the interest rank are there */
} enti_channels;

enti_channels enti_channels_of(const ent_year *year, const ent_params *params, size_t i, size_t j);

/* First year of the unbroken spell of years in which the pair has had a defence pact, or ENT_MISSING. */
int enti_pact_since(const ent_world *world, enti_ref a, enti_ref b, int year);

#endif
