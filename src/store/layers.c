/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views that lay overlays over tables. Which columns are keys stands in import_columns, unit "key". */
#include "store/layers.h"

#include "store/rows.h"

#include <string.h>

/* Numbers the rows of overlays behind those of any table, so that they come last in the order of rows. */
#define BEHIND "4503599627370496"

static ent_status run(const ent_store *store, enti_text *sql, ent_error *err) {
    ent_status st = ENT_OK;
    int code = SQLITE_NOMEM;
    if (!sql->failed) code = sqlite3_exec(enti_store_db(store), sql->at, NULL, NULL, NULL);
    if (code != SQLITE_OK) st = enti_store_failure(store, code, err);
    enti_text_clear(sql);
    return st;
}

/* Only plain words stand in our schema: others name no table of ours. */
static bool plain(const char *name) {
    return name != NULL && *name != 0 && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == 0;
}

static ent_status ask(const ent_store *store, const char *format, const char *table, enti_rows *out, ent_error *err) {
    enti_text sql = {0};
    ent_status st;
    enti_text_add(&sql, format, table); /* a constant of this file, with one %s */
    st = sql.failed ? enti_no_memory(err) : enti_store_rows(store, sql.at, out, err);
    enti_text_clear(&sql);
    return st;
}

static void add_columns(enti_text *sql, const enti_rows *columns) {
    for (size_t i = 0; i < columns->count; i++)
        enti_text_add(sql, ", \"%s\"", enti_rows_text(columns, i, 0));
}

/* CREATE VIEW table: the rows of the table whose key no overlay has, then those of the overlays. */
static ent_status lay(const ent_store *store, const char *table, ent_error *err) {
    ent_status st = ENT_OK;
    enti_rows columns = {0}, keys = {0}, kind = {0};
    enti_text sql = {0};
    bool numbered;
    ENT_TRY(ask(store, "SELECT name FROM pragma_table_info('%s') ORDER BY cid", table, &columns, err));
    ENT_TRY(ask(store,
                "SELECT name FROM import_columns WHERE dataset = 'overlay_%s' AND unit = 'key' ORDER BY position",
                table, &keys, err));
    ENT_TRY(ask(store,
                "SELECT sql LIKE '%%WITHOUT ROWID%%' FROM main.sqlite_schema WHERE type = 'table' AND name = '%s'",
                table, &kind, err));
    if (columns.count == 0 || keys.count == 0 || kind.count == 0)
        ENT_TRY(ent_fail(err, ENT_E_PARSE, "%s has an overlay over \"%s\", which is no table of it",
                         ent_store_label(store), table));
    for (size_t i = 0; i < columns.count + keys.count; i++)
        if (!plain(i < columns.count ? enti_rows_text(&columns, i, 0) : enti_rows_text(&keys, i - columns.count, 0)))
            ENT_TRY(ent_fail(err, ENT_E_PARSE, "%s has an overlay over %s with columns that are not ours",
                             ent_store_label(store), table));
    numbered = enti_rows_number(&kind, 0, 0) == 0;
    enti_text_add(&sql, "CREATE TEMP VIEW \"%s\" AS SELECT %s AS rowid", table, numbered ? "b.rowid" : "b.line");
    add_columns(&sql, &columns);
    enti_text_add(&sql,
                  " FROM main.\"%s\" AS b WHERE NOT EXISTS (SELECT 1 FROM main.\"import_overlay_%s\" AS o WHERE 1",
                  table, table);
    for (size_t i = 0; i < keys.count; i++)
        enti_text_add(&sql, " AND o.\"%s\" = b.\"%s\"", enti_rows_text(&keys, i, 0), enti_rows_text(&keys, i, 0));
    enti_text_add(&sql, ") UNION ALL SELECT " BEHIND " + rowid");
    add_columns(&sql, &columns);
    enti_text_add(&sql, " FROM main.\"import_overlay_%s\"", table);
    ENT_TRY(run(store, &sql, err));
done:
    enti_rows_clear(&columns);
    enti_rows_clear(&keys);
    enti_rows_clear(&kind);
    enti_text_clear(&sql);
    return st;
}

/* Every overlay is a source that answers can name. */
static ent_status add_sources(const ent_store *store, ent_error *err) {
    enti_text sql = {0};
    enti_text_add(
        &sql,
        "CREATE TEMP VIEW sources AS SELECT rowid AS rowid, line, key, title, version, licence, verified, bibkey, "
        "note FROM main.sources UNION ALL SELECT " BEHIND " + min(id), 0, 'overlay:' || file, 'overlay ' || file, "
        "NULL, 'the user''s own', 0, '', NULL FROM main.imports WHERE unit = 'overlay' GROUP BY file");
    return run(store, &sql, err);
}

ent_status enti_layers_open(const ent_store *store, ent_error *err) {
    ent_status st = ENT_OK;
    enti_rows rows = {0};
    if (enti_store_embedded(store)) return ENT_OK;
    ENT_TRY(enti_store_rows(store, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'import_columns'",
                            &rows, err));
    if (rows.count == 0) goto done;
    enti_rows_clear(&rows);
    ENT_TRY(enti_store_rows(store, "SELECT DISTINCT substr(dataset, 9) FROM imports WHERE unit = 'overlay' ORDER BY 1",
                            &rows, err));
    for (size_t i = 0; i < rows.count; i++) {
        const char *table = enti_rows_text(&rows, i, 0);
        if (!plain(table))
            ENT_TRY(ent_fail(err, ENT_E_PARSE, "%s has an overlay without a table", ent_store_label(store)));
        ENT_TRY(lay(store, table, err));
    }
    if (rows.count > 0) ENT_TRY(add_sources(store, err));
done:
    enti_rows_clear(&rows);
    return st;
}
