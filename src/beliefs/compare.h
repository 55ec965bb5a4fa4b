/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides of a comparison and the tests between two of them. */
#ifndef ENTI_BELIEFS_COMPARE_H
#define ENTI_BELIEFS_COMPARE_H

#include "beliefs/sample.h"
#include "beliefs/tests.h"

/* A leader's texts by index, or what a database says of them. */
typedef struct enti_side {
    enti_sample sample; /* empty where only indices are known */
    double *values;     /* [index * texts + i], defined values first */
    enti_moments moments[ENT_BELIEFS];
    ent_belief_profile pooled;
    uint64_t stream;
} enti_side;

/* Of texts, under the options' reading; those with fewer than `least` codes are left out. */
ENT_MUST_USE ent_status enti_side_take(const ent_speeches *speeches, const size_t *which, size_t count,
                                       const ent_belief_options *options, int least, enti_side *out, ent_error *err);
void enti_side_clear(enti_side *side);

/* All tests of one index; resampling and permutation only where `draws` is above 0. Verdicts are not yet corrected. */
ENT_MUST_USE ent_status enti_side_test(const enti_side *a, const enti_side *b, ent_belief index,
                                       const ent_belief_options *options, const ent_belief_norm *norm, int draws,
                                       ent_belief_test *out, ent_error *err);

/* Adds what resampled texts say of the difference of pooled values. */
ENT_MUST_USE ent_status enti_side_resample(const enti_side *a, const enti_side *b, const ent_belief_options *options,
                                           ent_belief_test out[ENT_BELIEFS], ent_error *err);

/* Sets both verdicts from the p values there are. */
void enti_belief_judge(ent_belief_test *test, double level);

#endif
