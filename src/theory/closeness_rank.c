/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ranks by practice index and by mutual gain sqrt(G_ij G_ji) run over pairs without a defence pact and without
 * rivalry; the rank by L over all pairs without a defence pact.
 */
#include "theory/closeness_rank.h"

#include "base/order.h"

#include <math.h>

typedef struct {
    double practice, gain, l; /* NaN: not ranked */
} standing;

static standing standing_of(const enti_model *m, size_t i, size_t j) {
    const ent_year *y = m->year;
    standing s = {NAN, NAN, NAN};
    enti_pair pair;
    double u[2];
    if (enti_set_has(&y->pact[ENTI_DEFENCE][i], j)) return s;
    pair = enti_pair_of(y, i, j);
    s.l = enti_support(m, &pair, u);
    if (enti_set_has(&y->rivals[i], j)) return s;
    s.practice = enti_practice_of(y, i, j).index;
    if (pair.computable) s.gain = sqrt(pair.gain[0] * pair.gain[1]);
    return s;
}

static long rank(long larger, double own) {
    return isnan(own) ? ENT_MISSING : larger + 1;
}

ent_status enti_closeness_of(const enti_model *m, size_t i, size_t j, enti_closeness *out, ent_error *err) {
    const ent_year *y = m->year;
    standing own = standing_of(m, i, j);
    double *all = enti_alloc(y->n * y->n + 1, sizeof *all);
    long practice = 0, gain = 0, support = 0;
    size_t count = 0;
    if (all == NULL) return enti_no_memory(err);
    *out = (enti_closeness){.of = 0};
    for (size_t a = 0; a < y->n; a++)
        for (size_t b = a + 1; b < y->n; b++) {
            standing s = standing_of(m, a, b);
            if (!isnan(s.l)) all[count++] = s.l;
            if (!isnan(s.practice)) out->of++;
            practice += s.practice > own.practice;
            gain += s.gain > own.gain;
            support += s.l > own.l;
        }
    out->typical_l = count > 0 ? enti_order_select(all, count, count / 2) : NAN;
    out->practice = rank(practice, own.practice);
    out->gain = rank(gain, own.gain);
    out->support = rank(support, own.l);
    ent_free(all);
    return ENT_OK;
}
