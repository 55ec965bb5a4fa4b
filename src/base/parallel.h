/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Independent work on a range of items, on as many processors as there are. */
#ifndef ENTI_PARALLEL_H
#define ENTI_PARALLEL_H

#include <stddef.h>

/* Does items first to last - 1. Must not depend on how the range was cut, must not allocate, cannot fail. */
typedef void (*enti_job)(void *context, size_t first, size_t last);

/* Cuts [0, count) into ranges of at least `least` items, multiples of it but for the last, and does them side by side.
 * Where threads cannot be had the caller's own does all. */
void enti_parallel(size_t count, size_t least, enti_job job, void *context);

#endif
