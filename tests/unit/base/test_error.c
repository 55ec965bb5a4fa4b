/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: what a message holds, where the data are at fault, and what is cut. */
#include "base/base.h"
#include "support/fixture.h"

static void test_plain(void **state) {
    ent_error err = {.row = 7};
    (void)state;
    assert_int_equal(ent_fail(&err, ENT_E_RANGE, "year %d is after year %d", 2014, 1946), ENT_E_RANGE);
    assert_int_equal(err.status, ENT_E_RANGE);
    assert_string_equal(err.message, "year 2014 is after year 1946");
    assert_string_equal(err.file, "");
    assert_int_equal(err.row, 0); /* nothing of an older error is left */
    assert_int_equal(err.column, 0);
}

static void test_place(void **state) {
    ent_error err;
    (void)state;
    assert_int_equal(ent_fail_at(&err, ENT_E_PARSE, "cow_mid.csv", 1842, 5, "year is \"%s\"", "19O4"), ENT_E_PARSE);
    assert_string_equal(err.message, "cow_mid.csv:1842:5: year is \"19O4\"");
    assert_string_equal(err.file, "cow_mid.csv");
    assert_int_equal(err.row, 1842);
    assert_int_equal(err.column, 5);
    (void)ent_fail_at(&err, ENT_E_PARSE, "a.csv", 3, 0, "short");
    assert_string_equal(err.message, "a.csv:3: short");
    (void)ent_fail_at(&err, ENT_E_IO, "a.csv", 0, 0, "gone");
    assert_string_equal(err.message, "a.csv: gone");
}

static void test_no_receiver(void **state) {
    (void)state;
    assert_int_equal(ent_fail(NULL, ENT_E_IO, "unseen"), ENT_E_IO);
    assert_int_equal(ent_fail_at(NULL, ENT_E_PARSE, "f", 1, 1, "unseen"), ENT_E_PARSE);
    assert_int_equal(enti_no_memory(NULL), ENT_E_NOMEM);
}

static void test_too_long(void **state) {
    char text[2000];
    ent_error err;
    (void)state;
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = 0;
    (void)ent_fail_at(&err, ENT_E_PARSE, text, 12, 3, "%s", text);
    assert_int_equal(strlen(err.message), ENT_ERROR_MESSAGE - 1);
    assert_int_equal(strlen(err.file), sizeof err.file - 1);
    (void)ent_fail(&err, ENT_E_ARG, "%s", text);
    assert_int_equal(strlen(err.message), ENT_ERROR_MESSAGE - 1);
}

static void test_status_names(void **state) {
    (void)state;
    for (int a = ENT_OK; a <= ENT_E_CANCELLED; a++) {
        assert_true(*ent_status_name((ent_status)a) != 0);
        for (int b = ENT_OK; b < a; b++)
            assert_string_not_equal(ent_status_name((ent_status)a), ent_status_name((ent_status)b));
    }
    assert_string_equal(ent_status_name(ENT_E_RANGE), "range");
    assert_non_null(ent_status_name((ent_status)99));
}

static void test_version(void **state) {
    char text[32];
    (void)state;
    (void)snprintf(text, sizeof text, "%d.%d.%d", ENT_VERSION_MAJOR, ENT_VERSION_MINOR, ENT_VERSION_PATCH);
    assert_string_equal(ent_version(), text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain),        cmocka_unit_test(test_place),
                                       cmocka_unit_test(test_no_receiver),  cmocka_unit_test(test_too_long),
                                       cmocka_unit_test(test_status_names), cmocka_unit_test(test_version)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
