/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The measures of similarity, read off the table n[a][b] of a pair (columns where one has a and the other b), with
 * d(a,b) the distance of two values, D its largest, N the columns both know:
 *
 *   S      1 - 2 sum d n / (D N)                  Signorino and Ritter 1999
 *   pi     1 - N sum d n / sum d p p / 4          p: both sides' margins added up; Scott 1955
 *   kappa  1 - N sum d n / sum d r c              r, c: each side's own margins; Cohen 1960, 1968
 *   tau-b  (C - D) / sqrt(T_x T_z)                Kendall 1945; pairs of columns in like and opposite order, untied
 *
 * Numerators and denominators are whole numbers and d is symmetric, so the pair (i,j) has the bits of (j,i).
 * Why chance should be taken out, and which index to prefer: Haege 2011.
 */
#include "measures/similarity.h"

#include "base/parallel.h"

#include <math.h>
#include <string.h>

#define NO_CHANCE "both portfolios hold one and the same value, so no disagreement is expected"
#define CONSTANT "a portfolio holds one value only"
#define NO_WEIGHT "no weights, or all weights of the columns both know are 0"

// clang-format off
static const ent_similarity_measure measures[ENTI_SIMILARITIES] = {
    {"s_val_abs", "S of valued ties, absolute distances", "1 - 2 x sum of |x - z| / (largest tie x columns)",
     -1, 1, "", "signorino1999", ENT_S, ENT_ABSOLUTE, 0, 0},
    {"s_val_sq", "S of valued ties, squared distances", "1 - 2 x sum of (x - z)^2 / (largest tie^2 x columns)",
     -1, 1, "", "signorino1999;haege2011", ENT_S, ENT_SQUARED, 0, 0},
    {"s_bin", "S of binary ties", "1 - 2 x share of columns where only one has a tie",
     -1, 1, "", "signorino1999", ENT_S, ENT_ABSOLUTE, 1, 0},
    {"s_val_abs_cinc", "S of valued ties, absolute distances, columns weighted by capability",
     "1 - 2 x sum of w |x - z| / (largest tie x sum of w)",
     -1, 1, NO_WEIGHT, "signorino1999", ENT_S, ENT_ABSOLUTE, 0, 1},
    {"s_val_sq_cinc", "S of valued ties, squared distances, columns weighted by capability",
     "1 - 2 x sum of w (x - z)^2 / (largest tie^2 x sum of w)",
     -1, 1, NO_WEIGHT, "signorino1999;haege2011", ENT_S, ENT_SQUARED, 0, 1},
    {"pi_val_nominal", "Scott's pi of valued ties as categories",
     "1 - share of columns that differ / share expected from the pooled margins",
     -1, 1, NO_CHANCE, "scott1955;haege2011", ENT_PI, ENT_NOMINAL, 0, 0},
    {"pi_bin", "Scott's pi of binary ties", "1 - share of columns that differ / share expected from the pooled margins",
     -1, 1, NO_CHANCE, "scott1955;haege2011", ENT_PI, ENT_NOMINAL, 1, 0},
    {"pi_val_abs", "Scott's pi of valued ties, absolute distances",
     "1 - mean |x - z| / mean expected from the pooled margins",
     -1, 1, NO_CHANCE, "scott1955;haege2011", ENT_PI, ENT_ABSOLUTE, 0, 0},
    {"pi_val_sq", "Scott's pi of valued ties, squared distances",
     "1 - mean (x - z)^2 / mean expected from the pooled margins",
     -1, 1, NO_CHANCE, "scott1955;haege2011", ENT_PI, ENT_SQUARED, 0, 0},
    {"kappa_val_sq", "Cohen's kappa of valued ties, squared distances",
     "1 - mean (x - z)^2 / mean expected from each side's own margins",
     -1, 1, NO_CHANCE, "cohen1968;haege2011", ENT_KAPPA, ENT_SQUARED, 0, 0},
    {"kappa_val_abs", "Cohen's kappa of valued ties, absolute distances",
     "1 - mean |x - z| / mean expected from each side's own margins",
     -1, 1, NO_CHANCE, "cohen1968;haege2011", ENT_KAPPA, ENT_ABSOLUTE, 0, 0},
    {"kappa_bin", "Cohen's kappa of binary ties",
     "1 - share of columns that differ / share expected from each side's own margins",
     -1, 1, NO_CHANCE, "cohen1960;haege2011", ENT_KAPPA, ENT_NOMINAL, 1, 0},
    {"tau_b", "Kendall's tau-b of valued ties",
     "(pairs of columns in like order - in opposite order) / root of (pairs untied in x) x (pairs untied in z)",
     -1, 1, CONSTANT, "kendall1945;signorino1999", ENT_TAU_B, ENT_NOMINAL, 0, 0},
    {"agree_val", "Agreement on valued ties", "share of columns in which x = z",
     0, 1, "", "haege2011", ENT_AGREEMENT, ENT_NOMINAL, 0, 0},
    {"agree_bin", "Agreement on binary ties", "share of columns in which both have a tie or both have none",
     0, 1, "", "haege2011", ENT_AGREEMENT, ENT_NOMINAL, 1, 0},
};
// clang-format on

size_t ent_similarity_count(void) {
    return ENTI_SIMILARITIES;
}

const ent_similarity_measure *ent_similarity_at(size_t index) {
    return &measures[index];
}

size_t ent_similarity_find(const char *id) {
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++)
        if (strcmp(measures[m].id, id) == 0) return m;
    return SIZE_MAX;
}

/* ---- sums over a table ---- */

enum { DISTANCES = 3 };

/* By distance. Whole numbers, the last two in units of 1/N and 1/(4 N). */
typedef struct {
    int64_t observed[DISTANCES], own[DISTANCES], pooled[DISTANCES], largest[DISTANCES];
} disagreement;

typedef struct {
    int64_t columns;
    size_t categories;
    int64_t row[ENTI_CATEGORIES], column[ENTI_CATEGORIES];
} margins;

static margins margins_of(const enti_pair_table *t) {
    margins m = {.categories = t->categories};
    for (size_t a = 0; a < t->categories; a++)
        for (size_t b = 0; b < t->categories; b++) {
            m.row[a] += t->n[a][b];
            m.column[b] += t->n[a][b];
            m.columns += t->n[a][b];
        }
    return m;
}

/* Sums of d(a,b) f(a) g(b) over all pairs of values, without walking the pairs: equal values by their products,
 * absolute distances by how often the two lie on either side of each step, squared ones by sums and sums of squares. */
static void expected(const int64_t *f, const int64_t *g, size_t categories, int64_t of_f, int64_t of_g,
                     int64_t out[DISTANCES]) {
    int64_t equal = 0, above_f = of_f, above_g = of_g, sum_f = 0, sum_g = 0, squares_f = 0, squares_g = 0;
    int64_t absolute = 0;
    for (size_t a = 0; a < categories; a++) {
        int64_t value = (int64_t)a;
        equal += f[a] * g[a];
        above_f -= f[a];
        above_g -= g[a];
        absolute += above_f * (of_g - above_g) + (of_f - above_f) * above_g;
        sum_f += value * f[a];
        sum_g += value * g[a];
        squares_f += value * value * f[a];
        squares_g += value * value * g[a];
    }
    out[ENT_NOMINAL] = of_f * of_g - equal;
    out[ENT_ABSOLUTE] = absolute;
    out[ENT_SQUARED] = of_g * squares_f + of_f * squares_g - 2 * sum_f * sum_g;
}

static disagreement disagreement_of(const enti_pair_table *t, const margins *m) {
    disagreement d = {.largest = {1}};
    int64_t pooled[ENTI_CATEGORIES], most = (int64_t)t->categories - 1;
    d.largest[ENT_ABSOLUTE] = most;
    d.largest[ENT_SQUARED] = most * most;
    for (size_t a = 0; a < t->categories; a++) {
        pooled[a] = m->row[a] + m->column[a];
        for (size_t b = 0; b < a; b++) {
            int64_t apart = (int64_t)(a - b), count = (int64_t)t->n[a][b] + t->n[b][a];
            d.observed[ENT_NOMINAL] += count;
            d.observed[ENT_ABSOLUTE] += apart * count;
            d.observed[ENT_SQUARED] += apart * apart * count;
        }
    }
    expected(m->row, m->column, t->categories, m->columns, m->columns, d.own);
    expected(pooled, pooled, t->categories, 2 * m->columns, 2 * m->columns, d.pooled);
    return d;
}

/* The same with every value above 0 taken as 1: then all distances are alike. */
static disagreement binary_of(const enti_pair_table *t, const margins *m) {
    int64_t n = m->columns, row = n - m->row[0], column = n - m->column[0],
            both = n - m->row[0] - m->column[0] + t->n[0][0];
    int64_t observed = row + column - 2 * both, own = row * (n - column) + (n - row) * column;
    int64_t pooled = 2 * (row + column) * (2 * n - row - column);
    return (disagreement){.observed = {observed, observed, observed},
                          .own = {own, own, own},
                          .pooled = {pooled, pooled, pooled},
                          .largest = {1, 1, 1}};
}

static double tau_b(const enti_pair_table *t, const margins *m) {
    int64_t before[ENTI_CATEGORIES] = {0}, earlier = 0, order = 0, all = m->columns * m->columns, x = all, z = all;
    for (size_t a = 0; a < t->categories; a++) {
        int64_t left = 0;
        for (size_t b = 0; b < t->categories; b++) {
            int64_t right = earlier - left - before[b];
            order += (int64_t)t->n[a][b] * (left - right);
            left += before[b];
        }
        for (size_t b = 0; b < t->categories; b++)
            before[b] += t->n[a][b];
        earlier += m->row[a];
        x -= m->row[a] * m->row[a];
        z -= m->column[a] * m->column[a];
    }
    if (x == 0 || z == 0) return NAN;
    return (double)(2 * order) / sqrt((double)x * (double)z);
}

/* 1 - part / whole, NaN without a whole. */
static double one_less(double part, double whole) {
    return whole > 0 ? 1 - part / whole : NAN;
}

static double weighted_s(const enti_pair_table *t, const disagreement *d, ent_similarity_distance distance) {
    double sum = 0;
    uint64_t total = 0;
    if (!t->weights) return NAN;
    for (size_t a = 0; a < t->categories; a++) {
        double apart = distance == ENT_SQUARED ? (double)(a * a) : (double)a;
        sum += apart * (double)t->apart[a];
        total += t->apart[a];
    }
    return one_less(2 * sum, (double)d->largest[distance] * (double)total);
}

void enti_similarity_of(const enti_pair_table *t, double out[ENTI_SIMILARITIES]) {
    margins m = margins_of(t);
    const disagreement of[2] = {disagreement_of(t, &m), binary_of(t, &m)};
    double n = (double)m.columns;
    for (size_t i = 0; i < ENTI_SIMILARITIES; i++) {
        const ent_similarity_measure *measure = &measures[i];
        const disagreement *d = &of[measure->binary];
        ent_similarity_distance distance = measure->distance;
        double observed = (double)d->observed[distance];
        switch (measure->kind) {
        case ENT_S:
            out[i] = measure->weighted ? weighted_s(t, d, distance)
                                       : one_less(2 * observed, (double)d->largest[distance] * n);
            break;
        case ENT_PI: out[i] = one_less(4 * n * observed, (double)d->pooled[distance]); break;
        case ENT_KAPPA: out[i] = one_less(n * observed, (double)d->own[distance]); break;
        case ENT_TAU_B: out[i] = tau_b(t, &m); break;
        case ENT_AGREEMENT: out[i] = n > 0 ? (n - observed) / n : NAN; break;
        }
    }
}

/* ---- pairs ---- */

size_t ent_similarity_pairs(size_t n) {
    return n < 2 ? 0 : n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
}

size_t ent_similarity_pair_at(size_t n, size_t i, size_t j) {
    size_t low = i < j ? i : j, high = i < j ? j : i;
    return ent_similarity_pairs(n) - ent_similarity_pairs(n - low) + high - low - 1;
}

void enti_similarity_pair(const enti_portfolios *p, size_t i, size_t j, double out[ENTI_SIMILARITIES]) {
    enti_pair_table table;
    enti_pair_table_of(p, i, j, &table);
    enti_similarity_of(&table, out);
}

typedef struct {
    const enti_portfolios *portfolios;
    double *out;
} all_pairs;

static void take_table(void *context, size_t pair, const enti_pair_table *table) {
    all_pairs *all = context;
    enti_similarity_of(table, all->out + pair * ENTI_SIMILARITIES);
}

static void do_pairs(void *context, size_t first, size_t last) {
    all_pairs *all = context;
    enti_pair_tables(all->portfolios, first, last, take_table, all);
}

void enti_similarity_all(const enti_portfolios *p, double *out) {
    enum { LEAST = 8192 }; /* pairs that are worth a thread */
    all_pairs all = {.portfolios = p, .out = out};
    enti_parallel(ent_similarity_pairs(p->rows), LEAST, do_pairs, &all);
}

ent_status ent_similarity_matrix(const ent_portfolios *matrix, double *out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_portfolios p = {.rows = 0};
    if (matrix == NULL || out == NULL) return ent_fail(err, ENT_E_ARG, "no matrix, or nowhere to put its measures");
    ENT_TRY(enti_portfolios_init(&p, matrix, err));
    enti_similarity_all(&p, out);
done:
    enti_portfolios_clear(&p);
    return st;
}
