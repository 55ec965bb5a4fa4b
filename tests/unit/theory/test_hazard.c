/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hazards from L and from the record of the era, and probabilities within years. */
#include "support/fixture.h"
#include "theory/hazard.h"
#include "theory/support.h"

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    return 0;
}

static void close_to(double found, double expected) {
    if (!(fabs(found - expected) <= 1e-12)) fail_msg("found %.17g, expected %.17g", found, expected);
}

static void test_founding(void **state) {
    (void)state;
    close_to(enti_founding_hazard(all.params, 0), 0.51);
    close_to(enti_founding_hazard(all.params, -7), 0.51 * 0.00091188196555451624);
    assert_true(enti_founding_hazard(all.params, -INFINITY) == 0);
    assert_true(isnan(enti_founding_hazard(all.params, NAN)));
}

/* No rate makes a probability above one. */
static void test_capped(void **state) {
    ent_params params = *all.params;
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(ent_params_set(&params, "founding_rate", 2, &err), &err);
    assert_true(enti_founding_hazard(&params, 0) == 1);
    assert_true(enti_within(1, 5) == 1);
}

/* s(5.88 + 1.20 Lc - 1.20 max(0, Lc + 8)), Lc = min(L, -3): the bend of -1.22 is held so that the bound never falls. */
static void test_upper_bound(void **state) {
    (void)state;
    close_to(enti_upper_bound(all.params, -10), 1 / (1 + exp(6.12)));
    close_to(enti_upper_bound(all.params, -6), 1 / (1 + exp(-(5.88 - 7.2 + 2 * -1.20))));
    assert_true(enti_upper_bound(all.params, -3) == enti_upper_bound(all.params, -1));
    assert_true(isnan(enti_upper_bound(all.params, NAN)));
    assert_true(enti_upper_bound(all.params, -1000) >= 0);
}

static void test_exit(void **state) {
    (void)state;
    assert_true(enti_exit_hazard(all.params, 1990) == 0.010);
    assert_true(enti_exit_hazard(all.params, 1991) == 0.0022);
    assert_true(enti_exit_hazard(all.params, 1946) == 0.010);
    assert_true(enti_exit_hazard(all.params, 1945) == 0.023 && enti_exit_hazard(all.params, 1919) == 0.023);
    assert_true(enti_exit_hazard(all.params, 1918) == 0.052 && enti_exit_hazard(all.params, 1816) == 0.052);
}

static void test_within(void **state) {
    (void)state;
    close_to(enti_within(0.1, 1), 0.1);
    close_to(enti_within(0.1, 2), 0.19);
    assert_true(enti_within(0, 50) == 0);
    assert_true(isnan(enti_within(NAN, 5)));
}

static void test_logistic(void **state) {
    (void)state;
    close_to(enti_logistic(0), 0.5);
    close_to(enti_log_logistic(0), -0.69314718055994531);
    for (double x = -40; x <= 40; x += 0.5) {
        close_to(enti_logistic(x) + enti_logistic(-x), 1);
        if (fabs(x) < 30) close_to(enti_log_logistic(x), log(enti_logistic(x)));
    }
    assert_true(enti_log_logistic(-1e6) == -1e6 && enti_log_logistic(1e6) == 0); /* no overflow */
    assert_true(enti_logistic(-1e6) == 0 && enti_logistic(1e6) == 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_founding),    cmocka_unit_test(test_capped),
                                       cmocka_unit_test(test_upper_bound), cmocka_unit_test(test_exit),
                                       cmocka_unit_test(test_within),      cmocka_unit_test(test_logistic)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
