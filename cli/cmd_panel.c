/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente panel: rows of states, dyads or leaders by year, as a file for statistics programs. */
#include "commands.h"
#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The form a file's name asks for; `otherwise` where it says nothing. */
static ent_file_format format_of(const char *name, ent_file_format otherwise) {
    static const struct {
        const char *end;
        ent_file_format format;
    } ends[] = {{".csv", ENT_FILE_CSV},      {".tsv", ENT_FILE_TSV},   {".tab", ENT_FILE_TSV},
                {".dta", ENT_FILE_DTA},      {".json", ENT_FILE_JSON}, {".ndjson", ENT_FILE_NDJSON},
                {".jsonl", ENT_FILE_NDJSON}, {".md", ENT_FILE_TABLE}};
    size_t size = name == NULL ? 0 : strlen(name);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t end = strlen(ends[i].end);
        if (size > end && strcmp(name + size - end, ends[i].end) == 0) return ends[i].format;
    }
    return otherwise;
}

static cli_exit write_manifest(const cli_run *run, const cli_data *data, const ent_panel *panel,
                               const ent_panel_options *options, ent_file_format format, const char *digest,
                               uint64_t size) {
    const cli_options *o = &run->options;
    bool file = o->out != NULL && strcmp(o->out, "-") != 0;
    char database[65], beside[4096], *text = NULL;
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    ent_manifest manifest = {.options = *options,
                             .format = format,
                             .version = ent_version(),
                             .data_label = ent_store_label(data->store),
                             .data_file = o->data,
                             .output = file ? o->out : NULL,
                             .output_digest = digest,
                             .output_size = size};
    const char *name = o->manifest;
    if (name == NULL) {
        if (snprintf(beside, sizeof beside, "%s.manifest.json", o->out) >= (int)sizeof beside)
            return cli_fail(CLI_USAGE, "--out is too long a name for a manifest beside it; name one with --manifest");
        name = beside;
    }
    if (o->data != NULL) {
        status = cli_file_digest(o->data, database);
        if (status != CLI_DONE) return status;
        manifest.data_digest = database;
    }
    if (ent_manifest_write(&manifest, panel, &text, &error) != ENT_OK) return cli_fail_with(&error);
    status = cli_file_write(name, text, strlen(text));
    ent_free(text);
    return status;
}

static cli_exit write_codebook(const ent_panel *panel, ent_file_format format, const char *name) {
    cli_target target;
    ent_error error = {0};
    cli_exit status = cli_target_open(&target, name, false);
    if (status != CLI_DONE) return status;
    if (ent_panel_codebook(panel, format, cli_target_take, &target, &error) != ENT_OK && !target.closed_pipe)
        status = cli_fail_with(&error);
    return cli_target_close(&target, status);
}

/* The rows, the manifest beside them, and the codebook where a file is named for it. */
static cli_exit write_all(const cli_run *run, const cli_data *data, const ent_panel *panel,
                          const ent_panel_options *options) {
    const cli_options *o = &run->options;
    ent_file_format format = o->format_given ? o->file_format : format_of(o->out, ENT_FILE_CSV);
    bool file = o->out != NULL && strcmp(o->out, "-") != 0, manifest = file || o->manifest != NULL;
    char digest[65] = "";
    uint64_t size = 0;
    cli_exit status = cli_panel_write(panel, format, o->out, manifest ? digest : NULL, &size);
    if (status == CLI_DONE && manifest) status = write_manifest(run, data, panel, options, format, digest, size);
    if (status == CLI_DONE && o->codebook_file != NULL)
        status = write_codebook(panel, format_of(o->codebook_file, ENT_FILE_TABLE), o->codebook_file);
    return status;
}

static bool asks_for_rows(const cli_options *o) {
    for (size_t i = 0; o->given[i] != NULL; i++)
        if (strcmp(o->given[i], "codebook") != 0 && strcmp(o->given[i], "format") != 0 &&
            strcmp(o->given[i], "out") != 0 && strcmp(o->given[i], "quiet") != 0 && strcmp(o->given[i], "data") != 0)
            return true;
    return false;
}

cli_exit cli_cmd_panel(cli_run *run) {
    const cli_options *o = &run->options;
    bool instead = o->codebook && o->codebook_file == NULL;
    ent_file_format book = o->format_given ? o->file_format : format_of(o->out, ENT_FILE_TABLE);
    ent_panel_options options = o->panel;
    ent_panel *panel = NULL;
    cli_data data = {0};
    cli_exit status;
    options.first = o->first;
    options.last = o->last;
    if (instead && !asks_for_rows(o)) return write_codebook(NULL, book, o->out);
    status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = cli_panel_open(run, &data, &options, &panel);
    if (status == CLI_DONE)
        status = instead ? write_codebook(panel, book, o->out) : write_all(run, &data, panel, &options);
    ent_panel_close(panel);
    cli_data_clear(&data);
    return status;
}
