/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two capabilities against each other. */
#include "measures/measures.h"
#include "support/fixture.h"

static void test_ratio(void **state) {
    (void)state;
    assert_true(enti_capability_ratio(0.1, 0.4) == 0.25);
    assert_true(enti_capability_ratio(0.4, 0.1) == 0.25);
    assert_true(enti_capability_ratio(0, 0.1) == 0);
    assert_true(enti_capability_ratio(0.2, 0.2) == 1);
    assert_true(isnan(enti_capability_ratio(0, 0)) && isnan(enti_capability_ratio(NAN, 1)));
    assert_true(isnan(enti_capability_ratio(1, NAN)));
}

static void test_share(void **state) {
    (void)state;
    assert_true(enti_capability_share(1, 3) == 0.25);
    assert_true(enti_capability_share(3, 1) == 0.75);
    assert_true(enti_capability_share(0, 1) == 0);
    assert_true(isnan(enti_capability_share(0, 0)) && isnan(enti_capability_share(1, NAN)));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ratio), cmocka_unit_test(test_share)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
