/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Militarised disputes as a year sees them: force used within ten years, years with a dispute, fatal disputes, and how
 * acute they are now. Past the last year of the data the last ten years it has are carried, five years at most.
 */
#include "world/year.h"

enum { WINDOW = 10, CARRY = 5, FATAL_YEARS = 4, LEVEL_THREAT = 2, LEVEL_FORCE = 4 };

/* Years before the year read, per pair, in which a dispute ran: one bit each. */
static void count_years(ent_year *y, uint16_t *seen) {
    for (size_t cell = 0; cell < y->n * y->n; cell++)
        for (unsigned bits = seen[cell]; bits != 0; bits &= bits - 1)
            y->dispute_years[cell]++;
}

static void add_dispute(ent_year *y, const enti_dispute *d, uint16_t *seen) {
    size_t i = enti_year_find(y, d->by), j = enti_year_find(y, d->against), n = y->n;
    int ago = y->dispute_year - d->year;
    if (i == SIZE_MAX || j == SIZE_MAX) return;
    if (d->fatal && d->year >= y->year - FATAL_YEARS && d->year <= y->year) {
        enti_set_add(&y->fatal[i], j);
        enti_set_add(&y->fatal[j], i);
    }
    if (ago < 0 || ago >= WINDOW) return;
    if (d->level >= LEVEL_FORCE) {
        enti_set_add(&y->force[i], j);
        enti_set_add(&y->force[j], i);
    }
    if (d->level >= LEVEL_THREAT) {
        seen[i * n + j] |= (uint16_t)(1u << ago);
        seen[j * n + i] |= (uint16_t)(1u << ago);
    }
    if (d->year >= y->year - 1 && d->year <= y->year && d->level > y->acute[i * n + j])
        y->acute[i * n + j] = y->acute[j * n + i] = (uint8_t)d->level;
}

ent_status enti_year_disputes(ent_year *y, ent_error *err) {
    const ent_world *w = y->world;
    const enti_import *import = &w->imports[ENTI_IN_DISPUTES];
    size_t cells = y->n * y->n;
    uint16_t *seen;
    y->dispute_year = ENT_MISSING;
    if (import->id == 0 || y->year < import->first || y->year > import->last + CARRY) return ENT_OK;
    y->dispute_year = y->year < import->last ? y->year : import->last;
    seen = enti_alloc(cells + 1, sizeof *seen);
    y->dispute_years = enti_arena_alloc(&y->arena, cells + 1, 1);
    y->acute = enti_arena_alloc(&y->arena, cells + 1, 1);
    if (seen == NULL || y->dispute_years == NULL || y->acute == NULL) {
        ent_free(seen);
        return enti_no_memory(err);
    }
    for (size_t d = 0; d < w->disputes_count; d++)
        if (w->disputes[d].year > y->dispute_year - WINDOW && w->disputes[d].year <= y->year)
            add_dispute(y, &w->disputes[d], seen);
    count_years(y, seen);
    ent_free(seen);
    return ENT_OK;
}
