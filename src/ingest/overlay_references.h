/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of overlays refer to rows of other tables, or of overlays over those. */
#ifndef ENTI_OVERLAY_REFERENCES_H
#define ENTI_OVERLAY_REFERENCES_H

#include "ingest/sql.h"

/* ENT_E_PARSE, with file and line, for the first row laid over a table that refers to nothing. */
ENT_MUST_USE ent_status enti_overlay_references(sqlite3 *db, const char *table, ent_error *err);
/* The same for every overlay of the database. */
ENT_MUST_USE ent_status enti_overlay_references_all(sqlite3 *db, ent_error *err);

#endif
