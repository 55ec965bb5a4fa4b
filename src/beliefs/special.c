/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tails of Student's t, F and the normal distribution. The GNU Scientific Library stops the program on an argument it
 * cannot use, and its handler belongs to the whole process: so nothing leaves here that it would refuse.
 */
#include "beliefs/special.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

/* A t distribution needs degrees of freedom above 0; beyond a million it is the normal one to every digit shown. */
static bool usable(double x, double df) {
    return !isnan(x) && df > 0 && !isnan(df);
}

static double below(double t, double df) {
    if (isinf(t)) return t > 0 ? 1 : 0;
    return df > 1e6 ? gsl_cdf_ugaussian_P(t) : gsl_cdf_tdist_P(t, df);
}

double enti_t_below(double t, double df) {
    return usable(t, df) ? below(t, df) : NAN;
}

double enti_t_above(double t, double df) {
    return usable(t, df) ? below(-t, df) : NAN;
}

double enti_t_two_sided(double t, double df) {
    return usable(t, df) ? fmin(1, 2 * below(-fabs(t), df)) : NAN;
}

double enti_t_quantile(double p, double df) {
    if (!usable(p, df) || !(p > 0 && p < 1)) return NAN;
    return df > 1e6 ? gsl_cdf_ugaussian_Pinv(p) : gsl_cdf_tdist_Pinv(p, df);
}

double enti_f_above(double f, double df1, double df2) {
    if (isnan(f) || !usable(df1, df1) || !usable(df2, df2)) return NAN;
    if (f <= 0) return 1;
    return isinf(f) ? 0 : gsl_cdf_fdist_Q(f, df1, df2);
}

double enti_normal_two_sided(double z) {
    return isnan(z) ? NAN : fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(z)));
}
