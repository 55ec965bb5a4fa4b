/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tree behind the JSON and CSV of a ranking of partners. Keys and their order are an interface
 * (entente/partners/1, see docs/schema/partners.schema.json). Only the candidates explained in full are listed: the
 * number asked for with --top.
 */
#include "report/partners_tree.h"

#include "report/tree_parts.h"

#include <math.h>

static void add_question(enti_tree *tree, enti_node *root, const ent_partners *p, const ent_partners_options *o) {
    enti_node *question = enti_tree_object(tree, root, "question"), *data;
    enti_tree_state(tree, question, "patron", &p->patron);
    enti_tree_integer(tree, question, "year", p->year);
    enti_tree_string(tree, question, "under", enti_scenario_text(p->scenario));
    enti_tree_state(tree, question, "excluded", &p->excluded);
    enti_tree_bool(tree, question, "excluded_by_choice", o->excluded != ENT_MISSING);
    enti_tree_number(tree, question, "ambition", o->ambition);
    enti_tree_integer(tree, question, "top", o->top);
    enti_tree_bool(tree, question, "set_aside_dormant", o->set_dormant_aside != 0);
    data = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, data, "label", p->label);
    enti_tree_string(tree, data, "variant", p->variant);
    enti_tree_string(tree, root, "sentence", p->sentence);
}

static void add_willingness(enti_tree *tree, enti_node *root, const ent_partners *p) {
    enti_node *willingness = enti_tree_object(tree, root, "willingness");
    enti_tree_number(tree, willingness, "value", p->willingness);
    enti_tree_number(tree, willingness, "pressure", p->willing[ENT_PRESSURE]);
    enti_tree_number(tree, willingness, "primacy", p->willing[ENT_PRIMACY]);
    enti_tree_number(tree, willingness, "both", p->willing[ENT_BOTH]);
    enti_tree_number(tree, willingness, "threat", p->threat);
    enti_tree_number(tree, willingness, "encirclement", p->encirclement);
    enti_tree_number(tree, willingness, "ambition", p->ambition);
    enti_tree_lines(tree, willingness, "drivers", p->drivers, p->drivers_count);
}

static void add_candidate(enti_tree *tree, enti_node *list, const ent_candidate *c) {
    enti_node *row = enti_tree_object(tree, list, NULL), *factors, *changes;
    enti_tree_integer(tree, row, "rank", c->rank > 0 ? c->rank : ENT_MISSING);
    enti_tree_state(tree, row, "state", &c->state);
    enti_tree_number(tree, row, "score", c->score);
    enti_tree_number(tree, row, "attractiveness", c->attractiveness);
    enti_tree_number(tree, row, "availability", c->availability);
    factors = enti_tree_object(tree, row, "factors");
    enti_tree_number(tree, factors, "pact", c->pact);
    enti_tree_number(tree, factors, "interest", c->interest);
    enti_tree_number(tree, factors, "regime", c->regime);
    enti_tree_number(tree, factors, "dependence", c->dependence);
    enti_tree_number(tree, factors, "support", c->support_factor);
    enti_tree_number(tree, row, "capability", c->capability);
    enti_tree_number(tree, row, "l", c->l);
    enti_tree_number(tree, row, "percentile", c->percentile);
    enti_tree_string(tree, row, "title", enti_or_null(c->title));
    enti_tree_integer(tree, row, "title_rank", c->title_rank > 0 ? c->title_rank : ENT_MISSING);
    enti_tree_integer(tree, row, "tier", c->tier > 0 ? c->tier : ENT_MISSING);
    enti_tree_bool(tree, row, "allied", c->allied != 0);
    enti_tree_bool(tree, row, "with_excluded", c->with_excluded != 0);
    enti_tree_bool(tree, row, "with_rival", c->with_rival != 0);
    enti_tree_bool(tree, row, "dormant", c->dormant != 0);
    enti_tree_string(tree, row, "why", enti_or_null(c->why));
    enti_tree_lines(tree, row, "obstacles", c->obstacles, c->obstacles_count);
    changes = enti_tree_array(tree, row, "changes");
    for (size_t i = 0; i < c->changes_count; i++)
        enti_tree_change(tree, changes, &c->changes[i]);
}

static void add_pool(enti_tree *tree, enti_node *root, const ent_partners *p) {
    enti_node *pool = enti_tree_object(tree, root, "pool"), *list;
    enti_tree_integer(tree, pool, "of", (long)p->pool_count);
    enti_tree_integer(tree, pool, "allied_to_excluded", (long)p->pool_allied_excluded);
    enti_tree_integer(tree, pool, "available", (long)p->pool_available);
    list = enti_tree_array(tree, pool, "states");
    for (size_t i = 0; i < p->pool_count; i++) {
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "state", &p->pool[i].state);
        enti_tree_number(tree, row, "capability", p->pool[i].capability);
        enti_tree_string(tree, row, "status", p->pool[i].status);
    }
}

static void add_field(enti_tree *tree, enti_node *root, const ent_partners *p) {
    enti_node *list = enti_tree_array(tree, root, "neutralisation");
    for (size_t i = 0; i < p->neutral_count; i++) {
        const ent_neutral *n = &p->neutral[i];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "state", &n->state);
        enti_tree_number(tree, row, "capability", n->capability);
        enti_tree_string(tree, row, "treaty", enti_or_null(n->treaty));
        enti_tree_bool(tree, row, "dormant", n->dormant != 0);
        enti_tree_number(tree, row, "effect", n->effect);
        enti_tree_number(tree, row, "l", n->l);
        enti_tree_number(tree, row, "percentile", n->percentile);
    }
    list = enti_tree_array(tree, root, "hedgers");
    for (size_t i = 0; i < p->hedgers_count; i++) {
        const ent_hedger *h = &p->hedgers[i];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "state", &h->state);
        enti_tree_number(tree, row, "to_patron", h->to_patron);
        enti_tree_number(tree, row, "to_excluded", h->to_excluded);
        enti_tree_number(tree, row, "score", h->score);
    }
}

void enti_partners_tree(enti_tree *tree, const ent_partners *p, const ent_partners_options *o) {
    enti_node *root = enti_tree_start(tree), *list;
    enti_tree_string(tree, root, "schema", "entente/partners/1");
    add_question(tree, root, p, o);
    add_willingness(tree, root, p);
    enti_tree_integer(tree, root, "ranked", (long)p->ranked);
    list = enti_tree_array(tree, root, "candidates");
    for (size_t i = 0; i < p->candidates_count && i < (size_t)o->top; i++)
        add_candidate(tree, list, &p->candidates[i]);
    add_pool(tree, root, p);
    add_field(tree, root, p);
    enti_tree_strings(tree, root, "missing", p->missing, p->missing_count);
    enti_tree_strings(tree, root, "sources", p->sources, p->sources_count);
    enti_tree_strings(tree, root, "cites", p->cites, p->cites_count);
}
