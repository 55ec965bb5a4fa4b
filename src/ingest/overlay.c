/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The user's own rows over tables of the snapshot. They go into a table beside, import_overlay_X, with the columns of X;
 * opening the store lays it over X (src/store/layers.c). Nothing of X is overwritten, so an overlay can be removed.
 */
#include <entente/overlay.h>

#include "ingest/codes.h"
#include "ingest/import_input.h"
#include "ingest/import_table.h"
#include "ingest/import_target.h"
#include "ingest/overlay_keys.h"
#include "ingest/overlay_references.h"
#include "ingest/own_table.h"
#include "ingest/values.h"

#include <stdio.h>
#include <string.h>

/* One overlay on its way in. */
typedef struct {
    sqlite3 *db;
    const char *database;
    const enti_overlay_key *over;
    char table[64], dataset[64], beside[72]; /* X, overlay_X, import_overlay_X */
    const enti_import_input *input;
    int64_t id;
    bool replaced;
    enti_own_table own;
    enti_codes *codes;
    bool state[64]; /* columns that refer to entities */
    enti_text kept[64], source;
    size_t rows;
} laying;

/* ---- where the rows go -------------------------------------------------------------------------- */

static ent_status ask(laying *l, const char *sql, const char *one, const char *two, sqlite3_stmt **row, bool *more,
                      ent_error *err) {
    ent_status st = ENT_OK;
    int rc;
    ENT_TRY(enti_sql_prepare(l->db, l->database, sql, one, row, err));
    if (two != NULL) (void)sqlite3_bind_text(*row, 2, two, -1, SQLITE_STATIC);
    rc = sqlite3_step(*row);
    *more = rc == SQLITE_ROW;
    if (rc != SQLITE_ROW && rc != SQLITE_DONE) st = enti_sql_fail(l->db, l->database, err);
done:
    return st;
}

/* "name of X" becomes the definition of import_overlay_X, with one more column and a key. */
static ent_status define(laying *l, const char *sql, ent_error *err) {
    enti_text made = {0};
    ent_status st;
    const char *open = strchr(sql, '('), *close = strrchr(sql, ')');
    if (open == NULL || close == NULL || close < open)
        return ent_fail(err, ENT_E_PARSE, "%s defines table %s in a way that is not ours", l->database, l->table);
    enti_text_add(&made, "CREATE TABLE %s (import INTEGER NOT NULL,%.*s, UNIQUE (", l->beside, (int)(close - open - 1),
                  open + 1);
    for (const char *key = l->over->keys; *key != 0;) {
        size_t length = strcspn(key, " ");
        enti_text_add(&made, "%s\"%.*s\"", key == l->over->keys ? "" : ", ", (int)length, key);
        key += length + (key[length] == ' ');
    }
    enti_text_add(&made, "))");
    st = made.failed ? enti_no_memory(err) : enti_sql_run(l->db, l->database, made.at, err);
    enti_text_clear(&made);
    return st;
}

static ent_status make_table(laying *l, ent_error *err) {
    static const char find[] = "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?1";
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    bool more;
    ENT_TRY(ask(l, find, l->beside, NULL, &row, &more, err));
    if (more) goto done;
    sqlite3_finalize(row);
    row = NULL;
    ENT_TRY(ask(l, find, l->table, NULL, &row, &more, err));
    if (!more) ENT_TRY(ent_fail(err, ENT_E_PARSE, "%s has no table %s", l->database, l->table));
    ENT_TRY(define(l, enti_sql_text(row, 0), err));
done:
    sqlite3_finalize(row);
    return st;
}

/* What the same file brought before goes. */
static ent_status drop_before(laying *l, ent_error *err) {
    char sql[256];
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    bool more;
    ENT_TRY(ask(l, "SELECT id FROM imports WHERE dataset = ?1 AND file = ?2", l->dataset, l->input->base, &row, &more,
                err));
    l->replaced = more;
    if (!more) goto done;
    l->id = sqlite3_column_int64(row, 0);
    (void)sqlite3_snprintf(sizeof sql, sql, "DELETE FROM %s WHERE import = %lld; DELETE FROM imports WHERE id = %lld",
                           l->beside, (long long)l->id, (long long)l->id);
    sqlite3_finalize(row);
    row = NULL;
    ENT_TRY(enti_sql_run(l->db, l->database, sql, err));
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status new_id(laying *l, ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    bool more;
    if (l->id != 0) return ENT_OK; /* it keeps the number of the one it replaces */
    ENT_TRY(ask(l, "SELECT coalesce(max(id), 0) + 1 FROM imports", NULL, NULL, &row, &more, err));
    l->id = sqlite3_column_int64(row, 0);
done:
    sqlite3_finalize(row);
    return st;
}

/* ---- what a row says ---------------------------------------------------------------------------- */

static const char *field(const enti_own_table *t, const char *name) {
    size_t i = enti_own_table_find(t, name);
    return i != SIZE_MAX && t->columns[i].from != SIZE_MAX ? enti_csv_text(t->csv, t->columns[i].from) : "";
}

static ent_status at_fault(const enti_own_table *t, size_t column, ent_error *err, const char *what, const char *text) {
    return ent_fail_at(err, ENT_E_PARSE, t->file, enti_csv_row(t->csv), (long)t->columns[column].from + 1,
                       "%s is \"%.60s\", %s", t->columns[column].name, text, what);
}

/* A state by number, letters or name, as it was called in any year. */
static ent_status look_state(laying *l, const enti_own_table *t, size_t column, const char **text, ent_error *err) {
    int64_t number;
    int code = ENT_MISSING;
    if (**text == 0 || enti_value_whole(*text, &number)) return ENT_OK;
    code = enti_codes_find(l->codes, ENTI_SCHEME_ISO3, *text, ENT_MISSING);
    if (code == ENT_MISSING) code = enti_codes_find(l->codes, ENTI_SCHEME_NAME, *text, ENT_MISSING);
    if (code == ENT_MISSING)
        return at_fault(t, column, err, "expected a COW number, an ISO 3166-1 alpha-3 code or a name of a state",
                        *text);
    enti_text_clear(&l->kept[column]);
    enti_text_add(&l->kept[column], "%d", code);
    *text = l->kept[column].at;
    return l->kept[column].failed ? enti_no_memory(err) : ENT_OK;
}

static bool is_date(const char *name) {
    static const char *const names[] = {"start",    "end",  "entry",   "exit", "signed",
                                        "in_force", "date", "founded", "ended"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0) return true;
    return false;
}

/* Source and citation: the row's own source is kept in words, where the table has room for words. */
static ent_status look_source(laying *l, const enti_own_table *t, size_t column, const char **text, ent_error *err) {
    bool cites = strcmp(t->columns[column].name, "citation") == 0;
    const char *source = field(t, "source"), *rest = field(t, "citation");
    if (*source == 0)
        return at_fault(t, enti_own_table_find(t, "source"), err, "expected where the row comes from, in words", "");
    enti_text_clear(&l->kept[column]);
    if (cites)
        enti_text_add(&l->kept[column], "%s%s%s", source, *rest != 0 ? "; " : "", rest);
    else
        enti_text_add(&l->kept[column], "overlay:%s", l->input->base);
    *text = l->kept[column].at;
    return l->kept[column].failed ? enti_no_memory(err) : ENT_OK;
}

static ent_status look(void *context, const enti_own_table *t, size_t column, const char **text, ent_error *err) {
    laying *l = context;
    const char *name = t->columns[column].name;
    char date[ENTI_DATE_ROOM];
    if (strcmp(name, "source") == 0 || strcmp(name, "citation") == 0) return look_source(l, t, column, text, err);
    if (l->state[column]) return look_state(l, t, column, text, err);
    if (**text == 0 && strcmp(name, "confidence") == 0) *text = "medium";
    if (**text == 0 && strcmp(name, "basis") == 0) *text = "own";
    if (**text != 0 && t->columns[column].type == ENTI_COLUMN_TEXT && is_date(name) &&
        !enti_value_date_text(*text, date))
        return at_fault(t, column, err, "expected a date such as 2023, 2023-09 or 2023-09-15", *text);
    return ENT_OK;
}

/* ---- the whole ---------------------------------------------------------------------------------- */

/* Which columns name states; which may be left out although the table wants them, because there is a default. */
static ent_status prepare(laying *l, ent_error *err) {
    sqlite3_stmt *keys = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(enti_sql_prepare(l->db, l->database, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)",
                             l->table, &keys, err));
    if (l->own.count > sizeof l->state / sizeof *l->state)
        ENT_TRY(ent_fail(err, ENT_E_PARSE, "%s has a table %s that is not ours", l->database, l->table));
    while (sqlite3_step(keys) == SQLITE_ROW) {
        size_t i = enti_own_table_find(&l->own, enti_sql_text(keys, 0));
        if (i < l->own.count && strcmp(enti_sql_text(keys, 1), "entities") == 0) l->state[i] = true;
    }
    for (size_t i = 0; i < l->own.count; i++)
        if (strcmp(l->own.columns[i].name, "confidence") == 0 || strcmp(l->own.columns[i].name, "basis") == 0)
            l->own.columns[i].required = false;
done:
    sqlite3_finalize(keys);
    return st;
}

/* The greatest year that any date of the new rows names, so that the data reach as far as they do. */
static ent_status last_year(laying *l, int64_t *out, ent_error *err) {
    ent_status st = ENT_OK;
    *out = 0;
    for (size_t i = 0; i < l->own.count; i++) {
        const char *name = l->own.columns[i].name;
        char sql[256];
        sqlite3_stmt *row = NULL;
        bool more;
        if (!is_date(name) && strcmp(name, "year") != 0) continue;
        (void)sqlite3_snprintf(sizeof sql, sql,
                               "SELECT max(CAST(substr(\"%w\", 1, 4) AS INTEGER)) FROM %s WHERE import = %lld", name,
                               l->beside, (long long)l->id);
        st = ask(l, sql, NULL, NULL, &row, &more, err);
        if (st == ENT_OK && sqlite3_column_int64(row, 0) > *out) *out = sqlite3_column_int64(row, 0);
        sqlite3_finalize(row);
        ENT_TRY(st);
    }
done:
    return st;
}

/* The rows of imports and import_columns. */
static ent_status note(laying *l, ent_import_result *out, ent_error *err) {
    ent_status st = ENT_OK;
    int64_t last = 0;
    char *sql = NULL;
    enti_text columns = {0};
    ENT_TRY(last_year(l, &last, err));
    sql = sqlite3_mprintf(
        "INSERT INTO imports VALUES (%lld, %Q, 'overlay over %q', 'overlay', 'cow', '', %Q, %lld, %Q, %lld, "
        "NULL, nullif(%lld, 0), 'the user''s own', 'named in each row', %d); DELETE FROM import_columns "
        "WHERE dataset = %Q",
        (long long)l->id, l->dataset, l->table, l->input->base, (long long)l->input->bytes, l->input->sha256,
        (long long)l->rows, (long long)last, (int)l->own.count, l->dataset);
    if (sql == NULL) ENT_TRY(enti_no_memory(err));
    ENT_TRY(enti_sql_run(l->db, l->database, sql, err));
    for (size_t i = 0; i < l->own.count; i++) {
        static const char *const types[] = {"text", "integer", "real"};
        const enti_own_column *c = &l->own.columns[i];
        enti_text_clear(&columns);
        enti_text_add(&columns,
                      "INSERT INTO import_columns VALUES ('%s', '%s', %zu, '%s', '%s', %s, '', 'see table %s')",
                      l->dataset, c->name, i + 1, c->name, types[c->type],
                      enti_value_listed(l->over->keys, c->name) ? "'key'" : "NULL", l->table);
        if (columns.failed) ENT_TRY(enti_no_memory(err));
        ENT_TRY(enti_sql_run(l->db, l->database, columns.at, err));
    }
    *out = (ent_import_result){.id = l->id,
                               .records = (int64_t)l->rows,
                               .rows = (int64_t)l->rows,
                               .first_year = ENT_MISSING,
                               .last_year = last > 0 ? (int)last : ENT_MISSING,
                               .replaced = l->replaced};
    (void)snprintf(out->dataset, sizeof out->dataset, "%s", l->dataset);
    (void)snprintf(out->title, sizeof out->title, "overlay over %s", l->table);
done:
    sqlite3_free(sql);
    enti_text_clear(&columns);
    return st;
}

static ent_status lay(laying *l, ent_import_result *out, ent_error *err) {
    ent_status st = ENT_OK;
    bool begun = false;
    ENT_TRY(enti_sql_run(l->db, l->database, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", err));
    begun = true;
    ENT_TRY(enti_tables_make(l->db, err));
    ENT_TRY(make_table(l, err));
    ENT_TRY(drop_before(l, err));
    ENT_TRY(new_id(l, err));
    ENT_TRY(enti_codes_open(l->db, &l->codes, err));
    l->own = (enti_own_table){.db = l->db, .database = l->database, .import = l->id, .look = look, .context = l};
    ENT_TRY(enti_own_table_open(&l->own, l->beside, err));
    ENT_TRY(prepare(l, err));
    ENT_TRY(enti_own_table_read(&l->own, l->input->path, l->input->name, false, err));
    ENT_TRY(enti_own_table_fill(&l->own, false, &l->rows, err));
    ENT_TRY(note(l, out, err));
    ENT_TRY(enti_overlay_references(l->db, l->table, err));
    ENT_TRY(enti_tables_years(l->db, err));
    ENT_TRY(enti_sql_run(l->db, l->database, "COMMIT", err));
    begun = false;
done:
    if (begun) (void)sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL); /* none may be left after a full disk */
    enti_own_table_close(&l->own);
    enti_codes_close(l->codes);
    for (size_t i = 0; i < sizeof l->kept / sizeof *l->kept; i++)
        enti_text_clear(&l->kept[i]);
    return st;
}

/* By its name, or that of the file without its ending. */
static ent_status choose(laying *l, const char *table, ent_error *err) {
    enti_text all = {0};
    ent_status st;
    size_t length = table != NULL ? strlen(table) : strcspn(l->input->base, ".");
    const char *name = table != NULL ? table : l->input->base;
    for (l->over = enti_overlay_keys; l->over->table != NULL; l->over++)
        if (strlen(l->over->table) == length && strncmp(l->over->table, name, length) == 0) break;
    if (l->over->table != NULL) {
        (void)snprintf(l->table, sizeof l->table, "%s", l->over->table);
        (void)snprintf(l->dataset, sizeof l->dataset, "overlay_%.50s", l->over->table);
        (void)snprintf(l->beside, sizeof l->beside, "import_%s", l->dataset);
        return ENT_OK;
    }
    for (const enti_overlay_key *k = enti_overlay_keys; k->table != NULL; k++)
        enti_text_add(&all, "%s%s", k == enti_overlay_keys ? "" : ", ", k->table);
    st = all.failed ? enti_no_memory(err)
                    : ent_fail(err, ENT_E_ARG, "\"%.*s\" is no table that takes an overlay; name one with --as: %s",
                               length < 60 ? (int)length : 60, name, all.at);
    enti_text_clear(&all);
    return st;
}

ent_status ent_overlay_file(const char *database, const char *file, const char *table, ent_import_result *result,
                            ent_error *err) {
    ent_status st = ENT_OK;
    enti_import_input input = {0};
    enti_target target = {0};
    ent_import_result out = {0};
    laying *l = enti_alloc(1, sizeof *l);
    if (l == NULL) return enti_no_memory(err);
    ENT_TRY(enti_input_open(file, NULL, &input, err));
    l->input = &input;
    l->database = database;
    ENT_TRY(choose(l, table, err));
    ENT_TRY(enti_target_open(database, true, &target, err));
    l->db = target.db;
    ENT_TRY(lay(l, &out, err));
    out.created = target.part != NULL;
    ENT_TRY(enti_target_keep(&target, err));
    if (result != NULL) *result = out;
done:
    enti_target_close(&target);
    enti_input_close(&input);
    ent_free(l);
    return st;
}

const char *ent_overlay_table(size_t index) {
    for (size_t i = 0; enti_overlay_keys[i].table != NULL; i++)
        if (i == index) return enti_overlay_keys[i].table;
    return NULL;
}
