/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers on imported data: the variant they name, what they carry and miss, disputes as a reason, trade as a factor. */
#include "base/parallel.h"
#include "support/made_imports.h"
#include "theory/beliefs.h"

#include <entente/groups.h>
#include <entente/history.h>

enum { A, B, C, D, E, F, G, H, I, J };

static ent_world *world;

static int teardown(void **state) {
    (void)state;
    ent_world_close(world);
    world = NULL;
    return 0;
}

static bool any_has(const char *const *texts, size_t count, const char *words) {
    for (size_t t = 0; t < count; t++)
        if (strstr(texts[t], words) != NULL) return true;
    return false;
}

static bool has_source(const ent_assessment *a, const char *key) {
    for (size_t s = 0; s < a->sources_count; s++)
        if (strcmp(a->sources[s], key) == 0) return true;
    return false;
}

static void test_notes(void **state) {
    ent_assessment *a;
    (void)state;
    world = made_imports(NULL);
    a = assess(world, made_codes[A], made_codes[C], 1999, 20);
    assert_string_equal(a->variant, "import-CINC");
    assert_string_equal(a->label, "made world + 13 imports; import-CINC");
    assert_true(!any_has(a->missing, a->missing_count, "import MID") &&
                !any_has(a->missing, a->missing_count, "COW_4.0"));
    assert_true(has_source(a, "atop-5.1") && has_source(a, "cow-nmc-7.0") && has_source(a, "mid-5.0"));
    assert_true(has_source(a, "tss-2021") && has_source(a, "cow-trade-4.0") && !has_source(a, "fariss-2022"));
    ent_assessment_free(a);
    a = assess(world, made_codes[A], made_codes[C], 2001, 0);
    assert_true(any_has(a->assumed, a->assumed_count, "militarised disputes of 1999 carried to 2001"));
    assert_true(any_has(a->assumed, a->assumed_count, "trade of 2000 carried to 2001"));
    ent_assessment_free(a);
    a = assess(world, made_codes[A], made_codes[D], 1999, 0); /* D has no trade on record */
    assert_true(any_has(a->assumed, a->assumed_count, "also runs it at 0.006"));
    assert_true(any_has(a->missing, a->missing_count, "trade of State D in 1999"));
    ent_assessment_free(a);
    a = assess(world, made_codes[A], made_codes[C], 1991, 0);
    assert_true(any_has(a->assumed, a->assumed_count, "militarised disputes begin in 1990"));
    ent_assessment_free(a);
}

/* Every source an answer names can be cited, those that the bibliography does not hold from what the importer says. */
static void test_citations(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_assessment *a;
    char *text = NULL;
    (void)state;
    world = made_imports("UPDATE imports SET citation = 'A & B {2000}, 50%' WHERE dataset = 'nmc'");
    a = assess(world, made_codes[A], made_codes[C], 1999, 0);
    must(ent_cite_keys(world, a->sources, a->sources_count, &text, &err), &err);
    assert_non_null(strstr(text, "@misc{cow-nmc-7.0,"));
    assert_non_null(strstr(text, "A \\& B 2000, 50\\%; version 7.0"));
    assert_non_null(strstr(text, "@article{leeds2002"));
    ent_free(text);
    ent_assessment_free(a);
}

/* A year before votes and forums: said to be missing, with the stand-ins named. */
static void test_early_year(void **state) {
    ent_assessment *a;
    (void)state;
    world = made_imports("DELETE FROM imports WHERE dataset IN ('ideal_points', 'igo_state_year', 'trade_dyad');"
                         "DELETE FROM forums; DELETE FROM forum_members; DELETE FROM ideal_points WHERE year < 1996");
    a = assess(world, made_codes[A], made_codes[C], 1995, 20);
    assert_true(any_has(a->missing, a->missing_count, "UN votes: there are none before 1996"));
    assert_true(any_has(a->missing, a->missing_count, "no forum is recorded that early"));
    assert_true(any_has(a->missing, a->missing_count, "import Dyadic_COW_4.0"));
    assert_true(any_has(a->assumed, a->assumed_count, "gap in UN votes 1.0"));
    assert_true(isnan(a->practice_index));
    assert_true(a->percentile >= 0 && a->low <= a->percentile && a->percentile <= a->high);
    ent_assessment_free(a);
}

/* A dispute that killed bars a pair by rule, as a war does; it is on the record of the two once. */
static void test_fatal_dispute(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_assessment *a;
    ent_tie *tie = NULL;
    int disputes = 0, rivalries = 0;
    (void)state;
    world = made_imports(NULL);
    a = assess(world, made_codes[C], made_codes[F], 1999, 0);
    assert_true(a->fatal_dispute && !a->recent_war);
    assert_string_equal(a->category, "hostile");
    assert_string_equal(a->reading, "barred");
    assert_non_null(strstr(a->hazard_note, "fatal dispute"));
    assert_int_equal(a->obstacles[0].kind, ENT_LINE_RULE);
    ent_assessment_free(a);
    must(ent_tie_run(world, made_codes[F], made_codes[C], ENT_MISSING, ENT_MISSING, &tie, &err), &err);
    for (size_t r = 0; r < tie->count; r++) {
        if (strcmp(tie->records[r].kind, "militarised dispute") != 0) continue;
        disputes++;
        assert_string_equal(tie->records[r].start, "1998");
        assert_string_equal(tie->records[r].end, "1999");
        assert_string_equal(tie->records[r].text, "dispute 1: use of force, with deaths");
    }
    assert_int_equal(disputes, 1);
    ent_tie_free(tie);
    tie = NULL;
    must(ent_tie_run(world, made_codes[A], made_codes[B], ENT_MISSING, ENT_MISSING, &tie, &err), &err);
    for (size_t r = 0; r < tie->count; r++)
        rivalries += strcmp(tie->records[r].kind, "treaty") == 0 && strstr(tie->records[r].text, "ATOP 100") != NULL;
    assert_int_equal(rivalries, 2); /* phases with other duties are two spells */
    ent_tie_free(tie);
}

/* Acute threat opens the gate of beliefs: gate = q + (1 - q) H. */
static void test_override(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_params *params = NULL;
    ent_year *year = NULL;
    enti_beliefs peace, war;
    double q, acute;
    (void)state;
    world = made_imports("UPDATE imports SET last_year = 2000 WHERE dataset = 'mid_dyad_year'");
    must(ent_params_for_year(world, NULL, 2000, &params, &err), &err);
    must(ent_params_set(params, "acute_middle", 0.5, &err), &err);
    must(ent_year_open(world, 2000, params, &year, &err), &err);
    peace = enti_beliefs_of(year, params, A, B);
    assert_true(peace.known && peace.acute < 0.2 && peace.override < 0.05);
    year->acute[A * year->n + D] = 5; /* war with the rival */
    year->theta[A * year->n + D] = 0.9;
    acute = enti_acute_threat(year, A);
    assert_true(acute > 0.89);
    war = enti_beliefs_of(year, params, B, A);
    q = enti_belief_gate(params, war.z, 0);
    assert_true(war.z == peace.z && war.override > 0.9);
    assert_true(fabs(war.gate - (q + (1 - q) * war.override)) < 1e-12);
    assert_true(war.gate >= peace.gate);
    ent_year_close(year);
    ent_params_free(params);
}

/* A candidate's trade with the power left out weighs against it. */
static void test_dependence(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_partners_options options;
    ent_partners *list = NULL;
    int seen = 0;
    (void)state;
    world = made_imports(NULL);
    options = ent_partners_options_default(world);
    options.year = 1999;
    options.excluded = made_codes[B];
    options.top = 256;
    must(ent_partners_run(world, NULL, made_codes[D], &options, &list, &err), &err);
    for (size_t k = 0; k < list->candidates_count; k++) {
        const ent_candidate *c = &list->candidates[k];
        double expected = c->state.code == made_codes[C] ? 1 - 20.0 / 60 : 1;
        if (c->state.code == made_codes[A]) expected = 0.6;
        assert_true(fabs(c->dependence - expected) < 1e-12);
        seen += c->dependence < 1;
    }
    assert_true(seen >= 1);
    assert_true(!any_has(list->missing, list->missing_count, "trade with the excluded power"));
    ent_partners_free(list);
}

typedef struct {
    double total[32];
    bool failed[32];
} many_years;

static void build_years(void *context, size_t first, size_t last) {
    many_years *many = context;
    for (; first < last; first++) {
        ent_year *year = NULL;
        many->failed[first] = ent_year_open(world, 1996 + (int)(first % 8), NULL, &year, NULL) != ENT_OK;
        for (size_t i = 0; !many->failed[first] && i < year->n; i++)
            many->total[first] += year->total_threat[i] + (double)year->contiguous[i];
        ent_year_close(year);
    }
}

/* Threads may build years of one world at once, though tables are read behind a lock. */
static void test_threads(void **state) {
    many_years together = {{0}, {0}}, alone = {{0}, {0}};
    (void)state;
    world = made_imports(NULL);
    enti_parallel(32, 1, build_years, &together);
    build_years(&alone, 0, 32);
    for (int k = 0; k < 32; k++) {
        assert_false(together.failed[k] || alone.failed[k]);
        assert_true(together.total[k] == alone.total[k]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_citations, teardown),  cmocka_unit_test_teardown(test_notes, teardown),
        cmocka_unit_test_teardown(test_early_year, teardown), cmocka_unit_test_teardown(test_fatal_dispute, teardown),
        cmocka_unit_test_teardown(test_override, teardown),   cmocka_unit_test_teardown(test_dependence, teardown),
        cmocka_unit_test_teardown(test_threads, teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
