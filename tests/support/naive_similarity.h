/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The measures of similarity straight from their definitions: loops over columns, doubles, probabilities. Shares nothing
 * with the library, so that tests can compare, and benches have a plain program as their peer.
 */
#ifndef TESTS_NAIVE_SIMILARITY_H
#define TESTS_NAIVE_SIMILARITY_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { NAIVE_MISSING = 255, NAIVE_CATEGORIES = 8 };

/* Two rows of cells 0 to categories - 1, and weights of the columns or NULL. */
typedef struct {
    const uint8_t *x, *z;
    size_t columns;
    int categories;
    const double *weight;
} naive_pair;

static inline int naive_known(const naive_pair *p, size_t k) {
    return p->x[k] != NAIVE_MISSING && p->z[k] != NAIVE_MISSING;
}

static inline int naive_cell(uint8_t value, int binary) {
    return binary ? value > 0 : value;
}

/* distance: 0 nominal, 1 absolute, 2 squared */
static inline double naive_distance(int a, int b, int distance) {
    return distance == 0 ? a != b : distance == 1 ? fabs((double)a - b) : ((double)a - b) * ((double)a - b);
}

static inline double naive_s(const naive_pair *p, int distance, int binary, int weighted) {
    double sum = 0, total = 0;
    for (size_t k = 0; k < p->columns; k++) {
        double w = !weighted ? 1 : p->weight == NULL || isnan(p->weight[k]) ? 0 : p->weight[k];
        if (!naive_known(p, k)) continue;
        sum += w * naive_distance(naive_cell(p->x[k], binary), naive_cell(p->z[k], binary), distance);
        total += w;
    }
    return total > 0 ? 1 - 2 * sum / (total * naive_distance(binary ? 1 : p->categories - 1, 0, distance)) : NAN;
}

static inline double naive_agreement(const naive_pair *p, int binary) {
    double same = 0, total = 0;
    for (size_t k = 0; k < p->columns; k++) {
        if (!naive_known(p, k)) continue;
        same += naive_cell(p->x[k], binary) == naive_cell(p->z[k], binary);
        total++;
    }
    return total > 0 ? same / total : NAN;
}

/* pi when pooled, else kappa */
static inline double naive_chance(const naive_pair *p, int distance, int binary, int pooled) {
    double rx[NAIVE_CATEGORIES] = {0}, rz[NAIVE_CATEGORIES] = {0}, observed = 0, expected = 0, n = 0;
    for (size_t k = 0; k < p->columns; k++) {
        int a, b;
        if (!naive_known(p, k)) continue;
        a = naive_cell(p->x[k], binary);
        b = naive_cell(p->z[k], binary);
        rx[a]++;
        rz[b]++;
        observed += naive_distance(a, b, distance);
        n++;
    }
    for (int a = 0; a < p->categories; a++)
        for (int b = 0; b < p->categories; b++) {
            double px = pooled ? (rx[a] + rz[a]) / (2 * n) : rx[a] / n;
            double pz = pooled ? (rx[b] + rz[b]) / (2 * n) : rz[b] / n;
            expected += px * pz * naive_distance(a, b, distance);
        }
    return expected > 0 ? 1 - observed / n / expected : NAN;
}

/* From the table of values by values; tests compare with all pairs of columns. */
static inline double naive_tau(const naive_pair *p) {
    double n[NAIVE_CATEGORIES][NAIVE_CATEGORIES] = {{0}}, order = 0, untied_x = 0, untied_z = 0;
    for (size_t k = 0; k < p->columns; k++)
        if (naive_known(p, k)) n[p->x[k]][p->z[k]]++;
    for (int a = 0; a < p->categories; a++)
        for (int b = 0; b < p->categories; b++)
            for (int c = 0; c < p->categories; c++)
                for (int d = 0; d < p->categories; d++) {
                    double pairs = n[a][b] * n[c][d];
                    order += pairs * ((a > c) - (a < c)) * ((b > d) - (b < d));
                    untied_x += a != c ? pairs : 0;
                    untied_z += b != d ? pairs : 0;
                }
    return untied_x > 0 && untied_z > 0 ? order / sqrt(untied_x) / sqrt(untied_z) : NAN;
}

/* By the id of a measure; -2 for one that is not known here. */
static inline double naive_similarity(const naive_pair *p, const char *id) {
    if (strcmp(id, "s_val_abs") == 0) return naive_s(p, 1, 0, 0);
    if (strcmp(id, "s_val_sq") == 0) return naive_s(p, 2, 0, 0);
    if (strcmp(id, "s_bin") == 0) return naive_s(p, 1, 1, 0);
    if (strcmp(id, "s_val_abs_cinc") == 0) return naive_s(p, 1, 0, 1);
    if (strcmp(id, "s_val_sq_cinc") == 0) return naive_s(p, 2, 0, 1);
    if (strcmp(id, "pi_val_nominal") == 0) return naive_chance(p, 0, 0, 1);
    if (strcmp(id, "pi_bin") == 0) return naive_chance(p, 0, 1, 1);
    if (strcmp(id, "pi_val_abs") == 0) return naive_chance(p, 1, 0, 1);
    if (strcmp(id, "pi_val_sq") == 0) return naive_chance(p, 2, 0, 1);
    if (strcmp(id, "kappa_val_sq") == 0) return naive_chance(p, 2, 0, 0);
    if (strcmp(id, "kappa_val_abs") == 0) return naive_chance(p, 1, 0, 0);
    if (strcmp(id, "kappa_bin") == 0) return naive_chance(p, 0, 1, 0);
    if (strcmp(id, "tau_b") == 0) return naive_tau(p);
    if (strcmp(id, "agree_val") == 0) return naive_agreement(p, 0);
    if (strcmp(id, "agree_bin") == 0) return naive_agreement(p, 1);
    return -2;
}

#endif
