/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the fields of a delimited record begin and end. */
#ifndef ENTI_RECORDS_SCAN_H
#define ENTI_RECORDS_SCAN_H

#include "base/base.h"

enum { ENTI_SCAN_SLACK = 72 /* bytes behind the end that are looked at: a line end, then zeros */ };

/* A field, counted from the start of its record, without outer quotes. */
typedef struct enti_span {
    uint32_t start, end; /* the end with ENTI_DOUBLED when quotes stand twice in it */
} enti_span;

#define ENTI_DOUBLED (UINT32_C(1) << 31)

typedef struct enti_scan {
    char delimiter;    /* to be set once */
    bool keep_blanks;  /* likewise: blanks beside quotes are text */
    const char *block; /* 64 bytes looked at, and one bit for each that ends a field */
    uint64_t ends;
    bool moved; /* these are not known */

    enti_span *spans; /* of the record; freed by the owner with ent_free */
    size_t fields, room;
    size_t size;   /* of the record, with its line end */
    bool quoted;   /* it has a quoted field */
    bool after_cr; /* it ends with CR: an LF that follows belongs to it */
} enti_scan;

/* To be called whenever the bytes ahead moved or became more. */
void enti_scan_moved(enti_scan *scan);

/* Finds the fields of the record at `at` without changing anything. *whole is false when the record may go on behind
 * `end`, where slack follows; with `ended` nothing does. Errors name the file and the line. */
ENT_MUST_USE ent_status enti_scan_record(enti_scan *scan, const char *at, const char *end, bool ended, bool *whole,
                                         const char *name, long line, ent_error *err);
/* Line ends inside the quotes of the record just scanned. */
long enti_scan_inner_lines(const enti_scan *scan, const char *record);
/* Which of comma, semicolon and tab the line at `at` has most of outside of quotes; 0 when it may go on behind `end`. */
char enti_scan_delimiter(const char *at, const char *end, bool ended);

#endif
