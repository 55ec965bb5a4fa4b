/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have to change: the cheapest moves of the pair's levers that reach a target percentile. */
#ifndef ENTI_CHANGES_H
#define ENTI_CHANGES_H

#include "theory/support.h"

#include <entente/assess.h>

enum { ENTI_SINGLES = 3, ENTI_JOINTS = 3, ENTI_EVENTS = 64, ENTI_LEVERS = 9 };

/* Changes towards one target. Percentiles 0 to 1 inside; texts in the arena. */
typedef struct {
    double target; /* percentile, 0 to 1 */
    bool upward;   /* reach at least the target; else fall below it */
    ent_change single[ENTI_SINGLES], joint[ENTI_JOINTS], event[ENTI_EVENTS], lever[ENTI_LEVERS];
    size_t singles, joints, events, levers;
} enti_changes;

/* `beliefs` is the measured distance of the leaders' beliefs in standard deviations, NaN when it is not known: then the
 * gate is left out and beliefs are no lever. */
ENT_MUST_USE ent_status enti_changes_of(const enti_model *model, const enti_pair *pair, double beliefs, double target,
                                        bool upward, enti_arena *arena, enti_changes *out, ent_error *err);

#endif
