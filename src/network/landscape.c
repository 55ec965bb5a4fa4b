/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Axelrod and Bennett's landscape (1993). Up to 24 states every division is looked at in the order of a Gray code, in
 * which neighbours differ by one state: what each state's change of camp would cost is then kept up to date by one
 * row of w a step. The sums are made anew every 1,024 steps, so that rounding cannot pile up. For each division the
 * steepest change is noted in one byte; basins follow by walking those notes.
 * Above 24 states: steepest descents from random divisions of Philox streams, the same for the same seed.
 */
#include "network/landscape.h"

#include "base/base.h"
#include "base/random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = 8, ROW = 24, FRESH = 1024, AT_MINIMUM = 255 };

double enti_landscape_tie(const double *w, size_t n) {
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        double sum = 0;
        for (size_t j = 0; j < n; j++)
            sum += fabs(w[i * n + j]);
        most = fmax(most, sum);
    }
    return 1e-12 * most;
}

static double sign_of(const enti_division *against, size_t i) {
    return enti_set_has(against, i) ? -1 : 1;
}

double enti_landscape_energy(const double *w, size_t n, const enti_division *against) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            if (enti_set_has(against, i) != enti_set_has(against, j)) sum += w[i * n + j];
    return 2 * sum;
}

void enti_landscape_changes(const double *w, size_t n, const enti_division *against, double *change) {
    for (size_t i = 0; i < n; i++) {
        double held = 0;
        for (size_t j = 0; j < n; j++)
            held += w[i * n + j] * sign_of(against, j);
        change[i] = 2 * sign_of(against, i) * held;
    }
}

size_t enti_landscape_steepest(const double *change, size_t n, double tie) {
    double least = 0;
    for (size_t i = 0; i < n; i++)
        least = change[i] < least ? change[i] : least;
    if (least >= -tie) return SIZE_MAX;
    for (size_t i = 0; i < n; i++)
        if (change[i] <= least + tie) return i;
    return SIZE_MAX;
}

void enti_landscape_flip(enti_division *against, size_t n, size_t i) {
    if (i > 0) {
        if (enti_set_has(against, i))
            enti_set_remove(against, i);
        else
            enti_set_add(against, i);
        return;
    }
    for (size_t k = 1; k < n; k++)
        enti_landscape_flip(against, n, k);
}

/* ---- the list of minima ---- */

static int by_energy(const void *a, const void *b) {
    const enti_minimum *x = a, *y = b;
    if (x->energy != y->energy) return x->energy < y->energy ? -1 : 1;
    for (int k = 0; k < ENTI_WORDS; k++)
        if (x->against.word[k] != y->against.word[k]) return x->against.word[k] < y->against.word[k] ? -1 : 1;
    return 0;
}

void enti_minima_sort(enti_minima *minima) {
    if (minima->count > 1) qsort(minima->at, minima->count, sizeof *minima->at, by_energy);
}

static ent_status add_minimum(enti_minima *list, enti_minimum minimum, ent_error *err) {
    if (list->count == ENTI_LANDSCAPE_MOST)
        return ent_fail(err, ENT_E_RANGE,
                        "more than %d divisions are minima: too many states have nothing that moves them; "
                        "leave out those without propensities",
                        ENTI_LANDSCAPE_MOST);
    if (list->count == list->room) {
        size_t room = list->room > 0 ? 2 * list->room : 16;
        enti_minimum *at = enti_realloc(list->at, room, sizeof *at);
        if (at == NULL) return enti_no_memory(err);
        list->at = at;
        list->room = room;
    }
    list->at[list->count++] = minimum;
    return ENT_OK;
}

/* ---- every division ---- */

/* Division g: bit k - 1 is set when state k stands against state 0. */
typedef struct {
    const double *w;
    size_t n;
    double tie;
    double row[ROW][ROW]; /* 2 w, padded with zeros */
    double sign[ROW];     /* 1 with state 0, -1 against */
    double held[ROW];     /* sum over j of 2 w_ij sign_j */
    uint8_t *flip;        /* the steepest change of each division */
    uint16_t *label;      /* the minimum in which it ends */
} enumeration;

static enti_division division_of(uint32_t g) {
    return (enti_division){{(uint64_t)g << 1}};
}

static void make_fresh(enumeration *e, uint32_t g) {
    for (size_t i = 0; i < ROW; i++)
        e->sign[i] = i == 0 || i >= e->n || !((g >> (i - 1)) & 1) ? 1 : -1;
    for (size_t i = 0; i < ROW; i++) {
        e->held[i] = 0;
        for (size_t j = 0; j < ROW; j++)
            e->held[i] += e->row[i][j] * e->sign[j];
    }
}

/* The steepest change where the sums stand, or AT_MINIMUM. Lanes let the compiler take several states at a time. */
static uint8_t steepest(const enumeration *e) {
    double change[ROW], least[LANES] = {0}, bar;
    for (size_t i = 0; i < ROW; i++)
        change[i] = e->sign[i] * e->held[i];
    for (size_t i = 0; i < ROW; i += LANES)
        for (size_t l = 0; l < LANES; l++)
            least[l] = change[i + l] < least[l] ? change[i + l] : least[l];
    for (size_t l = 1; l < LANES; l++)
        least[0] = least[l] < least[0] ? least[l] : least[0];
    if (least[0] >= -e->tie) return AT_MINIMUM;
    bar = least[0] + e->tie;
    for (uint8_t i = 0;; i++)
        if (change[i] <= bar) return i;
}

static void note_flips(enumeration *e) {
    uint32_t divisions = UINT32_C(1) << (e->n - 1);
    for (uint32_t t = 0; t < divisions; t++) {
        uint32_t g = t ^ (t >> 1);
        if (t % FRESH == 0) {
            make_fresh(e, g);
        } else {
            size_t k = (size_t)__builtin_ctz(t) + 1;
            double twice = 2 * e->sign[k];
            e->sign[k] = -e->sign[k];
            for (size_t i = 0; i < ROW; i++)
                e->held[i] -= twice * e->row[k][i];
        }
        e->flip[g] = steepest(e);
    }
}

static uint32_t step_from(const enumeration *e, uint32_t g) {
    uint32_t all = (UINT32_C(1) << (e->n - 1)) - 1;
    return e->flip[g] == 0 ? g ^ all : g ^ (UINT32_C(1) << (e->flip[g] - 1));
}

/* Labels are numbers of minima plus 1; 0 is not known yet. Each division is walked down once and labelled on a second
 * walk, so the whole costs about two steps a division. */
static void label_basins(enumeration *e, enti_minima *minima) {
    uint32_t divisions = UINT32_C(1) << (e->n - 1);
    for (uint32_t g = 0; g < divisions; g++) {
        uint32_t at = g;
        uint16_t label;
        while (e->label[at] == 0)
            at = step_from(e, at);
        label = e->label[at];
        minima->at[label - 1].basin++;
        for (at = g; e->label[at] == 0; at = step_from(e, at))
            e->label[at] = label;
    }
}

static ent_status find_minima(enumeration *e, enti_minima *out, ent_error *err) {
    ent_status st = ENT_OK;
    uint32_t divisions = UINT32_C(1) << (e->n - 1);
    for (uint32_t g = 0; g < divisions; g++) {
        enti_minimum found = {.against = division_of(g)};
        if (e->flip[g] != AT_MINIMUM) continue;
        found.energy = enti_landscape_energy(e->w, e->n, &found.against);
        ENT_TRY(add_minimum(out, found, err));
        e->label[g] = (uint16_t)out->count;
    }
done:
    return st;
}

ent_status enti_landscape_exact(const double *w, size_t n, enti_minima *out, ent_error *err) {
    ent_status st = ENT_OK;
    size_t divisions = (size_t)1 << (n - 1);
    enumeration *e = enti_alloc(1, sizeof *e);
    if (e == NULL) return enti_no_memory(err);
    e->w = w;
    e->n = n;
    e->tie = enti_landscape_tie(w, n);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            e->row[i][j] = 2 * w[i * n + j];
    e->flip = enti_alloc(divisions, sizeof *e->flip);
    e->label = enti_alloc(divisions, sizeof *e->label);
    if (e->flip == NULL || e->label == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    note_flips(e);
    ENT_TRY(find_minima(e, out, err));
    label_basins(e, out);
    enti_minima_sort(out);
done:
    ent_free(e->flip);
    ent_free(e->label);
    ent_free(e);
    return st;
}

/* ---- search ---- */

static enti_division random_division(uint64_t seed, uint32_t start, size_t n) {
    enti_division against = {{0}};
    for (size_t k = 1; k < n; k += 2) {
        double u[2];
        enti_uniform2(seed, ENTI_RANDOM_LANDSCAPE, start, (uint32_t)(k / 2), u);
        if (u[0] < 0.5) enti_set_add(&against, k);
        if (u[1] < 0.5 && k + 1 < n) enti_set_add(&against, k + 1);
    }
    return against;
}

/* Steepest descent with the changes kept up to date; fresh sums at the end decide. */
static void descend(const double *w, size_t n, double tie, double *change, enti_division *against) {
    size_t steps = 0, i;
    enti_landscape_changes(w, n, against, change);
    for (;;) {
        i = enti_landscape_steepest(change, n, tie);
        if (i == SIZE_MAX || ++steps % FRESH == 0) {
            enti_landscape_changes(w, n, against, change);
            i = enti_landscape_steepest(change, n, tie);
            if (i == SIZE_MAX) return;
        }
        for (size_t j = 0; j < n; j++)
            change[j] -= 4 * w[i * n + j] * sign_of(against, i) * sign_of(against, j);
        change[i] = -change[i];
        enti_landscape_flip(against, n, i);
    }
}

ent_status enti_landscape_search(const double *w, size_t n, uint64_t seed, int starts, enti_minima *out,
                                 ent_error *err) {
    ent_status st = ENT_OK;
    double tie = enti_landscape_tie(w, n), *change = enti_alloc(n, sizeof *change);
    if (change == NULL) return enti_no_memory(err);
    for (int s = 0; s < starts; s++) {
        enti_minimum found = {.against = random_division(seed, (uint32_t)s, n), .basin = 1};
        size_t k = 0;
        descend(w, n, tie, change, &found.against);
        while (k < out->count && memcmp(&out->at[k].against, &found.against, sizeof found.against) != 0)
            k++;
        if (k < out->count) {
            out->at[k].basin++;
            continue;
        }
        found.energy = enti_landscape_energy(w, n, &found.against);
        ENT_TRY(add_minimum(out, found, err));
    }
    enti_minima_sort(out);
done:
    ent_free(change);
    return st;
}
