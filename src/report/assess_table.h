/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the table that answers "assess", each in its own file. */
#ifndef ENTI_REPORT_ASSESS_TABLE_H
#define ENTI_REPORT_ASSESS_TABLE_H

#include "report/page_parts.h"

#include <entente/assess.h>

enum {
    ENTI_WIDE = 96, /* from here on the last column of a table fits beside the others */
};

/* Theories side by side, what each rests on, and where they disagree; `params` may be NULL. */
void enti_write_theories(enti_page *page, const ent_assessment *assessment, const ent_params *params, bool explain);

/* Obstacles, supports and context, in the order the reading asks for. */
void enti_write_obstacles(enti_page *page, const ent_assessment *assessment, bool explain);

/* The smallest changes by target; the parameters, which may be NULL, say what a unit of cost is. */
void enti_write_changes(enti_page *page, const ent_assessment *assessment, const ent_params *params, bool explain);

/* Where a line's number comes from: value, mean, coefficient, formula, source row. */
void enti_write_trace(enti_page *page, const ent_line *line, int indent);

/* The line itself, then its trace. */
void enti_write_ledger(enti_page *page, const ent_assessment *a);
void enti_write_evidence(enti_page *page, const ent_assessment *assessment, const ent_line *line, int indent);

/* Name of a side in at most `columns`, "both" for the pair. */
const char *enti_side_name(char out[ENTI_WORDS], const ent_assessment *assessment, int side, int columns);

/* The reading follows from a rule, whatever the structure and the parameters say. */
bool enti_by_rule(const ent_assessment *assessment);

/* Kind of a ledger line in one word. */
const char *enti_kind_name(ent_line_kind kind);

#endif
