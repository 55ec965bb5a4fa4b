/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Communities by igraph: Leiden (Traag and others 2019) on what pulls together, a spin glass with negative ties
 * (Traag & Bruggeman 2009) on the signed graph. igraph's own handlers would end the program or print; both are
 * replaced once, when the module is opened. One thread: Debian's build is not safe for more.
 */
#include "network/module/module.h"

#include <igraph/igraph.h>
#include <stdlib.h>

enum { SPINS = 8, LEIDEN_ITERATIONS = 3 };

/* Of the annealing. igraph heats from START until nearly every change is accepted, so a low START makes it longer, not
 * shorter; then it cools by COOLING until STOP, fifty sweeps a step. Slower cooling did not leave less frustrated. */
static const double START = 4, STOP = 0.2, COOLING = 0.1;

static void seed_with(uint64_t seed) {
    (void)igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)(seed & UINT32_MAX)); /* always succeeds */
}

static igraph_error_t make_graph(const enti_graph *from, igraph_t *graph) {
    igraph_vector_int_t ends;
    igraph_error_t code = igraph_vector_int_init(&ends, (igraph_integer_t)(2 * from->edges));
    if (code != IGRAPH_SUCCESS) return code;
    for (size_t e = 0; e < from->edges; e++) {
        VECTOR(ends)[2 * e] = from->from[e];
        VECTOR(ends)[2 * e + 1] = from->to[e];
    }
    code = igraph_create(graph, &ends, (igraph_integer_t)from->nodes, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    return code;
}

/* Modularity as Leiden wants it: strengths as node weights, resolution / 2m, and the quality scaled back. */
static igraph_error_t run_leiden(const igraph_t *graph, const enti_graph *from, double resolution,
                                 igraph_vector_t *strength, igraph_vector_int_t *membership, double *quality) {
    const igraph_vector_t *view;
    igraph_vector_t weights;
    igraph_integer_t count;
    double sum = 0;
    view = igraph_vector_view(&weights, from->weight, (igraph_integer_t)from->edges);
    igraph_vector_null(strength);
    for (size_t e = 0; e < from->edges; e++) {
        VECTOR(*strength)[from->from[e]] += from->weight[e];
        VECTOR(*strength)[from->to[e]] += from->weight[e];
        sum += 2 * from->weight[e];
    }
    return igraph_community_leiden(graph, view, strength, resolution / sum, 0.01, 0, LEIDEN_ITERATIONS, membership,
                                   &count, quality);
}

static int leiden(const enti_graph *from, double resolution, uint64_t seed, uint32_t *membership, double *quality) {
    igraph_t graph;
    igraph_vector_t strength;
    igraph_vector_int_t found;
    igraph_error_t code = make_graph(from, &graph);
    if (code != IGRAPH_SUCCESS) return code;
    code = igraph_vector_init(&strength, (igraph_integer_t)from->nodes);
    if (code == IGRAPH_SUCCESS) {
        code = igraph_vector_int_init(&found, 0);
        if (code == IGRAPH_SUCCESS) {
            seed_with(seed);
            code = run_leiden(&graph, from, resolution, &strength, &found, quality);
            for (size_t i = 0; i < from->nodes && code == IGRAPH_SUCCESS; i++)
                membership[i] = (uint32_t)VECTOR(found)[i];
            igraph_vector_int_destroy(&found);
        }
        igraph_vector_destroy(&strength);
    }
    igraph_destroy(&graph);
    return code;
}

/* ---- spin glass ---- */

static igraph_error_t anneal(const enti_graph *part, double gamma, igraph_vector_int_t *found) {
    igraph_t graph;
    igraph_vector_t weights;
    const igraph_vector_t *view = igraph_vector_view(&weights, part->weight, (igraph_integer_t)part->edges);
    igraph_error_t code = make_graph(part, &graph);
    if (code != IGRAPH_SUCCESS) return code;
    code = igraph_community_spinglass(&graph, view, NULL, NULL, found, NULL, SPINS, 0, START, STOP, COOLING,
                                      IGRAPH_SPINCOMM_UPDATE_CONFIG, gamma, IGRAPH_SPINCOMM_IMP_NEG, gamma);
    igraph_destroy(&graph);
    return code;
}

/* Marks the connected parts of the graph; returns how many. */
static uint32_t mark_parts(const enti_graph *g, uint32_t *part) {
    uint32_t count = 0;
    for (size_t i = 0; i < g->nodes; i++)
        part[i] = UINT32_MAX;
    for (size_t i = 0; i < g->nodes; i++) {
        int grown = 1;
        if (part[i] != UINT32_MAX) continue;
        part[i] = count;
        while (grown) {
            grown = 0;
            for (size_t e = 0; e < g->edges; e++) {
                uint32_t a = g->from[e], b = g->to[e];
                if ((part[a] == count) == (part[b] == count)) continue;
                part[a] = part[b] = count;
                grown = 1;
            }
        }
        count++;
    }
    return count;
}

typedef struct {
    uint32_t *part, *place, *from, *to; /* place: index of a node inside its part */
    double *weight;
} room;

/* The part's own graph. */
static enti_graph cut_out(const enti_graph *g, uint32_t which, room *r) {
    enti_graph part = {.from = r->from, .to = r->to, .weight = r->weight};
    for (size_t i = 0; i < g->nodes; i++)
        if (r->part[i] == which) r->place[i] = (uint32_t)part.nodes++;
    for (size_t e = 0; e < g->edges; e++) {
        if (r->part[g->from[e]] != which) continue;
        r->from[part.edges] = r->place[g->from[e]];
        r->to[part.edges] = r->place[g->to[e]];
        r->weight[part.edges++] = g->weight[e];
    }
    return part;
}

static igraph_error_t each_part(const enti_graph *g, double gamma, room *r, uint32_t *membership) {
    uint32_t parts = mark_parts(g, r->part), next = 0;
    igraph_vector_int_t found;
    igraph_error_t code = igraph_vector_int_init(&found, 0);
    if (code != IGRAPH_SUCCESS) return code;
    for (uint32_t p = 0; p < parts && code == IGRAPH_SUCCESS; p++) {
        enti_graph part = cut_out(g, p, r);
        uint32_t most = 0;
        if (part.nodes > 1) code = anneal(&part, gamma, &found);
        if (code != IGRAPH_SUCCESS) break;
        for (size_t i = 0; i < g->nodes; i++) {
            uint32_t of;
            if (r->part[i] != p) continue;
            of = part.nodes > 1 ? (uint32_t)VECTOR(found)[r->place[i]] : 0;
            membership[i] = next + of;
            if (of > most) most = of;
        }
        next += most + 1;
    }
    igraph_vector_int_destroy(&found);
    return code;
}

static int spinglass(const enti_graph *g, double gamma, uint64_t seed, uint32_t *membership) {
    igraph_error_t code = IGRAPH_ENOMEM;
    room r = {.part = calloc(g->nodes + 1, sizeof(uint32_t)),
              .place = calloc(g->nodes + 1, sizeof(uint32_t)),
              .from = calloc(g->edges + 1, sizeof(uint32_t)),
              .to = calloc(g->edges + 1, sizeof(uint32_t)),
              .weight = calloc(g->edges + 1, sizeof(double))};
    if (r.part != NULL && r.place != NULL && r.from != NULL && r.to != NULL && r.weight != NULL) {
        seed_with(seed);
        code = each_part(g, gamma, &r, membership);
    }
    free(r.part);
    free(r.place);
    free(r.from);
    free(r.to);
    free(r.weight);
    return code;
}

/* ---- the door ---- */

static const char *message(int code) {
    return code == IGRAPH_ENOMEM ? "memory ran out" : igraph_strerror((igraph_error_t)code);
}

const enti_module *enti_network_module(void);

__attribute__((visibility("default"))) const enti_module *enti_network_module(void) {
    static const enti_module module = {ENTI_MODULE_VERSION, "igraph " IGRAPH_VERSION, leiden, spinglass, message};
    static int opened;
    if (!opened) {
        (void)igraph_set_error_handler(igraph_error_handler_ignore);
        (void)igraph_set_warning_handler(igraph_warning_handler_ignore);
        opened = 1;
    }
    return &module;
}
