/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Completions for bash, zsh and fish, printed from the tables of commands and options; states, forums and parameters
 * come from the data, so they are words in the file and pressing Tab opens no database. One state is offered by its
 * name and by its ISO code.
 */
#include "commands.h"
#include "data.h"

#include <string.h>

/* ---- words ---- */

/* One word for a shell, in single quotes. */
static cli_exit print_quoted(cli_run *run, const char *before, const char *word, const char *after) {
    cli_exit status = cli_print(run, "%s'", before);
    for (; *word != 0 && status == CLI_DONE; word++)
        status = *word == '\'' ? cli_print(run, "'\\''") : cli_print(run, "%c", *word);
    return status == CLI_DONE ? cli_print(run, "'%s", after) : status;
}

static cli_exit print_states(cli_run *run, const cli_data *data, const char *before, const char *after) {
    cli_exit status = CLI_DONE;
    for (size_t e = 0; e < ent_world_entity_count(data->world) && status == CLI_DONE; e++) {
        ent_entity state = ent_world_entity_at(data->world, e);
        status = print_quoted(run, before, state.name, after);
        if (status == CLI_DONE && *state.iso3 != 0) status = print_quoted(run, before, state.iso3, after);
    }
    return status;
}

static cli_exit print_forums(cli_run *run, const cli_data *data, const char *before, const char *after) {
    cli_exit status = CLI_DONE;
    for (size_t f = 0; f < ent_forum_count(data->world) && status == CLI_DONE; f++)
        status = print_quoted(run, before, ent_forum_at(data->world, f, NULL), after);
    return status;
}

static cli_exit print_parameters(cli_run *run, const cli_data *data, const char *before, const char *after) {
    cli_exit status = CLI_DONE;
    for (size_t p = 0; p < ent_params_count(data->params) && status == CLI_DONE; p++)
        status = print_quoted(run, before, ent_params_at(data->params, p).name, after);
    return status;
}

static cli_exit print_commands(cli_run *run, const char *before, const char *after) {
    cli_exit status = CLI_DONE;
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++)
        status = print_quoted(run, before, c->name, after);
    return status;
}

/* The words of one kind as a function of the shell: name, opening, closing. */
typedef cli_exit (*print_words)(cli_run *run, const cli_data *data, const char *before, const char *after);

static cli_exit print_command_words(cli_run *run, const cli_data *data, const char *before, const char *after) {
    (void)data;
    return print_commands(run, before, after);
}

static const struct {
    const char *kind, *name;
    print_words print;
} lists[] = {
    {CLI_STATES, "states", print_states},
    {CLI_FORUMS, "forums", print_forums},
    {CLI_PARAMETERS, "parameters", print_parameters},
    {CLI_COMMANDS, "commands", print_command_words},
};

static const char *list_of(const char *kind) {
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        if (strcmp(lists[l].kind, kind) == 0) return lists[l].name;
    return NULL;
}

/* "--year --format ..." of a command. */
static cli_exit print_options(cli_run *run, const cli_command *c) {
    cli_exit status = CLI_DONE;
    for (const char *const *o = c->options; *o != NULL && status == CLI_DONE; o++)
        status = cli_print(run, "--%s ", *o);
    for (const char *const *o = cli_common_options; *o != NULL && status == CLI_DONE; o++)
        status = cli_print(run, "--%s%s", *o, o[1] != NULL ? " " : "");
    return status;
}

/* ---- bash and zsh ---- */

/* Functions that print their words, one a line. */
static cli_exit print_functions(cli_run *run, const cli_data *data) {
    cli_exit status = CLI_DONE;
    for (size_t l = 0; l < sizeof lists / sizeof *lists && status == CLI_DONE; l++) {
        status = cli_print(run, "_entente_%s() {\n    printf '%%s\\n' \\\n", lists[l].name);
        if (status == CLI_DONE) status = lists[l].print(run, data, "        ", " \\\n");
        if (status == CLI_DONE) status = cli_print(run, "        ;\n}\n\n");
    }
    return status;
}

/* "_entente_values OPTION": the words an option takes. */
static cli_exit print_values(cli_run *run) {
    cli_exit status = cli_print(run, "_entente_values() {\n    case $1 in\n");
    for (const cli_option *o = cli_option_table; o->name != NULL && status == CLI_DONE; o++) {
        const char *list = o->values != NULL ? list_of(o->values) : NULL;
        if (o->values == NULL) continue;
        status = cli_print(run, "    --%s", o->name);
        if (status == CLI_DONE && o->letter != 0) status = cli_print(run, " | -%c", o->letter);
        if (status == CLI_DONE && list != NULL) status = cli_print(run, ") _entente_%s ;;\n", list);
        if (status == CLI_DONE && list == NULL && strcmp(o->values, CLI_FILES) == 0)
            status = cli_print(run, ") echo '%s' ;;\n", CLI_FILES);
        if (status == CLI_DONE && list == NULL && o->values[0] != '@')
            status = cli_print(run, ") printf '%%s\\n' %s ;;\n", o->values);
    }
    return status == CLI_DONE ? cli_print(run, "    esac\n}\n\n") : status;
}

/* "_entente_takes OPTION": true when a value follows it. */
static cli_exit print_takes(cli_run *run) {
    cli_exit status = cli_print(run, "_entente_takes() {\n    case $1 in\n    ");
    bool first = true;
    for (const cli_option *o = cli_option_table; o->name != NULL && status == CLI_DONE; o++) {
        if (o->value == NULL) continue;
        status = cli_print(run, "%s--%s", first ? "" : " | ", o->name);
        if (status == CLI_DONE && o->letter != 0) status = cli_print(run, " | -%c", o->letter);
        first = false;
    }
    return status == CLI_DONE ? cli_print(run, ") return 0 ;;\n    esac\n    return 1\n}\n\n") : status;
}

/* "_entente_words COMMAND" and "_entente_options COMMAND". */
static cli_exit print_by_command(cli_run *run) {
    cli_exit status = cli_print(run, "_entente_words() {\n    case $1 in\n    '') _entente_commands ;;\n");
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++) {
        const char *list = c->operands != NULL ? list_of(c->operands) : NULL;
        if (list != NULL) status = cli_print(run, "    %s) _entente_%s ;;\n", c->name, list);
        if (c->operands != NULL && list == NULL) status = cli_print(run, "    %s) echo '%s' ;;\n", c->name, CLI_FILES);
    }
    if (status == CLI_DONE) status = cli_print(run, "    esac\n}\n\n_entente_options() {\n    case $1 in\n");
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++) {
        status = cli_print(run, "    %s) printf '%%s\\n' ", c->name);
        if (status == CLI_DONE) status = print_options(run, c);
        if (status == CLI_DONE) status = cli_print(run, " ;;\n");
    }
    return status == CLI_DONE ? cli_print(run, "    *) printf '%%s\\n' --help --version ;;\n    esac\n}\n\n") : status;
}

static const char bash_main[] =
    "# Words that begin with what is typed, in any case; files where the list says so. After `cite` a question may\n"
    "# stand, so its own words follow.\n"
    "_entente_offer() {\n"
    "    local word typed=${1,,}\n"
    "    while IFS= read -r word; do\n"
    "        if [[ $word == '@files' ]]; then\n"
    "            while IFS= read -r word; do COMPREPLY+=(\"$word\"); done < <(compgen -f -- \"$1\")\n"
    "        elif [[ ${word,,} == \"$typed\"* ]]; then\n"
    "            COMPREPLY+=(\"$word\")\n"
    "        fi\n"
    "    done\n"
    "}\n"
    "\n"
    "_entente() {\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} before='' command='' option='' i word\n"
    "    COMPREPLY=()\n"
    "    compopt -o filenames 2>/dev/null # bash quotes names of several words\n"
    "    ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    current=${current#[\\\"\\']}\n"
    "    if [[ $current == '=' ]]; then\n"
    "        option=$before current=''\n"
    "    elif [[ $before == '=' ]]; then\n"
    "        option=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    elif _entente_takes \"$before\"; then\n"
    "        option=$before\n"
    "    fi\n"
    "    if [[ $option == -* ]]; then\n"
    "        _entente_offer \"$current\" < <(_entente_values \"$option\")\n"
    "        return\n"
    "    fi\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        word=${COMP_WORDS[i]}\n"
    "        if _entente_takes \"$word\"; then\n"
    "            [[ ${COMP_WORDS[i + 1]} == '=' ]] && ((i++))\n"
    "            ((i++))\n"
    "        elif [[ $word != -* && (-z $command || $command == cite) ]]; then\n"
    "            command=$word\n"
    "        fi\n"
    "    done\n"
    "    if [[ $current == -* ]]; then\n"
    "        _entente_offer \"$current\" < <(_entente_options \"$command\")\n"
    "    else\n"
    "        _entente_offer \"$current\" < <(_entente_words \"$command\"; [[ $command == cite ]] && "
    "_entente_commands)\n"
    "    fi\n"
    "}\n"
    "\n"
    "complete -F _entente entente\n";

static const char zsh_main[] = "# The words of a list as matches, in any case; files where the list says so.\n"
                               "_entente_offer() {\n"
                               "    local -a offered\n"
                               "    offered=(\"${(@f)$(\"$@\")}\")\n"
                               "    if [[ ${offered[1]} == '@files' ]]; then\n"
                               "        _files\n"
                               "        shift offered\n"
                               "    fi\n"
                               "    [[ -n ${offered[1]} ]] && compadd -M 'm:{a-zA-Z}={A-Za-z}' -a offered\n"
                               "}\n"
                               "\n"
                               "_entente() {\n"
                               "    local before=${words[CURRENT-1]} command='' word option\n"
                               "    local -i i\n"
                               "    if [[ $PREFIX == --*=* ]]; then\n"
                               "        option=${PREFIX%%=*}\n"
                               "        compset -P '*='\n"
                               "        _entente_offer _entente_values $option\n"
                               "        return\n"
                               "    fi\n"
                               "    if _entente_takes $before; then\n"
                               "        _entente_offer _entente_values $before\n"
                               "        return\n"
                               "    fi\n"
                               "    for (( i = 2; i < CURRENT; i++ )); do\n"
                               "        word=${words[i]}\n"
                               "        if _entente_takes $word; then\n"
                               "            (( i++ ))\n"
                               "        elif [[ $word != -* && ( -z $command || $command == cite ) ]]; then\n"
                               "            command=$word\n"
                               "        fi\n"
                               "    done\n"
                               "    if [[ $PREFIX == -* ]]; then\n"
                               "        _entente_offer _entente_options \"$command\"\n"
                               "    else\n"
                               "        _entente_offer _entente_words \"$command\"\n"
                               "        [[ $command == cite ]] && _entente_offer _entente_commands\n"
                               "    fi\n"
                               "}\n"
                               "\n"
                               "_entente \"$@\"\n";

/* Bash and zsh share their functions and differ in how they offer words. */
static cli_exit print_posix(cli_run *run, const cli_data *data, bool zsh) {
    cli_exit status = cli_print(run, "%s# Printed by: entente help --completion %s\n\n",
                                zsh ? "#compdef entente\n" : "", zsh ? "zsh" : "bash");
    if (status == CLI_DONE) status = print_functions(run, data);
    if (status == CLI_DONE) status = print_values(run);
    if (status == CLI_DONE) status = print_takes(run);
    if (status == CLI_DONE) status = print_by_command(run);
    return status == CLI_DONE ? cli_print(run, "%s", zsh ? zsh_main : bash_main) : status;
}

/* ---- fish ---- */

/* Single quotes of fish know backslash and quote. */
static cli_exit print_fish_word(cli_run *run, const char *text) {
    cli_exit status = cli_print(run, "'");
    for (; *text != 0 && status == CLI_DONE; text++)
        status = cli_print(run, *text == '\'' || *text == '\\' ? "\\%c" : "%c", *text);
    return status == CLI_DONE ? cli_print(run, "'") : status;
}

/* Names hold no backslash, and the quoting of POSIX shells for ' works in fish as well. */
static cli_exit print_fish_functions(cli_run *run, const cli_data *data) {
    cli_exit status = CLI_DONE;
    for (size_t l = 0; l < sizeof lists / sizeof *lists && status == CLI_DONE; l++) {
        status = cli_print(run, "function __entente_%s\n    printf '%%s\\n'", lists[l].name);
        if (status == CLI_DONE) status = lists[l].print(run, data, " \\\n        ", "");
        if (status == CLI_DONE) status = cli_print(run, "\nend\n\n");
    }
    return status;
}

/* -a '...' for the words of an option or operand. */
static cli_exit print_fish_words(cli_run *run, const char *values) {
    const char *list = list_of(values);
    if (strcmp(values, CLI_FILES) == 0) return cli_print(run, " -F");
    return list != NULL ? cli_print(run, " -a '(__entente_%s)'", list) : cli_print(run, " -a '%s'", values);
}

static cli_exit print_fish_option(cli_run *run, const cli_command *c, const char *name) {
    const cli_option *o = cli_option_find(name);
    cli_exit status = cli_print(run, "complete -c entente -n '__entente_in %s' -l %s", c->name, o->name);
    if (status == CLI_DONE && o->letter != 0) status = cli_print(run, " -s %c", o->letter);
    if (status == CLI_DONE && o->value != NULL) status = cli_print(run, " -r");
    if (status == CLI_DONE && o->values != NULL) status = print_fish_words(run, o->values);
    if (status == CLI_DONE) status = cli_print(run, " -d ");
    if (status == CLI_DONE) status = print_fish_word(run, o->help);
    return status == CLI_DONE ? cli_print(run, "\n") : status;
}

static cli_exit print_fish_command(cli_run *run, const cli_command *c) {
    cli_exit status = cli_print(run, "complete -c entente -n __fish_use_subcommand -a %s -d ", c->name);
    if (status == CLI_DONE) status = print_fish_word(run, c->summary);
    if (status == CLI_DONE) status = cli_print(run, "\n");
    if (status == CLI_DONE && c->operands != NULL) {
        status = cli_print(run, "complete -c entente -n '__entente_in %s'", c->name);
        if (status == CLI_DONE) status = print_fish_words(run, c->operands);
        /* Where an answer may stand as a file, the question may stand as well. */
        if (status == CLI_DONE && strcmp(c->operands, CLI_FILES) == 0) status = print_fish_words(run, CLI_COMMANDS);
        if (status == CLI_DONE) status = cli_print(run, "\n");
    }
    for (const char *const *o = c->options; *o != NULL && status == CLI_DONE; o++)
        status = print_fish_option(run, c, *o);
    for (const char *const *o = cli_common_options; *o != NULL && status == CLI_DONE; o++)
        status = print_fish_option(run, c, *o);
    return status;
}

static cli_exit print_fish(cli_run *run, const cli_data *data) {
    cli_exit status = cli_print(run, "# Printed by: entente help --completion fish\n\n"
                                     "function __entente_in\n    __fish_seen_subcommand_from $argv[1]\nend\n\n");
    if (status == CLI_DONE) status = print_fish_functions(run, data);
    if (status == CLI_DONE) status = cli_print(run, "complete -c entente -f\n");
    for (const cli_command *c = cli_command_table; c->name != NULL && status == CLI_DONE; c++)
        status = print_fish_command(run, c);
    return status;
}

cli_exit cli_print_completion(cli_run *run) {
    const char *shell = run->options.completion;
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_data_params(run, &data);
    if (status == CLI_DONE)
        status =
            strcmp(shell, "fish") == 0 ? print_fish(run, &data) : print_posix(run, &data, strcmp(shell, "zsh") == 0);
    cli_data_clear(&data);
    return status;
}
