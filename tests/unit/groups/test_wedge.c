/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wedges on the built-in data: what must hold between their figures, the European Union's rules, 17+1 and Lithuania. */
#include "support/fixture.h"

#include <entente/wedge.h>

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

static ent_wedge *wedge_with(const ent_params *params, const char *forum, int by, int year, int rule, double cut) {
    ent_error err = {.status = ENT_OK};
    ent_wedge_options options = ent_wedge_options_default(all.world);
    ent_wedge *out = NULL;
    ent_group group;
    must(ent_group_find(all.world, forum, year, &group, &err), &err);
    options.year = year;
    options.by = by;
    options.rule = rule;
    options.cut = cut;
    must(ent_wedge_run(all.world, params, &group, &options, &out, &err), &err);
    return out;
}

static ent_wedge *wedge(const char *forum, int by, int year, int rule) {
    return wedge_with(all.params, forum, by, year, rule, 0.5);
}

static const ent_wedge_member *member(const ent_wedge *w, int code) {
    for (size_t k = 0; k < w->members_count; k++)
        if (w->members[k].state.code == code) return &w->members[k];
    fail_msg("no member %d", code);
    return NULL;
}

static bool said(const ent_line *lines, size_t count, const char *code, const char *part) {
    for (size_t l = 0; l < count; l++)
        if (strcmp(lines[l].code, code) == 0 && strstr(lines[l].text, part) != NULL) return true;
    return false;
}

/* Unanimity is the product; qualified majority forgives; cutting, counter-measures and freedom help; capture hurts. */
static void test_order(void **state) {
    ent_wedge *w = wedge("eu", 710, 2021, ENT_UNANIMITY);
    double product = 1;
    (void)state;
    assert_int_equal(w->members_count, 27);
    for (size_t k = 0; k < w->members_count; k++) {
        const ent_wedge_member *m = &w->members[k];
        product *= m->support;
        assert_true(m->low <= m->exposure && m->exposure <= m->high);
        if (k > 0) assert_true(m->cost[ENT_UNANIMITY] <= w->members[k - 1].cost[ENT_UNANIMITY]);
        for (int rule = 0; rule < ENT_RULES; rule++)
            assert_true(m->cost[rule] >= 0 && m->captured[rule] <= w->rules[rule].now + 1e-12);
    }
    assert_true(fabs(w->rules[ENT_UNANIMITY].now - product) < 1e-12);
    for (int rule = 0; rule < ENT_RULES; rule++) {
        const ent_wedge_rule *r = &w->rules[rule];
        assert_true(r->low <= r->now && r->now <= r->high && r->now <= r->cut && r->cut <= r->alone);
        assert_true(r->now <= r->counter && r->counter <= r->alone && r->captured <= r->now);
    }
    assert_true(w->rules[ENT_UNANIMITY].captured == 0);
    assert_true(w->rules[ENT_QMV].captured > 0.5); /* D25: the effect of one captured member shrinks */
    assert_true(w->rules[ENT_QMV].now > w->rules[ENT_UNANIMITY].now); /* D30 */
    assert_int_equal(w->rules[ENT_UNANIMITY].blocking, 1);
    assert_int_equal(w->rules[ENT_MAJORITY].blocking, 14);
    assert_int_equal(w->rules[ENT_QMV].blocking, 4);
    ent_wedge_free(w);
}

/* Banzhaf power in the Union of 27: the largest has most, equal populations are close, and all swings are whole. */
static void test_union_power(void **state) {
    ent_wedge *w = wedge("eu", 710, 2021, ENT_QMV);
    double most = member(w, 255)->banzhaf[ENT_QMV];
    (void)state;
    for (size_t k = 0; k < w->members_count; k++) {
        double swings = ldexp(w->members[k].banzhaf[ENT_QMV], 26);
        assert_true(swings == floor(swings) && w->members[k].banzhaf[ENT_QMV] <= most);
        assert_true(w->members[k].banzhaf[ENT_UNANIMITY] == ldexp(1, -26));
    }
    assert_true(member(w, 255)->banzhaf[ENT_QMV] > member(w, 220)->banzhaf[ENT_QMV]);
    assert_true(member(w, 220)->banzhaf[ENT_QMV] > member(w, 338)->banzhaf[ENT_QMV]);
    ent_wedge_free(w);
}

/* D32: Lithuania left 17+1 in May 2021, was coerced, lost exports and grew. */
static void test_lithuania(void **state) {
    ent_wedge *before = wedge("china-ceec", 710, 2020, ENT_MISSING), *w = wedge("eu", 710, 2022, ENT_MISSING);
    (void)state;
    assert_int_equal(before->by_is_member, 1);
    assert_int_equal(before->members_count, 17);
    (void)member(before, 368);
    ent_wedge_free(before);
    assert_true(said(w->record, w->record_count, "exit", "Lithuania left china-ceec on 2021-05-22"));
    assert_true(said(w->record, w->record_count, "measure", "Lithuania, 2021-12: Customs blockade"));
    assert_true(said(w->record, w->record_count, "figure", "45.2 EUR million in 2022"));
    assert_true(said(w->record, w->record_count, "figure", "2.5 % in 2022"));
    assert_true(member(w, 368)->channel[ENT_CHANNEL_FORUM] == 0);
    assert_true(member(w, 290)->channel[ENT_CHANNEL_FORUM] == 1);
    ent_wedge_free(w);
}

/* The whole of dependence cut leaves no exposure by trade and supply; none cut changes nothing. */
static void test_cut(void **state) {
    ent_wedge *none = wedge_with(all.params, "eu", 710, 2021, ENT_QMV, 0);
    ent_wedge *whole = wedge_with(all.params, "eu", 710, 2021, ENT_QMV, 1);
    (void)state;
    assert_true(none->rules[ENT_UNANIMITY].cut == none->rules[ENT_UNANIMITY].now);
    assert_true(whole->rules[ENT_UNANIMITY].cut > none->rules[ENT_UNANIMITY].now);
    ent_wedge_free(none);
    ent_wedge_free(whole);
}

/* Without any pass-through exposure costs nothing. */
static void test_parameters(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_params *params = NULL;
    ent_wedge *low, *high;
    (void)state;
    must(ent_params_new(all.world, NULL, &params, &err), &err);
    must(ent_params_set(params, "wedge_pass_through", 0.02, &err), &err);
    low = wedge_with(params, "eu", 710, 2021, ENT_UNANIMITY, 0.5);
    must(ent_params_set(params, "wedge_pass_through", 0.6, &err), &err);
    high = wedge_with(params, "eu", 710, 2021, ENT_UNANIMITY, 0.5);
    assert_true(low->rules[0].now > high->rules[0].now);
    assert_true(low->rules[0].alone == high->rules[0].alone);
    ent_wedge_free(low);
    ent_wedge_free(high);
    ent_params_free(params);
}

static void refuse(const char *forum, const char *list, int by, int year, int rule, double cut, ent_status status,
                   const char *part) {
    ent_error err = {.status = ENT_OK};
    ent_wedge_options options = ent_wedge_options_default(all.world);
    ent_wedge *out = NULL;
    ent_group group;
    must(forum != NULL ? ent_group_find(all.world, forum, year, &group, &err)
                       : ent_group_parse(all.world, list, year, &group, &err),
         &err);
    options.year = year;
    options.by = by;
    options.rule = rule;
    options.cut = cut;
    assert_int_equal(ent_wedge_run(all.world, all.params, &group, &options, &out, &err), status);
    if (strstr(err.message, part) == NULL) fail_msg("expected \"%s\", found \"%s\"", part, err.message);
    assert_null(out);
}

static void test_refused(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_wedge_options options = ent_wedge_options_default(all.world);
    ent_wedge *out = NULL;
    ent_group twice = {.id = "", .name = "", .codes = {2, 200, 2}, .count = 3};
    double p[] = {0.5, 2}, passes;
    int64_t people[] = {1, 0};
    (void)state;
    refuse("nato", NULL, 365, 2021, ENT_QMV, 0.5, ENT_E_MISSING, "no population of");
    refuse("nam", NULL, 710, 2010, ENT_QMV, 0.5, ENT_E_RANGE, "36 at most");
    refuse(NULL, "usa,china", 710, 2021, ENT_MAJORITY, 0.5, ENT_E_ARG, "a group of 1");
    refuse("eu", NULL, 710, 2021, 7, 0.5, ENT_E_ARG, "unknown rule");
    refuse("eu", NULL, 710, 2021, ENT_QMV, 1.5, ENT_E_RANGE, "expected 0 to 1");
    refuse("eu", NULL, 710, 2021, ENT_QMV, NAN, ENT_E_RANGE, "expected 0 to 1");
    refuse("eu", NULL, ENT_MISSING, 2021, ENT_QMV, 0.5, ENT_E_ARG, "needs the power");
    refuse("eu", NULL, 260, 2021, ENT_QMV, 0.5, ENT_E_MISSING, "no member of the system");
    options.by = 710;
    assert_int_equal(ent_wedge_run(all.world, all.params, &twice, &options, &out, &err), ENT_E_ARG);
    assert_non_null(strstr(err.message, "listed twice"));
    assert_int_equal(ent_vote(ENT_MAJORITY, 2, p, NULL, &passes, NULL, &err), ENT_E_RANGE);
    p[1] = NAN;
    assert_int_equal(ent_vote(ENT_MAJORITY, 2, p, NULL, &passes, NULL, &err), ENT_E_RANGE);
    p[1] = 0.5;
    assert_int_equal(ent_vote(ENT_QMV, 2, p, people, &passes, NULL, &err), ENT_E_RANGE);
    assert_int_equal(ent_vote(ENT_MAJORITY, 0, p, NULL, &passes, NULL, &err), ENT_E_RANGE);
}

/* Members outside the system of states are left out, and named. */
static void test_outside(void **state) {
    ent_wedge *w = wedge("nam", 2, 2010, ENT_MAJORITY);
    bool named = false;
    (void)state;
    for (size_t k = 0; k < w->missing_count; k++)
        named = named || strstr(w->missing[k], "Palestine") != NULL;
    assert_true(named);
    assert_true(isnan(w->rules[ENT_QMV].now) && *w->rules[ENT_QMV].why_not != 0);
    ent_wedge_free(w);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order),      cmocka_unit_test(test_union_power),
                                       cmocka_unit_test(test_lithuania),  cmocka_unit_test(test_cut),
                                       cmocka_unit_test(test_parameters), cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_outside)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
