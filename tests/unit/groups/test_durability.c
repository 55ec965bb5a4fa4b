/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Durability: claim D16 on NATO and the Warsaw Pact, D17 along the way, and what must hold for any group. */
#include "support/fixture.h"

#include <entente/durability.h>

enum { SOON = 5 };

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

static ent_durability *run(const char *forum, ent_durability_options options) {
    ent_error err = {.status = ENT_OK};
    ent_durability *out = NULL;
    ent_group group;
    must(ent_group_find(all.world, forum, options.year, &group, &err), &err);
    must(ent_durability_run(all.world, all.params, &group, &options, &out, &err), &err);
    return out;
}

static ent_durability_options in_year(int year) {
    ent_durability_options options = ent_durability_options_default(all.world);
    options.year = year;
    options.runs = 500;
    return options;
}

/* D16: without coercion the Warsaw Pact of 1989 ends within five years in most runs, NATO does not. */
static void test_d16(void **state) {
    ent_durability_options options = in_year(1989);
    ent_durability *pact, *nato;
    (void)state;
    options.fall = ENT_FALL_WILL;
    pact = run("warsaw-pact", options);
    nato = run("nato", options);
    assert_int_equal(pact->leader.code, 365);
    assert_int_equal(nato->leader.code, 2);
    assert_true(pact->share[1] > 0.4 && nato->share[1] < 0.15); /* coercion */
    assert_true(nato->share[2] > 0.5);                          /* values */
    assert_true(pact->paths[ENT_PATH_FALL].alive[SOON] < 0.5 && nato->paths[ENT_PATH_FALL].alive[SOON] > 0.5);
    assert_true(pact->paths[ENT_PATH_FALL].robust > 0.5 && nato->paths[ENT_PATH_FALL].robust < 0.5);
    assert_true(pact->paths[ENT_PATH_STEADY].alive[SOON] > 0.9);
    assert_string_equal(pact->ended, "1991-07-01");
    assert_true(pact->recorded[0] == 1 && pact->recorded[3] == 0);
    assert_true(nato->recorded[10] == 1);
    ent_durability_free(pact);
    ent_durability_free(nato);
}

/* D17: the less is left of the leader's power, the sooner members go, more so the more coercion holds them. */
static void test_d17(void **state) {
    double before = 2;
    (void)state;
    for (int left = 10; left >= 0; left -= 5) {
        ent_durability_options options = in_year(1985);
        ent_durability *out;
        options.fall = ENT_FALL_CAPABILITY;
        options.remaining = left / 10.0;
        out = run("warsaw-pact", options);
        assert_true(out->paths[ENT_PATH_FALL].alive[10] <= before);
        before = out->paths[ENT_PATH_FALL].alive[10];
        for (size_t k = 0; k < out->members_count; k++) {
            const ent_bond *b = &out->members[k];
            assert_true(b->hazard_fall >= b->hazard);
            if (left == 10) assert_true(b->hazard_fall == b->hazard);
            for (size_t l = 0; l < k; l++)
                if (b->share[1] > out->members[l].share[1]) assert_true(b->hazard_fall >= out->members[l].hazard_fall);
        }
        ent_durability_free(out);
    }
}

static void test_figures(void **state) {
    static const struct {
        const char *forum;
        int year;
    } groups[] = {{"nato", 2021}, {"csto", 2021}, {"warsaw-pact", 1956}, {"sco", 2021}, {"anzus", 1960}};
    (void)state;
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        ent_durability *out = run(groups[g].forum, in_year(groups[g].year));
        assert_true(fabs(out->share[0] + out->share[1] + out->share[2] - 1) < 1e-9);
        for (int p = 0; p < out->paths_count; p++) {
            const ent_survival *s = &out->paths[p];
            assert_true(s->alive[0] == 1 && s->strength[0] == 1);
            for (int t = 1; t <= ENT_DURABILITY_YEARS; t++) {
                assert_true(s->alive[t] <= s->alive[t - 1] && s->members[t] <= s->members[t - 1] + 1e-12);
                assert_true(s->low[t] <= s->alive[t] && s->alive[t] <= s->high[t]);
            }
        }
        ent_durability_free(out);
    }
}

static void test_same_seed(void **state) {
    ent_durability *a = run("csto", in_year(2021)), *b = run("csto", in_year(2021));
    (void)state;
    assert_memory_equal(a->paths[1].alive, b->paths[1].alive, sizeof a->paths[1].alive);
    assert_memory_equal(a->paths[1].members, b->paths[1].members, sizeof a->paths[1].members);
    ent_durability_free(a);
    ent_durability_free(b);
}

static void refuse(ent_group group, ent_durability_options options, ent_status status) {
    ent_error err = {.status = ENT_OK};
    ent_durability *out = NULL;
    assert_int_equal(ent_durability_run(all.world, all.params, &group, &options, &out, &err), status);
    assert_true(*err.message != 0);
    assert_null(out);
}

static void test_refused(void **state) {
    ent_group pair = {.id = "", .name = "", .codes = {2, 20}, .count = 2};
    ent_group one = {.id = "", .name = "", .codes = {2}, .count = 1};
    ent_group twice = {.id = "", .name = "", .codes = {2, 2, 20}, .count = 3};
    ent_durability_options options = in_year(2000);
    (void)state;
    refuse(one, options, ENT_E_ARG);
    refuse(twice, options, ENT_E_ARG);
    options.leader = 200;
    refuse(pair, options, ENT_E_ARG);
    options = in_year(2000);
    options.remaining = NAN;
    refuse(pair, options, ENT_E_RANGE);
    options = in_year(2000);
    options.over = 0;
    refuse(pair, options, ENT_E_RANGE);
    options = in_year(2000);
    options.runs = 0;
    refuse(pair, options, ENT_E_RANGE);
    options = in_year(1800);
    refuse(pair, options, ENT_E_RANGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_d16), cmocka_unit_test(test_d17),
                                       cmocka_unit_test(test_figures), cmocka_unit_test(test_same_seed),
                                       cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
