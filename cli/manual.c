/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual page, roff with the man macros, printed from the tables of commands and options. */
#include "commands.h"

#include <entente/base.h>

#include <ctype.h>
#include <string.h>

/* Text with what roff would read otherwise escaped; a line that begins with a dot or quote is guarded. */
static cli_exit print_text(cli_run *run, const char *text) {
    cli_exit status = CLI_DONE;
    bool start = true;
    for (const char *p = text; *p != 0 && status == CLI_DONE; p++) {
        if (start && (*p == '.' || *p == '\'')) status = cli_print(run, "\\&");
        if (status != CLI_DONE) return status;
        if (*p == '\\')
            status = cli_print(run, "\\e");
        else if (*p == '-')
            status = cli_print(run, "\\-");
        else if (*p == '\n' && p[1] == '\n')
            status = cli_print(run, "\n.PP"); /* the second line end follows */
        else
            status = cli_print(run, "%c", *p);
        start = *p == '\n';
    }
    return status;
}

static cli_exit print_lines(cli_run *run, const char *text) {
    cli_exit status = print_text(run, text);
    return status == CLI_DONE ? cli_print(run, "\n") : status;
}

static cli_exit print_option(cli_run *run, const cli_option *o) {
    cli_exit status = cli_print(run, ".TP\n");
    if (status == CLI_DONE && o->letter != 0) status = cli_print(run, "\\fB\\-%c\\fR, ", o->letter);
    if (status == CLI_DONE) status = cli_print(run, "\\fB\\-\\-");
    if (status == CLI_DONE) status = print_text(run, o->name);
    if (status == CLI_DONE) status = cli_print(run, "\\fR");
    if (status == CLI_DONE && o->value != NULL) status = cli_print(run, " \\fI%s\\fR", o->value);
    if (status == CLI_DONE) status = cli_print(run, "\n");
    return status == CLI_DONE ? print_lines(run, o->help) : status;
}

static cli_exit print_names(cli_run *run, const char *const *names) {
    cli_exit status = CLI_DONE;
    for (; *names != NULL && status == CLI_DONE; names++) {
        status = cli_print(run, " \\fB\\-\\-");
        if (status == CLI_DONE) status = print_text(run, *names);
        if (status == CLI_DONE) status = cli_print(run, "\\fR%s", names[1] != NULL ? "," : "");
    }
    return status;
}

static cli_exit print_command(cli_run *run, const cli_command *c) {
    cli_exit status = cli_print(run, ".SS entente ");
    if (status == CLI_DONE) status = print_lines(run, c->usage);
    if (status == CLI_DONE)
        status = cli_print(run, "%c%s.\n.PP\n", toupper((unsigned char)c->summary[0]), c->summary + 1);
    if (status == CLI_DONE) status = print_lines(run, c->text);
    if (status == CLI_DONE) status = cli_print(run, ".PP\nOptions:");
    if (status == CLI_DONE) status = print_names(run, c->options);
    if (status == CLI_DONE) status = cli_print(run, ".\n.PP\n.EX\n$ ");
    if (status == CLI_DONE) status = print_lines(run, c->example);
    return status == CLI_DONE ? cli_print(run, ".EE\n") : status;
}

/* Lines "name  meaning" as a list. */
static cli_exit print_list(cli_run *run, const char *text) {
    cli_exit status = CLI_DONE;
    while (*text != 0 && status == CLI_DONE) {
        size_t line = strcspn(text, "\n"), name = strcspn(text, "\n");
        const char *gap = strstr(text, "  ");
        char meaning[160];
        if (gap != NULL && (size_t)(gap - text) < line) name = (size_t)(gap - text);
        (void)memset(meaning, 0, sizeof meaning);
        (void)strncpy(meaning, text + name + strspn(text + name, " "), sizeof meaning - 1);
        meaning[strcspn(meaning, "\n")] = 0;
        status = cli_print(run, ".TP\n\\fB%.*s\\fR\n", (int)name, text);
        if (status == CLI_DONE) status = print_lines(run, meaning);
        text += line + (text[line] == '\n');
    }
    return status;
}

cli_exit cli_print_man(cli_run *run) {
    cli_exit status = cli_print(run,
                                ".\\\" Printed by: entente help --man. Edit cli/commands.c and cli/options.c.\n"
                                ".TH ENTENTE 1 \"\" \"entente %s\" \"User Commands\"\n"
                                ".SH NAME\nentente \\- why states ally or not\n"
                                ".SH SYNOPSIS\n.B entente\n.I COMMAND\n.RI [ options ]\n"
                                ".SH DESCRIPTION\n"
                                "Answers go to standard output in one piece, or not at all; notes and errors go to "
                                "standard error.\nAn error is one line that says what was wrong and what would be "
                                "right.\nOptions and names may stand in any order; \\fB\\-\\-\\fR ends the options.\n"
                                ".SH COMMANDS\n",
                                ent_version());
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++)
        status = print_command(run, c);
    if (status == CLI_DONE) status = cli_print(run, ".SH OPTIONS\n");
    for (const cli_option *o = cli_option_table; o->name != NULL && status == CLI_DONE; o++)
        status = print_option(run, o);
    if (status == CLI_DONE) status = cli_print(run, ".SH EXIT STATUS\n");
    if (status == CLI_DONE) status = print_list(run, cli_statuses);
    if (status == CLI_DONE) status = cli_print(run, ".SH ENVIRONMENT\n");
    return status == CLI_DONE ? print_list(run, cli_environment) : status;
}
