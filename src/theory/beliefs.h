/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaders' operational codes of a pair in a year, and the gate they put before an alliance in peacetime. */
#ifndef ENTI_BELIEFS_H
#define ENTI_BELIEFS_H

#include "theory/ledger.h"

typedef struct {
    const enti_leader *leader[2]; /* in office on 1 July; NULL when not known */
    const enti_opcode *code[2];   /* their operational code; NULL when not measured */
    bool known;                   /* both codes are there */
    double z;                     /* distance of beliefs in standard deviations */
    double gate;                  /* factor on the probability of consent, 0 to 1 */
} enti_beliefs;

enti_beliefs enti_beliefs_of(const ent_year *year, const ent_params *params, size_t i, size_t j);

/* The gate at distance z; acute threat, which would override it, is not known without disputes. */
double enti_belief_gate(const ent_params *params, double z);

#endif
