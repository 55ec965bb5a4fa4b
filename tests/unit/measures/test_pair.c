/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The covariates of a pair, with stand-ins where a gap is not known and nothing about its own pact. */
#include "support/tiny_year.h"

enum { A, B, C };

static void test_values(void **state) {
    tiny *t = tiny_new(3);
    enti_pair p;
    (void)state;
    t->year.capability[A].value = 0.1;
    t->year.capability_before[A].value = 0.1;
    t->year.capability[B].value = 0.3;
    t->year.capability_before[B].value = 0.2; /* grows by ln(1.5) / 10 */
    t->year.ideal_point[A].value = -1;
    t->year.ideal_point[B].value = 1.5;
    t->year.polyarchy[A].value = 0.2;
    t->year.polyarchy[B].value = 0.9;
    tiny_measure(t);
    p = enti_pair_of(&t->year, A, B);
    assert_true(p.computable && p.interest_known && p.regime_known && !p.contiguous);
    close_to(p.interest_gap, 2.5);
    close_to(p.regime_gap, 0.7);
    close_to(p.autonomy[0], 0.75);
    close_to(p.autonomy[1], 0.25);
    close_to(p.shift[0], 0.75 * 0.40546510810816438); /* 10 x ln(1.5) / 10 */
    assert_true(p.shift[1] == 0);
    assert_true(p.trade[0] == 0 && p.trade[1] == 0);
    assert_true(fabs(p.distance_km - 111.19492664455873) < 1e-9);
    tiny_free(t);
}

static void test_unknown(void **state) {
    tiny *t = tiny_new(3);
    enti_pair p;
    (void)state;
    t->year.capability[B].value = NAN;
    t->year.ideal_point[A].value = 1;
    tiny_measure(t);
    p = enti_pair_of(&t->year, A, B);
    assert_true(!p.computable && !p.interest_known && !p.regime_known);
    assert_true(p.interest_gap == ENTI_GAP_INTEREST && p.regime_gap == ENTI_GAP_REGIME);
    assert_true(isnan(p.share[1]) && p.share[0] == 0.1);
    tiny_free(t);
}

/* A pact of the two changes nothing of what is asked about it. */
static void test_blind(void **state) {
    tiny *t = tiny_new(3), *allied = tiny_new(3);
    enti_pair p, q;
    (void)state;
    tiny_rivals(t, A, C);
    tiny_rivals(allied, A, C);
    tiny_treaty(allied, "AB");
    tiny_measure(t);
    tiny_measure(allied);
    p = enti_pair_of(&t->year, A, B);
    q = enti_pair_of(&allied->year, A, B);
    assert_true(p.gain[0] > 0);
    close_to(q.gain[0], p.gain[0]);
    close_to(q.gain[1], p.gain[1]);
    close_to(q.autonomy[0], p.autonomy[0]);
    assert_int_equal(q.common_allies, p.common_allies);
    tiny_free(t);
    tiny_free(allied);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_values), cmocka_unit_test(test_unknown),
                                       cmocka_unit_test(test_blind)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
