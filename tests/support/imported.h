/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database of the published data sets in $ENTENTE_SHARED, imported once for a test program. */
#ifndef TESTS_IMPORTED_H
#define TESTS_IMPORTED_H

#include "support/database.h"

#include <entente/import.h>

static const char *const imported_files[] = {"cow/states2016.csv",
                                             "cow/cow_nmc_v7_peacesciencer.csv",
                                             "isard/cw_gdppop.csv",
                                             "isard/cw_democracy.csv",
                                             "atop/atop5_1m.csv",
                                             "cow/contdird.csv",
                                             "peacesciencer/cow_mid_ddydisps.csv.gz",
                                             "peacesciencer/tss_rivalries.csv",
                                             "peacesciencer/cow_capitals.csv",
                                             "peacesciencer/archigos.csv",
                                             "unga/IdealpointestimatesAll_Jun2024.csv",
                                             "cow/cow_trade_dyadic_v4_peacesciencer_ndy.csv.gz",
                                             "cow/state_year_formatv3.csv.gz",
                                             "cow/Inter-StateWarData_v4.0.csv"};

/* Imports the published files into a new database and opens it, or skips the test where there are none. The file goes
 * at once: the world holds it open. */
static inline ent_world *imported_world(void) {
    const char *shared = getenv("ENTENTE_SHARED");
    char *folder, *path;
    ent_world *world;
    if (shared == NULL) skip();
    folder = folder_new();
    path = text_of("%s/imported.db", folder);
    for (size_t f = 0; f < sizeof imported_files / sizeof *imported_files; f++) {
        ent_error err = {.status = ENT_OK};
        ent_import_result result;
        char *file = text_of("%s/data/%s", shared, imported_files[f]);
        must(ent_import_file(path, file, NULL, &result, &err), &err);
        free(file);
    }
    world = world_from(path);
    free(path);
    folder_remove(folder);
    return world;
}

#endif
