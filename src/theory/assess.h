/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an assessment, each filled by one file; shared state while it is being put together. */
#ifndef ENTI_ASSESS_H
#define ENTI_ASSESS_H

#include "base/notes.h"
#include "theory/beliefs.h"
#include "theory/changes.h"
#include "theory/ledger.h"
#include "theory/status.h"

#include <entente/assess.h>

typedef struct {
    const ent_world *world;
    ent_params *params; /* own copy, with the scenario asked for */
    const ent_assess_options *options;
    ent_year *year;
    enti_model model;
    enti_pair pair;
    enti_status status;
    enti_beliefs beliefs;
    double l;          /* support, with the belief gate when both codes are known */
    double percentile; /* 0 to 1 */
    size_t i, j;
    enti_notes missing, assumed, sources, cites;
    ent_assessment *out;
    enti_arena *arena; /* of the answer */
    ent_error *err;
} enti_assessing;

ENT_MUST_USE ent_status enti_assess_status(enti_assessing *a);   /* what is */
ENT_MUST_USE ent_status enti_assess_support(enti_assessing *a);  /* percentile, interval, robustness, signature */
ENT_MUST_USE ent_status enti_assess_hazard(enti_assessing *a);   /* what is likely, and closeness */
ENT_MUST_USE ent_status enti_assess_theories(enti_assessing *a); /* findings and disagreements */
ENT_MUST_USE ent_status enti_assess_ledger(enti_assessing *a);   /* obstacles, supports, context */
ENT_MUST_USE ent_status enti_assess_changes(enti_assessing *a);
ENT_MUST_USE ent_status enti_assess_notes(enti_assessing *a); /* missing, assumed, sources, citations */
ENT_MUST_USE ent_status enti_assess_sentence(enti_assessing *a);

#endif
