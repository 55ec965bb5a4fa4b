/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree behind the JSON and CSV of blocs (entente/blocs/1, see docs/schema/blocs.schema.json). */
#include "report/blocs_tree.h"

#include "report/tree_parts.h"

#include <math.h>

static long or_missing(size_t index) {
    return index == SIZE_MAX ? ENT_MISSING : (long)index + 1;
}

static void add_bloc(enti_tree *tree, enti_node *list, const ent_blocs *b, size_t c) {
    const ent_bloc *bloc = &b->blocs[c];
    enti_node *row = enti_tree_object(tree, list, NULL), *members, *pacts;
    enti_tree_integer(tree, row, "number", (long)c + 1);
    enti_tree_string(tree, row, "kind", bloc->kind);
    enti_tree_string(tree, row, "name", bloc->name);
    enti_tree_number(tree, row, "capability", bloc->capability);
    enti_tree_number(tree, row, "cohesion", bloc->cohesion);
    enti_tree_number(tree, row, "density", bloc->density);
    enti_tree_number(tree, row, "hostility", bloc->hostility);
    enti_tree_number(tree, row, "opposition", bloc->opposition);
    enti_tree_integer(tree, row, "opponent", or_missing(bloc->opponent));
    enti_tree_integer(tree, row, "opponent_pairs", (long)bloc->opponent_pairs);
    enti_tree_number(tree, row, "stability", bloc->stability);
    enti_tree_bool(tree, row, "of_alliances", bloc->of_alliances != 0);
    pacts = enti_tree_array(tree, row, "pacts");
    for (size_t p = 0; p < bloc->pacts_count; p++) {
        enti_node *pact = enti_tree_object(tree, pacts, NULL);
        enti_tree_string(tree, pact, "treaty", bloc->pacts[p].treaty);
        enti_tree_string(tree, pact, "name", bloc->pacts[p].name);
        enti_tree_integer(tree, pact, "pairs", (long)bloc->pacts[p].pairs);
        enti_tree_string(tree, pact, "source", bloc->pacts[p].source);
    }
    members = enti_tree_array(tree, row, "members");
    for (size_t k = 0; k < bloc->members_count; k++)
        enti_tree_state(tree, members, NULL, &b->states[bloc->member[k]].state);
}

static void add_stability(enti_tree *tree, enti_node *root, const ent_blocs *b) {
    enti_node *node = enti_tree_object(tree, root, "partition");
    enti_tree_string(tree, node, "library", b->library);
    enti_tree_number(tree, node, "modularity", b->modularity);
    enti_tree_integer(tree, node, "runs", b->runs);
    enti_tree_integer(tree, node, "seeds", b->seeds);
    enti_tree_number(tree, node, "over_seeds", b->over_seeds);
    enti_tree_number(tree, node, "over_resolutions", b->over_resolutions);
    enti_tree_integer(tree, node, "spin_camps", (long)b->spin_camps);
    enti_tree_number(tree, node, "spin_likeness", b->spin_likeness);
    enti_tree_number(tree, node, "spin_over_seeds", b->spin_over_seeds);
    enti_tree_number(tree, node, "spin_frustration", b->spin_frustration);
    node = enti_tree_object(tree, root, "frustration");
    enti_tree_number(tree, node, "share", b->frustration);
    enti_tree_number(tree, node, "low", b->frustration_low);
    enti_tree_number(tree, node, "high", b->frustration_high);
    enti_tree_bool(tree, node, "exact", b->frustration_exact != 0);
}

static void add_poles(enti_tree *tree, enti_node *root, const ent_blocs *b) {
    enti_node *node = enti_tree_object(tree, root, "poles"), *list;
    bool has = b->pole[0].code != ENT_MISSING;
    enti_tree_state(tree, node, "first", &b->pole[0]);
    enti_tree_state(tree, node, "second", &b->pole[1]);
    enti_tree_bool(tree, node, "chosen", b->poles_chosen != 0);
    enti_tree_integer(tree, node, "with_first", has ? (long)b->camp_count[0] : ENT_MISSING);
    enti_tree_integer(tree, node, "with_second", has ? (long)b->camp_count[1] : ENT_MISSING);
    enti_tree_integer(tree, node, "with_neither", has ? (long)b->unattached : ENT_MISSING);
    enti_tree_number(tree, node, "capability_first", has ? b->camp_capability[0] : NAN);
    enti_tree_number(tree, node, "capability_second", has ? b->camp_capability[1] : NAN);
    enti_tree_number(tree, node, "crossing", has ? b->crossing : NAN);
    enti_tree_number(tree, node, "polarisation", b->polarisation);
    list = enti_tree_array(tree, node, "leaning_counts");
    for (int k = 0; k < 5; k++)
        enti_tree_integer(tree, list, NULL, (long)b->leaning_count[k]);
    list = enti_tree_array(tree, root, "hedgers");
    for (size_t k = 0; k < b->hedgers_count; k++) {
        const ent_bloc_state *s = &b->states[b->hedgers[k]];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "state", &s->state);
        enti_tree_number(tree, row, "to_first", s->to_pole[0]);
        enti_tree_number(tree, row, "to_second", s->to_pole[1]);
        enti_tree_number(tree, row, "leaning", s->leaning);
    }
}

static void add_states(enti_tree *tree, enti_node *root, const ent_blocs *b) {
    static const char *const camps[] = {NULL, "first", "second"};
    enti_node *list = enti_tree_array(tree, root, "states");
    for (size_t i = 0; i < b->states_count; i++) {
        const ent_bloc_state *s = &b->states[i];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "state", &s->state);
        enti_tree_number(tree, row, "capability", s->capability);
        enti_tree_integer(tree, row, "community", or_missing(s->community));
        enti_tree_integer(tree, row, "spin", or_missing(s->spin));
        enti_tree_number(tree, row, "pulls", s->pulls);
        enti_tree_number(tree, row, "pushes", s->pushes);
        enti_tree_number(tree, row, "leaning", s->leaning);
        enti_tree_string(tree, row, "camp", camps[s->camp + 1]);
        enti_tree_number(tree, row, "to_first", s->to_pole[0]);
        enti_tree_number(tree, row, "to_second", s->to_pole[1]);
        enti_tree_bool(tree, row, "hedges", s->hedges != 0);
    }
}

void enti_blocs_tree(enti_tree *tree, const ent_blocs *b) {
    enti_node *root = enti_tree_start(tree), *node, *list;
    enti_tree_string(tree, root, "schema", "entente/blocs/1");
    node = enti_tree_object(tree, root, "question");
    enti_tree_integer(tree, node, "year", b->year);
    enti_tree_number(tree, node, "seed", (double)b->seed);
    node = enti_tree_object(tree, root, "data");
    enti_tree_string(tree, node, "label", b->label);
    enti_tree_string(tree, root, "sentence", b->sentence);
    node = enti_tree_object(tree, root, "network");
    enti_tree_integer(tree, node, "states", (long)b->states_count);
    enti_tree_integer(tree, node, "positive_ties", (long)b->pulls_count);
    enti_tree_integer(tree, node, "negative_ties", (long)b->pushes_count);
    enti_tree_number(tree, node, "positive_weight", b->pulls);
    enti_tree_number(tree, node, "negative_weight", b->pushes);
    list = enti_tree_array(tree, root, "blocs");
    for (size_t c = 0; c < b->blocs_count; c++)
        add_bloc(tree, list, b, c);
    add_stability(tree, root, b);
    add_poles(tree, root, b);
    add_states(tree, root, b);
    enti_tree_strings(tree, root, "missing", b->missing, b->missing_count);
    enti_tree_strings(tree, root, "assumed", b->assumed, b->assumed_count);
    enti_tree_strings(tree, root, "sources", b->sources, b->sources_count);
    enti_tree_strings(tree, root, "cites", b->cites, b->cites_count);
}
