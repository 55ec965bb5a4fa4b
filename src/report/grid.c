/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables with many columns by libsmartcols, which finds their widths. It measures text by the locale of the thread, so
 * a UTF-8 one is set around it: the answer must not depend on where the caller lives. Words are wrapped here, for it
 * would break them.
 */
#include "report/grid.h"

#include "report/utf8.h"

#include <libsmartcols.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BETWEEN = 2, SLIVER = 20 };

/* The next place, or NULL when memory ran out. */
static const char **next_cell(enti_grid *grid) {
    if (grid->count == grid->room) {
        size_t room = grid->room > 0 ? 2 * grid->room : 64;
        const char **cells = enti_realloc(grid->cells, room, sizeof *cells);
        if (cells == NULL) return NULL;
        grid->cells = cells;
        grid->room = room;
    }
    return &grid->cells[grid->count];
}

void enti_grid_cell(enti_grid *grid, const char *format, ...) {
    va_list args, again;
    const char **cell = next_cell(grid);
    char *text;
    int size;
    va_start(args, format);
    va_copy(again, args);
    size = vsnprintf(NULL, 0, format, args);
    text = size < 0 || cell == NULL ? NULL : enti_arena_alloc(&grid->arena, (size_t)size + 1, 1);
    if (text != NULL) {
        (void)vsnprintf(text, (size_t)size + 1, format, again);
        *cell = text;
        grid->count++;
    } else {
        grid->failed = true;
    }
    va_end(again);
    va_end(args);
}

static int natural_width(const enti_grid *grid, size_t column) {
    int widest = enti_utf8_width(grid->columns[column].title, strlen(grid->columns[column].title));
    for (size_t c = column; c < grid->count; c += grid->width) {
        int width = enti_utf8_width(grid->cells[c], strlen(grid->cells[c]));
        if (width > widest) widest = width;
    }
    return widest;
}

/* The text with line ends where words no longer fit. */
static char *wrapped(enti_grid *grid, const char *text, int room) {
    char *copy = enti_arena_strdup(&grid->arena, text), *line = copy;
    while (copy != NULL && enti_utf8_width(line, strlen(line)) > room) {
        char *cut = NULL;
        for (char *p = line; *p != 0; p++) {
            if (*p != ' ' || p[1] == '%') continue;
            if (cut != NULL && enti_utf8_width(line, (size_t)(p - line)) > room) break;
            cut = p;
        }
        if (cut == NULL) break; /* one word wider than the room */
        *cut = '\n';
        line = cut + 1;
    }
    return copy;
}

/* What is left for the last column when columns from beyond `limit` are hidden. */
static int room_beside(const enti_grid *grid, int width, int limit) {
    for (size_t c = 0; c + 1 < grid->width; c++)
        if (grid->columns[c].from <= limit) width -= natural_width(grid, c) + BETWEEN;
    return width;
}

/* Hides columns, those for the widest paper first, until the last one has room. */
static int limit_for(const enti_grid *grid, const enti_page *page, int indent) {
    int limit = page->width;
    while (room_beside(grid, page->width - indent, limit) < SLIVER) {
        int next = 0;
        for (size_t c = 0; c < grid->width; c++)
            if (grid->columns[c].from <= limit && grid->columns[c].from > next) next = grid->columns[c].from;
        if (next == 0) break;
        limit = next - 1;
    }
    return limit;
}

/* libsmartcols reports nothing but failure, and the only one that can happen here is memory. */
static struct libscols_table *new_table(const enti_grid *grid, int width, int limit) {
    struct libscols_table *table = scols_new_table();
    bool fits = table != NULL && scols_table_set_column_separator(table, "  ") == 0 &&
                scols_table_set_termforce(table, SCOLS_TERMFORCE_ALWAYS) == 0 &&
                scols_table_set_termwidth(table, (size_t)width) == 0;
    for (size_t c = 0; fits && c < grid->width; c++) {
        struct libscols_column *column;
        if (grid->columns[c].from > limit) continue;
        column = scols_table_new_column(table, grid->columns[c].title, 0, grid->columns[c].right ? SCOLS_FL_RIGHT : 0);
        fits = column != NULL;
        if (fits && c + 1 == grid->width)
            fits = scols_column_set_flags(column, SCOLS_FL_WRAP) == 0 &&
                   scols_column_set_safechars(column, "\n") == 0 &&
                   scols_column_set_wrapfunc(column, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL) == 0;
    }
    if (fits) return table;
    scols_unref_table(table);
    return NULL;
}

static bool fill_table(enti_grid *grid, struct libscols_table *table, int width, int limit) {
    int room = room_beside(grid, width, limit);
    if (room < SLIVER) room = SLIVER;
    for (size_t row = 0; row + grid->width <= grid->count; row += grid->width) {
        struct libscols_line *line = scols_table_new_line(table, NULL);
        size_t shown = 0;
        if (line == NULL) return false;
        for (size_t c = 0; c < grid->width; c++) {
            const char *text = grid->cells[row + c];
            if (grid->columns[c].from > limit) continue;
            if (c + 1 == grid->width) text = wrapped(grid, text, room);
            if (text == NULL || scols_line_set_data(line, shown++, text) != 0) return false;
        }
    }
    return true;
}

static char *print_table(struct libscols_table *table) {
    char *text = NULL;
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), before = (locale_t)0;
    if (utf8 != (locale_t)0) before = uselocale(utf8);
    if (scols_print_table_to_string(table, &text) != 0) text = NULL;
    if (utf8 != (locale_t)0) {
        (void)uselocale(before);
        freelocale(utf8);
    }
    return text;
}

static void put_lines(enti_page *page, char *text, int indent) {
    bool title = true;
    for (char *line = text, *next; *line != 0; line = next) {
        size_t size = strcspn(line, "\n");
        next = line + size + (line[size] != 0);
        while (size > 0 && line[size - 1] == ' ')
            size--;
        line[size] = 0;
        enti_page_to(page, indent);
        enti_page_put(page, title ? ENTI_FAINT : ENTI_PLAIN, line);
        enti_page_end(page);
        title = false;
    }
}

void enti_grid_write(enti_grid *grid, enti_page *page, int indent) {
    int limit = limit_for(grid, page, indent), width = page->width - indent;
    struct libscols_table *table = grid->failed ? NULL : new_table(grid, width, limit);
    char *text = NULL;
    if (table != NULL && fill_table(grid, table, width, limit)) text = print_table(table);
    if (text != NULL)
        put_lines(page, text, indent);
    else
        page->text.failed = true;
    free(text);
    scols_unref_table(table);
    enti_arena_clear(&grid->arena);
    ent_free(grid->cells);
    grid->cells = NULL;
    grid->count = grid->room = 0;
}
