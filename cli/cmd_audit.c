/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente audit FORUM: could this group become an alliance? */
#include "commands.h"
#include "data.h"

static cli_exit audit(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_audit_options options = ent_audit_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_audit *answer = NULL;
    ent_error error = {0};
    ent_group group;
    cli_exit status = cli_data_year(run, data, &options.year);

    if (status == CLI_DONE) status = cli_data_group(run, data, options.year, "entente audit cica --year 2014", &group);
    if (status == CLI_DONE) status = cli_data_excluded(run, data, options.year, &options.excluded);
    if (status != CLI_DONE) return status;
    if (o->draws >= 0) options.draws = o->draws;
    if (o->seeded) options.seed = o->seed;
    options.upgrade_consultation = o->upgrade_consultation;
    options.upgrade_crisis_centre = o->upgrade_crisis_centre;
    options.upgrade_defence = o->upgrade_defence;
    if (ent_audit_run(data->world, data->params, &group, &options, &answer, &error) != ENT_OK ||
        ent_report_audit(answer, &options, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_audit_free(answer);
    return status;
}

cli_exit cli_cmd_audit(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = audit(run, &data);
    cli_data_clear(&data);
    return status;
}
