/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of a year: members, carried values, rivalries, pacts by their spells, borders, wars. */
#include "support/fixture.h"

static fixture all;
static ent_year *year;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_year_close(year);
    ent_year_close(NULL);
    fixture_close(&all);
    return 0;
}

static void go(int to) {
    ent_error err = {.status = ENT_OK};
    ent_year_close(year);
    year = NULL;
    must(ent_year_open(all.world, to, NULL, &year, &err), &err);
}

static size_t at(int code) {
    size_t index = ent_year_index(year, code);
    if (index == SIZE_MAX) fail_msg("%d is no member in %d", code, ent_year_of(year));
    return index;
}

static bool bound(int obligation, int a, int b) {
    bool one = enti_set_has(&year->pact[obligation][at(a)], at(b));
    assert_int_equal(one, enti_set_has(&year->pact[obligation][at(b)], at(a)));
    return one;
}

static void test_members(void **state) {
    (void)state;
    go(1970);
    assert_int_equal(ent_year_of(year), 1970);
    assert_in_range(ent_year_count(year), 130, 145);
    for (size_t i = 0; i < ent_year_count(year); i++) {
        if (i > 0) assert_true(ent_year_code(year, i - 1) < ent_year_code(year, i));
        assert_int_equal(ent_year_index(year, ent_year_code(year, i)), i);
        assert_int_equal(ent_world_is_member(all.world, ent_year_code(year, i), 1970), 1);
    }
    assert_true(ent_year_index(year, 255) == SIZE_MAX); /* no united Germany */
    assert_true(ent_year_index(year, 369) == SIZE_MAX); /* no Ukraine */
    assert_true(ent_year_index(year, 1) == SIZE_MAX);
    assert_true(at(260) < at(265));
    go(2014);
    assert_int_equal(ent_year_count(year), 195);
}

static void test_outside(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_year *none = NULL;
    (void)state;
    assert_int_equal(ent_year_open(all.world, 1945, NULL, &none, &err), ENT_E_RANGE);
    assert_int_equal(ent_year_open(all.world, 2023, NULL, &none, &err), ENT_E_RANGE);
    assert_non_null(strstr(err.message, "1946 to 2022"));
    assert_null(none);
}

/* Capability ends in 2019: later years read it, and the growth that ends there. */
static void test_capability_carried(void **state) {
    double growth;
    (void)state;
    go(2019);
    growth = year->growth[at(710)];
    assert_int_equal(year->capability[at(710)].year, 2019);
    go(2022);
    assert_int_equal(year->capability[at(710)].year, 2019);
    assert_int_equal(year->capability_before[at(710)].year, 2009);
    assert_true(year->growth[at(710)] == growth && growth > 0);
    go(2018);
    assert_int_equal(year->capability[at(710)].year, 2018);
}

static void test_missing_values(void **state) {
    (void)state;
    go(2014);
    assert_true(isnan(year->ideal_point[at(713)].value)); /* Taiwan, out of the UN since 1971 */
    assert_int_equal(year->ideal_point[at(713)].line, 0);
    go(1974);
    assert_int_equal(year->ideal_point[at(713)].year, 1971); /* three years carried */
    go(1975);
    assert_true(isnan(year->ideal_point[at(713)].value));
    for (size_t i = 0; i < year->n; i++) {
        assert_true(year->share[i] >= ENTI_CAPABILITY_FLOOR);
        assert_true(fabs(year->growth[i]) <= 0.1);
        if (!isnan(year->polyarchy[i].value)) assert_in_range(year->year - year->polyarchy[i].year, 0, 5);
    }
}

static void test_rivalries(void **state) {
    const enti_rivalry *rivalry;
    (void)state;
    go(2021);
    assert_true(enti_set_has(&year->rivals[at(2)], at(710)));
    assert_true(enti_set_has(&year->rivals[at(710)], at(2)));
    assert_false(enti_set_has(&year->rivals[at(710)], at(900))); /* a dispute outside the strategic list */
    assert_true(enti_set_has(&year->supplementary[at(710)], at(900)));
    rivalry = enti_year_rivalry(year, at(369), at(365));
    assert_non_null(rivalry);
    assert_int_equal(rivalry->start, 2014);
    assert_true(rivalry->strategic);
    assert_null(enti_year_rivalry(year, at(2), at(20)));
    go(2013);
    assert_false(enti_set_has(&year->rivals[at(369)], at(365)));
    for (size_t i = 0; i < year->n; i++)
        for (size_t j = 0; j < year->n; j++)
            assert_int_equal(enti_set_has(&year->rivals[i], j), enti_set_has(&year->rivals[j], i));
}

static void test_pacts(void **state) {
    (void)state;
    go(1949);
    assert_true(bound(ENTI_DEFENCE, 365, 710)); /* by the treaty of 1945 */
    assert_true(bound(ENTI_DEFENCE, 2, 200));
    go(1950);
    assert_true(bound(ENTI_DEFENCE, 365, 710));
    assert_true(enti_set_has(&year->bilateral[ENTI_DEFENCE][at(365)], at(710)));
    go(1980);
    assert_true(bound(ENTI_DEFENCE, 365, 710)); /* ended on 11 April */
    go(1981);
    assert_false(bound(ENTI_DEFENCE, 365, 710));
    go(2014);
    assert_true(bound(ENTI_CONSULTATION, 365, 710));
    assert_false(bound(ENTI_DEFENCE, 365, 710));
    assert_true(bound(ENTI_DEFENCE, 2, 740));
    assert_false(enti_set_has(&year->bilateral[ENTI_DEFENCE][at(2)], at(200))); /* through a treaty of many */
}

/* Old and new Germany are both members in 1990: they are no allies of each other. */
static void test_successor(void **state) {
    (void)state;
    go(1990);
    assert_true(bound(ENTI_DEFENCE, 2, 260));
    for (int o = 0; o < ENTI_OBLIGATIONS; o++)
        assert_false(enti_set_has(&year->pact[o][at(255)], at(260)));
}

static void test_binding_treaty(void **state) {
    size_t binding = 0;
    (void)state;
    go(2014);
    for (size_t t = 0; t < year->treaties_count; t++)
        binding += enti_treaty_binds(year, &year->treaties[t], ENTI_DEFENCE, at(2), at(740));
    assert_int_equal(binding, 1);
    for (size_t i = 0; i < year->n; i++)
        for (size_t r = year->defence_first[i]; r < year->defence_first[i + 1]; r++) {
            enti_set rest = enti_set_minus(year->defence[r].partners, year->pact[ENTI_DEFENCE][i]);
            assert_int_equal(year->defence[r].state, i);
            assert_false(enti_set_any(&rest));
        }
}

static void test_geography(void **state) {
    (void)state;
    go(2014);
    assert_int_equal(year->contiguous[at(2) * year->n + at(20)], 1);
    assert_int_equal(year->contiguous[at(20) * year->n + at(2)], 1);
    assert_int_equal(year->contiguous[at(2) * year->n + at(710)], 0);
    assert_true(fabs(year->distance_km[at(710) * year->n + at(365)] - 5800) < 100); /* Beijing to Moscow */
    assert_true(year->distance_km[at(710) * year->n + at(365)] == year->distance_km[at(365) * year->n + at(710)]);
}

static void test_wars(void **state) {
    (void)state;
    go(1953);
    assert_true(enti_set_has(&year->at_war[at(2)], at(710)));
    go(1957);
    assert_true(enti_set_has(&year->at_war[at(2)], at(710))); /* four years on */
    go(1958);
    assert_false(enti_set_has(&year->at_war[at(2)], at(710)));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_members),
                                       cmocka_unit_test(test_outside),
                                       cmocka_unit_test(test_capability_carried),
                                       cmocka_unit_test(test_missing_values),
                                       cmocka_unit_test(test_rivalries),
                                       cmocka_unit_test(test_pacts),
                                       cmocka_unit_test(test_successor),
                                       cmocka_unit_test(test_binding_treaty),
                                       cmocka_unit_test(test_geography),
                                       cmocka_unit_test(test_wars)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
