/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table a person reads: what it says first, in any width; nothing unknown as a number; every line fits. */
#include <entente/entente.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lines.h"

static ent_store *store;
static ent_world *world;
static ent_params *params;

static ent_assessment *assess(const char *a, const char *b, int year) {
    ent_assess_options options = ent_assess_options_default(world);
    ent_assessment *assessment = NULL;
    ent_error err = {0};
    ent_entity first, second;
    options.year = year;
    options.draws = 50;
    if (ent_world_find(world, a, year, &first, NULL, &err) != ENT_OK ||
        ent_world_find(world, b, year, &second, NULL, &err) != ENT_OK ||
        ent_assess(world, params, first.code, second.code, &options, &assessment, &err) != ENT_OK)
        fail_msg("%s and %s, %d: %s", a, b, year, err.message);
    return assessment;
}

static char *table_of(const ent_assessment *assessment, const ent_layout *layout) {
    char *text = NULL;
    assert_int_equal(ent_report_assessment(assessment, params, layout, &text, NULL, NULL), ENT_OK);
    return text;
}

static char *table(const char *a, const char *b, int year, const ent_layout *layout) {
    ent_assessment *assessment = assess(a, b, year);
    char *text = table_of(assessment, layout);
    ent_assessment_free(assessment);
    return text;
}

static const struct {
    const char *a, *b;
    int year;
} pairs[] = {
    {"china", "russia", 2021},         {"usa", "australia", 2014}, {"china", "ussr", 1969},
    {"india", "pakistan", 2021},       {"china", "laos", 1953},    {"usa", "uk", 2014},
    {"dr congo", "ivory coast", 2014},
};

static void test_every_width(void **state) {
    static const int widths[] = {60, 71, 72, 80, 95, 96, 100, 120, 200};
    (void)state;
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        ent_assessment *assessment = assess(pairs[p].a, pairs[p].b, pairs[p].year);
        for (size_t w = 0; w < 2 * sizeof widths / sizeof *widths; w++) {
            ent_layout layout = {.format = ENT_TABLE, .width = widths[w / 2], .unicode = 1, .explain = w % 2};
            char *text = table_of(assessment, &layout);
            check_lines(text, widths[w / 2]);
            ent_free(text);
        }
        ent_assessment_free(assessment);
    }
}

static void test_parts_in_order(void **state) {
    static const char *const unsigned_pair[] = {"China and Russia, 2021",
                                                "Signing one within 5 years",
                                                "parameter draws",
                                                "\nIS ",
                                                "practice",
                                                "treaty",
                                                "closeness",
                                                "support",
                                                "\nTHEORIES",
                                                "\nOBSTACLES",
                                                "unshared rivals",
                                                "of assumed weight",
                                                "\nSUPPORTS",
                                                "context, which nobody can change",
                                                "\nWHAT WOULD CHANGE IT",
                                                "to the 50th percentile",
                                                "below the 25th percentile",
                                                "\nMISSING",
                                                "\nASSUMED",
                                                "\nSOURCES",
                                                "\nCITED",
                                                NULL};
    static const char *const supported[] = {"China and North Korea, 2021", "Its end within", "\nSUPPORTS",
                                            "\nOBSTACLES", NULL};
    static const char *const paper[] = {"China and Russia, 1969", "\nOBSTACLES", "mutual rivalry", "by rule", NULL};
    static const char *const legacy[] = {"United States and Australia, 2014", "at signature (", "held by", NULL};
    ent_layout layout = {.format = ENT_TABLE, .width = 100, .unicode = 1};
    char *text = table("china", "russia", 2021, &layout);
    (void)state;
    expect_in_order(text, unsigned_pair);
    ent_free(text);
    text = table("china", "north korea", 2021, &layout);
    expect_in_order(text, supported);
    ent_free(text);
    text = table("china", "ussr", 1969, &layout);
    expect_in_order(text, paper);
    assert_null(strstr(text, "parameter draws")); /* a reading by rule does not hang on them */
    ent_free(text);
    text = table("usa", "australia", 2014, &layout);
    expect_in_order(text, legacy);
    ent_free(text);
}

static void test_params_every_width(void **state) {
    static const int widths[] = {60, 84, 85, 114, 115, 200};
    (void)state;
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
        ent_layout layout = {.format = ENT_TABLE, .width = widths[w], .unicode = 1};
        char *text = NULL;
        assert_int_equal(ent_report_params(params, &layout, &text, NULL, NULL), ENT_OK);
        check_lines(text, widths[w]);
        ent_free(text);
    }
}

/* Blind, the answer is short, and says what is missing. */
static void test_cannot_judge(void **state) {
    ent_layout layout = {.format = ENT_TABLE, .width = 100, .unicode = 1};
    char *text = table("china", "laos", 1953, &layout);
    (void)state;
    assert_non_null(strstr(text, "cannot judge"));
    assert_non_null(strstr(text, "capability of Laos in 1953"));
    assert_null(strstr(text, "OBSTACLES"));
    assert_null(strstr(text, "parameter draws"));
    ent_free(text);
}

static void test_ascii_and_colour(void **state) {
    ent_layout plain = {.format = ENT_TABLE, .width = 100}, coloured = {.format = ENT_TABLE, .width = 100, .colour = 1};
    char *text = table("china", "russia", 2021, &plain), *colour = table("china", "russia", 2021, &coloured);
    char *to = colour;
    (void)state;
    for (const char *p = text; *p != 0; p++)
        assert_true((unsigned char)*p < 0x80);
    assert_null(strchr(text, '\033'));
    assert_non_null(strchr(colour, '\033'));
    for (const char *from = colour; *from != 0;) { /* without its colour it is the same text */
        if (*from == '\033')
            from += strcspn(from, "m") + 1;
        else
            *to++ = *from++;
    }
    *to = 0;
    assert_string_equal(colour, text);
    ent_free(text);
    ent_free(colour);
}

/* Every number can be traced: coefficient, mean, value, row of the table, source. */
static void test_explain(void **state) {
    ent_layout layout = {.format = ENT_TABLE, .width = 120, .unicode = 1, .explain = 1};
    char *text = table("china", "russia", 2021, &layout);
    (void)state;
    assert_non_null(strstr(text, "signers' mean"));
    assert_non_null(strstr(text, "rivalries.csv:"));
    assert_non_null(strstr(text, "treaties.csv:"));
    assert_non_null(strstr(text, "capability.csv:"));
    assert_non_null(strstr(text, "Parameters: shared_rival"));
    assert_non_null(strstr(text, "The record:"));
    ent_free(text);
}

static int set_up(void **state) {
    (void)state;
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ||
                   ent_params_new(world, NULL, &params, NULL) != ENT_OK
               ? -1
               : 0;
}

static int tear_down(void **state) {
    (void)state;
    ent_params_free(params);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_params_every_width), cmocka_unit_test(test_every_width),
        cmocka_unit_test(test_parts_in_order),     cmocka_unit_test(test_cannot_judge),
        cmocka_unit_test(test_ascii_and_colour),   cmocka_unit_test(test_explain),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
