/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words, with no more digits than a reader can use; JSON and CSV carry them in full. */
#include "report/words.h"

#include "report/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { CUT = 25 }; /* percentile of support that parts yes from no */

static const char *unknown(char out[ENTI_WORDS]) {
    (void)snprintf(out, ENTI_WORDS, "unknown");
    return out;
}

const char *enti_words_count(char out[ENTI_WORDS], long value) {
    char digits[24];
    size_t size, used = 0;
    if (value == ENT_MISSING) return unknown(out);
    (void)snprintf(digits, sizeof digits, "%ld", value);
    size = strlen(digits);
    for (size_t i = 0; i < size; i++) {
        out[used++] = digits[i];
        if (digits[i] != '-' && i + 1 < size && (size - 1 - i) % 3 == 0) out[used++] = ',';
    }
    out[used] = 0;
    return out;
}

const char *enti_words_ordinal(char out[ENTI_WORDS], long rank) {
    static const char *const ends[] = {"th", "st", "nd", "rd"};
    long last = rank % 10, teen = rank % 100;
    size_t size;
    if (rank == ENT_MISSING) return unknown(out);
    (void)enti_words_count(out, rank);
    size = strlen(out);
    (void)snprintf(out + size, ENTI_WORDS - size, "%s",
                   ends[last <= 3 && last >= 0 && (teen < 11 || teen > 13) ? last : 0]);
    return out;
}

const char *enti_words_percentile(char out[ENTI_WORDS], double value) {
    long rounded;
    if (isnan(value)) return unknown(out);
    rounded = lround(value);
    /* 24.6 must not read as if it had reached the cut. The sentence of an assessment rounds in the same way. */
    if ((value >= CUT) != (rounded >= CUT)) {
        (void)snprintf(out, ENTI_WORDS, "%.1fth", floor(value * 10.0) / 10.0);
        return out;
    }
    return enti_words_ordinal(out, rounded);
}

const char *enti_words_probability(char out[ENTI_WORDS], double value) {
    double percent = value * 100.0;
    if (isnan(value)) return unknown(out);
    if (percent > 0.0 && percent < 0.095)
        (void)snprintf(out, ENTI_WORDS, "under 0.1 %%");
    else if (percent < 9.95 && percent > 0.0)
        (void)snprintf(out, ENTI_WORDS, "%.1f %%", percent);
    else if (percent > 99.5 && percent < 100.0)
        (void)snprintf(out, ENTI_WORDS, "over 99 %%");
    else
        (void)snprintf(out, ENTI_WORDS, "%.0f %%", percent);
    return out;
}

const char *enti_words_signed(char out[ENTI_WORDS], double value) {
    if (isnan(value)) return unknown(out);
    if (fabs(value) < 0.005) value = 0.0; /* no -0.00 */
    (void)snprintf(out, ENTI_WORDS, "%+.2f", value);
    return out;
}

const char *enti_words_number(char out[ENTI_WORDS], double value) {
    if (isnan(value)) return unknown(out);
    if (value == 0.0) value = 0.0;
    (void)snprintf(out, ENTI_WORDS, "%.6g", value);
    return out;
}

const char *enti_words_short(char out[ENTI_WORDS], double value) {
    if (isnan(value)) return unknown(out);
    if (value == 0.0) value = 0.0;
    (void)snprintf(out, ENTI_WORDS, "%.3g", value);
    return out;
}

const char *enti_words_suffix(const char *table) {
    return strncmp(table, "import_", 7) == 0 ? "" : ".csv";
}

const char *enti_words_name(char out[ENTI_WORDS], const ent_entity *entity, int columns) {
    if (enti_utf8_width(entity->name, strlen(entity->name)) <= columns && strlen(entity->name) < ENTI_WORDS)
        (void)snprintf(out, ENTI_WORDS, "%s", entity->name);
    else if (*entity->iso3 != 0)
        (void)snprintf(out, ENTI_WORDS, "%s", entity->iso3);
    else
        (void)snprintf(out, ENTI_WORDS, "COW %d", entity->code);
    return out;
}
