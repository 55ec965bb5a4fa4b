/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of audits, partners, institutions and ties: their parts in order, every line within the width asked for. */
#include <entente/entente.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lines.h"

static ent_store *store;
static ent_world *world;

static char *audited(const char *forum, int year, const ent_layout *layout) {
    ent_audit_options options = ent_audit_options_default(world);
    ent_audit *audit = NULL;
    ent_group group;
    char *text = NULL;
    options.year = year;
    options.draws = 20;
    options.upgrade_consultation = options.upgrade_defence = 1;
    assert_int_equal(ent_group_find(world, forum, year, &group, NULL), ENT_OK);
    assert_int_equal(ent_audit_run(world, NULL, &group, &options, &audit, NULL), ENT_OK);
    assert_int_equal(ent_report_audit(audit, &options, layout, &text, NULL, NULL), ENT_OK);
    ent_audit_free(audit);
    return text;
}

static char *ranked(int patron, int year, ent_scenario scenario, const ent_layout *layout) {
    ent_partners_options options = ent_partners_options_default(world);
    ent_partners *partners = NULL;
    char *text = NULL;
    options.year = year;
    options.scenario = scenario;
    assert_int_equal(ent_partners_run(world, NULL, patron, &options, &partners, NULL), ENT_OK);
    assert_int_equal(ent_report_partners(partners, &options, layout, &text, NULL, NULL), ENT_OK);
    ent_partners_free(partners);
    return text;
}

static char *tied(const ent_layout *layout) {
    ent_tie *tie = NULL;
    char *text = NULL;
    assert_int_equal(ent_tie_run(world, 710, 365, 1991, ENT_MISSING, &tie, NULL), ENT_OK);
    assert_int_equal(ent_report_tie(tie, layout, &text, NULL, NULL), ENT_OK);
    ent_tie_free(tie);
    return text;
}

static char *described(const char *id, const ent_layout *layout) {
    ent_institution *institution = NULL;
    char *text = NULL;
    assert_int_equal(ent_institution_run(world, id, ENT_MISSING, &institution, NULL), ENT_OK);
    assert_int_equal(ent_report_institution(institution, ENT_MISSING, layout, &text, NULL, NULL), ENT_OK);
    ent_institution_free(institution);
    return text;
}

static void check(char *text, int width) {
    check_lines(text, width);
    ent_free(text);
}

static void test_every_width(void **state) {
    static const int widths[] = {60, 71, 72, 80, 89, 90, 100, 111, 112, 120, 200};
    (void)state;
    for (size_t w = 0; w < 2 * sizeof widths / sizeof *widths; w++) {
        int width = widths[w / 2];
        ent_layout layout = {.format = ENT_TABLE, .width = width, .unicode = 1, .explain = w % 2};
        check(audited("cica", 2014, &layout), width);
        check(audited("aukus", 2021, &layout), width);
        check(ranked(710, 2014, ENT_PRESSURE, &layout), width);
        check(ranked(2, 1948, ENT_BOTH, &layout), width);
        check(tied(&layout), width);
        check(described("sco", &layout), width);
    }
}

static void test_audit_in_order(void **state) {
    static const char *const blocked[] = {"CICA, 2014: 26 members",
                                          "Cannot become an alliance",
                                          "carry is cooperation (rung 1 of 8)",
                                          "remain feasible",
                                          "Largest workable core",
                                          "parameter draws",
                                          "\nTESTS",
                                          "\nRIVALS INSIDE (",
                                          "India-Pakistan",
                                          "\nOUTSIDE PATRONS",
                                          "United States, treaty ally of",
                                          "dormant",
                                          "\nRELATION TO UNITED STATES",
                                          "\nREGIMES AND VALUES",
                                          "\nINSTITUTION",
                                          "\nLARGEST WORKABLE CORE",
                                          "\nWHO WOULD HAVE TO LEAVE",
                                          "\nWHO REFUSES WHOM",
                                          "\nIF IT ADDED consultation",
                                          "one refusal is enough",
                                          "\nIF IT ADDED defence",
                                          "\nPACTS INSIDE",
                                          "\nCOERCION",
                                          "\nOBSTACLES",
                                          "\nMEMBERS",
                                          "Palestine",
                                          "\nMISSING",
                                          "\nASSUMED",
                                          "\nSOURCES",
                                          "\nCITED",
                                          NULL};
    static const char *const alliance[] = {"NATO, 1949: 12 members",
                                           "An alliance, by its own treaty",
                                           "RIVALS INSIDE (0 pairs)",
                                           "nobody",
                                           "its own",
                                           NULL};
    ent_layout layout = {.format = ENT_TABLE, .width = 100, .unicode = 1};
    char *text = audited("cica", 2014, &layout);
    (void)state;
    expect_in_order(text, blocked);
    assert_null(strstr(text, "\nPAIRS"));
    ent_free(text);
    text = audited("nato", 1949, &layout);
    expect_in_order(text, alliance);
    ent_free(text);
    layout.explain = 1;
    text = audited("sco", 2021, &layout);
    assert_non_null(strstr(text, "\nPAIRS"));
    ent_free(text);
}

static void test_partners_in_order(void **state) {
    static const char *const parts[] = {"Partners of China, 2014",
                                        "Under pressure, China would pick Russia first",
                                        "\nWILLINGNESS",
                                        "\nPOWER LEFT OUT",
                                        "United States",
                                        "\nCANDIDATES",
                                        "pact",
                                        "Russia",
                                        "\nWHAT THEY WOULD HAVE TO CHANGE",
                                        "to the 50th",
                                        "\nPOOL",
                                        "\nNEUTRALISATION",
                                        "\nHEDGERS",
                                        "\nMISSING",
                                        "\nSOURCES",
                                        NULL};
    ent_layout layout = {.format = ENT_TABLE, .width = 120, .unicode = 1};
    char *text = ranked(710, 2014, ENT_PRESSURE, &layout);
    (void)state;
    expect_in_order(text, parts);
    ent_free(text);
}

/* Accents come out as they are whatever the locale of the caller, and the locale stays as it was. */
static void test_locale(void **state) {
    ent_layout layout = {.format = ENT_TABLE, .width = 100};
    char *text;
    (void)state;
    assert_non_null(setlocale(LC_ALL, "C"));
    text = audited("cica", 2014, &layout);
    assert_non_null(strstr(text, "\n  T\u00fcrkiye "));
    assert_null(strstr(text, "\\x"));
    assert_string_equal(setlocale(LC_CTYPE, NULL), "C");
    ent_free(text);
}

static int set_up(void **state) {
    (void)state;
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ? -1 : 0;
}

static int tear_down(void **state) {
    (void)state;
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_width),
        cmocka_unit_test(test_audit_in_order),
        cmocka_unit_test(test_partners_in_order),
        cmocka_unit_test(test_locale),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
