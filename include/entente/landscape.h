/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * The landscape of aggregation: into which two camps do states fall when each moves away from those it repels?
 * Energy of every division, its minima, their basins, the way down to them. Source: @cite axelrod1993.
 */
#ifndef ENTENTE_LANDSCAPE_H
#define ENTENTE_LANDSCAPE_H

#include <entente/base.h>
#include <entente/groups.h>
#include <entente/theory.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most states a landscape may have. */
#define ENT_LANDSCAPE_MAX 256
/** Most states of which every division is looked at; above, minima are searched. */
#define ENT_LANDSCAPE_EXACT 24
/** Most records of actual or predicted camps beside one another. */
#define ENT_LANDSCAPE_CAMPS 8

/** A record of camps to compare with, such as those that formed. */
typedef struct ent_landscape_camps {
    const char *name;     /**< such as "camp" or "camp_predicted" */
    const char *label[2]; /**< the two words it uses; the second may be "" */
    int8_t *side;         /**< [count]: 0 or 1; -1 not known */
} ent_landscape_camps;

/** What a landscape is made of. Owned by itself. */
typedef struct ent_landscape_input {
    size_t count;
    const char **code;  /**< short name of each state, each once */
    const char **name;  /**< longer name; the code where there is none */
    double *size;       /**< above 0, any unit */
    double *propensity; /**< [count * count], symmetric, diagonal 0; positive attracts */
    ent_landscape_camps camps[ENT_LANDSCAPE_CAMPS];
    size_t camps_count;
    int year;            /**< ENT_MISSING for files */
    const char *label;   /**< where the numbers come from */
    const char *formula; /**< how propensities were made; "" for files */
    const char **missing;
    size_t missing_count;
    const char **sources;
    size_t sources_count;
    const char **cites;
    size_t cites_count;
    void *arena;
} ent_landscape_input;

/**
 * Copies states, sizes and propensities.
 *
 * @param count      2 to ENT_LANDSCAPE_MAX.
 * @param code       Short names, each once.
 * @param size       Above 0.
 * @param propensity [count * count], finite and symmetric; the diagonal is not read.
 * @param out        Receives the input; the caller frees it with ent_landscape_input_free. Unchanged on failure.
 * @return ENT_OK; ENT_E_RANGE for the count, a size or a number that is not finite; ENT_E_ARG for asymmetric
 *         propensities or a code given twice; ENT_E_NOMEM. The message names the states.
 */
ENT_API ENT_MUST_USE ent_status ent_landscape_input_new(size_t count, const char *const *code, const double *size,
                                                        const double *propensity, ent_landscape_input **out,
                                                        ent_error *err);

/** Adds a record of camps: `side` is [count] of 0, 1 or -1. ENT_E_RANGE for more than ENT_LANDSCAPE_CAMPS. */
ENT_API ENT_MUST_USE ent_status ent_landscape_input_camps(ent_landscape_input *input, const char *name,
                                                          const char *first, const char *second, const int8_t *side,
                                                          ent_error *err);

/**
 * Reads a landscape from CSV files; docs/landscape.md describes their columns.
 *
 * @param states Path of the states: code or name, size, any `camp` columns; with `pairs` NULL also a column for each
 *               state that holds its propensities.
 * @param pairs  Path of the propensities, as list of pairs or as matrix; NULL when they stand in `states`.
 * @param out    As ent_landscape_input_new.
 * @return Its errors, and ENT_E_IO; ENT_E_PARSE with file, row and column; ENT_E_MISSING for a pair without propensity.
 */
ENT_API ENT_MUST_USE ent_status ent_landscape_read(const char *states, const char *pairs, ent_landscape_input **out,
                                                   ent_error *err);

/**
 * The landscape of a group in a year of the world: size is capability, propensity the weighted sum of rivalry, war,
 * treaties, likeness of UN votes and of regimes (parameters landscape_*).
 *
 * @param poles Two members; actual camps are then those allied to one of them and not to the other. NULL for none.
 * @return As ent_landscape_input_new; ENT_E_MISSING for a member without capability or outside the system of states;
 *         ENT_E_RANGE for the year. @p params NULL takes the defaults.
 */
ENT_API ENT_MUST_USE ent_status ent_landscape_of_year(const ent_world *world, const ent_params *params,
                                                      const ent_group *group, int year, const int *poles,
                                                      ent_landscape_input **out, ent_error *err);

/** Frees an input. Accepts NULL. */
ENT_API void ent_landscape_input_free(ent_landscape_input *input);

/** How to look for minima. Start from ent_landscape_options_default. */
typedef struct ent_landscape_options {
    uint64_t seed;
    int starts;        /**< of the search above ENT_LANDSCAPE_EXACT states, 1 to 1,000,000 */
    const char *start; /**< codes parted by commas: one camp from which a descent begins; NULL for none */
} ent_landscape_options;

/** Seed 1, 2,000 starts, no descent of the caller's. */
ENT_API ent_landscape_options ent_landscape_options_default(void);

/** How well a division agrees with a record of camps; the better of the two ways to name the camps. */
typedef struct ent_landscape_match {
    size_t right, of;
    double chance; /**< probability that as many agree when every division is equally likely */
} ent_landscape_match;

/** A division from which no single state gains by changing camp. */
typedef struct ent_landscape_minimum {
    double energy;
    uint8_t *side;      /**< [count]: 0 with the first state, 1 against it */
    size_t with_first;  /**< states in its camp */
    uint64_t basin;     /**< divisions whose steepest descent ends here, of 2^(count-1); or starts, of those searched */
    double share;       /**< basin / all; of a search an estimate */
    double low, high;   /**< 95 % interval of the share (Wilson); equal to it when exact */
    size_t indifferent; /**< states that could change camp at no cost */
    ent_landscape_match match[ENT_LANDSCAPE_CAMPS];
} ent_landscape_minimum;

/** A way down by steepest descent. */
typedef struct ent_landscape_descent {
    const char *from; /**< what it starts from */
    size_t steps;
    size_t *state;  /**< [steps]: who changes camp */
    double *energy; /**< [steps + 1] */
    size_t minimum; /**< index among the minima; SIZE_MAX when it is none of those found */
} ent_landscape_descent;

/** How settled a state is in the deepest minimum. */
typedef struct ent_landscape_state {
    double frustration; /**< F: sum of size x propensity over the other camp */
    double margin;      /**< energy the state's change of camp would cost; >= 0 */
    size_t differs;     /**< minima, beside the deepest, in which it stands on the other side */
} ent_landscape_state;

/** The answer. Borrows the input. */
typedef struct ent_landscape {
    const ent_landscape_input *input;
    int exact;         /**< 0: minima and basins are those a search met; there may be more and deeper ones */
    uint64_t all;      /**< divisions looked at, or starts */
    double unseen;     /**< estimated share of basins not met (Good-Turing); 0 when exact */
    size_t shown_once; /**< minima that one start alone met */
    ent_landscape_minimum *minima; /**< deepest first */
    size_t minima_count;
    ent_landscape_descent *descents;
    size_t descents_count;
    ent_landscape_state *states;
    const char *sentence;
    void *arena;
} ent_landscape;

/**
 * Finds the minima.
 *
 * @param options NULL for the defaults.
 * @param out     Receives the answer; the caller frees it, before the input, with ent_landscape_free.
 * @return ENT_OK; ENT_E_ARG for a start that names no state of the input; ENT_E_RANGE for options out of range and
 *         for more than 65,534 minima (states that nothing moves); ENT_E_NOMEM.
 * Cost: O(2^count) up to 24 states, half a second there; above, O(starts x count^2).
 */
ENT_API ENT_MUST_USE ent_status ent_landscape_run(const ent_landscape_input *input,
                                                  const ent_landscape_options *options, ent_landscape **out,
                                                  ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_landscape_free(ent_landscape *landscape);

#ifdef __cplusplus
}
#endif
#endif
