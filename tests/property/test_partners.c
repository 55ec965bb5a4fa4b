/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ranking of partners adds up: every score from the factors it prints, ranks from scores, and the laws of the rule. */
#include "support/fixture.h"

#include <entente/groups.h>

static fixture all;

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

static const struct {
    int patron, year;
} patrons[] = {{710, 2014}, {710, 2021}, {710, 1950}, {2, 1948},   {2, 2021},   {365, 2014}, {365, 1950}, {750, 2021},
               {640, 2021}, {630, 2014}, {740, 2018}, {140, 2014}, {666, 1967}, {220, 1949}, {200, 1946}};
enum { PATRONS = sizeof patrons / sizeof *patrons };

static ent_partners_options asking(int year, ent_scenario scenario) {
    ent_partners_options options = ent_partners_options_default(all.world);
    options.year = year;
    options.scenario = scenario;
    options.top = 5;
    return options;
}

static ent_partners *rank(int patron, const ent_partners_options *options) {
    ent_error err = {.status = ENT_OK};
    ent_partners *found = NULL;
    must(ent_partners_run(all.world, all.params, patron, options, &found, &err), &err);
    return found;
}

static const ent_candidate *candidate(const ent_partners *p, int code) {
    for (size_t c = 0; c < p->candidates_count; c++)
        if (p->candidates[c].state.code == code) return &p->candidates[c];
    return NULL;
}

static double logistic(double x) {
    return 1 / (1 + exp(-x));
}

/* Half of each score over its greatest, from the two rankings it is made of. */
static double both(const ent_partners *pressure, const ent_partners *primacy, int code) {
    double score = 0;
    if (pressure->candidates[0].score > 0)
        score += 0.5 * candidate(pressure, code)->score / pressure->candidates[0].score;
    if (primacy->candidates[0].score > 0) score += 0.5 * candidate(primacy, code)->score / primacy->candidates[0].score;
    return score;
}

static int check_factors(const ent_candidate *c) {
    int bad = differs(c->state.name, c->pact * c->interest * c->regime * c->dependence, c->availability, 1e-12);
    bad += c->pact < 0.05 || c->pact > 1 || c->interest < 0 || c->interest > 1 || c->regime < 0.5 || c->regime > 1;
    bad += c->dependence != 1 || c->attractiveness < 0;
    bad += differs(c->state.name,
                   c->with_excluded ? 0.05
                   : c->with_rival  ? 0.25
                   : c->dormant     ? 0.6
                                    : 1,
                   c->pact, 1e-12);
    if (bad > 0) print_error("  ... in the factors of %s\n", c->state.name);
    return bad;
}

static int check_ranks(const ent_partners *p) {
    int bad = 0;
    for (size_t c = 0; c < p->candidates_count; c++) {
        const ent_candidate *here = &p->candidates[c], *before = c > 0 ? here - 1 : here;
        size_t expected = c + 1;
        while (expected > 1 && p->candidates[expected - 2].score == here->score) /* equals share the better rank */
            expected--;
        bad += differs(here->state.name, here->score > 0 ? (double)expected : 0, here->rank, 0);
        bad += here->score > before->score;
        bad += here->state.code == p->patron.code || here->state.code == p->excluded.code;
    }
    return bad;
}

static void test_scores(void **state) {
    int bad = 0;
    (void)state;
    for (size_t k = 0; k < PATRONS; k++) {
        ent_partners *by[4];
        for (int s = 0; s < 4; s++) {
            ent_partners_options options = asking(patrons[k].year, (ent_scenario)s);
            by[s] = rank(patrons[k].patron, &options);
            bad += check_ranks(by[s]);
            assert_int_equal(by[s]->scenario, s);
            assert_int_equal(by[s]->candidates_count, by[0]->candidates_count);
        }
        for (size_t c = 0; c < by[ENT_BOTH]->candidates_count; c++) {
            int code = by[ENT_BOTH]->candidates[c].state.code;
            const ent_candidate *x = candidate(by[ENT_PRESSURE], code), *y = candidate(by[ENT_PRIMACY], code);
            const ent_candidate *z = candidate(by[ENT_NO_PUSH], code);
            const char *name = x->state.name;
            bad += check_factors(x);
            bad += differs(name, x->attractiveness * x->availability * x->support_factor, x->score, 1e-12);
            bad += differs(name, y->attractiveness * y->availability, y->score, 1e-12);
            bad += differs(name, sqrt(y->capability), y->attractiveness, 1e-9);
            bad += differs(name, z->availability * z->support_factor, z->score, 1e-12);
            bad +=
                differs(name, both(by[ENT_PRESSURE], by[ENT_PRIMACY], code), by[ENT_BOTH]->candidates[c].score, 1e-12);
        }
        if (bad > 0) print_error("  ... for %d in %d\n", patrons[k].patron, patrons[k].year);
        for (int s = 0; s < 4; s++)
            ent_partners_free(by[s]);
    }
    assert_int_equal(bad, 0);
}

static void test_willingness(void **state) {
    int bad = 0;
    (void)state;
    for (size_t k = 0; k < PATRONS; k++) {
        ent_partners_options options = asking(patrons[k].year, ENT_BOTH);
        ent_partners *p = rank(patrons[k].patron, &options), *sure;
        bad += differs("pressure", logistic((p->threat - 0.5) / 0.15), p->willing[ENT_PRESSURE], 1e-12);
        bad += differs("primacy", logistic((p->ambition - 0.5) / 0.15), p->willing[ENT_PRIMACY], 1e-12);
        bad += differs("both", 1 - (1 - p->willing[1]) * (1 - p->willing[2]), p->willing[ENT_BOTH], 1e-12);
        bad += differs("asked", p->willing[ENT_BOTH], p->willingness, 0);
        options.ambition = 1;
        sure = rank(patrons[k].patron, &options);
        bad += differs("ambition", 1, sure->ambition, 0) + (sure->willingness < p->willingness);
        bad += differs("scores stay", p->candidates[0].score, sure->candidates[0].score, 0);
        ent_partners_free(p);
        ent_partners_free(sure);
    }
    assert_int_equal(bad, 0);
}

/* Under both, scores are relative to the greatest: there one may fall when another rises. */
static void test_dormant_aside(void **state) {
    static const ent_scenario scenarios[] = {ENT_PRESSURE, ENT_PRIMACY, ENT_NO_PUSH};
    int bad = 0, risen = 0;
    (void)state;
    for (size_t k = 0; k < PATRONS; k++)
        for (size_t s = 0; s < sizeof scenarios / sizeof *scenarios; s++) {
            ent_partners_options options = asking(patrons[k].year, scenarios[s]);
            ent_partners *counted = rank(patrons[k].patron, &options), *aside;
            options.set_dormant_aside = 1;
            aside = rank(patrons[k].patron, &options);
            for (size_t c = 0; c < aside->candidates_count; c++) {
                const ent_candidate *now = &aside->candidates[c], *before = candidate(counted, now->state.code);
                bool only_dormant = before->dormant && !before->with_excluded && !before->with_rival;
                bad += now->score < before->score;
                bad += differs(now->state.name, before->score / (only_dormant ? 0.6 : 1), now->score, 1e-12);
                risen += now->score > before->score;
            }
            ent_partners_free(counted);
            ent_partners_free(aside);
        }
    assert_int_equal(bad, 0);
    assert_true(risen > 0);
}

/* Naming the power that would be chosen anyway changes nothing; naming another moves what depends on it. */
static void test_excluded(void **state) {
    int bad = 0;
    (void)state;
    for (size_t k = 0; k < PATRONS; k++) {
        ent_partners_options options = asking(patrons[k].year, ENT_PRESSURE);
        ent_partners *chosen = rank(patrons[k].patron, &options), *named;
        if (chosen->excluded.code != ENT_MISSING) {
            options.excluded = chosen->excluded.code;
            named = rank(patrons[k].patron, &options);
            bad += differs("excluded", chosen->excluded.code, named->excluded.code, 0);
            for (size_t c = 0; c < chosen->candidates_count; c++) {
                bad += differs("order", chosen->candidates[c].state.code, named->candidates[c].state.code, 0);
                bad += differs("score", chosen->candidates[c].score, named->candidates[c].score, 0);
            }
            bad += differs_text("sentence", chosen->sentence, named->sentence);
            ent_partners_free(named);
        }
        ent_partners_free(chosen);
    }
    assert_int_equal(bad, 0);
}

/* France is no rival of China: kept out, it is no candidate, and its allies become hard to get. */
static void test_excluded_no_rival(void **state) {
    ent_partners_options options = asking(2014, ENT_PRIMACY);
    ent_partners *usual = rank(710, &options), *named;
    (void)state;
    options.excluded = 220;
    named = rank(710, &options);
    assert_non_null(candidate(usual, 220));
    assert_null(candidate(named, 220));
    assert_int_equal(named->excluded.code, 220);
    assert_true(candidate(named, 255)->with_excluded);
    assert_true(candidate(named, 255)->pact == 0.05);
    assert_int_equal(candidate(named, 365)->with_excluded, 0);
    assert_true(usual->threat == named->threat && usual->willingness == named->willingness);
    ent_partners_free(usual);
    ent_partners_free(named);
}

static void refused(int patron, const ent_partners_options *options, ent_status expected) {
    ent_error err = {.status = ENT_OK};
    ent_partners *found = NULL;
    assert_int_equal(ent_partners_run(all.world, all.params, patron, options, &found, &err), expected);
    assert_null(found);
    assert_int_equal(err.status, expected);
    assert_true(*err.message != 0);
}

static void test_errors(void **state) {
    ent_partners_options options = asking(2014, ENT_BOTH);
    (void)state;
    refused(99999, &options, ENT_E_MISSING);
    refused(20275, &options, ENT_E_MISSING); /* Palestine */
    refused(265, &options, ENT_E_MISSING);   /* East Germany in 2014 */
    options.excluded = 710;
    refused(710, &options, ENT_E_ARG);
    options.excluded = 265;
    refused(710, &options, ENT_E_MISSING);
    options = asking(2014, ENT_BOTH);
    options.top = 0;
    refused(710, &options, ENT_E_RANGE);
    options.top = 257;
    refused(710, &options, ENT_E_RANGE);
    options = asking(2014, ENT_BOTH);
    options.ambition = 1.5;
    refused(710, &options, ENT_E_RANGE);
    options.ambition = INFINITY;
    refused(710, &options, ENT_E_RANGE);
    options = asking(1900, ENT_BOTH);
    refused(710, &options, ENT_E_RANGE);
}

/* The expectations that the documentation states. */
static void test_china(void **state) {
    static const int years[] = {2014, 2018, 2021};
    (void)state;
    for (size_t t = 0; t < sizeof years / sizeof *years; t++) {
        ent_partners_options options = asking(years[t], ENT_PRESSURE);
        ent_partners *p = rank(710, &options), *aside;
        assert_int_equal(p->excluded.code, 2);
        assert_int_equal(candidate(p, 365)->rank, 1);
        assert_int_equal(candidate(p, 630)->rank, 2);
        assert_in_range(candidate(p, 770)->rank, 3, 10);
        assert_in_range(candidate(p, 731)->rank, 3, 10);
        assert_true(candidate(p, 731)->allied && candidate(p, 770)->dormant && candidate(p, 732)->with_excluded);
        assert_true(p->candidates[2].score < p->candidates[0].score / 20);
        options.set_dormant_aside = 1;
        aside = rank(710, &options);
        assert_true(candidate(aside, 770)->rank <= candidate(p, 770)->rank);
        assert_true(candidate(aside, 770)->rank < candidate(aside, 731)->rank);
        ent_partners_free(p);
        ent_partners_free(aside);
    }
}

/* The pool counts allies of the power left out; the patron's own allies are none of them. */
static void test_pool(void **state) {
    (void)state;
    for (size_t k = 0; k < PATRONS; k++) {
        ent_partners_options options = asking(patrons[k].year, ENT_BOTH);
        ent_partners *p = rank(patrons[k].patron, &options);
        size_t theirs = 0, available = 0;
        assert_int_equal(p->pool_count, 20);
        for (size_t j = 0; j < p->pool_count; j++) {
            theirs += strcmp(p->pool[j].status, "allied to the excluded") == 0;
            available += strcmp(p->pool[j].status, "available") == 0;
            if (j > 0) assert_true(p->pool[j].capability <= p->pool[j - 1].capability);
        }
        assert_int_equal(p->pool_allied_excluded, theirs);
        assert_int_equal(p->pool_available, available);
        ent_partners_free(p);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_scores),
                                       cmocka_unit_test(test_willingness),
                                       cmocka_unit_test(test_dormant_aside),
                                       cmocka_unit_test(test_excluded),
                                       cmocka_unit_test(test_excluded_no_rival),
                                       cmocka_unit_test(test_errors),
                                       cmocka_unit_test(test_china),
                                       cmocka_unit_test(test_pool)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
