/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timing.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return 1e3 * (double)t.tv_sec + 1e-6 * (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static timing sorted(double *ms, long peak_kb) {
    qsort(ms, RUNS, sizeof *ms, ascending);
    return (timing){ms[0], ms[RUNS / 2], peak_kb};
}

timing summary(double *ms) {
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return sorted(ms, use.ru_maxrss);
}

static double cpu_of(const struct rusage *use) {
    return 1e3 * (double)(use->ru_utime.tv_sec + use->ru_stime.tv_sec) +
           1e-3 * (double)(use->ru_utime.tv_usec + use->ru_stime.tv_usec);
}

bool time_command(char *const argv[], timing *out) {
    double ms[RUNS];
    long peak = 0;
    for (int run = 0; run < RUNS; run++) {
        struct rusage use;
        int status;
        pid_t child;
        (void)fflush(stdout); /* or the child would print it again */
        child = fork();
        if (child == 0) {
            if (freopen("/dev/null", "w", stdout) == NULL || freopen("/dev/null", "w", stderr) == NULL) _exit(126);
            execvp(argv[0], argv);
            _exit(127);
        }
        if (child < 0 || wait4(child, &status, 0, &use) < 0 || status != 0) {
            (void)fprintf(stderr, "bench: %s cannot be run or fails\n", argv[0]);
            return false;
        }
        ms[run] = cpu_of(&use);
        if (use.ru_maxrss > peak) peak = use.ru_maxrss;
    }
    *out = sorted(ms, peak);
    return true;
}

void print_header(void) {
    printf("| %-44s | least ms | median ms | peak MB | limit ms | ratio to limit | ratio to starting Perl |\n", "job");
    printf("|---|---|---|---|---|---|---|\n");
}

void print_job(const char *job, timing t, double limit_ms, timing yardstick) {
    printf("| %-44s | %8.1f | %8.1f | %7.1f | %6.0f | %5.2f | %5.2f |\n", job, t.least, t.median,
           (double)t.peak_kb / 1024, limit_ms, t.median / limit_ms, t.median / yardstick.median);
}

void print_yardstick(const char *name, timing t, timing yardstick) {
    printf("| %-44s | %8.1f | %8.1f | %7.1f | | | %5.2f |\n", name, t.least, t.median, (double)t.peak_kb / 1024,
           t.median / yardstick.median);
}
