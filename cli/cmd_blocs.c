/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente blocs: which blocs does a year have? */
#include "commands.h"
#include "data.h"

cli_exit cli_cmd_blocs(cli_run *run) {
    (void)run;
    return CLI_FAILED;
}
