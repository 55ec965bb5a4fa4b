/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times every similarity of every pair, valued ties and weights, over 203 made years: with as many dyads as there were
 * from 1816 to 2018 (993,975, years growing as the system did), and with 200 states in each, which is four times that.
 * The peer is a plain loop over columns in the same program, for a few of the years. Columns as in bench_verdicts.c.
 */
#include "../tests/support/naive_similarity.h"
#include "timing.h"

#include <entente/similarity.h>
#include <stdio.h>
#include <stdlib.h>

enum { YEARS = 203, STATES = 200, REAL_DYADS = 993975, NAIVE_YEARS = 7 };

typedef struct {
    size_t states[YEARS], pairs;
    uint8_t *ties[YEARS];
    double *weight;
    double *out;
} job;

/* Whole numbers that look random and are the same everywhere. */
static unsigned next(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33);
}

/* A quarter of the cells hold a tie, half of those 3, about as dense as recent decades; the least the bit sets could
 * be helped by. */
static bool make_job(job *j, const size_t *states) {
    uint64_t seed = 1816;
    j->weight = malloc(STATES * sizeof *j->weight);
    j->out = malloc(ent_similarity_pairs(STATES) * ent_similarity_count() * sizeof *j->out);
    if (j->weight == NULL || j->out == NULL) return false;
    for (size_t k = 0; k < STATES; k++)
        j->weight[k] = (double)(next(&seed) % 1000 + 1) / 100000;
    j->pairs = 0;
    for (size_t y = 0; y < YEARS; y++) {
        size_t cells = states[y] * states[y];
        j->states[y] = states[y];
        j->pairs += ent_similarity_pairs(states[y]);
        j->ties[y] = malloc(cells);
        if (j->ties[y] == NULL) return false;
        for (size_t c = 0; c < cells; c++) {
            unsigned draw = next(&seed) % 16;
            j->ties[y][c] = draw < 2 ? 3 : draw < 3 ? 2 : draw < 4 ? 1 : 0;
        }
        for (size_t i = 0; i < states[y]; i++)
            j->ties[y][i * states[y] + i] = 3;
    }
    return true;
}

static void free_job(job *j) {
    for (size_t y = 0; y < YEARS; y++)
        free(j->ties[y]);
    free(j->weight);
    free(j->out);
}

static bool measure_all(job *j) {
    for (size_t y = 0; y < YEARS; y++) {
        ent_portfolios matrix = {.rows = j->states[y],
                                 .columns = j->states[y],
                                 .categories = 4,
                                 .value = j->ties[y],
                                 .weight = j->weight,
                                 .self = ENT_SELF_MOST};
        if (ent_similarity_matrix(&matrix, j->out, NULL) != ENT_OK) return false;
    }
    return true;
}

static bool time_job(job *j, timing *out) {
    double ms[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        if (!measure_all(j)) return false;
        ms[run] = now_ms() - start;
    }
    *out = summary(ms);
    return true;
}

/* Milliseconds the plain loop would need for all years, by the last few of them (all are alike, and it is slow). The
 * last year's measures are compared with those the library left there. */
static double time_naive(const job *j, double *largest_difference) {
    size_t measures = ent_similarity_count();
    double start = now_ms();
    *largest_difference = 0;
    for (size_t y = YEARS - NAIVE_YEARS; y < YEARS; y++) {
        size_t n = j->states[y], pair = 0;
        for (size_t a = 0; a < n; a++)
            for (size_t b = a + 1; b < n; b++, pair++) {
                naive_pair p = {j->ties[y] + a * n, j->ties[y] + b * n, n, 4, j->weight};
                for (size_t m = 0; m < measures; m++) {
                    double apart = fabs(naive_similarity(&p, ent_similarity_at(m)->id) - j->out[pair * measures + m]);
                    if (y + 1 == YEARS && !(apart <= *largest_difference)) *largest_difference = apart;
                }
            }
    }
    return (now_ms() - start) * YEARS / NAIVE_YEARS;
}

/* Numbers of states that grow as the system did, until they have REAL_DYADS pairs in all to within one state. */
static void grow(size_t *states) {
    size_t pairs = 0;
    for (size_t y = 0; y < YEARS; y++) {
        states[y] = y < 100 ? 23 + y / 4 : y < 140 ? y - 50 : y < 180 ? 2 * y - 190 : 190;
        pairs += ent_similarity_pairs(states[y]);
    }
    for (size_t y = 0; pairs < REAL_DYADS; y = (y + 1) % YEARS)
        pairs += states[y]++;
    for (size_t y = 0; pairs > REAL_DYADS; y = (y + 1) % YEARS)
        pairs -= --states[y];
}

int main(void) {
    static job made, real;
    char *perl[] = {"perl", "-e", "1", NULL}, name[64];
    size_t states[YEARS];
    timing yardstick, t, naive;
    double difference;

    if (!time_command(perl, &yardstick)) return 1;
    for (size_t y = 0; y < YEARS; y++)
        states[y] = STATES;
    if (!make_job(&made, states)) return 1;
    grow(states);
    if (!make_job(&real, states)) return 1;
    print_header();
    if (!time_job(&real, &t)) return 1;
    (void)snprintf(name, sizeof name, "similarity, %zu dyads of 203 years", real.pairs);
    print_job(name, t, 1000, yardstick);
    if (!time_job(&made, &t)) return 1;
    (void)snprintf(name, sizeof name, "similarity, %zu dyads of 203 x 200", made.pairs);
    print_job(name, t, 1000, yardstick);
    naive.least = naive.median = time_naive(&made, &difference);
    naive.peak_kb = t.peak_kb;
    print_yardstick("peer: the same by a plain loop, by 7 years", naive, yardstick);
    print_yardstick("yardstick: starting Perl", yardstick, yardstick);
    printf("\nsimilarity: %zu measures a pair; the plain loop takes %.0f times as long and differs by at most %.1g;\n"
           "the R recipe was recorded elsewhere at about 61,000 s for nine measures of 993,975 dyads\n",
           ent_similarity_count(), naive.median / t.median, difference);
    free_job(&made);
    free_job(&real);
    return difference <= 1e-12 ? 0 : 1;
}
