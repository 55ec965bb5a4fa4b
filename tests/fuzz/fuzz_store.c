/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a database: refused with a clear line, or opened and asked. Sizes are limited; seeds are made by
 * tests/fuzz/corpus/store/make. */
#include <entente/entente.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MOST = 256 * 1024 };

static void ask(const ent_world *world) {
    ent_assess_options options = ent_assess_options_default(world);
    options.draws = 2;
    for (size_t i = 0; i < ent_world_entity_count(world) && i < 3; i++)
        for (size_t j = 0; j < ent_world_entity_count(world) && j < 3; j++) {
            ent_assessment *out = NULL;
            ent_status st = ent_assess(world, NULL, ent_world_entity_at(world, i).code,
                                       ent_world_entity_at(world, j).code, &options, &out, NULL);
            if ((st == ENT_OK) != (out != NULL)) abort();
            ent_assessment_free(out);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char path[] = "/tmp/entente-fuzz-XXXXXX";
    int file = -1;
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_world *world = NULL;
    ent_status st;
    if (size > MOST) return 0;
    file = mkstemp(path);
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) abort();
    (void)close(file);
    st = ent_store_open(path, &store, &err);
    if (st == ENT_OK) st = ent_world_open(store, &world, &err);
    if (st == ENT_OK) ask(world);
    if (st != ENT_OK && (err.status != st || *err.message == 0)) abort();
    ent_world_close(world);
    ent_store_close(store);
    (void)unlink(path);
    return 0;
}
