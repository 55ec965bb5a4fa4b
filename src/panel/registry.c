/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every column the program knows beside those of imported data sets. A new column is a row here; nothing else switches
 * on its name. Names: of a state's column 1 and 2 are added in dyads, of a directed one when both directions are kept.
 */
#include "panel/registry.h"

#include "panel/fills.h"

#define OUTSIDE "unknown where the source has no figure and outside its years"
#define ABSENT_0 "0 inside the source's years where there is no record; unknown outside them"
#define WORLD "unknown outside the years the world covers, and where a side's figures are missing"

/* clang-format off */
const enti_variable enti_variables[] = {
    {"nmc", "milex", "milex", "military expenditure", "thousand USD (GBP before 1914)", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "milper", "milper", "military personnel", "thousands", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "irst", "irst", "iron and steel production", "thousand tons", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "pec", "pec", "primary energy consumption", "thousand coal-ton equivalents", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "tpop", "tpop", "total population", "thousands", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "upop", "upop", "urban population", "thousands", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "cinc", "cinc", "composite index of national capability", "share of the world", "nmc", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"nmc", "ratio", "cinc_ratio", "weaker over stronger by CINC", "", "nmc", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_CINC_RATIO, enti_fill_pair_series},
    {"nmc", "ln_ratio", "ln_capratio", "log of stronger over weaker by CINC", "", "nmc", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_CINC_LN_RATIO, enti_fill_pair_series},

    {"capability", "net_resources", "net_resources", "GDP times GDP per head, share of the world", "share of the world", "snapshot", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_NET_RESOURCES, enti_fill_state_series},
    {"capability", "trend", "net_resources_trend", "median yearly growth of that share over ten years (Theil-Sen)", "log points a year", "snapshot", "unknown with fewer than six of the ten years", ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_TREND, enti_fill_state_series},
    {"capability", "ratio", "net_resources_ratio", "weaker over stronger by net resources", "", "snapshot", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_RESOURCES_RATIO, enti_fill_pair_series},
    {"capability", "projected", "net_resources_ratio_10", "the same in ten years if both trends last", "", "snapshot", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_RESOURCES_PROJECTED, enti_fill_pair_series},

    {"majors", "major", "major", "major power", "", "cow_majors", ABSENT_0, ENTI_OF_STATE, ENT_COLUMN_INTEGER, ENTI_MAJOR, enti_fill_state_series},
    {"majors", "majpow", "majpow", "at least one is a major power", "", "cow_majors", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_ANY_MAJOR, enti_fill_pair_series},

    {"democracy", "polity2", "polity2", "Polity score", "-10 to 10", "democracy,polity", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_INTEGER, ENTI_IMPORTED, enti_fill_state_series},
    {"democracy", "v2x_polyarchy", "v2x_polyarchy", "electoral democracy (V-Dem)", "0 to 1", "democracy,vdem", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"democracy", "euds", "euds", "extended unified democracy score", "", "democracy", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IMPORTED, enti_fill_state_series},
    {"democracy", "dem_min", "dem_min", "lower of the two Polity scores", "-10 to 10", "democracy,polity", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_POLITY_LEAST, enti_fill_pair_series},
    {"democracy", "dem_absdiff", "dem_absdiff", "distance of the two Polity scores", "0 to 20", "democracy,polity", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_POLITY_APART, enti_fill_pair_series},

    {"values", "polyarchy", "polyarchy", "electoral democracy, two decimals, of the snapshot", "0 to 1", "snapshot", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_POLYARCHY, enti_fill_state_series},
    {"values", "product", "polyarchy_product", "product of the two: values shared by democracies", "0 to 1", "snapshot", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_POLYARCHY_PRODUCT, enti_fill_pair_series},
    {"values", "same_ideology", "same_ideology", "both legitimate themselves by the same ideology", "", "snapshot", "unknown where either's is", ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_SAME_IDEOLOGY, enti_fill_ideology},

    {"ideal_points", "ideal_point", "ideal_point", "UN ideal point", "", "ideal_points, else snapshot", OUTSIDE, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_IDEAL_POINT, enti_fill_state_series},
    {"ideal_points", "distance", "ideal_distance", "distance of the two ideal points", "", "ideal_points, else snapshot", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_IDEAL_APART, enti_fill_pair_series},

    {"contiguity", "type", "conttype", "contiguity: 1 land or river, 2 to 5 water up to 12, 24, 150, 400 miles, 0 none", "", "contiguity, contiguity_year, else snapshot", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_CONTTYPE, enti_fill_contiguity},
    {"contiguity", "contig", "contig", "contiguous by land or up to 400 miles of water", "", "contiguity, contiguity_year, else snapshot", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_CONTIG, enti_fill_contiguity},

    {"distance", "capdist", "capdist", "great-circle distance between capitals", "km", "capitals, else snapshot", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_CAPITALS_KM, enti_fill_distance},
    {"distance", "ln_capdist", "ln_capdist", "log of the distance between capitals", "log km", "capitals, else snapshot", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_CAPITALS_LN_KM, enti_fill_distance},
    {"distance", "km", "mindist", "least distance between the two territories", "km", "min_distance", OUTSIDE, ENTI_OF_PAIR, ENT_COLUMN_REAL, 0, enti_fill_dyad_series},

    {"atop", "defense", "atop_defense", "defence owed under ATOP", "", "atop_dyad_year,atop_member", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_DEFENCE, enti_fill_atop},
    {"atop", "offense", "atop_offense", "offence owed under ATOP", "", "atop_dyad_year,atop_member", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_OFFENCE, enti_fill_atop},
    {"atop", "neutral", "atop_neutral", "neutrality owed under ATOP", "", "atop_dyad_year,atop_member", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_NEUTRALITY, enti_fill_atop},
    {"atop", "nonagg", "atop_nonagg", "non-aggression owed under ATOP", "", "atop_dyad_year,atop_member", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_NONAGGRESSION, enti_fill_atop},
    {"atop", "consul", "atop_consul", "consultation owed under ATOP", "", "atop_dyad_year,atop_member", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_CONSULTATION, enti_fill_atop},
    {"atop", "any", "atop_any", "members of one alliance of ATOP", "", "atop_dyad_year,atop_member", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_PACT_ANY, enti_fill_atop},

    {"treaty", "defense", "treaty_defense", "defence owed by the treaties of the snapshot", "", "snapshot", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_DEFENCE, enti_fill_treaties},
    {"treaty", "offense", "treaty_offense", "offence owed by the treaties of the snapshot", "", "snapshot", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_OFFENCE, enti_fill_treaties},
    {"treaty", "neutral", "treaty_neutral", "neutrality owed by the treaties of the snapshot", "", "snapshot", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_NEUTRALITY, enti_fill_treaties},
    {"treaty", "nonagg", "treaty_nonagg", "non-aggression owed by the treaties of the snapshot", "", "snapshot", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_NONAGGRESSION, enti_fill_treaties},
    {"treaty", "consul", "treaty_consul", "consultation owed by the treaties of the snapshot", "", "snapshot", ABSENT_0, ENTI_OF_TOWARD, ENT_COLUMN_INTEGER, ENTI_CONSULTATION, enti_fill_treaties},
    {"treaty", "any", "treaty_any", "parties of one treaty of the snapshot", "", "snapshot", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_PACT_ANY, enti_fill_treaties},

    {"mid", "any", "mid", "militarized dispute between the two in the year", "", "mid_dyad_year,mid_dyadic,mid_participant", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_MID_ANY, enti_fill_disputes},
    {"mid", "onset", "mid_onset", "a dispute between the two begins in the year", "", "mid_dyad_year,mid_dyadic,mid_participant", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_MID_ONSET, enti_fill_disputes},
    {"mid", "hostlev", "mid_hostlev", "highest hostility level of their disputes, 0 none to 5 war", "", "mid_dyad_year,mid_dyadic,mid_participant", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_MID_LEVEL, enti_fill_disputes},
    {"mid", "recent5", "mid_recent5", "a dispute in the year or the four before", "", "mid_dyad_year,mid_dyadic,mid_participant", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_MID_RECENT_5, enti_fill_disputes},
    {"mid", "recent10", "mid_recent10", "a dispute in the year or the nine before", "", "mid_dyad_year,mid_dyadic,mid_participant", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_MID_RECENT_10, enti_fill_disputes},

    {"rivalry", "strategic", "rivalry", "strategic rivalry", "", "rivalries, else snapshot", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_RIVAL_STRATEGIC, enti_fill_rivalry},
    {"rivalry", "supplementary", "rivalry_other", "rivalry on a supplementary record", "", "snapshot", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_RIVAL_OTHER, enti_fill_rivalry},

    {"igo", "count", "igo_count", "full memberships in intergovernmental organisations", "", "igo_state_year", ABSENT_0, ENTI_OF_STATE, ENT_COLUMN_INTEGER, ENTI_IGO_COUNT, enti_fill_igo},
    {"igo", "shared", "dyadigos", "organisations both belong to, as full or associate members", "", "igo_state_year", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_IGO_SHARED, enti_fill_igo},
    {"igo", "shared_full", "dyadigos_full", "organisations both belong to as full members", "", "igo_state_year", ABSENT_0, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_IGO_SHARED_FULL, enti_fill_igo},

    {"trade", "flow", "flow", "imports of this side from the other", "million current USD", "trade_dyad", OUTSIDE, ENTI_OF_SIDE, ENT_COLUMN_REAL, 0, enti_fill_dyad_series},
    {"trade", "smoothflow", "smoothflow", "the same, smoothed by the source", "million current USD", "trade_dyad", OUTSIDE, ENTI_OF_SIDE, ENT_COLUMN_REAL, 0, enti_fill_dyad_series},
    {"trade", "share", "trade_share", "trade with the partner over all trade of this side", "0 to 1", "trade_state", OUTSIDE, ENTI_OF_SIDE, ENT_COLUMN_REAL, 0, enti_fill_trade_share},

    {"leaders", "leader", "leader", "leader in office on 1 July", "", "leaders, else snapshot", "empty where no leader is recorded", ENTI_OF_STATE, ENT_COLUMN_TEXT, ENTI_LEADER_NAME, enti_fill_leader},

    {"threat", "threat", "threat", "threat of the other side to this one", "", "snapshot", "0 unless rivals; " WORLD, ENTI_OF_SIDE, ENT_COLUMN_REAL, ENTI_W_THREAT, enti_fill_world_pairs},
    {"threat", "gain", "gain", "security gain of this side from the other as an ally", "", "snapshot", WORLD, ENTI_OF_SIDE, ENT_COLUMN_REAL, ENTI_W_GAIN, enti_fill_world_pairs},
    {"threat", "autonomy", "autonomy", "autonomy this side would lose: the other's share of their capability", "0 to 1", "snapshot", WORLD, ENTI_OF_SIDE, ENT_COLUMN_REAL, ENTI_W_AUTONOMY, enti_fill_world_pairs},
    {"threat", "shift", "shift", "autonomy times the other's faster growth", "", "snapshot", WORLD, ENTI_OF_SIDE, ENT_COLUMN_REAL, ENTI_W_SHIFT, enti_fill_world_pairs},
    {"threat", "total", "total_threat", "threat of all rivals to the state", "", "snapshot", WORLD, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_W_TOTAL_THREAT, enti_fill_world_pairs},
    {"threat", "strength", "strength", "own capability and a share of the allies'", "share of the world", "snapshot", WORLD, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_W_STRENGTH, enti_fill_world_pairs},
    {"threat", "growth", "growth", "yearly growth of capability over ten years", "log points a year", "snapshot", WORLD, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_W_GROWTH, enti_fill_world_pairs},
    {"threat", "encirclement", "encirclement", "share of neighbours that are rivals or a rival's allies", "0 to 1", "snapshot", "unknown without neighbours; " WORLD, ENTI_OF_STATE, ENT_COLUMN_REAL, ENTI_W_ENCIRCLEMENT, enti_fill_world_pairs},

    {"exclusivity", "shared", "shared_rivals", "rivals both have", "", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_W_SHARED, enti_fill_world_pairs},
    {"exclusivity", "unshared", "unshared_rivals", "rivals this side has alone", "", "snapshot", WORLD, ENTI_OF_SIDE, ENT_COLUMN_INTEGER, ENTI_W_UNSHARED, enti_fill_world_pairs},
    {"exclusivity", "exclusive", "exclusive_rivals", "some rival shared and none unshared", "", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_W_EXCLUSIVE, enti_fill_world_pairs},
    {"exclusivity", "entrapment", "entrapment", "threats this side would inherit from the other's unshared rivals", "", "snapshot", WORLD, ENTI_OF_SIDE, ENT_COLUMN_REAL, ENTI_W_ENTRAPMENT, enti_fill_world_pairs},

    {"closeness", "common_allies", "common_allies", "allies held in common through different treaties", "", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_W_COMMON_ALLIES, enti_fill_world_pairs},
    {"closeness", "common_forums", "common_forums", "forums and organisations of choice both belong to", "", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_INTEGER, ENTI_W_COMMON_FORUMS, enti_fill_world_pairs},
    {"closeness", "interest_gap", "interest_gap", "distance of the UN ideal points, carried up to three years", "", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_W_INTEREST_GAP, enti_fill_world_pairs},
    {"closeness", "regime_gap", "regime_gap", "distance in electoral democracy, carried up to five years", "", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_W_REGIME_GAP, enti_fill_world_pairs},
    {"closeness", "likeness", "regional_likeness", "likeness of ties to their neighbours", "-1 to 1", "snapshot", WORLD, ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_W_LIKENESS, enti_fill_world_pairs},
    {"closeness", "practice", "practice", "practice index of cooperation", "0 to 5", "snapshot", "unknown with fewer than three of its terms", ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_W_PRACTICE, enti_fill_world_pairs},
    {0},
};
/* clang-format on */
