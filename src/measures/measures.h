/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is computed from the facts of a year. Each function fills its arrays of ent_year, in this order;
 * sources and formulas stand in the file of each measure.
 */
#ifndef ENTI_MEASURES_H
#define ENTI_MEASURES_H

#include "world/year.h"

void enti_measure_capability(ent_year *year); /* share, growth, strength */
ent_status enti_measure_distance(ent_year *year, ent_error *err);
ent_status enti_measure_threat(ent_year *year, ent_error *err);
/* Ability of k to reach i, to the power p. */
double enti_reach(const ent_year *year, size_t i, size_t k);
/* Hostility h of k to i: 1 a rival, the weight of disputes for a state that used force, else 0. */
double enti_hostility(const ent_year *year, size_t i, size_t k);
/* Threat that shows in disputes of this year or the last, 0 to 1; NaN where disputes are not known or carried. */
double enti_acute_threat(const ent_year *year, size_t i);
/* Yearly risk of a dispute between two, after the last ten years; NaN where disputes are not known. */
double enti_dispute_risk(const ent_year *year, size_t i, size_t k);
ent_status enti_measure_closeness(ent_year *year, ent_error *err); /* common forums, rank shares */

/* Fills every measure of a year. */
ent_status enti_measure_year(ent_year *year, ent_error *err);

/* Of two states' capabilities, in any unit >= 0: weaker over stronger, in [0, 1]; the first's share of both. NaN where
 * one is not known or both are 0. */
double enti_capability_ratio(double a, double b);
double enti_capability_share(double a, double b);

/* States that hold a common ally through different treaties: k allied to i by a treaty without j, and to j by a
 * treaty without i. Otherwise a big treaty would explain itself. */
int enti_common_allies(const ent_year *year, size_t i, size_t j);

/* A pair seen by someone who may change it: counterfactuals replace rival sets or scale one side's capability. */
typedef struct {
    const ent_year *year;
    size_t side[2];
    enti_set rivals[2];
    double scale[2]; /* factor on each side's capability, before all shares are divided by their new sum */
} enti_view;

/* The stronger of two states by capability; of equals the one with the lower code, whatever the order asked in. */
static inline size_t enti_stronger(const ent_year *year, size_t i, size_t j) {
    if (year->share[i] != year->share[j]) return year->share[i] > year->share[j] ? i : j;
    return i < j ? i : j;
}

enti_view enti_view_of(const ent_year *year, size_t a, size_t b);
/* Capability share and strength of state k under the view. */
double enti_view_share(const enti_view *view, size_t k);
double enti_view_strength(const enti_view *view, size_t k);

/* Security gain of side s (0 or 1) from the other against all its own threats. >= 0; 0 for mutual rivals. */
double enti_gain(const enti_view *view, int s);

/* Rival sets of a pair: who is shared, who is a rival of one side only (each other left out). */
typedef struct {
    enti_set shared, unshared[2];
    int shared_count, unshared_count[2];
    bool mutual, exclusive; /* exclusive: at least one shared, none unshared */
} enti_exclusivity;

enti_exclusivity enti_exclusivity_of(const enti_view *view);

/* Exposure of side s to the other's unshared rivals: sum of the threats they pose to the other side. */
double enti_entrapment(const ent_year *year, const enti_exclusivity *exclusivity, size_t a, size_t b, int s);

/* The same by risk instead of threat: ln(1 + sum of the other side's yearly risks / 0.22). NaN without disputes. */
double enti_entrapment_risk(const ent_year *year, const enti_exclusivity *exclusivity, size_t a, size_t b, int s);

/* Encirclement: share of a state's neighbours (contiguity 1 to 4) that are its rivals, or defence partners of a
 * rival without being its own. NaN without neighbours. */
double enti_encirclement(const ent_year *year, size_t i);

/* Likeness of regional ties: over the neighbours of either side, the share on which both stand alike (both allied
 * or both rival) minus the share on which they stand opposed. NaN when neither has a tie there. */
double enti_regional_likeness(const ent_year *year, size_t i, size_t j);

/* Practice index, 0 to 5, with its terms; NaN terms are unknown. */
typedef struct {
    double institutions, interest, security, shared, trade;
    int known;
    double index; /* NaN when fewer than three terms are known */
} enti_practice;

enti_practice enti_practice_of(const ent_year *year, size_t i, size_t j);

/* Covariates of the two-consents model for a pair. Everything verdicts need, nothing about its own pact. */
typedef struct {
    size_t side[2];
    double distance_km;
    bool contiguous;
    int common_allies;
    double interest_gap, regime_gap; /* with the stand-in when unknown */
    bool interest_known, regime_known, trade_known;
    enti_exclusivity rivals;
    double share[2]; /* capability; NaN when unknown */
    double gain[2], autonomy[2], shift[2], trade[2];
    bool computable; /* capability of both sides is known */
} enti_pair;

enti_pair enti_pair_of(const ent_year *year, size_t a, size_t b);
/* The same under a view, reusing what the view cannot change. */
void enti_pair_apply(const enti_view *view, enti_pair *pair);

#define ENTI_GAP_INTEREST 1.0 /* stand-ins at the sample's mean when a gap is unknown */
#define ENTI_GAP_REGIME 0.3

#endif
