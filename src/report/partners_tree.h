/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result tree of a ranking of partners. */
#ifndef ENTI_REPORT_PARTNERS_TREE_H
#define ENTI_REPORT_PARTNERS_TREE_H

#include "report/tree.h"

#include <entente/groups.h>

/* Starts the tree and fills it; texts are borrowed from the ranking. */
void enti_partners_tree(enti_tree *tree, const ent_partners *partners, const ent_partners_options *options);

#endif
