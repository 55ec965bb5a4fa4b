/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente wedge FORUM --by STATE: can an outside power keep a group from a common position? */
#include "commands.h"
#include "data.h"

#include <math.h>

static cli_exit wedge(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_wedge_options options = ent_wedge_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_wedge *answer = NULL;
    ent_error error = {0};
    ent_group group;
    ent_entity by;
    cli_exit status = cli_data_year(run, data, &options.year);

    if (status == CLI_DONE)
        status = cli_data_group(run, data, options.year, "entente wedge eu --by china --year 2021", &group);
    if (status == CLI_DONE && o->by == NULL)
        status = cli_fail(CLI_USAGE, "wedge needs --by, the power that drives it, such as: --by china");
    if (status == CLI_DONE) status = cli_data_state(run, data, o->by, options.year, &by);
    if (status != CLI_DONE) return status;
    options.by = by.code;
    if (o->ruled) options.rule = (int)o->rule;
    if (!isnan(o->cut)) options.cut = o->cut;
    if (ent_wedge_run(data->world, data->params, &group, &options, &answer, &error) != ENT_OK ||
        ent_report_wedge(answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_wedge_free(answer);
    return status;
}

cli_exit cli_cmd_wedge(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = wedge(run, &data);
    cli_data_clear(&data);
    return status;
}
