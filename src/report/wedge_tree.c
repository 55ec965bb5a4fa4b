/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree behind the JSON and CSV of a wedge (entente/wedge/1, see docs/schema/wedge.schema.json). */
#include "report/wedge_tree.h"

#include "report/tree_parts.h"

static void add_rules(enti_tree *tree, enti_node *root, const ent_wedge *w) {
    enti_node *list = enti_tree_array(tree, root, "rules");
    for (int rule = 0; rule < ENT_RULES; rule++) {
        const ent_wedge_rule *r = &w->rules[rule];
        enti_node *row = enti_tree_object(tree, list, NULL);
        bool known = *r->why_not == 0;
        enti_tree_string(tree, row, "rule", ent_rule_text((ent_rule)rule));
        enti_tree_number(tree, row, "probability", r->now);
        enti_tree_number(tree, row, "low", r->low);
        enti_tree_number(tree, row, "high", r->high);
        enti_tree_number(tree, row, "nobody_exposed", r->alone);
        enti_tree_number(tree, row, "dependence_cut", r->cut);
        enti_tree_number(tree, row, "counter_measures", r->counter);
        enti_tree_number(tree, row, "one_captured", r->captured);
        if (known)
            enti_tree_state(tree, row, "captive", &w->members[r->captive].state);
        else
            enti_tree_string(tree, row, "captive", NULL);
        enti_tree_integer(tree, row, "blocking", known ? (long)r->blocking : ENT_MISSING);
        enti_tree_string(tree, row, "why_not", enti_or_null(r->why_not));
    }
}

static void add_by_rule(enti_tree *tree, enti_node *row, const char *key, const double values[ENT_RULES]) {
    enti_node *node = enti_tree_object(tree, row, key);
    for (int rule = 0; rule < ENT_RULES; rule++)
        enti_tree_number(tree, node, ent_rule_text((ent_rule)rule), values[rule]);
}

static void add_members(enti_tree *tree, enti_node *root, const ent_wedge *w) {
    enti_node *list = enti_tree_array(tree, root, "members");
    for (size_t k = 0; k < w->members_count; k++) {
        const ent_wedge_member *m = &w->members[k];
        enti_node *row = enti_tree_object(tree, list, NULL), *channels;
        enti_tree_state(tree, row, "state", &m->state);
        enti_tree_number(tree, row, "exposure", m->exposure);
        enti_tree_number(tree, row, "low", m->low);
        enti_tree_number(tree, row, "high", m->high);
        enti_tree_number(tree, row, "support", m->support);
        enti_tree_bool(tree, row, "rival", m->rival != 0);
        enti_tree_number(tree, row, "population", m->population);
        channels = enti_tree_object(tree, row, "channels");
        for (int c = 0; c < ENT_CHANNELS; c++)
            enti_tree_number(tree, channels, ent_channel_text((ent_channel)c), m->channel[c]);
        add_by_rule(tree, row, "banzhaf", m->banzhaf);
        add_by_rule(tree, row, "cost", m->cost);
        add_by_rule(tree, row, "captured", m->captured);
        enti_tree_lines(tree, row, "lines", m->lines, m->lines_count);
    }
}

void enti_wedge_tree(enti_tree *tree, const ent_wedge *w) {
    enti_node *root = enti_tree_start(tree), *question, *data;
    enti_tree_string(tree, root, "schema", "entente/wedge/1");
    question = enti_tree_object(tree, root, "question");
    enti_tree_string(tree, question, "group", enti_or_null(w->group.id));
    enti_tree_string(tree, question, "name", enti_or_null(w->group.name));
    enti_tree_state(tree, question, "by", &w->by);
    enti_tree_integer(tree, question, "year", w->year);
    enti_tree_string(tree, question, "rule", ent_rule_text(w->rule));
    enti_tree_bool(tree, question, "rule_by_record", w->rule_by_record != 0);
    enti_tree_number(tree, question, "cut", w->share_cut);
    enti_tree_bool(tree, question, "by_is_member", w->by_is_member != 0);
    data = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, data, "label", w->label);
    enti_tree_string(tree, root, "sentence", w->sentence);
    add_rules(tree, root, w);
    add_members(tree, root, w);
    enti_tree_lines(tree, root, "record", w->record, w->record_count);
    enti_tree_strings(tree, root, "missing", w->missing, w->missing_count);
    enti_tree_strings(tree, root, "assumed", w->assumed, w->assumed_count);
    enti_tree_strings(tree, root, "sources", w->sources, w->sources_count);
    enti_tree_strings(tree, root, "cites", w->cites, w->cites_count);
}
