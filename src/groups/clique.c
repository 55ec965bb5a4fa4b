/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Branch and bound (after Carraghan & Pardalos 1990, with the weighted colouring bound of Kumlander 2004): members
 * that get along with nobody in common can contribute only one of them, so the heaviest of each colour class bounds
 * what a branch can still add. Groups have at most a few dozen members, and conflicts are few: the search is short.
 */
#include "groups/clique.h"

enum { LIMIT = 2000000 };

typedef struct {
    const enti_set *joined;
    const double *weight;
    size_t n;
    long steps;
    enti_clique best;
} search;

/* Orders candidates so that bound[k] limits what candidates 0 .. k can add together. */
static size_t colour(const search *s, enti_set open, size_t order[ENTI_STATES], double bound[ENTI_STATES]) {
    size_t count = 0;
    double sum = 0;
    while (enti_set_any(&open)) {
        enti_set class = open;
        double heaviest = 0;
        for (size_t i = enti_set_next(&class, 0); i < ENTI_STATES; i = enti_set_next(&class, i + 1)) {
            class = enti_set_minus(class, s->joined[i]);
            enti_set_remove(&open, i);
            if (s->weight[i] > heaviest) heaviest = s->weight[i];
            order[count] = i;
            bound[count++] = sum + heaviest;
        }
        sum += heaviest;
    }
    return count;
}

static void expand(search *s, enti_set chosen, double weight, enti_set open) {
    size_t order[ENTI_STATES];
    double bound[ENTI_STATES];
    size_t count;
    if (weight > s->best.weight * (1 + 1e-12)) {
        s->best.weight = weight;
        s->best.members = chosen;
    }
    if (++s->steps > LIMIT) return;
    count = colour(s, open, order, bound);
    while (count-- > 0) {
        enti_set with = chosen;
        size_t i = order[count];
        if (weight + bound[count] <= s->best.weight * (1 + 1e-12)) return;
        enti_set_add(&with, i);
        expand(s, with, weight + s->weight[i], enti_set_and(open, s->joined[i]));
        enti_set_remove(&open, i);
    }
}

enti_clique enti_clique_heaviest(const enti_set *joined, const double *weight, size_t n) {
    search s = {.joined = joined, .weight = weight, .n = n};
    enti_set open = {{0}}, none = {{0}};
    for (size_t i = 0; i < n; i++)
        enti_set_add(&open, i);
    expand(&s, none, 0, open);
    s.best.exact = s.steps <= LIMIT;
    return s.best;
}
