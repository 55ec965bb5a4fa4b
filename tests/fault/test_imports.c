/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening an imported database and building a year of it, with the n-th allocation failing. */
#include "support/failing.h"
#include "support/made_imports.h"

static failing memory;
static ent_store *store;
static ent_world *world;
static char *folder, *path;

static ent_status open_world(char **text, ent_error *err) {
    ent_world *opened = NULL;
    ent_status st = ent_world_open(store, &opened, err);
    (void)text;
    assert_true((st == ENT_OK) == (opened != NULL));
    ent_world_close(opened);
    return st;
}

static ent_status open_year(char **text, ent_error *err) {
    ent_year *opened = NULL;
    ent_status st = ent_year_open(world, 1999, NULL, &opened, err);
    (void)text;
    assert_true((st == ENT_OK) == (opened != NULL));
    ent_year_close(opened);
    return st;
}

static ent_status assess_pair(char **text, ent_error *err) {
    const ent_layout layout = {.format = ENT_JSON, .width = 80, .explain = 1};
    ent_assess_options options = ent_assess_options_default(world);
    ent_assessment *made = NULL;
    ent_status st;
    size_t size;
    options.year = 1999;
    options.draws = 5;
    st = ent_assess(world, NULL, made_codes[2], made_codes[5], &options, &made, err);
    memory.at = 0;
    if (st == ENT_OK) st = ent_report_assessment(made, NULL, &layout, text, &size, err);
    ent_assessment_free(made);
    return st;
}

static void test_open(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    failing_use(&memory);
    must(ent_store_open(path, &store, &err), &err);
    must(ent_world_open(store, &world, &err), &err);
    failing_check(&memory, "open_world", open_world);
    failing_check(&memory, "open_year", open_year);
    failing_check(&memory, "assess", assess_pair);
    ent_world_close(world);
    ent_store_close(store);
    assert_int_equal(memory.live, 0);
    ent_alloc_use(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_open)};
    int failed;
    folder = folder_new();
    path = text_of("%s/made.db", folder);
    made_imports_write(path, made_codes, NULL);
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(path);
    folder_remove(folder);
    return failed;
}
