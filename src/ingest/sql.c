/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things that every writer of a database needs. */
#include "ingest/sql.h"

ent_status enti_sql_fail(sqlite3 *db, const char *name, ent_error *err) {
    int code = sqlite3_errcode(db);
    if (code == SQLITE_NOMEM) return enti_no_memory(err);
    if (code == SQLITE_FULL) return ent_fail(err, ENT_E_IO, "%s: the disk is full", name);
    if (code == SQLITE_READONLY) return ent_fail(err, ENT_E_IO, "%s may not be written", name);
    if (code == SQLITE_BUSY) return ent_fail(err, ENT_E_IO, "%s is being written by another program; try again", name);
    return ent_fail(err, ENT_E_IO, "%s: %s", name, sqlite3_errmsg(db));
}

ent_status enti_sql_run(sqlite3 *db, const char *name, const char *sql, ent_error *err) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? ENT_OK : enti_sql_fail(db, name, err);
}

ent_status enti_sql_prepare(sqlite3 *db, const char *name, const char *sql, const char *text, sqlite3_stmt **out,
                            ent_error *err) {
    if (sqlite3_prepare_v2(db, sql, -1, out, NULL) != SQLITE_OK) return enti_sql_fail(db, name, err);
    if (text != NULL && sqlite3_bind_text(*out, 1, text, -1, SQLITE_STATIC) != SQLITE_OK)
        return enti_sql_fail(db, name, err);
    return ENT_OK;
}

const char *enti_sql_text(sqlite3_stmt *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text != NULL ? text : "";
}
