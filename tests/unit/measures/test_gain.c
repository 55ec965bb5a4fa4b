/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Security gained from an ally, worked by hand for A (0.1), B (0.2) next door, and A's rival K (0.3). */
#include "support/tiny_year.h"

enum { A, B, K, N };

static const double theta = 0.75; /* of K, next door too: 0.3 / (0.3 + 0.1) */

static tiny *example(void) {
    tiny *t = tiny_new(4);
    t->year.capability[B].value = 0.2;
    t->year.capability[K].value = 0.3;
    tiny_border(t, A, B);
    tiny_border(t, A, K);
    tiny_rivals(t, A, K);
    return t;
}

static double gain(const tiny *t, size_t a, size_t b, int side) {
    enti_view view = enti_view_of(&t->year, a, b);
    return enti_gain(&view, side);
}

/* Help is 0.5 x 0.2 x 1 = 0.1: the odds go from 0.1 / 0.4 to 0.2 / 0.5. */
static void test_by_hand(void **state) {
    tiny *t = example();
    (void)state;
    tiny_measure(t);
    close_to(gain(t, A, B, 0), theta * (0.4 - 0.25));
    close_to(gain(t, B, A, 1), theta * (0.4 - 0.25));
    assert_true(gain(t, A, B, 1) == 0); /* B has no rival */
    tiny_free(t);
}

static void test_exponent(void **state) {
    tiny *t = example();
    (void)state;
    t->year.form.contest = 2;
    tiny_measure(t);
    close_to(gain(t, A, B, 0), theta * (0.04 / 0.13 - 0.01 / 0.10));
    tiny_free(t);
}

/* An ally that is one already is taken away first, so that being allied does not count against the alliance. */
static void test_own_pact(void **state) {
    tiny *t = example();
    (void)state;
    tiny_treaty(t, "AB");
    tiny_measure(t);
    close_to(t->year.strength[A], 0.2);
    close_to(gain(t, A, B, 0), theta * (0.4 - 0.25));
    tiny_free(t);
}

static void test_no_gain(void **state) {
    tiny *t = example();
    (void)state;
    tiny_rivals(t, A, B);
    tiny_measure(t);
    assert_true(gain(t, A, B, 0) == 0); /* from a rival */
    assert_true(gain(t, A, K, 0) == 0);
    tiny_free(t);
    t = example();
    tiny_treaty(t, "BC"); /* B is bound to K: it does not help against it */
    tiny_measure(t);
    assert_true(gain(t, A, B, 0) == 0);
    tiny_free(t);
}

/* Twice A's capability: shares are divided by their new sum, 1.1; B's and K's shrink by it. */
static void test_scaled(void **state) {
    tiny *t = example();
    enti_view view;
    double own, help, rival;
    (void)state;
    tiny_measure(t);
    view = enti_view_of(&t->year, A, B);
    view.scale[0] = 2;
    own = 0.2 / 1.1;
    help = 0.5 * 0.2 / 1.1;
    rival = 0.3 / 1.1;
    close_to(enti_view_share(&view, A), own);
    close_to(enti_view_share(&view, N), 0.1 / 1.1);
    close_to(enti_view_strength(&view, K), rival);
    close_to(enti_gain(&view, 0), rival / (rival + own) * ((own + help) / (own + help + rival) - own / (own + rival)));
    tiny_free(t);
}

/* The allies of a state that grows count on more. */
static void test_scaled_ally(void **state) {
    tiny *t = example();
    enti_view view;
    (void)state;
    tiny_treaty(t, "AD");
    tiny_measure(t);
    view = enti_view_of(&t->year, A, B);
    view.scale[0] = 2;
    close_to(enti_view_strength(&view, N), (0.1 + 0.5 * 0.2) / 1.1);
    close_to(enti_view_strength(&view, A), (0.2 + 0.5 * 0.1) / 1.1);
    tiny_free(t);
}

/* A rivalry that a counterfactual begins has a reach though the year holds none. */
static void test_new_rival(void **state) {
    tiny *t = example();
    enti_view view;
    (void)state;
    tiny_border(t, B, K);
    tiny_measure(t);
    view = enti_view_of(&t->year, A, B);
    enti_set_add(&view.rivals[1], K);
    /* B: own 0.2, help 0.05, theta 0.3 / 0.5 */
    close_to(enti_gain(&view, 1), 0.6 * (0.25 / 0.55 - 0.2 / 0.5));
    tiny_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_by_hand),  cmocka_unit_test(test_exponent),
                                       cmocka_unit_test(test_own_pact), cmocka_unit_test(test_no_gain),
                                       cmocka_unit_test(test_scaled),   cmocka_unit_test(test_scaled_ally),
                                       cmocka_unit_test(test_new_rival)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
