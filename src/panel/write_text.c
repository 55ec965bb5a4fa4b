/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV, TSV, JSON and an aligned table. A state's value is put into text once for all its rows; a dyad's that is that of
 * the row before, as distances are, is copied.
 */
#include "panel/number.h"
#include "panel/write.h"

#include <stdio.h>
#include <string.h>

/* The texts of a series by state and year, made once. */
typedef struct {
    const double *of;
    char (*text)[24]; /* the last byte holds the length; NOT_MADE until it is */
} state_texts;

enum { LENGTH = 23, NOT_MADE = 0xFF };

typedef struct {
    const ent_panel *panel;
    enti_output *out;
    enti_arena arena;
    size_t count;
    state_texts **states; /* by column; NULL for row values */
    double *last;         /* by column: the number put last */
    char (*last_text)[32];
    uint8_t *last_size;
    const char *null; /* what unknown is */
    size_t null_size;
} text_writer;

static ent_status prepare(text_writer *w, const ent_panel *p, enti_output *o, const char *null, ent_error *err) {
    size_t cells = p->frame.states * p->frame.years, n = p->columns_count;
    *w = (text_writer){.panel = p, .out = o, .count = n, .null = null, .null_size = strlen(null)};
    w->states = enti_arena_alloc(&w->arena, n + 1, sizeof *w->states);
    w->last = enti_arena_alloc(&w->arena, n + 1, sizeof *w->last);
    w->last_text = enti_arena_alloc(&w->arena, n + 1, sizeof *w->last_text);
    w->last_size = enti_arena_alloc(&w->arena, n + 1, sizeof *w->last_size);
    if (w->arena.failed) return enti_no_memory(err);
    for (size_t c = 0; c < n; c++) {
        const double *of = p->columns[c].state;
        w->last[c] = NAN;
        if (of == NULL || p->columns[c].about.kind == ENT_COLUMN_TEXT) continue;
        for (size_t k = 0; k < c && w->states[c] == NULL; k++)
            if (w->states[k] != NULL && w->states[k]->of == of) w->states[c] = w->states[k];
        if (w->states[c] != NULL) continue;
        w->states[c] = enti_arena_alloc(&w->arena, 1, sizeof **w->states);
        if (w->states[c] == NULL) return enti_no_memory(err);
        w->states[c]->of = of;
        w->states[c]->text = enti_arena_alloc(&w->arena, cells + 1, sizeof *w->states[c]->text);
        if (w->states[c]->text == NULL) return enti_no_memory(err);
        for (size_t i = 0; i < cells; i++)
            w->states[c]->text[i][LENGTH] = (char)NOT_MADE;
    }
    return ENT_OK;
}

static void put(text_writer *w, const char *text, size_t size) {
    memcpy(enti_output_room(w->out, 32), text, size); /* size is at most 32 */
    w->out->size += size;
}

static void put_state(text_writer *w, size_t c, size_t cell) {
    char *text = w->states[c]->text[cell], number[32];
    unsigned char size = (unsigned char)text[LENGTH];
    if (size == NOT_MADE) {
        double value = w->states[c]->of[cell];
        size_t made = isfinite(value) ? enti_number_put(number, value) : w->null_size;
        if (!isfinite(value)) memcpy(number, w->null, made);
        if (made > LENGTH) { /* no room to keep it */
            put(w, number, made);
            return;
        }
        memcpy(text, number, made);
        size = (unsigned char)made;
        text[LENGTH] = (char)size;
    }
    put(w, text, size);
}

static void put_small(text_writer *w, int value) {
    char *at = enti_output_room(w->out, 32);
    if (value == ENTI_NO_COUNT) {
        put(w, w->null, w->null_size);
    } else if (value >= 0 && value < 10) {
        *at = (char)('0' + value);
        w->out->size++;
    } else {
        w->out->size += enti_integer_put(at, value);
    }
}

static void put_real(text_writer *w, size_t c, double value) {
    if (!isfinite(value)) {
        put(w, w->null, w->null_size);
        return;
    }
    if (value != w->last[c]) {
        w->last[c] = value;
        w->last_size[c] = (uint8_t)enti_number_put(w->last_text[c], value);
    }
    put(w, w->last_text[c], w->last_size[c]);
}

/* A number of a row; texts are put by the caller. */
static void put_number(text_writer *w, size_t c, size_t row) {
    const enti_pcolumn *column = &w->panel->columns[c];
    const enti_frame *f = &w->panel->frame;
    if (column->small != NULL) {
        put_small(w, column->small[row]);
    } else if (column->real != NULL) {
        put_real(w, c, column->real[row]);
    } else if (column->role == ENTI_YEAR) {
        put_small(w, f->year[row]);
    } else {
        size_t s = column->side == 0 ? f->a[row] : f->b[row];
        if (column->role == ENTI_CODE)
            put_small(w, f->number[s]);
        else
            put_state(w, c, s * f->years + (size_t)(f->year[row] - f->first));
    }
}

ent_status enti_write_separated(const ent_panel *p, char separator, enti_output *o, ent_error *err) {
    text_writer w;
    ent_status st = ENT_OK;
    ENT_TRY(prepare(&w, p, o, "", err));
    for (size_t c = 0; c < w.count; c++) {
        if (c > 0) put(&w, &separator, 1);
        enti_output_cell(o, p->columns[c].about.name, separator);
    }
    put(&w, "\n", 1);
    for (size_t row = 0; row < p->frame.rows && o->failure == 0; row++) {
        for (size_t c = 0; c < w.count; c++) {
            if (c > 0) put(&w, &separator, 1);
            if (p->columns[c].about.kind != ENT_COLUMN_TEXT) {
                put_number(&w, c, row);
            } else {
                const char *text = ent_panel_text(p, row, c);
                if (text != NULL) enti_output_cell(o, text, separator);
            }
        }
        put(&w, "\n", 1);
    }
done:
    enti_arena_clear(&w.arena);
    return st;
}

ent_status enti_write_objects(const ent_panel *p, bool lines, enti_output *o, ent_error *err) {
    text_writer w;
    ent_status st = ENT_OK;
    ENT_TRY(prepare(&w, p, o, "null", err));
    if (!lines) put(&w, "[\n", 2);
    for (size_t row = 0; row < p->frame.rows && o->failure == 0; row++) {
        put(&w, "{", 1);
        for (size_t c = 0; c < w.count; c++) {
            if (c > 0) put(&w, ",", 1);
            enti_output_json_text(o, p->columns[c].about.name);
            put(&w, ":", 1);
            if (p->columns[c].about.kind != ENT_COLUMN_TEXT) {
                put_number(&w, c, row);
            } else {
                const char *text = ent_panel_text(p, row, c);
                if (text != NULL)
                    enti_output_json_text(o, text);
                else
                    put(&w, "null", 4);
            }
        }
        put(&w, lines || row + 1 == p->frame.rows ? "}\n" : "},\n", lines || row + 1 == p->frame.rows ? 2 : 3);
    }
    if (!lines) put(&w, "]\n", 2);
done:
    enti_arena_clear(&w.arena);
    return st;
}

/* ---- to read ---- */

/* Text of a cell, at most the width asked for. */
static size_t cell_text(const ent_panel *p, size_t row, size_t c, char out[32]) {
    const char *text = ent_panel_text(p, row, c);
    double value = ent_panel_value(p, row, c);
    if (text != NULL) return (size_t)snprintf(out, 32, "%.31s", text);
    return isfinite(value) ? (size_t)snprintf(out, 32, "%.6g", value) : (size_t)snprintf(out, 32, "-");
}

/* Characters, not bytes. */
static size_t characters(const char *text, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static void pad(enti_output *o, size_t count) {
    for (; count > 0; count--)
        enti_output_put(o, " ", 1);
}

ent_status enti_write_table(const ent_panel *p, enti_output *o, ent_error *err) {
    char cell[32];
    size_t *width = enti_alloc(p->columns_count + 1, sizeof *width);
    if (width == NULL) return enti_no_memory(err);
    for (size_t c = 0; c < p->columns_count; c++) {
        width[c] = strlen(p->columns[c].about.name);
        for (size_t row = 0; row < p->frame.rows; row++) {
            size_t size = characters(cell, cell_text(p, row, c, cell));
            if (size > width[c]) width[c] = size;
        }
    }
    for (size_t line = 0; line <= p->frame.rows && o->failure == 0; line++) {
        for (size_t c = 0; c < p->columns_count; c++) {
            bool text = p->columns[c].about.kind == ENT_COLUMN_TEXT, last = c + 1 == p->columns_count;
            const char *shown = line == 0 ? p->columns[c].about.name : cell;
            size_t size = line == 0 ? strlen(shown) : cell_text(p, line - 1, c, cell), blank;
            blank = width[c] - characters(shown, size);
            if (!text) pad(o, blank);
            enti_output_put(o, shown, size);
            if (text && !last) pad(o, blank);
            if (!last) pad(o, 2);
        }
        enti_output_put(o, "\n", 1);
    }
    ent_free(width);
    return ENT_OK;
}
