/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Did you mean": the nearest of some known words. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

/* Keeps the nearer of two candidates. Start with best = NULL. */
typedef struct cli_nearest {
    const char *best;
    size_t distance;
} cli_nearest;

void cli_suggest(cli_nearest *nearest, const char *typed, const char *known);

#endif
