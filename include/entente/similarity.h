/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * How alike the ties or the votes of two states are: every published measure for every pair, of a year of the world or
 * of a matrix of one's own. Formulas and choices: docs/measures/similarity.md.
 */
#ifndef ENTENTE_SIMILARITY_H
#define ENTENTE_SIMILARITY_H

#include <entente/base.h>
#include <entente/year.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- the measures ---- */

/** What kind of index a measure is. */
typedef enum ent_similarity_kind {
    ENT_S,         /**< 1 - 2 x distance / largest distance @cite signorino1999 */
    ENT_PI,        /**< 1 - observed / expected disagreement, both sides' margins pooled @cite scott1955 */
    ENT_KAPPA,     /**< the same, each side with its own margins @cite cohen1960 @cite cohen1968 */
    ENT_TAU_B,     /**< rank correlation with ties @cite kendall1945 */
    ENT_AGREEMENT, /**< share of columns in which both have the same value */
} ent_similarity_kind;

/** How far apart the values a and b of one column are. */
typedef enum ent_similarity_distance {
    ENT_NOMINAL,  /**< 0 when equal, else 1 */
    ENT_ABSOLUTE, /**< |a - b| */
    ENT_SQUARED,  /**< (a - b)^2 */
} ent_similarity_distance;

/** One measure. All texts are static. A panel or a codebook walks these rows. */
typedef struct ent_similarity_measure {
    const char *id;      /**< column name, such as "kappa_val_sq" */
    const char *title;   /**< one line */
    const char *formula; /**< in words; x and z are the two portfolios */
    double low, high;    /**< range */
    const char *missing; /**< when it is NaN, apart from two portfolios without a common column */
    const char *cites;   /**< keys of references.bib, separated by ';' */
    ent_similarity_kind kind;
    ent_similarity_distance distance;
    int binary;   /**< 1: any value above 0 counts as 1 */
    int weighted; /**< 1: columns count by their weights */
} ent_similarity_measure;

/** Number of measures. */
ENT_API size_t ent_similarity_count(void);

/** One measure, by an index below ent_similarity_count. */
ENT_API const ent_similarity_measure *ent_similarity_at(size_t index);

/** Index of a measure by id, or SIZE_MAX. */
ENT_API size_t ent_similarity_find(const char *id);

/* ---- the pairs ---- */

/** Number of pairs of n states: n (n - 1) / 2. */
ENT_API size_t ent_similarity_pairs(size_t n);

/** Place of the pair i, j (either order, i != j) among the pairs of n states: (0,1), (0,2), ..., (1,2), ... */
ENT_API size_t ent_similarity_pair_at(size_t n, size_t i, size_t j);

/** A cell that is not known. It is left out of every pair it belongs to. */
#define ENT_SIMILARITY_MISSING 255

/** Fewest and most categories of a cell. */
enum { ENT_SIMILARITY_CATEGORIES_LEAST = 2, ENT_SIMILARITY_CATEGORIES_MOST = 8 };

/** Largest number of columns. */
#define ENT_SIMILARITY_COLUMNS_MOST 4194304

/** What the cells of a state with itself count as. Only for square matrices. */
typedef enum ent_self_tie {
    ENT_SELF_MOST,    /**< the highest category: a state is its own best ally (the usual choice) */
    ENT_SELF_GIVEN,   /**< as the matrix has it */
    ENT_SELF_MISSING, /**< not known: the columns of the two states themselves are left out of a pair */
} ent_self_tie;

/** Portfolios, borrowed from the caller: a row per state, a column per partner, roll call or other choice. */
typedef struct ent_portfolios {
    size_t rows, columns;
    int categories;       /**< cells hold 0 to categories - 1 in their order, or ENT_SIMILARITY_MISSING */
    const uint8_t *value; /**< shape [rows][columns] */
    const double *weight; /**< shape [columns], finite, >= 0, or NaN where not known (the weighted measures then leave
                               the column out); NULL: the weighted measures are NaN */
    ent_self_tie self;
} ent_portfolios;

/**
 * Every measure of every pair of rows.
 *
 * @param portfolios Not changed and not kept.
 * @param out  Shape [ent_similarity_pairs(rows)][ent_similarity_count()], the caller's. NaN where a measure is not
 *             defined. Unchanged on failure. The same bytes for any number of threads and any order of the columns; a
 *             pair has the same bytes asked in either order.
 * @return ENT_OK; ENT_E_ARG for NULL where values are needed or self ties in a matrix that is not square; ENT_E_RANGE
 *         for a value, weight or number outside its range (the message names the cell); ENT_E_NOMEM.
 * Cost O(rows^2 x columns / 64): 0.2 microseconds a pair of 200 states.
 * Source: @cite signorino1999, @cite haege2011.
 */
ENT_API ENT_MUST_USE ent_status ent_similarity_matrix(const ent_portfolios *portfolios, double *out, ent_error *err);

/** What ent_similarity_year may choose. Take the presets from ent_similarity_options_default. */
typedef struct ent_similarity_options {
    ent_self_tie self;    /**< preset ENT_SELF_MOST */
    const double *weight; /**< shape [ent_year_count], such as CINC, as in ent_portfolios; NULL: none. Preset NULL */
    int by_capability;    /**< 1: weight by the capability the year holds (net resources in the snapshot); `weight` must
                               be NULL. Preset 0 */
} ent_similarity_options;

/** The presets. */
ENT_API ent_similarity_options ent_similarity_options_default(void);

/**
 * Valued alliance ties of a year: what each state has pledged to each other one under the treaties in force.
 * 3 defence or offence, else 2 neutrality or consultation, else 1 non-aggression, else 0; 3 to itself.
 *
 * @param out Shape [n][n] for n = ent_year_count: row the giver of the pledge, column its receiver. The caller's.
 * Absence from the tables of treaties is 0, never missing. Cost O(sum of squared members of the treaties).
 */
ENT_API void ent_similarity_ties(const ent_year *year, uint8_t *out);

/**
 * Every measure of every pair of a year's states, from their alliance portfolios over all members of the COW system
 * that year, themselves and the partner included.
 *
 * @param options NULL for the presets.
 * @param out     Shape [ent_similarity_pairs(ent_year_count(year))][ent_similarity_count()], the caller's; as in
 *                ent_similarity_matrix. Unchanged on failure.
 * @return ENT_OK; ENT_E_ARG for two kinds of weights; ENT_E_RANGE for a bad weight; ENT_E_NOMEM.
 * Source: @cite signorino1999, @cite haege2011.
 */
ENT_API ENT_MUST_USE ent_status ent_similarity_year(const ent_year *year, const ent_similarity_options *options,
                                                    double *out, ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
