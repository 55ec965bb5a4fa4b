/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: parse, run one command, write its answer. The answer is made in memory and written in one go, so a
 * failure leaves standard output empty. A reader that closes the pipe early (head) has what it wanted: status 0.
 */
#include "commands.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Names and file names are other people's text: keep them from breaking the line or the terminal. */
static void put_line(const char *text) {
    (void)fputs("entente: ", stderr);
    for (; *text != 0; text++)
        (void)fputc((unsigned char)*text < 0x20 || *text == 0x7F ? '?' : *text, stderr);
    (void)fputc('\n', stderr);
}

cli_exit cli_fail(cli_exit status, const char *format, ...) {
    char message[1024];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    put_line(message);
    return status;
}

cli_exit cli_fail_with(const ent_error *error) {
    cli_exit status = CLI_FAILED;
    switch (error->status) {
    case ENT_E_ARG:
    case ENT_E_RANGE: status = CLI_USAGE; break;
    case ENT_E_PARSE:
    case ENT_E_MISSING: status = CLI_DATA; break;
    case ENT_E_DIVERGED: status = CLI_DIVERGED; break;
    case ENT_OK:
    case ENT_E_NOMEM:
    case ENT_E_IO:
    case ENT_E_CANCELLED: break;
    }
    return cli_fail(status, "%s", error->message);
}

/* Text that grows by formatted pieces; false when memory ran out, with the text as it was. */
static bool append(char **text, size_t *size, const char *format, va_list args) {
    va_list again;
    char *grown;
    int more;
    va_copy(again, args);
    more = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (more < 0) return false;
    grown = realloc(*text, *size + (size_t)more + 1);
    if (grown == NULL) return false;
    (void)vsnprintf(grown + *size, (size_t)more + 1, format, args);
    *text = grown;
    *size += (size_t)more;
    return true;
}

cli_exit cli_print(cli_run *run, const char *format, ...) {
    va_list args;
    bool done;
    va_start(args, format);
    done = append(&run->answer, &run->size, format, args);
    va_end(args);
    return done ? CLI_DONE : cli_fail(CLI_FAILED, "memory ran out");
}

void cli_note(cli_run *run, const char *format, ...) {
    size_t size = run->notes != NULL ? strlen(run->notes) : 0;
    va_list args;
    va_start(args, format);
    if (append(&run->notes, &size, format, args)) (void)strcat(run->notes, "\n");
    va_end(args);
}

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
    /* Some file systems tell only now that there was no room. */
    if (close(STDOUT_FILENO) != 0 && errno != EINTR)
        return cli_fail(CLI_FAILED, "the answer cannot be written: %s", strerror(errno));
    return CLI_DONE;
}

static cli_exit run_command(cli_run *run, int argc, char **argv) {
    cli_exit status = (cli_exit)cli_options_parse(&run->options, argc, argv);
    if (status != CLI_DONE) return status;
    if (run->options.operands_count == 0) {
        /* Without a command: the parameters, the version, or the overview. */
        run->options.operands[run->options.operands_count++] = run->options.explain_defaults ? "assess"
                                                               : run->options.version       ? "version"
                                                                                            : "help";
        if (run->options.version) run->options.given[0] = NULL;
    }
    return cli_command_run(run);
}

int main(int argc, char **argv) {
    cli_run run = {0};
    cli_exit status;

    (void)signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write(2), not a death */
    status = run_command(&run, argc, argv);
    if (status == CLI_DONE) status = write_answer(run.answer, run.size);
    if (status == CLI_DONE && !run.options.quiet && run.notes != NULL) (void)fputs(run.notes, stderr);
    free(run.notes);
    ent_free(run.answer);
    cli_options_clear(&run.options);
    return status;
}
