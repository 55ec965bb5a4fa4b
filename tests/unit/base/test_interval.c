/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wilson's interval: figures by hand, the ends, and that it holds the share. */
#include "base/interval.h"
#include "support/fixture.h"

static void test_by_hand(void **state) {
    double low, high;
    (void)state;
    enti_wilson(0.5, 100, &low, &high); /* 0.4038, 0.5962 */
    assert_true(fabs(low - 0.403832) < 1e-5 && fabs(high - 0.596168) < 1e-5);
    enti_wilson(0, 10, &low, &high); /* z^2 / (10 + z^2) */
    assert_true(low == 0 && fabs(high - 3.841459 / 13.841459) < 1e-6);
}

static void test_holds_the_share(void **state) {
    (void)state;
    for (int all = 1; all <= 3000; all += 37)
        for (int hits = 0; hits <= all; hits++) {
            double share = (double)hits / all, low, high;
            enti_wilson(share, all, &low, &high);
            assert_true(0 <= low && low <= share && share <= high && high <= 1);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_by_hand), cmocka_unit_test(test_holds_the_share)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
