/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own rows over the tables of the snapshot: laid, seen by every answer, replaced, refused, taken away. */
#include "support/importing.h"
#include "store/store.h"
#include "world/year.h"

#include <entente/overlay.h>

static imports w;

static int setup(void **state) {
    (void)state;
    w = imports_new();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    imports_free(&w);
    return 0;
}

static ent_status lay_try(const char *table, const char *text, ent_import_result *result, ent_error *err) {
    char *file = text_of("%s/mine.csv", w.folder);
    ent_status st;
    file_write(file, text, strlen(text));
    st = ent_overlay_file(w.database, file, table, result, err);
    free(file);
    return st;
}

static ent_import_result lay(const char *table, const char *text) {
    ent_import_result result = {.id = 0};
    ent_error err = {.status = ENT_OK};
    must(lay_try(table, text, &result, &err), &err);
    return result;
}

static void expect_no(const char *table, const char *text, ent_status status, long row, const char *words) {
    ent_import_result result = {.id = 77};
    ent_error err = {.status = ENT_OK};
    assert_int_equal(lay_try(table, text, &result, &err), status);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
    assert_int_equal(err.row, row);
    assert_int_equal(result.id, 77);
}

/* What the opened store shows under the name of the table. */
static void expect_seen(const char *sql, const char *expected) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    sqlite3_stmt *row = NULL;
    const char *text;
    must(ent_store_open(w.database, &store, &err), &err);
    must(enti_store_prepare(store, sql, &row, &err), &err);
    text = sqlite3_step(row) == SQLITE_ROW ? (const char *)sqlite3_column_text(row, 0) : "none";
    assert_string_equal(text != NULL ? text : "null", expected);
    sqlite3_finalize(row);
    ent_store_close(store);
}

static const char treaty[] = "id,name,kind,signed,defence,offence,neutrality,nonaggression,consultation,source\n"
                             "made-2021,Made treaty,bilateral,2021-03-04,1,0,0,0,0,\"Text, article 4\"\n";
static const char members[] =
    "source,treaty,code,entry\nText,made-2021,New Zealand,2021-03-04\nText,made-2021,PER,2021-03-04\n";

/* Names and letters of states become codes, the row's own source becomes its citation, defaults are filled in. */
static void test_rows(void **state) {
    ent_import_result r = lay("treaties", treaty);
    (void)state;
    assert_string_equal(r.dataset, "overlay_treaties");
    assert_int_equal(r.rows, 1);
    assert_int_equal(r.last_year, 2021);
    assert_int_equal(r.created, 1);
    r = lay("treaty_members", members);
    assert_int_equal(r.rows, 2);
    expect_rows(
        &w, "SELECT import, line, code, source, citation, confidence FROM import_overlay_treaty_members ORDER BY line",
        "2|2|920|overlay:mine.csv|Text|medium 2|3|135|overlay:mine.csv|Text|medium");
    expect_rows(&w, "SELECT basis FROM import_overlay_treaties", "own");
    expect_rows(&w, "SELECT count(*) FROM treaties WHERE id = 'made-2021'", "0"); /* the table itself is as it was */
    expect_seen("SELECT count(*) FROM treaties WHERE id = 'made-2021'", "1");
    expect_seen("SELECT title FROM sources WHERE key = 'overlay:mine.csv'", "overlay mine.csv");
}

/* The pair counts as allied, and says on whose word. */
static void test_answer(void **state) {
    ent_world *world;
    ent_assessment *before, *after;
    bool marked = false;
    (void)state;
    lay("treaties", treaty);
    lay("treaty_members", members);
    world = world_from(NULL);
    before = assess(world, 920, 135, 2021, 0);
    assert_string_equal(before->category, "none");
    ent_assessment_free(before);
    ent_world_close(world);
    world = world_from(w.database);
    after = assess(world, 920, 135, 2021, 0);
    assert_string_equal(after->category, "alliance");
    for (size_t i = 0; i < after->sources_count; i++)
        marked = marked || strcmp(after->sources[i], "overlay:mine.csv") == 0;
    assert_true(marked);
    ent_assessment_free(after);
    ent_world_close(world);
}

/* A figure laid over a series is used before an imported one, and names its own source where others keep theirs. */
static void test_figures(void **state) {
    ent_world *world;
    ent_year *year = NULL;
    ent_error err = {.status = ENT_OK};
    size_t usa, canada;
    (void)state;
    import_text(&w, "ccode,year,euds,aeuds,polity2,v2x_polyarchy\n2,2015,0,0,10,0.9\n20,2015,0,0,10,0.8\n");
    lay("polyarchy", "code,year,polyarchy,source\nUSA,2015,0.25,me\n");
    world = world_from(w.database);
    must(ent_year_open(world, 2015, NULL, &year, &err), &err);
    usa = ent_year_index(year, 2);
    canada = ent_year_index(year, 20);
    assert_true(year->polyarchy[usa].value == 0.25);
    assert_string_equal(year->polyarchy[usa].source, "overlay:mine.csv");
    assert_true(year->polyarchy[canada].value == 0.8);
    assert_true(strncmp(year->polyarchy[canada].source, "overlay:", 8) != 0);
    ent_year_close(year);
    ent_world_close(world);
}

/* In years that an imported ATOP covers a treaty of an overlay counts as well, and in the place of its own number. */
static void test_beside_atop(void **state) {
    static const char head[] =
        "atopid,cowid,cow4id,member,cowsys,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,bilat,"
        "phase,defense,offense,neutral,nonagg,consul,version\n";
    char *atop = text_of(
        "%s9990,,,20,1,2000,1,1,0,0,0,1,1,0,1,0,0,0,0,5.1\n9990,,,70,1,2000,1,1,0,0,0,1,1,0,1,0,0,0,0,5.1\n", head);
    ent_world *world;
    ent_year *year = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    import_text(&w, atop);
    free(atop);
    lay("treaties", "id,name,kind,signed,end,defence,offence,neutrality,nonaggression,consultation,atop_id,source\n"
                    "made-2010,Made,bilateral,2010,,1,0,0,0,0,,me\nmade-9990,Ours,bilateral,2000,,0,0,0,0,1,9990,me\n");
    lay("treaty_members", "treaty,code,entry,source\nmade-2010,920,2010,me\nmade-2010,135,2010,me\n"
                          "made-9990,20,2000,me\nmade-9990,70,2000,me\n");
    world = world_from(w.database);
    must(ent_year_open(world, 2015, NULL, &year, &err), &err);
    assert_true(enti_set_has(&year->pact[ENTI_DEFENCE][ent_year_index(year, 920)], ent_year_index(year, 135)));
    assert_false(enti_set_has(&year->pact[ENTI_DEFENCE][ent_year_index(year, 20)], ent_year_index(year, 70)));
    assert_true(enti_set_has(&year->pact[ENTI_CONSULTATION][ent_year_index(year, 20)], ent_year_index(year, 70)));
    ent_year_close(year);
    ent_world_close(world);
}

/* A row with the key of one that stands there takes its place; the order of all others stays. */
static void test_precedence(void **state) {
    (void)state;
    lay("rivalries", "id,code1,code2,label,start,end,ongoing,kind,source\n"
                     "R0001,2,40,Made over,1959,2014,0,strategic,me\n");
    expect_seen("SELECT group_concat(label) FROM rivalries WHERE id = 'R0001'", "Made over");
    expect_seen("SELECT label FROM rivalries ORDER BY rowid DESC LIMIT 1", "Made over");
}

/* The same file again replaces what it brought; another stands beside it. */
static void test_again(void **state) {
    ent_import_result r;
    (void)state;
    lay("capability", "code,year,net_resources,source\n2,2021,0.3,me\n20,2021,0.02,me\n");
    r = lay("capability", "code,year,net_resources,source\n2,2021,0.31,me\n");
    assert_int_equal(r.replaced, 1);
    assert_int_equal(r.id, 1);
    expect_rows(&w, "SELECT code, year, net_resources FROM import_overlay_capability", "2|2021|0.31");
    expect_rows(&w, "SELECT id, rows, last_year FROM imports", "1|1|2021");
}

static void test_refused(void **state) {
    (void)state;
    expect_no("treaties", "id,name\nx,y\n", ENT_E_PARSE, 1, "column \"kind\" is missing");
    expect_no("capability", "code,year,net_resources,colour,source\n2,2021,0.3,red,me\n", ENT_E_PARSE, 1,
              "has no column \"colour\"");
    expect_no("capability", "code,year,net_resources,source\n2,2021,0.3,\n", ENT_E_PARSE, 2,
              "where the row comes from");
    expect_no("capability", "code,year,net_resources,source\n2,2021,much,me\n", ENT_E_PARSE, 2, "a number");
    expect_no("capability", "code,year,net_resources,source\nAtlantis,2021,0.3,me\n", ENT_E_PARSE, 2,
              "a name of a state");
    expect_no("capability", "code,year,net_resources,source\n9999,2021,0.3,me\n", ENT_E_PARSE, 2,
              "neither in entities");
    expect_no("capability", "code,year,net_resources,source\n2,2021,0.3,me\n2,2021,0.4,me\n", ENT_E_PARSE, 3, "UNIQUE");
    expect_no("treaty_members", members, ENT_E_PARSE, 2, "neither in treaties");
    expect_no("leaders", "code,leader,title,start,source\n2,Somebody,president,2021-13-01,me\n", ENT_E_PARSE, 2,
              "expected a date");
    expect_no("entities", "code\n1\n", ENT_E_ARG, 0, "takes an overlay");
    expect_no(NULL, "code\n1\n", ENT_E_ARG, 0, "takes an overlay"); /* mine.csv is named after no table */
    assert_int_equal(access(w.database, F_OK), -1);                 /* nothing is left of what failed */
}

/* What another overlay refers to cannot go before it. */
static void test_removal(void **state) {
    ent_error err = {.status = ENT_OK};
    int64_t removed = 0;
    (void)state;
    lay("treaties", treaty);
    lay("treaty_members", members);
    assert_int_equal(ent_import_remove(w.database, "overlay_treaties", &removed, &err), ENT_E_PARSE);
    expect_rows(&w, "SELECT count(*) FROM imports", "2");
    must(ent_import_remove(w.database, "overlay_treaty_members", &removed, &err), &err);
    must(ent_import_remove(w.database, "overlay_treaties", &removed, &err), &err);
    expect_seen("SELECT count(*) FROM treaties WHERE id = 'made-2021'", "0");
}

/* Every table of the list is one of the schema and has the columns of its key: making the table beside it would fail. */
static void test_tables(void **state) {
    (void)state;
    for (size_t i = 0; ent_overlay_table(i) != NULL; i++)
        expect_no(ent_overlay_table(i), "nothing\n1\n", ENT_E_PARSE, 1, "is missing");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows, setup, teardown),
        cmocka_unit_test_setup_teardown(test_answer, setup, teardown),
        cmocka_unit_test_setup_teardown(test_figures, setup, teardown),
        cmocka_unit_test_setup_teardown(test_beside_atop, setup, teardown),
        cmocka_unit_test_setup_teardown(test_precedence, setup, teardown),
        cmocka_unit_test_setup_teardown(test_again, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(test_removal, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tables, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
