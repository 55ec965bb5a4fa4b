/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of several answers have in common: lists under a label, headed parts, lines of a ledger. */
#include "report/page_parts.h"

#include "report/assess_table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { AT_NARROW = 2 };

void enti_page_texts(enti_page *page, const char *label, const char *const *texts, size_t count, const char *between) {
    enti_text line = {0};
    if (count == 0) return;
    for (size_t i = 0; i < count; i++)
        enti_text_add(&line, "%s%s", i > 0 ? between : "", texts[i]);
    enti_page_put(page, ENTI_HEADING, label);
    enti_page_to(page, ENTI_AT_BODY);
    enti_page_hang(page, ENTI_AT_BODY);
    if (line.failed)
        page->text.failed = true;
    else
        enti_page_words(page, ENTI_PLAIN, line.at);
    enti_page_end(page);
    enti_text_clear(&line);
}

void enti_page_sources(enti_page *page, const char *label, const char *const *sources, size_t sources_count,
                       const char *const *cites, size_t cites_count, bool explain) {
    enti_page_texts(page, "SOURCES", sources, sources_count, ", ");
    enti_page_texts(page, "CITED", cites, cites_count, ", ");
    enti_page_texts(page, "DATA", &label, 1, "");
    enti_page_to(page, ENTI_AT_BODY);
    enti_page_words(page, ENTI_FAINT,
                    explain ? "entente cite for BibTeX"
                            : "entente cite for BibTeX, --explain for every number, --format json "
                              "for the whole answer");
    enti_page_end(page);
}

const char *enti_rule_words(const char *decision_rule) {
    if (*decision_rule == 0) return "a rule not known";
    return strcmp(decision_rule, "mixed") == 0 ? "mixed rules" : decision_rule;
}

static int part_column(const enti_page *page) {
    return page->width >= ENTI_PART_FROM ? ENTI_AT_PART : AT_NARROW;
}

void enti_page_more(enti_page *page) {
    int column = part_column(page);
    if (page->column > 0 && page->column >= column) enti_page_end(page);
    enti_page_to(page, column);
    enti_page_hang(page, column + 2);
}

void enti_page_part(enti_page *page, const char *format, ...) {
    char heading[160];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(heading, sizeof heading, format, args);
    va_end(args);
    enti_page_put(page, ENTI_HEADING, heading);
    if (page->width < ENTI_PART_FROM) enti_page_end(page);
    enti_page_more(page);
}

void enti_page_lines(enti_page *page, const ent_line *lines, size_t count, bool explain) {
    char number[ENTI_WORDS];
    for (size_t i = 0; i < count; i++) {
        const ent_line *line = &lines[i];
        if (i > 0) enti_page_more(page);
        if (line->kind == ENT_LINE_RULE)
            enti_page_print(page, "by rule: %s", line->text);
        else if (!isnan(line->size))
            enti_page_print(page, "%s %s (%s)", enti_words_signed(number, line->size), line->text,
                            enti_kind_name(line->kind));
        else if (!isnan(line->value))
            enti_page_print(page, "%s: %s", line->text, enti_words_short(number, line->value));
        else
            enti_page_print(page, "%s", line->text);
        enti_page_end(page);
        if (explain) enti_write_trace(page, line, part_column(page) + 4);
    }
    if (count == 0) enti_page_end(page);
}
