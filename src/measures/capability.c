/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Capability: net resources, GDP times GDP per head, as a share of the world (after Beckley 2018); or CINC, where the
 * variant asks for it.
 * Shares below 1e-6 count as 1e-6, which also stands in for a third party without a figure.
 * Growth is the mean yearly log change over ten years, within +-0.1, 0 when the earlier figure is missing.
 * Strength F_i = c_i + r * sum of c over the defence partners: what a state can count on.
 */
#include "measures/measures.h"

#include <math.h>

static double growth_of(const enti_reading *now, const enti_reading *before) {
    double growth;
    if (isnan(now->value) || isnan(before->value)) return 0;
    growth = log(fmax(now->value, ENTI_CAPABILITY_FLOOR) / fmax(before->value, ENTI_CAPABILITY_FLOOR)) / 10;
    return fmin(0.1, fmax(-0.1, growth));
}

void enti_measure_capability(ent_year *y) {
    for (size_t i = 0; i < y->n; i++) {
        double c = y->capability[i].value;
        y->share[i] = isnan(c) || c < ENTI_CAPABILITY_FLOOR ? ENTI_CAPABILITY_FLOOR : c;
        y->growth[i] = growth_of(&y->capability[i], &y->capability_before[i]);
    }
    for (size_t i = 0; i < y->n; i++) {
        const enti_set *allies = &y->pact[ENTI_DEFENCE][i];
        double sum = 0;
        for (size_t k = enti_set_next(allies, 0); k < ENTI_STATES; k = enti_set_next(allies, k + 1))
            sum += y->share[k];
        y->strength[i] = y->share[i] + y->form.ally_share * sum;
    }
}
