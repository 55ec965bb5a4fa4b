/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of a state in a year: columns of imported data sets, series of the snapshot, major powers, trends. */
#include "panel/fills.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void enti_snapshot_years(const enti_builder *b, int *first, int *last) {
    *first = b->snapshot_first != 0 ? b->snapshot_first : ent_world_first_year(b->world);
    *last = b->snapshot_last != 0 ? b->snapshot_last : ent_world_last_year(b->world);
}

static ent_status new_series(enti_builder *b, double **out, ent_error *err) {
    size_t cells = b->frame->states * b->frame->years;
    *out = enti_arena_alloc(b->keep, cells + 1, sizeof **out);
    if (*out == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < cells; i++)
        (*out)[i] = NAN;
    return ENT_OK;
}

static ent_status snapshot_series(enti_builder *b, const enti_series *series, double **out, enti_target *about,
                                  ent_error *err) {
    const enti_frame *f = b->frame;
    ent_status st = new_series(b, out, err);
    if (st != ENT_OK) return st;
    for (size_t s = 0; s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            int code = f->code[s * f->years + t];
            enti_ref who = code > 0 ? enti_world_ref(b->world, code) : ENTI_NOBODY;
            if (who != ENTI_NOBODY) (*out)[s * f->years + t] = enti_series_at(series, who, f->first + (int)t, NULL);
        }
    enti_from_snapshot(b, about, series->source != NULL ? series->source : series->table, series->first, series->last);
    return ENT_OK;
}

/* Net resources of the imported series of GDP and population, which reach back further, else of the snapshot. */
static const enti_series *resources_of(const enti_builder *b) {
    return b->world->net_resources.value != NULL ? &b->world->net_resources : &b->world->capability;
}

/* 1 in the years a state was a major power, 0 in the other years of the list. */
static ent_status major_series(enti_builder *b, double **out, enti_target *about, ent_error *err) {
    const enti_holding *import = enti_holding_find(b, "cow_majors");
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    enti_target flags = *about;
    bool more;
    *out = NULL;
    if (import == NULL) return ENT_OK;
    ENT_TRY(new_series(b, out, err));
    flags.level = ENTI_OF_STATE;
    flags.state = *out;
    ENT_TRY(enti_import_rows(b, import, "ccode, start, \"end\", ongoing", "", &row, err));
    for (;;) {
        int32_t first, last;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        if (!enti_spell_days((const char *)sqlite3_column_text(row, 1), (const char *)sqlite3_column_text(row, 2),
                             sqlite3_column_int(row, 3) == 1, import->last, &first, &last))
            continue;
        for (int year = enti_day_year(first); year <= enti_day_year(last); year++)
            if (enti_spell_holds(b->options->day, first, last, year))
                enti_put_state(b, &flags, enti_row_integer(row, 0), year, 1);
    }
    enti_zero(b, &flags, import->first, import->last);
    enti_from_import(about, import);
done:
    sqlite3_finalize(row);
    return st;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Median slope of log capability over all pairs of years among ten (Theil-Sen); needs six known years. */
static double trend_of(const double *values, size_t t) {
    enum { YEARS = 10, LEAST = 6 };
    double slopes[YEARS * YEARS / 2], log_of[YEARS];
    size_t n = 0, known = 0;
    if (t + 1 < YEARS) return NAN;
    for (size_t i = 0; i < YEARS; i++) {
        double v = values[t + 1 - YEARS + i];
        log_of[i] = v > 0 ? log(v) : (double)NAN;
        known += isnan(log_of[i]) ? 0 : 1;
    }
    if (known < LEAST) return NAN;
    for (size_t i = 0; i < YEARS; i++)
        for (size_t j = i + 1; j < YEARS; j++)
            if (!isnan(log_of[i]) && !isnan(log_of[j])) slopes[n++] = (log_of[j] - log_of[i]) / (double)(j - i);
    qsort(slopes, n, sizeof *slopes, ascending);
    return n % 2 == 1 ? slopes[n / 2] : (slopes[n / 2 - 1] + slopes[n / 2]) / 2;
}

static ent_status trend_series(enti_builder *b, double **out, enti_target *about, ent_error *err) {
    const enti_frame *f = b->frame;
    ent_status st = ENT_OK;
    double window[10], *trend = NULL;
    const enti_series *resources = resources_of(b);
    ENT_TRY(snapshot_series(b, resources, &trend, about, err));
    for (size_t s = 0; s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            /* Ten years may begin before the panel does, so they are read from the series itself. */
            int code = f->code[s * f->years + t], year = f->first + (int)t;
            enti_ref who = code > 0 ? enti_world_ref(b->world, code) : ENTI_NOBODY;
            if (who == ENTI_NOBODY) continue;
            for (int i = 0; i < 10; i++)
                window[i] = enti_series_at(resources, who, year - 9 + i, NULL);
            trend[s * f->years + t] = isnan(window[9]) ? (double)NAN : trend_of(window, 9);
        }
    *out = trend;
done:
    return st;
}

/* The first data set of a list "a,b" that was imported and has the column. */
static const enti_holding *first_with(const enti_builder *b, const char *data, const char *column,
                                      const enti_holding_column **found) {
    for (const char *p = data; *p != 0;) {
        char name[64];
        size_t size = strcspn(p, ",");
        const enti_holding *import;
        (void)snprintf(name, sizeof name, "%.*s", (int)size, p);
        import = enti_holding_find(b, name);
        *found = import == NULL ? NULL : enti_holding_column_find(b, name, column);
        if (*found != NULL) return import;
        p += size + (p[size] == ',');
    }
    return NULL;
}

ent_status enti_state_series(enti_builder *b, const char *data, const char *column, int which, const double **out,
                             enti_target *about, ent_error *err) {
    const enti_holding_column *found = NULL;
    const enti_holding *import = first_with(b, data, column, &found);
    double *made = NULL;
    ent_status st = ENT_OK;
    *out = NULL;
    if (import != NULL) {
        enti_from_import(about, import);
        return enti_import_series(b, import, found->name, out, err);
    }
    switch (which) {
    case ENTI_NET_RESOURCES: st = snapshot_series(b, resources_of(b), &made, about, err); break;
    case ENTI_POLYARCHY: st = snapshot_series(b, &b->world->polyarchy, &made, about, err); break;
    case ENTI_IDEAL_POINT: st = snapshot_series(b, &b->world->ideal_point, &made, about, err); break;
    case ENTI_MAJOR: st = major_series(b, &made, about, err); break;
    case ENTI_TREND: st = trend_series(b, &made, about, err); break;
    default: break;
    }
    if (st == ENT_OK) *out = made;
    return st;
}

ent_status enti_fill_state_series(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    ent_status st = ENT_OK;
    size_t cells = b->frame->states * b->frame->years;
    for (size_t i = 0; i < count; i++) {
        const enti_variable *v = t[i]->variable;
        const double *series = NULL;
        ENT_TRY(enti_state_series(b, v->data, v->id, v->which, &series, t[i], err));
        if (series == NULL) return enti_missing_data(t[i], err);
        memcpy(t[i]->state, series, cells * sizeof *series);
    }
done:
    return st;
}
