/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an answer about blocs, each filled by one file; shared state while it is being put together. */
#ifndef ENTI_BLOCS_H
#define ENTI_BLOCS_H

#include "base/notes.h"
#include "network/signed.h"
#include "theory/params.h"

#include <entente/blocs.h>

typedef struct {
    const ent_world *world;
    const ent_params *params;
    const ent_blocs_options *options;
    const ent_year *year;
    enti_ties ties;
    enti_signed net;
    enti_cut pulls, all; /* graphs: positive ties; all ties that do not cancel */
    uint32_t *best;      /* [pulls.graph.nodes]: community of each node of the first graph */
    uint16_t *together;  /* [n * n]: runs in which two states shared a community */
    size_t pole[2];      /* by index in the year; SIZE_MAX for none */
    enti_notes missing, assumed, sources, cites;
    ent_blocs *out;
    enti_arena *arena;
    ent_error *err;
} enti_blocking;

enti_ties enti_ties_of(const ent_params *params);

ENT_MUST_USE ent_status enti_blocs_partition(enti_blocking *b);   /* communities, how stable, spin glass, frustration */
ENT_MUST_USE ent_status enti_blocs_communities(enti_blocking *b); /* what each is like and made of */
ENT_MUST_USE ent_status enti_blocs_poles(enti_blocking *b);       /* leaning, camps, polarisation, hedgers */

#endif
