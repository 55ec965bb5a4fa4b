/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in order, and their quantiles. */
#ifndef ENTI_ORDER_H
#define ENTI_ORDER_H

#include <stddef.h>

void enti_sort(double *numbers, size_t count); /* ascending; no NaN among them */

/* The number that would stand at an index were they sorted; changes their order. index < count. Expected cost O(count). */
double enti_order_select(double *numbers, size_t count, size_t index);

/* Linear interpolation between order statistics (R's type 7); q in [0, 1], count > 0. */
double enti_order_quantile(const double *sorted, size_t count, double q);

#endif
