/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of JSON Schema 2020-12 that docs/schema/ uses, for the tests of answers; any other keyword fails the test.
 * Include it after cmocka.h.
 */
#ifndef TESTS_REPORT_SCHEMA_H
#define TESTS_REPORT_SCHEMA_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t *schema; /* the one in force; $ref looks here */

static bool valid(const json_t *rule, const json_t *value, const char *path);

static char why[512]; /* the first thing that did not fit */

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

/* The alternatives of these schemas exclude each other, so any that fits will do. */
static bool fits_any(const json_t *list, const json_t *value, const char *path) {
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one) {
        if (!valid(one, value, path)) continue;
        *why = 0;
        return true;
    }
    return wrong(path, "fits none of the alternatives");
}

/* A keyword the validator does not know would pass unchecked. */
static void expect_known(const json_t *rule) {
    static const char *const known[] = {
        "type",  "properties", "required", "enum", "items", "minimum", "maximum",     "$ref",
        "const", "minItems",   "$schema",  "$id",  "title", "$defs",   "description", "additionalProperties",
        "oneOf"};
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
    if ((part = json_object_get(rule, "oneOf")) != NULL) return fits_any(part, value, path);
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

/* Loads docs/schema/NAME.schema.json; NULL without a source tree, where tests skip. */
static json_t *load_schema(const char *name) {
    const char *source = getenv("ENTENTE_TEST_SOURCE");
    char path[4096];
    json_t *loaded;
    if (source == NULL) return NULL;
    (void)snprintf(path, sizeof path, "%s/docs/schema/%s.schema.json", source, name);
    loaded = json_load_file(path, 0, NULL);
    if (loaded == NULL) fail_msg("%s cannot be read", path);
    return loaded;
}

#endif
