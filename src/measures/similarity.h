/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Similarity of portfolios inside the library: a matrix as sets of columns by value (portfolios.c), the table of one
 * pair counted from them (pair_table.c), and the measures read off the table (similarity_formulas.c, whose registry is
 * similarity.c).
 */
#ifndef ENTI_SIMILARITY_H
#define ENTI_SIMILARITY_H

#include "world/year.h"

#include <entente/similarity.h>

enum { ENTI_SIMILARITIES = 15, ENTI_CATEGORIES = ENT_SIMILARITY_CATEGORIES_MOST };
enum { ENTI_WORD_BYTES = 8, ENTI_BYTE_VALUES = 256 };

/*
 * Rows as bit sets: set(row, value) holds the columns with that value; a missing cell is in no set.
 * Weights are whole numbers, the fractions of their sum in units of 2^-62, so that sums of them are exact and do
 * not depend on the order of the columns. `mass` holds their sums for every byte of a set.
 */
typedef struct {
    enti_arena arena;
    size_t rows, columns, words;
    size_t categories, room; /* room for 4 or 8 values, so that counting them is a fixed piece of work */
    bool complete;           /* no cell is missing */
    uint64_t *bits;          /* [rows][room][words] */
    uint32_t *count;         /* [rows][room] */
    uint64_t *mass;          /* [words * 8][256]; NULL without weights */
    uint64_t total;          /* of all columns; 0 when all weights are 0 */
} enti_portfolios;

/* Checks a matrix and lays it out. Cleared by the caller, also after a failure. */
ENT_MUST_USE ent_status enti_portfolios_init(enti_portfolios *p, const ent_portfolios *matrix, ent_error *err);
void enti_portfolios_clear(enti_portfolios *p);

/*
 * A few pairs side by side, one in each lane of a vector: per pair the columns by the values of both states, and the
 * weights of the columns that lie 0, 1, 2 ... apart. Whole numbers, exact for n.
 */
enum { ENTI_LANES = 4 };
typedef double enti_lanes __attribute__((vector_size(ENTI_LANES * sizeof(double))));

typedef struct {
    size_t categories;
    bool weights; /* `apart` and `total` are filled, else 0 */
    enti_lanes n[ENTI_CATEGORIES][ENTI_CATEGORIES];
    enti_lanes apart[ENTI_CATEGORIES], total;
} enti_pair_tables;

/* `count` pairs from i, j on in the order of ent_similarity_pair_at, at most ENTI_LANES; i, j become the next pair.
 * `tables` is zeroed once before its first use. */
void enti_pair_tables_fill(const enti_portfolios *p, size_t count, size_t *i, size_t *j, enti_pair_tables *tables);

/* Every measure of the registry, in its order, for each lane. */
void enti_similarity_of(const enti_pair_tables *tables, double out[ENTI_LANES][ENTI_SIMILARITIES]);
void enti_similarity_pair(const enti_portfolios *p, size_t i, size_t j, double out[ENTI_SIMILARITIES]);
/* All pairs, side by side; out is [pairs][ENTI_SIMILARITIES]. */
void enti_similarity_all(const enti_portfolios *p, double *out);

/* A directed valued tie by the indices of the states; later ones of the same two states replace earlier ones. */
typedef struct {
    size_t from, to;
    uint8_t value;
} enti_valued_tie;

/* Ties written into the matrix [n][n], all others 0. ENT_E_RANGE for an index or value outside its range. */
ENT_MUST_USE ent_status enti_valued_ties_fill(size_t n, const enti_valued_tie *ties, size_t count, uint8_t *out,
                                              ent_error *err);

#endif
