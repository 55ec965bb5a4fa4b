/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocs: claim D01 in 2018, the camps of 1962, hedgers of 2021, the same bytes for the same seed, and their inner order. */
#include "support/fixture.h"

#include <entente/blocs.h>

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

static ent_blocs *blocs(int year, int first, int second, uint64_t seed) {
    ent_error err = {.status = ENT_OK};
    ent_blocs_options options = {.year = year, .pole = {first, second}, .seed = seed};
    ent_blocs *out = NULL;
    must(ent_blocs_run(all.world, all.params, &options, &out, &err), &err);
    return out;
}

static const ent_bloc_state *state_of(const ent_blocs *b, int code) {
    for (size_t i = 0; i < b->states_count; i++)
        if (b->states[i].state.code == code) return &b->states[i];
    fail_msg("no state %d", code);
    return NULL;
}

/* D01: NATO and the East Asian allies of the United States form one bloc, an alliance of alliances. */
static void test_d01(void **state) {
    static const int members[] = {2, 200, 220, 255, 290, 640, 732, 740};
    ent_blocs *b = blocs(2018, ENT_MISSING, ENT_MISSING, 1);
    const ent_bloc *first = &b->blocs[0];
    (void)state;
    for (size_t k = 0; k < sizeof members / sizeof *members; k++)
        assert_int_equal(state_of(b, members[k])->community, 0);
    assert_string_equal(first->kind, "bloc");
    assert_int_equal(first->of_alliances, 1);
    assert_true(first->cohesion > 0.5 && first->opposition > 0.5 && first->stability > 0.8);
    assert_string_equal(first->pacts[0].treaty, "nato-1949");
    assert_true(state_of(b, 365)->community != 0 && state_of(b, 710)->community != 0);
    ent_blocs_free(b);
}

static void test_two_camps(void **state) {
    ent_blocs *b = blocs(1962, 2, 365, 1);
    (void)state;
    assert_int_equal(b->poles_chosen, 1);
    assert_true(state_of(b, 2)->leaning == 1 && state_of(b, 365)->leaning == -1);
    assert_int_equal(state_of(b, 200)->camp, 0);
    assert_int_equal(state_of(b, 740)->camp, 0);
    assert_int_equal(state_of(b, 290)->camp, 1);
    assert_int_equal(state_of(b, 265)->camp, 1);
    assert_true(b->polarisation > 0 && b->polarisation < 1);
    ent_blocs_free(b);
    b = blocs(1962, 365, 2, 1); /* the poles exchanged */
    assert_int_equal(state_of(b, 290)->camp, 0);
    assert_int_equal(state_of(b, 200)->camp, 1);
    ent_blocs_free(b);
}

/* K28: states that side with neither are there, and the leanings have more than two peaks. */
static void test_hedgers(void **state) {
    ent_blocs *b = blocs(2021, 2, 710, 1);
    size_t middle = b->leaning_count[1] + b->leaning_count[2] + b->leaning_count[3];
    (void)state;
    assert_true(b->hedgers_count > 3 && middle > b->states_count / 4);
    for (size_t k = 0; k < b->hedgers_count; k++) {
        const ent_bloc_state *s = &b->states[b->hedgers[k]];
        assert_true(!s->allied[0] && !s->allied[1] && !s->rival[0] && !s->rival[1]);
        assert_true(s->to_pole[0] >= 1.5 && s->to_pole[1] >= 1.5);
    }
    ent_blocs_free(b);
}

static void test_figures(void **state) {
    static const int years[] = {1946, 1962, 1985, 2018, 2022};
    (void)state;
    for (size_t y = 0; y < sizeof years / sizeof *years; y++) {
        ent_blocs *b = blocs(years[y], ENT_MISSING, ENT_MISSING, 3);
        size_t counted = 0;
        assert_true(b->frustration_low <= b->frustration_high && b->frustration >= 0 && b->frustration <= 1);
        assert_true(b->spin_frustration >= 0 && b->over_seeds <= 1 + 1e-12);
        for (size_t c = 0; c < b->blocs_count; c++) {
            const ent_bloc *bloc = &b->blocs[c];
            assert_true(bloc->members_count >= 2);
            assert_true(bloc->cohesion >= 0 && bloc->cohesion <= 1 && bloc->opposition >= 0 && bloc->opposition <= 1);
            if (c > 0) assert_true(bloc->capability <= b->blocs[c - 1].capability);
            for (size_t k = 0; k < bloc->members_count; k++)
                assert_int_equal(b->states[bloc->member[k]].community, c);
            counted += bloc->members_count;
        }
        for (size_t i = 0; i < b->states_count; i++) {
            counted += b->states[i].community == SIZE_MAX;
            assert_true(fabs(b->states[i].leaning) <= 1);
        }
        assert_int_equal(counted, b->states_count);
        ent_blocs_free(b);
    }
}

static void test_same_seed(void **state) {
    ent_blocs *a = blocs(2018, ENT_MISSING, ENT_MISSING, 9), *b = blocs(2018, ENT_MISSING, ENT_MISSING, 9);
    (void)state;
    for (size_t i = 0; i < a->states_count; i++) {
        assert_int_equal(a->states[i].community, b->states[i].community);
        assert_int_equal(a->states[i].spin, b->states[i].spin);
        assert_true(a->states[i].leaning == b->states[i].leaning);
    }
    assert_string_equal(a->sentence, b->sentence);
    assert_true(a->spin_frustration == b->spin_frustration);
    ent_blocs_free(a);
    ent_blocs_free(b);
}

static void test_refused(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_blocs_options options = {.year = 2018, .pole = {2, ENT_MISSING}, .seed = 1};
    ent_blocs *out = NULL;
    (void)state;
    assert_int_equal(ent_blocs_run(all.world, all.params, &options, &out, &err), ENT_E_ARG);
    options.pole[1] = 2;
    assert_int_equal(ent_blocs_run(all.world, all.params, &options, &out, &err), ENT_E_ARG);
    options.pole[1] = 260;
    assert_int_equal(ent_blocs_run(all.world, all.params, &options, &out, &err), ENT_E_MISSING);
    options = (ent_blocs_options){.year = 1900, .pole = {ENT_MISSING, ENT_MISSING}, .seed = 1};
    assert_int_equal(ent_blocs_run(all.world, all.params, &options, &out, &err), ENT_E_RANGE);
    assert_null(out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_d01),       cmocka_unit_test(test_two_camps),
                                       cmocka_unit_test(test_hedgers),   cmocka_unit_test(test_figures),
                                       cmocka_unit_test(test_same_seed), cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
