/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Divisions of n states into two camps and their energy
 *   E(X) = sum over ordered pairs in opposite camps of w_ij,   w_ij = s_i s_j p_ij, symmetric, diagonal 0.
 * A state that changes camp alone lowers E exactly when it lowers its own frustration, for w is symmetric.
 */
#ifndef ENTI_LANDSCAPE_H
#define ENTI_LANDSCAPE_H

#include "world/set.h"

#include <entente/landscape.h>

enum { ENTI_LANDSCAPE_MOST = 65534 };

/* A division: the states that stand against state 0. State 0 is never among them. */
typedef enti_set enti_division;

typedef struct {
    enti_division against;
    double energy;
    uint64_t basin;
} enti_minimum;

typedef struct {
    enti_minimum *at; /* deepest first */
    size_t count, room;
} enti_minima;

/* Changes of energy below this are none: rounding must not make a slope. */
double enti_landscape_tie(const double *w, size_t n);
double enti_landscape_energy(const double *w, size_t n, const enti_division *against);

/* change[i]: by how much E rises when i changes camp. */
void enti_landscape_changes(const double *w, size_t n, const enti_division *against, double *change);

/* The state whose change of camp lowers E most (of equals the first), or SIZE_MAX at a minimum. */
size_t enti_landscape_steepest(const double *change, size_t n, double tie);

/* i changes camp; state 0 by all others changing theirs. */
void enti_landscape_flip(enti_division *against, size_t n, size_t i);

/* Every division, 2 <= n <= ENT_LANDSCAPE_EXACT; basins by steepest descent. The caller frees out->at. */
ENT_MUST_USE ent_status enti_landscape_exact(const double *w, size_t n, enti_minima *out, ent_error *err);

/* Steepest descents from `starts` random divisions; the basin is how many ended there. The caller frees out->at. */
ENT_MUST_USE ent_status enti_landscape_search(const double *w, size_t n, uint64_t seed, int starts, enti_minima *out,
                                              ent_error *err);

/* Deepest first; of equals in the order of their divisions. */
void enti_minima_sort(enti_minima *minima);

#endif
