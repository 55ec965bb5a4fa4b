/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any tabular file as a header and records, read as a stream: CSV in any dialect (comma, semicolon, tab; quotes; BOM;
 * UTF-8 or Latin-1; LF, CRLF, CR), the same compressed with gzip, and Stata, SPSS and SAS files.
 */
#ifndef ENTI_RECORDS_H
#define ENTI_RECORDS_H

#include "base/base.h"

typedef struct enti_records enti_records;

/* Opens a file and reads its header. What the file is follows from its first bytes, never from its name. `path` "-" is
 * standard input. `name` is what errors call it (borrowed until the close). The caller closes it. */
ENT_MUST_USE ent_status enti_records_open(const char *path, const char *name, enti_records **out, ent_error *err);
/* The same over bytes that stay valid until the close (text and gzip only). */
ENT_MUST_USE ent_status enti_records_open_bytes(const char *bytes, size_t size, const char *name, enti_records **out,
                                                ent_error *err);
void enti_records_close(enti_records *records); /* accepts NULL */

size_t enti_records_columns(const enti_records *records);
const char *enti_records_column(const enti_records *records,
                                size_t index); /* header name, UTF-8, trimmed; "" allowed */
/* Index of a header name, in any case, or SIZE_MAX. */
size_t enti_records_find(const enti_records *records, const char *name);

/* Reads the next record; *more is false at the end. Blank lines are skipped. A record with another number of fields than
 * the header, an unclosed quote or a truncated archive is ENT_E_PARSE with row and column. */
ENT_MUST_USE ent_status enti_records_next(enti_records *records, bool *more, ent_error *err);

/* Field of the current record as UTF-8, blanks at both ends cut; "" when empty or missing. Borrowed until the next call. */
const char *enti_records_text(const enti_records *records, size_t column);
/* Line of the file on which the record starts, from 1; the observation's number from 1 in Stata, SPSS and SAS files. */
long enti_records_line(const enti_records *records);

/* How much of the file was read, for progress: bytes of the file itself (compressed ones too), or rows where only those
 * are known. *total is 0 when unknown. */
void enti_records_progress(const enti_records *records, uint64_t *done, uint64_t *total);

#endif
