/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hazards. Founding: rate x exp(L) a year, calibrated on treaty-years after 1990. Upper bound, which counts accession
 * to a big treaty: s(a + b Lc + c max(0, Lc + 8)), Lc = min(L, -3). Ending: the record of the era.
 */
#include "theory/hazard.h"
#include "theory/support.h"

#include <math.h>

double enti_founding_hazard(const ent_params *p, double l) {
    return isnan(l) ? NAN : fmin(1, enti_param(p, ENTI_FOUNDING_RATE) * exp(l));
}

double enti_upper_bound(const ent_params *p, double l) {
    double lc = fmin(l, -3), bend;
    if (isnan(l)) return NAN;
    /* As estimated the slope above -8 is -0.02, nil within its error: more support must not lower the bound. */
    bend = fmax(enti_param(p, ENTI_BOUND_BEND), -enti_param(p, ENTI_BOUND_SLOPE));
    return enti_logistic(enti_param(p, ENTI_BOUND_CONST) + enti_param(p, ENTI_BOUND_SLOPE) * lc +
                         bend * fmax(0, lc + 8));
}

double enti_exit_hazard(const ent_params *p, int year) {
    if (year < 1919) return enti_param(p, ENTI_EXIT_EMPIRES);
    if (year < 1946) return enti_param(p, ENTI_EXIT_INTERWAR);
    return enti_param(p, year < 1991 ? ENTI_EXIT_BEFORE : ENTI_EXIT_AFTER);
}

double enti_within(double yearly, int years) {
    return 1 - pow(1 - yearly, years);
}
