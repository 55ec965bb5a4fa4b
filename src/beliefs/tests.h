/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests on samples of per-text values. What a sample does not allow is NaN, never 0 or 1. */
#ifndef ENTI_BELIEFS_TESTS_H
#define ENTI_BELIEFS_TESTS_H

#include "base/base.h"

/* Size, mean and standard deviation (n - 1). */
typedef struct enti_moments {
    size_t n;
    double mean, sd;
} enti_moments;

enti_moments enti_moments_of(const double *values, size_t n);

typedef struct enti_welch {
    double difference, se, t, df, p;
} enti_welch;

/* Welch's t test from moments; from means and standard errors where only those are published. */
enti_welch enti_welch_test(enti_moments a, enti_moments b);
enti_welch enti_welch_of(double mean_a, double se_a, double n_a, double mean_b, double se_b, double n_b);

/* Two one-sided tests of |difference| < margin; the larger p. */
double enti_equivalence(const enti_welch *welch, double margin);

/* Standardised difference of means, corrected for small samples. */
double enti_hedges_g(enti_moments a, enti_moments b);

typedef struct enti_anova {
    double f, df1, df2, p;
} enti_anova;

/* One-way analysis of variance; groups without values are left out. */
enti_anova enti_anova_test(const enti_moments *groups, size_t count);

/* Holm's correction, in place; NaN is no test and stays. */
void enti_holm(double *p, size_t count);

/* Mann-Whitney by normal approximation, with ties and continuity. `out` is NaN where all values are alike. */
ENT_MUST_USE ent_status enti_rank_sum(const double *a, size_t na, const double *b, size_t nb, double *out,
                                      ent_error *err);

typedef struct enti_permutation {
    double p;
    bool exact; /* all arrangements were listed */
} enti_permutation;

enum { ENTI_MOST_LISTED = 20000 };

/* Two-sided permutation test of the difference of means: all arrangements where they are at most `most`, else
 * `draws` random ones (none: NaN). */
ENT_MUST_USE ent_status enti_permutation_test(const double *a, size_t na, const double *b, size_t nb, double most,
                                              int draws, uint64_t seed, enti_permutation *out, ent_error *err);

#endif
