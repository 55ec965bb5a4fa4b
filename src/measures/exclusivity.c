/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exclusive rivalry (R14): a pair shares at least one rival and has none unshared. The sets matter more than the
 * flag: every unshared rival is a path of entrapment for the other side.
 */
#include "measures/measures.h"

#include <math.h>

enti_exclusivity enti_exclusivity_of(const enti_view *view) {
    enti_exclusivity x = {.mutual = false};
    x.mutual = enti_set_has(&view->rivals[0], view->side[1]);
    x.shared = enti_set_and(view->rivals[0], view->rivals[1]);
    for (int s = 0; s < 2; s++) {
        x.unshared[s] = enti_set_minus(view->rivals[s], x.shared);
        enti_set_remove(&x.unshared[s], view->side[1 - s]);
        x.unshared_count[s] = enti_set_count(&x.unshared[s]);
    }
    x.shared_count = enti_set_count(&x.shared);
    x.exclusive = x.shared_count > 0 && x.unshared_count[0] + x.unshared_count[1] == 0;
    return x;
}

double enti_entrapment(const ent_year *y, const enti_exclusivity *x, size_t a, size_t b, int s) {
    size_t other = s == 0 ? b : a;
    const enti_set *paths = &x->unshared[1 - s];
    double exposure = 0;
    for (size_t k = enti_set_next(paths, 0); k < ENTI_STATES; k = enti_set_next(paths, k + 1))
        exposure += y->theta[other * y->n + k];
    return exposure;
}

double enti_entrapment_risk(const ent_year *y, const enti_exclusivity *x, size_t a, size_t b, int s) {
    size_t other = s == 0 ? b : a;
    const enti_set *paths = &x->unshared[1 - s];
    double sum = 0;
    for (size_t k = enti_set_next(paths, 0); k < ENTI_STATES; k = enti_set_next(paths, k + 1))
        sum += enti_dispute_risk(y, other, k) / 0.22;
    return y->dispute_years == NULL ? NAN : log1p(sum);
}

double enti_encirclement(const ent_year *y, size_t i) {
    int neighbours = 0, hostile = 0;
    for (size_t j = 0; j < y->n; j++) {
        enti_set patrons;
        if (!y->contiguous[i * y->n + j]) continue;
        neighbours++;
        patrons = enti_set_and(y->pact[ENTI_DEFENCE][j], y->rivals[i]);
        if (enti_set_has(&y->rivals[i], j) || (enti_set_any(&patrons) && !enti_set_has(&y->pact[ENTI_DEFENCE][i], j)))
            hostile++;
    }
    return neighbours > 0 ? (double)hostile / neighbours : NAN;
}

/* +1 an ally, -1 a rival, 0 neither. */
static int stance(const ent_year *y, size_t i, size_t k) {
    if (enti_set_has(&y->rivals[i], k)) return -1;
    return enti_set_has(&y->pact[ENTI_DEFENCE][i], k) || enti_set_has(&y->pact[ENTI_CONSULTATION][i], k) ? 1 : 0;
}

double enti_regional_likeness(const ent_year *y, size_t i, size_t j) {
    int tied = 0, balance = 0;
    for (size_t k = 0; k < y->n; k++) {
        int of_i, of_j;
        if (k == i || k == j || (!y->contiguous[i * y->n + k] && !y->contiguous[j * y->n + k])) continue;
        of_i = stance(y, i, k);
        of_j = stance(y, j, k);
        if (of_i == 0 && of_j == 0) continue;
        tied++;
        if (of_i != 0 && of_i == of_j) balance++;
        if (of_i * of_j < 0) balance--;
    }
    return tied > 0 ? (double)balance / tied : NAN;
}
