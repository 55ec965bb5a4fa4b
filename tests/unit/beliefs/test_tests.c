/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests on samples against closed forms, other formulas and examples worked by hand. */
#include "beliefs/special.h"
#include "beliefs/tests.h"
#include "support/fixture.h"

static void near(double expected, double found, double tolerance) {
    if (differs("value", expected, found, tolerance)) fail();
}

/* With 1 and 2 degrees of freedom Student's t has closed forms; F with 1 and n is t squared; with 2 and 2 it is 1 / (1 + f). */
static void test_distributions(void **state) {
    (void)state;
    for (double t = -8; t <= 8; t += 0.37) {
        near(0.5 + atan(t) / acos(-1), enti_t_below(t, 1), 1e-12);
        near(0.5 + t / (2 * sqrt(2 + t * t)), enti_t_below(t, 2), 1e-12);
        near(1 - enti_t_below(t, 4.3), enti_t_above(t, 4.3), 1e-12);
        near(enti_t_two_sided(t, 7), enti_f_above(t * t, 1, 7), 1e-12);
        near(erfc(fabs(t) / sqrt(2)), enti_normal_two_sided(t), 1e-12);
        near(t, enti_t_quantile(enti_t_below(t, 5), 5), 1e-6);
    }
    near(1 / (1 + 3.5), enti_f_above(3.5, 2, 2), 1e-12);
    near(0.05, enti_t_two_sided(1 / tan(acos(-1) / 40), 1), 1e-12);
    near(erfc(1.5 / sqrt(2)), enti_t_two_sided(1.5, 1e7), 1e-6);
}

static void test_not_defined(void **state) {
    (void)state;
    assert_true(isnan(enti_t_below(NAN, 3)) && isnan(enti_t_below(1, 0)) && isnan(enti_t_above(1, NAN)));
    assert_true(isnan(enti_t_two_sided(1, -1)) && isnan(enti_t_quantile(0, 3)) && isnan(enti_t_quantile(1, 3)));
    assert_true(isnan(enti_f_above(NAN, 1, 1)) && isnan(enti_f_above(1, 0, 1)) && isnan(enti_normal_two_sided(NAN)));
    assert_true(enti_t_below(INFINITY, 3) == 1 && enti_t_below(-INFINITY, 3) == 0);
    assert_true(enti_f_above(-1, 2, 3) == 1 && enti_f_above(INFINITY, 2, 3) == 0);
}

static const double a[] = {3, 5, 7}, b[] = {1, 2, 3, 4, 5};

/* a: mean 5, variance 4; b: mean 3, variance 2.5; by hand se^2 = 4/3 + 1/2 = 11/6. */
static void test_welch(void **state) {
    enti_moments ma = enti_moments_of(a, 3), mb = enti_moments_of(b, 5);
    enti_welch w = enti_welch_test(ma, mb);
    double df = (11.0 / 6) * (11.0 / 6) / ((4.0 / 3) * (4.0 / 3) / 2 + 0.25 / 4);
    (void)state;
    near(5, ma.mean, 1e-15);
    near(2, ma.sd, 1e-15);
    near(sqrt(2.5), mb.sd, 1e-15);
    near(2, w.difference, 1e-15);
    near(2 / sqrt(11.0 / 6), w.t, 1e-12);
    near(df, w.df, 1e-12);
    near(enti_t_two_sided(w.t, df), w.p, 1e-12);
    w = enti_welch_test(mb, mb);
    near(1, w.p, 1e-12);
    near(8, w.df, 1e-12); /* equal sizes and spreads: n + m - 2 */
    assert_true(isnan(enti_welch_test(ma, enti_moments_of(b, 1)).p));
    assert_true(isnan(enti_welch_test(enti_moments_of((double[]){1, 1}, 2), enti_moments_of((double[]){2, 2}, 2)).p));
    assert_true(isnan(enti_moments_of(NULL, 0).mean) && isnan(enti_moments_of(a, 1).sd));
}

/* Equivalence holds at 5 % exactly when the 90 % interval lies inside the margin. */
static void test_equivalence(void **state) {
    enti_welch w = enti_welch_test(enti_moments_of(a, 3), enti_moments_of(b, 5));
    double reach = fabs(w.difference) + enti_t_quantile(0.95, w.df) * w.se;
    (void)state;
    near(0.05, enti_equivalence(&w, reach), 1e-9);
    assert_true(enti_equivalence(&w, reach * 1.01) < 0.05);
    assert_true(enti_equivalence(&w, reach * 0.99) > 0.05);
    near(0.5, enti_equivalence(&w, fabs(w.difference)), 1e-12); /* a difference on the margin */
    assert_true(isnan(enti_equivalence(&w, 0)) && isnan(enti_equivalence(&w, NAN)));
}

static void test_hedges(void **state) {
    double pooled = sqrt((2 * 4 + 4 * 2.5) / 6);
    (void)state;
    near(2 / pooled * (1 - 3.0 / 23), enti_hedges_g(enti_moments_of(a, 3), enti_moments_of(b, 5)), 1e-12);
    assert_true(isnan(enti_hedges_g(enti_moments_of(a, 1), enti_moments_of(b, 5))));
}

/* Three groups with means 2, 3, 7 and variance 1 each: between 42 / 2 = 21, within 1, F(2, 6) = 21. For two groups F is
 * the square of the pooled t. */
static void test_anova(void **state) {
    static const double x[] = {1, 2, 3}, y[] = {2, 3, 4}, z[] = {6, 7, 8};
    enti_moments groups[] = {enti_moments_of(x, 3), enti_moments_of(y, 3), enti_moments_of(z, 3),
                             enti_moments_of(NULL, 0)};
    enti_anova f = enti_anova_test(groups, 4);
    (void)state;
    near(21, f.f, 1e-12);
    assert_true(f.df1 == 2 && f.df2 == 6);
    near(pow(1 + 2 * 21.0 / 6, -3), f.p, 1e-12); /* F with 2 and n: (1 + 2 f / n)^(-n / 2) */
    f = enti_anova_test(groups, 2);
    near(1.5, f.f, 1e-12);
    near(enti_t_two_sided(sqrt(1.5), 4), f.p, 1e-12);
    assert_true(isnan(enti_anova_test(groups, 1).f));
}

static void test_holm(void **state) {
    double p[] = {0.01, 0.04, 0.03, 0.005, NAN}, tied[] = {0.5, 0.5, 0.9};
    (void)state;
    enti_holm(p, 5);
    near(0.03, p[0], 1e-12);
    near(0.06, p[1], 1e-12); /* 0.04 alone, lifted to the one before */
    near(0.06, p[2], 1e-12);
    near(0.02, p[3], 1e-12);
    assert_true(isnan(p[4]));
    enti_holm(tied, 3);
    near(1, tied[0], 1e-12);
    near(1, tied[2], 1e-12);
    enti_holm(NULL, 0);
}

static double permuted(const double *x, size_t n, const double *y, size_t m, double most, int draws, bool *exact) {
    ent_error err = {.status = ENT_OK};
    enti_permutation out;
    must(enti_permutation_test(x, n, y, m, most, draws, 1, &out, &err), &err);
    if (exact != NULL) *exact = out.exact;
    return out.p;
}

static void test_permutation(void **state) {
    static const double low[] = {1, 2, 3}, high[] = {10, 11, 12, 13};
    bool exact = false;
    (void)state;
    /* Of 35 arrangements only the one observed is as extreme: the smaller group has no mirror. */
    near(1.0 / 35, permuted(low, 3, high, 4, ENTI_MOST_LISTED, 0, &exact), 1e-12);
    assert_true(exact);
    near(2.0 / 20, permuted(low, 3, high, 3, ENTI_MOST_LISTED, 0, NULL), 1e-12); /* equal sizes: and its mirror */
    near(1, permuted(low, 3, low, 3, ENTI_MOST_LISTED, 0, NULL), 1e-12);
    assert_true(isnan(permuted(low, 3, high, 4, 1, 0, &exact)));
    assert_false(exact);
    assert_true(isnan(permuted(low, 0, high, 4, 100, 10, NULL)));
}

/* Listing all by bit masks, another way, over a sample with ties. */
static void test_permutation_listed(void **state) {
    static const double all[] = {0.1, 0.4, 0.4, 0.2, 0.9, 0.3, 0.8, 0.6, 0.4};
    double observed = 0, extreme = 0, total = 0, sampled;
    (void)state;
    for (unsigned mask = 0; mask < 512; mask++) {
        double in = 0, out = 0;
        if (__builtin_popcount(mask) != 4) continue;
        for (int i = 0; i < 9; i++)
            *(mask >> i & 1 ? &in : &out) += all[i];
        if (mask == 15) observed = fabs(in / 4 - out / 5); /* the lowest mask of four comes first */
        extreme += fabs(in / 4 - out / 5) >= observed - 1e-12;
        total++;
    }
    near(extreme / total, permuted(all, 4, all + 4, 5, ENTI_MOST_LISTED, 0, NULL), 1e-12);
    sampled = permuted(all, 4, all + 4, 5, 1, 20000, NULL);
    near(extreme / total, sampled, 0.012); /* 3 standard errors of 20,000 draws */
    assert_true(permuted(all, 4, all + 4, 5, 1, 20000, NULL) == sampled);
}

static double ranked(const double *x, size_t n, const double *y, size_t m) {
    ent_error err = {.status = ENT_OK};
    double p = 0;
    must(enti_rank_sum(x, n, y, m, &p, &err), &err);
    return p;
}

static void test_rank_sum(void **state) {
    static const double low[] = {1, 2, 3, 4}, high[] = {5, 6, 7, 8, 9}, tied[] = {1, 1, 1};
    (void)state;
    /* U = 0, mean 10, variance 4 * 5 * 10 / 12; half a step of continuity. */
    near(enti_normal_two_sided(9.5 / sqrt(200.0 / 12)), ranked(low, 4, high, 5), 1e-12);
    near(ranked(low, 4, high, 5), ranked(high, 5, low, 4), 1e-12);
    near(1, ranked(low, 4, low, 4), 1e-12);
    assert_true(isnan(ranked(tied, 2, tied, 3)) && isnan(ranked(low, 0, high, 5)));
    /* Ties: 1 1 | 1 2: ranks 2 2 2 4, U of the first 1, mean 2, variance 2/6 (5 - 24/12). */
    near(enti_normal_two_sided(0.5 / sqrt(1.0)), ranked(tied, 2, (double[]){1, 2}, 2), 1e-12);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_distributions),
                                       cmocka_unit_test(test_not_defined),
                                       cmocka_unit_test(test_welch),
                                       cmocka_unit_test(test_equivalence),
                                       cmocka_unit_test(test_hedges),
                                       cmocka_unit_test(test_anova),
                                       cmocka_unit_test(test_holm),
                                       cmocka_unit_test(test_permutation),
                                       cmocka_unit_test(test_permutation_listed),
                                       cmocka_unit_test(test_rank_sum)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
