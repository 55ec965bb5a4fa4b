/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as the lists of a panel: --add, --lag, --spell and --knots, parted by line ends. The first byte chooses the
 * unit and the rule for directions. Rows are those of two states in two years, so that every fill may run.
 */
#include "world/world.h"

#include <entente/panel.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static ent_store *store;
static ent_world *world;

static void open_world(void) {
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK) abort();
}

static void close_world(void) {
    ent_world_close(world);
    ent_store_close(store);
}

static int count_bytes(void *context, const void *bytes, size_t size) {
    (void)bytes;
    *(size_t *)context += size;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_panel_options o = ent_panel_options_default();
    ent_error err = {.status = ENT_OK};
    ent_panel *panel = NULL;
    ent_status st;
    const char **lists[] = {&o.add, &o.lag, &o.spell, &o.knots};
    char *text, *at;
    if (size < 1 || size > 4096) return 0;
    if (world == NULL) {
        open_world();
        (void)atexit(close_world);
    }
    text = at = malloc(size);
    if (text == NULL) abort();
    memcpy(text, bytes + 1, size - 1);
    text[size - 1] = 0;
    for (size_t i = 0; i < 4 && at != NULL; i++) {
        char *line = at, *end = strchr(at, '\n');
        at = end == NULL ? NULL : end + 1;
        if (end != NULL) *end = 0;
        if (*line != 0) *lists[i] = line;
    }
    o.unit = (ent_unit)(bytes[0] & 3);
    o.undirected = (ent_undirected)((bytes[0] >> 2) % 3);
    o.first = 2010;
    o.last = 2011;
    o.only[0] = 710;
    o.only[1] = 365;
    st = ent_panel_open(store, world, &o, &panel, &err);
    if ((st == ENT_OK) != (panel != NULL)) abort();
    if (st != ENT_OK && (err.status != st || *err.message == 0 || strchr(err.message, '\n') != NULL)) abort();
    if (panel != NULL) {
        size_t written = 0;
        if (ent_panel_write(panel, ENT_FILE_CSV, count_bytes, &written, &err) != ENT_OK || written == 0) abort();
    }
    ent_panel_close(panel);
    free(text);
    return 0;
}
