/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Column maps: files of no known data set, and every mistake a map can have. */
#include "support/importing.h"
#include "support/statfile.h"

static imports w;
static char *map;

static int setup(void **state) {
    (void)state;
    w = imports_new();
    map = text_of("%s/map.json", w.folder);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    free(map);
    imports_free(&w);
    return 0;
}

static ent_import_options with_map(const char *json) {
    ent_import_options options = ent_import_options_default();
    file_write(map, json, strlen(json));
    options.map = map;
    return options;
}

/* Member spells with dates in parts: left open where the end is 0. */
static void test_member_spells(void **state) {
    ent_import_options options = with_map(
        "{\"dataset\": \"pacts\", \"title\": \"Pacts of mine\", \"unit\": \"member-spell\", \"version\": \"1.2\","
        " \"licence\": \"mine\", \"citation\": \"Me 2026\", \"coverage\": \"zero\", \"columns\": ["
        " {\"name\": \"pact\", \"from\": \"id\", \"kind\": \"integer\", \"key\": true, \"required\": true},"
        " {\"name\": \"ccode\", \"from\": \"iso\", \"kind\": \"state\", \"scheme\": \"iso3\"},"
        " {\"name\": \"iso3\", \"from\": \"iso\", \"key\": true},"
        " {\"name\": \"start\", \"kind\": \"date\", \"from\": [\"y0\", \"m0\", \"d0\"], \"missing\": [\"-9\", \"NA\"]},"
        " {\"name\": \"end\", \"kind\": \"date\", \"from\": [\"y1\", \"m1\", \"d1\"]},"
        " {\"name\": \"defence\", \"kind\": \"flag\", \"missing\": [\"-9\"]},"
        " {\"name\": \"depth\", \"kind\": \"real\", \"low\": 0, \"high\": 1, \"unit\": \"index\", \"description\": "
        "\"d\"}]}");
    ent_import_result r = import_with(&w,
                                      "id,iso,y0,m0,d0,y1,m1,d1,defence,depth\n7,AUS,1951,9,1,0,0,0,1,0.25\n"
                                      "7,NZL,1951,-9,NA,1986,8,12,-9,\n",
                                      &options);
    (void)state;
    assert_string_equal(r.dataset, "pacts");
    assert_string_equal(r.version, "1.2");
    expect_rows(&w, "SELECT * FROM import_pacts",
                "1|2|7|900|AUS|1951-09-01|-|1|0.25|1 1|3|7|920|NZL|1951|1986-08-12|-|-|0");
    expect_rows(&w, "SELECT title, unit, licence, citation FROM imports", "Pacts of mine|member-spell|mine|Me 2026");
    expect_rows(&w, "SELECT unit, description FROM import_columns WHERE name = 'depth'", "index|d");
    expect_refused_text(&w, "id,iso,y0,m0,d0,y1,m1,d1,defence,depth\n7,AUS,1951,9,1,0,0,0,1,1.25\n", &options,
                        ENT_E_PARSE, 2, 10, "depth is \"1.25\", expected 0 to 1");
    expect_refused_text(&w, "id,iso\n7,AUS\n", &options, ENT_E_MISSING, 1, 0, "pacts is expected to have \"y0+m0+d0\"");
}

/* State-years, dyad-years and dyadic spells; letters are what the map says they are. */
static void test_other_units(void **state) {
    ent_import_options options = with_map(
        "{\"dataset\": \"scores\", \"unit\": \"state-year\", \"columns\": ["
        "{\"name\": \"ccode\", \"from\": \"abb\", \"kind\": \"state\", \"scheme\": \"cow-abbrev\", \"key\": true},"
        "{\"name\": \"year\", \"from\": \"session\", \"add\": 1945, \"kind\": \"integer\", \"key\": true}]}");
    (void)state;
    import_with(&w, "abb,session\nAUS,1\nSWZ,1\n", &options);
    expect_rows(&w, "SELECT ccode, year FROM import_scores", "305|1946 225|1946");
    options = with_map(
        "{\"dataset\": \"spells\", \"unit\": \"dyad-spell\", \"coverage\": \"last\", \"columns\": ["
        "{\"name\": \"ccode1\", \"from\": \"a\", \"kind\": \"state\", \"scheme\": \"cow\", \"key\": true},"
        "{\"name\": \"ccode2\", \"from\": \"b\", \"kind\": \"state\", \"scheme\": \"gw\", \"key\": true},"
        "{\"name\": \"start\", \"kind\": \"month\", \"key\": true}, {\"name\": \"end\", \"kind\": \"date\"}]}");
    import_with(&w, "a,b,start,end\n2,260,1970-05-01,2000\n2,260,1995-05-01,2020\n", &options);
    expect_rows(&w, "SELECT ccode1, ccode2, start, \"end\", ongoing FROM import_spells",
                "2|260|1970-05|2000|0 2|255|1995-05|-|1");
}

/* Stata, SPSS and SAS files come in as CSV does; their missing values are missing, and lines count observations. */
static void test_statistics_files(void **state) {
    ent_import_options options = with_map(
        "{\"dataset\": \"scores\", \"unit\": \"other\", \"columns\": ["
        "{\"name\": \"code\", \"kind\": \"integer\", \"key\": true}, {\"name\": \"score\", \"kind\": \"real\"},"
        "{\"name\": \"name\"}]}");
    (void)state;
    for (stat_kind kind = MAKE_DTA; kind < MAKE_KINDS; kind++) {
        enti_text file = stat_file(kind, 12);
        ent_import_result r;
        ent_error err;
        must(import_try(&w, file.at, file.size, &options, &r, &err), &err);
        assert_int_equal(r.rows, 12);
        expect_rows(
            &w,
            "SELECT line, code, score, name FROM import_scores WHERE code IN (1, 7, 10) AND import = (SELECT max(id)"
            " FROM imports)",
            "1|1|0.25|state 1 7|7|1.75|- 10|10|-|state 10");
        enti_text_clear(&file);
    }
}

static void expect_bad(const char *json, const char *words) {
    ent_import_options options = with_map(json);
    ent_import_result result;
    ent_error err;
    ent_status st = import_try(&w, "a,b\n1,2\n", 8, &options, &result, &err);
    if (st != ENT_E_PARSE) fail_msg("%s: %s", ent_status_name(st), err.message);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
    assert_int_equal(access(w.database, F_OK), -1);
}

#define COLUMNS(text) "{\"dataset\": \"mine\", \"columns\": [" text "]}"

static void test_mistakes(void **state) {
    ent_import_options options = with_map("{}");
    ent_error err;
    (void)state;
    expect_bad("{\"dataset\": ", "map.json:1:");
    expect_bad("[]", "a column map is a JSON object");
    expect_bad("{\"dataset\": \"nmc\", \"columns\": []}", "that no known data set has");
    expect_bad("{\"dataset\": \"My-Data\", \"columns\": []}", "\"dataset\" is \"My-Data\"");
    expect_bad("{\"dataset\": \"x; DROP\", \"columns\": []}", "small letters, digits and underscores");
    expect_bad("{\"dataset\": 3, \"columns\": []}", "\"dataset\" is not a text");
    expect_bad("{\"dataset\": \"mine\", \"colums\": []}", "\"colums\" is no key of a column map");
    expect_bad("{\"dataset\": \"mine\", \"unit\": \"state\", \"columns\": []}", "\"unit\" is \"state\"");
    expect_bad("{\"dataset\": \"mine\", \"coverage\": \"all\", \"columns\": []}", "\"coverage\" is \"all\"");
    expect_bad(COLUMNS(""), "a list of 1 to 1000 columns");
    expect_bad(COLUMNS("3"), "\"columns\" is a list of objects");
    expect_bad(COLUMNS("{\"name\": \"import\"}"), "cannot name a column");
    expect_bad(COLUMNS("{\"name\": \"a\\\" b\"}"), "cannot name a column");
    expect_bad(COLUMNS("{\"name\": \"a\", \"kind\": \"number\"}"), "kind of a is \"number\"");
    expect_bad(COLUMNS("{\"name\": \"a\", \"kind\": \"state\"}"), "has a \"scheme\"");
    expect_bad(COLUMNS("{\"name\": \"a\", \"kind\": \"state\", \"scheme\": \"iso\"}"), "has a \"scheme\"");
    expect_bad(COLUMNS("{\"name\": \"a\", \"scheme\": \"iso3\"}"), "has a \"scheme\"");
    expect_bad(COLUMNS("{\"name\": \"a\", \"from\": \"x|y\", \"key\": true}"), "holds what is no column name");
    expect_bad(COLUMNS("{\"name\": \"a\", \"from\": []}"), "has 0 names");
    expect_bad(COLUMNS("{\"name\": \"a\", \"missing\": [3]}"), "\"missing\" of a");
    expect_bad(COLUMNS("{\"name\": \"a\", \"missing\": [\"not known\"]}"), "\"missing\" of a");
    expect_bad(COLUMNS("{\"name\": \"a\", \"low\": 3}"), "\"low\" < \"high\"");
    expect_bad(COLUMNS("{\"name\": \"a\", \"low\": 3, \"high\": 3}"), "\"low\" < \"high\"");
    expect_bad(COLUMNS("{\"name\": \"a\", \"add\": 3}"), "\"add\" of a");
    expect_bad(COLUMNS("{\"name\": \"a\"}"), "0 columns are marked");
    expect_bad(COLUMNS("{\"name\": \"a\", \"key\": true}, {\"name\": \"a\"}"), "two columns are called a");
    expect_bad("{\"dataset\": \"mine\", \"coverage\": \"last\", \"columns\": [{\"name\": \"a\", \"key\": true}]}",
               "needs a column called end");
    options.map = "/no/such/map.json";
    assert_int_equal(import_try(&w, "a\n1\n", 4, &options, NULL, &err), ENT_E_IO);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(test_member_spells), TEST(test_other_units), TEST(test_statistics_files),
                                       TEST(test_mistakes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
