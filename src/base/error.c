/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors: filled in where they happen, owned by the caller, never printed here. */
#include "base/base.h"

#include <stdio.h>
#include <string.h>

const char *ent_status_name(ent_status status) {
    switch (status) {
    case ENT_OK: return "ok";
    case ENT_E_ARG: return "argument";
    case ENT_E_RANGE: return "range";
    case ENT_E_NOMEM: return "memory";
    case ENT_E_IO: return "io";
    case ENT_E_PARSE: return "parse";
    case ENT_E_MISSING: return "missing";
    case ENT_E_DIVERGED: return "diverged";
    case ENT_E_CANCELLED: return "cancelled";
    }
    return "unknown";
}

static void fill(ent_error *err, ent_status status, const char *format, va_list args) {
    size_t used = strlen(err->message);
    err->status = status;
    (void)vsnprintf(err->message + used, sizeof err->message - used, format, args); /* cut when too long */
    for (char *p = err->message; *p != 0; p++) /* one line, and nothing that moves a terminal's cursor */
        if ((unsigned char)*p < 0x20 || *p == 0x7f) *p = '?';
}

ent_status ent_fail(ent_error *err, ent_status status, const char *format, ...) {
    if (err != NULL) {
        va_list args;
        memset(err, 0, sizeof *err);
        va_start(args, format);
        fill(err, status, format, args);
        va_end(args);
    }
    return status;
}

ent_status ent_fail_at(ent_error *err, ent_status status, const char *file, long row, long column, const char *format,
                       ...) {
    if (err != NULL) {
        va_list args;
        memset(err, 0, sizeof *err);
        (void)snprintf(err->file, sizeof err->file, "%s", file);
        err->row = row;
        err->column = column;
        if (column > 0)
            (void)snprintf(err->message, sizeof err->message, "%s:%ld:%ld: ", file, row, column);
        else if (row > 0)
            (void)snprintf(err->message, sizeof err->message, "%s:%ld: ", file, row);
        else
            (void)snprintf(err->message, sizeof err->message, "%s: ", file);
        va_start(args, format);
        fill(err, status, format, args);
        va_end(args);
    }
    return status;
}

ent_status enti_no_memory(ent_error *err) {
    return ent_fail(err, ENT_E_NOMEM, "memory ran out");
}

#define TEXT_OF(x) #x
#define VERSION_TEXT(a, b, c) TEXT_OF(a) "." TEXT_OF(b) "." TEXT_OF(c)

const char *ent_version(void) {
    return VERSION_TEXT(ENT_VERSION_MAJOR, ENT_VERSION_MINOR, ENT_VERSION_PATCH);
}
