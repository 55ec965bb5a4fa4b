/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One reader for every CSV file: names the file, row and column of whatever is wrong. */
#ifndef ENTI_CSV_H
#define ENTI_CSV_H

#include "base/base.h"

typedef struct enti_csv enti_csv;

/* Opens a file and reads its header line. `name` is what errors call the file. The caller closes it. */
ENT_MUST_USE ent_status enti_csv_open(const char *path, const char *name, enti_csv **out, ent_error *err);
/* The same over bytes that stay valid until the close. */
ENT_MUST_USE ent_status enti_csv_open_bytes(const char *bytes, size_t size, const char *name, enti_csv **out,
                                            ent_error *err);
void enti_csv_close(enti_csv *csv);

size_t enti_csv_columns(const enti_csv *csv);
const char *enti_csv_name(const enti_csv *csv);                 /* what errors call the file; borrowed until close */
const char *enti_csv_column(const enti_csv *csv, size_t index); /* header name; borrowed until close */
/* Index of a header name, or SIZE_MAX. */
size_t enti_csv_find(const enti_csv *csv, const char *name);

/* Reads the next record; *more is false at the end. A record with another number of fields than the header,
 * an unclosed quote or a byte that is not UTF-8 is ENT_E_PARSE with row and column. Blank lines are skipped. */
ENT_MUST_USE ent_status enti_csv_next(enti_csv *csv, bool *more, ent_error *err);

/* Fields of the current record; borrowed until the next call. */
const char *enti_csv_text(const enti_csv *csv, size_t column);
long enti_csv_row(const enti_csv *csv); /* line in the file on which the record starts, from 1 */

/* Typed fields. Empty is NaN or ENT_MISSING. Anything else that is not a whole number text is ENT_E_PARSE. */
ENT_MUST_USE ent_status enti_csv_double(const enti_csv *csv, size_t column, double *out, ent_error *err);
ENT_MUST_USE ent_status enti_csv_int(const enti_csv *csv, size_t column, int32_t *out, ent_error *err);

#endif
