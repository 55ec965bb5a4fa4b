/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening the embedded snapshot and files. */
#include "store/store.h"
#include "support/database.h"

static ent_store *embedded, *from_file;

static int setup(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(ent_store_open(NULL, &embedded, &err), &err);
    must(ent_store_open(build_path("ENTENTE_TEST_SNAPSHOT"), &from_file, &err), &err);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_store_close(from_file);
    ent_store_close(embedded);
    ent_store_close(NULL);
    return 0;
}

static void test_open(void **state) {
    (void)state;
    assert_true(enti_store_embedded(embedded));
    assert_false(enti_store_embedded(from_file));
    assert_string_equal(ent_store_label(embedded), ent_store_label(from_file));
    assert_int_equal(enti_store_first_year(embedded), 1946);
    assert_int_equal(enti_store_last_year(embedded), 2022);
    assert_int_equal(enti_store_first_year(from_file), 1946);
}

static void test_unchanged_on_failure(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = embedded;
    (void)state;
    assert_int_equal(ent_store_open("/nowhere/at/all.db", &store, &err), ENT_E_IO);
    assert_ptr_equal(store, embedded);
    assert_non_null(strstr(err.message, "/nowhere/at/all.db"));
    assert_int_equal(ent_store_open("/nowhere/at/all.db", &store, NULL), ENT_E_IO);
}

/* A path longer than the name kept for messages is still opened, and named by its end. */
static void test_long_path(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    char path[600];
    (void)state;
    memset(path, 'x', sizeof path);
    memcpy(path, "/nowhere/", 9);
    memcpy(path + sizeof path - 8, "/end.db", 8);
    assert_int_equal(ent_store_open(path, &store, &err), ENT_E_IO);
    assert_non_null(strstr(err.message, "/end.db cannot be opened"));
}

static void test_statements(void **state) {
    ent_error err = {.status = ENT_OK};
    sqlite3_stmt *statement = NULL;
    bool more = false;
    (void)state;
    must(enti_store_prepare(embedded, "SELECT 1 UNION SELECT 2", &statement, &err), &err);
    for (int row = 1; row <= 2; row++) {
        must(enti_store_step(embedded, statement, &more, &err), &err);
        assert_true(more);
        assert_int_equal(sqlite3_column_int(statement, 0), row);
    }
    must(enti_store_step(embedded, statement, &more, &err), &err);
    assert_false(more);
    sqlite3_finalize(statement);
    assert_int_equal(enti_store_prepare(embedded, "SELECT * FROM nothing", &statement, &err), ENT_E_PARSE);
    assert_non_null(strstr(err.message, "nothing"));
}

static void test_read_only(void **state) {
    (void)state;
    assert_int_equal(sqlite3_exec(enti_store_db(embedded), "DELETE FROM entities", NULL, NULL, NULL), SQLITE_READONLY);
    assert_int_equal(sqlite3_exec(enti_store_db(from_file), "DELETE FROM entities", NULL, NULL, NULL), SQLITE_READONLY);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_open), cmocka_unit_test(test_unchanged_on_failure),
                                       cmocka_unit_test(test_long_path), cmocka_unit_test(test_statements),
                                       cmocka_unit_test(test_read_only)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
