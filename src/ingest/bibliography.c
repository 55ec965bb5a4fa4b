/* SPDX-License-Identifier: GPL-3.0-or-later */
/* references.bib as a table: an entry is kept word for word, so that an answer can cite without the source tree. */
#include "ingest/bibliography.h"

#include "ingest/read_file.h"
#include "ingest/sql.h"

#include <string.h>

static const char bib_name[] = "references.bib";
static const char blanks[] = " \t\r\n";
static const char database[] = "snapshot";

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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
    while (is_letter(*brace))
        brace++;
    key = brace + (*brace == '{');
    while (is_letter(key[length]) || (key[length] >= '0' && key[length] <= '9') || key[length] == '_' ||
           key[length] == '-' || key[length] == ':')
        length++;
    if (brace == *at + 1 || *brace != '{' || length == 0 || key[length] != ',')
        return bib_fail(bib, *at, "an entry starts with @type{key,", err);
    end = entry_end(brace, bib->at + bib->size);
    if (end == NULL) return bib_fail(bib, *at, "the braces of the entry do not close", err);
    if (sqlite3_bind_text(insert, 1, key, (int)length, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(insert, 2, *at, (int)(end - *at), SQLITE_STATIC) != SQLITE_OK)
        return enti_sql_fail(sqlite3_db_handle(insert), database, err);
    rc = sqlite3_step(insert);
    (void)sqlite3_reset(insert); /* repeats the result of the step */
    if (rc == SQLITE_CONSTRAINT) return bib_fail(bib, *at, "the key of the entry is there twice", err);
    if (rc != SQLITE_DONE) return enti_sql_fail(sqlite3_db_handle(insert), database, err);
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
    ENT_TRY(enti_sql_prepare(
        db, database,
        "SELECT line, bibkey FROM sources WHERE bibkey NOT IN (SELECT key FROM bibliography) ORDER BY line"
        " LIMIT 1",
        NULL, &missing, err));
    rc = sqlite3_step(missing);
    if (rc == SQLITE_ROW)
        st = ent_fail_at(err, ENT_E_PARSE, "sources.csv", sqlite3_column_int(missing, 0), 0,
                         "bibkey \"%.60s\" is not in %s", enti_sql_text(missing, 1), bib_name);
    else if (rc != SQLITE_DONE)
        st = enti_sql_fail(db, database, err);
done:
    sqlite3_finalize(missing);
    return st;
}

ent_status enti_bibliography_load(sqlite3 *db, const char *dir, ent_error *err) {
    enti_text path = {0}, bib = {0};
    sqlite3_stmt *insert = NULL;
    ent_status st = ENT_OK;
    enti_text_add(&path, "%s/%s", dir, bib_name);
    if (path.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_read_file(path.at, &bib, err));
    if (bib.size == 0) {
        st = ent_fail_at(err, ENT_E_PARSE, bib_name, 1, 0, "the file is empty");
        goto done;
    }
    ENT_TRY(enti_sql_run(db, database, "CREATE TABLE bibliography (key TEXT PRIMARY KEY, entry TEXT NOT NULL)", err));
    ENT_TRY(enti_sql_prepare(db, database, "INSERT INTO bibliography VALUES (?1, ?2)", NULL, &insert, err));
    ENT_TRY(add_entries(insert, &bib, err));
    ENT_TRY(check_bibkeys(db, err));
done:
    sqlite3_finalize(insert);
    enti_text_clear(&bib);
    enti_text_clear(&path);
    return st;
}
