/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente landscape FILE [PAIRS] | --states A,B,C: into which two camps do states fall? */
#include "commands.h"
#include "data.h"

static cli_exit answer(cli_run *run, const ent_landscape_input *input) {
    const cli_options *o = &run->options;
    ent_landscape_options options = ent_landscape_options_default();
    ent_layout layout = cli_layout(run);
    ent_landscape *found = NULL;
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    if (o->seeded) options.seed = o->seed;
    if (o->starts > 0) options.starts = o->starts;
    options.start = o->start;
    if (ent_landscape_run(input, &options, &found, &error) != ENT_OK ||
        ent_report_landscape(found, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_landscape_free(found);
    return status;
}

static cli_exit from_files(cli_run *run) {
    const cli_options *o = &run->options;
    ent_landscape_input *input = NULL;
    ent_error error = {0};
    cli_exit status;
    if (o->states != NULL || o->between != NULL || o->year != ENT_MISSING || o->sets_count > 0)
        return cli_fail(CLI_USAGE, "--states, --between, --year and --set belong to the data; drop them or the file");
    if (ent_landscape_read(o->operands[1], o->operands_count > 2 ? o->operands[2] : NULL, &input, &error) != ENT_OK)
        return error.status == ENT_E_IO ? cli_fail(CLI_DATA, "%s", error.message) : cli_fail_with(&error);
    status = answer(run, input);
    ent_landscape_input_free(input);
    return status;
}

static cli_exit from_year(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_landscape_input *input = NULL;
    ent_error error = {0};
    ent_group group;
    int year, poles[2];
    cli_exit status = cli_data_year(run, data, &year);
    if (status == CLI_DONE && ent_group_parse(data->world, o->states, year, &group, &error) != ENT_OK)
        status = cli_fail_with(&error);
    if (status == CLI_DONE && o->between != NULL) status = cli_data_poles(run, data, year, poles);
    if (status != CLI_DONE) return status;
    if (ent_landscape_of_year(data->world, data->params, &group, year, o->between != NULL ? poles : NULL, &input,
                              &error) != ENT_OK)
        return cli_fail_with(&error);
    status = answer(run, input);
    ent_landscape_input_free(input);
    return status;
}

cli_exit cli_cmd_landscape(cli_run *run) {
    cli_data data;
    cli_exit status;
    if (run->options.operands_count > 1) return from_files(run);
    if (run->options.states == NULL)
        return cli_fail(CLI_USAGE, "landscape takes a file or --states A,B,C, such as: entente landscape --year 1962 "
                                   "--states usa,uk,france,ussr,china");
    status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = from_year(run, &data);
    cli_data_clear(&data);
    return status;
}
