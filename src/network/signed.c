/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signed network: pacts and partnerships pull, rivalries and wars push. A pact between rivals is both. */
#include "network/signed.h"

#include <math.h>
#include <string.h>

enum { LEAST_TITLE = 2, TOP_TITLE = 5, FEATURES = 5, SWEEPS = 20000 };

const char *enti_tie_text(enti_tie kind) {
    static const char *const texts[] = {"defence", "treaty", "title", "rivalry", "war"};
    return texts[kind];
}

/* Ranks of titles; the table has one row a title, so it is read once and not once a pair. */
static void read_titles(const ent_year *y, uint8_t *title) {
    for (size_t p = 0; p < y->world->partnerships_count; p++) {
        const enti_partnership *row = &y->world->partnerships[p];
        size_t i, j;
        if (row->rank < LEAST_TITLE || !enti_span_in(&row->span, y->year, y->year)) continue;
        i = ent_year_index(y, y->world->entities[row->a].code);
        j = ent_year_index(y, y->world->entities[row->b].code);
        if (i == SIZE_MAX || j == SIZE_MAX || title[i * y->n + j] >= row->rank) continue;
        title[i * y->n + j] = title[j * y->n + i] = (uint8_t)row->rank;
    }
}

/* Of bases, command, staff, intelligence and organ: how many the record says a treaty has. */
static uint8_t features_of(const enti_treaty *treaty) {
    static const enti_feature deepening[FEATURES] = {ENTI_BASES, ENTI_COMMAND, ENTI_STAFF, ENTI_INTELLIGENCE,
                                                     ENTI_ORGAN};
    uint8_t count = 0;
    for (int f = 0; f < FEATURES; f++)
        if (treaty->feature[deepening[f]] == 1) count++;
    return count;
}

static void read_depth(const ent_year *y, uint8_t *depth) {
    for (size_t t = 0; t < y->treaties_count; t++) {
        const enti_set *members = &y->treaties[t].members;
        uint8_t features = features_of(&y->world->treaties[y->treaties[t].treaty]);
        if (features == 0) continue;
        for (size_t i = enti_set_next(members, 0); i < ENTI_STATES; i = enti_set_next(members, i + 1))
            for (size_t j = enti_set_next(members, i + 1); j < ENTI_STATES; j = enti_set_next(members, j + 1))
                if (features > depth[i * y->n + j] && enti_treaty_binds(y, &y->treaties[t], ENTI_DEFENCE, i, j))
                    depth[i * y->n + j] = depth[j * y->n + i] = features;
    }
}

static bool bilateral(const ent_year *y, size_t i, size_t j) {
    return enti_set_has(&y->bilateral[ENTI_CONSULTATION][i], j) || enti_set_has(&y->bilateral[ENTI_NEUTRALITY][i], j) ||
           enti_set_has(&y->bilateral[ENTI_NONAGGRESSION][i], j);
}

double enti_tie_weight(const ent_year *y, const enti_signed *s, const enti_ties *t, enti_tie kind, size_t i, size_t j) {
    bool defence = enti_set_has(&y->pact[ENTI_DEFENCE][i], j);
    int rank = s->title[i * y->n + j];
    switch (kind) {
    case ENTI_TIE_DEFENCE:
        return defence ? t->defence * (t->shallow + (1 - t->shallow) * s->depth[i * y->n + j] / FEATURES) : 0;
    case ENTI_TIE_TREATY: return !defence && bilateral(y, i, j) ? t->treaty : 0;
    case ENTI_TIE_TITLE:
        return rank == 0 ? 0 : t->title * (0.5 + 0.5 * (rank - LEAST_TITLE) / (double)(TOP_TITLE - LEAST_TITLE));
    case ENTI_TIE_RIVALRY: return enti_set_has(&y->rivals[i], j) ? -t->rivalry : 0;
    case ENTI_TIE_WAR: return enti_set_has(&y->at_war[i], j) ? -t->war : 0;
    case ENTI_TIE_KINDS: break;
    }
    return 0;
}

ent_status enti_signed_make(const ent_year *y, const enti_ties *ties, enti_signed *out, ent_error *err) {
    size_t n = y->n, cells = n * n;
    double *block = enti_alloc(4 * cells + 1, sizeof *block);
    if (block == NULL) return enti_no_memory(err);
    *out = (enti_signed){.n = n,
                         .pull = block,
                         .push = block + cells,
                         .net = block + 2 * cells,
                         .title = (uint8_t *)(block + 3 * cells),
                         .depth = (uint8_t *)(block + 3 * cells) + cells,
                         .block = block};
    read_titles(y, out->title);
    read_depth(y, out->depth);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            double pull = 0, push = 0;
            for (int k = 0; k < ENTI_TIE_KINDS; k++) {
                double w = enti_tie_weight(y, out, ties, (enti_tie)k, i, j);
                if (w > 0) pull += w;
                if (w < 0) push -= w;
            }
            out->pull[i * n + j] = out->pull[j * n + i] = pull;
            out->push[i * n + j] = out->push[j * n + i] = push;
            out->net[i * n + j] = out->net[j * n + i] = pull - push;
        }
    return ENT_OK;
}

void enti_signed_clear(enti_signed *network) {
    ent_free(network->block);
    memset(network, 0, sizeof *network);
}

/* ---- graphs ---- */

ent_status enti_cut_make(const double *matrix, size_t n, enti_cut *out, ent_error *err) {
    size_t edges = 0, used = 0;
    double *weight;
    uint32_t *from, *to, place[ENTI_STATES];
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            edges += matrix[i * n + j] != 0;
    out->block = weight = enti_alloc(2 * edges + n + 1, sizeof *weight); /* a double holds two uint32_t */
    if (weight == NULL) return enti_no_memory(err);
    from = (uint32_t *)(weight + edges);
    to = from + edges;
    out->node = to + edges;
    for (size_t i = 0; i < n; i++) {
        bool tied = false;
        for (size_t j = 0; j < n && !tied; j++)
            tied = matrix[i * n + j] != 0;
        place[i] = (uint32_t)used;
        if (tied) out->node[used++] = (uint32_t)i;
    }
    edges = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            if (matrix[i * n + j] == 0) continue;
            from[edges] = place[i];
            to[edges] = place[j];
            weight[edges++] = matrix[i * n + j];
        }
    out->graph = (enti_graph){.nodes = used, .edges = edges, .from = from, .to = to, .weight = weight};
    return ENT_OK;
}

void enti_cut_clear(enti_cut *cut) {
    ent_free(cut->block);
    memset(cut, 0, sizeof *cut);
}

/* ---- leaning ---- */

/* One round of Gauss and Seidel over the graph's nodes, neighbours in lists; returns the largest change. */
static double sweep(const size_t *first, const uint32_t *to, const double *weight, size_t n, const uint8_t *fixed,
                    double *leaning) {
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        double sum = 0, all = 0;
        if (fixed[i]) continue;
        for (size_t e = first[i]; e < first[i + 1]; e++) {
            sum += weight[e] * leaning[to[e]];
            all += fabs(weight[e]);
        }
        if (all <= 0) continue;
        most = fmax(most, fabs(sum / all - leaning[i]));
        leaning[i] = sum / all;
    }
    return most;
}

ent_status enti_leaning(const double *net, size_t n, const size_t pole[2], double *leaning, ent_error *err) {
    size_t first[ENTI_STATES + 1], edges = 0;
    uint8_t fixed[ENTI_STATES];
    double *weight = enti_alloc(n * n + 1, sizeof *weight);
    uint32_t *to = enti_alloc(n * n + 1, sizeof *to);
    if (weight == NULL || to == NULL) {
        ent_free(weight);
        ent_free(to);
        return enti_no_memory(err);
    }
    for (size_t i = 0; i < n; i++) {
        first[i] = edges;
        for (size_t j = 0; j < n; j++) {
            if (net[i * n + j] == 0) continue;
            to[edges] = (uint32_t)j;
            weight[edges++] = net[i * n + j];
        }
        leaning[i] = i == pole[0] ? 1 : i == pole[1] ? -1 : 0;
        fixed[i] = i == pole[0] || i == pole[1];
    }
    first[n] = edges;
    for (int s = 0; s < SWEEPS; s++)
        if (sweep(first, to, weight, n, fixed, leaning) <= 1e-12) break;
    ent_free(weight);
    ent_free(to);
    return ENT_OK;
}
