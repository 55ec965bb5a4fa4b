/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most tests need: a world, and reading of reference tables. */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include "ingest/csv.h"
#include "theory/params.h"
#include "world/world.h"

#include <entente/entente.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    ent_world *world;
    ent_params *params;
} fixture;

static inline void must(ent_status st, const ent_error *err) {
    if (st != ENT_OK) fail_msg("%s: %s", ent_status_name(st), err->message);
}

static inline fixture fixture_open(void) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    fixture f = {NULL, NULL};
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_world_open(store, &f.world, &err), &err);
    ent_store_close(store);
    must(ent_params_new(f.world, NULL, &f.params, &err), &err);
    return f;
}

static inline void fixture_close(fixture *f) {
    ent_params_free(f->params);
    ent_world_close(f->world);
}

/* Opens a table of the reference folder, or skips the test where there is none. */
static inline enti_csv *reference_open(const char *name) {
    const char *shared = getenv("ENTENTE_SHARED");
    char path[1024];
    ent_error err = {.status = ENT_OK};
    enti_csv *csv = NULL;
    if (shared == NULL) skip();
    (void)snprintf(path, sizeof path, "%s/reference/%s", shared, name);
    must(enti_csv_open(path, name, &csv, &err), &err);
    return csv;
}

static inline bool reference_next(enti_csv *csv) {
    ent_error err = {.status = ENT_OK};
    bool more = false;
    must(enti_csv_next(csv, &more, &err), &err);
    return more;
}

static inline const char *field(const enti_csv *csv, const char *column) {
    size_t index = enti_csv_find(csv, column);
    if (index == SIZE_MAX) fail_msg("the reference has no column %s", column);
    return enti_csv_text(csv, index);
}

/* NaN for an empty field. */
static inline double number(const enti_csv *csv, const char *column) {
    const char *text = field(csv, column);
    return *text == 0 ? NAN : strtod(text, NULL);
}

static inline int integer(const enti_csv *csv, const char *column) {
    return (int)number(csv, column);
}

/* Compares with a reference figure, relative above 1; empty means not known. */
static inline int differs(const char *what, double expected, double found, double tolerance) {
    if (isnan(expected) && isnan(found)) return 0;
    if (fabs(expected - found) <= tolerance * fmax(1, fabs(expected))) return 0;
    print_error("%s: expected %.10g, found %.10g\n", what, expected, found);
    return 1;
}

static inline int differs_text(const char *what, const char *expected, const char *found) {
    if (strcmp(expected, found) == 0) return 0;
    print_error("%s: expected \"%s\", found \"%s\"\n", what, expected, found);
    return 1;
}

#endif
