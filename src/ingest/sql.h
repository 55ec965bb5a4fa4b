/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things that every writer of a database needs. */
#ifndef ENTI_SQL_H
#define ENTI_SQL_H

#include "base/base.h"

#include <sqlite3.h>

/* The error of the last call on a database that errors call `name`. */
ent_status enti_sql_fail(sqlite3 *db, const char *name, ent_error *err);
ENT_MUST_USE ent_status enti_sql_run(sqlite3 *db, const char *name, const char *sql, ent_error *err);
/* Prepares a statement, which the caller finalizes, and binds text to ?1 unless it is NULL. */
ENT_MUST_USE ent_status enti_sql_prepare(sqlite3 *db, const char *name, const char *sql, const char *text,
                                         sqlite3_stmt **out, ent_error *err);
/* Text of a column of the current row; "" for NULL. */
const char *enti_sql_text(sqlite3_stmt *statement, int column);

#endif
