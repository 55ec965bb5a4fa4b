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

/* ---- imported tables ---- */

/* Whether the current row is kept; a row that names an entity nobody knows is passed over. */
typedef ent_status (*enti_read_import)(enti_loader *loader, void *record, bool *keep);

/* Appends the rows of an import to an array of the world, behind the records it holds. */
ent_status enti_load_import(enti_loader *loader, enti_import_set which, const char *columns, size_t record_size,
                            void *rows_out, size_t *count_out, enti_read_import read);

#define ENTI_LOAD_IMPORT(l, which, columns, rows, read)                                                                \
    ENT_TRY(enti_load_import(l, which, columns, sizeof *(l)->world->rows, &(l)->world->rows,                           \
                             &(l)->world->rows##_count, read))

/* An entity named by its COW number in a column; ENTI_NOBODY when there is none. */
enti_ref enti_load_code(enti_loader *loader, int column);
/* A span from an import's columns start, end, ongoing: a spell whose end is not known ends where the data do. */
bool enti_load_spell(enti_loader *loader, const enti_import *import, int start_column, enti_span *out);

ent_status enti_load_imports(enti_loader *loader);
ent_status enti_load_import_series(enti_loader *loader);
ent_status enti_load_import_pacts(enti_loader *loader);
ent_status enti_load_import_disputes(enti_loader *loader);
ent_status enti_load_import_ties(enti_loader *loader);
/* The tables that are read year by year, through a connection of the world's own. */
ent_status enti_tables_open(enti_loader *loader);
void enti_tables_close(struct enti_tables *tables);

#endif
