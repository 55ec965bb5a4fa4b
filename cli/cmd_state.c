/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente state [NAME]: what is known of a state's names, codes and membership; without a name, all of a year. */
#include "commands.h"
#include "data.h"

cli_exit cli_cmd_state(cli_run *run) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_error error = {0};
    ent_entity state;
    cli_data data;
    ent_status answer = ENT_OK;
    cli_exit status = cli_data_open(run, &data);

    if (status == CLI_DONE && o->operands_count > 1) {
        /* Lists of members reach further back than the rest of the data, so any year may be asked for. */
        status = cli_data_state(run, &data, o->operands[1], o->year, &state);
        if (status == CLI_DONE)
            answer =
                ent_report_state(data.world, state.code, o->year, &layout, &run->report, &run->report_size, &error);
    } else if (status == CLI_DONE) {
        int year = o->year == ENT_MISSING ? ent_world_last_year(data.world) : o->year;
        answer = ent_report_states(data.world, year, &layout, &run->report, &run->report_size, &error);
    }
    if (answer != ENT_OK) status = cli_fail_with(&error);
    cli_data_clear(&data);
    return status;
}
