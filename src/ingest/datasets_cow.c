/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Correlates of War: the system of states, capabilities, contiguity, wars; the Gleditsch-Ward list beside it.
 * Licence words say what the publisher's page asks for; where no terms were found they say so. */
#include "ingest/dataset.h"

#define COW_TERMS                                                                                                      \
    "not stated; the Correlates of War project asks users to name the version and cite the article of record"

/* clang-format off */
static const enti_data_column states[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"abbreviation", "stateabb|cw_abb", ENTI_DATA_TEXT, ENTI_REQUIRED, NULL, 0, 0, NULL, "COW letters; not ISO"},
    {"name", "statenme|cw_name", ENTI_DATA_TEXT, ENTI_REQUIRED, NULL, 0, 0, NULL, "name of the state"},
    {"start", "styear+stmonth+stday|start", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, "-9", 0, 0, NULL, "first day of membership"},
    {"end", "endyear+endmonth+endday|end", ENTI_DATA_DATE, ENTI_REQUIRED, "-9", 0, 0, NULL, "last day of membership"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: still a member when the list ends"},
    {.name = NULL}};

static const enti_data_column system_years[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year in which it was a member"},
    {.name = NULL}};

static const enti_data_column majors[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"start", "styear+stmonth+stday", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, "-9", 0, 0, NULL, "first day as a major power"},
    {"end", "endyear+endmonth+endday", ENTI_DATA_DATE, ENTI_REQUIRED, "-9", 0, 0, NULL, "last day as a major power"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: still a major power when the list ends"},
    {.name = NULL}};

static const enti_data_column gw[] = {
    {"gwcode", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 9999, NULL, "Gleditsch-Ward number of the state"},
    {"ccode", "gw:gwcode", ENTI_DATA_STATE, 0, NULL, 0, 0, NULL, "COW number at the start of the spell"},
    {"abbreviation", "stateabb|gw_abb", ENTI_DATA_TEXT, ENTI_REQUIRED, NULL, 0, 0, NULL, "Gleditsch-Ward letters; not ISO"},
    {"name", "statename|gw_name", ENTI_DATA_TEXT, ENTI_REQUIRED, NULL, 0, 0, NULL, "name of the state"},
    {"start", "startdate|start", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "first day of independence"},
    {"end", "enddate|end", ENTI_DATA_DATE, ENTI_REQUIRED, NULL, 0, 0, NULL, "last day of independence"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: still independent when the list ends"},
    {.name = NULL}};

static const enti_data_column nmc[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"milex", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1e12, "thousands of GBP before 1914, of current USD from 1914", "military expenditure"},
    {"milper", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1e6, "thousands", "military personnel"},
    {"irst", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1e9, "thousands of tons", "iron and steel production"},
    {"pec", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1e12, "thousands of coal-ton equivalents", "primary energy consumption"},
    {"tpop", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1e8, "thousands", "total population"},
    {"upop", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1e8, "thousands", "urban population"},
    {"cinc", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "-9", 0, 1, "share of the system", "composite index of national capability; does not add up to 1 in every year"},
    {.name = NULL}};

static const enti_data_column contiguity[] = {
    {"ccode1", "statelno|ccode1", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "the lower COW number"},
    {"ccode2", "statehno|ccode2", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "the higher COW number"},
    {"type", "conttype", ENTI_DATA_INTEGER, ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 5, NULL, "1 land or river; 2 to 5 water up to 12, 24, 150, 400 miles; not ordinal"},
    {"start", "begin|stdate", ENTI_DATA_MONTH, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "first month"},
    {"end", "end|enddate", ENTI_DATA_MONTH, ENTI_REQUIRED, NULL, 0, 0, NULL, "last month"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: still so when the data end"},
    {.name = NULL}};

static const enti_data_column contiguity_year[] = {
    {"ccode1", "state1no", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number"},
    {"ccode2", "state2no", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number; both orders are there"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"type", "conttype", ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 5, NULL, "1 land or river; 2 to 5 water up to 12, 24, 150, 400 miles; not ordinal; two rows in a year of change"},
    {.name = NULL}};

static const enti_data_column wars[] = {
    {"war", "warnum", ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 1e6, NULL, "number of the war"},
    {"name", "warname", ENTI_DATA_TEXT, ENTI_REQUIRED, NULL, 0, 0, NULL, "name of the war"},
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the participant"},
    {"side", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED, "-9 -8", 1, 2, NULL, "1 or 2; a state that changed sides has rows on both"},
    {"start", "startyear1+startmonth1+startday1", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED, "-9 -8", 0, 0, NULL, "first day of the spell of fighting"},
    {"end", "endyear1+endmonth1+endday1", ENTI_DATA_DATE, ENTI_REQUIRED, "-9 -8 -7", 0, 0, NULL, "last day of the spell of fighting"},
    {"initiator", NULL, ENTI_DATA_YES_NO, ENTI_REQUIRED, "-9 -8", 0, 0, NULL, "1: initiated the war"},
    {"outcome", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "-9 -8", 1, 8, NULL, "1 won, 2 lost, 3 to 8 as the codebook has them"},
    {.name = NULL}};

static const enti_edition nmc_editions[] = {{2012, "5.0"}, {2016, "6.0"}, {2022, "7.0"}, {0, NULL}};

const enti_dataset enti_datasets_cow[] = {
    {.id = "cow_states", .title = "State system membership", .unit = "state-spell", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Correlates of War Project, State System Membership List", .version = "2016", .version_column = "version",
     .coverage = ENTI_LAST_RUNS, .coverage_from = 2000, .columns = states},
    {.id = "cow_system", .title = "State system membership by year", .unit = "state-year", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Correlates of War Project, State System Membership List", .version = "2016", .version_column = "version",
     .marks = "stateabb", .most_columns = 4, .columns = system_years},
    {.id = "cow_majors", .title = "Major powers", .unit = "state-spell", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Correlates of War Project, State System Membership List: Major Powers", .version = "2016", .version_column = "version",
     .bans = "statenme", .most_columns = 9, .coverage = ENTI_LAST_RUNS, .coverage_from = 2000, .columns = majors},
    {.id = "gw_states", .title = "Independent states (Gleditsch and Ward)", .unit = "state-spell", .scheme = "gw", .licence = "not stated; cite",
     .citation = "Gleditsch & Ward 1999, A Revised List of Independent States since the Congress of Vienna, International Interactions 25: 393-413",
     .version = "2017", .coverage = ENTI_LAST_RUNS, .coverage_from = 2000, .columns = gw},
    {.id = "nmc", .title = "National Material Capabilities", .unit = "state-year", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Singer, Bremer & Stuckey 1972, Capability Distribution, Uncertainty, and Major Power War, 1820-1965; Singer 1987, International Interactions 14: 115-132",
     .version = "6.0", .version_column = "version", .editions = nmc_editions, .columns = nmc},
    {.id = "contiguity", .title = "Direct contiguity, spells", .unit = "dyad-spell", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Stinnett, Tir, Schafer, Diehl & Gochman 2002, The Correlates of War Project Direct Contiguity Data, Version 3, CMPS 19: 59-67",
     .version = "3.2", .version_column = "version", .coverage = ENTI_LAST_RUNS, .coverage_from = 2000, .without = "type", .pair_once = true, .columns = contiguity},
    {.id = "contiguity_year", .title = "Direct contiguity by year", .unit = "directed-dyad-year", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Stinnett, Tir, Schafer, Diehl & Gochman 2002, The Correlates of War Project Direct Contiguity Data, Version 3, CMPS 19: 59-67",
     .version = "3.2", .version_column = "version", .without = "type", .columns = contiguity_year},
    {.id = "wars", .title = "Inter-state wars", .unit = "event", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Sarkees & Wayman 2010, Resort to War: 1816-2007, CQ Press", .version = "4.0", .version_column = "version", .hook = &enti_hook_war, .columns = wars},
    {.id = NULL}};
/* clang-format on */
