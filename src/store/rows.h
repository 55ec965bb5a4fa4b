/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The result of a query as one block of cells. The embedded snapshot carries the results of every query that opening a
 * world asks, so that a cold start steps through no row and copies no text; any other database is asked.
 */
#ifndef ENTI_ROWS_H
#define ENTI_ROWS_H

#include "store/store.h"

typedef enum { ENTI_CELL_NULL, ENTI_CELL_NUMBER, ENTI_CELL_TEXT } enti_cell_kind;

typedef union {
    double number;
    uint64_t text; /* offset into the texts */
} enti_cell;

typedef struct enti_rows {
    size_t count, columns;
    const uint8_t *kinds;   /* enti_cell_kind of [row * columns + column] */
    const enti_cell *cells; /* of the same */
    const char *texts;
    bool lasting; /* texts live as long as the program: they need no copy */
    void *owned[3];
} enti_rows;

/* The rows of a query, all of them; the caller clears them. Blobs are no part of any table and count as missing. */
ENT_MUST_USE ent_status enti_store_rows(const ent_store *store, const char *sql, enti_rows *out, ent_error *err);
void enti_rows_clear(enti_rows *rows); /* accepts a zeroed one */

/* Cells; a text where a number was expected, and the reverse, is missing. */
const char *enti_rows_text(const enti_rows *rows, size_t row, int column); /* NULL when missing */
double enti_rows_number(const enti_rows *rows, size_t row, int column);    /* NaN when missing */

#endif
