/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Yearly series of every entity, as dense arrays: capability, polyarchy, ideal point. */
#include "world/load.h"

#include <math.h>

static ent_status year_range(enti_loader *l, const char *table, int *first, int *last) {
    ent_status st = ENT_OK;
    char sql[96];
    bool more;
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT min(year), max(year) FROM %s", table);
    ENT_TRY(enti_store_prepare(l->store, sql, &l->row, l->err));
    ENT_TRY(enti_store_step(l->store, l->row, &more, l->err));
    *first = enti_load_int_or(l, 0, l->world->first_year);
    *last = enti_load_int_or(l, 1, *first - 1);
    if (*last - *first > 1000) st = ent_fail(l->err, ENT_E_PARSE, "table %s spans years %d to %d", table, *first, *last);
done:
    sqlite3_finalize(l->row);
    l->row = NULL;
    return st;
}

static ent_status load_one(enti_loader *l, const char *table, const char *column, enti_series *series) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    size_t years, cells;
    char sql[128];
    bool more = true;

    l->table = series->table = table;
    ENT_TRY(year_range(l, table, &series->first, &series->last));
    years = (size_t)(series->last - series->first + 1);
    cells = years * w->entities_count;
    series->value = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->value);
    series->line = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->line);
    if (series->value == NULL || series->line == NULL) return enti_no_memory(l->err);
    for (size_t i = 0; i < cells; i++)
        series->value[i] = NAN;
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT code, year, %s, line, source FROM %s", column, table);
    ENT_TRY(enti_store_prepare(l->store, sql, &l->row, l->err));
    for (;;) {
        enti_ref who;
        size_t cell;
        ENT_TRY(enti_store_step(l->store, l->row, &more, l->err));
        if (!more) break;
        ENT_TRY(enti_load_ref(l, 0, &who));
        cell = who * years + (size_t)(sqlite3_column_int(l->row, 1) - series->first);
        series->value[cell] = sqlite3_column_double(l->row, 2);
        series->line[cell] = sqlite3_column_int(l->row, 3);
        if (series->source == NULL) series->source = enti_load_text(l, 4);
    }
    if (series->source == NULL) series->source = "";
done:
    sqlite3_finalize(l->row);
    l->row = NULL;
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

double enti_series_at(const enti_series *series, enti_ref who, int year, int32_t *line) {
    size_t cell;
    if (line != NULL) *line = 0;
    if (year < series->first || year > series->last) return NAN;
    cell = who * (size_t)(series->last - series->first + 1) + (size_t)(year - series->first);
    if (line != NULL) *line = series->line[cell];
    return series->value[cell];
}
