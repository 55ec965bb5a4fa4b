/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The registry of the measures of similarity, and every pair of a matrix. Formulas: similarity_formulas.c; why chance
 * should be taken out, and which index to prefer: Haege 2011 and docs/measures/similarity.md.
 */
#include "measures/similarity.h"

#include "base/parallel.h"

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

/* ---- pairs ---- */

size_t ent_similarity_pairs(size_t n) {
    return n < 2 ? 0 : n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n;
}

size_t ent_similarity_pair_at(size_t n, size_t i, size_t j) {
    size_t low = i < j ? i : j, high = i < j ? j : i;
    return ent_similarity_pairs(n) - ent_similarity_pairs(n - low) + high - low - 1;
}

/* The pair with this number. */
static void pair_of(size_t n, size_t pair, size_t *i, size_t *j) {
    size_t row = 0;
    while (pair >= n - 1 - row)
        pair -= n - 1 - row++;
    *i = row;
    *j = row + 1 + pair;
}

void enti_similarity_pair(const enti_portfolios *p, size_t i, size_t j, double out[ENTI_SIMILARITIES]) {
    enti_pair_tables tables = {.categories = 0};
    double lanes[ENTI_LANES][ENTI_SIMILARITIES];
    enti_pair_tables_fill(p, 1, &i, &j, &tables);
    enti_similarity_of(&tables, lanes);
    memcpy(out, lanes[0], sizeof lanes[0]);
}

typedef struct {
    const enti_portfolios *portfolios;
    double *out;
} all_pairs;

static void do_pairs(void *context, size_t first, size_t last) {
    const all_pairs *all = context;
    enti_pair_tables tables = {.categories = 0};
    double lanes[ENTI_LANES][ENTI_SIMILARITIES];
    size_t i, j, count;
    if (first >= last) return;
    pair_of(all->portfolios->rows, first, &i, &j);
    for (size_t pair = first; pair < last; pair += count) {
        count = last - pair < ENTI_LANES ? last - pair : ENTI_LANES;
        enti_pair_tables_fill(all->portfolios, count, &i, &j, &tables);
        enti_similarity_of(&tables, lanes);
        memcpy(all->out + pair * ENTI_SIMILARITIES, lanes, count * sizeof lanes[0]);
    }
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
