/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens data and parameters, and turns what the library says about them into one line and an exit status. */
#include "data.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 60, WIDEST = 120, USUAL = 100 };

cli_exit cli_data_open(const cli_run *run, cli_data *data) {
    ent_error error = {0};
    memset(data, 0, sizeof *data);
    if (ent_store_open(run->options.data, &data->store, &error) == ENT_OK &&
        ent_world_open(data->store, &data->world, &error) == ENT_OK)
        return CLI_DONE;
    /* A file that cannot be opened is missing data, not a failure of ours. */
    if (error.status == ENT_E_IO && run->options.data != NULL) return cli_fail(CLI_DATA, "%s", error.message);
    return cli_fail_with(&error);
}

cli_exit cli_data_params(const cli_run *run, cli_data *data) {
    const cli_options *o = &run->options;
    int year = o->year == ENT_MISSING ? ent_world_last_year(data->world) : o->year;
    ent_params *of_year = NULL;
    ent_error error = {0};
    if (ent_params_new(data->world, o->variant, &data->params, &error) != ENT_OK) return cli_fail_with(&error);
    /* The level of the year asked for, before values are set: their ranges differ. A year outside the data is refused later. */
    if (year >= ent_world_first_year(data->world) && year <= ent_world_last_year(data->world)) {
        if (ent_params_for_year(data->world, data->params, year, &of_year, &error) != ENT_OK)
            return cli_fail_with(&error);
        ent_params_free(data->params);
        data->params = of_year;
    }
    for (size_t i = 0; i < o->sets_count; i++)
        if (ent_params_set(data->params, o->sets[i].name, o->sets[i].value, &error) != ENT_OK)
            return cli_fail_with(&error);
    return CLI_DONE;
}

void cli_data_clear(cli_data *data) {
    ent_params_free(data->params);
    ent_world_close(data->world);
    ent_store_close(data->store);
    memset(data, 0, sizeof *data);
}

cli_exit cli_data_year(const cli_run *run, const cli_data *data, int *year) {
    int first = ent_world_first_year(data->world), last = ent_world_last_year(data->world);
    *year = run->options.year == ENT_MISSING ? last : run->options.year;
    if (*year >= first && *year <= last) return CLI_DONE;
    return cli_fail(CLI_DATA, "%d is outside %s (%d to %d); choose --year in it or other data with --data", *year,
                    run->options.data == NULL ? "the snapshot" : run->options.data, first, last);
}

cli_exit cli_data_state(cli_run *run, const cli_data *data, const char *text, int year, ent_entity *out) {
    ent_error error = {0};
    char note[160] = "";
    if (ent_world_find(data->world, text, year, out, note, &error) != ENT_OK) return cli_fail_with(&error);
    if (*note != 0) cli_note(run, "entente: \"%s\" %s\n", text, note);
    return CLI_DONE;
}

cli_exit cli_data_excluded(cli_run *run, const cli_data *data, int year, int *code) {
    ent_entity state;
    cli_exit status;
    *code = ENT_MISSING;
    if (run->options.exclude == NULL) return CLI_DONE;
    status = cli_data_state(run, data, run->options.exclude, year, &state);
    if (status != CLI_DONE) return status;
    if (!ent_world_is_member(data->world, state.code, year))
        return cli_fail(CLI_DATA, "--exclude: %s was not a member of the system of states in %d", state.name, year);
    *code = state.code;
    return CLI_DONE;
}

cli_exit cli_data_group(const cli_run *run, const cli_data *data, int year, const char *example, ent_group *group) {
    const cli_options *o = &run->options;
    ent_error error = {0};
    ent_status found;
    if (o->members != NULL && o->operands_count > 1)
        return cli_fail(CLI_USAGE, "%s takes a forum or --members, not both; drop \"%s\" or --members", o->operands[0],
                        o->operands[1]);
    if (o->members == NULL && o->operands_count < 2)
        return cli_fail(CLI_USAGE, "%s takes a forum, such as: %s; or --members A,B,C", o->operands[0], example);
    found = o->members != NULL ? ent_group_parse(data->world, o->members, year, group, &error)
                               : ent_group_find(data->world, o->operands[1], year, group, &error);
    return found == ENT_OK ? CLI_DONE : cli_fail_with(&error);
}

cli_exit cli_data_poles(cli_run *run, const cli_data *data, int year, int poles[2]) {
    ent_error error = {0};
    ent_group group;
    ent_entity state;
    cli_exit status;
    char first[128];
    size_t length = strcspn(run->options.between, ",");
    if (ent_group_parse(data->world, run->options.between, year, &group, &error) != ENT_OK)
        return cli_fail_with(&error);
    if (group.count != 2 || length >= sizeof first)
        return cli_fail(CLI_USAGE, "--between is \"%s\", expected two states parted by a comma", run->options.between);
    memcpy(first, run->options.between, length); /* the first named comes first, whatever its code */
    first[length] = 0;
    status = cli_data_state(run, data, first, year, &state);
    poles[0] = state.code;
    poles[1] = group.codes[group.codes[0] == state.code ? 1 : 0];
    return status;
}

static int clamp(long width, long low, long high) {
    return (int)(width < low ? low : width > high ? high : width);
}

static int width_of(const cli_options *o) {
    struct winsize size = {0};
    const char *columns = getenv("COLUMNS");
    if (o->width > 0) return o->width;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return clamp(size.ws_col, NARROWEST, WIDEST);
    if (columns != NULL && strtol(columns, NULL, 10) > 0) return clamp(strtol(columns, NULL, 10), NARROWEST, WIDEST);
    return USUAL;
}

static int colour_of(const cli_options *o) {
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (o->colour != CLI_COLOUR_AUTO) return o->colour == CLI_COLOUR_ALWAYS;
    if (none != NULL && *none != 0) return 0;
    return isatty(STDOUT_FILENO) && terminal != NULL && strcmp(terminal, "dumb") != 0;
}

/* The locale decides about bars only; names are UTF-8 in any case. */
static int unicode_of(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value == NULL || *value == 0) continue;
        return strstr(value, "UTF-8") != NULL || strstr(value, "utf8") != NULL || strstr(value, "utf-8") != NULL;
    }
    return 0;
}

ent_layout cli_layout(const cli_run *run) {
    const cli_options *o = &run->options;
    return (ent_layout){.format = o->format,
                        .width = width_of(o),
                        .colour = colour_of(o),
                        .unicode = unicode_of(),
                        .explain = o->explain};
}
