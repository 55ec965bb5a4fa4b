/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which import of a data set is in force. */
#include "store/store.h"

#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int enti_version_compare(const char *a, const char *b) {
    while (*a != 0 && *b != 0) {
        if (is_digit(*a) && is_digit(*b)) {
            size_t x, y;
            int order;
            a += strspn(a, "0");
            b += strspn(b, "0");
            x = strspn(a, "0123456789");
            y = strspn(b, "0123456789");
            if (x != y) return x < y ? -1 : 1;
            order = memcmp(a, b, x);
            if (order != 0) return order < 0 ? -1 : 1;
            a += x;
            b += y;
            continue;
        }
        if (*a != *b) return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        a++;
        b++;
    }
    return (*a != 0) - (*b != 0);
}

static ent_status db_fail(sqlite3 *db, ent_error *err) {
    if (sqlite3_errcode(db) == SQLITE_NOMEM) return enti_no_memory(err);
    return ent_fail(err, ENT_E_PARSE, "the list of imports cannot be read: %s", sqlite3_errmsg(db));
}

static ent_status has_imports(sqlite3 *db, bool *out, ent_error *err) {
    static const char sql[] = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'imports'";
    sqlite3_stmt *row = NULL;
    int rc;
    if (sqlite3_prepare_v2(db, sql, -1, &row, NULL) != SQLITE_OK) return db_fail(db, err);
    rc = sqlite3_step(row);
    *out = rc == SQLITE_ROW;
    sqlite3_finalize(row);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? ENT_OK : db_fail(db, err);
}

ent_status enti_import_in_force(sqlite3 *db, const char *dataset, int64_t *out, ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    enti_text best = {0};
    bool there = false;
    int rc = SQLITE_DONE;
    *out = 0;
    ENT_TRY(has_imports(db, &there, err));
    if (!there) return ENT_OK;
    if (sqlite3_prepare_v2(db, "SELECT id, version FROM imports WHERE dataset = ?1 ORDER BY id", -1, &row, NULL) !=
            SQLITE_OK ||
        sqlite3_bind_text(row, 1, dataset, -1, SQLITE_STATIC) != SQLITE_OK) {
        st = db_fail(db, err);
        goto done;
    }
    while ((rc = sqlite3_step(row)) == SQLITE_ROW) {
        const char *version = (const char *)sqlite3_column_text(row, 1);
        if (version == NULL) version = "";
        if (*out != 0 && enti_version_compare(version, best.at != NULL ? best.at : "") < 0) continue;
        *out = sqlite3_column_int64(row, 0);
        enti_text_clear(&best);
        enti_text_add(&best, "%s", version);
        if (best.failed) {
            st = enti_no_memory(err);
            goto done;
        }
    }
    if (rc != SQLITE_DONE) st = db_fail(db, err);
done:
    if (st != ENT_OK) *out = 0;
    sqlite3_finalize(row);
    enti_text_clear(&best);
    return st;
}

ent_status enti_store_import(const ent_store *store, const char *dataset, int64_t *out, ent_error *err) {
    return enti_import_in_force(enti_store_db(store), dataset, out, err);
}
