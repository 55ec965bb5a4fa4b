/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Distance between capitals: great circle by the haversine formula on a sphere of 6378.137 km, the convention of
 * published dyad-years. A capital is that of 1 January, or the first one of the year, unless another day is asked for.
 */
#include "panel/fills.h"

typedef struct {
    double lat, lon, cosine; /* radians; NaN unknown */
} place;

static const double radian = 3.14159265358979323846 / 180;

static int32_t day_of(const enti_builder *b, int year) {
    if (b->options->day == ENT_FIRST_OF_JULY) return enti_day(year, 7, 1);
    if (b->options->day == ENT_LAST_OF_DECEMBER) return enti_day(year, 12, 31);
    return enti_day(year, 1, 1);
}

/* A capital from its first to its last day: it takes a year when it stands on the day, or when none yet does. */
static void put_capital(enti_builder *b, place *places, int32_t *since, int code, int32_t first, int32_t last,
                        double lat, double lon) {
    const enti_frame *f = b->frame;
    for (size_t t = 0; t < f->years; t++) {
        int year = f->first + (int)t, s = enti_frame_state(f, code, year);
        int32_t day = day_of(b, year), *taken;
        bool stands = first <= day && last >= day;
        if (s < 0 || first > enti_day(year, 12, 31) || last < enti_day(year, 1, 1)) continue;
        /* since: start of the one that stands on the day minus a lot, else the start: the least wins. */
        taken = &since[(size_t)s * f->years + t];
        if ((stands ? first - 10000000 : first) >= *taken) continue;
        *taken = stands ? first - 10000000 : first;
        places[(size_t)s * f->years + t] = (place){lat * radian, lon * radian, cos(lat * radian)};
    }
}

static ent_status imported(enti_builder *b, const enti_holding *import, place *places, int32_t *since, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_import_rows(b, import, "ccode, start, \"end\", ongoing, lat, lon", "", &row, err));
    for (;;) {
        int32_t first, last;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        if (enti_spell_days((const char *)sqlite3_column_text(row, 1), (const char *)sqlite3_column_text(row, 2),
                            sqlite3_column_int(row, 3) == 1, import->last, &first, &last))
            put_capital(b, places, since, enti_row_integer(row, 0), first, last, enti_row_number(row, 4),
                        enti_row_number(row, 5));
    }
done:
    sqlite3_finalize(row);
    return st;
}

static double kilometres(const place *p, const place *q) {
    double u = sin((q->lat - p->lat) / 2), v = sin((q->lon - p->lon) / 2);
    double h = sqrt(u * u + p->cosine * q->cosine * v * v);
    return 2 * 6378.137 * asin(h > 1 ? 1 : h);
}

static bool same(const place *p, const place *q) {
    return p->lat == q->lat && p->lon == q->lon;
}

static void fill_rows(const enti_frame *f, const place *places, enti_target *const *t, size_t count) {
    const place nowhere = {NAN, NAN, NAN};
    place from = nowhere, to = nowhere;
    double km = NAN, ln_km = NAN;
    for (size_t row = 0; row < f->rows; row++) {
        size_t year = (size_t)(f->year[row] - f->first);
        const place *p = &places[f->a[row] * f->years + year], *q = &places[f->b[row] * f->years + year];
        if (!same(p, &from) || !same(q, &to)) { /* capitals seldom move */
            km = kilometres(p, q);
            ln_km = log(km);
            from = *p;
            to = *q;
        }
        for (size_t i = 0; i < count; i++)
            t[i]->real[0][row] = t[i]->variable->which == ENTI_CAPITALS_KM ? km : ln_km;
    }
}

ent_status enti_fill_distance(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_frame *f = b->frame;
    const enti_holding *import = enti_holding_find(b, "capitals");
    const ent_world *w = b->world;
    ent_status st = ENT_OK;
    size_t cells = f->states * f->years + 1;
    place *places = enti_arena_alloc(b->scratch, cells, sizeof *places);
    int32_t *since = enti_arena_alloc(b->scratch, cells, sizeof *since);
    int system_first, system_last;

    if (places == NULL || since == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < cells; i++) {
        places[i] = (place){NAN, NAN, NAN};
        since[i] = INT32_MAX;
    }
    enti_system_years(w, b->options->system, &system_first, &system_last);
    if (import != NULL) {
        ENT_TRY(imported(b, import, places, since, err));
    } else {
        for (size_t i = 0; i < w->members_count; i++)
            if (w->members[i].system == (b->options->system == ENT_SYSTEM_COW ? ENTI_COW : ENTI_GW))
                put_capital(b, places, since, w->entities[w->members[i].who].code, w->members[i].span.first,
                            w->members[i].span.last, w->members[i].lat, w->members[i].lon);
    }
    fill_rows(f, places, t, count);
    for (size_t i = 0; i < count; i++) {
        if (import != NULL)
            enti_from_import(t[i], import);
        else
            enti_from_snapshot(b, t[i], "capitals of the list of members", system_first, f->last);
    }
done:
    return st;
}
