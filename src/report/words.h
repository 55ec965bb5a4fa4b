/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people write them. What is not known is "unknown", never 0 or nan. */
#ifndef ENTI_REPORT_WORDS_H
#define ENTI_REPORT_WORDS_H

#include <entente/world.h>

enum { ENTI_WORDS = 48 };

/* Each fills `out` and returns it. */
const char *enti_words_ordinal(char out[ENTI_WORDS], long rank);        /* 1st; ENT_MISSING: unknown */
const char *enti_words_percentile(char out[ENTI_WORDS], double value);  /* 0 to 100: 49th, 24.6th */
const char *enti_words_probability(char out[ENTI_WORDS], double value); /* 0 to 1: 0.2 %, under 0.1 % */
const char *enti_words_signed(char out[ENTI_WORDS], double value);      /* log-odds: +0.07 */
const char *enti_words_number(char out[ENTI_WORDS], double value);      /* six digits at most */
const char *enti_words_short(char out[ENTI_WORDS], double value);       /* three digits at most */
const char *enti_words_count(char out[ENTI_WORDS], long value);         /* 17,150 */

/* ".csv" for a table of the snapshot, whose rows are lines of data/<table>.csv; "" for an imported one. */
const char *enti_words_suffix(const char *table);

/* The entity's name where it fits into `columns`, else its ISO code, else its number in the COW list. */
const char *enti_words_name(char out[ENTI_WORDS], const ent_entity *entity, int columns);

#endif
