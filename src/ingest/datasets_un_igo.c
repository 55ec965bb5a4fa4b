/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Votes in the General Assembly and the ideal points estimated from them; membership of international organisations.
 * The assembly's session n meets from the year 1945 + n; session 19 (1964) took no votes. */
#include "ingest/dataset.h"

#define COW_TERMS                                                                                                      \
    "not stated; the Correlates of War project asks users to name the version and cite the article of record"
#define IDEAL_CITE                                                                                                     \
    "Bailey, Strezhnev & Voeten 2017, Estimating Dynamic State Preferences from United Nations Voting Data, JCR 61: "  \
    "430-456"
#define VOTES_CITE                                                                                                     \
    "Voeten 2013, Data and Analyses of Voting in the UN General Assembly, in Reinalda (ed.), Routledge Handbook of "   \
    "International Organization"
#define VOTES_TERMS "United Nations, non-commercial use with attribution"
#define IGO_CITE                                                                                                       \
    "Pevehouse, Nordstrom, McManus & Jamison 2020, Tracking Organizations in the World: The Correlates of War IGO "    \
    "Version 3.0 datasets, Journal of Peace Research 57: 492-503"

/* clang-format off */
static const enti_data_column ideal[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", "year|session@1945", ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1945, 2100, NULL, "year in which the session began"},
    {"ideal_point", "idealpointall|idealpoint", ENTI_DATA_REAL, ENTI_REQUIRED, "NA", -10, 10, "standard deviations", "ideal point, all votes"},
    {"ideal_point_fp", "idealpointfp", ENTI_DATA_REAL, 0, "NA", -10, 10, "standard deviations", "ideal point, votes on final passage"},
    {"ideal_point_legacy", "idealpointlegacy", ENTI_DATA_REAL, 0, "NA", -10, 10, "standard deviations", "ideal point, series before 2025"},
    {"votes", "nvotesall|nvotes", ENTI_DATA_INTEGER, 0, "NA", 0, 10000, NULL, "votes the estimate rests on"},
    {.name = NULL}};

static const enti_data_column votes[] = {
    {"rcid", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the roll call"},
    {"iso2", "country_code", ENTI_DATA_TEXT, ENTI_REQUIRED, NULL, 0, 0, NULL, "two letters of ISO 3166; NA is Namibia"},
    {"ccode", "iso2:country_code|name:country", ENTI_DATA_STATE, ENTI_KEY, NULL, 0, 0, NULL, "COW number of the state"},
    {"vote", NULL, ENTI_DATA_TEXT, ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "yes, abstain, no; other words as they stand"},
    {.name = NULL}};

static const enti_data_column roll_calls[] = {
    {"rcid", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the roll call"},
    {"session", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 1, 1000, NULL, "session of the assembly"},
    {"year", "session@1945", ENTI_DATA_INTEGER, 0, "NA", 1945, 3000, NULL, "year in which the session began"},
    {"date", NULL, ENTI_DATA_DATE, ENTI_REQUIRED, "NA", 0, 0, NULL, "day of the vote"},
    {"important", "importantvote", ENTI_DATA_FLAG, 0, "NA", 0, 0, NULL, "1: important to the United States Department of State"},
    {"resolution", "unres", ENTI_DATA_TEXT, 0, "NA", 0, 0, NULL, "number of the resolution"},
    {.name = NULL}};

static const enti_data_column issues[] = {
    {"rcid", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the roll call"},
    {"issue", NULL, ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "issue it is about; a roll call may have several"},
    {.name = NULL}};

static const enti_data_column igo_states[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"igo", NULL, ENTI_DATA_MADE_TEXT, 0, NULL, 0, 0, NULL, "organisation, in small letters as the columns of the state-year file"},
    {"status", NULL, ENTI_DATA_MADE, 0, "-1 -9", 0, 3, NULL, "0 none, 1 full member, 2 associate, 3 observer"},
    {.name = NULL}};

static const enti_data_column igo_wide[] = {
    {"ccode", NULL, ENTI_DATA_MADE, 0, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"igo", "ioname", ENTI_DATA_TEXT, ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "organisation, in small letters as the columns of the state-year file"},
    {"status", NULL, ENTI_DATA_MADE, 0, "-1 -9", 0, 3, NULL, "0 none, 1 full member, 2 associate, 3 observer"},
    {.name = NULL}};

static const enti_data_column igo_long[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"igo", NULL, ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "organisation, in small letters as the columns of the state-year file"},
    {"status", "membership|status", ENTI_DATA_INTEGER, ENTI_REQUIRED, "-1 -9", 0, 3, NULL, "0 none, 1 full member, 2 associate, 3 observer"},
    {.name = NULL}};

static const enti_edition ideal_editions[] = {{2019, "2020-04"}, {2023, "2024-06"}, {2024, "2025-07"}, {0, NULL}};

#define IGO(layout, cols) \
    .id = "igo_state_year", .form = layout, .title = "Membership of international organisations", .unit = "state-year", .scheme = "cow", \
    .licence = COW_TERMS, .citation = IGO_CITE, .version = "3.0", .columns = cols

const enti_dataset enti_datasets_un_igo[] = {
    {.id = "ideal_points", .title = "Ideal points from votes in the General Assembly", .unit = "state-year", .scheme = "cow",
     .licence = "not verified", .citation = IDEAL_CITE, .version = "2025-07", .editions = ideal_editions, .columns = ideal},
    {.id = "un_votes", .title = "Votes in the General Assembly", .unit = "event", .scheme = "iso2", .licence = VOTES_TERMS, .citation = VOTES_CITE,
     .version = "2020-01", .hook = &enti_hook_votes, .columns = votes},
    {.id = "un_roll_calls", .title = "Roll calls of the General Assembly", .unit = "event", .scheme = "none", .licence = VOTES_TERMS,
     .citation = VOTES_CITE, .version = "2020-01", .columns = roll_calls},
    {.id = "un_issues", .title = "Issues of roll calls", .unit = "other", .scheme = "none", .licence = VOTES_TERMS, .citation = VOTES_CITE,
     .version = "2020-01", .bans = "session vote", .columns = issues},
    {IGO("igo_state_year", igo_states), .marks = "state aaaid un", .hook = &enti_hook_igo_states},
    {IGO("igo_year", igo_wide), .marks = "orgname", .hook = &enti_hook_igo_wide},
    {IGO("igo_long", igo_long)},
    {.id = NULL}};
/* clang-format on */
