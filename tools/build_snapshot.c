/* SPDX-License-Identifier: GPL-3.0-or-later */
/* build_snapshot DATA_DIR OUT_DB: compiles the tables of data/ into the database that is embedded in the product.
 * Part of the build; not installed. */
#include "ingest/snapshot_build.h"

#include <stdio.h>

int main(int argc, char **argv) {
    ent_error err = {0};
    if (argc != 3) {
        fprintf(stderr, "usage: build_snapshot DATA_DIR OUT_DB\n");
        return 2;
    }
    if (enti_snapshot_build(argv[1], argv[2], &err) != ENT_OK) {
        fprintf(stderr, "build_snapshot: %s\n", err.message);
        return 1;
    }
    return 0;
}
