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
 * the pair (i,j) has the bits of (j,i). The pairs lie in the lanes of vectors, and every operation is
 * done lane by lane.
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
#if defined(__GNUC__) && !defined(__clang__)
#define UNROLLED _Pragma("GCC unroll 4")
#else
#define UNROLLED
#endif

enum { DISTANCES = 3 };
typedef enti_lanes lanes;
typedef int64_t mask __attribute__((vector_size(sizeof(lanes))));

/* Columns of one value: of the first state, of the second, of both added up. */
typedef struct {
    lanes row[ENTI_CATEGORIES], column[ENTI_CATEGORIES], pooled[ENTI_CATEGORIES];
    lanes n, twice_n;
} margins;

/* By distance: what is observed, times 1; expected of own margins, times N; of pooled ones, times 4 N. */
typedef struct {
    lanes observed[DISTANCES], own[DISTANCES], pooled[DISTANCES];
} disagreement;

INLINED void fill_margins(const enti_pair_tables *t, size_t categories, margins *m) {
    m->n = (lanes){0};
    UNROLLED
    for (size_t a = 0; a < categories; a++) {
        lanes row = {0}, column = {0};
        UNROLLED
        for (size_t b = 0; b < categories; b++) {
            row += t->n[a][b];
            column += t->n[b][a];
        }
        m->row[a] = row;
        m->column[a] = column;
        m->pooled[a] = row + column;
        m->n += row;
    }
    m->twice_n = 2 * m->n;
}

/* Sums of d(a,b) f(a) g(b) over all pairs of values, without walking the pairs: equal values by their products,
 * absolute distances by how often the two lie on either side of each step, squared ones by sums and sums of squares. */
INLINED void expect(const lanes *f, const lanes *g, size_t categories, const lanes *of, lanes out[DISTANCES]) {
    lanes equal = {0}, above_f = *of, above_g = *of, absolute = {0}, sum_f = {0}, sum_g = {0}, squares = {0};
    UNROLLED
    for (size_t a = 0; a < categories; a++) {
        double value = (double)a;
        equal += f[a] * g[a];
        above_f -= f[a];
        above_g -= g[a];
        absolute += above_f * (*of - above_g) + (*of - above_f) * above_g;
        sum_f += value * f[a];
        sum_g += value * g[a];
        squares += value * value * (f[a] + g[a]);
    }
    out[ENT_NOMINAL] = *of * *of - equal;
    out[ENT_ABSOLUTE] = absolute;
    out[ENT_SQUARED] = *of * squares - 2 * sum_f * sum_g;
}

INLINED void fill_valued(const enti_pair_tables *t, size_t categories, const margins *m, disagreement *d) {
    lanes nominal = {0}, absolute = {0}, squared = {0};
    UNROLLED
    for (size_t a = 1; a < categories; a++) {
        UNROLLED
        for (size_t b = 0; b < a; b++) {
            double apart = (double)(a - b);
            lanes count = t->n[a][b] + t->n[b][a];
            nominal += count;
            absolute += apart * count;
            squared += apart * apart * count;
        }
    }
    d->observed[ENT_NOMINAL] = nominal;
    d->observed[ENT_ABSOLUTE] = absolute;
    d->observed[ENT_SQUARED] = squared;
    expect(m->row, m->column, categories, &m->n, d->own);
    expect(m->pooled, m->pooled, categories, &m->twice_n, d->pooled);
}

/* The same with every value above 0 taken as 1: then all distances are alike. */
INLINED void fill_binary(const enti_pair_tables *t, const margins *m, disagreement *d) {
    lanes n = m->n, row = m->row[0], column = m->column[0], zeros = row + column;
    for (int distance = 0; distance < DISTANCES; distance++) {
        d->observed[distance] = zeros - 2 * t->n[0][0];
        d->own[distance] = row * (n - column) + (n - row) * column;
        d->pooled[distance] = 2 * zeros * (2 * n - zeros);
    }
}

/* part / whole, NaN without a whole (then part is 0 as well). Chosen by bits: no branch, and every NaN is the same. */
INLINED void divide(const lanes *part, const lanes *whole, lanes *out) {
    const lanes one = (lanes){0} + 1, unknown = (lanes){0} + (double)NAN;
    mask none = *whole <= 0;
    lanes instead = (lanes)((mask)one & none), missing = (lanes)((mask)unknown & none);
    *out = *part / (*whole + instead) + missing;
}

/* 1 - part / whole */
INLINED void one_less(const lanes *part, const lanes *whole, lanes *out) {
    divide(part, whole, out);
    *out = 1 - *out;
}

INLINED void weighted_s(const enti_pair_tables *t, size_t categories, double largest, ent_similarity_distance distance,
                        lanes *out) {
    lanes part = {0}, whole = largest * t->total; /* 0 without weights */
    UNROLLED
    for (size_t a = 1; a < categories; a++)
        part += 2 * (distance == ENT_SQUARED ? (double)(a * a) : (double)a) * t->apart[a];
    one_less(&part, &whole, out);
}

INLINED void s_score(const lanes *observed, const margins *m, double largest, lanes *out) {
    lanes part = 2 * *observed, whole = largest * m->n;
    one_less(&part, &whole, out);
}

INLINED void chance_corrected(const lanes *observed, const margins *m, double times, const lanes *expected,
                              lanes *out) {
    lanes part = times * m->n * *observed;
    one_less(&part, expected, out);
}

INLINED void agreement(const lanes *observed, const margins *m, lanes *out) {
    lanes same = m->n - *observed;
    divide(&same, &m->n, out);
}

/* `before`: columns by the value of the second state, over the values of the first one below a. */
INLINED void tau_b(const enti_pair_tables *t, size_t categories, const margins *m, lanes *out) {
    lanes before[ENTI_CATEGORIES], earlier = {0}, order = {0}, x = m->n * m->n, z = x, untied;
    UNROLLED
    for (size_t b = 0; b < categories; b++)
        before[b] = (lanes){0};
    UNROLLED
    for (size_t a = 0; a < categories; a++) {
        lanes left = {0};
        UNROLLED
        for (size_t b = 0; b < categories; b++) {
            order += t->n[a][b] * (2 * left + before[b] - earlier); /* left - right */
            left += before[b];
            before[b] += t->n[a][b];
        }
        earlier += m->row[a];
        x -= m->row[a] * m->row[a];
        z -= m->column[a] * m->column[a];
    }
    x *= z;
    for (size_t l = 0; l < ENTI_LANES; l++)
        untied[l] = sqrt(x[l]);
    order *= 2;
    divide(&order, &untied, out);
}

/* `categories` is a constant for alliances, so that the loops over values unroll. */
INLINED void all_measures(const enti_pair_tables *t, size_t categories, double out[ENTI_LANES][ENTI_SIMILARITIES]) {
    margins m;
    disagreement of[2];
    double most = (double)(categories - 1);
    fill_margins(t, categories, &m);
    fill_valued(t, categories, &m, &of[0]);
    fill_binary(t, &m, &of[1]);
    for (size_t i = 0; i < ENTI_SIMILARITIES; i++) {
        const ent_similarity_measure *measure = ent_similarity_at(i);
        ent_similarity_distance distance = measure->distance;
        const disagreement *d = &of[measure->binary];
        double largest = measure->binary || distance == ENT_NOMINAL ? 1 : distance == ENT_ABSOLUTE ? most : most * most;
        lanes found = {0};
        switch (measure->kind) {
        case ENT_S:
            if (measure->weighted)
                weighted_s(t, categories, largest, distance, &found);
            else
                s_score(&d->observed[distance], &m, largest, &found);
            break;
        case ENT_PI: chance_corrected(&d->observed[distance], &m, 4, &d->pooled[distance], &found); break;
        case ENT_KAPPA: chance_corrected(&d->observed[distance], &m, 1, &d->own[distance], &found); break;
        case ENT_TAU_B: tau_b(t, categories, &m, &found); break;
        case ENT_AGREEMENT: agreement(&d->observed[distance], &m, &found); break;
        }
        for (size_t l = 0; l < ENTI_LANES; l++)
            out[l][i] = found[l];
    }
}

WIDE void enti_similarity_of(const enti_pair_tables *t, double out[ENTI_LANES][ENTI_SIMILARITIES]) {
    if (t->categories == 4)
        all_measures(t, 4, out);
    else
        all_measures(t, t->categories, out);
}
