/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An assessment as a result tree: what docs/schema/assess.schema.json describes. */
#ifndef ENTI_REPORT_ASSESS_TREE_H
#define ENTI_REPORT_ASSESS_TREE_H

#include "report/tree.h"

#include <entente/assess.h>

/* Starts and fills the tree; texts are borrowed from the assessment. Memory that ran out is left in tree->failed. */
void enti_assess_tree(enti_tree *tree, const ent_assessment *assessment);

#endif
