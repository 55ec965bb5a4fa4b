/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * What holds a group together, and does it outlive its leading power? Interest, coercion and values in each member's
 * bond with the leader, and simulated exits when the leader's capability or will to coerce falls.
 * Source: @cite lukian2021.
 */
#ifndef ENTENTE_DURABILITY_H
#define ENTENTE_DURABILITY_H

#include <entente/base.h>
#include <entente/groups.h>
#include <entente/theory.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Years ahead that curves cover. */
#define ENT_DURABILITY_YEARS 20

/** What the leader loses. */
typedef enum ent_fall { ENT_FALL_CAPABILITY, ENT_FALL_WILL, ENT_FALL_BOTH } ent_fall;

/** Its text, such as "will". Static. */
ENT_API const char *ent_fall_text(ent_fall fall);

/** What an answer supposes. Start from ent_durability_options_default. */
typedef struct ent_durability_options {
    int year;
    int leader; /**< code; ENT_MISSING: the member with most capability */
    ent_fall fall;
    double remaining; /**< 0 to 1: what is left at the end of the fall */
    int over;         /**< years the fall takes, 1 to ENT_DURABILITY_YEARS; linear */
    int runs;         /**< simulated histories, 1 to 100,000 */
    uint64_t seed;
} ent_durability_options;

/** Last year of the world, strongest member, both lost whole within a year, 2,000 runs, seed 1. */
ENT_API ent_durability_options ent_durability_options_default(const ent_world *world);

/** A member beside the leader. Shares sum to 1; NaN where they cannot be judged. */
typedef struct ent_bond {
    ent_entity state;
    double interest, coercion, values; /**< raw */
    double share[3];                   /**< interest, coercion, values */
    double trust;
    int attacks;        /**< measures and attacks of the leader against it on record */
    int others;         /**< other members that the leader attacked */
    int garrison;       /**< 1: troops of the leader on its soil */
    double hazard;      /**< yearly hazard of its exit today, nobody gone */
    double hazard_fall; /**< the same at the end of the fall */
    double stays;       /**< share of runs in which it is still there after five years of the fall */
    const char *why;
} ent_bond;

/** How a group fares along one path of the leader. Index 0 is the year asked. */
typedef struct ent_survival {
    const char *name;                          /**< steady, fall or recorded */
    double strength[ENT_DURABILITY_YEARS + 1]; /**< what is left of the leader's power to coerce */
    double alive[ENT_DURABILITY_YEARS + 1];    /**< share of runs in which the group still stands */
    double low[ENT_DURABILITY_YEARS + 1], high[ENT_DURABILITY_YEARS + 1]; /**< 95 % interval of that share (Wilson) */
    double members[ENT_DURABILITY_YEARS + 1];                             /**< mean share of members still there */
    int median;    /**< first year in which half of the runs have ended, from 1; ENT_MISSING for none */
    double robust; /**< share of draws of the assumed parameters in which most runs end within five years */
} ent_survival;

/** Paths an answer compares. */
enum { ENT_PATH_STEADY, ENT_PATH_FALL, ENT_PATH_RECORDED, ENT_PATHS };

/** The answer. Owned by itself. */
typedef struct ent_durability {
    ent_group group;
    int year;
    const char *label;
    ent_entity leader;
    ent_fall fall;
    double remaining;
    int over, runs;
    uint64_t seed;
    const char *sentence;
    double share[3]; /**< mean over members whose bond can be judged */
    double trust;
    size_t judged;
    ent_bond *members;
    size_t members_count;
    ent_survival paths[ENT_PATHS];
    int paths_count; /**< 3 when capability after the year is on record, else 2 */
    double
        recorded[ENT_DURABILITY_YEARS + 1]; /**< share of the members that the record shows still there; NaN unknown */
    const char *ended;                      /**< date on which the body ended, "" while it lasts or for a list */
    const char **missing;
    size_t missing_count;
    const char **assumed;
    size_t assumed_count;
    const char **sources;
    size_t sources_count;
    const char **cites;
    size_t cites_count;
    void *arena;
} ent_durability;

/**
 * Computes bonds and survival.
 *
 * @param params  NULL for the defaults.
 * @param options NULL for the defaults.
 * @param out     Receives the answer; the caller frees it with ent_durability_free. Unchanged on failure.
 * @return ENT_OK; ENT_E_ARG for fewer than two members, a member twice, or a leader that is no member; ENT_E_RANGE;
 *         ENT_E_MISSING when no bond can be judged. The same seed gives the same bytes. Cost: some 30 ms for 30 members.
 */
ENT_API ENT_MUST_USE ent_status ent_durability_run(const ent_world *world, const ent_params *params,
                                                   const ent_group *group, const ent_durability_options *options,
                                                   ent_durability **out, ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_durability_free(ent_durability *durability);

#ifdef __cplusplus
}
#endif
#endif
