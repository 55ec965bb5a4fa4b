/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of audits, partners, institutions and ties against docs/schema/; damaged answers fail. */
#include <entente/entente.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "schema.h"

static ent_store *store;
static ent_world *world;
static const ent_layout layout = {.format = ENT_JSON};

/* ---- answers ---- */

static json_t *parsed(char *text) {
    json_t *json = json_loads(text, 0, NULL);
    ent_free(text);
    assert_non_null(json);
    return json;
}

static json_t *audited(const char *forum, const char *members, int year, int draws) {
    ent_audit_options options = ent_audit_options_default(world);
    ent_audit *audit = NULL;
    ent_error err = {0};
    ent_group group;
    char *text = NULL;
    options.year = year;
    options.draws = draws;
    options.upgrade_consultation = options.upgrade_crisis_centre = options.upgrade_defence = 1;
    if ((forum != NULL ? ent_group_find(world, forum, year, &group, &err)
                       : ent_group_parse(world, members, year, &group, &err)) != ENT_OK ||
        ent_audit_run(world, NULL, &group, &options, &audit, &err) != ENT_OK ||
        ent_report_audit(audit, &options, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%s, %d: %s", forum != NULL ? forum : members, year, err.message);
    ent_audit_free(audit);
    return parsed(text);
}

static json_t *ranked(int patron, ent_partners_options options) {
    ent_partners *partners = NULL;
    ent_error err = {0};
    char *text = NULL;
    if (ent_partners_run(world, NULL, patron, &options, &partners, &err) != ENT_OK ||
        ent_report_partners(partners, &options, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%d, %d: %s", patron, options.year, err.message);
    ent_partners_free(partners);
    return parsed(text);
}

static void expect_valid(json_t *json, const char *what) {
    *why = 0;
    if (!valid(schema, json, "answer")) fail_msg("%s: %s", what, why);
    json_decref(json);
}

static void expect_refused(json_t *json) {
    *why = 0;
    assert_false(valid(schema, json, "answer"));
    json_decref(json);
}

/* Makes a schema the one in force; skips without a source tree. */
static void use(const char *name) {
    json_decref(schema);
    schema = load_schema(name);
    if (schema == NULL) skip();
}

/* ---- tests ---- */

static void test_audits(void **state) {
    static const struct {
        const char *forum, *members;
        int year, draws;
    } cases[] = {
        {"cica", NULL, 2014, 20},
        {"sco", NULL, 2021, 20},
        {"nato", NULL, 1949, 20},
        {"warsaw-pact", NULL, 1989, 20},
        {"arab-league", NULL, 2014, 0},
        {"eu", NULL, 2021, 20},
        {"aukus", NULL, 2021, 20},
        {NULL, "china,russia", 2021, 20},
        {NULL, "usa,uk,can", 1946, 0},
        {NULL, "israel,palestine,jordan", 2014, 20},
        {NULL, "fiji,tonga,nauru", 2010, 0},
    };
    (void)state;
    use("audit");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_valid(audited(cases[i].forum, cases[i].members, cases[i].year, cases[i].draws),
                     cases[i].forum != NULL ? cases[i].forum : cases[i].members);
}

static void test_partners(void **state) {
    static const int patrons[][2] = {{710, 2014}, {2, 1948}, {365, 2021}, {2, 2022}, {950, 2010}, {710, 1953}};
    (void)state;
    use("partners");
    for (size_t i = 0; i < sizeof patrons / sizeof *patrons; i++)
        for (int scenario = ENT_BOTH; scenario <= ENT_NO_PUSH; scenario++) {
            ent_partners_options options = ent_partners_options_default(world);
            options.year = patrons[i][1];
            options.scenario = (ent_scenario)scenario;
            options.set_dormant_aside = scenario == ENT_PRIMACY;
            if (scenario == ENT_NO_PUSH) options.ambition = 0.5;
            expect_valid(ranked(patrons[i][0], options), "partners");
        }
}

static void test_institutions(void **state) {
    (void)state;
    use("institution");
    for (size_t f = 0; f < ent_forum_count(world); f++) {
        const char *id = ent_forum_at(world, f, NULL);
        ent_institution *institution = NULL;
        char *text = NULL;
        assert_int_equal(ent_institution_run(world, id, ENT_MISSING, &institution, NULL), ENT_OK);
        assert_int_equal(ent_report_institution(institution, ENT_MISSING, &layout, &text, NULL, NULL), ENT_OK);
        ent_institution_free(institution);
        expect_valid(parsed(text), id);
    }
}

static void test_ties(void **state) {
    static const int pairs[][2] = {{710, 365}, {2, 200}, {750, 770}, {950, 955}, {2, 365}};
    (void)state;
    use("tie");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        ent_tie *tie = NULL;
        char *text = NULL;
        assert_int_equal(ent_tie_run(world, pairs[i][0], pairs[i][1], ENT_MISSING, ENT_MISSING, &tie, NULL), ENT_OK);
        assert_int_equal(ent_report_tie(tie, &layout, &text, NULL, NULL), ENT_OK);
        ent_tie_free(tie);
        expect_valid(parsed(text), "tie");
    }
}

static void test_damaged(void **state) {
    json_t *good, *bad;
    (void)state;
    use("audit");
    good = audited("sco", NULL, 2021, 0);
    bad = json_deep_copy(good);
    json_object_del(bad, "exits");
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(bad, "max_feasible_rung", json_integer(9));
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(json_object_get(bad, "question"), "excluded", json_integer(2));
    expect_refused(bad);
    bad = json_deep_copy(good);
    json_object_set_new(json_object_get(bad, "upgrades"), "navy", json_object());
    expect_refused(bad);
    json_decref(good);
}

/* A group named and the same one listed give the same answer, but for what only the forum has. */
static void test_named_and_listed(void **state) {
    static const char *const same[] = {"feasible",
                                       "capability_in_internal_rivalry",
                                       "cohesion_percentile",
                                       "outside_patrons",
                                       "internal_rival_pairs",
                                       "core",
                                       "exits",
                                       "blockers",
                                       "upgrades"};
    json_t *named = audited("sco", NULL, 2021, 20);
    json_t *listed = audited(NULL, "pakistan,india,china,uzb,kaz,kgz,tjk,russia", 2021, 20);
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!json_equal(json_object_get(named, same[i]), json_object_get(listed, same[i]))) fail_msg("%s", same[i]);
    json_decref(named);
    json_decref(listed);
}

static int set_up(void **state) {
    (void)state;
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ? -1 : 0;
}

static int tear_down(void **state) {
    (void)state;
    json_decref(schema);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_audits), cmocka_unit_test(test_partners), cmocka_unit_test(test_institutions),
        cmocka_unit_test(test_ties),   cmocka_unit_test(test_damaged),  cmocka_unit_test(test_named_and_listed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
