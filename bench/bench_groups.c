/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times the questions about groups: the audit of a forum of thirty members with its exact core and the default draws,
 * and the partners of one power; each in a process that has the world open, from the year to the answer, and as a cold
 * start of the program where it is named. Columns as in bench_verdicts.c.
 */
#include <entente/entente.h>
#include <entente/groups.h>
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
        ms[run] = 1e3 * (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
                  1e-3 * (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
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

/* Members audited, 0 on failure or when the core is not exact. */
static size_t audit(const ent_world *world, const char *forum, int year) {
    ent_audit_options options = ent_audit_options_default(world);
    ent_audit *found = NULL;
    ent_group group;
    size_t members = 0;
    options.year = year;
    if (ent_group_find(world, forum, year, &group, NULL) != ENT_OK ||
        ent_audit_run(world, NULL, &group, &options, &found, NULL) != ENT_OK)
        return 0;
    if (found->core_exact) members = found->members_count;
    ent_audit_free(found);
    return members;
}

static size_t audit_nato(const ent_world *world) {
    return audit(world, "nato", 2021);
}

/* A group that fails, so that exits are searched. */
static size_t audit_cica(const ent_world *world) {
    return audit(world, "cica", 2014);
}

static size_t partners_china(const ent_world *world) {
    ent_partners_options options = ent_partners_options_default(world);
    ent_partners *found = NULL;
    size_t candidates;
    options.year = 2021;
    if (ent_partners_run(world, NULL, 710, &options, &found, NULL) != ENT_OK) return 0;
    candidates = found->candidates_count;
    ent_partners_free(found);
    return candidates;
}

/* CPU time of one question; false when it fails. */
static int time_question(const ent_world *world, size_t (*ask)(const ent_world *), timing *out) {
    double ms[RUNS];
    struct rusage use;
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        if (ask(world) == 0) return 0;
        ms[run] = now_ms() - start;
    }
    getrusage(RUSAGE_SELF, &use);
    *out = summary(ms, RUNS, use.ru_maxrss);
    return 1;
}

static void line(const char *job, timing t, double limit, double yardstick) {
    printf("| %-44s | %8.1f | %8.1f | %7.1f | %6.0f | %5.2f | %5.2f |\n", job, t.least, t.median,
           (double)t.peak_kb / 1024, limit, t.median / limit, t.median / yardstick);
}

int main(int argc, char **argv) {
    char *program = argc > 1 ? argv[1] : "entente";
    char *perl[] = {"perl", "-e", "1", NULL};
    char *cold_audit[] = {program, "audit", "nato", "--year", "2021", "--format", "json", NULL};
    char *cold_partners[] = {program, "partners", "CHN", "--year", "2021", "--format", "json", NULL};
    const struct {
        const char *name;
        size_t (*ask)(const ent_world *);
        double limit;
    } questions[] = {{"audit of NATO 2021, 30 members", audit_nato, 50},
                     {"audit of CICA 2014, 26 members and exits", audit_cica, 50},
                     {"partners of China 2021", partners_china, 100}};
    timing yardstick, t;
    ent_store *store = NULL;
    ent_world *world = NULL;

    if (!time_command(perl, &yardstick)) {
        (void)fprintf(stderr, "bench: perl cannot be run\n");
        return 1;
    }
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) return 1;
    printf("| %-44s | least ms | median ms | peak MB | limit ms | ratio to limit | ratio to starting Perl |\n", "job");
    printf("|---|---|---|---|---|---|---|\n");
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        if (!time_question(world, questions[q].ask, &t)) {
            (void)fprintf(stderr, "bench: %s failed\n", questions[q].name);
            return 1;
        }
        line(questions[q].name, t, questions[q].limit, yardstick.median);
    }
    if (time_command(cold_audit, &t)) line("audit of NATO 2021, cold start", t, 50, yardstick.median);
    if (time_command(cold_partners, &t)) line("partners of China 2021, cold start", t, 100, yardstick.median);
    printf("| %-44s | %8.1f | %8.1f | %7.1f | | | 1.00 |\n", "yardstick: starting Perl", yardstick.least,
           yardstick.median, (double)yardstick.peak_kb / 1024);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}
