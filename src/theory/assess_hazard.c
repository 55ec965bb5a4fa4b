/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is likely within the horizon, and how close the pair is among those without a pact. */
#include "theory/assess.h"
#include "theory/closeness_rank.h"
#include "theory/hazard.h"

#include <math.h>

static void signing(enti_assessing *a, const enti_closeness *closeness) {
    ent_assessment *out = a->out;
    out->hazard_event = "signing";
    out->hazard_yearly = enti_founding_hazard(a->params, a->l);
    out->hazard = enti_within(out->hazard_yearly, out->horizon);
    out->baseline = enti_within(enti_founding_hazard(a->params, closeness->typical_l), out->horizon);
    out->upper_bound = enti_within(enti_upper_bound(a->params, a->l), out->horizon);
    out->hazard_note = "a bilateral or small pact; the upper bound counts accession and means something only where a "
                       "multilateral treaty is open to both";
    if (isnan(a->l)) {
        out->hazard_event = "none";
        out->hazard_note = "no hazard without structural support: capability of one side is not known";
    }
}

static void ending(enti_assessing *a) {
    ent_assessment *out = a->out;
    out->hazard_event = "ending";
    out->hazard_yearly = enti_exit_hazard(a->params, out->year);
    out->hazard = out->baseline = enti_within(out->hazard_yearly, out->horizon);
    out->upper_bound = NAN;
    out->hazard_note = "the record of the era, the same for every pact";
}

ent_status enti_assess_hazard(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    enti_closeness closeness = {.of = 0};
    ENT_TRY(enti_closeness_of(&a->model, a->i, a->j, &closeness, a->err));
    out->practice_rank = closeness.practice;
    out->gain_rank = closeness.gain;
    out->l_rank = closeness.support;
    out->of = closeness.of;
    if (a->status.defence) {
        ending(a);
    } else if (a->status.practice_rung == ENTI_HOSTILE) {
        out->hazard_event = "none";
        out->hazard_yearly = out->hazard = out->baseline = out->upper_bound = NAN;
        out->hazard_note =
            a->status.mutual_rivalry ? "barred by rule: rivals of each other do not sign while the rivalry lasts"
            : a->status.recent_war   ? "barred by rule: no pact within five years of a war against each other"
                                     : "barred by rule: no pact within five years of a fatal dispute with each other";
    } else {
        signing(a, &closeness);
    }
    /* The verdict at the horizon is the present rung unless the event is more likely than not. */
    out->rung_at_horizon = out->ladder;
    if (out->hazard > 0.5)
        out->rung_at_horizon =
            a->status.defence ? (int)(a->status.practice_rung == ENTI_HOSTILE ? 0 : a->status.practice_rung) : 6;
    out->rung_at_horizon_name = enti_ladder_text(out->rung_at_horizon);
done:
    return st;
}
