/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Removing the named obstacle has the effect the answer states. Every change an assessment lists is applied again:
 * on the pair's covariates, from the published move alone; and, where it is a rivalry or a gap, in a world whose
 * records say so, assessed from scratch.
 */
#include "measures/measures.h"
#include "support/database.h"
#include "theory/support.h"

static fixture all;
static char *folder, *file;

static const struct {
    int a, b, year;
} cases[] = {{710, 365, 2021}, {710, 365, 2014}, {710, 770, 2021}, {710, 630, 2021}, {2, 900, 2021},
             {2, 740, 2014},   {710, 731, 2021}, {2, 670, 2003},   {750, 365, 1985}, {2, 713, 2021}};

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    folder = folder_new();
    file = text_of("%s/changed.db", folder);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    free(file);
    folder_remove(folder);
    fixture_close(&all);
    return 0;
}

/* ---- from the move alone ---- */

/* The rival a move is about, by its words; SIZE_MAX when no state fits. */
static size_t rival_of(const ent_year *y, const ent_move *move, size_t own) {
    for (size_t k = 0; k < y->n; k++) {
        char *ends = text_of("the rivalry of %s and %s ends", enti_year_name(y, own), enti_year_name(y, k));
        char *begins = text_of("%s becomes a rival of %s too", enti_year_name(y, k), enti_year_name(y, own));
        bool fits = strcmp(move->text, ends) == 0 || strcmp(move->text, begins) == 0;
        free(ends);
        free(begins);
        if (fits) return k;
    }
    return SIZE_MAX;
}

static void apply(const ent_year *y, const ent_move *m, enti_view *view, enti_pair *pair) {
    if (strncmp(m->variable, "rivalry", 7) == 0) {
        size_t k = rival_of(y, m, pair->side[m->side]);
        assert_true(k < y->n);
        assert_true(enti_set_has(&view->rivals[m->side], k) == (m->from == 1));
        if (m->to == 1)
            enti_set_add(&view->rivals[m->side], k);
        else
            enti_set_remove(&view->rivals[m->side], k);
    } else if (strcmp(m->variable, "capability") == 0) {
        assert_true(m->from == pair->share[m->side]);
        view->scale[m->side] = m->to * (1 - m->from) / (m->from * (1 - m->to));
    } else if (strcmp(m->variable, "interest-gap") == 0) {
        assert_true(m->from == pair->interest_gap);
        pair->interest_gap = m->to;
    } else if (strcmp(m->variable, "regime-gap") == 0) {
        assert_true(m->from == pair->regime_gap);
        pair->regime_gap = m->to;
    } else {
        assert_string_equal(m->variable, "common-allies");
        assert_true((int)m->from == pair->common_allies);
        pair->common_allies = (int)m->to;
    }
}

/* A change found by bisection sits at a signer's L: a hair either way is the same answer. */
static bool states(const enti_model *model, const ent_change *change, enti_pair pair) {
    enti_view view = enti_view_of(model->year, pair.side[0], pair.side[1]);
    double l, u[2];
    for (size_t m = 0; m < change->count; m++)
        apply(model->year, &change->moves[m], &view, &pair);
    enti_pair_apply(&view, &pair);
    l = enti_support(model, &pair, u);
    return change->percentile >= 100 * enti_percentile(model, l - 1e-9) - 1e-9 &&
           change->percentile <= 100 * enti_percentile(model, l + 1e-9) + 1e-9;
}

static void test_moves(void **state) {
    ent_error err = {.status = ENT_OK};
    int bad = 0, checked = 0;
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        ent_assessment *x = assess(all.world, cases[c].a, cases[c].b, cases[c].year, 0);
        enti_arena arena = {0};
        enti_model model;
        ent_year *year = NULL;
        enti_pair pair;
        must(ent_year_open(all.world, cases[c].year, NULL, &year, &err), &err);
        must(enti_model_init(&model, year, all.params, &arena, &err), &err);
        pair = enti_pair_of(year, ent_year_index(year, cases[c].a), ent_year_index(year, cases[c].b));
        for (size_t k = 0; k < x->changes_count; k++) {
            const ent_change *change = &x->changes[k];
            bool upward = strncmp(change->target, "to ", 3) == 0;
            double target = strtod(change->target + (upward ? 3 : 6), NULL);
            checked++;
            assert_int_equal(change->reaches, upward ? change->percentile >= target : change->percentile < target);
            if (strcmp(change->kind, "single") == 0 || strcmp(change->kind, "joint") == 0) assert_true(change->reaches);
            if (states(&model, change, pair)) continue;
            print_error("%d-%d %d: %s change \"%s\" does not give %.4f\n", cases[c].a, cases[c].b, cases[c].year,
                        change->kind, change->moves[0].text, change->percentile);
            bad++;
        }
        ent_year_close(year);
        enti_arena_clear(&arena);
        ent_assessment_free(x);
    }
    assert_int_equal(bad, 0);
    assert_in_range(checked, 100, 10000);
}

/* ---- in a changed world ---- */

static double percentile_after(const char *sql, int a, int b, int year) {
    ent_world *world;
    ent_assessment *x;
    double percentile;
    snapshot_changed(file, sql);
    world = world_from(file);
    x = assess(world, a, b, year, 0);
    percentile = x->percentile;
    ent_assessment_free(x);
    ent_world_close(world);
    return percentile;
}

/* The SQL that makes an event or a gap true in the records; NULL for changes of another kind. */
static char *sql_of(const ent_year *y, const ent_change *change, const enti_pair *pair, int year) {
    const ent_move *m = &change->moves[0];
    if (change->count != 1) return NULL;
    if (strncmp(m->variable, "rivalry", 7) == 0) {
        int own = ent_year_code(y, pair->side[m->side]);
        int rival = ent_year_code(y, rival_of(y, m, pair->side[m->side]));
        if (m->to == 0)
            return text_of(
                "DELETE FROM rivalries WHERE (code1, code2) IN (VALUES (%d, %d), (%d, %d)) AND kind = 'strategic' "
                "AND start <= %d AND (\"end\" IS NULL OR \"end\" >= %d)",
                own, rival, rival, own, year, year);
        return text_of(
            "INSERT INTO rivalries VALUES (9999, 'new', %d, %d, 'new', %d, NULL, 0, 'strategic', '', '', 'compiled', "
            "'', 'high')",
            own, rival, year);
    }
    if (strcmp(m->variable, "interest-gap") == 0 && strcmp(change->kind, "lever") == 0) {
        double from = y->ideal_point[pair->side[0]].value, to = y->ideal_point[pair->side[1]].value;
        return text_of(
            "PRAGMA ignore_check_constraints = ON; UPDATE ideal_points SET ideal_point = %.17g WHERE code = %d AND "
            "year = %d",
            from < to ? from + m->to : from - m->to, ent_year_code(y, pair->side[1]),
            y->ideal_point[pair->side[1]].year);
    }
    if (strcmp(m->variable, "regime-gap") == 0 && strcmp(change->kind, "lever") == 0 && m->to == 0)
        return text_of("UPDATE polyarchy SET polyarchy = %.17g WHERE code = %d AND year = %d",
                       y->polyarchy[pair->side[0]].value, ent_year_code(y, pair->side[1]),
                       y->polyarchy[pair->side[1]].year);
    return NULL;
}

static void test_changed_worlds(void **state) {
    ent_error err = {.status = ENT_OK};
    int bad = 0, checked = 0;
    (void)state;
    for (size_t c = 0; c < 3; c++) {
        ent_assessment *x = assess(all.world, cases[c].a, cases[c].b, cases[c].year, 0);
        ent_year *year = NULL;
        enti_pair pair;
        must(ent_year_open(all.world, cases[c].year, NULL, &year, &err), &err);
        pair = enti_pair_of(year, ent_year_index(year, cases[c].a), ent_year_index(year, cases[c].b));
        for (size_t k = 0; k < x->changes_count; k++) {
            char *sql = sql_of(year, &x->changes[k], &pair, cases[c].year);
            if (sql == NULL) continue;
            bad += differs(x->changes[k].moves[0].text, x->changes[k].percentile,
                           percentile_after(sql, cases[c].a, cases[c].b, cases[c].year), 1e-9);
            checked++;
            free(sql);
        }
        ent_year_close(year);
        ent_assessment_free(x);
    }
    assert_int_equal(bad, 0);
    assert_in_range(checked, 15, 10000);
}

/* A copy in which nothing changed gives the same answer: what differs above differs for its reason. */
static void test_same_world(void **state) {
    ent_assessment *x = assess(all.world, 710, 365, 2021, 0);
    (void)state;
    assert_true(percentile_after(NULL, 710, 365, 2021) == x->percentile);
    ent_assessment_free(x);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_moves), cmocka_unit_test(test_changed_worlds),
                                       cmocka_unit_test(test_same_world)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
