/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands and what follows from it: dispatch, and the checks that every command needs. */
#include "commands.h"

#include "suggest.h"

#include <string.h>

#define REPORT_OPTIONS "format", "width", "color", "data"

static const char *const assess_options[] = {"year",    "horizon", "under", "explain",      "set", "explain-defaults",
                                             "variant", "draws",   "seed",  REPORT_OPTIONS, NULL};
static const char *const state_options[] = {"year", REPORT_OPTIONS, NULL};
static const char *const help_options[] = {"markdown", NULL};
static const char *const version_options[] = {"data", "version", NULL};

const char *const cli_common_options[] = {"quiet", "help", NULL};

static const char assess_text[] =
    "Says what is between two states, what the structure of the system supports, and what is likely,\n"
    "and never merges the three. What is: the rungs of practice and treaty. What the structure\n"
    "supports: the pair's place among the pairs that did sign defence pacts, as a percentile, blind to\n"
    "their own pact. What is likely: the chance of signing, or of the pact's end, within the horizon,\n"
    "beside that of a typical pair.\n"
    "\n"
    "Then come the theories side by side, with what each rests on and where they disagree; obstacles\n"
    "and supports, strongest first; the smallest change that would alter the answer; what is missing\n"
    "or assumed; the sources. Sizes are log-odds against pairs that did sign. \"cannot judge\" is an\n"
    "answer: the data are not there.\n"
    "\n"
    "States are named in English, in their own language or by a former name, in any case and with or\n"
    "without accents, or by code. Three bare letters are ISO first, a bare number COW first; cow:AUS,\n"
    "gw:260 and iso:36 name the scheme. Where a name moved between states, the year decides. Quote\n"
    "names of several words.\n"
    "\n"
    "--format json is the whole answer (docs/schema/assess.schema.json); csv is the same in long form,\n"
    "one value a row: section, item, field, value, with unknown left empty.";

static const char assess_shown[] =
    "China and Russia, 2021                                                     embedded snapshot 2026-11\n"
    "Aligned, not allied. The structure would support a pact (49th percentile of past signers, 27 to 63),\n"
    "none is signed. Signing one within 5 years: 0.2 % (typical pair: under 0.1 %). Holds in 96 % of\n"
    "2,000 parameter draws.";

static const char assess_reading[] =
    "Read: the two coordinate but owe each other no defence. Of the pairs that signed one since 1946,\n"
    "about half had less speaking for it in the year before (27 to 63 %, by the errors of the weights).\n"
    "That makes them a puzzle, and the obstacles below the part to read: rivals they do not share weigh\n"
    "most. Signing remains unlikely, as for every pair: pacts are rare.";

static const char state_text[] =
    "Shows the codes of a state in every scheme, its names with the years they hold, its membership in\n"
    "the systems of states with capitals, and whether it was a member in --year. Without a name it\n"
    "lists the members of the system in --year. Lists of members reach back to 1816.";

static const char help_text[] = "Explains a command, with its options and an example that works.";

static const char version_text[] = "Prints the version of the program and the data it answers from.";

const cli_command cli_command_table[] = {
    {.name = "assess",
     .group = "Questions",
     .summary = "why two states have, or have not, allied, and what would change it",
     .usage = "assess STATE STATE [options]",
     .text = assess_text,
     .options = assess_options,
     .least = 2,
     .most = 2,
     .expected = "two states, such as: entente assess china russia",
     .example = "entente assess china russia --year 2021",
     .shown = assess_shown,
     .reading = assess_reading,
     .run = cli_cmd_assess},
    {.name = "state",
     .group = "Data",
     .summary = "names, codes and membership of a state, or all states of a year",
     .usage = "state [STATE] [options]",
     .text = state_text,
     .options = state_options,
     .most = 1,
     .expected = "one state at most, such as: entente state ussr",
     .example = "entente state ussr --year 1969",
     .run = cli_cmd_state},
    {.name = "help",
     .group = "Program",
     .summary = "what the program does, or how to use a command",
     .usage = "help [COMMAND]",
     .text = help_text,
     .options = help_options,
     .most = 1,
     .expected = "one command at most, such as: entente help assess",
     .example = "entente help assess",
     .run = cli_cmd_help},
    {.name = "version",
     .group = "Program",
     .summary = "version of the program and of its data",
     .usage = "version",
     .text = version_text,
     .options = version_options,
     .expected = "nothing else",
     .example = "entente version",
     .run = cli_cmd_version},
    {.name = NULL},
};

const cli_command *cli_command_find(const char *name) {
    for (const cli_command *c = cli_command_table; c->name != NULL; c++)
        if (strcmp(c->name, name) == 0) return c;
    return NULL;
}

cli_exit cli_command_unknown(const char *name) {
    cli_nearest nearest = {0};
    for (const cli_command *c = cli_command_table; c->name != NULL; c++)
        cli_suggest(&nearest, name, c->name);
    if (nearest.best != NULL)
        return cli_fail(CLI_USAGE, "no command is called \"%s\"; did you mean %s?", name, nearest.best);
    return cli_fail(CLI_USAGE, "no command is called \"%s\"; entente help lists them", name);
}

static bool listed(const char *const *names, const char *name) {
    for (; *names != NULL; names++)
        if (strcmp(*names, name) == 0) return true;
    return false;
}

static cli_exit check(const cli_command *command, const cli_options *o) {
    size_t count = o->operands_count - 1;
    for (size_t i = 0; o->given[i] != NULL; i++)
        if (!listed(command->options, o->given[i]) && !listed(cli_common_options, o->given[i]))
            return cli_fail(CLI_USAGE, "--%s does not belong to %s; entente help %s lists what does", o->given[i],
                            command->name, command->name);
    if (o->explain_defaults && count == 0) return CLI_DONE; /* a question about the program, not about states */
    if (count < command->least || count > command->most)
        return cli_fail(CLI_USAGE, "%s takes %s; %zu given%s", command->name, command->expected, count,
                        count > command->most && command->most > 0 ? " (names of several words need quotes)" : "");
    return CLI_DONE;
}

cli_exit cli_command_run(cli_run *run) {
    const cli_options *o = &run->options;
    const cli_command *command = cli_command_find(o->operands[0]);
    cli_exit status;

    if (command == NULL) return cli_command_unknown(o->operands[0]);
    if (o->help && command->run != cli_cmd_help) {
        /* "entente assess --help" is "entente help assess". */
        run->options.operands[1] = command->name;
        run->options.operands_count = 2;
        return cli_cmd_help(run);
    }
    status = check(command, o);
    return status == CLI_DONE ? command->run(run) : status;
}
