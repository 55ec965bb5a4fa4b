/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the trees of several answers share: states, lists of words, lines of a ledger, changes. */
#ifndef ENTI_REPORT_TREE_PARTS_H
#define ENTI_REPORT_TREE_PARTS_H

#include "report/tree.h"

#include <entente/assess.h>

/* Empty words stand for "there is none"; in a tree that is null. */
const char *enti_or_null(const char *text);

/* "both", "a" or "b". */
const char *enti_side_text(int side);
const char *enti_scenario_text(ent_scenario scenario);

/* An object with code, iso3 and name; null for an entity whose code is missing. */
void enti_tree_state(enti_tree *tree, enti_node *parent, const char *key, const ent_entity *state);

void enti_tree_strings(enti_tree *tree, enti_node *parent, const char *key, const char *const *texts, size_t count);

/* "a;b;c" as an array. */
void enti_tree_split(enti_tree *tree, enti_node *parent, const char *key, const char *text);

/* The keys of the sources from which an entity's membership comes, and no theories. */
void enti_tree_membership_sources(enti_tree *tree, enti_node *parent, const ent_world *world, const int *codes,
                                  size_t count);

/* Lines with everything they can be traced by. */
void enti_tree_lines(enti_tree *tree, enti_node *parent, const char *key, const ent_line *lines, size_t count);

/* One change as an element of `list`. */
void enti_tree_change(enti_tree *tree, enti_node *list, const ent_change *change);

#endif
