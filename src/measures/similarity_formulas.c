/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The measures of similarity, read off the table n[a][b] of a pair (columns where one has a and the other b), with
 * d(a,b) the distance of two values, D its largest, N the columns both know:
 *
 *   S      1 - 2 sum d n / (D N)                  Signorino and Ritter 1999
 *   pi     1 - 4 N sum d n / sum d p p            p: both sides' margins added up; Scott 1955
 *   kappa  1 - N sum d n / sum d r c              r, c: each side's own margins; Cohen 1960, 1968
 *   tau-b  (like - unlike) / sqrt(T_x T_z)        Kendall 1945; pairs of columns by their order, T: untied
 *
 * All sums are whole numbers that doubles hold exactly (the largest is 4 x 49 x columns^2 < 2^53), and d is symmetric, so
 * the pair (i,j) has the bits of (j,i). Loops run over lanes of pairs, every operation lane by lane.
 */
#include "measures/similarity.h"

#include <math.h>

/* Wider vectors where the processor has them; the bytes are the same on all. The sanitizers cannot resolve clones at
 * load time. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif
#define INLINED static inline __attribute__((always_inline))
#define EACH_LANE for (size_t l = 0; l < ENTI_LANES; l++)

enum { DISTANCES = 3 };
typedef double lanes[ENTI_LANES];

/* Columns of one value: of the first state, of the second, of both added up. */
typedef struct {
    lanes row[ENTI_CATEGORIES], column[ENTI_CATEGORIES], pooled[ENTI_CATEGORIES];
    lanes n, twice_n;
} margins;

/* By distance: what is observed, times 1; expected of own margins, times N; of pooled ones, times 4 N. */
typedef struct {
    lanes observed[DISTANCES], own[DISTANCES], pooled[DISTANCES];
} disagreement;

INLINED void fill_margins(const enti_pair_tables *t, margins *m) {
    *m = (margins){.n = {0}};
    for (size_t a = 0; a < t->categories; a++)
        for (size_t b = 0; b < t->categories; b++)
            EACH_LANE {
                m->row[a][l] += t->n[a][b][l];
                m->column[a][l] += t->n[b][a][l];
            }
    for (size_t a = 0; a < t->categories; a++)
        EACH_LANE {
            m->pooled[a][l] = m->row[a][l] + m->column[a][l];
            m->n[l] += m->row[a][l];
        }
    EACH_LANE m->twice_n[l] = 2 * m->n[l];
}

/* Sums of d(a,b) f(a) g(b) over all pairs of values, without walking the pairs: equal values by their products,
 * absolute distances by how often the two lie on either side of each step, squared ones by sums and sums of squares. */
INLINED void expect(const lanes *f, const lanes *g, size_t categories, const lanes of, lanes out[DISTANCES]) {
    lanes equal = {0}, above_f, above_g, absolute = {0}, sum_f = {0}, sum_g = {0}, squares = {0};
    EACH_LANE above_f[l] = above_g[l] = of[l];
    for (size_t a = 0; a < categories; a++) {
        double value = (double)a;
        EACH_LANE {
            equal[l] += f[a][l] * g[a][l];
            above_f[l] -= f[a][l];
            above_g[l] -= g[a][l];
            absolute[l] += above_f[l] * (of[l] - above_g[l]) + (of[l] - above_f[l]) * above_g[l];
            sum_f[l] += value * f[a][l];
            sum_g[l] += value * g[a][l];
            squares[l] += value * value * (f[a][l] + g[a][l]);
        }
    }
    EACH_LANE {
        out[ENT_NOMINAL][l] = of[l] * of[l] - equal[l];
        out[ENT_ABSOLUTE][l] = absolute[l];
        out[ENT_SQUARED][l] = of[l] * squares[l] - 2 * sum_f[l] * sum_g[l];
    }
}

INLINED void fill_valued(const enti_pair_tables *t, const margins *m, disagreement *d) {
    *d = (disagreement){.observed = {{0}}};
    for (size_t a = 1; a < t->categories; a++)
        for (size_t b = 0; b < a; b++) {
            double apart = (double)(a - b);
            EACH_LANE {
                double count = t->n[a][b][l] + t->n[b][a][l];
                d->observed[ENT_NOMINAL][l] += count;
                d->observed[ENT_ABSOLUTE][l] += apart * count;
                d->observed[ENT_SQUARED][l] += apart * apart * count;
            }
        }
    expect(m->row, m->column, t->categories, m->n, d->own);
    expect(m->pooled, m->pooled, t->categories, m->twice_n, d->pooled);
}

/* The same with every value above 0 taken as 1: then all distances are alike. */
INLINED void fill_binary(const enti_pair_tables *t, const margins *m, disagreement *d) {
    EACH_LANE {
        double n = m->n[l], row = m->row[0][l], column = m->column[0][l], zeros = row + column;
        d->observed[0][l] = d->observed[1][l] = d->observed[2][l] = zeros - 2 * t->n[0][0][l];
        d->own[0][l] = d->own[1][l] = d->own[2][l] = row * (n - column) + (n - row) * column;
        d->pooled[0][l] = d->pooled[1][l] = d->pooled[2][l] = 2 * zeros * (2 * n - zeros);
    }
}

/* part / whole, NaN without a whole (then part is 0 as well). Constants are chosen, not values: no branch stands in the
 * way of vectors, and every NaN is the same one. */
INLINED void divide(const lanes part, const lanes whole, lanes out) {
    EACH_LANE {
        double instead = whole[l] > 0 ? 0 : 1, missing = whole[l] > 0 ? 0 : NAN;
        out[l] = part[l] / (whole[l] + instead) + missing;
    }
}

/* 1 - part / whole */
INLINED void one_less(const lanes part, const lanes whole, lanes out) {
    divide(part, whole, out);
    EACH_LANE out[l] = 1 - out[l];
}

INLINED void s_score(const disagreement *d, const margins *m, double largest, ent_similarity_distance distance,
                     lanes out) {
    lanes part, whole;
    EACH_LANE {
        part[l] = 2 * d->observed[distance][l];
        whole[l] = largest * m->n[l];
    }
    one_less(part, whole, out);
}

INLINED void weighted_s(const enti_pair_tables *t, double largest, ent_similarity_distance distance, lanes out) {
    lanes part = {0}, whole;
    for (size_t a = 1; a < t->categories; a++) {
        double apart = distance == ENT_SQUARED ? (double)(a * a) : (double)a;
        EACH_LANE part[l] += 2 * apart * t->apart[a][l];
    }
    EACH_LANE whole[l] = largest * t->total[l]; /* 0 without weights */
    one_less(part, whole, out);
}

INLINED void chance_corrected(const lanes observed, const margins *m, double times, const lanes expected, lanes out) {
    lanes part;
    EACH_LANE part[l] = times * m->n[l] * observed[l];
    one_less(part, expected, out);
}

INLINED void agreement(const lanes observed, const margins *m, lanes out) {
    lanes same;
    EACH_LANE same[l] = m->n[l] - observed[l];
    divide(same, m->n, out);
}

/* `before`: columns by the value of the second state, over the values of the first one below a. */
INLINED void tau_b(const enti_pair_tables *t, const margins *m, lanes out) {
    lanes before[ENTI_CATEGORIES] = {{0}}, earlier = {0}, order = {0}, x, z;
    EACH_LANE x[l] = z[l] = m->n[l] * m->n[l];
    for (size_t a = 0; a < t->categories; a++) {
        lanes left = {0};
        for (size_t b = 0; b < t->categories; b++)
            EACH_LANE {
                order[l] += t->n[a][b][l] * (2 * left[l] + before[b][l] - earlier[l]); /* left - right */
                left[l] += before[b][l];
                before[b][l] += t->n[a][b][l];
            }
        EACH_LANE {
            earlier[l] += m->row[a][l];
            x[l] -= m->row[a][l] * m->row[a][l];
            z[l] -= m->column[a][l] * m->column[a][l];
        }
    }
    EACH_LANE x[l] = sqrt(x[l] * z[l]);
    EACH_LANE order[l] *= 2;
    divide(order, x, out);
}

WIDE void enti_similarity_of(const enti_pair_tables *t, double out[ENTI_LANES][ENTI_SIMILARITIES]) {
    margins m;
    disagreement of[2];
    double most = (double)(t->categories - 1);
    fill_margins(t, &m);
    fill_valued(t, &m, &of[0]);
    fill_binary(t, &m, &of[1]);
    for (size_t i = 0; i < ENTI_SIMILARITIES; i++) {
        const ent_similarity_measure *measure = ent_similarity_at(i);
        ent_similarity_distance distance = measure->distance;
        const disagreement *d = &of[measure->binary];
        double largest = measure->binary || distance == ENT_NOMINAL ? 1 : distance == ENT_ABSOLUTE ? most : most * most;
        lanes found;
        switch (measure->kind) {
        case ENT_S:
            if (measure->weighted)
                weighted_s(t, largest, distance, found);
            else
                s_score(d, &m, largest, distance, found);
            break;
        case ENT_PI: chance_corrected(d->observed[distance], &m, 4, d->pooled[distance], found); break;
        case ENT_KAPPA: chance_corrected(d->observed[distance], &m, 1, d->own[distance], found); break;
        case ENT_TAU_B: tau_b(t, &m, found); break;
        case ENT_AGREEMENT: agreement(d->observed[distance], &m, found); break;
        }
        EACH_LANE out[l][i] = found[l];
    }
}
