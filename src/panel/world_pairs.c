/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the engines compute of a pair or a state in a year: threat, gain, exclusivity and the rest, over all members of
 * the COW system, for the years the world covers.
 */
#include "panel/fills.h"

#include "measures/measures.h"

typedef struct {
    const ent_year *year;
    enti_pair pair;
    size_t i, j;
} looked;

/* Value of a pair seen from side s: side 0 towards side 1, or the other way round. */
static double pair_value(const looked *l, int which, int s) {
    const ent_year *y = l->year;
    const enti_pair *p = &l->pair;
    size_t own = p->side[s], other = p->side[1 - s];
    switch (which) {
    case ENTI_W_THREAT: return y->theta[other * y->n + own];
    case ENTI_W_GAIN: return p->computable ? p->gain[s] : (double)NAN;
    case ENTI_W_AUTONOMY: return p->computable ? p->autonomy[s] : (double)NAN;
    case ENTI_W_SHIFT: return p->computable ? p->shift[s] : (double)NAN;
    case ENTI_W_ENTRAPMENT: return enti_entrapment(y, &p->rivals, p->side[0], p->side[1], s);
    case ENTI_W_UNSHARED: return p->rivals.unshared_count[s];
    case ENTI_W_SHARED: return p->rivals.shared_count;
    case ENTI_W_EXCLUSIVE: return p->rivals.exclusive;
    case ENTI_W_COMMON_ALLIES: return p->common_allies;
    case ENTI_W_COMMON_FORUMS: return y->common_forums[own * y->n + other];
    case ENTI_W_INTEREST_GAP: return p->interest_known ? p->interest_gap : (double)NAN;
    case ENTI_W_REGIME_GAP: return p->regime_known ? p->regime_gap : (double)NAN;
    case ENTI_W_LIKENESS: return enti_regional_likeness(y, own, other);
    case ENTI_W_PRACTICE: return enti_practice_of(y, own, other).index;
    default: return NAN;
    }
}

static double state_value(const ent_year *y, int which, size_t i) {
    switch (which) {
    case ENTI_W_STRENGTH: return isnan(y->capability[i].value) ? (double)NAN : y->strength[i];
    case ENTI_W_GROWTH: return isnan(y->capability[i].value) ? (double)NAN : y->growth[i];
    case ENTI_W_TOTAL_THREAT: return y->total_threat[i];
    case ENTI_W_ENCIRCLEMENT: return enti_encirclement(y, i);
    default: return NAN;
    }
}

static void put_looked(enti_builder *b, enti_target *target, const looked *l) {
    const ent_year *y = l->year;
    int from = y->code[l->i], to = y->code[l->j], which = target->variable->which;
    double own = pair_value(l, which, 0);
    if (target->level == ENTI_OF_PAIR) {
        enti_put_pair(b, target, from, to, y->year, own);
        return;
    }
    if (target->level == ENTI_OF_SIDE) {
        enti_put_sides(b, target, from, to, y->year, own, pair_value(l, which, 1));
        return;
    }
    enti_put_pair(b, target, from, to, y->year, own);
    enti_put_pair(b, target, to, from, y->year, pair_value(l, which, 1));
}

static bool asked_for(const enti_builder *b, int code, int year) {
    return enti_frame_state(b->frame, code, year) >= 0;
}

static void fill_year(enti_builder *b, const ent_year *y, enti_target *const *t, size_t count) {
    bool pairs = false;
    for (size_t k = 0; k < count; k++) {
        pairs = pairs || t[k]->level != ENTI_OF_STATE;
        for (size_t i = 0; t[k]->level == ENTI_OF_STATE && i < y->n; i++)
            enti_put_state(b, t[k], y->code[i], y->year, state_value(y, t[k]->variable->which, i));
    }
    for (size_t i = 0; pairs && i < y->n; i++) {
        if (!asked_for(b, y->code[i], y->year)) continue;
        for (size_t j = i + 1; j < y->n; j++) {
            looked l = {.year = y, .i = i, .j = j};
            if (!asked_for(b, y->code[j], y->year)) continue;
            l.pair = enti_pair_of(y, i, j);
            for (size_t k = 0; k < count; k++)
                if (t[k]->level != ENTI_OF_STATE) put_looked(b, t[k], &l);
        }
    }
}

ent_status enti_fill_world_pairs(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    int first = ent_world_first_year(b->world), last = ent_world_last_year(b->world);
    ent_status st = ENT_OK;
    ent_year *year = NULL;
    ent_params *params = NULL;
    for (int at = first > b->frame->first ? first : b->frame->first; at <= last && at <= b->frame->last; at++) {
        ENT_TRY(ent_params_for_year(b->world, NULL, at, &params, err)); /* the variant the data allow that year */
        ENT_TRY(ent_year_open(b->world, at, params, &year, err));
        fill_year(b, year, t, count);
        ent_year_close(year);
        ent_params_free(params);
        year = NULL;
        params = NULL;
        ENT_TRY(enti_progress(b, (double)(at - first) / (last - first + 1), err));
    }
    for (size_t k = 0; k < count; k++)
        enti_from_snapshot(b, t[k], "engines of the program", first, last);
done:
    ent_year_close(year);
    ent_params_free(params);
    return st;
}
