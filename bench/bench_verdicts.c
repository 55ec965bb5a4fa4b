/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times the two jobs of the verdict engine: `entente assess` as a cold process, and every pair of a year scored by
 * every theory. Prints one line a job: CPU time (least and median of the runs), peak memory, limit, and the ratio to a
 * yardstick measured in the same run (starting Perl, which every Debian has; starting R where it is installed).
 */
#include "timing.h"

#include <entente/entente.h>
#include <stdio.h>

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

int main(int argc, char **argv) {
    char *assess[] = {
        argc > 1 ? argv[1] : "entente", "assess", "CHN", "RUS", "--year", "2021", "--format", "json", NULL};
    char *perl[] = {"perl", "-e", "1", NULL}, *r[] = {"R", "--vanilla", "--slave", "-e", "1", NULL};
    timing cold, yardstick, peer;
    double ms[RUNS];
    ent_store *store = NULL;
    ent_world *world = NULL;
    long scored = 0;

    if (!time_command(assess, &cold) || !time_command(perl, &yardstick)) return 1;
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) return 1;
    for (int run = 0; run < RUNS; run++) {
        double start = now_ms();
        scored = score_year(world, 2014);
        ms[run] = now_ms() - start;
        if (scored == 0) return 1;
    }
    print_header();
    print_job("assess, cold start, 2000 draws", cold, 50, yardstick);
    print_job("all pairs of 2014 by all theories", summary(ms), 100, yardstick);
    print_yardstick("yardstick: starting Perl", yardstick, yardstick);
    if (time_command(r, &peer)) print_yardstick("peer: starting R", peer, yardstick);
    printf("\n%ld scores (pairs x theories) in the year\n", scored);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}
