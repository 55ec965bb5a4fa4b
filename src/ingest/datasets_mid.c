/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Militarized Interstate Disputes 5.0 (Correlates of War) and Maoz's dyadic disputes 4.02. -9 is missing throughout.
 * The GML list has no row: its maintainers asked software not to convey it; a column map serves who has a file. */
#include "ingest/dataset.h"

#define COW_TERMS                                                                                                      \
    "not stated; the Correlates of War project asks users to name the version and cite the article of record"
#define MID_CITE                                                                                                       \
    "Palmer, McManus, D'Orazio, Kenwick, Karstens, Bloch, Dietrich, Kahn, Ritter & Soules 2022, The MID5 Dataset, "    \
    "2011-2014, CMPS 39: 470-482"

/* clang-format off */
#define DISPNUM {"dispnum", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e6, NULL, "number of the dispute"}
#define START {"start", "styear+stmon+stday", ENTI_DATA_DATE, ENTI_REQUIRED, "-9", 0, 0, NULL, "first day"}
#define END {"end", "endyear+endmon+endday", ENTI_DATA_DATE, ENTI_REQUIRED, "-9", 0, 0, NULL, "last day"}
#define CODE(name, low, high, flags, text) {name, NULL, ENTI_DATA_INTEGER, flags, "-9", low, high, NULL, text}
#define LEVEL(name, text) CODE(name, 0, 5, ENTI_REQUIRED, text)

static const enti_data_column dispute[] = {
    DISPNUM, START, END,
    CODE("outcome", 0, 9, ENTI_REQUIRED, "outcome, 1 to 9"),
    CODE("settle", 0, 4, ENTI_REQUIRED, "settlement, 1 to 4"),
    CODE("fatality", 0, 6, ENTI_REQUIRED, "fatality level, 0 none to 6 over 999"),
    CODE("fatalpre", 0, 1e9, ENTI_REQUIRED, "precise fatalities"),
    CODE("maxdur", 0, 1e6, ENTI_REQUIRED, "longest duration in days"),
    CODE("mindur", 0, 1e6, ENTI_REQUIRED, "shortest duration in days"),
    CODE("hiact", 0, 23, ENTI_REQUIRED, "highest action"),
    LEVEL("hostlev", "hostility, 1 none to 5 war"),
    {"recip", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: the target answered in kind"},
    CODE("numa", 0, 999, ENTI_REQUIRED, "states on side A"),
    CODE("numb", 0, 999, ENTI_REQUIRED, "states on side B"),
    {.name = NULL}};

static const enti_data_column participant[] = {
    DISPNUM,
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the participant"},
    {"start", "styear+stmon+stday", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED, "-9", 0, 0, NULL, "first day of taking part"},
    END,
    {"sidea", NULL, ENTI_DATA_FLAG, ENTI_KEY | ENTI_REQUIRED, "-9", 0, 0, NULL, "1: on the side that began"},
    {"revstate", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: wants the status quo changed"},
    CODE("revtype1", 0, 4, ENTI_REQUIRED, "what it wants changed: 0 nothing, 1 territory, 2 policy, 3 regime, 4 other"),
    CODE("revtype2", 0, 4, ENTI_REQUIRED, "what else it wants changed"),
    CODE("fatality", 0, 6, ENTI_REQUIRED, "fatality level, 0 none to 6 over 999"),
    CODE("fatalpre", 0, 1e9, ENTI_REQUIRED, "precise fatalities"),
    CODE("hiact", 0, 23, ENTI_REQUIRED, "its highest action"),
    LEVEL("hostlev", "its hostility, 1 none to 5 war"),
    {"orig", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: took part on the first day"},
    {.name = NULL}};

static const enti_data_column incident[] = {
    {"dispnum", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e6, NULL, "number of the dispute"},
    {"incidnum", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the incident"},
    START, END,
    CODE("duration", 0, 1e6, ENTI_REQUIRED, "days"),
    CODE("fatality", 0, 6, ENTI_REQUIRED, "fatality level, 0 none to 6 over 999"),
    CODE("fatalpre", 0, 1e9, ENTI_REQUIRED, "precise fatalities"),
    CODE("action", 0, 23, ENTI_REQUIRED, "action"),
    LEVEL("hostlev", "hostility, 1 none to 5 war"),
    {.name = NULL}};

static const enti_data_column incident_participant[] = {
    {"dispnum", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e6, NULL, "number of the dispute"},
    {"incidnum", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the incident"},
    {"ccode", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the participant"},
    START, END,
    {"insidea", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: on side A of the incident"},
    {"sidea", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: on side A of the dispute"},
    CODE("fatality", 0, 6, ENTI_REQUIRED, "fatality level, 0 none to 6 over 999"),
    CODE("action", 0, 23, ENTI_REQUIRED, "action"),
    LEVEL("hostlev", "hostility, 1 none to 5 war"),
    CODE("revtype1", 0, 4, ENTI_REQUIRED, "what it wants changed"),
    {.name = NULL}};

static const enti_data_column dyadic[] = {
    {"dispnum", "disno", ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e6, NULL, "number of the dispute"},
    {"ccode1", "statea", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of state A"},
    {"ccode2", "stateb", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of state B"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year of the dispute"},
    {"start", "strtyr+strtmnth+strtday", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED, "-9", 0, 0, NULL, "first day of the pair's spell; a pair may have several in a year"},
    {"dyindex", NULL, ENTI_DATA_REAL, ENTI_KEY | ENTI_REQUIRED, "-9", 0, 1e6, NULL, "number of the pair's part in the dispute"},
    CODE("hihost", 0, 5, ENTI_REQUIRED, "highest hostility of the pair"),
    {"hihost1", "hihosta", ENTI_DATA_INTEGER, 0, "-9", 0, 5, NULL, "hostility of A"},
    {"hihost2", "hihostb", ENTI_DATA_INTEGER, 0, "-9", 0, 5, NULL, "hostility of B"},
    CODE("fatlev", 0, 6, 0, "fatality level, 0 none to 6 over 999"),
    CODE("outcome", 0, 99, 0, "outcome"),
    {"war", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: a war"},
    {"recip", NULL, ENTI_DATA_INTEGER, 0, "-9", 0, 2, NULL, "1: the target answered in kind; 2 as the codebook has it"},
    {"sidea1", "sideaa", ENTI_DATA_FLAG, 0, "-9", 0, 0, NULL, "1: A is on the side that began"},
    {.name = NULL}};

static const enti_data_column dyad_year[] = {
    {"dispnum", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e6, NULL, "number of the dispute"},
    {"ccode1", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number"},
    {"ccode2", NULL, ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number; both orders are there"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"onset", "cowmidonset", ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: the dispute begins in this year"},
    {"sidea1", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: the first state is on the side that began"},
    {"sidea2", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: the second state is on the side that began"},
    CODE("hostlev", 0, 5, ENTI_REQUIRED, "hostility of the dispute"),
    CODE("hostlev1", 0, 5, ENTI_REQUIRED, "hostility of the first state"),
    CODE("hostlev2", 0, 5, ENTI_REQUIRED, "hostility of the second state"),
    CODE("fatality", 0, 6, ENTI_REQUIRED, "fatality level of the dispute"),
    CODE("hiact1", 0, 23, ENTI_REQUIRED, "highest action of the first state"),
    CODE("hiact2", 0, 23, ENTI_REQUIRED, "highest action of the second state"),
    {"orig1", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: the first state took part on the first day"},
    {"orig2", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, "-9", 0, 0, NULL, "1: the second state took part on the first day"},
    {.name = NULL}};

#define MID(key, what, of, cols) \
    .id = key, .title = what, .unit = of, .scheme = "cow", .licence = COW_TERMS, .citation = MID_CITE, .version = "5.0", \
    .version_column = "version", .columns = cols

const enti_dataset enti_datasets_mid[] = {
    {MID("mid_dispute", "Militarized disputes", "event", dispute)},
    {MID("mid_participant", "Participants of militarized disputes", "event", participant)},
    {MID("mid_incident", "Militarized incidents", "event", incident), .bans = "ccode"},
    {MID("mid_incident_participant", "Participants of militarized incidents", "event", incident_participant)},
    {.id = "mid_dyadic", .title = "Dyadic militarized disputes", .unit = "dyad-year", .scheme = "cow", .licence = COW_TERMS,
     .citation = "Maoz, Johnson, Kaplan, Ogunkoya & Shreve 2019, The Dyadic Militarized Interstate Disputes (MIDs) Dataset Version 3.0, JCR 63: 811-835",
     .version = "4.02", .columns = dyadic},
    {MID("mid_dyad_year", "Militarized disputes by directed dyad-year", "directed-dyad-year", dyad_year)},
    {.id = NULL}};
/* clang-format on */
