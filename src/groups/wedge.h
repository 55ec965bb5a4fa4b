/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a wedge, each filled by one file; shared state while it is being put together. */
#ifndef ENTI_WEDGE_H
#define ENTI_WEDGE_H

#include "base/notes.h"
#include "theory/ledger.h"

#include <entente/wedge.h>

typedef struct {
    const ent_world *world;
    const ent_params *params;
    const ent_wedge_options *options;
    const ent_year *year;
    size_t by;                         /* the power, by index in the year */
    size_t n;                          /* members that decide */
    size_t at[ENT_GROUP_MAX];          /* by index in the year */
    int64_t population[ENT_GROUP_MAX]; /* 0 when not known */
    int population_year;
    size_t no_trade, no_supply; /* members without a figure */
    int oldest;                 /* year of the oldest figure of trade used */
    enti_notes missing, assumed, sources, cites;
    ent_wedge *out;
    enti_arena *arena;
    ent_error *err;
} enti_wedging;

/* What cuts and counter-measures leave of a channel, 1 for all of it. */
typedef struct {
    double trade, supply, coercion;
} enti_relief;

/* Channels, exposure and support of every member. */
ENT_MUST_USE ent_status enti_wedge_exposures(enti_wedging *w);
/* Exposure of a member under relief; what is not coded counts `trade` and `supply`. */
double enti_wedge_exposure(const enti_wedging *w, const ent_wedge_member *member, const enti_relief *relief,
                           double trade, double supply);
/* The share of trade that stands in where none is coded, as exposure. */
double enti_wedge_stand_in(const enti_wedging *w);
double enti_wedge_support(const enti_wedging *w, double exposure);

/* Measures, exits from the power's forums, figures of those it coerced; what is missing and assumed; sources. */
ENT_MUST_USE ent_status enti_wedge_record(enti_wedging *w);

/* A measure of one sender, the UN's left out, against a state, in force between two years. */
bool enti_measure_against(const enti_event *event, enti_ref sender, enti_ref target, int first, int last);

#endif
