/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every bench shares: the clock (CPU time), a command timed from fork to exit, and the rows of the one table. */
#ifndef BENCH_TIMING_H
#define BENCH_TIMING_H

#include <stdbool.h>

enum { RUNS = 21 };

typedef struct {
    double least, median; /* milliseconds of CPU time, user and system, of all threads */
    long peak_kb;         /* largest resident memory */
} timing;

/* CPU time of this process so far, in milliseconds. */
double now_ms(void);

/* Sorts `ms` (RUNS figures of jobs done in this process) and sums them up; the peak is that of this process. */
timing summary(double *ms);

/* Runs a command RUNS times with its output thrown away; false, with a line on stderr, when it cannot be run or fails. */
bool time_command(char *const argv[], timing *out);

void print_header(void);
void print_job(const char *job, timing t, double limit_ms, timing yardstick);
void print_yardstick(const char *name, timing t, timing yardstick);

#endif
