/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Regimes, leaders, rivalries. */
#include "ingest/dataset.h"

/* clang-format off */
#define CCODE {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"}
#define YEAR {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1700, 2100, NULL, "calendar year"}

static const enti_data_column vdem[] = {
    {"country_id", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 99999, NULL, "V-Dem's own number of the country"},
    {"ccode", "cowcode", ENTI_DATA_STATE, ENTI_REQUIRED, "NA", 0, 0, NULL, "COW number of the country; empty for some territories"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1700, 2100, NULL, "calendar year"},
    {"v2x_polyarchy", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "NA", 0, 1, NULL, "electoral democracy index"},
    {"v2x_libdem", NULL, ENTI_DATA_REAL, 0, "NA", 0, 1, NULL, "liberal democracy index"},
    {"v2x_regime", NULL, ENTI_DATA_INTEGER, 0, "NA", 0, 3, NULL, "0 closed autocracy, 1 electoral autocracy, 2 electoral democracy, 3 liberal democracy"},
    {.name = NULL}};

static const enti_data_column polity[] = {
    {"pcode", "ccode", ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 9999, NULL, "Polity's own number"},
    {"ccode", "polity:ccode", ENTI_DATA_STATE, 0, NULL, 0, 0, NULL, "COW number of the state; two of Polity's may be one of these"},
    YEAR,
    {"democ", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "-66 -77 -88 NA", 0, 10, NULL, "institutionalised democracy"},
    {"autoc", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "-66 -77 -88 NA", 0, 10, NULL, "institutionalised autocracy"},
    {"polity", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "-66 -77 -88 NA", -10, 10, NULL, "democ - autoc"},
    {"polity2", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "-66 -77 -88 NA", -10, 10, NULL, "the same, transitions filled by the publisher"},
    {"durable", NULL, ENTI_DATA_INTEGER, 0, "-66 -77 -88 NA", 0, 1000, "years", "since the last change of three points or more"},
    {.name = NULL}};

static const enti_data_column democracy[] = {
    CCODE, YEAR,
    {"euds", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "NA", -10, 10, NULL, "extended unified democracy score"},
    {"aeuds", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "NA", -10, 10, NULL, "the same, with the cutpoint of contemporary scores"},
    {"polity2", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", -10, 10, NULL, "Polity score, ends in 2020"},
    {"v2x_polyarchy", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "NA", 0, 1, NULL, "electoral democracy index of V-Dem"},
    {.name = NULL}};

static const enti_data_column leaders[] = {
    {"gwcode", "gwcode|ccode", ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 9999, NULL, "Gleditsch-Ward number of the state"},
    {"ccode", "gw:gwcode|gw:ccode", ENTI_DATA_STATE, 0, NULL, 0, 0, NULL, "COW number at the start of the spell"},
    {"leader", NULL, ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "name of the leader"},
    {"start", "startdate", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, "NA", 0, 0, NULL, "first day in office"},
    {"end", "enddate", ENTI_DATA_DATE, ENTI_REQUIRED, "NA", 0, 0, NULL, "last day in office, or of coverage"},
    {"entry", NULL, ENTI_DATA_TEXT, ENTI_REQUIRED, "NA", 0, 0, NULL, "how the leader came in"},
    {"exit", NULL, ENTI_DATA_TEXT, ENTI_REQUIRED, "NA", 0, 0, NULL, "how the leader left; Still in Office when coverage ends"},
    {.name = NULL}};

#define RIVALRY(number, label, from, to) \
    {"rivalry", number, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e6, NULL, "number of the rivalry"}, \
    {"name", label, ENTI_DATA_TEXT, ENTI_REQUIRED, "NA", 0, 0, NULL, "name of the rivalry"}, \
    {"ccode1", NULL, ENTI_DATA_STATE, ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number, the lower one"}, \
    {"ccode2", NULL, ENTI_DATA_STATE, ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number, the higher one"}, \
    {"start", from, ENTI_DATA_INTEGER, ENTI_REQUIRED | ENTI_FILLED, NULL, 1400, 2100, NULL, "first year"}, \
    {"end", to, ENTI_DATA_INTEGER, ENTI_REQUIRED, NULL, 1400, 2100, NULL, "last year"}, \
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: open when the list ends"}, \
    {"types", NULL, ENTI_DATA_MADE_TEXT, 0, NULL, 0, 0, NULL, "positional, spatial, ideological, interventionary; parted by blanks"}

static const enti_data_column tss[] = {RIVALRY("tssr_id", "rivalry", "start", "end"), {.name = NULL}};
static const enti_data_column td[] = {RIVALRY("rivalryno", "rivalryname", "styear", "endyear"), {.name = NULL}};

const enti_dataset enti_datasets_regime[] = {
    {.id = "vdem", .title = "Varieties of Democracy, country-years", .unit = "state-year", .scheme = "cow", .licence = "not verified; described as CC BY-SA 4.0",
     .citation = "Coppedge et al., V-Dem Country-Year Dataset; Pemstein et al., The V-Dem Measurement Model; name the version",
     .marks = "country_text_id", .columns = vdem},
    {.id = "polity", .title = "Polity5", .unit = "state-year", .scheme = "polity", .licence = "not verified",
     .citation = "Marshall & Gurr 2020, Polity5: Political Regime Characteristics and Transitions, 1800-2018, Center for Systemic Peace",
     .version = "5", .columns = polity},
    {.id = "democracy", .title = "Democracy scores (unified, Polity, V-Dem)", .unit = "state-year", .scheme = "cow", .licence = "not verified",
     .citation = "Marquez 2016, A Quick Method for Extending the Unified Democracy Scores; Coppedge et al., V-Dem; Marshall & Gurr 2020, Polity5", .columns = democracy},
    {.id = "leaders", .title = "Leaders (Archigos)", .unit = "state-spell", .scheme = "gw", .licence = "not verified; cite",
     .citation = "Goemans, Gleditsch & Chiozza 2009, Introducing Archigos: A Dataset of Political Leaders, Journal of Peace Research 46: 269-283",
     .version = "4.1", .marks = "leadid", .columns = leaders},
    {.id = "rivalries", .form = "rivalries_tss", .title = "Strategic rivalries", .unit = "dyad-spell", .scheme = "cow", .licence = "not verified; cite",
     .citation = "Thompson, Sakuwa & Suhas 2021, Analyzing Strategic Rivalries in World Politics, Springer", .version = "2021",
     .coverage = ENTI_LAST_RUNS, .coverage_from = 2000, .hook = &enti_hook_rivalries, .columns = tss},
    {.id = "rivalries", .form = "rivalries_td", .title = "Strategic rivalries", .unit = "dyad-spell", .scheme = "cow", .licence = "not verified; cite",
     .citation = "Thompson & Dreyer 2012, Handbook of International Rivalries, CQ Press", .version = "2012", .coverage = ENTI_LAST_RUNS,
     .coverage_from = 2000, .hook = &enti_hook_rivalries, .columns = td},
    {.id = NULL}};
/* clang-format on */
