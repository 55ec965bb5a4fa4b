/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of imports: making them, and what is noted of an import once its rows are in. */
#ifndef ENTI_IMPORT_TABLE_H
#define ENTI_IMPORT_TABLE_H

#include "ingest/importing.h"

/* What identifies the file of an import. */
typedef struct enti_import_origin {
    const char *file; /* without its folder */
    char sha256[65];
    uint64_t bytes;
} enti_import_origin;

/* Tables imports and import_columns, where the database has none yet. */
ENT_MUST_USE ent_status enti_tables_make(sqlite3 *db, ent_error *err);
/* The table of the planned columns, made or widened; the statement that inserts; the id. Rows of the same file go. */
ENT_MUST_USE ent_status enti_table_open(enti_importing *im, const enti_import_origin *origin, bool *replaced,
                                        ent_error *err);
/* Spells that run on by the coverage rule; the rows of imports and import_columns. `version` receives which it is. */
ENT_MUST_USE ent_status enti_table_close(enti_importing *im, const enti_import_origin *origin, const char *stated,
                                         char version[64], ent_error *err);
/* Sets meta's years to those of the snapshot and all imports by year together. */
ENT_MUST_USE ent_status enti_tables_years(sqlite3 *db, ent_error *err);

#endif
