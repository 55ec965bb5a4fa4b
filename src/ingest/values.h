/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of fields as numbers and dates. None of these depends on the locale; none allocates. */
#ifndef ENTI_VALUES_H
#define ENTI_VALUES_H

#include "base/base.h"

enum { ENTI_DATE_ROOM = 12 };

/* A whole number, also written 12.0 (statistics programs export so). False for anything else. */
bool enti_value_whole(const char *text, int64_t *out);
/* A finite number with a decimal point. False for anything else. */
bool enti_value_real(const char *text, double *out);

/* ISO text from numbers; ENT_MISSING (or 0) month and day are left out. False for an impossible date. */
bool enti_value_date(int64_t year, int64_t month, int64_t day, char out[ENTI_DATE_ROOM]);
/* ISO text from ISO text, a year, YYYYMM or YYYYMMDD. */
bool enti_value_date_text(const char *text, char out[ENTI_DATE_ROOM]);
/* A number that orders dates of the same precision; years first. */
int64_t enti_value_date_key(const char *iso);

/* Whether `word` is one of those in `list`, parted by blanks; numbers are compared as numbers. */
bool enti_value_listed(const char *list, const char *word);

#endif
