/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Votes of random groups against counting every coalition: the probability under each rule, given each member's vote,
 * Banzhaf power as a count of swings, and the fewest members that can block. Exact means: swings are whole numbers.
 */
#include "support/fixture.h"

#include <entente/wedge.h>

enum { VOTES = 150, MOST = 12 };

static uint64_t state_of_chance = 19650701;

static double chance(void) {
    uint64_t x = state_of_chance += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((x ^ (x >> 31)) >> 11) * 0x1p-53;
}

typedef struct {
    size_t n;
    double p[MOST];
    int64_t people[MOST], total;
} group;

/* Some members are certain; some populations are equal, and some votes fall exactly on 65 %. */
static group random_group(int number) {
    group g = {.n = 1 + (size_t)(chance() * MOST)};
    for (size_t i = 0; i < g.n; i++) {
        double u = chance();
        g.p[i] = u < 0.1 ? 0 : u > 0.9 ? 1 : chance();
        g.people[i] = number % 4 == 0 ? 5 : 1 + (int64_t)(number % 4 == 1 ? 20 * chance() : 9e7 * chance());
        g.total += g.people[i];
    }
    return g;
}

static bool carries(ent_rule rule, const group *g, unsigned set) {
    size_t count = 0;
    int64_t people = 0;
    for (size_t i = 0; i < g->n; i++)
        if (set >> i & 1) {
            count++;
            people += g->people[i];
        }
    if (rule == ENT_UNANIMITY) return count == g->n;
    if (rule == ENT_MAJORITY) return 2 * count > g->n;
    return 100 * count >= 55 * g->n && (100 * people >= 65 * g->total || g->n - count < 4);
}

static double weight(const group *g, unsigned set, size_t but) {
    double w = 1;
    for (size_t i = 0; i < g->n; i++)
        if (i != but) w *= set >> i & 1 ? g->p[i] : 1 - g->p[i];
    return w;
}

static void check(ent_rule rule, const group *g) {
    ent_error err = {.status = ENT_OK};
    double passes, given[2 * MOST], expected = 0;
    must(ent_vote(rule, g->n, g->p, g->people, &passes, given, &err), &err);
    for (unsigned set = 0; set < 1u << g->n; set++)
        if (carries(rule, g, set)) expected += weight(g, set, SIZE_MAX);
    assert_true(fabs(expected - passes) < 1e-12);
    for (size_t i = 0; i < g->n; i++) {
        double with[2] = {0, 0};
        for (unsigned set = 0; set < 1u << g->n; set++)
            if (carries(rule, g, set)) with[set >> i & 1] += weight(g, set, i);
        assert_true(fabs(with[0] - given[2 * i]) < 1e-11);
        assert_true(fabs(with[1] - given[2 * i + 1]) < 1e-11);
    }
}

static void test_every_coalition(void **state) {
    (void)state;
    for (int number = 0; number < VOTES; number++) {
        group g = random_group(number);
        for (int rule = 0; rule < ENT_RULES; rule++)
            check((ent_rule)rule, &g);
    }
}

static void test_banzhaf(void **state) {
    (void)state;
    for (int number = 0; number < VOTES; number++) {
        group g = random_group(number);
        ent_error err = {.status = ENT_OK};
        double passes, given[2 * MOST];
        for (size_t i = 0; i < g.n; i++)
            g.p[i] = 0.5;
        must(ent_vote(ENT_QMV, g.n, g.p, g.people, &passes, given, &err), &err);
        for (size_t i = 0; i < g.n; i++) {
            long swings = 0;
            double found = ldexp(given[2 * i + 1] - given[2 * i], (int)g.n - 1);
            for (unsigned set = 0; set < 1u << g.n; set++)
                if (!(set >> i & 1) && carries(ENT_QMV, &g, set | 1u << i) && !carries(ENT_QMV, &g, set)) swings++;
            assert_true(found == (double)swings); /* to the last bit */
        }
    }
}

static void test_blocking(void **state) {
    (void)state;
    for (int number = 0; number < VOTES; number++) {
        group g = random_group(number);
        for (int rule = 0; rule < ENT_RULES; rule++) {
            size_t fewest = g.n + 1;
            for (unsigned against = 0; against < 1u << g.n; against++) {
                size_t count = (size_t)__builtin_popcount(against);
                if (count < fewest && !carries((ent_rule)rule, &g, ~against & ((1u << g.n) - 1))) fewest = count;
            }
            assert_int_equal(fewest, ent_vote_blocking((ent_rule)rule, g.n, g.people));
        }
    }
}

/* More exposure never makes a position likelier. */
static void test_monotone(void **state) {
    (void)state;
    for (int number = 0; number < VOTES; number++) {
        group g = random_group(number);
        size_t who = (size_t)(chance() * (double)g.n);
        for (int rule = 0; rule < ENT_RULES; rule++) {
            ent_error err = {.status = ENT_OK};
            double before, after, kept = g.p[who];
            must(ent_vote((ent_rule)rule, g.n, g.p, g.people, &before, NULL, &err), &err);
            g.p[who] /= 2;
            must(ent_vote((ent_rule)rule, g.n, g.p, g.people, &after, NULL, &err), &err);
            g.p[who] = kept;
            assert_true(after <= before + 1e-12);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_coalition), cmocka_unit_test(test_banzhaf),
                                       cmocka_unit_test(test_blocking), cmocka_unit_test(test_monotone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
