/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most figures of a panel are decimals of few digits. If m / 10^k is the number for a whole m below 2^53, the decimal m
 * shifted by k places reads back as it, because such a quotient is rounded once, as reading it is; the least such k
 * gives the fewest digits. What has no such k goes through printf with 15, 16 or 17 digits.
 */
#include "panel/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 20 };

static const double power[PLACES + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9, 1e10,
                                         1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20};

/* Digits of a whole number below 2^53, at least `least` of them. */
static size_t put_digits(char *out, unsigned long long value, size_t least) {
    char back[24];
    size_t n = 0;
    do {
        back[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0 || n < least);
    for (size_t i = 0; i < n; i++)
        out[i] = back[n - 1 - i];
    return n;
}

size_t enti_integer_put(char out[32], long value) {
    size_t n = 0;
    if (value < 0) out[n++] = '-';
    return n + put_digits(out + n, value < 0 ? 0ULL - (unsigned long long)value : (unsigned long long)value, 1);
}

static size_t put_general(char *out, double value) {
    int size = 0;
    for (int digits = 15; digits <= 17; digits++) {
        size = snprintf(out, 32, "%.*g", digits, value);
        if (strtod(out, NULL) == value) break;
    }
    return (size_t)size;
}

size_t enti_number_put(char out[32], double value) {
    const double limit = 9007199254740992.0; /* 2^53 */
    double size = fabs(value);
    size_t n = 0;
    if (size < 1e-5 && size > 0) return put_general(out, value); /* shorter with an exponent */
    for (int k = 0; k <= PLACES && size * power[k] < limit; k++) {
        double m = nearbyint(size * power[k]);
        unsigned long long whole;
        char digits[24];
        size_t count;
        if (m / power[k] != size) continue;
        whole = (unsigned long long)m;
        if (value < 0) out[n++] = '-';
        count = put_digits(digits, whole, (size_t)k + 1);
        memcpy(out + n, digits, count - (size_t)k);
        n += count - (size_t)k;
        if (k > 0) {
            out[n++] = '.';
            memcpy(out + n, digits + count - (size_t)k, (size_t)k);
            n += (size_t)k;
        }
        return n;
    }
    return put_general(out, value);
}
