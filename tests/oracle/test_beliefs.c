/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indices against published ones: the counts of 38 leaders, 691 published rows, and the norms made of them. */
#include "beliefs/speeches.h"
#include "support/fixture.h"

static enti_csv *opened(const char *name, char path[1024]) {
    const char *shared = getenv("ENTENTE_SHARED");
    ent_error err = {.status = ENT_OK};
    enti_csv *csv = NULL;
    if (shared == NULL) skip();
    (void)snprintf(path, 1024, "%s/opcode/%s", shared, name);
    must(enti_csv_open(path, name, &csv, &err), &err);
    return csv;
}

static const struct {
    ent_belief index;
    const char *fixture, *published;
} columns[] = {{ENT_BELIEF_I1, "I1", "i1"},    {ENT_BELIEF_I2, "I2", "i2"},    {ENT_BELIEF_I3, "I3", "i3"},
               {ENT_BELIEF_I4A, "I4a", "i4a"}, {ENT_BELIEF_I4B, "I4b", "i4b"}, {ENT_BELIEF_P1, "P1", "p1"},
               {ENT_BELIEF_P2, "P2", "p2"},    {ENT_BELIEF_P3, "P3", "p3"},    {ENT_BELIEF_P4A, "P4a", "p4"},
               {ENT_BELIEF_P5, "P5", "p5"}};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void test_fixtures(void **state) {
    char path[1024];
    enti_csv *csv = opened("psycl-fixtures.csv", path);
    const char *paths[] = {path};
    ent_error err = {.status = ENT_OK};
    ent_speeches *speeches = NULL;
    ent_belief_options o = ent_belief_options_default();
    int rows = 0, bad = 0;
    (void)state;
    must(ent_speeches_read(paths, 1, &speeches, &err), &err);
    while (reference_next(csv)) {
        for (size_t i = 0; i < ent_speeches_count(speeches); i++) {
            double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
            ent_belief_profile p;
            if (strcmp(ent_speeches_at(speeches, i)->speaker, field(csv, "name")) != 0) continue;
            enti_speech_counts(speeches->sorted[i], &o, self, other);
            ent_belief_indices(self, other, &p);
            for (size_t c = 0; c < COLUMNS; c++)
                bad += differs(field(csv, "name"), number(csv, columns[c].fixture), p.value[columns[c].index], 1e-8);
            rows++;
        }
    }
    enti_csv_close(csv);
    ent_speeches_free(speeches);
    assert_int_equal(rows, 38);
    assert_int_equal(bad, 0);
}

/* What published shares allow: the I indices from the shares of self, P-5 from P-3 and P-4. */
static int recompute(const char *name, int *rows) {
    static const char *const shares[] = {"i5pu", "i5th", "i5op", "i5ap", "i5pr", "i5re"};
    char path[1024];
    enti_csv *csv = opened(name, path);
    int bad = 0;
    while (reference_next(csv)) {
        static const double none[ENT_VICS_CATEGORIES] = {0};
        double self[ENT_VICS_CATEGORIES];
        ent_belief_profile p;
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            self[k] = number(csv, shares[k]);
        ent_belief_indices(self, none, &p);
        for (size_t c = 0; c < 5; c++)
            bad += differs(field(csv, "name"), number(csv, columns[c].published), p.value[columns[c].index], 1e-8);
        bad += differs(field(csv, "name"), number(csv, "p5"), 1 - number(csv, "p3") * number(csv, "p4"), 1e-8);
        ++*rows;
    }
    enti_csv_close(csv);
    return bad;
}

static void test_published(void **state) {
    int rows = 0, bad;
    (void)state;
    bad = recompute("psycl/leader_opcode.csv", &rows);
    assert_int_equal(rows, 130);
    bad += recompute("psycl/year_opcode.csv", &rows);
    assert_int_equal(rows, 691);
    assert_int_equal(bad, 0);
}

/* A published norm file has a row per index: its name in an unnamed column, then mean and std. */
static int check_norm(const char *file, int ccode, const char *norms_file, const char *norm_name, size_t cases) {
    char path[1024];
    enti_csv *csv = opened(file, path), *norms;
    ent_error err = {.status = ENT_OK};
    ent_belief_norm computed, kept;
    ent_store *store = NULL;
    int bad = 0, rows = 0;
    enti_csv_close(csv);
    must(ent_belief_norm_compute(path, ccode, "computed", &computed, &err), &err);
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_belief_norm_find(store, norm_name, &kept, &err), &err);
    ent_store_close(store);
    assert_int_equal(computed.cases, cases);
    assert_int_equal(kept.cases, cases);
    for (int i = 0; i < ENT_BELIEFS; i++)
        bad += differs("kept mean", computed.mean[i], kept.mean[i], 1e-9) +
               differs("kept sd", computed.sd[i], kept.sd[i], 1e-9);
    norms = opened(norms_file, path);
    while (reference_next(norms))
        for (size_t c = 0; c < COLUMNS; c++) {
            if (strcmp(enti_csv_text(norms, 0), columns[c].published) != 0) continue;
            bad += differs("mean", number(norms, "mean"), computed.mean[columns[c].index], 1e-9);
            bad += differs("sd", number(norms, "std"), computed.sd[columns[c].index], 1e-9);
            rows++;
        }
    enti_csv_close(norms);
    assert_int_equal(rows, COLUMNS);
    return bad;
}

static void test_norms(void **state) {
    (void)state;
    assert_int_equal(check_norm("psycl/leader_opcode.csv", ENT_MISSING, "psycl/leader_opcode_norm.csv", NULL, 130), 0);
    assert_int_equal(
        check_norm("psycl/leader_opcode.csv", 2, "psycl/us_leader_opcode_norm.csv", "psycl-us-leaders", 43), 0);
    assert_int_equal(
        check_norm("psycl/year_opcode.csv", ENT_MISSING, "psycl/year_opcode_norm.csv", "psycl-leader-years", 561), 0);
}

static void test_saddam(void **state) {
    char path[1024];
    enti_csv *csv = opened("psycl/leader_opcode.csv", path);
    ent_error err = {.status = ENT_OK};
    ent_belief_norm norm;
    double z = NAN;
    (void)state;
    must(ent_belief_norm_compute(path, ENT_MISSING, "computed", &norm, &err), &err);
    while (reference_next(csv))
        if (strcmp(field(csv, "name"), "Saddam Hussein") == 0)
            z = (number(csv, "p1") - norm.mean[ENT_BELIEF_P1]) / norm.sd[ENT_BELIEF_P1];
    enti_csv_close(csv);
    assert_false(differs("z of Saddam Hussein's P-1", -1.66, z, 0.005));
    assert_string_equal(ent_belief_norm_word(ENT_BELIEF_P1, z), "very hostile");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fixtures), cmocka_unit_test(test_published),
                                       cmocka_unit_test(test_norms), cmocka_unit_test(test_saddam)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
