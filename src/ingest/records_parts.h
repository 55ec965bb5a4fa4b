/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the reader of records is made of: a source of bytes (file, standard input or memory, compressed or not), the
 * encoding of a text, and one reader for delimited text and one for the files of statistics programs.
 */
#ifndef ENTI_RECORDS_PARTS_H
#define ENTI_RECORDS_PARTS_H

#include "base/base.h"

enum {
    ENTI_RECORD_LIMIT = 16 << 20, /* bytes of one record: beyond it something is wrong, most often a quote */
    ENTI_COLUMN_LIMIT = 1 << 16,
};

/* ---- Bytes ---- */

typedef struct enti_source enti_source;

/* The name is borrowed until the close. "-" is standard input. */
ENT_MUST_USE ent_status enti_source_open(const char *path, const char *name, enti_source **out, ent_error *err);
/* The bytes stay valid until the close. */
ENT_MUST_USE ent_status enti_source_open_bytes(const void *bytes, size_t size, const char *name, enti_source **out,
                                               ent_error *err);
void enti_source_close(enti_source *source); /* accepts NULL */

/* Reads 1 to `room` bytes, inflated where the file is compressed; *got is 0 only at the end. After a failure the same one
 * comes again. */
ENT_MUST_USE ent_status enti_source_read(enti_source *source, void *at, size_t room, size_t *got, ent_error *err);
/* The line that errors of reading name from now on; none at first. */
void enti_source_set_line(enti_source *source, long line);
/* Bytes of the file itself: read so far, and in all or 0. */
void enti_source_progress(const enti_source *source, uint64_t *done, uint64_t *total);

/* The same bytes with a position, for a reader that must seek. `first` are those already read. What cannot seek (a
 * pipe, a compressed file) is copied to a temporary file, which is gone with the source. */
ENT_MUST_USE ent_status enti_source_settle(enti_source *source, const void *first, size_t count, ent_error *err);
/* After settling. As pread(2): bytes read, 0 at the end, -1 when reading fails. */
ptrdiff_t enti_source_read_at(const enti_source *source, void *at, size_t count, uint64_t offset);
uint64_t enti_source_size(const enti_source *source);

/* ---- Encoding ---- */

/* Whether bytes hold neither a zero nor anything beyond ASCII. */
bool enti_is_ascii(const char *text, size_t size);
/* Whether bytes are well-formed UTF-8 without a zero byte. */
bool enti_is_utf8(const char *text, size_t size);
/* Writes Windows-1252 as UTF-8, at most 3 bytes for one and a zero after the last; returns the length. */
size_t enti_utf8_from_1252(const char *text, size_t size, char *out);

/* ---- Delimited text ---- */

typedef struct enti_text_records enti_text_records;

typedef struct enti_text_options {
    char delimiter; /* 0: whichever the header line has most of */
    bool strict;    /* text that is not UTF-8 is an error, and blanks count */
} enti_text_options;

/* Goes on from the first bytes read of a source; borrows it, and the name, until the close. Reads the header. */
ENT_MUST_USE ent_status enti_text_records_open(enti_source *source, const void *first, size_t count, const char *name,
                                               const enti_text_options *options, enti_text_records **out,
                                               ent_error *err);
void enti_text_records_close(enti_text_records *text);
size_t enti_text_records_columns(const enti_text_records *text);
const char *enti_text_records_column(const enti_text_records *text, size_t index);
ENT_MUST_USE ent_status enti_text_records_next(enti_text_records *text, bool *more, ent_error *err);
const char *const *enti_text_records_fields(const enti_text_records *text); /* of the current record */
long enti_text_records_line(const enti_text_records *text);

/* ---- Stata, SPSS, SAS ---- */

typedef enum enti_stat_format {
    ENTI_NOT_STAT,
    ENTI_STATA,
    ENTI_SPSS,
    ENTI_SPSS_PORTABLE,
    ENTI_SAS,
    ENTI_SAS_TRANSPORT,
} enti_stat_format;

enum { ENTI_VALUE_ROOM = 40 };

/* The shortest decimal that reads back to the same double; "" for NaN. */
void enti_double_text(double value, char out[ENTI_VALUE_ROOM]);

/* What a number means that is shown as a date. */
typedef struct enti_date_form {
    double per_day; /* units in a day; 0: the number counts months since January 1960 */
    bool from_1582; /* since 14 October 1582, else since 1 January 1960 */
    enum { ENTI_TO_MONTH, ENTI_TO_DAY, ENTI_TO_SECOND } precision;
} enti_date_form;

/* The form a display format such as "%td" or "DATE11" gives a number; static; NULL when it is no date. */
const enti_date_form *enti_date_form_of(enti_stat_format program, const char *format);
/* ISO 8601; outside of the years 1 to 9999 the number itself. */
void enti_date_text(double value, const enti_date_form *form, char out[ENTI_VALUE_ROOM]);

/* What the first bytes of a file say; 480 of them are enough. */
enti_stat_format enti_stat_detect(const void *first, size_t count);
/* ENT_E_PARSE, saying what to do, for archives, workbooks, web pages and the like. */
ENT_MUST_USE ent_status enti_foreign_check(const char *name, const void *first, size_t count, ent_error *err);

typedef struct enti_stat_records enti_stat_records;

/* Over a settled source, borrowed with the name until the close. Reads the names of the variables. */
ENT_MUST_USE ent_status enti_stat_records_open(enti_source *source, enti_stat_format format, const char *name,
                                               enti_stat_records **out, ent_error *err);
void enti_stat_records_close(enti_stat_records *stat);
size_t enti_stat_records_columns(const enti_stat_records *stat);
const char *enti_stat_records_column(const enti_stat_records *stat, size_t index);
ENT_MUST_USE ent_status enti_stat_records_next(enti_stat_records *stat, bool *more, ent_error *err);
const char *const *enti_stat_records_fields(const enti_stat_records *stat); /* of the current record */
long enti_stat_records_line(const enti_stat_records *stat);
void enti_stat_records_progress(const enti_stat_records *stat, uint64_t *done, uint64_t *total);

#endif
