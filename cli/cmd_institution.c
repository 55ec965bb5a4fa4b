/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente institution [NAME]: attributes and members over time; without a name, all there are. */
#include "commands.h"
#include "data.h"

static cli_exit institution(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_layout layout = cli_layout(run);
    ent_institution *answer = NULL;
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    if (ent_institution_run(data->world, o->operands[1], o->year, &answer, &error) != ENT_OK ||
        ent_report_institution(answer, o->year, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_institution_free(answer);
    return status;
}

static cli_exit list(cli_run *run, const cli_data *data) {
    ent_layout layout = cli_layout(run);
    ent_error error = {0};
    if (run->options.year != ENT_MISSING)
        return cli_fail(CLI_USAGE, "--year needs a forum, such as: entente institution sco --year 2014");
    if (ent_report_forums(data->world, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        return cli_fail_with(&error);
    return CLI_DONE;
}

cli_exit cli_cmd_institution(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = run->options.operands_count > 1 ? institution(run, &data) : list(run, &data);
    cli_data_clear(&data);
    return status;
}
