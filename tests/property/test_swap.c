/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking about B and A gives the answer about A and B with the sides exchanged. */
#include "support/database.h"
#include "support/same.h"

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

static const struct {
    int a, b;
} dyads[] = {{710, 365}, {710, 731}, {710, 770}, {710, 630}, {2, 900},   {2, 740},   {2, 20},    {2, 200},
             {365, 750}, {365, 645}, {750, 770}, {640, 350}, {200, 220}, {325, 365}, {666, 651}, {2, 666},
             {2, 713},   {732, 740}, {732, 731}, {155, 160}, {140, 160}, {520, 530}, {475, 471}, {670, 630},
             {670, 651}, {310, 365}, {290, 365}, {816, 710}, {840, 2},   {41, 42},   {40, 365},  {920, 900}};
static const int years[] = {1950, 1969, 1985, 2003, 2014, 2021};

static int differ_swapped(int a, int b, int year) {
    ent_assessment *x = assess(all.world, a, b, year, 30), *y = assess(all.world, b, a, year, 30);
    char what[48];
    int bad;
    (void)snprintf(what, sizeof what, "%d and %d in %d", a, b, year);
    bad = differ_assessments(what, x, y, true) + differ_practice(what, x, y);
    bad += differs_text(what, x->sentence, y->sentence);
    bad += x->a.code != y->b.code || x->b.code != y->a.code;
    ent_assessment_free(x);
    ent_assessment_free(y);
    return bad;
}

static void test_dyads(void **state) {
    int bad = 0, asked = 0;
    (void)state;
    for (size_t d = 0; d < sizeof dyads / sizeof *dyads; d++)
        for (size_t t = 0; t < sizeof years / sizeof *years; t++) {
            if (!ent_world_is_member(all.world, dyads[d].a, years[t]) ||
                !ent_world_is_member(all.world, dyads[d].b, years[t]))
                continue;
            bad += differ_swapped(dyads[d].a, dyads[d].b, years[t]);
            asked++;
        }
    assert_int_equal(bad, 0);
    assert_in_range(asked, 100, 192);
}

/* Canada and South Korea have the same capability in 2015: who is the patron must not hang on who is named first. */
static void test_equal_size(void **state) {
    (void)state;
    assert_int_equal(differ_swapped(20, 732, 2015), 0);
}

/* All theories over every pair of one year. */
static void test_theories(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_year *year = NULL;
    int bad = 0;
    (void)state;
    must(ent_year_open(all.world, 2014, all.params, &year, &err), &err);
    for (size_t t = 0; t < ent_theory_count(); t++) {
        const ent_theory *theory = ent_theory_at(t);
        void *ready = NULL;
        must(theory->prepare(year, all.params, &ready, &err), &err);
        for (size_t i = 0; i < ent_year_count(year); i++)
            for (size_t j = i + 1; j < ent_year_count(year); j++) {
                ent_sides x, y;
                must(theory->score(ready, (ent_dyad){i, j}, &x, &err), &err);
                must(theory->score(ready, (ent_dyad){j, i}, &y, &err), &err);
                bad += x.word != y.word;
                bad += differs(theory->id, x.score, y.score, same_tolerance) +
                       differs(theory->id, x.side[0], y.side[1], same_tolerance) +
                       differs(theory->id, x.side[1], y.side[0], same_tolerance);
            }
        theory->release(ready);
    }
    ent_year_close(year);
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dyads), cmocka_unit_test(test_equal_size),
                                       cmocka_unit_test(test_theories)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
