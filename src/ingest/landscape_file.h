/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landscapes from bytes: what ent_landscape_read does once the files are opened. */
#ifndef ENTI_LANDSCAPE_FILE_H
#define ENTI_LANDSCAPE_FILE_H

#include "ingest/csv.h"

#include <entente/landscape.h>

/* `pairs` may be NULL. Neither is closed. */
ENT_MUST_USE ent_status enti_landscape_parse(enti_csv *states, enti_csv *pairs, ent_landscape_input **out,
                                             ent_error *err);

#endif
