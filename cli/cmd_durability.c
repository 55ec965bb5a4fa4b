/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente durability FORUM: what holds a group together, and does that last? */
#include "commands.h"
#include "data.h"

#include <math.h>
#include <string.h>

static ent_fall fall_of(const char *text) {
    if (text != NULL && strcmp(text, "capability") == 0) return ENT_FALL_CAPABILITY;
    return text != NULL && strcmp(text, "will") == 0 ? ENT_FALL_WILL : ENT_FALL_BOTH;
}

static cli_exit durability(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_durability_options options = ent_durability_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_durability *answer = NULL;
    ent_error error = {0};
    ent_group group;
    cli_exit status = cli_data_year(run, data, &options.year);

    if (status == CLI_DONE)
        status = cli_data_group(run, data, options.year, "entente durability warsaw-pact --year 1985", &group);
    if (status != CLI_DONE) return status;
    options.fall = fall_of(o->fall);
    if (!isnan(o->to_share)) options.remaining = o->to_share;
    if (o->over > 0) options.over = o->over;
    if (o->draws >= 0) options.runs = o->draws;
    if (o->seeded) options.seed = o->seed;
    if (ent_durability_run(data->world, data->params, &group, &options, &answer, &error) != ENT_OK ||
        ent_report_durability(answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    ent_durability_free(answer);
    return status;
}

cli_exit cli_cmd_durability(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = durability(run, &data);
    cli_data_clear(&data);
    return status;
}
