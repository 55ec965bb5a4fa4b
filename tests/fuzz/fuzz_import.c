/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a published file (recognised by its header, or as one data set the first byte names) and, after a zero
 * byte, as a column map for it. Whatever they are: rows, or an error with a message, and the database is whole.
 */
#include "ingest/column_map.h"
#include "ingest/import_input.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* The tables of names and states, with a few of each; made once. Refused imports are rolled back, others taken out. */
static sqlite3 *open_database(void) {
    static const char sql[] =
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
        "INSERT INTO meta VALUES ('format', 'entente-snapshot-1'), ('first_year', '1946'), ('last_year', '2022');"
        "CREATE TABLE names (line INTEGER, code INTEGER, name TEXT, kind TEXT, scheme TEXT, \"from\" INTEGER, \"to\" "
        "INTEGER);"
        "INSERT INTO names VALUES (1, 2, 'United States', 'current', NULL, NULL, NULL), (2, 2, 'USA', 'current', "
        "'iso3', NULL,"
        " NULL), (3, 260, 'FRG', 'former', NULL, 1949, 1990), (4, 255, 'FRG', 'current', NULL, NULL, NULL),"
        " (5, 565, 'NA', 'current', 'iso2', NULL, NULL), (6, 615, '12', 'current', 'iso-numeric', NULL, NULL);"
        "CREATE TABLE membership (code INTEGER, system TEXT, number INTEGER, start TEXT, \"end\" TEXT);"
        "INSERT INTO membership VALUES (2, 'cow', 2, '1816-01-01', NULL), (260, 'cow', 260, '1955-05-05', "
        "'1990-10-02'),"
        " (255, 'cow', 255, '1990-10-03', NULL), (255, 'gw', 260, '1949-09-21', NULL)";
    sqlite3 *db = NULL;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) abort();
    return db;
}

static int enough(void *context, const ent_import_progress *p) {
    (void)context;
    return p->rows > 20000;
}

static const char *nth_dataset(unsigned n) {
    const enti_dataset *set = enti_dataset_next(NULL);
    while (n-- > 0 && set != NULL)
        set = enti_dataset_next(set);
    return set != NULL ? enti_dataset_form(set) : NULL;
}

static void take_out(sqlite3 *db, const char *dataset) {
    char *sql = sqlite3_mprintf("DROP TABLE IF EXISTS \"import_%w\"", dataset);
    if (sql == NULL || sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) abort();
    sqlite3_free(sql);
}

static void check(sqlite3 *db, const ent_import_result *r) {
    int64_t id = 0;
    ent_error err;
    if (r->rows < 0 || r->id < 1 || *r->dataset == 0) abort();
    if (enti_import_in_force(db, r->dataset, &id, &err) != ENT_OK || id != r->id) abort();
    take_out(db, r->dataset);
    if (*r->also != 0) take_out(db, r->also);
    if (sqlite3_exec(db, "DELETE FROM imports; DELETE FROM import_columns", NULL, NULL, NULL) != SQLITE_OK) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const uint8_t *zero = size > 0 ? memchr(bytes, 0, size) : NULL;
    ent_import_options options = ent_import_options_default();
    ent_import_result result;
    ent_error err = {.status = ENT_OK};
    enti_import_input input;
    enti_column_map *map = NULL;
    static sqlite3 *db;

    if (size == 0) return 0;
    options.progress = enough;
    if (*bytes >= 0x80 && *bytes < 0xC0) { /* no header begins so */
        options.as = nth_dataset(*bytes - 0x80u);
        bytes++;
        size--;
    }
    if (zero != NULL && zero >= bytes) {
        const char *json = (const char *)zero + 1;
        ent_status st = enti_column_map_open_bytes(json, (size_t)(bytes + size - zero) - 1, "map.json", &map, &err);
        if (st != ENT_OK && (map != NULL || *err.message == 0)) abort();
        size = (size_t)(zero - bytes);
    }
    enti_input_bytes((const char *)bytes, size, "fuzz.csv", &input);
    if (map != NULL) input.mapped = enti_column_map_dataset(map);
    if (db == NULL) db = open_database();
    if (enti_import_into(db, &input, &options, &result, &err) == ENT_OK)
        check(db, &result);
    else if (*err.message == 0 || sqlite3_get_autocommit(db) == 0)
        abort();
    enti_input_close(&input);
    enti_column_map_close(map);
    return 0;
}
