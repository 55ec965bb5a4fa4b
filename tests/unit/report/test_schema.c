/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The JSON of an assessment against docs/schema/assess.schema.json: answers of every kind pass, damaged ones fail.
 * The validator knows the part of JSON Schema 2020-12 that the schema uses, and fails on any other keyword.
 */
#include <entente/entente.h>

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static json_t *schema;
static ent_store *store;
static ent_world *world;
static char why[512]; /* the first thing that did not fit */

/* ---- validator ---- */

static bool valid(const json_t *rule, const json_t *value, const char *path);

static bool wrong(const char *path, const char *what) {
    if (*why == 0) (void)snprintf(why, sizeof why, "%.240s: %.240s", path, what);
    return false;
}

static bool is_type(const char *type, const json_t *value) {
    if (strcmp(type, "null") == 0) return json_is_null(value);
    if (strcmp(type, "boolean") == 0) return json_is_boolean(value);
    if (strcmp(type, "integer") == 0) return json_is_integer(value);
    if (strcmp(type, "number") == 0) return json_is_number(value);
    if (strcmp(type, "string") == 0) return json_is_string(value);
    if (strcmp(type, "array") == 0) return json_is_array(value);
    if (strcmp(type, "object") == 0) return json_is_object(value);
    fail_msg("the schema has the type %s", type);
    return false;
}

static bool fits_type(const json_t *type, const json_t *value) {
    size_t i;
    json_t *one;
    if (json_is_string(type)) return is_type(json_string_value(type), value);
    json_array_foreach(type, i, one) if (is_type(json_string_value(one), value)) return true;
    return false;
}

static bool is_one_of(const json_t *list, const json_t *value) {
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one) if (json_equal(one, value)) return true;
    return false;
}

static bool fits_object(const json_t *rule, const json_t *value, const char *path) {
    const json_t *properties = json_object_get(rule, "properties");
    bool closed = json_is_false(json_object_get(rule, "additionalProperties"));
    const char *key;
    json_t *item;
    size_t i;
    json_array_foreach(json_object_get(rule, "required"), i, item) {
        if (json_object_get(value, json_string_value(item)) == NULL) return wrong(path, json_string_value(item));
    }
    json_object_foreach((json_t *)(uintptr_t)value, key, item) { /* the macro takes no const */
        const json_t *inner = json_object_get(properties, key);
        char below[240];
        (void)snprintf(below, sizeof below, "%s.%s", path, key);
        if (inner == NULL && closed) return wrong(below, "not in the schema");
        if (inner != NULL && !valid(inner, item, below)) return false;
    }
    return true;
}

static bool fits_array(const json_t *rule, const json_t *value, const char *path) {
    const json_t *items = json_object_get(rule, "items"), *least = json_object_get(rule, "minItems");
    size_t i;
    json_t *item;
    if (least != NULL && json_array_size(value) < (size_t)json_integer_value(least)) return wrong(path, "too short");
    json_array_foreach(value, i, item) {
        char below[240];
        (void)snprintf(below, sizeof below, "%s[%zu]", path, i);
        if (items != NULL && !valid(items, item, below)) return false;
    }
    return true;
}

/* A keyword the validator does not know would pass unchecked. */
static void expect_known(const json_t *rule) {
    static const char *const known[] = {
        "type",  "properties", "required", "enum", "items", "minimum", "maximum",     "$ref",
        "const", "minItems",   "$schema",  "$id",  "title", "$defs",   "description", "additionalProperties"};
    const char *key;
    json_t *item;
    json_object_foreach((json_t *)(uintptr_t)rule, key, item) {
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            if (strcmp(known[i], key) == 0) found = true;
        if (!found) fail_msg("the schema has the keyword %s", key);
    }
}

static bool valid(const json_t *rule, const json_t *value, const char *path) {
    const json_t *reference = json_object_get(rule, "$ref"), *part;
    expect_known(rule);
    if (reference != NULL) {
        const char *name = json_string_value(reference);
        assert_int_equal(strncmp(name, "#/$defs/", 8), 0);
        rule = json_object_get(json_object_get(schema, "$defs"), name + 8);
        if (rule == NULL) fail_msg("the schema lacks %s", name);
        return valid(rule, value, path);
    }
    if ((part = json_object_get(rule, "type")) != NULL && !fits_type(part, value)) return wrong(path, "wrong type");
    if ((part = json_object_get(rule, "const")) != NULL && !json_equal(part, value))
        return wrong(path, "wrong constant");
    if ((part = json_object_get(rule, "enum")) != NULL && !is_one_of(part, value))
        return wrong(path, "not one of the enum");
    if (json_is_number(value)) {
        part = json_object_get(rule, "minimum");
        if (part != NULL && json_number_value(value) < json_number_value(part)) return wrong(path, "under the minimum");
        part = json_object_get(rule, "maximum");
        if (part != NULL && json_number_value(value) > json_number_value(part)) return wrong(path, "over the maximum");
    }
    if (json_is_object(value)) return fits_object(rule, value, path);
    return !json_is_array(value) || fits_array(rule, value, path);
}

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
    const char *source = getenv("ENTENTE_TEST_SOURCE");
    char path[4096];
    (void)state;
    if (source == NULL) return 0; /* the tests skip */
    (void)snprintf(path, sizeof path, "%s/docs/schema/assess.schema.json", source);
    schema = json_load_file(path, 0, NULL);
    if (schema == NULL) return -1;
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
