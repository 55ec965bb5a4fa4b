/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two leaders on one index. A difference that is not significant is no sign of likeness when texts are few, so
 * "congruent" asks for a test of equivalence; what p alone would say stands beside it, because the literature uses that.
 */
#include "beliefs/compare.h"

#include <math.h>
#include <string.h>

/* ---- sides ---- */

ent_status enti_side_take(const ent_speeches *speeches, const size_t *which, size_t count,
                          const ent_belief_options *options, int least, enti_side *out, ent_error *err) {
    ent_status st = ENT_OK;
    size_t n;
    *out = (enti_side){.values = NULL};
    ENT_TRY(enti_sample_take(speeches, which, count, options, least, &out->sample, err));
    n = out->sample.n;
    enti_sample_pooled(&out->sample, &out->pooled);
    out->values = enti_alloc(n * ENT_BELIEFS + 1, sizeof *out->values);
    if (out->values == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    for (size_t i = 0; i < n; i++) {
        ent_belief_profile profile;
        enti_sample_text(&out->sample, i, &profile);
        for (int b = 0; b < ENT_BELIEFS; b++)
            if (!isnan(profile.value[b])) out->values[(size_t)b * n + out->moments[b].n++] = profile.value[b];
    }
    for (int b = 0; b < ENT_BELIEFS; b++)
        out->moments[b] = enti_moments_of(out->values + (size_t)b * n, out->moments[b].n);
done:
    if (st != ENT_OK) enti_side_clear(out);
    return st;
}

void enti_side_clear(enti_side *side) {
    enti_sample_clear(&side->sample);
    ent_free(side->values);
    side->values = NULL;
}

/* ---- tests ---- */

void enti_belief_judge(ent_belief_test *test, double level) {
    test->verdict = test->classic = ENT_UNDETERMINED;
    if (test->p_equivalence < level)
        test->verdict = ENT_CONGRUENT; /* even where the difference, small as it is, can be told from 0 */
    else if (test->p_holm < level)
        test->verdict = ENT_DIVERGENT;
    if (!isnan(test->p)) test->classic = test->p < level ? ENT_DIVERGENT : ENT_CONGRUENT;
}

ent_status enti_side_test(const enti_side *a, const enti_side *b, ent_belief index, const ent_belief_options *options,
                          const ent_belief_norm *norm, int draws, ent_belief_test *out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_moments ma = a->moments[index], mb = b->moments[index];
    enti_welch welch = enti_welch_test(ma, mb);
    *out = (ent_belief_test){.difference = welch.difference,
                             .pooled = a->pooled.value[index] - b->pooled.value[index],
                             .low = NAN,
                             .high = NAN,
                             .t = welch.t,
                             .df = welch.df,
                             .p = welch.p,
                             .p_holm = welch.p,
                             .p_permutation = NAN,
                             .p_rank = NAN,
                             .g = enti_hedges_g(ma, mb),
                             .margin = options->margin * norm->sd[index]};
    if (*norm->name == 0) out->margin = NAN;
    out->p_equivalence = enti_equivalence(&welch, out->margin);
    enti_belief_judge(out, options->level);
    if (draws > 0 && a->values != NULL && b->values != NULL) {
        const double *va = a->values + (size_t)index * a->sample.n, *vb = b->values + (size_t)index * b->sample.n;
        enti_permutation permutation;
        ENT_TRY(enti_permutation_test(va, ma.n, vb, mb.n, ENTI_MOST_LISTED, draws, options->seed, &permutation, err));
        out->p_permutation = permutation.p;
        out->exact = permutation.exact;
        ENT_TRY(enti_rank_sum(va, ma.n, vb, mb.n, &out->p_rank, err));
    }
done:
    return st;
}

ent_status enti_side_resample(const enti_side *a, const enti_side *b, const ent_belief_options *options,
                              ent_belief_test out[ENT_BELIEFS], ent_error *err) {
    size_t draws = (size_t)options->draws;
    double *drawn, sd;
    if (draws == 0 || a->sample.n < 2 || b->sample.n < 2) return ENT_OK;
    drawn = enti_alloc(draws * ENT_BELIEFS, sizeof *drawn);
    if (drawn == NULL) return enti_no_memory(err);
    for (size_t d = 0; d < draws; d++) {
        ent_belief_profile pa, pb;
        enti_sample_resampled(&a->sample, options->seed, a->stream, (uint32_t)d, &pa);
        enti_sample_resampled(&b->sample, options->seed, b->stream, (uint32_t)d, &pb);
        for (int i = 0; i < ENT_BELIEFS; i++)
            drawn[(size_t)i * draws + d] = pa.value[i] - pb.value[i];
    }
    for (int i = 0; i < ENT_BELIEFS; i++)
        if (!isnan(out[i].pooled)) enti_spread(drawn + (size_t)i * draws, draws, &sd, &out[i].low, &out[i].high);
    ent_free(drawn);
    return ENT_OK;
}

/* ---- what follows ---- */

const char *ent_belief_verdict_name(ent_belief_verdict verdict) {
    static const char *const names[] = {"undetermined", "congruent", "divergent"};
    return (unsigned)verdict < 3 ? names[verdict] : NULL;
}

const char *ent_belief_decision(ent_belief_verdict p1, ent_belief_verdict i1) {
    if (p1 == ENT_UNDETERMINED || i1 == ENT_UNDETERMINED) return "undetermined";
    if (p1 == ENT_CONGRUENT && i1 == ENT_CONGRUENT) return "peacetime alliance likely";
    if (p1 == ENT_DIVERGENT && i1 == ENT_CONGRUENT) return "cooperation on issues, no alliance";
    return "not stated in the source"; /* it speaks of no other combination, and none is made up here */
}
