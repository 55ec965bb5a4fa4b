/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times imports: every published file below the folder named in $ENTENTE_BENCH_FILES into a new database (files whose
 * header nobody knows are counted and left out), then opening that database and building one year. Without the folder
 * there is nothing to time. Columns as in bench_verdicts.c.
 */
#define _XOPEN_SOURCE 700
#include "timing.h"

#include <entente/entente.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILES_MOST = 512, TIMES = 5 };

static char *files[FILES_MOST];
static size_t files_count;

static bool ends_in(const char *path, const char *ending) {
    size_t size = strlen(path), length = strlen(ending);
    return size >= length && strcmp(path + size - length, ending) == 0;
}

static int note_file(const char *path, const struct stat *about, int kind, struct FTW *where) {
    (void)about;
    (void)where;
    if (kind == FTW_F && (ends_in(path, ".csv") || ends_in(path, ".csv.gz")) && files_count < FILES_MOST)
        files[files_count++] = strdup(path);
    return 0;
}

static int by_path(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Imports all files once. The figure fills the table of runs: a second time would replace what is there. */
static bool time_imports(const char *database, timing yardstick) {
    double ms[RUNS], start = now_ms();
    size_t known = 0, unknown = 0;
    long long rows = 0;
    char job[96];
    for (size_t f = 0; f < files_count; f++) {
        ent_import_result result = {.rows = 0};
        ent_error err = {.status = ENT_OK};
        ent_status st = ent_import_file(database, files[f], NULL, &result, &err);
        known += st == ENT_OK;
        unknown += st != ENT_OK;
        if (st == ENT_OK) rows += result.rows + result.also_rows;
    }
    for (int run = 0; run < RUNS; run++)
        ms[run] = now_ms() - start;
    for (int run = 1; run < RUNS; run++)
        ms[run] = ms[0];
    (void)snprintf(job, sizeof job, "import of %zu files, %lld rows (%zu not recognised)", known, rows, unknown);
    print_job(job, summary(ms), 60000, yardstick);
    return known > 0;
}

static bool time_opening(const char *database, timing yardstick) {
    double ms[RUNS];
    for (int run = 0; run < RUNS; run++) {
        ent_store *store = NULL;
        ent_world *world = NULL;
        ent_year *year = NULL;
        double start = now_ms();
        bool done = ent_store_open(database, &store, NULL) == ENT_OK && ent_world_open(store, &world, NULL) == ENT_OK &&
                    ent_year_open(world, 2014, NULL, &year, NULL) == ENT_OK;
        ms[run] = now_ms() - start;
        ent_year_close(year);
        ent_world_close(world);
        ent_store_close(store);
        if (!done) return false;
    }
    print_job("opening that database and building 2014", summary(ms), 150, yardstick);
    return true;
}

int main(void) {
    char *perl[] = {"perl", "-e", "1", NULL}, folder[] = "/tmp/entente-bench-XXXXXX", database[64];
    const char *source = getenv("ENTENTE_BENCH_FILES");
    timing yardstick;
    bool done;
    if (source == NULL || *source == 0) return 0;
    if (!time_command(perl, &yardstick) || mkdtemp(folder) == NULL) return 1;
    (void)nftw(source, note_file, 16, FTW_PHYS);
    qsort(files, files_count, sizeof *files, by_path);
    (void)snprintf(database, sizeof database, "%s/world.db", folder);
    print_header();
    done = time_imports(database, yardstick) && time_opening(database, yardstick);
    (void)remove(database);
    (void)rmdir(folder);
    for (size_t f = 0; f < files_count; f++)
        free(files[f]);
    return done ? 0 : 1;
}
