/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Common allies, leaving out treaties that hold the pair together: a big treaty must not explain itself. */
#include "support/tiny_year.h"

enum { A, B };

static int count(const char *const *treaties) {
    tiny *t = tiny_new(6);
    int common;
    for (; *treaties != NULL; treaties++)
        tiny_treaty(t, *treaties);
    tiny_measure(t);
    common = enti_common_allies(&t->year, A, B);
    assert_int_equal(enti_common_allies(&t->year, B, A), common);
    tiny_free(t);
    return common;
}

#define COUNT(...) count((const char *const[]){__VA_ARGS__, NULL})

static void test_counts(void **state) {
    (void)state;
    assert_int_equal(COUNT("CD"), 0);
    assert_int_equal(COUNT("AC"), 0);
    assert_int_equal(COUNT("AC", "BC"), 1);
    assert_int_equal(COUNT("AC", "BD"), 0);
    assert_int_equal(COUNT("ACD", "BCD"), 2);
    assert_int_equal(COUNT("ABCDEF"), 0);               /* everyone, but through their own treaty */
    assert_int_equal(COUNT("ABC", "AC", "BC"), 1);      /* and outside it */
    assert_int_equal(COUNT("ABC", "AC"), 0);            /* only one of them outside it */
    assert_int_equal(COUNT("AB"), 0);                   /* not one another */
    assert_int_equal(COUNT("AC", "AC", "BC", "BC"), 1); /* once, however often */
}

static void test_nobody(void **state) {
    tiny *t = tiny_new(2);
    (void)state;
    tiny_measure(t);
    assert_int_equal(enti_common_allies(&t->year, A, B), 0);
    tiny_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts), cmocka_unit_test(test_nobody)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
