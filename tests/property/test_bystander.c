/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A further state without capability, ties, rivalries or forums changes no score of any pair: L, percentile, interval,
 * hazards, theories, obstacles and changes stay the same to the bit. Only the practice index moves, by definition: it
 * holds a rank share among all pairs of the year, and there are more pairs.
 */
#include "support/made_world.h"
#include "support/same.h"

static ent_world *without, *with[2];
static const int bystander[2] = {999, 5}; /* last, and first in the order of codes */

static int setup(void **state) {
    (void)state;
    without = made_world(&(made_options){.code = made_codes});
    for (int w = 0; w < 2; w++)
        with[w] = made_world(&(made_options){.code = made_codes, .bystander = bystander[w]});
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_world_close(without);
    for (int w = 0; w < 2; w++)
        ent_world_close(with[w]);
    return 0;
}

/* The category may follow the practice index; everything else must not. */
static int differ_scores(const char *what, const ent_assessment *x, const ent_assessment *y) {
    return differ_support(what, x, y, false) +
           differ_lines(what, x->obstacles, x->obstacles_count, y->obstacles, y->obstacles_count, false) +
           differ_lines(what, x->supports, x->supports_count, y->supports, y->supports_count, false) +
           differ_theories(what, x, y, false) + differ_changes(what, x, y, false);
}

static void test_scores(void **state) {
    int bad = 0, moved = 0;
    (void)state;
    for (int year = 1998; year <= MADE_LAST; year += 3)
        for (int a = 0; a < MADE_STATES; a++)
            for (int b = a + 1; b < MADE_STATES; b++) {
                ent_assessment *x = assess(without, made_codes[a], made_codes[b], year, 20);
                for (int w = 0; w < 2; w++) {
                    ent_assessment *y = assess(with[w], made_codes[a], made_codes[b], year, 20);
                    char what[64];
                    (void)snprintf(what, sizeof what, "states %c and %c in %d", 'A' + a, 'A' + b, year);
                    bad += differ_scores(what, x, y);
                    moved += x->practice_index != y->practice_index;
                    ent_assessment_free(y);
                }
                ent_assessment_free(x);
            }
    assert_int_equal(bad, 0);
    assert_true(moved > 0);
}

/* The bystander itself is answered, without a figure. */
static void test_itself(void **state) {
    (void)state;
    for (int w = 0; w < 2; w++) {
        ent_assessment *x = assess(with[w], bystander[w], made_codes[0], 2001, 20);
        assert_true(isnan(x->percentile));
        assert_string_equal(x->reading, "cannot judge");
        assert_true(isnan(x->low) && isnan(x->high));
        ent_assessment_free(x);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_scores), cmocka_unit_test(test_itself)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
