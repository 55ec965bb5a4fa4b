/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting and quantiles of plain doubles. */
#include "base/order.h"

#include <stdlib.h>
#include <string.h>

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

void enti_sort(double *numbers, size_t count) {
    if (count > 1) qsort(numbers, count, sizeof *numbers, ascending);
}

/* Bits of a number that are in order when read as a whole one: all of them turned for a negative number, the sign for
 * the others. Adding 0 makes one zero of the two. */
static uint64_t ordered_bits(double value) {
    uint64_t bits;
    value += 0.0;
    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

/* Radix sort, least digit first: tens of thousands of pairs are ranked in every year that is built. */
void enti_order_rank(enti_ranked *list, size_t count, enti_ranked *spare) {
    enum { BITS = 11, DIGITS = 6, VALUES = 1 << BITS }; /* six passes: the result ends in the list itself */
    enti_ranked *from = list, *to = spare;
    for (int digit = 0; digit < DIGITS; digit++) {
        size_t first[VALUES + 1] = {0};
        for (size_t i = 0; i < count; i++)
            first[(ordered_bits(from[i].value) >> (digit * BITS) & (VALUES - 1)) + 1]++;
        for (size_t v = 0; v < VALUES; v++)
            first[v + 1] += first[v];
        for (size_t i = 0; i < count; i++)
            to[first[ordered_bits(from[i].value) >> (digit * BITS) & (VALUES - 1)]++] = from[i];
        enti_ranked *filled = to;
        to = from;
        from = filled;
    }
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
