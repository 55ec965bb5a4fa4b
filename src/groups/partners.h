/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a ranking of partners; shared state while it is being put together. */
#ifndef ENTI_PARTNERS_H
#define ENTI_PARTNERS_H

#include "base/notes.h"
#include "theory/patron.h"
#include "theory/status.h"

#include <entente/groups.h>

typedef struct {
    const ent_world *world;
    ent_params *params; /* own copy */
    const ent_partners_options *options;
    ent_year *year;
    enti_model model;
    enti_patronage list;
    int scenario;
    enti_notes missing, sources, cites;
    ent_partners *out;
    enti_arena *arena;
    ent_error *err;
} enti_partnering;

ENT_MUST_USE ent_status enti_partners_candidates(enti_partnering *p); /* ranked, the first ones explained */
ENT_MUST_USE ent_status enti_partners_field(enti_partnering *p);      /* drivers, pool, neutralisation, hedgers */

#endif
