/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into a world: entities, membership, names, series. */
#include "support/fixture.h"

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    ent_world_close(NULL);
    return 0;
}

static void test_entities(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_entity e = {.code = -1};
    size_t count = ent_world_entity_count(all.world);
    (void)state;
    assert_true(count > 200);
    for (size_t i = 0; i < count; i++) {
        ent_entity at = ent_world_entity_at(all.world, i), same;
        must(ent_world_entity(all.world, at.code, &same, &err), &err);
        assert_string_equal(at.name, same.name);
        assert_int_equal(enti_world_ref(all.world, at.code), i);
        if (i > 0) assert_true(ent_world_entity_at(all.world, i - 1).code < at.code);
    }
    assert_int_equal(ent_world_entity(all.world, 1, &e, &err), ENT_E_MISSING);
    assert_int_equal(e.code, -1);
    assert_int_equal(enti_world_ref(all.world, -5), ENTI_NOBODY);
    assert_int_equal(enti_world_ref(all.world, INT32_MAX), ENTI_NOBODY);
}

static void test_membership(void **state) {
    ent_membership m;
    (void)state;
    assert_int_equal(ent_world_is_member(all.world, 260, 1954), 0);
    assert_int_equal(ent_world_is_member(all.world, 260, 1955), 1);
    assert_int_equal(ent_world_is_member(all.world, 260, 1990), 1); /* on any day of the year */
    assert_int_equal(ent_world_is_member(all.world, 260, 1991), 0);
    assert_int_equal(ent_world_is_member(all.world, 255, 1970), 0); /* between two spells */
    assert_int_equal(ent_world_is_member(all.world, 255, 2022), 1);
    assert_int_equal(ent_world_is_member(all.world, 626, 2010), 0); /* South Sudan, from 2011 */
    assert_int_equal(ent_world_is_member(all.world, 1, 2010), 0);
    assert_true(ent_world_membership_count(all.world, 255) >= 2);
    assert_int_equal(ent_world_membership_count(all.world, 1), 0);
    m = ent_world_membership_at(all.world, 255, 0);
    assert_string_equal(m.system, "cow");
    assert_int_equal(m.number, 255);
    assert_string_equal(m.end, "1945-05-08");
    m = ent_world_membership_at(all.world, 255, 999);
    assert_int_equal(m.number, ENT_MISSING);
}

static void test_names_of(void **state) {
    size_t count = ent_world_name_count(all.world, 710);
    bool iso = false;
    (void)state;
    assert_true(count > 5);
    for (size_t i = 0; i < count; i++) {
        ent_name name = ent_world_name_at(all.world, 710, i);
        iso = iso || (strcmp(name.scheme, "iso3") == 0 && strcmp(name.name, "CHN") == 0);
    }
    assert_true(iso);
    assert_int_equal(ent_world_name_count(all.world, 1), 0);
    assert_int_equal(ent_world_name_at(all.world, 710, count).from, ENT_MISSING);
}

static void test_series(void **state) {
    const enti_series *s = &all.world->capability;
    enti_ref usa = enti_world_ref(all.world, 2);
    int32_t line = -1;
    (void)state;
    assert_true(enti_series_at(s, usa, 2019, &line) > 0.2);
    assert_true(line > 1);
    assert_true(isnan(enti_series_at(s, usa, s->first - 1, &line)));
    assert_int_equal(line, 0);
    assert_true(isnan(enti_series_at(s, usa, s->last + 1, NULL)));
    assert_true(isnan(enti_series_at(s, enti_world_ref(all.world, 260), 2000, NULL)));
}

static void test_years_and_label(void **state) {
    (void)state;
    assert_int_equal(ent_world_first_year(all.world), 1946);
    assert_int_equal(ent_world_last_year(all.world), 2022);
    assert_true(*ent_world_label(all.world) != 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_entities), cmocka_unit_test(test_membership),
                                       cmocka_unit_test(test_names_of), cmocka_unit_test(test_series),
                                       cmocka_unit_test(test_years_and_label)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
