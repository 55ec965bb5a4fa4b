/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente tie A B: everything on record between two states. */
#include "commands.h"
#include "data.h"

static cli_exit tie(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_entity sides[2];
    ent_tie *answer = NULL;
    ent_error error = {0};
    cli_exit status = CLI_DONE;

    for (size_t s = 0; s < 2 && status == CLI_DONE; s++)
        status = cli_data_state(run, data, o->operands[1 + s], o->first, &sides[s]);
    if (status != CLI_DONE) return status;
    if (ent_tie_run(data->world, sides[0].code, sides[1].code, o->first, o->last, &answer, &error) != ENT_OK ||
        ent_report_tie(answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_tie_free(answer);
    return status;
}

cli_exit cli_cmd_tie(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = tie(run, &data);
    cli_data_clear(&data);
    return status;
}
