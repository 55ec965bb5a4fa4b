/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as a forum, as a list of members, as an institution and as keys of citations. The first two bytes choose
 * the year; small groups are audited too.
 */
#include "world/world.h"

#include <entente/groups.h>
#include <entente/history.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static ent_world *world;
static ent_params *params;

static void open_world(void) {
    ent_store *store = NULL;
    if (ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ||
        ent_params_new(world, NULL, &params, NULL) != ENT_OK)
        abort();
    ent_store_close(store);
}

static void close_world(void) {
    ent_params_free(params);
    ent_world_close(world);
}

static void check(bool good) {
    if (!good) abort();
}

static void check_error(ent_status st, const ent_error *err) {
    check(st == ENT_OK || (err->status == st && *err->message != 0));
}

static void check_group(const ent_group *group) {
    check(group->id != NULL && group->name != NULL && group->count >= 2 && group->count <= ENT_GROUP_MAX);
    for (size_t m = 1; m < group->count; m++)
        check(group->codes[m] > group->codes[m - 1]);
}

static void try_audit(const ent_group *group, int year) {
    ent_error err = {.status = ENT_OK};
    ent_audit_options options = ent_audit_options_default(world);
    ent_audit *audit = NULL;
    ent_status st;
    if (group->count > 6) return; /* each takes milliseconds */
    options.year = year;
    options.draws = 3;
    st = ent_audit_run(world, params, group, &options, &audit, &err);
    check((st == ENT_OK) == (audit != NULL));
    check_error(st, &err);
    if (audit != NULL) check(audit->members_count == group->count && *audit->sentence != 0);
    ent_audit_free(audit);
}

static void try_groups(const char *text, int year) {
    ent_error err = {.status = ENT_OK};
    ent_group group;
    ent_status st = ent_group_find(world, text, year, &group, &err);
    check_error(st, &err);
    if (st == ENT_OK) check_group(&group);
    err.status = ENT_OK;
    st = ent_group_parse(world, text, year, &group, &err);
    check_error(st, &err);
    if (st != ENT_OK) return;
    check_group(&group);
    try_audit(&group, year);
}

static void try_institution(const char *text, int year) {
    ent_error err = {.status = ENT_OK};
    ent_institution *found = NULL;
    ent_status st = ent_institution_run(world, text, year, &found, &err);
    check((st == ENT_OK) == (found != NULL));
    check_error(st, &err);
    ent_institution_free(found);
}

/* The words of the text as keys. */
static void try_cite(char *text) {
    ent_error err = {.status = ENT_OK};
    const char *keys[64];
    size_t count = 0;
    char *out = NULL, *rest = NULL;
    ent_status st;
    for (char *word = strtok_r(text, " ,;\n", &rest); word != NULL && count < 64; word = strtok_r(NULL, " ,;\n", &rest))
        keys[count++] = word;
    st = ent_cite_keys(world, keys, count, &out, &err);
    check((st == ENT_OK) == (out != NULL));
    check_error(st, &err);
    ent_free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    int year = size < 2 ? 2014 : 1930 + (bytes[0] | bytes[1] << 8) % 110;
    char *text;
    if (world == NULL) {
        open_world();
        if (atexit(close_world) != 0) abort();
    }
    text = malloc(size + 1);
    if (text == NULL) abort();
    if (size > 2) memcpy(text, bytes + 2, size - 2);
    text[size > 2 ? size - 2 : 0] = 0;
    try_groups(text, year);
    try_institution(text, size > 2 && bytes[0] == 0xff ? ENT_MISSING : year);
    try_cite(text);
    free(text);
    return 0;
}
