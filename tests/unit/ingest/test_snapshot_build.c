/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The snapshot compiler: what it refuses in a copy of data/ with one fault, and where it says the fault is. The copy
 * has only the first lines of the longest tables, on which no other table rests.
 * ENTENTE_TEST_DATA names the folder data/. */
#include "ingest/snapshot_build.h"

#include "support/files.h"

#include <sqlite3.h>

static char *folder, *derived, *out_folder, *out_path;

/* ---- A copy of data/ ---------------------------------------------------------------------------------- */

enum { LONG_TABLE = 125000, LINES_KEPT = 50 };

static size_t size_kept(const char *bytes, size_t size) {
    size_t kept = 0;
    if (size < LONG_TABLE) return size;
    for (int line = 0; line < LINES_KEPT; line++)
        kept += strcspn(bytes + kept, "\n") + 1;
    return kept;
}

static void copy_files(const char *from, const char *to) {
    DIR *dir = opendir(from);
    struct dirent *entry;
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        char *source = text_of("%s/%s", from, entry->d_name), *copy = text_of("%s/%s", to, entry->d_name);
        struct stat about;
        assert_int_equal(stat(source, &about), 0);
        if (S_ISREG(about.st_mode)) {
            size_t size;
            char *bytes = file_read(source, &size);
            file_write(copy, bytes, size_kept(bytes, size));
            free(bytes);
        }
        free(source);
        free(copy);
    }
    (void)closedir(dir);
}

static int copy_data(void **state) {
    const char *data = build_path("ENTENTE_TEST_DATA");
    char *source = text_of("%s/derived", data);
    (void)state;
    folder = folder_new();
    derived = text_of("%s/derived", folder);
    assert_int_equal(mkdir(derived, 0700), 0);
    copy_files(data, folder);
    copy_files(source, derived);
    free(source);
    out_folder = folder_new();
    out_path = text_of("%s/snapshot.db", out_folder);
    return 0;
}

static int drop_data(void **state) {
    (void)state;
    folder_remove(derived);
    folder_remove(folder);
    folder_remove(out_folder);
    free(out_path);
    return 0;
}

/* ---- One fault -------------------------------------------------------------------------------------------- */

static long line_of(const char *text, const char *place) {
    long line = 1;
    for (const char *p = text; p < place; p++)
        line += *p == '\n';
    return line;
}

/* The first line of a file of the copy that holds a text. */
static long find_line(const char *file, const char *text) {
    char *path = text_of("%s/%s", folder, file);
    size_t size;
    char *bytes = file_read(path, &size), *place = strstr(bytes, text);
    long line;
    assert_non_null(place);
    line = line_of(bytes, place);
    free(bytes);
    free(path);
    return line;
}

/* Builds; the error must name the file and the line and say the words, and nothing may be left behind. */
static void expect_refusal(const char *file, long line, const char *words) {
    ent_error err = {.status = ENT_OK};
    ent_status st = enti_snapshot_build(folder, out_path, &err);
    char *place = line > 0 ? text_of("%s:%ld:", file, line) : text_of("%s:", file);
    if (st == ENT_OK) fail_msg("%s: built, where this was expected: %s", place, words);
    if (strstr(err.message, place) == NULL || strstr(err.message, words) == NULL)
        fail_msg("%s and \"%s\" are not in: %s", place, words, err.message);
    assert_int_equal(folder_count(out_folder), 0);
    free(place);
}

/* Puts `to` in the place of the first `from`, or adds it as the last line, builds, and puts the file back. */
static void try_fault(const char *file, const char *from, const char *to, const char *words) {
    char *path = text_of("%s/%s", folder, file);
    size_t size;
    char *bytes = file_read(path, &size);
    char *place = from == NULL ? bytes + size : strstr(bytes, from);
    char *changed;
    assert_non_null(place);
    changed = text_of("%.*s%s%s", (int)(place - bytes), bytes, to, place + (from != NULL ? strlen(from) : 0));
    file_write(path, changed, strlen(changed));
    expect_refusal(file, line_of(bytes, place), words);
    file_write(path, bytes, size);
    free(changed);
    free(bytes);
    free(path);
}

static void test_headers(void **state) {
    (void)state;
    try_fault("rivalries.csv", "id,code1,", "id,", "column \"code1\" is missing");
    try_fault("sources.csv", "key,title", "key,extra,title", "\"extra\"");
    try_fault("events.csv", "id,date,end", "id,end,date", "column is \"end\", expected \"date\"");
    try_fault("derived/founding_pacts.csv", "pact,signed", "pact,sealed", "column \"signed\" is missing");
}

static void test_numbers(void **state) {
    (void)state;
    try_fault("polyarchy.csv", NULL, "2,19x0,0.5,vdem-16\n", "19x0");
    try_fault("polyarchy.csv", NULL, "2,1935.5,0.5,vdem-16\n", "1935.5");
    try_fault("polyarchy.csv", NULL, "2,1800,half,vdem-16\n", "half");
    try_fault("polyarchy.csv", NULL, "2,1800,1.5,vdem-16\n", "polyarchy is \"1.5\"");
    try_fault("polyarchy.csv", NULL, "2,1800,,vdem-16\n", "NOT NULL");
    try_fault("polyarchy.csv", NULL, "2,1800\n", "field");
}

static void test_keys(void **state) {
    (void)state;
    try_fault("polyarchy.csv", NULL, "9999,1800,0.5,vdem-16\n", "code \"9999\" is not in entities");
    try_fault("events.csv", NULL, "E999,2024,2024,summit,Test,,,2,9999,press,,high\n",
              "code2 \"9999\" is not in entities");
    try_fault("event_parties.csv", NULL, "E999,2,third,press\n", "event \"E999\" is not in events");
    try_fault("events.csv", NULL, "E001,2024,2024,summit,Test,,,2,200,press,,high\n", "id is \"E001\"");
    try_fault("event_parties.csv", NULL, "E005,705,third,press\n", "UNIQUE");
    try_fault("nonalignment.csv", NULL, "225,neutrality,1815-11-20,,,press,,low\n", "UNIQUE");
}

static void test_sources(void **state) {
    (void)state;
    try_fault("polyarchy.csv", NULL, "2,1800,0.5,nobody\n", "source \"nobody\" is not in sources.csv");
    try_fault("polyarchy.csv", NULL, "2,1800,0.5,vdem-16;nobody\n", "source \"nobody\" is not in sources.csv");
    try_fault("polyarchy.csv", NULL, "2,1800,0.5,vdem-16;\n", "source \"\" is not in sources.csv");
    try_fault("polyarchy.csv", NULL, "2,1800,0.5,\n", "source \"\" is not in sources.csv");
}

static void test_words_and_spells(void **state) {
    (void)state;
    try_fault("crises.csv", NULL, "K999,Test,Test,2024,2024,skirmish,press,,high\n", "level is \"skirmish\"");
    try_fault("events.csv", NULL, "E999,2024,2024,party,Test,,,2,200,press,,high\n", "type is \"party\"");
    try_fault("declarations.csv", NULL, "D99,2024,Test,test,2,2,for,Test,press,,high\n", "code1 is \"2\"");
    try_fault("events.csv", NULL, "E999,2024-05-02,2024-04,summit,Test,,,2,200,press,,high\n", "end is \"2024-04\"");
    try_fault("nonalignment.csv", NULL, "2,test,2024-05,2023,,press,,low\n", "end is \"2023\"");
    try_fault("nuclear.csv", NULL, "40,,1962,1961,inherited,,press,,low\n", "end is \"1961\"");
    try_fault("rivalries.csv", NULL, "R999,2,200,Test,1950,1940,0,strategic,,,tss-2021,,low\n", "end is \"1940\"");
}

static void test_bibliography(void **state) {
    (void)state;
    try_fault("references.bib", NULL, "@misc{new2024,\n  title = {Unclosed {brace}\n}\n", "do not close");
    try_fault("references.bib", NULL, "@misc{new2024,\n  title = {One}\n\n@misc{new2025,\n}\n", "do not close");
    try_fault("references.bib", NULL, "}\n", "text outside");
    try_fault("references.bib", NULL, "@misc{allen2022,\n}\n", "twice");
    try_fault("references.bib", "@misc{entente,", "@misc(entente,", "starts with @type{key,");
    try_fault("references.bib", "@misc{entente,", "@misc{,", "starts with @type{key,");
    try_fault("references.bib", "@misc{entente,", "@{entente,", "starts with @type{key,");
    try_fault("references.bib", "@misc{entente,", "@misc{entente", "starts with @type{key,");
}

/* Writes another text in the place of a file, builds, and puts the file back. NULL: there is no file. */
static void try_instead(const char *file, const char *text, long line, const char *words) {
    char *path = text_of("%s/%s", folder, file);
    size_t size;
    char *bytes = file_read(path, &size);
    if (text == NULL)
        assert_int_equal(remove(path), 0);
    else
        file_write(path, text, strlen(text));
    expect_refusal(file, line, words);
    file_write(path, bytes, size);
    free(bytes);
    free(path);
}

static void test_files(void **state) {
    (void)state;
    try_instead("references.bib", NULL, 0, "could not be opened");
    try_instead("references.bib", "", 1, "empty");
    try_instead("declarations.csv", NULL, 0, "open");
    try_instead("declarations.csv", "", 1, "empty");
    try_instead("schema.sql", NULL, 0, "could not be opened");
    try_instead("schema.sql", "CREATE TABLE (", 0, "syntax error");
}

static void test_source_without_entry(void **state) {
    char *path = text_of("%s/references.bib", folder), *place;
    size_t size;
    char *bytes = file_read(path, &size);
    (void)state;
    place = strstr(bytes, "@misc{entente,");
    assert_non_null(place);
    place[6] = 'E';
    file_write(path, bytes, size);
    expect_refusal("sources.csv", find_line("sources.csv", ",entente,"), "bibkey \"entente\" is not in references.bib");
    place[6] = 'e';
    file_write(path, bytes, size);
    free(bytes);
    free(path);
}

/* ---- What is built ------------------------------------------------------------------------------------------ */

static void build(const char *data, const char *path) {
    ent_error err = {.status = ENT_OK};
    must(enti_snapshot_build(data, path, &err), &err);
}

static void test_same_bytes(void **state) {
    char *again = text_of("%s/again.db", out_folder);
    size_t size[2];
    char *bytes[2];
    (void)state;
    build(build_path("ENTENTE_TEST_DATA"), out_path);
    build(build_path("ENTENTE_TEST_DATA"), again);
    assert_int_equal(folder_count(out_folder), 2);
    bytes[0] = file_read(out_path, &size[0]);
    bytes[1] = file_read(again, &size[1]);
    assert_int_equal(size[0], size[1]);
    assert_int_equal(memcmp(bytes[0], bytes[1], size[0]), 0);
    free(bytes[0]);
    free(bytes[1]);
    assert_int_equal(remove(again), 0);
    assert_int_equal(remove(out_path), 0);
    free(again);
}

static void test_entries_are_kept_word_for_word(void **state) {
    static const char text[] = "\r\n% {a comment\n@misc{entente,\n title = {A {B} {\\\"o} % kept}\n}@Book{x-1:y_2,}  ";
    char *path = text_of("%s/references.bib", folder), *changed;
    size_t size;
    char *bytes = file_read(path, &size);
    sqlite3 *db = NULL;
    sqlite3_stmt *rows = NULL;
    char *old = strstr(bytes, "@misc{entente,");
    (void)state;
    assert_non_null(old);
    changed = text_of("%.*s@misc{old%s%s", (int)(old - bytes), bytes, old + strlen("@misc{entente"), text);
    file_write(path, changed, strlen(changed));
    build(folder, out_path);
    assert_int_equal(sqlite3_open(out_path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT entry FROM bibliography WHERE key IN ('entente', 'x-1:y_2') ORDER BY rowid", -1,
                           &rows, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(rows, 0),
                        "@misc{entente,\n title = {A {B} {\\\"o} % kept}\n}");
    assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(rows, 0), "@Book{x-1:y_2,}");
    assert_int_equal(sqlite3_step(rows), SQLITE_DONE);
    sqlite3_finalize(rows);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    file_write(path, bytes, size);
    assert_int_equal(remove(out_path), 0);
    free(changed);
    free(bytes);
    free(path);
}

/* A build that fails leaves the file of the one before as it was. */
static void test_older_output_stays(void **state) {
    ent_error err = {.status = ENT_OK};
    char *path = text_of("%s/polyarchy.csv", folder), *bytes, *kept;
    size_t size, kept_size;
    (void)state;
    bytes = file_read(path, &size);
    file_write(out_path, "older", 5);
    file_write(path, "code\n", 5);
    assert_int_not_equal(enti_snapshot_build(folder, out_path, &err), ENT_OK);
    assert_int_equal(folder_count(out_folder), 1);
    kept = file_read(out_path, &kept_size);
    assert_string_equal(kept, "older");
    file_write(path, bytes, size);
    assert_int_equal(remove(out_path), 0);
    free(kept);
    free(bytes);
    free(path);
}

static void test_folder_that_is_not_there(void **state) {
    ent_error err = {.status = ENT_OK};
    char *none = text_of("%s/none", folder), *lost = text_of("%s/none/snapshot.db", folder);
    (void)state;
    assert_int_not_equal(enti_snapshot_build(none, out_path, &err), ENT_OK);
    assert_non_null(strstr(err.message, "schema.sql"));
    assert_int_equal(folder_count(out_folder), 0);
    assert_int_not_equal(enti_snapshot_build(folder, lost, &err), ENT_OK);
    assert_non_null(strstr(err.message, "could not be created"));
    free(none);
    free(lost);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_words_and_spells),
        cmocka_unit_test(test_bibliography),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_source_without_entry),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_entries_are_kept_word_for_word),
        cmocka_unit_test(test_older_output_stays),
        cmocka_unit_test(test_folder_that_is_not_there),
    };
    return cmocka_run_group_tests_name("snapshot_build", tests, copy_data, drop_data);
}
