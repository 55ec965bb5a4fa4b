/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree every answer is put into before it is written as JSON or CSV, so that the two cannot disagree. */
#include "report/tree.h"

#include <math.h>
#include <string.h>

enti_node *enti_tree_start(enti_tree *tree) {
    memset(tree, 0, sizeof *tree);
    tree->root.kind = ENTI_OBJECT;
    return &tree->root;
}

void enti_tree_clear(enti_tree *tree) {
    enti_arena_clear(&tree->arena);
    memset(tree, 0, sizeof *tree);
}

static enti_node *add(enti_tree *tree, enti_node *parent, const char *key, enti_kind kind) {
    enti_node *node;
    if (parent == NULL) return NULL; /* memory ran out earlier */
    node = enti_arena_alloc(&tree->arena, 1, sizeof *node);
    if (node == NULL) {
        tree->failed = true;
        return NULL;
    }
    node->key = key;
    node->kind = kind;
    if (parent->last != NULL)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

enti_node *enti_tree_object(enti_tree *tree, enti_node *parent, const char *key) {
    return add(tree, parent, key, ENTI_OBJECT);
}

enti_node *enti_tree_array(enti_tree *tree, enti_node *parent, const char *key) {
    return add(tree, parent, key, ENTI_ARRAY);
}

void enti_tree_string(enti_tree *tree, enti_node *parent, const char *key, const char *text) {
    enti_node *node = add(tree, parent, key, text != NULL ? ENTI_STRING : ENTI_NULL);
    if (node != NULL) node->string = text;
}

void enti_tree_number(enti_tree *tree, enti_node *parent, const char *key, double value) {
    enti_node *node = add(tree, parent, key, isfinite(value) ? ENTI_NUMBER : ENTI_NULL);
    if (node != NULL) node->number = value;
}

void enti_tree_integer(enti_tree *tree, enti_node *parent, const char *key, long value) {
    enti_node *node = add(tree, parent, key, value != ENT_MISSING ? ENTI_INTEGER : ENTI_NULL);
    if (node != NULL) node->integer = value;
}

void enti_tree_bool(enti_tree *tree, enti_node *parent, const char *key, bool value) {
    enti_node *node = add(tree, parent, key, ENTI_BOOL);
    if (node != NULL) node->integer = value;
}

const char *enti_tree_hyphens(enti_tree *tree, const char *text) {
    char *copy;
    if (text == NULL) return NULL;
    copy = enti_arena_strdup(&tree->arena, text);
    if (copy == NULL) {
        tree->failed = true;
        return NULL;
    }
    for (char *p = copy; *p != 0; p++)
        if (*p == ' ') *p = '-';
    return copy;
}
