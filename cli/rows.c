/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows are too many to hold as text, so they are streamed. A file gets its name only when it is whole: a full disk or
 * an interruption leaves what stood there before.
 */
#include "rows.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

cli_exit cli_target_open(cli_target *t, const char *name, bool digested) {
    size_t size = name == NULL ? 0 : strlen(name);
    *t = (cli_target){.fd = STDOUT_FILENO, .digested = digested};
    if (digested) ent_digest_start(&t->digest);
    if (name == NULL || strcmp(name, "-") == 0) return CLI_DONE;
    t->name = name;
    t->part = malloc(size + 6);
    if (t->part == NULL) return cli_fail(CLI_FAILED, "memory ran out");
    (void)snprintf(t->part, size + 6, "%s.part", name);
    t->fd = open(t->part, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (t->fd >= 0) return CLI_DONE;
    free(t->part);
    t->part = NULL;
    return cli_fail(CLI_FAILED, "%s cannot be written: %s", name, strerror(errno));
}

int cli_target_take(void *context, const void *bytes, size_t size) {
    cli_target *t = context;
    const char *at = bytes;
    if (t->digested) ent_digest_add(&t->digest, bytes, size);
    t->size += size;
    while (size > 0) {
        ssize_t written = write(t->fd, at, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            t->closed_pipe = errno == EPIPE && t->name == NULL;
            return errno;
        }
        at += written;
        size -= (size_t)written;
    }
    return 0;
}

cli_exit cli_target_close(cli_target *t, cli_exit status) {
    if (t->part == NULL) return status;
    if (close(t->fd) != 0 && status == CLI_DONE)
        status = cli_fail(CLI_FAILED, "%s cannot be written: %s", t->name, strerror(errno));
    if (status == CLI_DONE && rename(t->part, t->name) != 0)
        status = cli_fail(CLI_FAILED, "%s cannot be written: %s", t->name, strerror(errno));
    if (status != CLI_DONE) (void)unlink(t->part); /* what is left is of no use */
    free(t->part);
    t->part = NULL;
    return status;
}

/* ---- progress ---- */

static double seconds(void) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int show(void *context, double share) {
    cli_progress *p = context;
    double now = seconds();
    if (!p->wanted || now - p->last < 0.2) return 0;
    p->last = now;
    p->shown = true;
    (void)fprintf(stderr, "\rentente: building the panel, %2.0f %%", 100 * share);
    (void)fflush(stderr);
    return 0;
}

void cli_progress_start(const cli_run *run, cli_progress *p, ent_panel_options *options) {
    *p = (cli_progress){.wanted = !run->options.quiet && isatty(STDERR_FILENO), .last = seconds() + 0.3};
    options->progress = show;
    options->context = p;
}

void cli_progress_end(cli_progress *p) {
    if (p->shown) (void)fputs("\r\033[K", stderr);
}

/* ---- panels ---- */

cli_exit cli_panel_open(cli_run *run, const cli_data *data, const ent_panel_options *options, ent_panel **out) {
    ent_panel_options o = *options;
    cli_progress progress;
    ent_error error = {0};
    ent_status st;
    cli_progress_start(run, &progress, &o);
    st = ent_panel_open(data->store, data->world, &o, out, &error);
    cli_progress_end(&progress);
    if (st != ENT_OK) return cli_fail_with(&error);
    for (size_t i = 0; i < ent_panel_note_count(*out); i++)
        cli_note(run, "entente: %s\n", ent_panel_note_at(*out, i));
    return CLI_DONE;
}

static cli_exit write_rows(const ent_panel *panel, ent_file_format format, cli_target *target) {
    ent_error error = {0};
    if (ent_panel_write(panel, format, cli_target_take, target, &error) == ENT_OK || target->closed_pipe)
        return CLI_DONE;
    return target->name != NULL ? cli_fail(CLI_FAILED, "%s: %s", target->name, error.message) : cli_fail_with(&error);
}

cli_exit cli_panel_write(const ent_panel *panel, ent_file_format format, const char *name, char digest[65],
                         uint64_t *size) {
    cli_target target;
    cli_exit status = cli_target_open(&target, name, digest != NULL);
    if (status != CLI_DONE) return status;
    status = write_rows(panel, format, &target);
    if (digest != NULL) ent_digest_end(&target.digest, digest);
    if (size != NULL) *size = target.size;
    return cli_target_close(&target, status);
}

cli_exit cli_panel_write_again(const ent_panel *panel, ent_file_format format, const char *name, const char *expected,
                               bool *differs) {
    cli_target target;
    char digest[65];
    cli_exit status = cli_target_open(&target, name, true);
    *differs = false;
    if (status != CLI_DONE) return status;
    status = write_rows(panel, format, &target);
    ent_digest_end(&target.digest, digest);
    if (status == CLI_DONE && !target.closed_pipe && strcmp(digest, expected) != 0) {
        *differs = true;
        status = CLI_FAILED;
    }
    return cli_target_close(&target, status);
}

cli_exit cli_file_write(const char *name, const char *text, size_t size) {
    cli_target target;
    cli_exit status = cli_target_open(&target, name, false);
    int failure;
    if (status != CLI_DONE) return status;
    failure = cli_target_take(&target, text, size);
    if (failure != 0) status = cli_fail(CLI_FAILED, "%s cannot be written: %s", name, strerror(failure));
    return cli_target_close(&target, status);
}

cli_exit cli_file_digest(const char *name, char digest[65]) {
    char piece[65536];
    ent_digest made;
    size_t got;
    bool failed;
    FILE *file = fopen(name, "rb");
    if (file == NULL) return cli_fail(CLI_DATA, "%s cannot be opened: %s", name, strerror(errno));
    ent_digest_start(&made);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        ent_digest_add(&made, piece, got);
    failed = ferror(file) != 0;
    (void)fclose(file); /* only read from */
    ent_digest_end(&made, digest);
    return failed ? cli_fail(CLI_DATA, "%s cannot be read", name) : CLI_DONE;
}
