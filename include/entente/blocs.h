/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Blocs of a year: communities of the signed network of states, how cohesive inside and opposed outside they are, the
 * camps around two poles, who hedges. And the network itself over years, for other programs.
 * Sources: @cite traag2019, @cite traag2009, @cite cartwright1956, @cite lukian2021.
 */
#ifndef ENTENTE_BLOCS_H
#define ENTENTE_BLOCS_H

#include <entente/base.h>
#include <entente/theory.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a question supposes. Start from ent_blocs_options_default. */
typedef struct ent_blocs_options {
    int year;
    int pole[2];   /**< codes; ENT_MISSING: the strongest state and its strongest rival */
    uint64_t seed; /**< first of the seeds over which communities are found */
} ent_blocs_options;

/** Last year of the world, no poles, seed 1. */
ENT_API ent_blocs_options ent_blocs_options_default(const ent_world *world);

/** A state in the network. */
typedef struct ent_bloc_state {
    ent_entity state;
    double capability;       /**< share of the world; NaN when unknown */
    size_t community;        /**< index among the blocs; SIZE_MAX without a tie that pulls */
    size_t spin;             /**< label of the spin glass, from 0; SIZE_MAX without any tie */
    double pulls, pushes;    /**< sums of the weights of its positive and negative ties */
    double leaning;          /**< -1 to 1: 1 the first pole, -1 the second; 0 when nothing leads to either */
    double to_pole[2];       /**< closeness in practice to the poles, 0 to 5; NaN when unknown or for the pole itself */
    int allied[2], rival[2]; /**< with or of the poles */
    int camp;                /**< 0, 1: of a pole; -1: of neither */
    int hedges;              /**< 1: close to both poles, allied to neither, rival of neither */
} ent_bloc_state;

/** A treaty of which a community is made. */
typedef struct ent_bloc_pact {
    const char *treaty, *name; /**< id and name */
    size_t pairs;              /**< pairs inside that it binds to defence */
    const char *source;
} ent_bloc_pact;

/** A community. Shares 0 to 1. */
typedef struct ent_bloc {
    const char *kind; /**< bloc, cohesive or loose */
    const char *name; /**< its strongest member */
    size_t *member;   /**< indices of states, strongest first */
    size_t members_count;
    double capability;     /**< of the world */
    double cohesion;       /**< strength of ties inside, pairs weighed by the product of their capabilities */
    double density;        /**< pairs with a tie that pulls, of all pairs inside */
    double hostility;      /**< its capability that belongs to members with a rival inside */
    double opposition;     /**< its capability that belongs to members with a rival in another community */
    size_t opponent;       /**< index of the community with most rivalry toward it; SIZE_MAX for none */
    size_t opponent_pairs; /**< rival pairs with that one */
    double stability;      /**< mean share of runs in which two of its members stayed together */
    ent_bloc_pact *pacts;  /**< by pairs, most first */
    size_t pacts_count;
    int of_alliances; /**< 1: two pacts or more make it, none of them alone */
} ent_bloc;

/** The answer. Owned by itself. */
typedef struct ent_blocs {
    int year;
    const char *label, *library, *sentence;
    uint64_t seed;
    size_t states_count;
    ent_bloc_state *states;
    size_t pulls_count, pushes_count; /**< ties */
    double pulls, pushes;             /**< their weights */
    ent_bloc *blocs;                  /**< communities, by capability */
    size_t blocs_count;

    double modularity;                   /**< of the partition shown */
    int runs, seeds;                     /**< runs of Leiden over seeds and resolutions */
    double over_seeds, over_resolutions; /**< mean adjusted Rand index with the partition shown */
    double spin_likeness;                /**< of the spin glass with it */
    double spin_over_seeds;              /**< of the spin glass with itself under other seeds */
    size_t spin_camps;
    double spin_frustration; /**< weight of ties that the spin glass leaves frustrated, of all */

    double frustration_low, frustration_high; /**< weight of ties frustrated by the best two camps: bounds */
    double frustration;                       /**< upper bound as a share of all weight */
    int frustration_exact;                    /**< 1: both bounds meet */

    ent_entity pole[2]; /**< code ENT_MISSING when there are none */
    int poles_chosen;   /**< 1: as asked */
    size_t camp_count[2], unattached;
    double camp_capability[2];
    double crossing;     /**< weight of positive ties between the camps, of all that touch them */
    double polarisation; /**< 4 c_1 c_2 (1 - crossing); 0 to 1; NaN without poles */
    size_t *hedgers;     /**< indices of states, most even first */
    size_t hedgers_count;
    size_t leaning_count[5]; /**< states by leaning: below -0.6, to -0.2, to 0.2, to 0.6, above */

    const char **missing;
    size_t missing_count;
    const char **assumed;
    size_t assumed_count;
    const char **sources;
    size_t sources_count;
    const char **cites;
    size_t cites_count;
    void *arena;
} ent_blocs;

/**
 * Finds the blocs of a year.
 *
 * @param params  NULL for the defaults.
 * @param options NULL for the defaults.
 * @param out     Receives the answer; the caller frees it with ent_blocs_free. Unchanged on failure.
 * @return ENT_OK; ENT_E_RANGE for the year; ENT_E_ARG for one pole, or one twice; ENT_E_MISSING for a pole that was no
 *         member; ENT_E_IO when the module with igraph is not installed; ENT_E_DIVERGED when it fails; ENT_E_NOMEM.
 * Cost: some 60 ms. One thread at a time: igraph is not safe for more. The same seed gives the same bytes.
 */
ENT_API ENT_MUST_USE ent_status ent_blocs_run(const ent_world *world, const ent_params *params,
                                              const ent_blocs_options *options, ent_blocs **out, ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_blocs_free(ent_blocs *blocs);

/* ---- the network over years ---- */

/** A state that was a member in some of the years. */
typedef struct ent_network_node {
    ent_entity state;
    int first, last;        /**< years inside the network's */
    const char **community; /**< [years]: strongest member of its community, "" for none or no member */
    double *capability;     /**< [years]; NaN unknown */
} ent_network_node;

/** A tie of one kind over an unbroken spell of years. */
typedef struct ent_network_tie {
    size_t a, b;      /**< nodes */
    const char *kind; /**< defence, treaty, title, rivalry or war */
    double weight;    /**< below 0 for rivalry and war */
    int first, last;
} ent_network_tie;

/** The network of some years. Owned by itself. */
typedef struct ent_network {
    int first, last;
    const char *label;
    ent_network_node *nodes;
    size_t nodes_count;
    ent_network_tie *ties;
    size_t ties_count;
    void *arena;
} ent_network;

/**
 * Collects the network of the years `first` to `last`; communities are those of one run of Leiden a year.
 *
 * @param out Receives it; the caller frees it with ent_network_free. Unchanged on failure.
 * @return As ent_blocs_run; ENT_E_RANGE also when last is before first. Cost: some 10 ms a year.
 */
ENT_API ENT_MUST_USE ent_status ent_network_collect(const ent_world *world, const ent_params *params, int first,
                                                    int last, uint64_t seed, ent_network **out, ent_error *err);

/** Frees a network. Accepts NULL. */
ENT_API void ent_network_free(ent_network *network);

#ifdef __cplusplus
}
#endif
#endif
