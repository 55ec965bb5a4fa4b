/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the table that answers "audit", each in its own file. */
#ifndef ENTI_REPORT_AUDIT_TABLE_H
#define ENTI_REPORT_AUDIT_TABLE_H

#include "report/page_parts.h"

#include <entente/groups.h>

/* Who refuses whom, what a proposed upgrade meets. */
void enti_write_refusals(enti_page *page, const ent_audit *audit, bool explain);
void enti_write_upgrades(enti_page *page, const ent_audit *audit, const ent_audit_options *options, bool explain);

/* Every member, one a row. */
void enti_write_members(enti_page *page, const ent_audit *audit);

/* Every pair, with the rivals that only one side has. */
void enti_write_pairs(enti_page *page, const ent_audit *audit);

#endif
