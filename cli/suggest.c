/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits between two words (Levenshtein); a word counts as near when about a third of it is wrong at most. */
#include "suggest.h"

#include <string.h>

enum { LONGEST = 32 };

static size_t edits(const char *a, const char *b) {
    size_t row[LONGEST + 1], n = strlen(a), m = strlen(b);
    if (n > LONGEST || m > LONGEST) return LONGEST + 1;
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t least = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            if (row[j] + 1 < least) least = row[j] + 1;
            if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
            row[j] = least;
        }
    }
    return row[m];
}

void cli_suggest(cli_nearest *nearest, const char *typed, const char *known) {
    size_t length = strlen(typed), distance = edits(typed, known);
    size_t limit = length / 3 + 1;
    if (length >= 3 && strncmp(typed, known, length) == 0) distance = 1; /* an abbreviation */
    if (distance > limit || (nearest->best != NULL && distance >= nearest->distance)) return;
    nearest->best = known;
    nearest->distance = distance;
}
