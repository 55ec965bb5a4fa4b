/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signed network of a year: what pulls two states together and what pushes them apart. */
#ifndef ENTI_SIGNED_H
#define ENTI_SIGNED_H

#include "network/communities.h"
#include "world/year.h"

/* Weights of the kinds of ties. */
typedef struct {
    double defence, shallow, treaty, title, rivalry, war; /* shallow: part of defence without a feature of depth */
} enti_ties;

typedef enum {
    ENTI_TIE_DEFENCE,
    ENTI_TIE_TREATY,
    ENTI_TIE_TITLE,
    ENTI_TIE_RIVALRY,
    ENTI_TIE_WAR,
    ENTI_TIE_KINDS
} enti_tie;

const char *enti_tie_text(enti_tie kind);

/* Matrices n x n, symmetric, diagonal 0. Owned by one block. */
typedef struct {
    size_t n;
    double *pull, *push, *net; /* push is >= 0; net is pull - push */
    uint8_t *title;            /* highest rank of a title between the two, 0 for none */
    uint8_t *depth;            /* features of depth of their deepest defence pact, 0 to 5 */
    void *block;
} enti_signed;

ENT_MUST_USE ent_status enti_signed_make(const ent_year *year, const enti_ties *ties, enti_signed *out, ent_error *err);
void enti_signed_clear(enti_signed *network);

/* Weight of one kind of tie between two states, 0 for none; below 0 for rivalry and war. */
double enti_tie_weight(const ent_year *year, const enti_signed *network, const enti_ties *ties, enti_tie kind, size_t i,
                       size_t j);

/* The graph of the entries of a matrix that are not 0, over the nodes that have one. */
typedef struct {
    enti_graph graph;
    uint32_t *node; /* [graph.nodes]: index in the matrix */
    void *block;
} enti_cut;

ENT_MUST_USE ent_status enti_cut_make(const double *matrix, size_t n, enti_cut *out, ent_error *err);
void enti_cut_clear(enti_cut *cut);

/* Leaning of every state: 1 at the first pole, -1 at the second, and elsewhere the mean of its neighbours' leanings by
 * the weight of the tie, those across a negative tie turned round. 0 where no tie leads to a pole. */
ENT_MUST_USE ent_status enti_leaning(const double *net, size_t n, const size_t pole[2], double *leaning,
                                     ent_error *err);

/* Bounds of the weight of ties that the best division into two camps leaves frustrated. */
typedef struct {
    double low, high, total;
} enti_frustration;

ENT_MUST_USE ent_status enti_frustration_of(const double *net, size_t n, uint64_t seed, int starts,
                                            enti_frustration *out, ent_error *err);

/* The same for a given partition into any number of camps; UINT32_MAX for nodes without ties. */
double enti_frustration_at(const double *net, size_t n, const uint32_t *camp);

#endif
