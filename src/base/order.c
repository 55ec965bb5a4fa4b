/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and quantiles of plain doubles. */
#include "base/order.h"

#include <stdlib.h>

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

void enti_sort(double *numbers, size_t count) {
    if (count > 1) qsort(numbers, count, sizeof *numbers, ascending);
}

double enti_order_quantile(const double *sorted, size_t count, double q) {
    double at = q * (double)(count - 1);
    size_t low = (size_t)at;
    if (low + 1 >= count) return sorted[count - 1];
    return sorted[low] + (at - (double)low) * (sorted[low + 1] - sorted[low]);
}
