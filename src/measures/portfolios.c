/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Portfolios as sets of columns, one per value, so that one pair's table of values by values is counted with a few
 * words of bits: n[a][b] = |columns where i has a and j has b|. Every measure without weights follows from that table.
 *
 * Weights: columns that lie 1, 2 ... apart form a set each, and the weight of a set is looked up byte by byte. Weights
 * are whole numbers (2^-62 of their sum), so those sums are exact: no order of columns or threads can move a bit, and
 * what rounding them costs, 2^-63 a column, is below the last bit of a double for any matrix of states.
 */
#include "measures/similarity.h"

#include <math.h>
#include <string.h>

/* One instruction counts the bits of a word where the processor has it; counts are exact either way. The sanitizers
 * cannot resolve clones at load time. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define COUNTING __attribute__((target_clones("popcnt", "default")))
#else
#define COUNTING
#endif
#define INLINED static inline __attribute__((always_inline))

enum { BYTES = 8, BYTE_VALUES = 256, WEIGHT_BITS = 62 };

static ent_status check_shape(const ent_portfolios *m, ent_error *err) {
    size_t cells;
    if (m->categories < ENT_SIMILARITY_CATEGORIES_LEAST || m->categories > ENT_SIMILARITY_CATEGORIES_MOST)
        return ent_fail(err, ENT_E_RANGE, "%d categories, expected %d to %d", m->categories,
                        ENT_SIMILARITY_CATEGORIES_LEAST, ENT_SIMILARITY_CATEGORIES_MOST);
    if (m->columns > ENT_SIMILARITY_COLUMNS_MOST || m->rows > UINT32_MAX)
        return ent_fail(err, ENT_E_RANGE, "%zu rows and %zu columns, expected at most %d columns", m->rows, m->columns,
                        ENT_SIMILARITY_COLUMNS_MOST);
    if (m->self != ENT_SELF_GIVEN && m->self != ENT_SELF_MOST && m->self != ENT_SELF_MISSING)
        return ent_fail(err, ENT_E_ARG, "unknown choice of self ties %d", (int)m->self);
    if (m->self != ENT_SELF_GIVEN && m->rows != m->columns)
        return ent_fail(err, ENT_E_ARG,
                        "%zu rows and %zu columns: only a square matrix has self ties; choose ENT_SELF_GIVEN", m->rows,
                        m->columns);
    if (__builtin_mul_overflow(m->rows, m->columns, &cells))
        return ent_fail(err, ENT_E_RANGE, "%zu rows and %zu columns are too many", m->rows, m->columns);
    if (cells > 0 && m->value == NULL) return ent_fail(err, ENT_E_ARG, "no values for %zu cells", cells);
    return ENT_OK;
}

static uint8_t cell(const ent_portfolios *m, size_t i, size_t k) {
    if (i == k && m->self == ENT_SELF_MOST) return (uint8_t)(m->categories - 1);
    if (i == k && m->self == ENT_SELF_MISSING) return ENT_SIMILARITY_MISSING;
    return m->value[i * m->columns + k];
}

static ent_status fill_sets(enti_portfolios *p, const ent_portfolios *m, ent_error *err) {
    p->complete = true;
    for (size_t i = 0; i < p->rows; i++)
        for (size_t k = 0; k < p->columns; k++) {
            uint8_t value = cell(m, i, k);
            size_t set = i * p->categories + value;
            if (value == ENT_SIMILARITY_MISSING) {
                p->complete = false;
                continue;
            }
            if (value >= p->categories)
                return ent_fail(err, ENT_E_RANGE, "row %zu, column %zu: value %d, expected 0 to %zu or %d for missing",
                                i + 1, k + 1, value, p->categories - 1, ENT_SIMILARITY_MISSING);
            p->bits[set * p->words + k / 64] |= UINT64_C(1) << (k % 64);
            p->count[set]++;
        }
    return ENT_OK;
}

static double known(double weight) {
    return isnan(weight) ? 0 : weight;
}

/* Weights x 2^shift as whole numbers; returns their sum. */
static uint64_t scaled(const double *weight, size_t count, int shift, uint64_t *out) {
    uint64_t sum = 0;
    for (size_t k = 0; k < count; k++)
        sum += out[k] = (uint64_t)llrint(ldexp(known(weight[k]), shift));
    return sum;
}

static int bits_of(uint64_t value) {
    return value == 0 ? 0 : 64 - __builtin_clzll(value);
}

/* Whole-number weights that use all the bits there are. A first scale that cannot overflow finds the sum, the second is
 * chosen by it; neither depends on the order of the columns. */
static uint64_t fixed_weights(const double *weight, size_t count, uint64_t *out) {
    double largest = 0;
    int exponent, shift;
    uint64_t sum;
    for (size_t k = 0; k < count; k++)
        largest = fmax(largest, known(weight[k]));
    if (largest == 0) return 0;
    (void)frexp(largest, &exponent); /* largest < 2^exponent */
    shift = WEIGHT_BITS - exponent - bits_of(count);
    sum = scaled(weight, count, shift, out);
    return scaled(weight, count, shift + WEIGHT_BITS - bits_of(sum + count), out);
}

static ent_status fill_weights(enti_portfolios *p, const double *weight, ent_error *err) {
    uint64_t *fixed;
    if (weight == NULL) return ENT_OK;
    for (size_t k = 0; k < p->columns; k++)
        if (isinf(weight[k]) || weight[k] < 0)
            return ent_fail(err, ENT_E_RANGE, "weight of column %zu is %g, expected 0 or more, or NaN for unknown",
                            k + 1, weight[k]);
    fixed = enti_arena_alloc(&p->arena, p->words * 64 + 1, sizeof *fixed);
    p->mass = enti_arena_alloc(&p->arena, p->words * BYTES * BYTE_VALUES + 1, sizeof *p->mass);
    if (fixed == NULL || p->mass == NULL) return enti_no_memory(err);
    p->total = fixed_weights(weight, p->columns, fixed);
    for (size_t byte = 0; byte < p->words * BYTES; byte++)
        for (size_t v = 1; v < BYTE_VALUES; v++)
            p->mass[byte * BYTE_VALUES + v] =
                p->mass[byte * BYTE_VALUES + (v & (v - 1))] + fixed[byte * 8 + (size_t)__builtin_ctzll(v)];
    return ENT_OK;
}

ent_status enti_portfolios_init(enti_portfolios *p, const ent_portfolios *m, ent_error *err) {
    ent_status st = ENT_OK;
    size_t sets;
    *p = (enti_portfolios){.rows = 0};
    ENT_TRY(check_shape(m, err));
    p->rows = m->rows;
    p->columns = m->columns;
    p->words = (m->columns + 63) / 64;
    p->categories = (size_t)m->categories;
    sets = p->rows * p->categories;
    p->count = enti_arena_alloc(&p->arena, sets + 1, sizeof *p->count);
    p->bits = enti_arena_alloc(&p->arena, sets + 1, (p->words + 1) * sizeof *p->bits);
    if (p->count == NULL || p->bits == NULL) return enti_no_memory(err);
    ENT_TRY(fill_sets(p, m, err));
    ENT_TRY(fill_weights(p, m->weight, err));
done:
    return st;
}

void enti_portfolios_clear(enti_portfolios *p) {
    enti_arena_clear(&p->arena);
    *p = (enti_portfolios){.rows = 0};
}

/* Weight of the columns of word w that are in `set`. */
INLINED uint64_t mass_of(const enti_portfolios *p, size_t w, uint64_t set) {
    const uint64_t *mass = p->mass + w * BYTES * BYTE_VALUES;
    uint64_t sum = 0;
    for (size_t b = 0; b < BYTES; b++)
        sum += mass[b * BYTE_VALUES + ((set >> (8 * b)) & 0xff)];
    return sum;
}

/* What the margins say once the cells without a 0 are counted. */
INLINED void fill_zeros(const enti_portfolios *p, size_t i, size_t j, size_t categories, enti_pair_table *t) {
    const uint32_t *row = p->count + i * p->categories, *column = p->count + j * p->categories;
    uint32_t zero = row[0];
    for (size_t a = 1; a < categories; a++) {
        uint32_t by_row = 0, by_column = 0;
        for (size_t b = 1; b < categories; b++) {
            by_row += t->n[a][b];
            by_column += t->n[b][a];
        }
        t->n[a][0] = row[a] - by_row;
        t->n[0][a] = column[a] - by_column;
        zero -= t->n[0][a];
    }
    t->n[0][0] = zero;
}

/* Counts the columns of word w whose values lie d apart; returns their set. Cells with a 0 wait for the margins. */
INLINED uint64_t tally_apart(const uint64_t *x, const uint64_t *z, size_t words, size_t categories, size_t d,
                             bool complete, enti_pair_table *t) {
    uint64_t set = 0;
    for (size_t low = 0; low + d < categories; low++) {
        size_t high = low + d;
        uint64_t one = x[low * words] & z[high * words], other = x[high * words] & z[low * words];
        set |= one | other;
        if (complete && low == 0) continue;
        t->n[low][high] += (uint32_t)__builtin_popcountll(one);
        if (d > 0) t->n[high][low] += (uint32_t)__builtin_popcountll(other);
    }
    return set;
}

/* `categories` and `complete` are constants where it matters, so that the loops over values unroll. */
INLINED void tally(const enti_portfolios *p, size_t i, size_t j, size_t categories, bool complete, enti_pair_table *t) {
    const uint64_t *x = p->bits + i * categories * p->words, *z = p->bits + j * categories * p->words;
    t->categories = categories;
    t->weights = p->mass != NULL;
    for (size_t a = 0; a < categories; a++) {
        t->apart[a] = 0;
        for (size_t b = 0; b < categories; b++)
            t->n[a][b] = 0;
    }
    for (size_t w = 0; w < p->words; w++)
        for (size_t d = 0; d < categories; d++) {
            uint64_t set = tally_apart(x + w, z + w, p->words, categories, d, complete, t);
            if (t->weights && set != 0 && (d > 0 || !complete)) t->apart[d] += mass_of(p, w, set);
        }
    if (!complete) return;
    fill_zeros(p, i, j, categories, t);
    t->apart[0] = p->total;
    for (size_t d = 1; d < categories; d++)
        t->apart[0] -= t->apart[d];
}

/* The pair with this number. Exact for any number of rows a matrix can have; see ent_similarity_pair_at. */
static void pair_of(size_t n, size_t pair, size_t *i, size_t *j) {
    size_t left = pair, row = 0;
    while (left >= n - 1 - row)
        left -= n - 1 - row++;
    *i = row;
    *j = row + 1 + left;
}

COUNTING void enti_pair_table_of(const enti_portfolios *p, size_t i, size_t j, enti_pair_table *table) {
    tally(p, i, j, p->categories, p->complete, table);
}

COUNTING void enti_pair_tables(const enti_portfolios *p, size_t first, size_t last, enti_table_taker take,
                               void *context) {
    enti_pair_table table;
    size_t i, j;
    if (first >= last) return;
    pair_of(p->rows, first, &i, &j);
    for (size_t pair = first; pair < last; pair++) {
        if (p->categories == 4 && p->complete)
            tally(p, i, j, 4, true, &table);
        else if (p->complete)
            tally(p, i, j, p->categories, true, &table);
        else
            tally(p, i, j, p->categories, false, &table);
        take(context, pair, &table);
        if (++j == p->rows) j = ++i + 1;
    }
}
