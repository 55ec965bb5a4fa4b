/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of fields as numbers and dates. Most numbers of published files are short decimals, for which one division of
 * exact doubles rounds correctly (Clinger's fast path); the rest goes to strtod. */
#include "ingest/values.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool enti_value_whole(const char *text, int64_t *out) {
    const char *p = text;
    bool minus = *p == '-';
    int64_t value = 0;
    int digits = 0;
    if (*p == '-' || *p == '+') p++;
    for (; *p >= '0' && *p <= '9'; p++) {
        if (++digits > 18) return false;
        value = value * 10 + (*p - '0');
    }
    if (digits == 0) return false;
    if (*p == '.') {
        p++;
        p += strspn(p, "0");
    }
    if (*p != 0) {
        /* 1e+05, which R writes for 100000 */
        double real;
        if (!enti_value_real(text, &real) || real != floor(real) || fabs(real) > 1e15) return false;
        *out = (int64_t)real;
        return true;
    }
    *out = minus ? -value : value;
    return true;
}

/* The shape of a number: sign, digits with one point, exponent. Finds the decimal point's place. */
static bool is_number(const char *text) {
    const char *p = text;
    int digits = 0;
    if (*p == '-' || *p == '+') p++;
    for (; *p >= '0' && *p <= '9'; p++)
        digits++;
    if (*p == '.')
        for (p++; *p >= '0' && *p <= '9'; p++)
            digits++;
    if (digits == 0) return false;
    if (*p == 'e' || *p == 'E') {
        p++;
        if (*p == '-' || *p == '+') p++;
        if (*p < '0' || *p > '9') return false;
        p += strspn(p, "0123456789");
    }
    return *p == 0;
}

/* strtod in the C locale, whatever the program's is. */
static bool slow_real(const char *text, double *out) {
    char copy[64];
    const char *point = localeconv()->decimal_point;
    const char *dot = strchr(text, '.');
    char *end;
    int size;
    if (!is_number(text)) return false;
    if (dot == NULL || strcmp(point, ".") == 0) {
        *out = strtod(text, &end);
        return *end == 0 && isfinite(*out);
    }
    size = snprintf(copy, sizeof copy, "%.*s%s%s", (int)(dot - text), text, point, dot + 1);
    if (size < 0 || (size_t)size >= sizeof copy) return false;
    *out = strtod(copy, &end);
    return *end == 0 && isfinite(*out);
}

bool enti_value_real(const char *text, double *out) {
    static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char *p = text;
    bool minus = *p == '-';
    uint64_t digits = 0;
    int count = 0, behind = 0;
    if (*p == '-' || *p == '+') p++;
    for (; *p >= '0' && *p <= '9' && count < 16; p++, count++)
        digits = digits * 10 + (uint64_t)(*p - '0');
    if (*p == '.')
        for (p++; *p >= '0' && *p <= '9' && count < 16; p++, count++, behind++)
            digits = digits * 10 + (uint64_t)(*p - '0');
    if (*p != 0 || count == 0 || digits > (UINT64_C(1) << 53)) return slow_real(text, out);
    *out = (double)digits / tens[behind];
    if (minus) *out = -*out;
    return true;
}

static int days_of(int64_t year, int64_t month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool enti_value_date(int64_t year, int64_t month, int64_t day, char out[ENTI_DATE_ROOM]) {
    int size;
    if (year < 1000 || year > 9999) return false;
    if (month == ENT_MISSING || month == 0) {
        size = snprintf(out, ENTI_DATE_ROOM, "%04d", (int)year);
        return size > 0;
    }
    if (month < 1 || month > 12) return false;
    if (day == ENT_MISSING || day == 0) {
        size = snprintf(out, ENTI_DATE_ROOM, "%04d-%02d", (int)year, (int)month);
        return size > 0;
    }
    if (day < 1 || day > days_of(year, month)) return false;
    size = snprintf(out, ENTI_DATE_ROOM, "%04d-%02d-%02d", (int)year, (int)month, (int)day);
    return size > 0;
}

/* `count` digits as a number; -1 for anything else. */
static int64_t digits_of(const char *text, size_t count) {
    int64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool enti_value_date_text(const char *text, char out[ENTI_DATE_ROOM]) {
    size_t size = strlen(text);
    bool parted = size > 4 && text[4] == '-';
    size_t step = parted ? 1 : 0;
    int64_t year, month = ENT_MISSING, day = ENT_MISSING;
    if (size > 5 && text[4] == '.' && strspn(text + 5, "0") == size - 5) size = 4; /* 1949.0 */
    if (parted ? size != 7 && size != 10 : size != 4 && size != 6 && size != 8) return false;
    if (parted && size == 10 && text[7] != '-') return false;
    year = digits_of(text, 4);
    if (size > 4) month = digits_of(text + 4 + step, 2);
    if (size > 7) day = digits_of(text + 6 + 2 * step, 2);
    if (size > 4 && month == 0) return false;
    return enti_value_date(year, month, day, out);
}

int64_t enti_value_date_key(const char *iso) {
    int64_t key = digits_of(iso, 4) * 10000;
    if (iso[4] == '-') {
        key += digits_of(iso + 5, 2) * 100;
        if (iso[7] == '-') key += digits_of(iso + 8, 2);
    }
    return key;
}

bool enti_value_listed(const char *list, const char *word) {
    double number = 0, other;
    size_t length = strlen(word);
    bool numeric = (*word == '-' || (*word >= '0' && *word <= '9')) && enti_value_real(word, &number);
    if (list == NULL) return false;
    for (const char *p = list; *p != 0;) {
        size_t size = strcspn(p, " ");
        char entry[32];
        if (size == length && memcmp(p, word, size) == 0) return true;
        if (numeric && size > 0 && size < sizeof entry) {
            memcpy(entry, p, size);
            entry[size] = 0;
            if (enti_value_real(entry, &other) && other == number) return true;
        }
        p += size;
        p += strspn(p, " ");
    }
    return false;
}
