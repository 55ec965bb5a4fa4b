/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operational codes as result trees, and the words they share with the tables. */
#ifndef ENTI_REPORT_BELIEFS_TREE_H
#define ENTI_REPORT_BELIEFS_TREE_H

#include "report/tree.h"

#include <entente/beliefs.h>

const char *enti_belief_domain_word(ent_belief_domain domain); /* foreign, domestic, all */
const char *enti_belief_others_word(ent_belief_others others); /* actors, all */

void enti_belief_index_tree(enti_tree *tree, const ent_belief_index *answer, bool explain);
void enti_belief_comparison_tree(enti_tree *tree, const ent_belief_comparison *answer);
void enti_belief_norms_tree(enti_tree *tree, const ent_belief_norm *norms, size_t count);
void enti_belief_import_tree(enti_tree *tree, const ent_belief_import *answer);

#endif
