/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Closeness in practice: 5 x the mean of the terms that are known, at least three: common institutions and closeness of
 * UN votes as rank shares among all pairs of the year (ties share their mean rank), a security instrument short of a
 * defence pact, a shared rival and, where trade was imported, the rank share of sqrt(x_ij x_ji), x = share of trade.
 * Institutions are the forums of the snapshot, or the organisations of COW where they were imported. A defence pact is
 * no term, so that allies can be compared with others.
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
static void rank_counts(ent_year *y, const uint8_t *count_of) {
    size_t pairs[256] = {0}, below = 0, all = y->n * (y->n - 1) / 2;
    double share[256];
    for (size_t i = 0; i < y->n; i++)
        for (size_t j = i + 1; j < y->n; j++)
            pairs[count_of[i * y->n + j]]++;
    for (int count = 0; count < 256; count++) {
        share[count] = ((double)(2 * below + pairs[count] + 1) / 2) / (double)all;
        below += pairs[count];
    }
    for (size_t cell = 0; cell < y->n * y->n; cell++)
        y->forum_rank[cell] = share[count_of[cell]];
}

/* Where no body is recorded at all, as before 1945, institutions are unknown, not equal. */
static void rank_institutions(ent_year *y) {
    if (y->common_igos != NULL) {
        rank_counts(y, y->common_igos);
    } else if (y->forums_count > 0) {
        rank_counts(y, y->common_forums);
    } else {
        for (size_t cell = 0; cell < y->n * y->n; cell++)
            y->forum_rank[cell] = NAN;
    }
}

/* Rank shares of a measure of pairs; NaN pairs stay unranked. */
static void rank_pairs(const ent_year *y, double (*measure)(const ent_year *, size_t, size_t), enti_ranked *list,
                       double *matrix) {
    size_t count = 0;
    for (size_t i = 0; i < y->n * y->n; i++)
        matrix[i] = NAN;
    for (size_t i = 0; i < y->n; i++)
        for (size_t j = i + 1; j < y->n; j++) {
            double value = measure(y, i, j);
            if (!isnan(value)) list[count++] = (enti_ranked){value, (uint32_t)(i * y->n + j)};
        }
    rank_shares(list, list + count, count, y->n, matrix);
}

static double likeness_of_votes(const ent_year *y, size_t i, size_t j) {
    return -fabs(y->ideal_point[i].value - y->ideal_point[j].value);
}

static double closeness_of_trade(const ent_year *y, size_t i, size_t j) {
    return sqrt(y->trade[i * y->n + j] * y->trade[j * y->n + i]);
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
    size_t cells = y->n * y->n;
    enti_ranked *list = enti_arena_alloc(&y->arena, cells + 1, sizeof *list); /* pairs are half of the cells */
    y->common_forums = enti_arena_alloc(&y->arena, cells + 1, 1);
    y->forum_rank = enti_arena_alloc(&y->arena, cells + 1, sizeof(double));
    y->interest_rank = enti_arena_alloc(&y->arena, cells + 1, sizeof(double));
    if (y->trade != NULL) y->trade_rank = enti_arena_alloc(&y->arena, cells + 1, sizeof(double));
    if (list == NULL || y->common_forums == NULL || y->forum_rank == NULL || y->interest_rank == NULL ||
        (y->trade != NULL && y->trade_rank == NULL))
        return enti_no_memory(err);
    count_common_forums(y);
    rank_institutions(y);
    rank_pairs(y, likeness_of_votes, list, y->interest_rank);
    if (y->trade != NULL) rank_pairs(y, closeness_of_trade, list, y->trade_rank);
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
                       .trade = y->trade_rank != NULL ? y->trade_rank[i * y->n + j] : NAN};
    double rank[] = {p.interest, p.trade}, sum = isnan(p.institutions) ? 0 : p.institutions;
    p.known = isnan(p.institutions) ? 2 : 3;
    sum += p.security + p.shared;
    for (int r = 0; r < 2; r++) {
        if (isnan(rank[r])) continue;
        sum += rank[r];
        p.known++;
    }
    p.index = p.known >= 3 ? 5 * sum / p.known : NAN;
    return p;
}
