/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a variable while they are filled: where a record goes, and what several records in one cell make. */
#include "panel/panel.h"

static bool two_buffers(const enti_builder *b, enti_level level) {
    return level == ENTI_OF_SIDE || (level == ENTI_OF_TOWARD && b->frame->unit == ENT_DYAD_YEAR);
}

ent_status enti_target_init(enti_builder *b, enti_target *target, ent_error *err) {
    size_t rows = b->frame->rows, cells = b->frame->states * b->frame->years;
    int buffers = two_buffers(b, target->level) ? 2 : 1;
    if (target->level == ENTI_OF_STATE) {
        target->state = enti_arena_alloc(b->keep, cells + 1, sizeof *target->state);
        if (target->state == NULL) return enti_no_memory(err);
        for (size_t i = 0; i < cells; i++)
            target->state[i] = NAN;
        return ENT_OK;
    }
    for (int k = 0; k < buffers; k++) {
        if (target->counts) {
            target->small[k] = enti_arena_alloc(b->keep, rows + 1, sizeof **target->small);
            if (target->small[k] == NULL) return enti_no_memory(err);
            for (size_t i = 0; i < rows; i++)
                target->small[k][i] = ENTI_NO_COUNT;
        } else {
            target->real[k] = enti_arena_alloc(b->keep, rows + 1, sizeof **target->real);
            if (target->real[k] == NULL) return enti_no_memory(err);
            for (size_t i = 0; i < rows; i++)
                target->real[k][i] = NAN;
        }
    }
    return ENT_OK;
}

static bool replaces(const enti_target *target, double old, double value) {
    if (isnan(old) || target->keep_latest) return true;
    return target->keep_least ? value < old : value > old;
}

static void put_row(enti_target *target, int buffer, long row, double value) {
    if (row < 0 || isnan(value)) return;
    if (target->counts) {
        int16_t *cell = &target->small[buffer][row];
        double old = *cell == ENTI_NO_COUNT ? (double)NAN : (double)*cell;
        if (replaces(target, old, value)) *cell = (int16_t)(value > INT16_MAX ? INT16_MAX : value);
    } else {
        double *cell = &target->real[buffer][row];
        if (replaces(target, *cell, value)) *cell = value;
    }
}

void enti_put_state(enti_builder *b, enti_target *target, int code, int year, double value) {
    int s = enti_frame_state(b->frame, code, year);
    double *cell;
    if (s < 0 || isnan(value)) return;
    cell = &target->state[(size_t)s * b->frame->years + (size_t)(year - b->frame->first)];
    if (replaces(target, *cell, value)) *cell = value;
}

void enti_put_pair(enti_builder *b, enti_target *target, int from, int to, int year, double value) {
    const enti_frame *f = b->frame;
    int i = enti_frame_state(f, from, year), j = enti_frame_state(f, to, year);
    if (i < 0 || j < 0 || i == j) return;
    if (f->unit == ENT_DIRECTED_DYAD_YEAR) {
        put_row(target, 0, enti_frame_row(f, (size_t)i, (size_t)j, year), value);
        if (target->level == ENTI_OF_PAIR) put_row(target, 0, enti_frame_row(f, (size_t)j, (size_t)i, year), value);
    } else if (i < j) {
        put_row(target, 0, enti_frame_row(f, (size_t)i, (size_t)j, year), value);
    } else {
        put_row(target, target->level == ENTI_OF_PAIR ? 0 : 1, enti_frame_row(f, (size_t)j, (size_t)i, year), value);
    }
}

void enti_put_sides(enti_builder *b, enti_target *target, int from, int to, int year, double own, double other) {
    const enti_frame *f = b->frame;
    int i = enti_frame_state(f, from, year), j = enti_frame_state(f, to, year);
    long row;
    if (i < 0 || j < 0 || i == j) return;
    if (f->unit == ENT_DIRECTED_DYAD_YEAR || i < j) {
        row = enti_frame_row(f, (size_t)i, (size_t)j, year);
        put_row(target, 0, row, own);
        put_row(target, 1, row, other);
    }
    if (f->unit == ENT_DIRECTED_DYAD_YEAR || j < i) {
        row = enti_frame_row(f, (size_t)j, (size_t)i, year);
        put_row(target, 0, row, other);
        put_row(target, 1, row, own);
    }
}

static void zero_states(enti_builder *b, enti_target *target, int first, int last) {
    const enti_frame *f = b->frame;
    for (size_t s = 0; s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            int year = f->first + (int)t;
            double *cell = &target->state[s * f->years + t];
            if (year >= first && year <= last && f->code[s * f->years + t] > 0 && isnan(*cell)) *cell = 0;
        }
}

void enti_zero(enti_builder *b, enti_target *target, int first, int last) {
    const enti_frame *f = b->frame;
    if (target->level == ENTI_OF_STATE) {
        zero_states(b, target, first, last);
        return;
    }
    for (size_t row = 0; row < f->rows; row++) {
        size_t t = (size_t)(f->year[row] - f->first);
        if (f->year[row] < first || f->year[row] > last) continue;
        if (f->code[f->a[row] * f->years + t] <= 0 || f->code[f->b[row] * f->years + t] <= 0) continue;
        for (int k = 0; k < 2; k++) {
            if (target->small[k] != NULL && target->small[k][row] == ENTI_NO_COUNT) target->small[k][row] = 0;
            if (target->real[k] != NULL && isnan(target->real[k][row])) target->real[k][row] = 0;
        }
    }
}

void enti_from_import(enti_target *target, const enti_holding *import) {
    target->source = import->title;
    target->version = import->version;
    target->first = import->first;
    target->last = import->last;
}

void enti_from_snapshot(enti_builder *b, enti_target *target, const char *source, int first, int last) {
    target->source = source;
    target->version = ent_world_label(b->world);
    target->first = first;
    target->last = last;
}

ent_status enti_missing_data(const enti_target *target, ent_error *err) {
    const enti_variable *v = target->variable;
    return ent_fail(err, ENT_E_MISSING, "%s:%s needs %s, which the data do not hold; entente data import adds it",
                    v->group, v->id, v->data);
}
