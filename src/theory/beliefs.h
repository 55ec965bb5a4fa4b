/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaders' operational codes of a pair in a year, and the gate they put before an alliance in peacetime. */
#ifndef ENTI_BELIEFS_H
#define ENTI_BELIEFS_H

#include "theory/ledger.h"

typedef struct {
    const enti_leader *leader[2]; /* in office on 1 July; NULL when not known */
    const enti_opcode *code[2];   /* their operational code; NULL when not measured */
    bool known;                   /* both codes are there, of one kind of coder */
    bool mixed;                   /* both are there, one measured and one published: not compared */
    bool demonstration;           /* the codes used are a demonstration, which was switched on */
    const enti_opcode *shown[2];  /* codes of which one is a demonstration; NULL where there is none to show */
    double shown_z;               /* their distance */
    double z;                     /* distance of beliefs in standard deviations */
    double error;                 /* of z, from the errors of the indices; NaN where these are not known */
    double gate;                  /* factor on the probability of consent, 0 to 1 */
    double acute;                 /* larger acute threat of the two; NaN where disputes are not known */
    double override;              /* how far it overrides the gate, 0 to 1; 0 where it is not known */
} enti_beliefs;

enti_beliefs enti_beliefs_of(const ent_year *year, const ent_params *params, size_t i, size_t j);

/* The gate at distance z in peace; `override` is how far acute threat opens it. */
double enti_belief_gate(const ent_params *params, double z, double override);
/* The gate in parameter draws: the indices of both leaders vary by their standard errors, where these are known. */
void enti_belief_gate_draws(const ent_params *params, const enti_beliefs *beliefs, uint64_t seed, int draws,
                            double *out);
/* How far acute threat, of the side that feels it more, overrides the gate; 0 where it is not known. */
double enti_belief_override(const ent_year *year, const ent_params *params, size_t i, size_t j, double *acute);

#endif
