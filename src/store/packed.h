/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of numbers, read at once. The snapshot carries each of them a second time as one packed array of doubles,
 * because stepping through tens of thousands of rows is what a cold start spends its time on. Files are always read row
 * by row, so that a packed copy can never be out of date.
 */
#ifndef ENTI_PACKED_H
#define ENTI_PACKED_H

#include "store/store.h"

typedef struct {
    const char *name, *sql; /* the query; NULL becomes NaN */
    int columns;
} enti_numbers;

/* Every table that is packed; ends with a NULL name. */
extern const enti_numbers enti_packed_tables[];

/* Steps through the query of a table into a growing array. Returns SQLITE_DONE, or the code of what went wrong. */
int enti_collect_numbers(sqlite3 *db, const enti_numbers *table, double **out, size_t *rows);

/* Writes the packed copies into a database that is being built. Returns an SQLite code. */
int enti_pack(sqlite3 *db);

/* The rows of a packed table, row by row; the caller frees *out with ent_free. */
ENT_MUST_USE ent_status enti_store_numbers(const ent_store *store, const char *name, double **out, size_t *rows,
                                           ent_error *err);

#endif
