/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result tree of a wedge. */
#ifndef ENTI_REPORT_WEDGE_TREE_H
#define ENTI_REPORT_WEDGE_TREE_H

#include "report/tree.h"

#include <entente/wedge.h>

/* Starts the tree and fills it; texts are borrowed from the wedge. */
void enti_wedge_tree(enti_tree *tree, const ent_wedge *wedge);

#endif
