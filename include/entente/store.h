/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * The store: what the sources say, row by row, each row with its source. One SQLite database, either the
 * snapshot built into the library or a file.
 */
#ifndef ENTENTE_STORE_H
#define ENTENTE_STORE_H

#include <entente/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An opened database, read-only. */
typedef struct ent_store ent_store;

/**
 * Opens a database.
 *
 * @param path File to open; NULL opens the snapshot that is built into the library (no file is read).
 * @param out  Receives the store; the caller closes it. Unchanged on failure.
 * @return ENT_OK; ENT_E_IO when the file cannot be opened or read; ENT_E_PARSE when it is not a database
 *         of a format this version reads. Nothing is written, but for
 *         undoing an import that was killed. Cost: O(1), no table is read.
 */
ENT_API ENT_MUST_USE ent_status ent_store_open(const char *path, ent_store **out, ent_error *err);

/** Closes a store; worlds opened from it stay valid. Accepts NULL. */
ENT_API void ent_store_close(ent_store *store);

/** What answers call this data, such as "embedded snapshot 2026-11". Borrowed until the close. */
ENT_API const char *ent_store_label(const ent_store *store);

#ifdef __cplusplus
}
#endif
#endif
