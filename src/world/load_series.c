/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly series of every entity, as dense arrays: capability, polyarchy, ideal point. */
#include "world/load.h"

#include <math.h>
#include <string.h>

enum { CODE, YEAR, VALUE, LINE, SOURCE }; /* columns of the query */
enum { EARLIEST = 1500, LATEST = 2200 };  /* a dense array of years must stay small */

static ent_status alloc_cells(enti_loader *l, enti_series *series) {
    ent_world *w = l->world;
    size_t cells;
    series->first = w->first_year;
    series->last = w->first_year - 1;
    for (l->at = 0; l->at < l->rows.count; l->at++) {
        double year = enti_load_real(l, YEAR);
        if (!(year >= EARLIEST && year <= LATEST))
            return ent_fail(l->err, ENT_E_PARSE, "table %s has the year %g, expected %d to %d", series->table, year,
                            EARLIEST, LATEST);
        if (l->at == 0 || year < series->first) series->first = (int)year;
        if (l->at == 0 || year > series->last) series->last = (int)year;
    }
    cells = (size_t)(series->last - series->first + 1) * w->entities_count;
    series->value = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->value);
    series->line = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->line);
    if (series->value == NULL || series->line == NULL) return enti_no_memory(l->err);
    for (size_t i = 0; i < cells; i++)
        series->value[i] = NAN;
    return ENT_OK;
}

/* A value that an overlay brought keeps its own source. */
static bool note_source(enti_loader *l, enti_series *series, size_t cell, size_t cells) {
    const char *source = enti_load_peek(l, SOURCE);
    if (source == NULL || strncmp(source, ENTI_OVERLAY, sizeof ENTI_OVERLAY - 1) != 0) return true;
    if (series->overlay == NULL) series->overlay = enti_arena_alloc(&l->world->arena, cells, sizeof *series->overlay);
    if (series->overlay == NULL) return false;
    series->overlay[cell] = enti_load_text(l, SOURCE);
    return !l->failed;
}

static ent_status fill_cells(enti_loader *l, enti_series *series) {
    size_t years = (size_t)(series->last - series->first + 1);
    enti_ref who = ENTI_NOBODY;
    for (l->at = 0; l->at < l->rows.count; l->at++) {
        double known = enti_load_real(l, CODE);
        int32_t code;
        size_t cell;
        if (!enti_load_whole(known, &code))
            return ent_fail(l->err, ENT_E_PARSE, "table %s names entity %g, expected a whole number", series->table,
                            known);
        if (who == ENTI_NOBODY || l->world->entities[who].code != code) who = enti_world_ref(l->world, code);
        if (who == ENTI_NOBODY)
            return ent_fail(l->err, ENT_E_PARSE, "table %s names entity %d, which table entities does not have",
                            series->table, code);
        cell = who * years + (size_t)((int)enti_load_real(l, YEAR) - series->first);
        series->value[cell] = enti_load_real(l, VALUE);
        series->line[cell] = enti_load_int_or(l, LINE, 0);
        if (!note_source(l, series, cell, years * l->world->entities_count)) return enti_no_memory(l->err);
    }
    return ENT_OK;
}

/* Every row of a series has the same source, but for overlays: the first other tells. */
static ent_status load_one(enti_loader *l, const char *table, const char *column, enti_series *series) {
    ent_status st = ENT_OK;
    char sql[160];
    series->table = table;
    series->source = "";
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT code, year, %s, line, source FROM %s ORDER BY code, year", column,
                           table);
    ENT_TRY(enti_load_query(l, table, sql));
    ENT_TRY(alloc_cells(l, series));
    ENT_TRY(fill_cells(l, series));
    for (l->at = 0; l->at < l->rows.count && *series->source == 0; l->at++) {
        const char *source = enti_load_peek(l, SOURCE);
        if (source != NULL && strncmp(source, ENTI_OVERLAY, sizeof ENTI_OVERLAY - 1) != 0)
            series->source = enti_load_text(l, SOURCE);
    }
    if (l->failed) st = enti_no_memory(l->err);
done:
    enti_load_end(l);
    return st;
}

ent_status enti_load_series(enti_loader *l) {
    ent_status st = ENT_OK;
    ENT_TRY(load_one(l, "capability", "net_resources", &l->world->capability));
    ENT_TRY(load_one(l, "polyarchy", "polyarchy", &l->world->polyarchy));
    ENT_TRY(load_one(l, "ideal_points", "ideal_point", &l->world->ideal_point));
done:
    return st;
}

const char *enti_series_overlay(const enti_series *series, enti_ref who, int year) {
    if (series->overlay == NULL || year < series->first || year > series->last) return NULL;
    return series->overlay[who * (size_t)(series->last - series->first + 1) + (size_t)(year - series->first)];
}

double enti_series_at(const enti_series *series, enti_ref who, int year, int32_t *line) {
    size_t cell;
    if (line != NULL) *line = 0;
    if (year < series->first || year > series->last) return NAN;
    cell = who * (size_t)(series->last - series->first + 1) + (size_t)(year - series->first);
    if (line != NULL) *line = series->line[cell];
    return series->value[cell];
}
