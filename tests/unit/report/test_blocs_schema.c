/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of landscapes, wedges, durability and blocs against docs/schema/; damaged answers fail; graph files are XML. */
#include <entente/entente.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "schema.h"

static ent_store *store;
static ent_world *world;
static const ent_layout layout = {.format = ENT_JSON};

static json_t *parsed(char *text) {
    json_t *json = json_loads(text, 0, NULL);
    ent_free(text);
    assert_non_null(json);
    return json;
}

static void expect_valid(json_t *json, const char *what) {
    *why = 0;
    if (!valid(schema, json, "answer")) fail_msg("%s: %s", what, why);
    json_decref(json);
}

static void expect_refused(json_t *json) {
    *why = 0;
    assert_false(valid(schema, json, "answer"));
    json_decref(json);
}

static void use(const char *name) {
    json_decref(schema);
    schema = load_schema(name);
    if (schema == NULL) skip();
}

static void group_of(const char *forum, const char *members, int year, ent_group *group) {
    ent_error err = {0};
    if ((forum != NULL ? ent_group_find(world, forum, year, group, &err)
                       : ent_group_parse(world, members, year, group, &err)) != ENT_OK)
        fail_msg("%s", err.message);
}

static json_t *landscape(const char *members, int year, const int *poles) {
    ent_error err = {0};
    ent_landscape_input *in = NULL;
    ent_landscape *out = NULL;
    ent_group group;
    char *text = NULL;
    group_of(NULL, members, year, &group);
    if (ent_landscape_of_year(world, NULL, &group, year, poles, &in, &err) != ENT_OK ||
        ent_landscape_run(in, NULL, &out, &err) != ENT_OK ||
        ent_report_landscape(out, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%s: %s", members, err.message);
    ent_landscape_free(out);
    ent_landscape_input_free(in);
    return parsed(text);
}

static void test_landscapes(void **state) {
    static const int poles[] = {2, 365};
    json_t *bad;
    (void)state;
    use("landscape");
    expect_valid(landscape("usa,ussr", 1962, poles), "two");
    expect_valid(landscape("usa,uk,france,ussr,china,poland,india,pakistan", 1962, poles), "eight");
    expect_valid(
        landscape("usa,uk,france,germany,italy,spain,poland,russia,china,japan,india,pakistan,iran,iraq,turkey,"
                  "egypt,israel,brazil,mexico,canada,australia,indonesia,vietnam,thailand,ukraine",
                  2018, NULL),
        "twenty-five");
    bad = landscape("usa,ussr,china", 1962, NULL);
    json_object_del(bad, "exact");
    expect_refused(bad);
}

static json_t *wedge(const char *forum, const char *members, int by, int year, int rule) {
    ent_error err = {0};
    ent_wedge_options options = ent_wedge_options_default(world);
    ent_wedge *out = NULL;
    ent_group group;
    char *text = NULL;
    group_of(forum, members, year, &group);
    options.year = year;
    options.by = by;
    options.rule = rule;
    if (ent_wedge_run(world, NULL, &group, &options, &out, &err) != ENT_OK ||
        ent_report_wedge(out, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%s, %d: %s", forum, year, err.message);
    ent_wedge_free(out);
    return parsed(text);
}

static void test_wedges(void **state) {
    json_t *bad;
    (void)state;
    use("wedge");
    expect_valid(wedge("eu", NULL, 710, 2021, ENT_QMV), "eu");
    expect_valid(wedge("nato", NULL, 365, 2021, ENT_MISSING), "nato");
    expect_valid(wedge("china-ceec", NULL, 710, 2020, ENT_MISSING), "17+1");
    expect_valid(wedge(NULL, "usa,japan,india,australia", 710, 2021, ENT_MAJORITY), "quad");
    expect_valid(wedge("nam", NULL, 710, 2000, ENT_MAJORITY), "over a hundred members");
    bad = wedge("eu", NULL, 710, 2021, ENT_QMV);
    json_object_set_new(json_array_get(json_object_get(bad, "members"), 0), "support", json_real(1.5));
    expect_refused(bad);
}

static json_t *durability(const char *forum, const char *members, int year) {
    ent_error err = {0};
    ent_durability_options options = ent_durability_options_default(world);
    ent_durability *out = NULL;
    ent_group group;
    char *text = NULL;
    group_of(forum, members, year, &group);
    options.year = year;
    options.runs = 50;
    if (ent_durability_run(world, NULL, &group, &options, &out, &err) != ENT_OK ||
        ent_report_durability(out, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%s, %d: %s", forum, year, err.message);
    ent_durability_free(out);
    return parsed(text);
}

static void test_durability(void **state) {
    json_t *bad;
    (void)state;
    use("durability");
    expect_valid(durability("warsaw-pact", NULL, 1989), "warsaw-pact");
    expect_valid(durability("nato", NULL, 2021), "nato");
    expect_valid(durability("csto", NULL, 2021), "csto");
    expect_valid(durability(NULL, "china,north korea", 2021), "a pair");
    bad = durability("csto", NULL, 2021);
    json_object_set_new(bad, "judged", json_integer(0));
    expect_refused(bad);
}

static json_t *blocs(int year, int first, int second) {
    ent_error err = {0};
    ent_blocs_options options = ent_blocs_options_default(world);
    ent_blocs *out = NULL;
    char *text = NULL;
    options.year = year;
    options.pole[0] = first;
    options.pole[1] = second;
    if (ent_blocs_run(world, NULL, &options, &out, &err) != ENT_OK ||
        ent_report_blocs(out, &layout, &text, NULL, &err) != ENT_OK)
        fail_msg("%d: %s", year, err.message);
    ent_blocs_free(out);
    return parsed(text);
}

static void test_blocs(void **state) {
    json_t *bad;
    (void)state;
    use("blocs");
    expect_valid(blocs(1946, ENT_MISSING, ENT_MISSING), "1946");
    expect_valid(blocs(1962, 2, 365), "1962");
    expect_valid(blocs(2021, 750, 770), "2021");
    bad = blocs(1962, ENT_MISSING, ENT_MISSING);
    json_object_del(json_object_get(bad, "frustration"), "exact");
    expect_refused(bad);
}

/* Tags open and close in order, and names with & and < are escaped: enough of XML for files we write ourselves. */
static void expect_xml(const char *text) {
    char open[32][32];
    size_t depth = 0;
    for (const char *p = strchr(text, '<'); p != NULL; p = strchr(p + 1, '<')) {
        const char *end = strchr(p, '>');
        size_t size = strcspn(p + 1, " />");
        assert_non_null(end);
        if (p[1] == '?') continue;
        if (p[1] == '/') {
            size = strcspn(p + 2, ">");
            assert_true(depth > 0 && strlen(open[depth - 1]) == size && strncmp(open[depth - 1], p + 2, size) == 0);
            depth--;
        } else if (end[-1] != '/') {
            assert_true(depth < 32 && size < 32);
            memcpy(open[depth], p + 1, size);
            open[depth++][size] = 0;
        }
    }
    assert_int_equal(depth, 0);
}

static void test_graphs(void **state) {
    ent_error err = {0};
    ent_blocs_options options = ent_blocs_options_default(world);
    ent_blocs *found = NULL;
    ent_network *network = NULL;
    char *text = NULL, *again = NULL;
    (void)state;
    options.year = 1962;
    assert_int_equal(ent_blocs_run(world, NULL, &options, &found, &err), ENT_OK);
    assert_int_equal(ent_network_collect(world, NULL, 1962, 1962, 1, &network, &err), ENT_OK);
    assert_int_equal(ent_report_graphml(found, network, &text, NULL, &err), ENT_OK);
    expect_xml(text);
    assert_non_null(strstr(text, "<node id=\"n365\">"));
    assert_non_null(strstr(text, "<data key=\"sign\">-1</data>"));
    ent_free(text);
    ent_network_free(network);
    assert_int_equal(ent_network_collect(world, NULL, 1953, 1957, 1, &network, &err), ENT_OK);
    assert_int_equal(ent_report_gexf(network, &text, NULL, &err), ENT_OK);
    expect_xml(text);
    /* Austria and the USSR have a treaty only from 1955: a spell inside the years. The Warsaw Pact begins in 1955. */
    assert_non_null(strstr(text, "<spell start=\"1955\" end=\"1957\"/>"));
    assert_non_null(strstr(text, "mode=\"dynamic\""));
    assert_int_equal(ent_report_gexf(network, &again, NULL, &err), ENT_OK);
    assert_string_equal(text, again);
    ent_free(text);
    ent_free(again);
    ent_network_free(network);
    network = NULL;
    assert_int_equal(ent_network_collect(world, NULL, 1960, 1950, 1, &network, &err), ENT_E_RANGE);
    assert_int_equal(ent_network_collect(world, NULL, 1900, 1950, 1, &network, &err), ENT_E_RANGE);
    assert_null(network);
    ent_blocs_free(found);
}

static int set_up(void **state) {
    (void)state;
    return ent_store_open(NULL, &store, NULL) != ENT_OK || ent_world_open(store, &world, NULL) != ENT_OK ? -1 : 0;
}

static int tear_down(void **state) {
    (void)state;
    json_decref(schema);
    ent_world_close(world);
    ent_store_close(store);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_landscapes), cmocka_unit_test(test_wedges),
                                       cmocka_unit_test(test_durability), cmocka_unit_test(test_blocs),
                                       cmocka_unit_test(test_graphs)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
