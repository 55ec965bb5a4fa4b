/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of states in the schemes of published files, as COW numbers, by the tables of the database itself. */
#ifndef ENTI_CODES_H
#define ENTI_CODES_H

#include "base/base.h"

#include <sqlite3.h>

typedef enum enti_scheme {
    ENTI_SCHEME_COW,
    ENTI_SCHEME_GW,
    ENTI_SCHEME_ISO2,
    ENTI_SCHEME_ISO3,
    ENTI_SCHEME_ISO_NUMERIC,
    ENTI_SCHEME_POLITY,
    ENTI_SCHEME_COW_LETTERS,
    ENTI_SCHEME_GW_LETTERS,
    ENTI_SCHEME_NAME,
    ENTI_SCHEMES,
} enti_scheme;

typedef struct enti_codes enti_codes;

/* Reads `names` and `membership`. The caller closes it. */
ENT_MUST_USE ent_status enti_codes_open(sqlite3 *db, enti_codes **out, ent_error *err);
void enti_codes_close(enti_codes *codes); /* accepts NULL */

/* The scheme of a name such as "iso3"; ENTI_SCHEMES for another. `size` is the name's length. */
enti_scheme enti_scheme_of(const char *name, size_t size);

/* Whether the COW list has the number at any time. */
bool enti_codes_known(const enti_codes *codes, int64_t ccode);
/* COW number that a code stood for in a year (ENT_MISSING: at any time), or ENT_MISSING where none answers. */
int enti_codes_find(const enti_codes *codes, enti_scheme scheme, const char *text, int year);

#endif
