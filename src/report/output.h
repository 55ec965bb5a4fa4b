/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a report leaves: a grown text or a result tree becomes text that the caller owns. */
#ifndef ENTI_REPORT_OUTPUT_H
#define ENTI_REPORT_OUTPUT_H

#include "report/tree.h"

#include <entente/report.h>

/* Hands over the text (the caller frees it with ent_free) and leaves it empty; size may be NULL. */
ENT_MUST_USE ent_status enti_text_finish(enti_text *text, char **out, size_t *size, ent_error *err);

/* Writes the tree as JSON or CSV, hands over that text and clears the tree, also on failure. */
ENT_MUST_USE ent_status enti_tree_finish(enti_tree *tree, ent_format format, char **out, size_t *size, ent_error *err);

#endif
