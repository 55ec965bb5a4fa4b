/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of cells on a page, laid out by libsmartcols; the last column takes what room is left and wraps at words. */
#ifndef ENTI_REPORT_GRID_H
#define ENTI_REPORT_GRID_H

#include "report/page.h"

enum { ENTI_HIDDEN = 1000 }; /* wider than any page */

typedef struct enti_column {
    const char *title;
    bool right; /* figures: flush right */
    int from;   /* page width from which the column is shown where there is room; 0: always */
} enti_column;

/* A zeroed grid with its columns set is empty. `failed` is set when memory ran out and stays set. */
typedef struct enti_grid {
    const enti_column *columns;
    size_t width; /* columns */
    const char **cells;
    size_t count, room;
    enti_arena arena;
    bool failed;
} enti_grid;

/* Adds the next cell, row by row. */
void enti_grid_cell(enti_grid *grid, const char *format, ...) ENT_PRINTF(2, 3);

/* Writes the grid with its titles, indented, and clears it. */
void enti_grid_write(enti_grid *grid, enti_page *page, int indent);

#endif
