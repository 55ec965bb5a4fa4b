/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente audit FORUM: could this group become an alliance? */
#include "commands.h"
#include "data.h"

/* A forum by name, or the states of --members. */
static cli_exit find_group(const cli_run *run, const cli_data *data, int year, ent_group *group) {
    const cli_options *o = &run->options;
    ent_error error = {0};
    ent_status found;
    if (o->members != NULL && o->operands_count > 1)
        return cli_fail(CLI_USAGE, "audit takes a forum or --members, not both; drop \"%s\" or --members",
                        o->operands[1]);
    if (o->members == NULL && o->operands_count < 2)
        return cli_fail(CLI_USAGE, "audit takes a forum, such as: entente audit cica --year 2014; or --members A,B,C");
    found = o->members != NULL ? ent_group_parse(data->world, o->members, year, group, &error)
                               : ent_group_find(data->world, o->operands[1], year, group, &error);
    return found == ENT_OK ? CLI_DONE : cli_fail_with(&error);
}

static cli_exit audit(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_audit_options options = ent_audit_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_audit *answer = NULL;
    ent_error error = {0};
    ent_group group;
    cli_exit status = cli_data_year(run, data, &options.year);

    if (status == CLI_DONE) status = find_group(run, data, options.year, &group);
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
