/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access to the open database for the folders that read it. */
#ifndef ENTI_STORE_H
#define ENTI_STORE_H

#include "base/base.h"

#include <entente/store.h>
#include <sqlite3.h>

sqlite3 *enti_store_db(const ent_store *store);   /* borrowed until the close */
bool enti_store_embedded(const ent_store *store); /* the snapshot linked into the library */
int enti_store_first_year(const ent_store *store);
int enti_store_last_year(const ent_store *store);

/* Bytes of the embedded snapshot, a whole SQLite file. */
const unsigned char *enti_store_snapshot(size_t *size);

/* Id of the import of a data set that is in force: the highest version, then the one imported last. *out is 0 where there
 * is none, or where nothing was ever imported. Its rows are those of table import_<dataset> with that `import`. */
ENT_MUST_USE ent_status enti_store_import(const ent_store *store, const char *dataset, int64_t *out, ent_error *err);
/* The same in a database that is open already. */
ENT_MUST_USE ent_status enti_import_in_force(sqlite3 *db, const char *dataset, int64_t *out, ent_error *err);
/* Orders versions: runs of digits as numbers, the rest as text. 5.10 comes after 5.9. */
int enti_version_compare(const char *a, const char *b);

/* Prepares a statement; the caller finalizes it. */
ENT_MUST_USE ent_status enti_store_prepare(const ent_store *store, const char *sql, sqlite3_stmt **out, ent_error *err);
/* Steps it; *more is false at the end. */
ENT_MUST_USE ent_status enti_store_step(const ent_store *store, sqlite3_stmt *statement, bool *more, ent_error *err);

/* From now on the rows of every query, those of the opening included, are also added to a writer of packs. */
struct enti_pack_writer;
ENT_MUST_USE ent_status enti_store_write_pack(ent_store *store, struct enti_pack_writer *writer, ent_error *err);
struct enti_pack_writer *enti_store_writer(const ent_store *store);

/* Finds the rows of a query in the pack of the embedded snapshot. */
struct enti_rows;
bool enti_store_packed(const ent_store *store, const char *sql, struct enti_rows *out);

/* Another read-only connection to the same file, independent of the store's life, for one thread at a time; the caller
 * closes it with sqlite3_close. ENT_E_ARG for a store that is not a file. */
ENT_MUST_USE ent_status enti_store_reopen(const ent_store *store, sqlite3 **out, ent_error *err);

/* The error that stands for an SQLite code. */
ent_status enti_store_failure(const ent_store *store, int code, ent_error *err);

#endif
