/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente blocs: which blocs does a year have? And the network as a file for graph programs. */
#include "commands.h"
#include "data.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static bool ends_in(const char *text, const char *end) {
    size_t n = strlen(text), m = strlen(end);
    return n > m && strcmp(text + n - m, end) == 0;
}

static cli_exit write_file(const char *path, const char *text, size_t size) {
    FILE *file = fopen(path, "wb");
    bool good = file != NULL && fwrite(text, 1, size, file) == size;
    if (file != NULL && fclose(file) != 0) good = false;
    return good ? CLI_DONE : cli_fail(CLI_FAILED, "%s cannot be written: %s", path, strerror(errno));
}

/* The years of the graph: those asked for, else the year of the answer. */
static cli_exit graph_years(const cli_run *run, const cli_data *data, int year, int *first, int *last) {
    const cli_options *o = &run->options;
    int from = ent_world_first_year(data->world), to = ent_world_last_year(data->world);
    bool spans = o->first != ENT_MISSING || o->last != ENT_MISSING;
    *first = !spans ? year : o->first != ENT_MISSING ? o->first : from;
    *last = !spans ? year : o->last != ENT_MISSING ? o->last : to;
    if (spans && ends_in(o->graph, ".graphml"))
        return cli_fail(CLI_USAGE, "GraphML holds one year; --from and --to need a file that ends in .gexf");
    if (*first < from || *last > to)
        return cli_fail(CLI_DATA, "%d to %d is outside the data (%d to %d)", *first, *last, from, to);
    if (*first > *last) return cli_fail(CLI_USAGE, "--from %d is after --to %d", *first, *last);
    return CLI_DONE;
}

static cli_exit write_graph(const cli_run *run, const cli_data *data, const ent_blocs *blocs, uint64_t seed) {
    const char *path = run->options.graph;
    ent_network *network = NULL;
    ent_error error = {0};
    char *text = NULL;
    size_t size = 0;
    int first = blocs->year, last = blocs->year;
    cli_exit status;
    if (!ends_in(path, ".graphml") && !ends_in(path, ".gexf"))
        return cli_fail(CLI_USAGE, "--graph is \"%s\", expected a file that ends in .graphml or .gexf", path);
    status = graph_years(run, data, blocs->year, &first, &last);
    if (status != CLI_DONE) return status;
    if (ent_network_collect(data->world, data->params, first, last, seed, &network, &error) != ENT_OK ||
        (ends_in(path, ".gexf") ? ent_report_gexf(network, &text, &size, &error)
                                : ent_report_graphml(blocs, network, &text, &size, &error)) != ENT_OK)
        status = cli_fail_with(&error);
    else
        status = write_file(path, text, size);
    ent_free(text);
    ent_network_free(network);
    return status;
}

static cli_exit blocs(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    ent_blocs_options options = ent_blocs_options_default(data->world);
    ent_layout layout = cli_layout(run);
    ent_blocs *answer = NULL;
    ent_error error = {0};
    cli_exit status = cli_data_year(run, data, &options.year);

    if (status == CLI_DONE && o->between != NULL) status = cli_data_poles(run, data, options.year, options.pole);
    if (status == CLI_DONE && o->graph == NULL && (o->first != ENT_MISSING || o->last != ENT_MISSING))
        status = cli_fail(CLI_USAGE, "--from and --to are the years of --graph FILE.gexf; the answer is about --year");
    if (status != CLI_DONE) return status;
    if (o->seeded) options.seed = o->seed;
    if (ent_blocs_run(data->world, data->params, &options, &answer, &error) != ENT_OK ||
        ent_report_blocs(answer, &layout, &run->report, &run->report_size, &error) != ENT_OK)
        status = cli_fail_with(&error);
    else if (o->graph != NULL)
        status = write_graph(run, data, answer, options.seed);
    ent_blocs_free(answer);
    return status;
}

cli_exit cli_cmd_blocs(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE) status = blocs(run, &data);
    cli_data_clear(&data);
    return status;
}
