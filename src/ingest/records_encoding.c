/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8, and the one-byte encoding that older archives use instead.
 * A published file does not say which of the two it is. Text in Windows-1252 with a letter beyond ASCII is almost
 * never well-formed UTF-8, since such a letter would have to be followed by one or more signs like "¼" or "©". So a
 * field that is not UTF-8 is read as Windows-1252 (of which Latin-1 is a part), field by field: no decision about the
 * whole file is needed before its end is seen, a file put together from both is read right, and one damaged
 * byte in a UTF-8 file spoils its own field only. The five bytes Windows-1252 leaves open stand for themselves. */
#include "ingest/records_parts.h"

#include <string.h>

static uint64_t load(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

bool enti_is_ascii(const char *text, size_t size) {
    static const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
    uint64_t found = 0;
    size_t i = 0;
    for (; size - i >= 8; i += 8) {
        uint64_t word = load(text + i);
        found |= word | (word - ones); /* a zero byte borrows, as does nothing else below 0x80 */
    }
    if ((found & tops) != 0) return false;
    for (; i < size; i++)
        if (text[i] == 0 || (unsigned char)text[i] >= 0x80) return false;
    return true;
}

/* Length of the well-formed sequence at `at`, which has `left` bytes; 0 when it is not one. Ranges of the second byte:
 * Unicode standard, table 3-7. */
static size_t sequence_length(const unsigned char *at, size_t left) {
    unsigned char low = 0x80, high = 0xBF;
    size_t length = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    if (at[0] == 0 || (at[0] >= 0x80 && at[0] < 0xC2) || at[0] > 0xF4 || length > left) return 0;
    if (length == 1) return 1;
    if (at[0] == 0xE0) low = 0xA0;
    if (at[0] == 0xED) high = 0x9F;
    if (at[0] == 0xF0) low = 0x90;
    if (at[0] == 0xF4) high = 0x8F;
    if (at[1] < low || at[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if (at[i] < 0x80 || at[i] > 0xBF) return 0;
    return length;
}

bool enti_is_utf8(const char *text, size_t size) {
    const unsigned char *at = (const unsigned char *)text;
    for (size_t i = 0, length; i < size; i += length) {
        length = sequence_length(at + i, size - i);
        if (length == 0) return false;
    }
    return true;
}

size_t enti_utf8_from_1252(const char *text, size_t size, char *out) {
    static const uint16_t upper[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    unsigned char *to = (unsigned char *)out;
    for (size_t i = 0; i < size; i++) {
        unsigned c = (unsigned char)text[i];
        if (c >= 0x80 && c < 0xA0) c = upper[c - 0x80];
        if (c < 0x80) {
            *to++ = (unsigned char)c;
        } else if (c < 0x800) {
            *to++ = (unsigned char)(0xC0 | c >> 6);
            *to++ = (unsigned char)(0x80 | (c & 0x3F));
        } else {
            *to++ = (unsigned char)(0xE0 | c >> 12);
            *to++ = (unsigned char)(0x80 | (c >> 6 & 0x3F));
            *to++ = (unsigned char)(0x80 | (c & 0x3F));
        }
    }
    *to = 0;
    return (size_t)((char *)to - out);
}
