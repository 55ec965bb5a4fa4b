/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Why have A and B (not) allied, and what would change it? Status, structural support and hazard, never merged;
 * every theory's own verdict; obstacles, changes, robustness, gaps and sources.
 */
#ifndef ENTENTE_ASSESS_H
#define ENTENTE_ASSESS_H

#include <entente/base.h>
#include <entente/theory.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Which pressure the patron's choice assumes. */
typedef enum ent_scenario {
    ENT_BOTH,
    ENT_PRESSURE,
    ENT_PRIMACY,
    ENT_NO_PUSH, /**< neither: availability and structural support alone */
} ent_scenario;

/** What to ask and how. Start from ent_assess_options_default. */
typedef struct ent_assess_options {
    int year;              /**< a year the world covers */
    int horizon;           /**< years ahead, 1 to 50 */
    int draws;             /**< parameter draws for intervals, 0 to 100000; 0 gives no interval */
    uint64_t seed;         /**< of the draws */
    ent_scenario scenario; /**< for the patron's choice */
} ent_assess_options;

/** Last year of the world, 5 years ahead, 2000 draws, seed 1, both scenarios. */
ENT_API ent_assess_options ent_assess_options_default(const ent_world *world);

/** One obligation between the two in force that year. */
typedef struct ent_obligation {
    const char *treaty, *name, *kind; /**< kind: bilateral or multilateral */
    const char *since, *until;        /**< for this pair; until is "" while in force */
    const char *duties;               /**< such as "defence, consultation" */
    const char *basis;                /**< own, mixed or atop */
    const char *table;                /**< table of the row: treaties, or that of an import */
    int line;
    const char *source, *citation;
} ent_obligation;

/** One theory's answer. */
typedef struct ent_finding {
    const ent_theory *theory;
    ent_sides sides;
    ent_ledger ledger;
} ent_finding;

/** One part of a change: a lever and how far it moves. */
typedef struct ent_move {
    const char
        *variable; /**< rivalry-ends, rivalry-begins, interest-gap, regime-gap, capability, common-allies, belief-gap */
    const char *text;
    int side; /**< whose; -1 for the pair */
    double from, to;
    double units; /**< cost */
} ent_move;

/** A change and what it does. */
typedef struct ent_change {
    const char *kind;   /**< single, joint, event, lever */
    const char *target; /**< such as "to 50" or "below 25" */
    ent_move moves[4];
    size_t count;
    double cost;       /**< units; NaN when the target is not reached */
    double percentile; /**< after the change, 0 to 100 */
    int reaches;       /**< 1: reaches the target */
} ent_change;

/** The whole answer. Everything is owned by the assessment; percentiles run from 0 to 100; NaN = not known. */
typedef struct ent_assessment {
    ent_entity a, b;
    int year, horizon;
    const char *label;   /**< of the data */
    const char *variant; /**< data level */
    ent_scenario scenario;

    /* what is */
    const char *practice_rung, *treaty_rung, *category, *reading; /**< words of docs/verdict.md */
    int treaty_multilateral; /**< 1: the highest obligation is held by multilateral treaties only */
    int ladder;              /**< 0 to 8 */
    const char *ladder_name;
    double practice_index;
    const char *title; /**< declared partnership title in force, or "" */
    int title_rank;    /**< 0 when none */
    const char *title_since;
    int titles_coded; /**< 1 when titles of one of the two are coded at all */
    ent_obligation *obligations;
    size_t obligations_count;
    int deep;             /**< 1: a defence pact with at least two features of depth */
    const char *features; /**< those features, or "" */
    int recent_war;       /**< 1: opposite sides of a war in the year or the four before */
    int fatal_dispute;    /**< 1: no war, but a fatal dispute in those years; 0 where disputes were not imported */
    int pact_since;       /**< first year of the defence pact; ENT_MISSING without one */
    const char *holds;    /**< what holds a legacy alliance; "" otherwise */

    /* what the structure supports, blind to the pair's own pact */
    double support_l, u[2]; /**< log probability of two consents, and each side's utility */
    double percentile, low, high;
    const char *word;                           /**< blocks, hinders, neutral to favourable, favours; "" when unknown */
    int near_line;                              /**< 1: the interval crosses the 25th percentile */
    double at_signature;                        /**< percentile the year before the pact; NaN */
    double at_signature_low, at_signature_high; /**< its interval; NaN without draws */
    const char *at_signature_why;               /**< why it is not known, or "" */
    int at_signature_year;

    /* what is likely */
    const char *hazard_event; /**< signing, ending, none */
    double hazard, baseline, hazard_yearly, upper_bound;
    const char *hazard_note;
    int rung_at_horizon;
    const char *rung_at_horizon_name;

    /* how close, among pairs without a defence pact and without rivalry */
    long practice_rank, gain_rank, of; /**< ENT_MISSING when not ranked */

    long l_rank; /**< by support, among all pairs without a defence pact, rivals included */

    const char *sentence; /**< the verdict in words */

    ent_finding *theories;
    size_t theories_count;
    const char **disagreements;
    size_t disagreements_count;

    ent_line *terms; /**< every term of the model: coefficient x value summed over a side gives its utility u */
    size_t terms_count;
    ent_line *obstacles; /**< strongest first inside estimated, then inside assumed, rules before both */
    size_t obstacles_count;
    ent_line *supports;
    size_t supports_count;
    ent_line *context;
    size_t context_count;

    double interest, coercion, values;             /**< shares, sum 1 */
    double interest_raw, coercion_raw, values_raw; /**< before the division */
    double trust;
    const char *channels_why; /**< why they cannot be judged, or "" */

    double gate_open, gate_shut; /**< percentile with beliefs alike, and three standard deviations apart */

    ent_change *changes;
    size_t changes_count;
    const char *change_note;

    int draws;
    double share; /**< of draws with the same category and reading */

    const char **missing; /**< what is not there, and what would supply it */
    size_t missing_count;
    const char **assumed; /**< what stands in, what is carried forward */
    size_t assumed_count;
    const char **sources; /**< keys of sources.csv used */
    size_t sources_count;
    const char **cites; /**< keys of references.bib for the theories */
    size_t cites_count;

    void *arena; /**< owner of everything above */
} ent_assessment;

/**
 * Answers the question for two states.
 *
 * @param world   Borrowed during the call; the texts of the answer stay valid as long as world and params live.
 * @param params  NULL for the defaults of the data level the world allows.
 * @param a, b    COW codes, a != b, both members of the system in the year.
 * @param options NULL for the defaults.
 * @param out     Receives the answer; the caller frees it with ent_assessment_free. Unchanged on failure.
 * @return ENT_OK; ENT_E_ARG for a state with itself; ENT_E_RANGE for a year outside the data or options outside
 *         their range; ENT_E_MISSING for a state that did not exist that year; ENT_E_NOMEM.
 * Cost: about 30 ms with 2000 draws. Deterministic in all arguments.
 */
ENT_API ENT_MUST_USE ent_status ent_assess(const ent_world *world, const ent_params *params, int a, int b,
                                           const ent_assess_options *options, ent_assessment **out, ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_assessment_free(ent_assessment *assessment);

#ifdef __cplusplus
}
#endif
#endif
