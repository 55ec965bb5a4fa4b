/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Threat of k to i: theta_ik = h_ik reach_ik^p F_k / (F_k + F_i) (after Walt 1987: aggregate power, proximity, intent).
 * h is 1 for strategic rivals; where militarised disputes are known, hm for a state that used force against i, or i
 * against it, within ten years, and is no ally; else 0. A rival reaches i itself or through its own ally next to i:
 * reach_ik = max(w_ik, rho * max over k's defence partners a of w_ia), where a may be i.
 * Total threat T_i = 1 - prod (1 - theta_ik); the threat of rivals alone leaves the others out.
 * Acute threat Ta_i = 1 - prod (1 - theta_ik a_ik), a by the highest level of a dispute this year or last.
 * Yearly risk of a dispute pi_ik = (years with one of ten + 5 x 0.22) / (10 + 5).
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

double enti_hostility(const ent_year *y, size_t i, size_t k) {
    if (enti_set_has(&y->rivals[i], k)) return 1;
    return enti_set_has(&y->hostile[i], k) ? y->form.dispute : 0;
}

double enti_acute_threat(const ent_year *y, size_t i) {
    static const double weight[] = {0.05, 0.05, 0.2, 0.2, 0.5, 1}; /* none, -, threat, display, force, war */
    enti_set all = enti_set_or(y->rivals[i], y->hostile[i]);
    double safe = 1;
    if (y->acute == NULL || y->dispute_year != y->year) return NAN;
    for (size_t k = enti_set_next(&all, 0); k < ENTI_STATES; k = enti_set_next(&all, k + 1)) {
        uint8_t level = y->acute[i * y->n + k];
        safe *= 1 - y->theta[i * y->n + k] * weight[level <= 5 ? level : 5];
    }
    return 1 - safe;
}

double enti_dispute_risk(const ent_year *y, size_t i, size_t k) {
    const double prior = 5, rate = 0.22;
    return y->dispute_years == NULL ? NAN : (y->dispute_years[i * y->n + k] + prior * rate) / (10 + prior);
}

/* Who counts besides rivals: force was used within ten years and no pact stands between the two. */
static void fill_hostile(ent_year *y) {
    for (size_t i = 0; i < y->n && y->form.dispute > 0; i++)
        y->hostile[i] = enti_set_minus(enti_set_minus(y->force[i], y->rivals[i]), y->pact[ENTI_DEFENCE][i]);
}

ent_status enti_measure_threat(ent_year *y, ent_error *err) {
    y->reach = enti_arena_alloc(&y->arena, y->n * y->n + 1, sizeof(double));
    y->theta = enti_arena_alloc(&y->arena, y->n * y->n + 1, sizeof(double));
    if (y->reach == NULL || y->theta == NULL) return enti_no_memory(err);
    fill_hostile(y);
    for (size_t i = 0; i < y->n; i++) {
        enti_set all = enti_set_or(y->rivals[i], y->hostile[i]);
        double safe = 1, from_rivals = 1;
        for (size_t k = enti_set_next(&all, 0); k < ENTI_STATES; k = enti_set_next(&all, k + 1)) {
            double r = enti_reach(y, i, k), theta;
            theta = enti_hostility(y, i, k) * r * y->strength[k] / (y->strength[k] + y->strength[i]);
            y->reach[i * y->n + k] = r;
            y->theta[i * y->n + k] = theta;
            safe *= 1 - theta;
            if (enti_set_has(&y->rivals[i], k)) from_rivals *= 1 - theta;
        }
        y->total_threat[i] = 1 - safe;
        y->rival_threat[i] = 1 - from_rivals;
    }
    return ENT_OK;
}
