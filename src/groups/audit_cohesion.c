/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two tests of a group. Rivalry: more than half of its capability belongs to members with a rival inside.
 * Cohesion: mean L of its pairs lies below the 5th percentile of the pacts of three or more signed since 1947, each
 * read in the year before. "No internal rivals" cannot be the rule: half of those pacts had some at signing.
 */
#include "base/order.h"
#include "groups/audit.h"

#include <math.h>

static double score(const double beta[ENTI_TERMS], const double x[2][ENTI_TERMS]) {
    double product = 1;
    for (int s = 0; s < 2; s++) {
        double u = 0;
        for (int t = 0; t < ENTI_TERMS; t++)
            u += beta[t] * x[s][t];
        product *= 1 + exp(-u);
    }
    return -log(product);
}

/* `ready` holds the terms of every founders' pair, or is NULL to work them out here. */
static void founding_means(const enti_model *m, const double beta[ENTI_TERMS], const double (*ready)[2][ENTI_TERMS],
                           enti_founding *out) {
    const ent_world *w = m->year->world;
    double pact = NAN, sum = 0, pairs = 0;
    out->count = 0;
    for (size_t r = 0; r <= w->founders_count; r++) {
        double x[2][ENTI_TERMS];
        if (r == w->founders_count || w->founders[r].weight != pact) {
            if (pairs > 0 && out->count < 64) out->mean[out->count++] = sum / pairs;
            sum = pairs = 0;
            if (r == w->founders_count) break;
            pact = w->founders[r].weight;
        }
        for (int s = 0; ready == NULL && s < 2; s++)
            enti_signer_terms(&w->founders[r], m->params->variant, s, x[s]);
        sum += score(beta, ready != NULL ? ready[r] : (const double(*)[ENTI_TERMS])x);
        pairs++;
    }
}

void enti_founding_means(const enti_model *m, const double beta[ENTI_TERMS], enti_founding *out) {
    founding_means(m, beta, NULL, out);
}

/* Means closer than this are equal: a group that is itself one of the past pacts must not count as above it because
 * the table of founders is rounded. */
#define SAME_MEAN 1e-6

double enti_cohesion(const enti_founding *f, double mean_l) {
    size_t lower = 0;
    if (isnan(mean_l) || f->count == 0) return NAN;
    for (size_t p = 0; p < f->count; p++)
        lower += f->mean[p] < mean_l - SAME_MEAN;
    return (double)lower / (double)f->count;
}

static void rivalry_test(enti_auditing *a) {
    ent_audit *out = a->out;
    double all = 0, inside = 0, most = 0;
    for (size_t m = 0; m < a->n; m++) {
        double c = enti_member_weight(a, m);
        all += c;
        if (out->members[m].rivals_inside > 0) inside += c;
        most = fmax(most, c);
    }
    out->capability_in_rivalry = all > 0 ? inside / all : NAN;
    out->largest_member = all > 0 ? most / all : NAN;
    a->rivalry_fails = out->capability_in_rivalry > enti_param(a->params, ENTI_GROUP_RIVALRY);
}

static ent_status mean_and_tail(enti_auditing *a) {
    ent_audit *out = a->out;
    double sum = 0, *l = enti_alloc(out->pairs_count + 1, sizeof *l);
    size_t count = 0;
    if (l == NULL) return enti_no_memory(a->err);
    for (size_t p = 0; p < out->pairs_count; p++)
        if (!isnan(out->pairs[p].l)) {
            sum += out->pairs[p].l;
            l[count++] = out->pairs[p].l;
        }
    enti_sort(l, count);
    out->mean_l = count > 0 ? sum / (double)count : NAN;
    out->p10_l = count > 0 ? enti_order_quantile(l, count, 0.10) : NAN;
    ent_free(l);
    return ENT_OK;
}

/* Mean L of the group's pairs under other coefficients, from terms worked out once. */
static double mean_under(const double beta[ENTI_TERMS], const double (*x)[2][ENTI_TERMS], size_t count) {
    double sum = 0;
    for (size_t p = 0; p < count; p++)
        sum += score(beta, x[p]);
    return sum / (double)count;
}

static ent_status draw(enti_auditing *a) {
    ent_status st = ENT_OK;
    ent_audit *out = a->out;
    size_t draws = (size_t)a->options->draws, count = 0, blocked = 0;
    double *sample = enti_alloc(draws + 1, sizeof *sample);
    double(*x)[2][ENTI_TERMS] = enti_alloc(out->pairs_count + 1, sizeof *x);
    double(*founders)[2][ENTI_TERMS] = enti_alloc(a->world->founders_count + 1, sizeof *founders);
    enti_drawer drawer;

    if (sample == NULL || x == NULL || founders == NULL) {
        st = enti_no_memory(a->err);
        goto done;
    }
    ENT_TRY(enti_drawer_init(&drawer, &a->model, a->err));
    for (size_t p = 0; p < out->pairs_count; p++) {
        if (isnan(out->pairs[p].l)) continue;
        for (int s = 0; s < 2; s++)
            enti_terms_of(&a->model, &a->covariates[p], s, x[count][s]);
        count++;
    }
    for (size_t r = 0; r < a->world->founders_count; r++)
        for (int s = 0; s < 2; s++)
            enti_signer_terms(&a->world->founders[r], a->params->variant, s, founders[r][s]);
    for (size_t d = 0; d < draws; d++) {
        double beta[ENTI_TERMS];
        enti_founding founding;
        enti_draw_beta(&drawer, &a->model, a->options->seed, (uint32_t)d, beta);
        founding_means(&a->model, beta, (const double(*)[2][ENTI_TERMS])founders, &founding);
        sample[d] = enti_cohesion(&founding, mean_under(beta, (const double(*)[2][ENTI_TERMS])x, count));
        blocked += a->rivalry_fails || 100 * sample[d] < enti_param(a->params, ENTI_GROUP_COHESION);
    }
    enti_sort(sample, draws);
    out->cohesion_low = 100 * enti_order_quantile(sample, draws, 0.05);
    out->cohesion_high = 100 * enti_order_quantile(sample, draws, 0.95);
    out->blocked_share = (double)blocked / (double)draws;
done:
    ent_free(sample);
    ent_free(x);
    ent_free(founders);
    return st;
}

ent_status enti_audit_cohesion(enti_auditing *a) {
    ent_status st = ENT_OK;
    ent_audit *out = a->out;
    enti_founding founding;
    out->cohesion = out->cohesion_low = out->cohesion_high = out->blocked_share = NAN;
    rivalry_test(a);
    ENT_TRY(mean_and_tail(a));
    enti_founding_means(&a->model, a->model.beta, &founding);
    out->cohesion = 100 * enti_cohesion(&founding, out->mean_l);
    a->cohesion_fails = out->cohesion < enti_param(a->params, ENTI_GROUP_COHESION);
    if (out->judged_pairs > 0 && a->options->draws > 0) ENT_TRY(draw(a));
done:
    return st;
}
