/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operational codes put into a copy of the snapshot: the gate opens and shuts, words follow the distance, and where a
 * code is missing the theory says for whom it cannot judge. */
#include "support/database.h"
#include "theory/beliefs.h"

static fixture all;
static char *folder, *file;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    folder = folder_new();
    file = text_of("%s/codes.db", folder);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    free(file);
    folder_remove(folder);
    fixture_close(&all);
    return 0;
}

#define CODE(code, leader, from, to, p1, i1) CODE_AS("measured", code, leader, from, to, p1, i1)
#define CODE_AS(basis, code, leader, from, to, p1, i1)                                                                 \
    "INSERT INTO operational_codes (line, code, leader, start, \"end\", p1, p1_se, i1, i1_se, speeches, codes, "       \
    "basis, source, "                                                                                                  \
    "confidence) VALUES (2, " code ", '" leader "', '" from "', '" to "', " p1 ", 0.03, " i1 ", 0.04, 9, 300, '" basis \
    "', "                                                                                                              \
    "'compiled', 'high');"
#define XI(p1, i1) CODE("710", "Xi Jinping", "2013-01-01", "2021-12-31", p1, i1)
#define PUTIN(p1, i1) CODE("365", "Vladimir Putin", "2012-05-07", "2021-12-31", p1, i1)

/* China and Russia with these codes; the world closes with the answer. */
typedef struct {
    ent_world *world;
    ent_assessment *answer;
    const ent_finding *finding;
} asked;

static asked ask(const char *sql, int year, int draws) {
    asked a;
    char *alone = text_of("DELETE FROM operational_codes; %s", sql != NULL ? sql : "");
    snapshot_changed(file, alone); /* only what the test says is measured */
    free(alone);
    a.world = world_from(file);
    a.answer = assess(a.world, 710, 365, year, draws);
    a.finding = NULL;
    for (size_t t = 0; t < a.answer->theories_count; t++)
        if (strcmp(a.answer->theories[t].theory->id, "belief_balance") == 0) a.finding = &a.answer->theories[t];
    assert_non_null(a.finding);
    return a;
}

static void done(asked *a) {
    ent_assessment_free(a->answer);
    ent_world_close(a->world);
}

static bool has_obstacle(const ent_assessment *a, const char *code) {
    for (size_t i = 0; i < a->obstacles_count; i++)
        if (strcmp(a->obstacles[i].code, code) == 0) return true;
    return false;
}

/* One standard deviation of P-1 is 0.14: words change at 0.5, 1, 1.5 and 2.5. */
static void test_words(void **state) {
    static const struct {
        const char *sql;
        double z;
        ent_word word;
    } rows[] = {{XI("0.3", "0.2") PUTIN("0.3", "0.2"), 0, ENT_ENABLES},
                {XI("0.3", "0.2") PUTIN("0.412", "0.2"), 0.8, ENT_FAVOURS},
                {XI("0.3", "0.2") PUTIN("0.132", "0.2"), 1.2, ENT_NEUTRAL},
                {XI("0.3", "0.2") PUTIN("0.02", "0.2"), 2, ENT_HINDERS},
                {XI("0.3", "0.2") PUTIN("-0.26", "0.2"), 4, ENT_BLOCKS},
                {XI("0.3", "0.2") PUTIN("0.3", "-0.16"), 1.4142135623730951, ENT_NEUTRAL}}; /* I-1 weighs half */
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        asked a = ask(rows[r].sql, 2019, 0);
        assert_int_equal(a.finding->sides.word, rows[r].word);
        assert_true(fabs(a.finding->sides.score - rows[r].z) < 1e-9);
        done(&a);
    }
}

static void test_gate(void **state) {
    asked open = ask(XI("0.3", "0.2") PUTIN("0.3", "0.2"), 2019, 0),
          shut = ask(XI("0.3", "0.2") PUTIN("-0.26", "0.2"), 2019, 0);
    asked none = ask(NULL, 2019, 0);
    double gate = enti_belief_gate(all.params, 4, 0);
    (void)state;
    assert_true(gate < 0.001 && enti_belief_gate(all.params, 0, 0) > 0.98);
    assert_true(fabs(open.answer->support_l - none.answer->support_l - log(enti_belief_gate(all.params, 0, 0))) <
                1e-12);
    assert_true(fabs(shut.answer->support_l - none.answer->support_l - log(gate)) < 1e-12);
    assert_true(shut.answer->percentile < open.answer->percentile);
    assert_true(shut.answer->hazard < open.answer->hazard);
    assert_true(has_obstacle(shut.answer, "belief-gap-P1"));
    assert_false(has_obstacle(open.answer, "belief-gap-P1"));
    assert_true(none.answer->gate_shut < none.answer->percentile && none.answer->gate_open == none.answer->percentile);
    done(&open);
    done(&shut);
    done(&none);
}

static void test_larger_gap_is_named(void **state) {
    asked a = ask(XI("0.3", "0.9") PUTIN("0.2", "-0.3"), 2019, 0);
    (void)state;
    assert_true(has_obstacle(a.answer, "belief-gap-I1"));
    assert_false(has_obstacle(a.answer, "belief-gap-P1"));
    done(&a);
}

/* The interval and the share of draws are about the same quantity as the percentile: the gate is in them. */
static void test_interval_has_gate(void **state) {
    asked shut = ask(XI("0.3", "0.2") PUTIN("-0.26", "0.2"), 2019, 400), none = ask(NULL, 2019, 400);
    (void)state;
    assert_true(none.answer->low <= none.answer->percentile && none.answer->percentile <= none.answer->high);
    assert_true(shut.answer->low <= shut.answer->percentile && shut.answer->percentile <= shut.answer->high);
    assert_true(shut.answer->share > 0.5);
    done(&shut);
    done(&none);
}

static void test_cannot_judge(void **state) {
    static const struct {
        const char *sql;
        int year;
        bool xi, putin;
    } rows[] = {{NULL, 2019, true, true},
                {XI("0.3", "0.2"), 2019, false, true},
                {PUTIN("0.3", "0.2"), 2019, true, false},
                {XI("0.3", "0.2") PUTIN("0.3", "0.2"), 2022, true, true}, /* measured to 2021 only */
                {CODE("365", "Xi Jinping", "2013", "2021", "0", "0") PUTIN("0", "0"), 2019, true,
                 false}}; /* of another state */
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        asked a = ask(rows[r].sql, rows[r].year, 0);
        const char *basis = a.finding->sides.basis;
        assert_int_equal(a.finding->sides.word, ENT_CANNOT_JUDGE);
        assert_true(isnan(a.finding->sides.score));
        assert_int_equal(strstr(basis, "Xi Jinping") != NULL, rows[r].xi);
        assert_int_equal(strstr(basis, "Vladimir Putin") != NULL, rows[r].putin);
        assert_true(a.answer->gate_open == a.answer->percentile);
        done(&a);
    }
}

/* Who led on 1 July counts: in 2012 Hu Jintao still did. */
static void test_midyear(void **state) {
    asked a = ask(XI("0.3", "0.2"), 2012, 0);
    (void)state;
    assert_non_null(strstr(a.finding->sides.basis, "Hu Jintao"));
    done(&a);
}

/* Measured and published values stand for two coders; only a pair of one kind is judged, measured before published. */
static void test_coders_are_not_mixed(void **state) {
#define XI_AS(basis, p1) CODE_AS(basis, "710", "Xi Jinping", "2013-01-01", "2021-12-31", p1, "0.2")
#define PUTIN_AS(basis, p1) CODE_AS(basis, "365", "Putin", "2012-05-07", "2021-12-31", p1, "0.2")
    asked mixed = ask(XI_AS("published", "0.3") PUTIN_AS("measured", "0.3"), 2019, 0);
    asked published = ask(XI_AS("published", "0.3") PUTIN_AS("measured", "0.9") PUTIN_AS("published", "0.44"), 2019, 0);
    asked none = ask(NULL, 2019, 0);
    (void)state;
    assert_int_equal(mixed.finding->sides.word, ENT_CANNOT_JUDGE);
    assert_non_null(strstr(mixed.finding->ledger.basis, "coders are not mixed"));
    assert_true(mixed.answer->support_l == none.answer->support_l);
    assert_true(fabs(published.finding->sides.score - 1) < 1e-9); /* 0.14 is one standard deviation; "Putin" is found */
    done(&mixed);
    done(&published);
    done(&none);
}

/* Errors of 0.03 on either P-1 are 0.0424 on their gap, 0.30 standard deviations of 0.14. */
static void test_error(void **state) {
    asked a = ask(XI("0.3", "0.2") PUTIN("0.02", "0.2"), 2019, 0),
          same = ask(XI("0.3", "0.2") PUTIN("0.3", "0.2"), 2019, 0);
    (void)state;
    assert_non_null(strstr(a.finding->ledger.basis, "2.00 standard deviations apart (standard error 0.30)"));
    assert_null(strstr(same.finding->ledger.basis, "standard error"));
    done(&a);
    done(&same);
}

/* A demonstration changes nothing until it is switched on, and then says so. */
static void test_demonstration(void **state) {
    asked off = ask(XI_AS("demonstration", "0.3") PUTIN_AS("measured", "-0.26"), 2019, 0), none;
    ent_params *params = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_int_equal(off.finding->sides.word, ENT_CANNOT_JUDGE);
    assert_non_null(strstr(off.finding->ledger.basis, "no operational code for Xi Jinping but a demonstration"));
    assert_false(has_obstacle(off.answer, "belief-gap-P1"));
    must(ent_params_new(off.world, NULL, &params, &err), &err);
    must(ent_params_set(params, "belief_demonstration", 1, &err), &err);
    {
        ent_assess_options options = ent_assess_options_default(off.world);
        ent_assessment *on = NULL;
        options.year = 2019;
        options.draws = 0;
        must(ent_assess(off.world, params, 710, 365, &options, &on, &err), &err);
        assert_true(has_obstacle(on, "belief-gap-P1"));
        assert_true(on->support_l < off.answer->support_l);
        ent_assessment_free(on);
    }
    ent_params_free(params);
    none = ask(NULL, 2019, 0);
    assert_true(off.answer->support_l == none.answer->support_l);
    done(&off);
    done(&none);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_coders_are_not_mixed),
                                       cmocka_unit_test(test_demonstration),
                                       cmocka_unit_test(test_error),
                                       cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_gate),
                                       cmocka_unit_test(test_larger_gap_is_named),
                                       cmocka_unit_test(test_interval_has_gate),
                                       cmocka_unit_test(test_cannot_judge),
                                       cmocka_unit_test(test_midyear)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
