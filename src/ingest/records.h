/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any tabular file as a header and records, read as a stream in bounded memory: delimited text in any dialect (comma,
 * semicolon, tab; quotes; byte order mark; UTF-8 or Windows-1252, told apart field by field; LF, CRLF, CR), Stata, SPSS
 * (also portable) and SAS files (also transport), each also compressed with gzip. A record may have 65536 fields and
 * 16 MB.
 *
 * Numbers of Stata, SPSS and SAS files come as the shortest text that reads back to the same double, numbers shown as
 * dates as ISO text of the date, the month or the second; missing values of every kind as "". Value labels are left aside.
 */
#ifndef ENTI_RECORDS_H
#define ENTI_RECORDS_H

#include "base/base.h"

typedef struct enti_records enti_records;

/* Opens a file and reads its header. What the file is follows from its first bytes, never from its name. `path` "-" is
 * standard input. `name` is what errors call it. Files that are taken for tables and are none (zip, workbooks, web pages)
 * are ENT_E_PARSE and say what to do. A statistics file that is compressed or comes through a pipe is first copied to a
 * temporary file. The caller closes it. */
ENT_MUST_USE ent_status enti_records_open(const char *path, const char *name, enti_records **out, ent_error *err);
/* The same over bytes that stay valid until the close. */
ENT_MUST_USE ent_status enti_records_open_bytes(const char *bytes, size_t size, const char *name, enti_records **out,
                                                ent_error *err);
void enti_records_close(enti_records *records); /* accepts NULL */

size_t enti_records_columns(const enti_records *records);
const char *enti_records_column(const enti_records *records,
                                size_t index); /* header name, UTF-8, trimmed; "" allowed */
/* Index of a header name, in any case, or SIZE_MAX. */
size_t enti_records_find(const enti_records *records, const char *name);

/* Reads the next record; *more is false at the end. Blank lines are skipped. A record with another number of fields than
 * the header or an unclosed quote is ENT_E_PARSE with row and column; a file that is cut short or damaged, or inflates
 * to more than a thousand times its size, is ENT_E_PARSE with the row, after all whole records before it. After an error
 * the table can only be closed. */
ENT_MUST_USE ent_status enti_records_next(enti_records *records, bool *more, ent_error *err);

/* Field of the current record as UTF-8, blanks at both ends cut; "" when empty or missing. Borrowed until the next call. */
const char *enti_records_text(const enti_records *records, size_t column);
/* Line of the file on which the record starts, from 1; the observation's number from 1 in Stata, SPSS and SAS files. */
long enti_records_line(const enti_records *records);

/* How much of the file was read, for progress: bytes of the file itself (compressed ones too), or rows where only those
 * are known. *total is 0 when unknown. */
void enti_records_progress(const enti_records *records, uint64_t *done, uint64_t *total);

#endif
