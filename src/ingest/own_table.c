/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a CSV file into a table of the schema. SQLite checks keys and ranges and says only that a row is bad: here is found
 * out which field, with which value, was meant. */
#include "ingest/own_table.h"

#include <string.h>

static bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool has_word(const char *text, const char *word) {
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        if ((at == text || !is_word_char(at[-1])) && !is_word_char(at[length])) return true;
    return false;
}

static const char *field(const enti_own_table *t, size_t column) {
    size_t from = t->columns[column].from;
    return from != SIZE_MAX ? enti_csv_text(t->csv, from) : "";
}

size_t enti_own_table_find(const enti_own_table *t, const char *name) {
    for (size_t i = 0; i < t->count; i++)
        if (strcmp(t->columns[i].name, name) == 0) return i;
    return SIZE_MAX;
}

/* ---- Rows that SQLite refused ------------------------------------------------------------------ */

/* Adds `name is "value"` for each column that the constraint names. */
static void add_named_values(const enti_own_table *t, const char *reason, enti_text *out) {
    for (size_t i = 0; i < t->count; i++)
        if (has_word(reason, t->columns[i].name))
            enti_text_add(out, "; %s is \"%.60s\"", t->columns[i].name, field(t, i));
}

/* SQLite does not say which foreign key failed: look each of them up. */
static ent_status add_orphans(const enti_own_table *t, enti_text *out, ent_error *err) {
    sqlite3_stmt *keys = NULL, *find = NULL;
    enti_text sql = {0};
    ent_status st = ENT_OK;
    ENT_TRY(enti_sql_prepare(t->db, t->database, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)",
                             t->name, &keys, err));
    while (sqlite3_step(keys) == SQLITE_ROW) {
        size_t i = enti_own_table_find(t, enti_sql_text(keys, 0));
        const char *value = i < t->count ? field(t, i) : "";
        if (*value == 0) continue;
        enti_text_clear(&sql);
        enti_text_add(&sql, "SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1", enti_sql_text(keys, 1), enti_sql_text(keys, 2));
        if (sql.failed) {
            st = enti_no_memory(err);
            goto done;
        }
        ENT_TRY(enti_sql_prepare(t->db, t->database, sql.at, value, &find, err));
        if (sqlite3_step(find) != SQLITE_ROW)
            enti_text_add(out, "; %s \"%.60s\" is not in %s", enti_sql_text(keys, 0), value, enti_sql_text(keys, 1));
        sqlite3_finalize(find);
        find = NULL;
    }
done:
    sqlite3_finalize(find);
    sqlite3_finalize(keys);
    enti_text_clear(&sql);
    return st;
}

static ent_status refused(const enti_own_table *t, ent_error *err) {
    enti_text text = {0};
    ent_status st = ENT_OK;
    if (sqlite3_errcode(t->db) != SQLITE_CONSTRAINT) return enti_sql_fail(t->db, t->database, err);
    enti_text_add(&text, "%s", sqlite3_errmsg(t->db));
    if (sqlite3_extended_errcode(t->db) == SQLITE_CONSTRAINT_FOREIGNKEY)
        st = add_orphans(t, &text, err);
    else
        add_named_values(t, sqlite3_errmsg(t->db), &text);
    if (st == ENT_OK && text.failed) st = enti_no_memory(err);
    if (st == ENT_OK) st = ent_fail_at(err, ENT_E_PARSE, t->file, enti_csv_row(t->csv), 0, "%s", text.at);
    enti_text_clear(&text);
    return st;
}

/* ---- Columns ------------------------------------------------------------------------------------ */

ent_status enti_own_table_open(enti_own_table *t, const char *name, ent_error *err) {
    static const char sql[] = "SELECT name, type, \"notnull\", count(*) OVER () FROM pragma_table_info(?1) WHERE name "
                              "NOT IN ('line', 'import')"
                              " ORDER BY cid";
    sqlite3_stmt *rows = NULL;
    ent_status st = ENT_OK;
    t->name = enti_arena_strdup(&t->arena, name);
    ENT_TRY(enti_sql_prepare(t->db, t->database, sql, name, &rows, err));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const char *type = enti_sql_text(rows, 1);
        enti_own_column *c;
        if (t->columns == NULL)
            t->columns = enti_arena_alloc(&t->arena, (size_t)sqlite3_column_int(rows, 3), sizeof *t->columns);
        if (t->columns == NULL) break;
        c = &t->columns[t->count++];
        c->name = enti_arena_strdup(&t->arena, enti_sql_text(rows, 0));
        c->required = sqlite3_column_int(rows, 2) != 0;
        c->from = SIZE_MAX;
        c->type = strcmp(type, "INTEGER") == 0 ? ENTI_COLUMN_INTEGER
                  : strcmp(type, "REAL") == 0  ? ENTI_COLUMN_REAL
                                               : ENTI_COLUMN_TEXT;
    }
    if (t->arena.failed) st = enti_no_memory(err);
done:
    sqlite3_finalize(rows);
    return st;
}

static ent_status match_header(enti_own_table *t, bool strict, ent_error *err) {
    size_t found = enti_csv_columns(t->csv);
    for (size_t i = 0; i < t->count; i++) {
        enti_own_column *c = &t->columns[i];
        c->from = enti_csv_find(t->csv, c->name);
        if (c->from == SIZE_MAX && (strict || c->required))
            return ent_fail_at(err, ENT_E_PARSE, t->file, 1, (long)i + 1, "column \"%s\" is missing", c->name);
    }
    for (size_t i = 0; i < found; i++) {
        const char *name = enti_csv_column(t->csv, i);
        if (enti_own_table_find(t, name) == SIZE_MAX)
            return ent_fail_at(err, ENT_E_PARSE, t->file, 1, (long)i + 1, "table %s has no column \"%s\"", t->name,
                               name);
        if (strict && strcmp(name, t->columns[i].name) != 0)
            return ent_fail_at(err, ENT_E_PARSE, t->file, 1, (long)i + 1, "column is \"%s\", expected \"%s\"", name,
                               t->columns[i].name);
    }
    return ENT_OK;
}

ent_status enti_own_table_read(enti_own_table *t, const char *path, const char *file, bool strict, ent_error *err) {
    ent_status st = ENT_OK;
    t->file = enti_arena_strdup(&t->arena, file);
    if (t->file == NULL) return enti_no_memory(err);
    ENT_TRY(enti_csv_open(path, t->file, &t->csv, err));
    ENT_TRY(match_header(t, strict, err));
done:
    return st;
}

/* ---- Rows --------------------------------------------------------------------------------------- */

static ent_status prepare_insert(enti_own_table *t, bool replace, ent_error *err) {
    enti_text sql = {0};
    ent_status st;
    enti_text_add(&sql, "INSERT %sINTO \"%s\" (line", replace ? "OR REPLACE " : "", t->name);
    for (size_t i = 0; i < t->count; i++)
        enti_text_add(&sql, ", \"%s\"", t->columns[i].name);
    if (t->import != 0) enti_text_add(&sql, ", import");
    enti_text_add(&sql, ") VALUES (?1");
    for (size_t i = 0; i < t->count; i++)
        enti_text_add(&sql, ", ?%zu", i + 2);
    if (t->import != 0) enti_text_add(&sql, ", %lld", (long long)t->import);
    enti_text_add(&sql, ")");
    st = sql.failed ? enti_no_memory(err) : enti_sql_prepare(t->db, t->database, sql.at, NULL, &t->insert, err);
    enti_text_clear(&sql);
    return st;
}

/* SQLite would store any text in a number column, so numbers are read here. */
static ent_status bind_number(const enti_own_table *t, size_t i, int *rc, ent_error *err) {
    ent_status st = ENT_OK;
    int at = (int)i + 2; /* ?1 is the line */
    if (t->columns[i].type == ENTI_COLUMN_INTEGER) {
        int32_t whole;
        ENT_TRY(enti_csv_int(t->csv, t->columns[i].from, &whole, err));
        *rc = sqlite3_bind_int(t->insert, at, whole);
    } else {
        double real;
        ENT_TRY(enti_csv_double(t->csv, t->columns[i].from, &real, err));
        *rc = sqlite3_bind_double(t->insert, at, real);
    }
done:
    return st;
}

static ent_status bind_field(const enti_own_table *t, size_t i, ent_error *err) {
    const char *found = field(t, i), *text = found;
    int at = (int)i + 2, rc = SQLITE_OK;
    ent_status st = ENT_OK;
    if (t->look != NULL) ENT_TRY(t->look(t->context, t, i, &text, err));
    if (*text == 0)
        rc = sqlite3_bind_null(t->insert, at);
    else if (text == found && t->columns[i].type != ENTI_COLUMN_TEXT)
        ENT_TRY(bind_number(t, i, &rc, err));
    else
        rc = sqlite3_bind_text(t->insert, at, text, -1,
                               SQLITE_STATIC); /* the column's affinity makes numbers of codes */
    if (rc != SQLITE_OK) st = enti_sql_fail(t->db, t->database, err);
done:
    return st;
}

ent_status enti_own_table_fill(enti_own_table *t, bool replace, size_t *rows, ent_error *err) {
    ent_status st = ENT_OK;
    size_t count = 0;
    bool more = false;
    ENT_TRY(prepare_insert(t, replace, err));
    for (;; count++) {
        ENT_TRY(enti_csv_next(t->csv, &more, err));
        if (!more) break;
        if (sqlite3_bind_int64(t->insert, 1, enti_csv_row(t->csv)) != SQLITE_OK)
            ENT_TRY(enti_sql_fail(t->db, t->database, err));
        for (size_t i = 0; i < t->count; i++)
            ENT_TRY(bind_field(t, i, err));
        if (sqlite3_step(t->insert) != SQLITE_DONE) ENT_TRY(refused(t, err));
        (void)sqlite3_reset(t->insert); /* repeats the result of the step */
    }
    if (rows != NULL) *rows = count;
done:
    return st;
}

void enti_own_table_close(enti_own_table *t) {
    sqlite3_finalize(t->insert);
    enti_csv_close(t->csv);
    enti_arena_clear(&t->arena);
    *t = (enti_own_table){0};
}
