/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Subcommands of entente beliefs; each checks nothing that the table in cmd_beliefs.c says. */
#ifndef CLI_CMD_BELIEFS_H
#define CLI_CMD_BELIEFS_H

#include "cli.h"

cli_exit cli_beliefs_code(cli_run *run);
cli_exit cli_beliefs_index(cli_run *run);
cli_exit cli_beliefs_compare(cli_run *run);
cli_exit cli_beliefs_counts(cli_run *run);
cli_exit cli_beliefs_score(cli_run *run);
cli_exit cli_beliefs_review(cli_run *run);
cli_exit cli_beliefs_norms(cli_run *run);
cli_exit cli_beliefs_import(cli_run *run);

#endif
