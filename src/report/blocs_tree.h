/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result tree of an answer about blocs. */
#ifndef ENTI_REPORT_BLOCS_TREE_H
#define ENTI_REPORT_BLOCS_TREE_H

#include "report/tree.h"

#include <entente/blocs.h>

/* Starts the tree and fills it; texts are borrowed from the answer. */
void enti_blocs_tree(enti_tree *tree, const ent_blocs *blocs);

#endif
