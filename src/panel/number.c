/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Most figures of a panel are decimals of few digits. If m / 10^k is the number for a whole m below 2^53, the decimal m
 * shifted by k places reads back as it, because such a quotient is rounded once, as reading it is; the least such k
 * gives the fewest digits. Computed figures need 16 or 17: the number times 10^k is had exactly, as a product and its
 * rounding error (fma), so the nearest whole number is certain, and so is whether it lies within half a unit of the
 * number's last place. Very large and very small numbers go through printf.
 */
#include "panel/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 21 };

static const double power[PLACES + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10,
                                         1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21};

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

/* Places of the digits of a whole number shifted by k, without zeros at the end. */
static size_t put_shifted(char *out, unsigned long long whole, size_t k) {
    char digits[24];
    size_t count = put_digits(digits, whole, k + 1), n = count - k;
    while (k > 0 && digits[count - 1] == '0') {
        count--;
        k--;
    }
    memcpy(out, digits, n);
    if (k == 0) return n;
    out[n] = '.';
    memcpy(out + n + 1, digits + n, k);
    return n + 1 + k;
}

/* The whole number nearest to size * 10^k, and how far from it the product lies; the product is below 2^57. */
static long long nearest(double size, size_t k, double *apart) {
    double product = size * power[k], rest = fma(size, power[k], -product);
    double whole = nearbyint(product), off = (product - whole) + rest, more = nearbyint(off);
    *apart = fabs(off - more);
    return (long long)whole + (long long)more;
}

/* 16 digits where they read back, else 17; size is from 1e-5 to below 1e15. */
static size_t put_long(char *out, double size) {
    double apart, half;
    int exponent;
    size_t k = 16; /* 16 digits: 10^15 <= size * 10^k < 10^16 */
    double mantissa = frexp(size, &exponent);
    long long whole;
    while (k > 0 && size * power[k] >= 1e16)
        k--;
    while (k < PLACES && size * power[k] < 1e15)
        k++;
    if (k == PLACES || mantissa == 0.5) return put_general(out, size); /* below a power of two the gap is narrower */
    whole = nearest(size, k, &apart);
    half = ldexp(1, exponent - 54) * power[k];
    if (apart > half * (1 - 1e-9)) whole = nearest(size, ++k, &apart);
    return put_shifted(out, (unsigned long long)whole, k);
}

size_t enti_number_put(char out[32], double value) {
    const double limit = 9007199254740992.0; /* 2^53 */
    double size = fabs(value);
    size_t sign = value < 0;
    if (size > 0 && (size < 1e-5 || size >= 1e15)) return put_general(out, value); /* shorter with an exponent */
    if (sign) *out = '-';
    for (size_t k = 0; k <= PLACES && size * power[k] < limit; k++) {
        double m = nearbyint(size * power[k]);
        if (m / power[k] == size) return sign + put_shifted(out + sign, (unsigned long long)m, k);
    }
    return sign + put_long(out + sign, size);
}
