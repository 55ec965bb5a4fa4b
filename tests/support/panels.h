/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels for tests: opened from a database, looked into by codes and year, written into memory. */
#ifndef TESTS_PANELS_H
#define TESTS_PANELS_H

#include "support/database.h"

typedef struct {
    ent_store *store;
    ent_world *world;
} panel_data;

/* NULL opens the snapshot. */
static inline panel_data panel_data_open(const char *path) {
    ent_error err = {.status = ENT_OK};
    panel_data d = {NULL, NULL};
    must(ent_store_open(path, &d.store, &err), &err);
    must(ent_world_open(d.store, &d.world, &err), &err);
    return d;
}

static inline void panel_data_close(panel_data *d) {
    ent_world_close(d->world);
    ent_store_close(d->store);
}

static inline ent_panel *panel_from(const panel_data *d, const ent_panel_options *options) {
    ent_error err = {.status = ENT_OK};
    ent_panel *panel = NULL;
    must(ent_panel_open(d->store, d->world, options, &panel, &err), &err);
    return panel;
}

static inline size_t panel_column(const ent_panel *p, const char *name) {
    size_t column = ent_panel_find(p, name);
    if (column == SIZE_MAX) fail_msg("the panel has no column %s", name);
    return column;
}

/* Row of a dyad in a year, or SIZE_MAX; the first three columns are the identifiers. */
static inline size_t panel_row(const ent_panel *p, int a, int b, int year) {
    const int wanted[3] = {a, b, year};
    size_t low = 0, high = ent_panel_rows(p);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = 0;
        for (size_t c = 0; c < 3 && order == 0; c++)
            order = (int)ent_panel_value(p, middle, c) - wanted[c];
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

/* Value of a dyad in a year by the name of a column. */
static inline double panel_at(const ent_panel *p, int a, int b, int year, const char *name) {
    size_t row = panel_row(p, a, b, year);
    if (row == SIZE_MAX) fail_msg("no row %d, %d, %d", a, b, year);
    return ent_panel_value(p, row, panel_column(p, name));
}

typedef struct {
    char *at;
    size_t size, room;
} panel_bytes;

static inline int panel_take(void *context, const void *bytes, size_t size) {
    panel_bytes *b = context;
    if (b->size + size + 1 > b->room) {
        b->room = 2 * (b->size + size + 1);
        b->at = realloc(b->at, b->room);
        assert_non_null(b->at);
    }
    memcpy(b->at + b->size, bytes, size);
    b->size += size;
    b->at[b->size] = 0;
    return 0;
}

/* The panel as a file in memory; the caller frees it. */
static inline panel_bytes panel_written(const ent_panel *p, ent_file_format format) {
    ent_error err = {.status = ENT_OK};
    panel_bytes out = {NULL, 0, 0};
    must(ent_panel_write(p, format, panel_take, &out, &err), &err);
    return out;
}

#endif
