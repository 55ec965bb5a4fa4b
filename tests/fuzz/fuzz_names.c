/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a state's name, in any year: found, or one clear line. The first two bytes choose the year. */
#include "world/world.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static ent_world *world;

static void open_world(void) {
    ent_store *store = NULL;
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) abort();
    ent_store_close(store);
}

static void close_world(void) {
    ent_world_close(world);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_error err = {.status = ENT_OK};
    ent_entity found = {.code = 0};
    char note[160];
    char *text;
    int year = size < 2 ? ENT_MISSING : 1800 + (bytes[0] | bytes[1] << 8) % 300;
    ent_status st;
    if (world == NULL) {
        open_world();
        if (atexit(close_world) != 0) abort();
    }
    if (size > 0 && bytes[0] == 0xff) year = ENT_MISSING;
    text = malloc(size + 1);
    if (text == NULL) abort();
    if (size > 2) memcpy(text, bytes + 2, size - 2);
    text[size > 2 ? size - 2 : 0] = 0;
    st = ent_world_find(world, text, year, &found, note, &err);
    if ((st == ENT_OK) != (found.code != 0)) abort();
    if (st != ENT_OK && (err.status != st || *err.message == 0)) abort();
    if (memchr(note, 0, sizeof note) == NULL) abort();
    free(text);
    return 0;
}
