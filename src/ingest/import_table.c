/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of imports. Nothing in them depends on the clock: the same file gives the same bytes. */
#include "ingest/import_table.h"

#include <stdio.h>
#include <string.h>

ent_status enti_tables_make(sqlite3 *db, ent_error *err) {
    return enti_import_sql(
        db,
        "CREATE TABLE IF NOT EXISTS imports (id INTEGER PRIMARY KEY, dataset TEXT NOT NULL, title TEXT NOT NULL,"
        " unit TEXT NOT NULL, scheme TEXT NOT NULL, version TEXT NOT NULL, file TEXT NOT NULL, bytes INTEGER NOT NULL,"
        " sha256 TEXT NOT NULL, rows INTEGER NOT NULL, first_year INTEGER, last_year INTEGER, licence TEXT NOT NULL,"
        " citation TEXT NOT NULL, columns INTEGER NOT NULL);"
        "CREATE TABLE IF NOT EXISTS import_columns (dataset TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT "
        "NULL,"
        " source_name TEXT NOT NULL, type TEXT NOT NULL, unit TEXT, missing TEXT, description TEXT,"
        " PRIMARY KEY (dataset, name));"
        "INSERT INTO meta SELECT 'snapshot_' || key, value FROM meta WHERE key IN ('first_year', 'last_year')"
        " AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'snapshot_first_year')",
        err);
}

static const char *sql_type(enti_data_kind kind) {
    const char *type = enti_dataset_type(kind);
    if (strcmp(type, "real") == 0) return "REAL";
    return strcmp(type, "integer") == 0 || strcmp(type, "flag") == 0 ? "INTEGER" : "TEXT";
}

/* Runs the SQL that `sql` holds and empties it. */
static ent_status run(sqlite3 *db, enti_text *sql, ent_error *err) {
    ent_status st = sql->failed ? enti_no_memory(err) : enti_import_sql(db, sql->at, err);
    enti_text_clear(sql);
    return st;
}

/* One number that a query with one text gives; `otherwise` where it gives none. */
static ent_status ask(sqlite3 *db, const char *sql, const char *one, const char *two, int64_t otherwise, int64_t *out,
                      ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    int rc;
    ENT_TRY(enti_import_prepare(db, sql, &row, err));
    (void)sqlite3_bind_text(row, 1, one, -1, SQLITE_STATIC); /* a parameter that is not there binds nothing */
    if (two != NULL) (void)sqlite3_bind_text(row, 2, two, -1, SQLITE_STATIC);
    rc = sqlite3_step(row);
    *out = rc == SQLITE_ROW && sqlite3_column_type(row, 0) != SQLITE_NULL ? sqlite3_column_int64(row, 0) : otherwise;
    if (rc != SQLITE_ROW && rc != SQLITE_DONE) st = enti_import_db_fail(db, err);
done:
    sqlite3_finalize(row);
    return st;
}

/* ---- before the rows ---- */

static ent_status make_table(enti_importing *im, ent_error *err) {
    enti_text sql = {0}, table = {0};
    int64_t there = 0;
    ent_status st = ENT_OK;
    enti_text_add(&table, "import_%s", im->set->id);
    enti_text_add(&sql, "CREATE TABLE IF NOT EXISTS \"%s\" (import INTEGER NOT NULL, line INTEGER NOT NULL", table.at);
    for (size_t i = 0; i < im->count; i++)
        enti_text_add(&sql, ", \"%s\" %s", im->plan[i].column.name, sql_type(im->plan[i].column.kind));
    enti_text_add(&sql, ")");
    if (table.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(run(im->db, &sql, err));
    for (size_t i = 0; i < im->count; i++) {
        const char *name = im->plan[i].column.name;
        ENT_TRY(ask(im->db, "SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2 COLLATE NOCASE", table.at, name, 0,
                    &there, err));
        if (there) continue;
        enti_text_add(&sql, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s", table.at, name,
                      sql_type(im->plan[i].column.kind));
        ENT_TRY(run(im->db, &sql, err));
    }
done:
    enti_text_clear(&table);
    enti_text_clear(&sql);
    return st;
}

static ent_status prepare_insert(enti_importing *im, ent_error *err) {
    enti_text sql = {0};
    ent_status st;
    enti_text_add(&sql, "INSERT INTO \"import_%s\" (import, line", im->set->id);
    for (size_t i = 0; i < im->count; i++)
        enti_text_add(&sql, ", \"%s\"", im->plan[i].column.name);
    enti_text_add(&sql, ") VALUES (?1, ?2");
    for (size_t i = 0; i < im->count; i++)
        enti_text_add(&sql, ", ?%zu", i + 3);
    enti_text_add(&sql, ")");
    st = sql.failed ? enti_no_memory(err) : enti_import_prepare(im->db, sql.at, &im->insert, err);
    if (st == ENT_OK && sqlite3_bind_int64(im->insert, 1, im->id) != SQLITE_OK) st = enti_import_db_fail(im->db, err);
    enti_text_clear(&sql);
    return st;
}

/* The same file again keeps its id; its rows go. Without others, the table is emptied at once. */
static ent_status clear_rows(enti_importing *im, ent_error *err) {
    enti_text sql = {0};
    int64_t others = 0;
    ent_status st = ENT_OK;
    ENT_TRY(ask(im->db, "SELECT count(*) FROM imports WHERE dataset = ?1", im->set->id, NULL, 0, &others, err));
    enti_text_add(&sql, "DELETE FROM \"import_%s\"", im->set->id);
    if (others > 1) enti_text_add(&sql, " WHERE import = %lld", (long long)im->id);
    enti_text_add(&sql, "; DELETE FROM imports WHERE id = %lld", (long long)im->id);
    ENT_TRY(run(im->db, &sql, err));
done:
    enti_text_clear(&sql);
    return st;
}

ent_status enti_table_open(enti_importing *im, const enti_import_origin *origin, bool *replaced, ent_error *err) {
    ent_status st = ENT_OK;
    ENT_TRY(make_table(im, err));
    ENT_TRY(ask(im->db, "SELECT id FROM imports WHERE dataset = ?1 AND sha256 = ?2", im->set->id, origin->sha256, 0,
                &im->id, err));
    *replaced = im->id != 0;
    if (*replaced)
        ENT_TRY(clear_rows(im, err));
    else
        ENT_TRY(ask(im->db, "SELECT max(id) + 1 FROM imports WHERE ?1 = ?1", "", NULL, 1, &im->id, err));
    ENT_TRY(prepare_insert(im, err));
done:
    return st;
}

/* ---- after the rows ---- */

/* The greatest end of the file is the end of coverage: spells that reach it run on. */
static ent_status open_spells(enti_importing *im, ent_error *err) {
    enti_text sql = {0};
    ent_status st = ENT_OK;
    if (im->set->coverage != ENTI_LAST_RUNS || im->end == SIZE_MAX || im->ongoing == SIZE_MAX) return ENT_OK;
    enti_text_add(&sql,
                  "UPDATE \"import_%s\" SET \"end\" = NULL, ongoing = 1 WHERE import = %lld AND \"end\" = (SELECT"
                  " max(\"end\") FROM \"import_%s\" WHERE import = %lld) AND CAST(\"end\" AS INTEGER) >= %d",
                  im->set->id, (long long)im->id, im->set->id, (long long)im->id, im->set->coverage_from);
    st = run(im->db, &sql, err);
    enti_text_clear(&sql);
    return st;
}

/* Tables of pairs and of memberships run to millions of rows; a year of the world reads only its own, and from the
 * index alone where that holds all it needs. */
static ent_status index_years(enti_importing *im, ent_error *err) {
    static const struct {
        const char *dataset, *more;
    } covering[] = {{"trade_dyad", ", ccode1, ccode2, smoothflow1, smoothflow2)"},
                    {"contiguity_year", ", ccode1, ccode2, type)"},
                    {"igo_state_year", ", ccode, igo) WHERE status = 1"}};
    const char *more = strstr(im->set->unit, "dyad-year") != NULL ? ")" : NULL;
    bool has_year = false;
    enti_text sql = {0};
    for (size_t i = 0; i < im->count; i++)
        has_year = has_year || strcmp(im->plan[i].column.name, "year") == 0;
    for (size_t c = 0; c < sizeof covering / sizeof *covering; c++)
        if (strcmp(im->set->id, covering[c].dataset) == 0) more = covering[c].more;
    if (!has_year || more == NULL) return ENT_OK;
    enti_text_add(&sql, "CREATE INDEX IF NOT EXISTS \"import_%s_by_year\" ON \"import_%s\" (year, import%s",
                  im->set->id, im->set->id, more);
    return run(im->db, &sql, err);
}

/* By the last year of the rows. A part of an edition ends in another year: which it is of nobody can say, and it must not
 * outrank the whole. */
static void version_by_year(const enti_importing *im, char version[64]) {
    const enti_edition *e = im->set->editions;
    for (; e->version != NULL; e++) {
        if (im->last_year > e->last_year) continue;
        if (im->last_year == e->last_year) (void)snprintf(version, 64, "%.63s", e->version);
        return;
    }
    if (im->last_year != ENT_MISSING) (void)snprintf(version, 64, "%d", im->last_year); /* newer than any we know */
}

/* As the file states it: 5.0999999 is how a single-precision 5.1 looks, 5 how a statistics program writes 5.0. */
static void version_stated(const enti_dataset *set, const char *stated, char version[64]) {
    double number, usual;
    if (strlen(stated) > 6 && strchr(stated, '.') != NULL && enti_value_real(stated, &number))
        (void)snprintf(version, 64, "%.4g", number);
    else
        (void)snprintf(version, 64, "%.63s", stated);
    if (set->version != NULL && enti_value_real(version, &number) && enti_value_real(set->version, &usual) &&
        number == usual)
        (void)snprintf(version, 64, "%.63s", set->version);
}

static void choose_version(const enti_importing *im, const char *option, const char *stated, char version[64]) {
    if (option != NULL)
        (void)snprintf(version, 64, "%.63s", option);
    else if (im->set->editions != NULL)
        version_by_year(im, version);
    else if (*stated != 0)
        version_stated(im->set, stated, version);
    else if (im->set->version != NULL)
        (void)snprintf(version, 64, "%.63s", im->set->version);
    else if (im->last_year != ENT_MISSING)
        (void)snprintf(version, 64, "%d", im->last_year);
}

static ent_status bind_words(sqlite3_stmt *row, int at, const char *text, ent_error *err) {
    int rc = text != NULL ? sqlite3_bind_text(row, at, text, -1, SQLITE_STATIC) : sqlite3_bind_null(row, at);
    return rc == SQLITE_OK ? ENT_OK : enti_import_db_fail(sqlite3_db_handle(row), err);
}

static ent_status bind_year(sqlite3_stmt *row, int at, int year, ent_error *err) {
    int rc = year != ENT_MISSING ? sqlite3_bind_int(row, at, year) : sqlite3_bind_null(row, at);
    return rc == SQLITE_OK ? ENT_OK : enti_import_db_fail(sqlite3_db_handle(row), err);
}

static ent_status note_import(enti_importing *im, const enti_import_origin *origin, const char *version,
                              ent_error *err) {
    const enti_dataset *set = im->set;
    const char *texts[] = {set->id,      set->title,     set->unit,    set->scheme,  version,
                           origin->file, origin->sha256, set->licence, set->citation};
    static const int places[] = {2, 3, 4, 5, 6, 7, 9, 13, 14};
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(enti_import_prepare(im->db, "INSERT INTO imports VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", &row, err));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ENT_TRY(bind_words(row, places[i], texts[i] != NULL ? texts[i] : "", err));
    ENT_TRY(bind_year(row, 11, im->first_year, err));
    ENT_TRY(bind_year(row, 12, im->last_year, err));
    if (sqlite3_bind_int64(row, 1, im->id) != SQLITE_OK ||
        sqlite3_bind_int64(row, 8, (int64_t)origin->bytes) != SQLITE_OK ||
        sqlite3_bind_int64(row, 10, im->rows) != SQLITE_OK ||
        sqlite3_bind_int64(row, 15, (int64_t)im->count) != SQLITE_OK || sqlite3_step(row) != SQLITE_DONE)
        st = enti_import_db_fail(im->db, err);
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status note_columns(enti_importing *im, ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(enti_import_prepare(im->db, "INSERT OR REPLACE INTO import_columns VALUES (?,?,?,?,?,?,?,?)", &row, err));
    for (size_t i = 0; i < im->count; i++) {
        const enti_planned *p = &im->plan[i];
        ENT_TRY(bind_words(row, 1, im->set->id, err));
        ENT_TRY(bind_words(row, 2, p->column.name, err));
        if (sqlite3_bind_int64(row, 3, (int64_t)i + 1) != SQLITE_OK) st = enti_import_db_fail(im->db, err);
        ENT_TRY(bind_words(row, 4, p->source, err));
        ENT_TRY(bind_words(row, 5, enti_dataset_type(p->column.kind), err));
        ENT_TRY(bind_words(row, 6, p->column.unit, err));
        ENT_TRY(bind_words(row, 7, p->column.missing, err));
        ENT_TRY(bind_words(row, 8, p->column.description, err));
        if (st != ENT_OK || sqlite3_step(row) != SQLITE_DONE) {
            st = enti_import_db_fail(im->db, err);
            goto done;
        }
        (void)sqlite3_reset(row); /* repeats the result of the step */
    }
done:
    sqlite3_finalize(row);
    return st;
}

ent_status enti_tables_years(sqlite3 *db, ent_error *err) {
    return enti_import_sql(
        db,
        "UPDATE meta SET value = CAST(min((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'snapshot_first_year'),"
        " coalesce((SELECT min(first_year) FROM imports WHERE unit LIKE '%-year' AND first_year > 999), 9999)) AS TEXT)"
        " WHERE key = 'first_year';"
        "UPDATE meta SET value = CAST(max((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'snapshot_last_year'),"
        " coalesce((SELECT max(last_year) FROM imports WHERE (unit LIKE '%-year' OR unit = 'overlay') AND last_year < "
        "9999), 0)) AS TEXT)"
        " WHERE key = 'last_year'",
        err);
}

ent_status enti_table_close(enti_importing *im, const enti_import_origin *origin, const char *stated, char version[64],
                            ent_error *err) {
    ent_status st = ENT_OK;
    char wished[64];
    memcpy(wished, version, sizeof wished); /* an option of the user comes in through `version` */
    *version = 0;
    ENT_TRY(enti_import_check_keys(im, err));
    ENT_TRY(open_spells(im, err));
    ENT_TRY(index_years(im, err));
    choose_version(im, *wished != 0 ? wished : NULL, stated, version);
    ENT_TRY(note_import(im, origin, version, err));
    ENT_TRY(note_columns(im, err));
done:
    return st;
}
