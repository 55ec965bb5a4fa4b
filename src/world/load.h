/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading tables of the store into arrays of records: shared by the load_*.c files. */
#ifndef ENTI_WORLD_LOAD_H
#define ENTI_WORLD_LOAD_H

#include "store/rows.h"
#include "world/world.h"

typedef struct {
    ent_world *world;
    const ent_store *store;
    enti_rows rows;     /* of the query that is being read */
    size_t at;          /* the current one */
    const char *source; /* the last source key text, shared by the rows that repeat it */
    ent_error *err;
    const char *table;
    bool failed; /* memory ran out while copying a text */
} enti_loader;

/* Puts a query; its first row is the current one, `rows.count` of them are there. The next query, or the end, frees them. */
ENT_MUST_USE ent_status enti_load_query(enti_loader *loader, const char *table, const char *sql);
void enti_load_end(enti_loader *loader);

/* Reads one record from the current row. */
typedef ent_status (*enti_read_row)(enti_loader *loader, void *record);

/* Loads a whole table in the order of its rows; `columns` is what SELECT lists. */
ent_status enti_load_table(enti_loader *loader, const char *table, const char *columns, size_t record_size,
                           void *rows_out, size_t *count_out, enti_read_row read);

/* The same into an array of the world. */
#define ENTI_LOAD(l, table, columns, rows, read)                                                                       \
    ENT_TRY(enti_load_table(l, table, columns, sizeof *(l)->world->rows, &(l)->world->rows, &(l)->world->rows##_count, \
                            read))

/* A whole number out of a table of numbers; false for NaN, fractions and what no int holds. */
bool enti_load_whole(double value, int32_t *out);

/* Columns of the current row; empty text is "", empty numbers ENT_MISSING or NaN. A peek may be NULL and lasts as long as
 * the rows; the other texts as long as the world. */
const char *enti_load_peek(const enti_loader *loader, int column);
const char *enti_load_text(enti_loader *loader, int column);
int enti_load_int(enti_loader *loader, int column);
int enti_load_int_or(enti_loader *loader, int column, int otherwise);
double enti_load_real(enti_loader *loader, int column);
/* An entity named by its code. */
ent_status enti_load_ref(enti_loader *loader, int column, enti_ref *out);
/* line, source, citation, confidence in four columns from `column` on; confidence may be NULL. */
void enti_load_origin(enti_loader *loader, int column, enti_origin *out);
/* A span from two date columns; the end is inclusive. */
ent_status enti_load_span(enti_loader *loader, int start_column, int end_column, enti_span *out);

ent_status enti_load_entities(enti_loader *loader);
ent_status enti_load_treaties(enti_loader *loader);
ent_status enti_load_ties(enti_loader *loader);
ent_status enti_load_series(enti_loader *loader);
ent_status enti_load_events(enti_loader *loader);
ent_status enti_load_dependence(enti_loader *loader);
ent_status enti_load_derived(enti_loader *loader);

#endif
