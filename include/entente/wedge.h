/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Can an outside power keep a group from a common position? Decision rules computed exactly, members' exposure to the
 * power, what each member's dependence costs the group, what would change it. Source: @cite lukian2021.
 */
#ifndef ENTENTE_WEDGE_H
#define ENTENTE_WEDGE_H

#include <entente/base.h>
#include <entente/groups.h>
#include <entente/theory.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- votes ---- */

/** How a group decides. */
typedef enum ent_rule {
    ENT_UNANIMITY, /**< all */
    ENT_MAJORITY,  /**< more than half */
    ENT_QMV        /**< 55 % of members with 65 % of population; fewer than four against cannot block by population */
} ent_rule;
/** Number of rules. */
#define ENT_RULES 3
/** Most members for which ENT_QMV is computed. */
#define ENT_QMV_MAX 36

/** Its name as --rule takes it. Static. */
ENT_API const char *ent_rule_text(ent_rule rule);

/**
 * Probability that independent votes carry a proposal, exactly: no sampling and no rounding of populations.
 *
 * @param p          [n], 0 to 1: that each votes for it.
 * @param population [n], above 0, sum below 9e15; read by ENT_QMV only.
 * @param passes     Receives the probability.
 * @param given      [2 * n], or NULL: probability given that member i votes for it [2 * i + 1] or against [2 * i].
 * @return ENT_OK; ENT_E_RANGE for n of 0, above ENT_GROUP_MAX (ENT_QMV_MAX under ENT_QMV), for a probability or a
 *         population out of range; ENT_E_ARG for an unknown rule; ENT_E_NOMEM. Cost: ENT_QMV O(2^(n/2) n), some
 *         milliseconds for 27; the others O(n^3).
 * With all p = 1/2, given[2i + 1] - given[2i] is the Banzhaf power of i, exact under ENT_QMV to the last bit.
 */
ENT_API ENT_MUST_USE ent_status ent_vote(ent_rule rule, size_t n, const double *p, const int64_t *population,
                                         double *passes, double *given, ent_error *err);

/** Fewest members that can stop a proposal together; 0 for none. Same limits as ent_vote. */
ENT_API size_t ent_vote_blocking(ent_rule rule, size_t n, const int64_t *population);

/* ---- wedge ---- */

/** What a wedge supposes. Start from ent_wedge_options_default. */
typedef struct ent_wedge_options {
    int year;
    int by;     /**< code of the power */
    int rule;   /**< ent_rule; ENT_MISSING: that of the group's record, else unanimity */
    double cut; /**< 0 to 1: part of dependence by trade and supply that is cut */
} ent_wedge_options;

/** Last year of the world, no power, rule of the record, half of dependence cut. */
ENT_API ent_wedge_options ent_wedge_options_default(const ent_world *world);

/** Ways in which a member is exposed. */
typedef enum ent_channel {
    ENT_CHANNEL_TRADE,
    ENT_CHANNEL_SUPPLY,
    ENT_CHANNEL_COERCION,
    ENT_CHANNEL_BASES,
    ENT_CHANNEL_TREATY,
    ENT_CHANNEL_TITLE,
    ENT_CHANNEL_FORUM
} ent_channel;
/** Number of channels. */
#define ENT_CHANNELS 7

/** Its name, such as "trade". Static. */
ENT_API const char *ent_channel_text(ent_channel channel);

/** A member that decides. */
typedef struct ent_wedge_member {
    ent_entity state;
    double channel[ENT_CHANNELS]; /**< 0 to 1 before its weight; NaN where nothing is coded */
    double exposure;              /**< 0 to 1 */
    double low, high;             /**< exposure with what is not coded at none and at much */
    double support;               /**< probability that it backs the common position */
    double population;            /**< NaN when not known */
    double banzhaf[ENT_RULES];    /**< probability that it decides when all others toss a coin; NaN when not computed */
    double cost[ENT_RULES];       /**< what the probability of a common position would gain were it not exposed */
    double captured[ENT_RULES];   /**< probability of a common position were it always against */
    int rival;                    /**< of the power */
    ent_line *lines;              /**< what its exposure rests on */
    size_t lines_count;
} ent_wedge_member;

/** Probability of a common position under one rule. NaN where the rule cannot be computed. */
typedef struct ent_wedge_rule {
    double now, low, high; /**< low, high: with what is not coded at much and at none */
    double cut;            /**< with dependence cut */
    double counter;        /**< with counter-measures of the group */
    double alone;          /**< nobody exposed */
    double captured;       /**< with the worst single capture */
    size_t captive;        /**< that member */
    size_t blocking;       /**< fewest members that can stop it together */
    const char *why_not;   /**< why it cannot be computed, or "" */
} ent_wedge_rule;

/** The answer. Members by what their dependence costs under the rule asked, most first. Owned by the answer. */
typedef struct ent_wedge {
    ent_group group;
    int year;
    const char *label;
    ent_entity by;
    ent_rule rule;
    int rule_by_record; /**< 1: the group's own; 0: as asked, or unanimity for want of a record */
    double share_cut;   /**< as asked */
    int by_is_member;   /**< 1: the power is a member itself; it is left out of those who decide */
    const char *sentence;
    ent_wedge_rule rules[ENT_RULES];
    ent_wedge_member *members;
    size_t members_count;
    ent_line *record; /**< measures of the power against members, members that left its forums, what figures say */
    size_t record_count;
    const char **missing;
    size_t missing_count;
    const char **assumed;
    size_t assumed_count;
    const char **sources;
    size_t sources_count;
    const char **cites;
    size_t cites_count;
    void *arena;
} ent_wedge;

/**
 * Computes a wedge.
 *
 * @param params  NULL for the defaults.
 * @param options Year, power and rule.
 * @param out     Receives the answer; the caller frees it with ent_wedge_free. Unchanged on failure.
 * @return ENT_OK; ENT_E_ARG for fewer than two members that decide, one named twice, or no power; ENT_E_MISSING for a
 *         power outside the system of states (members outside it are left out and named), and when the rule asked needs a population that is not known;
 *         ENT_E_RANGE for the year, the share cut, and more than ENT_QMV_MAX members under the rule qmv.
 * Cost: some 15 ms for 27 members.
 */
ENT_API ENT_MUST_USE ent_status ent_wedge_run(const ent_world *world, const ent_params *params, const ent_group *group,
                                              const ent_wedge_options *options, ent_wedge **out, ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_wedge_free(ent_wedge *wedge);

#ifdef __cplusplus
}
#endif
#endif
