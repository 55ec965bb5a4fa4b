/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which data set a file is, by its header alone. */
#ifndef ENTI_RECOGNISE_H
#define ENTI_RECOGNISE_H

#include "ingest/dataset.h"
#include "ingest/records.h"

/* The one data set that the header fits, or the one called `as` (may be NULL). ENT_E_MISSING for a header that fits none
 * (naming the nearest and what it lacks), ENT_E_ARG for one that fits several or an unknown `as`. */
ENT_MUST_USE ent_status enti_recognise(const enti_records *records, const char *file, const char *as,
                                       const enti_dataset **out, ent_error *err);

/* ENT_E_MISSING naming the columns of the data set that the header lacks; ENT_OK where it lacks none. */
ENT_MUST_USE ent_status enti_recognise_check(const enti_records *records, const char *file, const enti_dataset *set,
                                             ent_error *err);

#endif
