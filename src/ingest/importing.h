/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file on its way into one table: what the steps of an import share. */
#ifndef ENTI_IMPORTING_H
#define ENTI_IMPORTING_H

#include "ingest/codes.h"
#include "ingest/dataset.h"
#include "ingest/key_set.h"
#include "ingest/records.h"
#include "ingest/values.h"

#include <entente/import.h>

/* What is stored in a column of the current row. */
typedef enum enti_value_type { ENTI_VALUE_NULL, ENTI_VALUE_WHOLE, ENTI_VALUE_NUMBER, ENTI_VALUE_WORDS } enti_value_type;

typedef struct enti_value {
    enti_value_type type;
    int64_t whole;
    double number;
    const char *words; /* in the record, in `date`, or of the hook; valid until the next record */
    char date[ENTI_DATE_ROOM];
} enti_value;

/* A field of the file that feeds a column. */
typedef struct enti_part {
    size_t index; /* in the header */
    int64_t add;
    enti_scheme scheme;
} enti_part;

/* A column of the table with where it comes from in this file. */
typedef struct enti_planned {
    enti_data_column column;
    enti_part parts[3];  /* year, month, day of a date; alternatives of a state; else one */
    size_t parts_count;  /* 0: the file has none, or the hook or the coverage rule makes it */
    bool digits_missing; /* one of the missing codes begins with a digit */
    char *source;        /* names of the parts, for import_columns */
} enti_planned;

enum { ENTI_UNRESOLVED_MOST = 64, ENTI_KEYS_MOST = 6 };

/* A code that no state answers to, with how often it came. */
typedef struct enti_unresolved {
    char code[24];
    int64_t count;
} enti_unresolved;

typedef struct enti_importing {
    sqlite3 *db;
    const enti_dataset *set;
    enti_records *records;
    const char *file; /* as errors call it */
    enti_codes *codes;
    enti_arena arena;

    enti_planned *plan;
    enti_value *values; /* [count] */
    size_t count;
    size_t year, start, end, ongoing, ccode1, ccode2; /* columns, SIZE_MAX where there is none */

    sqlite3_stmt *insert;
    int64_t id; /* imports.id */
    int64_t rows, read;
    int first_year, last_year; /* ENT_MISSING: none yet */

    size_t keys[ENTI_KEYS_MOST], keys_count;
    enti_key_set seen;
    bool repeated; /* a key may be there twice */
    long before_line;
    uint64_t before_key;
    bool any_swapped;
    sqlite3_stmt *note_swapped;

    enti_unresolved unresolved[ENTI_UNRESOLVED_MOST];
    size_t unresolved_count;
    int64_t unresolved_all;

    void *hook_data; /* in the arena */
} enti_importing;

/* Finds each column of the data set in the header, and those `extra` names (parted by commas; may be NULL) beside. */
ENT_MUST_USE ent_status enti_import_plan(enti_importing *im, const char *extra, ent_error *err);

/* Translates the current record into `values`. */
ENT_MUST_USE ent_status enti_import_translate(enti_importing *im, ent_error *err);
/* Stores `values` as a row. */
ENT_MUST_USE ent_status enti_import_emit(enti_importing *im, ent_error *err);
/* Two rows that agree in the key columns are ENT_E_PARSE with both lines; those a pair has twice are taken out. */
ENT_MUST_USE ent_status enti_import_check_keys(enti_importing *im, ent_error *err);

/* COW number of a field, counted where none answers. */
void enti_import_state(enti_importing *im, enti_scheme scheme, const char *text, int year, enti_value *out);
size_t enti_import_column(const enti_importing *im, const char *name); /* SIZE_MAX where there is none */

/* The error that stands for a failure of the database. */
ent_status enti_import_db_fail(sqlite3 *db, ent_error *err);
ENT_MUST_USE ent_status enti_import_sql(sqlite3 *db, const char *sql, ent_error *err);
ENT_MUST_USE ent_status enti_import_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **out, ent_error *err);

#endif
