/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of the project's own schema, or one made like it, filled from a CSV file whose columns are those of the table. The table itself says
 * what it takes: types, ranges, keys; what it refuses is reported with file, line and column.
 */
#ifndef ENTI_OWN_TABLE_H
#define ENTI_OWN_TABLE_H

#include "ingest/csv.h"
#include "ingest/sql.h"

typedef enum { ENTI_COLUMN_TEXT, ENTI_COLUMN_INTEGER, ENTI_COLUMN_REAL } enti_column_type;

typedef struct {
    char *name;
    enti_column_type type;
    bool required; /* may not be empty */
    size_t from;   /* column of the file, or SIZE_MAX */
} enti_own_column;

/* Owned by whoever opened it; a zeroed one may be closed. */
typedef struct enti_own_table {
    sqlite3 *db;
    const char *database; /* what errors call it */
    char *name, *file;
    enti_own_column *columns; /* without `line` and `import` */
    size_t count;
    enti_csv *csv;
    sqlite3_stmt *insert;
    int64_t import; /* goes into the column of that name where it is not 0 */
    enti_arena arena;
    /* May look at a field and put another text in its place, which stays valid until the row is stored. May be NULL. */
    ent_status (*look)(void *context, const struct enti_own_table *table, size_t column, const char **text,
                       ent_error *err);
    void *context;
} enti_own_table;

/* Reads the columns of table `name`, which exists; db and database must be set. */
ENT_MUST_USE ent_status enti_own_table_open(enti_own_table *table, const char *name, ent_error *err);
/* Opens the file and matches its header. Strict: exactly the columns of the table, in their order. Else columns may stand in any
 * order and those that may be empty may be left out. `file` is what errors call it. */
ENT_MUST_USE ent_status enti_own_table_read(enti_own_table *table, const char *path, const char *file, bool strict,
                                            ent_error *err);
/* Stores every row of the file; with `replace` a row with the same key gives way. *rows (may be NULL) receives how many. */
ENT_MUST_USE ent_status enti_own_table_fill(enti_own_table *table, bool replace, size_t *rows, ent_error *err);
void enti_own_table_close(enti_own_table *table);

/* Index of a column of the table, or SIZE_MAX. */
size_t enti_own_table_find(const enti_own_table *table, const char *name);

#endif
