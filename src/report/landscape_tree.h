/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result tree of a landscape. */
#ifndef ENTI_REPORT_LANDSCAPE_TREE_H
#define ENTI_REPORT_LANDSCAPE_TREE_H

#include "report/tree.h"

#include <entente/landscape.h>

/* Starts the tree and fills it; texts are borrowed from the landscape. */
void enti_landscape_tree(enti_tree *tree, const ent_landscape *landscape);

#endif
