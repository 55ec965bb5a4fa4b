/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite checks a reference against one table; here a row may stand in the table or in an overlay over it. */
#include "ingest/overlay_references.h"

#include "ingest/overlay_keys.h"

static const char database[] = "the database";

static ent_status check_one(sqlite3 *db, const char *table, sqlite3_stmt *key, ent_error *err) {
    const char *from = enti_sql_text(key, 0), *parent = enti_sql_text(key, 1), *to = enti_sql_text(key, 2);
    sqlite3_stmt *lost = NULL;
    enti_text sql = {0};
    ent_status st = ENT_OK;
    enti_text_add(&sql,
                  "SELECT i.file, o.line, o.\"%s\" FROM import_overlay_%s AS o JOIN imports AS i ON i.id = o.import WHERE o.\"%s\" NOT IN "
                  "(SELECT \"%s\" FROM main.\"%s\"",
                  from, table, from, to, parent);
    if (sqlite3_column_int(key, 3) != 0)
        enti_text_add(&sql, " UNION ALL SELECT \"%s\" FROM \"import_overlay_%s\"", to, parent);
    enti_text_add(&sql, ") ORDER BY o.import, o.line LIMIT 1");
    if (sql.failed) ENT_TRY(enti_no_memory(err));
    ENT_TRY(enti_sql_prepare(db, database, sql.at, NULL, &lost, err));
    if (sqlite3_step(lost) == SQLITE_ROW)
        st = ent_fail_at(err, ENT_E_PARSE, enti_sql_text(lost, 0), (long)sqlite3_column_int64(lost, 1), 0,
                         "%s \"%.60s\" is neither in %s nor in an overlay over it", from, enti_sql_text(lost, 2),
                         parent);
done:
    sqlite3_finalize(lost);
    enti_text_clear(&sql);
    return st;
}

ent_status enti_overlay_references(sqlite3 *db, const char *table, ent_error *err) {
    sqlite3_stmt *keys = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(enti_sql_prepare(db, database,
                             "SELECT \"from\", \"table\", \"to\", EXISTS (SELECT 1 FROM main.sqlite_schema s WHERE "
                             "s.name = 'import_overlay_' || f.\"table\") FROM pragma_foreign_key_list(?1) f",
                             table, &keys, err));
    while (sqlite3_step(keys) == SQLITE_ROW)
        ENT_TRY(check_one(db, table, keys, err));
done:
    sqlite3_finalize(keys);
    return st;
}

ent_status enti_overlay_references_all(sqlite3 *db, ent_error *err) {
    ent_status st = ENT_OK;
    for (const enti_overlay_key *k = enti_overlay_keys; k->table != NULL; k++) {
        sqlite3_stmt *row = NULL;
        char *name = sqlite3_mprintf("import_overlay_%s", k->table);
        bool there = false;
        st = name == NULL
                 ? enti_no_memory(err)
                 : enti_sql_prepare(db, database, "SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?1",
                                    name, &row, err);
        if (st == ENT_OK) there = sqlite3_step(row) == SQLITE_ROW;
        sqlite3_finalize(row);
        sqlite3_free(name);
        ENT_TRY(st);
        if (there) ENT_TRY(enti_overlay_references(db, k->table, err));
    }
done:
    return st;
}
