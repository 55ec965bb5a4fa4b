/* SPDX-License-Identifier: GPL-3.0-or-later */
/* build_snapshot DATA_DIR OUT_DB OUT_PACK: compiles the tables of data/ into the database that is embedded in the product,
 * then opens a world from it and keeps what the opening asked as a pack. Part of the build; not installed. */
#include "ingest/snapshot_build.h"
#include "store/pack.h"

#include <entente/world.h>
#include <stdio.h>

/* The compiler of the snapshot has none built in. */
const unsigned char enti_snapshot_begin[1] = {0}, enti_snapshot_end[1] = {0};
const unsigned char enti_pack_begin[1] = {0}, enti_pack_end[1] = {0};

static ent_status write_bytes(const char *path, const char *bytes, size_t size, ent_error *err) {
    FILE *file = fopen(path, "wb");
    bool good = file != NULL && fwrite(bytes, 1, size, file) == size;
    if (file != NULL && fclose(file) != 0) good = false;
    if (good) return ENT_OK;
    (void)remove(path); /* better none than half of one */
    return ent_fail(err, ENT_E_IO, "%s cannot be written", path);
}

static ent_status write_pack(const char *database, const char *path, ent_error *err) {
    ent_status st = ENT_OK;
    ent_store *store = NULL;
    ent_world *world = NULL;
    enti_pack_writer *writer = NULL;
    const char *bytes = NULL;
    size_t size = 0;

    ENT_TRY(ent_store_open(database, &store, err));
    ENT_TRY(enti_pack_writer_new(&writer, err));
    ENT_TRY(enti_store_write_pack(store, writer, err));
    ENT_TRY(ent_world_open(store, &world, err));
    ENT_TRY(enti_pack_bytes(writer, &bytes, &size, err));
    ENT_TRY(write_bytes(path, bytes, size, err));
done:
    ent_world_close(world);
    ent_store_close(store);
    enti_pack_writer_free(writer);
    return st;
}

int main(int argc, char **argv) {
    ent_error err = {0};
    if (argc != 4) {
        fprintf(stderr, "usage: build_snapshot DATA_DIR OUT_DB OUT_PACK\n");
        return 2;
    }
    if (enti_snapshot_build(argv[1], argv[2], &err) != ENT_OK || write_pack(argv[2], argv[3], &err) != ENT_OK) {
        fprintf(stderr, "build_snapshot: %s\n", err.message);
        return 1;
    }
    return 0;
}
