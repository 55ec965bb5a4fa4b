/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Databases a test may change: copies of the snapshot, and worlds opened from files. */
#ifndef TESTS_DATABASE_H
#define TESTS_DATABASE_H

#include "support/files.h"

#include <sqlite3.h>

/* Runs SQL; %Q, %d and the rest are those of sqlite3_mprintf. */
static inline void database_run(sqlite3 *db, const char *format, ...) {
    va_list args;
    char *sql;
    va_start(args, format);
    sql = sqlite3_vmprintf(format, args);
    va_end(args);
    assert_non_null(sql);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_free(sql);
}

/* Opens a file for writing, makes it when there is none. Speed before safety: the file dies with the test. */
static inline sqlite3 *database_open(const char *path) {
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    database_run(db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    return db;
}

static inline void database_close(sqlite3 *db) {
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* Copies the compiled snapshot to a file. */
static inline void snapshot_copy(const char *path) {
    size_t size;
    char *bytes = file_read(build_path("ENTENTE_TEST_SNAPSHOT"), &size);
    file_write(path, bytes, size);
    free(bytes);
}

/* Copies the snapshot and applies SQL to the copy; NULL for none. */
static inline void snapshot_changed(const char *path, const char *sql) {
    sqlite3 *db;
    snapshot_copy(path);
    if (sql == NULL) return;
    db = database_open(path);
    database_run(db, "%s", sql);
    database_close(db);
}

/* Opens the world in a file, or the embedded one for NULL. */
static inline ent_status world_try(const char *path, ent_world **out, ent_error *err) {
    ent_store *store = NULL;
    ent_status st = ent_store_open(path, &store, err);
    if (st == ENT_OK) st = ent_world_open(store, out, err);
    ent_store_close(store);
    return st;
}

static inline ent_world *world_from(const char *path) {
    ent_error err = {.status = ENT_OK};
    ent_world *world = NULL;
    must(world_try(path, &world, &err), &err);
    return world;
}

/* An assessment with few draws; the caller frees it. */
static inline ent_assessment *assess(const ent_world *world, int a, int b, int year, int draws) {
    ent_error err = {.status = ENT_OK};
    ent_assess_options options = ent_assess_options_default(world);
    ent_assessment *out = NULL;
    options.year = year;
    options.draws = draws;
    must(ent_assess(world, NULL, a, b, &options, &out, &err), &err);
    return out;
}

#endif
