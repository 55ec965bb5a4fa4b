/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was imported: listing and removing. */
#include "ingest/overlay_references.h"
#include "ingest/import_table.h"
#include "ingest/import_target.h"
#include "store/store.h"

#include <string.h>

void ent_imports_free(ent_imports *list) {
    enti_arena *arena = list->owner;
    if (arena != NULL) {
        enti_arena_clear(arena);
        ent_free(arena);
    }
    memset(list, 0, sizeof *list);
}

static ent_status list_new(size_t room, ent_imports *out, ent_error *err) {
    enti_arena *arena = enti_alloc(1, sizeof *arena);
    *out = (ent_imports){.owner = arena};
    if (arena == NULL) return enti_no_memory(err);
    out->rows = enti_arena_alloc(arena, room + 1, sizeof *out->rows);
    return out->rows != NULL ? ENT_OK : enti_no_memory(err);
}

/* ---- list ---- */

static const char *text_at(ent_imports *list, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    const char *copy = enti_arena_strdup(list->owner, text != NULL ? text : "");
    return copy != NULL ? copy : "";
}

static int year_at(sqlite3_stmt *row, int column) {
    return sqlite3_column_type(row, column) == SQLITE_NULL ? ENT_MISSING : sqlite3_column_int(row, column);
}

static ent_status read_list(const ent_store *store, size_t count, ent_imports *out, ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    bool more = true;
    ENT_TRY(list_new(count, out, err));
    if (count == 0) return ENT_OK; /* there may be no table */
    ENT_TRY(enti_store_prepare(
        store,
        "SELECT id, dataset, title, unit, version, file, sha256, licence, citation, rows, first_year,"
        " last_year FROM imports ORDER BY dataset, id",
        &row, err));
    while (out->count < count) {
        ent_import_row *r = &out->rows[out->count];
        int64_t force = 0;
        ENT_TRY(enti_store_step(store, row, &more, err));
        if (!more) break;
        r->id = sqlite3_column_int64(row, 0);
        r->dataset = text_at(out, row, 1);
        r->title = text_at(out, row, 2);
        r->unit = text_at(out, row, 3);
        r->version = text_at(out, row, 4);
        r->file = text_at(out, row, 5);
        r->sha256 = text_at(out, row, 6);
        r->licence = text_at(out, row, 7);
        r->citation = text_at(out, row, 8);
        r->rows = sqlite3_column_int64(row, 9);
        r->first_year = year_at(row, 10);
        r->last_year = year_at(row, 11);
        ENT_TRY(enti_store_import(store, r->dataset, &force, err));
        r->in_force = force == r->id;
        out->count++;
    }
    if (((enti_arena *)out->owner)->failed) st = enti_no_memory(err);
done:
    sqlite3_finalize(row);
    return st;
}

/* Rows of a table; 0 where there is no such table. */
static ent_status count_imports(const ent_store *store, size_t *out, ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    bool more = false;
    *out = 0;
    ENT_TRY(
        enti_store_prepare(store, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'imports'", &row, err));
    ENT_TRY(enti_store_step(store, row, &more, err));
    if (!more) goto done;
    sqlite3_finalize(row);
    row = NULL;
    ENT_TRY(enti_store_prepare(store, "SELECT count(*) FROM imports", &row, err));
    ENT_TRY(enti_store_step(store, row, &more, err));
    if (more) *out = (size_t)sqlite3_column_int64(row, 0);
done:
    sqlite3_finalize(row);
    return st;
}

ent_status ent_imports_list(const char *database, ent_imports *out, ent_error *err) {
    ent_store *store = NULL;
    ent_imports list = {.owner = NULL};
    size_t count = 0;
    ent_status st = ENT_OK;
    ENT_TRY(ent_store_open(database, &store, err));
    ENT_TRY(count_imports(store, &count, err));
    ENT_TRY(read_list(store, count, &list, err));
    *out = list;
    list.owner = NULL;
done:
    ent_imports_free(&list);
    ent_store_close(store);
    return st;
}

ent_status ent_imports_known(ent_imports *out, ent_error *err) {
    ent_imports list = {.owner = NULL};
    size_t count = 0;
    ent_status st = ENT_OK;
    for (const enti_dataset *s = enti_dataset_next(NULL); s != NULL; s = enti_dataset_next(s))
        count++;
    ENT_TRY(list_new(count, &list, err));
    for (const enti_dataset *s = enti_dataset_next(NULL); s != NULL; s = enti_dataset_next(s))
        list.rows[list.count++] = (ent_import_row){.dataset = enti_dataset_form(s),
                                                   .title = s->title,
                                                   .unit = s->unit,
                                                   .version = "",
                                                   .file = "",
                                                   .sha256 = "",
                                                   .licence = s->licence,
                                                   .citation = s->citation,
                                                   .first_year = ENT_MISSING,
                                                   .last_year = ENT_MISSING};
    *out = list;
    list.owner = NULL;
done:
    ent_imports_free(&list);
    return st;
}

/* ---- remove ---- */

/* Removes one import; the table goes with its last rows. */
static ent_status remove_one(sqlite3 *db, int64_t id, const char *dataset, ent_error *err) {
    enti_text sql = {0};
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    bool last;
    ENT_TRY(enti_import_prepare(db, "SELECT count(*) FROM imports WHERE dataset = ?1", &row, err));
    (void)sqlite3_bind_text(row, 1, dataset, -1, SQLITE_STATIC); /* a failure leaves NULL, which equals nothing */
    last = sqlite3_step(row) == SQLITE_ROW && sqlite3_column_int(row, 0) == 1;
    sqlite3_finalize(row);
    row = NULL;
    if (last)
        enti_text_add(&sql, "DROP TABLE IF EXISTS \"import_%s\"; DELETE FROM import_columns WHERE dataset = '%s'",
                      dataset, dataset);
    else
        enti_text_add(&sql, "DELETE FROM \"import_%s\" WHERE import = %lld", dataset, (long long)id);
    enti_text_add(&sql, "; DELETE FROM imports WHERE id = %lld", (long long)id);
    st = sql.failed ? enti_no_memory(err) : enti_import_sql(db, sql.at, err);
done:
    sqlite3_finalize(row);
    enti_text_clear(&sql);
    return st;
}

/* A name comes from a file of somebody: only what a table may be called goes into SQL. */
static bool is_name(const char *text) {
    return *text != 0 && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_")] == 0;
}

static ent_status remove_all(sqlite3 *db, const char *what, int64_t *removed, ent_error *err) {
    static const char sql[] =
        "SELECT id, dataset FROM imports WHERE dataset = ?1 OR CAST(id AS TEXT) = ?1 ORDER BY id LIMIT 1";
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    int rc = SQLITE_DONE;
    *removed = 0;
    /* One at a time: a statement that still reads would keep the table from going. */
    for (;;) {
        char dataset[64] = "";
        int64_t id = 0;
        const char *text;
        ENT_TRY(enti_import_prepare(db, sql, &row, err));
        if (sqlite3_bind_text(row, 1, what, -1, SQLITE_STATIC) != SQLITE_OK) {
            st = enti_import_db_fail(db, err);
            goto done;
        }
        rc = sqlite3_step(row);
        if (rc == SQLITE_ROW) {
            id = sqlite3_column_int64(row, 0);
            text = (const char *)sqlite3_column_text(row, 1);
            (void)strncpy(dataset, text != NULL ? text : "", sizeof dataset - 1);
        } else if (rc != SQLITE_DONE) {
            st = enti_import_db_fail(db, err);
            goto done;
        }
        sqlite3_finalize(row);
        row = NULL;
        if (rc != SQLITE_ROW) break;
        if (!is_name(dataset)) {
            st = ent_fail(err, ENT_E_PARSE, "import %lld has a name that no data set can have", (long long)id);
            goto done;
        }
        ENT_TRY(remove_one(db, id, dataset, err));
        (*removed)++;
    }
done:
    sqlite3_finalize(row);
    return st;
}

ent_status ent_import_remove(const char *database, const char *what, int64_t *removed, ent_error *err) {
    enti_target target = {.db = NULL};
    ent_status st = ENT_OK;
    int64_t count = 0;
    bool begun = false;
    ENT_TRY(enti_target_open(database, false, &target, err));
    ENT_TRY(enti_import_sql(target.db, "BEGIN IMMEDIATE", err));
    begun = true;
    ENT_TRY(enti_tables_make(target.db, err));
    ENT_TRY(remove_all(target.db, what, &count, err));
    if (count == 0) {
        st = ent_fail(err, ENT_E_MISSING, "no import in %s is called \"%s\"; entente data list shows what there is",
                      database, what);
        goto done;
    }
    ENT_TRY(enti_overlay_references_all(target.db, err)); /* what others refer to stays */
    ENT_TRY(enti_tables_years(target.db, err));
    ENT_TRY(enti_import_sql(target.db, "COMMIT", err));
    begun = false;
    if (removed != NULL) *removed = count;
done:
    if (begun) (void)sqlite3_exec(target.db, "ROLLBACK", NULL, NULL, NULL); /* nothing to do where SQLite has */
    enti_target_close(&target);
    return st;
}
