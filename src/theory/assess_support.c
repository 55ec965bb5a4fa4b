/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the structure supports: percentile among past signers, interval and robustness over parameter draws, support
 * in the year before a pact was signed, and the range the unknown belief gate leaves open.
 */
#include "base/order.h"
#include "theory/assess.h"
#include "theory/hazard.h"

#include <math.h>
#include <string.h>

/* Draws with the covariates as given; widens [low, high]. */
static ent_status widen(enti_assessing *a, const enti_pair *pair, double *sample) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    int n = a->options->draws;
    double low, high, *gates = NULL;
    if (a->beliefs.known) {
        gates = enti_alloc((size_t)n, sizeof *gates);
        if (gates == NULL) return enti_no_memory(a->err);
        enti_belief_gate_draws(a->params, &a->beliefs, a->options->seed, n, gates);
    }
    ENT_TRY(enti_draw_percentiles(&a->model, pair, gates, a->options->seed, n, sample, a->err));
    enti_sort(sample, (size_t)n);
    low = 100 * enti_order_quantile(sample, (size_t)n, 0.05);
    high = 100 * enti_order_quantile(sample, (size_t)n, 0.95);
    if (isnan(out->low) || low < out->low) out->low = low;
    if (isnan(out->high) || high > out->high) out->high = high;
done:
    ent_free(gates);
    return st;
}

/* A gap, or trade at stake, that is not known is also run at its 10th and 90th percentile, so that ignorance widens the interval. */
static ent_status widen_unknown(enti_assessing *a, double *sample) {
    static const double interest[] = {0.15, 2.17}, regime[] = {0.04, 0.66}, trade[] = {0, 0.006};
    ent_status st = ENT_OK;
    bool trade_term = a->model.beta[ENTI_TRADE] != 0;
    for (int k = 0; k < 2; k++) {
        enti_pair pair = a->pair;
        if (pair.interest_known && pair.regime_known && (pair.trade_known || !trade_term)) break;
        if (!pair.interest_known) pair.interest_gap = interest[k];
        if (!pair.regime_known) pair.regime_gap = regime[k];
        if (!pair.trade_known) pair.trade[0] = pair.trade[1] = trade[k];
        ENT_TRY(widen(a, &pair, sample));
    }
done:
    return st;
}

static ent_status fill_interval(enti_assessing *a) {
    ent_status st = ENT_OK;
    int n = a->options->draws, same = 0;
    enti_reading_word reading = enti_reading_of(&a->status, a->params, a->percentile);
    double *sample, cut = enti_param(a->params, ENTI_SUPPORT_CUT);

    a->out->low = a->out->high = a->out->share = NAN;
    if (n == 0 || !a->pair.computable) return ENT_OK;
    sample = enti_alloc((size_t)n, sizeof *sample);
    if (sample == NULL) return enti_no_memory(a->err);
    ENT_TRY(widen(a, &a->pair, sample));
    for (int d = 0; d < n; d++)
        same += enti_reading_of(&a->status, a->params, sample[d]) == reading;
    a->out->draws = n;
    a->out->share = (double)same / n;
    ENT_TRY(widen_unknown(a, sample));
    a->out->near_line = a->out->low < cut && a->out->high >= cut;
done:
    ent_free(sample);
    return st;
}

static const char *support_word(const ent_params *p, double percentile) {
    if (isnan(percentile)) return "";
    if (percentile < enti_param(p, ENTI_BLOCKS_CUT)) return "blocks";
    if (percentile < enti_param(p, ENTI_SUPPORT_CUT)) return "hinders";
    return percentile > enti_param(p, ENTI_FAVOURS_CUT) ? "favours" : "neutral to favourable";
}

enum { SIGNATURE_DRAWS = 500 };

/* Its interval, from fewer draws: it is context to the answer. */
static ent_status signature_interval(enti_assessing *a, const enti_model *model, const enti_pair *pair) {
    ent_status st = ENT_OK;
    int n = a->options->draws < SIGNATURE_DRAWS ? a->options->draws : SIGNATURE_DRAWS;
    double *sample;
    if (n == 0) return ENT_OK;
    sample = enti_alloc((size_t)n, sizeof *sample);
    if (sample == NULL) return enti_no_memory(a->err);
    ENT_TRY(enti_draw_percentiles(model, pair, NULL, a->options->seed, n, sample, a->err));
    enti_sort(sample, (size_t)n);
    a->out->at_signature_low = 100 * enti_order_quantile(sample, (size_t)n, 0.05);
    a->out->at_signature_high = 100 * enti_order_quantile(sample, (size_t)n, 0.95);
done:
    ent_free(sample);
    return st;
}

/* The same score in the year before the first year of the pact, or the first year of the data where that is later. */
static ent_status fill_signature(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    ent_year *before = NULL;
    ent_params *params = NULL;
    enti_model model;
    enti_pair pair;
    size_t i, j;
    double u[2];
    /* An answer for a year the model was made for does not reach back to those it was not made for. */
    int modern = a->world->ideal_point.first;
    int earliest = out->year >= modern && modern > a->world->first_year ? modern : a->world->first_year;

    out->at_signature = out->at_signature_low = out->at_signature_high = NAN;
    out->at_signature_why = "";
    out->at_signature_year = ENT_MISSING;
    if (out->pact_since == ENT_MISSING) return ENT_OK;
    out->at_signature_year = out->pact_since - 1;
    if (out->at_signature_year < earliest) out->at_signature_year = earliest;
    /* Its own data level: what the data allow for that year, unless the user named one. */
    if (a->params->forced && enti_variant_check(a->world, a->params->variant, out->at_signature_year, NULL) != ENT_OK) {
        out->at_signature_why = "the variant asked for lacks data for that year";
        return ENT_OK;
    }
    ENT_TRY(ent_params_for_year(a->world, a->params, out->at_signature_year, &params, a->err));
    ENT_TRY(ent_year_open(a->world, out->at_signature_year, params, &before, a->err));
    i = ent_year_index(before, out->a.code);
    j = ent_year_index(before, out->b.code);
    if (i == SIZE_MAX || j == SIZE_MAX) {
        out->at_signature_why = "one of the two was no member of the system of states that year";
        goto done;
    }
    ENT_TRY(enti_model_init(&model, before, params, a->arena, a->err));
    pair = enti_pair_of(before, i, j);
    out->at_signature = 100 * enti_percentile(&model, enti_support(&model, &pair, u));
    if (isnan(out->at_signature))
        out->at_signature_why = "capability of one side that year is not known";
    else
        ENT_TRY(signature_interval(a, &model, &pair));
done:
    ent_year_close(before);
    ent_params_free(params);
    return st;
}

static const char *holds_text(enti_assessing *a, double percentile) {
    const ent_assessment *out = a->out;
    bool many = false;
    if (enti_reading_of(&a->status, a->params, percentile) != ENTI_LEGACY) return "";
    for (size_t o = 0; o < out->obligations_count; o++)
        many = many || strcmp(out->obligations[o].kind, "multilateral") == 0;
    return enti_arena_printf(a->arena, "inertia (pacts of this era end at %.2g %% a year)%s%s%s",
                             100 * enti_exit_hazard(a->params, out->year), many ? "; a multilateral treaty" : "",
                             *out->features != 0 ? "; institutions: " : "", out->features);
}

ent_status enti_assess_support(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    a->l = enti_support(&a->model, &a->pair, out->u);
    out->gate_open = 100 * enti_percentile(&a->model, a->l);
    out->gate_shut =
        100 * enti_percentile(&a->model, a->l + log(enti_belief_gate(a->params, enti_param(a->params, ENTI_BELIEF_SHUT),
                                                                     a->beliefs.override)));
    if (a->beliefs.known) a->l += log(a->beliefs.gate);
    a->percentile = enti_percentile(&a->model, a->l);
    out->support_l = a->l;
    out->percentile = 100 * a->percentile;
    out->word = support_word(a->params, out->percentile);
    out->reading = enti_reading_text(enti_reading_of(&a->status, a->params, a->percentile));
    ENT_TRY(fill_interval(a));
    ENT_TRY(fill_signature(a));
    out->holds = holds_text(a, a->percentile);
    if (out->holds == NULL) st = enti_no_memory(a->err);
done:
    return st;
}
