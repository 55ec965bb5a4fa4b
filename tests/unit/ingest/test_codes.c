/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of other schemes as COW numbers: where numbers moved, where letters collide, and what is nobody's. */
#include "ingest/codes.h"

#include "support/database.h"

#include "store/store.h"

typedef struct {
    enti_scheme scheme;
    const char *text;
    int year, ccode;
} question;

static void ask(const question *questions, size_t count) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    enti_codes *codes = NULL;
    must(ent_store_open(NULL, &store, &err), &err);
    must(enti_codes_open(enti_store_db(store), &codes, &err), &err);
    for (size_t i = 0; i < count; i++) {
        int found = enti_codes_find(codes, questions[i].scheme, questions[i].text, questions[i].year);
        if (found != questions[i].ccode)
            fail_msg("\"%s\" in %d: expected %d, found %d", questions[i].text, questions[i].year, questions[i].ccode,
                     found);
    }
    enti_codes_close(codes);
    ent_store_close(store);
}

/* Gleditsch and Ward keep 260 for Germany and 678 for Yemen, and give Serbia 340 back in 2006. */
static void test_gleditsch_ward(void **state) {
    static const question questions[] = {
        {ENTI_SCHEME_GW, "260", 1970, 260},       {ENTI_SCHEME_GW, "260", 1989, 260},
        {ENTI_SCHEME_GW, "260", 1991, 255},       {ENTI_SCHEME_GW, "260", 2020, 255},
        {ENTI_SCHEME_GW, "255", 1930, 255},       {ENTI_SCHEME_GW, "265", 1970, 265},
        {ENTI_SCHEME_GW, "678", 1950, 678},       {ENTI_SCHEME_GW, "678", 2000, 679},
        {ENTI_SCHEME_GW, "340", 2010, 345},       {ENTI_SCHEME_GW, "340", 1900, 345},
        {ENTI_SCHEME_GW, "345", 1950, 345},       {ENTI_SCHEME_GW, "31", 1970, 31},
        {ENTI_SCHEME_GW, "2", 1900, 2},           {ENTI_SCHEME_GW, "563", 1890, ENT_MISSING},
        {ENTI_SCHEME_GW, "x", 1890, ENT_MISSING},
    };
    (void)state;
    ask(questions, sizeof questions / sizeof *questions);
}

/* AUS, SLV and SWZ are other states in COW letters than in ISO's: only the declared scheme answers. */
static void test_letters(void **state) {
    static const question questions[] = {
        {ENTI_SCHEME_ISO3, "AUS", 2000, 900},         {ENTI_SCHEME_COW_LETTERS, "AUS", 2000, 305},
        {ENTI_SCHEME_ISO3, "SLV", 2000, 92},          {ENTI_SCHEME_COW_LETTERS, "SLV", 2000, 349},
        {ENTI_SCHEME_ISO3, "SWZ", 2000, 572},         {ENTI_SCHEME_COW_LETTERS, "SWZ", 2000, 225},
        {ENTI_SCHEME_ISO3, "WLD", 2000, ENT_MISSING}, {ENTI_SCHEME_ISO2, "NA", 2000, 565},
        {ENTI_SCHEME_ISO2, "DD", 1980, 265},          {ENTI_SCHEME_ISO2, "DE", 2000, 255},
        {ENTI_SCHEME_ISO2, "SU", 1980, 365},          {ENTI_SCHEME_ISO_NUMERIC, "4", 2003, 700},
        {ENTI_SCHEME_ISO_NUMERIC, "004", 2003, 700},  {ENTI_SCHEME_ISO2, "", 2003, ENT_MISSING},
    };
    (void)state;
    ask(questions, sizeof questions / sizeof *questions);
}

/* A name that two states bore is nobody's without a year, and in a year in which both were there. */
static void test_names(void **state) {
    static const question questions[] = {
        {ENTI_SCHEME_NAME, "Federal Republic of Germany", 1980, 260},
        {ENTI_SCHEME_NAME, "Federal Republic of Germany", 2000, 255},
        {ENTI_SCHEME_NAME, "Federal Republic of Germany", ENT_MISSING, ENT_MISSING},
        {ENTI_SCHEME_NAME, "Federal Republic of Germany", 1990, ENT_MISSING},
        {ENTI_SCHEME_NAME, "France", ENT_MISSING, 220},
        {ENTI_SCHEME_NAME, "united states", ENT_MISSING, 2},
        {ENTI_SCHEME_NAME, "Utopia", 1990, ENT_MISSING},
    };
    (void)state;
    ask(questions, sizeof questions / sizeof *questions);
}

/* Polity counts the Soviet Union as 364 and gives Kosovo and Montenegro other numbers. */
static void test_polity(void **state) {
    static const question questions[] = {
        {ENTI_SCHEME_POLITY, "364", 1950, 365}, {ENTI_SCHEME_POLITY, "341", 2010, 347},
        {ENTI_SCHEME_POLITY, "348", 2010, 341}, {ENTI_SCHEME_POLITY, "347", 2004, 345},
        {ENTI_SCHEME_POLITY, "525", 2012, 626}, {ENTI_SCHEME_POLITY, "626", 2012, 625},
        {ENTI_SCHEME_POLITY, "818", 1980, 816}, {ENTI_SCHEME_POLITY, "564", 1880, ENT_MISSING},
        {ENTI_SCHEME_POLITY, "2", 1980, 2},
    };
    (void)state;
    ask(questions, sizeof questions / sizeof *questions);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gleditsch_ward),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_polity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
