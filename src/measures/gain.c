/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What side a gains in security from ally b, against ALL of a's threats, not only shared ones:
 *   G_ab = sum over k of theta'_ak [ W(F'_a + r c_b max(w_ab, w_bk), F_k) - W(F'_a, F_k) ],
 *   W(x, y) = x^m / (x^m + y^m), F'_a = F_a without b when they are allied already,
 * leaving out k = b and k allied to b; 0 for mutual rivals.
 */
#include "measures/measures.h"

#include <math.h>

enti_view enti_view_of(const ent_year *year, size_t a, size_t b) {
    enti_view view = {.year = year, .side = {a, b}, .scale = {1, 1}};
    view.rivals[0] = year->rivals[a];
    view.rivals[1] = year->rivals[b];
    return view;
}

/* After one side has grown or shrunk, all shares are divided by their new sum: the factor that does so. */
static double everyone_else(const enti_view *view) {
    double sum = 1;
    for (int s = 0; s < 2; s++)
        sum += (view->scale[s] - 1) * view->year->share[view->side[s]];
    return 1 / sum;
}

double enti_view_share(const enti_view *view, size_t k) {
    double share = view->year->share[k];
    if (view->scale[0] == 1 && view->scale[1] == 1) return share;
    for (int s = 0; s < 2; s++)
        if (k == view->side[s]) share *= view->scale[s];
    return share * everyone_else(view);
}

double enti_view_strength(const enti_view *view, size_t k) {
    const ent_year *y = view->year;
    double strength = y->strength[k];
    double others;
    if (view->scale[0] == 1 && view->scale[1] == 1) return strength;
    others = everyone_else(view);
    strength *= others;
    for (int s = 0; s < 2; s++) {
        size_t i = view->side[s];
        double extra = enti_view_share(view, i) - y->share[i] * others;
        if (k == i) strength += extra;
        if (enti_set_has(&y->pact[ENTI_DEFENCE][k], i)) strength += y->form.ally_share * extra;
    }
    return strength;
}

static double contest(double x, double y, double m) {
    if (m == 1) return x / (x + y);
    return 1 / (1 + pow(y / x, m));
}

/* Known for rivals and hostile states of the year; a counterfactual may ask for others. */
static double reach_of(const ent_year *y, size_t a, size_t k) {
    bool known = enti_set_has(&y->rivals[a], k) || enti_set_has(&y->hostile[a], k);
    return known ? y->reach[a * y->n + k] : enti_reach(y, a, k);
}

double enti_gain(const enti_view *view, int s) {
    const ent_year *y = view->year;
    const enti_form *form = &y->form;
    size_t a = view->side[s], b = view->side[1 - s];
    const double *w_b = y->weight + b * y->n;
    enti_set threats = enti_set_or(view->rivals[s], y->hostile[a]);
    double own = enti_view_strength(view, a), help = form->ally_share * enti_view_share(view, b), gain = 0;
    if (enti_set_has(&view->rivals[s], b)) return 0;
    if (enti_set_has(&y->pact[ENTI_DEFENCE][a], b)) own -= help;
    if (form->dispute > 0) /* a rivalry that a view ends leaves the force used behind */
        threats =
            enti_set_or(threats, enti_set_minus(enti_set_and(y->rivals[a], y->force[a]), y->pact[ENTI_DEFENCE][a]));
    for (size_t k = enti_set_next(&threats, 0); k < ENTI_STATES; k = enti_set_next(&threats, k + 1)) {
        double rival, theta, with, hostility = enti_set_has(&view->rivals[s], k) ? 1 : form->dispute;
        if (k == b || enti_set_has(&y->pact[ENTI_DEFENCE][b], k)) continue;
        rival = enti_view_strength(view, k);
        theta = hostility * reach_of(y, a, k) * rival / (rival + own);
        with = own + help * fmax(w_b[a], w_b[k]);
        gain += theta * (contest(with, rival, form->contest) - contest(own, rival, form->contest));
    }
    return gain;
}
