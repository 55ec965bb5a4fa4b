/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alliance Treaty Obligations and Provisions 5: alliances, members by phase, state-years, directed dyad-years. An end of
 * 0 means in effect when coverage ends (31 December 2018), a blank one that it is not known. */
#include "ingest/dataset.h"

#define ATOP_TERMS "not stated; ATOP asks for a citation that names the version"
#define ATOP_CITE                                                                                                      \
    "Leeds, Ritter, Mitchell & Long 2002, Alliance Treaty Obligations and Provisions, 1815-1944, International "       \
    "Interactions 28: 237-260"

/* clang-format off */
#define OBLIGATIONS(flags) \
    {"defense", "defense|atop_defense", ENTI_DATA_FLAG, flags, NULL, 0, 0, NULL, "1: aid in defence is promised"}, \
    {"offense", "offense|atop_offense", ENTI_DATA_FLAG, flags, NULL, 0, 0, NULL, "1: aid in attack is promised"}, \
    {"neutral", "neutral|atop_neutral", ENTI_DATA_FLAG, flags, NULL, 0, 0, NULL, "1: neutrality is promised"}, \
    {"nonagg", "nonagg|atop_nonagg", ENTI_DATA_FLAG, flags, NULL, 0, 0, NULL, "1: no aggression is promised"}, \
    {"consul", "consul|atop_consul", ENTI_DATA_FLAG, flags, NULL, 0, 0, NULL, "1: consultation is promised"}

static const enti_data_column alliance[] = {
    {"atopid", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the alliance"},
    {"start", "begyr+begmo+begday", ENTI_DATA_DATE, ENTI_REQUIRED, NULL, 0, 0, NULL, "signature"},
    {"end", "endyr+endmo+endday", ENTI_DATA_DATE, ENTI_REQUIRED, NULL, 0, 0, NULL, "end of the alliance"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: in effect on the last day of coverage"},
    {"bilateral", "bilat", ENTI_DATA_FLAG, ENTI_REQUIRED, NULL, 0, 0, NULL, "1: two members"},
    {"wartime", NULL, ENTI_DATA_FLAG, 0, NULL, 0, 0, NULL, "1: made during a war"},
    OBLIGATIONS(ENTI_REQUIRED),
    {"asymm", NULL, ENTI_DATA_FLAG, 0, NULL, 0, 0, NULL, "1: members promise different things"},
    {.name = NULL}};

static const enti_data_column member[] = {
    {"atopid", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1, 1e9, NULL, "number of the alliance"},
    {"ccode", "member", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the member; a code outside the list is kept"},
    {"phase", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED, NULL, 0, 99, NULL, "0: one phase; else a member has a row for each phase of its obligations"},
    {"cowsys", NULL, ENTI_DATA_FLAG, 0, NULL, 0, 0, NULL, "1: a member of the COW system of states"},
    {"start", "yrent+moent+dayent", ENTI_DATA_DATE, ENTI_KEY | ENTI_REQUIRED, NULL, 0, 0, NULL, "entry (signature)"},
    {"end", "yrexit+moexit+dayexit", ENTI_DATA_DATE, ENTI_REQUIRED, NULL, 0, 0, NULL, "exit, or end of the phase"},
    {"ongoing", NULL, ENTI_DATA_ONGOING, 0, NULL, 0, 0, NULL, "1: in effect on the last day of coverage"},
    {"bilateral", "bilat", ENTI_DATA_FLAG, ENTI_REQUIRED, NULL, 0, 0, NULL, "1: two members"},
    {"wartime", NULL, ENTI_DATA_FLAG, 0, NULL, 0, 0, NULL, "1: made during a war"},
    OBLIGATIONS(ENTI_REQUIRED),
    {"asymm", NULL, ENTI_DATA_FLAG, 0, NULL, 0, 0, NULL, "1: members promise different things"},
    {"termmode", NULL, ENTI_DATA_INTEGER, 0, NULL, 0, 99, NULL, "how the membership ended, as the codebook has it"},
    {"termcaus", NULL, ENTI_DATA_INTEGER, 0, NULL, 0, 99, NULL, "why the membership ended, as the codebook has it"},
    {.name = NULL}};

static const enti_data_column state_year[] = {
    {"ccode", "state", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "COW number of the state"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    {"atopally", NULL, ENTI_DATA_FLAG, ENTI_REQUIRED, NULL, 0, 0, NULL, "1: in any alliance"},
    OBLIGATIONS(ENTI_REQUIRED),
    {"number", NULL, ENTI_DATA_INTEGER, ENTI_REQUIRED, NULL, 0, 999, NULL, "alliances it is a member of"},
    {.name = NULL}};

static const enti_data_column dyad_year[] = {
    {"ccode1", "statea|ccode1", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "who promises"},
    {"ccode2", "stateb|ccode2", ENTI_DATA_STATE, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 0, 0, NULL, "to whom"},
    {"year", NULL, ENTI_DATA_INTEGER, ENTI_KEY | ENTI_REQUIRED | ENTI_FILLED, NULL, 1800, 2100, NULL, "calendar year"},
    OBLIGATIONS(ENTI_REQUIRED),
    {.name = NULL}};

const enti_dataset enti_datasets_atop[] = {
    {.id = "atop_alliance", .title = "ATOP alliances", .unit = "event", .scheme = "cow", .licence = ATOP_TERMS, .citation = ATOP_CITE,
     .version = "5.1", .version_column = "version", .marks = "mem1", .bans = "atopidphase latent.depth.mean", .coverage = ENTI_ZERO_RUNS, .columns = alliance},
    {.id = "atop_member", .title = "ATOP members by phase", .unit = "member-spell", .scheme = "cow", .licence = ATOP_TERMS, .citation = ATOP_CITE,
     .version = "5.1", .version_column = "version", .coverage = ENTI_ZERO_RUNS, .columns = member},
    {.id = "atop_state_year", .title = "ATOP state-years", .unit = "state-year", .scheme = "cow", .licence = ATOP_TERMS, .citation = ATOP_CITE,
     .version = "5.1", .version_column = "version", .columns = state_year},
    {.id = "atop_dyad_year", .title = "ATOP directed dyad-years", .unit = "directed-dyad-year", .scheme = "cow", .licence = ATOP_TERMS, .citation = ATOP_CITE,
     .version = "5.1", .version_column = "version", .columns = dyad_year},
    {.id = NULL}};
/* clang-format on */
