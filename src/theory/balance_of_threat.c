/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Balance of threat alone (Walt 1987): states ally to be safer from what threatens them. Kept apart from costs and
 * benefits so that its over-prediction can be seen: many pairs with much to gain never sign.
 */
#include "theory/ledger.h"

#include <math.h>

static const ent_cite cites[] = {
    {"walt1987", "balance of threat"}, {"kireeva2022", "threat alone over-predicts; V04"}, {NULL, NULL}};
static const char *const params[] = {"sqrt_gain",   "ally_share", "contest", "reach_power",
                                     "proxy_reach", "reach_km",   NULL};
static const char *const needs[] = {"capability", "rivals", "distance", "contiguity", "defence pacts", NULL};

static ent_status score(const void *state, ent_dyad d, ent_sides *out, ent_error *err) {
    const enti_theory_state *s = state;
    enti_pair p = enti_pair_of(s->model.year, d.first, d.second);
    (void)err;
    if (!p.computable) {
        *out = (ent_sides){ENT_CANNOT_JUDGE, NAN, {NAN, NAN}, "capability of one side is not known"};
        return ENT_OK;
    }
    for (int i = 0; i < 2; i++)
        out->side[i] = enti_term_size(&s->model, &p, ENTI_SQRT_GAIN, i);
    out->score = out->side[0] + out->side[1];
    out->word = p.rivals.mutual ? ENT_BLOCKS : enti_word_of(s->model.params, out->score);
    out->basis = p.rivals.mutual ? "the two are rivals of each other"
                                 : "security each gains from the other against all its rivals";
    return ENT_OK;
}

static ent_status explain(const void *state, ent_dyad d, ent_ledger *out, ent_error *err) {
    const enti_theory_state *s = state;
    const ent_year *y = s->model.year;
    enti_pair p = enti_pair_of(y, d.first, d.second);
    ent_status st = ENT_OK;

    if (!p.computable) return ENT_OK;
    for (int side = 0; side < 2; side++)
        ENT_TRY(enti_add_term(&s->model, &p, ENTI_SQRT_GAIN, side, out, err));
    for (int side = 0; side < 2; side++) {
        size_t i = p.side[side];
        ent_line line =
            enti_line("threat", ENT_LINE_FACT, side,
                      enti_arena_printf(out->arena, "total threat to %s from its rivals", enti_year_name(y, i)));
        line.value = y->total_threat[i];
        line.formula = "1 - product of (1 - theta)";
        line.year = y->year;
        ENT_TRY(enti_ledger_add(out, line, err));
        line = enti_line("encirclement", ENT_LINE_FACT, side,
                         enti_arena_printf(out->arena, "share of neighbours of %s that are rivals or allies of rivals",
                                           enti_year_name(y, i)));
        line.value = enti_encirclement(y, i);
        line.year = y->year;
        ENT_TRY(enti_ledger_add(out, line, err));
        ENT_TRY(enti_add_capability(y, i, side, out, err));
        line =
            enti_line("strength", ENT_LINE_FACT, side,
                      enti_arena_printf(out->arena, "strength of %s with a share of its allies", enti_year_name(y, i)));
        line.value = y->strength[i];
        line.formula = "F = c + r x sum of c over defence partners";
        line.year = y->year;
        ENT_TRY(enti_ledger_add(out, line, err));
        ENT_TRY(enti_add_rivalries(y, i, &y->rivals[i], side, "rival", out, err));
        ENT_TRY(enti_add_hostile(y, i, side, out, err));
    }
done:
    return st;
}

const ent_theory enti_theory_balance_of_threat = {
    .id = "balance_of_threat",
    .title = "balance of threat",
    .question = "How much safer would each be with the other?",
    .cites = cites,
    .params = params,
    .needs = needs,
    .finding =
        "Gain against all of a state's threats predicts new pacts 1946-2003 (z 5), mostly before 1975; gain against "
        "shared rivals alone fits far worse. Threat alone calls many pairs allies that never sign.",
    .prepare = enti_theory_prepare,
    .score = score,
    .explain = explain,
    .release = enti_theory_release};
