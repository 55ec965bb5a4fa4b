/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree behind the JSON and CSV of a landscape (entente/landscape/1, see docs/schema/landscape.schema.json). */
#include "report/landscape_tree.h"

#include "report/tree_parts.h"

#include <math.h>

static void add_matches(enti_tree *tree, enti_node *row, const ent_landscape *l, const ent_landscape_minimum *m) {
    enti_node *list = enti_tree_array(tree, row, "agreement");
    for (size_t c = 0; c < l->input->camps_count; c++) {
        enti_node *match = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, match, "camps", l->input->camps[c].name);
        enti_tree_integer(tree, match, "right", (long)m->match[c].right);
        enti_tree_integer(tree, match, "of", (long)m->match[c].of);
        enti_tree_number(tree, match, "chance", m->match[c].chance);
    }
}

static void add_minimum(enti_tree *tree, enti_node *list, const ent_landscape *l, size_t k) {
    const ent_landscape_minimum *m = &l->minima[k];
    enti_node *row = enti_tree_object(tree, list, NULL), *camp;
    enti_tree_integer(tree, row, "rank", (long)k + 1);
    enti_tree_number(tree, row, "energy", m->energy);
    enti_tree_number(tree, row, "basin", (double)m->basin);
    enti_tree_number(tree, row, "share", m->share);
    enti_tree_number(tree, row, "low", m->low);
    enti_tree_number(tree, row, "high", m->high);
    enti_tree_integer(tree, row, "indifferent", (long)m->indifferent);
    for (uint8_t side = 0; side < 2; side++) {
        camp = enti_tree_array(tree, row, side == 0 ? "with_first" : "against_first");
        for (size_t i = 0; i < l->input->count; i++)
            if (m->side[i] == side) enti_tree_string(tree, camp, NULL, l->input->code[i]);
    }
    add_matches(tree, row, l, m);
}

static void add_states(enti_tree *tree, enti_node *root, const ent_landscape *l) {
    enti_node *list = enti_tree_array(tree, root, "states");
    for (size_t i = 0; i < l->input->count; i++) {
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "code", l->input->code[i]);
        enti_tree_string(tree, row, "name", l->input->name[i]);
        enti_tree_number(tree, row, "size", l->input->size[i]);
        enti_tree_number(tree, row, "frustration", l->states[i].frustration);
        enti_tree_number(tree, row, "margin", l->states[i].margin);
        enti_tree_integer(tree, row, "differs", (long)l->states[i].differs);
    }
}

static void add_propensities(enti_tree *tree, enti_node *root, const ent_landscape_input *in) {
    enti_node *list = enti_tree_array(tree, root, "propensities");
    for (size_t i = 0; i < in->count; i++)
        for (size_t j = i + 1; j < in->count; j++) {
            enti_node *row = enti_tree_object(tree, list, NULL);
            enti_tree_string(tree, row, "a", in->code[i]);
            enti_tree_string(tree, row, "b", in->code[j]);
            enti_tree_number(tree, row, "propensity", in->propensity[i * in->count + j]);
        }
}

static void add_descents(enti_tree *tree, enti_node *root, const ent_landscape *l) {
    enti_node *list = enti_tree_array(tree, root, "descents");
    for (size_t k = 0; k < l->descents_count; k++) {
        const ent_landscape_descent *d = &l->descents[k];
        enti_node *row = enti_tree_object(tree, list, NULL), *steps;
        enti_tree_string(tree, row, "from", d->from);
        enti_tree_number(tree, row, "energy", d->energy[0]);
        enti_tree_integer(tree, row, "minimum", d->minimum == SIZE_MAX ? ENT_MISSING : (long)d->minimum + 1);
        steps = enti_tree_array(tree, row, "steps");
        for (size_t s = 0; s < d->steps; s++) {
            enti_node *step = enti_tree_object(tree, steps, NULL);
            enti_tree_string(tree, step, "state", l->input->code[d->state[s]]);
            enti_tree_number(tree, step, "energy", d->energy[s + 1]);
        }
    }
}

void enti_landscape_tree(enti_tree *tree, const ent_landscape *l) {
    enti_node *root = enti_tree_start(tree), *question, *list;
    const ent_landscape_input *in = l->input;
    enti_tree_string(tree, root, "schema", "entente/landscape/1");
    question = enti_tree_object(tree, root, "question");
    enti_tree_integer(tree, question, "states", (long)in->count);
    enti_tree_integer(tree, question, "year", in->year);
    enti_tree_string(tree, question, "formula", enti_or_null(in->formula));
    list = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, list, "label", in->label);
    enti_tree_string(tree, root, "sentence", l->sentence);
    enti_tree_bool(tree, root, "exact", l->exact != 0);
    enti_tree_number(tree, root, "divisions", l->exact ? (double)l->all : NAN);
    enti_tree_integer(tree, root, "starts", l->exact ? ENT_MISSING : (long)l->all);
    enti_tree_number(tree, root, "unseen", l->unseen);
    list = enti_tree_array(tree, root, "minima");
    for (size_t k = 0; k < l->minima_count; k++)
        add_minimum(tree, list, l, k);
    add_states(tree, root, l);
    add_descents(tree, root, l);
    add_propensities(tree, root, in);
    enti_tree_strings(tree, root, "missing", in->missing, in->missing_count);
    enti_tree_strings(tree, root, "sources", in->sources, in->sources_count);
    enti_tree_strings(tree, root, "cites", in->cites, in->cites_count);
}
