/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that pages of several answers share. */
#ifndef ENTI_REPORT_PAGE_PARTS_H
#define ENTI_REPORT_PAGE_PARTS_H

#include "report/page.h"
#include "report/words.h"

#include <entente/theory.h>

enum {
    ENTI_AT_BODY = 10,  /* where text after a label such as MISSING begins */
    ENTI_AT_PART = 30,  /* where the text of a part begins on wide paper */
    ENTI_PART_FROM = 90 /* from here on there is room for it beside the heading */
};

/* "LABEL     a; b": nothing for an empty list. */
void enti_page_texts(enti_page *page, const char *label, const char *const *texts, size_t count, const char *between);

/* The keys an answer used, the data it rests on, and where more is said. */
void enti_page_sources(enti_page *page, const char *label, const char *const *sources, size_t sources_count,
                       const char *const *cites, size_t cites_count, bool explain);

/* A heading; what follows begins at ENTI_AT_PART, or on the next line where paper is narrow. */
void enti_page_part(enti_page *page, const char *format, ...) ENT_PRINTF(2, 3);

/* Starts another line of the part, under its text. */
void enti_page_more(enti_page *page);

/* What follows "decides by": a rule of the data in words. */
const char *enti_rule_words(const char *decision_rule);

/* Obstacles or drivers: size, kind, text, one a line. */
void enti_page_lines(enti_page *page, const ent_line *lines, size_t count, bool explain);

#endif
