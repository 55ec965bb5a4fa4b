/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Questions about more than two states: could this forum become an alliance, and whom would a power pick?
 */
#ifndef ENTENTE_GROUPS_H
#define ENTENTE_GROUPS_H

#include <entente/assess.h>
#include <entente/base.h>
#include <entente/theory.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- finding a group ---- */

/** Longest list of members a group may have. */
#define ENT_GROUP_MAX 256

/** A group: a forum or organisation of the data, or states named one by one. */
typedef struct ent_group {
    const char *id;           /**< id of the forum, or "" for a list; borrowed from the world */
    const char *name;         /**< name of the forum, or ""; borrowed from the world */
    int codes[ENT_GROUP_MAX]; /**< members (full members of a forum), ascending */
    size_t count;
} ent_group;

/**
 * A forum by its id or any part of its name that fits only one, with its full members on any day of the year.
 *
 * @return ENT_OK; ENT_E_MISSING for an unknown forum (the message suggests some), or one before its founding or
 *         after its end; ENT_E_ARG when the name fits several.
 */
ENT_API ENT_MUST_USE ent_status ent_group_find(const ent_world *world, const char *text, int year, ent_group *out,
                                               ent_error *err);

/**
 * A group from a list of names or codes separated by commas.
 *
 * @return ENT_OK; ENT_E_ARG for a list of one or a member twice; ENT_E_MISSING for an unknown state or one that did
 *         not exist that year. Entities outside the system of states (Palestine) are accepted.
 */
ENT_API ENT_MUST_USE ent_status ent_group_parse(const ent_world *world, const char *list, int year, ent_group *out,
                                                ent_error *err);

/* ---- audit ---- */

/** What an audit supposes. Start from ent_audit_options_default. */
typedef struct ent_audit_options {
    int year;
    int excluded; /**< code of the outside power; ENT_MISSING chooses the one that patronises most members */
    int draws;    /**< parameter draws for the interval of the cohesion percentile */
    uint64_t seed;
    int upgrade_consultation, upgrade_crisis_centre, upgrade_defence; /**< 1: asked for */
} ent_audit_options;

/** Last year of the world, no excluded power, 200 draws, seed 1, no upgrade. */
ENT_API ent_audit_options ent_audit_options_default(const ent_world *world);

/** Relation of a member to the outside power. */
typedef enum ent_relation {
    ENT_REL_NONE,
    ENT_REL_RIVAL,
    ENT_REL_INFORMAL,
    ENT_REL_EMERGING,
    ENT_REL_ALLY
} ent_relation;

/** Its text, such as "treaty ally". Static. */
ENT_API const char *ent_relation_text(ent_relation relation);

/** A member. */
typedef struct ent_group_member {
    ent_entity state;
    const char *status, *since, *until; /**< of membership; "" for a list of states */
    int outside;                        /**< 1: no member of the system of states: in rival pairs only */
    double capability;                  /**< share of the world; NaN when unknown */
    double polyarchy;                   /**< NaN when unknown */
    const char *ideology;               /**< legitimating ideology, or "" */
    int rivals_inside;
    ent_relation relation; /**< to the outside power */
    const char *relation_why;
    int in_core;
} ent_group_member;

/** A pair of members, by index. */
typedef struct ent_group_pair {
    size_t a, b;
    double l, percentile;      /**< of the pair; NaN for an outside entity */
    int rivals, supplementary; /**< rivals for the tests; a supplementary record (counts only for outside entities) */
    int allied;                /**< defence pact in force */
    int patron_conflict;
    int feasible;                                             /**< passes the pair rule of a core */
    const char *why_not;                                      /**< code of the strongest reason, or "" */
    const char *text;                                         /**< that reason in words, or "" */
    const char *unshared[2];                                  /**< names of the rivals only one side has, "none" */
    const char *practice;                                     /**< practice rung */
    int accepts_consultation, accepts_crisis_centre;          /**< would take up the upgrade */
    const char *refuses_consultation, *refuses_crisis_centre; /**< why not, or "" */
} ent_group_pair;

/** An outside power allied to a member and rival to another. */
typedef struct ent_patron_tie {
    size_t member;
    ent_entity patron;
    int dormant;         /**< the pact is on paper only */
    const char *treaty;  /**< its name */
    const char *against; /**< members to which the patron is a rival */
} ent_patron_tie;

/** A pact inside the group. */
typedef struct ent_inside_pact {
    const char *treaty, *name;
    size_t pairs;       /**< pairs of members it binds to defence */
    const size_t *pair; /**< their indices among the audit's pairs */
    int own;            /**< 1: the group's own treaty */
    const char *source;
} ent_inside_pact;

/** Another body that overlaps. Jaccard indices, 0 to 1. */
typedef struct ent_overlap {
    const char *forum, *name;
    double members, mandates;
} ent_overlap;

/** The answer. Owned by the audit; percentiles 0 to 100; NaN = not known. */
typedef struct ent_audit {
    ent_group group;
    int year;
    const char *label, *variant;
    ent_entity excluded; /**< code ENT_MISSING when there is none */

    ent_group_member *members;
    size_t members_count;
    ent_group_pair *pairs;
    size_t pairs_count;
    ent_patron_tie *patrons;
    size_t patrons_count;
    int classes[5]; /**< members by ent_relation */

    const char *category; /**< alliance, integration, paper alliance, blocked ... : docs/groups.md */
    const char *reading;  /**< the same in one of: feasible, infeasible, held, paper, cannot judge */
    int feasible;         /**< 1: neither test fails */
    const char *sentence;
    double capability_in_rivalry; /**< share of the group's capability, 0 to 1 */
    double largest_member;        /**< share of the group's capability */
    double mean_l, p10_l, cohesion, cohesion_low, cohesion_high;
    double blocked_share; /**< of draws in which a test fails */
    size_t allied_pairs, judged_pairs, rival_pairs, conflict_pairs;
    const char *own_treaty; /**< id, or "" */
    int max_rung;
    const char *max_rung_name;

    int core_exact;         /**< 0: the search was cut short and the core is a lower bound */
    double core_capability; /**< of the group, 0 to 1 */
    size_t core_count, core_by_count;
    int core_rung;
    const char *core_rung_name;

    size_t *exits; /**< members, by index, whose leaving lets the rest pass both tests */
    size_t exits_count;
    int exits_exact; /**< 0: a bound, found greedily */
    const char *exits_text;

    int democracies, regimes_known; /**< members with polyarchy of at least 0.5, and known */
    double mean_polyarchy;
    const char *ideologies; /**< "3 communist, 2 monarchy" */

    const char *type, *decision_rule, *mandates, *obligations; /**< of a forum; "" for a list */
    int institution_level, secretariat;                        /**< ENT_MISSING for a list */
    ent_overlap *overlaps;
    size_t overlaps_count;

    ent_inside_pact *pacts;
    size_t pacts_count;
    const char *coercion; /**< members attacked by the largest member since founding, in words */
    int attacked;         /**< how many; ENT_MISSING for a group without a founding date */

    ent_line *obstacles; /**< mean of the pairs' ledger lines, strongest first */
    size_t obstacles_count;
    const char **missing;
    size_t missing_count;
    const char **assumed;
    size_t assumed_count;
    const char **sources;
    size_t sources_count;
    const char **cites;
    size_t cites_count;
    void *arena;
} ent_audit;

/**
 * Could this group become an alliance?
 *
 * @param group   At least three members that the system of states knows that year (two for a pair are judged, but
 *                "cannot judge" below three, as the cohesion of a pact is measured on groups).
 * @param options NULL for the defaults.
 * @param out     Receives the answer; the caller frees it with ent_audit_free.
 * @return ENT_OK; ENT_E_ARG for fewer than two members or an excluded power inside the group; ENT_E_RANGE;
 *         ENT_E_MISSING; ENT_E_NOMEM. Cost: some 30 ms for 30 members.
 */
ENT_API ENT_MUST_USE ent_status ent_audit_run(const ent_world *world, const ent_params *params, const ent_group *group,
                                              const ent_audit_options *options, ent_audit **out, ent_error *err);

/** Frees an audit. Accepts NULL. */
ENT_API void ent_audit_free(ent_audit *audit);

/* ---- partners ---- */

/** What a ranking of partners supposes. */
typedef struct ent_partners_options {
    int year;
    ent_scenario scenario;
    int excluded;          /**< code of the power to be left out; ENT_MISSING: the greatest threat to the patron */
    double ambition;       /**< 0 to 1, replaces capability relative to the largest; NaN keeps it */
    int top;               /**< candidates to explain in full, 1 to 256 */
    int set_dormant_aside; /**< 1: dormant pacts do not count against availability */
} ent_partners_options;

/** Last year of the world, both scenarios, greatest threat excluded, 10 candidates. */
ENT_API ent_partners_options ent_partners_options_default(const ent_world *world);

/** One candidate. */
typedef struct ent_candidate {
    ent_entity state;
    int rank; /**< 0 when the score is 0 */
    double score, attractiveness, availability, capability;
    double pact, interest, regime, dependence, support_factor; /**< factors; support_factor s(L - q25) under pressure */
    double l, percentile;
    int allied, with_excluded, with_rival, dormant;
    const char *title;
    int title_rank, tier; /**< on the patron's ladder of titles; 0 when none */
    const char *why;      /**< why not higher, in words */
    ent_line *obstacles;  /**< of the pair, strongest first */
    size_t obstacles_count;
    ent_change *changes; /**< cheapest single changes to the 50th percentile */
    size_t changes_count;
} ent_candidate;

/** A state tied to the other side that could leave it without joining. */
typedef struct ent_neutral {
    ent_entity state;
    double capability;
    const char *treaty;
    int dormant;
    double effect; /**< fall of the patron's total threat were its pact with the excluded power gone */
    double l;      /**< support of its pact with the excluded power today */
    double percentile;
} ent_neutral;

/** A state with ties to both poles. */
typedef struct ent_hedger {
    ent_entity state;
    double to_patron, to_excluded; /**< closeness in practice, 0 to 5 */
    double score;                  /**< the smaller of the two */
} ent_hedger;

/** One of the largest economies, and whether it is free. */
typedef struct ent_pool_state {
    ent_entity state;
    double capability;
    const char *
        status; /**< patron, excluded, rival of the patron, allied to the excluded, dormant pact with the excluded, ally, available */
} ent_pool_state;

/** The answer. Owned by the result. */
typedef struct ent_partners {
    ent_entity patron, excluded; /**< excluded.code is ENT_MISSING when the patron has no rival */
    int year;
    ent_scenario scenario;
    const char *label, *variant, *sentence;
    double willingness, willing[3]; /**< in the scenario asked; both, pressure, primacy */
    double threat, encirclement, ambition;
    ent_line *drivers;
    size_t drivers_count;
    ent_candidate *candidates; /**< by score, the first `top` explained */
    size_t candidates_count, ranked;
    ent_pool_state *pool;
    size_t pool_count;
    size_t pool_allied_excluded, pool_available;
    ent_neutral *neutral;
    size_t neutral_count;
    ent_hedger *hedgers;
    size_t hedgers_count;
    const char **missing;
    size_t missing_count;
    const char **sources;
    size_t sources_count;
    const char **cites;
    size_t cites_count;
    void *arena;
} ent_partners;

/** Ranks every candidate of a patron. Ownership and errors as ent_audit_run. */
ENT_API ENT_MUST_USE ent_status ent_partners_run(const ent_world *world, const ent_params *params, int patron,
                                                 const ent_partners_options *options, ent_partners **out,
                                                 ent_error *err);

/** Frees a ranking. Accepts NULL. */
ENT_API void ent_partners_free(ent_partners *partners);

#ifdef __cplusplus
}
#endif
#endif
