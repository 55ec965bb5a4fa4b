/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every similarity of every pair of states in 1850, 1900, 1914 and 1938 from their valued ties, against a reference made
 * in R: to 1e-12. And the ratios of capabilities of the same pairs.
 */
#include "measures/measures.h"
#include "measures/similarity.h"
#include "support/fixture.h"

enum { MOST_TIES = 4096 };
static const int years[] = {1850, 1900, 1914, 1938};
enum { HELD = sizeof years / sizeof *years };

typedef struct {
    size_t n;
    int code[ENTI_STATES];
    double cinc[ENTI_STATES];
    enti_valued_tie ties[MOST_TIES];
    size_t ties_count;
    double *values; /* [pairs][ENTI_SIMILARITIES] */
} made;

static made all[HELD];

static made *of_year(int year) {
    for (size_t y = 0; y < HELD; y++)
        if (years[y] == year) return &all[y];
    return NULL;
}

static size_t at(const made *m, int code) {
    for (size_t i = 0; i < m->n; i++)
        if (m->code[i] == code) return i;
    return SIZE_MAX;
}

static void read_members(void) {
    enti_csv *csv = reference_open("portfolio_members.csv");
    while (reference_next(csv)) {
        made *m = of_year(integer(csv, "year"));
        assert_non_null(m);
        assert_true(m->n < ENTI_STATES);
        m->cinc[m->n] = NAN;
        m->code[m->n++] = integer(csv, "ccode");
    }
    enti_csv_close(csv);
}

static void read_ties(void) {
    enti_csv *csv = reference_open("portfolio_valued_ties_directed.csv");
    while (reference_next(csv)) {
        made *m = of_year(integer(csv, "year"));
        enti_valued_tie *tie;
        assert_non_null(m);
        assert_true(m->ties_count < MOST_TIES);
        tie = &m->ties[m->ties_count++];
        tie->from = at(m, integer(csv, "ccode1"));
        tie->to = at(m, integer(csv, "ccode2"));
        tie->value = (uint8_t)integer(csv, "ord");
    }
    enti_csv_close(csv);
}

static void read_weights(void) {
    enti_csv *csv = reference_open("../data/cow/cow_nmc_v7_peacesciencer.csv");
    while (reference_next(csv)) {
        made *m = of_year(integer(csv, "year"));
        size_t i = m != NULL ? at(m, integer(csv, "ccode")) : SIZE_MAX;
        if (i != SIZE_MAX) m->cinc[i] = number(csv, "cinc");
    }
    enti_csv_close(csv);
}

static void measure(made *m) {
    ent_error err = {.status = ENT_OK};
    uint8_t *value = calloc(m->n, m->n);
    ent_portfolios matrix = {
        .rows = m->n, .columns = m->n, .categories = 4, .value = value, .weight = m->cinc, .self = ENT_SELF_MOST};
    m->values = calloc(ent_similarity_pairs(m->n), ENTI_SIMILARITIES * sizeof *m->values);
    assert_true(value != NULL && m->values != NULL);
    must(enti_valued_ties_fill(m->n, m->ties, m->ties_count, value, &err), &err);
    must(ent_similarity_matrix(&matrix, m->values, &err), &err);
    free(value);
}

static void test_all_dyads(void **state) {
    enti_csv *csv = reference_open("similarity_alliance_all_dyads.csv");
    size_t rows = 0, compared = 0;
    int bad = 0;
    (void)state;
    read_members();
    read_ties();
    read_weights();
    for (size_t y = 0; y < HELD; y++)
        measure(&all[y]);
    while (reference_next(csv) && bad < 20) {
        const made *m = of_year(integer(csv, "year"));
        size_t i = at(m, integer(csv, "ccode1")), j = at(m, integer(csv, "ccode2"));
        const double *found = m->values + ent_similarity_pair_at(m->n, i, j) * ENTI_SIMILARITIES;
        char what[80];
        assert_int_equal(integer(csv, "n_states"), (int)m->n);
        for (size_t s = 0; s < ENTI_SIMILARITIES; s++) {
            const char *id = ent_similarity_at(s)->id;
            if (enti_csv_find(csv, id) == SIZE_MAX) continue;
            (void)snprintf(what, sizeof what, "%d-%d %d %s", m->code[i], m->code[j], integer(csv, "year"), id);
            bad += differs(what, number(csv, id), found[s], 1e-12);
            compared++;
        }
        rows++;
    }
    enti_csv_close(csv);
    for (size_t y = 0; y < HELD; y++)
        free(all[y].values);
    assert_int_equal(bad, 0);
    assert_int_equal(rows, 4737);
    assert_int_equal(compared, 11 * 4737);
}

static void test_capability_ratio(void **state) {
    enti_csv *csv = reference_open("capability_ratios_nmc7.csv");
    int bad = 0, rows = 0;
    (void)state;
    while (reference_next(csv)) {
        double a = number(csv, "cinc1"), b = number(csv, "cinc2");
        bad += differs("weak to strong", number(csv, "weak_strong"), enti_capability_ratio(a, b), 1e-9);
        bad += differs("share", number(csv, "share1"), enti_capability_share(a, b), 1e-9);
        rows++;
    }
    enti_csv_close(csv);
    assert_int_equal(bad, 0);
    assert_true(rows > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all_dyads), cmocka_unit_test(test_capability_ratio)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
