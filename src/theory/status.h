/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is: both tracks of a pair, the ladder, the category, and the reading against structural support. */
#ifndef ENTI_STATUS_H
#define ENTI_STATUS_H

#include "measures/measures.h"
#include "theory/params.h"

typedef enum {
    ENTI_PRACTICE_NONE,
    ENTI_COOPERATION,
    ENTI_ALIGNMENT,
    ENTI_PARTNERSHIP,
    ENTI_HOSTILE
} enti_practice_rung;

typedef enum {
    ENTI_CATEGORY_HOSTILE,
    ENTI_CATEGORY_NONE,
    ENTI_CATEGORY_COOPERATION,
    ENTI_CATEGORY_ALIGNMENT,
    ENTI_CATEGORY_ALLIANCE,
    ENTI_CATEGORY_PAPER,
    ENTI_CATEGORY_INTEGRATION
} enti_category;

typedef enum {
    ENTI_SUPPORTED,
    ENTI_LEGACY,
    ENTI_READING_PAPER,
    ENTI_BARRED,
    ENTI_UNSIGNED,
    ENTI_NO_BASIS,
    ENTI_READING_UNKNOWN
} enti_reading_word;

typedef struct {
    enti_practice practice;
    enti_practice_rung practice_rung;
    const enti_partnership *title; /* highest in force, or NULL */
    bool titles_coded;             /* the ladder of titles of one side is coded */
    int obligation;                /* highest in force: enti_obligation, or -1 */
    bool obligation_bilateral;     /* held by a treaty of two */
    bool defence, integrated, deep, mutual_rivalry;
    bool recent_war, fatal_dispute; /* against each other within five years; disputes where they were imported */
    bool feature[ENTI_FEATURES];
    int ladder;
    enti_category category;
} enti_status;

/* Hostile is a rung of its own, below none of the others and above none. */
static inline bool enti_practice_reaches(enti_practice_rung rung, enti_practice_rung least) {
    return rung != ENTI_HOSTILE && rung >= least;
}

enti_status enti_status_of(const ent_year *year, const ent_params *params, size_t i, size_t j);

/* Reading of a status at a percentile (0 to 1, NaN when unknown). */
enti_reading_word enti_reading_of(const enti_status *status, const ent_params *params, double percentile);

const char *enti_practice_text(enti_practice_rung rung);
const char *enti_obligation_text(int obligation); /* -1: none */
const char *enti_category_text(enti_category category);
const char *enti_reading_text(enti_reading_word reading);
const char *enti_ladder_text(int ladder);

#endif
