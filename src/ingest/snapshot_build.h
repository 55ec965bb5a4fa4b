/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles the readable tables of data/ into the one SQLite file that is embedded in the product. */
#ifndef ENTI_SNAPSHOT_BUILD_H
#define ENTI_SNAPSHOT_BUILD_H

#include "base/base.h"

/* Reads data_dir/schema.sql and the CSV file of each of its tables and writes out_path, which appears only when
 * everything was right. The same input gives the same bytes. Errors name the file, the line and what is wrong. */
ENT_MUST_USE ent_status enti_snapshot_build(const char *data_dir, const char *out_path, ent_error *err);

#endif
