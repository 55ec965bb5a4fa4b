/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * entente cite: BibTeX for what an answer used. The keys come from the answer's JSON, from the same question asked
 * again, or from the command line. What ends in .json or holds a slash is a file; the rest are keys.
 */
#include "commands.h"
#include "data.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 65536 };

/* All of a stream into `text`; false when reading or memory failed. */
static bool read_all(FILE *from, cli_text *text) {
    size_t room = 0, got;
    do {
        if (text->size + PIECE > room) {
            char *grown = realloc(text->at, room = 2 * room + PIECE);
            if (grown == NULL) return false;
            text->at = grown;
        }
        got = fread(text->at + text->size, 1, PIECE, from);
        text->size += got;
    } while (got > 0);
    return ferror(from) == 0;
}

static cli_exit read_file(const char *name, cli_text *text) {
    bool standard = strcmp(name, "-") == 0, done;
    FILE *file = standard ? stdin : fopen(name, "rb");
    int why;
    if (file == NULL) return cli_fail(CLI_DATA, "%s cannot be opened: %s", name, strerror(errno));
    errno = 0;
    done = read_all(file, text);
    why = errno;
    if (!standard) (void)fclose(file); /* only read from */
    return done ? CLI_DONE
                : cli_fail(CLI_DATA, "%s cannot be read: %s", standard ? "standard input" : name, strerror(why));
}

static cli_exit cite_keys(cli_run *run, const cli_data *data, const char *const *keys, size_t count) {
    ent_error error = {0};
    char *text = NULL;
    if (ent_cite_keys(data->world, keys, count, &text, &error) != ENT_OK) return cli_fail_with(&error);
    run->report = text;
    run->report_size = strlen(text);
    return CLI_DONE;
}

/* The keys of an answer, as BibTeX. `name` is for the error. */
static cli_exit cite_answer(cli_run *run, const cli_data *data, const char *name, const char *json, size_t size) {
    const char **keys = NULL;
    size_t count = 0;
    ent_error error = {0};
    cli_exit status;
    if (ent_report_cited(json, size, &keys, &count, &error) != ENT_OK)
        return error.status == ENT_E_PARSE ? cli_fail(CLI_DATA, "%s: %s", name, error.message) : cli_fail_with(&error);
    if (count == 0) {
        cli_note(run, "entente: the answer names no source\n");
        ent_free(keys);
        return CLI_DONE;
    }
    status = cite_keys(run, data, keys, count);
    ent_free(keys);
    return status;
}

static cli_exit cite_file(cli_run *run, const cli_data *data, const char *name) {
    cli_text text = {0};
    cli_exit status = read_file(name, &text);
    if (status == CLI_DONE)
        status = cite_answer(run, data, strcmp(name, "-") == 0 ? "standard input" : name, text.at, text.size);
    free(text.at);
    return status;
}

/* Asks the question again, for its JSON. */
static cli_exit cite_question(cli_run *run, const cli_data *data, const cli_command *command) {
    cli_options *o = &run->options;
    char *json;
    size_t size;
    cli_exit status;
    if (o->all) return cli_fail(CLI_USAGE, "--all prints every entry; ask no question with it");
    memmove(o->operands, o->operands + 1, (o->operands_count - 1) * sizeof *o->operands);
    o->operands_count--;
    status = cli_command_check(command, o);
    if (status != CLI_DONE) return status;
    o->format = ENT_JSON;
    status = command->run(run);
    if (status != CLI_DONE) return status;
    json = run->report;
    size = run->report_size;
    run->report = NULL;
    run->report_size = 0;
    status = cite_answer(run, data, command->name, json, size);
    ent_free(json);
    return status;
}

/* Help and version have no answer, and an answer about citations would go round in circles. */
static const cli_command *question_of(const cli_options *o) {
    const cli_command *command = o->operands_count > 1 ? cli_command_find(o->operands[1]) : NULL;
    if (command == NULL || strcmp(command->group, "Program") == 0 || command->run == cli_cmd_cite) return NULL;
    /* Rows are no answer: they are streamed, and their manifest and codebook name the sources. */
    if (command->run == cli_cmd_panel || command->run == cli_cmd_measure || command->run == cli_cmd_rerun) return NULL;
    return command;
}

static bool is_file(const char *name) {
    size_t size = strlen(name);
    return strcmp(name, "-") == 0 || strchr(name, '/') != NULL || (size > 5 && strcmp(name + size - 5, ".json") == 0);
}

static cli_exit cite(cli_run *run, const cli_data *data) {
    const cli_options *o = &run->options;
    const cli_command *question = question_of(o);
    cli_exit status;
    if (question != NULL) return cite_question(run, data, question);
    status = cli_command_check(cli_command_find("cite"), o);
    if (status != CLI_DONE) return status;
    if (o->all && o->operands_count > 1)
        return cli_fail(CLI_USAGE, "--all prints every entry; name no \"%s\" with it", o->operands[1]);
    if (o->all) return cite_keys(run, data, NULL, 0);
    if (o->operands_count < 2)
        return cli_fail(CLI_USAGE, "cite takes an answer (FILE.json or -), keys, a question or --all");
    if (is_file(o->operands[1])) {
        if (o->operands_count > 2)
            return cli_fail(CLI_USAGE, "cite takes one answer at a time; %zu given", o->operands_count - 1);
        return cite_file(run, data, o->operands[1]);
    }
    return cite_keys(run, data, o->operands + 1, o->operands_count - 1);
}

cli_exit cli_cmd_cite(cli_run *run) {
    cli_data data;
    cli_exit status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cite(run, &data);
    cli_data_clear(&data);
    return status;
}
