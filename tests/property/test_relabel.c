/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Permuting the codes of the states permutes the answers: nothing hangs on a number or on the order of states. */
#include "support/made_world.h"
#include "support/same.h"

static ent_world *original;

static int setup(void **state) {
    const made_options options = {.code = made_codes};
    (void)state;
    original = made_world(&options);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_world_close(original);
    return 0;
}

/* Every pair in three years, under both labels. */
static int differ_worlds(const ent_world *relabelled, const int *code) {
    int bad = 0;
    for (int year = 1997; year <= MADE_LAST; year += 3)
        for (int a = 0; a < MADE_STATES; a++)
            for (int b = a + 1; b < MADE_STATES; b++) {
                ent_assessment *x = assess(original, made_codes[a], made_codes[b], year, 20);
                ent_assessment *y = assess(relabelled, code[a], code[b], year, 20);
                char what[64];
                (void)snprintf(what, sizeof what, "states %c and %c in %d", 'A' + a, 'A' + b, year);
                bad += differ_assessments(what, x, y, false) + differ_practice(what, x, y);
                ent_assessment_free(x);
                ent_assessment_free(y);
            }
    return bad;
}

static void check(const int *code) {
    const made_options options = {.code = code};
    ent_world *relabelled = made_world(&options);
    int bad = differ_worlds(relabelled, code);
    ent_world_close(relabelled);
    assert_int_equal(bad, 0);
}

static void test_reversed(void **state) {
    static const int code[MADE_STATES] = {200, 190, 180, 170, 160, 150, 140, 130, 120, 110};
    (void)state;
    check(code);
}

static void test_shuffled(void **state) {
    static const int code[MADE_STATES] = {150, 200, 110, 180, 130, 170, 190, 120, 160, 140};
    (void)state;
    check(code);
}

static void test_other_numbers(void **state) {
    static const int code[MADE_STATES] = {2, 20, 931, 42, 41, 40, 710, 365, 9, 950};
    (void)state;
    check(code);
}

/* The comparison itself notices when two different pairs are compared. */
static void test_can_fail(void **state) {
    ent_assessment *x = assess(original, made_codes[0], made_codes[1], 2000, 0);
    ent_assessment *y = assess(original, made_codes[0], made_codes[2], 2000, 0);
    int bad = strcmp(x->category, y->category) != 0 || fabs(x->support_l - y->support_l) > same_tolerance;
    (void)state;
    ent_assessment_free(x);
    ent_assessment_free(y);
    assert_int_equal(bad, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reversed), cmocka_unit_test(test_shuffled),
                                       cmocka_unit_test(test_other_numbers), cmocka_unit_test(test_can_fail)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
