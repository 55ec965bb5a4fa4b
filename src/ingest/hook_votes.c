/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes carry no date, and some of their states (the Federal Republic of Germany before 1990) no code: the year, without
 * which such a name is nobody's, is that of the roll call, where roll calls were imported before. */
#include "ingest/importing.h"
#include "store/store.h"

#include <string.h>

typedef struct call {
    int64_t rcid;
    int year;
} call;

typedef struct calls {
    call *at;
    size_t count, rcid; /* column of the file */
    int64_t last;       /* a call has some 150 votes in a row */
    int last_year;
} calls;

static ent_status read_calls(enti_importing *im, int64_t id, calls *c, ent_error *err) {
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    int rc = SQLITE_DONE;
    ENT_TRY(
        enti_import_prepare(im->db,
                            "SELECT rcid, year, count(*) OVER () FROM import_un_roll_calls WHERE import = ?1 AND rcid"
                            " IS NOT NULL AND year IS NOT NULL ORDER BY rcid",
                            &row, err));
    if (sqlite3_bind_int64(row, 1, id) != SQLITE_OK) {
        st = enti_import_db_fail(im->db, err);
        goto done;
    }
    while ((rc = sqlite3_step(row)) == SQLITE_ROW) {
        if (c->at == NULL) c->at = enti_arena_alloc(&im->arena, (size_t)sqlite3_column_int64(row, 2), sizeof *c->at);
        if (c->at == NULL) {
            st = enti_no_memory(err);
            goto done;
        }
        c->at[c->count++] = (call){.rcid = sqlite3_column_int64(row, 0), .year = sqlite3_column_int(row, 1)};
    }
    if (rc != SQLITE_DONE) st = enti_import_db_fail(im->db, err);
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status votes_begin(enti_importing *im, ent_error *err) {
    calls *c = enti_arena_alloc(&im->arena, 1, sizeof *c);
    ent_status st = ENT_OK;
    int64_t id = 0;
    if (c == NULL) return enti_no_memory(err);
    c->rcid = enti_records_find(im->records, "rcid");
    c->last_year = ENT_MISSING;
    ENT_TRY(enti_import_in_force(im->db, "un_roll_calls", &id, err));
    if (id != 0) ENT_TRY(read_calls(im, id, c, err));
    im->hook_data = c;
done:
    return st;
}

static int votes_year(struct enti_importing *im) {
    calls *c = im->hook_data;
    size_t low = 0, high = c->count;
    int64_t rcid;
    if (c->rcid == SIZE_MAX || !enti_value_whole(enti_records_text(im->records, c->rcid), &rcid)) return ENT_MISSING;
    if (rcid == c->last) return c->last_year;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c->at[middle].rcid < rcid)
            low = middle + 1;
        else
            high = middle;
    }
    c->last = rcid;
    c->last_year = low < c->count && c->at[low].rcid == rcid ? c->at[low].year : ENT_MISSING;
    return c->last_year;
}

const enti_hook enti_hook_votes = {.begin = votes_begin, .row = enti_import_emit, .year = votes_year};
