/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of references.bib as a table of the snapshot. */
#ifndef ENTI_BIBLIOGRAPHY_H
#define ENTI_BIBLIOGRAPHY_H

#include "base/base.h"

#include <sqlite3.h>

/* Makes the table bibliography from dir/references.bib and checks that every row of sources has its entry. */
ENT_MUST_USE ent_status enti_bibliography_load(sqlite3 *db, const char *dir, ent_error *err);

#endif
