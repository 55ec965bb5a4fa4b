/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One institution: attributes as in the table, spells in order, and how long applicants waited. */
#include "support/fixture.h"

#include <entente/history.h>

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    return 0;
}

static ent_institution *of(const char *text, int year) {
    ent_error err = {.status = ENT_OK};
    ent_institution *found = NULL;
    must(ent_institution_run(all.world, text, year, &found, &err), &err);
    return found;
}

static const ent_spell *spell(const ent_institution *x, int code, const char *status) {
    for (size_t s = 0; s < x->count; s++)
        if (x->spells[s].state.code == code && strcmp(x->spells[s].status, status) == 0) return &x->spells[s];
    return NULL;
}

static void test_sco(void **state) {
    ent_institution *sco = of("sco", ENT_MISSING);
    double longest = 0;
    (void)state;
    assert_string_equal(sco->name, "Shanghai Cooperation Organisation");
    assert_string_equal(sco->founded, "2001-06-15");
    assert_string_equal(sco->ended, "");
    assert_int_equal(sco->institution_level, 2);
    assert_int_equal(sco->defence_clause, 0);
    assert_int_equal(sco->secretariat, 1);
    assert_non_null(strstr(sco->mandates, "counter-terrorism"));
    assert_true(sco->treaties_count >= 1 && sco->sources_count >= 1);
    assert_string_equal(spell(sco, 710, "full")->start, "2001-06-15");
    assert_true(isnan(spell(sco, 710, "full")->lag_years)); /* founders never applied */
    assert_string_equal(spell(sco, 630, "full")->applied, "2008-03-24");
    assert_int_equal(differs("Iran", 15.28, spell(sco, 630, "full")->lag_years, 0.001), 0);
    assert_int_equal(differs("Iran, to the decision", 13.48, spell(sco, 630, "applicant")->lag_years, 0.001), 0);
    assert_int_equal(differs("Pakistan", 11.44, spell(sco, 770, "full")->lag_years, 0.001), 0);
    assert_int_equal(spell(sco, 630, "full")->longest_lag, 1);
    for (size_t s = 0; s < sco->count; s++) {
        const ent_spell *x = &sco->spells[s];
        if (x->lag_years > longest) longest = x->lag_years;
        if (x->longest_lag) assert_int_equal(x->state.code, 630);
        if (s > 0) assert_true(strcmp(x[-1].start, x->start) <= 0);
        assert_true(x->line > 1 && *x->source != 0 && *x->confidence != 0);
    }
    assert_true(longest == spell(sco, 630, "full")->lag_years);
    ent_institution_free(sco);
}

/* In a year only the spells that touch it; the longest wait is then the longest of those shown. */
static void test_year(void **state) {
    ent_institution *then = of("sco", 2014), *nato = of("nato", 1949);
    size_t full = 0;
    (void)state;
    for (size_t s = 0; s < then->count; s++)
        full += strcmp(then->spells[s].status, "full") == 0;
    assert_int_equal(full, 6);
    assert_null(spell(then, 630, "full"));
    assert_int_equal(spell(then, 630, "applicant")->longest_lag, 1);
    assert_int_equal(nato->count, 12);
    assert_int_equal(nato->defence_clause, 1);
    ent_institution_free(then);
    ent_institution_free(nato);
    /* A year before the founding is an error that says so. */
    ent_institution *early = NULL;
    ent_error err = {.status = ENT_OK};
    assert_int_equal(ent_institution_run(all.world, "sco", 1990, &early, &err), ENT_E_MISSING);
    assert_null(early);
    assert_non_null(strstr(err.message, "did not exist in 1990"));
}

/* Institutionalisation: CICA below the SCO below NATO, the EU highest. */
static void test_levels(void **state) {
    static const char *const ordered[] = {"cica", "sco", "nato", "eu"};
    int last = -1;
    (void)state;
    for (size_t k = 0; k < sizeof ordered / sizeof *ordered; k++) {
        ent_institution *x = of(ordered[k], ENT_MISSING);
        assert_true(x->institution_level > last);
        last = x->institution_level;
        ent_institution_free(x);
    }
}

static void test_unknown(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_institution *found = NULL;
    (void)state;
    assert_int_equal(ent_institution_run(all.world, "natoo", ENT_MISSING, &found, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "nato"));
    assert_int_equal(ent_institution_run(all.world, "cooperation", ENT_MISSING, &found, &err), ENT_E_ARG);
    assert_null(found);
    ent_institution_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sco), cmocka_unit_test(test_year),
                                       cmocka_unit_test(test_levels), cmocka_unit_test(test_unknown)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
