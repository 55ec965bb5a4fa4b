/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an audit, each filled by one file; shared state while it is being put together. */
#ifndef ENTI_AUDIT_H
#define ENTI_AUDIT_H

#include "base/notes.h"
#include "theory/ledger.h"
#include "theory/status.h"

#include <entente/groups.h>

typedef struct {
    const ent_world *world;
    const ent_params *params;
    const ent_audit_options *options;
    ent_year *year;
    enti_model model;
    size_t n;                 /* members */
    size_t at[ENT_GROUP_MAX]; /* index in the year, or SIZE_MAX for an entity outside the system of states */
    enti_set set;             /* members, by index in the year */
    size_t excluded;          /* index in the year, or SIZE_MAX */
    int forum;                /* index in the world, or -1 */
    size_t own;               /* index of the group's own live defence treaty, or SIZE_MAX */
    enti_pair *covariates;    /* of every pair, in the order of the answer's pairs */
    bool rivalry_fails, cohesion_fails;
    enti_notes missing, assumed, sources, cites;
    ent_audit *out;
    enti_arena *arena;
    ent_error *err;
} enti_auditing;

/* Capability as the tests count it: with the floor, and 0 for members without a figure. */
static inline double enti_member_weight(const enti_auditing *a, size_t m) {
    double c = a->out->members[m].capability;
    return c == c ? a->year->share[a->at[m]] : 0;
}

/* Pair of members p < q in the answer's list. */
static inline size_t enti_pair_index(size_t n, size_t p, size_t q) {
    return p * n - p * (p + 1) / 2 + (q - p - 1);
}

/* Share of pacts of the past whose founders had a lower mean L, 0 to 1. */
typedef struct {
    double mean[64];
    size_t count;
} enti_founding;

void enti_founding_means(const enti_model *model, const double beta[ENTI_TERMS], enti_founding *out);
double enti_cohesion(const enti_founding *founding, double mean_l);

ENT_MUST_USE ent_status enti_audit_members(enti_auditing *a);     /* members, outside power, classes, regimes */
ENT_MUST_USE ent_status enti_audit_pairs(enti_auditing *a);       /* rivals, patrons, what each pair accepts */
ENT_MUST_USE ent_status enti_audit_cohesion(enti_auditing *a);    /* both tests, with draws */
ENT_MUST_USE ent_status enti_audit_core(enti_auditing *a);        /* largest core, smallest exits */
ENT_MUST_USE ent_status enti_audit_institution(enti_auditing *a); /* attributes, overlaps, pacts, coercion */
ENT_MUST_USE ent_status enti_audit_verdict(enti_auditing *a);     /* category, rung, sentence */
ENT_MUST_USE ent_status enti_audit_notes(enti_auditing *a);       /* obstacles, missing, sources */

#endif
