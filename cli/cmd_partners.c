/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente partners A: whom would a power pick as allies? */
#include "commands.h"
#include "data.h"

static cli_exit partners(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_partners_options options = ent_partners_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_partners *answer = NULL;
    ent_error error = {0};
    ent_entity patron;
    cli_exit status = cli_data_year(run, data, &options.year);

    if (status == CLI_DONE) status = cli_data_state(run, data, o->operands[1], options.year, &patron);
    if (status == CLI_DONE) status = cli_data_excluded(run, data, options.year, &options.excluded);
    if (status != CLI_DONE) return status;
    options.scenario = o->scenario;
    options.ambition = o->ambition;
    if (o->top > 0) options.top = o->top;
    options.set_dormant_aside = o->set_aside_dormant;
    if (ent_partners_run(data->world, data->params, patron.code, &options, &answer, &error) != ENT_OK ||
        ent_report_partners(answer, &options, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_partners_free(answer);
    return status;
}

cli_exit cli_cmd_partners(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = partners(run, &data);
    cli_data_clear(&data);
    return status;
}
