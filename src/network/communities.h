/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Communities of a graph, by the module that holds igraph. */
#ifndef ENTI_COMMUNITIES_H
#define ENTI_COMMUNITIES_H

#include "base/base.h"
#include "network/module/module.h"

/* Opens the module, once for the process. ENT_E_IO with the places looked at when it is not there. */
ENT_MUST_USE ent_status enti_module_open(const enti_module **out, ent_error *err);

/* As the module's functions, with what went wrong as status. No edges: each node is a community of its own. */
ENT_MUST_USE ent_status enti_leiden(const enti_graph *graph, double resolution, uint64_t seed, uint32_t *membership,
                                    double *quality, ent_error *err);
ENT_MUST_USE ent_status enti_spinglass(const enti_graph *graph, double gamma, uint64_t seed, uint32_t *membership,
                                       ent_error *err);

/* Adjusted Rand index of two partitions: 1 when they are the same, about 0 when they agree by chance (Hubert & Arabie
 * 1985). Labels are below n, which is at most 256; both whole or both in single pieces: 1. */
double enti_partition_likeness(const uint32_t *a, const uint32_t *b, size_t n);

/* Labels numbered in the order in which they first appear; returns how many. */
size_t enti_partition_tidy(uint32_t *membership, size_t n);

#endif
