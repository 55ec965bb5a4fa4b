/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year of a few states made by hand, so that a measure can be checked with pencil and paper. */
#ifndef TESTS_TINY_YEAR_H
#define TESTS_TINY_YEAR_H

#include "measures/measures.h"
#include "support/fixture.h"

enum { TINY_MOST = 8 };

typedef struct {
    ent_year year;
    ent_world world;
    enti_member member[TINY_MOST];
    enti_live_treaty treaties[TINY_MOST];
    enti_defence_row defence[TINY_MOST * TINY_MOST];
    size_t rows;
    enti_forum forum;
    enti_live_forum forums[TINY_MOST];
    double distance[TINY_MOST * TINY_MOST];
    uint8_t contiguous[TINY_MOST * TINY_MOST];
} tiny;

/* n states on the equator, one degree apart, each with a share of 0.1, no ties; the form parameters are the defaults. */
static inline tiny *tiny_new(size_t n) {
    tiny *t = calloc(1, sizeof *t);
    assert_non_null(t);
    assert_true(n <= TINY_MOST);
    t->year =
        (ent_year){.world = &t->world,
                   .year = 2000,
                   .form = {.ally_share = 0.5, .contest = 1, .reach_power = 0.5, .proxy_reach = 0.5, .reach_km = 2000},
                   .n = n,
                   .treaties = t->treaties,
                   .defence = t->defence,
                   .forums = t->forums,
                   .distance_km = t->distance,
                   .contiguous = t->contiguous};
    t->forum = (enti_forum){.complete = true, .by_choice = true};
    t->world.forums = &t->forum;
    t->world.forums_count = 1;
    for (size_t i = 0; i < n; i++) {
        t->member[i].lon = (double)i;
        t->year.member[i] = &t->member[i];
        t->year.code[i] = 100 + (int)i;
        t->year.capability[i] = (enti_reading){.value = 0.1, .year = 2000};
        t->year.capability_before[i] = (enti_reading){.value = NAN, .year = 1990};
        t->year.polyarchy[i] = t->year.ideal_point[i] = (enti_reading){.value = NAN, .year = 2000};
    }
    return t;
}

static inline void tiny_free(tiny *t) {
    enti_arena_clear(&t->year.arena);
    free(t);
}

static inline void tiny_both(enti_set *set, size_t i, size_t j) {
    enti_set_add(&set[i], j);
    enti_set_add(&set[j], i);
}

static inline void tiny_rivals(tiny *t, size_t i, size_t j) {
    tiny_both(t->year.rivals, i, j);
}

static inline void tiny_border(tiny *t, size_t i, size_t j) {
    t->contiguous[i * t->year.n + j] = t->contiguous[j * t->year.n + i] = 1;
}

/* A defence treaty of all whose letters are named, such as "ABD". Treaties must be added before the measures. */
static inline void tiny_treaty(tiny *t, const char *who) {
    enti_live_treaty *live = &t->treaties[t->year.treaties_count];
    for (const char *p = who; *p != 0; p++)
        enti_set_add(&live->members, (size_t)(*p - 'A'));
    for (const char *p = who; *p != 0; p++) {
        size_t i = (size_t)(*p - 'A');
        enti_defence_row row = {.treaty = t->year.treaties_count, .state = i, .partners = live->members};
        enti_set_remove(&row.partners, i);
        t->year.pact[ENTI_DEFENCE][i] = enti_set_or(t->year.pact[ENTI_DEFENCE][i], row.partners);
        t->defence[t->rows++] = row;
    }
    t->year.treaties_count++;
}

static inline int tiny_by_state(const void *a, const void *b) {
    const enti_defence_row *x = a, *y = b;
    return x->state != y->state ? (x->state < y->state ? -1 : 1) : (x->treaty < y->treaty ? -1 : x->treaty > y->treaty);
}

static inline void tiny_measure(tiny *t) {
    ent_error err = {.status = ENT_OK};
    if (t->rows > 0) qsort(t->defence, t->rows, sizeof *t->defence, tiny_by_state);
    for (size_t i = 0, r = 0; i <= t->year.n; i++) {
        t->year.defence_first[i] = r;
        while (r < t->rows && t->defence[r].state == i)
            r++;
    }
    must(enti_measure_year(&t->year, &err), &err);
}

/* Every state at (lat, lon) given. */
static inline void tiny_at(tiny *t, size_t i, double lat, double lon) {
    t->member[i].lat = lat;
    t->member[i].lon = lon;
}

/* Doubles, where cmocka compares floats. */
static inline void close_to(double found, double expected) {
    if (!(fabs(found - expected) <= 1e-12)) fail_msg("found %.17g, expected %.17g", found, expected);
}

#endif
