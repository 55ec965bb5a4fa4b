/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The network over years, as spells: what other programs draw. A tie is one of a kind; it lasts as long as its weight. */
#include "groups/blocs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const ent_world *world;
    const ent_params *params;
    uint64_t seed;
    enti_ties ties;
    size_t years, entities;
    size_t *node; /* [entities]: index among the nodes, SIZE_MAX for none yet */
    int16_t
        *since; /* [kinds][entities][entities], a < b: first year of the open spell less the first of all, -1 closed */
    float *weight; /* of the open spell */
    ent_network_tie *tie;
    size_t room;
    ent_network *out;
    enti_arena *arena;
    ent_error *err;
} collecting;

static size_t cell(const collecting *c, int kind, size_t a, size_t b) {
    return ((size_t)kind * c->entities + a) * c->entities + b;
}

static ent_status node_of(collecting *c, enti_ref who, int year, size_t *out) {
    ent_network *net = c->out;
    ent_network_node *node;
    if (c->node[who] == SIZE_MAX) {
        c->node[who] = net->nodes_count;
        node = &net->nodes[net->nodes_count++];
        node->state = c->world->entities[who];
        node->first = year;
        node->community = enti_arena_alloc(c->arena, c->years, sizeof *node->community);
        node->capability = enti_arena_alloc(c->arena, c->years, sizeof *node->capability);
        if (node->community == NULL || node->capability == NULL) return enti_no_memory(c->err);
        for (size_t y = 0; y < c->years; y++) {
            node->community[y] = "";
            node->capability[y] = NAN;
        }
    }
    *out = c->node[who];
    net->nodes[*out].last = year;
    return ENT_OK;
}

static ent_status close_spell(collecting *c, int kind, size_t a, size_t b, int last) {
    size_t at = cell(c, kind, a, b);
    if (c->out->ties_count == c->room) {
        size_t room = c->room > 0 ? 2 * c->room : 1024;
        ent_network_tie *more = enti_realloc(c->tie, room, sizeof *more);
        if (more == NULL) return enti_no_memory(c->err);
        c->tie = more;
        c->room = room;
    }
    c->tie[c->out->ties_count++] = (ent_network_tie){.a = c->node[a],
                                                     .b = c->node[b],
                                                     .kind = enti_tie_text((enti_tie)kind),
                                                     .weight = (double)c->weight[at],
                                                     .first = c->out->first + c->since[at],
                                                     .last = last};
    c->since[at] = -1;
    return ENT_OK;
}

/* Opens what is new, closes what has ended or changed its weight. */
static ent_status follow(collecting *c, const ent_year *y, const enti_signed *net) {
    ent_status st = ENT_OK;
    size_t index[ENTI_STATES * 4];
    if (c->entities > sizeof index / sizeof *index)
        return ent_fail(c->err, ENT_E_RANGE, "more than %zu entities", sizeof index / sizeof *index);
    for (size_t e = 0; e < c->entities; e++)
        index[e] = SIZE_MAX;
    for (size_t i = 0; i < y->n; i++)
        index[y->ref[i]] = i;
    for (int k = 0; k < ENTI_TIE_KINDS; k++)
        for (size_t a = 0; a < c->entities; a++)
            for (size_t b = a + 1; b < c->entities; b++) {
                size_t at = cell(c, k, a, b);
                double w = index[a] == SIZE_MAX || index[b] == SIZE_MAX
                               ? 0
                               : enti_tie_weight(y, net, &c->ties, (enti_tie)k, index[a], index[b]);
                if (c->since[at] >= 0 && (float)w != c->weight[at]) ENT_TRY(close_spell(c, k, a, b, y->year - 1));
                if (w == 0 || c->since[at] >= 0) continue;
                c->since[at] = (int16_t)(y->year - c->out->first);
                c->weight[at] = (float)w;
            }
done:
    return st;
}

/* The strongest member names a community, so that it keeps its name from year to year. */
static ent_status name_communities(collecting *c, const ent_year *y, const enti_signed *net) {
    ent_status st = ENT_OK;
    enti_cut cut = {0};
    uint32_t label[ENTI_STATES];
    double quality, most[ENTI_STATES];
    const char *name[ENTI_STATES];
    ENT_TRY(enti_cut_make(net->pull, net->n, &cut, c->err));
    ENT_TRY(enti_leiden(&cut.graph, enti_param(c->params, ENTI_BLOCS_RESOLUTION), c->seed, label, &quality, c->err));
    for (size_t k = 0; k < cut.graph.nodes; k++)
        most[k] = -1;
    for (size_t k = 0; k < cut.graph.nodes; k++)
        if (y->share[cut.node[k]] > most[label[k]]) {
            most[label[k]] = y->share[cut.node[k]];
            name[label[k]] = c->world->entities[y->ref[cut.node[k]]].name;
        }
    for (size_t k = 0; k < cut.graph.nodes; k++)
        c->out->nodes[c->node[y->ref[cut.node[k]]]].community[y->year - c->out->first] = name[label[k]];
done:
    enti_cut_clear(&cut);
    return st;
}

static ent_status add_year(collecting *c, int year) {
    ent_status st = ENT_OK;
    ent_year *y = NULL;
    enti_signed net = {0};
    ENT_TRY(ent_year_open(c->world, year, c->params, &y, c->err));
    ENT_TRY(enti_signed_make(y, &c->ties, &net, c->err));
    for (size_t i = 0; i < y->n; i++) {
        size_t node = 0;
        ENT_TRY(node_of(c, y->ref[i], year, &node));
        c->out->nodes[node].capability[year - c->out->first] = y->capability[i].value;
    }
    ENT_TRY(follow(c, y, &net));
    ENT_TRY(name_communities(c, y, &net));
done:
    enti_signed_clear(&net);
    ent_year_close(y);
    return st;
}

static int by_start(const void *a, const void *b) {
    const ent_network_tie *x = a, *y = b;
    if (x->a != y->a) return x->a < y->a ? -1 : 1;
    if (x->b != y->b) return x->b < y->b ? -1 : 1;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return strcmp(x->kind, y->kind);
}

static ent_status finish(collecting *c) {
    ent_status st = ENT_OK;
    ent_network *net = c->out;
    for (int k = 0; k < ENTI_TIE_KINDS; k++)
        for (size_t a = 0; a < c->entities; a++)
            for (size_t b = a + 1; b < c->entities; b++)
                if (c->since[cell(c, k, a, b)] >= 0) ENT_TRY(close_spell(c, k, a, b, net->last));
    net->ties = enti_arena_alloc(c->arena, net->ties_count + 1, sizeof *net->ties);
    if (net->ties == NULL) return enti_no_memory(c->err);
    if (net->ties_count > 0) {
        memcpy(net->ties, c->tie, net->ties_count * sizeof *net->ties);
        qsort(net->ties, net->ties_count, sizeof *net->ties, by_start);
    }
done:
    return st;
}

static ent_status collect(collecting *c) {
    ent_status st = ENT_OK;
    ent_network *net = c->out;
    size_t cells = (size_t)ENTI_TIE_KINDS * c->entities * c->entities;
    c->ties = enti_ties_of(c->params);
    net->label = c->world->label;
    net->nodes = enti_arena_alloc(c->arena, c->entities, sizeof *net->nodes);
    c->node = enti_arena_alloc(c->arena, c->entities, sizeof *c->node);
    c->since = enti_alloc(cells, sizeof *c->since);
    c->weight = enti_alloc(cells, sizeof *c->weight);
    if (net->nodes == NULL || c->node == NULL || c->since == NULL || c->weight == NULL) return enti_no_memory(c->err);
    for (size_t e = 0; e < c->entities; e++)
        c->node[e] = SIZE_MAX;
    for (size_t k = 0; k < cells; k++)
        c->since[k] = -1;
    for (int year = net->first; year <= net->last; year++)
        ENT_TRY(add_year(c, year));
    ENT_TRY(finish(c));
done:
    return st;
}

ent_status ent_network_collect(const ent_world *world, const ent_params *params, int first, int last, uint64_t seed,
                               ent_network **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_params *own = NULL;
    collecting c = {.world = world, .seed = seed, .entities = world->entities_count, .err = err};
    if (last < first) return ent_fail(err, ENT_E_RANGE, "the years end in %d, before they begin in %d", last, first);
    if (first < world->first_year || last > world->last_year)
        return ent_fail(err, ENT_E_RANGE, "%d to %d is outside the %s (%d to %d)", first, last, world->label,
                        world->first_year, world->last_year);
    c.years = (size_t)(last - first) + 1;
    c.out = enti_alloc(1, sizeof *c.out);
    c.arena = enti_alloc(1, sizeof *c.arena);
    if (c.out == NULL || c.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (params == NULL) ENT_TRY(ent_params_new(world, NULL, &own, err));
    c.params = params != NULL ? params : own;
    c.out->first = first;
    c.out->last = last;
    ENT_TRY(collect(&c));
    c.out->arena = c.arena;
    *out = c.out;
    c.out = NULL;
    c.arena = NULL;
done:
    ent_params_free(own);
    ent_free(c.since);
    ent_free(c.weight);
    ent_free(c.tie);
    if (c.arena != NULL) enti_arena_clear(c.arena);
    ent_free(c.arena);
    ent_free(c.out);
    return st;
}

void ent_network_free(ent_network *network) {
    if (network == NULL) return;
    enti_arena_clear(network->arena);
    ent_free(network->arena);
    ent_free(network);
}
