/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree behind the JSON and CSV of durability (entente/durability/1, see docs/schema/durability.schema.json). */
#include "report/durability_tree.h"

#include "report/tree_parts.h"

static void add_shares(enti_tree *tree, enti_node *parent, const double share[3]) {
    static const char *const names[] = {"interest", "coercion", "values"};
    enti_node *node = enti_tree_object(tree, parent, "shares");
    for (int s = 0; s < 3; s++)
        enti_tree_number(tree, node, names[s], share[s]);
}

static void add_member(enti_tree *tree, enti_node *list, const ent_bond *b) {
    enti_node *row = enti_tree_object(tree, list, NULL);
    enti_tree_state(tree, row, "state", &b->state);
    enti_tree_number(tree, row, "interest", b->interest);
    enti_tree_number(tree, row, "coercion", b->coercion);
    enti_tree_number(tree, row, "values", b->values);
    add_shares(tree, row, b->share);
    enti_tree_number(tree, row, "trust", b->trust);
    enti_tree_integer(tree, row, "attacks", b->attacks);
    enti_tree_integer(tree, row, "others_attacked", b->others);
    enti_tree_bool(tree, row, "garrison", b->garrison != 0);
    enti_tree_number(tree, row, "hazard", b->hazard);
    enti_tree_number(tree, row, "hazard_fall", b->hazard_fall);
    enti_tree_number(tree, row, "stays_five_years", b->stays);
    enti_tree_string(tree, row, "why", b->why);
}

static void add_paths(enti_tree *tree, enti_node *root, const ent_durability *d) {
    enti_node *list = enti_tree_array(tree, root, "paths"), *row, *curve, *year;
    for (int p = 0; p < d->paths_count; p++) {
        const ent_survival *s = &d->paths[p];
        row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "path", s->name);
        enti_tree_integer(tree, row, "median", s->median);
        enti_tree_number(tree, row, "robust", s->robust);
        curve = enti_tree_array(tree, row, "curve");
        for (int t = 0; t <= ENT_DURABILITY_YEARS; t++) {
            year = enti_tree_object(tree, curve, NULL);
            enti_tree_integer(tree, year, "year", d->year + t);
            enti_tree_number(tree, year, "strength", s->strength[t]);
            enti_tree_number(tree, year, "stands", s->alive[t]);
            enti_tree_number(tree, year, "low", s->low[t]);
            enti_tree_number(tree, year, "high", s->high[t]);
            enti_tree_number(tree, year, "members", s->members[t]);
        }
    }
    list = enti_tree_array(tree, root, "record");
    for (int t = 0; t <= ENT_DURABILITY_YEARS; t++) {
        year = enti_tree_object(tree, list, NULL);
        enti_tree_integer(tree, year, "year", d->year + t);
        enti_tree_number(tree, year, "members", d->recorded[t]);
    }
}

void enti_durability_tree(enti_tree *tree, const ent_durability *d) {
    enti_node *root = enti_tree_start(tree), *question, *data, *list;
    enti_tree_string(tree, root, "schema", "entente/durability/1");
    question = enti_tree_object(tree, root, "question");
    enti_tree_string(tree, question, "group", enti_or_null(d->group.id));
    enti_tree_string(tree, question, "name", enti_or_null(d->group.name));
    enti_tree_integer(tree, question, "year", d->year);
    enti_tree_state(tree, question, "leader", &d->leader);
    enti_tree_string(tree, question, "fall", ent_fall_text(d->fall));
    enti_tree_number(tree, question, "remaining", d->remaining);
    enti_tree_integer(tree, question, "over", d->over);
    enti_tree_integer(tree, question, "runs", d->runs);
    enti_tree_number(tree, question, "seed", (double)d->seed);
    data = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, data, "label", d->label);
    enti_tree_string(tree, root, "sentence", d->sentence);
    add_shares(tree, root, d->share);
    enti_tree_number(tree, root, "trust", d->trust);
    enti_tree_integer(tree, root, "judged", (long)d->judged);
    enti_tree_string(tree, root, "ended", enti_or_null(d->ended));
    list = enti_tree_array(tree, root, "members");
    for (size_t k = 0; k < d->members_count; k++)
        add_member(tree, list, &d->members[k]);
    add_paths(tree, root, d);
    enti_tree_strings(tree, root, "missing", d->missing, d->missing_count);
    enti_tree_strings(tree, root, "assumed", d->assumed, d->assumed_count);
    enti_tree_strings(tree, root, "sources", d->sources, d->sources_count);
    enti_tree_strings(tree, root, "cites", d->cites, d->cites_count);
}
