/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts first: a leader's indices are those of all codes together, since a short text's own indices are mostly noise.
 * The text is the unit that was drawn, so errors come from resampling texts (Efron), not verbs.
 */
#include "beliefs/sample.h"

#include "base/random.h"
#include "beliefs/tests.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

ent_belief_options ent_belief_options_default(void) {
    return (ent_belief_options){.first = ENT_MISSING,
                                .last = ENT_MISSING,
                                .least_verbs = 15,
                                .least_words = 1500,
                                .draws = 2000,
                                .seed = 1,
                                .margin = 0.5,
                                .level = 0.05};
}

ent_status enti_belief_options_check(const ent_belief_options *o, ent_error *err) {
    if (o->first != ENT_MISSING && o->last != ENT_MISSING && o->first > o->last)
        return ent_fail(err, ENT_E_RANGE, "year %d is after year %d", o->first, o->last);
    if (!(o->margin > 0) || !isfinite(o->margin))
        return ent_fail(err, ENT_E_RANGE, "the margin is %g standard deviations, expected a number above 0", o->margin);
    if (!(o->level > 0 && o->level < 1))
        return ent_fail(err, ENT_E_RANGE, "the level of the tests is %g, expected a number between 0 and 1", o->level);
    if (o->draws < 0 || o->draws > 1000000)
        return ent_fail(err, ENT_E_RANGE, "%d draws asked for, expected 0 to 1000000", o->draws);
    return ENT_OK;
}

static double codes_of(double (*const counts)[ENT_VICS_CATEGORIES]) {
    double sum = 0;
    for (int s = 0; s < 2; s++)
        for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
            sum += counts[s][k];
    return sum;
}

ent_status enti_sample_take(const ent_speeches *speeches, const size_t *which, size_t count,
                            const ent_belief_options *options, int least, enti_sample *out, ent_error *err) {
    *out = (enti_sample){.n = 0};
    if (count == 0) return ENT_OK;
    out->counts = enti_alloc(count, sizeof *out->counts);
    if (out->counts == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        double(*c)[ENT_VICS_CATEGORIES] = out->counts[out->n];
        enti_speech_counts(speeches->sorted[which[i]], options, c[0], c[1]);
        if (codes_of(c) < least) continue;
        out->n++;
        for (int s = 0; s < 2; s++)
            for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
                out->total[s][k] += c[s][k];
    }
    return ENT_OK;
}

void enti_sample_clear(enti_sample *sample) {
    ent_free(sample->counts);
    *sample = (enti_sample){.n = 0};
}

void enti_sample_pooled(const enti_sample *sample, ent_belief_profile *out) {
    ent_belief_indices(sample->total[0], sample->total[1], out);
}

void enti_sample_text(const enti_sample *sample, size_t text, ent_belief_profile *out) {
    ent_belief_indices(sample->counts[text][0], sample->counts[text][1], out);
}

uint64_t enti_stream_of(const char *name, int first, int last) { /* FNV-1a, years at the end */
    uint64_t hash = UINT64_C(14695981039346656037);
    for (; *name != 0; name++)
        hash = (hash ^ (unsigned char)*name) * UINT64_C(1099511628211);
    hash = (hash ^ (uint32_t)first) * UINT64_C(1099511628211);
    return (hash ^ (uint32_t)last) * UINT64_C(1099511628211);
}

void enti_sample_resampled(const enti_sample *sample, uint64_t seed, uint64_t stream, uint32_t draw,
                           ent_belief_profile *out) {
    double sum[2][ENT_VICS_CATEGORIES] = {{0}}, u[2] = {0, 0};
    for (size_t i = 0; i < sample->n; i++) {
        size_t at;
        if (i % 2 == 0) enti_uniform2(seed ^ stream, ENTI_RANDOM_BOOTSTRAP, draw, (uint32_t)(i / 2), u);
        at = (size_t)(u[i % 2] * (double)sample->n);
        for (int s = 0; s < 2; s++)
            for (int k = 0; k < ENT_VICS_CATEGORIES; k++)
                sum[s][k] += sample->counts[at][s][k];
    }
    ent_belief_indices(sum[0], sum[1], out);
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Linear between neighbours. */
static double quantile(const double *sorted, size_t n, double share) {
    double at = share * (double)(n - 1), low = floor(at);
    size_t i = (size_t)low;
    return i + 1 < n ? sorted[i] + (at - low) * (sorted[i + 1] - sorted[i]) : sorted[i];
}

void enti_spread(double *values, size_t n, double *sd, double *low, double *high) {
    size_t defined = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(values[i])) values[defined++] = values[i];
    *sd = *low = *high = NAN;
    if (defined < 2) return;
    qsort(values, defined, sizeof *values, by_size);
    *sd = enti_moments_of(values, defined).sd;
    *low = quantile(values, defined, 0.025);
    *high = quantile(values, defined, 0.975);
}
