/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the program ends: one status for each kind of end, one line for each failure. */
#ifndef CLI_EXIT_H
#define CLI_EXIT_H

#include <entente/base.h>

typedef enum cli_exit {
    CLI_DONE = 0,
    CLI_FAILED = 1,   /* memory, input or output, stopped by the user, our own mistake */
    CLI_USAGE = 2,    /* unknown command, option or parameter; value out of range; ambiguous name */
    CLI_DATA = 3,     /* data missing or unfit */
    CLI_DIVERGED = 4, /* no convergence */
} cli_exit;

/* Prints "entente: message" as one line on stderr and returns the status. */
cli_exit cli_fail(cli_exit status, const char *format, ...) ENT_PRINTF(2, 3);

/* The same for an error of the library, which decides the status. */
cli_exit cli_fail_with(const ent_error *error);

#endif
