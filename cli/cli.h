/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every command shares: the parsed command line, the answer before it is written. */
#ifndef CLI_H
#define CLI_H

#include "exit.h"
#include "options.h"

#include <entente/base.h>
#include <stddef.h>

/* Text that grows; a zeroed one is empty. Freed with free. */
typedef struct cli_text {
    char *at;
    size_t size;
} cli_text;

/* One run of the program. A command makes its whole answer first; main writes it once, when all went well. */
typedef struct cli_run {
    cli_options options;
    char *report; /* answer laid out by the library, freed with ent_free */
    size_t report_size;
    cli_text printed; /* answer of the program itself, such as help */
    cli_text notes;   /* for stderr after a successful answer, whole lines */
} cli_run;

/* Appends formatted text to the answer; CLI_FAILED with a message when memory runs out. */
cli_exit cli_print(cli_run *run, const char *format, ...) ENT_PRINTF(2, 3);

/* Adds a note for stderr, shown unless --quiet; whole lines. */
void cli_note(cli_run *run, const char *format, ...) ENT_PRINTF(2, 3);

#endif
