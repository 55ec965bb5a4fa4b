/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Similarity of made matrices of every kind (2 to 8 categories, one to several words of columns, with and without missing
 * cells): equal to the plain definitions, within the range, the same bits for (i,j) and (j,i), for states and columns in
 * another order, and however the pairs are cut into ranges.
 */
#include "measures/similarity.h"
#include "support/fixture.h"
#include "support/naive_similarity.h"

static uint64_t seed;

static unsigned draw(unsigned below) {
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % below;
}

typedef struct {
    ent_portfolios matrix;
    uint8_t *value;
    double *weight, *out;
} case_of;

static case_of make(size_t rows, size_t columns, int categories, bool holes) {
    case_of c = {.value = malloc(rows * columns + 1), .weight = malloc((columns + 1) * sizeof(double))};
    c.out = malloc((ent_similarity_pairs(rows) + 1) * ENTI_SIMILARITIES * sizeof *c.out);
    assert_true(c.value != NULL && c.weight != NULL && c.out != NULL);
    for (size_t k = 0; k < rows * columns; k++) /* half of the cells are 0 */
        c.value[k] = (uint8_t)(holes && draw(5) == 0 ? ENT_SIMILARITY_MISSING
                               : draw(2) == 0        ? 0
                                                     : draw((unsigned)categories));
    for (size_t k = 0; k < columns; k++)
        c.weight[k] = draw(9) == 0 ? NAN : draw(9) == 0 ? 0 : (double)(draw(1000000) + 1) * 1e-7;
    c.matrix = (ent_portfolios){.rows = rows,
                                .columns = columns,
                                .categories = categories,
                                .value = c.value,
                                .weight = c.weight,
                                .self = ENT_SELF_GIVEN};
    return c;
}

static void measure(case_of *c) {
    ent_error err = {.status = ENT_OK};
    must(ent_similarity_matrix(&c->matrix, c->out, &err), &err);
}

static void drop(case_of *c) {
    free(c->value);
    free(c->weight);
    free(c->out);
}

static const double *of_pair(const case_of *c, size_t i, size_t j) {
    return c->out + ent_similarity_pair_at(c->matrix.rows, i, j) * ENTI_SIMILARITIES;
}

static void check_definitions(const case_of *c) {
    size_t columns = c->matrix.columns;
    for (size_t i = 0; i < c->matrix.rows; i++)
        for (size_t j = i + 1; j < c->matrix.rows; j++) {
            naive_pair p = {c->value + i * columns, c->value + j * columns, columns, c->matrix.categories, c->weight};
            for (size_t m = 0; m < ENTI_SIMILARITIES; m++) {
                const ent_similarity_measure *measure = ent_similarity_at(m);
                double found = of_pair(c, i, j)[m], expected = naive_similarity(&p, measure->id);
                if (isnan(expected) != isnan(found) || fabs(expected - found) > 1e-12 || found < measure->low ||
                    found > measure->high)
                    fail_msg("%s of %zu, %zu: expected %.17g, found %.17g", measure->id, i, j, expected, found);
            }
        }
}

static void check_same_bits(const double *a, const double *b, const char *what) {
    if (memcmp(a, b, ENTI_SIMILARITIES * sizeof *a) != 0) fail_msg("other bits %s", what);
}

static void check_either_order(const case_of *c) {
    enti_portfolios p;
    ent_error err = {.status = ENT_OK};
    must(enti_portfolios_init(&p, &c->matrix, &err), &err);
    for (size_t i = 0; i < p.rows; i++)
        for (size_t j = 0; j < p.rows; j++) {
            double out[ENTI_SIMILARITIES];
            if (i == j) continue;
            enti_similarity_pair(&p, i, j, out);
            check_same_bits(out, of_pair(c, i, j), "asked one pair at a time, in either order");
        }
    enti_portfolios_clear(&p);
}

static void shuffle(size_t *order, size_t n) {
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    for (size_t i = n; i > 1; i--) {
        size_t k = draw((unsigned)i), kept = order[i - 1];
        order[i - 1] = order[k];
        order[k] = kept;
    }
}

static void check_shuffled(const case_of *c) {
    size_t rows = c->matrix.rows, columns = c->matrix.columns, row[64], column[512];
    case_of other = make(rows, columns, c->matrix.categories, false);
    assert_true(rows <= 64 && columns <= 512);
    shuffle(row, rows);
    shuffle(column, columns);
    for (size_t k = 0; k < columns; k++)
        other.weight[k] = c->weight[column[k]];
    for (size_t i = 0; i < rows; i++)
        for (size_t k = 0; k < columns; k++)
            other.value[i * columns + k] = c->value[row[i] * columns + column[k]];
    measure(&other);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = i + 1; j < rows; j++)
            check_same_bits(of_pair(&other, i, j), of_pair(c, row[i], row[j]),
                            "with rows and columns in another order");
    drop(&other);
}

static void test_made(void **state) {
    static const size_t widths[] = {1, 2, 5, 63, 64, 65, 200, 321};
    (void)state;
    seed = 1999;
    for (int categories = 2; categories <= 8; categories++)
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
            for (int holes = 0; holes < 2; holes++) {
                case_of c = make(w % 2 == 0 ? 11 : 18, widths[w], categories, holes);
                measure(&c);
                check_definitions(&c);
                check_either_order(&c);
                check_shuffled(&c);
                drop(&c);
            }
}

/* Enough pairs that several threads share them: the same bits as one pair at a time. */
static void test_threads(void **state) {
    case_of c;
    (void)state;
    seed = 2011;
    c = make(260, 97, 4, false);
    measure(&c);
    check_either_order(&c);
    drop(&c);
}

/* Weights count by their shares only, up to what fits a double. */
static void test_scale(void **state) {
    static const double scales[] = {0x1p-1000, 0x1p-3, 0x1p40, 0x1p1000};
    case_of c, other;
    (void)state;
    seed = 1945;
    c = make(9, 70, 4, false);
    measure(&c);
    seed = 1945;
    other = make(9, 70, 4, false);
    for (size_t s = 0; s < sizeof scales / sizeof *scales; s++) {
        for (size_t k = 0; k < 70; k++)
            other.weight[k] = c.weight[k] * scales[s];
        measure(&other);
        for (size_t i = 0; i < 9; i++)
            for (size_t j = i + 1; j < 9; j++)
                check_same_bits(of_pair(&other, i, j), of_pair(&c, i, j), "with weights in another unit");
    }
    drop(&c);
    drop(&other);
}

/* tau-b of the plain program is itself read off a table: here all pairs of columns. */
static void test_tau_by_pairs(void **state) {
    size_t tau = ent_similarity_find("tau_b");
    case_of c;
    (void)state;
    seed = 1938;
    c = make(12, 40, 4, true);
    measure(&c);
    for (size_t i = 0; i < 12; i++)
        for (size_t j = i + 1; j < 12; j++) {
            const uint8_t *x = c.value + i * 40, *z = c.value + j * 40;
            double order = 0, untied_x = 0, untied_z = 0;
            for (size_t k = 0; k < 40; k++)
                for (size_t l = k + 1; l < 40; l++) {
                    if (x[k] > 8 || z[k] > 8 || x[l] > 8 || z[l] > 8) continue;
                    order += ((x[k] > x[l]) - (x[k] < x[l])) * ((z[k] > z[l]) - (z[k] < z[l]));
                    untied_x += x[k] != x[l];
                    untied_z += z[k] != z[l];
                }
            assert_true(untied_x > 0 && untied_z > 0);
            if (fabs(of_pair(&c, i, j)[tau] - order / sqrt(untied_x * untied_z)) > 1e-14) fail_msg("%zu, %zu", i, j);
        }
    drop(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_made), cmocka_unit_test(test_threads),
                                       cmocka_unit_test(test_scale), cmocka_unit_test(test_tau_by_pairs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
