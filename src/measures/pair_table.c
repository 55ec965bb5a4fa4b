/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of a pair: n[a][b] = columns where i has a and j has b, counted as the bits that two sets share. Where no
 * cell is missing, cells with a 0 follow from the margins: of the 16 of an alliance matrix, nine are counted.
 * Columns that lie 1, 2 ... apart form a set each, whose weight is looked up byte by byte.
 */
#include "measures/similarity.h"

/* One instruction counts the bits of a word where the processor has it; counts are exact either way. The sanitizers
 * cannot resolve clones at load time. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define COUNTING __attribute__((target_clones("popcnt", "default")))
#else
#define COUNTING
#endif

#if defined(__GNUC__) && !defined(__clang__)
#define UNROLLED _Pragma("GCC unroll 8")
#else
#define UNROLLED
#endif
#define INLINED static inline __attribute__((always_inline))

/* One pair before it becomes doubles. */
typedef struct {
    uint32_t n[ENTI_CATEGORIES][ENTI_CATEGORIES]; /* unused values stay 0 */
    uint64_t apart[ENTI_CATEGORIES];
} counts;

/* Weight of the columns of word w that are in `set`. The last word may have few of its bytes in use. */
INLINED uint64_t mass_of(const enti_portfolios *p, size_t w, uint64_t set) {
    const uint64_t *mass = p->mass + w * ENTI_WORD_BYTES * ENTI_BYTE_VALUES;
    uint64_t sum = 0;
    if (w + 1 == p->words) {
        for (; set != 0; set >>= 8, mass += ENTI_BYTE_VALUES)
            sum += mass[set & 0xff];
        return sum;
    }
    UNROLLED
    for (size_t b = 0; b < ENTI_WORD_BYTES; b++)
        sum += mass[b * ENTI_BYTE_VALUES + ((set >> (8 * b)) & 0xff)];
    return sum;
}

/* What the margins say once the cells without a 0 are counted. */
INLINED void fill_zeros(const enti_portfolios *p, size_t i, size_t j, size_t room, counts *t) {
    const uint32_t *row = p->count + i * room, *column = p->count + j * room;
    uint32_t zero = row[0];
    UNROLLED
    for (size_t a = 1; a < room; a++) {
        uint32_t by_row = 0, by_column = 0;
        UNROLLED
        for (size_t b = 1; b < room; b++) {
            by_row += t->n[a][b];
            by_column += t->n[b][a];
        }
        t->n[a][0] = row[a] - by_row;
        t->n[0][a] = column[a] - by_column;
        zero -= t->n[0][a];
    }
    t->n[0][0] = zero;
}

/* Counts the columns of one word whose values lie d apart; returns their set. Cells with a 0 wait for the margins. */
INLINED uint64_t tally_apart(const uint64_t *x, const uint64_t *z, size_t words, size_t room, size_t d, bool complete,
                             counts *t) {
    uint64_t set = 0;
    UNROLLED
    for (size_t low = 0; low + d < room; low++) {
        size_t high = low + d;
        uint64_t one = x[low * words] & z[high * words], other = x[high * words] & z[low * words];
        set |= one | other;
        if (complete && low == 0) continue;
        t->n[low][high] += (uint32_t)__builtin_popcountll(one);
        if (d > 0) t->n[high][low] += (uint32_t)__builtin_popcountll(other);
    }
    return set;
}

/* `room` and `complete` are constants, so that the loops over values unroll. */
INLINED void tally(const enti_portfolios *p, size_t i, size_t j, size_t room, bool complete, counts *t) {
    const uint64_t *x = p->bits + i * room * p->words, *z = p->bits + j * room * p->words;
    size_t nearest = complete ? 1 : 0;
    for (size_t w = 0; w < p->words; w++) {
        UNROLLED
        for (size_t d = 0; d < room; d++) {
            uint64_t set = tally_apart(x + w, z + w, p->words, room, d, complete, t);
            if (p->mass != NULL && d >= nearest) t->apart[d] += mass_of(p, w, set);
        }
    }
    if (!complete) return;
    fill_zeros(p, i, j, room, t);
    t->apart[0] = p->total;
    for (size_t d = 1; d < room; d++)
        t->apart[0] -= t->apart[d];
}

/* Into a lane. Counts and weights lie below 2^63: as signed numbers they become doubles in one step. */
INLINED void store(const counts *t, size_t room, size_t lane, enti_pair_tables *tables) {
    uint64_t total = 0;
    UNROLLED
    for (size_t a = 0; a < room; a++) {
        UNROLLED
        for (size_t b = 0; b < room; b++)
            tables->n[a][b][lane] = (double)(int32_t)t->n[a][b];
        tables->apart[a][lane] = (double)(int64_t)t->apart[a];
        total += t->apart[a];
    }
    tables->total[lane] = (double)(int64_t)total;
}

COUNTING void enti_pair_tables_fill(const enti_portfolios *p, size_t count, size_t *i, size_t *j,
                                    enti_pair_tables *tables) {
    tables->categories = p->categories;
    tables->weights = p->mass != NULL;
    for (size_t lane = 0; lane < count; lane++) {
        counts t = {.n = {{0}}};
        if (p->room == 4 && p->complete)
            tally(p, *i, *j, 4, true, &t);
        else if (p->room == 4)
            tally(p, *i, *j, 4, false, &t);
        else
            tally(p, *i, *j, ENTI_CATEGORIES, false, &t);
        if (p->room == 4)
            store(&t, 4, lane, tables);
        else
            store(&t, ENTI_CATEGORIES, lane, tables);
        if (++*j == p->rows) *j = ++*i + 1;
    }
}
