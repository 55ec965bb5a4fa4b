/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and quantiles: none, one, and the values R's quantile(type = 7) gives for 1, 2, 4, 8. */
#include "base/order.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
