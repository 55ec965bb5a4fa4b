/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ten indices against values worked out by hand, and what holds for all counts. */
#include "support/fixture.h"

static const double self_b[] = {4, 1, 5, 30, 3, 7}, other_b[] = {20, 3, 12, 45, 5, 15};

static void close_to(const ent_belief_profile *p, ent_belief index, double expected) {
    if (differs(ent_belief_name(index), expected, p->value[index], 5e-7)) fail();
}

static void test_worked_example(void **state) {
    ent_belief_profile p;
    (void)state;
    ent_belief_indices(self_b, other_b, &p);
    assert_true(p.self == 50 && p.other == 100);
    close_to(&p, ENT_BELIEF_I1, 0.6);
    close_to(&p, ENT_BELIEF_I2, 38.0 / 150);
    close_to(&p, ENT_BELIEF_I3, 0.28);
    close_to(&p, ENT_BELIEF_I4A, 0.4);
    close_to(&p, ENT_BELIEF_I4B, 0.44);
    close_to(&p, ENT_BELIEF_P1, 0.3);
    close_to(&p, ENT_BELIEF_P2, 22.0 / 300);
    close_to(&p, ENT_BELIEF_P3, 0.13936);
    close_to(&p, ENT_BELIEF_P4A, 1.0 / 3);
    close_to(&p, ENT_BELIEF_P4B, 2.0 / 3);
    close_to(&p, ENT_BELIEF_P5, 0.953547);
    close_to(&p, (ent_belief)(ENT_BELIEF_I5 + ENT_VICS_REWARD), 0.14);
}

/* Small counts whose indices follow by mental arithmetic. */
static void test_by_hand(void **state) {
    static const double one[] = {0, 0, 0, 4, 0, 0}, half[] = {1, 0, 0, 0, 0, 1}, ends[] = {0, 2, 0, 0, 0, 0};
    ent_belief_profile p;
    (void)state;
    ent_belief_indices(one, half, &p);
    close_to(&p, ENT_BELIEF_I1, 1);
    close_to(&p, ENT_BELIEF_I2, 1.0 / 3);
    close_to(&p, ENT_BELIEF_I3, 1);
    close_to(&p, ENT_BELIEF_I4A, 0);
    close_to(&p, ENT_BELIEF_I4B, 0); /* words only */
    close_to(&p, ENT_BELIEF_P1, 0);
    close_to(&p, ENT_BELIEF_P2, 0);
    close_to(&p, ENT_BELIEF_P3, 0.4); /* 1 - 6/5 (1 - 1/2) */
    close_to(&p, ENT_BELIEF_P4A, 2.0 / 3);
    close_to(&p, ENT_BELIEF_P5, 1 - 0.4 * 2 / 3);
    ent_belief_indices(half, ends, &p);
    close_to(&p, ENT_BELIEF_I4B, 0); /* deeds only */
    close_to(&p, ENT_BELIEF_P1, -1);
    close_to(&p, ENT_BELIEF_P2, -2.0 / 3);
}

static void test_extremes(void **state) {
    static const double equal[] = {3, 3, 3, 3, 3, 3};
    ent_belief_profile p;
    (void)state;
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++) {
        double all[ENT_VICS_CATEGORIES] = {0};
        all[k] = 7;
        ent_belief_indices(all, equal, &p);
        close_to(&p, ENT_BELIEF_I3, 1);
        close_to(&p, (ent_belief)(ENT_BELIEF_I5 + k), 1);
        close_to(&p, ENT_BELIEF_P3, 0);
    }
}

static void test_undefined(void **state) {
    static const double none[ENT_VICS_CATEGORIES] = {0}, bad[] = {1, 2, -1, 0, 0, 0},
                        nan_count[] = {NAN, 1, 1, 1, 1, 1};
    ent_belief_profile p;
    (void)state;
    ent_belief_indices(none, other_b, &p);
    assert_true(isnan(p.value[ENT_BELIEF_I1]) && isnan(p.value[ENT_BELIEF_I4B]) && isnan(p.value[ENT_BELIEF_I5]));
    assert_true(p.self == 0 && p.other == 100);
    close_to(&p, ENT_BELIEF_P1, 0.3);
    close_to(&p, ENT_BELIEF_P4A, 0);
    close_to(&p, ENT_BELIEF_P5, 1);
    ent_belief_indices(self_b, none, &p);
    assert_true(isnan(p.value[ENT_BELIEF_P1]) && isnan(p.value[ENT_BELIEF_P5]));
    close_to(&p, ENT_BELIEF_P4A, 1);
    for (int i = 0; i < 3; i++) {
        ent_belief_indices(i == 0 ? none : i == 1 ? bad : nan_count, i == 0 ? none : self_b, &p);
        for (int b = 0; b < ENT_BELIEFS; b++)
            assert_true(isnan(p.value[b]));
    }
}

static void test_laws(void **state) {
    static const int pairs[][2] = {
        {ENT_BELIEF_I1, ENT_BELIEF_P1}, {ENT_BELIEF_I2, ENT_BELIEF_P2}, {ENT_BELIEF_I3, ENT_BELIEF_P3}};
    double twice[2][ENT_VICS_CATEGORIES];
    ent_belief_profile p, swapped, doubled;
    (void)state;
    for (int k = 0; k < ENT_VICS_CATEGORIES; k++) {
        twice[0][k] = 7 * self_b[k];
        twice[1][k] = 7 * other_b[k];
    }
    ent_belief_indices(self_b, other_b, &p);
    ent_belief_indices(other_b, self_b, &swapped);
    ent_belief_indices(twice[0], twice[1], &doubled);
    for (size_t i = 0; i < 3; i++) {
        close_to(&swapped, (ent_belief)pairs[i][0], p.value[pairs[i][1]]);
        close_to(&swapped, (ent_belief)pairs[i][1], p.value[pairs[i][0]]);
    }
    close_to(&swapped, ENT_BELIEF_P4A, p.value[ENT_BELIEF_P4B]);
    for (int b = 0; b < ENT_BELIEFS; b++)
        close_to(&doubled, (ent_belief)b, p.value[b]);
    assert_true(doubled.self == 350);
}

static void word(ent_belief index, double value, const char *expected) {
    assert_string_equal(ent_belief_word(index, value), expected);
}

static void test_words(void **state) {
    (void)state;
    word(ENT_BELIEF_P2, -0.31, "somewhat pessimistic"); /* Rusk 1961, as his biographers read him */
    word(ENT_BELIEF_I2, 0.27, "somewhat cooperative");
    word(ENT_BELIEF_I1, 0.43, "definitely cooperative");
    word(ENT_BELIEF_P5, 0.96, "very high");
    word(ENT_BELIEF_P1, 0, "mixed");
    word(ENT_BELIEF_P1, 0.125, "mixed"); /* a tie goes to the weaker claim */
    word(ENT_BELIEF_P1, -0.126, "somewhat hostile");
    word(ENT_BELIEF_P1, -1, "extremely hostile");
    word(ENT_BELIEF_P1, 5, "extremely friendly");
    word(ENT_BELIEF_I3, 0.1, "very low");
    word((ent_belief)(ENT_BELIEF_I5 + ENT_VICS_APPEAL), 0.54, "very high");
    word((ent_belief)(ENT_BELIEF_I5 + ENT_VICS_PROMISE), 0.0799, "low");
    word(ENT_BELIEF_P1, NAN, "not defined");
    assert_string_equal(ent_belief_norm_word(ENT_BELIEF_P1, -1.66), "very hostile");
    assert_string_equal(ent_belief_norm_word(ENT_BELIEF_P1, 0.2), "mixed");
    assert_string_equal(ent_belief_norm_word(ENT_BELIEF_I3, 0.6), "high");
    assert_string_equal(ent_belief_norm_word(ENT_BELIEF_I3, NAN), "not defined");
}

static void test_names(void **state) {
    (void)state;
    for (int b = 0; b < ENT_BELIEFS; b++)
        assert_true(*ent_belief_name((ent_belief)b) != 0 && *ent_belief_key((ent_belief)b) != 0 &&
                    *ent_belief_title((ent_belief)b) != 0);
    assert_null(ent_belief_name(ENT_BELIEFS));
    assert_null(ent_belief_key(ENT_BELIEFS));
    assert_null(ent_belief_title(ENT_BELIEFS));
    assert_null(ent_vics_name(ENT_VICS_CATEGORIES));
    assert_string_equal(ent_vics_name(ENT_VICS_APPEAL), "appeal");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_worked_example), cmocka_unit_test(test_by_hand),
                                       cmocka_unit_test(test_extremes),       cmocka_unit_test(test_undefined),
                                       cmocka_unit_test(test_laws),           cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
