/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente version: of the program and of the data it answers from. */
#include "commands.h"
#include "data.h"

cli_exit cli_cmd_version(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE)
        status = cli_print(run, "entente %s\ndata: %s, %d to %d\n", ent_version(), ent_world_label(data.world),
                           ent_world_first_year(data.world), ent_world_last_year(data.world));
    cli_data_clear(&data);
    return status;
}
