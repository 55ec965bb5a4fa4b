/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each community is like. Cohesion: strength of the ties inside, at most 1 a pair, each pair weighed by the product
 * of its capabilities, so that strong members count and a hub with its spokes can be one bloc; density is the plain share
 * of pairs tied. Opposition: its capability that belongs to members with a rival in another community. A bloc is cohesive and opposed; an alliance of alliances
 * is made of two defence pacts or more, none of which binds every allied pair inside.
 */
#include "groups/blocs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PACTS = 12 };

/* Capability as shares count it: without the floor. */
static double size_of(const enti_blocking *b, size_t i) {
    double c = b->year->capability[i].value;
    return isnan(c) ? 0 : c;
}

static void rank_members(const enti_blocking *b, ent_bloc *bloc) {
    for (size_t k = 1; k < bloc->members_count; k++) /* few, and nearly in order */
        for (size_t l = k; l > 0 && size_of(b, bloc->member[l]) > size_of(b, bloc->member[l - 1]); l--) {
            size_t swap = bloc->member[l];
            bloc->member[l] = bloc->member[l - 1];
            bloc->member[l - 1] = swap;
        }
}

static ent_status gather(enti_blocking *b) {
    ent_blocs *out = b->out;
    const enti_cut *cut = &b->pulls;
    size_t count = 0;
    for (size_t k = 0; k < cut->graph.nodes; k++)
        if (b->best[k] + 1 > count) count = b->best[k] + 1;
    out->blocs = enti_arena_alloc(b->arena, count + 1, sizeof *out->blocs);
    if (out->blocs == NULL) return enti_no_memory(b->err);
    out->blocs_count = count;
    for (size_t c = 0; c < count; c++) {
        ent_bloc *bloc = &out->blocs[c];
        bloc->member = enti_arena_alloc(b->arena, cut->graph.nodes, sizeof *bloc->member);
        if (bloc->member == NULL) return enti_no_memory(b->err);
        for (size_t k = 0; k < cut->graph.nodes; k++) {
            if (b->best[k] != c) continue;
            bloc->member[bloc->members_count++] = cut->node[k];
            bloc->capability += size_of(b, cut->node[k]);
        }
        rank_members(b, bloc);
        bloc->name = out->states[bloc->member[0]].state.name;
        bloc->opponent = SIZE_MAX;
    }
    return ENT_OK;
}

static int by_capability(const void *a, const void *b) {
    const ent_bloc *x = a, *y = b;
    if (x->capability != y->capability) return x->capability > y->capability ? -1 : 1;
    return (x->member[0] > y->member[0]) - (x->member[0] < y->member[0]);
}

static void measure(enti_blocking *b, ent_bloc *bloc) {
    double pairs = 0, tied = 0, together = 0, hostile = 0, opposed = 0, weight = 0, bound = 0;
    size_t n = b->net.n;
    for (size_t p = 0; p < bloc->members_count; p++) {
        size_t i = bloc->member[p];
        bool inside = false, outside = false;
        for (size_t q = p + 1; q < bloc->members_count; q++) {
            size_t j = bloc->member[q], low = i < j ? i : j, high = i < j ? j : i;
            pairs++;
            tied += b->net.pull[i * n + j] > 0;
            weight += size_of(b, i) * size_of(b, j);
            bound += size_of(b, i) * size_of(b, j) * fmin(1, b->net.pull[i * n + j]);
            together += b->together[low * n + high];
        }
        for (size_t j = 0; j < n; j++) {
            if (b->net.push[i * n + j] <= 0) continue;
            if (b->out->states[j].community == b->out->states[i].community)
                inside = true;
            else if (b->out->states[j].community != SIZE_MAX)
                outside = true;
        }
        hostile += inside ? size_of(b, i) : 0;
        opposed += outside ? size_of(b, i) : 0;
    }
    bloc->density = pairs > 0 ? tied / pairs : 1;
    bloc->cohesion = weight > 0 ? bound / weight : bloc->density;
    bloc->stability = pairs > 0 ? together / pairs / b->out->runs : 1;
    bloc->hostility = bloc->capability > 0 ? fmin(1, hostile / bloc->capability) : 0;
    bloc->opposition = bloc->capability > 0 ? fmin(1, opposed / bloc->capability) : 0;
}

/* The other community with most rival pairs; of equals the stronger one. */
static void find_opponent(enti_blocking *b, size_t c) {
    ent_blocs *out = b->out;
    ent_bloc *bloc = &out->blocs[c];
    for (size_t d = 0; d < out->blocs_count; d++) {
        size_t pairs = 0;
        for (size_t p = 0; d != c && p < bloc->members_count; p++)
            for (size_t q = 0; q < out->blocs[d].members_count; q++)
                pairs += b->net.push[bloc->member[p] * b->net.n + out->blocs[d].member[q]] > 0;
        if (pairs <= bloc->opponent_pairs) continue;
        bloc->opponent_pairs = pairs;
        bloc->opponent = d;
    }
}

static int by_pairs(const void *a, const void *b) {
    const ent_bloc_pact *x = a, *y = b;
    if (x->pairs != y->pairs) return x->pairs > y->pairs ? -1 : 1;
    return strcmp(x->treaty, y->treaty);
}

static ent_status find_pacts(enti_blocking *b, ent_bloc *bloc) {
    const ent_year *y = b->year;
    size_t allied = 0;
    bloc->pacts = enti_arena_alloc(b->arena, y->treaties_count + 1, sizeof *bloc->pacts);
    if (bloc->pacts == NULL) return enti_no_memory(b->err);
    for (size_t p = 0; p < bloc->members_count; p++)
        for (size_t q = p + 1; q < bloc->members_count; q++)
            allied += enti_set_has(&y->pact[ENTI_DEFENCE][bloc->member[p]], bloc->member[q]);
    for (size_t t = 0; t < y->treaties_count; t++) {
        const enti_treaty *treaty = &b->world->treaties[y->treaties[t].treaty];
        size_t pairs = 0;
        for (size_t p = 0; p < bloc->members_count; p++) {
            if (!enti_set_has(&y->treaties[t].members, bloc->member[p])) continue;
            for (size_t q = p + 1; q < bloc->members_count; q++)
                pairs += enti_treaty_binds(y, &y->treaties[t], ENTI_DEFENCE, bloc->member[p], bloc->member[q]);
        }
        if (pairs > 0)
            bloc->pacts[bloc->pacts_count++] = (ent_bloc_pact){treaty->id, treaty->name, pairs, treaty->origin.source};
    }
    qsort(bloc->pacts, bloc->pacts_count, sizeof *bloc->pacts, by_pairs);
    bloc->of_alliances = bloc->pacts_count > 1 && bloc->pacts[0].pairs < allied;
    if (bloc->pacts_count > MOST_PACTS) bloc->pacts_count = MOST_PACTS;
    return ENT_OK;
}

static const char *kind_of(const enti_blocking *b, const ent_bloc *bloc) {
    if (bloc->cohesion < enti_param(b->params, ENTI_BLOCS_COHESION)) return "loose";
    return bloc->opposition >= enti_param(b->params, ENTI_BLOCS_OPPOSITION) ? "bloc" : "cohesive";
}

ent_status enti_blocs_communities(enti_blocking *b) {
    ent_status st = ENT_OK;
    ent_blocs *out = b->out;
    ENT_TRY(gather(b));
    if (out->blocs_count > 1) qsort(out->blocs, out->blocs_count, sizeof *out->blocs, by_capability);
    for (size_t c = 0; c < out->blocs_count; c++)
        for (size_t k = 0; k < out->blocs[c].members_count; k++)
            out->states[out->blocs[c].member[k]].community = c;
    for (size_t c = 0; c < out->blocs_count; c++) {
        measure(b, &out->blocs[c]);
        find_opponent(b, c);
        out->blocs[c].kind = kind_of(b, &out->blocs[c]);
        ENT_TRY(find_pacts(b, &out->blocs[c]));
    }
done:
    return st;
}
