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
static ent_audit *audit;
static ent_partners *partners;
static ent_institution *institution;
static ent_tie *tie;
static ent_audit_options audit_options;
static ent_partners_options partners_options;

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

static ent_status report_audit(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_audit(audit, &audit_options, layout, out, size, err);
}

static ent_status report_partners(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_partners(partners, &partners_options, layout, out, size, err);
}

static ent_status report_institution(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_institution(institution, ENT_MISSING, layout, out, size, err);
}

static ent_status report_forums(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_forums(world, layout, out, size, err);
}

static ent_status report_tie(const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    return ent_report_tie(tie, layout, out, size, err);
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
    static const report reports[] = {report_assessment, report_params,      report_state,  report_states, report_audit,
                                     report_partners,   report_institution, report_forums, report_tie};
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

static void test_cited(void **state) {
    static const char json[] = "{\"sources\": [\"b\", \"a\"], \"cites\": [\"c\"]}";
    const char **keys = NULL;
    size_t count = 0;
    long before = blocks;
    ent_error err = {0};
    (void)state;
    for (long n = 0; keys == NULL && n < 10; n++) {
        ent_status st;
        left = n;
        st = ent_report_cited(json, sizeof json - 1, &keys, &count, &err);
        left = -1;
        assert_int_equal(st, keys != NULL ? ENT_OK : ENT_E_NOMEM);
    }
    assert_int_equal(count, 3);
    ent_free(keys);
    assert_int_equal(blocks, before);
}

/* Everything the reports are made of. */
static bool ask(void) {
    ent_group group;
    audit_options = ent_audit_options_default(world);
    audit_options.year = 2021;
    audit_options.draws = 5;
    audit_options.upgrade_consultation = audit_options.upgrade_defence = 1;
    partners_options = ent_partners_options_default(world);
    partners_options.top = 3;
    return ent_group_find(world, "sco", 2021, &group, NULL) == ENT_OK &&
           ent_audit_run(world, params, &group, &audit_options, &audit, NULL) == ENT_OK &&
           ent_partners_run(world, params, 710, &partners_options, &partners, NULL) == ENT_OK &&
           ent_institution_run(world, "aukus", ENT_MISSING, &institution, NULL) == ENT_OK &&
           ent_tie_run(world, 710, 365, 2001, 2003, &tie, NULL) == ENT_OK;
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
    return ask() && ent_assess(world, params, 710, 365, &options, &assessment, NULL) == ENT_OK ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    ent_assessment_free(assessment);
    ent_audit_free(audit);
    ent_partners_free(partners);
    ent_institution_free(institution);
    ent_tie_free(tie);
    ent_params_free(params);
    ent_world_close(world);
    ent_store_close(store);
    return blocks == 0 ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reports), cmocka_unit_test(test_cited)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
