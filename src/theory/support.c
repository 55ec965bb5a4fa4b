/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two consents: side utility u = const + common terms + own terms, L = ln s(u_a) + ln s(u_b). Support is blind to the
 * pair's own pact, and read as a percentile: the share of past signers (each treaty-year weighing 1) whose L in the
 * year before signing was lower. Estimated on new defence pacts 1946-2003; see docs/verdict.md.
 */
#include "theory/support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

double enti_logistic(double x) {
    return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

double enti_log_logistic(double x) {
    return x >= 0 ? -log1p(exp(-x)) : x - log1p(exp(x));
}

static void common_terms(const enti_model *model, const enti_pair *p, double x[ENTI_TERMS]) {
    const enti_exclusivity *rivals = &p->rivals;
    double unshared = rivals->unshared_count[0] + rivals->unshared_count[1];
    x[ENTI_CONST] = 1;
    x[ENTI_LN_DISTANCE] = log(fmax(p->distance_km, 50) / 1000);
    x[ENTI_CONTIGUOUS] = p->contiguous ? 1 : 0;
    x[ENTI_COMMON_ALLIES] = p->common_allies > 0 ? log1p(p->common_allies) : 0;
    x[ENTI_INTEREST_GAP] = p->interest_gap;
    x[ENTI_REGIME_GAP] = p->regime_gap;
    x[ENTI_MUTUAL] = rivals->mutual ? 1 : 0;
    x[ENTI_ERA] = model->year->year >= 1990 ? 1 : 0;
    x[ENTI_SHARED] = rivals->shared_count > 0 ? 1 : 0;
    x[ENTI_UNSHARED] = rivals->shared_count > 0 ? log1p(unshared) : 0;
}

static void own_terms(const enti_pair *p, int s, double x[ENTI_TERMS]) {
    x[ENTI_SQRT_GAIN] = sqrt(p->gain[s]);
    x[ENTI_LN_PARTNER] = log(p->share[1 - s]);
    x[ENTI_AUTONOMY] = p->autonomy[s];
    x[ENTI_SHIFT] = p->shift[s];
    x[ENTI_TRADE] = p->trade[s];
}

void enti_terms_of(const enti_model *model, const enti_pair *p, int s, double x[ENTI_TERMS]) {
    common_terms(model, p, x);
    own_terms(p, s, x);
}

void enti_signer_terms(const enti_signer *r, int variant, int s, double x[ENTI_TERMS]) {
    int kind = variant == ENTI_IMPORT_CINC ? 1 : 0;
    const double *c = r->capability[kind];
    x[ENTI_CONST] = 1;
    memcpy(x + 1, r->common, sizeof r->common);
    x[ENTI_SQRT_GAIN] = r->sqrt_gain[variant][s];
    x[ENTI_LN_PARTNER] = log(c[1 - s]);
    x[ENTI_AUTONOMY] = c[1 - s] / (c[0] + c[1]);
    x[ENTI_SHIFT] = r->shift[kind][s];
    x[ENTI_TRADE] = variant == ENTI_SNAPSHOT_NR ? 0 : r->trade[s];
}

static double utility(const double beta[ENTI_TERMS], const double x[ENTI_TERMS]) {
    double u = 0;
    for (int t = 0; t < ENTI_TERMS; t++)
        u += beta[t] * x[t];
    return u;
}

typedef struct {
    double l, weight;
} scored;

static int by_l(const void *a, const void *b) {
    const scored *x = a, *y = b;
    return x->l < y->l ? -1 : x->l > y->l;
}

/* Treaty-weighted means of the signers' covariates, over both sides. */
static void fill_means(enti_model *m) {
    const ent_world *w = m->year->world;
    double total = 0;
    for (size_t r = 0; r < w->signers_count; r++) {
        const enti_signer *signer = &w->signers[r];
        for (int s = 0; s < 2; s++) {
            double x[ENTI_TERMS];
            enti_signer_terms(signer, m->params->variant, s, x);
            for (int t = 0; t < ENTI_TERMS; t++)
                m->mean[t] += signer->weight * x[t] / 2;
        }
        total += signer->weight;
    }
    for (int t = 0; t < ENTI_TERMS; t++)
        m->mean[t] /= total;
}

ent_status enti_model_terms(enti_model *m, const ent_year *year, const ent_params *params, ent_error *err) {
    memset(m, 0, sizeof *m);
    if (year->world->signers_count == 0)
        return ent_fail(err, ENT_E_MISSING, "the data have no table of historical signers");
    m->year = year;
    m->params = params;
    for (int t = 0; t < ENTI_TERMS; t++)
        m->beta[t] = enti_param(params, t);
    fill_means(m);
    return ENT_OK;
}

static double signer_l(const enti_model *m, const enti_signer *signer) {
    double l = 0;
    for (int s = 0; s < 2; s++) {
        double x[ENTI_TERMS];
        enti_signer_terms(signer, m->params->variant, s, x);
        l += enti_log_logistic(utility(m->beta, x));
    }
    return l;
}

ent_status enti_model_init(enti_model *m, const ent_year *year, const ent_params *params, enti_arena *arena,
                           ent_error *err) {
    ent_status st = ENT_OK;
    const enti_signer *signers = year->world->signers;
    size_t n = year->world->signers_count;
    double sum = 0;
    scored *rows;
    ENT_TRY(enti_model_terms(m, year, params, err));
    m->signers = n;
    rows = enti_arena_alloc(arena, n, sizeof *rows);
    m->sorted_l = enti_arena_alloc(arena, n, sizeof(double));
    m->cumulative = enti_arena_alloc(arena, n, sizeof(double));
    if (rows == NULL || m->sorted_l == NULL || m->cumulative == NULL) return enti_no_memory(err);
    for (size_t r = 0; r < n; r++)
        rows[r] = (scored){signer_l(m, &signers[r]), signers[r].weight};
    qsort(rows, n, sizeof *rows, by_l);
    for (size_t r = 0; r < n; r++) {
        sum += rows[r].weight;
        m->sorted_l[r] = rows[r].l;
        m->cumulative[r] = sum;
    }
done:
    return st;
}

/* The common part of both utilities is summed once; the terms are added in the same order for either side. */
double enti_support(const enti_model *m, const enti_pair *pair, double u[2]) {
    double x[ENTI_TERMS], common = 0, l = 0;
    if (!pair->computable) { /* the floor that stands in elsewhere must not look like an answer */
        u[0] = u[1] = NAN;
        return NAN;
    }
    common_terms(m, pair, x);
    for (int t = 0; t < ENTI_COMMON_TERMS; t++)
        common += m->beta[t] * x[t];
    for (int s = 0; s < 2; s++) {
        own_terms(pair, s, x);
        u[s] = common;
        for (int t = ENTI_COMMON_TERMS; t < ENTI_TERMS; t++)
            u[s] += m->beta[t] * x[t];
    }
    l = -log((1 + exp(-u[0])) * (1 + exp(-u[1])));
    return isfinite(l) ? l : enti_log_logistic(u[0]) + enti_log_logistic(u[1]); /* far out the product overflows */
}

/* Number of signers with a smaller L. */
static size_t below(const enti_model *m, double l) {
    size_t low = 0, high = m->signers;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (m->sorted_l[middle] < l)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double enti_percentile(const enti_model *m, double l) {
    size_t count;
    if (isnan(l)) return NAN;
    count = below(m, l);
    return count == 0 ? 0 : m->cumulative[count - 1] / m->cumulative[m->signers - 1];
}

double enti_quantile(const enti_model *m, double q) {
    double target = q * m->cumulative[m->signers - 1];
    for (size_t r = 0; r < m->signers; r++)
        if (m->cumulative[r] >= target) return m->sorted_l[r];
    return m->sorted_l[m->signers - 1];
}
