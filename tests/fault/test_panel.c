/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels and manifests with each allocation failing: a clear error, no leak, or the same bytes as ever. */
#include "support/failing.h"
#include "support/panels.h"

static failing memory;
static panel_data data;

static int setup(void **state) {
    (void)state;
    failing_use(&memory);
    data = panel_data_open(NULL);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    panel_data_close(&data);
    ent_alloc_use(NULL);
    return 0;
}

/* Into a block of the library's own, so that the caller may free it as one. */
static ent_status write_panel(const ent_panel *p, ent_file_format format, char **text, ent_error *err) {
    panel_bytes out = {NULL, 0, 0};
    ent_status st = ent_panel_write(p, format, panel_take, &out, err);
    if (st == ENT_OK) {
        *text = enti_alloc(out.size + 1, 1);
        if (*text == NULL) st = enti_no_memory(err);
        for (size_t i = 0; i < out.size && *text != NULL; i++)
            (*text)[i] = (char)(out.at[i] == 0 ? 1 : out.at[i]); /* a text for the comparison */
    }
    free(out.at);
    return st;
}

static ent_status make(ent_unit unit, const char *add, const char *spell, ent_file_format format, char **text,
                       ent_error *err) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p = NULL;
    ent_status st;
    o.unit = unit;
    o.first = o.last = 2010;
    o.add = add;
    o.spell = spell;
    o.only[0] = 710;
    o.only[1] = 365;
    st = ent_panel_open(data.store, data.world, &o, &p, err);
    if (st == ENT_OK) st = write_panel(p, format, text, err);
    ent_panel_close(p);
    return st;
}

static ent_status make_dyads(char **text, ent_error *err) {
    return make(ENT_DYAD_YEAR, "contiguity,treaty:defense,distance:capdist,values:product,capability:ratio", NULL,
                ENT_FILE_CSV, text, err);
}

static ent_status make_clock(char **text, ent_error *err) {
    return make(ENT_DYAD_YEAR, "rivalry:strategic", "rivalry:strategic", ENT_FILE_DTA, text, err);
}

static ent_status make_similarity(char **text, ent_error *err) {
    return make(ENT_DIRECTED_DYAD_YEAR, "similarity:s_bin,threat:gain", NULL, ENT_FILE_JSON, text, err);
}

static ent_status make_leaders(char **text, ent_error *err) {
    return make(ENT_LEADER_YEAR, "capability", NULL, ENT_FILE_TSV, text, err);
}

static ent_status make_manifest(char **text, ent_error *err) {
    ent_panel_options o = ent_panel_options_default();
    ent_manifest m = {.options = o, .version = "1", .data_label = "x", .output_digest = "y"};
    ent_panel *p = NULL;
    ent_status st;
    o.first = o.last = 2010;
    o.unit = ENT_STATE_YEAR;
    st = ent_panel_open(data.store, data.world, &o, &p, err);
    if (st == ENT_OK) st = ent_manifest_write(&m, p, text, err);
    ent_panel_close(p);
    return st;
}

static void test_panels(void **state) {
    (void)state;
    failing_check(&memory, "dyad-years", make_dyads);
    failing_check(&memory, "clocks", make_clock);
    failing_check(&memory, "similarity and engines", make_similarity);
    failing_check(&memory, "leader-years", make_leaders);
}

static void test_manifests(void **state) {
    (void)state;
    failing_check(&memory, "manifest", make_manifest);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_panels), cmocka_unit_test(test_manifests)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
