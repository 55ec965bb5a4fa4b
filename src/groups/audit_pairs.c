/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every pair of members. A pair fits into a core when the two are no rivals, neither has an outside patron that is a
 * rival of the other, and its support reaches the signers' 10th percentile or it is allied already.
 * Patron: an outside defence partner stronger than the member and at least a quarter of the group's largest.
 * Upgrades (conventions): consultation needs alignment or an instrument already, a crisis centre cooperation: such
 * bodies grow out of cohesion and cannot be decreed first.
 */
#include "groups/audit.h"
#include "theory/patron.h"

#include <math.h>
#include <string.h>

/* A recorded rivalry with an entity the system of states does not hold. */
static const enti_rivalry *recorded_rivalry(const enti_auditing *a, size_t p, size_t q) {
    const ent_world *w = a->world;
    enti_ref x = enti_world_ref(w, a->out->group.codes[p]), y = enti_world_ref(w, a->out->group.codes[q]);
    for (size_t r = 0; r < w->rivalries_count; r++) {
        const enti_rivalry *rivalry = &w->rivalries[r];
        bool here = (rivalry->a == x && rivalry->b == y) || (rivalry->a == y && rivalry->b == x);
        if (here && rivalry->start <= a->year->year && rivalry->end >= a->year->year &&
            enti_takes_rivalry(w, rivalry, a->year->year))
            return rivalry;
    }
    return NULL;
}

static double largest_share(const enti_auditing *a) {
    double most = 0;
    for (size_t i = enti_set_next(&a->set, 0); i < ENTI_STATES; i = enti_set_next(&a->set, i + 1))
        most = fmax(most, a->year->share[i]);
    return most;
}

/* An outside patron of i that is a rival of j; SIZE_MAX when there is none. */
static size_t patron_against(const enti_auditing *a, size_t i, size_t j) {
    const ent_year *y = a->year;
    enti_set candidates = enti_set_minus(enti_set_and(y->pact[ENTI_DEFENCE][i], y->rivals[j]), a->set);
    double bar = fmax(y->share[i], enti_param(a->params, ENTI_GROUP_PATRON) * largest_share(a));
    for (size_t k = enti_set_next(&candidates, 0); k < ENTI_STATES; k = enti_set_next(&candidates, k + 1))
        if (y->share[k] > y->share[i] && y->share[k] >= bar) return k;
    return SIZE_MAX;
}

/* The strongest obstacle of a pair; geography, which nobody can change, only where nothing else stands in the way. */
static const char *weakest_term(const enti_auditing *a, const enti_pair *pair, const char **text) {
    ent_ledger lines = {.arena = a->arena};
    const ent_line *worst = NULL;
    double cut = enti_param(a->params, ENTI_LINE_CUT);
    for (int t = ENTI_COMMON_ALLIES; t < ENTI_TERMS; t++) {
        if (t == ENTI_MUTUAL || t == ENTI_ERA) continue;
        for (int side = enti_own_term(t) ? 0 : -1; side < (enti_own_term(t) ? 2 : 0); side++)
            if (enti_add_term(&a->model, pair, t, side, &lines, a->err) != ENT_OK) return NULL;
    }
    for (size_t l = 0; l < lines.count; l++)
        if (worst == NULL || lines.lines[l].size < worst->size) worst = &lines.lines[l];
    if (worst->size > -cut) {
        if (enti_add_term(&a->model, pair, ENTI_LN_DISTANCE, -1, &lines, a->err) != ENT_OK) return NULL;
        worst = &lines.lines[lines.count - 1];
    }
    *text = worst->text;
    return worst->code;
}

static ent_status judge_pair(enti_auditing *a, ent_group_pair *pair, const enti_pair *cov, size_t i, size_t j,
                             double q10) {
    const ent_year *y = a->year;
    size_t k = patron_against(a, i, j), k2 = patron_against(a, j, i), client = k != SIZE_MAX ? i : j;
    if (k == SIZE_MAX) k = k2;
    pair->patron_conflict = k != SIZE_MAX;
    pair->why_not = pair->text = "";
    if (pair->rivals) {
        pair->why_not = "mutual-rivalry";
        pair->text =
            enti_arena_printf(a->arena, "%s and %s are strategic rivals", enti_year_name(y, i), enti_year_name(y, j));
    } else if (pair->patron_conflict) {
        pair->why_not = "prior-commitment-to-opponent";
        pair->text = enti_arena_printf(a->arena, "%s is allied to %s, a rival of %s", enti_year_name(y, client),
                                       enti_year_name(y, k), enti_year_name(y, client == i ? j : i));
    } else if (isnan(pair->l) && !pair->allied) {
        pair->why_not = "capability-unknown";
        pair->text = "capability of one of the two is not known";
    } else if (pair->l < q10 && !pair->allied) {
        pair->why_not = weakest_term(a, cov, &pair->text);
    } else {
        pair->feasible = 1;
    }
    return pair->why_not == NULL || pair->text == NULL ? enti_no_memory(a->err) : ENT_OK;
}

static void judge_upgrades(const enti_auditing *a, ent_group_pair *pair, const enti_status *s) {
    const char *bar = pair->rivals            ? "mutual-rivalry"
                      : pair->patron_conflict ? "prior-commitment-to-opponent"
                      : s->recent_war         ? "recent-war"
                      : s->fatal_dispute      ? "fatal-dispute"
                                              : NULL;
    bool ready = s->defence || s->practice.security > 0 || enti_practice_reaches(s->practice_rung, ENTI_ALIGNMENT);
    bool met = enti_practice_reaches(s->practice_rung, ENTI_COOPERATION);
    (void)a;
    pair->refuses_consultation = bar != NULL ? bar : ready ? "" : "no-prior-cooperation";
    pair->refuses_crisis_centre = bar != NULL ? bar : met || ready ? "" : "no-prior-cooperation";
    pair->accepts_consultation = *pair->refuses_consultation == 0;
    pair->accepts_crisis_centre = *pair->refuses_crisis_centre == 0;
}

static ent_status outside_pair(enti_auditing *a, ent_group_pair *pair) {
    const enti_rivalry *rivalry = recorded_rivalry(a, pair->a, pair->b);
    pair->l = pair->percentile = NAN;
    pair->practice = "";
    pair->unshared[0] = pair->unshared[1] = "";
    pair->why_not = pair->refuses_consultation = pair->refuses_crisis_centre = "outside-the-system";
    pair->text = "one of the two is no member of the system of states";
    if (rivalry == NULL) return ENT_OK;
    pair->rivals = pair->supplementary = 1;
    pair->why_not = pair->refuses_consultation = pair->refuses_crisis_centre = "mutual-rivalry";
    pair->text = enti_arena_printf(a->arena, "%s and %s are rivals by a supplementary record",
                                   a->out->members[pair->a].state.name, a->out->members[pair->b].state.name);
    if (pair->text == NULL) return enti_no_memory(a->err);
    return enti_note_keys(&a->sources, a->arena, rivalry->origin.source, a->err);
}

static ent_status fill_pair(enti_auditing *a, ent_group_pair *pair, enti_pair *cov, double q10) {
    const ent_year *y = a->year;
    size_t i = a->at[pair->a], j = a->at[pair->b];
    enti_status s;
    double u[2];
    if (i == SIZE_MAX || j == SIZE_MAX) return outside_pair(a, pair);
    *cov = enti_pair_of(y, i, j);
    s = enti_status_of(y, a->params, i, j);
    pair->l = enti_support(&a->model, cov, u);
    pair->percentile = 100 * enti_percentile(&a->model, pair->l);
    pair->rivals = cov->rivals.mutual;
    pair->supplementary = !pair->rivals && enti_set_has(&y->supplementary[i], j);
    pair->allied = s.defence;
    pair->practice = enti_practice_text(s.practice_rung);
    for (int side = 0; side < 2; side++) {
        pair->unshared[side] = enti_names_of(y, &cov->rivals.unshared[side], a->arena);
        if (pair->unshared[side] == NULL) return enti_no_memory(a->err);
    }
    a->out->allied_pairs += (size_t)pair->allied;
    a->out->judged_pairs += isnan(pair->l) ? 0 : 1;
    if (judge_pair(a, pair, cov, i, j, q10) != ENT_OK) return enti_no_memory(a->err);
    judge_upgrades(a, pair, &s);
    return ENT_OK;
}

/* The defence treaty of two states that has most members: NATO rather than a base agreement. */
static const char *widest_treaty(const enti_auditing *a, size_t i, size_t k) {
    const ent_year *y = a->year;
    const char *name = "";
    int most = 0;
    for (size_t t = 0; t < y->treaties_count; t++) {
        int members = enti_set_count(&y->treaties[t].members);
        if (members <= most || !enti_treaty_binds(y, &y->treaties[t], ENTI_DEFENCE, i, k)) continue;
        most = members;
        name = a->world->treaties[y->treaties[t].treaty].name;
    }
    return name;
}

/* Which outside powers stand behind members, and against whom. */
static ent_status fill_patrons(enti_auditing *a) {
    const ent_year *y = a->year;
    ent_audit *out = a->out;
    out->patrons = enti_arena_alloc(a->arena, a->n * 8 + 1, sizeof *out->patrons);
    if (out->patrons == NULL) return enti_no_memory(a->err);
    for (size_t m = 0; m < a->n; m++)
        for (size_t k = 0; a->at[m] != SIZE_MAX && k < y->n && out->patrons_count < a->n * 8; k++) {
            ent_patron_tie *tie = &out->patrons[out->patrons_count];
            enti_set against = {{0}};
            size_t i = a->at[m];
            if (enti_set_has(&a->set, k) || !enti_set_has(&y->pact[ENTI_DEFENCE][i], k)) continue;
            for (size_t j = enti_set_next(&a->set, 0); j < ENTI_STATES; j = enti_set_next(&a->set, j + 1))
                if (j != i && enti_set_has(&y->rivals[j], k) && y->share[k] > y->share[i] &&
                    y->share[k] >= enti_param(a->params, ENTI_GROUP_PATRON) * largest_share(a))
                    enti_set_add(&against, j);
            if (!enti_set_any(&against)) continue;
            *tie = (ent_patron_tie){.member = m, .patron = a->world->entities[y->ref[k]], .treaty = ""};
            tie->dormant = enti_pact_dormant(y, a->params, i, k);
            tie->against = enti_names_of(y, &against, a->arena);
            if (tie->against == NULL) return enti_no_memory(a->err);
            tie->treaty = widest_treaty(a, i, k);
            out->patrons_count++;
        }
    return ENT_OK;
}

ent_status enti_audit_pairs(enti_auditing *a) {
    ent_status st = ENT_OK;
    ent_audit *out = a->out;
    size_t count = a->n * (a->n - 1) / 2;
    double q10 = enti_quantile(&a->model, 0.10);
    out->pairs = enti_arena_alloc(a->arena, count + 1, sizeof *out->pairs);
    a->covariates = enti_arena_alloc(a->arena, count + 1, sizeof *a->covariates);
    if (out->pairs == NULL || a->covariates == NULL) return enti_no_memory(a->err);
    for (size_t p = 0; p < a->n; p++)
        for (size_t q = p + 1; q < a->n; q++) {
            ent_group_pair *pair = &out->pairs[out->pairs_count];
            pair->a = p;
            pair->b = q;
            ENT_TRY(fill_pair(a, pair, &a->covariates[out->pairs_count], q10));
            out->pairs_count++;
            out->rival_pairs += (size_t)pair->rivals;
            out->conflict_pairs += (size_t)pair->patron_conflict;
            out->members[p].rivals_inside += pair->rivals;
            out->members[q].rivals_inside += pair->rivals;
        }
    ENT_TRY(fill_patrons(a));
done:
    return st;
}
