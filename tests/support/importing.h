/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files made by hand, imported into a database of the test. */
#ifndef TESTS_IMPORTING_H
#define TESTS_IMPORTING_H

#include "support/database.h"

#include <entente/import.h>

typedef struct {
    char *folder, *database, *file;
} imports;

static inline imports imports_new(void) {
    imports w = {.folder = folder_new()};
    w.database = text_of("%s/world.db", w.folder);
    w.file = text_of("%s/made.csv", w.folder);
    return w;
}

static inline void imports_free(imports *w) {
    free(w->database);
    free(w->file);
    folder_remove(w->folder);
}

static inline ent_status import_try(const imports *w, const char *text, size_t size, const ent_import_options *options,
                                    ent_import_result *result, ent_error *err) {
    memset(err, 0, sizeof *err);
    file_write(w->file, text, size);
    return ent_import_file(w->database, w->file, options, result, err);
}

static inline ent_import_result import_with(const imports *w, const char *text, const ent_import_options *options) {
    ent_import_result result = {.id = 0};
    ent_error err = {.status = ENT_OK};
    must(import_try(w, text, strlen(text), options, &result, &err), &err);
    return result;
}

static inline ent_import_result import_text(const imports *w, const char *text) {
    return import_with(w, text, NULL);
}

/* What a query gives: fields parted by |, rows by blanks, NULL as -. The caller frees it. */
static inline char *rows_of(const char *database, const char *sql) {
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    char *out = text_of("%s", "");
    assert_int_equal(sqlite3_open_v2(database, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &row, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(row) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count(row); c++) {
            const char *text = (const char *)sqlite3_column_text(row, c);
            char *more = text_of("%s%s%s", out, c > 0 ? "|" : *out != 0 ? " " : "", text != NULL ? text : "-");
            free(out);
            out = more;
        }
    sqlite3_finalize(row);
    sqlite3_close(db);
    return out;
}

static inline void expect_rows(const imports *w, const char *sql, const char *expected) {
    char *found = rows_of(w->database, sql);
    if (strcmp(found, expected) != 0) fail_msg("%s: expected \"%s\", found \"%s\"", sql, expected, found);
    free(found);
}

/* The import fails with a status, words in the message, and the row and column (0: none) of the error. */
static inline void expect_refused_with(const imports *w, const char *text, size_t size,
                                       const ent_import_options *options, ent_status status, long row, long column,
                                       const char *words) {
    ent_import_result result = {.id = 77};
    ent_error err;
    ent_status st = import_try(w, text, size, options, &result, &err);
    if (st != status)
        fail_msg("%s where %s is expected: %s", ent_status_name(st), ent_status_name(status), err.message);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
    if (err.row != row || err.column != column)
        fail_msg("expected %ld:%ld, found %ld:%ld in: %s", row, column, err.row, err.column, err.message);
    assert_int_equal(result.id, 77);
}

/* The same for a text. */
static inline void expect_refused_text(const imports *w, const char *text, const ent_import_options *options,
                                       ent_status status, long row, long column, const char *words) {
    expect_refused_with(w, text, strlen(text), options, status, row, column, words);
}

static inline void expect_refused(const imports *w, const char *text, ent_status status, long row, long column,
                                  const char *words) {
    expect_refused_with(w, text, strlen(text), NULL, status, row, column, words);
}

#endif
