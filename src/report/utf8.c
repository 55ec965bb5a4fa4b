/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Characters and their width: one column, two for Chinese, Japanese and Korean, none for a combining accent. Enough
 * for the names of states; the C library's wcwidth would make the layout depend on the locale of the caller.
 */
#include "report/utf8.h"

#include <stdbool.h>

static bool continues(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

size_t enti_utf8_next(const char *text) {
    const unsigned char *p = (const unsigned char *)text;
    if (p[0] == 0) return 0;
    if (p[0] < 0x80) return 1;
    if (p[0] >= 0xC2 && p[0] <= 0xDF) return continues(p[1]) ? 2 : 0;
    if (p[0] >= 0xE0 && p[0] <= 0xEF) {
        if (p[0] == 0xE0 && p[1] < 0xA0) return 0;  /* longer than needed */
        if (p[0] == 0xED && p[1] >= 0xA0) return 0; /* half of a surrogate pair */
        return continues(p[1]) && continues(p[2]) ? 3 : 0;
    }
    if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        if (p[0] == 0xF0 && p[1] < 0x90) return 0;
        if (p[0] == 0xF4 && p[1] >= 0x90) return 0; /* beyond U+10FFFF */
        return continues(p[1]) && continues(p[2]) && continues(p[3]) ? 4 : 0;
    }
    return 0;
}

static unsigned long decode(const unsigned char *p, size_t size) {
    if (size == 2) return (p[0] & 0x1Ful) << 6 | (p[1] & 0x3Ful);
    if (size == 3) return (p[0] & 0x0Ful) << 12 | (p[1] & 0x3Ful) << 6 | (p[2] & 0x3Ful);
    if (size == 4) return (p[0] & 0x07ul) << 18 | (p[1] & 0x3Ful) << 12 | (p[2] & 0x3Ful) << 6 | (p[3] & 0x3Ful);
    return p[0];
}

static int columns_of(unsigned long c) {
    static const struct {
        unsigned long first, last;
        int columns;
    } ranges[] = {
        {0x0300, 0x036F, 0}, /* combining accents */
        {0x1100, 0x115F, 2}, {0x2E80, 0xA4CF, 2}, {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},
        {0xFE30, 0xFE6F, 2}, {0xFF00, 0xFF60, 2}, {0x20000, 0x3FFFD, 2},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last) return ranges[i].columns;
    return 1;
}

int enti_utf8_width(const char *text, size_t size) {
    int width = 0;
    for (size_t i = 0; i < size;) {
        size_t step = enti_utf8_next(text + i);
        width += columns_of(decode((const unsigned char *)text + i, step));
        i += step > 0 ? step : 1;
    }
    return width;
}
