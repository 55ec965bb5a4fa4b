/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Portfolios as sets of columns, one per value, so that a pair is compared with a few words of bits (pair_table.c).
 * Weights are whole numbers, 2^-62 of their sum, so that sums of them are exact: no order of columns or threads can move
 * a bit, and what rounding them costs, 2^-62 a column, is below the last bit of a double for any matrix of states.
 */
#include "measures/similarity.h"

#include <math.h>

enum { WEIGHT_BITS = 62 };

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
            size_t set = i * p->room + value;
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
    p->mass = enti_arena_alloc(&p->arena, p->words * ENTI_WORD_BYTES * ENTI_BYTE_VALUES + 1, sizeof *p->mass);
    if (fixed == NULL || p->mass == NULL) return enti_no_memory(err);
    p->total = fixed_weights(weight, p->columns, fixed);
    for (size_t byte = 0; byte < p->words * ENTI_WORD_BYTES; byte++)
        for (size_t v = 1; v < ENTI_BYTE_VALUES; v++)
            p->mass[byte * ENTI_BYTE_VALUES + v] =
                p->mass[byte * ENTI_BYTE_VALUES + (v & (v - 1))] + fixed[byte * 8 + (size_t)__builtin_ctzll(v)];
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
    p->room = p->categories <= 4 ? 4 : ENTI_CATEGORIES;
    sets = p->rows * p->room;
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
