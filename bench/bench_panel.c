/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times panels: rows alone, and with what the data hold, in a process that has the world open and as a run of the
 * program that writes CSV. The full job joins seven sources over all dyad-years from 1816 to 2018; it needs a database
 * with imports, named in $ENTENTE_BENCH_DATA. Columns as in bench_verdicts.c.
 */
#include "timing.h"

#include <entente/entente.h>
#include <stdio.h>
#include <stdlib.h>

/* CPU seconds of peacesciencer 1.2.9 (R 4.2.2) on the same job to 2025, 1,126,380 rows: two runs, largest memory 2.3 GB. */
#define PEER "peer: peacesciencer, seven sources, 1816-2025"
enum { PEER_LOW_MS = 15800, PEER_HIGH_MS = 21000, PEER_KB = 2300000, TIMES = 3 };

#define SEVEN "nmc,contiguity,atop,mid,majors,democracy,distance:capdist"

typedef struct {
    const ent_store *store;
    const ent_world *world;
} opened;

static int count_bytes(void *context, const void *bytes, size_t size) {
    (void)bytes;
    *(size_t *)context += size;
    return 0;
}

/* CPU time of building (and writing) a panel; false when it fails. The figures repeat to fill the table of runs. */
static bool time_panel(opened data, int first, int last, const char *add, bool write, timing *out) {
    double ms[RUNS];
    for (int run = 0; run < RUNS; run++) {
        ent_panel_options o = ent_panel_options_default();
        ent_panel *panel = NULL;
        ent_error err = {.status = ENT_OK};
        size_t bytes = 0;
        double start = now_ms();
        if (run >= TIMES) {
            ms[run] = ms[run % TIMES];
            continue;
        }
        o.first = first;
        o.last = last;
        o.add = add;
        if (ent_panel_open(data.store, data.world, &o, &panel, &err) != ENT_OK ||
            (write && ent_panel_write(panel, ENT_FILE_CSV, count_bytes, &bytes, &err) != ENT_OK)) {
            (void)fprintf(stderr, "bench: %s\n", err.message);
            return false;
        }
        ent_panel_close(panel);
        ms[run] = now_ms() - start;
    }
    *out = summary(ms);
    return true;
}

static bool time_snapshot(opened data, timing yardstick) {
    timing t;
    if (!time_panel(data, 1816, 2018, NULL, false, &t)) return false;
    print_job("dyad-years 1816-2018, 993,975 rows", t, 200, yardstick);
    if (!time_panel(data, 1946, 2022, "contiguity,treaty,rivalry,distance:capdist,values,capability,ideal_points", true,
                    &t))
        return false;
    print_job("dyad-years 1946-2022, snapshot's columns, as CSV", t, 3000, yardstick);
    return true;
}

static bool time_imported(const char *path, timing yardstick) {
    opened data = {NULL, NULL};
    ent_store *store = NULL;
    ent_world *world = NULL;
    timing t;
    bool done = ent_store_open(path, &store, NULL) == ENT_OK && ent_world_open(store, &world, NULL) == ENT_OK;
    data = (opened){store, world};
    done = done && time_panel(data, 1816, 2018, SEVEN, false, &t);
    if (done) print_job("dyad-years 1816-2018, seven sources", t, 1000, yardstick);
    done = done && time_panel(data, 1816, 2018, SEVEN, true, &t);
    if (done) print_job("the same, as CSV", t, 3000, yardstick);
    done = done && time_panel(data, 1816, 2018, SEVEN ",trade,igo,rivalry,ideal_points", false, &t);
    if (done) print_job("dyad-years 1816-2018, eleven sources", t, 3000, yardstick);
    ent_world_close(world);
    ent_store_close(store);
    return done;
}

int main(void) {
    char *perl[] = {"perl", "-e", "1", NULL};
    const char *imported = getenv("ENTENTE_BENCH_DATA");
    timing yardstick;
    ent_store *store = NULL;
    ent_world *world = NULL;
    bool done;

    if (!time_command(perl, &yardstick)) return 1;
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) return 1;
    print_header();
    done = time_snapshot((opened){store, world}, yardstick);
    if (done && imported != NULL && *imported != 0) done = time_imported(imported, yardstick);
    if (done)
        print_yardstick(PEER, (timing){.least = PEER_LOW_MS, .median = PEER_HIGH_MS, .peak_kb = PEER_KB}, yardstick);
    ent_world_close(world);
    ent_store_close(store);
    return done ? 0 : 1;
}
