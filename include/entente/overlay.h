/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Overlays: the user's own rows for the tables that questions are answered from, such as treaties signed after a data
 * set ends. They take precedence over the rows that stand there and are marked wherever they are used.
 */
#ifndef ENTENTE_OVERLAY_H
#define ENTENTE_OVERLAY_H

#include <entente/base.h>
#include <entente/import.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Lays a CSV file over a table of a database, in one transaction: on any failure the database is as it was.
 *
 * The columns are those of the table in data/schema.sql, in any order; those that may be empty may be left out. Every
 * row names its source, in words. States may be given by code or by name. A row takes the place of the one with the
 * same key (docs/overlays.md lists the keys) and stands beside all others. The same file name laid over the same table
 * again replaces what it brought before.
 *
 * @param database File to change. Where there is none it is made as a copy of the embedded snapshot.
 * @param file     CSV file, comma-separated UTF-8.
 * @param table    Table to lay it over; NULL: the one the file is named after.
 * @param result   Receives what was done, as ent_import_file; dataset is "overlay_" and the table. May be NULL.
 * @return ENT_OK; ENT_E_IO when a file cannot be read or written; ENT_E_PARSE for a file at fault (err names line and
 *         column) or a database that is not ours; ENT_E_ARG for a table that takes no overlay. Cost: O(rows).
 */
ENT_API ENT_MUST_USE ent_status ent_overlay_file(const char *database, const char *file, const char *table,
                                                 ent_import_result *result, ent_error *err);

/** Name of a table that takes overlays, by index; NULL after the last. Static. */
ENT_API const char *ent_overlay_table(size_t index);

#ifdef __cplusplus
}
#endif
#endif
