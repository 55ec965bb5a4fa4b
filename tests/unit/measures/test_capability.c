/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares, growth and strength. */
#include "support/tiny_year.h"

static void test_shares(void **state) {
    tiny *t = tiny_new(4);
    (void)state;
    t->year.capability[1].value = NAN;  /* a third party without a figure */
    t->year.capability[2].value = 1e-9; /* next to nothing */
    t->year.capability[3].value = 0;
    tiny_measure(t);
    close_to(t->year.share[0], 0.1);
    for (int i = 1; i < 4; i++)
        assert_true(t->year.share[i] == ENTI_CAPABILITY_FLOOR);
    tiny_free(t);
}

static void test_growth(void **state) {
    tiny *t = tiny_new(5);
    (void)state;
    t->year.capability_before[0].value = 0.05; /* doubled in ten years: ln 2 / 10 */
    t->year.capability_before[1].value = 0.01; /* ten-fold: cut at 0.1 */
    t->year.capability_before[2].value = 0.9;  /* down to a ninth: cut at -0.1 */
    t->year.capability_before[3].value = NAN;  /* not known: none */
    t->year.capability_before[4].value = 0.1;
    tiny_measure(t);
    close_to(t->year.growth[0], 0.069314718055994531);
    assert_true(t->year.growth[1] == 0.1);
    assert_true(t->year.growth[2] == -0.1);
    assert_true(t->year.growth[3] == 0 && t->year.growth[4] == 0);
    tiny_free(t);
}

/* Own capability and half of each ally's, once however many treaties tie them. */
static void test_strength(void **state) {
    tiny *t = tiny_new(4);
    (void)state;
    t->year.capability[1].value = 0.2;
    t->year.capability[2].value = 0.4;
    tiny_treaty(t, "AB");
    tiny_treaty(t, "ABC");
    tiny_measure(t);
    close_to(t->year.strength[0], 0.1 + 0.5 * (0.2 + 0.4));
    close_to(t->year.strength[2], 0.4 + 0.5 * (0.1 + 0.2));
    close_to(t->year.strength[3], 0.1);
    tiny_free(t);
}

/* Nobody, and a world of one. */
static void test_small(void **state) {
    (void)state;
    for (size_t n = 0; n < 2; n++) {
        tiny *t = tiny_new(n);
        tiny_measure(t);
        if (n == 1) close_to(t->year.total_threat[0], 0);
        tiny_free(t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shares), cmocka_unit_test(test_growth),
                                       cmocka_unit_test(test_strength), cmocka_unit_test(test_small)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
