/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every report with its n-th allocation failing, for every n: no crash, no leak, no half answer. */
#include <entente/entente.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static long left;   /* allocations that still succeed; negative: all do */
static long blocks; /* allocated and not freed */

static bool refuse(void) {
    if (left < 0) return false;
    if (left == 0) return true;
    left--;
    return false;
}

static void *take(void *context, size_t size) {
    void *block;
    (void)context;
    if (refuse()) return NULL;
    block = malloc(size);
    if (block != NULL) blocks++;
    return block;
}

static void *grow(void *context, void *block, size_t size) {
    void *grown;
    (void)context;
    if (refuse()) return NULL;
    grown = realloc(block, size);
    if (grown != NULL && block == NULL) blocks++;
    return grown;
}

static void give(void *context, void *block) {
    (void)context;
    if (block != NULL) blocks--;
    free(block);
}

static ent_store *store;
static ent_world *world;
static ent_params *params;
static ent_assessment *assessment;

typedef ent_status (*report)(const ent_layout *layout, char **out, size_t *size, ent_error *err);

static ent_status report_assessment(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_assessment(assessment, params, layout, out, size, err);
}

static ent_status report_params(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_params(params, layout, out, size, err);
}

static ent_status report_state(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_state(world, 365, 1969, layout, out, size, err);
}

static ent_status report_states(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_states(world, 2014, layout, out, size, err);
}

static void fail_each(report write, const ent_layout *layout) {
    long before = blocks;
    for (long n = 0; n < 10000; n++) {
        ent_error err = {0};
        char *text = NULL;
        size_t size = 0;
        ent_status st;
        left = n;
        st = write(layout, &text, &size, &err);
        left = -1;
        if (st == ENT_OK) {
            ent_free(text);
            assert_int_equal(blocks, before);
            assert_true(n > 0);
            return;
        }
        assert_int_equal(st, ENT_E_NOMEM);
        assert_int_equal(err.status, ENT_E_NOMEM);
        assert_null(text);
        assert_int_equal(blocks, before);
    }
    fail_msg("no end of allocations");
}

static void test_reports(void **state) {
    static const report reports[] = {report_assessment, report_params, report_state, report_states};
    static const ent_layout layouts[] = {
        {.format = ENT_TABLE, .width = 80, .colour = 1, .explain = 1},
        {.format = ENT_TABLE, .width = 120, .unicode = 1},
        {.format = ENT_CSV},
        {.format = ENT_JSON},
    };
    (void)state;
    for (size_t r = 0; r < sizeof reports / sizeof *reports; r++)
        for (size_t l = 0; l < sizeof layouts / sizeof *layouts; l++)
            fail_each(reports[r], &layouts[l]);
}

static int set_up(void **state) {
    static const ent_alloc counted = {take, grow, give, NULL};
    ent_assess_options options;
    (void)state;
    left = -1;
    ent_alloc_use(&counted);
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ||
        ent_params_new(world, NULL, &params, NULL) != ENT_OK)
        return -1;
    options = ent_assess_options_default(world);
    options.draws = 10;
    return ent_assess(world, params, 710, 365, &options, &assessment, NULL) == ENT_OK ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    ent_assessment_free(assessment);
    ent_params_free(params);
    ent_world_close(world);
    ent_store_close(store);
    return blocks == 0 ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reports)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
