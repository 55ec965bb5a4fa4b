/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a table of numbers: packed from the snapshot, row by row from a file. */
#include "store/packed.h"

#include <string.h>

static ent_status read_packed(const ent_store *store, const enti_numbers *table, double **out, size_t *rows,
                              ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *statement = NULL;
    size_t bytes;
    bool more;
    ENT_TRY(enti_store_prepare(store, "SELECT numbers FROM packed WHERE name = ?", &statement, err));
    sqlite3_bind_text(statement, 1, table->name, -1, SQLITE_STATIC);
    ENT_TRY(enti_store_step(store, statement, &more, err));
    if (!more) {
        st = ent_fail(err, ENT_E_PARSE, "the snapshot has no packed table %s", table->name);
        goto done;
    }
    bytes = (size_t)sqlite3_column_bytes(statement, 0);
    *rows = bytes / sizeof **out / (size_t)table->columns;
    *out = enti_alloc(bytes + 1, 1);
    if (*out == NULL)
        st = enti_no_memory(err);
    else if (bytes > 0)
        memcpy(*out, sqlite3_column_blob(statement, 0), bytes);
done:
    sqlite3_finalize(statement);
    return st;
}

ent_status enti_store_numbers(const ent_store *store, const char *name, double **out, size_t *rows, ent_error *err) {
    const enti_numbers *table = enti_packed_tables;
    int code;
    *out = NULL;
    *rows = 0;
    while (table->name != NULL && strcmp(table->name, name) != 0)
        table++;
    if (enti_store_embedded(store)) return read_packed(store, table, out, rows, err);
    code = enti_collect_numbers(enti_store_db(store), table, out, rows);
    if (code == SQLITE_DONE) return ENT_OK;
    ent_free(*out);
    *out = NULL;
    return enti_store_failure(store, code, err);
}
