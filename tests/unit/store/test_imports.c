/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which import is in force: the highest version, then the last. */
#include "store/store.h"

#include "support/database.h"

static void test_versions(void **state) {
    static const char *const rising[] = {"",     "2",    "3.2",  "4.02",    "4.10",    "5.0", "5.1", "5.9",
                                         "5.10", "2016", "2024", "2024-06", "2024-10", "v8",  "v16"};
    (void)state;
    for (size_t i = 0; i < sizeof rising / sizeof *rising; i++)
        for (size_t k = 0; k < sizeof rising / sizeof *rising; k++) {
            int order = enti_version_compare(rising[i], rising[k]);
            if ((order < 0) != (i < k) || (order > 0) != (i > k))
                fail_msg("\"%s\" against \"%s\" gives %d", rising[i], rising[k], order);
        }
}

static void test_in_force(void **state) {
    char *folder = folder_new(), *file = text_of("%s/data.db", folder);
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    int64_t id = 7;
    (void)state;
    must(ent_store_open(NULL, &store, &err), &err);
    must(enti_store_import(store, "nmc", &id, &err), &err);
    assert_int_equal(id, 0);
    ent_store_close(store);
    snapshot_changed(file, "CREATE TABLE imports (id INTEGER PRIMARY KEY, dataset TEXT, version TEXT);"
                           "INSERT INTO imports VALUES (1, 'nmc', '6.0'), (2, 'nmc', '10.0'), (3, 'nmc', '10.0'),"
                           " (4, 'nmc', '7.0'), (5, 'other', '99')");
    must(ent_store_open(file, &store, &err), &err);
    must(enti_store_import(store, "nmc", &id, &err), &err);
    assert_int_equal(id, 3);
    must(enti_store_import(store, "none", &id, &err), &err);
    assert_int_equal(id, 0);
    ent_store_close(store);
    free(file);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_versions), cmocka_unit_test(test_in_force)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
