/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands in the way and what speaks for a pact, by log-odds against pairs that did sign. Estimated and assumed
 * terms are two lists and stay apart; rules come before both; geography and era are context, for nobody can change
 * them. A supported pair is told what supports it first.
 */
#include "report/assess_table.h"
#include "report/utf8.h"
#include "report/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { AT_RANK = 2, AT_CODE = 5, SIZE = 9, KIND = 11, NARROW = 72 };

/* Where columns begin: as far left as this answer's longest code and name allow. */
typedef struct {
    int size, who, kind, text;
    int longest; /* a longer name gives way to its code */
} columns;

static columns columns_for(const enti_page *page, const ent_assessment *a) {
    const ent_line *const lists[] = {a->obstacles, a->supports};
    const size_t counts[] = {a->obstacles_count, a->supports_count};
    int code = 23, who = 4;
    columns at = {.longest = page->width < NARROW ? 5 : 16};
    for (int l = 0; l < 2; l++)
        for (size_t i = 0; i < counts[l]; i++) {
            char name[ENTI_WORDS];
            int width = (int)strlen(lists[l][i].code), side;
            (void)enti_side_name(name, a, lists[l][i].side, at.longest);
            side = enti_utf8_width(name, strlen(name));
            if (width > code) code = width;
            if (side > who) who = side;
        }
    at.size = AT_CODE + code + 1;
    at.who = at.size + SIZE;
    at.kind = at.who + who + 2;
    at.text = at.kind + KIND;
    return at;
}

/* Codes are identifiers in JSON; people read them with blanks. */
static const char *code_words(char out[64], const char *code) {
    (void)snprintf(out, 64, "%s", code);
    for (char *p = out; *p != 0; p++)
        if (*p == '-') *p = ' ';
    return out;
}

/* "unshared rivals: Ukraine" says again what the code says: what follows the colon is enough. */
static const char *without_code(const char *text, const char *code) {
    size_t size = strlen(code);
    if (strncmp(text, code, size) != 0) return text;
    if (text[size] == 's') size++;
    return text[size] == ':' ? text + size + 1 + strspn(text + size + 1, " ") : text;
}

static void write_line(enti_page *page, const ent_assessment *a, const ent_line *line, size_t rank, const columns *at) {
    char text[ENTI_WORDS], code[64];
    bool wide = page->width >= ENTI_WIDE;
    if (rank > 0) {
        enti_page_to(page, AT_RANK);
        enti_page_put(page, ENTI_PLAIN, enti_words_count(text, (long)rank));
    }
    enti_page_to(page, AT_CODE);
    enti_page_put(page, ENTI_PLAIN, code_words(code, line->code));
    enti_page_to(page, at->size);
    if (line->kind == ENT_LINE_RULE || isnan(line->size))
        enti_page_put(page, ENTI_BAD, "by rule");
    else
        enti_page_put(page, line->size < 0 ? ENTI_BAD : ENTI_GOOD, enti_words_signed(text, line->size));
    enti_page_to(page, at->who);
    enti_page_put(page, ENTI_PLAIN, enti_side_name(text, a, line->side, at->longest));
    enti_page_to(page, at->kind);
    enti_page_put(page, line->kind == ENT_LINE_ASSUMED ? ENTI_OPEN : ENTI_PLAIN, enti_kind_name(line->kind));
    if (!wide) enti_page_end(page);
    enti_page_to(page, wide ? at->text : AT_CODE + 2);
    enti_page_words(page, ENTI_PLAIN, without_code(line->text, code));
    enti_page_end(page);
}

static void write_list(enti_page *page, const ent_assessment *a, const char *title, const ent_line *lines, size_t count,
                       bool explain) {
    columns at = columns_for(page, a);
    size_t rank = 0;
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, title);
    if (count == 0) {
        enti_page_words(page, ENTI_PLAIN, ": none of weight");
        enti_page_end(page);
        return;
    }
    enti_page_to(page, at.size);
    enti_page_put(page, ENTI_FAINT, "size");
    enti_page_to(page, at.who);
    enti_page_put(page, ENTI_FAINT, "who");
    enti_page_to(page, at.kind);
    enti_page_put(page, ENTI_FAINT, "kind");
    enti_page_end(page);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && lines[i].kind == ENT_LINE_ASSUMED && lines[i - 1].kind != ENT_LINE_ASSUMED) {
            enti_page_to(page, AT_CODE);
            enti_page_put(page, ENTI_FAINT, "of assumed weight, in an order of their own:");
            enti_page_end(page);
            rank = 0;
        }
        if (lines[i].kind != ENT_LINE_RULE) rank++;
        write_line(page, a, &lines[i], rank, &at);
        if (explain) enti_write_trace(page, &lines[i], AT_CODE + 4);
    }
}

static void write_context(enti_page *page, const ent_assessment *a, bool explain) {
    char size[ENTI_WORDS];
    if (a->context_count == 0) return;
    enti_page_to(page, AT_RANK);
    enti_page_hang(page, AT_RANK + 2);
    enti_page_print(page, "context, which nobody can change:");
    for (size_t i = 0; i < a->context_count; i++) {
        enti_page_print(page, " %s %s%s", a->context[i].text, enti_words_signed(size, a->context[i].size),
                        i + 1 < a->context_count ? ";" : "");
    }
    enti_page_end(page);
    for (size_t i = 0; explain && i < a->context_count; i++)
        enti_write_evidence(page, a, &a->context[i], AT_CODE + 2);
}

void enti_write_obstacles(enti_page *page, const ent_assessment *a, bool explain) {
    bool supported = strcmp(a->reading, "supported") == 0;
    if (isnan(a->percentile) && a->obstacles_count + a->supports_count == 0) return; /* cannot be judged */
    if (supported) write_list(page, a, "SUPPORTS, strongest first", a->supports, a->supports_count, explain);
    write_list(page, a, "OBSTACLES, strongest first", a->obstacles, a->obstacles_count, explain);
    if (!supported) write_list(page, a, "SUPPORTS, strongest first", a->supports, a->supports_count, explain);
    write_context(page, a, explain);
}
