/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Costs, benefits, asymmetry, alignment (Kireeva): each side weighs its gain in security against autonomy lost, a
 * partner that grows past it, trade with the partner's rivals, entrapment and diverging interests. The side that
 * gains less decides: score = 2 min(s_a, s_b), pair terms counted half to each.
 */
#include "theory/ledger.h"

#include <math.h>

static const ent_cite cites[] = {
    {"kireeva2022", "costs and benefits; V03, V07-V15"}, {"morrow1991", "autonomy against security"}, {NULL, NULL}};
static const char *const params[] = {"sqrt_gain",      "ln_partner_capability", "autonomy",     "shift_of_power",
                                     "trade_at_stake", "shared_x_unshared",     "interest_gap", NULL};
static const char *const needs[] = {"capability", "growth", "rivals", "ideal points", "interests", NULL};
static const int pair_terms[] = {ENTI_UNSHARED, ENTI_INTEREST_GAP};
static const int own_terms[] = {ENTI_SQRT_GAIN, ENTI_LN_PARTNER, ENTI_AUTONOMY, ENTI_SHIFT, ENTI_TRADE};

static double side_score(const enti_model *m, const enti_pair *p, int side) {
    double sum = 0;
    for (size_t t = 0; t < sizeof own_terms / sizeof *own_terms; t++)
        sum += enti_term_size(m, p, own_terms[t], side);
    for (size_t t = 0; t < sizeof pair_terms / sizeof *pair_terms; t++)
        sum += enti_term_size(m, p, pair_terms[t], -1) / 2;
    return sum;
}

static ent_status score(const void *state, ent_dyad d, ent_sides *out, ent_error *err) {
    const enti_theory_state *s = state;
    enti_pair p = enti_pair_of(s->model.year, d.first, d.second);
    (void)err;
    if (!p.computable) {
        *out = (ent_sides){ENT_CANNOT_JUDGE, NAN, {NAN, NAN}, "capability of one side is not known"};
        return ENT_OK;
    }
    for (int i = 0; i < 2; i++)
        out->side[i] = side_score(&s->model, &p, i);
    out->score = 2 * fmin(out->side[0], out->side[1]);
    out->word = enti_word_of(s->model.params, out->score);
    out->basis = "the side that gains less decides";
    if (p.rivals.mutual) {
        out->word = ENT_BLOCKS;
        out->basis = "the two are rivals of each other";
    }
    return ENT_OK;
}

/* The interest register: what the two want alike and what sets them at odds, global and regional kept apart. */
static ent_status add_interests(const ent_year *y, const enti_pair *p, ent_ledger *out, ent_error *err) {
    ent_status st = ENT_OK;
    const ent_world *w = y->world;
    int32_t end = enti_day(y->year, 12, 31);
    for (size_t i = 0; i < w->interests_count; i++) {
        const enti_interest *r = &w->interests[i];
        bool here = (r->a == y->ref[p->side[0]] && r->b == y->ref[p->side[1]]) ||
                    (r->a == y->ref[p->side[1]] && r->b == y->ref[p->side[0]]);
        int32_t day;
        ent_line line;
        if (!here || !enti_date_first(r->date, &day) || day > end) continue;
        line = enti_line(r->converge ? "interest-converges" : "interest-diverges", ENT_LINE_FACT, -1,
                         enti_arena_printf(out->arena, "%s, %s: %s", r->global ? "global" : "regional",
                                           r->converge ? "converging" : "diverging", r->issue));
        line.table = "interests";
        line.line = r->origin.line;
        line.source = r->origin.source;
        line.citation = r->origin.citation;
        line.assumed = r->origin.confidence == ENTI_LOW;
        ENT_TRY(enti_ledger_add(out, line, err));
    }
done:
    return st;
}

static ent_status explain(const void *state, ent_dyad d, ent_ledger *out, ent_error *err) {
    const enti_theory_state *s = state;
    const ent_year *y = s->model.year;
    enti_pair p = enti_pair_of(y, d.first, d.second);
    ent_status st = ENT_OK;
    ent_line line;

    if (!p.computable) return ENT_OK;
    if (!p.rivals.mutual)
        out->basis = enti_arena_printf(
            out->arena, "%s gains less and decides",
            enti_year_name(y, side_score(&s->model, &p, 0) <= side_score(&s->model, &p, 1) ? d.first : d.second));
    for (int side = 0; side < 2; side++)
        for (size_t t = 0; t < sizeof own_terms / sizeof *own_terms; t++)
            if (own_terms[t] != ENTI_TRADE || s->model.beta[ENTI_TRADE] != 0)
                ENT_TRY(enti_add_term(&s->model, &p, own_terms[t], side, out, err));
    for (size_t t = 0; t < sizeof pair_terms / sizeof *pair_terms; t++)
        ENT_TRY(enti_add_term(&s->model, &p, pair_terms[t], -1, out, err));
    for (int side = 0; side < 2; side++) {
        ENT_TRY(enti_add_capability(y, p.side[side], side, out, err));
        line = enti_line("growth", ENT_LINE_FACT, side,
                         enti_arena_printf(out->arena, "yearly growth of the capability of %s over ten years%s",
                                           enti_year_name(y, p.side[side]),
                                           y->capability[p.side[side]].year != y->year ? ", carried" : ""));
        line.value = y->growth[p.side[side]];
        line.formula = "ln(c_t / c_t-10) / 10, within +-0.1";
        if (y->capability_before[p.side[side]].series != NULL) {
            line.table = y->capability_before[p.side[side]].series->table;
            line.source = y->capability_before[p.side[side]].source;
        }
        line.line = y->capability_before[p.side[side]].line;
        line.year = y->capability[p.side[side]].year;
        line.assumed = isnan(y->capability_before[p.side[side]].value);
        ENT_TRY(enti_ledger_add(out, line, err));
        ENT_TRY(enti_add_ideal_point(y, p.side[side], side, out, err));
    }
    line = enti_line("regional-likeness", ENT_LINE_FACT, -1, "likeness of ties to the neighbours of either, -1 to 1");
    line.value = enti_regional_likeness(y, p.side[0], p.side[1]);
    line.formula =
        "(neighbours both are allied to or both rivals of - those they stand opposed on) / those either is tied to";
    line.year = y->year;
    ENT_TRY(enti_ledger_add(out, line, err));
    ENT_TRY(add_interests(y, &p, out, err));
done:
    return st;
}

const ent_theory enti_theory_cost_benefit = {
    .id = "cost_benefit",
    .title = "costs and benefits",
    .question = "Does each side gain more than an alliance costs it?",
    .cites = cites,
    .params = params,
    .needs = needs,
    .finding =
        "Autonomy and subordination are not identified by the record 1946-2003 and enter as assumptions; trade with "
        "the partner's rivals has the expected sign but is not significant.",
    .prepare = enti_theory_prepare,
    .score = score,
    .explain = explain,
    .release = enti_theory_release};
