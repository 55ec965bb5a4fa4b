/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in order, and their quantiles. */
#ifndef ENTI_ORDER_H
#define ENTI_ORDER_H

#include <stddef.h>
#include <stdint.h>

void enti_sort(double *numbers, size_t count); /* ascending; no NaN among them */

/* A number and what it belongs to. */
typedef struct {
    double value;
    uint32_t of;
} enti_ranked;

/* Ascending by value, equal ones in the order they had; no NaN among them. `spare` has room for as many. Cost O(count). */
void enti_order_rank(enti_ranked *list, size_t count, enti_ranked *spare);

/* The number that would stand at an index were they sorted; changes their order. index < count. Expected cost O(count). */
double enti_order_select(double *numbers, size_t count, size_t index);

/* Linear interpolation between order statistics (R's type 7); q in [0, 1], count > 0. */
double enti_order_quantile(const double *sorted, size_t count, double q);

#endif
