/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checks of imported data. Which there are stands in check_rules.c; here they are put to each data set that has what
 * they need.
 */
#include <entente/check.h>

#include "ingest/check_rules.h"
#include "store/store.h"

#include <string.h>

/* Findings of one check in one data set; what is beyond them is counted, not listed. */
enum { LISTED = 40 };

struct ent_check {
    enti_arena arena;
    ent_remark *at;
    size_t count, room;
};

/* The data set that is being looked at. */
typedef struct {
    const ent_store *store;
    ent_check *out;
    long long import;
    const char *dataset, *version, *file, *unit, *title;
} looking;

static ent_status add(looking *l, const char *check, ent_severity severity, long line, long rows, const char *text,
                      ent_error *err) {
    ent_check *f = l->out;
    if (f->count == f->room) {
        size_t room = f->room == 0 ? 64 : 2 * f->room;
        ent_remark *more = enti_realloc(f->at, room, sizeof *more);
        if (more == NULL) return enti_no_memory(err);
        f->at = more;
        f->room = room;
    }
    text = enti_arena_strdup(&f->arena, text);
    if (text == NULL) return enti_no_memory(err);
    f->at[f->count++] = (ent_remark){.severity = severity,
                                     .dataset = l->dataset,
                                     .version = l->version,
                                     .check = check,
                                     .file = l->file,
                                     .line = line,
                                     .rows = rows,
                                     .text = text};
    return ENT_OK;
}

/* Whether the data set's table has a column. */
static ent_status has_column(const looking *l, const char *name, size_t length, bool *out, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    ENT_TRY(
        enti_store_prepare(l->store, "SELECT 1 FROM pragma_table_info('import_' || ?1) WHERE name = ?2", &row, err));
    sqlite3_bind_text(row, 1, l->dataset, -1, SQLITE_STATIC);
    sqlite3_bind_text(row, 2, name, (int)length, SQLITE_STATIC);
    ENT_TRY(enti_store_step(l->store, row, out, err));
done:
    sqlite3_finalize(row);
    return st;
}

/* One query of a rule; `code` names the column that it calls code, or is empty. */
static ent_status put(looking *l, const enti_check_rule *r, const char *code, size_t length, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    enti_text sql = {0};
    long listed = 0, beyond = 0;
    char rest[80];
    enti_text_add(&sql, "SELECT *%s%.*s%s FROM \"import_%s\" WHERE import = ?1", length > 0 ? ", " : "", (int)length,
                  code, length > 0 ? " AS code" : "", l->dataset);
    /* `x` in front of a query that has its own WITH joins that list. */
    if (strncmp(r->sql, "WITH ", 5) == 0) {
        enti_text whole = {0};
        enti_text_add(&whole, "WITH x AS (%s), %s", sql.at, r->sql + 5);
        enti_text_clear(&sql);
        sql = whole;
    } else {
        enti_text whole = {0};
        enti_text_add(&whole, "WITH x AS (%s) %s", sql.at, r->sql);
        enti_text_clear(&sql);
        sql = whole;
    }
    if (sql.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_store_prepare(l->store, sql.at, &row, err));
    sqlite3_bind_int64(row, 1, l->import);
    if (sqlite3_bind_parameter_count(row) > 1) sqlite3_bind_text(row, 2, l->dataset, -1, SQLITE_STATIC);
    for (bool more = true;;) {
        ENT_TRY(enti_store_step(l->store, row, &more, err));
        if (!more) break;
        if (listed++ < LISTED)
            ENT_TRY(add(l, r->id, r->severity, (long)sqlite3_column_int64(row, 0), (long)sqlite3_column_int64(row, 1),
                        (const char *)sqlite3_column_text(row, 2), err));
        else
            beyond++;
    }
    if (beyond > 0) {
        (void)sqlite3_snprintf(sizeof rest, rest, "and %d findings more of this kind", (int)beyond);
        ENT_TRY(add(l, r->id, r->severity, 0, 0, rest, err));
    }
done:
    sqlite3_finalize(row);
    enti_text_clear(&sql);
    return st;
}

static bool has_word(const char *words, const char *word) {
    size_t length = strlen(word);
    for (const char *at = words; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, word, length) == 0 && (at[length] == ' ' || at[length] == 0)) return true;
    }
    return false;
}

/* Runs a rule if the data set has what it needs. */
static ent_status apply(looking *l, const enti_check_rule *r, ent_error *err) {
    ent_status st = ENT_OK;
    const char *codes = NULL;
    if (r->units != NULL && !has_word(r->units, l->unit)) return ENT_OK;
    for (const char *at = r->needs; *at != 0; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        bool has = true;
        if (*at == ':')
            codes = at + 1;
        else
            ENT_TRY(has_column(l, at, length, &has, err));
        if (!has) return ENT_OK;
        at += length;
    }
    if (codes == NULL) return put(l, r, "", 0, err);
    for (const char *at = codes; *at != ' ' && *at != 0; at += *at == ',') {
        size_t length = strcspn(at, ", ");
        bool has = false;
        ENT_TRY(has_column(l, at, length, &has, err));
        if (has) ENT_TRY(put(l, r, at, length, err));
        at += length;
    }
done:
    return st;
}

/* Columns whose absence is worth counting, parted by commas as a query over them all: for each the number of rows that
 * lack it and the first of them. */
static ent_status missing_query(looking *l, enti_text *sql, enti_text *names, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *columns = NULL;
    ENT_TRY(
        enti_store_prepare(l->store,
                           "SELECT name FROM import_columns WHERE dataset = ?1 AND type IN ('integer', 'real', 'flag') "
                           "AND name NOT IN ('ccode', 'ccode1', 'ccode2', 'year', 'ongoing') ORDER BY position",
                           &columns, err));
    sqlite3_bind_text(columns, 1, l->dataset, -1, SQLITE_STATIC);
    enti_text_add(sql, "SELECT count(*)");
    for (bool more = true;;) {
        const char *name;
        char *part;
        ENT_TRY(enti_store_step(l->store, columns, &more, err));
        if (!more) break;
        name = (const char *)sqlite3_column_text(columns, 0);
        part = sqlite3_mprintf(", count(*) - count(\"%w\"), min(CASE WHEN \"%w\" IS NULL THEN line END)", name, name);
        if (part == NULL) sql->failed = true;
        enti_text_add(sql, "%s", part != NULL ? part : "");
        sqlite3_free(part);
        enti_text_put(names, name, strlen(name) + 1);
    }
    enti_text_add(sql, " FROM \"import_%s\" WHERE import = ?1", l->dataset);
    if (sql->failed || names->failed) st = enti_no_memory(err);
done:
    sqlite3_finalize(columns);
    return st;
}

/* How often each column is missing, counted in one pass. */
static ent_status count_missing(looking *l, ent_error *err) {
    ent_status st = ENT_OK;
    enti_text sql = {0}, names = {0}, text = {0};
    sqlite3_stmt *row = NULL;
    bool more;
    int column = 1;
    ENT_TRY(missing_query(l, &sql, &names, err));
    ENT_TRY(enti_store_prepare(l->store, sql.at, &row, err));
    sqlite3_bind_int64(row, 1, l->import);
    ENT_TRY(enti_store_step(l->store, row, &more, err));
    for (const char *name = names.at; name < names.at + names.size; name += strlen(name) + 1, column += 2) {
        long lacking = (long)sqlite3_column_int64(row, column);
        if (lacking == 0) continue;
        enti_text_clear(&text);
        enti_text_add(&text, "%s is missing in %ld of %lld rows", name, lacking, sqlite3_column_int64(row, 0));
        if (text.failed) ENT_TRY(enti_no_memory(err));
        ENT_TRY(add(l, "missing", ENT_NOTE, (long)sqlite3_column_int64(row, column + 1), lacking, text.at, err));
    }
done:
    sqlite3_finalize(row);
    enti_text_clear(&sql);
    enti_text_clear(&names);
    enti_text_clear(&text);
    return st;
}

/* Who belonged to the system in which year, to 2100 for spells that are open. */
static ent_status list_members(const ent_store *store, ent_error *err) {
    int code = sqlite3_exec(
        enti_store_db(store),
        "DROP TABLE IF EXISTS temp.member; CREATE TEMP TABLE member (code INTEGER, year INTEGER, PRIMARY KEY (code, "
        "year)) "
        "WITHOUT ROWID; WITH RECURSIVE spell AS (SELECT code, CAST(substr(start, 1, 4) AS INTEGER) AS year, "
        "coalesce(CAST(substr(\"end\", 1, 4) AS INTEGER), 2100) AS last FROM membership WHERE system = 'cow'), "
        "each AS (SELECT * FROM spell UNION ALL SELECT code, year + 1, last FROM each WHERE year < last) "
        "INSERT OR IGNORE INTO temp.member SELECT code, year FROM each",
        NULL, NULL, NULL);
    return code == SQLITE_OK ? ENT_OK : enti_store_failure(store, code, err);
}

/* A key that may stand in a query; others are no data sets of ours. */
static bool good_key(const char *key) {
    return key != NULL && *key != 0 &&
           key[strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] == 0;
}

static const char *kept(ent_check *f, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return enti_arena_strdup(&f->arena, text != NULL ? text : "");
}

static ent_status check_all(const ent_store *store, const char *dataset, ent_check *out, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    size_t looked_at = 0;
    ENT_TRY(list_members(store, err));
    ENT_TRY(enti_store_prepare(
        store,
        "SELECT id, dataset, version, file, unit FROM imports WHERE ?1 IS NULL OR dataset = ?1 ORDER BY dataset, id",
        &row, err));
    if (dataset != NULL) sqlite3_bind_text(row, 1, dataset, -1, SQLITE_STATIC);
    for (bool more = true;; looked_at++) {
        looking l = {.store = store, .out = out};
        ENT_TRY(enti_store_step(store, row, &more, err));
        if (!more) break;
        l.import = sqlite3_column_int64(row, 0);
        l.dataset = kept(out, row, 1);
        l.version = kept(out, row, 2);
        l.file = kept(out, row, 3);
        l.unit = kept(out, row, 4);
        if (out->arena.failed) {
            st = enti_no_memory(err);
            goto done;
        }
        if (!good_key(l.dataset))
            ENT_TRY(ent_fail(err, ENT_E_PARSE, "table imports names a data set \"%.60s\"", l.dataset));
        for (size_t i = 0; enti_check_rules[i].id != NULL; i++)
            ENT_TRY(apply(&l, &enti_check_rules[i], err));
        if (strcmp(l.unit, "overlay") != 0) ENT_TRY(count_missing(&l, err)); /* may leave out what it likes */
    }
    if (looked_at == 0)
        st = ent_fail(err, ENT_E_MISSING,
                      dataset != NULL ? "%s holds no data set \"%s\"; entente data list shows what is there"
                                      : "%s holds no imported data set%s",
                      ent_store_label(store), dataset != NULL ? dataset : "");
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status has_imports(const ent_store *store, bool *out, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    ENT_TRY(
        enti_store_prepare(store, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'imports'", &row, err));
    ENT_TRY(enti_store_step(store, row, out, err));
done:
    sqlite3_finalize(row);
    return st;
}

ent_status ent_check_run(const ent_store *store, const char *dataset, ent_check **out, ent_error *err) {
    ent_status st = ENT_OK;
    bool any = false;
    ent_check *f = enti_alloc(1, sizeof *f);
    if (f == NULL) return enti_no_memory(err);
    ENT_TRY(has_imports(store, &any, err));
    if (!any)
        ENT_TRY(ent_fail(err, ENT_E_MISSING,
                         "%s holds no imported data; entente data import FILE --into world.db brings some",
                         ent_store_label(store)));
    ENT_TRY(check_all(store, dataset, f, err));
    *out = f;
    f = NULL;
done:
    ent_check_free(f);
    return st;
}

void ent_check_free(ent_check *findings) {
    if (findings == NULL) return;
    enti_arena_clear(&findings->arena);
    ent_free(findings->at);
    ent_free(findings);
}

size_t ent_check_count(const ent_check *findings) {
    return findings->count;
}

ent_remark ent_check_at(const ent_check *findings, size_t index) {
    return findings->at[index];
}

const char *ent_severity_name(ent_severity severity) {
    static const char *const names[] = {"note", "warning", "wrong"};
    return names[severity];
}
