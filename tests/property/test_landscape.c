/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random landscapes: minima and basins against looking at every division one by one; energy falls on every way down;
 * a division and its complement have one energy; the order of states changes nothing; a search stays inside what is
 * true of the whole.
 */
#include "network/landscape.h"
#include "support/fixture.h"

#include <entente/landscape.h>

enum { LANDSCAPES = 120, MOST = 11 };

static uint64_t state_of_chance = 19930201;

static double chance(void) {
    uint64_t x = state_of_chance += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((x ^ (x >> 31)) >> 11) * 0x1p-53;
}

typedef struct {
    size_t n;
    double size[32], p[32 * 32], w[32 * 32];
} landscape;

/* Every third one has whole propensities and equal sizes, so that ties occur. */
static landscape random_landscape(int number, size_t least, size_t most) {
    landscape l = {.n = least + (size_t)(chance() * (double)(most - least + 1))};
    for (size_t i = 0; i < l.n; i++)
        l.size[i] = number % 3 == 0 ? 1 : exp(-4 * chance());
    for (size_t i = 0; i < l.n; i++)
        for (size_t j = 0; j < i; j++)
            l.p[i * l.n + j] = l.p[j * l.n + i] = number % 3 == 0 ? floor(5 * chance()) - 2 : 4 * chance() - 2;
    for (size_t c = 0; c < l.n * l.n; c++)
        l.w[c] = l.size[c / l.n] * l.size[c % l.n] * l.p[c];
    return l;
}

static enti_division of_bits(uint32_t bits) {
    return (enti_division){{(uint64_t)bits << 1}};
}

/* Where steepest descent ends, by fresh sums at every step. */
static uint32_t bottom(const landscape *l, uint32_t bits) {
    double change[32], tie = enti_landscape_tie(l->w, l->n), before = INFINITY;
    enti_division at = of_bits(bits);
    for (;;) {
        double energy = enti_landscape_energy(l->w, l->n, &at);
        size_t i;
        assert_true(energy < before);
        before = energy;
        enti_landscape_changes(l->w, l->n, &at, change);
        i = enti_landscape_steepest(change, l->n, tie);
        if (i == SIZE_MAX) return (uint32_t)(at.word[0] >> 1);
        enti_landscape_flip(&at, l->n, i);
        assert_false(enti_set_has(&at, 0));
    }
}

static void test_against_every_division(void **state) {
    (void)state;
    for (int number = 0; number < LANDSCAPES; number++) {
        landscape l = random_landscape(number, 2, MOST);
        ent_error err = {.status = ENT_OK};
        enti_minima found = {0};
        uint64_t basin[1 << (MOST - 1)] = {0};
        size_t minima = 0;
        must(enti_landscape_exact(l.w, l.n, &found, &err), &err);
        for (uint32_t bits = 0; bits < 1u << (l.n - 1); bits++)
            basin[bottom(&l, bits)]++;
        for (uint32_t bits = 0; bits < 1u << (l.n - 1); bits++)
            minima += basin[bits] > 0;
        assert_int_equal(found.count, minima);
        for (size_t k = 0; k < found.count; k++) {
            assert_int_equal(found.at[k].basin, basin[found.at[k].against.word[0] >> 1]);
            if (k > 0) assert_true(found.at[k].energy >= found.at[k - 1].energy);
        }
        ent_free(found.at);
    }
}

/* The energy by its definition: over ordered pairs in opposite camps. */
static double by_definition(const landscape *l, const bool *side) {
    double sum = 0;
    for (size_t i = 0; i < l->n; i++)
        for (size_t j = 0; j < l->n; j++)
            if (i != j && side[i] != side[j]) sum += l->size[i] * l->size[j] * l->p[i * l->n + j];
    return sum;
}

static void test_complement(void **state) {
    (void)state;
    for (int number = 0; number < LANDSCAPES; number++) {
        landscape l = random_landscape(number, 2, 30);
        bool side[32], other[32];
        enti_division against = {{0}};
        for (size_t i = 0; i < l.n; i++) {
            side[i] = i > 0 && chance() < 0.5;
            other[i] = !side[i];
            if (side[i]) enti_set_add(&against, i);
        }
        assert_true(fabs(by_definition(&l, side) - by_definition(&l, other)) < 1e-9);
        assert_true(fabs(by_definition(&l, side) - enti_landscape_energy(l.w, l.n, &against)) < 1e-9);
    }
}

/* The same states in another order: the same energies and basins. */
static void test_relabelling(void **state) {
    (void)state;
    for (int number = 1; number < LANDSCAPES; number += number % 3 == 2 ? 2 : 1) {
        landscape l = random_landscape(number, 3, 13), m = l;
        ent_error err = {.status = ENT_OK};
        enti_minima a = {0}, b = {0};
        size_t to[32];
        for (size_t i = 0; i < l.n; i++)
            to[i] = (i * 5 + 3) % l.n;
        if (l.n % 5 == 0) continue; /* no permutation */
        for (size_t i = 0; i < l.n; i++)
            for (size_t j = 0; j < l.n; j++)
                m.w[to[i] * l.n + to[j]] = l.w[i * l.n + j];
        must(enti_landscape_exact(l.w, l.n, &a, &err), &err);
        must(enti_landscape_exact(m.w, l.n, &b, &err), &err);
        assert_int_equal(a.count, b.count);
        for (size_t k = 0; k < a.count; k++) {
            assert_true(fabs(a.at[k].energy - b.at[k].energy) < 1e-9);
            assert_int_equal(a.at[k].basin, b.at[k].basin);
        }
        ent_free(a.at);
        ent_free(b.at);
    }
}

/* Each minimum that a search meets is one of all, and a second search with the same seed is the same. */
static void test_search(void **state) {
    (void)state;
    for (int number = 0; number < 20; number++) {
        landscape l = random_landscape(3 * number + 1, 6, 13);
        ent_error err = {.status = ENT_OK};
        enti_minima whole = {0}, found = {0}, again = {0};
        uint64_t starts = 0;
        must(enti_landscape_exact(l.w, l.n, &whole, &err), &err);
        must(enti_landscape_search(l.w, l.n, 7, 300, &found, &err), &err);
        must(enti_landscape_search(l.w, l.n, 7, 300, &again, &err), &err);
        assert_int_equal(found.count, again.count);
        assert_memory_equal(found.at, again.at, found.count * sizeof *found.at);
        for (size_t k = 0; k < found.count; k++) {
            bool known = false;
            starts += found.at[k].basin;
            for (size_t m = 0; m < whole.count; m++)
                known = known || memcmp(&whole.at[m].against, &found.at[k].against, sizeof(enti_division)) == 0;
            assert_true(known);
        }
        assert_int_equal(starts, 300);
        assert_true(found.at[0].energy >= whole.at[0].energy - 1e-12);
        ent_free(whole.at);
        ent_free(found.at);
        ent_free(again.at);
    }
}

/* Descents of the answer fall at every step and end at the minimum they name. */
static void test_descents(void **state) {
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"};
    (void)state;
    for (int number = 0; number < 30; number++) {
        landscape l = random_landscape(number, 4, 13);
        ent_landscape_options options = ent_landscape_options_default();
        ent_error err = {.status = ENT_OK};
        ent_landscape_input *input = NULL;
        ent_landscape *found = NULL;
        options.start = "b,d";
        must(ent_landscape_input_new(l.n, names, l.size, l.p, &input, &err), &err);
        must(ent_landscape_run(input, &options, &found, &err), &err);
        assert_int_equal(found->descents_count, 2);
        for (size_t d = 0; d < found->descents_count; d++) {
            const ent_landscape_descent *way = &found->descents[d];
            for (size_t s = 0; s < way->steps; s++)
                assert_true(way->energy[s + 1] < way->energy[s]);
            assert_true(way->minimum < found->minima_count);
            assert_true(fabs(way->energy[way->steps] - found->minima[way->minimum].energy) < 1e-9);
        }
        for (size_t i = 0; i < l.n; i++)
            assert_true(found->states[i].margin >= 0);
        ent_landscape_free(found);
        ent_landscape_input_free(input);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_every_division), cmocka_unit_test(test_complement),
                                       cmocka_unit_test(test_relabelling), cmocka_unit_test(test_search),
                                       cmocka_unit_test(test_descents)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
