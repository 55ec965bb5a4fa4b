/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two states' capabilities against each other: the weaker's over the stronger's (1 = parity), and the first one's share
 * of what both have. NaN where a figure is not known, and where both are 0.
 */
#include "measures/measures.h"

#include <math.h>

double enti_capability_ratio(double a, double b) {
    double strong = a > b ? a : b, weak = a > b ? b : a;
    return isnan(a) || isnan(b) || strong <= 0 ? NAN : weak / strong;
}

double enti_capability_share(double a, double b) {
    return isnan(a) || isnan(b) || a + b <= 0 ? NAN : a / (a + b);
}
