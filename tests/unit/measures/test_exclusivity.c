/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared and unshared rivals, entrapment, encirclement, likeness of regional ties. */
#include "support/tiny_year.h"

enum { A, B, K, L, M };

static enti_exclusivity of(const tiny *t, size_t a, size_t b) {
    enti_view view = enti_view_of(&t->year, a, b);
    return enti_exclusivity_of(&view);
}

static void test_sets(void **state) {
    tiny *t = tiny_new(5);
    enti_exclusivity x;
    (void)state;
    tiny_rivals(t, A, K);
    tiny_rivals(t, B, K);
    tiny_measure(t);
    x = of(t, A, B);
    assert_true(x.exclusive && !x.mutual);
    assert_int_equal(x.shared_count, 1);
    assert_true(enti_set_has(&x.shared, K));
    tiny_rivals(t, A, L);
    x = of(t, A, B);
    assert_false(x.exclusive);
    assert_int_equal(x.unshared_count[0], 1);
    assert_int_equal(x.unshared_count[1], 0);
    assert_true(enti_set_has(&x.unshared[0], L));
    x = of(t, B, A); /* the same, sides exchanged */
    assert_int_equal(x.unshared_count[1], 1);
    tiny_free(t);
}

/* Rivals of each other: neither counts as the other's unshared rival. */
static void test_mutual(void **state) {
    tiny *t = tiny_new(3);
    enti_exclusivity x;
    (void)state;
    tiny_rivals(t, A, B);
    tiny_measure(t);
    x = of(t, A, B);
    assert_true(x.mutual && !x.exclusive);
    assert_int_equal(x.unshared_count[0] + x.unshared_count[1] + x.shared_count, 0);
    tiny_free(t);
}

static void test_no_rivals(void **state) {
    tiny *t = tiny_new(2);
    enti_exclusivity x;
    (void)state;
    tiny_measure(t);
    x = of(t, A, B);
    assert_true(!x.mutual && !x.exclusive);
    assert_int_equal(x.shared_count, 0);
    tiny_free(t);
}

/* B would share the threats of L and M to A: one half each, from neighbours of the same size. */
static void test_entrapment(void **state) {
    tiny *t = tiny_new(5);
    enti_exclusivity x;
    (void)state;
    tiny_border(t, A, L);
    tiny_border(t, A, M);
    tiny_rivals(t, A, L);
    tiny_rivals(t, A, M);
    tiny_measure(t);
    x = of(t, A, B);
    close_to(enti_entrapment(&t->year, &x, A, B, 1), 1);
    close_to(enti_entrapment(&t->year, &x, A, B, 0), 0);
    x = of(t, B, A);
    close_to(enti_entrapment(&t->year, &x, B, A, 0), 1);
    tiny_free(t);
}

/* Four neighbours of A: a rival, an ally of that rival, an ally of both, a stranger. */
static void test_encirclement(void **state) {
    tiny *t = tiny_new(6);
    (void)state;
    for (size_t i = 1; i < 5; i++)
        tiny_border(t, A, i);
    tiny_rivals(t, A, 1);
    tiny_treaty(t, "BC");
    tiny_treaty(t, "BD");
    tiny_treaty(t, "AD");
    tiny_measure(t);
    close_to(enti_encirclement(&t->year, A), 0.5);
    close_to(enti_encirclement(&t->year, 4), 0);
    assert_true(isnan(enti_encirclement(&t->year, 5))); /* an island */
    tiny_free(t);
}

/* Neighbours: K both fear, L is A's ally and B's rival, M is A's ally only. (1 - 1 + 0) / 3. */
static void test_regional(void **state) {
    tiny *t = tiny_new(5);
    (void)state;
    tiny_border(t, A, K);
    tiny_border(t, A, L);
    tiny_border(t, B, M);
    tiny_rivals(t, A, K);
    tiny_rivals(t, B, K);
    tiny_measure(t);
    close_to(enti_regional_likeness(&t->year, A, B), 1);
    tiny_treaty(t, "AD");
    tiny_rivals(t, B, L);
    tiny_treaty(t, "AE");
    close_to(enti_regional_likeness(&t->year, A, B), 0);
    close_to(enti_regional_likeness(&t->year, B, A), 0);
    tiny_free(t);
    t = tiny_new(3);
    tiny_measure(t);
    assert_true(isnan(enti_regional_likeness(&t->year, A, B)));
    tiny_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sets),         cmocka_unit_test(test_mutual),
                                       cmocka_unit_test(test_no_rivals),    cmocka_unit_test(test_entrapment),
                                       cmocka_unit_test(test_encirclement), cmocka_unit_test(test_regional)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
