/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result tree as JSON. */
#ifndef ENTI_REPORT_JSON_H
#define ENTI_REPORT_JSON_H

#include "report/tree.h"

/* Appends the tree, indented by two blanks a level, keys in the order they were added, and a newline. */
void enti_json_write(enti_text *out, const enti_tree *tree);

/* The shortest of 15, 16 and 17 digits that reads back as the same number; `value` is finite. */
void enti_number_text(char out[32], double value);

#endif
