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

static void swap(double *a, double *b) {
    double kept = *a;
    *a = *b;
    *b = kept;
}

/* Quickselect in three parts: smaller than the pivot, equal, larger. The middle element as pivot suits sorted input. */
double enti_order_select(double *numbers, size_t count, size_t index) {
    size_t low = 0, high = count - 1;
    while (low < high) {
        double pivot = numbers[low + (high - low) / 2];
        size_t smaller = low, i = low, larger = high;
        while (i <= larger) {
            if (numbers[i] < pivot)
                swap(&numbers[smaller++], &numbers[i++]);
            else if (numbers[i] > pivot)
                swap(&numbers[i], &numbers[larger--]);
            else
                i++;
        }
        if (index >= smaller && index <= larger) return pivot;
        if (index < smaller)
            high = smaller - 1;
        else
            low = larger + 1;
    }
    return numbers[index];
}

double enti_order_quantile(const double *sorted, size_t count, double q) {
    double at = q * (double)(count - 1);
    size_t low = (size_t)at;
    if (low + 1 >= count) return sorted[count - 1];
    return sorted[low] + (at - (double)low) * (sorted[low + 1] - sorted[low]);
}
