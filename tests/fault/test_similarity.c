/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Similarity with its n-th allocation failing: memory named as the cause, no leak, results untouched. */
#include "support/failing.h"

enum { STATES = 5, MEASURES = 15, PAIRS = STATES * (STATES - 1) / 2 };

static failing memory;
static ent_year *year;

static ent_status matrix(char **text, ent_error *err) {
    static const uint8_t ties[STATES * STATES] = {0, 3, 0, 1, 0, 3, 0, 2, 0, 0, 0, 2, 0};
    static const double weight[STATES] = {1, 2, 3, 4, 5};
    const ent_portfolios portfolios = {
        .rows = STATES, .columns = STATES, .categories = 4, .value = ties, .weight = weight, .self = ENT_SELF_MOST};
    double out[PAIRS * MEASURES] = {-7};
    ent_status st;
    (void)text;
    assert_int_equal(ent_similarity_count(), MEASURES);
    st = ent_similarity_matrix(&portfolios, out, err);
    assert_true((st == ENT_OK) == (out[0] != -7));
    return st;
}

static ent_status of_year(char **text, ent_error *err) {
    size_t size = ent_similarity_pairs(ent_year_count(year)) * ent_similarity_count();
    double *out = malloc(size * sizeof *out);
    ent_status st;
    (void)text;
    assert_non_null(out);
    out[0] = -7;
    st = ent_similarity_year(year, NULL, out, err);
    assert_true((st == ENT_OK) == (out[0] != -7));
    free(out);
    return st;
}

static void test_similarity(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_world *world = NULL;
    (void)state;
    failing_use(&memory);
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_world_open(store, &world, &err), &err);
    must(ent_year_open(world, 1970, NULL, &year, &err), &err);
    failing_check(&memory, "ent_similarity_matrix", matrix);
    failing_check(&memory, "ent_similarity_year", of_year);
    ent_year_close(year);
    ent_world_close(world);
    ent_store_close(store);
    assert_int_equal(memory.live, 0);
    ent_alloc_use(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_similarity)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
