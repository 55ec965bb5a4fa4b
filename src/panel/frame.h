/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a panel: which states, dyads or leaders exist in which year, and where each is found. */
#ifndef ENTI_PANEL_FRAME_H
#define ENTI_PANEL_FRAME_H

#include "base/base.h"
#include "world/world.h"

#include <entente/panel.h>
#include <math.h>

enum { ENTI_CODES = 1000, ENTI_NO_ROW = -1 };

/* Years without a gap in which a pair has rows. */
typedef struct {
    int16_t first, last;
    uint32_t row;
} enti_run;

typedef struct {
    int16_t state;
    int16_t year;
    const char *leader, *entered, *left;
    int16_t days;
} enti_leader_row;

typedef struct {
    ent_unit unit;
    int first, last; /* calendar years of the window */
    size_t years, states;
    int *number;      /* code in the system of states, ascending */
    int32_t *code;    /* [state * years + t] COW code in that year; 0 member without one, -1 no member */
    int16_t *by_code; /* [t * ENTI_CODES + code] state, or -1 */
    size_t rows;
    uint16_t *a, *b; /* state of each row; b is NULL but for dyads */
    int16_t *year;
    uint32_t *pair_run; /* [a * states + b] first run of the pair; one more at the end */
    enti_run *runs;
    enti_leader_row *leaders; /* by row, for leader-years */
} enti_frame;

/* Members of the system in the years of the window; `only` restricts them to COW codes. */
ENT_MUST_USE ent_status enti_frame_states(enti_frame *frame, enti_arena *arena, const ent_world *world,
                                          const ent_panel_options *options, int first, int last, ent_error *err);
/* The rows of state-years and dyad-years. Two states make a dyad in a year when they were members on the same day. */
ENT_MUST_USE ent_status enti_frame_rows(enti_frame *frame, enti_arena *arena, const ent_world *world,
                                        const ent_panel_options *options, ent_error *err);
/* First and last year in which the system has members by dates. */
void enti_system_years(const ent_world *world, ent_system system, int *first, int *last);

/* State with this COW code in a year, or -1. */
static inline int enti_frame_state(const enti_frame *f, int code, int year) {
    if (code <= 0 || code >= ENTI_CODES || year < f->first || year > f->last) return -1;
    return f->by_code[(size_t)(year - f->first) * ENTI_CODES + (size_t)code];
}

/* The calendar year of a day. */
int enti_day_year(int32_t day);

/* Row of a pair of states in a year, or ENTI_NO_ROW. */
static inline long enti_frame_row(const enti_frame *f, size_t a, size_t b, int year) {
    size_t pair = a * f->states + b;
    for (uint32_t r = f->pair_run[pair]; r < f->pair_run[pair + 1]; r++)
        if (year <= f->runs[r].last)
            return year >= f->runs[r].first ? (long)f->runs[r].row + year - f->runs[r].first : ENTI_NO_ROW;
    return ENTI_NO_ROW;
}

#endif
