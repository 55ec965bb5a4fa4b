/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a state, the list of a year, the table of parameters: in every format. */
#include <entente/entente.h>

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { RUSSIA = 365, GERMANY = 255, PALESTINE = 20275 };

static ent_store *store;
static ent_world *world;
static const ent_layout as_table = {.format = ENT_TABLE, .width = 100, .unicode = 1};
static const ent_layout as_json = {.format = ENT_JSON};
static const ent_layout as_csv = {.format = ENT_CSV};

static char *state_text(int code, int year, const ent_layout *layout) {
    ent_error err = {0};
    char *text = NULL;
    if (ent_report_state(world, code, year, layout, &text, NULL, &err) != ENT_OK) fail_msg("%s", err.message);
    return text;
}

static size_t lines_of(const char *text) {
    size_t count = 0;
    for (; *text != 0; text++)
        count += *text == '\n';
    return count;
}

static void test_state_table(void **state) {
    char *text = state_text(RUSSIA, 1969, &as_table);
    (void)state;
    assert_non_null(strstr(text, "In 1969 a member"));
    assert_non_null(strstr(text, "USSR (1922 to 1991)"));
    assert_non_null(strstr(text, "643; 810 (1974 to 1992)"));
    assert_non_null(strstr(text, "capital Moscow"));
    ent_free(text);
    text = state_text(GERMANY, 1970, &as_table);
    assert_non_null(strstr(text, "In 1970 no member"));
    ent_free(text);
    text = state_text(PALESTINE, ENT_MISSING, &as_table);
    assert_non_null(strstr(text, "Outside the list of states"));
    assert_null(strstr(text, "In "));
    ent_free(text);
}

static void test_state_json(void **state) {
    char *text = state_text(RUSSIA, 1969, &as_json);
    json_t *json = json_loads(text, 0, NULL);
    (void)state;
    assert_non_null(json);
    assert_string_equal(json_string_value(json_object_get(json, "schema")), "entente/state/1");
    assert_true(json_is_true(json_object_get(json, "member")));
    assert_true(json_array_size(json_object_get(json, "codes")) >= 7);
    json_decref(json);
    ent_free(text);
    text = state_text(RUSSIA, ENT_MISSING, &as_csv);
    assert_int_equal(strncmp(text, "section,item,field,value\nanswer,,schema,entente/state/1\n", 55), 0);
    ent_free(text);
}

static void test_unknown_code(void **state) {
    ent_error err = {0};
    char *text = NULL;
    (void)state;
    assert_int_equal(ent_report_state(world, 999999, ENT_MISSING, &as_table, &text, NULL, &err), ENT_E_MISSING);
    assert_null(text);
    assert_true(*err.message != 0);
}

static void test_list_of_states(void **state) {
    char *table = NULL, *csv = NULL, *json = NULL;
    json_t *read;
    (void)state;
    assert_int_equal(ent_report_states(world, 2014, &as_table, &table, NULL, NULL), ENT_OK);
    assert_int_equal(ent_report_states(world, 2014, &as_csv, &csv, NULL, NULL), ENT_OK);
    assert_int_equal(ent_report_states(world, 2014, &as_json, &json, NULL, NULL), ENT_OK);
    read = json_loads(json, 0, NULL);
    assert_int_equal(lines_of(csv), 1 + json_array_size(json_object_get(read, "states")));
    assert_int_equal(lines_of(table), 3 + json_array_size(json_object_get(read, "states")));
    assert_non_null(strstr(csv, "2014,900,AUS,AUL,900,Australia,Oceania\n"));
    json_decref(read);
    ent_free(table);
    ent_free(csv);
    ent_free(json);
}

static void test_years_without_list(void **state) {
    static const int years[] = {1700, 3000};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        ent_error err = {0};
        char *text = NULL;
        assert_int_equal(ent_report_states(world, years[i], &as_table, &text, NULL, &err), ENT_E_MISSING);
        assert_null(text);
        assert_non_null(strstr(err.message, "1816"));
    }
}

static void test_params(void **state) {
    ent_params *params = NULL;
    char *table = NULL, *csv = NULL, *json = NULL;
    json_t *read;
    size_t count;
    (void)state;
    assert_int_equal(ent_params_new(world, NULL, &params, NULL), ENT_OK);
    assert_int_equal(ent_params_set(params, "autonomy", -1, NULL), ENT_OK);
    assert_int_equal(ent_report_params(params, &as_table, &table, NULL, NULL), ENT_OK);
    assert_int_equal(ent_report_params(params, &as_csv, &csv, NULL, NULL), ENT_OK);
    assert_int_equal(ent_report_params(params, &as_json, &json, NULL, NULL), ENT_OK);
    assert_non_null(strstr(table, "\nautonomy                  -1 *      -1.5     -3 to 0"));
    assert_non_null(strstr(table, "* differs from the"));
    count = ent_params_count(params);
    assert_int_equal(lines_of(csv), 1 + count);
    assert_non_null(strstr(csv, "\nautonomy,-1,-1.5,-3,0,,assumed,"));
    read = json_loads(json, 0, NULL);
    assert_int_equal(json_array_size(json_object_get(read, "params")), count);
    json_decref(read);
    ent_free(table);
    ent_free(csv);
    ent_free(json);
    ent_params_free(params);
}

static int set_up(void **state) {
    (void)state;
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ? -1 : 0;
}

static int tear_down(void **state) {
    (void)state;
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_state_table),        cmocka_unit_test(test_state_json),
        cmocka_unit_test(test_unknown_code),       cmocka_unit_test(test_list_of_states),
        cmocka_unit_test(test_years_without_list), cmocka_unit_test(test_params),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
