/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows follow membership by the day: a state counts in a year if it was in the system on any day of it; a dyad counts
 * if its two members were in on the same day of it (after the COW convention; unification years show the difference).
 */
#include "panel/frame.h"

#include <stdlib.h>
#include <string.h>

static bool in_system(const enti_member *m, ent_system system) {
    return m->system == (system == ENT_SYSTEM_COW ? ENTI_COW : ENTI_GW);
}

void enti_system_years(const ent_world *world, ent_system system, int *first, int *last) {
    *first = INT32_MAX;
    *last = INT32_MIN;
    for (size_t i = 0; i < world->members_count; i++) {
        const enti_member *m = &world->members[i];
        int from, to;
        if (!in_system(m, system)) continue;
        from = enti_day_year(m->span.first);
        to = m->span.last == INT32_MAX ? INT32_MAX : enti_day_year(m->span.last);
        if (from < *first) *first = from;
        if (to > *last) *last = to;
    }
}

/* ---- states ---- */

static bool wanted(const ent_world *world, const enti_member *m, const ent_panel_options *o) {
    int code = world->entities[m->who].code;
    if (!in_system(m, o->system) || m->number == ENT_MISSING) return false;
    return o->only[0] == ENT_MISSING || code == o->only[0] || code == o->only[1];
}

static int by_number(const void *a, const void *b) {
    const int *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static ent_status list_numbers(enti_frame *f, enti_arena *arena, const ent_world *world, const ent_panel_options *o,
                               ent_error *err) {
    size_t count = 0;
    f->number = enti_arena_alloc(arena, world->members_count + 1, sizeof *f->number);
    if (f->number == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < world->members_count; i++)
        if (wanted(world, &world->members[i], o) && enti_span_in(&world->members[i].span, f->first, f->last))
            f->number[count++] = world->members[i].number;
    qsort(f->number, count, sizeof *f->number, by_number);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || f->number[i] != f->number[i - 1]) f->number[f->states++] = f->number[i];
    return ENT_OK;
}

/* The COW code of a state year by year; of two spells in a year the later one counts. */
static void fill_codes(enti_frame *f, const ent_world *world, const ent_panel_options *o) {
    for (size_t i = 0; i < world->members_count; i++) {
        const enti_member *m = &world->members[i];
        const int *at;
        size_t s;
        int code = world->entities[m->who].code;
        if (!wanted(world, m, o)) continue;
        at = bsearch(&m->number, f->number, f->states, sizeof *f->number, by_number);
        if (at == NULL) continue;
        s = (size_t)(at - f->number);
        for (size_t t = 0; t < f->years; t++)
            if (enti_span_in(&m->span, f->first + (int)t, f->first + (int)t))
                f->code[s * f->years + t] = code < ENTI_CODES ? code : 0;
    }
    for (size_t s = 0; s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            int32_t code = f->code[s * f->years + t];
            if (code > 0) f->by_code[t * ENTI_CODES + (size_t)code] = (int16_t)s;
        }
}

ent_status enti_frame_states(enti_frame *f, enti_arena *arena, const ent_world *world, const ent_panel_options *o,
                             int first, int last, ent_error *err) {
    ent_status st = ENT_OK;
    f->unit = o->unit;
    f->first = first;
    f->last = last;
    f->years = (size_t)(last - first + 1);
    ENT_TRY(list_numbers(f, arena, world, o, err));
    f->code = enti_arena_alloc(arena, f->states * f->years + 1, sizeof *f->code);
    f->by_code = enti_arena_alloc(arena, f->years * ENTI_CODES, sizeof *f->by_code);
    if (f->code == NULL || f->by_code == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < f->states * f->years; i++)
        f->code[i] = -1;
    for (size_t i = 0; i < f->years * ENTI_CODES; i++)
        f->by_code[i] = -1;
    fill_codes(f, world, o);
done:
    return st;
}

/* ---- rows ---- */

/* The spells of each state, in one list. */
typedef struct {
    size_t *start; /* [states + 1] */
    enti_span *spans;
} spell_list;

static ent_status list_spells(const enti_frame *f, enti_arena *scratch, const ent_world *world,
                              const ent_panel_options *o, spell_list *list, ent_error *err) {
    list->start = enti_arena_alloc(scratch, f->states + 2, sizeof *list->start);
    list->spans = enti_arena_alloc(scratch, world->members_count + 1, sizeof *list->spans);
    if (list->start == NULL || list->spans == NULL) return enti_no_memory(err);
    for (size_t s = 0, n = 0; s < f->states; s++) {
        list->start[s] = n;
        for (size_t i = 0; i < world->members_count; i++)
            if (wanted(world, &world->members[i], o) && world->members[i].number == f->number[s])
                list->spans[n++] = world->members[i].span;
        list->start[s + 1] = n;
    }
    return ENT_OK;
}

static bool whole_year(const spell_list *list, size_t s, int32_t first, int32_t last) {
    for (size_t i = list->start[s]; i < list->start[s + 1]; i++)
        if (list->spans[i].first <= first && list->spans[i].last >= last) return true;
    return false;
}

/* Whether the two were members on the same day between `first` and `last`. */
static bool overlap(const spell_list *list, size_t a, size_t b, int32_t first, int32_t last) {
    for (size_t i = list->start[a]; i < list->start[a + 1]; i++)
        for (size_t j = list->start[b]; j < list->start[b + 1]; j++) {
            int32_t from = list->spans[i].first, to = list->spans[i].last;
            if (list->spans[j].first > from) from = list->spans[j].first;
            if (list->spans[j].last < to) to = list->spans[j].last;
            if (from < first) from = first;
            if (to > last) to = last;
            if (from <= to) return true;
        }
    return false;
}

/* 0 no member, 1 member on some days, 2 all year: most pairs need no look at dates. */
static ent_status fill_presence(const enti_frame *f, enti_arena *scratch, const spell_list *list, uint8_t **out,
                                ent_error *err) {
    *out = enti_arena_alloc(scratch, f->states * f->years + 1, 1);
    if (*out == NULL) return enti_no_memory(err);
    for (size_t s = 0; s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            int year = f->first + (int)t;
            if (f->code[s * f->years + t] < 0) continue;
            (*out)[s * f->years + t] = whole_year(list, s, enti_day(year, 1, 1), enti_day(year, 12, 31)) ? 2 : 1;
        }
    return ENT_OK;
}

static bool pair_exists(const enti_frame *f, const spell_list *list, const uint8_t *presence, size_t a, size_t b,
                        size_t t) {
    unsigned x = presence[a * f->years + t], y = presence[b * f->years + t];
    int year = f->first + (int)t;
    if (x == 0 || y == 0) return false;
    return x + y > 2 || overlap(list, a, b, enti_day(year, 1, 1), enti_day(year, 12, 31));
}

static ent_status alloc_rows(enti_frame *f, enti_arena *arena, size_t rows, bool dyads, ent_error *err) {
    f->a = enti_arena_alloc(arena, rows + 1, sizeof *f->a);
    f->year = enti_arena_alloc(arena, rows + 1, sizeof *f->year);
    if (dyads) f->b = enti_arena_alloc(arena, rows + 1, sizeof *f->b);
    return f->a == NULL || f->year == NULL || (dyads && f->b == NULL) ? enti_no_memory(err) : ENT_OK;
}

static ent_status state_rows(enti_frame *f, enti_arena *arena, ent_error *err) {
    ent_status st = alloc_rows(f, arena, f->states * f->years, false, err);
    for (size_t s = 0; st == ENT_OK && s < f->states; s++)
        for (size_t t = 0; t < f->years; t++) {
            if (f->code[s * f->years + t] < 0) continue;
            f->a[f->rows] = (uint16_t)s;
            f->year[f->rows++] = (int16_t)(f->first + (int)t);
        }
    return st;
}

/* Most runs a pair of states can have: one for each pair of spells of its members. */
static size_t most_runs(const enti_frame *f, const spell_list *list) {
    size_t most = 0;
    for (size_t a = 0; a < f->states; a++)
        for (size_t b = 0; b < f->states; b++)
            most += (list->start[a + 1] - list->start[a]) * (list->start[b + 1] - list->start[b]);
    return most;
}

/* Runs of every pair in the order of rows; counts the rows. */
static ent_status list_runs(enti_frame *f, enti_arena *arena, const spell_list *list, const uint8_t *presence,
                            ent_error *err) {
    size_t count = 0;
    f->pair_run = enti_arena_alloc(arena, f->states * f->states + 2, sizeof *f->pair_run);
    f->runs = enti_arena_alloc(arena, most_runs(f, list) + 1, sizeof *f->runs);
    if (f->pair_run == NULL || f->runs == NULL) return enti_no_memory(err);
    for (size_t a = 0; a < f->states; a++)
        for (size_t b = 0; b < f->states; b++) {
            bool rows = a != b && (f->unit == ENT_DIRECTED_DYAD_YEAR || a < b), running = false;
            f->pair_run[a * f->states + b] = (uint32_t)count;
            for (size_t t = 0; rows && t < f->years; t++) {
                int16_t year = (int16_t)(f->first + (int)t);
                bool there = pair_exists(f, list, presence, a, b, t);
                if (there && !running) f->runs[count++] = (enti_run){year, year, (uint32_t)f->rows};
                if (there) {
                    f->runs[count - 1].last = year;
                    f->rows++;
                }
                running = there;
            }
        }
    f->pair_run[f->states * f->states] = (uint32_t)count;
    return ENT_OK;
}

static ent_status dyad_rows(enti_frame *f, enti_arena *arena, const spell_list *list, const uint8_t *presence,
                            ent_error *err) {
    ent_status st = ENT_OK;
    ENT_TRY(list_runs(f, arena, list, presence, err));
    ENT_TRY(alloc_rows(f, arena, f->rows, true, err));
    for (size_t pair = 0; pair < f->states * f->states; pair++)
        for (uint32_t r = f->pair_run[pair]; r < f->pair_run[pair + 1]; r++)
            for (int year = f->runs[r].first; year <= f->runs[r].last; year++) {
                size_t row = f->runs[r].row + (size_t)(year - f->runs[r].first);
                f->a[row] = (uint16_t)(pair / f->states);
                f->b[row] = (uint16_t)(pair % f->states);
                f->year[row] = (int16_t)year;
            }
done:
    return st;
}

ent_status enti_frame_rows(enti_frame *f, enti_arena *arena, const ent_world *world, const ent_panel_options *o,
                           ent_error *err) {
    ent_status st = ENT_OK;
    enti_arena scratch = {0};
    spell_list list = {0};
    uint8_t *presence = NULL;

    if (o->unit == ENT_STATE_YEAR) return state_rows(f, arena, err);
    ENT_TRY(list_spells(f, &scratch, world, o, &list, err));
    ENT_TRY(fill_presence(f, &scratch, &list, &presence, err));
    ENT_TRY(dyad_rows(f, arena, &list, presence, err));
done:
    enti_arena_clear(&scratch);
    return st;
}
