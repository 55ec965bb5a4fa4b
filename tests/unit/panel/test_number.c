/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as text: short where they are short, and always the same number when read back. */
#include "panel/number.h"
#include "support/fixture.h"

static void expect(double value, const char *text) {
    char out[32];
    size_t size = enti_number_put(out, value);
    out[size] = 0;
    assert_string_equal(out, text);
}

static void test_short(void **state) {
    (void)state;
    expect(0, "0");
    expect(-1, "-1");
    expect(0.1, "0.1");
    expect(-0.25, "-0.25");
    expect(1972.5, "1972.5");
    expect(0.039697491, "0.039697491");
    expect(1e14, "100000000000000");
    expect(123456789012345.0, "123456789012345");
    expect(0.00001, "0.00001");
    expect(1e-7, "1e-07");
    expect(1e300, "1e+300");
    expect(1.0 / 3, "0.3333333333333333");
    expect(2.0 / 3, "0.6666666666666666");
    expect(0.1 + 0.2, "0.30000000000000004");
    expect(0.5, "0.5");
    expect(9007199254740993.0, "9007199254740992");
}

static void test_integers(void **state) {
    char out[32];
    (void)state;
    assert_int_equal(enti_integer_put(out, -32767), 6);
    assert_memory_equal(out, "-32767", 6);
    assert_int_equal(enti_integer_put(out, 0), 1);
    assert_memory_equal(out, "0", 1);
}

/* Numbers of every size, and decimals of every length. */
static void test_reads_back(void **state) {
    uint64_t x = 88172645463325252u;
    size_t longest = 0;
    (void)state;
    for (int i = 0; i < 300000; i++) {
        char out[32], plain[32];
        double value;
        size_t size;
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        value = (double)(x >> 11) * 0x1p-53 * pow(10, (double)(x % 31) - 12);
        if (i % 3 == 0) value = (double)(x % 1000000007) / pow(10, (double)(x % 9));
        if (i % 5 == 0) value = -log(1 + fabs(value));
        size = enti_number_put(out, value);
        assert_true(size < 32);
        out[size] = 0;
        if (strtod(out, NULL) != value) fail_msg("%.17g became %s", value, out);
        if (size > longest) longest = size;
        if (i % 50 != 0) continue;
        for (int digits = 1; digits <= 17; digits++) { /* no shorter decimal of printf reads back */
            (void)snprintf(plain, sizeof plain, "%.*e", digits - 1, value);
            if (strtod(plain, NULL) != value) continue;
            size_t found = 0;
            bool leading = true;
            for (const char *p = out; *p != 0 && *p != 'e'; p++) {
                if (*p < '0' || *p > '9' || (leading && *p == '0')) continue;
                leading = false;
                found++;
            }
            for (const char *p = out + strcspn(out, "e"); p > out && strchr(out, '.') == NULL && p[-1] == '0'; p--)
                found--; /* zeros that hold a place */
            if (found > (size_t)digits) fail_msg("%s has %zu digits where %d do", out, found, digits);
            break;
        }
    }
    assert_true(longest >= 19);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_reads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
