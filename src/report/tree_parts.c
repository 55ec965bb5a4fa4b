/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts that stand in the trees of several answers, so that a state or a line looks the same in each of them. */
#include "report/tree_parts.h"

#include <entente/theory.h>

#include <math.h>
#include <string.h>

const char *enti_or_null(const char *text) {
    return text != NULL && *text != 0 ? text : NULL;
}

const char *enti_side_text(int side) {
    return side < 0 ? "both" : side == 0 ? "a" : "b";
}

const char *enti_scenario_text(ent_scenario scenario) {
    static const char *const scenarios[] = {
        [ENT_BOTH] = "both", [ENT_PRESSURE] = "pressure", [ENT_PRIMACY] = "primacy", [ENT_NO_PUSH] = "none"};
    return scenarios[scenario];
}

static const char *kind_text(ent_line_kind kind) {
    switch (kind) {
    case ENT_LINE_ESTIMATED: return "estimated";
    case ENT_LINE_ASSUMED: return "assumed";
    case ENT_LINE_CONTEXT: return "context";
    case ENT_LINE_RULE: return "rule";
    case ENT_LINE_FACT: return "fact";
    }
    return "fact";
}

void enti_tree_state(enti_tree *tree, enti_node *parent, const char *key, const ent_entity *state) {
    enti_node *node;
    if (state->code == ENT_MISSING) {
        enti_tree_string(tree, parent, key, NULL);
        return;
    }
    node = enti_tree_object(tree, parent, key);
    enti_tree_integer(tree, node, "code", state->code);
    enti_tree_string(tree, node, "iso3", enti_or_null(state->iso3));
    enti_tree_string(tree, node, "name", state->name);
}

void enti_tree_strings(enti_tree *tree, enti_node *parent, const char *key, const char *const *texts, size_t count) {
    enti_node *list = enti_tree_array(tree, parent, key);
    for (size_t i = 0; i < count; i++)
        enti_tree_string(tree, list, NULL, texts[i]);
}

void enti_tree_split(enti_tree *tree, enti_node *parent, const char *key, const char *text) {
    enti_node *list = enti_tree_array(tree, parent, key);
    char *copy = enti_arena_strdup(&tree->arena, text != NULL ? text : "");
    if (copy == NULL) {
        tree->failed = true;
        return;
    }
    for (char *next; *copy != 0; copy = next) {
        next = copy + strcspn(copy, ";");
        if (*next != 0) *next++ = 0;
        copy += strspn(copy, " ");
        if (*copy != 0) enti_tree_string(tree, list, NULL, copy);
    }
}

static bool listed(const enti_node *list, const char *text, size_t size) {
    for (const enti_node *n = list != NULL ? list->first : NULL; n != NULL; n = n->next)
        if (strlen(n->string) == size && strncmp(n->string, text, size) == 0) return true;
    return false;
}

/* Each of "a;b" that the list does not hold yet. */
static void add_new_keys(enti_tree *tree, enti_node *list, const char *keys) {
    while (*keys != 0) {
        size_t size = strcspn(keys, ";");
        if (size > 0 && !listed(list, keys, size)) {
            char *copy = enti_arena_alloc(&tree->arena, size + 1, 1);
            if (copy == NULL) {
                tree->failed = true;
                return;
            }
            memcpy(copy, keys, size);
            enti_tree_string(tree, list, NULL, copy);
        }
        keys += size + (keys[size] == ';');
    }
}

void enti_tree_membership_sources(enti_tree *tree, enti_node *parent, const ent_world *world, const int *codes,
                                  size_t count) {
    enti_node *list = enti_tree_array(tree, parent, "sources");
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < ent_world_membership_count(world, codes[c]); i++)
            add_new_keys(tree, list, ent_world_membership_at(world, codes[c], i).source);
    (void)enti_tree_array(tree, parent, "cites");
}

static void add_line(enti_tree *tree, enti_node *list, const ent_line *line) {
    enti_node *row = enti_tree_object(tree, list, NULL);
    enti_tree_string(tree, row, "code", line->code);
    enti_tree_string(tree, row, "side", enti_side_text(line->side));
    enti_tree_string(tree, row, "text", line->text);
    enti_tree_number(tree, row, "size", line->size);
    enti_tree_string(tree, row, "kind", kind_text(line->kind));
    enti_tree_number(tree, row, "value", line->value);
    enti_tree_number(tree, row, "reference", line->reference);
    enti_tree_number(tree, row, "coefficient", line->coefficient);
    enti_tree_string(tree, row, "parameter", enti_or_null(line->parameter));
    enti_tree_string(tree, row, "formula", enti_or_null(line->formula));
    enti_tree_string(tree, row, "table", enti_or_null(line->table));
    enti_tree_integer(tree, row, "line", line->line > 0 ? line->line : ENT_MISSING);
    enti_tree_string(tree, row, "source", enti_or_null(line->source));
    enti_tree_string(tree, row, "citation", enti_or_null(line->citation));
    enti_tree_integer(tree, row, "year", line->year);
    enti_tree_bool(tree, row, "assumed", line->assumed != 0);
}

void enti_tree_lines(enti_tree *tree, enti_node *parent, const char *key, const ent_line *lines, size_t count) {
    enti_node *list = enti_tree_array(tree, parent, key);
    for (size_t i = 0; i < count; i++)
        add_line(tree, list, &lines[i]);
}

static void add_move(enti_tree *tree, enti_node *row, const ent_move *move) {
    enti_tree_string(tree, row, "variable", move->variable);
    enti_tree_string(tree, row, "side", enti_side_text(move->side));
    enti_tree_number(tree, row, "from", move->from);
    enti_tree_number(tree, row, "to", move->to);
    enti_tree_number(tree, row, "units", move->units);
}

void enti_tree_change(enti_tree *tree, enti_node *list, const ent_change *c) {
    static const ent_move none = {NULL, "", -1, NAN, NAN, NAN};
    enti_node *row = enti_tree_object(tree, list, NULL), *result, *moves;
    enti_tree_string(tree, row, "kind", c->kind);
    enti_tree_string(tree, row, "target", c->target);
    add_move(tree, row, c->count > 0 ? &c->moves[0] : &none); /* a joint change leads with its first part */
    enti_tree_string(tree, row, "text", c->count > 0 ? c->moves[0].text : "");
    enti_tree_number(tree, row, "cost", c->cost);
    result = enti_tree_object(tree, row, "result");
    enti_tree_number(tree, result, "percentile", c->percentile);
    enti_tree_bool(tree, result, "reaches", c->reaches != 0);
    moves = enti_tree_array(tree, row, "moves");
    for (size_t m = 0; m < c->count; m++) {
        enti_node *move = enti_tree_object(tree, moves, NULL);
        add_move(tree, move, &c->moves[m]);
        enti_tree_string(tree, move, "text", c->moves[m].text);
    }
}
