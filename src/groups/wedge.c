/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Can an outside power keep a group from a common position? Checks the question and computes every rule. */
#include "groups/wedge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

ent_wedge_options ent_wedge_options_default(const ent_world *world) {
    return (ent_wedge_options){.year = ent_world_last_year(world), .by = ENT_MISSING, .rule = ENT_MISSING, .cut = 0.5};
}

/* ---- the question ---- */

static ent_status place(enti_wedging *w, const ent_group *asked) {
    ent_status st = ENT_OK;
    ent_wedge *out = w->out;
    out->group = *asked;
    if (w->options->by == ENT_MISSING) return ent_fail(w->err, ENT_E_ARG, "a wedge needs the power that drives it");
    w->by = ent_year_index(w->year, w->options->by);
    if (w->by == SIZE_MAX)
        return ent_fail(w->err, ENT_E_MISSING, "the power (code %d) was no member of the system of states in %d",
                        w->options->by, w->year->year);
    out->by = w->world->entities[w->year->ref[w->by]];
    for (size_t k = 0; k < asked->count; k++) {
        size_t i = ent_year_index(w->year, asked->codes[k]);
        ent_entity state;
        for (size_t l = 0; l < k; l++)
            if (asked->codes[l] == asked->codes[k])
                return ent_fail(w->err, ENT_E_ARG, "the state with code %d is listed twice", asked->codes[k]);
        if (i == w->by) {
            out->by_is_member = 1;
            continue;
        }
        if (i == SIZE_MAX) { /* Palestine: it decides, but nothing of it is coded */
            ENT_TRY(ent_world_entity(w->world, asked->codes[k], &state, w->err));
            ENT_TRY(
                enti_note(&w->missing, w->arena,
                          enti_arena_printf(w->arena, "%s: outside the system of states, left out of those who decide",
                                            state.name),
                          w->err));
            continue;
        }
        w->at[w->n++] = i;
    }
    if (w->n < 2)
        return ent_fail(w->err, ENT_E_ARG, "a group of %zu decides nothing together; name two members at least", w->n);
done:
    return st;
}

/* The rule of a forum's record that is one of ours; "consensus" is unanimity. */
static ent_rule rule_of(const enti_wedging *w, int *by_record) {
    *by_record = 0;
    if (w->options->rule != ENT_MISSING) return (ent_rule)w->options->rule;
    for (size_t f = 0; f < w->world->forums_count; f++) {
        const enti_forum *forum = &w->world->forums[f];
        if (strcmp(forum->id, w->out->group.id) != 0) continue;
        *by_record = strcmp(forum->decision_rule, "mixed") != 0;
        return strcmp(forum->decision_rule, "majority") == 0 ? ENT_MAJORITY : ENT_UNANIMITY;
    }
    return ENT_UNANIMITY;
}

static void find_populations(enti_wedging *w) {
    w->population_year = ENT_MISSING;
    for (size_t k = 0; k < w->n; k++)
        for (size_t v = 0; v < w->world->voters_count; v++)
            if (w->world->voters[v].who == w->year->ref[w->at[k]] && w->world->voters[v].population >= 1) {
                w->population[k] = (int64_t)w->world->voters[v].population;
                w->population_year = w->world->voters[v].year;
            }
}

/* Why qmv cannot be computed for this group, or "". */
static const char *without_qmv(enti_wedging *w) {
    size_t absent = 0, first = 0;
    if (w->n > ENT_QMV_MAX)
        return enti_arena_printf(w->arena, "%zu members; qmv is computed exactly for %d at most", w->n, ENT_QMV_MAX);
    for (size_t k = 0; k < w->n; k++)
        if (w->population[k] == 0 && absent++ == 0) first = k;
    if (absent == 0) return "";
    return enti_arena_printf(w->arena, "no population of %s%s in the table of voting weights",
                             enti_year_name(w->year, w->at[first]), absent > 1 ? " and others" : "");
}

/* ---- the rules ---- */

static ent_status probability(enti_wedging *w, ent_rule rule, const double *p, double *out) {
    return ent_vote(rule, w->n, p, w->population, out, NULL, w->err);
}

/* With some relief for all, and what is not coded at `trade` and `supply`. */
static ent_status under(enti_wedging *w, ent_rule rule, enti_relief relief, double *out) {
    double p[ENT_GROUP_MAX];
    for (size_t k = 0; k < w->n; k++)
        p[k] = enti_wedge_support(w, enti_wedge_exposure(w, &w->out->members[k], &relief, enti_wedge_stand_in(w), 0));
    return probability(w, rule, p, out);
}

static ent_status fill_members(enti_wedging *w, ent_rule rule, const double *p, double *given) {
    ent_status st = ENT_OK;
    ent_wedge_rule *r = &w->out->rules[rule];
    double coin[ENT_GROUP_MAX], half;
    ENT_TRY(ent_vote(rule, w->n, p, w->population, &r->now, given, w->err));
    for (size_t k = 0; k < w->n; k++) {
        ent_wedge_member *m = &w->out->members[k];
        double gain = enti_wedge_support(w, 0) - p[k];
        m->cost[rule] = gain * (given[2 * k + 1] - given[2 * k]); /* the probability is linear in each vote */
        m->captured[rule] = given[2 * k];
        coin[k] = 0.5;
    }
    ENT_TRY(ent_vote(rule, w->n, coin, w->population, &half, given, w->err));
    for (size_t k = 0; k < w->n; k++)
        w->out->members[k].banzhaf[rule] = given[2 * k + 1] - given[2 * k];
done:
    return st;
}

static ent_status fill_rule(enti_wedging *w, ent_rule rule, double *given) {
    ent_status st = ENT_OK;
    ent_wedge_rule *r = &w->out->rules[rule];
    double p[ENT_GROUP_MAX], keep = 1 - w->out->share_cut, counter = 1 - enti_param(w->params, ENTI_WEDGE_COUNTER);
    for (size_t k = 0; k < w->n; k++)
        p[k] = w->out->members[k].support;
    ENT_TRY(fill_members(w, rule, p, given));
    ENT_TRY(under(w, rule, (enti_relief){keep, keep, 1}, &r->cut));
    ENT_TRY(under(w, rule, (enti_relief){counter, 1, counter}, &r->counter));
    for (size_t k = 0; k < w->n; k++)
        p[k] = enti_wedge_support(w, w->out->members[k].high);
    ENT_TRY(probability(w, rule, p, &r->low));
    for (size_t k = 0; k < w->n; k++)
        p[k] = enti_wedge_support(w, w->out->members[k].low);
    ENT_TRY(probability(w, rule, p, &r->high));
    for (size_t k = 0; k < w->n; k++)
        p[k] = enti_wedge_support(w, 0);
    ENT_TRY(probability(w, rule, p, &r->alone));
    r->blocking = ent_vote_blocking(rule, w->n, w->population);
done:
    return st;
}

static ent_status fill_rules(enti_wedging *w) {
    ent_status st = ENT_OK;
    double *given = enti_alloc(2 * w->n, sizeof *given);
    if (given == NULL) return enti_no_memory(w->err);
    for (int rule = 0; rule < ENT_RULES; rule++) {
        ent_wedge_rule *r = &w->out->rules[rule];
        r->why_not = rule == ENT_QMV ? without_qmv(w) : "";
        if (r->why_not == NULL) {
            st = enti_no_memory(w->err);
            goto done;
        }
        if (*r->why_not != 0) {
            r->now = r->low = r->high = r->cut = r->counter = r->alone = r->captured = NAN;
            for (size_t k = 0; k < w->n; k++)
                w->out->members[k].banzhaf[rule] = w->out->members[k].cost[rule] = w->out->members[k].captured[rule] =
                    NAN;
            if (rule != (int)w->out->rule) continue;
            st = ent_fail(w->err, w->n > ENT_QMV_MAX ? ENT_E_RANGE : ENT_E_MISSING,
                          "%s: choose --rule unanimity or "
                          "majority",
                          r->why_not);
            goto done;
        }
        ENT_TRY(fill_rule(w, (ent_rule)rule, given));
    }
done:
    ent_free(given);
    return st;
}

/* ---- order and words ---- */

typedef struct {
    double cost, banzhaf;
    size_t of;
} place_row;

static int by_cost(const void *a, const void *b) {
    const place_row *x = a, *y = b;
    if (x->cost != y->cost) return x->cost > y->cost ? -1 : 1;
    if (x->banzhaf != y->banzhaf) return x->banzhaf > y->banzhaf ? -1 : 1;
    return (x->of > y->of) - (x->of < y->of);
}

static ent_status order_members(enti_wedging *w) {
    place_row rows[ENT_GROUP_MAX];
    ent_wedge_member *ordered = enti_arena_alloc(w->arena, w->n, sizeof *ordered);
    if (ordered == NULL) return enti_no_memory(w->err);
    for (size_t k = 0; k < w->n; k++)
        rows[k] = (place_row){w->out->members[k].cost[w->out->rule], w->out->members[k].banzhaf[w->out->rule], k};
    qsort(rows, w->n, sizeof *rows, by_cost);
    for (size_t k = 0; k < w->n; k++)
        ordered[k] = w->out->members[rows[k].of];
    w->out->members = ordered;
    w->out->members_count = w->n;
    for (int rule = 0; rule < ENT_RULES; rule++) {
        ent_wedge_rule *r = &w->out->rules[rule];
        for (size_t k = 1; k < w->n; k++) /* of equals the one whose dependence costs most */
            if (ordered[k].captured[rule] < ordered[r->captive].captured[rule] - 1e-12) r->captive = k;
        if (*r->why_not == 0) r->captured = ordered[r->captive].captured[rule];
    }
    return ENT_OK;
}

/* A chance in per cent, with a digit more at the ends: what is nearly certain must not read as certain. */
static const char *percent(enti_wedging *w, double p) {
    const char *text;
    if (p > 0 && p < 0.001)
        text = "under 0.1 %";
    else if (p < 1 && p > 0.999)
        text = "over 99.9 %";
    else
        text = enti_arena_printf(w->arena, p > 0.99 || p < 0.01 ? "%.1f %%" : "%.0f %%", 100 * p);
    return text != NULL ? text : "";
}

static ent_status fill_sentence(enti_wedging *w) {
    ent_wedge *out = w->out;
    const ent_wedge_rule *r = &out->rules[out->rule], *q = &out->rules[ENT_QMV];
    const char *other = "", *itself = "";
    if (out->by_is_member)
        itself = enti_arena_printf(w->arena, " %s is a member itself and left out of those who decide.", out->by.name);
    if (out->rule != ENT_QMV && *q->why_not == 0)
        other = enti_arena_printf(w->arena,
                                  " By qualified majority it would be %s, and one captured member would leave %s.",
                                  percent(w, q->now), percent(w, q->captured));
    else if (out->rule != ENT_MAJORITY)
        other = enti_arena_printf(w->arena, " By simple majority it would be %s.",
                                  percent(w, out->rules[ENT_MAJORITY].now));
    out->sentence = enti_arena_printf(w->arena,
                                      "Under %s a common position against %s has a chance of %s (%s to %s); were "
                                      "nobody exposed, %s. %s costs most: its "
                                      "exposure alone takes %.2g points. Cutting %.0f %% of dependence gives %s.%s%s",
                                      ent_rule_text(out->rule), out->by.name, percent(w, r->now), percent(w, r->low),
                                      percent(w, r->high), percent(w, r->alone), out->members[0].state.name,
                                      100 * out->members[0].cost[out->rule], 100 * out->share_cut, percent(w, r->cut),
                                      other != NULL ? other : "", itself != NULL ? itself : "");
    return out->sentence == NULL || itself == NULL || other == NULL ? enti_no_memory(w->err) : ENT_OK;
}

static ent_status fill(enti_wedging *w, const ent_group *group) {
    ent_status st = ENT_OK;
    ent_wedge *out = w->out;
    ENT_TRY(place(w, group));
    out->year = w->year->year;
    out->label = w->world->label;
    out->share_cut = w->options->cut;
    out->rule = rule_of(w, &out->rule_by_record);
    out->members = enti_arena_alloc(w->arena, w->n, sizeof *out->members);
    if (out->members == NULL) return enti_no_memory(w->err);
    find_populations(w);
    ENT_TRY(enti_wedge_exposures(w));
    ENT_TRY(fill_rules(w));
    ENT_TRY(order_members(w));
    ENT_TRY(enti_wedge_record(w));
    ENT_TRY(fill_sentence(w));
    if (w->arena->failed) st = enti_no_memory(w->err);
done:
    return st;
}

ent_status ent_wedge_run(const ent_world *world, const ent_params *params, const ent_group *group,
                         const ent_wedge_options *options, ent_wedge **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_params *own = NULL;
    ent_year *year = NULL;
    enti_wedging *w = enti_alloc(1, sizeof *w);
    if (w == NULL) return enti_no_memory(err);
    w->world = world;
    w->options = options;
    w->err = err;
    w->out = enti_alloc(1, sizeof *w->out);
    w->arena = enti_alloc(1, sizeof *w->arena);
    if (w->out == NULL || w->arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (!(options->cut >= 0 && options->cut <= 1)) {
        st = ent_fail(err, ENT_E_RANGE, "the share of dependence to cut is %g, expected 0 to 1", options->cut);
        goto done;
    }
    if (options->rule != ENT_MISSING && (options->rule < 0 || options->rule >= ENT_RULES)) {
        st = ent_fail(err, ENT_E_ARG, "unknown rule %d", options->rule);
        goto done;
    }
    if (params == NULL) ENT_TRY(ent_params_new(world, NULL, &own, err));
    w->params = params != NULL ? params : own;
    ENT_TRY(ent_year_open(world, options->year, w->params, &year, err));
    w->year = year;
    ENT_TRY(fill(w, group));
    w->out->arena = w->arena;
    *out = w->out;
    w->out = NULL;
    w->arena = NULL;
done:
    ent_year_close(year);
    ent_params_free(own);
    if (w->arena != NULL) enti_arena_clear(w->arena);
    ent_free(w->arena);
    ent_free(w->out);
    ent_free(w);
    return st;
}

void ent_wedge_free(ent_wedge *wedge) {
    if (wedge == NULL) return;
    enti_arena_clear(wedge->arena);
    ent_free(wedge->arena);
    ent_free(wedge);
}
