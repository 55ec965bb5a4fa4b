/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws: one seed gives the same bytes whenever and on whichever thread, another seed others; the interval holds nine
 * draws in ten, and nearly always the answer itself. */
#include "measures/measures.h"
#include "support/database.h"
#include "theory/support.h"

#include <pthread.h>

static fixture all;
enum { DRAWS = 400 };

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

static void draw(int a, int b, int year, uint64_t seed, int count, double *out) {
    ent_error err = {.status = ENT_OK};
    enti_arena arena = {0};
    enti_model model;
    ent_year *y = NULL;
    enti_pair pair;
    must(ent_year_open(all.world, year, all.params, &y, &err), &err);
    must(enti_model_init(&model, y, all.params, &arena, &err), &err);
    pair = enti_pair_of(y, ent_year_index(y, a), ent_year_index(y, b));
    must(enti_draw_percentiles(&model, &pair, NULL, seed, count, out, &err), &err);
    enti_arena_clear(&arena);
    ent_year_close(y);
}

static void test_seed(void **state) {
    double x[DRAWS], y[DRAWS], z[DRAWS];
    int same = 0;
    (void)state;
    draw(710, 365, 2021, 1, DRAWS, x);
    draw(710, 365, 2021, 1, DRAWS, y);
    draw(710, 365, 2021, 2, DRAWS, z);
    assert_memory_equal(x, y, sizeof x);
    for (int d = 0; d < DRAWS; d++) {
        assert_true(x[d] >= 0 && x[d] <= 1);
        same += x[d] == z[d];
    }
    assert_in_range(same, 0, DRAWS / 10);
}

/* The first draws do not depend on how many there are. */
static void test_prefix(void **state) {
    double x[DRAWS], y[DRAWS / 4];
    (void)state;
    draw(2, 900, 2014, UINT64_MAX, DRAWS, x);
    draw(2, 900, 2014, UINT64_MAX, DRAWS / 4, y);
    assert_memory_equal(x, y, sizeof y);
}

static void test_interval(void **state) {
    static const int pairs[][3] = {{710, 365, 2021}, {2, 740, 2014},   {710, 731, 2021}, {2, 900, 1951},
                                   {200, 220, 1985}, {365, 750, 2018}, {640, 630, 2003}, {710, 770, 2021}};
    int contains = 0, count = (int)(sizeof pairs / sizeof *pairs);
    (void)state;
    for (int p = 0; p < count; p++) {
        ent_assessment *a = assess(all.world, pairs[p][0], pairs[p][1], pairs[p][2], DRAWS);
        double x[DRAWS];
        int inside = 0;
        draw(pairs[p][0], pairs[p][1], pairs[p][2], 1, DRAWS, x);
        for (int d = 0; d < DRAWS; d++)
            inside += 100 * x[d] >= a->low && 100 * x[d] <= a->high;
        assert_in_range(inside, DRAWS * 9 / 10, DRAWS * 92 / 100); /* ties may add a few */
        assert_true(a->low < a->high);
        contains += a->percentile >= a->low && a->percentile <= a->high;
        assert_true(a->share >= 0 && a->share <= 1);
        assert_int_equal(a->draws, DRAWS);
        ent_assessment_free(a);
    }
    assert_in_range(contains, count - 1, count);
}

/* A gap that is not known widens the interval: Taiwan has no ideal points. */
static void test_unknown_widens(void **state) {
    ent_assessment *a = assess(all.world, 713, 740, 2014, DRAWS);
    double x[DRAWS];
    int inside = 0;
    (void)state;
    draw(713, 740, 2014, 1, DRAWS, x);
    for (int d = 0; d < DRAWS; d++)
        inside += 100 * x[d] >= a->low && 100 * x[d] <= a->high;
    ent_assessment_free(a);
    assert_in_range(inside, DRAWS * 93 / 100, DRAWS);
}

static void test_no_draws(void **state) {
    ent_assessment *a = assess(all.world, 710, 365, 2021, 0);
    (void)state;
    assert_true(isnan(a->low) && isnan(a->high) && isnan(a->share));
    assert_int_equal(a->draws, 0);
    assert_int_equal(a->near_line, 0);
    assert_true(a->percentile > 0);
    ent_assessment_free(a);
}

/* ---- threads on one world ---- */

typedef struct {
    int a, b;
    ent_assessment *out;
    ent_status st;
} task;

static void *work(void *argument) {
    task *t = argument;
    ent_assess_options options = ent_assess_options_default(all.world);
    options.draws = DRAWS;
    t->st = ent_assess(all.world, all.params, t->a, t->b, &options, &t->out, NULL);
    return NULL;
}

static char *text_of_answer(const ent_assessment *a) {
    const ent_layout layout = {.format = ENT_JSON, .width = 80, .explain = 1};
    char *text = NULL;
    if (ent_report_assessment(a, all.params, &layout, &text, NULL, NULL) != ENT_OK) fail_msg("no report");
    return text;
}

static void test_threads(void **state) {
    enum { THREADS = 4 };
    task tasks[THREADS];
    pthread_t threads[THREADS];
    (void)state;
    for (int round = 0; round < 3; round++) {
        for (int t = 0; t < THREADS; t++) {
            tasks[t] = (task){.a = t % 2 == 0 ? 710 : 2, .b = 365};
            assert_int_equal(pthread_create(&threads[t], NULL, work, &tasks[t]), 0);
        }
        for (int t = 0; t < THREADS; t++) {
            assert_int_equal(pthread_join(threads[t], NULL), 0);
            assert_int_equal(tasks[t].st, ENT_OK);
        }
        for (int t = 2; t < THREADS; t++) {
            char *x = text_of_answer(tasks[t - 2].out), *y = text_of_answer(tasks[t].out);
            assert_string_equal(x, y);
            ent_free(x);
            ent_free(y);
        }
        assert_true(tasks[0].out->percentile != tasks[1].out->percentile);
        for (int t = 0; t < THREADS; t++)
            ent_assessment_free(tasks[t].out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_seed),     cmocka_unit_test(test_prefix),
                                       cmocka_unit_test(test_interval), cmocka_unit_test(test_unknown_widens),
                                       cmocka_unit_test(test_no_draws), cmocka_unit_test(test_threads)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
