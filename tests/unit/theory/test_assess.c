/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that cannot be asked, answers whose parts must fit together, and options that change what they should. */
#include "support/made_world.h"

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    ent_assessment_free(NULL);
    return 0;
}

static void refuse(int a, int b, ent_assess_options options, ent_status status, const char *words) {
    ent_error err = {.status = ENT_OK};
    ent_assessment *out = NULL;
    assert_int_equal(ent_assess(all.world, all.params, a, b, &options, &out, &err), status);
    assert_null(out);
    assert_int_equal(err.status, status);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
    assert_int_equal(ent_assess(all.world, all.params, a, b, &options, &out, NULL), status);
}

static ent_assess_options with(int year, int horizon, int draws) {
    ent_assess_options options = ent_assess_options_default(all.world);
    options.year = year;
    options.horizon = horizon;
    options.draws = draws;
    return options;
}

static void test_refused(void **state) {
    ent_assess_options wrong = with(2014, 5, 10);
    (void)state;
    refuse(710, 710, with(2014, 5, 10), ENT_E_ARG, "China with itself");
    refuse(710, 1, with(2014, 5, 10), ENT_E_MISSING, "code 1");
    refuse(710, 365, with(1945, 5, 10), ENT_E_RANGE, "1945 is outside");
    refuse(710, 365, with(2023, 5, 10), ENT_E_RANGE, "1946 to 2022");
    refuse(710, 365, with(-2147483647, 5, 10), ENT_E_RANGE, "outside");
    refuse(710, 365, with(2014, 0, 10), ENT_E_RANGE, "horizon is 0");
    refuse(710, 365, with(2014, 51, 10), ENT_E_RANGE, "1 to 50");
    refuse(710, 365, with(2014, 5, -1), ENT_E_RANGE, "draws is -1");
    refuse(710, 365, with(2014, 5, 100001), ENT_E_RANGE, "0 to 100000");
    wrong.scenario = (ent_scenario)7;
    refuse(710, 365, wrong, ENT_E_ARG, "scenario");
}

static void test_not_a_state_then(void **state) {
    (void)state;
    refuse(369, 365, with(1980, 5, 0), ENT_E_MISSING,
           "Ukraine was not a member of the system of states in 1980 (it was 1991 to today)");
    refuse(365, 255, with(1970, 5, 0), ENT_E_MISSING, "1816 to 1945, 1990 to today");
    refuse(260, 2, with(2014, 5, 0), ENT_E_MISSING, "1955 to 1990");
}

static void test_defaults(void **state) {
    ent_assess_options options = ent_assess_options_default(all.world);
    ent_error err = {.status = ENT_OK};
    ent_assessment *out = NULL;
    (void)state;
    assert_int_equal(options.year, 2022);
    assert_int_equal(options.draws, 2000);
    must(ent_assess(all.world, NULL, 710, 365, NULL, &out, &err), &err);
    assert_int_equal(out->year, 2022);
    assert_int_equal(out->horizon, 5);
    assert_int_equal(out->draws, 2000);
    ent_assessment_free(out);
}

/* What every answer promises, whoever is asked about. */
static void check_answer(const ent_assessment *a) {
    assert_true(isnan(a->percentile) || (a->percentile >= 0 && a->percentile <= 100));
    assert_true(isnan(a->hazard) || (a->hazard >= 0 && a->hazard <= 1));
    assert_true(isnan(a->percentile) == (*a->word == 0));
    assert_true(isnan(a->low) || (0 <= a->low && a->low <= a->high && a->high <= 100));
    assert_int_equal(a->theories_count, ent_theory_count());
    if (!isnan(a->interest)) assert_true(fabs(a->interest + a->coercion + a->values - 1) < 1e-12);
    assert_int_equal(isnan(a->interest), *a->channels_why != 0);
    for (size_t i = 1; i < a->obstacles_count; i++) { /* strongest first, rules before estimates before assumptions */
        const ent_line *x = &a->obstacles[i - 1], *y = &a->obstacles[i];
        if (x->kind == y->kind && !isnan(x->size) && !isnan(y->size)) assert_true(fabs(x->size) >= fabs(y->size));
        assert_true(x->kind != ENT_LINE_ASSUMED || y->kind == ENT_LINE_ASSUMED);
    }
    for (size_t i = 0; i < a->supports_count; i++)
        assert_true(a->supports[i].size > 0);
    for (size_t i = 0; i < a->obligations_count; i++)
        assert_true(*a->obligations[i].treaty != 0 && *a->obligations[i].duties != 0 && a->obligations[i].line > 1);
    for (size_t i = 1; i < a->sources_count; i++)
        assert_true(strcmp(a->sources[i - 1], a->sources[i]) < 0);
    assert_true(a->sources_count > 3 && a->cites_count > 3 && *a->sentence != 0);
    assert_true((a->pact_since != ENT_MISSING) == (strcmp(a->hazard_event, "ending") == 0));
}

static void test_answers(void **state) {
    static const int years[] = {1947, 1962, 1979, 1992, 2009, 2022};
    int asked = 0;
    (void)state;
    for (size_t t = 0; t < sizeof years / sizeof *years; t++)
        for (size_t i = (t * 3) % 7; i < ent_world_entity_count(all.world); i += 19)
            for (size_t j = i + 5; j < ent_world_entity_count(all.world); j += 41) {
                int a = ent_world_entity_at(all.world, i).code, b = ent_world_entity_at(all.world, j).code;
                ent_assessment *x;
                if (!ent_world_is_member(all.world, a, years[t]) || !ent_world_is_member(all.world, b, years[t]))
                    continue;
                x = assess(all.world, a, b, years[t], 10);
                check_answer(x);
                ent_assessment_free(x);
                asked++;
            }
    assert_in_range(asked, 50, 1000);
}

/* Without capability of one side there is a category, and no percentile. */
static void test_no_capability(void **state) {
    ent_world *made = made_world(&(made_options){.code = made_codes});
    ent_assessment *a = assess(made, made_codes[0], made_codes[9], 2000, 50);
    (void)state;
    assert_true(isnan(a->percentile) && isnan(a->support_l) && isnan(a->low) && isnan(a->hazard));
    assert_string_equal(a->reading, "cannot judge");
    assert_int_equal(a->changes_count, 0);
    assert_true(a->missing_count > 0 && *a->change_note != 0);
    ent_assessment_free(a);
    ent_world_close(made);
}

static void test_horizon(void **state) {
    double before = 0;
    (void)state;
    for (int horizon = 1; horizon <= 50; horizon += 7) {
        ent_assess_options options = with(2014, horizon, 0);
        ent_error err = {.status = ENT_OK};
        ent_assessment *a = NULL;
        must(ent_assess(all.world, all.params, 710, 365, &options, &a, &err), &err);
        assert_true(a->hazard > before);
        before = a->hazard;
        ent_assessment_free(a);
    }
}

/* The scenario reaches the patron's choice, and never the caller's parameters. */
static void test_scenario(void **state) {
    double score[3];
    (void)state;
    for (int s = ENT_BOTH; s <= ENT_PRIMACY; s++) {
        ent_assess_options options = with(2014, 5, 0);
        ent_error err = {.status = ENT_OK};
        ent_assessment *a = NULL;
        options.scenario = (ent_scenario)s;
        must(ent_assess(all.world, all.params, 710, 770, &options, &a, &err), &err);
        score[s] = a->theories[a->theories_count - 1].sides.score;
        ent_assessment_free(a);
        assert_true(ent_params_get(all.params, "patron_scenario") == 0);
    }
    assert_true(score[0] != score[1] && score[1] != score[2]);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_refused),       cmocka_unit_test(test_not_a_state_then),
                                       cmocka_unit_test(test_defaults),      cmocka_unit_test(test_answers),
                                       cmocka_unit_test(test_no_capability), cmocka_unit_test(test_horizon),
                                       cmocka_unit_test(test_scenario)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
