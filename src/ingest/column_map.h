/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column map: a data set described in JSON by the user, for files that no data set is known for. */
#ifndef ENTI_COLUMN_MAP_H
#define ENTI_COLUMN_MAP_H

#include "ingest/dataset.h"

typedef struct enti_column_map enti_column_map;

/* Reads and checks a map. The caller closes it. */
ENT_MUST_USE ent_status enti_column_map_open(const char *path, enti_column_map **out, ent_error *err);
ENT_MUST_USE ent_status enti_column_map_open_bytes(const char *bytes, size_t size, const char *name,
                                                   enti_column_map **out, ent_error *err);
void enti_column_map_close(enti_column_map *map); /* accepts NULL */

const enti_dataset *enti_column_map_dataset(const enti_column_map *map); /* borrowed until the close */

#endif
