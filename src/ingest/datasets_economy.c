/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trade, product, population, agreements, troops, distance. */
#include "ingest/dataset.h"

#define COW_TERMS                                                                                                      \
    "not stated; the Correlates of War project asks users to name the version and cite the article of record"
#define TRADE_CITE                                                                                                     \
    "Barbieri, Keshk & Pollins 2009, Trading Data: Evaluating our Assumptions and Coding Rules, CMPS 26: 471-491"

/* clang-format off */
#define CCODE {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"}
#define YEAR {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1700, 2100, NULL, "calendar year"}
#define CCODE1 {"ccode1", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "the lower COW number"}
#define CCODE2 {"ccode2", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "the higher COW number"}
#define FLOW(name, flags, text) {name, NULL, ENTI_DATA_REAL, flags, "-9 NA", 0, 1e9, "millions of current USD", text}
#define REAL(name, from, unit, text) {name, from, ENTI_DATA_REAL, ENTI_REQUIRED, "NA", 0, 1e15, unit, text}
#define ISO3 {"iso3", "country code", ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "three letters of ISO 3166, or the code of an aggregate such as WLD"}
#define FROM_ISO3 {"ccode", "iso3:country code", ENTI_DATA_STATE, 0, NULL, 0, 0, NULL, "COW number; empty for aggregates and what is no state"}

static const enti_data_column gdppop[] = {
    CCODE, YEAR,
    REAL("mrgdppc", NULL, "USD of 2011 per head", "latent product per head (Maddison)"),
    {"sd_mrgdppc", NULL, ENTI_DATA_REAL, 0, "NA", 0, 1e15, "USD of 2011 per head", "its standard deviation"},
    REAL("pwtrgdp", NULL, "millions of USD of 2011", "latent real product (Penn World Tables)"),
    {"sd_pwtrgdp", NULL, ENTI_DATA_REAL, 0, "NA", 0, 1e15, "millions of USD of 2011", "its standard deviation"},
    REAL("pwtpop", NULL, "millions", "latent population (Penn World Tables)"),
    {"sd_pwtpop", NULL, ENTI_DATA_REAL, 0, "NA", 0, 1e15, "millions", "its standard deviation"},
    {.name = NULL}};

static const enti_data_column trade_state[] = {
    CCODE, YEAR, FLOW("imports", ENTI_REQUIRED, "total imports"), FLOW("exports", ENTI_REQUIRED, "total exports"), {.name = NULL}};

static const enti_data_column trade_dyad[] = {
    CCODE1, CCODE2, YEAR, FLOW("flow1", ENTI_REQUIRED, "imports of 1 from 2"), FLOW("flow2", ENTI_REQUIRED, "imports of 2 from 1"),
    FLOW("smoothflow1", 0, "imports of 1 from 2, gaps filled by the publisher"), FLOW("smoothflow2", 0, "imports of 2 from 1, gaps filled by the publisher"),
    {.name = NULL}};

static const enti_data_column wb_gdp[] = {
    ISO3, FROM_ISO3, YEAR, {"gdp", "value", ENTI_DATA_REAL, ENTI_REQUIRED, "..", 0, 1e18, "current USD", "gross domestic product"}, {.name = NULL}};

static const enti_data_column wb_population[] = {
    ISO3, FROM_ISO3, YEAR, {"population", "value", ENTI_DATA_REAL, ENTI_REQUIRED, "..", 0, 1e11, "persons", "population"}, {.name = NULL}};

static const enti_data_column troops[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_REQUIRED, "NA", 0, 0, NULL, "COW number of the host"}, YEAR,
    {"host", "countryname", ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "name of the host; two spellings of one state are two rows: add them"}, {"troops", "troops_ad|troops", ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 0, 1e8, "persons", "active-duty troops of the United States in the state"},
    {.name = NULL}};

static const enti_data_column desta[] = {
    {"number", NULL, ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, "NA", 0, 0, NULL, "number of the entry, such as 3 or 3+1"},
    {"base_treaty", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 1, 1e6, NULL, "the agreement it changes or joins"},
    {"name", NULL, ENTI_DATA_TEXT, ENTI_REQUIRED, "NA", 0, 0, NULL, "name of the agreement"},
    {"entry_type", NULL, ENTI_DATA_TEXT, ENTI_REQUIRED, "NA", 0, 0, NULL, "base_treaty, amendment, accession, withdrawal and the like"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 1900, 2100, NULL, "year of signature"},
    {"entry_force", "entryforceyear", ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 1900, 2100, NULL, "year of entry into force"},
    {.name = NULL}};

static const enti_data_column desta_members[] = {
    {"number", NULL, ENTI_DATA_TEXT, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, "NA", 0, 0, NULL, "number of the entry, such as 3 or 3+1"},
    {"iso_number", NULL, ENTI_DATA_MADE, 0, NULL, 0, 0, NULL, "ISO number of the member"},
    {"ccode", NULL, ENTI_DATA_MADE, 0, NULL, 0, 0, NULL, "COW number of the member"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 1900, 2100, NULL, "year of signature"},
    {.name = NULL}};

static const enti_data_column dcad[] = {
    CCODE1, CCODE2, YEAR,
    {"dca_general", "dcageneralv1|dcageneralv2", ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 0, 999, NULL, "general defence cooperation agreements in force"},
    {"dca_sector", "dcasectorv1|dcasectorv2", ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 0, 999, NULL, "sector agreements in force"},
    {"dca_any", "dcaanyv1|dcaanyv2", ENTI_DATA_INTEGER, ENTI_REQUIRED, "NA", 0, 999, NULL, "agreements of either kind in force"},
    {.name = NULL}};

static const enti_data_column capitals[] = {
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"capital", NULL, ENTI_DATA_TEXT, ENTI_REQUIRED, "NA", 0, 0, NULL, "name of the capital"},
    {"lat", NULL, ENTI_DATA_REAL, ENTI_REQUIRED, "NA", -90, 90, "degrees north", "latitude"},
    {"lon", "lng|lon", ENTI_DATA_REAL, ENTI_REQUIRED, "NA", -180, 180, "degrees east", "longitude"},
    {"start", "stdate", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, "NA", 0, 0, NULL, "first day as the capital"},
    {"end", "enddate", ENTI_DATA_DATE, ENTI_REQUIRED, "NA", 0, 0, NULL, "last day as the capital"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: still the capital when the list ends"},
    {.name = NULL}};

static const enti_data_column distance[] = {
    CCODE1, CCODE2, YEAR, {"km", "mindist", ENTI_DATA_REAL, ENTI_REQUIRED, "NA", 0, 20100, "km", "shortest distance between the two territories"}, {.name = NULL}};

const enti_dataset enti_datasets_economy[] = {
    {.id = "gdppop", .title = "Latent product and population", .unit = "state-year", .scheme = "cow", .licence = "not verified",
     .citation = "Fariss, Anders, Markowitz & Barnum 2022, New Estimates of Over 500 Years of Historic GDP and Population Data, JCR 66: 553-591",
     .version = "2022", .columns = gdppop},
    {.id = "trade_state", .title = "National trade", .unit = "state-year", .scheme = "cow", .licence = COW_TERMS, .citation = TRADE_CITE,
     .version = "4.0", .version_column = "version", .columns = trade_state},
    {.id = "trade_dyad", .title = "Dyadic trade", .unit = "dyad-year", .scheme = "cow", .licence = COW_TERMS, .citation = TRADE_CITE,
     .version = "4.0", .version_column = "version", .pair_once = true, .columns = trade_dyad},
    {.id = "wb_gdp", .title = "Gross domestic product (World Bank)", .unit = "state-year", .scheme = "iso3", .licence = "CC BY 4.0",
     .citation = "World Bank, World Development Indicators, NY.GDP.MKTP.CD", .columns = wb_gdp},
    {.id = "wb_population", .title = "Population (World Bank)", .unit = "state-year", .scheme = "iso3", .licence = "CC BY 4.0",
     .citation = "World Bank, World Development Indicators, SP.POP.TOTL", .columns = wb_population},
    {.id = "troops", .title = "Troops of the United States abroad", .unit = "state-year", .scheme = "cow", .licence = "not verified; cite",
     .citation = "Allen, Flynn & Machain 2022, US Global Military Deployments, 1950-2020, CMPS 39: 351-370", .columns = troops},
    {.id = "desta", .title = "Trade agreements (DESTA)", .unit = "event", .scheme = "iso-numeric", .licence = "not verified; cite",
     .citation = "Dur, Baccini & Elsig 2014, The Design of International Trade Agreements, Review of International Organizations 9: 353-375",
     .version = "2", .marks = "c1 c2", .also = "desta_members", .columns = desta},
    {.id = "desta_members", .title = "Members of trade agreements (DESTA)", .unit = "other", .scheme = "iso-numeric", .licence = "not verified; cite",
     .citation = "Dur, Baccini & Elsig 2014, The Design of International Trade Agreements, Review of International Organizations 9: 353-375",
     .version = "2", .marks = "c1 c2", .hook = &enti_hook_desta_members, .columns = desta_members},
    {.id = "dcad", .title = "Defence cooperation agreements", .unit = "dyad-year", .scheme = "cow", .licence = "not verified; cite",
     .citation = "Kinne 2020, The Defense Cooperation Agreement Dataset (DCAD), JCR 64: 729-755", .version = "1.0", .columns = dcad},
    {.id = "capitals", .title = "Capitals", .unit = "state-spell", .scheme = "cow", .licence = "not verified",
     .citation = "Miller 2022, peacesciencer: An R Package for Quantitative Peace Science Research, CMPS 39: 755-779",
     .coverage = ENTI_LAST_RUNS, .coverage_from = 2000, .columns = capitals},
    {.id = "min_distance", .title = "Minimum distance", .unit = "dyad-year", .scheme = "cow", .licence = "not verified; CShapes 2.0 is not for commercial use",
     .citation = "Schvitz, Girardin, Ruegger, Weidmann, Cederman & Gleditsch 2022, Mapping the International System, 1886-2019: The CShapes 2.0 Dataset, JCR 66: 144-161",
     .version = "2.0", .pair_once = true, .columns = distance},
    {.id = NULL}};
/* clang-format on */
