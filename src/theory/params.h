/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of parameters: estimated coefficients of a data level, and conventions with their ranges. */
#ifndef ENTI_PARAMS_H
#define ENTI_PARAMS_H

#include "world/year.h"

#include <entente/theory.h>

/* Terms of the two-consents model, in the order of the coefficients table. The first nine after the constant are
 * common to both sides; the rest belong to one side. */
enum {
    ENTI_CONST,
    ENTI_LN_DISTANCE,
    ENTI_CONTIGUOUS,
    ENTI_COMMON_ALLIES,
    ENTI_INTEREST_GAP,
    ENTI_REGIME_GAP,
    ENTI_MUTUAL,
    ENTI_ERA,
    ENTI_SHARED,
    ENTI_UNSHARED,
    ENTI_SQRT_GAIN,
    ENTI_LN_PARTNER,
    ENTI_AUTONOMY,
    ENTI_SHIFT,
    ENTI_TRADE,
    ENTI_TERMS,
    ENTI_COMMON_TERMS = ENTI_SQRT_GAIN, /* constant included */
    ENTI_ESTIMATED_TERMS = ENTI_AUTONOMY
};

/* Conventions. Listed with their numbers, ranges and grounds in params.c. */
enum {
    ENTI_ALLY_SHARE = ENTI_TERMS,
    ENTI_CONTEST,
    ENTI_REACH_POWER,
    ENTI_PROXY_REACH,
    ENTI_REACH_KM,
    ENTI_SUPPLEMENTARY,
    ENTI_DISPUTE_WEIGHT,
    ENTI_SUPPORT_CUT,
    ENTI_BLOCKS_CUT,
    ENTI_FAVOURS_CUT,
    ENTI_LINE_CUT,
    ENTI_PRACTICE_CUT,
    ENTI_PRACTICE_CUT_TRADE,
    ENTI_WORD_ENABLES,
    ENTI_WORD_FAVOURS,
    ENTI_WORD_BLOCKS,
    ENTI_BELIEF_P1_WEIGHT,
    ENTI_BELIEF_I1_WEIGHT,
    ENTI_BELIEF_P1_SD,
    ENTI_BELIEF_I1_SD,
    ENTI_BELIEF_THRESHOLD,
    ENTI_BELIEF_SOFTNESS,
    ENTI_BELIEF_SHUT,
    ENTI_ACUTE_MIDDLE,
    ENTI_ACUTE_WIDTH,
    ENTI_BELIEF_DEMONSTRATION,
    ENTI_TRUST_ENABLES,
    ENTI_TRUST_FAVOURS,
    ENTI_TRUST_NEUTRAL,
    ENTI_COERCION_YEARS,
    ENTI_SCENARIO,
    ENTI_PATRON_SIZE,
    ENTI_PATRON_UNWILLING,
    ENTI_WILLING_MIDDLE,
    ENTI_WILLING_WIDTH,
    ENTI_PACT_WITH_EXCLUDED,
    ENTI_PACT_WITH_RIVAL,
    ENTI_PACT_DORMANT,
    ENTI_SUPPLEMENTARY_WEIGHT,
    ENTI_DORMANT_YEARS,
    ENTI_DORMANT_EXERCISE_YEARS,
    ENTI_FOUNDING_RATE,
    ENTI_BOUND_CONST,
    ENTI_BOUND_SLOPE,
    ENTI_BOUND_BEND,
    ENTI_EXIT_EMPIRES,
    ENTI_EXIT_INTERWAR,
    ENTI_EXIT_BEFORE,
    ENTI_EXIT_AFTER,
    ENTI_GROUP_RIVALRY,
    ENTI_GROUP_COHESION,
    ENTI_GROUP_PATRON,
    ENTI_UNIT_INTEREST,
    ENTI_UNIT_REGIME,
    ENTI_LANDSCAPE_RIVALRY,
    ENTI_LANDSCAPE_WAR,
    ENTI_LANDSCAPE_DEFENCE,
    ENTI_LANDSCAPE_TREATY,
    ENTI_LANDSCAPE_VOTES,
    ENTI_LANDSCAPE_REGIME,
    ENTI_WEDGE_BASELINE,
    ENTI_WEDGE_PASS,
    ENTI_WEDGE_TRADE_FULL,
    ENTI_WEDGE_TRADE,
    ENTI_WEDGE_SUPPLY,
    ENTI_WEDGE_COERCION,
    ENTI_WEDGE_BASES,
    ENTI_WEDGE_TREATY,
    ENTI_WEDGE_TITLE,
    ENTI_WEDGE_FORUM,
    ENTI_WEDGE_RIVAL,
    ENTI_WEDGE_CARRY,
    ENTI_WEDGE_COUNTER,
    ENTI_DURABILITY_UNHELD,
    ENTI_DURABILITY_DEMONSTRATION,
    ENTI_DURABILITY_GARRISON,
    ENTI_DURABILITY_CONTAGION,
    ENTI_DURABILITY_END,
    ENTI_BLOCS_DEFENCE,
    ENTI_BLOCS_SHALLOW,
    ENTI_BLOCS_TREATY,
    ENTI_BLOCS_TITLE,
    ENTI_BLOCS_RIVALRY,
    ENTI_BLOCS_WAR,
    ENTI_BLOCS_RESOLUTION,
    ENTI_BLOCS_COHESION,
    ENTI_BLOCS_OPPOSITION,
    ENTI_BLOCS_CAMP,
    ENTI_BLOCS_HEDGE,
    ENTI_PARAMS
};

enum { ENTI_SNAPSHOT_NR, ENTI_IMPORT_NR, ENTI_IMPORT_CINC, ENTI_VARIANTS };

struct ent_params {
    const ent_world *world;
    int variant;
    bool forced; /* the caller named the variant: another year keeps it or fails */
    ent_param row[ENTI_PARAMS];
};

static inline double enti_param(const ent_params *params, int index) {
    return params->row[index].value;
}

/* The variant the data allow for a year, the preferred one first. */
int enti_variant_for(const ent_world *world, int year);
/* ENT_E_MISSING, naming the data set, when the data lack what a variant needs in a year. */
ENT_MUST_USE ent_status enti_variant_check(const ent_world *world, int variant, int year, ent_error *err);

/* What answers call the data and, unless it is the snapshot's, the variant; NULL when memory ran out. */
const char *enti_params_label(const ent_params *params, enti_arena *arena);

/* The form parameters, as a year needs them. */
enti_form enti_form_of(const ent_params *params);

#endif
