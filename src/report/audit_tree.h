/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result tree of an audit. */
#ifndef ENTI_REPORT_AUDIT_TREE_H
#define ENTI_REPORT_AUDIT_TREE_H

#include "report/tree.h"

#include <entente/groups.h>

/* Starts the tree and fills it; texts are borrowed from the audit. */
void enti_audit_tree(enti_tree *tree, const ent_audit *audit, const ent_audit_options *options);

#endif
