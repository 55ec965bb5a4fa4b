/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Closeness in practice: 5 x the mean of the terms that are known, at least three: common forums and closeness of
 * UN votes as rank shares among all pairs of the year (ties share their mean rank), a security instrument short of a
 * defence pact, a shared rival. A defence pact is no term, so that allies can be compared with others.
 */
#include "base/order.h"
#include "measures/measures.h"

#include <math.h>

/* Writes the rank share of every listed pair into both cells of the matrix. */
static void rank_shares(enti_ranked *list, enti_ranked *spare, size_t count, size_t n, double *matrix) {
    enti_order_rank(list, count, spare);
    for (size_t i = 0, end; i < count; i = end) {
        double share;
        for (end = i; end < count && list[end].value == list[i].value; end++)
            continue;
        share = ((double)(i + 1 + end) / 2) / (double)count;
        for (size_t k = i; k < end; k++) {
            size_t a = list[k].of / n, b = list[k].of % n;
            matrix[a * n + b] = matrix[b * n + a] = share;
        }
    }
}

/* The same where values are small counts: no sorting needed. */
static void rank_counts(ent_year *y) {
    size_t pairs[256] = {0}, below = 0, all = y->n * (y->n - 1) / 2;
    double share[256];
    for (size_t i = 0; i < y->n; i++)
        for (size_t j = i + 1; j < y->n; j++)
            pairs[y->common_forums[i * y->n + j]]++;
    for (int count = 0; count < 256; count++) {
        share[count] = ((double)(2 * below + pairs[count] + 1) / 2) / (double)all;
        below += pairs[count];
    }
    for (size_t cell = 0; cell < y->n * y->n; cell++)
        y->forum_rank[cell] = share[y->common_forums[cell]];
}

static void count_common_forums(ent_year *y) {
    for (size_t f = 0; f < y->forums_count; f++) {
        const enti_forum *forum = &y->world->forums[y->forums[f].forum];
        const enti_set *full = &y->forums[f].full;
        if (!forum->complete || !forum->by_choice) continue;
        for (size_t i = enti_set_next(full, 0); i < ENTI_STATES; i = enti_set_next(full, i + 1))
            for (size_t j = enti_set_next(full, i + 1); j < ENTI_STATES; j = enti_set_next(full, j + 1)) {
                y->common_forums[i * y->n + j]++;
                y->common_forums[j * y->n + i]++;
            }
    }
}

ent_status enti_measure_closeness(ent_year *y, ent_error *err) {
    size_t cells = y->n * y->n, interests = 0;
    enti_ranked *list = enti_arena_alloc(&y->arena, cells + 1, sizeof *list); /* pairs are half of the cells */
    y->common_forums = enti_arena_alloc(&y->arena, cells + 1, 1);
    y->forum_rank = enti_arena_alloc(&y->arena, cells + 1, sizeof(double));
    y->interest_rank = enti_arena_alloc(&y->arena, cells + 1, sizeof(double));
    if (list == NULL || y->common_forums == NULL || y->forum_rank == NULL || y->interest_rank == NULL)
        return enti_no_memory(err);
    count_common_forums(y);
    for (size_t i = 0; i < cells; i++)
        y->interest_rank[i] = NAN;
    rank_counts(y);
    for (size_t i = 0; i < y->n; i++)
        for (size_t j = i + 1; j < y->n; j++) {
            double gap = fabs(y->ideal_point[i].value - y->ideal_point[j].value);
            if (!isnan(gap)) list[interests++] = (enti_ranked){-gap, (uint32_t)(i * y->n + j)};
        }
    rank_shares(list, list + interests, interests, y->n, y->interest_rank);
    return ENT_OK;
}

static double security_term(const ent_year *y, size_t i, size_t j) {
    if (enti_set_has(&y->bilateral[ENTI_CONSULTATION][i], j) || enti_set_has(&y->bilateral[ENTI_NEUTRALITY][i], j) ||
        enti_set_has(&y->bilateral[ENTI_NONAGGRESSION][i], j))
        return 1;
    return enti_set_has(&y->pact[ENTI_CONSULTATION][i], j) || enti_set_has(&y->pact[ENTI_NEUTRALITY][i], j) ? 0.5 : 0;
}

enti_practice enti_practice_of(const ent_year *y, size_t i, size_t j) {
    enti_set shared = enti_set_and(y->rivals[i], y->rivals[j]);
    enti_practice p = {.institutions = y->forum_rank[i * y->n + j],
                       .interest = y->interest_rank[i * y->n + j],
                       .security = security_term(y, i, j),
                       .shared = enti_set_any(&shared) ? 1 : 0,
                       .known = 3};
    double sum = p.institutions + p.security + p.shared;
    if (!isnan(p.interest)) {
        sum += p.interest;
        p.known++;
    }
    p.index = 5 * sum / p.known;
    return p;
}
