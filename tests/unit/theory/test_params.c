/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of parameters: setting, ranges, suggestions, variants. */
#include "support/fixture.h"

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    ent_params_free(NULL);
    return 0;
}

static void test_set(void **state) {
    ent_params params = *all.params;
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_true(ent_params_get(&params, "ally_share") == 0.5);
    must(ent_params_set(&params, "ally_share", 0.3, &err), &err); /* the ends of the range are in it */
    must(ent_params_set(&params, "ally_share", 0.8, &err), &err);
    assert_true(ent_params_get(&params, "ally_share") == 0.8);
    assert_true(ent_params_get(all.params, "ally_share") == 0.5);
}

static void test_range(void **state) {
    static const double values[] = {0.29, 0.81, -1, INFINITY, -INFINITY, NAN};
    ent_params params = *all.params;
    ent_error err = {.status = ENT_OK};
    (void)state;
    for (size_t v = 0; v < sizeof values / sizeof *values; v++)
        assert_int_equal(ent_params_set(&params, "ally_share", values[v], &err), ENT_E_RANGE);
    assert_true(ent_params_get(&params, "ally_share") == 0.5);
    assert_int_equal(ent_params_set(&params, "ally_share", 0.9, &err), ENT_E_RANGE);
    assert_string_equal(err.message, "ally_share is 0.9, expected 0.3 to 0.8");
    assert_int_equal(ent_params_set(&params, "trade_at_stake", 0.1, NULL), ENT_E_RANGE); /* no term of the snapshot */
}

static void test_unknown(void **state) {
    static const struct {
        const char *typed, *meant;
    } rows[] = {
        {"ally_shar", "ally_share"}, {"supportcut", "support_cut"}, {"autonmy", "autonomy"}, {"reach", "reach_"}};
    ent_params params = *all.params;
    ent_error err = {.status = ENT_OK};
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        assert_int_equal(ent_params_set(&params, rows[r].typed, 0.5, &err), ENT_E_ARG);
        if (strstr(err.message, rows[r].meant) == NULL) fail_msg("%s", err.message);
    }
    assert_int_equal(ent_params_set(&params, "", 0.5, &err), ENT_E_ARG);
    assert_true(isnan(ent_params_get(&params, "nothing")));
}

static void test_variants(void **state) {
    ent_params *params = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_string_equal(ent_params_variant(all.params), "snapshot-NR");
    must(ent_params_new(all.world, "snapshot-NR", &params, &err), &err);
    ent_params_free(params);
    params = NULL;
    assert_int_equal(ent_params_new(all.world, "import-CINC", &params, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "CINC"));
    assert_int_equal(ent_params_new(all.world, "mine", &params, &err), ENT_E_ARG);
    assert_non_null(strstr(err.message, "\"mine\""));
    assert_null(params);
}

/* Estimates come with a standard error and a range around them; what is assumed has a range of its own. */
static void test_terms(void **state) {
    (void)state;
    for (int t = 0; t < ENTI_TERMS; t++) {
        ent_param row = ent_params_at(all.params, (size_t)t);
        if (t < ENTI_ESTIMATED_TERMS) {
            assert_int_equal(row.origin, ENT_ESTIMATED);
            assert_true(row.standard_error > 0 && row.low < row.value && row.value < row.high);
        } else {
            assert_int_equal(row.origin, ENT_ASSUMED);
        }
    }
    assert_true(ent_params_get(all.params, "interest_gap") < 0);
    assert_true(ent_params_get(all.params, "sqrt_gain") > 0);
    assert_true(ent_params_get(all.params, "trade_at_stake") == 0);
}

static void test_form(void **state) {
    ent_params params = *all.params;
    enti_form form = enti_form_of(&params);
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_true(form.ally_share == 0.5 && form.contest == 1 && form.reach_km == 2000 && !form.supplementary);
    must(ent_params_set(&params, "rivalries_supplementary", 1, &err), &err);
    must(ent_params_set(&params, "contest", 2, &err), &err);
    form = enti_form_of(&params);
    assert_true(form.supplementary && form.contest == 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_set),     cmocka_unit_test(test_range),
                                       cmocka_unit_test(test_unknown), cmocka_unit_test(test_variants),
                                       cmocka_unit_test(test_terms),   cmocka_unit_test(test_form)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
