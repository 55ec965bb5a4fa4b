/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every minimum of the reference's Europe of 1936 to 1939 (17 states, four ways to make propensities, four years):
 * energy to 1e-8, basin, camp, agreement with the camps that formed and with those published as predicted. The inputs
 * are a reconstruction from public data: the authors' own numbers are not public, and agreement here says that the
 * computation is right, not that their result is.
 */
#include "ingest/csv.h"
#include "support/fixture.h"

#include <entente/landscape.h>

enum { N = 17 };

typedef struct {
    const char *code[N];
    char codes[N][8];
    double cinc[4][N];
    double p[4][N * N];
    int8_t predicted[N], actual[N];
} europe;

static europe all;

static size_t find(const char *code) {
    for (size_t i = 0; i < N; i++)
        if (strcmp(all.codes[i], code) == 0) return i;
    fail_msg("no state %s", code);
    return 0;
}

static void read_nations(void) {
    static const char *const columns[] = {"cinc1936", "cinc1937", "cinc1938", "cinc1939"};
    enti_csv *csv = reference_open("axelrod-bennett/nations.csv");
    size_t n = 0;
    for (; reference_next(csv); n++) {
        assert_true(n < N);
        (void)snprintf(all.codes[n], sizeof all.codes[n], "%s", field(csv, "cow"));
        all.code[n] = all.codes[n];
        for (int y = 0; y < 4; y++)
            all.cinc[y][n] = number(csv, columns[y]);
        all.predicted[n] = strcmp(field(csv, "side_published_prediction"), "allied") != 0;
        all.actual[n] = strcmp(field(csv, "side_actual_published"), "allied") != 0;
    }
    assert_int_equal(n, N);
    enti_csv_close(csv);
}

/* The four variants of the reference's README. */
static void read_dyads(void) {
    enti_csv *csv = reference_open("axelrod-bennett/dyads.csv");
    size_t pairs = 0;
    for (; reference_next(csv); pairs++) {
        size_t i = find(field(csv, "a")), j = find(field(csv, "b"));
        double war = number(csv, "war_1900_1935"), mid = number(csv, "mid_1919_1938"),
               rivalry = number(csv, "strategic_rivalry_1936_1938"), ethnic = number(csv, "ethnic_recon"),
               border = number(csv, "border_recon"), sr = 2 * number(csv, "same_religion_recon") - 1,
               sg = 2 * number(csv, "same_government_recon") - 1;
        const double p[] = {-ethnic - border - war + sr + sg, -war - mid + sr + sg, -2 * rivalry - war + sg,
                            -2 * (double)(war + border + ethnic > 0) + sr + sg};
        for (int v = 0; v < 4; v++)
            all.p[v][i * N + j] = all.p[v][j * N + i] = p[v];
    }
    assert_int_equal(pairs, N * (N - 1) / 2);
    enti_csv_close(csv);
}

static ent_landscape *landscape_of(int variant, int year, ent_landscape_input **input) {
    ent_error err = {.status = ENT_OK};
    ent_landscape *found = NULL;
    must(ent_landscape_input_new(N, all.code, all.cinc[year], all.p[variant], input, &err), &err);
    must(ent_landscape_input_camps(*input, "actual", "allied", "axis", all.actual, &err), &err);
    must(ent_landscape_input_camps(*input, "predicted", "allied", "axis", all.predicted, &err), &err);
    must(ent_landscape_run(*input, NULL, &found, &err), &err);
    assert_int_equal(found->exact, 1);
    assert_int_equal(found->all, 65536);
    return found;
}

/* The camp with the first state, Britain, as the reference writes it. */
static int check_camp(const char *what, const char *expected, const ent_landscape_minimum *m) {
    char found[128] = "";
    size_t size = 0;
    for (size_t i = 0; i < N; i++)
        if (m->side[i] == 0)
            size += (size_t)snprintf(found + size, sizeof found - size, "%s%s", size > 0 ? " " : "", all.code[i]);
    return differs_text(what, expected, found);
}

static void test_every_row(void **state) {
    enti_csv *csv = reference_open("axelrod-bennett/expected_landscape.csv");
    ent_landscape_input *input = NULL;
    ent_landscape *found = NULL;
    int variant = -1, year = -1, bad = 0, rows = 0;
    size_t rank = 0;
    (void)state;
    read_nations();
    read_dyads();
    for (; reference_next(csv); rows++) {
        int v = field(csv, "variant")[1] - '1', y = integer(csv, "year") - 1936;
        char what[32];
        const ent_landscape_minimum *m;
        if (v != variant || y != year) {
            if (found != NULL) bad += differs("number of minima", (double)rank, (double)found->minima_count, 0);
            ent_landscape_free(found);
            ent_landscape_input_free(input);
            found = landscape_of(variant = v, year = y, &input);
            rank = 0;
        }
        (void)snprintf(what, sizeof what, "P%d %d #%zu", v + 1, y + 1936, rank + 1);
        bad += differs(what, integer(csv, "rank"), (double)(rank + 1), 0);
        if (rank >= found->minima_count) fail_msg("%s: no such minimum", what);
        m = &found->minima[rank++];
        if (fabs(m->energy - number(csv, "energy")) > 1e-8) bad += differs(what, number(csv, "energy"), m->energy, 0);
        bad += differs(what, number(csv, "basin"), (double)m->basin, 0);
        bad += check_camp(what, field(csv, "side_with_britain"), m);
        bad += differs(what, number(csv, "match_actual"), (double)m->match[0].right, 0);
        bad += differs(what, number(csv, "match_published_prediction"), (double)m->match[1].right, 0);
    }
    assert_int_equal(rows, 24);
    ent_landscape_free(found);
    ent_landscape_input_free(input);
    enti_csv_close(csv);
    assert_int_equal(bad, 0);
}

/* With the variant the reference recommends: two minima in 1936 and 1937, one in 1938, two in 1939. */
static void test_second_minimum_vanishes(void **state) {
    static const size_t expected[] = {2, 2, 1, 2};
    (void)state;
    read_nations();
    read_dyads();
    for (int year = 0; year < 4; year++) {
        ent_landscape_input *input = NULL;
        ent_landscape *found = landscape_of(1, year, &input);
        assert_int_equal(found->minima_count, expected[year]);
        ent_landscape_free(found);
        ent_landscape_input_free(input);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_row),
                                       cmocka_unit_test(test_second_minimum_vanishes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
