/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Votes, exactly. Rules that count heads: the distribution of the number of votes, member by member. Rules that count
 * populations too: the members are cut into two halves, every subset of each half stands in a list by number of votes
 * and population (built sorted, by merging: Horowitz & Sahni 1974), and each subset of one half meets the subsets of the
 * other that carry the proposal with it in one sweep. Populations are whole numbers and stay so: 65 % of them is asked
 * as 100 P >= 65 T. With p = 1/2 all weights are powers of two and all sums multiples of 2^-36 below 1: no rounding.
 */
#include "base/base.h"

#include <entente/wedge.h>

#include <math.h>
#include <string.h>

enum { HALF = ENT_QMV_MAX / 2, MEMBERS_PERCENT = 55, PEOPLE_PERCENT = 65, BLOCKING_MINORITY = 4 };

const char *ent_rule_text(ent_rule rule) {
    static const char *const texts[] = {[ENT_UNANIMITY] = "unanimity", [ENT_MAJORITY] = "majority", [ENT_QMV] = "qmv"};
    return texts[rule];
}

static size_t votes_needed(ent_rule rule, size_t n) {
    if (rule == ENT_UNANIMITY) return n;
    return rule == ENT_MAJORITY ? n / 2 + 1 : (MEMBERS_PERCENT * n + 99) / 100;
}

/* ---- heads ---- */

/* Probability of at least `needed` votes among all but one member (SIZE_MAX for all), `already` of which are cast. */
static double heads(const double *p, size_t n, size_t but, size_t needed) {
    double at[ENT_GROUP_MAX + 1] = {1}, sum = 0;
    size_t seen = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == but) continue;
        seen++;
        for (size_t k = seen; k > 0; k--)
            at[k] = at[k] * (1 - p[i]) + at[k - 1] * p[i];
        at[0] *= 1 - p[i];
    }
    for (size_t k = needed; k <= seen; k++)
        sum += at[k];
    return fmin(1, sum); /* a sum of parts may pass the whole by a digit */
}

static void vote_by_heads(ent_rule rule, size_t n, const double *p, double *passes, double *given) {
    size_t needed = votes_needed(rule, n);
    *passes = heads(p, n, SIZE_MAX, needed);
    for (size_t i = 0; given != NULL && i < n; i++) {
        given[2 * i] = heads(p, n, i, needed);
        given[2 * i + 1] = heads(p, n, i, needed - 1);
    }
}

/* ---- heads and people ---- */

typedef struct {
    int64_t people;
    double weight;
    uint32_t who; /* bits of the half */
} subset;

/* Subsets of a half by number of votes, each list by population, largest first. */
typedef struct {
    size_t n;
    subset *all;
    size_t first[HALF + 2]; /* list of k votes: [first[k], first[k + 1]) */
    double *carried;        /* by subset: weight of the other half's subsets that carry it */
} half;

/* Puts the subsets without and with one more member in order: two sorted lists into one. */
static size_t merge(const subset *without, size_t a, const subset *with, size_t b, int64_t people, double p,
                    uint32_t bit, subset *out) {
    size_t i = 0, j = 0, k = 0;
    while (i < a || j < b) {
        bool take = j == b || (i < a && without[i].people >= with[j].people + people);
        subset s = take ? without[i++] : with[j++];
        if (!take) s.people += people;
        if (!take) s.who |= bit;
        s.weight *= take ? 1 - p : p;
        out[k++] = s;
    }
    return k;
}

static ent_status half_make(half *h, size_t n, const double *p, const int64_t *people, ent_error *err) {
    size_t room = (size_t)1 << n, first[HALF + 2];
    subset *next = enti_alloc(room, sizeof *next), *swap;
    h->n = n;
    h->all = enti_alloc(room, sizeof *h->all);
    h->carried = enti_alloc(room, sizeof *h->carried);
    if (next == NULL || h->all == NULL || h->carried == NULL) {
        ent_free(next);
        return enti_no_memory(err);
    }
    h->all[0] = (subset){.weight = 1};
    h->first[0] = 0;
    for (size_t k = 1; k <= n + 1; k++)
        h->first[k] = 1;
    for (size_t i = 0; i < n; i++) {
        size_t used = 0;
        for (size_t k = 0; k <= i + 1; k++) {
            size_t a = h->first[k], b = h->first[k + 1], c = k > 0 ? h->first[k - 1] : 0;
            first[k] = used;
            used +=
                merge(h->all + a, b - a, h->all + c, k > 0 ? a - c : 0, people[i], p[i], UINT32_C(1) << i, next + used);
        }
        for (size_t k = 0; k <= i + 1; k++)
            h->first[k] = first[k];
        for (size_t k = i + 2; k <= n + 1; k++)
            h->first[k] = used;
        swap = h->all;
        h->all = next;
        next = swap;
    }
    ent_free(next);
    return ENT_OK;
}

static void half_clear(half *h) {
    ent_free(h->all);
    ent_free(h->carried);
}

/* For each subset of one list: the weight of those of another whose people, with its own, reach a number. Taken from the
 * subset with fewest people up, more and more of the other list suffice. */
static void sweep(half *to, size_t a, const half *from, size_t b, int64_t least) {
    size_t i = to->first[a], end = to->first[a + 1], start = from->first[b], stop = from->first[b + 1], k = start;
    double sum = 0;
    while (end > i) {
        end--;
        while (k < stop && to->all[end].people + from->all[k].people >= least)
            sum += from->all[k++].weight;
        to->carried[end] += sum;
    }
}

/* `both`: the right half is asked for too. */
static void meet(half *left, half *right, size_t n, int64_t total, bool both) {
    size_t needed = votes_needed(ENT_QMV, n);
    int64_t least = (PEOPLE_PERCENT * total + 99) / 100;
    for (size_t a = 0; a <= left->n; a++)
        for (size_t b = 0; b <= right->n; b++) {
            bool few_against = n - (a + b) < BLOCKING_MINORITY;
            if (a + b < needed) continue;
            sweep(left, a, right, b, few_against ? 0 : least);
            if (both) sweep(right, b, left, a, few_against ? 0 : least);
        }
}

static double carried_with(const half *h, size_t member) {
    double sum = 0;
    for (size_t s = 0; s < (size_t)1 << h->n; s++)
        if (member == SIZE_MAX || (h->all[s].who >> member) & 1) sum += h->all[s].weight * h->carried[s];
    return sum;
}

/* Probability of passing, and of passing with each member's vote. */
static ent_status count_people(size_t n, const double *p, const int64_t *population, double *passes, double *with,
                               ent_error *err) {
    ent_status st = ENT_OK;
    half left = {0}, right = {0};
    size_t cut = n / 2;
    int64_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += population[i];
    ENT_TRY(half_make(&left, cut, p, population, err));
    ENT_TRY(half_make(&right, n - cut, p + cut, population + cut, err));
    meet(&left, &right, n, total, with != NULL);
    *passes = fmin(1, carried_with(&left, SIZE_MAX));
    for (size_t i = 0; with != NULL && i < n; i++)
        with[i] = i < cut ? carried_with(&left, i) : carried_with(&right, i - cut);
done:
    half_clear(&left);
    half_clear(&right);
    return st;
}

static ent_status vote_by_people(size_t n, const double *p, const int64_t *population, double *passes, double *given,
                                 ent_error *err) {
    ent_status st = ENT_OK;
    double with[ENT_QMV_MAX], coin[ENT_QMV_MAX], all;
    ENT_TRY(count_people(n, p, population, passes, given != NULL ? with : NULL, err));
    for (size_t i = 0; given != NULL && i < n; i++) {
        double yes = with[i], q = p[i];
        all = *passes;
        if (q <= 0 || q >= 1) { /* of one who is certain, the other case is asked with a coin in its place */
            double others[ENT_QMV_MAX];
            memcpy(coin, p, n * sizeof *coin);
            coin[i] = q = 0.5;
            ENT_TRY(count_people(n, coin, population, &all, others, err));
            yes = others[i];
        }
        given[2 * i + 1] = fmin(1, yes / q);
        given[2 * i] = fmin(1, fmax(0, (all - yes) / (1 - q)));
    }
done:
    return st;
}

/* ---- the rules ---- */

static ent_status check(ent_rule rule, size_t n, const double *p, const int64_t *population, ent_error *err) {
    int64_t sum = 0;
    if ((int)rule < 0 || rule > ENT_QMV) return ent_fail(err, ENT_E_ARG, "unknown rule %d", (int)rule);
    if (n == 0 || n > ENT_GROUP_MAX)
        return ent_fail(err, ENT_E_RANGE, "a vote of %zu, expected 1 to %d", n, ENT_GROUP_MAX);
    for (size_t i = 0; i < n; i++)
        if (!(p[i] >= 0 && p[i] <= 1))
            return ent_fail(err, ENT_E_RANGE, "probability %zu is %g, expected 0 to 1", i + 1, p[i]);
    if (rule != ENT_QMV) return ENT_OK;
    if (n > ENT_QMV_MAX)
        return ent_fail(err, ENT_E_RANGE, "%zu members; qmv is computed exactly for %d at most", n, ENT_QMV_MAX);
    for (size_t i = 0; i < n; i++) {
        if (population[i] <= 0 || population[i] > INT64_C(9000000000000000) - sum)
            return ent_fail(err, ENT_E_RANGE, "population %zu is %lld, expected a number above 0", i + 1,
                            (long long)population[i]);
        sum += population[i];
    }
    return ENT_OK;
}

ent_status ent_vote(ent_rule rule, size_t n, const double *p, const int64_t *population, double *passes, double *given,
                    ent_error *err) {
    ent_status st = ENT_OK;
    double result;
    ENT_TRY(check(rule, n, p, population, err));
    if (rule == ENT_QMV)
        ENT_TRY(vote_by_people(n, p, population, &result, given, err));
    else
        vote_by_heads(rule, n, p, &result, given);
    *passes = result;
done:
    return st;
}

size_t ent_vote_blocking(ent_rule rule, size_t n, const int64_t *population) {
    size_t needed = votes_needed(rule, n), fewest = n - needed + 1;
    bool against[ENT_QMV_MAX] = {false};
    int64_t total = 0, rest;
    if (rule != ENT_QMV || n > ENT_QMV_MAX) return fewest;
    for (size_t i = 0; i < n; i++)
        total += population[i];
    rest = total;
    for (size_t k = 1; k < fewest; k++) {
        size_t largest = SIZE_MAX;
        for (size_t i = 0; i < n; i++)
            if (!against[i] && (largest == SIZE_MAX || population[i] > population[largest])) largest = i;
        against[largest] = true;
        rest -= population[largest];
        if (k >= BLOCKING_MINORITY && 100 * rest < PEOPLE_PERCENT * total) return k;
    }
    return fewest;
}
