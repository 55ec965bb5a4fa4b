/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of one leader as a sample: counts by text, pooled indices, and what resampling the texts says of them. */
#ifndef ENTI_BELIEFS_SAMPLE_H
#define ENTI_BELIEFS_SAMPLE_H

#include "beliefs/speeches.h"

/* Counts by text under one reading; 2 x ENT_VICS_CATEGORIES numbers a text, self before other. */
typedef struct enti_sample {
    double (*counts)[2][ENT_VICS_CATEGORIES];
    size_t n;
    double total[2][ENT_VICS_CATEGORIES];
} enti_sample;

/* Texts listed by `which`; those with fewer codes than `least` are left out (0: none). Cleared by the caller. */
ENT_MUST_USE ent_status enti_sample_take(const ent_speeches *speeches, const size_t *which, size_t count,
                                         const ent_belief_options *options, int least, enti_sample *out,
                                         ent_error *err);
void enti_sample_clear(enti_sample *sample); /* accepts a zeroed one */

/* Indices of the sum of the counts. */
void enti_sample_pooled(const enti_sample *sample, ent_belief_profile *out);

/* Indices of one text. */
void enti_sample_text(const enti_sample *sample, size_t text, ent_belief_profile *out);

/* Indices of resample `draw`; `stream` parts leaders, so that a leader's numbers do not hang on who else is there. */
void enti_sample_resampled(const enti_sample *sample, uint64_t seed, uint64_t stream, uint32_t draw,
                           ent_belief_profile *out);

/* A stream for a name. */
uint64_t enti_stream_of(const char *name, int first, int last);

/* Standard deviation and 2.5 and 97.5 % of the defined values, which are sorted in place. Fewer than two: NaN. */
void enti_spread(double *values, size_t n, double *sd, double *low, double *high);

/* ENT_E_RANGE for options that make no sense. */
ENT_MUST_USE ent_status enti_belief_options_check(const ent_belief_options *options, ent_error *err);

#endif
