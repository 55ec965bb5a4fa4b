/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table of parameters for every case. Coefficients come from the world's coefficients table; conventions
 * stand here with their range and what they rest on. Nothing is ever set for one state.
 */
#include "theory/params.h"

#include <math.h>
#include <string.h>

typedef struct {
    const char *name, *unit, *meaning;
    double low, high, preset;
    ent_origin_kind origin;
    const char *source;
} convention;

/* clang-format off */
static const convention terms[ENTI_TERMS] = {
    [ENTI_CONST]         = {"const", "log-odds", "constant of each side's consent", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_LN_DISTANCE]   = {"ln_distance", "per ln(1000 km)", "distance between capitals", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_CONTIGUOUS]    = {"contiguous", "", "neighbours by land or up to 150 miles of water", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_COMMON_ALLIES] = {"ln_common_allies", "per ln(1 + n)", "allies of both outside common treaties", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_INTEREST_GAP]  = {"interest_gap", "per point", "distance of UN ideal points", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_REGIME_GAP]    = {"regime_gap", "per point", "difference of polyarchy", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_MUTUAL]        = {"mutual_rivalry", "", "the two are rivals (the veto is a rule, not this weight)", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_ERA]           = {"era_1990", "", "1990 or later", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_SHARED]        = {"shared_rival", "", "at least one rival is shared", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_UNSHARED]      = {"shared_x_unshared", "per ln(1 + n)", "unshared rivals, given a shared one", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_SQRT_GAIN]     = {"sqrt_gain", "", "square root of the security gain from the ally", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_LN_PARTNER]    = {"ln_partner_capability", "per ln share", "capability of the partner", 0, 0, 0, ENT_ESTIMATED, ""},
    [ENTI_AUTONOMY]      = {"autonomy", "", "freedom of action lost to a stronger partner", 0, 0, 0, ENT_ASSUMED, ""},
    [ENTI_SHIFT]         = {"shift_of_power", "", "partner that grows faster: subordination later", 0, 0, 0, ENT_ASSUMED, ""},
    [ENTI_TRADE]         = {"trade_at_stake", "per trade share", "trade with the partner's rivals", 0, 0, 0, ENT_ASSUMED, ""},
};

#define PLACE(index) [(index) - ENTI_TERMS]
static const convention conventions[ENTI_PARAMS - ENTI_TERMS] = {
    PLACE(ENTI_ALLY_SHARE)    = {"ally_share", "", "part of a defence partner's capability that counts as one's own", 0.3, 0.8, 0.5, ENT_ASSUMED, "form choice; little effect in its range"},
    PLACE(ENTI_CONTEST)       = {"contest", "", "exponent m of the contest x^m / (x^m + y^m)", 0.5, 2, 1, ENT_ASSUMED, "form choice; little effect in its range"},
    PLACE(ENTI_REACH_POWER)   = {"reach_power", "", "exponent of reach in threat", 0, 1, 0.5, ENT_ASSUMED, "form choice; little effect in its range"},
    PLACE(ENTI_PROXY_REACH)   = {"proxy_reach", "", "reach of a rival through an ally next door", 0, 1, 0.5, ENT_ASSUMED, "form choice; little effect in its range"},
    PLACE(ENTI_REACH_KM)      = {"reach_km", "km", "distance at which reach has halved", 1000, 4000, 2000, ENT_ASSUMED, "form choice; little effect in its range"},
    PLACE(ENTI_SUPPLEMENTARY) = {"rivalries_supplementary", "0 or 1", "1: disputes outside the strategic list count as rivalries", 0, 1, 0, ENT_ASSUMED, "sensitivity switch"},
    PLACE(ENTI_DISPUTE_WEIGHT) = {"dispute_weight", "0 to 1", "hostility of a state that used force within ten years, beside 1 for a rival", 0, 0.6, 0, ENT_ASSUMED, "form choice; 0 where militarised disputes are not known"},
    PLACE(ENTI_SUPPORT_CUT)   = {"support_cut", "percentile", "at or above it the structure supports a pact", 5, 50, 25, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCKS_CUT)    = {"support_blocks", "percentile", "below it the structure blocks", 1, 25, 5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_FAVOURS_CUT)   = {"support_favours", "percentile", "above it the structure favours", 25, 90, 50, ENT_ASSUMED, "convention"},
    PLACE(ENTI_LINE_CUT)      = {"line_cut", "log-odds", "a term weaker than this is neither obstacle nor support", 0, 1, 0.15, ENT_ASSUMED, "convention"},
    PLACE(ENTI_PRACTICE_CUT)  = {"practice_cut", "0 to 5", "practice index from which a pair is aligned (without a trade term)", 1, 4, 2.4, ENT_ASSUMED, "convention: about 140 pairs a year pass"},
    PLACE(ENTI_PRACTICE_CUT_TRADE) = {"practice_cut_trade", "0 to 5", "the same for a pair whose trade is known too", 1, 4, 3, ENT_ASSUMED, "convention: about 120 pairs a year pass"},
    PLACE(ENTI_WORD_ENABLES)  = {"word_enables", "log-odds", "score from which a theory enables", 0.5, 3, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WORD_FAVOURS)  = {"word_favours", "log-odds", "score from which it favours; minus this, hinders", 0.1, 1, 0.35, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WORD_BLOCKS)   = {"word_blocks", "log-odds", "score at or below which it blocks", -6, -1, -2.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BELIEF_P1_WEIGHT) = {"belief_weight_p1", "", "weight of the gap in P-1", 0, 2, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BELIEF_I1_WEIGHT) = {"belief_weight_i1", "", "weight of the gap in I-1", 0, 2, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BELIEF_P1_SD)  = {"belief_sd_p1", "", "standard deviation of P-1 over leader-years", 0.05, 0.5, 0.14, ENT_PUBLISHED, "schafer2022"},
    PLACE(ENTI_BELIEF_I1_SD)  = {"belief_sd_i1", "", "standard deviation of I-1 over leader-years", 0.05, 0.5, 0.18, ENT_PUBLISHED, "schafer2022"},
    PLACE(ENTI_BELIEF_THRESHOLD) = {"belief_threshold", "sd", "distance of beliefs at which the gate is half shut", 0.5, 3, 1.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BELIEF_SOFTNESS)  = {"belief_softness", "sd", "how gradually the gate shuts", 0.1, 1, 0.35, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BELIEF_SHUT)   = {"belief_shut", "sd", "distance shown as \"gate shut\" where beliefs are not measured", 2, 4, 3, ENT_ASSUMED, "convention"},
    PLACE(ENTI_ACUTE_MIDDLE)  = {"acute_middle", "0 to 1", "acute threat at which it half overrides the gate", 0.5, 1, 0.8, ENT_ASSUMED, "convention: 0.5 % of states lie above it in peacetime"},
    PLACE(ENTI_ACUTE_WIDTH)   = {"acute_width", "", "how gradually acute threat overrides the gate", 0.02, 0.3, 0.08, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BELIEF_DEMONSTRATION) = {"belief_demonstration", "0 or 1", "1: beliefs measured from texts that cannot stand for a leader count as well", 0, 1, 0, ENT_ASSUMED, "sensitivity switch"},
    PLACE(ENTI_TRUST_ENABLES) = {"trust_enables", "0 to 1", "trust from which shared values enable", 0.3, 0.9, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_TRUST_FAVOURS) = {"trust_favours", "0 to 1", "trust from which, with interest, they favour", 0.1, 0.6, 0.3, ENT_ASSUMED, "convention"},
    PLACE(ENTI_TRUST_NEUTRAL) = {"trust_neutral", "0 to 1", "trust from which they are neutral", 0.05, 0.4, 0.15, ENT_ASSUMED, "convention"},
    PLACE(ENTI_COERCION_YEARS) = {"coercion_years", "years", "how long a coercion record counts", 1, 30, 10, ENT_ASSUMED, "convention"},
    PLACE(ENTI_SCENARIO)      = {"patron_scenario", "0 to 3", "why a patron seeks allies: 0 both, 1 pressure, 2 primacy, 3 neither (--under)", 0, 3, 0, ENT_ASSUMED, "the question asked"},
    PLACE(ENTI_PATRON_SIZE)   = {"patron_size", "share", "capability from which a state can be a patron", 0.005, 0.1, 0.02, ENT_ASSUMED, "convention"},
    PLACE(ENTI_PATRON_UNWILLING) = {"patron_unwilling", "0 to 1", "willingness below which a patron's choice is one step weaker", 0, 0.5, 0.25, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WILLING_MIDDLE) = {"willing_middle", "0 to 1", "threat, or share of the leader, at which willingness is half", 0.3, 0.8, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WILLING_WIDTH) = {"willing_width", "", "how gradually willingness rises", 0.05, 0.4, 0.15, ENT_ASSUMED, "convention"},
    PLACE(ENTI_PACT_WITH_EXCLUDED) = {"pact_with_excluded", "factor", "availability of a live ally of the excluded power", 0, 0.5, 0.05, ENT_ASSUMED, "convention"},
    PLACE(ENTI_PACT_WITH_RIVAL) = {"pact_with_rival", "factor", "availability of a live ally of another rival", 0, 1, 0.25, ENT_ASSUMED, "convention"},
    PLACE(ENTI_PACT_DORMANT)  = {"pact_dormant", "factor", "availability where only dormant pacts tie it to rivals", 0, 1, 0.6, ENT_ASSUMED, "convention"},
    PLACE(ENTI_SUPPLEMENTARY_WEIGHT) = {"supplementary_weight", "factor", "a dispute outside the strategic list, in a patron's eyes", 0, 1, 0.3, ENT_ASSUMED, "convention"},
    PLACE(ENTI_DORMANT_YEARS) = {"dormant_years", "years", "age from which a pact may be dormant", 10, 60, 25, ENT_ASSUMED, "convention"},
    PLACE(ENTI_DORMANT_EXERCISE_YEARS) = {"dormant_exercise_years", "years", "a joint exercise within them keeps a pact alive", 1, 30, 10, ENT_ASSUMED, "convention"},
    PLACE(ENTI_FOUNDING_RATE) = {"founding_rate", "per year", "founding hazard is this times exp(L)", 0.1, 2, 0.51, ENT_ESTIMATED, "calibrated on treaty-years after 1990"},
    PLACE(ENTI_BOUND_CONST)   = {"bound_const", "log-odds", "upper bound with accession: constant", 2, 10, 5.88, ENT_ESTIMATED, "calibrated on onsets 1946-2018"},
    PLACE(ENTI_BOUND_SLOPE)   = {"bound_slope", "", "upper bound: slope in L", 0.5, 2, 1.20, ENT_ESTIMATED, "calibrated on onsets 1946-2018"},
    PLACE(ENTI_BOUND_BEND)    = {"bound_bend", "", "upper bound: change of slope above L = -8 (with the slope held at 0 or more)", -2, 0, -1.22, ENT_ESTIMATED, "calibrated on onsets 1946-2018"},
    PLACE(ENTI_EXIT_EMPIRES)  = {"exit_hazard_before_1919", "per year", "hazard that a pact of a pair ends, before 1919", 0, 0.2, 0.052, ENT_ESTIMATED, "pact endings before 1914"},
    PLACE(ENTI_EXIT_INTERWAR) = {"exit_hazard_before_1946", "per year", "the same from 1919 to 1945", 0, 0.2, 0.023, ENT_ESTIMATED, "pact endings 1919-1938"},
    PLACE(ENTI_EXIT_BEFORE)   = {"exit_hazard_before_1991", "per year", "the same from 1946 to 1990", 0, 0.1, 0.010, ENT_ESTIMATED, "pact endings 1946-1990"},
    PLACE(ENTI_EXIT_AFTER)    = {"exit_hazard_from_1991", "per year", "the same from 1991", 0, 0.1, 0.0022, ENT_ESTIMATED, "pact endings 1991-2018"},
    PLACE(ENTI_GROUP_RIVALRY) = {"group_rivalry", "share", "a group is blocked when more of its capability has a rival inside", 0.4, 0.7, 0.5, ENT_ASSUMED, "chosen with past groups in view"},
    PLACE(ENTI_GROUP_COHESION) = {"group_cohesion", "percentile", "a group is blocked when its cohesion among past pacts lies below", 1, 25, 5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_GROUP_PATRON)  = {"group_patron", "share", "an outside patron counts from this part of the group's largest member", 0.15, 0.5, 0.25, ENT_ASSUMED, "chosen with past groups in view"},
    PLACE(ENTI_UNIT_INTEREST) = {"unit_interest", "points", "one unit of change in the interest gap", 0.1, 2, 0.76, ENT_ESTIMATED, "standard deviation over all pairs of 2014"},
    PLACE(ENTI_UNIT_REGIME)   = {"unit_regime", "points", "one unit of change in the regime gap", 0.05, 0.5, 0.21, ENT_ESTIMATED, "standard deviation over all pairs of 2014"},
    PLACE(ENTI_LANDSCAPE_RIVALRY) = {"landscape_rivalry", "", "repulsion of strategic rivals", 0, 5, 2, ENT_ASSUMED, "convention; after variant P3 of docs/landscape.md"},
    PLACE(ENTI_LANDSCAPE_WAR) = {"landscape_war", "", "repulsion of states at war in the year or the four before", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_LANDSCAPE_DEFENCE) = {"landscape_defence", "", "attraction of a defence pact; 0 where camps are to be foreseen without pacts", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_LANDSCAPE_TREATY) = {"landscape_treaty", "", "attraction of a bilateral pact of consultation, neutrality or non-aggression", 0, 5, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_LANDSCAPE_VOTES) = {"landscape_votes", "", "attraction of the closest votes in the UN, repulsion of the farthest", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_LANDSCAPE_REGIME) = {"landscape_regime", "", "attraction of like regimes, repulsion of opposite ones", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_BASELINE) = {"wedge_baseline", "probability", "that a member without exposure backs the common position", 0.9, 1, 0.995, ENT_ASSUMED, "convention: what nobody outside is against"},
    PLACE(ENTI_WEDGE_PASS) = {"wedge_pass_through", "0 to 1", "part of that which full exposure takes away", 0.02, 0.6, 0.1, ENT_ASSUMED, "judgement: about every second position of the European Union towards China failed for want of unanimity in 2016-21"},
    PLACE(ENTI_WEDGE_TRADE_FULL) = {"wedge_trade_full", "share", "share of trade with the wedger at which exposure by trade is full", 0.15, 0.6, 0.3, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_TRADE) = {"wedge_trade", "0 to 1", "weight of trade in exposure", 0, 1, 0.6, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_SUPPLY) = {"wedge_supply", "0 to 1", "weight of arms and crude oil bought from the wedger", 0, 1, 0.4, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_COERCION) = {"wedge_coercion", "0 to 1", "weight of measures of the wedger against the member", 0, 1, 0.2, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_BASES) = {"wedge_bases", "0 to 1", "weight of the wedger's troops on the member's soil", 0, 1, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_TREATY) = {"wedge_treaty", "0 to 1", "weight of a bilateral security treaty with the wedger", 0, 1, 0.4, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_TITLE) = {"wedge_title", "0 to 1", "weight of a title of partnership of the highest rank", 0, 1, 0.3, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_FORUM) = {"wedge_forum", "0 to 1", "weight of membership in a forum that the wedger leads", 0, 1, 0.15, ENT_ASSUMED, "convention; stands in for investment, which is not coded"},
    PLACE(ENTI_WEDGE_RIVAL) = {"wedge_rival", "factor", "what is left of the exposure of a rival of the wedger", 0, 1, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_CARRY) = {"wedge_carry", "years", "how long a figure of dependence is carried", 0, 20, 10, ENT_ASSUMED, "convention"},
    PLACE(ENTI_WEDGE_COUNTER) = {"wedge_counter", "0 to 1", "part of exposure by trade and coercion that counter-measures of the group take away", 0, 1, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_DURABILITY_UNHELD) = {"durability_unheld", "per year", "hazard that a member leaves whom nothing holds", 0.1, 0.95, 0.5, ENT_ASSUMED, "convention; Poland, Hungary and Czechoslovakia took about two years"},
    PLACE(ENTI_DURABILITY_DEMONSTRATION) = {"durability_demonstration", "0 to 1", "weight, for a member, of force used against another", 0, 1, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_DURABILITY_GARRISON) = {"durability_garrison", "records", "weight of the leader's troops on the soil of a member, times what its polyarchy lacks to 1", 0, 2, 1, ENT_ASSUMED, "convention: where nobody could refuse them, troops coerce"},
    PLACE(ENTI_DURABILITY_CONTAGION) = {"durability_contagion", "", "growth of the hazard of exit with the share of members gone", 0, 2, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_DURABILITY_END) = {"durability_end", "share", "part of the members beside the leader whose exit ends the group", 0.3, 0.9, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_DEFENCE) = {"blocs_defence", "", "weight of a defence pact of full depth in the signed network", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_SHALLOW) = {"blocs_shallow", "0 to 1", "part of that weight which a pact without any feature of depth has", 0, 1, 0.25, ENT_ASSUMED, "convention: 1 counts every pact alike"},
    PLACE(ENTI_BLOCS_TREATY) = {"blocs_treaty", "", "weight of a bilateral pact of consultation, neutrality or non-aggression", 0, 5, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_TITLE) = {"blocs_title", "", "weight of a strategic partnership (title of rank 2 or more; half of it at rank 2, all at 5)", 0, 5, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_RIVALRY) = {"blocs_rivalry", "", "weight of a strategic rivalry, negative in the network", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_WAR) = {"blocs_war", "", "weight of a war in the year or the four before, negative in the network", 0, 5, 1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_RESOLUTION) = {"blocs_resolution", "", "resolution of modularity: larger means smaller communities", 0.2, 5, 1, ENT_ASSUMED, "convention: plain modularity"},
    PLACE(ENTI_BLOCS_COHESION) = {"blocs_cohesion", "0 to 1", "strength of ties inside, weighed by capability, from which a community counts as cohesive", 0.1, 1, 0.5, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_OPPOSITION) = {"blocs_opposition", "0 to 1", "capability of members with a rival outside from which a community is opposed to others", 0, 1, 0.1, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_CAMP) = {"blocs_camp", "0 to 1", "leaning from which a state belongs to a pole's camp", 0.05, 0.9, 0.25, ENT_ASSUMED, "convention"},
    PLACE(ENTI_BLOCS_HEDGE) = {"blocs_hedge", "0 to 5", "closeness in practice to both poles from which a state hedges", 0.5, 4, 1.5, ENT_ASSUMED, "convention"},
};
/* clang-format on */

static const char *const variant_names[ENTI_VARIANTS] = {"snapshot-NR", "import-NR", "import-CINC"};

/* Calibrations that come with a variant's coefficients. */
static const struct {
    int index;
    double value[ENTI_VARIANTS];
} calibrated[] = {
    {ENTI_DISPUTE_WEIGHT, {0, 0.3, 0.3}},     {ENTI_FOUNDING_RATE, {0.51, 0.51, 0.61}},
    {ENTI_BOUND_CONST, {5.88, 5.43, 4.81}},   {ENTI_BOUND_SLOPE, {1.20, 1.14, 1.07}},
    {ENTI_BOUND_BEND, {-1.22, -1.17, -1.11}},
};

static ent_param row_of(const convention *c) {
    return (ent_param){.name = c->name,
                       .unit = c->unit,
                       .meaning = c->meaning,
                       .low = c->low,
                       .high = c->high,
                       .preset = c->preset,
                       .value = c->preset,
                       .standard_error = NAN,
                       .origin = c->origin,
                       .source = c->source};
}

static ent_status read_coefficients(ent_params *p, ent_error *err) {
    const ent_world *w = p->world;
    bool found[ENTI_TERMS] = {false};
    for (size_t i = 0; i < w->coefficients_count; i++) {
        const enti_coefficient *c = &w->coefficients[i];
        if (strcmp(c->variant, variant_names[p->variant]) != 0) continue;
        for (int t = 0; t < ENTI_TERMS; t++) {
            if (strcmp(c->name, terms[t].name) != 0) continue;
            found[t] = true;
            p->row[t].preset = p->row[t].value = c->value;
            p->row[t].low = c->low;
            p->row[t].high = c->high;
            p->row[t].standard_error = c->se;
            p->row[t].origin = strcmp(c->origin, "estimated") == 0 ? ENT_ESTIMATED : ENT_ASSUMED;
            p->row[t].source = "entente-derived";
        }
    }
    for (int t = 0; t < ENTI_TRADE; t++) /* trade is no term of the snapshot */
        if (!found[t])
            return ent_fail(err, ENT_E_MISSING, "the data have no coefficient %s for variant %s", terms[t].name,
                            variant_names[p->variant]);
    if (!found[ENTI_TRADE]) p->row[ENTI_TRADE].source = "not a term of this variant";
    return ENT_OK;
}

/* ---- the variant the data allow ---- */

enum { DISPUTE_CARRY = 5, CINC_CARRY = 5 };

static bool has_disputes(const ent_world *w, int year) {
    const enti_import *import = &w->imports[ENTI_IN_DISPUTES];
    return import->id != 0 && import->first <= year && year <= import->last + DISPUTE_CARRY;
}

/* CINC of every member of the system, five years old at most. */
static bool has_cinc(const ent_world *w, int year) {
    if (w->imports[ENTI_IN_NMC].id == 0) return false;
    for (size_t m = 0; m < w->members_count; m++) {
        const enti_member *member = &w->members[m];
        bool known = false;
        if (member->system != ENTI_COW || !enti_span_in(&member->span, year, year)) continue;
        for (int back = 0; back <= CINC_CARRY && !known; back++)
            known = !isnan(enti_series_at(&w->cinc, member->who, year - back, NULL));
        if (!known) return false;
    }
    return true;
}

int enti_variant_for(const ent_world *w, int year) {
    if (!has_disputes(w, year)) return ENTI_SNAPSHOT_NR;
    return has_cinc(w, year) ? ENTI_IMPORT_CINC : ENTI_IMPORT_NR;
}

/* Says which data set is missing, or which years the imported one covers. */
static ent_status lacks(const ent_world *w, int variant, enti_import_set which, int year, int carry, ent_error *err) {
    const enti_import *import = &w->imports[which];
    if (import->id == 0)
        return ent_fail(err, ENT_E_MISSING,
                        "variant %s needs %s, which these data do not have: import that file with entente data import, "
                        "or leave --variant out",
                        variant_names[variant], enti_import_title(which));
    return ent_fail(err, ENT_E_MISSING,
                    "variant %s needs %s for %d; the imported file covers %d to %d, and counts for %d years more",
                    variant_names[variant], enti_import_title(which), year, import->first, import->last, carry);
}

ent_status enti_variant_check(const ent_world *w, int variant, int year, ent_error *err) {
    if (variant == ENTI_SNAPSHOT_NR) return ENT_OK;
    if (!has_disputes(w, year)) return lacks(w, variant, ENTI_IN_DISPUTES, year, DISPUTE_CARRY, err);
    if (variant == ENTI_IMPORT_CINC && !has_cinc(w, year)) return lacks(w, variant, ENTI_IN_NMC, year, CINC_CARRY, err);
    return ENT_OK;
}

/* A variant that is named needs its data sets, whatever the year; which years they cover is asked when one is opened. */
static ent_status choose_variant(const ent_world *w, const char *name, int *out, ent_error *err) {
    static const enti_import_set needs[] = {ENTI_IN_DISPUTES, ENTI_IN_NMC};
    if (name == NULL) {
        *out = enti_variant_for(w, w->last_year);
        return ENT_OK;
    }
    for (int v = 0; v < ENTI_VARIANTS; v++) {
        if (strcmp(name, variant_names[v]) != 0) continue;
        for (int n = 0; n < v; n++)
            if (w->imports[needs[n]].id == 0) return lacks(w, v, needs[n], w->last_year, 0, err);
        *out = v;
        return ENT_OK;
    }
    return ent_fail(err, ENT_E_ARG, "unknown variant \"%s\"; expected snapshot-NR, import-NR or import-CINC", name);
}

static ent_status new_params(const ent_world *world, int variant, bool forced, ent_params **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_params *p = enti_alloc(1, sizeof *p);
    if (p == NULL) return enti_no_memory(err);
    p->world = world;
    p->variant = variant;
    p->forced = forced;
    for (int i = 0; i < ENTI_PARAMS; i++)
        p->row[i] = row_of(i < ENTI_TERMS ? &terms[i] : &conventions[i - ENTI_TERMS]);
    for (size_t i = 0; i < sizeof calibrated / sizeof *calibrated; i++)
        p->row[calibrated[i].index].preset = p->row[calibrated[i].index].value = calibrated[i].value[p->variant];
    ENT_TRY(read_coefficients(p, err));
    *out = p;
    p = NULL;
done:
    ent_params_free(p);
    return st;
}

ent_status ent_params_new(const ent_world *world, const char *variant, ent_params **out, ent_error *err) {
    ent_status st = ENT_OK;
    int chosen = ENTI_SNAPSHOT_NR;
    ENT_TRY(choose_variant(world, variant, &chosen, err));
    ENT_TRY(new_params(world, chosen, variant != NULL, out, err));
done:
    return st;
}

ent_status ent_params_for_year(const ent_world *world, const ent_params *params, int year, ent_params **out,
                               ent_error *err) {
    ent_status st = ENT_OK;
    ent_params *p = NULL;
    int variant = params != NULL && params->forced ? params->variant : enti_variant_for(world, year);
    ENT_TRY(enti_variant_check(world, variant, year, err));
    ENT_TRY(new_params(world, variant, params != NULL && params->forced, &p, err));
    for (int i = 0; params != NULL && i < ENTI_PARAMS; i++)
        if (variant == params->variant)
            p->row[i] = params->row[i];
        else if (params->row[i].value != params->row[i].preset) /* what the caller set stays set */
            p->row[i].value = params->row[i].value;
    *out = p;
done:
    return st;
}

void ent_params_free(ent_params *params) {
    ent_free(params);
}

/* How many leading or trailing characters two names share: enough to suggest one of some sixty. */
static size_t likeness(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b), front = 0, back = 0;
    while (front < n && front < m && a[front] == b[front])
        front++;
    while (back < n - front && back < m - front && a[n - 1 - back] == b[m - 1 - back])
        back++;
    return front + back;
}

static int find(const ent_params *params, const char *name, const char **nearest) {
    size_t best = 0;
    *nearest = params->row[0].name;
    for (int i = 0; i < ENTI_PARAMS; i++) {
        size_t alike = likeness(name, params->row[i].name);
        if (strcmp(name, params->row[i].name) == 0) return i;
        if (alike > best) {
            best = alike;
            *nearest = params->row[i].name;
        }
    }
    return -1;
}

ent_status ent_params_set(ent_params *params, const char *name, double value, ent_error *err) {
    const char *nearest;
    int index = find(params, name, &nearest);
    ent_param *row;
    if (index < 0)
        return ent_fail(err, ENT_E_ARG, "no parameter is called \"%s\"; did you mean %s? --explain-defaults lists all",
                        name, nearest);
    row = &params->row[index];
    if (!(value >= row->low && value <= row->high))
        return ent_fail(err, ENT_E_RANGE, "%s is %g, expected %g to %g", name, value, row->low, row->high);
    if ((index == ENTI_SCENARIO || index == ENTI_SUPPLEMENTARY) && value != floor(value))
        return ent_fail(err, ENT_E_RANGE, "%s is %g, expected a whole number", name, value);
    row->value = value;
    return ENT_OK;
}

size_t ent_params_count(const ent_params *params) {
    (void)params;
    return ENTI_PARAMS;
}

ent_param ent_params_at(const ent_params *params, size_t index) {
    return params->row[index];
}

double ent_params_get(const ent_params *params, const char *name) {
    const char *nearest;
    int index = find(params, name, &nearest);
    return index < 0 ? NAN : params->row[index].value;
}

const char *ent_params_variant(const ent_params *params) {
    return variant_names[params->variant];
}

const char *enti_params_label(const ent_params *p, enti_arena *arena) {
    if (p->variant == ENTI_SNAPSHOT_NR) return p->world->label;
    return enti_arena_printf(arena, "%s; %s", p->world->label, variant_names[p->variant]);
}

enti_form enti_form_of(const ent_params *p) {
    return (enti_form){.ally_share = enti_param(p, ENTI_ALLY_SHARE),
                       .contest = enti_param(p, ENTI_CONTEST),
                       .reach_power = enti_param(p, ENTI_REACH_POWER),
                       .proxy_reach = enti_param(p, ENTI_PROXY_REACH),
                       .reach_km = enti_param(p, ENTI_REACH_KM),
                       .supplementary = enti_param(p, ENTI_SUPPLEMENTARY) >= 0.5,
                       .cinc = p->variant == ENTI_IMPORT_CINC,
                       .dispute = enti_param(p, ENTI_DISPUTE_WEIGHT)};
}
