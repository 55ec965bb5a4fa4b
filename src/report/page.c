/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays text out in columns. Blanks are kept back until something follows them, so no line ends in one, and text
 * wraps at words under the place it began. Lists of many columns are laid out by libsmartcols (report/grid.c); here a
 * cell may run on into the free columns to its right.
 */
#include "report/page.h"

#include "report/output.h"
#include "report/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SLIVER = 20 }; /* columns a wrapped paragraph gets at least */

static const char *const codes[] = {
    [ENTI_PLAIN] = "",        [ENTI_HEADING] = "\033[1m", [ENTI_FAINT] = "\033[2m",
    [ENTI_GOOD] = "\033[32m", [ENTI_BAD] = "\033[31m",    [ENTI_OPEN] = "\033[33m",
};

void enti_page_start(enti_page *page, const ent_layout *layout) {
    memset(page, 0, sizeof *page);
    page->width = layout->width < 60 ? 60 : layout->width > 200 ? 200 : layout->width;
    page->colour = layout->colour != 0;
    page->unicode = layout->unicode != 0;
}

static void put_bytes(enti_page *page, enti_style style, const char *text, size_t size) {
    bool styled = page->colour && style != ENTI_PLAIN;
    if (size == 0) return;
    if (page->column > page->written) enti_text_add(&page->text, "%*s", page->column - page->written, "");
    if (styled) enti_text_put(&page->text, codes[style], strlen(codes[style]));
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        enti_text_put(&page->text, c < 0x20 || c == 0x7F ? "?" : text + i, 1);
    }
    if (styled) enti_text_put(&page->text, "\033[0m", 4);
    page->column += enti_utf8_width(text, size);
    page->written = page->column;
}

static void break_line(enti_page *page, int column) {
    enti_text_put(&page->text, "\n", 1);
    page->written = 0;
    page->column = column;
}

/* Places the word begun, on this line or at the hang of the next. */
static void place_word(enti_page *page) {
    enti_text *word = &page->word;
    int width;
    if (word->failed) page->text.failed = true;
    if (word->size == 0) return;
    width = enti_utf8_width(word->at, word->size);
    if (page->column > page->hang && page->column + (page->gap ? 1 : 0) + width > page->width)
        break_line(page, page->hang);
    else if (page->gap && page->column > 0)
        page->column++;
    put_bytes(page, page->style, word->at, word->size);
    word->size = 0;
    page->gap = false;
}

void enti_page_to(enti_page *page, int column) {
    place_word(page);
    page->gap = false;
    page->column = column > page->column || page->column == 0 ? column : page->column + 1;
}

void enti_page_put(enti_page *page, enti_style style, const char *text) {
    place_word(page);
    if (page->gap) page->column++;
    page->gap = false;
    put_bytes(page, style, text, strlen(text));
}

void enti_page_end(enti_page *page) {
    place_word(page);
    page->gap = false;
    break_line(page, 0);
    page->hang = 0;
}

void enti_page_blank(enti_page *page) {
    const enti_text *text = &page->text;
    if (text->size == 0 || (text->size > 1 && text->at[text->size - 1] == '\n' && text->at[text->size - 2] == '\n'))
        return;
    enti_page_end(page);
}

void enti_page_hang(enti_page *page, int column) {
    page->hang = column;
}

void enti_page_words(enti_page *page, enti_style style, const char *text) {
    if (style != page->style) place_word(page);
    page->style = style;
    if (page->hang == 0) page->hang = page->column;
    if (page->hang > page->width - SLIVER) page->hang = page->width - SLIVER;
    for (const char *p = text; *p != 0; p++) {
        /* "5 %" is one word: a line never begins with a percent sign. */
        if (*p != ' ' || (p[1] == '%' && page->word.size > 0)) {
            enti_text_put(&page->word, p, 1);
            continue;
        }
        place_word(page);
        page->gap = true;
    }
}

void enti_page_print(enti_page *page, const char *format, ...) {
    char room[512];
    va_list args;
    int size;

    va_start(args, format);
    size = vsnprintf(room, sizeof room, format, args);
    va_end(args);
    if (size >= (int)sizeof room) {
        char *all = enti_alloc((size_t)size + 1, 1);
        if (all == NULL) {
            page->text.failed = true;
            return;
        }
        va_start(args, format);
        (void)vsnprintf(all, (size_t)size + 1, format, args);
        va_end(args);
        enti_page_words(page, ENTI_PLAIN, all);
        ent_free(all);
    } else if (size > 0) {
        enti_page_words(page, ENTI_PLAIN, room);
    }
}

void enti_page_right(enti_page *page, enti_style style, const char *text) {
    int width = enti_utf8_width(text, strlen(text));
    place_word(page);
    page->gap = false;
    if (page->column + 2 + width > page->width) enti_page_end(page);
    if (page->width > width) page->column = page->width - width;
    enti_page_put(page, style, text);
}

void enti_page_bar(enti_page *page, double value, double full, int cells) {
    int arm = cells / 2, halves, start;
    const char *block = page->unicode ? "\u2588" : "#";
    place_word(page);
    start = page->column;
    if (isnan(value)) {
        enti_page_to(page, start + cells);
        return;
    }
    halves = (int)lround(fabs(value) / full * 2.0 * arm);
    if (halves > 2 * arm) halves = 2 * arm;
    if (!page->unicode) halves = (halves + 1) / 2 * 2; /* ASCII has no half block */
    if (value < 0) {
        page->column = start + arm - (halves + 1) / 2;
        if (halves % 2 != 0) enti_page_put(page, ENTI_BAD, "\u2590");
        for (int i = 0; i < halves / 2; i++)
            enti_page_put(page, ENTI_BAD, block);
    }
    page->column = start + arm;
    enti_page_put(page, ENTI_FAINT, page->unicode ? "\u2502" : "|");
    if (value > 0) {
        for (int i = 0; i < halves / 2; i++)
            enti_page_put(page, ENTI_GOOD, block);
        if (halves % 2 != 0) enti_page_put(page, ENTI_GOOD, "\u258C");
    }
    page->column = start + cells;
}

ent_status enti_page_finish(enti_page *page, char **out, size_t *size, ent_error *err) {
    place_word(page);
    enti_text_clear(&page->word);
    return enti_text_finish(&page->text, out, size, err);
}
