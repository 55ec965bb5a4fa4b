/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands: dispatch, help and docs/cli.md are all read from it. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli.h"

typedef struct cli_command {
    const char *name, *group, *summary; /* summary: one line, no full stop */
    const char *usage;                  /* without "entente" */
    const char *text;                   /* paragraphs for help, parted by empty lines */
    const char *const *options;         /* names beside the common ones; ends with NULL */
    size_t least, most;                 /* operands after the command's name */
    const char *operands;               /* what completion offers for them: CLI_STATES ...; NULL: nothing */
    const char *expected;               /* what it takes, for errors about the number of operands */
    const char *example;                /* a whole command line that works */
    const char *shown;                  /* how its answer begins; may be NULL */
    const char *reading;                /* and how to read that; may be NULL */
    cli_exit (*run)(cli_run *run);
} cli_command;

extern const cli_command cli_command_table[];  /* ends with a row whose name is NULL */
extern const char *const cli_common_options[]; /* taken by every command; ends with NULL */

/* The row of a name, or NULL. */
const cli_command *cli_command_find(const char *name);

/* Reports that no command is called `name`, with the nearest one. */
cli_exit cli_command_unknown(const char *name);

/* Fails when the options or operands do not belong to the command. */
cli_exit cli_command_check(const cli_command *command, const cli_options *options);

/* Runs the command the options name, after checking that its options and operands fit. */
cli_exit cli_command_run(cli_run *run);

cli_exit cli_cmd_assess(cli_run *run);
cli_exit cli_cmd_audit(cli_run *run);
cli_exit cli_cmd_partners(cli_run *run);
cli_exit cli_cmd_blocs(cli_run *run);
cli_exit cli_cmd_landscape(cli_run *run);
cli_exit cli_cmd_wedge(cli_run *run);
cli_exit cli_cmd_durability(cli_run *run);
cli_exit cli_cmd_institution(cli_run *run);
cli_exit cli_cmd_tie(cli_run *run);
cli_exit cli_cmd_panel(cli_run *run);
cli_exit cli_cmd_measure(cli_run *run);
cli_exit cli_cmd_rerun(cli_run *run);
cli_exit cli_cmd_beliefs(cli_run *run);
cli_exit cli_cmd_cite(cli_run *run);
cli_exit cli_cmd_state(cli_run *run);
cli_exit cli_cmd_data(cli_run *run);
cli_exit cli_cmd_help(cli_run *run);
cli_exit cli_cmd_version(cli_run *run);

/* The exit statuses and the variables of the environment, one a line, name and meaning parted by blanks. */
extern const char cli_statuses[], cli_environment[];

cli_exit cli_print_man(cli_run *run);        /* the manual page, roff */
cli_exit cli_print_completion(cli_run *run); /* completions for the shell that the options name */

#endif
