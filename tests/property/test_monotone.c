/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widening a gap or a distance, or raising an assumed cost, never raises support or the hazard of signing. A covariate
 * is checked on L and on the percentile. A parameter is checked on L: the percentile then compares with signers who
 * bear the same cost, and may move either way. */
#include "measures/measures.h"
#include "support/fixture.h"
#include "theory/beliefs.h"
#include "theory/hazard.h"
#include "theory/support.h"

static fixture all;
static const int years[] = {1955, 1985, 2003, 2018};

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    return 0;
}

typedef struct {
    ent_year *year;
    enti_arena arena;
    enti_model model;
} loaded;

static loaded load(int year) {
    ent_error err = {.status = ENT_OK};
    loaded l = {.year = NULL};
    must(ent_year_open(all.world, year, all.params, &l.year, &err), &err);
    must(enti_model_init(&l.model, l.year, all.params, &l.arena, &err), &err);
    return l;
}

static void unload(loaded *l) {
    enti_arena_clear(&l->arena);
    ent_year_close(l->year);
}

static double support(const enti_model *model, const enti_pair *pair) {
    double u[2];
    return enti_support(model, pair, u);
}

/* Makes one thing worse for a pair; the year is the test's own. */
typedef void (*worsen)(ent_year *year, enti_pair *pair);

static void widen_interest(ent_year *year, enti_pair *pair) {
    (void)year;
    pair->interest_gap += 0.4;
}

static void widen_regime(ent_year *year, enti_pair *pair) {
    (void)year;
    pair->regime_gap = fmin(1, pair->regime_gap + 0.2);
}

static void widen_distance(ent_year *year, enti_pair *pair) {
    (void)year;
    pair->distance_km = 1.5 * pair->distance_km + 100;
}

/* The whole effect of a distance: help falls with it too. */
static void move_apart(ent_year *y, enti_pair *pair) {
    size_t i = pair->side[0], j = pair->side[1], ij = i * y->n + j, ji = j * y->n + i;
    double km = 2 * y->distance_km[ij] + 500, before = y->weight[ij];
    widen_distance(y, pair);
    if (y->contiguous[ij]) return; /* neighbours stay neighbours */
    y->weight[ij] = y->weight[ji] = 1 / (1 + km / y->form.reach_km);
    for (int s = 0; s < 2; s++) {
        enti_view view = enti_view_of(y, i, j);
        pair->gain[s] = enti_gain(&view, s);
    }
    y->weight[ij] = y->weight[ji] = before;
}

static void check(worsen change) {
    int worse = 0, better = 0;
    for (size_t t = 0; t < sizeof years / sizeof *years; t++) {
        loaded l = load(years[t]);
        for (size_t i = 0; i < l.year->n; i++)
            for (size_t j = i + 1; j < l.year->n; j++) {
                enti_pair pair = enti_pair_of(l.year, i, j);
                double before = support(&l.model, &pair), after;
                if (!pair.computable) continue;
                change(l.year, &pair);
                after = support(&l.model, &pair);
                worse += after < before;
                better += after > before || enti_percentile(&l.model, after) > enti_percentile(&l.model, before) ||
                          enti_founding_hazard(all.params, after) > enti_founding_hazard(all.params, before);
            }
        unload(&l);
    }
    assert_int_equal(better, 0);
    assert_in_range(worse, 20000, 200000);
}

static void test_interest(void **state) {
    (void)state;
    check(widen_interest);
}

static void test_regime(void **state) {
    (void)state;
    check(widen_regime);
}

static void test_distance(void **state) {
    (void)state;
    check(widen_distance);
}

static void test_moved_apart(void **state) {
    (void)state;
    check(move_apart);
}

/* An assumed cost from nothing (or its least) to its most. */
static void raise_cost(const char *name) {
    ent_error err = {.status = ENT_OK};
    loaded l = load(2018);
    ent_params params = *all.params;
    ent_param row = {.name = NULL};
    int better = 0, worse = 0;
    for (size_t p = 0; p < ent_params_count(&params); p++)
        if (strcmp(ent_params_at(&params, p).name, name) == 0) row = ent_params_at(&params, p);
    assert_non_null(row.name);
    assert_int_equal(row.origin, ENT_ASSUMED);
    assert_true(row.low < row.high && row.high <= 0); /* a cost */
    for (size_t i = 0; i < l.year->n; i++)
        for (size_t j = i + 1; j < l.year->n; j++) {
            enti_pair pair = enti_pair_of(l.year, i, j);
            double before = INFINITY;
            for (int step = 0; pair.computable && step <= 4; step++) {
                enti_model model;
                double l_now;
                must(ent_params_set(&params, name, row.high + (row.low - row.high) * step / 4, &err), &err);
                model = l.model;
                for (int term = 0; term < ENTI_TERMS; term++)
                    model.beta[term] = enti_param(&params, term);
                l_now = support(&model, &pair);
                better +=
                    l_now > before || enti_founding_hazard(&params, l_now) > enti_founding_hazard(&params, before);
                worse += step > 0 && l_now < before;
                before = l_now;
            }
        }
    unload(&l);
    assert_int_equal(better, 0);
    assert_in_range(worse, 10000, 200000);
}

static void test_autonomy_cost(void **state) {
    (void)state;
    raise_cost("autonomy");
}

static void test_shift_cost(void **state) {
    (void)state;
    raise_cost("shift_of_power");
}

/* The bound that counts accession rises with L up to -8. Above it the fitted slopes (1.20 - 1.22) leave a fall of 0.02
 * log-odds a unit, which is a bound on a bound and no more: any larger fall is an error. */
static void test_upper_bound(void **state) {
    double before = 0, logit_before = -INFINITY;
    (void)state;
    for (double l = -30; l < 0; l += 0.25) {
        double now = enti_upper_bound(all.params, l), logit = log(now / (1 - now));
        assert_true(l <= -8 ? now > before : logit > logit_before - 0.25 * 0.0201);
        before = now;
        logit_before = logit;
    }
}

static void test_belief_gap(void **state) {
    double before = 1;
    (void)state;
    for (double z = 0; z < 6; z += 0.05) {
        double gate = enti_belief_gate(all.params, z, 0);
        assert_true(gate < before && gate > 0);
        before = gate;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_interest),      cmocka_unit_test(test_regime),
                                       cmocka_unit_test(test_distance),      cmocka_unit_test(test_moved_apart),
                                       cmocka_unit_test(test_autonomy_cost), cmocka_unit_test(test_shift_cost),
                                       cmocka_unit_test(test_upper_bound),   cmocka_unit_test(test_belief_gap)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
