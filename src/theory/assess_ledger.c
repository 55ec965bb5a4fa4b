/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Obstacles and supports: the terms of L against pairs that did sign, per side, pair terms counted for both consents.
 * Estimated and assumed lines are ranked apart and marked; distance, contiguity and era are context; a rivalry between
 * the two is a veto by rule and comes first.
 */
#include "theory/assess.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int place(const ent_line *l) {
    return l->kind == ENT_LINE_RULE ? 0 : l->kind == ENT_LINE_ESTIMATED ? 1 : 2;
}

static int by_strength(const void *a, const void *b) {
    const ent_line *x = a, *y = b;
    if (place(x) != place(y)) return place(x) - place(y);
    if (fabs(x->size) != fabs(y->size)) return fabs(x->size) > fabs(y->size) ? -1 : 1;
    return x->side - y->side;
}

static ent_status all_terms(enti_assessing *a, ent_ledger *all) {
    ent_status st = ENT_OK;
    ent_line constant = enti_line("constant", ENT_LINE_CONTEXT, -1, "constant of each side's consent");
    constant.value = constant.reference = 1;
    constant.coefficient = a->model.beta[ENTI_CONST];
    constant.size = 0;
    constant.parameter = a->params->row[ENTI_CONST].name;
    ENT_TRY(enti_ledger_add(all, constant, a->err));
    for (int t = 1; t < ENTI_TERMS; t++) {
        if (t == ENTI_TRADE && a->model.beta[t] == 0) continue;
        if (!enti_own_term(t)) {
            ENT_TRY(enti_add_term(&a->model, &a->pair, t, -1, all, a->err));
            continue;
        }
        for (int side = 0; side < 2; side++)
            ENT_TRY(enti_add_term(&a->model, &a->pair, t, side, all, a->err));
    }
    if (a->beliefs.known && a->beliefs.gate < 1) {
        ent_line line =
            enti_line("belief-gap-P1", ENT_LINE_ASSUMED, -1, "the leaders' beliefs differ: ln of the peacetime gate");
        double dp = fabs(a->beliefs.code[0]->p1 - a->beliefs.code[1]->p1) / enti_param(a->params, ENTI_BELIEF_P1_SD);
        double di = fabs(a->beliefs.code[0]->i1 - a->beliefs.code[1]->i1) / enti_param(a->params, ENTI_BELIEF_I1_SD);
        if (di > dp) line.code = "belief-gap-I1";
        line.value = a->beliefs.z;
        line.size = log(a->beliefs.gate);
        line.formula = "ln s((threshold - z) / softness)";
        ENT_TRY(enti_ledger_add(all, line, a->err));
    }
done:
    return st;
}

/* Rules: what bars a pair whatever its terms say. */
static ent_status add_rules(enti_assessing *a, ent_ledger *obstacles) {
    ent_line line;
    if (!a->status.mutual_rivalry && !a->status.recent_war && !a->status.fatal_dispute) return ENT_OK;
    line = enti_line("mutual-rivalry", ENT_LINE_RULE, -1,
                     a->status.mutual_rivalry ? "the two are strategic rivals of each other"
                     : a->status.recent_war   ? "the two fought an interstate war in the last five years"
                                              : "a dispute between the two killed in the last five years");
    if (a->status.mutual_rivalry) {
        const enti_rivalry *rivalry = enti_year_rivalry(a->year, a->i, a->j);
        line.table = "rivalries";
        if (rivalry != NULL) {
            line.table = enti_table_of(a->world, rivalry->origin.source, "rivalries");
            line.line = rivalry->origin.line;
            line.source = rivalry->origin.source;
            line.citation = rivalry->label;
        }
    }
    return enti_ledger_add(obstacles, line, a->err);
}

static bool is_gain(const ent_line *line) {
    return strcmp(line->parameter, "sqrt_gain") == 0;
}

ent_status enti_assess_ledger(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    ent_ledger all = {.arena = a->arena}, obstacles = all, supports = all, context = all;
    double cut = enti_param(a->params, ENTI_LINE_CUT);

    ENT_TRY(add_rules(a, &obstacles));
    if (a->pair.computable) ENT_TRY(all_terms(a, &all));
    for (size_t l = 0; l < all.count; l++) {
        ent_line line = all.lines[l];
        if (line.kind == ENT_LINE_RULE || line.size == 0) continue; /* a veto is a rule, whatever its weight */
        if (a->status.mutual_rivalry && is_gain(&line)) continue;   /* 0 between rivals by rule: says nothing */
        if (line.kind == ENT_LINE_CONTEXT)
            ENT_TRY(enti_ledger_add(&context, line, a->err));
        else if (line.size < -cut)
            ENT_TRY(enti_ledger_add(&obstacles, line, a->err));
        else if (line.size > cut)
            ENT_TRY(enti_ledger_add(&supports, line, a->err));
    }
    if (obstacles.count > 0) qsort(obstacles.lines, obstacles.count, sizeof *obstacles.lines, by_strength);
    if (supports.count > 0) qsort(supports.lines, supports.count, sizeof *supports.lines, by_strength);
    out->terms = all.lines;
    out->terms_count = all.count;
    out->obstacles = obstacles.lines;
    out->obstacles_count = obstacles.count;
    out->supports = supports.lines;
    out->supports_count = supports.count;
    out->context = context.lines;
    out->context_count = context.count;
done:
    return st;
}
