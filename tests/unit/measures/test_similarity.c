/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Similarity of portfolios: cases done by hand, missing cells, weights, self ties, what is refused, the registry. */
#include "measures/similarity.h"
#include "support/tiny_year.h"

enum { NONE = ENT_SIMILARITY_MISSING };

static size_t id(const char *name) {
    size_t index = ent_similarity_find(name);
    if (index == SIZE_MAX) fail_msg("no measure %s", name);
    return index;
}

/* Two rows of `columns` cells; the measures of their pair. */
static const double *pair(int categories, size_t columns, const uint8_t *cells, const double *weight) {
    static double out[ENTI_SIMILARITIES];
    ent_error err = {.status = ENT_OK};
    ent_portfolios matrix = {.rows = 2,
                             .columns = columns,
                             .categories = categories,
                             .value = cells,
                             .weight = weight,
                             .self = ENT_SELF_GIVEN};
    must(ent_similarity_matrix(&matrix, out, &err), &err);
    return out;
}

static void expect(const double *out, const char *name, double value) {
    double found = out[id(name)];
    if (isnan(value) ? !isnan(found) : !(fabs(found - value) <= 1e-15))
        fail_msg("%s: found %.17g, expected %.17g", name, found, value);
}

/* x = 3 0 2 0, z = 3 1 0 0: distances 0 1 2 0. */
static void test_by_hand(void **state) {
    const double *out = pair(4, 4, (const uint8_t[]){3, 0, 2, 0, 3, 1, 0, 0}, (const double[]){1, 2, 3, 4});
    (void)state;
    expect(out, "s_val_abs", 1 - 2.0 * 3 / 12);
    expect(out, "s_val_sq", 1 - 2.0 * 5 / 36);
    expect(out, "s_bin", 1 - 2.0 * 2 / 4);
    expect(out, "s_val_abs_cinc", 1 - 2.0 * (2 * 1 + 3 * 2) / 30);
    expect(out, "s_val_sq_cinc", 1 - 2.0 * (2 * 1 + 3 * 4) / 90);
    expect(out, "agree_val", 0.5);
    expect(out, "agree_bin", 0.5);
    /* pooled: 4 zeros, 1 one, 1 two, 2 threes of 8: equal with (16 + 1 + 1 + 4) / 64 */
    expect(out, "pi_val_nominal", 1 - 0.5 / (42.0 / 64));
    expect(out, "pi_bin", 1 - 0.5 / 0.5);
    /* pairs of the pooled eight: 0-1 4, 0-2 4, 0-3 8, 1-2 1, 1-3 2, 2-3 2, each twice in 64 */
    expect(out, "pi_val_abs", 1 - 0.75 / (2.0 * (4 * 1 + 4 * 2 + 8 * 3 + 1 * 1 + 2 * 2 + 2 * 1) / 64));
    expect(out, "pi_val_sq", 1 - 1.25 / (2.0 * (4 * 1 + 4 * 4 + 8 * 9 + 1 * 1 + 2 * 4 + 2 * 1) / 64));
    /* x: 2 zeros, a two, a three; z: 2 zeros, a one, a three */
    expect(out, "kappa_val_abs", 1 - 0.75 / ((2 * (1 + 3) + (2 * 2 + 1 + 1) + (2 * 3 + 2)) / 16.0));
    expect(out, "kappa_val_sq", 1 - 1.25 / ((2 * (1 + 9) + (2 * 4 + 1 + 1) + (2 * 9 + 4)) / 16.0));
    expect(out, "kappa_bin", 0);
    /* pairs of columns: 12 like 13 tied 14 like; 23 unlike, 24 tied in x, 34 tied in z; untied 5 of 6 in both;
     * 13: 3 > 2 and 3 > 0, like */
    expect(out, "tau_b", (3.0 - 1.0) / 5);
}

static void test_alike(void **state) {
    const uint8_t same[] = {3, 0, 2, 1, 0, 3, 0, 2, 1, 0}, opposite[] = {3, 3, 0, 0, 0, 0, 3, 3};
    const double weight[] = {0.3, 0.1, 0.7, 0.2, 0.4};
    const double *out = pair(4, 5, same, weight);
    (void)state;
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++)
        assert_true(out[m] == 1);
    out = pair(4, 4, opposite, weight);
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++)
        assert_true(out[m] == ent_similarity_at(m)->low);
}

static void test_binary_is_valued(void **state) {
    const uint8_t cells[] = {1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1};
    const double *out = pair(2, 7, cells, NULL);
    (void)state;
    expect(out, "s_val_abs", out[id("s_bin")]);
    expect(out, "s_val_sq", out[id("s_bin")]);
    expect(out, "pi_val_nominal", out[id("pi_bin")]);
    expect(out, "pi_val_abs", out[id("pi_bin")]);
    expect(out, "pi_val_sq", out[id("pi_bin")]);
    expect(out, "kappa_val_abs", out[id("kappa_bin")]);
    expect(out, "kappa_val_sq", out[id("kappa_bin")]);
    expect(out, "agree_val", out[id("agree_bin")]);
    expect(out, "tau_b", (2.0 * 1 - 2 * 2) / 12); /* n11 2, n00 1, n10 2, n01 2: phi */
}

static void same_values(const double *a, const double *b) {
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++)
        if (isnan(a[m]) ? !isnan(b[m]) : a[m] != b[m]) fail_msg("%s", ent_similarity_at(m)->id);
}

/* A missing cell leaves its column out, whoever misses it; a column of unknown weight counts where none are asked for. */
static void test_missing(void **state) {
    const uint8_t holes[] = {2, 0, NONE, 1, 0, 1, 2, 1, 0, NONE, 2, 1}, whole[] = {2, 0, 0, 1, 2, 1, 2, 1};
    const double weights[] = {1, 5, 9, 9, 2, 3}, fewer[] = {1, 5, 2, 3}, unknown[] = {1, NAN, 2, 3},
                 left[] = {1, 0, 2, 3};
    double kept[ENTI_SIMILARITIES];
    (void)state;
    memcpy(kept, pair(3, 6, holes, weights), sizeof kept);
    same_values(kept, pair(3, 4, whole, fewer));
    memcpy(kept, pair(3, 4, whole, unknown), sizeof kept);
    same_values(kept, pair(3, 4, whole, left));
}

static void test_undefined(void **state) {
    const uint8_t constant[] = {2, 2, 2, 2, 2, 2}, two[] = {2, 2, 2, 0, 0, 0}, apart[] = {1, NONE, NONE, 1};
    const double *out = pair(4, 3, constant, NULL), zero[] = {0, 0, 0};
    (void)state;
    expect(out, "s_val_abs", 1);
    expect(out, "s_val_abs_cinc", NAN);
    expect(out, "agree_bin", 1);
    expect(out, "pi_val_nominal", NAN);
    expect(out, "kappa_val_sq", NAN);
    expect(out, "kappa_bin", NAN);
    expect(out, "tau_b", NAN);
    out = pair(4, 3, two, zero);
    expect(out, "pi_val_nominal", -1);
    expect(out, "kappa_val_abs", 0);
    expect(out, "tau_b", NAN);
    expect(out, "s_val_sq_cinc", NAN);
    out = pair(2, 2, apart, NULL);
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++) {
        assert_true(isnan(out[m]));
        assert_false(signbit(out[m]));
    }
    out = pair(2, 0, NULL, NULL);
    assert_true(isnan(out[0]));
}

/* Three states: the own cells count as 3, as given, or not at all. */
static void test_self_ties(void **state) {
    const uint8_t ties[] = {0, 3, 0, 3, 1, 2, 0, 2, 0};
    double out[3 * ENTI_SIMILARITIES];
    ent_error err = {.status = ENT_OK};
    ent_portfolios matrix = {.rows = 3, .columns = 3, .categories = 4, .value = ties, .self = ENT_SELF_MOST};
    (void)state;
    must(ent_similarity_matrix(&matrix, out, &err), &err);
    expect(out, "s_val_abs", 1 - 2.0 * (0 + 0 + 2) / 9);
    matrix.self = ENT_SELF_GIVEN;
    must(ent_similarity_matrix(&matrix, out, &err), &err);
    expect(out, "s_val_abs", 1 - 2.0 * (3 + 2 + 2) / 9);
    matrix.self = ENT_SELF_MISSING;
    must(ent_similarity_matrix(&matrix, out, &err), &err);
    expect(out, "s_val_abs", 1 - 2.0 * 2 / 3);
}

static void refuse(const ent_portfolios *matrix, ent_status status, const char *words) {
    double out[3 * ENTI_SIMILARITIES] = {-7};
    ent_error err = {.status = ENT_OK};
    assert_int_equal(ent_similarity_matrix(matrix, out, &err), status);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" lacks \"%s\"", err.message, words);
    assert_true(out[0] == -7);
}

static void test_refused(void **state) {
    const uint8_t cells[] = {0, 1, 2, 3};
    const double negative[] = {1, -0.5}, endless[] = {INFINITY, 1};
    const ent_portfolios good = {.rows = 2, .columns = 2, .categories = 4, .value = cells, .self = ENT_SELF_GIVEN};
    ent_portfolios m = good;
    (void)state;
    m.categories = 9;
    refuse(&m, ENT_E_RANGE, "9 categories, expected 2 to 8");
    m.categories = 3;
    refuse(&m, ENT_E_RANGE, "row 2, column 2: value 3");
    m = good;
    m.weight = negative;
    refuse(&m, ENT_E_RANGE, "weight of column 2 is -0.5");
    m.weight = endless;
    refuse(&m, ENT_E_RANGE, "weight of column 1");
    m = good;
    m.value = NULL;
    refuse(&m, ENT_E_ARG, "no values");
    m = (ent_portfolios){.rows = 1, .columns = 2, .categories = 4, .value = cells};
    refuse(&m, ENT_E_ARG, "only a square matrix");
    m.columns = (size_t)ENT_SIMILARITY_COLUMNS_MOST + 1;
    m.self = ENT_SELF_GIVEN;
    refuse(&m, ENT_E_RANGE, "at most");
    m = good;
    m.self = (ent_self_tie)9;
    refuse(&m, ENT_E_ARG, "self ties");
    refuse(NULL, ENT_E_ARG, "no matrix");
}

static void test_registry(void **state) {
    (void)state;
    assert_int_equal(ent_similarity_count(), ENTI_SIMILARITIES);
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++) {
        const ent_similarity_measure *measure = ent_similarity_at(m);
        assert_int_equal(ent_similarity_find(measure->id), m);
        assert_true(measure->low < measure->high && *measure->title != 0 && *measure->formula != 0);
    }
    assert_true(ent_similarity_find("s") == SIZE_MAX);
}

/* Every cited key has an entry. */
static void test_cites(void **state) {
    fixture f = fixture_open();
    (void)state;
    for (size_t m = 0; m < ENTI_SIMILARITIES; m++) {
        char cites[128], *rest = cites;
        (void)snprintf(cites, sizeof cites, "%s", ent_similarity_at(m)->cites);
        for (char *key = strtok_r(cites, ";", &rest); key != NULL; key = strtok_r(NULL, ";", &rest)) {
            bool found = false;
            for (size_t r = 0; r < f.world->references_count; r++)
                found |= strcmp(f.world->references[r].key, key) == 0;
            if (!found) fail_msg("%s cites %s, which is not in references.bib", ent_similarity_at(m)->id, key);
        }
    }
    fixture_close(&f);
}

static void test_pair_numbers(void **state) {
    size_t expected = 0;
    (void)state;
    assert_int_equal(ent_similarity_pairs(0), 0);
    assert_int_equal(ent_similarity_pairs(1), 0);
    for (size_t i = 0; i < 9; i++)
        for (size_t j = i + 1; j < 9; j++) {
            assert_int_equal(ent_similarity_pair_at(9, i, j), expected);
            assert_int_equal(ent_similarity_pair_at(9, j, i), expected++);
        }
    assert_int_equal(ent_similarity_pairs(9), expected);
}

static void test_ties_by_list(void **state) {
    const enti_valued_tie ties[] = {{0, 1, 3}, {1, 2, 2}, {0, 1, 1}}, bad[] = {{0, 1, 3}, {1, 3, 0}};
    uint8_t out[9];
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(enti_valued_ties_fill(3, ties, 3, out, &err), &err);
    assert_memory_equal(out, ((const uint8_t[]){0, 1, 0, 0, 0, 2, 0, 0, 0}), 9);
    assert_int_equal(enti_valued_ties_fill(3, bad, 2, out, &err), ENT_E_RANGE);
    assert_non_null(strstr(err.message, "tie 2: state 1 to 3"));
    assert_int_equal(enti_valued_ties_fill(3, &(enti_valued_tie){0, 1, 4}, 1, out, &err), ENT_E_RANGE);
}

/* A pledges defence and B only consultation in one treaty; C and A promise not to attack; B and C did so in the past. */
static void test_ties_of_year(void **state) {
    tiny *t = tiny_new(3);
    enti_treaty treaties[] = {{.first_member = 0, .members = 2}, {.first_member = 2, .members = 2}};
    enti_treaty_member members[] = {{.who = 0, .obligation[ENTI_DEFENCE] = 1, .obligation[ENTI_CONSULTATION] = 1},
                                    {.who = 1, .obligation[ENTI_CONSULTATION] = 1},
                                    {.who = 0, .obligation[ENTI_NONAGGRESSION] = 1},
                                    {.who = 2, .obligation[ENTI_NONAGGRESSION] = 1}};
    double out[3 * ENTI_SIMILARITIES], weighted[3 * ENTI_SIMILARITIES];
    uint8_t ties[9];
    const double weight[] = {0.1, 0.1, 0.1};
    ent_error err = {.status = ENT_OK};
    ent_similarity_options options = ent_similarity_options_default();
    (void)state;
    for (size_t i = 0; i < 3; i++)
        t->year.ref[i] = (enti_ref)i;
    for (size_t m = 0; m < 4; m++)
        members[m].span = (enti_span){.first = 0, .last = INT32_MAX};
    t->world.treaties = treaties;
    t->world.treaty_members = members;
    t->treaties[0] = (enti_live_treaty){.treaty = 0};
    t->treaties[1] = (enti_live_treaty){.treaty = 1};
    t->year.treaties_count = 2;
    ent_similarity_ties(&t->year, ties);
    assert_memory_equal(ties, ((const uint8_t[]){3, 3, 1, 2, 3, 0, 1, 0, 3}), 9);

    must(ent_similarity_year(&t->year, NULL, out, &err), &err);
    expect(out, "s_val_abs", 1 - 2.0 * (1 + 0 + 1) / 9);
    expect(out, "s_val_abs_cinc", NAN);
    options.by_capability = 1;
    must(ent_similarity_year(&t->year, &options, weighted, &err), &err);
    expect(weighted, "s_val_abs_cinc", 1 - 2.0 * (1 + 0 + 1) / 9);
    options.weight = weight;
    assert_int_equal(ent_similarity_year(&t->year, &options, out, &err), ENT_E_ARG);
    options.by_capability = 0;
    must(ent_similarity_year(&t->year, &options, out, &err), &err);
    assert_memory_equal(out, weighted, sizeof out);

    members[1].span.last = enti_day(1999, 12, 31); /* B left */
    ent_similarity_ties(&t->year, ties);
    assert_memory_equal(ties, ((const uint8_t[]){3, 0, 1, 0, 3, 0, 1, 0, 3}), 9);
    tiny_free(t);
}

/* Of a real year: a tie either way exactly where some pact is known, and defence is 3 at least on one side. */
static void test_snapshot_year(void **state) {
    fixture f = fixture_open();
    ent_error err = {.status = ENT_OK};
    ent_year *y = NULL;
    uint8_t *ties;
    size_t n, defended = 0;
    (void)state;
    must(ent_year_open(f.world, 2014, NULL, &y, &err), &err);
    n = ent_year_count(y);
    ties = malloc(n * n);
    assert_non_null(ties);
    ent_similarity_ties(y, ties);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            bool any = false,
                 force = enti_set_has(&y->pact[ENTI_DEFENCE][i], j) || enti_set_has(&y->pact[ENTI_OFFENCE][i], j);
            uint8_t most = ties[i * n + j] > ties[j * n + i] ? ties[i * n + j] : ties[j * n + i];
            for (int o = 0; o < ENTI_OBLIGATIONS; o++)
                any |= enti_set_has(&y->pact[o][i], j);
            assert_int_equal(any, most > 0);
            assert_int_equal(force, most == 3);
            defended += force;
        }
    assert_true(defended > 1000);
    free(ties);
    ent_year_close(y);
    fixture_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_alike),
        cmocka_unit_test(test_binary_is_valued),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_undefined),
        cmocka_unit_test(test_self_ties),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_registry),
        cmocka_unit_test(test_cites),
        cmocka_unit_test(test_pair_numbers),
        cmocka_unit_test(test_ties_by_list),
        cmocka_unit_test(test_ties_of_year),
        cmocka_unit_test(test_snapshot_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
