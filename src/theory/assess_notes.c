/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing, what is assumed or carried forward, and every source and citation the answer rests on. */
#include "base/notes.h"
#include "theory/assess.h"
#include "theory/data_notes.h"

#include <math.h>
#include <string.h>

enum { RIVALRIES_END = 2020, CONTIGUITY_END = 2016 };

#define MISSING(text) ENT_TRY(enti_note(&a->missing, a->arena, (text), a->err))
#define ASSUMED(text) ENT_TRY(enti_note(&a->assumed, a->arena, (text), a->err))

static ent_status missing_values(enti_assessing *a) {
    ent_status st = ENT_OK;
    const ent_year *y = a->year;
    size_t side[2] = {a->i, a->j};
    for (int s = 0; s < 2; s++) {
        const char *name = enti_year_name(y, side[s]);
        if (isnan(y->capability[side[s]].value))
            MISSING(enti_arena_printf(a->arena, "capability of %s in %d: no percentile without it", name, y->year));
        if (isnan(y->ideal_point[side[s]].value))
            MISSING(enti_arena_printf(a->arena, "UN ideal point of %s (no votes recorded)", name));
        if (isnan(y->polyarchy[side[s]].value)) MISSING(enti_arena_printf(a->arena, "polyarchy of %s", name));
    }
    for (size_t k = 0; k < y->n; k++)
        if ((enti_set_has(&y->rivals[a->i], k) || enti_set_has(&y->rivals[a->j], k)) && k != a->i && k != a->j &&
            isnan(y->capability[k].value))
            MISSING(
                enti_arena_printf(a->arena, "capability of %s, a rival: counted at the floor", enti_year_name(y, k)));
done:
    return st;
}

static ent_status missing_data(enti_assessing *a) {
    ent_status st = ENT_OK;
    enti_note_list missing = {&a->missing, a->arena, a->err};
    ENT_TRY(missing_values(a));
    for (int s = 0; s < 2; s++) {
        const enti_leader *leader = a->beliefs.leader[s];
        if (a->beliefs.code[s] != NULL) continue;
        MISSING(leader != NULL
                    ? enti_arena_printf(a->arena, "operational code of %s", leader->leader)
                    : enti_arena_printf(a->arena, "leader of %s", enti_year_name(a->year, s == 0 ? a->i : a->j)));
    }
    ENT_TRY(enti_note_missing_data(missing, a->year));
    for (int s = 0; s < 2 && a->year->trade != NULL; s++)
        if (isnan(a->year->trade[(s == 0 ? a->i : a->j) * a->year->n]))
            MISSING(enti_arena_printf(a->arena, "trade of %s in %d", enti_year_name(a->year, s == 0 ? a->i : a->j),
                                      a->year->trade_year));
    if (!a->status.titles_coded)
        MISSING("partnership titles of this pair: alignment is the highest rung practice can show");
    if (enti_pacts_selected(a->year)) MISSING("treaties before 2010 are a selection: common allies may be too few");
done:
    return st;
}

static ent_status assumed_values(enti_assessing *a) {
    ent_status st = ENT_OK;
    const ent_year *y = a->year;
    size_t side[2] = {a->i, a->j};
    if (!a->pair.interest_known)
        ASSUMED("gap in UN votes 1.0, the sample's mean; the interval also runs it at 0.15 and 2.17");
    if (!a->pair.regime_known)
        ASSUMED("gap in polyarchy 0.3, the sample's mean; the interval also runs it at 0.04 and 0.66");
    if (!a->pair.trade_known && a->model.beta[ENTI_TRADE] != 0)
        ASSUMED("trade with the partner's rivals 0: not known; the interval also runs it at 0.006");
    if (y->capability[a->i].year != y->year && a->pair.computable)
        ASSUMED(enti_arena_printf(a->arena, "capability of %d carried to %d", y->capability[a->i].year, y->year));
    for (int s = 0; s < 2; s++) {
        size_t i = side[s];
        const char *name = enti_year_name(y, i);
        if (!isnan(y->polyarchy[i].value) && y->polyarchy[i].year != y->year)
            ASSUMED(
                enti_arena_printf(a->arena, "polyarchy of %s, %d carried to %d", name, y->polyarchy[i].year, y->year));
        if (!isnan(y->ideal_point[i].value) && y->ideal_point[i].year != y->year)
            ASSUMED(enti_arena_printf(a->arena, "ideal point of %s, %d carried to %d", name, y->ideal_point[i].year,
                                      y->year));
        if (y->capability[i].value < ENTI_CAPABILITY_FLOOR)
            ASSUMED(enti_arena_printf(a->arena, "capability of %s counted as 1e-6 of the world (it is %.3g)", name,
                                      y->capability[i].value));
        if (isnan(y->capability_before[i].value) && a->pair.computable)
            ASSUMED(enti_arena_printf(a->arena, "growth of %s: 0, no capability ten years earlier", name));
    }
done:
    return st;
}

static ent_status assumed_data(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    enti_note_list assumed = {&a->assumed, a->arena, a->err};
    ENT_TRY(assumed_values(a));
    ENT_TRY(enti_note_carried_data(assumed, a->year));
    for (int t = ENTI_AUTONOMY; t < ENTI_TERMS; t++) {
        const ent_param *row = &a->params->row[t];
        if (row->low == row->high) continue;
        ASSUMED(enti_arena_printf(a->arena, "weight of %s %.2g (%.2g to %.2g)", row->name, row->value, row->low,
                                  row->high));
    }
    if (out->year > RIVALRIES_END) ASSUMED("rivalries open in 2020, where the list ends, still in force");
    if (out->year > CONTIGUITY_END) ASSUMED("borders and membership of 2016 carried forward");
    for (size_t o = 0; o < out->obligations_count; o++)
        if (strcmp(out->obligations[o].basis, "own") != 0 &&
            out->obligations[o].source != a->world->imports[ENTI_IN_ATOP].source)
            ASSUMED(enti_arena_printf(a->arena, "obligations of %s coded after ATOP 5.1", out->obligations[o].name));
    for (int i = 0; i < ENTI_PARAMS; i++)
        if (i != ENTI_SCENARIO && a->params->row[i].value != a->params->row[i].preset)
            ASSUMED(enti_arena_printf(
                a->arena, "%s set to %.6g (default %.6g)%s", a->params->row[i].name, a->params->row[i].value,
                a->params->row[i].preset,
                i >= ENTI_ALLY_SHARE && i <= ENTI_REACH_KM ? "; past signers stay scored at the default" : ""));
done:
    return st;
}

#define SOURCES(keys) ENT_TRY(enti_note_keys(&a->sources, a->arena, (keys), a->err))

/* Figures every answer reads: where the states lie, who is a rival of whom, what the percentile compares with. */
static ent_status add_standing(enti_assessing *a) {
    ent_status st = ENT_OK;
    enti_note_list list = {&a->sources, a->arena, a->err};
    ENT_TRY(enti_note_standing_sources(list, a->year));
    SOURCES(a->year->member[a->i]->origin.source);
    SOURCES(a->year->member[a->j]->origin.source);
done:
    return st;
}

static ent_status sources(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    ENT_TRY(add_standing(a));
    for (size_t t = 0; t < out->theories_count; t++) {
        const ent_finding *f = &out->theories[t];
        for (size_t l = 0; l < f->ledger.count; l++)
            SOURCES(f->ledger.lines[l].source);
        for (const ent_cite *c = f->theory->cites; c->key != NULL; c++)
            ENT_TRY(enti_note_keys(&a->cites, a->arena, c->key, a->err));
    }
    for (size_t o = 0; o < out->obligations_count; o++)
        SOURCES(out->obligations[o].source);
    if (a->status.title != NULL) SOURCES(a->status.title->origin.source);
    enti_notes_sort(&a->sources);
    enti_notes_sort(&a->cites);
done:
    return st;
}

ent_status enti_assess_notes(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    ENT_TRY(missing_data(a));
    ENT_TRY(assumed_data(a));
    ENT_TRY(sources(a));
    out->missing = a->missing.at;
    out->missing_count = a->missing.count;
    out->assumed = a->assumed.at;
    out->assumed_count = a->assumed.count;
    out->sources = a->sources.at;
    out->sources_count = a->sources.count;
    out->cites = a->cites.at;
    out->cites_count = a->cites.count;
done:
    return st;
}
