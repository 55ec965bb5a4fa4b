/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The covariates of the two-consents model for one pair, blind to the pair's own pact.
 * Autonomy A_a = c_b / (c_a + c_b); shift of power Q_a = A_a max(0, 10 (growth_b - growth_a)); trade at stake O_a = the
 * share of a's trade with the rivals of b, 0 where trade is not known.
 */
#include "measures/measures.h"

#include <math.h>

static double gap(double x, double y, double stand_in, bool *known) {
    double d = fabs(x - y);
    *known = !isnan(d);
    return *known ? d : stand_in;
}

/* Share of a side's trade with the rivals of the other. */
static double trade_at_stake(const enti_view *view, int s) {
    const ent_year *y = view->year;
    const enti_set *rivals = &view->rivals[1 - s];
    double sum = 0;
    for (size_t k = enti_set_next(rivals, 0); k < ENTI_STATES; k = enti_set_next(rivals, k + 1))
        sum += y->trade[view->side[s] * y->n + k];
    return sum;
}

void enti_pair_apply(const enti_view *view, enti_pair *p) {
    const ent_year *y = view->year;
    double share[2];
    p->rivals = enti_exclusivity_of(view);
    for (int s = 0; s < 2; s++) {
        share[s] = enti_view_share(view, p->side[s]);
        if (!isnan(y->capability[p->side[s]].value)) p->share[s] = share[s];
        p->gain[s] = enti_gain(view, s);
    }
    p->trade_known = y->trade != NULL && !isnan(y->trade[p->side[0] * y->n]) && !isnan(y->trade[p->side[1] * y->n]);
    for (int s = 0; s < 2; s++)
        p->trade[s] = p->trade_known ? trade_at_stake(view, s) : 0;
    for (int s = 0; s < 2; s++) {
        double rise = 10 * (y->growth[p->side[1 - s]] - y->growth[p->side[s]]);
        p->autonomy[s] = share[1 - s] / (share[0] + share[1]);
        p->shift[s] = p->autonomy[s] * fmax(0, rise);
    }
}

enti_pair enti_pair_of(const ent_year *y, size_t a, size_t b) {
    enti_view view = enti_view_of(y, a, b);
    enti_pair p = {.side = {a, b},
                   .distance_km = y->distance_km[a * y->n + b],
                   .contiguous = y->contiguous[a * y->n + b] != 0,
                   .share = {NAN, NAN}};
    p.common_allies = enti_common_allies(y, a, b);
    p.interest_gap = gap(y->ideal_point[a].value, y->ideal_point[b].value, ENTI_GAP_INTEREST, &p.interest_known);
    p.regime_gap = gap(y->polyarchy[a].value, y->polyarchy[b].value, ENTI_GAP_REGIME, &p.regime_known);
    p.computable = !isnan(y->capability[a].value) && !isnan(y->capability[b].value);
    enti_pair_apply(&view, &p);
    return p;
}
