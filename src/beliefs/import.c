/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Published or own index values into a database: table operational_codes, one transaction. Each row keeps its basis,
 * source and citation, and a comparison refuses to mix bases. A row's `line` is that of the file.
 */
#include "beliefs/speeches.h"
#include "ingest/csv.h"

#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* In the order of the parameters of the statement. */
enum { CODE, LEADER, START, END, P1, P1_SE, I1, I1_SE, SPEECHES, CODES, BASIS, SOURCE, CITATION, CONFIDENCE, YEAR, N };

static const char *const names[N][3] = {
    [CODE] = {"code", "ccode", "Ccode"},
    [LEADER] = {"leader", "name", "speaker"},
    [START] = {"start"},
    [END] = {"end"},
    [P1] = {"p1", "P1", "P-1"},
    [P1_SE] = {"p1_se"},
    [I1] = {"i1", "I1", "I-1"},
    [I1_SE] = {"i1_se"},
    [SPEECHES] = {"speeches"},
    [CODES] = {"codes"},
    [BASIS] = {"basis"},
    [SOURCE] = {"source"},
    [CITATION] = {"citation"},
    [CONFIDENCE] = {"confidence"},
    [YEAR] = {"year"},
};

static const char *const bases[] = {"published", "measured", NULL};
static const char *const levels[] = {"high", "medium", "low", NULL};

typedef struct importer {
    const char *path, *source, *citation;
    enti_csv *csv;
    size_t at[N];
    sqlite3 *db;
    sqlite3_stmt *insert, *state, *known, *there, *leaders;
    ent_belief_import out;
    bool bases[2];
    char leader[200]; /* of the row, with single blanks and none at its ends: collections are careless there */
} importer;

/* ---- the database ---- */

static ent_status db_fail(importer *m, ent_error *err) {
    if (sqlite3_errcode(m->db) == SQLITE_NOMEM) return enti_no_memory(err);
    return ent_fail(err, ENT_E_IO, "the database cannot be written: %s", sqlite3_errmsg(m->db));
}

static ent_status run_sql(importer *m, const char *sql, ent_error *err) {
    return sqlite3_exec(m->db, sql, NULL, NULL, NULL) == SQLITE_OK ? ENT_OK : db_fail(m, err);
}

static ent_status prepare(importer *m, const char *sql, sqlite3_stmt **out, ent_error *err) {
    return sqlite3_prepare_v2(m->db, sql, -1, out, NULL) == SQLITE_OK ? ENT_OK : db_fail(m, err);
}

static ent_status open_database(importer *m, const char *database, ent_error *err) {
    static const char insert[] =
        "INSERT INTO operational_codes (code, leader, start, \"end\", p1, p1_se, i1, i1_se, speeches, codes, basis,"
        " source, citation, confidence, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
        "?15)";
    static const char there[] =
        "SELECT 1 FROM operational_codes WHERE code = ?1 AND leader = ?2 AND start = ?3 AND \"end\" = ?4 AND p1 = ?5"
        " AND i1 = ?7 AND basis = ?11 AND source = ?12";
    ent_status st = ENT_OK;
    if (sqlite3_open_v2(database, &m->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        if (m->db == NULL || sqlite3_errcode(m->db) == SQLITE_NOMEM) return enti_no_memory(err);
        return ent_fail_at(err, ENT_E_IO, database, 0, 0,
                           "the database cannot be opened for writing; make one with entente data import");
    }
    (void)sqlite3_busy_timeout(m->db, 5000); /* always succeeds */
    if (sqlite3_prepare_v2(m->db, insert, -1, &m->insert, NULL) != SQLITE_OK)
        return ent_fail_at(err, ENT_E_PARSE, database, 0, 0, "not a database of entente: %s", sqlite3_errmsg(m->db));
    ENT_TRY(prepare(m, there, &m->there, err));
    ENT_TRY(prepare(m, "SELECT 1 FROM entities WHERE code = ?1", &m->state, err));
    ENT_TRY(prepare(m, "SELECT 1 FROM sources WHERE key = ?1", &m->known, err));
    ENT_TRY(run_sql(m, "BEGIN IMMEDIATE", err));
    ENT_TRY(run_sql(m, "CREATE TEMP TABLE imported_leaders (name TEXT PRIMARY KEY)", err));
    ENT_TRY(prepare(m, "INSERT OR IGNORE INTO imported_leaders VALUES (?1)", &m->leaders, err));
done:
    return st;
}

/* ---- fields ---- */

static const char *text_at(const importer *m, int field) {
    return m->at[field] == SIZE_MAX ? "" : enti_csv_text(m->csv, m->at[field]);
}

static ent_status wrong(const importer *m, int field, const char *expected, ent_error *err) {
    long column = m->at[field] == SIZE_MAX ? 0 : (long)m->at[field] + 1;
    return ent_fail_at(err, ENT_E_PARSE, m->path, enti_csv_row(m->csv), column, "%s is \"%.60s\", expected %s",
                       names[field][0], text_at(m, field), expected);
}

static ent_status bind_text(importer *m, int field, const char *text, ent_error *err) {
    int rc = *text == 0 ? sqlite3_bind_null(m->insert, field + 1)
                        : sqlite3_bind_text(m->insert, field + 1, text, -1, SQLITE_TRANSIENT);
    return rc == SQLITE_OK ? ENT_OK : db_fail(m, err);
}

/* A number within bounds; missing only where `needed` is false. */
static ent_status bind_number(importer *m, int field, double low, double high, bool needed, const char *expected,
                              ent_error *err) {
    ent_status st = ENT_OK;
    double value = NAN;
    int rc;
    if (m->at[field] != SIZE_MAX) ENT_TRY(enti_csv_double(m->csv, m->at[field], &value, err));
    if (isnan(value) ? needed : value < low || value > high) return wrong(m, field, expected, err);
    if (isnan(value))
        rc = sqlite3_bind_null(m->insert, field + 1);
    else if (field == SPEECHES || field == CODES)
        rc = floor(value) == value ? sqlite3_bind_int64(m->insert, field + 1, (sqlite3_int64)value) : SQLITE_MISMATCH;
    else
        rc = sqlite3_bind_double(m->insert, field + 1, value);
    if (rc == SQLITE_MISMATCH) return wrong(m, field, expected, err);
    if (rc != SQLITE_OK) st = db_fail(m, err);
done:
    return st;
}

static ent_status bind_state(importer *m, ent_error *err) {
    ent_status st = ENT_OK;
    int32_t code;
    int rc;
    ENT_TRY(enti_csv_int(m->csv, m->at[CODE], &code, err));
    if (code == ENT_MISSING) return wrong(m, CODE, "the COW number of a state", err);
    if (sqlite3_bind_int(m->insert, CODE + 1, code) != SQLITE_OK || sqlite3_bind_int(m->state, 1, code) != SQLITE_OK)
        return db_fail(m, err);
    rc = sqlite3_step(m->state);
    (void)sqlite3_reset(m->state); /* repeats the result of the step */
    if (rc == SQLITE_DONE)
        return ent_fail_at(err, ENT_E_MISSING, m->path, enti_csv_row(m->csv), (long)m->at[CODE] + 1,
                           "no state of the database has the COW number %d", code);
    if (rc != SQLITE_ROW) st = db_fail(m, err);
done:
    return st;
}

/* From and to, or one year for both. */
static ent_status bind_period(importer *m, ent_error *err) {
    ent_status st = ENT_OK;
    const char *start = text_at(m, START), *end = text_at(m, END), *year = text_at(m, YEAR);
    int first, last;
    if (*start == 0 && *end == 0) start = end = year;
    if (!enti_is_date(start)) return wrong(m, *year != 0 ? YEAR : START, "a date such as 2014 or 2014-06-20", err);
    if (!enti_is_date(end)) return wrong(m, END, "a date such as 2014 or 2014-06-20", err);
    first = (int)strtol(start, NULL, 10);
    last = (int)strtol(end, NULL, 10);
    if (strcmp(end, start) < 0 && strncmp(start, end, strlen(end)) != 0)
        return wrong(m, END, "a date that is not before start", err);
    ENT_TRY(bind_text(m, START, start, err));
    ENT_TRY(bind_text(m, END, end, err));
    if (m->out.rows == 0 || first < m->out.first_year) m->out.first_year = first;
    if (m->out.rows == 0 || last > m->out.last_year) m->out.last_year = last;
done:
    return st;
}

/* A source the database does not know yet gets the citation as its entry, so that answers can cite it. */
static ent_status add_source(importer *m, const char *key, const char *citation, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *source = NULL, *entry = NULL;
    enti_text text = {0};
    if (key[strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")] != 0)
        return ent_fail_at(err, ENT_E_PARSE, m->path, enti_csv_row(m->csv), 0,
                           "source is \"%.60s\", expected one key of letters, digits, hyphens and dots", key);
    enti_text_add(&text, "@misc{%s,\n  title = {", key);
    for (const char *c = citation; *c != 0; c++) /* a brace would end the entry */
        enti_text_put(&text, *c == '{' ? "(" : *c == '}' ? ")" : c, 1);
    enti_text_add(&text, "}\n}");
    if (text.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(prepare(m, "INSERT OR IGNORE INTO bibliography (key, entry) VALUES (?1, ?2)", &entry, err));
    ENT_TRY(prepare(m,
                    "INSERT INTO sources (line, key, title, licence, verified, bibkey, note)"
                    " VALUES (0, ?1, ?2, 'not stated', 0, ?1, 'named by the user at import')",
                    &source, err));
    if (sqlite3_bind_text(entry, 1, key, -1, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(entry, 2, text.at, -1, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(source, 1, key, -1, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(source, 2, citation, -1, SQLITE_STATIC) != SQLITE_OK || sqlite3_step(entry) != SQLITE_DONE ||
        sqlite3_step(source) != SQLITE_DONE)
        st = db_fail(m, err);
done:
    sqlite3_finalize(source);
    sqlite3_finalize(entry);
    enti_text_clear(&text);
    return st;
}

static ent_status check_source(importer *m, const char *key, const char *citation, ent_error *err) {
    int rc;
    if (sqlite3_bind_text(m->known, 1, key, -1, SQLITE_TRANSIENT) != SQLITE_OK) return db_fail(m, err);
    rc = sqlite3_step(m->known);
    (void)sqlite3_reset(m->known); /* repeats the result of the step */
    if (rc == SQLITE_DONE) return add_source(m, key, citation, err);
    return rc == SQLITE_ROW ? ENT_OK : db_fail(m, err);
}

static ent_status bind_origin(importer *m, ent_error *err) {
    ent_status st = ENT_OK;
    const char *basis = text_at(m, BASIS), *source = text_at(m, SOURCE), *citation = text_at(m, CITATION);
    const char *confidence = text_at(m, CONFIDENCE);
    int which = *basis == 0 ? 0 : enti_place_of_word(basis, bases);
    if (which < 0) return wrong(m, BASIS, "published or measured", err);
    if (*confidence != 0 && enti_place_of_word(confidence, levels) < 0)
        return wrong(m, CONFIDENCE, "high, medium or low", err);
    if (*source == 0) source = m->source != NULL ? m->source : "";
    if (*citation == 0) citation = m->citation != NULL ? m->citation : "";
    if (*source == 0 || *citation == 0)
        return ent_fail_at(err, ENT_E_MISSING, m->path, enti_csv_row(m->csv), 0,
                           "the row has no %s; add the column, or give it for all rows with --%s",
                           *source == 0 ? "source" : "citation", *source == 0 ? "source" : "citation");
    ENT_TRY(check_source(m, source, citation, err));
    ENT_TRY(bind_text(m, BASIS, bases[which], err));
    ENT_TRY(bind_text(m, SOURCE, source, err));
    ENT_TRY(bind_text(m, CITATION, citation, err));
    ENT_TRY(bind_text(m, CONFIDENCE, *confidence == 0 ? "medium" : confidence, err));
    m->bases[which] = true;
    if (*m->out.source == 0) (void)snprintf(m->out.source, sizeof m->out.source, "%s", source);
done:
    return st;
}

/* ---- rows ---- */

/* Whether the row is there already: twice the same would count twice. */
static ent_status refuse_twice(importer *m, ent_error *err) {
    static const int fields[] = {CODE, P1, I1};
    int rc = SQLITE_OK;
    double value = NAN;
    const char *start = *text_at(m, START) != 0 ? text_at(m, START) : text_at(m, YEAR);
    const char *end = *text_at(m, END) != 0 ? text_at(m, END) : text_at(m, YEAR);
    const char *source = *text_at(m, SOURCE) != 0 ? text_at(m, SOURCE) : m->source;
    (void)sqlite3_clear_bindings(m->there); /* always succeeds */
    for (size_t i = 0; i < sizeof fields / sizeof *fields && rc == SQLITE_OK; i++) {
        if (enti_csv_double(m->csv, m->at[fields[i]], &value, err) != ENT_OK) return ENT_E_PARSE;
        rc = sqlite3_bind_double(m->there, fields[i] + 1, value);
    }
    if (rc == SQLITE_OK) rc = sqlite3_bind_text(m->there, LEADER + 1, m->leader, -1, SQLITE_TRANSIENT);
    if (rc == SQLITE_OK) rc = sqlite3_bind_text(m->there, START + 1, start, -1, SQLITE_TRANSIENT);
    if (rc == SQLITE_OK) rc = sqlite3_bind_text(m->there, END + 1, end, -1, SQLITE_TRANSIENT);
    if (rc == SQLITE_OK)
        rc = sqlite3_bind_text(m->there, BASIS + 1, *text_at(m, BASIS) != 0 ? text_at(m, BASIS) : bases[0], -1,
                               SQLITE_TRANSIENT);
    if (rc == SQLITE_OK) rc = sqlite3_bind_text(m->there, SOURCE + 1, source, -1, SQLITE_TRANSIENT);
    if (rc != SQLITE_OK) return db_fail(m, err);
    rc = sqlite3_step(m->there);
    (void)sqlite3_reset(m->there); /* repeats the result of the step */
    if (rc == SQLITE_ROW)
        return ent_fail_at(err, ENT_E_PARSE, m->path, enti_csv_row(m->csv), 0,
                           "these values of %.60s are in the database already; nothing was imported",
                           text_at(m, LEADER));
    return rc == SQLITE_DONE ? ENT_OK : db_fail(m, err);
}

static ent_status take_leader(importer *m, ent_error *err) {
    const char *text = text_at(m, LEADER);
    size_t used = 0;
    for (; *text != 0; text++) {
        if (*text == ' ' && (used == 0 || text[1] == ' ' || text[1] == 0)) continue;
        if (used + 1 == sizeof m->leader) return wrong(m, LEADER, "a name of at most 199 bytes", err);
        m->leader[used++] = *text;
    }
    m->leader[used] = 0;
    return used > 0 ? ENT_OK : wrong(m, LEADER, "the leader's name", err);
}

static ent_status take_row(importer *m, ent_error *err) {
    static const char *const index = "a number from -1 to 1", *const error = "a number from 0 upwards, or nothing";
    static const char *const count = "a whole number above 0, or nothing";
    ent_status st = ENT_OK;
    ENT_TRY(bind_state(m, err));
    ENT_TRY(take_leader(m, err));
    ENT_TRY(bind_text(m, LEADER, m->leader, err));
    ENT_TRY(bind_period(m, err));
    ENT_TRY(bind_number(m, P1, -1, 1, true, index, err));
    ENT_TRY(bind_number(m, P1_SE, 0, 2, false, error, err));
    ENT_TRY(bind_number(m, I1, -1, 1, true, index, err));
    ENT_TRY(bind_number(m, I1_SE, 0, 2, false, error, err));
    ENT_TRY(bind_number(m, SPEECHES, 1, 1e9, false, count, err));
    ENT_TRY(bind_number(m, CODES, 1, 1e12, false, count, err));
    ENT_TRY(bind_origin(m, err));
    ENT_TRY(refuse_twice(m, err));
    if (sqlite3_bind_int64(m->insert, CONFIDENCE + 2, enti_csv_row(m->csv)) != SQLITE_OK ||
        sqlite3_bind_text(m->leaders, 1, m->leader, -1, SQLITE_TRANSIENT) != SQLITE_OK ||
        sqlite3_step(m->leaders) != SQLITE_DONE || sqlite3_step(m->insert) != SQLITE_DONE) {
        st = db_fail(m, err);
        goto done;
    }
    if (sqlite3_reset(m->insert) != SQLITE_OK || sqlite3_reset(m->leaders) != SQLITE_OK) {
        st = db_fail(m, err);
        goto done;
    }
    m->out.rows++;
done:
    return st;
}

static ent_status take_header(importer *m, ent_error *err) {
    static const int needed[] = {CODE, LEADER, P1, I1};
    for (int f = 0; f < N; f++) {
        m->at[f] = SIZE_MAX;
        for (int a = 0; a < 3 && names[f][a] != NULL && m->at[f] == SIZE_MAX; a++)
            m->at[f] = enti_csv_find(m->csv, names[f][a]);
    }
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (m->at[needed[i]] == SIZE_MAX)
            return ent_fail_at(err, ENT_E_PARSE, m->path, 1, 0, "the header has no column %s", names[needed[i]][0]);
    if (m->at[YEAR] == SIZE_MAX && (m->at[START] == SIZE_MAX || m->at[END] == SIZE_MAX))
        return ent_fail_at(err, ENT_E_PARSE, m->path, 1, 0,
                           "the header has neither year nor start and end: the period of the values must be known");
    return ENT_OK;
}

static ent_status count_leaders(importer *m, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *rows = NULL;
    ENT_TRY(prepare(m, "SELECT count(*) FROM imported_leaders", &rows, err));
    if (sqlite3_step(rows) == SQLITE_ROW)
        m->out.leaders = (size_t)sqlite3_column_int64(rows, 0);
    else
        st = db_fail(m, err);
done:
    sqlite3_finalize(rows);
    return st;
}

ent_status ent_belief_import_run(const char *path, const char *database, const char *source, const char *citation,
                                 ent_belief_import *out, ent_error *err) {
    ent_status st = ENT_OK;
    importer m = {.path = path, .source = source, .citation = citation};
    bool more;
    ENT_TRY(enti_csv_open(path, path, &m.csv, err));
    ENT_TRY(take_header(&m, err));
    ENT_TRY(open_database(&m, database, err));
    for (;;) {
        ENT_TRY(enti_csv_next(m.csv, &more, err));
        if (!more) break;
        ENT_TRY(take_row(&m, err));
    }
    if (m.out.rows == 0) {
        st = ent_fail(err, ENT_E_MISSING, "%s holds no row", path);
        goto done;
    }
    ENT_TRY(count_leaders(&m, err));
    ENT_TRY(run_sql(&m, "COMMIT", err));
    (void)snprintf(m.out.basis, sizeof m.out.basis, "%s", m.bases[0] && m.bases[1] ? "both" : bases[m.bases[1]]);
    *out = m.out;
done:
    sqlite3_finalize(m.insert);
    sqlite3_finalize(m.there);
    sqlite3_finalize(m.state);
    sqlite3_finalize(m.known);
    sqlite3_finalize(m.leaders);
    (void)sqlite3_close(m.db); /* what was not committed is undone */
    enti_csv_close(m.csv);
    return st;
}
