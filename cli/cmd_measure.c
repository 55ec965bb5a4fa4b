/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente measure NAME A [B]: one series, by the columns of panel. */
#include "commands.h"
#include "rows.h"

cli_exit cli_cmd_measure(cli_run *run) {
    const cli_options *o = &run->options;
    ent_panel_options options = o->panel;
    ent_panel *panel = NULL;
    cli_data data = {0};
    cli_exit status = cli_data_open(run, &data);
    options.first = o->first;
    options.last = o->last;
    options.add = o->operands[1];
    options.unit = o->operands_count > 3 ? ENT_DIRECTED_DYAD_YEAR : ENT_STATE_YEAR;
    for (size_t i = 0; status == CLI_DONE && i + 2 < o->operands_count; i++) {
        ent_entity state;
        status = cli_data_state(run, &data, o->operands[i + 2], o->last, &state);
        if (status == CLI_DONE) options.only[i] = state.code;
    }
    if (status == CLI_DONE && options.only[0] == options.only[1])
        status = cli_fail(CLI_USAGE, "measure takes two different states; \"%s\" and \"%s\" are one", o->operands[2],
                          o->operands[3]);
    if (status == CLI_DONE) status = cli_panel_open(run, &data, &options, &panel);
    if (status == CLI_DONE)
        status = cli_panel_write(panel, o->format_given ? o->file_format : ENT_FILE_TABLE, o->out, NULL, NULL);
    ent_panel_close(panel);
    cli_data_clear(&data);
    return status;
}
