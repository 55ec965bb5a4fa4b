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
    ENTI_SUPPORT_CUT,
    ENTI_BLOCKS_CUT,
    ENTI_FAVOURS_CUT,
    ENTI_LINE_CUT,
    ENTI_PRACTICE_CUT,
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
    ENTI_EXIT_BEFORE,
    ENTI_EXIT_AFTER,
    ENTI_GROUP_RIVALRY,
    ENTI_GROUP_COHESION,
    ENTI_GROUP_PATRON,
    ENTI_UNIT_INTEREST,
    ENTI_UNIT_REGIME,
    ENTI_PARAMS
};

enum { ENTI_SNAPSHOT_NR, ENTI_IMPORT_NR, ENTI_IMPORT_CINC, ENTI_VARIANTS };

struct ent_params {
    const ent_world *world;
    int variant;
    ent_param row[ENTI_PARAMS];
};

static inline double enti_param(const ent_params *params, int index) {
    return params->row[index].value;
}

/* The form parameters, as a year needs them. */
enti_form enti_form_of(const ent_params *params);

#endif
