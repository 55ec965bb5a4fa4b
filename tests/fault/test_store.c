/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign, damaged and malicious --data files: a clear error or a valid world, never a crash, and nothing written. */
#include "support/database.h"

static char *folder, *file;

static int setup(void **state) {
    (void)state;
    folder = folder_new();
    file = text_of("%s/data.db", folder);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    free(file);
    folder_remove(folder);
    return 0;
}

static uint64_t next_random(uint64_t *x) {
    *x ^= *x << 13;
    *x ^= *x >> 7;
    return *x ^= *x << 17;
}

/* Opens a file and, when that works, asks a question of every part. Whatever happens is one clear line. */
static ent_status use(const char *path, ent_error *err) {
    ent_world *world = NULL;
    ent_assess_options options;
    ent_assessment *answer = NULL;
    ent_entity found = {.code = 2};
    ent_status st;
    memset(err, 0, sizeof *err);
    st = world_try(path, &world, err);
    if (st != ENT_OK) {
        assert_null(world);
        assert_int_equal(err->status, st);
        assert_true(strlen(err->message) > 10 && strchr(err->message, '\n') == NULL);
        return st;
    }
    options = ent_assess_options_default(world);
    options.draws = 3;
    st = ent_world_find(world, "China", 2014, &found, NULL, err);
    if (st == ENT_OK) st = ent_assess(world, NULL, found.code, 365, &options, &answer, err);
    if (st != ENT_OK) assert_true(*err->message != 0);
    ent_assessment_free(answer);
    ent_world_close(world);
    return st;
}

static void expect(const char *path, ent_status status, const char *words) {
    ent_error err;
    assert_int_equal(use(path, &err), status);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
}

/* The snapshot with SQL applied; foreign files need not keep the schema's rules. */
static void expect_changed(const char *sql, ent_status status, const char *words) {
    char *all = text_of("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; %s", sql);
    snapshot_changed(file, all);
    free(all);
    expect(file, status, words);
}

/* ---- not a database ---- */

static void test_no_file(void **state) {
    char *path = text_of("%s/none.db", folder);
    (void)state;
    expect(path, ENT_E_IO, "none.db cannot be opened");
    assert_int_equal(access(path, F_OK), -1);
    expect(folder, ENT_E_IO, "cannot be opened");
    free(path);
}

static void test_other_files(void **state) {
    char long_text[5000];
    (void)state;
    file_write(file, "", 0);
    expect(file, ENT_E_PARSE, "not a database");
    file_write(file, "code,year\n2,1946\n", 17);
    expect(file, ENT_E_PARSE, "not a database");
    memset(long_text, 'x', sizeof long_text);
    file_write(file, long_text, sizeof long_text);
    expect(file, ENT_E_PARSE, "not a database");
}

/* ---- damaged ---- */

static void test_truncated(void **state) {
    size_t size, good = 0;
    char *bytes = file_read(build_path("ENTENTE_TEST_SNAPSHOT"), &size);
    ent_error err;
    (void)state;
    for (size_t cut = 0; cut < size; cut += 64 * 1024) {
        file_write(file, bytes, cut);
        good += use(file, &err) == ENT_OK;
    }
    free(bytes);
    assert_int_equal(good, 0); /* every page is needed by the header's count */
}

static void test_flipped(void **state) {
    size_t size;
    char *bytes = file_read(build_path("ENTENTE_TEST_SNAPSHOT"), &size);
    uint64_t random = 1907;
    int refused = 0;
    ent_error err;
    (void)state;
    file_write(file, bytes, size);
    for (int n = 0; n < 200; n++) {
        size_t at = n % 4 == 0 ? next_random(&random) % 8192 : next_random(&random) % size;
        FILE *open = fopen(file, "r+b");
        assert_non_null(open);
        assert_int_equal(fseek(open, (long)at, SEEK_SET), 0);
        (void)fputc((unsigned char)bytes[at] ^ (1 << next_random(&random) % 8), open);
        assert_int_equal(fclose(open), 0);
        refused += use(file, &err) != ENT_OK;
        open = fopen(file, "r+b");
        assert_non_null(open);
        assert_int_equal(fseek(open, (long)at, SEEK_SET), 0);
        (void)fputc((unsigned char)bytes[at], open);
        assert_int_equal(fclose(open), 0);
    }
    assert_int_equal(use(file, &err), ENT_OK); /* and whole again */
    free(bytes);
    assert_in_range(refused, 1, 199);
}

/* ---- a database, but not ours ---- */

static void test_foreign_schema(void **state) {
    sqlite3 *db;
    (void)state;
    (void)remove(file);
    db = database_open(file);
    database_run(db, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    database_close(db);
    expect(file, ENT_E_PARSE, "no such table: meta");
    db = database_open(file);
    database_run(db, "CREATE TABLE meta (key, value)");
    database_close(db);
    expect(file, ENT_E_PARSE, "not one of format entente-snapshot-1");
    db = database_open(file);
    database_run(
        db, "INSERT INTO meta VALUES ('format', 'entente-snapshot-1'), ('first_year', '1946'), ('last_year', '2022'), "
            "('label', 'x'), (NULL, NULL)");
    database_close(db);
    expect(file, ENT_E_PARSE, "no such table");
}

static void test_meta(void **state) {
    (void)state;
    expect_changed("UPDATE meta SET value = 'entente-snapshot-2' WHERE key = 'format'", ENT_E_PARSE,
                   "not one of format");
    expect_changed("UPDATE meta SET value = 'soon' WHERE key = 'last_year'", ENT_E_PARSE, "not one of format");
    expect_changed("DELETE FROM meta WHERE key = 'label'", ENT_E_PARSE, "not one of format");
    /* Dates have four digits for the year: more cannot be reckoned with. */
    expect_changed("UPDATE meta SET value = '2000000000' WHERE key = 'last_year'", ENT_E_PARSE, "not one of format");
}

/* ---- rows that make no sense ---- */

static void test_unknown_entity(void **state) {
    (void)state;
    expect_changed("UPDATE rivalries SET code2 = 12345 WHERE id = 'T130'", ENT_E_PARSE,
                   "table rivalries names entity 12345");
    expect_changed("UPDATE treaty_members SET code = -1 WHERE rowid = 1", ENT_E_PARSE,
                   "table treaty_members names entity -1");
    expect_changed("UPDATE capability SET code = 12345 WHERE code = 2", ENT_E_PARSE,
                   "table capability names entity 12345");
    expect_changed("UPDATE forum_members SET forum = 'none' WHERE rowid = 1", ENT_E_PARSE, "unknown forum");
    expect_changed("UPDATE treaty_members SET treaty = 'none' WHERE rowid = 1", ENT_E_PARSE, "unknown treaty");
}

/* A side with more parties than its record holds is refused, never cut to what fits. */
static void test_too_many_parties(void **state) {
    (void)state;
    expect_changed("INSERT OR IGNORE INTO coercion_parties (line, coercion, code, role, source) "
                   "SELECT 0, 'C002', code, 'sender', 'x' FROM entities ORDER BY code LIMIT 40",
                   ENT_E_PARSE, "C002 names more than 12 parties on one side");
    expect_changed("INSERT OR IGNORE INTO exercise_parties (line, exercise, code, role, source) "
                   "SELECT 0, 'X049', code, 'guest', 'x' FROM entities ORDER BY code LIMIT 40",
                   ENT_E_PARSE, "X049 names more than 20 parties");
}

static void test_bad_dates(void **state) {
    (void)state;
    expect_changed("UPDATE membership SET start = '1949-02-30' WHERE rowid = 1", ENT_E_PARSE, "\"1949-02-30\"");
    expect_changed("UPDATE leaders SET start = 'spring' WHERE rowid = 1", ENT_E_PARSE,
                   "table leaders has a spell from \"spring\"");
    expect_changed("UPDATE treaties SET \"end\" = '20' WHERE rowid = 1", ENT_E_PARSE, "table treaties");
    expect_changed("UPDATE partnerships SET \"end\" = '2001-13' WHERE rowid = 1", ENT_E_PARSE, "table partnerships");
}

/* Numbers no reader expects: each must be refused, or read without leaving the arrays. */
static void test_wild_numbers(void **state) {
    static const char *const changes[] = {
        "CREATE TABLE c AS SELECT * FROM capability; DROP TABLE capability; ALTER TABLE c RENAME TO capability; "
        "UPDATE capability SET year = -2147483648 WHERE rowid = 1; UPDATE capability SET year = 2147483647 WHERE rowid "
        "= 2",
        "CREATE TABLE c AS SELECT * FROM capability; DROP TABLE capability; ALTER TABLE c RENAME TO capability; "
        "UPDATE capability SET year = NULL WHERE rowid = 1",
        "CREATE TABLE c AS SELECT * FROM polyarchy; DROP TABLE polyarchy; ALTER TABLE c RENAME TO polyarchy; "
        "UPDATE polyarchy SET code = 1e300, line = -1e300 WHERE rowid = 1",
        "UPDATE capability SET year = 5000 WHERE code = 2 AND year = 2000",
        "UPDATE signers SET year = 1e300, code1 = -1e300, weight = 9e999 WHERE rowid = 1",
        "UPDATE signers SET weight = 0",
        "UPDATE capability SET net_resources = -1 WHERE code = 710",
        "UPDATE capability SET net_resources = 9e999 WHERE code = 710",
        "UPDATE ideal_points SET ideal_point = 9e999",
        "UPDATE membership SET lat = 1e308, lon = -1e308",
        "UPDATE coefficients SET value = 9e999 WHERE name = 'const'",
        "UPDATE covariance SET value = -value",
        "UPDATE rivalries SET start = -2147483648, \"end\" = 2147483647",
        "UPDATE contiguity SET type = -7",
        "UPDATE forums SET institution_level = 2147483647",
        "UPDATE wars SET side = 2147483647 WHERE rowid = 1",
        "UPDATE partnerships SET rank = -2147483648",
        "UPDATE OR IGNORE membership SET start = '0001', \"end\" = '9999'",
    };
    ent_error err;
    (void)state;
    for (size_t c = 0; c < sizeof changes / sizeof *changes; c++) {
        char *sql = text_of("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; %s", changes[c]);
        snapshot_changed(file, sql);
        print_message("%s\n", strstr(changes[c], "UPDATE")); /* tells which one, should it crash */
        (void)use(file, &err);                               /* no crash, and the sanitizers are silent */
        free(sql);
    }
    expect_changed(changes[0], ENT_E_PARSE, "table capability");
}

static void test_empty_tables(void **state) {
    ent_error err;
    (void)state;
    expect_changed("DELETE FROM signers", ENT_E_MISSING, "no table of historical signers");
    expect_changed("DELETE FROM coefficients; DELETE FROM covariance", ENT_E_MISSING, "no coefficient");
    expect_changed("DELETE FROM names", ENT_E_MISSING, "no state called \"China\"");
    snapshot_changed(file,
                     "DELETE FROM capability; DELETE FROM polyarchy; DELETE FROM ideal_points; DELETE FROM rivalries; "
                     "DELETE FROM treaty_members; DELETE FROM treaties; DELETE FROM contiguity; DELETE FROM leaders");
    assert_int_equal(use(file, &err), ENT_OK); /* nothing is known, and it says so */
}

/* ---- nothing is written ---- */

static void check_untouched(const char *what) {
    size_t size, after_size, files = folder_count(folder);
    char *before = file_read(file, &size), *after;
    ent_error err;
    (void)use(file, &err);
    after = file_read(file, &after_size);
    assert_int_equal(size, after_size);
    assert_memory_equal(before, after, size);
    if (folder_count(folder) != files) fail_msg("%s: files were left beside the database", what);
    free(before);
    free(after);
}

static void test_untouched(void **state) {
    (void)state;
    snapshot_copy(file);
    check_untouched("plain");
    snapshot_changed(file, "PRAGMA journal_mode = WAL");
    check_untouched("in WAL mode");
    snapshot_copy(file);
    assert_int_equal(chmod(file, 0444), 0);
    check_untouched("read-only");
    assert_int_equal(chmod(file, 0644), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_file),        cmocka_unit_test(test_other_files),
                                       cmocka_unit_test(test_truncated),      cmocka_unit_test(test_flipped),
                                       cmocka_unit_test(test_foreign_schema), cmocka_unit_test(test_meta),
                                       cmocka_unit_test(test_unknown_entity), cmocka_unit_test(test_bad_dates),
                                       cmocka_unit_test(test_wild_numbers),   cmocka_unit_test(test_empty_tables),
                                       cmocka_unit_test(test_untouched),      cmocka_unit_test(test_too_many_parties)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
