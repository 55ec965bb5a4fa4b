/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The snapshot compiler: data/schema.sql says which tables exist, data/<table>.csv (data/derived/ for the figures
 * the project computed) holds the rows. Tables are read from SQLite's own catalogue, parents before children, in
 * one transaction. Each row gets the line of its CSV record, so that an answer can name it. The entries of
 * data/references.bib become a table of their own, so that an answer can cite without the source tree. Nothing in the
 * file depends on the clock or the machine: no time is stored, and VACUUM lays the pages out anew. */
#include "ingest/snapshot_build.h"

#include "ingest/bibliography.h"
#include "ingest/read_file.h"
#include "ingest/own_table.h"

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

typedef struct builder {
    sqlite3 *db;
    const char *dir;
    enti_text schema;
    sqlite3_stmt *find_source;
    enti_text known_sources; /* the last `source` that was found good: most rows repeat it */
} builder;

static const char database[] = "snapshot";

/* Every key of a row's `source` must be a row of sources.csv. */
static ent_status check_source(void *context, const enti_own_table *t, size_t column, const char **text,
                               ent_error *err) {
    builder *b = context;
    const char *key = *text;
    if (strcmp(t->columns[column].name, "source") != 0) return ENT_OK;
    if (b->known_sources.size > 0 && strcmp(b->known_sources.at, key) == 0) return ENT_OK;
    for (;;) {
        size_t length = strcspn(key, ";");
        bool known;
        if (sqlite3_bind_text(b->find_source, 1, key, (int)length, SQLITE_STATIC) != SQLITE_OK)
            return enti_sql_fail(b->db, database, err);
        known = sqlite3_step(b->find_source) == SQLITE_ROW;
        (void)sqlite3_reset(b->find_source); /* repeats the result of the step */
        if (!known)
            return ent_fail_at(err, ENT_E_PARSE, t->file, enti_csv_row(t->csv), (long)column + 1,
                               "source \"%.*s\" is not in sources.csv", length < 60 ? (int)length : 60, key);
        if (key[length] == 0) break;
        key += length + 1;
    }
    enti_text_clear(&b->known_sources);
    enti_text_add(&b->known_sources, "%s", *text);
    return b->known_sources.failed ? enti_no_memory(err) : ENT_OK;
}

/* ---- Tables ------------------------------------------------------------------------------------- */

/* Figures the project computed come after a heading of schema.sql and lie in a folder of their own. */
static bool is_derived(const builder *b, const char *name) {
    const char *heading = strstr(b->schema.at, "-- Derived figures"), *at = heading;
    size_t length = strlen(name);
    while (at != NULL && (at = strstr(at, "CREATE TABLE ")) != NULL) {
        at += strlen("CREATE TABLE ");
        if (strncmp(at, name, length) == 0 && strchr(" (", at[length]) != NULL) return true;
    }
    return false;
}

static ent_status load_table(builder *b, const char *name, ent_error *err) {
    enti_own_table t = {.db = b->db, .database = database, .look = check_source, .context = b};
    enti_arena arena = {0};
    char *file = enti_arena_printf(&arena, "%s%s.csv", is_derived(b, name) ? "derived/" : "", name);
    char *path = file != NULL ? enti_arena_printf(&arena, "%s/%s", b->dir, file) : NULL;
    ent_status st = ENT_OK;
    if (path == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_own_table_open(&t, name, err));
    ENT_TRY(enti_own_table_read(&t, path, file, true, err));
    ENT_TRY(enti_own_table_fill(&t, false, NULL, err));
done:
    enti_own_table_close(&t);
    enti_arena_clear(&arena);
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
    ENT_TRY(enti_sql_prepare(db, database, sql, NULL, &rows, err));
    rc = sqlite3_step(rows);
    if (rc == SQLITE_ROW) enti_text_add(name, "%s", enti_sql_text(rows, 0));
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        st = enti_sql_fail(db, database, err);
    else if (name->failed)
        st = enti_no_memory(err);
done:
    sqlite3_finalize(rows);
    return st;
}

static ent_status mark_loaded(sqlite3 *db, const char *name, ent_error *err) {
    sqlite3_stmt *insert = NULL;
    ent_status st = enti_sql_prepare(db, database, "INSERT INTO temp.loaded VALUES (?1)", name, &insert, err);
    if (st == ENT_OK && sqlite3_step(insert) != SQLITE_DONE) st = enti_sql_fail(db, database, err);
    sqlite3_finalize(insert);
    return st;
}

static ent_status load_tables(builder *b, ent_error *err) {
    enti_text name = {0};
    sqlite3_stmt *left = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(enti_sql_run(b->db, database, "CREATE TEMP TABLE loaded (name TEXT PRIMARY KEY)", err));
    ENT_TRY(enti_sql_prepare(b->db, database, "SELECT 1 FROM sources WHERE key = ?1", NULL, &b->find_source, err));
    for (;;) {
        ENT_TRY(next_table(b->db, &name, err));
        if (name.size == 0) break;
        ENT_TRY(load_table(b, name.at, err));
        ENT_TRY(mark_loaded(b->db, name.at, err));
    }
    ENT_TRY(enti_sql_prepare(
        b->db, database,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN (SELECT name FROM loaded)", NULL, &left,
        err));
    if (sqlite3_step(left) == SQLITE_ROW)
        st = ent_fail(err, ENT_E_PARSE, "schema.sql: table %s refers to itself through others", enti_sql_text(left, 0));
done:
    sqlite3_finalize(left);
    sqlite3_finalize(b->find_source);
    b->find_source = NULL;
    enti_text_clear(&name);
    return st;
}

/* ---- The whole ------------------------------------------------------------------------------------ */

static ent_status fill_database(builder *b, ent_error *err) {
    ent_status st = ENT_OK;
    /* The file is new and thrown away on failure, so it needs no journal. */
    ENT_TRY(enti_sql_run(b->db, database,
                         "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;", err));
    if (sqlite3_exec(b->db, b->schema.at, NULL, NULL, NULL) != SQLITE_OK)
        return ent_fail_at(err, ENT_E_PARSE, "schema.sql", 0, 0, "%s", sqlite3_errmsg(b->db));
    ENT_TRY(enti_sql_run(b->db, database, "BEGIN", err));
    ENT_TRY(load_tables(b, err));
    ENT_TRY(enti_bibliography_load(b->db, b->dir, err));
    ENT_TRY(enti_sql_run(b->db, database, meta_sql, err));
    ENT_TRY(enti_sql_run(b->db, database, index_sql, err));
    ENT_TRY(enti_sql_run(b->db, database, "COMMIT; DROP TABLE temp.loaded; VACUUM;", err));
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
    ENT_TRY(enti_read_file(schema, &b.schema, err));
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
