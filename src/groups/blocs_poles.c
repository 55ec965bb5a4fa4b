/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The camps around two poles. A state leans as its neighbours lean, those across a rivalry turned round; the poles stand
 * at 1 and -1. Camps are those who lean far enough; polarisation is 4 c1 c2 (1 - crossing): whole when two camps hold
 * half of the world's capability each and no tie that pulls joins them. Hedgers are close to both poles in practice,
 * allied to neither and rival of neither.
 */
#include "groups/blocs.h"

#include "measures/measures.h"

#include <math.h>
#include <stdlib.h>

static ent_status choose_poles(enti_blocking *b) {
    const ent_year *y = b->year;
    b->pole[0] = b->pole[1] = SIZE_MAX;
    b->out->poles_chosen = b->options->pole[0] != ENT_MISSING;
    for (int s = 0; s < 2 && b->out->poles_chosen; s++) {
        b->pole[s] = ent_year_index(y, b->options->pole[s]);
        if (b->pole[s] == SIZE_MAX)
            return ent_fail(b->err, ENT_E_MISSING, "the pole with code %d was no member of the system of states in %d",
                            b->options->pole[s], y->year);
    }
    if (b->out->poles_chosen) return ENT_OK;
    for (size_t i = 0; i < y->n; i++)
        if (!isnan(y->capability[i].value) && (b->pole[0] == SIZE_MAX || y->share[i] > y->share[b->pole[0]]))
            b->pole[0] = i;
    for (size_t i = 0; i < y->n && b->pole[0] != SIZE_MAX; i++)
        if (enti_set_has(&y->rivals[b->pole[0]], i) && !isnan(y->capability[i].value) &&
            (b->pole[1] == SIZE_MAX || y->share[i] > y->share[b->pole[1]]))
            b->pole[1] = i;
    return ENT_OK;
}

static void fill_state(enti_blocking *b, size_t i, double leaning) {
    const ent_year *y = b->year;
    ent_bloc_state *s = &b->out->states[i];
    double cut = enti_param(b->params, ENTI_BLOCS_CAMP), hedge = enti_param(b->params, ENTI_BLOCS_HEDGE);
    s->leaning = leaning;
    s->camp = leaning >= cut ? 0 : leaning <= -cut ? 1 : -1;
    for (int p = 0; p < 2; p++) {
        if (i == b->pole[p]) continue;
        s->to_pole[p] = enti_practice_of(y, i, b->pole[p]).index;
        s->allied[p] = enti_set_has(&y->pact[ENTI_DEFENCE][i], b->pole[p]);
        s->rival[p] = enti_set_has(&y->rivals[i], b->pole[p]);
    }
    s->hedges = s->to_pole[0] >= hedge && s->to_pole[1] >= hedge && !s->allied[0] && !s->allied[1] && !s->rival[0] &&
                !s->rival[1];
}

static void measure_camps(enti_blocking *b) {
    ent_blocs *out = b->out;
    double crossing = 0, touching = 0;
    size_t n = b->net.n;
    for (size_t i = 0; i < n; i++) {
        const ent_bloc_state *s = &out->states[i];
        if (s->camp < 0) out->unattached++;
        if (s->camp >= 0) {
            out->camp_count[s->camp]++;
            out->camp_capability[s->camp] += isnan(s->capability) ? 0 : s->capability;
        }
        for (size_t j = i + 1; j < n; j++) {
            if (s->camp < 0 && out->states[j].camp < 0) continue;
            touching += b->net.pull[i * n + j];
            if (s->camp >= 0 && out->states[j].camp == 1 - s->camp) crossing += b->net.pull[i * n + j];
        }
        out->leaning_count[s->leaning < -0.6   ? 0
                           : s->leaning < -0.2 ? 1
                           : s->leaning <= 0.2 ? 2
                           : s->leaning <= 0.6 ? 3
                                               : 4]++;
    }
    out->crossing = touching > 0 ? crossing / touching : 0;
    out->polarisation = 4 * out->camp_capability[0] * out->camp_capability[1] * (1 - out->crossing);
}

typedef struct {
    double score;
    size_t of;
} hedger;

static int by_score(const void *a, const void *b) {
    const hedger *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return (x->of > y->of) - (x->of < y->of);
}

static ent_status list_hedgers(enti_blocking *b) {
    ent_blocs *out = b->out;
    hedger rows[ENTI_STATES];
    size_t count = 0;
    for (size_t i = 0; i < out->states_count; i++)
        if (out->states[i].hedges)
            rows[count++] = (hedger){fmin(out->states[i].to_pole[0], out->states[i].to_pole[1]), i};
    qsort(rows, count, sizeof *rows, by_score);
    out->hedgers = enti_arena_alloc(b->arena, count + 1, sizeof *out->hedgers);
    if (out->hedgers == NULL) return enti_no_memory(b->err);
    for (size_t k = 0; k < count; k++)
        out->hedgers[k] = rows[k].of;
    out->hedgers_count = count;
    return ENT_OK;
}

ent_status enti_blocs_poles(enti_blocking *b) {
    ent_status st = ENT_OK;
    ent_blocs *out = b->out;
    double leaning[ENTI_STATES];
    ENT_TRY(choose_poles(b));
    for (int p = 0; p < 2; p++) {
        out->pole[p] = (ent_entity){.code = ENT_MISSING, .name = "", .iso3 = "", .region = "", .subregion = ""};
        if (b->pole[1] != SIZE_MAX) out->pole[p] = b->world->entities[b->year->ref[b->pole[p]]];
    }
    for (size_t i = 0; i < out->states_count; i++) {
        out->states[i].to_pole[0] = out->states[i].to_pole[1] = NAN;
        out->states[i].camp = -1;
    }
    out->polarisation = NAN;
    if (b->pole[1] == SIZE_MAX) return ENT_OK;
    ENT_TRY(enti_leaning(b->net.net, b->net.n, b->pole, leaning, b->err));
    for (size_t i = 0; i < out->states_count; i++)
        fill_state(b, i, leaning[i]);
    measure_camps(b);
    ENT_TRY(list_hedgers(b));
done:
    return st;
}
