/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one door to igraph. What needs it is compiled into a module of its own, which is opened when a question needs it
 * (docs/decisions/0006-network-module.md); both sides include this file, and only plain arrays cross.
 */
#ifndef ENTI_NETWORK_MODULE_H
#define ENTI_NETWORK_MODULE_H

#include <stddef.h>
#include <stdint.h>

enum { ENTI_MODULE_VERSION = 1 };

/* Edges of an undirected graph, each once. */
typedef struct {
    size_t nodes, edges;
    const uint32_t *from, *to;
    const double *weight;
} enti_graph;

/* Functions return 0, or a code that `message` puts into words. Memberships count from 0; same seed, same answer. */
typedef struct {
    int version;
    const char *library; /* such as "igraph 0.10.2" */
    /* Leiden on modularity; weights > 0. `quality` is that modularity, at the resolution. */
    int (*leiden)(const enti_graph *graph, double resolution, uint64_t seed, uint32_t *membership, double *quality);
    /* Spin glass on a signed graph, one of its connected parts after the other. */
    int (*spinglass)(const enti_graph *graph, double gamma, uint64_t seed, uint32_t *membership);
    const char *(*message)(int code);
} enti_module;

/* The module's only symbol. */
#define ENTI_MODULE_SYMBOL "enti_network_module"
typedef const enti_module *(*enti_module_get)(void);

#endif
