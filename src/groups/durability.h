/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an answer on durability; shared state while it is being put together. */
#ifndef ENTI_DURABILITY_H
#define ENTI_DURABILITY_H

#include "base/notes.h"
#include "theory/bases.h"

#include <entente/durability.h>

typedef struct {
    const ent_world *world;
    const ent_params *params;
    const ent_durability_options *options;
    const ent_year *year;
    size_t leader;            /* index in the year */
    size_t n;                 /* members beside the leader */
    size_t at[ENT_GROUP_MAX]; /* index in the year */
    int forum;                /* index in the world, or -1 */
    enti_notes missing, assumed, sources, cites;
    ent_durability *out;
    enti_arena *arena;
    ent_error *err;
} enti_durabling;

/* The numbers of the hazard, as they are or drawn from their ranges. */
typedef struct {
    double calm, unheld, contagion, end;
} enti_exit_form;

enti_exit_form enti_exit_form_of(const enti_durabling *d);

/* Yearly hazard of a member's exit: `strength` of the leader's power to coerce, 1 today; `gone` share of members. */
double enti_exit_hazard_of(const enti_exit_form *form, const ent_bond *bond, double strength, double gone);

ENT_MUST_USE ent_status enti_durability_bonds(enti_durabling *d); /* members, shares, leader's record */
void enti_durability_runs(enti_durabling *d);                     /* survival along each path */
ENT_MUST_USE ent_status enti_durability_notes(enti_durabling *d);

#endif
