/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the registry of theories and the table of parameters: what a row names exists, and explain adds up to score. */
#include "base/base.h"
#include "support/files.h"

static fixture all;
static char *bibliography;

static int setup(void **state) {
    char *path = text_of("%s/references.bib", build_path("ENTENTE_TEST_DATA"));
    size_t size;
    (void)state;
    all = fixture_open();
    bibliography = file_read(path, &size);
    free(path);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    free(bibliography);
    fixture_close(&all);
    return 0;
}

static bool is_cited(const char *key) {
    char *entry = text_of("{%s,", key);
    bool found = strstr(bibliography, entry) != NULL;
    free(entry);
    return found;
}

static void test_rows(void **state) {
    (void)state;
    assert_true(ent_theory_count() >= 6);
    assert_false(is_cited("nobody1900"));
    for (size_t t = 0; t < ent_theory_count(); t++) {
        const ent_theory *theory = ent_theory_at(t);
        for (size_t other = 0; other < t; other++)
            assert_string_not_equal(theory->id, ent_theory_at(other)->id);
        assert_true(*theory->title != 0 && *theory->question != 0 && *theory->finding != 0);
        assert_non_null(theory->cites[0].key);
        for (const ent_cite *c = theory->cites; c->key != NULL; c++)
            if (!is_cited(c->key)) fail_msg("%s cites %s, which references.bib lacks", theory->id, c->key);
        assert_non_null(theory->params[0]);
        for (const char *const *p = theory->params; *p != NULL; p++)
            if (isnan(ent_params_get(all.params, *p))) fail_msg("%s names parameter %s", theory->id, *p);
        assert_non_null(theory->needs[0]);
    }
}

static void test_pages(void **state) {
    (void)state;
    for (size_t t = 0; t < ent_theory_count(); t++) {
        char *path = text_of("%s/docs/theory/%s.md", build_path("ENTENTE_TEST_SOURCE"), ent_theory_at(t)->id);
        if (access(path, R_OK) != 0) fail_msg("%s is missing", path);
        free(path);
    }
}

static void test_parameters(void **state) {
    size_t count = ent_params_count(all.params);
    (void)state;
    for (size_t p = 0; p < count; p++) {
        ent_param row = ent_params_at(all.params, p);
        if (!(row.low <= row.preset && row.preset <= row.high))
            fail_msg("%s is %g, outside %g to %g", row.name, row.preset, row.low, row.high);
        assert_true(row.value == row.preset);
        assert_true(*row.meaning != 0 && *row.source != 0);
        if (row.origin != ENT_ESTIMATED) assert_true(isnan(row.standard_error) || row.standard_error == 0);
        if (row.origin == ENT_PUBLISHED && !is_cited(row.source)) fail_msg("%s rests on %s", row.name, row.source);
        for (size_t other = 0; other < p; other++)
            assert_string_not_equal(row.name, ent_params_at(all.params, other).name);
    }
}

/* ---- explain adds up to score ---- */

static bool adds_up(const char *id) {
    return strcmp(id, "exclusive_rivalry") == 0 || strcmp(id, "balance_of_threat") == 0 ||
           strcmp(id, "cost_benefit") == 0;
}

static int check_pair(const ent_theory *theory, const void *ready, ent_dyad d) {
    ent_error err = {.status = ENT_OK};
    enti_arena arena = {0};
    ent_ledger ledger = {.arena = &arena};
    ent_sides sides;
    double sum[2] = {0, 0};
    int bad = 0;
    must(theory->score(ready, d, &sides, &err), &err);
    must(theory->explain(ready, d, &ledger, &err), &err);
    for (size_t l = 0; l < ledger.count; l++) {
        const ent_line *line = &ledger.lines[l];
        assert_in_range(line->side + 1, 0, 2);
        assert_true(line->code != NULL && line->text != NULL && line->formula != NULL && line->table != NULL);
        assert_true(line->source != NULL && line->citation != NULL);
        if (isnan(line->size) || line->kind == ENT_LINE_FACT) continue;
        for (int s = 0; s < 2; s++)
            sum[s] += line->side == s ? line->size : line->side == -1 ? line->size / 2 : 0;
    }
    for (int s = 0; adds_up(theory->id) && sides.word != ENT_CANNOT_JUDGE && s < 2; s++)
        bad += differs(theory->id, sides.side[s], sum[s], 1e-9);
    if (adds_up(theory->id)) assert_true(isnan(sides.score) == (sides.word == ENT_CANNOT_JUDGE));
    enti_arena_clear(&arena);
    return bad;
}

static void test_explanations(void **state) {
    static const int years[] = {1951, 1985, 2014, 2021};
    ent_error err = {.status = ENT_OK};
    int bad = 0;
    (void)state;
    for (size_t t = 0; t < sizeof years / sizeof *years; t++) {
        ent_year *year = NULL;
        must(ent_year_open(all.world, years[t], all.params, &year, &err), &err);
        for (size_t h = 0; h < ent_theory_count(); h++) {
            const ent_theory *theory = ent_theory_at(h);
            void *ready = NULL;
            must(theory->prepare(year, all.params, &ready, &err), &err);
            for (size_t i = 0; i < ent_year_count(year); i += 3)
                for (size_t j = i + 1; j < ent_year_count(year); j += 5)
                    bad += check_pair(theory, ready, (ent_dyad){i, j});
            theory->release(ready);
        }
        ent_year_close(year);
    }
    assert_int_equal(bad, 0);
}

static void test_release_of_nothing(void **state) {
    (void)state;
    for (size_t t = 0; t < ent_theory_count(); t++)
        ent_theory_at(t)->release(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_pages),
                                       cmocka_unit_test(test_parameters), cmocka_unit_test(test_explanations),
                                       cmocka_unit_test(test_release_of_nothing)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
