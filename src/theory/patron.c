/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The patron's choice (Kim): what would push a power to build allies and whom it would pick.
 *   attract_j = sum over rivals k of theta_ik h_jk sqrt(W(F'_i + r c_j max(w_ij, w_jk), F_k) - W(F'_i, F_k))
 *   avail_j   = pact x interest x regime x dependence
 *   pressure  = attract avail s(L_ij - signers' 25th percentile),  primacy = sqrt(c_j) avail,
 *   both      = half of each, relative to its maximum; neither = avail s(L_ij - signers' 25th percentile).
 * No state and no region is named in the rule.
 */
#include "theory/patron.h"

#include <math.h>
#include <string.h>

/* A defence pact that is more than paper: between rivals it does not count. */
static bool allied(const ent_year *y, size_t i, size_t j) {
    return enti_set_has(&y->pact[ENTI_DEFENCE][i], j) && !enti_set_has(&y->rivals[i], j);
}

static bool living_organ(const ent_world *w, const enti_treaty *t) {
    if (t->bilateral || t->feature[ENTI_ORGAN] != 1) return false;
    return t->forum < 0 || *w->forums[t->forum].span.end == 0;
}

static bool base_between(const ent_year *y, size_t i, size_t j) {
    const ent_world *w = y->world;
    for (size_t b = 0; b < w->bases_count; b++) {
        const enti_base *base = &w->bases[b];
        bool here = (base->host == y->ref[i] && base->sender == y->ref[j]) ||
                    (base->host == y->ref[j] && base->sender == y->ref[i]);
        if (here && enti_span_in(&base->span, y->year, y->year)) return true;
    }
    return false;
}

static bool exercise_between(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    const ent_world *w = y->world;
    int first = y->year - (int)enti_param(p, ENTI_DORMANT_EXERCISE_YEARS);
    for (size_t e = 0; e < w->exercises_count; e++) {
        const enti_exercise *exercise = &w->exercises[e];
        enti_span span = exercise->span;
        bool has_i = false, has_j = false;
        if (strcmp(exercise->kind, "pause") == 0) continue;
        /* An instance without an end is over; a series without one goes on. */
        if (*span.end == 0 && strcmp(exercise->kind, "series") != 0 && !enti_date_last(span.start, &span.last))
            continue;
        for (int k = 0; k < exercise->n; k++) {
            has_i = has_i || exercise->parties[k] == y->ref[i];
            has_j = has_j || exercise->parties[k] == y->ref[j];
        }
        if (has_i && has_j && enti_span_in(&span, first, y->year)) return true;
    }
    return false;
}

bool enti_pact_dormant(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    const ent_world *w = y->world;
    int32_t old = enti_day(y->year - (int)enti_param(p, ENTI_DORMANT_YEARS), 12, 31);
    if (!enti_set_has(&y->pact[ENTI_DEFENCE][i], j)) return false;
    for (size_t t = 0; t < y->treaties_count; t++) {
        const enti_live_treaty *live = &y->treaties[t];
        const enti_treaty *treaty = &w->treaties[live->treaty];
        if (!enti_treaty_binds(y, live, ENTI_DEFENCE, i, j)) continue;
        if (treaty->span.first > old || living_organ(w, treaty)) return false;
    }
    return !base_between(y, i, j) && !exercise_between(y, p, i, j);
}

static double contest_gain(const ent_year *y, size_t i, size_t j, size_t k) {
    double m = y->form.contest, help = y->form.ally_share * y->share[j], own = y->strength[i], with,
           rival = y->strength[k];
    if (enti_set_has(&y->pact[ENTI_DEFENCE][i], j)) own -= help;
    with = own + help * fmax(y->weight[i * y->n + j], y->weight[j * y->n + k]);
    return pow(with, m) / (pow(with, m) + pow(rival, m)) - pow(own, m) / (pow(own, m) + pow(rival, m));
}

static double attract(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    const enti_set *rivals = &y->rivals[i];
    double sum = 0;
    for (size_t k = enti_set_next(rivals, 0); k < ENTI_STATES; k = enti_set_next(rivals, k + 1)) {
        double hostile = 0;
        if (k == j || allied(y, j, k)) continue;
        if (enti_set_has(&y->rivals[j], k))
            hostile = 1;
        else if (y->dispute_years != NULL ? enti_set_has(&y->force[j], k) : enti_set_has(&y->supplementary[j], k))
            hostile = enti_param(p, ENTI_SUPPLEMENTARY_WEIGHT);
        if (hostile > 0) sum += y->theta[i * y->n + k] * hostile * sqrt(contest_gain(y, i, j, k));
    }
    return sum;
}

static void fill_pact(const ent_year *y, const ent_params *p, const enti_patronage *list, enti_candidate *c) {
    const enti_set *rivals = &y->rivals[list->patron];
    for (size_t k = enti_set_next(rivals, 0); k < ENTI_STATES; k = enti_set_next(rivals, k + 1)) {
        if (k == c->state || !allied(y, c->state, k)) continue;
        if (enti_pact_dormant(y, p, c->state, k))
            c->dormant = true;
        else if (k == list->excluded)
            c->with_excluded = true;
        else
            c->with_rival = true;
    }
    /* A power the user excludes need not be on the list of rivals. */
    if (list->excluded != SIZE_MAX && !enti_set_has(rivals, list->excluded) && list->excluded != c->state &&
        allied(y, c->state, list->excluded) && !enti_pact_dormant(y, p, c->state, list->excluded))
        c->with_excluded = true;
    c->pact = 1;
    if (c->dormant) c->pact = enti_param(p, ENTI_PACT_DORMANT);
    if (c->with_rival) c->pact = enti_param(p, ENTI_PACT_WITH_RIVAL);
    if (c->with_excluded) c->pact = enti_param(p, ENTI_PACT_WITH_EXCLUDED);
}

static void fill_candidate(const enti_model *m, const enti_patronage *list, double q25, enti_candidate *c) {
    const ent_year *y = m->year;
    size_t i = list->patron, j = c->state;
    double ideal_x = list->excluded == SIZE_MAX ? NAN : y->ideal_point[list->excluded].value;
    double from_x = fabs(y->ideal_point[j].value - ideal_x);
    double from_i = fabs(y->ideal_point[j].value - y->ideal_point[i].value);
    double regime = fabs(y->polyarchy[i].value - y->polyarchy[j].value), u[2];
    enti_pair pair = enti_pair_of(y, i, j);
    c->attract = attract(y, m->params, i, j);
    fill_pact(y, m->params, list, c);
    c->interest = isnan(from_x) || isnan(from_i) ? 0.5 : enti_logistic(2 * (from_x - from_i));
    c->regime = isnan(regime) ? 0.85 : 1 - 0.5 * regime;
    c->dependence = 1; /* where trade with the excluded power is not known */
    if (y->trade != NULL && list->excluded != SIZE_MAX && !isnan(y->trade[j * y->n + list->excluded]))
        c->dependence = 1 - y->trade[j * y->n + list->excluded];
    c->available = c->pact * c->interest * c->regime * c->dependence;
    c->l = enti_support(m, &pair, u);
    c->allied = enti_set_has(&y->pact[ENTI_DEFENCE][i], j);
    c->score[ENTI_UNDER_PRESSURE] = c->attract * c->available * enti_logistic(c->l - q25);
    c->score[ENTI_UNDER_PRIMACY] = sqrt(y->share[j]) * c->available;
    c->score[ENTI_UNDER_NEITHER] = c->available * enti_logistic(c->l - q25);
}

static void fill_ranks(enti_patronage *list) {
    double most[ENTI_SCENARIOS] = {0};
    for (size_t c = 0; c < list->count; c++)
        for (int s = ENTI_UNDER_PRESSURE; s <= ENTI_UNDER_PRIMACY; s++)
            most[s] = fmax(most[s], list->candidates[c].score[s]);
    for (size_t c = 0; c < list->count; c++) {
        double *score = list->candidates[c].score;
        score[ENTI_UNDER_BOTH] = 0;
        for (int s = ENTI_UNDER_PRESSURE; s <= ENTI_UNDER_PRIMACY; s++)
            if (most[s] > 0) score[ENTI_UNDER_BOTH] += 0.5 * score[s] / most[s];
    }
    for (size_t c = 0; c < list->count; c++)
        for (int s = 0; s < ENTI_SCENARIOS; s++) {
            int rank = 1;
            for (size_t o = 0; o < list->count; o++)
                if (list->candidates[o].score[s] > list->candidates[c].score[s]) rank++;
            list->candidates[c].rank[s] = list->candidates[c].score[s] > 0 ? rank : 0;
        }
}

static void fill_willingness(const ent_year *y, const ent_params *p, enti_patronage *list) {
    double middle = enti_param(p, ENTI_WILLING_MIDDLE), width = enti_param(p, ENTI_WILLING_WIDTH), most = 0;
    for (size_t i = 0; i < y->n; i++)
        most = fmax(most, y->share[i]);
    list->threat = y->rival_threat[list->patron];
    list->willing[ENTI_UNDER_PRESSURE] = enti_logistic((list->threat - middle) / width);
    list->willing[ENTI_UNDER_PRIMACY] = enti_logistic((y->share[list->patron] / most - middle) / width);
    list->willing[ENTI_UNDER_BOTH] =
        1 - (1 - list->willing[ENTI_UNDER_PRESSURE]) * (1 - list->willing[ENTI_UNDER_PRIMACY]);
}

ent_status enti_patronage_of(const enti_model *m, size_t patron, size_t excluded, enti_arena *arena,
                             enti_patronage *list, ent_error *err) {
    const ent_year *y = m->year;
    const enti_set *rivals = &y->rivals[patron];
    double q25 = enti_quantile(m, 0.25), worst = 0;
    *list = (enti_patronage){.patron = patron, .excluded = excluded};
    for (size_t k = enti_set_next(rivals, 0); excluded == SIZE_MAX && k < ENTI_STATES; k = enti_set_next(rivals, k + 1))
        if (y->theta[patron * y->n + k] > worst) {
            worst = y->theta[patron * y->n + k];
            list->excluded = k;
        }
    list->candidates = enti_arena_alloc(arena, y->n + 1, sizeof *list->candidates);
    if (list->candidates == NULL) return enti_no_memory(err);
    for (size_t j = 0; j < y->n; j++) {
        enti_candidate *c = &list->candidates[list->count];
        if (j == patron || j == list->excluded || enti_set_has(rivals, j) || isnan(y->capability[j].value)) continue;
        c->state = j;
        fill_candidate(m, list, q25, c);
        list->count++;
    }
    fill_ranks(list);
    fill_willingness(y, m->params, list);
    return ENT_OK;
}
