/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a database read-only: the snapshot linked into the library, used in place, or a file. */
#include "store/store.h"

#include "store/layers.h"
#include "store/pack.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORMAT "entente-snapshot-1"

extern const unsigned char enti_snapshot_begin[], enti_snapshot_end[], enti_pack_begin[], enti_pack_end[];

struct ent_store {
    sqlite3 *db;
    char *label;
    char name[128]; /* what errors call the database */
    int first_year, last_year;
    bool embedded;
    enti_pack_writer *writer;
};

ent_status enti_store_failure(const ent_store *store, int code, ent_error *err) {
    if (code == SQLITE_NOMEM) return enti_no_memory(err);
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_ERROR)
        return ent_fail(err, ENT_E_PARSE, "%s is not a database that this version of entente reads (%s)", store->name,
                        sqlite3_errmsg(store->db));
    return ent_fail(err, ENT_E_IO, "%s cannot be read: %s", store->name, sqlite3_errmsg(store->db));
}

static ent_status database_error(const ent_store *store, ent_error *err) {
    return enti_store_failure(store, sqlite3_errcode(store->db), err);
}

ent_status enti_store_prepare(const ent_store *store, const char *sql, sqlite3_stmt **out, ent_error *err) {
    if (sqlite3_prepare_v2(store->db, sql, -1, out, NULL) == SQLITE_OK) return ENT_OK;
    return database_error(store, err);
}

ent_status enti_store_step(const ent_store *store, sqlite3_stmt *statement, bool *more, ent_error *err) {
    int code = sqlite3_step(statement);
    *more = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE ? ENT_OK : database_error(store, err);
}

/* A database with a write-ahead log cannot be read without files being made beside it. */
static ent_status check_header(const ent_store *store, const char *path, ent_error *err) {
    unsigned char header[20];
    FILE *file = fopen(path, "rb");
    size_t size;
    if (file == NULL) return ent_fail(err, ENT_E_IO, "%s cannot be opened: %s", store->name, strerror(errno));
    size = fread(header, 1, sizeof header, file);
    (void)fclose(file); /* it was only read */
    if (size == sizeof header && memcmp(header, "SQLite format 3", 16) == 0 && (header[18] > 1 || header[19] > 1))
        return ent_fail(err, ENT_E_IO, "%s keeps a write-ahead log; run PRAGMA journal_mode = DELETE on it first",
                        store->name);
    return ENT_OK;
}

/* A change that was cut short (a killed import) leaves a journal, and SQLite reads nothing before it is undone. That needs
 * writing: the file goes back to what it was. */
static ent_status undo_cut_short(const ent_store *store, const char *path, ent_error *err) {
    static const char sql[] = "SELECT 1 FROM sqlite_schema LIMIT 1";
    sqlite3 *db = NULL;
    int rc = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    if (rc == SQLITE_OK || sqlite3_extended_errcode(store->db) != SQLITE_READONLY_ROLLBACK) return ENT_OK;
    rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_close(db);
    if (rc == SQLITE_OK) return ENT_OK;
    return ent_fail(err, ENT_E_IO, "an import into %s was cut short and must be undone before it can be read, for which "
                                   "the file and its folder must be writable", store->name);
}

static ent_status open_database(ent_store *store, const char *path, ent_error *err) {
    if (path != NULL) {
        size_t length = strlen(path);
        (void)strncpy(store->name, length > 120 ? path + length - 120 : path, sizeof store->name - 1);
        ent_status st = check_header(store, path, err);
        if (st != ENT_OK) return st;
        if (sqlite3_open_v2(path, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
            return ent_fail(err, ENT_E_IO, "%s cannot be opened: %s", store->name,
                            store->db != NULL ? sqlite3_errmsg(store->db) : "memory ran out");
        return undo_cut_short(store, path, err);
    }
    store->embedded = true;
    (void)strncpy(store->name, "the embedded snapshot", sizeof store->name - 1);
    if (sqlite3_open_v2(":memory:", &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return database_error(store, err);
    /* Read-only, so SQLite never writes through the pointer it is given. */
    unsigned char *bytes = (unsigned char *)(uintptr_t)enti_snapshot_begin;
    sqlite3_int64 size = enti_snapshot_end - enti_snapshot_begin;
    if (sqlite3_deserialize(store->db, "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        return database_error(store, err);
    return ENT_OK;
}

static ent_status read_meta(ent_store *store, ent_error *err) {
    ent_status st = ENT_OK;
    enti_rows rows = {0};
    bool known = false;

    ENT_TRY(enti_store_rows(store, "SELECT key, value FROM meta", &rows, err));
    for (size_t r = 0; r < rows.count; r++) {
        const char *key = enti_rows_text(&rows, r, 0), *value = enti_rows_text(&rows, r, 1);
        if (key == NULL || value == NULL) continue;
        if (strcmp(key, "format") == 0) known = strcmp(value, FORMAT) == 0;
        if (strcmp(key, "first_year") == 0) store->first_year = atoi(value);
        if (strcmp(key, "last_year") == 0) store->last_year = atoi(value);
        if (strcmp(key, "label") == 0) {
            ent_free(store->label); /* a repeated key: the last one counts */
            store->label = enti_strdup(value);
            if (store->label == NULL) {
                st = enti_no_memory(err);
                goto done;
            }
        }
    }
    if (!known || store->label == NULL || store->first_year > store->last_year || store->first_year < 1000 ||
        store->last_year > 9999)
        st = ent_fail(err, ENT_E_PARSE, "%s is a database, but not one of format %s", store->name, FORMAT);
done:
    enti_rows_clear(&rows);
    return st;
}

ent_status ent_store_open(const char *path, ent_store **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_store *store = enti_alloc(1, sizeof *store);

    if (store == NULL) return enti_no_memory(err);
    ENT_TRY(open_database(store, path, err));
    ENT_TRY(read_meta(store, err));
    ENT_TRY(enti_layers_open(store, err));
    *out = store;
    store = NULL;
done:
    ent_store_close(store);
    return st;
}

ent_status enti_store_reopen(const ent_store *store, sqlite3 **out, ent_error *err) {
    const char *path = sqlite3_db_filename(store->db, "main");
    sqlite3 *db = NULL;
    int code;
    if (path == NULL || *path == 0) return ent_fail(err, ENT_E_ARG, "%s is no file", store->name);
    code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    /* The first read opens the file and its catalogue, so that what goes wrong does so here. */
    if (code == SQLITE_OK) code = sqlite3_exec(db, "SELECT 1 FROM sqlite_master", NULL, NULL, NULL);
    if (code == SQLITE_OK) {
        *out = db;
        return ENT_OK;
    }
    sqlite3_close(db);
    if (code == SQLITE_NOMEM) return enti_no_memory(err);
    return ent_fail(err, ENT_E_IO, "%s cannot be opened again: %s", store->name, sqlite3_errstr(code));
}

void ent_store_close(ent_store *store) {
    if (store == NULL) return;
    sqlite3_close(store->db);
    ent_free(store->label);
    ent_free(store);
}

const char *ent_store_label(const ent_store *store) {
    return store->label;
}

const unsigned char *enti_store_snapshot(size_t *size) {
    *size = (size_t)(enti_snapshot_end - enti_snapshot_begin);
    return enti_snapshot_begin;
}

sqlite3 *enti_store_db(const ent_store *store) {
    return store->db;
}

bool enti_store_embedded(const ent_store *store) {
    return store->embedded;
}

int enti_store_first_year(const ent_store *store) {
    return store->first_year;
}

int enti_store_last_year(const ent_store *store) {
    return store->last_year;
}

ent_status enti_store_write_pack(ent_store *store, enti_pack_writer *writer, ent_error *err) {
    store->writer = writer;
    return read_meta(store, err);
}

enti_pack_writer *enti_store_writer(const ent_store *store) {
    return store->writer;
}

bool enti_store_packed(const ent_store *store, const char *sql, enti_rows *out) {
    return store->embedded && enti_pack_find(enti_pack_begin, (size_t)(enti_pack_end - enti_pack_begin), sql, out);
}
