/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers by counter: the published answer of Philox 4x32-10, range, moments, and streams that never meet. */
#include "base/random.h"
#include "support/fixture.h"

enum { MANY = 20000 };

/* Counter and key of zeros give 6627e8d5 e169c58d bc57ac4c 9b00dbd8 (Random123 1.x, tests/kat_vectors). */
static void test_known_answer(void **state) {
    double u[2];
    (void)state;
    enti_uniform2(0, (enti_purpose)0, 0, 0, u);
    assert_true(u[0] == ((double)(UINT64_C(0x6627e8d5e169c58d) >> 11) + 0.5) * 0x1p-53);
    assert_true(u[1] == ((double)(UINT64_C(0xbc57ac4c9b00dbd8) >> 11) + 0.5) * 0x1p-53);
}

static void test_uniform(void **state) {
    double sum = 0, squares = 0, least = 1, most = 0;
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        double u[2];
        enti_uniform2(42, ENTI_RANDOM_PARAMETERS, i, 0, u);
        for (int k = 0; k < 2; k++) {
            assert_true(u[k] > 0 && u[k] < 1);
            sum += u[k];
            squares += u[k] * u[k];
            least = fmin(least, u[k]);
            most = fmax(most, u[k]);
        }
    }
    assert_true(fabs(sum / (2 * MANY) - 0.5) < 0.006); /* four standard errors */
    assert_true(fabs(squares / (2 * MANY) - 1.0 / 3) < 0.006);
    assert_true(least < 0.001 && most > 0.999);
}

static void test_normal(void **state) {
    double sum[2] = {0, 0}, squares[2] = {0, 0}, product = 0;
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        double z[2];
        enti_normal2(7, ENTI_RANDOM_PARAMETERS, 3, i, z);
        for (int k = 0; k < 2; k++) {
            assert_true(isfinite(z[k]));
            sum[k] += z[k];
            squares[k] += z[k] * z[k];
        }
        product += z[0] * z[1];
    }
    for (int k = 0; k < 2; k++) {
        assert_true(fabs(sum[k] / MANY) < 0.03);
        assert_true(fabs(squares[k] / MANY - 1) < 0.04);
    }
    assert_true(fabs(product / MANY) < 0.03);
}

/* Every part of the key counts, and only the key: the order of asking does not. */
static void test_streams(void **state) {
    static const struct {
        uint64_t seed;
        uint32_t item, index;
    } key[] = {{1, 0, 0}, {2, 0, 0}, {UINT64_C(1) << 32, 0, 0}, {1, 1, 0}, {1, 0, 1}, {1, 0, UINT32_MAX}, {0, 0, 0}};
    enum { KEYS = sizeof key / sizeof *key };
    double first[KEYS][2], again[2];
    (void)state;
    for (int k = 0; k < KEYS; k++)
        enti_uniform2(key[k].seed, ENTI_RANDOM_PARAMETERS, key[k].item, key[k].index, first[k]);
    for (int k = KEYS - 1; k >= 0; k--) {
        enti_uniform2(key[k].seed, ENTI_RANDOM_PARAMETERS, key[k].item, key[k].index, again);
        assert_memory_equal(again, first[k], sizeof again);
        for (int other = 0; other < k; other++)
            assert_true(first[k][0] != first[other][0]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_known_answer), cmocka_unit_test(test_uniform),
                                       cmocka_unit_test(test_normal), cmocka_unit_test(test_streams)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
