/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person types to a group: ids, names and parts of them, years in which a body did not exist, lists. */
#include "support/fixture.h"

#include <entente/groups.h>
#include <entente/history.h>

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

static void found(const char *text, int year, const char *id, size_t members) {
    ent_error err = {.status = ENT_OK};
    ent_group group;
    must(ent_group_find(all.world, text, year, &group, &err), &err);
    assert_string_equal(group.id, id);
    assert_true(*group.name != 0);
    assert_int_equal(group.count, members);
    for (size_t m = 1; m < group.count; m++)
        assert_true(group.codes[m] > group.codes[m - 1]);
}

/* The message must hold the words; the result stays as it was. */
static void not_found(const char *text, int year, ent_status expected, const char *words) {
    ent_error err = {.status = ENT_OK};
    ent_group group = {.count = 77};
    ent_status st = ent_group_find(all.world, text, year, &group, &err);
    assert_int_equal(st, expected);
    assert_int_equal(err.status, expected);
    assert_int_equal(group.count, 77);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\": \"%s\" without \"%s\"", text, err.message, words);
}

static void test_names(void **state) {
    (void)state;
    found("sco", 2014, "sco", 6);
    found("SCO", 2021, "sco", 8);
    found("Shanghai Cooperation Organisation", 2014, "sco", 6);
    found("shanghai cooperation", 2014, "sco", 6);
    found("warsaw-pact", 1955, "warsaw-pact", 8);
    found("Warsaw Pact", 1955, "warsaw-pact", 8);
    found("warsaw_pact", 1970, "warsaw-pact", 7); /* Albania left in 1968 */
    found("cica", 2014, "cica", 26);
    found("North Atlantic", 1949, "nato", 12);
    found("Quad", 2021, "quad", 4); /* the id before the name */
    found("EU", 2021, "eu", 27);    /* too short for a part of a name, but an id */
}

static void test_unknown(void **state) {
    (void)state;
    not_found("shanghai", 2014, ENT_E_ARG, "sco or shanghai-five");
    not_found("cooperation", 2014, ENT_E_ARG, "name one");
    not_found("nata", 2014, ENT_E_MISSING, "nato");
    not_found("nata", 2014, ENT_E_MISSING, "did you mean");
    not_found("sc", 2014, ENT_E_MISSING, "sco"); /* two letters are no part of a name */
    not_found("xyzzy", 2014, ENT_E_MISSING, "no forum called \"xyzzy\"");
    not_found("", 2014, ENT_E_MISSING, "no forum");
}

static void test_out_of_time(void **state) {
    (void)state;
    not_found("sco", 1990, ENT_E_MISSING, "founded 2001-06-15");
    not_found("warsaw-pact", 1995, ENT_E_MISSING, "ended 1991-07-01");
    not_found("aukus", 2020, ENT_E_MISSING, "did not exist in 2020");
    found("aukus", 2021, "aukus", 3); /* the year in which it was founded counts */
    found("warsaw-pact", 1991, "warsaw-pact", 6);
}

static void test_long_text(void **state) {
    char text[4096];
    ent_error err = {.status = ENT_OK};
    ent_group group;
    (void)state;
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = 0;
    assert_int_equal(ent_group_find(all.world, text, 2014, &group, &err), ENT_E_MISSING);
    assert_int_equal(ent_group_parse(all.world, text, 2014, &group, &err), ENT_E_MISSING);
}

static void test_list(void **state) {
    static const int codes[] = {365, 710, 750};
    ent_error err = {.status = ENT_OK};
    ent_group group;
    (void)state;
    must(ent_group_parse(all.world, "India, CHN,cow:365", 2014, &group, &err), &err);
    assert_int_equal(group.count, 3);
    assert_memory_equal(group.codes, codes, sizeof codes);
    assert_string_equal(group.id, "");
    assert_string_equal(group.name, "");
    must(ent_group_parse(all.world, "Palestine,Israel", 2014, &group, &err), &err);
    assert_int_equal(group.codes[1], 20275);
}

static void bad_list(const char *list, int year, ent_status expected, const char *words) {
    ent_error err = {.status = ENT_OK};
    ent_group group = {.count = 77};
    assert_int_equal(ent_group_parse(all.world, list, year, &group, &err), expected);
    assert_int_equal(err.status, expected);
    assert_int_equal(group.count, 77);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\": \"%s\" without \"%s\"", list, err.message, words);
}

static void test_bad_lists(void **state) {
    (void)state;
    bad_list("China", 2014, ENT_E_ARG, "two members");
    bad_list("China,Russia,CHN", 2014, ENT_E_ARG, "China is listed twice");
    bad_list("China,Russa", 2014, ENT_E_MISSING, "Russia"); /* did you mean */
    bad_list("China,Congo", 2014, ENT_E_ARG, "name one");
    bad_list("Czechoslovakia,Poland", 2014, ENT_E_MISSING, "2014");
    bad_list("China,,Russia", 2014, ENT_E_ARG, "expected");
    bad_list("China,", 2014, ENT_E_ARG, "expected");
    bad_list("", 2014, ENT_E_ARG, "expected");
    bad_list(",", 2014, ENT_E_ARG, "expected");
}

/* The index of all bodies: every id leads to itself. */
static void test_index(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_in_range(ent_forum_count(all.world), 40, 200);
    for (size_t f = 0; f < ent_forum_count(all.world); f++) {
        const char *name = NULL, *id = ent_forum_at(all.world, f, &name);
        ent_institution *of_id = NULL, *of_name = NULL;
        assert_string_equal(ent_forum_at(all.world, f, NULL), id);
        must(ent_institution_run(all.world, id, ENT_MISSING, &of_id, &err), &err);
        must(ent_institution_run(all.world, name, ENT_MISSING, &of_name, &err), &err);
        assert_string_equal(of_id->id, id);
        assert_string_equal(of_name->id, id);
        ent_institution_free(of_id);
        ent_institution_free(of_name);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names),       cmocka_unit_test(test_unknown),
                                       cmocka_unit_test(test_out_of_time), cmocka_unit_test(test_long_text),
                                       cmocka_unit_test(test_list),        cmocka_unit_test(test_bad_lists),
                                       cmocka_unit_test(test_index)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
