/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times the two jobs of the verdict engine: `entente assess` as a cold process, and every pair of a year scored by
 * every theory. Prints one line a job: CPU time (least and median of the runs), peak memory, limit, and the ratio to a
 * yardstick measured in the same run (starting Perl, which every Debian has; starting R where it is installed).
 */
#include <entente/entente.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 21 };

typedef struct {
    double least, median; /* milliseconds */
    long peak_kb;
} timing;

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static timing summary(double *ms, int runs, long peak_kb) {
    qsort(ms, (size_t)runs, sizeof *ms, ascending);
    return (timing){ms[0], ms[runs / 2], peak_kb};
}

static double cpu_of(const struct rusage *use) {
    return 1e3 * (double)(use->ru_utime.tv_sec + use->ru_stime.tv_sec) +
           1e-3 * (double)(use->ru_utime.tv_usec + use->ru_stime.tv_usec);
}

/* CPU time of a command from fork to exit; false when it cannot be run. */
static int time_command(char *const argv[], timing *out) {
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
        if (child < 0 || wait4(child, &status, 0, &use) < 0 || status != 0) return 0;
        ms[run] = cpu_of(&use);
        if (use.ru_maxrss > peak) peak = use.ru_maxrss;
    }
    *out = summary(ms, RUNS, peak);
    return 1;
}

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return 1e3 * (double)t.tv_sec + 1e-6 * (double)t.tv_nsec;
}

/* Builds the year, prepares every theory and scores every pair with each. Returns pairs x theories, 0 on failure. */
static long score_year(const ent_world *world, int year_of) {
    ent_params *params = NULL;
    ent_year *year = NULL;
    long scored = 0;
    if (ent_params_new(world, NULL, &params, NULL) != ENT_OK ||
        ent_year_open(world, year_of, params, &year, NULL) != ENT_OK)
        goto done;
    for (size_t t = 0; t < ent_theory_count(); t++) {
        const ent_theory *theory = ent_theory_at(t);
        void *state = NULL;
        if (theory->prepare(year, params, &state, NULL) != ENT_OK) {
            scored = 0;
            goto done;
        }
        for (size_t i = 0; i < ent_year_count(year); i++)
            for (size_t j = i + 1; j < ent_year_count(year); j++) {
                ent_sides sides;
                if (theory->score(state, (ent_dyad){i, j}, &sides, NULL) == ENT_OK) scored++;
            }
        theory->release(state);
    }
done:
    ent_year_close(year);
    ent_params_free(params);
    return scored;
}

static void line(const char *job, timing t, double limit, double yardstick) {
    printf("| %-44s | %8.1f | %8.1f | %7.1f | %6.0f | %5.2f | %5.2f |\n", job, t.least, t.median,
           (double)t.peak_kb / 1024, limit, t.median / limit, t.median / yardstick);
}

int main(int argc, char **argv) {
    char *assess[] = {
        argc > 1 ? argv[1] : "entente", "assess", "CHN", "RUS", "--year", "2021", "--format", "json", NULL};
    char *perl[] = {"perl", "-e", "1", NULL}, *r[] = {"R", "--vanilla", "--slave", "-e", "1", NULL};
    timing cold, yardstick, peer;
    double ms[RUNS];
    ent_store *store = NULL;
    ent_world *world = NULL;
    long scored = 0;
    struct rusage use;

    if (!time_command(assess, &cold) || !time_command(perl, &yardstick)) {
        fprintf(stderr, "bench: %s or perl cannot be run\n", assess[0]);
        return 1;
    }
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) return 1;
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        scored = score_year(world, 2014);
        ms[run] = now_ms() - start;
        if (scored == 0) return 1;
    }
    getrusage(RUSAGE_SELF, &use);
    printf("| %-44s | least ms | median ms | peak MB | limit ms | ratio to limit | ratio to starting Perl |\n", "job");
    printf("|---|---|---|---|---|---|---|\n");
    line("assess, cold start, 2000 draws", cold, 50, yardstick.median);
    line("all pairs of 2014 by all theories", summary(ms, RUNS, use.ru_maxrss), 100, yardstick.median);
    printf("| %-44s | %8.1f | %8.1f | %7.1f | | | 1.00 |\n", "yardstick: starting Perl", yardstick.least,
           yardstick.median, (double)yardstick.peak_kb / 1024);
    if (time_command(r, &peer))
        printf("| %-44s | %8.1f | %8.1f | %7.1f | | | %5.2f |\n", "peer: starting R", peer.least, peer.median,
               (double)peer.peak_kb / 1024, peer.median / yardstick.median);
    printf("\n%ld scores (pairs x theories) in the year\n", scored);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}
