/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands ask the library for first: data, parameters, states, and how wide the paper is. */
#ifndef CLI_DATA_H
#define CLI_DATA_H

#include "cli.h"

#include <entente/entente.h>

typedef struct cli_data {
    ent_store *store;
    ent_world *world;
    ent_params *params;
} cli_data;

/* Opens the data the options name. Clear it also after a failure. */
cli_exit cli_data_open(const cli_run *run, cli_data *data);

/* Adds the parameters of the variant with every --set applied. */
cli_exit cli_data_params(const cli_run *run, cli_data *data);

void cli_data_clear(cli_data *data);

/* The year asked for, or the last one; one outside the data is an error. */
cli_exit cli_data_year(const cli_run *run, const cli_data *data, int *year);

/* Finds a state; a note tells when another scheme reads the code differently. */
cli_exit cli_data_state(cli_run *run, const cli_data *data, const char *text, int year, ent_entity *out);

/* The power of --exclude, or ENT_MISSING where none is given; one that did not exist that year is an error. */
cli_exit cli_data_excluded(cli_run *run, const cli_data *data, int year, int *code);

/* The forum named, or the states of --members; `example` completes the error when there is neither. */
cli_exit cli_data_group(const cli_run *run, const cli_data *data, int year, const char *example, ent_group *group);

/* The two states of --between; one that did not exist that year, or not two of them, is an error. */
cli_exit cli_data_poles(cli_run *run, const cli_data *data, int year, int poles[2]);

/* Layout of reports: format, width and colour from the options, the terminal and the environment. */
ent_layout cli_layout(const cli_run *run);

#endif
