/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result tree as CSV in long form. */
#ifndef ENTI_REPORT_CSV_H
#define ENTI_REPORT_CSV_H

#include "report/tree.h"

/* Appends a header and one row for each value: section, item, field, value. */
void enti_csv_write(enti_text *out, const enti_tree *tree);

/* Appends one cell, quoted where RFC 4180 asks for it. */
void enti_csv_cell(enti_text *out, const char *text);

#endif
