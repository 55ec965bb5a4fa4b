/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a comparison was asked for: a name with its years, and the texts or values found for it. */
#ifndef ENTI_BELIEFS_COMPARE_GROUPS_H
#define ENTI_BELIEFS_COMPARE_GROUPS_H

#include "beliefs/compare.h"

typedef struct enti_belief_ask {
    char name[128];  /* without years */
    int first, last; /* ENT_MISSING: no bound */
    size_t *which;   /* texts; NULL: only values are known */
    size_t count;
    enti_side side;
} enti_belief_ask;

/* Finds what a name stands for, measured or published; either of `speeches` and `store` may be NULL. Clear `ask` also after a failure. */
ENT_MUST_USE ent_status enti_belief_group_find(const ent_speeches *speeches, const ent_store *store, bool published,
                                               const char *text, const ent_belief_options *options, enti_arena *arena,
                                               enti_belief_ask *ask, ent_belief_group *group, ent_error *err);
void enti_belief_ask_clear(enti_belief_ask *ask);

#endif
