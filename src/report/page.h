/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of text: columns, word wrap with a hanging indent, bars, and colour that nothing depends on. */
#ifndef ENTI_REPORT_PAGE_H
#define ENTI_REPORT_PAGE_H

#include "base/base.h"

#include <entente/report.h>

typedef enum enti_style { ENTI_PLAIN, ENTI_HEADING, ENTI_FAINT, ENTI_GOOD, ENTI_BAD, ENTI_OPEN } enti_style;

typedef struct enti_page {
    enti_text text;
    int width;
    int column;  /* where the next character goes, from 0 */
    int written; /* how far the line is written; blanks up to `column` are still owed */
    int hang;    /* column at which wrapped lines continue; 0: where the words began */
    bool colour, unicode;
    enti_text word; /* begun by enti_page_words, not yet placed: more may be added to it */
    enti_style style;
    bool gap; /* a blank parts it from what stands before */
} enti_page;

void enti_page_start(enti_page *page, const ent_layout *layout);

/* Moves to a column; blanks are written only when text follows. A column already passed gets one blank. */
void enti_page_to(enti_page *page, int column);

/* Text as it is, on this line; control characters are shown as "?". */
void enti_page_put(enti_page *page, enti_style style, const char *text);

/*
 * Words from here on, broken at the right margin and continued at the column where they began or `page->hang`. Several
 * calls make one paragraph: text that does not begin with a blank continues the last word.
 */
void enti_page_words(enti_page *page, enti_style style, const char *text);
void enti_page_print(enti_page *page, const char *format, ...) ENT_PRINTF(2, 3); /* the same, plain, formatted */

/* From here on, wrapped lines continue at this column. */
void enti_page_hang(enti_page *page, int column);

/* Text that ends at the right margin, on the next line when this one is too full. */
void enti_page_right(enti_page *page, enti_style style, const char *text);

void enti_page_end(enti_page *page);   /* ends the line */
void enti_page_blank(enti_page *page); /* an empty line, unless the page is empty or has one already */

/*
 * A bar of `cells` (odd) columns around a zero in the middle: right for positive, left for negative values, full at
 * `full`. Not a number: blanks.
 */
void enti_page_bar(enti_page *page, double value, double full, int cells);

/* Hands over the text (the caller frees it with ent_free) and leaves the page empty. */
ENT_MUST_USE ent_status enti_page_finish(enti_page *page, char **out, size_t *size, ent_error *err);

#endif
