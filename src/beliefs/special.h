/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tails of distributions, from the GNU Scientific Library; NaN where the arguments define no distribution. */
#ifndef ENTI_BELIEFS_SPECIAL_H
#define ENTI_BELIEFS_SPECIAL_H

double enti_t_below(double t, double df);              /* P(T <= t) */
double enti_t_above(double t, double df);              /* P(T > t) */
double enti_t_two_sided(double t, double df);          /* P(|T| >= |t|) */
double enti_t_quantile(double p, double df);           /* t with P(T <= t) = p, 0 < p < 1 */
double enti_f_above(double f, double df1, double df2); /* P(F > f) */
double enti_normal_two_sided(double z);                /* P(|Z| >= |z|) */

#endif
