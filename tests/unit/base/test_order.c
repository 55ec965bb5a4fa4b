/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and quantiles: none, one, and the values R's quantile(type = 7) gives for 1, 2, 4, 8. */
#include "base/order.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_order(void **state) {
    double numbers[] = {8, 1, 4, 2};
    (void)state;
    enti_sort(numbers, 0);
    enti_sort(numbers, 4);
    assert_true(numbers[0] == 1 && numbers[1] == 2 && numbers[2] == 4 && numbers[3] == 8);
    assert_true(enti_order_quantile(numbers, 4, 0) == 1);
    assert_true(enti_order_quantile(numbers, 4, 1) == 8);
    assert_true(fabs(enti_order_quantile(numbers, 4, 0.5) - 3) < 1e-12);
    assert_true(fabs(enti_order_quantile(numbers, 4, 0.05) - 1.15) < 1e-12);
    assert_true(enti_order_quantile(numbers, 1, 0.3) == 1);
}

/* Every index of lists with and without ties, sorted, reversed and mixed. */
static void test_select(void **state) {
    static const double lists[][7] = {{1, 2, 3, 4, 5, 6, 7},
                                      {7, 6, 5, 4, 3, 2, 1},
                                      {3, 1, 3, 2, 3, 1, 2},
                                      {5, 5, 5, 5, 5, 5, 5},
                                      {2, 7, 1, 8, 2, 8, 1}};
    (void)state;
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        for (size_t k = 0; k < 7; k++) {
            double mixed[7], sorted[7];
            memcpy(mixed, lists[l], sizeof mixed);
            memcpy(sorted, lists[l], sizeof sorted);
            enti_sort(sorted, 7);
            assert_true(enti_order_select(mixed, 7, k) == sorted[k]);
        }
}

/* Negative and tiny numbers, both zeros, infinities; equal ones keep their order; a list of random bits. */
static void test_rank(void **state) {
    enti_ranked list[2000], spare[2000];
    static const double few[] = {0.0, -1.5, 1e300, -0.0, 5e-324, -1.5, INFINITY, -INFINITY, 0.0};
    static const uint32_t order[] = {7, 1, 5, 0, 3, 8, 4, 2, 6};
    uint64_t random = 88172645463325252u;
    (void)state;
    enti_order_rank(list, 0, spare);
    for (uint32_t i = 0; i < 9; i++)
        list[i] = (enti_ranked){few[i], i};
    enti_order_rank(list, 9, spare);
    for (int i = 0; i < 9; i++)
        assert_int_equal(list[i].of, order[i]);
    for (uint32_t i = 0; i < 2000; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        list[i] = (enti_ranked){(double)(int64_t)random / 3, i};
    }
    enti_order_rank(list, 2000, spare);
    for (int i = 1; i < 2000; i++)
        assert_true(list[i - 1].value <= list[i].value);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_select),
                                       cmocka_unit_test(test_rank)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
