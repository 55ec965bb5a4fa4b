/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which targets to ask for, and which of the changes found to show. */
#include "theory/assess.h"

#include <math.h>

enum { MIDDLE = 50 };

static const char *target_text(enti_assessing *a, double target, bool upward) {
    return enti_arena_printf(a->arena, upward ? "to %.0f" : "below %.0f", target);
}

static ent_status show(enti_assessing *a, ent_change change, const char *target) {
    ent_assessment *out = a->out;
    change.target = target;
    change.percentile *= 100;
    for (size_t m = 0; m < change.count; m++)
        if (change.moves[m].text == NULL) return enti_no_memory(a->err);
    out->changes[out->changes_count++] = change;
    return ENT_OK;
}

/* The joint change is worth showing only when it is cheaper than any single one. */
static ent_status search(enti_assessing *a, double target, bool upward) {
    ent_status st = ENT_OK;
    const char *text = target_text(a, target, upward);
    enti_changes *found = enti_arena_alloc(a->arena, 1, sizeof *found);
    if (found == NULL || text == NULL) return enti_no_memory(a->err);
    ENT_TRY(enti_changes_of(&a->model, &a->pair, a->beliefs.z, target / 100, upward, a->arena, found, a->err));
    for (size_t s = 0; s < found->singles; s++)
        ENT_TRY(show(a, found->single[s], text));
    if (found->joints > 0 && (found->singles == 0 || found->joint[0].cost < found->single[0].cost))
        ENT_TRY(show(a, found->joint[0], text));
    for (size_t e = 0; e < found->events; e++)
        ENT_TRY(show(a, found->event[e], text));
    for (size_t l = 0; l < found->levers; l++)
        ENT_TRY(show(a, found->lever[l], text));
done:
    return st;
}

ent_status enti_assess_changes(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    double cut = enti_param(a->params, ENTI_SUPPORT_CUT);
    out->change_note = "the signers stay fixed; effects on third pairs are not followed";
    if (!a->pair.computable) {
        out->change_note = "cannot judge: capability of one side is not known";
        return ENT_OK;
    }
    if (a->status.mutual_rivalry) {
        out->change_note = a->status.defence
                               ? "the end of their own rivalry would make the paper alliance an alliance, by rule; "
                                 "percentile levers are not shown for rivals"
                               : "the end of their own rivalry would lift the bar, by rule; percentile levers "
                                 "are not shown for rivals";
        return ENT_OK;
    }
    out->changes = enti_arena_alloc(a->arena, 2 * (ENTI_SINGLES + 1 + ENTI_EVENTS + ENTI_LEVERS), sizeof *out->changes);
    if (out->changes == NULL) return enti_no_memory(a->err);
    if (a->status.defence) {
        if (out->percentile >= cut)
            ENT_TRY(search(a, cut, false));
        else
            ENT_TRY(search(a, cut, true));
    } else {
        if (out->percentile < MIDDLE) ENT_TRY(search(a, MIDDLE, true));
        if (out->percentile >= cut) ENT_TRY(search(a, cut, false));
    }
done:
    return st;
}
