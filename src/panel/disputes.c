/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Militarized disputes between the two, whoever began: from dyad-years of disputes, from Maoz's dyadic disputes, or
 * from the participants' own dates. An onset is the first year of a dispute of the pair.
 */
#include "panel/fills.h"

#include <stdlib.h>
#include <string.h>

/* One year of one dispute of a pair. */
static void put_year(enti_builder *b, enti_target *const *t, size_t count, int from, int to, int year, double level,
                     bool onset) {
    for (size_t i = 0; i < count; i++) {
        double value = 1;
        if (t[i]->variable->which == ENTI_MID_LEVEL) value = level;
        if (t[i]->variable->which == ENTI_MID_ONSET) value = onset;
        enti_put_pair(b, t[i], from, to, year, value);
    }
}

static ent_status from_dyad_years(enti_builder *b, const enti_holding *import, enti_target *const *t, size_t count,
                                  ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_import_rows(b, import, "ccode1, ccode2, year, hostlev, onset", "", &row, err));
    for (;;) {
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        put_year(b, t, count, enti_row_integer(row, 0), enti_row_integer(row, 1), enti_row_integer(row, 2),
                 enti_row_number(row, 3), sqlite3_column_int(row, 4) == 1);
    }
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status from_dyads(enti_builder *b, const enti_holding *import, enti_target *const *t, size_t count,
                             ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    long dispute = -1;
    int low = 0, high = 0;
    bool more;
    ENT_TRY(enti_import_rows(b, import,
                             "min(ccode1, ccode2) AS low, max(ccode1, ccode2) AS high, year, hihost, dispnum",
                             "ORDER BY dispnum, low, high, year", &row, err));
    for (;;) {
        bool onset;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        onset = (long)sqlite3_column_int64(row, 4) != dispute || enti_row_integer(row, 0) != low ||
                enti_row_integer(row, 1) != high;
        dispute = (long)sqlite3_column_int64(row, 4);
        low = enti_row_integer(row, 0);
        high = enti_row_integer(row, 1);
        put_year(b, t, count, low, high, enti_row_integer(row, 2), enti_row_number(row, 3), onset);
    }
done:
    sqlite3_finalize(row);
    return st;
}

typedef struct {
    long dispute;
    int code;
    bool sidea;
    int32_t first, last;
    double level;
} party;

static void put_dispute(enti_builder *b, enti_target *const *t, size_t count, const party *parties, size_t n) {
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            const party *x = &parties[i], *y = &parties[j];
            int32_t first = x->first > y->first ? x->first : y->first, last = x->last < y->last ? x->last : y->last;
            double level = x->level > y->level ? x->level : y->level;
            if (!x->sidea || y->sidea || first > last) continue;
            for (int year = enti_day_year(first); year <= enti_day_year(last); year++)
                put_year(b, t, count, x->code, y->code, year, level, year == enti_day_year(first));
        }
}

static ent_status from_parties(enti_builder *b, const enti_holding *import, enti_target *const *t, size_t count,
                               ent_error *err) {
    enum { MOST = 256 };
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    size_t n = 0;
    bool more;
    party *parties = enti_arena_alloc(b->scratch, MOST, sizeof *parties);
    if (parties == NULL) return enti_no_memory(err);
    ENT_TRY(
        enti_import_rows(b, import, "dispnum, ccode, sidea, start, \"end\", hostlev", "ORDER BY dispnum", &row, err));
    for (;;) {
        party p = {0};
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        p.dispute = more ? (long)sqlite3_column_int64(row, 0) : -1;
        if (n > 0 && (!more || parties[0].dispute != p.dispute)) {
            put_dispute(b, t, count, parties, n);
            n = 0;
        }
        if (!more) break;
        p.code = enti_row_integer(row, 1);
        p.sidea = sqlite3_column_int(row, 2) == 1;
        p.level = enti_row_number(row, 5);
        if (n < MOST && p.code != ENT_MISSING &&
            enti_spell_days((const char *)sqlite3_column_text(row, 3), (const char *)sqlite3_column_text(row, 4), true,
                            import->last, &p.first, &p.last))
            parties[n++] = p;
    }
done:
    sqlite3_finalize(row);
    return st;
}

/* Whether a dispute touched the year or the k - 1 before; unknown when one of them is and no other had one. */
static void recent(const enti_frame *f, const int16_t *any, int years, int16_t *out) {
    for (size_t row = 0; row < f->rows; row++) {
        bool unknown = false, found = false;
        for (size_t back = 0; back < (size_t)years && back <= row && !found; back++) {
            size_t at = row - back;
            if (f->a[at] != f->a[row] || f->b[at] != f->b[row] || f->year[row] - f->year[at] >= years) break;
            found = any[at] > 0;
            unknown = unknown || any[at] == ENTI_NO_COUNT;
        }
        out[row] = found ? 1 : unknown ? (int16_t)ENTI_NO_COUNT : 0;
    }
}

ent_status enti_fill_disputes(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    static const char *const sets[] = {"mid_dyad_year", "mid_dyadic", "mid_participant"};
    const enti_holding *import = NULL;
    ent_status st = ENT_OK;
    int source = 0;
    for (; source < 3 && import == NULL; source++)
        import = enti_holding_find(b, sets[source]);
    if (import == NULL) return enti_missing_data(t[0], err);
    if (source == 1) ENT_TRY(from_dyad_years(b, import, t, count, err));
    if (source == 2) ENT_TRY(from_dyads(b, import, t, count, err));
    if (source == 3) ENT_TRY(from_parties(b, import, t, count, err));
    for (size_t i = 0; i < count; i++) {
        int which = t[i]->variable->which;
        enti_from_import(t[i], import);
        enti_zero(b, t[i], import->first, import->last);
        if (which == ENTI_MID_RECENT_5 || which == ENTI_MID_RECENT_10) {
            int16_t *any = t[i]->small[0];
            int16_t *out = enti_arena_alloc(b->keep, b->frame->rows + 1, sizeof *out);
            if (out == NULL) return enti_no_memory(err);
            recent(b->frame, any, which == ENTI_MID_RECENT_5 ? 5 : 10, out);
            t[i]->small[0] = out;
        }
    }
done:
    return st;
}
