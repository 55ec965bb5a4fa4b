/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of queries as blocks of cells: from a file, and from the pack of the snapshot. */
#include "store/pack.h"
#include "support/database.h"

#include <entente/world.h>

extern const unsigned char enti_pack_begin[], enti_pack_end[];

/* Opening a world from the file asks what the pack holds: the same queries, the same rows, the same bytes. */
static void test_pack_is_the_file(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_world *world = NULL;
    enti_pack_writer *writer = NULL;
    const char *bytes = NULL;
    size_t size = 0;
    (void)state;
    must(ent_store_open(build_path("ENTENTE_TEST_SNAPSHOT"), &store, &err), &err);
    must(enti_pack_writer_new(&writer, &err), &err);
    must(enti_store_write_pack(store, writer, &err), &err);
    must(ent_world_open(store, &world, &err), &err);
    must(enti_pack_bytes(writer, &bytes, &size, &err), &err);
    assert_int_equal(size, enti_pack_end - enti_pack_begin);
    assert_memory_equal(bytes, enti_pack_begin, size);
    ent_world_close(world);
    ent_store_close(store);
    enti_pack_writer_free(writer);
}

/* The embedded snapshot answers a packed query from the pack and any other from the database. */
static void test_embedded(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    enti_rows rows = {0};
    (void)state;
    must(ent_store_open(NULL, &store, &err), &err);
    must(enti_store_rows(store, "SELECT key, value FROM meta", &rows, &err), &err);
    assert_true(rows.lasting);
    assert_true(rows.count >= 4);
    enti_rows_clear(&rows);
    must(enti_store_rows(store, "SELECT value, key FROM meta WHERE key = 'format'", &rows, &err), &err);
    assert_false(rows.lasting);
    assert_int_equal(rows.count, 1);
    assert_string_equal(enti_rows_text(&rows, 0, 0), "entente-snapshot-1");
    enti_rows_clear(&rows);
    ent_store_close(store);
}

static void check_cells(const enti_rows *rows) {
    assert_int_equal(rows->count, 2);
    assert_int_equal(rows->columns, 4);
    assert_true(enti_rows_number(rows, 0, 0) == -3);
    assert_true(enti_rows_number(rows, 0, 1) == 0.1);
    assert_string_equal(enti_rows_text(rows, 0, 2), "Côte");
    assert_null(enti_rows_text(rows, 0, 3));
    assert_true(isnan(enti_rows_number(rows, 0, 3)));
    assert_null(enti_rows_text(rows, 0, 0)); /* a number is no text */
    assert_true(isnan(enti_rows_number(rows, 0, 2)));
    assert_string_equal(enti_rows_text(rows, 1, 2), "");
    assert_string_equal(enti_rows_text(rows, 1, 3), "Côte");
}

/* Numbers, texts, empty texts, missing ones and blobs; the same through a pack; no row at all; a query that is wrong. */
static void test_cells(void **state) {
    static const char sql[] = "SELECT -3, 0.1, 'Côte', NULL UNION ALL SELECT 1, 2.5, '', 'Côte' ORDER BY 1";
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    enti_pack_writer *writer = NULL;
    enti_rows rows = {0};
    const char *bytes = NULL;
    size_t size = 0;
    (void)state;
    must(ent_store_open(build_path("ENTENTE_TEST_SNAPSHOT"), &store, &err), &err);
    must(enti_pack_writer_new(&writer, &err), &err);
    must(enti_store_rows(store, sql, &rows, &err), &err);
    check_cells(&rows);
    must(enti_pack_add(writer, sql, &rows, &err), &err);
    must(enti_pack_add(writer, sql, &rows, &err), &err); /* once is enough */
    enti_rows_clear(&rows);
    must(enti_store_rows(store, "SELECT 1 WHERE 0", &rows, &err), &err);
    assert_int_equal(rows.count, 0);
    must(enti_pack_add(writer, "none", &rows, &err), &err);
    enti_rows_clear(&rows);
    must(enti_pack_bytes(writer, &bytes, &size, &err), &err);
    assert_true(enti_pack_find(bytes, size, sql, &rows));
    check_cells(&rows);
    assert_true(enti_pack_find(bytes, size, "none", &rows));
    assert_int_equal(rows.count, 0);
    assert_false(enti_pack_find(bytes, size, "SELECT 2", &rows));
    assert_false(enti_pack_find(bytes, 3, sql, &rows));
    assert_false(enti_pack_find("not a pack of anything, but long", 32, sql, &rows));
    enti_rows_clear(&rows);
    must(enti_store_rows(store, "SELECT x'00ff'", &rows, &err), &err);
    assert_true(enti_rows_text(&rows, 0, 0) == NULL && isnan(enti_rows_number(&rows, 0, 0)));
    enti_rows_clear(&rows);
    assert_int_equal(enti_store_rows(store, "SELECT nothing FROM nowhere", &rows, &err), ENT_E_PARSE);
    assert_int_equal(rows.count, 0);
    enti_pack_writer_free(writer);
    enti_pack_writer_free(NULL);
    ent_store_close(store);
}

/* More texts than the first table of them holds: all are found again. */
static void test_many_texts(void **state) {
    static const char sql[] =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) SELECT i, 'text ' || i FROM n";
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    enti_pack_writer *writer = NULL;
    enti_rows rows = {0}, packed = {0};
    const char *bytes = NULL;
    size_t size = 0;
    (void)state;
    must(ent_store_open(build_path("ENTENTE_TEST_SNAPSHOT"), &store, &err), &err);
    must(enti_pack_writer_new(&writer, &err), &err);
    must(enti_store_rows(store, sql, &rows, &err), &err);
    must(enti_pack_add(writer, sql, &rows, &err), &err);
    must(enti_pack_add(writer, "again", &rows, &err), &err);
    must(enti_pack_bytes(writer, &bytes, &size, &err), &err);
    assert_true(enti_pack_find(bytes, size, "again", &packed));
    for (size_t r = 0; r < rows.count; r++)
        assert_string_equal(enti_rows_text(&rows, r, 1), enti_rows_text(&packed, r, 1));
    enti_rows_clear(&rows);
    enti_pack_writer_free(writer);
    ent_store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pack_is_the_file), cmocka_unit_test(test_embedded),
                                       cmocka_unit_test(test_cells), cmocka_unit_test(test_many_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
