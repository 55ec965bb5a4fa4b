/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have to change: cheapest first, within bounds, towards the target, and nothing where there is nothing. */
#include "support/fixture.h"
#include "theory/changes.h"

static fixture all;
static ent_year *year;
static enti_arena arena;
static enti_model model;
static enti_changes found;

static int setup(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    all = fixture_open();
    must(ent_year_open(all.world, 2014, NULL, &year, &err), &err);
    must(enti_model_init(&model, year, all.params, &arena, &err), &err);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_year_close(year);
    enti_arena_clear(&arena);
    fixture_close(&all);
    return 0;
}

/* Searches; returns the percentile the pair starts from. */
static double ask(size_t i, size_t j, double target, bool upward) {
    ent_error err = {.status = ENT_OK};
    enti_pair pair = enti_pair_of(year, i, j);
    double u[2];
    must(enti_changes_of(&model, &pair, NAN, target, upward, &arena, &found, &err), &err);
    return enti_percentile(&model, enti_support(&model, &pair, u));
}

static size_t all_found(void) {
    return found.singles + found.joints + found.events + found.levers;
}

static void check_list(const ent_change *list, size_t count, bool reaching) {
    for (size_t c = 0; c < count; c++) {
        double units = 0;
        assert_in_range(list[c].count, 1, 4);
        for (size_t m = 0; m < list[c].count; m++) {
            assert_true(list[c].moves[m].text != NULL && list[c].moves[m].units > 0);
            units += list[c].moves[m].units;
        }
        assert_true(list[c].percentile >= 0 && list[c].percentile <= 1);
        assert_int_equal(list[c].reaches,
                         found.upward ? list[c].percentile >= found.target : list[c].percentile < found.target);
        if (!reaching) continue;
        assert_true(list[c].reaches);
        assert_true(fabs(units - list[c].cost) < 1e-9);
        if (c > 0) assert_true(list[c].cost >= list[c - 1].cost - 1e-9);
    }
}

static void test_invariants(void **state) {
    size_t singles = 0, joints = 0;
    (void)state;
    for (size_t i = 0; i < ent_year_count(year); i += 9)
        for (size_t j = i + 1; j < ent_year_count(year); j += 17)
            for (int upward = 0; upward < 2; upward++) {
                double from = ask(i, j, upward ? 0.5 : 0.25, upward != 0);
                check_list(found.single, found.singles, true);
                check_list(found.joint, found.joints, true);
                check_list(found.event, found.events, false);
                check_list(found.lever, found.levers, false);
                if (isnan(from) || (upward ? from >= 0.5 : from < 0.25)) assert_int_equal(all_found(), 0);
                if (found.joints > 0) assert_true(found.joint[0].count > 1);
                singles += found.singles;
                joints += found.joints;
            }
    assert_true(singles > 20 && joints > 20);
}

/* No single change is cheaper than the least of any lever or event that reaches. */
static void test_cheapest(void **state) {
    double least = INFINITY;
    (void)state;
    (void)ask(ent_year_index(year, 365), ent_year_index(year, 710), 0.5, true);
    for (size_t e = 0; e < found.events; e++)
        if (found.event[e].reaches) least = fmin(least, found.event[e].cost);
    for (size_t l = 0; l < found.levers; l++)
        if (!isnan(found.lever[l].cost)) least = fmin(least, found.lever[l].cost);
    if (found.singles > 0) assert_true(fabs(found.single[0].cost - least) < 1e-9);
    assert_true(found.events > 0 && found.levers > 0);
}

static void test_nothing_to_find(void **state) {
    size_t usa = ent_year_index(year, 2), china = ent_year_index(year, 710), taiwan = ent_year_index(year, 713);
    (void)state;
    (void)ask(usa, china, 0.5, true); /* rivals of each other: barred by rule */
    assert_int_equal(all_found(), 0);
    (void)ask(china, taiwan, 0.5, true);
    assert_int_equal(all_found(), 0);
    (void)ask(ent_year_index(year, 365), china, 0.0, true); /* already there */
    assert_int_equal(all_found(), 0);
}

/* One more unit of a lever never does less than what it was found to need. */
static void test_enough(void **state) {
    size_t i = ent_year_index(year, 770), j = ent_year_index(year, 710);
    (void)state;
    for (int percent = 10; percent <= 90; percent += 10) {
        double from = ask(j, i, percent / 100.0, true);
        for (size_t l = 0; l < found.levers; l++)
            if (!isnan(found.lever[l].cost)) assert_true(found.lever[l].reaches && found.lever[l].percentile >= from);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_invariants), cmocka_unit_test(test_cheapest),
                                       cmocka_unit_test(test_nothing_to_find), cmocka_unit_test(test_enough)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
