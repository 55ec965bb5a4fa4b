/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Imported yearly figures of states, as dense arrays: net resources, CINC, polyarchy, ideal points.
 * Net resources are GDP times GDP per head (pwtrgdp^2 / pwtpop) as a share of all rows of the year.
 */
#include "world/load.h"

#include <math.h>

enum { LONGEST = 1000 }; /* years: a dense array must stay small */

static ent_status alloc_cells(enti_loader *l, const enti_import *import, enti_series *series) {
    ent_world *w = l->world;
    size_t cells;
    if (import->last < import->first || import->last - import->first > LONGEST)
        return ent_fail(l->err, ENT_E_PARSE, "%s covers the years %d to %d, expected a span of %d years at most",
                        import->table, import->first, import->last, LONGEST);
    series->table = import->table;
    series->source = import->source;
    series->first = import->first;
    series->last = import->last;
    cells = (size_t)(series->last - series->first + 1) * w->entities_count;
    series->value = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->value);
    series->line = enti_arena_alloc(&w->arena, cells + 1, sizeof *series->line);
    if (series->value == NULL || series->line == NULL) return enti_no_memory(l->err);
    for (size_t i = 0; i < cells; i++)
        series->value[i] = NAN;
    return ENT_OK;
}

/* Rows (ccode, year, line, value): of several rows for a state and year the last counts. Where `total` is given,
 * the sum of every year is collected in it, states without a number included. */
static ent_status load_series(enti_loader *l, enti_import_set which, const char *value, enti_series *series,
                              double *total) {
    ent_status st = ENT_OK;
    const enti_import *import = &l->world->imports[which];
    size_t years = (size_t)(series->last - series->first + 1);
    char sql[256];
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT ccode, year, line, %s FROM %s WHERE import = %lld ORDER BY rowid",
                           value, import->table, (long long)import->id);
    ENT_TRY(enti_load_query(l, import->table, sql));
    for (; l->at < l->rows.count; l->at++) {
        double v = enti_load_real(l, 3);
        int year = enti_load_int(l, 1);
        enti_ref who;
        size_t cell;
        if (isnan(v) || year < series->first || year > series->last) continue;
        if (total != NULL) total[year - series->first] += v;
        who = enti_load_code(l, 0);
        if (who == ENTI_NOBODY) continue;
        cell = who * years + (size_t)(year - series->first);
        series->value[cell] = v;
        series->line[cell] = enti_load_int_or(l, 2, 0);
    }
done:
    enti_load_end(l);
    return st;
}

static ent_status load_plain(enti_loader *l, enti_import_set which, const char *value, enti_series *series) {
    ent_status st = ENT_OK;
    if (l->world->imports[which].id == 0) return ENT_OK;
    ENT_TRY(alloc_cells(l, &l->world->imports[which], series));
    ENT_TRY(load_series(l, which, value, series, NULL));
done:
    return st;
}

static ent_status load_net_resources(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    enti_series *series = &w->net_resources;
    size_t years;
    double *total = NULL;
    if (w->imports[ENTI_IN_GDPPOP].id == 0) return ENT_OK;
    ENT_TRY(alloc_cells(l, &w->imports[ENTI_IN_GDPPOP], series));
    years = (size_t)(series->last - series->first + 1);
    total = enti_alloc(years, sizeof *total);
    if (total == NULL) return enti_no_memory(l->err);
    ENT_TRY(load_series(l, ENTI_IN_GDPPOP, "CASE WHEN pwtpop > 0 THEN pwtrgdp * pwtrgdp / pwtpop END", series, total));
    for (size_t i = 0; i < w->entities_count; i++)
        for (size_t t = 0; t < years; t++)
            series->value[i * years + t] /= total[t];
done:
    ent_free(total);
    return st;
}

ent_status enti_load_import_series(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    bool vdem = w->imports[ENTI_IN_VDEM].id != 0;
    ENT_TRY(load_net_resources(l));
    ENT_TRY(load_plain(l, ENTI_IN_NMC, "cinc", &w->cinc));
    ENT_TRY(load_plain(l, vdem ? ENTI_IN_VDEM : ENTI_IN_DEMOCRACY, "v2x_polyarchy", &w->imported_polyarchy));
    ENT_TRY(load_plain(l, ENTI_IN_IDEAL_POINTS, "ideal_point", &w->imported_ideal_point));
done:
    return st;
}
