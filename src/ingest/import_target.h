/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database an import goes to: one that is there, or a new one made beside its place. */
#ifndef ENTI_IMPORT_TARGET_H
#define ENTI_IMPORT_TARGET_H

#include "base/base.h"

#include <sqlite3.h>

typedef struct enti_target {
    sqlite3 *db;
    const char *path; /* borrowed */
    char *part;       /* where a new one is made; NULL for one that is there */
    int lock;         /* of `part`, held while it is made; 0: none */
} enti_target;

/* Opens the database for writing, or makes a new one where `create` allows. Cleared by enti_target_close in any case. */
ENT_MUST_USE ent_status enti_target_open(const char *path, bool create, enti_target *out, ent_error *err);
/* Puts a new one in its place, safely on the disk. Nothing to do for one that is there. */
ENT_MUST_USE ent_status enti_target_keep(enti_target *target, ent_error *err);
/* Closes; a new one that was not kept is removed. Accepts a zeroed one. */
void enti_target_close(enti_target *target);

#endif
