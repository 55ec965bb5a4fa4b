/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How commands speak: one line for an error, text that grows for an answer, notes for later. */
#include "cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Names of states and files are other people's text: keep them from breaking the line or the terminal. */
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

/* Appends; on failure the text stays as it was. */
static bool append(cli_text *text, const char *format, va_list args) {
    va_list again;
    char *grown;
    int more;
    va_copy(again, args);
    more = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (more < 0) return false;
    grown = realloc(text->at, text->size + (size_t)more + 1);
    if (grown == NULL) return false;
    (void)vsnprintf(grown + text->size, (size_t)more + 1, format, args);
    text->at = grown;
    text->size += (size_t)more;
    return true;
}

cli_exit cli_print(cli_run *run, const char *format, ...) {
    va_list args;
    bool done;
    va_start(args, format);
    done = append(&run->printed, format, args);
    va_end(args);
    return done ? CLI_DONE : cli_fail(CLI_FAILED, "memory ran out");
}

void cli_note(cli_run *run, const char *format, ...) {
    va_list args;
    va_start(args, format);
    (void)append(&run->notes, format, args); /* a note may be lost */
    va_end(args);
}
