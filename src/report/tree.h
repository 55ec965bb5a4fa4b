/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer as a tree of named values, built once; JSON and CSV are two ways to write it down. */
#ifndef ENTI_REPORT_TREE_H
#define ENTI_REPORT_TREE_H

#include "base/base.h"

typedef enum enti_kind {
    ENTI_NULL,
    ENTI_BOOL,
    ENTI_INTEGER,
    ENTI_NUMBER,
    ENTI_STRING,
    ENTI_ARRAY,
    ENTI_OBJECT,
} enti_kind;

typedef struct enti_node {
    const char *key; /* NULL inside an array */
    enti_kind kind;
    long integer; /* also the truth value of a bool */
    double number;
    const char *string;
    struct enti_node *first, *last; /* of an array or object */
    struct enti_node *next;         /* among the children of one parent */
} enti_node;

/* A zeroed tree is empty. `failed` is set when memory ran out and stays set. */
typedef struct enti_tree {
    enti_arena arena; /* owns the nodes; keys and strings are borrowed unless put here by the builder */
    enti_node root;
    bool failed;
} enti_tree;

/* Starts the tree with an empty object as its root, which is returned. */
enti_node *enti_tree_start(enti_tree *tree);
void enti_tree_clear(enti_tree *tree);

/*
 * Each adds one child under `key`, or one element when the parent is an array (key NULL). A parent that could not be
 * made is NULL; adding to it does nothing, so builders check `failed` once at the end.
 */
enti_node *enti_tree_object(enti_tree *tree, enti_node *parent, const char *key);
enti_node *enti_tree_array(enti_tree *tree, enti_node *parent, const char *key);
void enti_tree_string(enti_tree *tree, enti_node *parent, const char *key, const char *text); /* NULL: null */
void enti_tree_number(enti_tree *tree, enti_node *parent, const char *key, double value);     /* not finite: null */
void enti_tree_integer(enti_tree *tree, enti_node *parent, const char *key, long value);      /* ENT_MISSING: null */
void enti_tree_bool(enti_tree *tree, enti_node *parent, const char *key, bool value);

/* A copy of the text with blanks replaced by hyphens: the words of an answer as identifiers. */
const char *enti_tree_hyphens(enti_tree *tree, const char *text);

#endif
