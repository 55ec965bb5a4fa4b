/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times the questions about groups: the audit of a forum of thirty members with its exact core and the default draws,
 * and the partners of one power; each in a process that has the world open, from the year to the answer, and as a cold
 * start of the program where it is named. Columns as in bench_verdicts.c.
 */
#include "timing.h"

#include <entente/entente.h>
#include <entente/groups.h>
#include <stdio.h>

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
static bool time_question(const ent_world *world, size_t (*ask)(const ent_world *), timing *out) {
    double ms[RUNS];
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        if (ask(world) == 0) return false;
        ms[run] = now_ms() - start;
    }
    *out = summary(ms);
    return true;
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

    if (!time_command(perl, &yardstick)) return 1;
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) return 1;
    print_header();
    for (size_t q = 0; q < sizeof questions / sizeof *questions; q++) {
        if (!time_question(world, questions[q].ask, &t)) {
            (void)fprintf(stderr, "bench: %s failed\n", questions[q].name);
            return 1;
        }
        print_job(questions[q].name, t, questions[q].limit, yardstick);
    }
    if (!time_command(cold_audit, &t)) return 1;
    print_job("audit of NATO 2021, cold start", t, 50, yardstick);
    if (!time_command(cold_partners, &t)) return 1;
    print_job("partners of China 2021, cold start", t, 100, yardstick);
    print_yardstick("yardstick: starting Perl", yardstick, yardstick);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}
