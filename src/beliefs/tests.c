/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parametric tests on means: Welch (1947) with Satterthwaite's degrees of freedom, two one-sided tests of equivalence
 * (Schuirmann 1987), Hedges' g with the usual approximation of its correction, one-way analysis of variance, Holm (1979).
 */
#include "beliefs/tests.h"

#include "beliefs/special.h"

#include <math.h>

enti_moments enti_moments_of(const double *values, size_t n) {
    enti_moments m = {.n = n, .mean = NAN, .sd = NAN};
    double sum = 0, squares = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    if (n > 0) m.mean = sum / (double)n;
    for (size_t i = 0; i < n; i++)
        squares += (values[i] - m.mean) * (values[i] - m.mean);
    if (n > 1) m.sd = sqrt(squares / (double)(n - 1));
    return m;
}

enti_welch enti_welch_of(double mean_a, double se_a, double n_a, double mean_b, double se_b, double n_b) {
    enti_welch w = {mean_a - mean_b, NAN, NAN, NAN, NAN};
    double va = se_a * se_a, vb = se_b * se_b;
    w.se = sqrt(va + vb);
    if (!(n_a > 1 && n_b > 1) || !(w.se > 0)) return w; /* no spread: nothing to test against */
    w.t = w.difference / w.se;
    w.df = (va + vb) * (va + vb) / (va * va / (n_a - 1) + vb * vb / (n_b - 1));
    w.p = enti_t_two_sided(w.t, w.df);
    return w;
}

enti_welch enti_welch_test(enti_moments a, enti_moments b) {
    return enti_welch_of(a.mean, a.sd / sqrt((double)a.n), (double)a.n, b.mean, b.sd / sqrt((double)b.n), (double)b.n);
}

double enti_equivalence(const enti_welch *w, double margin) {
    double above, below;
    if (isnan(w->t) || !(margin > 0)) return NAN;
    above = enti_t_above((w->difference + margin) / w->se, w->df); /* is it above -margin? */
    below = enti_t_below((w->difference - margin) / w->se, w->df); /* is it below +margin? */
    return fmax(above, below);
}

double enti_hedges_g(enti_moments a, enti_moments b) {
    double df = (double)a.n + (double)b.n - 2, pooled;
    if (a.n < 2 || b.n < 2) return NAN;
    pooled = sqrt(((double)(a.n - 1) * a.sd * a.sd + (double)(b.n - 1) * b.sd * b.sd) / df);
    if (!(pooled > 0)) return NAN;
    return (a.mean - b.mean) / pooled * (1 - 3 / (4 * df - 1));
}

enti_anova enti_anova_test(const enti_moments *groups, size_t count) {
    enti_anova out = {NAN, NAN, NAN, NAN};
    double n = 0, sum = 0, between = 0, within = 0, filled = 0;
    for (size_t g = 0; g < count; g++) {
        if (groups[g].n == 0) continue;
        filled++;
        n += (double)groups[g].n;
        sum += (double)groups[g].n * groups[g].mean;
    }
    for (size_t g = 0; g < count; g++) {
        double d;
        if (groups[g].n == 0) continue;
        d = groups[g].mean - sum / n;
        between += (double)groups[g].n * d * d;
        if (groups[g].n > 1) within += (double)(groups[g].n - 1) * groups[g].sd * groups[g].sd;
    }
    if (filled < 2 || n <= filled || !(within > 0)) return out;
    out.df1 = filled - 1;
    out.df2 = n - filled;
    out.f = (between / out.df1) / (within / out.df2);
    out.p = enti_f_above(out.f, out.df1, out.df2);
    return out;
}

/* The smallest p times their number, the next times one less, and never below the one before. */
void enti_holm(double *p, size_t count) {
    enum { DONE = 2 }; /* added to a p that is corrected, which sets it aside until all are */
    double least = 0;
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        left += isnan(p[i]) ? 0 : 1;
    for (; left > 0; left--) {
        size_t at = count;
        for (size_t i = 0; i < count; i++)
            if (p[i] < DONE && (at == count || p[i] < p[at])) at = i;
        least = fmax(least, fmin(1, p[at] * (double)left));
        p[at] = DONE + least;
    }
    for (size_t i = 0; i < count; i++)
        if (p[i] >= DONE) p[i] -= DONE;
}
