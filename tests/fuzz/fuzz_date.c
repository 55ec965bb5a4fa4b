/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a date: refused by both ends, or read with the first day not after the last, and inside its year. */
#include "world/world.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char *text = malloc(size + 1);
    int32_t first = 0, last = 0;
    bool reads_first, reads_last;
    if (text == NULL) abort();
    if (size > 0) memcpy(text, bytes, size);
    text[size] = 0;
    reads_first = enti_date_first(text, &first);
    reads_last = enti_date_last(text, &last);
    if (reads_first != reads_last || first > last || last - first > 365) abort();
    if (reads_first) {
        int year = atoi(text);
        enti_span span = {.first = first, .last = last};
        if (year < 1 || first < enti_day(year, 1, 1) || last > enti_day(year, 12, 31) ||
            !enti_span_in(&span, year, year))
            abort();
    }
    free(text);
    return 0;
}
