/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente help: printed from the tables of commands and options, as text or as the Markdown of docs/cli.md. */
#include <entente/entente.h>

#include "commands.h"

#include <stdio.h>
#include <string.h>

const char cli_statuses[] = "0  done; also when the reader of a pipe closed it early\n"
                            "1  failed: memory, input or output\n"
                            "2  usage: unknown command, option or parameter; value out of range; ambiguous name\n"
                            "3  data missing or unfit: unknown state, year without data, unreadable --data file\n"
                            "4  an estimation did not converge\n";

const char cli_environment[] = "ENTENTE_DATA  database to use where --data is not given\n"
                               "NO_COLOR      when set and not empty, no colour\n"
                               "COLUMNS       width of tables where there is no terminal\n"
                               "LC_ALL, LC_CTYPE, LANG  bars are drawn in ASCII where the first one set is not UTF-8\n";

enum { HELP_WIDTH = 100, HELP_AT = 28 };

/* "  -y, --year YEAR           text", the text wrapped under itself. */
static cli_exit print_option(cli_run *run, const cli_option *o) {
    char head[64], letter[8] = "    ";
    const char *text = o->help;
    cli_exit status;
    if (o->letter != 0) (void)snprintf(letter, sizeof letter, "-%c, ", o->letter);
    (void)snprintf(head, sizeof head, "%s--%s%s%s", letter, o->name, o->value != NULL ? " " : "",
                   o->value != NULL ? o->value : "");
    status = cli_print(run, "  %-*s", HELP_AT - 2, head);
    while (status == CLI_DONE) {
        size_t size = strlen(text), room = HELP_WIDTH - HELP_AT;
        if (size > room) {
            size = room;
            while (size > 0 && text[size] != ' ')
                size--;
        }
        status = cli_print(run, " %.*s\n", (int)size, text);
        text += size;
        if (*text == 0) break;
        text++;
        if (status == CLI_DONE) status = cli_print(run, "%*s", HELP_AT, "");
    }
    return status;
}

static cli_exit print_options(cli_run *run, const char *const *names) {
    cli_exit status = CLI_DONE;
    for (; *names != NULL && status == CLI_DONE; names++)
        status = print_option(run, cli_option_find(*names));
    return status;
}

static cli_exit print_commands(cli_run *run) {
    const char *group = "";
    cli_exit status = CLI_DONE;
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++) {
        if (strcmp(group, c->group) != 0) status = cli_print(run, "\n%s\n", c->group);
        group = c->group;
        if (status == CLI_DONE) status = cli_print(run, "  %-12s %s\n", c->name, c->summary);
    }
    return status;
}

static cli_exit print_overview(cli_run *run) {
    cli_exit status = cli_print(run,
                                "entente %s: why states ally or not\n"
                                "\n"
                                "usage: entente COMMAND [options]\n"
                                "  try: entente assess china russia --year 2021\n",
                                ent_version());
    if (status == CLI_DONE) status = print_commands(run);
    if (status == CLI_DONE)
        status = cli_print(
            run, "\n"
                 "entente help COMMAND explains one. Answers go to standard output, all else to standard error.\n");
    return status;
}

static cli_exit print_command(cli_run *run, const cli_command *c) {
    cli_exit status = cli_print(run, "entente %s: %s\n\nusage: entente %s\n\n%s\n\nexample: %s\n", c->name, c->summary,
                                c->usage, c->text, c->example);
    if (status == CLI_DONE && c->shown != NULL) status = cli_print(run, "\n%s\n...\n\n%s\n", c->shown, c->reading);
    if (status == CLI_DONE) status = cli_print(run, "\noptions\n");
    if (status == CLI_DONE) status = print_options(run, c->options);
    if (status == CLI_DONE) status = print_options(run, cli_common_options);
    return status;
}

/* ---- Markdown ---- */

static cli_exit mark_options(cli_run *run, const char *const *names) {
    cli_exit status = CLI_DONE;
    for (; *names != NULL && status == CLI_DONE; names++) {
        const cli_option *o = cli_option_find(*names);
        char letter[16] = "";
        if (o->letter != 0) (void)snprintf(letter, sizeof letter, "`-%c`, ", o->letter);
        status = cli_print(run, "| %s`--%s%s%s` | %s |\n", letter, o->name, o->value != NULL ? " " : "",
                           o->value != NULL ? o->value : "", o->help);
    }
    return status;
}

static cli_exit mark_command(cli_run *run, const cli_command *c) {
    cli_exit status =
        cli_print(run, "\n## entente %s\n\n%c%s.\n\n```\nentente %s\n```\n\n%s\n\nExample:\n\n```\n$ %s\n", c->name,
                  c->summary[0] - 'a' + 'A', c->summary + 1, c->usage, c->text, c->example);
    if (status == CLI_DONE && c->shown != NULL) status = cli_print(run, "%s\n...\n", c->shown);
    if (status == CLI_DONE) status = cli_print(run, "```\n\n");
    if (status == CLI_DONE && c->reading != NULL) status = cli_print(run, "%s\n\n", c->reading);
    if (status == CLI_DONE) status = cli_print(run, "| option | |\n| --- | --- |\n");
    if (status == CLI_DONE) status = mark_options(run, c->options);
    if (status == CLI_DONE) status = mark_options(run, cli_common_options);
    return status;
}

static cli_exit print_markdown(cli_run *run) {
    cli_exit status =
        cli_print(run, "<!-- Printed by: entente help --markdown. Edit cli/commands.c and cli/options.c. -->\n"
                       "# The program\n\n"
                       "Answers go to standard output in one piece, or not at all; notes and errors go to standard\n"
                       "error. An error is one line that says what was wrong and what would be right. Options and\n"
                       "names may stand in any order; `--` ends the options.\n");
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++)
        status = mark_command(run, c);
    if (status == CLI_DONE)
        status = cli_print(run, "\n## Exit status\n\n```\n%s```\n\n## Environment\n\n```\n%s```\n", cli_statuses,
                           cli_environment);
    return status;
}

cli_exit cli_cmd_help(cli_run *run) {
    const cli_options *o = &run->options;
    const cli_command *command;
    if (o->markdown) return print_markdown(run);
    if (o->man) return cli_print_man(run);
    if (o->completion != NULL) return cli_print_completion(run);
    if (o->operands_count < 2) return print_overview(run);
    command = cli_command_find(o->operands[1]);
    return command != NULL ? print_command(run, command) : cli_command_unknown(o->operands[1]);
}
