/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entente rerun MANIFEST: the same output again, and proof that it is the same. */
#include "commands.h"
#include "rows.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 16 << 20 }; /* no manifest is larger */

static cli_exit read_manifest(const char *name, ent_manifest *out, void **owner) {
    ent_error error = {0};
    cli_exit status = CLI_DONE;
    char *text = NULL;
    size_t size;
    FILE *file = fopen(name, "rb");
    if (file == NULL) return cli_fail(CLI_DATA, "%s cannot be opened: %s", name, strerror(errno));
    text = malloc(MOST);
    if (text == NULL) {
        (void)fclose(file); /* only read from */
        return cli_fail(CLI_FAILED, "memory ran out");
    }
    errno = 0;
    size = fread(text, 1, MOST, file);
    if (ferror(file) != 0)
        status = cli_fail(CLI_DATA, "%s cannot be read: %s", name, strerror(errno));
    else if (ent_manifest_read(text, size, out, owner, &error) != ENT_OK)
        status =
            error.status == ENT_E_PARSE ? cli_fail(CLI_DATA, "%s: %s", name, error.message) : cli_fail_with(&error);
    (void)fclose(file); /* only read from */
    free(text);
    return status;
}

/* The data must be those of the manifest, or equal bytes would be luck. */
static cli_exit check_data(const cli_run *run, const cli_data *data, const ent_manifest *m) {
    char digest[65];
    cli_exit status;
    if (m->data_digest == NULL) {
        if (strcmp(ent_store_label(data->store), m->data_label) == 0) return CLI_DONE;
        return cli_fail(CLI_DATA, "the manifest was made with \"%s\"; this program has \"%s\"", m->data_label,
                        ent_store_label(data->store));
    }
    status = cli_file_digest(run->options.data, digest);
    if (status == CLI_DONE && strcmp(digest, m->data_digest) != 0)
        status = cli_fail(CLI_DATA, "%s is not the database of the manifest: its SHA-256 is %.12s, expected %.12s",
                          run->options.data, digest, m->data_digest);
    return status;
}

static cli_exit rerun(cli_run *run, const cli_data *data, const ent_manifest *m) {
    ent_panel *panel = NULL;
    bool differs = false;
    cli_exit status = check_data(run, data, m);
    if (status == CLI_DONE) status = cli_panel_open(run, data, &m->options, &panel);
    if (status == CLI_DONE)
        status = cli_panel_write_again(panel, m->format, run->options.out, m->output_digest, &differs);
    if (differs)
        (void)cli_fail(CLI_FAILED, "the output differs from the one of the manifest (entente %s then, %s now)",
                       m->version, ent_version()); /* the status is that already */
    if (status == CLI_DONE) cli_note(run, "entente: the same %llu bytes\n", (unsigned long long)m->output_size);
    ent_panel_close(panel);
    return status;
}

cli_exit cli_cmd_rerun(cli_run *run) {
    cli_options *o = &run->options;
    ent_manifest manifest;
    void *owner = NULL;
    cli_data data = {0};
    cli_exit status = read_manifest(o->operands[1], &manifest, &owner);
    if (status != CLI_DONE) return status;
    if (manifest.data_digest == NULL)
        o->data = NULL; /* the snapshot, whatever the environment names */
    else if (o->data == NULL)
        o->data = manifest.data_file;
    status = cli_data_open(run, &data);
    if (status == CLI_DONE) status = rerun(run, &data, &manifest);
    cli_data_clear(&data);
    ent_free(owner);
    return status;
}
