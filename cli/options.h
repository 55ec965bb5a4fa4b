/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options: one table of all there are, and the parser that checks every value before a command sees it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "exit.h"

#include <entente/groups.h>
#include <entente/report.h>
#include <entente/wedge.h>
#include <stdbool.h>
#include <stddef.h>

typedef enum cli_colour { CLI_COLOUR_AUTO, CLI_COLOUR_ALWAYS, CLI_COLOUR_NEVER } cli_colour;

/* --set NAME=VALUE, in the order given. */
typedef struct cli_set {
    char *name; /* freed by cli_options_clear */
    double value;
} cli_set;

typedef struct cli_options {
    int year;    /* ENT_MISSING: the last year of the data */
    int horizon; /* 0: the default */
    int draws;   /* -1: the default */
    bool seeded;
    uint64_t seed;
    ent_scenario scenario;
    ent_format format;
    const char *data;    /* borrowed from argv or the environment; NULL: the embedded snapshot */
    const char *variant; /* NULL: what the data allow */
    cli_set *sets;
    size_t sets_count;
    const char *members, *exclude; /* borrowed; NULL: not given */
    bool upgrade_consultation, upgrade_crisis_centre, upgrade_defence;
    double ambition; /* NaN: not given */
    int top;         /* 0: the default */
    int first, last; /* --from and --to; ENT_MISSING: no bound */
    bool set_aside_dormant, all;
    bool explain, explain_defaults, quiet, help, version, markdown, man;
    const char *states, *between, *start; /* borrowed; NULL: not given */
    int starts;                           /* 0: the default */
    const char *by, *graph, *fall;        /* borrowed; NULL: not given */
    ent_rule rule;
    bool ruled;             /* a rule was given */
    double cut, to_share;   /* NaN: not given */
    int over;               /* 0: the default */
    const char *completion; /* name of a shell, or NULL */
    int width;              /* 0: the terminal's */
    cli_colour colour;
    const char **operands; /* what is no option, in order, the command first; the array is freed by the clear */
    size_t operands_count;
    const char *given[64]; /* names of the options that were given, ends with NULL */
} cli_options;

/* What completion offers where the words come from the data. */
#define CLI_STATES "@states"
#define CLI_FORUMS "@forums"
#define CLI_PARAMETERS "@parameters"
#define CLI_COMMANDS "@commands"
#define CLI_FILES "@files"

/* A row of the table. */
typedef struct cli_option {
    const char *name;   /* without the dashes */
    char letter;        /* 0: none */
    const char *value;  /* what stands for the value in help; NULL: takes none */
    const char *help;   /* one line, with range and default */
    const char *values; /* its words parted by blanks, or CLI_STATES ...; NULL: any */
    cli_exit (*take)(cli_options *options, const char *text); /* `text` is NULL for options without value */
} cli_option;

extern const cli_option cli_option_table[]; /* ends with a row whose name is NULL */

/* The row of a name, or NULL. */
const cli_option *cli_option_find(const char *name);

/* Parses; options and operands may mix, "--" ends the options. A failure is already reported. */
cli_exit cli_options_parse(cli_options *options, int argc, char **argv);

/* Frees what parsing allocated. Accepts a zeroed one. */
void cli_options_clear(cli_options *options);

#endif
