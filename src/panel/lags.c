/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values of other years: a state's own figure needs no row in that year, a dyad's does. And which rows stay: the
 * window is wider than the panel where lags or clocks look further.
 */
#include "panel/transforms.h"

#include <stdlib.h>

static bool same_unit(const enti_frame *f, size_t x, size_t y) {
    return f->a[x] == f->a[y] && (f->b == NULL || f->b[x] == f->b[y]);
}

static double *lag_states(enti_builder *b, const double *from, int years) {
    const enti_frame *f = b->frame;
    double *out = enti_arena_alloc(b->keep, f->states * f->years + 1, sizeof *out);
    if (out == NULL) return NULL;
    for (size_t s = 0; s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            long at = (long)t - years;
            out[s * f->years + t] = at >= 0 && at < (long)f->years ? from[s * f->years + (size_t)at] : (double)NAN;
        }
    return out;
}

/* Row of the same dyad so many years before; rows of a dyad stand in order of years. */
static size_t row_before(const enti_frame *f, size_t row, int years) {
    int wanted = f->year[row] - years;
    if (years >= 0) {
        for (size_t back = 0; back <= row && same_unit(f, row - back, row); back++)
            if (f->year[row - back] <= wanted) return f->year[row - back] == wanted ? row - back : SIZE_MAX;
    } else {
        for (size_t at = row; at < f->rows && same_unit(f, at, row); at++)
            if (f->year[at] >= wanted) return f->year[at] == wanted ? at : SIZE_MAX;
    }
    return SIZE_MAX;
}

ent_status enti_lag_add(enti_builder *b, const enti_pcolumn *column, int years, ent_error *err) {
    const enti_frame *f = b->frame;
    enti_pcolumn lagged = *column;
    const char *word = years > 0 ? "lag" : "lead";
    int16_t *small = NULL;
    double *real = NULL;
    if (column->state != NULL) {
        lagged.state = lag_states(b, column->state, years);
        if (lagged.state == NULL) return enti_no_memory(err);
    } else {
        if (column->small != NULL) small = enti_arena_alloc(b->keep, f->rows + 1, sizeof *small);
        if (column->small == NULL) real = enti_arena_alloc(b->keep, f->rows + 1, sizeof *real);
        if (small == NULL && real == NULL) return enti_no_memory(err);
        for (size_t row = 0; row < f->rows; row++) {
            size_t at = row_before(f, row, years);
            if (small != NULL)
                small[row] = at == SIZE_MAX ? (int16_t)ENTI_NO_COUNT : column->small[at];
            else
                real[row] = at == SIZE_MAX ? (double)NAN : enti_value(b->panel, column, at);
        }
        lagged.small = small;
        lagged.real = real;
    }
    lagged.about.name = enti_arena_printf(b->keep, "%s_%s%d", column->about.name, word, abs(years));
    lagged.about.title = enti_arena_printf(b->keep, "%s, %d year%s %s", column->about.title, abs(years),
                                           abs(years) == 1 ? "" : "s", years > 0 ? "before" : "after");
    if (lagged.about.name == NULL || lagged.about.title == NULL) return enti_no_memory(err);
    return enti_column_add(b, &lagged, err);
}

/* ---- rows ---- */

void enti_rows_keep(enti_builder *b, int first, int last, const bool *keep) {
    enti_frame *f = b->frame;
    ent_panel *p = b->panel;
    size_t n = 0;
    uint32_t *from = NULL;
    if (first <= f->first && last >= f->last && keep == NULL) return;
    /* In place: a row only ever moves forward, and every array by the same list. */
    from = enti_arena_alloc(b->scratch, f->rows + 1, sizeof *from);
    if (from == NULL) return; /* the arena says so */
    for (size_t row = 0; row < f->rows; row++)
        if (f->year[row] >= first && f->year[row] <= last && (keep == NULL || keep[row])) from[n++] = (uint32_t)row;
    for (size_t c = 0; c < p->columns_count; c++) {
        /* The arrays are the panel's own, const only to its readers; no two columns share one by row. */
        int16_t *small = (int16_t *)(uintptr_t)p->columns[c].small;
        double *real = (double *)(uintptr_t)p->columns[c].real;
        for (size_t row = 0; small != NULL && row < n; row++)
            small[row] = small[from[row]];
        for (size_t row = 0; real != NULL && row < n; row++)
            real[row] = real[from[row]];
    }
    for (size_t row = 0; row < n; row++) {
        f->a[row] = f->a[from[row]];
        if (f->b != NULL) f->b[row] = f->b[from[row]];
        f->year[row] = f->year[from[row]];
    }
    f->rows = n;
}
