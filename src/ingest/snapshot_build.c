/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The snapshot compiler: data/schema.sql says which tables exist, data/<table>.csv (data/derived/ for the figures
 * the project computed) holds the rows. Tables are read from SQLite's own catalogue, parents before children, in
 * one transaction. Each row gets the line of its CSV record, so that an answer can name it. The entries of
 * data/references.bib become a table of their own, so that an answer can cite without the source tree. Nothing in the
 * file depends on the clock or the machine: no time is stored, and VACUUM lays the pages out anew. */
#include "ingest/snapshot_build.h"

#include "ingest/csv.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const char meta_sql[] =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "INSERT INTO meta VALUES ('format', 'entente-snapshot-1'), ('first_year', '1946'), ('last_year', '2022'),"
    " ('label', 'embedded snapshot 2026-11');";

static const char index_sql[] = "CREATE INDEX names_by_name ON names (name);"
                                "CREATE INDEX rivalries_by_pair ON rivalries (code1, code2);"
                                "CREATE INDEX forum_members_by_forum ON forum_members (forum, code);"
                                "CREATE INDEX treaty_members_by_treaty ON treaty_members (treaty, code);"
                                "CREATE INDEX partnerships_by_pair ON partnerships (code1, code2);"
                                "CREATE INDEX contiguity_by_pair ON contiguity (code1, code2);"
                                "CREATE INDEX leaders_by_code ON leaders (code);"
                                "CREATE INDEX dependence_by_pair ON dependence (code1, code2);"
                                "CREATE INDEX events_by_pair ON events (code1, code2);"
                                "CREATE INDEX interests_by_pair ON interests (code1, code2);";

typedef enum column_type { COLUMN_TEXT, COLUMN_INTEGER, COLUMN_REAL } column_type;

typedef struct table_column {
    char *name;
    column_type type;
} table_column;

typedef struct builder {
    sqlite3 *db;
    const char *dir;
    enti_text schema;
    sqlite3_stmt *find_source;
    enti_text known_sources; /* the last `source` that was found good: most rows repeat it */
} builder;

typedef struct table {
    char *name;
    char *file;            /* as errors call it: treaties.csv, derived/signers.csv */
    table_column *columns; /* without `line`, which is column 0 of the table */
    size_t count;
    enti_csv *csv;
    sqlite3_stmt *insert;
    enti_arena arena;
} table;

/* ---- Small helpers --------------------------------------------------------------------------- */

static ent_status db_fail(sqlite3 *db, ent_error *err) {
    if (sqlite3_errcode(db) == SQLITE_NOMEM) return enti_no_memory(err);
    return ent_fail(err, ENT_E_IO, "snapshot: %s", sqlite3_errmsg(db));
}

static ent_status run_sql(sqlite3 *db, const char *sql, ent_error *err) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? ENT_OK : db_fail(db, err);
}

/* Prepares a statement and binds text to ?1. */
static ent_status prepare(sqlite3 *db, const char *sql, const char *text, sqlite3_stmt **out, ent_error *err) {
    if (sqlite3_prepare_v2(db, sql, -1, out, NULL) != SQLITE_OK) return db_fail(db, err);
    if (text != NULL && sqlite3_bind_text(*out, 1, text, -1, SQLITE_STATIC) != SQLITE_OK) return db_fail(db, err);
    return ENT_OK;
}

static const char *column_text(sqlite3_stmt *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text != NULL ? text : "";
}

static ent_status read_file(const char *path, enti_text *out, ent_error *err) {
    char block[4096];
    size_t count;
    ent_status st = ENT_OK;
    FILE *file = fopen(path, "rb");
    if (file == NULL) return ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file could not be opened");
    while ((count = fread(block, 1, sizeof block, file)) > 0)
        enti_text_put(out, block, count);
    if (ferror(file)) st = ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file could not be read");
    (void)fclose(file); /* opened for reading: nothing can be lost */
    if (st == ENT_OK && out->failed) st = enti_no_memory(err);
    return st;
}

/* ---- Rows that SQLite refused ------------------------------------------------------------------ */

static bool is_word_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool has_word(const char *text, const char *word) {
    size_t length = strlen(word);
    for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
        if ((at == text || !is_word_char(at[-1])) && !is_word_char(at[length])) return true;
    return false;
}

/* Adds `name is "value"` for each column that the constraint names. */
static void add_named_values(const table *t, const char *reason, enti_text *out) {
    for (size_t i = 0; i < t->count; i++)
        if (has_word(reason, t->columns[i].name))
            enti_text_add(out, "; %s is \"%.60s\"", t->columns[i].name, enti_csv_text(t->csv, i));
}

/* SQLite does not say which foreign key failed: look each of them up. */
static ent_status add_orphans(sqlite3 *db, const table *t, enti_text *out, ent_error *err) {
    sqlite3_stmt *keys = NULL, *find = NULL;
    enti_text sql = {0};
    ent_status st = ENT_OK;
    ENT_TRY(prepare(db, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)", t->name, &keys, err));
    while (sqlite3_step(keys) == SQLITE_ROW) {
        size_t i = enti_csv_find(t->csv, column_text(keys, 0));
        const char *value = i < t->count ? enti_csv_text(t->csv, i) : "";
        if (*value == 0) continue;
        enti_text_clear(&sql);
        enti_text_add(&sql, "SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1", column_text(keys, 1), column_text(keys, 2));
        if (sql.failed) {
            st = enti_no_memory(err);
            goto done;
        }
        ENT_TRY(prepare(db, sql.at, value, &find, err));
        if (sqlite3_step(find) != SQLITE_ROW)
            enti_text_add(out, "; %s \"%.60s\" is not in %s", column_text(keys, 0), value, column_text(keys, 1));
        sqlite3_finalize(find);
        find = NULL;
    }
done:
    sqlite3_finalize(find);
    sqlite3_finalize(keys);
    enti_text_clear(&sql);
    return st;
}

static ent_status refused(sqlite3 *db, const table *t, ent_error *err) {
    enti_text text = {0};
    ent_status st;
    if (sqlite3_errcode(db) != SQLITE_CONSTRAINT) return db_fail(db, err);
    enti_text_add(&text, "%s", sqlite3_errmsg(db));
    if (sqlite3_extended_errcode(db) == SQLITE_CONSTRAINT_FOREIGNKEY)
        st = add_orphans(db, t, &text, err);
    else {
        add_named_values(t, sqlite3_errmsg(db), &text);
        st = ENT_OK;
    }
    if (st == ENT_OK && text.failed) st = enti_no_memory(err);
    if (st == ENT_OK) st = ent_fail_at(err, ENT_E_PARSE, t->file, enti_csv_row(t->csv), 0, "%s", text.at);
    enti_text_clear(&text);
    return st;
}

/* ---- Rows --------------------------------------------------------------------------------------- */

/* SQLite would store any text in a number column, so numbers are read here. */
static ent_status bind_field(const table *t, size_t i, ent_error *err) {
    const char *text = enti_csv_text(t->csv, i);
    int at = (int)i + 2, rc; /* ?1 is the line */
    ent_status st = ENT_OK;
    double real;
    int32_t whole;
    if (*text == 0) {
        rc = sqlite3_bind_null(t->insert, at);
    } else if (t->columns[i].type == COLUMN_INTEGER) {
        ENT_TRY(enti_csv_int(t->csv, i, &whole, err));
        rc = sqlite3_bind_int(t->insert, at, whole);
    } else if (t->columns[i].type == COLUMN_REAL) {
        ENT_TRY(enti_csv_double(t->csv, i, &real, err));
        rc = sqlite3_bind_double(t->insert, at, real);
    } else {
        rc = sqlite3_bind_text(t->insert, at, text, -1, SQLITE_STATIC);
    }
    if (rc != SQLITE_OK) st = db_fail(sqlite3_db_handle(t->insert), err);
done:
    return st;
}

/* Every key of a row's `source` must be a row of sources.csv. */
static ent_status check_sources(builder *b, const table *t, size_t column, ent_error *err) {
    const char *keys = enti_csv_text(t->csv, column), *key = keys;
    if (b->known_sources.size > 0 && strcmp(b->known_sources.at, keys) == 0) return ENT_OK;
    for (;;) {
        size_t length = strcspn(key, ";");
        bool known;
        if (sqlite3_bind_text(b->find_source, 1, key, (int)length, SQLITE_STATIC) != SQLITE_OK)
            return db_fail(b->db, err);
        known = sqlite3_step(b->find_source) == SQLITE_ROW;
        (void)sqlite3_reset(b->find_source); /* repeats the result of the step */
        if (!known)
            return ent_fail_at(err, ENT_E_PARSE, t->file, enti_csv_row(t->csv), (long)column + 1,
                               "source \"%.*s\" is not in sources.csv", length < 60 ? (int)length : 60, key);
        if (key[length] == 0) break;
        key += length + 1;
    }
    enti_text_clear(&b->known_sources);
    enti_text_add(&b->known_sources, "%s", keys);
    return b->known_sources.failed ? enti_no_memory(err) : ENT_OK;
}

static ent_status load_rows(builder *b, table *t, ent_error *err) {
    size_t source = enti_csv_find(t->csv, "source");
    ent_status st = ENT_OK;
    bool more = false;
    for (;;) {
        ENT_TRY(enti_csv_next(t->csv, &more, err));
        if (!more) break;
        if (source != SIZE_MAX) ENT_TRY(check_sources(b, t, source, err));
        if (sqlite3_bind_int64(t->insert, 1, enti_csv_row(t->csv)) != SQLITE_OK) {
            st = db_fail(b->db, err);
            goto done;
        }
        for (size_t i = 0; i < t->count; i++)
            ENT_TRY(bind_field(t, i, err));
        if (sqlite3_step(t->insert) != SQLITE_DONE) {
            st = refused(b->db, t, err);
            goto done;
        }
        (void)sqlite3_reset(t->insert); /* repeats the result of the step */
    }
done:
    return st;
}

/* ---- Tables ------------------------------------------------------------------------------------- */

static ent_status read_columns(sqlite3 *db, table *t, ent_error *err) {
    static const char sql[] = "SELECT name, type, count(*) OVER () FROM pragma_table_info(?1) WHERE name <> 'line'"
                              " ORDER BY cid";
    sqlite3_stmt *rows = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(prepare(db, sql, t->name, &rows, err));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const char *type = column_text(rows, 1);
        table_column *c;
        if (t->columns == NULL)
            t->columns = enti_arena_alloc(&t->arena, (size_t)sqlite3_column_int(rows, 2), sizeof *t->columns);
        if (t->columns == NULL) {
            st = enti_no_memory(err);
            goto done;
        }
        c = &t->columns[t->count++];
        c->name = enti_arena_strdup(&t->arena, column_text(rows, 0));
        c->type = strcmp(type, "INTEGER") == 0 ? COLUMN_INTEGER : strcmp(type, "REAL") == 0 ? COLUMN_REAL : COLUMN_TEXT;
        if (c->name == NULL) {
            st = enti_no_memory(err);
            goto done;
        }
    }
done:
    sqlite3_finalize(rows);
    return st;
}

/* The header must be the table's columns, in their order. */
static ent_status check_header(const table *t, ent_error *err) {
    size_t found = enti_csv_columns(t->csv);
    for (size_t i = 0; i < t->count; i++)
        if (enti_csv_find(t->csv, t->columns[i].name) == SIZE_MAX)
            return ent_fail_at(err, ENT_E_PARSE, t->file, 1, (long)i + 1, "column \"%s\" is missing",
                               t->columns[i].name);
    for (size_t i = 0; i < found; i++) {
        const char *name = enti_csv_column(t->csv, i);
        if (i >= t->count)
            return ent_fail_at(err, ENT_E_PARSE, t->file, 1, (long)i + 1, "table %s has no column \"%s\"", t->name,
                               name);
        if (strcmp(name, t->columns[i].name) != 0)
            return ent_fail_at(err, ENT_E_PARSE, t->file, 1, (long)i + 1, "column is \"%s\", expected \"%s\"", name,
                               t->columns[i].name);
    }
    return ENT_OK;
}

static ent_status prepare_insert(sqlite3 *db, table *t, ent_error *err) {
    enti_text sql = {0};
    ent_status st;
    enti_text_add(&sql, "INSERT INTO \"%s\" (line", t->name);
    for (size_t i = 0; i < t->count; i++)
        enti_text_add(&sql, ", \"%s\"", t->columns[i].name);
    enti_text_add(&sql, ") VALUES (?1");
    for (size_t i = 0; i < t->count; i++)
        enti_text_add(&sql, ", ?%zu", i + 2);
    enti_text_add(&sql, ")");
    st = sql.failed ? enti_no_memory(err) : prepare(db, sql.at, NULL, &t->insert, err);
    enti_text_clear(&sql);
    return st;
}

/* Figures the project computed come after a heading of schema.sql and lie in a folder of their own. */
static bool is_derived(const builder *b, const char *name) {
    const char *heading = strstr(b->schema.at, "-- Derived figures"), *at = heading;
    size_t length = strlen(name);
    while (at != NULL && (at = strstr(at, "CREATE TABLE ")) != NULL) {
        at += strlen("CREATE TABLE ");
        if (strncmp(at, name, length) == 0 && !is_word_char(at[length])) return true;
    }
    return false;
}

static ent_status load_table(builder *b, const char *name, ent_error *err) {
    table t = {0};
    char *path;
    ent_status st = ENT_OK;
    t.name = enti_arena_strdup(&t.arena, name);
    t.file = enti_arena_printf(&t.arena, "%s%s.csv", is_derived(b, name) ? "derived/" : "", name);
    path = t.file != NULL ? enti_arena_printf(&t.arena, "%s/%s", b->dir, t.file) : NULL;
    if (t.name == NULL || path == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(read_columns(b->db, &t, err));
    ENT_TRY(enti_csv_open(path, t.file, &t.csv, err));
    ENT_TRY(check_header(&t, err));
    ENT_TRY(prepare_insert(b->db, &t, err));
    ENT_TRY(load_rows(b, &t, err));
done:
    sqlite3_finalize(t.insert);
    enti_csv_close(t.csv);
    enti_arena_clear(&t.arena);
    return st;
}

/* The first table, in the order of the schema, that is not loaded and whose parents are. Empty when there is none. */
static ent_status next_table(sqlite3 *db, enti_text *name, ent_error *err) {
    static const char sql[] =
        "SELECT m.name FROM sqlite_schema m WHERE m.type = 'table'"
        " AND m.name NOT IN (SELECT name FROM temp.loaded)"
        " AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f.\"table\" <> m.name"
        "  AND f.\"table\" NOT IN (SELECT name FROM temp.loaded)) ORDER BY m.rowid LIMIT 1";
    sqlite3_stmt *rows = NULL;
    ent_status st = ENT_OK;
    int rc;
    enti_text_clear(name);
    ENT_TRY(prepare(db, sql, NULL, &rows, err));
    rc = sqlite3_step(rows);
    if (rc == SQLITE_ROW) enti_text_add(name, "%s", column_text(rows, 0));
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        st = db_fail(db, err);
    else if (name->failed)
        st = enti_no_memory(err);
done:
    sqlite3_finalize(rows);
    return st;
}

static ent_status mark_loaded(sqlite3 *db, const char *name, ent_error *err) {
    sqlite3_stmt *insert = NULL;
    ent_status st = prepare(db, "INSERT INTO temp.loaded VALUES (?1)", name, &insert, err);
    if (st == ENT_OK && sqlite3_step(insert) != SQLITE_DONE) st = db_fail(db, err);
    sqlite3_finalize(insert);
    return st;
}

static ent_status load_tables(builder *b, ent_error *err) {
    enti_text name = {0};
    sqlite3_stmt *left = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(run_sql(b->db, "CREATE TEMP TABLE loaded (name TEXT PRIMARY KEY)", err));
    ENT_TRY(prepare(b->db, "SELECT 1 FROM sources WHERE key = ?1", NULL, &b->find_source, err));
    for (;;) {
        ENT_TRY(next_table(b->db, &name, err));
        if (name.size == 0) break;
        ENT_TRY(load_table(b, name.at, err));
        ENT_TRY(mark_loaded(b->db, name.at, err));
    }
    ENT_TRY(prepare(b->db,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN (SELECT name FROM loaded)",
                    NULL, &left, err));
    if (sqlite3_step(left) == SQLITE_ROW)
        st = ent_fail(err, ENT_E_PARSE, "schema.sql: table %s refers to itself through others", column_text(left, 0));
done:
    sqlite3_finalize(left);
    sqlite3_finalize(b->find_source);
    b->find_source = NULL;
    enti_text_clear(&name);
    return st;
}

/* ---- The bibliography ----------------------------------------------------------------------------- */

static const char bib_name[] = "references.bib";
static const char blanks[] = " \t\r\n";

static ent_status bib_fail(const enti_text *bib, const char *at, const char *what, ent_error *err) {
    long line = 1;
    for (const char *p = bib->at; p < at; p++)
        line += *p == '\n';
    return ent_fail_at(err, ENT_E_PARSE, bib_name, line, 0, "%s", what);
}

/* The place after the brace that closes an entry, or NULL. No entry may start inside another. */
static const char *entry_end(const char *brace, const char *end) {
    int depth = 0;
    for (const char *p = brace; p < end && !(p[0] == '@' && p[-1] == '\n'); p++) {
        if (*p == '{') depth++;
        if (*p == '}' && --depth == 0) return p + 1;
    }
    return NULL;
}

/* Stores the entry @type{key, ...} at *at, word for word, and moves *at behind it. */
static ent_status add_entry(sqlite3_stmt *insert, const enti_text *bib, const char **at, ent_error *err) {
    const char *brace = *at + 1, *key, *end;
    size_t length = 0;
    int rc;
    while ((*brace >= 'a' && *brace <= 'z') || (*brace >= 'A' && *brace <= 'Z'))
        brace++;
    key = brace + (*brace == '{');
    while (is_word_char(key[length]) || key[length] == '-' || key[length] == ':')
        length++;
    if (brace == *at + 1 || *brace != '{' || length == 0 || key[length] != ',')
        return bib_fail(bib, *at, "an entry starts with @type{key,", err);
    end = entry_end(brace, bib->at + bib->size);
    if (end == NULL) return bib_fail(bib, *at, "the braces of the entry do not close", err);
    if (sqlite3_bind_text(insert, 1, key, (int)length, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(insert, 2, *at, (int)(end - *at), SQLITE_STATIC) != SQLITE_OK)
        return db_fail(sqlite3_db_handle(insert), err);
    rc = sqlite3_step(insert);
    (void)sqlite3_reset(insert); /* repeats the result of the step */
    if (rc == SQLITE_CONSTRAINT) return bib_fail(bib, *at, "the key of the entry is there twice", err);
    if (rc != SQLITE_DONE) return db_fail(sqlite3_db_handle(insert), err);
    *at = end;
    return ENT_OK;
}

static ent_status add_entries(sqlite3_stmt *insert, const enti_text *bib, ent_error *err) {
    const char *at = bib->at, *end = bib->at + bib->size;
    ent_status st = ENT_OK;
    while (at += strspn(at, blanks), at < end) {
        if (*at == '%') {
            at += strcspn(at, "\n");
        } else if (*at == '@') {
            ENT_TRY(add_entry(insert, bib, &at, err));
        } else {
            st = bib_fail(bib, at, "text outside of the entries", err);
            goto done;
        }
    }
done:
    return st;
}

/* Every source must have its entry. */
static ent_status check_bibkeys(sqlite3 *db, ent_error *err) {
    sqlite3_stmt *missing = NULL;
    ent_status st = ENT_OK;
    int rc;
    ENT_TRY(prepare(db,
                    "SELECT line, bibkey FROM sources WHERE bibkey NOT IN (SELECT key FROM bibliography) ORDER BY line"
                    " LIMIT 1",
                    NULL, &missing, err));
    rc = sqlite3_step(missing);
    if (rc == SQLITE_ROW)
        st = ent_fail_at(err, ENT_E_PARSE, "sources.csv", sqlite3_column_int(missing, 0), 0,
                         "bibkey \"%.60s\" is not in %s", column_text(missing, 1), bib_name);
    else if (rc != SQLITE_DONE)
        st = db_fail(db, err);
done:
    sqlite3_finalize(missing);
    return st;
}

static ent_status load_bibliography(builder *b, ent_error *err) {
    enti_text path = {0}, bib = {0};
    sqlite3_stmt *insert = NULL;
    ent_status st = ENT_OK;
    enti_text_add(&path, "%s/%s", b->dir, bib_name);
    if (path.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(read_file(path.at, &bib, err));
    if (bib.size == 0) {
        st = ent_fail_at(err, ENT_E_PARSE, bib_name, 1, 0, "the file is empty");
        goto done;
    }
    ENT_TRY(run_sql(b->db, "CREATE TABLE bibliography (key TEXT PRIMARY KEY, entry TEXT NOT NULL)", err));
    ENT_TRY(prepare(b->db, "INSERT INTO bibliography VALUES (?1, ?2)", NULL, &insert, err));
    ENT_TRY(add_entries(insert, &bib, err));
    ENT_TRY(check_bibkeys(b->db, err));
done:
    sqlite3_finalize(insert);
    enti_text_clear(&bib);
    enti_text_clear(&path);
    return st;
}

/* ---- The whole ------------------------------------------------------------------------------------ */

static ent_status fill_database(builder *b, ent_error *err) {
    ent_status st = ENT_OK;
    /* The file is new and thrown away on failure, so it needs no journal. */
    ENT_TRY(run_sql(b->db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;", err));
    if (sqlite3_exec(b->db, b->schema.at, NULL, NULL, NULL) != SQLITE_OK)
        return ent_fail_at(err, ENT_E_PARSE, "schema.sql", 0, 0, "%s", sqlite3_errmsg(b->db));
    ENT_TRY(run_sql(b->db, "BEGIN", err));
    ENT_TRY(load_tables(b, err));
    ENT_TRY(load_bibliography(b, err));
    ENT_TRY(run_sql(b->db, meta_sql, err));
    ENT_TRY(run_sql(b->db, index_sql, err));
    ENT_TRY(run_sql(b->db, "COMMIT; DROP TABLE temp.loaded; VACUUM;", err));
done:
    return st;
}

static ent_status build_file(builder *b, const char *path, ent_error *err) {
    ent_status st = ENT_OK;
    (void)remove(path); /* what a run that was cut short left behind */
    if (sqlite3_open_v2(path, &b->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
        st = ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file could not be created");
    if (st == ENT_OK) st = fill_database(b, err);
    if (sqlite3_close(b->db) != SQLITE_OK && st == ENT_OK)
        st = ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file could not be closed");
    b->db = NULL;
    return st;
}

ent_status enti_snapshot_build(const char *data_dir, const char *out_path, ent_error *err) {
    builder b = {.dir = data_dir};
    enti_arena arena = {0};
    char *schema = enti_arena_printf(&arena, "%s/schema.sql", data_dir);
    char *part = enti_arena_printf(&arena, "%s.part", out_path);
    ent_status st = ENT_OK;
    if (schema == NULL || part == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(read_file(schema, &b.schema, err));
    if (b.schema.size == 0) {
        st = ent_fail_at(err, ENT_E_PARSE, schema, 0, 0, "the file is empty");
        goto done;
    }
    ENT_TRY(build_file(&b, part, err));
    if (rename(part, out_path) != 0)
        st = ent_fail_at(err, ENT_E_IO, out_path, 0, 0, "the file could not be put in place");
done:
    if (st != ENT_OK && part != NULL) (void)remove(part); /* there may be none */
    enti_text_clear(&b.schema);
    enti_text_clear(&b.known_sources);
    enti_arena_clear(&arena);
    return st;
}
