/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: parse, run one command, write its answer. The answer is made in memory and written in one go, so a
 * failure leaves standard output empty. A reader that closes the pipe early (head) has what it wanted: status 0.
 */
#include "commands.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Writes all of it; a closed pipe counts as done. */
static cli_exit write_answer(const char *text, size_t size) {
    while (size > 0) {
        ssize_t written = write(STDOUT_FILENO, text, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return CLI_DONE;
        if (written < 0) return cli_fail(CLI_FAILED, "the answer cannot be written: %s", strerror(errno));
        text += written;
        size -= (size_t)written;
    }
    return CLI_DONE;
}

/* Some file systems tell only at the close that there was no room. */
static cli_exit finish_output(void) {
    if (close(STDOUT_FILENO) != 0 && errno != EINTR)
        return cli_fail(CLI_FAILED, "the answer cannot be written: %s", strerror(errno));
    return CLI_DONE;
}

static cli_exit run_command(cli_run *run, int argc, char **argv) {
    cli_exit status = cli_options_parse(&run->options, argc, argv);
    if (status != CLI_DONE) return status;
    if (run->options.operands_count == 0) {
        /* Without a command: the parameters, the version, or the overview. */
        run->options.operands[run->options.operands_count++] = run->options.explain_defaults ? "assess"
                                                               : run->options.version        ? "version"
                                                                                             : "help";
    }
    return cli_command_run(run);
}

int main(int argc, char **argv) {
    cli_run run = {0};
    cli_exit status;

    (void)signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write(2), not a death */
    status = run_command(&run, argc, argv);
    if (status == CLI_DONE) status = write_answer(run.report, run.report_size);
    if (status == CLI_DONE) status = write_answer(run.printed.at, run.printed.size);
    if (status == CLI_DONE) status = finish_output();
    if (status == CLI_DONE && !run.options.quiet && run.notes.at != NULL) (void)fputs(run.notes.at, stderr);
    ent_free(run.report);
    free(run.printed.at);
    free(run.notes.at);
    cli_options_clear(&run.options);
    return (int)status;
}
