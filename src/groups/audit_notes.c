/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a group's way on average, what is missing or assumed, and the sources. */
#include "groups/audit.h"
#include "theory/data_notes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const term_codes[ENTI_TERMS] = {
    [ENTI_COMMON_ALLIES] = "no-institution-path",
    [ENTI_INTEREST_GAP] = "interest-gap",
    [ENTI_REGIME_GAP] = "regime-gap",
    [ENTI_SHARED] = "no-shared-rival",
    [ENTI_UNSHARED] = "unshared-rivals",
    [ENTI_SQRT_GAIN] = "insufficient-threat",
    [ENTI_LN_PARTNER] = "small-partner",
    [ENTI_AUTONOMY] = "autonomy-cost",
    [ENTI_SHIFT] = "subordination-risk",
};
static const char *const term_texts[ENTI_TERMS] = {
    [ENTI_COMMON_ALLIES] = "few common allies outside common treaties",
    [ENTI_INTEREST_GAP] = "UN votes apart",
    [ENTI_REGIME_GAP] = "regimes apart",
    [ENTI_SHARED] = "no rival shared",
    [ENTI_UNSHARED] = "rivals that only one side has",
    [ENTI_SQRT_GAIN] = "little security to gain from one another",
    [ENTI_LN_PARTNER] = "small partners",
    [ENTI_AUTONOMY] = "freedom of action lost to stronger members",
    [ENTI_SHIFT] = "members that grow away from others",
};

/* Mean over the judged pairs of what a term costs both sides together. */
static double mean_cost(const enti_auditing *a, int term) {
    double sum = 0, count = 0;
    for (size_t p = 0; p < a->out->pairs_count; p++) {
        if (isnan(a->out->pairs[p].l)) continue;
        for (int side = enti_own_term(term) ? 0 : -1; side < (enti_own_term(term) ? 2 : 0); side++)
            sum += enti_term_size(&a->model, &a->covariates[p], term, side);
        count++;
    }
    return count > 0 ? sum / count : NAN;
}

static int by_size(const void *a, const void *b) {
    const ent_line *x = a, *y = b;
    if ((x->kind == ENT_LINE_RULE) != (y->kind == ENT_LINE_RULE)) return x->kind == ENT_LINE_RULE ? -1 : 1;
    return x->size < y->size ? -1 : x->size > y->size;
}

static ent_status obstacles(enti_auditing *a) {
    ent_status st = ENT_OK;
    ent_audit *out = a->out;
    ent_ledger list = {.arena = a->arena};
    ent_line line;
    if (out->rival_pairs > 0) {
        line = enti_line("internal-rival-pair", ENT_LINE_RULE, -1,
                         enti_arena_printf(a->arena, "%zu rival pairs inside", out->rival_pairs));
        line.value = (double)out->rival_pairs;
        ENT_TRY(enti_ledger_add(&list, line, a->err));
    }
    if (out->conflict_pairs > 0) {
        line = enti_line("prior-commitment-to-opponent", ENT_LINE_RULE, -1,
                         enti_arena_printf(a->arena, "%zu pairs in which one side is allied to a rival of the other",
                                           out->conflict_pairs));
        line.value = (double)out->conflict_pairs;
        ENT_TRY(enti_ledger_add(&list, line, a->err));
    }
    for (int t = 1; t < ENTI_TERMS; t++) {
        double size = term_codes[t] != NULL ? mean_cost(a, t) : 0;
        if (!(size < -enti_param(a->params, ENTI_LINE_CUT))) continue;
        line = enti_line(term_codes[t], a->params->row[t].origin == ENT_ASSUMED ? ENT_LINE_ASSUMED : ENT_LINE_ESTIMATED,
                         -1, term_texts[t]);
        line.size = size;
        line.parameter = a->params->row[t].name;
        line.coefficient = a->model.beta[t];
        line.formula = "mean over the pairs of coefficient x (value - signers' mean), both sides";
        ENT_TRY(enti_ledger_add(&list, line, a->err));
    }
    if (list.count > 0) qsort(list.lines, list.count, sizeof *list.lines, by_size);
    out->obstacles = list.lines;
    out->obstacles_count = list.count;
done:
    return st;
}

#define MISSING(text) ENT_TRY(enti_note(&a->missing, a->arena, (text), a->err))
#define ASSUMED(text) ENT_TRY(enti_note(&a->assumed, a->arena, (text), a->err))

static ent_status gaps(enti_auditing *a) {
    ent_status st = ENT_OK;
    const ent_year *y = a->year;
    size_t unknown_votes = 0, unknown_regimes = 0;
    for (size_t m = 0; m < a->n; m++) {
        const ent_group_member *member = &a->out->members[m];
        if (member->outside)
            MISSING(enti_arena_printf(a->arena,
                                      "%s is no member of the system of states: it counts in rival pairs only",
                                      member->state.name));
        else if (isnan(member->capability))
            MISSING(enti_arena_printf(a->arena, "capability of %s: left out of the tests", member->state.name));
        unknown_votes += !member->outside && isnan(y->ideal_point[a->at[m]].value);
        unknown_regimes += !member->outside && isnan(y->polyarchy[a->at[m]].value);
    }
    if (a->forum >= 0 && !a->world->forums[a->forum].complete)
        MISSING(
            enti_arena_printf(a->arena, "the list of members of %s is incomplete", a->world->forums[a->forum].name));
    if (enti_pacts_selected(y))
        MISSING("treaties before 2010 are a selection: common allies and pacts inside may be too few");
    ENT_TRY(enti_note_missing_data((enti_note_list){&a->missing, a->arena, a->err}, y));
    if (unknown_votes > 0)
        ASSUMED(enti_arena_printf(a->arena, "UN votes of %zu members not known: gaps of 1.0 for their pairs",
                                  unknown_votes));
    if (unknown_regimes > 0)
        ASSUMED(enti_arena_printf(a->arena, "polyarchy of %zu members not known: gaps of 0.3 for their pairs",
                                  unknown_regimes));
    for (size_t m = 0; m < a->n; m++)
        if (!a->out->members[m].outside && y->capability[a->at[m]].year != y->year) {
            ASSUMED(
                enti_arena_printf(a->arena, "capability of %d carried to %d", y->capability[a->at[m]].year, y->year));
            break;
        }
    ENT_TRY(enti_note_carried_data((enti_note_list){&a->assumed, a->arena, a->err}, y));
    for (int p = ENTI_GROUP_RIVALRY; p <= ENTI_GROUP_PATRON; p++) {
        const ent_param *row = &a->params->row[p];
        ASSUMED(enti_arena_printf(a->arena, "%s: %.3g (%.3g to %.3g)", row->meaning, row->value, row->low, row->high));
    }
done:
    return st;
}

static ent_status citations(enti_auditing *a) {
    static const char *const cites[] = {"rapphooper2014", "snyder1984", "walt1987"};
    ent_status st = ENT_OK;
    const ent_world *w = a->world;
    const char *of_figures[] = {w->members_count > 0 ? w->members[0].origin.source : "",
                                a->forum >= 0 ? w->forums[a->forum].origin.source : ""};
    for (size_t k = 0; k < sizeof of_figures / sizeof *of_figures; k++)
        ENT_TRY(enti_note_keys(&a->sources, a->arena, of_figures[k], a->err));
    ENT_TRY(enti_note_standing_sources((enti_note_list){&a->sources, a->arena, a->err}, a->year));
    for (size_t k = 0; k < sizeof cites / sizeof *cites; k++)
        ENT_TRY(enti_note_keys(&a->cites, a->arena, cites[k], a->err));
    enti_notes_sort(&a->sources);
done:
    return st;
}

ent_status enti_audit_notes(enti_auditing *a) {
    ent_status st = ENT_OK;
    ent_audit *out = a->out;
    ENT_TRY(obstacles(a));
    ENT_TRY(gaps(a));
    ENT_TRY(citations(a));
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
