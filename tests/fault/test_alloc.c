/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every public function with its n-th allocation failing: no crash, no leak, memory named as the cause, and no answer
 * that is less than whole. SQLite's own allocations are not among them. */
#include "base/base.h"
#include "support/failing.h"

static failing memory;
static ent_store *store;
static ent_world *world;
static ent_params *params;
static ent_assessment *answer;

static int setup(void **state) {
    (void)state;
    failing_use(&memory);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_alloc_use(NULL);
    return memory.live == 0 ? 0 : -1;
}

static ent_status assess_pair(ent_assessment **out, ent_error *err) {
    ent_assess_options options = ent_assess_options_default(world);
    options.year = 2021;
    options.draws = 20;
    return ent_assess(world, params, 710, 365, &options, out, err);
}

static void open_all(void) {
    ent_error err = {.status = ENT_OK};
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_world_open(store, &world, &err), &err);
    must(ent_params_new(world, NULL, &params, &err), &err);
    must(assess_pair(&answer, &err), &err);
}

static void close_all(void) {
    ent_assessment_free(answer);
    ent_params_free(params);
    ent_world_close(world);
    ent_store_close(store);
    answer = NULL;
    params = NULL;
    world = NULL;
    store = NULL;
}

static ent_status open_store(char **text, ent_error *err) {
    ent_store *opened = NULL;
    ent_status st = ent_store_open(NULL, &opened, err);
    (void)text;
    assert_true((st == ENT_OK) == (opened != NULL));
    ent_store_close(opened);
    return st;
}

static ent_status open_world(char **text, ent_error *err) {
    ent_world *opened = NULL;
    ent_status st = ent_world_open(store, &opened, err);
    (void)text;
    assert_true((st == ENT_OK) == (opened != NULL));
    ent_world_close(opened);
    return st;
}

static ent_status new_params(char **text, ent_error *err) {
    ent_params *made = NULL;
    ent_status st = ent_params_new(world, NULL, &made, err);
    (void)text;
    assert_true((st == ENT_OK) == (made != NULL));
    ent_params_free(made);
    return st;
}

static ent_status open_year(char **text, ent_error *err) {
    ent_year *opened = NULL;
    ent_status st = ent_year_open(world, 2014, NULL, &opened, err);
    (void)text;
    assert_true((st == ENT_OK) == (opened != NULL));
    ent_year_close(opened);
    return st;
}

static ent_status find_known(char **text, ent_error *err) {
    ent_entity found = {.code = 0};
    ent_status st = ent_world_find(world, "T\xc3\xbcrkiye", 2014, &found, NULL, err);
    (void)text;
    assert_int_equal(found.code, st == ENT_OK ? 640 : 0);
    return st;
}

/* An unknown and an ambiguous name are errors of their own unless memory runs out: those count as done here. */
static ent_status find_wrong(const char *name, ent_status expected, ent_error *err) {
    ent_entity found = {.code = 0};
    ent_status st = ent_world_find(world, name, ENT_MISSING, &found, NULL, err);
    assert_int_equal(found.code, 0);
    return st == expected ? ENT_OK : st;
}

static ent_status find_unknown(char **text, ent_error *err) {
    (void)text;
    return find_wrong("Chian", ENT_E_MISSING, err);
}

static ent_status find_ambiguous(char **text, ent_error *err) {
    (void)text;
    return find_wrong("Congo", ENT_E_ARG, err);
}

static ent_status not_a_member(char **text, ent_error *err) {
    ent_assess_options options = ent_assess_options_default(world);
    ent_assessment *made = NULL;
    ent_status st;
    (void)text;
    options.year = 1970;
    st = ent_assess(world, params, 255, 2, &options, &made, err);
    assert_null(made);
    return st == ENT_E_MISSING ? ENT_OK : st;
}

/* The whole answer as JSON, written with memory in plenty: what ran out before must not show. */
static ent_status assess_whole(char **text, ent_error *err) {
    const ent_layout layout = {.format = ENT_JSON, .width = 80, .explain = 1};
    ent_assessment *made = NULL;
    ent_status st = assess_pair(&made, err);
    assert_true((st == ENT_OK) == (made != NULL));
    memory.at = 0;
    if (st == ENT_OK) must(ent_report_assessment(made, params, &layout, text, NULL, err), err);
    ent_assessment_free(made);
    return st;
}

static ent_status report(ent_layout layout, char **text, ent_error *err) {
    size_t size = 0;
    ent_status st = ent_report_assessment(answer, params, &layout, text, &size, err);
    if (st == ENT_OK) assert_int_equal(strlen(*text), size);
    return st;
}

static ent_status report_table(char **text, ent_error *err) {
    return report((ent_layout){.format = ENT_TABLE, .width = 80, .colour = 1, .unicode = 1, .explain = 1}, text, err);
}

static ent_status report_json(char **text, ent_error *err) {
    return report((ent_layout){.format = ENT_JSON, .width = 80}, text, err);
}

static ent_status report_csv(char **text, ent_error *err) {
    return report((ent_layout){.format = ENT_CSV, .width = 80}, text, err);
}

static void test_store(void **state) {
    (void)state;
    failing_check(&memory, "ent_store_open", open_store);
}

static void test_world(void **state) {
    (void)state;
    open_all();
    failing_check(&memory, "ent_world_open", open_world);
    failing_check(&memory, "ent_params_new", new_params);
    failing_check(&memory, "ent_year_open", open_year);
    close_all();
}

static void test_find(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    open_all();
    failing_check(&memory, "ent_world_find, unknown", find_unknown);
    failing_check(&memory, "ent_world_find, ambiguous", find_ambiguous);
    must(find_known(NULL, &err), &err); /* allocates nothing of ours */
    close_all();
}

static void test_assess(void **state) {
    (void)state;
    open_all();
    failing_check(&memory, "ent_assess, no member", not_a_member);
    failing_check(&memory, "ent_assess", assess_whole);
    close_all();
}

static void test_reports(void **state) {
    (void)state;
    open_all();
    failing_check(&memory, "table", report_table);
    failing_check(&memory, "json", report_json);
    failing_check(&memory, "csv", report_csv);
    close_all();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_store), cmocka_unit_test(test_world),
                                       cmocka_unit_test(test_find), cmocka_unit_test(test_assess),
                                       cmocka_unit_test(test_reports)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
