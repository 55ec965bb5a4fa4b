/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente assess A B: why two states have (not) allied, and what would change it. */
#include "commands.h"
#include "data.h"

static cli_exit assess(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_assess_options options = ent_assess_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_assessment *assessment = NULL;
    ent_entity sides[2];
    ent_error error = {0};
    cli_exit status = cli_data_year(run, data, &options.year);

    for (size_t s = 0; s < 2 && status == CLI_DONE; s++)
        status = cli_data_state(run, data, o->operands[1 + s], options.year, &sides[s]);
    if (status != CLI_DONE) return status;
    if (o->scenario == ENT_NO_PUSH)
        return cli_fail(CLI_USAGE, "--under is \"none\", expected pressure, primacy or both (none is for partners)");
    if (o->horizon > 0) options.horizon = o->horizon;
    if (o->draws >= 0) options.draws = o->draws;
    if (o->seeded) options.seed = o->seed;
    options.scenario = o->scenario;
    if (ent_assess(data->world, data->params, sides[0].code, sides[1].code, &options, &assessment, &error) != ENT_OK ||
        ent_report_assessment(assessment, data->params, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_assessment_free(assessment);
    return status;
}

static cli_exit list_parameters(cli_run *run, const cli_data *data) {
    ent_layout layout = cli_layout(run);
    ent_error error = {0};
    if (ent_report_params(data->params, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        return cli_fail_with(&error);
    return CLI_DONE;
}

cli_exit cli_cmd_assess(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = run->options.explain_defaults ? list_parameters(run, &data) : assess(run, &data);
    cli_data_clear(&data);
    return status;
}
