/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels on their way out: streamed to a file or to standard output, with digest, manifest and progress. */
#ifndef CLI_ROWS_H
#define CLI_ROWS_H

#include "data.h"

#include <stdint.h>

/* Where bytes go. A file is written beside its name and takes it when all went well. */
typedef struct {
    const char *name; /* NULL: standard output */
    char *part;       /* name while it is written */
    int fd;
    bool closed_pipe; /* the reader has gone: it had what it wanted */
    bool digested;
    ent_digest digest;
    uint64_t size;
} cli_target;

cli_exit cli_target_open(cli_target *target, const char *name, bool digested);
int cli_target_take(void *context, const void *bytes, size_t size); /* an ent_sink */
/* Ends it: `status` is that of the writing. A failed file is removed. */
cli_exit cli_target_close(cli_target *target, cli_exit status);

/* Shows how far the building is on a terminal. Context of progress: a cli_progress. */
typedef struct {
    bool shown, wanted;
    double last; /* seconds */
} cli_progress;

void cli_progress_start(const cli_run *run, cli_progress *progress, ent_panel_options *options);
void cli_progress_end(cli_progress *progress);

/* Opens a panel with progress; remarks become notes. */
cli_exit cli_panel_open(cli_run *run, const cli_data *data, const ent_panel_options *options, ent_panel **out);

/* Writes a panel to `name` (NULL: standard output); `digest` receives its SHA-256 unless NULL, *size its bytes. Where a
 * digest is expected, a file with another one does not get its name; *differs says so. */
cli_exit cli_panel_write(const ent_panel *panel, ent_file_format format, const char *name, char digest[65],
                         uint64_t *size);
cli_exit cli_panel_write_again(const ent_panel *panel, ent_file_format format, const char *name, const char *expected,
                               bool *differs);

/* Writes a text to a file. */
cli_exit cli_file_write(const char *name, const char *text, size_t size);
/* SHA-256 of a file. */
cli_exit cli_file_digest(const char *name, char digest[65]);

#endif
