/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landscapes, wedges, durability, blocs and networks with their n-th allocation failing: no crash, no leak, memory named
 * as the cause, and no answer that is less than whole. igraph's own memory is not reached. */
#include "base/base.h"
#include "ingest/landscape_file.h"
#include "support/failing.h"

#include <entente/entente.h>

static failing memory;
static ent_store *store;
static ent_world *world;
static ent_params *params;
static const ent_layout layouts[] = {{.format = ENT_TABLE, .width = 100, .explain = 1}, {.format = ENT_JSON}};

static int setup(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    failing_use(&memory);
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_world_open(store, &world, &err), &err);
    must(ent_params_new(world, NULL, &params, &err), &err);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_params_free(params);
    ent_world_close(world);
    ent_store_close(store);
    ent_alloc_use(NULL);
    return memory.live == 0 ? 0 : -1;
}

static ent_status read_file(char **text, ent_error *err) {
    static const char states[] = "code,name,size,camp\nA,Alpha,1,x\nB,,2,x\nC,,3,y\n";
    static const char pairs[] = "a,b,propensity\nA,B,1\nA,C,-1\nB,C,0\n";
    ent_status st = ENT_OK;
    enti_csv *first = NULL, *second = NULL;
    ent_landscape_input *in = NULL;
    ent_landscape *out = NULL;
    ENT_TRY(enti_csv_open_bytes(states, sizeof states - 1, "states", &first, err));
    ENT_TRY(enti_csv_open_bytes(pairs, sizeof pairs - 1, "pairs", &second, err));
    ENT_TRY(enti_landscape_parse(first, second, &in, err));
    ENT_TRY(ent_landscape_run(in, NULL, &out, err));
    ENT_TRY(ent_report_landscape(out, &layouts[1], text, NULL, err));
done:
    ent_landscape_free(out);
    ent_landscape_input_free(in);
    enti_csv_close(first);
    enti_csv_close(second);
    return st;
}

static ent_status landscape(char **text, ent_error *err) {
    static const int poles[] = {2, 365};
    ent_status st = ENT_OK;
    ent_landscape_input *in = NULL;
    ent_landscape *out = NULL;
    ent_group group;
    ENT_TRY(ent_group_parse(world, "usa,ussr,uk,poland,india", 1962, &group, err));
    ENT_TRY(ent_landscape_of_year(world, params, &group, 1962, poles, &in, err));
    ENT_TRY(ent_landscape_run(in, NULL, &out, err));
    ENT_TRY(ent_report_landscape(out, &layouts[0], text, NULL, err));
done:
    ent_landscape_free(out);
    ent_landscape_input_free(in);
    return st;
}

static ent_status wedge_as(const char *members, int format, char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_wedge_options options = ent_wedge_options_default(world);
    ent_wedge *out = NULL;
    ent_group group;
    options.year = 2021;
    options.by = 710;
    options.rule = ENT_UNANIMITY;
    ENT_TRY(ent_group_parse(world, members, 2021, &group, err));
    ENT_TRY(ent_wedge_run(world, params, &group, &options, &out, err));
    ENT_TRY(ent_report_wedge(out, &layouts[format], text, NULL, err));
done:
    ent_wedge_free(out);
    return st;
}

static ent_status wedge_qmv(char **text, ent_error *err) {
    return wedge_as("germany,france,lithuania,malta", 1, text, err);
}

static ent_status wedge_heads(char **text, ent_error *err) {
    return wedge_as("usa,japan,china,australia", 0, text, err);
}

static ent_status durability(char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_durability_options options = ent_durability_options_default(world);
    ent_durability *out = NULL;
    ent_group group;
    options.year = 1989;
    options.runs = 3;
    ENT_TRY(ent_group_parse(world, "ussr,poland,hungary", 1989, &group, err));
    ENT_TRY(ent_durability_run(world, params, &group, &options, &out, err));
    ENT_TRY(ent_report_durability(out, &layouts[0], text, NULL, err));
done:
    ent_durability_free(out);
    return st;
}

static ent_status blocs(char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_blocs_options options = ent_blocs_options_default(world);
    ent_blocs *out = NULL;
    options.year = 1946;
    ENT_TRY(ent_blocs_run(world, params, &options, &out, err));
    ENT_TRY(ent_report_blocs(out, &layouts[0], text, NULL, err));
done:
    ent_blocs_free(out);
    return st;
}

static ent_status network(char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_network *out = NULL;
    ENT_TRY(ent_network_collect(world, params, 1946, 1946, 1, &out, err));
    ENT_TRY(ent_report_gexf(out, text, NULL, err));
done:
    ent_network_free(out);
    return st;
}

static void test_landscapes(void **state) {
    (void)state;
    failing_check(&memory, "file", read_file);
    failing_check(&memory, "year", landscape);
}

static void test_wedges(void **state) {
    (void)state;
    failing_check(&memory, "qmv", wedge_qmv);
    failing_check(&memory, "heads", wedge_heads);
}

static void test_durability(void **state) {
    (void)state;
    failing_check(&memory, "durability", durability);
}

static void test_blocs(void **state) {
    (void)state;
    failing_check(&memory, "blocs", blocs);
    failing_check(&memory, "network", network);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_landscapes), cmocka_unit_test(test_wedges),
                                       cmocka_unit_test(test_durability), cmocka_unit_test(test_blocs)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
