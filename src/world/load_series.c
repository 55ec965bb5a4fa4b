/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly series of every entity, as dense arrays: capability, polyarchy, ideal point. */
#include "store/packed.h"
#include "world/load.h"

#include <math.h>

/* Columns of the packed rows. */
enum { CODE, YEAR, VALUE, LINE, COLUMNS };
enum { EARLIEST = 1500, LATEST = 2200 }; /* a dense array of years must stay small */

static ent_status alloc_cells(enti_loader *l, const double *rows, size_t count, enti_series *series) {
    ent_world *w = l->world;
    size_t cells;
    series->first = w->first_year;
    series->last = w->first_year - 1;
    for (size_t r = 0; r < count; r++) {
        double year = rows[r * COLUMNS + YEAR];
        if (!(year >= EARLIEST && year <= LATEST))
            return ent_fail(l->err, ENT_E_PARSE, "table %s has the year %g, expected %d to %d", series->table, year,
                            EARLIEST, LATEST);
        if (r == 0 || year < series->first) series->first = (int)year;
        if (r == 0 || year > series->last) series->last = (int)year;
    }
    cells = (size_t)(series->last - series->first + 1) * w->entities_count;
    series->value = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->value);
    series->line = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->line);
    if (series->value == NULL || series->line == NULL) return enti_no_memory(l->err);
    for (size_t i = 0; i < cells; i++)
        series->value[i] = NAN;
    return ENT_OK;
}

static ent_status fill_cells(enti_loader *l, const double *rows, size_t count, enti_series *series) {
    size_t years = (size_t)(series->last - series->first + 1);
    enti_ref who = ENTI_NOBODY;
    for (size_t r = 0; r < count; r++) {
        const double *row = rows + r * COLUMNS;
        int32_t code;
        size_t cell;
        if (!enti_load_whole(row[CODE], &code))
            return ent_fail(l->err, ENT_E_PARSE, "table %s names entity %g, expected a whole number", series->table,
                            row[CODE]);
        if (who == ENTI_NOBODY || l->world->entities[who].code != code) who = enti_world_ref(l->world, code);
        if (who == ENTI_NOBODY)
            return ent_fail(l->err, ENT_E_PARSE, "table %s names entity %d, which table entities does not have",
                            series->table, code);
        cell = who * years + (size_t)((int)row[YEAR] - series->first);
        series->value[cell] = row[VALUE];
        if (!enti_load_whole(row[LINE], &series->line[cell])) series->line[cell] = 0;
    }
    return ENT_OK;
}

/* Every row of a series has the same source: the first one tells. */
static ent_status load_source(enti_loader *l, enti_series *series) {
    ent_status st = ENT_OK;
    char sql[96];
    bool more;
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT source FROM %s LIMIT 1", series->table);
    ENT_TRY(enti_store_prepare(l->store, sql, &l->row, l->err));
    ENT_TRY(enti_store_step(l->store, l->row, &more, l->err));
    series->source = more ? enti_load_text(l, 0) : "";
    if (l->failed) st = enti_no_memory(l->err);
done:
    sqlite3_finalize(l->row);
    l->row = NULL;
    return st;
}

static ent_status load_one(enti_loader *l, const char *table, enti_series *series) {
    ent_status st = ENT_OK;
    double *rows = NULL;
    size_t count = 0;
    series->table = table;
    ENT_TRY(enti_store_numbers(l->store, table, &rows, &count, l->err));
    ENT_TRY(alloc_cells(l, rows, count, series));
    ENT_TRY(fill_cells(l, rows, count, series));
    ENT_TRY(load_source(l, series));
done:
    ent_free(rows);
    return st;
}

ent_status enti_load_series(enti_loader *l) {
    ent_status st = ENT_OK;
    ENT_TRY(load_one(l, "capability", &l->world->capability));
    ENT_TRY(load_one(l, "polyarchy", &l->world->polyarchy));
    ENT_TRY(load_one(l, "ideal_points", &l->world->ideal_point));
done:
    return st;
}

double enti_series_at(const enti_series *series, enti_ref who, int year, int32_t *line) {
    size_t cell;
    if (line != NULL) *line = 0;
    if (year < series->first || year > series->last) return NAN;
    cell = who * (size_t)(series->last - series->first + 1) + (size_t)(year - series->first);
    if (line != NULL) *line = series->line[cell];
    return series->value[cell];
}
