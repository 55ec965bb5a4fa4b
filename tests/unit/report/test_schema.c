/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The JSON of an assessment against docs/schema/assess.schema.json: answers of every kind pass, damaged ones fail.
 */
#include <entente/entente.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "schema.h"

static ent_store *store;
static ent_world *world;

/* ---- answers ---- */

static json_t *answer(const char *a, const char *b, int year, int draws) {
    const ent_layout layout = {.format = ENT_JSON};
    ent_assess_options options = ent_assess_options_default(world);
    ent_assessment *assessment = NULL;
    ent_error err = {0};
    ent_entity first, second;
    char *text = NULL;
    json_t *json;
    options.year = year;
    options.draws = draws;
    if (ent_world_find(world, a, year, &first, NULL, &err) != ENT_OK ||
        ent_world_find(world, b, year, &second, NULL, &err) != ENT_OK ||
        ent_assess(world, NULL, first.code, second.code, &options, &assessment, &err) != ENT_OK ||
        ent_report_assessment(assessment, NULL, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%s and %s, %d: %s", a, b, year, err.message);
    json = json_loads(text, 0, NULL);
    ent_free(text);
    ent_assessment_free(assessment);
    assert_non_null(json);
    return json;
}

/* Every category, a pair without votes, one without capability, a young state, a pair without draws. */
static void test_real_answers(void **state) {
    static const struct {
        const char *a, *b;
        int year, draws;
    } cases[] = {
        {"china", "russia", 2021, 200},   {"usa", "australia", 2014, 200}, {"china", "ussr", 1969, 50},
        {"india", "pakistan", 2021, 50},  {"sweden", "finland", 2014, 50}, {"china", "laos", 1953, 50},
        {"usa", "palau", 2015, 50},       {"fiji", "tonga", 2010, 0},      {"china", "north korea", 2021, 50},
        {"china", "pakistan", 2018, 200}, {"usa", "japan", 1952, 50},      {"china", "taiwan", 2021, 50},
        {"nzl", "peru", 2021, 50},        {"usa", "uk", 1946, 50},         {"cuba", "ussr", 1962, 50},
    };
    (void)state;
    if (schema == NULL) skip();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *json = answer(cases[i].a, cases[i].b, cases[i].year, cases[i].draws);
        *why = 0;
        if (!valid(schema, json, "answer")) fail_msg("%s and %s, %d: %s", cases[i].a, cases[i].b, cases[i].year, why);
        json_decref(json);
    }
}

static json_t *at(json_t *json, const char *section, const char *part) {
    json_t *found = json_object_get(json, section);
    return part != NULL ? json_object_get(found, part) : found;
}

static void expect_refused(json_t *json) {
    *why = 0;
    assert_false(valid(schema, json, "answer"));
    assert_true(*why != 0);
    json_decref(json);
}

static void test_damaged_answers(void **state) {
    json_t *good, *bad;
    (void)state;
    if (schema == NULL) skip();
    good = answer("china", "russia", 2021, 0);
    bad = json_deep_copy(good);
    json_object_del(bad, "obstacles");
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(bad, "schema", json_string("entente/assess/2"));
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(at(bad, "verdict", NULL), "category", json_string("paper alliance"));
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(at(bad, "verdict", "support"), "percentile", json_real(100.5));
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(at(bad, "verdict", "hazard"), "p", json_string("0.1"));
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(at(bad, "question", NULL), "surprise", json_null());
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(json_array_get(at(bad, "theories", NULL), 0), "cites", json_array());
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(json_array_get(at(bad, "obstacles", NULL), 0), "side", json_integer(0));
    expect_refused(bad);
    json_decref(good);
}

/* The ids of the words are hyphenated, theories keep theirs; a figure that is not known is null. */
static void test_words_and_nulls(void **state) {
    json_t *paper = answer("china", "ussr", 1969, 0), *blind = answer("china", "laos", 1953, 0);
    (void)state;
    assert_string_equal(json_string_value(at(paper, "verdict", "category")), "paper-alliance");
    assert_string_equal(json_string_value(at(blind, "verdict", "reading")), "cannot-judge");
    assert_true(json_is_null(json_object_get(at(blind, "verdict", "support"), "percentile")));
    assert_string_equal(json_string_value(json_object_get(json_array_get(at(blind, "theories", NULL), 0), "verdict")),
                        "cannot judge");
    json_decref(paper);
    json_decref(blind);
}

static int set_up(void **state) {
    (void)state;
    schema = load_schema("assess");
    if (schema == NULL) return 0; /* the tests skip */
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ? -1 : 0;
}

static int tear_down(void **state) {
    (void)state;
    json_decref(schema);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_real_answers),
        cmocka_unit_test(test_damaged_answers),
        cmocka_unit_test(test_words_and_nulls),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
