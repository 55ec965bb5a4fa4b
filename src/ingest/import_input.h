/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of an import: read twice, once for its SHA-256 and once for each table made from it. */
#ifndef ENTI_IMPORT_INPUT_H
#define ENTI_IMPORT_INPUT_H

#include "ingest/dataset.h"
#include "ingest/records.h"

#include <entente/import.h>
#include <sqlite3.h>

typedef struct enti_import_input {
    const char *path, *name, *base; /* as given; as errors call it; without its folder */
    enti_text held;                 /* standard input cannot be read twice: its bytes */
    const char *given;              /* bytes of the caller instead of a file; NULL: none */
    uint64_t bytes;
    char sha256[65];
    const enti_dataset *mapped; /* of the column map; NULL: none */
    struct enti_column_map *map;
} enti_import_input;

/* Reads the file through, and the column map (a path; may be NULL). `path` is borrowed. */
ENT_MUST_USE ent_status enti_input_open(const char *path, const char *map, enti_import_input *out, ent_error *err);
/* The same over bytes that stay valid. */
void enti_input_bytes(const char *bytes, size_t size, const char *name, enti_import_input *out);
void enti_input_close(enti_import_input *input); /* accepts a zeroed one */
/* Its records, from the first. */
ENT_MUST_USE ent_status enti_input_records(const enti_import_input *input, enti_records **out, ent_error *err);

/* Imports into an open database, in one transaction. */
ENT_MUST_USE ent_status enti_import_into(sqlite3 *db, const enti_import_input *input, const ent_import_options *options,
                                         ent_import_result *out, ent_error *err);

#endif
