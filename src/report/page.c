/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lays text out in columns. Blanks are kept back until something follows them, so no line ends in one, and text
 * wraps at words under the place it began. Not libsmartcols: it measures names by the caller's locale (in the C locale
 * an accent comes out as \xNN), and a cell cannot run on into the free columns to its right.
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

void enti_page_to(enti_page *page, int column) {
    page->column = column > page->column || page->column == 0 ? column : page->column + 1;
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

void enti_page_put(enti_page *page, enti_style style, const char *text) {
    put_bytes(page, style, text, strlen(text));
}

static void break_line(enti_page *page, int column) {
    enti_text_put(&page->text, "\n", 1);
    page->written = 0;
    page->column = column;
}

void enti_page_end(enti_page *page) {
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

/* Bytes up to the next place where a line may break: a blank, but not one before a percent sign. */
static size_t word_size(const char *text) {
    size_t size = strcspn(text, " ");
    while (text[size] == ' ' && text[size + 1] == '%')
        size += 2 + strcspn(text + size + 2, " ");
    return size;
}

void enti_page_words(enti_page *page, enti_style style, const char *text) {
    int hang = page->hang > 0 ? page->hang : page->column;
    bool glued = *text != ' ';                               /* continues what was put before; later words never do */
    bool open = *text != 0 && text[strlen(text) - 1] == ' '; /* what follows is parted from it */
    if (hang > page->width - SLIVER) hang = page->width - SLIVER;
    page->hang = hang;
    for (text += strspn(text, " "); *text != 0; text += strspn(text, " ")) {
        size_t size = word_size(text);
        int width = enti_utf8_width(text, size);
        if (page->column > hang && page->column + (glued ? 0 : 1) + width > page->width)
            break_line(page, hang);
        else if (!glued && page->column > 0)
            page->column++;
        put_bytes(page, style, text, size);
        text += size;
        glued = false;
    }
    if (open) page->column++;
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
    if (page->column + 2 + width > page->width) enti_page_end(page);
    if (page->width > width) page->column = page->width - width;
    enti_page_put(page, style, text);
}

void enti_page_bar(enti_page *page, double value, double full, int cells) {
    int arm = cells / 2, halves, start = page->column;
    const char *block = page->unicode ? "\u2588" : "#";
    if (isnan(value)) {
        enti_page_to(page, page->column + cells);
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
    return enti_text_finish(&page->text, out, size, err);
}
