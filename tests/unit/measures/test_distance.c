/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Great circles on a sphere of radius 6371 km, and weights that fall with distance. */
#include "support/tiny_year.h"

static const double quarter_km = 10007.543398010286; /* 6371 pi / 2 */

static void test_great_circle(void **state) {
    tiny *t = tiny_new(4);
    (void)state;
    tiny_at(t, 0, 0, 0);
    tiny_at(t, 1, 0, 90);
    tiny_at(t, 2, 90, 17); /* the pole, at any longitude */
    tiny_at(t, 3, 0, 180); /* the antipode */
    tiny_measure(t);
    assert_true(fabs(t->distance[0 * 4 + 1] - quarter_km) < 1e-8);
    assert_true(fabs(t->distance[0 * 4 + 2] - quarter_km) < 1e-8);
    assert_true(fabs(t->distance[0 * 4 + 3] - 2 * quarter_km) < 1e-3); /* flat there */
    assert_true(t->distance[1 * 4 + 0] == t->distance[0 * 4 + 1]);
    assert_true(t->distance[0] == 0);
    tiny_free(t);
}

static void test_date_line(void **state) {
    tiny *t = tiny_new(2);
    (void)state;
    tiny_at(t, 0, 0, 179.5);
    tiny_at(t, 1, 0, -179.5);
    tiny_measure(t);
    assert_true(fabs(t->distance[1] - quarter_km / 90) < 1e-8);
    tiny_free(t);
}

static void test_weight(void **state) {
    tiny *t = tiny_new(3);
    (void)state;
    tiny_at(t, 1, 0, 90);
    tiny_at(t, 2, 0, -90);
    tiny_border(t, 0, 2); /* neighbours, however far the capitals */
    tiny_measure(t);
    close_to(t->year.weight[0 * 3 + 1], 0.1665619630682668); /* 1 / (1 + 10007.54 / 2000) */
    close_to(t->year.weight[1 * 3 + 0], 0.1665619630682668);
    assert_true(t->year.weight[0 * 3 + 2] == 1 && t->year.weight[1 * 3 + 1] == 1);
    tiny_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_great_circle), cmocka_unit_test(test_date_line),
                                       cmocka_unit_test(test_weight)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
