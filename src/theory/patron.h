/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a power would pick as allies: every candidate with every factor. */
#ifndef ENTI_PATRON_H
#define ENTI_PATRON_H

#include "theory/ledger.h"

enum { ENTI_UNDER_BOTH, ENTI_UNDER_PRESSURE, ENTI_UNDER_PRIMACY, ENTI_UNDER_NEITHER, ENTI_SCENARIOS };

typedef struct {
    size_t state;
    double attract;                                       /* help against the patron's own rivals */
    double pact, interest, regime, dependence, available; /* factors of availability and their product */
    double l;                                             /* structural support with the patron */
    double score[ENTI_SCENARIOS];
    int rank[ENTI_SCENARIOS];                        /* 1 is first; 0 when the score is 0 */
    bool allied, with_excluded, with_rival, dormant; /* pacts: with the patron; live ones; only dormant ones */
} enti_candidate;

typedef struct {
    size_t patron, excluded; /* excluded: SIZE_MAX when the patron has no rival */
    double threat, willing[ENTI_SCENARIOS];
    enti_candidate *candidates; /* in order of state */
    size_t count;
} enti_patronage;

/* Ranks every candidate of a patron. excluded: index of the power kept out, or SIZE_MAX for the greatest threat. */
ENT_MUST_USE ent_status enti_patronage_of(const enti_model *model, size_t patron, size_t excluded, enti_arena *arena,
                                          enti_patronage *out, ent_error *err);

/* A pact on paper only: old, without a living organ, bases or exercises. False when there is no defence pact. */
bool enti_pact_dormant(const ent_year *year, const ent_params *params, size_t i, size_t j);

#endif
