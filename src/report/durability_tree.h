/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result tree of an answer on durability. */
#ifndef ENTI_REPORT_DURABILITY_TREE_H
#define ENTI_REPORT_DURABILITY_TREE_H

#include "report/tree.h"

#include <entente/durability.h>

/* Starts the tree and fills it; texts are borrowed from the answer. */
void enti_durability_tree(enti_tree *tree, const ent_durability *durability);

#endif
