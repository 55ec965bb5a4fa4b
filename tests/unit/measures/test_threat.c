/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threat of a rival: reach to the power 1/2, times its part of the two's strength; reach through an ally next door. */
#include "support/tiny_year.h"

static const double w90 = 0.1665619630682668; /* weight of a quarter of the equator */

static void test_direct(void **state) {
    tiny *t = tiny_new(3);
    (void)state;
    tiny_at(t, 1, 0, 90);
    t->year.capability[1].value = 0.3;
    tiny_rivals(t, 0, 1);
    tiny_measure(t);
    close_to(t->year.theta[0 * 3 + 1], sqrt(w90) * 0.3 / 0.4);
    close_to(t->year.theta[1 * 3 + 0], sqrt(w90) * 0.1 / 0.4);
    close_to(t->year.total_threat[0], sqrt(w90) * 0.75);
    assert_true(t->year.theta[0 * 3 + 2] == 0 && t->year.total_threat[2] == 0); /* no rivals, no threat */
    tiny_free(t);
}

/* K, far away, is allied to N, next door to A: reach is half of N's weight, if that is more. */
static void test_through_ally(void **state) {
    tiny *t = tiny_new(3);
    (void)state;
    tiny_at(t, 1, 0, 90);
    tiny_border(t, 0, 2);
    tiny_treaty(t, "BC");
    tiny_rivals(t, 0, 1);
    tiny_measure(t);
    close_to(t->year.reach[0 * 3 + 1], sqrt(0.5));
    close_to(t->year.theta[0 * 3 + 1], sqrt(0.5) * 0.15 / 0.25);
    t->year.form.proxy_reach = 0.1; /* then it comes the long way itself */
    close_to(enti_reach(&t->year, 0, 1), sqrt(w90));
    t->year.form.reach_power = 0;
    close_to(enti_reach(&t->year, 0, 1), 1);
    tiny_free(t);
}

static void test_total(void **state) {
    tiny *t = tiny_new(3);
    (void)state;
    tiny_border(t, 0, 1);
    tiny_border(t, 0, 2);
    tiny_rivals(t, 0, 1);
    tiny_rivals(t, 0, 2);
    tiny_measure(t);
    close_to(t->year.theta[1], 0.5);
    close_to(t->year.total_threat[0], 1 - 0.5 * 0.5);
    tiny_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_direct), cmocka_unit_test(test_through_ally),
                                       cmocka_unit_test(test_total)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
