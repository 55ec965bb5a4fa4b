/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threat of k to i: theta_ik = reach_ik^p F_k / (F_k + F_i) for strategic rivals, else 0 (after Walt 1987:
 * aggregate power, proximity, intent). A rival reaches i itself or through its own ally next to i:
 * reach_ik = max(w_ik, rho * max over k's defence partners a of w_ia), where a may be i.
 * Total threat T_i = 1 - prod (1 - theta_ik).
 */
#include "measures/measures.h"

#include <math.h>

double enti_reach(const ent_year *y, size_t i, size_t k) {
    const enti_set *allies = &y->pact[ENTI_DEFENCE][k];
    const double *w = y->weight + i * y->n;
    double best = 0;
    for (size_t a = enti_set_next(allies, 0); a < ENTI_STATES; a = enti_set_next(allies, a + 1))
        if (w[a] > best) best = w[a];
    return pow(fmax(w[k], y->form.proxy_reach * best), y->form.reach_power);
}

ent_status enti_measure_threat(ent_year *y, ent_error *err) {
    y->reach = enti_arena_alloc(&y->arena, y->n * y->n + 1, sizeof(double));
    y->theta = enti_arena_alloc(&y->arena, y->n * y->n + 1, sizeof(double));
    if (y->reach == NULL || y->theta == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < y->n; i++) {
        const enti_set *rivals = &y->rivals[i];
        double safe = 1;
        for (size_t k = enti_set_next(rivals, 0); k < ENTI_STATES; k = enti_set_next(rivals, k + 1)) {
            double r = enti_reach(y, i, k);
            y->reach[i * y->n + k] = r;
            y->theta[i * y->n + k] = r * y->strength[k] / (y->strength[k] + y->strength[i]);
            safe *= 1 - y->theta[i * y->n + k];
        }
        y->total_threat[i] = 1 - safe;
    }
    return ENT_OK;
}
