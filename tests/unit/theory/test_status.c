/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both tracks and the category in known cases; readings for every category on either side of the cut. */
#include "support/database.h"
#include "theory/status.h"

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    return 0;
}

static void test_cases(void **state) {
    static const struct {
        int a, b, year;
        const char *category, *practice, *treaty;
    } rows[] = {
        {710, 365, 1950, "alliance", NULL, "defence"},
        {710, 365, 1969, "paper alliance", "hostile", "defence"},
        {710, 365, 2021, "alignment", "strategic partnership", "consultation"},
        {710, 731, 2021, "alliance", NULL, "defence"},
        {2, 710, 2021, "hostile", "hostile", "none"},
        {2, 740, 2021, "alliance", NULL, "defence"},
        {220, 255, 2021, "integration", NULL, "defence"},
        {205, 305, 2021, "integration", NULL, NULL}, /* Ireland and Austria, by the Union's own duties */
        {732, 731, 2021, "hostile", "hostile", NULL},
    };
    int bad = 0;
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        ent_assessment *x = assess(all.world, rows[r].a, rows[r].b, rows[r].year, 0);
        char what[48];
        (void)snprintf(what, sizeof what, "%d and %d in %d", rows[r].a, rows[r].b, rows[r].year);
        bad += differs_text(what, rows[r].category, x->category);
        if (rows[r].practice != NULL) bad += differs_text(what, rows[r].practice, x->practice_rung);
        if (rows[r].treaty != NULL) bad += differs_text(what, rows[r].treaty, x->treaty_rung);
        ent_assessment_free(x);
    }
    assert_int_equal(bad, 0);
}

/* What must hold for every pair of a year. */
static void test_consistent(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_year *y = NULL;
    int seen[ENTI_CATEGORY_INTEGRATION + 1] = {0};
    (void)state;
    must(ent_year_open(all.world, 1985, NULL, &y, &err), &err);
    for (size_t i = 0; i < ent_year_count(y); i++)
        for (size_t j = i + 1; j < ent_year_count(y); j++) {
            enti_status s = enti_status_of(y, all.params, i, j);
            seen[s.category]++;
            assert_true(s.defence == (s.obligation == ENTI_DEFENCE));
            assert_true(!s.deep || s.defence);
            assert_true(s.defence == (s.ladder >= 6) || s.integrated);
            assert_true((s.category == ENTI_CATEGORY_PAPER) == (s.defence && s.mutual_rivalry));
            assert_true(!s.mutual_rivalry || s.practice_rung == ENTI_HOSTILE);
            assert_in_range(s.ladder, 0, 8);
            assert_true(s.practice.index >= 0 && s.practice.index <= 5);
        }
    ent_year_close(y);
    assert_true(seen[ENTI_CATEGORY_HOSTILE] > 0 && seen[ENTI_CATEGORY_PAPER] > 0 && seen[ENTI_CATEGORY_ALLIANCE] > 100);
    assert_true(seen[ENTI_CATEGORY_NONE] > 0 && seen[ENTI_CATEGORY_COOPERATION] > 0 &&
                seen[ENTI_CATEGORY_ALIGNMENT] > 0);
}

static void test_readings(void **state) {
    static const struct {
        enti_category category;
        enti_reading_word below, above, unknown;
    } rows[] = {
        {ENTI_CATEGORY_HOSTILE, ENTI_BARRED, ENTI_BARRED, ENTI_BARRED},
        {ENTI_CATEGORY_NONE, ENTI_NO_BASIS, ENTI_UNSIGNED, ENTI_READING_UNKNOWN},
        {ENTI_CATEGORY_COOPERATION, ENTI_NO_BASIS, ENTI_UNSIGNED, ENTI_READING_UNKNOWN},
        {ENTI_CATEGORY_ALIGNMENT, ENTI_NO_BASIS, ENTI_UNSIGNED, ENTI_READING_UNKNOWN},
        {ENTI_CATEGORY_ALLIANCE, ENTI_LEGACY, ENTI_SUPPORTED, ENTI_READING_UNKNOWN},
        {ENTI_CATEGORY_PAPER, ENTI_READING_PAPER, ENTI_READING_PAPER, ENTI_READING_PAPER},
        {ENTI_CATEGORY_INTEGRATION, ENTI_LEGACY, ENTI_SUPPORTED, ENTI_READING_UNKNOWN},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        enti_status s = {.category = rows[r].category};
        assert_int_equal(enti_reading_of(&s, all.params, 0), rows[r].below);
        assert_int_equal(enti_reading_of(&s, all.params, 0.2499), rows[r].below);
        assert_int_equal(enti_reading_of(&s, all.params, 0.25), rows[r].above);
        assert_int_equal(enti_reading_of(&s, all.params, 1), rows[r].above);
        assert_int_equal(enti_reading_of(&s, all.params, NAN), rows[r].unknown);
    }
}

static void test_words(void **state) {
    (void)state;
    assert_string_equal(enti_obligation_text(-1), "none");
    assert_string_equal(enti_obligation_text(ENTI_NONAGGRESSION), "non-aggression");
    assert_string_equal(enti_category_text(ENTI_CATEGORY_PAPER), "paper alliance");
    assert_string_equal(enti_reading_text(ENTI_READING_UNKNOWN), "cannot judge");
    assert_string_equal(enti_practice_text(ENTI_HOSTILE), "hostile");
    assert_string_equal(enti_ladder_text(8), "integration");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_consistent),
                                       cmocka_unit_test(test_readings), cmocka_unit_test(test_words)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
