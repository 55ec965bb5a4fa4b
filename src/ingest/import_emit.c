/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows into the table, and the check that no two share a key. Hashes of the keys seen so far show nearly always that none
 * was repeated; where one may have been, SQLite groups the table's rows once at the end, and names the lines.
 */
#include "ingest/importing.h"

#include <string.h>

/* Whether a row of this key was there already, as far as a hash can tell: then the table is searched at the end. Rows that
 * lack a part of the key are passed over. */
static ent_status follow_keys(enti_importing *im, ent_error *err) {
    long line = enti_records_line(im->records);
    uint64_t hash = 0;
    bool seen = false;
    ent_status st;
    if (im->repeated || im->keys_count == 0) return ENT_OK;
    for (size_t k = 0; k < im->keys_count; k++) {
        const enti_value *v = &im->values[im->keys[k]];
        uint64_t bits = (uint64_t)v->whole;
        if (v->type == ENTI_VALUE_NULL) return ENT_OK;
        if (v->type == ENTI_VALUE_NUMBER) memcpy(&bits, &v->number, sizeof bits);
        hash = v->type == ENTI_VALUE_WORDS ? enti_key_text(hash, v->words) : enti_key_number(hash, bits);
    }
    /* Rows made from one record may share its key. */
    if (line == im->before_line && hash == im->before_key) return ENT_OK;
    im->before_line = line;
    im->before_key = hash;
    st = enti_key_add(&im->seen, hash, &seen, err);
    im->repeated = seen;
    return st;
}

static void follow_year(enti_importing *im, size_t column) {
    const enti_value *v = column != SIZE_MAX ? &im->values[column] : NULL;
    int year;
    if (v == NULL || v->type == ENTI_VALUE_NULL || v->type == ENTI_VALUE_NUMBER) return;
    year = v->type == ENTI_VALUE_WHOLE ? (int)v->whole : (int)(enti_value_date_key(v->words) / 10000);
    if (im->first_year == ENT_MISSING || year < im->first_year) im->first_year = year;
    if (im->last_year == ENT_MISSING || year > im->last_year) im->last_year = year;
}

static ent_status bind(sqlite3_stmt *insert, int at, const enti_value *v, ent_error *err) {
    int rc = SQLITE_OK;
    switch (v->type) {
    case ENTI_VALUE_NULL: rc = sqlite3_bind_null(insert, at); break;
    case ENTI_VALUE_WHOLE: rc = sqlite3_bind_int64(insert, at, v->whole); break;
    case ENTI_VALUE_NUMBER: rc = sqlite3_bind_double(insert, at, v->number); break;
    case ENTI_VALUE_WORDS: rc = sqlite3_bind_text(insert, at, v->words, -1, SQLITE_STATIC); break;
    }
    return rc == SQLITE_OK ? ENT_OK : enti_import_db_fail(sqlite3_db_handle(insert), err);
}

/* The partner of a column called stem1 or stem2; SIZE_MAX where there is none. */
static size_t mirror_of(const enti_importing *im, size_t column) {
    const char *name = im->plan[column].column.name;
    size_t size = strlen(name);
    char last = name[size - 1];
    if (last != '1' && last != '2') return SIZE_MAX;
    for (size_t i = 0; i < im->count; i++) {
        const char *other = im->plan[i].column.name;
        if (i != column && strlen(other) == size && strncmp(other, name, size - 1) == 0 &&
            other[size - 1] == (last == '1' ? '2' : '1'))
            return i;
    }
    return SIZE_MAX;
}

/* An undirected pair in the other order is turned round, with all that belongs to either side. */
static bool put_in_order(enti_importing *im) {
    if (!im->set->pair_once || im->ccode1 == SIZE_MAX || im->ccode2 == SIZE_MAX) return false;
    if (im->values[im->ccode1].whole <= im->values[im->ccode2].whole) return false;
    for (size_t i = 0; i < im->count; i++) {
        size_t other = mirror_of(im, i);
        enti_value keep;
        if (other == SIZE_MAX || other < i) continue;
        keep = im->values[i];
        im->values[i] = im->values[other];
        im->values[other] = keep;
    }
    return true;
}

/* Remembers that the row just stored was turned round: a pair may be there in both orders. */
static ent_status note_swapped(enti_importing *im, ent_error *err) {
    ent_status st = ENT_OK;
    if (!im->any_swapped) {
        ENT_TRY(enti_import_sql(im->db, "CREATE TEMP TABLE swapped (r INTEGER PRIMARY KEY)", err));
        im->any_swapped = true;
        ENT_TRY(enti_import_prepare(im->db, "INSERT INTO temp.swapped VALUES (?1)", &im->note_swapped, err));
    }
    sqlite3_bind_int64(im->note_swapped, 1, sqlite3_last_insert_rowid(im->db));
    if (sqlite3_step(im->note_swapped) != SQLITE_DONE) st = enti_import_db_fail(im->db, err);
    (void)sqlite3_reset(im->note_swapped); /* repeats the result of the step */
done:
    return st;
}

ent_status enti_import_emit(enti_importing *im, ent_error *err) {
    ent_status st = ENT_OK;
    bool swapped = put_in_order(im);
    if (swapped) im->repeated = true;
    ENT_TRY(follow_keys(im, err));
    follow_year(im, im->year);
    if (im->year == SIZE_MAX) {
        follow_year(im, im->start);
        follow_year(im, im->end);
    }
    if (sqlite3_bind_int64(im->insert, 2, enti_records_line(im->records)) != SQLITE_OK)
        return enti_import_db_fail(im->db, err);
    for (size_t i = 0; i < im->count; i++)
        ENT_TRY(bind(im->insert, (int)i + 3, &im->values[i], err));
    if (sqlite3_step(im->insert) != SQLITE_DONE) st = enti_import_db_fail(im->db, err);
    (void)sqlite3_reset(im->insert); /* repeats the result of the step */
    if (st != ENT_OK) return st;
    im->rows++;
    if (swapped) ENT_TRY(note_swapped(im, err));
done:
    return st;
}

/* ---- duplicates ---- */

static void add_keys(const enti_importing *im, enti_text *sql) {
    for (size_t k = 0; k < im->keys_count; k++)
        enti_text_add(sql, "%s\"%s\"", k > 0 ? ", " : "", im->plan[im->keys[k]].column.name);
}

static void add_filled(const enti_importing *im, enti_text *sql) {
    enti_text_add(sql, " FROM \"import_%s\" WHERE import = %lld", im->set->id, (long long)im->id);
    for (size_t k = 0; k < im->keys_count; k++)
        if (!(im->plan[im->keys[k]].column.flags & ENTI_FILLED))
            enti_text_add(sql, " AND \"%s\" IS NOT NULL", im->plan[im->keys[k]].column.name);
    enti_text_add(sql, " GROUP BY ");
    add_keys(im, sql);
}

/* Of a pair that is there in both orders, the row that was turned round goes. */
static ent_status drop_mirrored(enti_importing *im, ent_error *err) {
    enti_text sql = {0};
    ent_status st = ENT_OK;
    if (!im->any_swapped) return ENT_OK;
    enti_text_add(&sql,
                  "DELETE FROM \"import_%s\" WHERE rowid IN (SELECT max(CASE WHEN rowid IN (SELECT r FROM temp.swapped)"
                  " THEN rowid END)",
                  im->set->id);
    add_filled(im, &sql);
    enti_text_add(&sql, " HAVING count(*) = 2 AND sum(rowid IN (SELECT r FROM temp.swapped)) = 1)");
    sqlite3_finalize(im->note_swapped);
    im->note_swapped = NULL;
    st = sql.failed ? enti_no_memory(err) : enti_import_sql(im->db, sql.at, err);
    enti_text_clear(&sql);
    if (st == ENT_OK) {
        im->rows -= sqlite3_changes64(im->db);
        st = enti_import_sql(im->db, "DROP TABLE temp.swapped", err);
    }
    return st;
}

static ent_status duplicate(const enti_importing *im, sqlite3_stmt *row, ent_error *err) {
    enti_text key = {0};
    ent_status st;
    for (size_t k = 0; k < im->keys_count; k++) {
        const unsigned char *text = sqlite3_column_text(row, (int)k + 2);
        enti_text_add(&key, "%s%s %.40s", k > 0 ? ", " : "", im->plan[im->keys[k]].column.name,
                      text != NULL ? (const char *)text : "");
    }
    st = key.failed ? enti_no_memory(err)
                    : ent_fail_at(err, ENT_E_PARSE, im->file, sqlite3_column_int(row, 1), 0,
                                  "line %d says the same of %s already; expected each once: take one of the two out",
                                  sqlite3_column_int(row, 0), key.at);
    enti_text_clear(&key);
    return st;
}

ent_status enti_import_check_keys(enti_importing *im, ent_error *err) {
    enti_text sql = {0};
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    int rc;
    if (!im->repeated || im->keys_count == 0) return ENT_OK;
    ENT_TRY(drop_mirrored(im, err));
    enti_text_add(&sql, "SELECT min(line), max(line), ");
    add_keys(im, &sql);
    add_filled(im, &sql);
    enti_text_add(&sql, " HAVING min(line) <> max(line) ORDER BY max(line) LIMIT 1");
    if (sql.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_import_prepare(im->db, sql.at, &row, err));
    rc = sqlite3_step(row);
    if (rc == SQLITE_ROW)
        st = duplicate(im, row, err);
    else if (rc != SQLITE_DONE)
        st = enti_import_db_fail(im->db, err);
done:
    sqlite3_finalize(row);
    enti_text_clear(&sql);
    return st;
}
