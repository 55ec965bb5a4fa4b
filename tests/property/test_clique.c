/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heaviest clique against trying every set, on random graphs of up to 14 members; and what must not change it. */
#include "groups/clique.h"
#include "support/fixture.h"

enum { GRAPHS = 500, MOST = 14 };

typedef struct {
    size_t n;
    bool joined[MOST][MOST];
    double weight[MOST];
} graph;

/* SplitMix64, so that the graphs are the same everywhere. */
static uint64_t state_of_chance = 20140601;

static double chance(void) {
    uint64_t x = state_of_chance += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((x ^ (x >> 31)) >> 11) * 0x1p-53;
}

static size_t below(size_t n) {
    return (size_t)(chance() * (double)n);
}

/* Sizes 1 to 14, any share of conflicts; capabilities of states span four orders of magnitude, or all are equal. */
static graph random_graph(int number) {
    graph g = {.n = 1 + below(MOST)};
    double share = chance();
    for (size_t i = 0; i < g.n; i++) {
        g.weight[i] = number % 5 == 0 ? 1 : exp(-9 * chance());
        for (size_t j = 0; j < i; j++)
            g.joined[i][j] = g.joined[j][i] = chance() < share;
    }
    return g;
}

static enti_clique heaviest(const graph *g) {
    enti_set joined[MOST] = {{{0}}};
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            if (g->joined[i][j]) enti_set_add(&joined[i], j);
    return enti_clique_heaviest(joined, g->weight, g->n);
}

/* The weight of the heaviest clique by looking at all sets of members. */
static double brute(const graph *g) {
    unsigned apart[MOST] = {0}; /* with whom each does not get along */
    double best = 0;
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            if (i != j && !g->joined[i][j]) apart[i] |= 1u << j;
    for (unsigned set = 1; set < 1u << g->n; set++) {
        double weight = 0;
        bool clique = true;
        for (size_t i = 0; i < g->n && clique; i++)
            if (set >> i & 1) {
                clique = (apart[i] & set) == 0;
                weight += g->weight[i];
            }
        if (clique && weight > best) best = weight;
    }
    return best;
}

/* What is returned is a clique of its own weight. */
static void check_whole(const graph *g, const enti_clique *c) {
    double weight = 0;
    assert_true(c->exact);
    for (size_t i = enti_set_next(&c->members, 0); i < ENTI_STATES; i = enti_set_next(&c->members, i + 1)) {
        assert_true(i < g->n);
        weight += g->weight[i];
        for (size_t j = enti_set_next(&c->members, i + 1); j < ENTI_STATES; j = enti_set_next(&c->members, j + 1))
            assert_true(g->joined[i][j]);
    }
    assert_int_equal(differs("weight of its members", weight, c->weight, 1e-12), 0);
}

static void test_brute_force(void **state) {
    int bad = 0;
    (void)state;
    for (int k = 0; k < GRAPHS; k++) {
        graph g = random_graph(k);
        enti_clique c = heaviest(&g);
        char what[48];
        check_whole(&g, &c);
        (void)snprintf(what, sizeof what, "graph %d, %zu members", k, g.n);
        bad += differs(what, brute(&g), c.weight, 1e-12);
    }
    assert_int_equal(bad, 0);
}

/* Ending a conflict never makes the core lighter. */
static void test_more_edges(void **state) {
    (void)state;
    for (int k = 0; k < GRAPHS; k++) {
        graph g = random_graph(k);
        double before = heaviest(&g).weight;
        for (int step = 0; step < 12 && g.n > 1; step++) {
            size_t i = below(g.n), j = below(g.n);
            double after;
            if (i == j) continue;
            g.joined[i][j] = g.joined[j][i] = true;
            after = heaviest(&g).weight;
            assert_true(after >= before * (1 - 1e-12));
            before = after;
        }
    }
}

static void test_relabelled(void **state) {
    int bad = 0;
    (void)state;
    for (int k = 0; k < GRAPHS; k++) {
        graph g = random_graph(k), moved = {.n = g.n};
        size_t to[MOST];
        for (size_t i = 0; i < g.n; i++)
            to[i] = i;
        for (size_t i = g.n; i-- > 1;) {
            size_t j = below(i + 1), swap = to[i];
            to[i] = to[j];
            to[j] = swap;
        }
        for (size_t i = 0; i < g.n; i++) {
            moved.weight[to[i]] = g.weight[i];
            for (size_t j = 0; j < g.n; j++)
                moved.joined[to[i]][to[j]] = g.joined[i][j];
        }
        bad += differs("relabelled", heaviest(&g).weight, heaviest(&moved).weight, 1e-12);
    }
    assert_int_equal(bad, 0);
}

/* Nobody, one alone, all together, none together; and as many as a group may have. */
static void test_ends(void **state) {
    static enti_set joined[ENTI_STATES];
    static double weight[ENTI_STATES];
    enti_clique c;
    (void)state;
    c = enti_clique_heaviest(joined, weight, 0);
    assert_true(c.exact && c.weight == 0 && !enti_set_any(&c.members));
    for (size_t i = 0; i < ENTI_STATES; i++)
        weight[i] = (double)(i + 1);
    c = enti_clique_heaviest(joined, weight, 1);
    assert_true(c.exact && c.weight == 1 && enti_set_has(&c.members, 0));
    c = enti_clique_heaviest(joined, weight, ENTI_STATES);
    assert_true(c.exact && c.weight == ENTI_STATES && enti_set_count(&c.members) == 1);
    for (size_t i = 0; i < ENTI_STATES; i++)
        for (size_t j = 0; j < ENTI_STATES; j++)
            if (i != j) enti_set_add(&joined[i], j);
    c = enti_clique_heaviest(joined, weight, ENTI_STATES);
    assert_true(c.exact && c.weight == ENTI_STATES * (ENTI_STATES + 1) / 2.0);
    assert_int_equal(enti_set_count(&c.members), ENTI_STATES);
}

/* Forty members: exact whatever share of pairs gets along, also where every largest set is a choice of one from each of
 * thirteen rivalling threes (the graph with most maximal cliques). */
static void test_forty(void **state) {
    enum { FORTY = 40, TRIES = 25 };
    (void)state;
    for (int share = 1; share <= 20; share++)
        for (int t = 0; t < TRIES; t++) {
            enti_set joined[FORTY] = {{{0}}};
            double weight[FORTY];
            enti_clique c;
            for (size_t i = 0; i < FORTY; i++) {
                weight[i] = t % 2 == 0 ? 1 : exp(-9 * chance());
                for (size_t j = 0; j < i; j++) {
                    if (share == 20 ? i / 3 == j / 3 : chance() >= share / 20.0) continue;
                    enti_set_add(&joined[i], j);
                    enti_set_add(&joined[j], i);
                }
            }
            c = enti_clique_heaviest(joined, weight, FORTY);
            assert_true(c.exact && c.weight > 0);
            if (share == 20 && t % 2 == 0) assert_int_equal(enti_set_count(&c.members), 14);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brute_force), cmocka_unit_test(test_more_edges),
                                       cmocka_unit_test(test_relabelled), cmocka_unit_test(test_ends),
                                       cmocka_unit_test(test_forty)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
