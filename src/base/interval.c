/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals of shares: Wilson's stay inside 0 to 1 and make sense when none or all of the tries succeeded. */
#include "base/interval.h"

#include <math.h>

void enti_wilson(double share, double all, double *low, double *high) {
    const double z = 1.959963984540054;
    double scale = 1 + z * z / all, middle = (share + z * z / (2 * all)) / scale;
    double half = z * sqrt(share * (1 - share) / all + z * z / (4 * all * all)) / scale;
    /* At the ends rounding may pass what is exact. */
    *low = fmin(share, fmax(0, middle - half));
    *high = fmax(share, fmin(1, middle + half));
}
