/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tests that rest on no distribution: permutation of the texts between two leaders, by listing every arrangement where
 * there are few and by seeded draws where there are many, and Mann and Whitney's rank sum.
 */
#include "base/random.h"
#include "beliefs/special.h"
#include "beliefs/tests.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Number of ways to choose k of n, at most `most` + 1. */
static double arrangements(size_t n, size_t k, double most) {
    double ways = 1;
    for (size_t i = 1; i <= k && ways <= most; i++)
        ways = ways * (double)(n - k + i) / (double)i;
    return floor(ways + 0.5);
}

/* |difference of means| when the values at `chosen` make the first group. */
static double statistic(const double *all, const size_t *chosen, size_t k, size_t n, double sum) {
    double first = 0;
    for (size_t i = 0; i < k; i++)
        first += all[chosen[i]];
    return fabs(first / (double)k - (sum - first) / (double)(n - k));
}

/* The next choice in lexical order; false after the last. */
static bool next_choice(size_t *chosen, size_t k, size_t n) {
    for (size_t i = k; i-- > 0;) {
        if (chosen[i] >= n - k + i) continue;
        chosen[i]++;
        for (size_t j = i + 1; j < k; j++)
            chosen[j] = chosen[j - 1] + 1;
        return true;
    }
    return false;
}

static void random_choice(size_t *order, size_t k, size_t n, uint64_t seed, uint32_t draw) {
    for (size_t i = 0; i < k; i++) {
        double u[2];
        size_t with, kept = order[i];
        enti_uniform2(seed, ENTI_RANDOM_PERMUTATION, draw, (uint32_t)i, u);
        with = i + (size_t)(u[0] * (double)(n - i));
        order[i] = order[with];
        order[with] = kept;
    }
}

ent_status enti_permutation_test(const double *a, size_t na, const double *b, size_t nb, double most, int draws,
                                 uint64_t seed, enti_permutation *out, ent_error *err) {
    size_t n = na + nb;
    double *all, sum = 0, observed, extreme = 0, total = 0;
    size_t *order;
    *out = (enti_permutation){NAN, false};
    if (na == 0 || nb == 0 || n < 3) return ENT_OK;
    all = enti_alloc(n, sizeof *all);
    order = enti_alloc(n, sizeof *order);
    if (all == NULL || order == NULL) {
        ent_free(all);
        ent_free(order);
        return enti_no_memory(err);
    }
    memcpy(all, a, na * sizeof *a);
    memcpy(all + na, b, nb * sizeof *b);
    for (size_t i = 0; i < n; i++) {
        sum += all[i];
        order[i] = i;
    }
    /* Sums in another order differ in the last bits: what is as extreme up to those counts. */
    observed = statistic(all, order, na, n, sum) - 1e-12;
    out->exact = arrangements(n, na, most) <= most;
    if (out->exact) {
        do {
            extreme += statistic(all, order, na, n, sum) >= observed;
            total++;
        } while (next_choice(order, na, n));
    } else if (draws > 0) {
        extreme = total = 1; /* the arrangement observed is one of them, so p is never 0 */
        for (int d = 0; d < draws; d++, total++) {
            random_choice(order, na, n, seed, (uint32_t)d);
            extreme += statistic(all, order, na, n, sum) >= observed;
        }
    }
    if (total > 0) out->p = extreme / total;
    ent_free(all);
    ent_free(order);
    return ENT_OK;
}

typedef struct ranked {
    double value;
    bool first;
} ranked;

static int by_value(const void *left, const void *right) {
    double a = ((const ranked *)left)->value, b = ((const ranked *)right)->value;
    return (a > b) - (a < b);
}

ent_status enti_rank_sum(const double *a, size_t na, const double *b, size_t nb, double *out, ent_error *err) {
    size_t n = na + nb;
    ranked *all;
    double ranks = 0, ties = 0, mean, variance, distance, size = (double)n;
    *out = NAN;
    if (na == 0 || nb == 0) return ENT_OK;
    all = enti_alloc(n, sizeof *all);
    if (all == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < n; i++)
        all[i] = (ranked){i < na ? a[i] : b[i - na], i < na};
    qsort(all, n, sizeof *all, by_value);
    for (size_t from = 0, to; from < n; from = to) {
        double count;
        for (to = from + 1; to < n && all[to].value <= all[from].value;)
            to++;
        count = (double)(to - from);
        ties += count * count * count - count;
        for (size_t i = from; i < to; i++)
            if (all[i].first) ranks += ((double)(from + 1) + (double)to) / 2;
    }
    ent_free(all);
    mean = (double)na * (double)nb / 2;
    variance = mean / 6 * (size + 1 - ties / (size * (size - 1)));
    if (!(variance > 0)) return ENT_OK;
    distance = fabs(ranks - (double)na * ((double)na + 1) / 2 - mean) - 0.5;
    *out = enti_normal_two_sided(fmax(0, distance) / sqrt(variance));
    return ENT_OK;
}
