/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files at fault, each with the line and column the error names; and that nothing of them stays. */
#include "support/importing.h"

#include <fcntl.h>
#include <sys/file.h>
#include <zlib.h>

static imports w;

#define TRADE "ccode,year,imports,exports\n"

/* Every test begins with a database that holds something, and ends with one that holds the same. */
static int setup(void **state) {
    (void)state;
    w = imports_new();
    import_text(&w, TRADE "2,1870,450,418\n");
    return 0;
}

static int teardown(void **state) {
    (void)state;
    expect_rows(&w, "SELECT ccode, year, imports FROM import_trade_state", "2|1870|450.0");
    expect_rows(&w, "SELECT count(*) FROM imports", "1");
    expect_rows(&w, "PRAGMA integrity_check", "ok");
    imports_free(&w);
    return 0;
}

/* ---- values ---- */

static void test_fields(void **state) {
    (void)state;
    expect_refused(&w, TRADE "2,1871,1,2\n2,1872,1,2,3\n", ENT_E_PARSE, 3, 5, "made.csv:3:5: ");
    expect_refused(&w, TRADE "2,1871,abc,2\n", ENT_E_PARSE, 2, 3, "imports is \"abc\", expected a number");
    expect_refused(&w, TRADE "2,1871,\"1,5\",2\n", ENT_E_PARSE, 2, 3, "imports is \"1,5\"");
    expect_refused(&w, TRADE "2,19O4,1,2\n", ENT_E_PARSE, 2, 2, "year is \"19O4\", expected a whole number");
    expect_refused(&w, TRADE "2,20145,1,2\n", ENT_E_PARSE, 2, 2, "expected 1700 to 2100");
    expect_refused(&w, TRADE "2,1871,-3,2\n", ENT_E_PARSE, 2, 3, "imports is \"-3\", expected 0 to");
    expect_refused(&w, TRADE "2,,1,2\n", ENT_E_PARSE, 2, 2, "no row may lack it");
    expect_refused(&w, TRADE "USA,1871,1,2\n", ENT_E_PARSE, 2, 1, "letters differ between schemes");
    expect_refused(&w, TRADE "-9,1871,1,2\n", ENT_E_PARSE, 2, 1, "expected a COW number");
}

static void test_dates(void **state) {
    static const char header[] = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n";
    static const char capitals[] = "ccode,capital,stdate,enddate,lat,lng\n";
    char *text = text_of("%sUSA,2,United States,1816,2,30,2016,12,31,2016\n", header);
    (void)state;
    expect_refused(&w, text, ENT_E_PARSE, 2, 4, "parts of a date that exists, not year 1816, month 2, day 30");
    free(text);
    text = text_of("%sUSA,2,United States,1816,x,1,2016,12,31,2016\n", header);
    expect_refused(&w, text, ENT_E_PARSE, 2, 5, "stmonth is \"x\"");
    free(text);
    text = text_of("%s2,Washington,1816-01-01,2024-13-31,38.9,-77.0\n", capitals);
    expect_refused(&w, text, ENT_E_PARSE, 2, 4, "enddate is \"2024-13-31\", expected a date that exists");
    free(text);
    text = text_of("%s2,Washington,1816-01-01,2024-12-31,389,-77.0\n", capitals);
    expect_refused(&w, text, ENT_E_PARSE, 2, 5, "lat is \"389\", expected -90 to 90");
    free(text);
}

static void test_flags(void **state) {
    (void)state;
    expect_refused(&w,
                   "state,year,atopally,defense,offense,neutral,nonagg,consul,number,transyr,atopid1,version\n"
                   "2,1950,1,2,0,0,0,1,3,0,3180,5.1\n",
                   ENT_E_PARSE, 2, 4, "defense is \"2\", expected 0 or 1");
}

/* Both lines are named; rows need not stand together, nor the file be sorted. */
static void test_duplicates(void **state) {
    (void)state;
    expect_refused(&w, TRADE "2,1871,1,2\n2,1871,1,2\n", ENT_E_PARSE, 3, 0,
                   "line 2 says the same of ccode 2, year 1871 already");
    expect_refused(&w, TRADE "20,1871,1,2\n2,1871,3,4\n2,1870,3,4\n\n20,1871,1,2\n", ENT_E_PARSE, 6, 0,
                   "line 2 says the same of ccode 20, year 1871");
    expect_refused(&w, "ccode1,ccode2,year,mindist\n2,20,1900,5\n20,2,1901,5\n2,20,1900,6\n", ENT_E_PARSE, 4, 0,
                   "line 2 says the same");
}

/* ---- headers ---- */

static void test_headers(void **state) {
    ent_import_options options = ent_import_options_default();
    (void)state;
    expect_refused(&w, "a,b,c\n1,2,3\n", ENT_E_MISSING, 1, 0, "the header is that of no data set known; describe");
    expect_refused(&w, "stateabb,ccode,year,milex,milper,irst,pec,tpop,cinc\nUSA,2,1816,1,1,1,1,1,.1\n", ENT_E_MISSING,
                   1, 0, "the nearest is nmc, which would need \"upop\"");
    expect_refused(&w, TRADE, ENT_E_PARSE, 1, 0, "a header and no rows");
    options.as = "nmc";
    expect_refused_text(&w, TRADE "2,1871,1,2\n", &options, ENT_E_MISSING, 1, 0, "nmc is expected to have \"milex\"");
    options.as = "nonsense";
    expect_refused_text(&w, TRADE, &options, ENT_E_ARG, 0, 0, "no data set is called \"nonsense\"");
    options.as = NULL;
    options.columns = "gdp";
    expect_refused_text(&w, TRADE "2,1871,1,2\n", &options, ENT_E_MISSING, 1, 0, "no column \"gdp\"");
    options.columns = "import";
    expect_refused_text(&w, "ccode,year,imports,exports,import\n2,1871,1,2,3\n", &options, ENT_E_ARG, 0, 0,
                        "cannot be added");
}

/* Recognition goes by the header, whatever the file is called. */
static void test_other_kind(void **state) {
    ent_import_result result;
    ent_error err = {.status = ENT_OK};
    char *name = text_of("%s/NMC-60-abridged.csv", w.folder);
    static const char text[] = "rcid,short_name,issue\n77,me,Palestinian conflict\n";
    int64_t removed;
    (void)state;
    file_write(name, text, strlen(text));
    must(ent_import_file(w.database, name, NULL, &result, &err), &err);
    assert_string_equal(result.dataset, "un_issues");
    must(ent_import_remove(w.database, "un_issues", &removed, &err), &err);
    free(name);
}

/* ---- files ---- */

static void test_files(void **state) {
    ent_error err = {.status = ENT_OK};
    char *none = text_of("%s/none.csv", w.folder);
    (void)state;
    assert_int_equal(ent_import_file(w.database, none, NULL, NULL, &err), ENT_E_IO);
    assert_non_null(strstr(err.message, "cannot be opened"));
    free(none);
    expect_refused_with(&w, "", 0, NULL, ENT_E_PARSE, 1, 0, "");
    expect_refused_with(&w, "\x00\x01\x02\x03", 4, NULL, ENT_E_PARSE, 1, 1, "zero byte");
}

/* A download that stopped half-way. */
static void test_truncated_gzip(void **state) {
    char *path = text_of("%s/whole.gz", w.folder), *bytes, *text = text_of("%s", TRADE);
    size_t size;
    ent_error err = {.status = ENT_OK};
    gzFile file = gzopen(path, "wb");
    (void)state;
    assert_non_null(file);
    assert_true(gzputs(file, text) > 0);
    for (int year = 1871; year < 1990; year++)
        assert_true(gzprintf(file, "2,%d,%d,%d\n", year, year * 7919 % 10007, year * 104729 % 10007) > 0);
    assert_int_equal(gzclose(file), Z_OK);
    bytes = file_read(path, &size);
    file_write(w.file, bytes, size / 2);
    assert_int_equal(ent_import_file(w.database, w.file, NULL, NULL, &err), ENT_E_PARSE);
    if (strstr(err.message, "made.csv") == NULL) fail_msg("%s", err.message);
    free(bytes);
    free(text);
    free(path);
}

/* ---- databases ---- */

static void test_foreign_databases(void **state) {
    ent_error err = {.status = ENT_OK};
    char *other = text_of("%s/other.db", w.folder), *nowhere = text_of("%s/no/such/folder.db", w.folder);
    sqlite3 *db;
    size_t size;
    char *bytes;
    (void)state;
    file_write(w.file, TRADE "2,1871,1,2\n", strlen(TRADE "2,1871,1,2\n"));
    db = database_open(other);
    database_run(db, "CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES ('format', 'theirs')");
    database_close(db);
    bytes = file_read(other, &size);
    assert_int_equal(ent_import_file(other, w.file, NULL, NULL, &err), ENT_E_PARSE);
    assert_non_null(strstr(err.message, "is not a database of entente"));
    free(bytes);
    file_write(other, "some text, and not a short one, of somebody", 43);
    assert_int_equal(ent_import_file(other, w.file, NULL, NULL, &err), ENT_E_PARSE);
    bytes = file_read(other, &size);
    assert_string_equal(bytes, "some text, and not a short one, of somebody");
    free(bytes);
    assert_int_equal(ent_import_file(nowhere, w.file, NULL, NULL, &err), ENT_E_IO);
    assert_int_equal(ent_import_file(w.folder, w.file, NULL, NULL, &err), ENT_E_IO);
    assert_int_equal(ent_import_remove(nowhere, "nmc", NULL, &err), ENT_E_IO);
    assert_int_equal(ent_imports_list(nowhere, &(ent_imports){.count = 0}, &err), ENT_E_IO);
    (void)remove(other);
    free(other);
    free(nowhere);
}

/* A new database for a file that fails does not appear, nor anything beside it. */
static void test_nothing_new(void **state) {
    ent_error err = {.status = ENT_OK};
    char *fresh = text_of("%s/fresh.db", w.folder);
    size_t before = folder_count(w.folder);
    (void)state;
    file_write(w.file, TRADE "2,x,1,2\n", strlen(TRADE "2,x,1,2\n"));
    assert_int_equal(ent_import_file(fresh, w.file, NULL, NULL, &err), ENT_E_PARSE);
    assert_int_equal(access(fresh, F_OK), -1);
    assert_int_equal(folder_count(w.folder), before);
    free(fresh);
}

/* Two runs that make the same database: the second does not touch what the first is writing. */
static void test_being_made(void **state) {
    ent_error err = {.status = ENT_OK};
    char *fresh = text_of("%s/fresh.db", w.folder), *part = text_of("%s/fresh.db.part", w.folder), *bytes;
    size_t size;
    int other;
    (void)state;
    file_write(part, "theirs", 6);
    other = open(part, O_RDWR);
    assert_true(other >= 0);
    assert_int_equal(flock(other, LOCK_EX), 0);
    file_write(w.file, TRADE "2,1871,1,2\n", strlen(TRADE "2,1871,1,2\n"));
    assert_int_equal(ent_import_file(fresh, w.file, NULL, NULL, &err), ENT_E_IO);
    if (strstr(err.message, "being made by another program") == NULL) fail_msg("%s", err.message);
    bytes = file_read(part, &size);
    assert_string_equal(bytes, "theirs");
    free(bytes);
    (void)close(other);
    /* What a killed run left behind has no lock and is written over. */
    must(ent_import_file(fresh, w.file, NULL, NULL, &err), &err);
    assert_int_equal(access(part, F_OK), -1);
    (void)remove(fresh);
    free(fresh);
    free(part);
}

static void test_locked(void **state) {
    ent_error err = {.status = ENT_OK};
    sqlite3 *db = database_open(w.database);
    (void)state;
    file_write(w.file, TRADE "2,1871,1,2\n", strlen(TRADE "2,1871,1,2\n"));
    database_run(db, "BEGIN EXCLUSIVE");
    assert_int_equal(ent_import_file(w.database, w.file, NULL, NULL, &err), ENT_E_IO);
    if (strstr(err.message, "another program") == NULL) fail_msg("%s", err.message);
    database_run(db, "ROLLBACK");
    database_close(db);
}

/* ---- stopping ---- */

static int stop_later(void *context, const ent_import_progress *p) {
    int *calls = context;
    assert_true(p->rows >= 0);
    assert_true(p->total == 0 || p->done <= p->total);
    return ++*calls >= 3;
}

static void test_cancelled(void **state) {
    ent_import_options options = ent_import_options_default();
    enum { ROWS = 20000 };
    char *text = malloc(32 * (ROWS + 1));
    size_t size;
    int calls = 0;
    (void)state;
    assert_non_null(text);
    size = (size_t)sprintf(text, "%s", TRADE);
    for (int i = 0; i < ROWS; i++)
        size += (size_t)sprintf(text + size, "%d,%d,1,2\n", 2 + i / 200, 1800 + i % 200);
    options.progress = stop_later;
    options.context = &calls;
    expect_refused_with(&w, text, size, &options, ENT_E_CANCELLED, 0, 0, "was stopped");
    assert_int_equal(calls, 3);
    free(text);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_fields),      TEST(test_dates),          TEST(test_flags),
        TEST(test_duplicates),  TEST(test_headers),        TEST(test_other_kind),
        TEST(test_files),       TEST(test_truncated_gzip), TEST(test_foreign_databases),
        TEST(test_nothing_new), TEST(test_being_made),     TEST(test_locked),
        TEST(test_cancelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
