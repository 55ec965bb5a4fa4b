/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Panels of an invented world of four states with a few imported rows: what is a row, what is 0 and what is unknown,
 * lags, clocks, rules for directions and days, and what is said of bad requests.
 */
#include "ingest/records.h"
#include "support/made_world.h"
#include "support/panels.h"
#include "support/tiny_year.h"

#include <errno.h>
#include <jansson.h>

static char *folder, *path;
static panel_data data;

/*
 * States 110 and 120 all along; 130 from 1 July 1998; 140 ends on 30 June 1998 and is back from 2001: 130 and 140 share
 * no day of 1998.
 */
static void change_states(sqlite3 *db) {
    database_run(db, "UPDATE membership SET start = '1998-07-01' WHERE code = 130;"
                     "UPDATE membership SET \"end\" = '1998-06-30' WHERE code = 140;"
                     "INSERT INTO membership SELECT line + 500, code, system, number, name, status, '2001-01-01', NULL,"
                     " capital, lat, lon, source, citation FROM membership WHERE code = 140;"
                     "DELETE FROM membership WHERE code > 140;"
                     "INSERT INTO membership SELECT line + 700, code, 'gw', number + 5, name, status, start, \"end\","
                     " capital, lat, lon, source, citation FROM membership");
}

static void add_set(sqlite3 *db, int id, const char *name, const char *unit, const char *columns, int first, int last) {
    char list[256], *word, *rest = list;
    int position = 0;
    database_run(db,
                 "INSERT INTO imports VALUES (%d, %Q, 'Made %s', %Q, 'cow', '1.0', 'f', 0, '', 0, %d, %d, '', '', '')",
                 id, name, name, unit, first, last);
    (void)snprintf(list, sizeof list, "%s", columns);
    while ((word = strtok_r(rest, " ", &rest)) != NULL) {
        char *type = strchr(word, ':');
        if (type != NULL) *type++ = 0;
        database_run(db, "INSERT INTO import_columns VALUES (%Q, %Q, %d, %Q, %Q, '', '', '')", name, word, ++position,
                     word, type == NULL ? "integer" : type);
    }
    database_run(db, "CREATE TABLE import_%w (\"import\", \"line\")", name);
    (void)snprintf(list, sizeof list, "%s", columns);
    rest = list;
    while ((word = strtok_r(rest, " ", &rest)) != NULL) {
        word[strcspn(word, ":")] = 0;
        database_run(db, "ALTER TABLE import_%w ADD COLUMN \"%w\"", name, word);
    }
}

static void add_imports(sqlite3 *db) {
    database_run(db,
                 "CREATE TABLE imports(id INTEGER PRIMARY KEY, dataset, title, unit, scheme, version, file, bytes,"
                 " sha256, rows, first_year, last_year, licence, citation, columns);"
                 "CREATE TABLE import_columns(dataset, name, position, source_name, type, unit, missing, description)");
    add_set(db, 1, "nmc", "state-year", "ccode year cinc:real", 1996, 2003);
    database_run(db, "INSERT INTO import_nmc VALUES (1, 2, 110, 1996, 0.1), (1, 3, 110, 1997, 0.2), (1, 4, 120, 1997, "
                     "0.05), (1, 5, 110, 2000, 0), (1, 6, 120, 2000, NULL), (0, 7, 110, 1998, 9)");
    add_set(db, 2, "cow_majors", "state-spell", "ccode start:date end:date ongoing", 1996, 2003);
    database_run(db, "INSERT INTO import_cow_majors VALUES (2, 2, 110, '1999-06-15', NULL, 1)");
    add_set(db, 3, "atop_member", "member-spell",
            "atopid ccode start:date end:date ongoing defense offense neutral nonagg consul bilateral", 1996, 2002);
    database_run(
        db, "INSERT INTO import_atop_member VALUES"
            " (3, 2, 1, 110, '1997-03-01', '1998-09-30', 0, 1, 0, 0, 0, 0, 1), (3, 3, 1, 120, '1997-03-01', "
            "'1998-09-30', 0, 0, 0, 1, 0, 0, 1),"
            " (3, 4, 2, 110, '2001', NULL, 1, 1, 0, 0, 0, 0, 1), (3, 5, 2, 120, '2001', NULL, 1, 1, 0, 0, 0, 0, 1),"
            " (3, 6, 3, 110, '1998-05', '1998-06-30', 0, 0, 0, 0, 1, 0, 1), (3, 7, 3, 140, '1998-05', '1998-06-30', 0, "
            "0, 0, 0, 1, 0, 1)");
    add_set(db, 4, "mine", "directed-dyad-year", "ccode1 ccode2 year visits troops1:real troops2:real note:text", 1997,
            1999);
    database_run(
        db,
        "INSERT INTO import_mine VALUES (4, 2, 110, 120, 1997, 3, 10, 20, 'A'), (4, 3, 120, 110, 1997, 5, 20, 10, 'B'),"
        " (4, 4, 120, 110, 1998, 2, 7, 8, NULL)");
    add_set(db, 5, "clubs", "member-spell", "club:text ccode start:date end:date votes", 1996, 2003);
    database_run(
        db, "INSERT INTO import_clubs VALUES (5, 2, 'x', 110, '1997', '1998', 4), (5, 3, 'x', 120, '1998', '1999', 6),"
            " (5, 4, 'y', 130, '1997', '2003', 1)");
    add_set(db, 6, "events", "event", "id year", 1996, 2003);
}

static int setup(void **state) {
    sqlite3 *db;
    (void)state;
    folder = folder_new();
    path = text_of("%s/made.db", folder);
    made_world_write(path, &(made_options){.code = made_codes});
    db = database_open(path);
    change_states(db);
    add_imports(db);
    database_close(db);
    data = panel_data_open(path);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    panel_data_close(&data);
    free(path);
    folder_remove(folder);
    return 0;
}

static ent_panel *dyads(const char *add) {
    ent_panel_options o = ent_panel_options_default();
    o.add = add;
    return panel_from(&data, &o);
}

#define unknown(value) assert_true(isnan(value))

/* ---- rows ---- */

static void test_rows(void **state) {
    ent_panel *p = dyads(NULL);
    size_t of_1998 = 0;
    (void)state;
    assert_true(panel_row(p, 110, 120, 1996) != SIZE_MAX && panel_row(p, 110, 120, 2004) != SIZE_MAX);
    assert_true(panel_row(p, 120, 110, 1996) == SIZE_MAX);
    assert_true(panel_row(p, 110, 130, 1997) == SIZE_MAX && panel_row(p, 110, 130, 1998) != SIZE_MAX);
    assert_true(panel_row(p, 130, 140, 1998) == SIZE_MAX); /* never on the same day */
    assert_true(panel_row(p, 110, 140, 1998) != SIZE_MAX && panel_row(p, 110, 140, 1999) == SIZE_MAX);
    assert_true(panel_row(p, 130, 140, 2001) != SIZE_MAX);
    for (size_t row = 0; row < ent_panel_rows(p); row++)
        of_1998 += ent_panel_value(p, row, 2) == 1998;
    assert_int_equal(of_1998, 5);
    assert_int_equal(ent_panel_columns(p), 3);
    assert_string_equal(ent_panel_column_at(p, 0).name, "ccode1");
    ent_panel_close(p);
}

static void test_units(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p, *directed;
    (void)state;
    o.unit = ENT_STATE_YEAR;
    p = panel_from(&data, &o);
    assert_int_equal(ent_panel_rows(p), 9 + 9 + 7 + 7);
    assert_string_equal(ent_panel_column_at(p, 1).name, "year");
    ent_panel_close(p);
    o.system = ENT_SYSTEM_GW;
    o.add = "nmc:cinc";
    p = panel_from(&data, &o);
    assert_string_equal(ent_panel_column_at(p, 0).name, "gwcode");
    close_to(ent_panel_value(p, 0, 0), 115);
    close_to(ent_panel_value(p, 0, 2), 0.1); /* found by its COW code */
    ent_panel_close(p);
    o = ent_panel_options_default();
    p = panel_from(&data, &o);
    o.unit = ENT_DIRECTED_DYAD_YEAR;
    directed = panel_from(&data, &o);
    assert_int_equal(ent_panel_rows(directed), 2 * ent_panel_rows(p));
    ent_panel_close(directed);
    ent_panel_close(p);
    o.unit = ENT_LEADER_YEAR;
    p = panel_from(&data, &o);
    assert_string_equal(ent_panel_text(p, 0, panel_column(p, "leader")), "Leader 0");
    assert_string_equal(ent_panel_text(p, 0, panel_column(p, "entered")), "1990-01-01");
    close_to(ent_panel_value(p, 0, panel_column(p, "days")), 366); /* 1996 */
    assert_null(ent_panel_text(p, 0, panel_column(p, "left")));
    ent_panel_close(p);
}

/* ---- 0 and unknown ---- */

static void test_states(void **state) {
    ent_panel *p = dyads("nmc:cinc,nmc:ratio,nmc:ln_ratio,majors");
    (void)state;
    close_to(panel_at(p, 110, 120, 1997, "cinc1"), 0.2);
    close_to(panel_at(p, 110, 120, 1997, "cinc2"), 0.05);
    close_to(panel_at(p, 110, 120, 1997, "cinc_ratio"), 0.25);
    close_to(panel_at(p, 110, 120, 1997, "ln_capratio"), log(4));
    unknown(panel_at(p, 110, 120, 1996, "cinc2"));
    unknown(panel_at(p, 110, 120, 1996, "cinc_ratio"));
    unknown(panel_at(p, 110, 120, 1998, "cinc1")); /* a row of no import in force */
    close_to(panel_at(p, 110, 120, 2000, "cinc1"), 0);
    unknown(panel_at(p, 110, 120, 2000, "cinc2"));
    unknown(panel_at(p, 110, 120, 2000, "ln_capratio"));
    close_to(panel_at(p, 110, 120, 1998, "majpow"), 0);
    close_to(panel_at(p, 110, 120, 1999, "majpow"), 1);
    close_to(panel_at(p, 110, 120, 1999, "major1"), 1);
    close_to(panel_at(p, 110, 120, 1999, "major2"), 0);
    unknown(panel_at(p, 110, 120, 2004, "majpow")); /* after the list */
    ent_panel_close(p);
}

static void test_pacts(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p = dyads("atop");
    (void)state;
    close_to(panel_at(p, 110, 120, 1996, "atop_any"), 0);
    close_to(panel_at(p, 110, 120, 1997, "atop_defense"), 1);
    close_to(panel_at(p, 110, 120, 1997, "atop_neutral"), 1); /* the other side's pledge: the larger counts */
    close_to(panel_at(p, 110, 120, 1999, "atop_defense"), 0);
    close_to(panel_at(p, 110, 120, 2002, "atop_defense"), 1);
    unknown(panel_at(p, 110, 120, 2003, "atop_defense"));
    close_to(panel_at(p, 110, 140, 1998, "atop_nonagg"), 1);
    ent_panel_close(p);
    o.add = "atop:defense";
    o.undirected = ENT_UNDIRECTED_MIN;
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1997, "atop_defense"), 0);
    close_to(panel_at(p, 110, 120, 2001, "atop_defense"), 1);
    ent_panel_close(p);
    o.undirected = ENT_UNDIRECTED_BOTH;
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1997, "atop_defense1"), 1);
    close_to(panel_at(p, 110, 120, 1997, "atop_defense2"), 0);
    ent_panel_close(p);
    o.unit = ENT_DIRECTED_DYAD_YEAR;
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1997, "atop_defense"), 1);
    close_to(panel_at(p, 120, 110, 1997, "atop_defense"), 0);
    ent_panel_close(p);
}

static void test_days(void **state) {
    static const struct {
        ent_day day;
        double in_1997, in_1998, major_1999;
    } rows[] = {{ENT_ANY_DAY, 1, 1, 1},
                {ENT_FIRST_OF_JANUARY, 0, 1, 0},
                {ENT_FIRST_OF_JULY, 1, 1, 1},
                {ENT_LAST_OF_DECEMBER, 1, 0, 1}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ent_panel_options o = ent_panel_options_default();
        ent_panel *p;
        o.add = "atop:defense,majors:majpow";
        o.day = rows[i].day;
        p = panel_from(&data, &o);
        close_to(panel_at(p, 110, 120, 1997, "atop_defense"), rows[i].in_1997);
        close_to(panel_at(p, 110, 120, 1998, "atop_defense"), rows[i].in_1998);
        close_to(panel_at(p, 110, 120, 1999, "majpow"), rows[i].major_1999);
        ent_panel_close(p);
    }
}

/* ---- columns of one's own data ---- */

static void test_raw(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p = dyads("mine,mine:note,clubs:votes");
    (void)state;
    close_to(panel_at(p, 110, 120, 1997, "visits"), 5);
    close_to(panel_at(p, 110, 120, 1998, "visits"), 2); /* known on one side only */
    unknown(panel_at(p, 110, 120, 1999, "visits"));     /* no record is not 0 here */
    close_to(panel_at(p, 110, 120, 1997, "troops1"), 10);
    close_to(panel_at(p, 110, 120, 1998, "troops1"), 8); /* the record has the sides the other way round */
    close_to(panel_at(p, 110, 120, 1998, "votes"), 6);
    unknown(panel_at(p, 110, 120, 1997, "votes"));
    assert_string_equal(ent_panel_column_at(p, panel_column(p, "visits")).source, "Made mine");
    assert_string_equal(ent_panel_column_at(p, panel_column(p, "visits")).version, "1.0");
    ent_panel_close(p);
    o.unit = ENT_DIRECTED_DYAD_YEAR;
    o.add = "mine:visits,mine:troops2,clubs:votes,mine:note";
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1997, "visits"), 3);
    unknown(panel_at(p, 110, 120, 1998, "visits"));
    close_to(panel_at(p, 120, 110, 1997, "troops1"), 20);
    close_to(panel_at(p, 110, 120, 1998, "votes"), 4);
    assert_string_equal(ent_panel_text(p, panel_row(p, 120, 110, 1997), panel_column(p, "note")), "B");
    unknown(panel_at(p, 110, 120, 1997, "note")); /* a text is no number */
    ent_panel_close(p);
}

/* ---- lags and clocks ---- */

static void test_lags(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p;
    (void)state;
    o.first = 1997;
    o.last = 2000;
    o.lag = "nmc:cinc=1,atop:defense=2";
    o.lead = "atop:defense=1";
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1997, "cinc1_lag1"), 0.1); /* of a year before the panel */
    close_to(panel_at(p, 110, 120, 1999, "atop_defense_lag2"), 1);
    unknown(panel_at(p, 110, 120, 1997, "atop_defense_lag2")); /* 1995 is before the data */
    close_to(panel_at(p, 110, 120, 2000, "atop_defense_lead1"), 1);
    unknown(panel_at(p, 110, 140, 1998, "atop_defense_lead1")); /* no row in 1999 */
    assert_true(panel_row(p, 110, 120, 1996) == SIZE_MAX && panel_row(p, 110, 120, 2001) == SIZE_MAX);
    ent_panel_close(p);
    o.add = "contiguity:type";
    o.lag = "cinc,conttype=1"; /* names of columns: one that is added for it, one that is there */
    o.lead = "cinc2";          /* a column of the panel */
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1998, "cinc1_lag1"), 0.2);
    close_to(panel_at(p, 110, 120, 1998, "conttype_lag1"), panel_at(p, 110, 120, 1997, "conttype"));
    unknown(panel_at(p, 110, 120, 1999, "cinc2_lead1"));
    assert_true(ent_panel_find(p, "cinc1_lead1") == SIZE_MAX);
    ent_panel_close(p);
}

static void test_clocks(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p;
    double d1, d2;
    (void)state;
    o.first = 1996;
    o.spell = "atop:defense";
    p = panel_from(&data, &o);
    close_to(panel_at(p, 110, 120, 1996, "atop_defense_t1"), 0); /* the data begin: earlier years are unknown */
    close_to(panel_at(p, 110, 120, 1997, "atop_defense_t1"), 1);
    close_to(panel_at(p, 110, 120, 1998, "atop_defense_t1"), 0);
    close_to(panel_at(p, 110, 120, 1999, "atop_defense_t1"), 0); /* the row after a pact */
    close_to(panel_at(p, 110, 120, 2001, "atop_defense_t1"), 2);
    close_to(panel_at(p, 110, 120, 2001, "atop_defense_t2"), 0.04);
    close_to(panel_at(p, 110, 120, 2001, "atop_defense_t3"), 0.008);
    close_to(panel_at(p, 110, 120, 2003, "atop_defense_t1"), 0);
    unknown(panel_at(p, 110, 120, 2004, "atop_defense_t1"));
    close_to(panel_at(p, 120, 140, 1998, "atop_defense_t1"), 2);
    close_to(panel_at(p, 120, 140, 2001, "atop_defense_t1"), 0); /* it left and came back */
    close_to(panel_at(p, 130, 140, 2001, "atop_defense_t1"), 0);
    ent_panel_close(p);
    o.knots = "0,1,3";
    p = panel_from(&data, &o);
    assert_true(ent_panel_find(p, "atop_defense_s3") == SIZE_MAX);
    d1 = (pow(2, 3) - 0) / 3; /* n = 2, knots 0, 1, 3 */
    d2 = (pow(1, 3) - 0) / 2;
    close_to(panel_at(p, 110, 120, 2001, "atop_defense_s1"), 2);
    close_to(panel_at(p, 110, 120, 2001, "atop_defense_s2"), d1 - d2);
    ent_panel_close(p);
}

static void test_relevant(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p, *types;
    (void)state;
    o.relevant = 1;
    o.contiguity = 1;
    o.last = 2003;
    p = panel_from(&data, &o);
    types = dyads("contiguity:type,majors:majpow");
    for (size_t row = 0; row < ent_panel_rows(types); row++) {
        int a = (int)ent_panel_value(types, row, 0), b = (int)ent_panel_value(types, row, 1);
        int year = (int)ent_panel_value(types, row, 2);
        bool kept = panel_row(p, a, b, year) != SIZE_MAX;
        if (year > 2003) continue;
        assert_int_equal(kept,
                         panel_at(types, a, b, year, "conttype") == 1 || panel_at(types, a, b, year, "majpow") == 1);
    }
    assert_true(ent_panel_rows(p) > 0 && ent_panel_rows(p) < ent_panel_rows(types));
    ent_panel_close(types);
    ent_panel_close(p);
}

static void test_only(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p;
    (void)state;
    o.unit = ENT_DIRECTED_DYAD_YEAR;
    o.only[0] = 120;
    o.only[1] = 110;
    o.add = "atop:neutral";
    p = panel_from(&data, &o);
    assert_int_equal(ent_panel_rows(p), 9);
    close_to(panel_at(p, 120, 110, 1997, "atop_neutral"), 1);
    ent_panel_close(p);
}

static void test_engines(void **state) {
    ent_panel *p =
        dyads("theory,threat,exclusivity,closeness,similarity,capability,values,treaty,rivalry,distance:capdist");
    double sum;
    (void)state;
    for (int year = MADE_FIRST; year <= MADE_LAST; year++) {
        double score = panel_at(p, 110, 120, year, "exclusive_rivalry");
        double own = panel_at(p, 110, 120, year, "exclusive_rivalry_side1");
        double word = panel_at(p, 110, 120, year, "exclusive_rivalry_word");
        assert_true(isnan(score) == isnan(own));
        assert_true(isnan(word) || (word >= -2 && word <= 2));
    }
    sum = panel_at(p, 110, 120, 1997, "autonomy1") + panel_at(p, 110, 120, 1997, "autonomy2");
    close_to(sum, 1);
    close_to(panel_at(p, 110, 120, 1997, "treaty_defense"), 1); /* treaty T02 of the made world */
    close_to(panel_at(p, 110, 120, 1997, "s_bin"), panel_at(p, 110, 120, 1997, "s_bin"));
    assert_true(panel_at(p, 110, 120, 1997, "capdist") > 0);
    ent_panel_close(p);
}

/* ---- what is said of bad requests ---- */

static void refuse(const ent_panel_options *o, ent_status status, const char *words) {
    ent_error err = {.status = ENT_OK};
    ent_panel *p = NULL;
    assert_int_equal(ent_panel_open(data.store, data.world, o, &p, &err), status);
    assert_null(p);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
}

static void refuse_add(const char *add, ent_status status, const char *words) {
    ent_panel_options o = ent_panel_options_default();
    o.add = add;
    refuse(&o, status, words);
}

static void test_refusals(void **state) {
    ent_panel_options o = ent_panel_options_default();
    (void)state;
    refuse_add("contigity", ENT_E_ARG, "did you mean contiguity?");
    refuse_add("nmc:cinch", ENT_E_ARG, "did you mean nmc:cinc?");
    refuse_add("mine:visit", ENT_E_ARG, "did you mean mine:visits?");
    refuse_add("theory:exclusive_rivalri", ENT_E_ARG, "did you mean theory:exclusive_rivalry?");
    refuse_add("zzzzzzzz", ENT_E_ARG, "--codebook lists them");
    refuse_add("nmc,,mid", ENT_E_ARG, "expected a column");
    refuse_add("nmc,", ENT_E_ARG, "expected a column");
    refuse_add("nmc:", ENT_E_ARG, "expected a column");
    refuse_add("a b", ENT_E_ARG, "expected a column");
    refuse_add("nmc:cinc=1", ENT_E_ARG, "years belong to --lag");
    refuse_add("trade", ENT_E_MISSING, "entente data import");
    refuse_add("events:id", ENT_E_ARG, "cannot join");
    refuse_add("distance:km", ENT_E_MISSING, "min_distance");
    o.unit = ENT_STATE_YEAR;
    o.add = "contiguity";
    refuse(&o, ENT_E_ARG, "about two states");
    o.add = "theory";
    refuse(&o, ENT_E_ARG, "about two states");
    o = ent_panel_options_default();
    o.first = 2000;
    o.last = 1999;
    refuse(&o, ENT_E_RANGE, "--from 2000 is after --to 1999");
    o.last = 2030;
    refuse(&o, ENT_E_RANGE, "2030 is after the data end (2004)");
    o.first = 1900;
    o.last = 1999;
    refuse(&o, ENT_E_RANGE, "1900 is before the list of states begins (1950)");
    o = ent_panel_options_default();
    o.knots = "1,2,3";
    refuse(&o, ENT_E_ARG, "--knots belongs to --spell");
    o.spell = "mine:visits";
    o.knots = "1,3,2";
    refuse(&o, ENT_E_ARG, "rising");
    o.knots = "1,2";
    refuse(&o, ENT_E_ARG, "3 to 16");
    o = ent_panel_options_default();
    o.lag = "nmc:cinc=0";
    refuse(&o, ENT_E_RANGE, "1 to 100");
    o.lag = "nmc:cinc=x";
    refuse(&o, ENT_E_ARG, "nmc:cinc=1");
}

/* ---- files ---- */

static void test_files(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *p;
    panel_bytes out;
    json_t *root;
    (void)state;
    o.first = 1996;
    o.last = 1997;
    o.only[0] = 110;
    o.only[1] = 120;
    o.add = "nmc:cinc,atop:any,mine:note";
    p = panel_from(&data, &o);
    out = panel_written(p, ENT_FILE_CSV);
    assert_string_equal(out.at, "ccode1,ccode2,year,cinc1,cinc2,atop_any,note\n110,120,1996,0.1,,0,\n"
                                "110,120,1997,0.2,0.05,1,B\n");
    free(out.at);
    out = panel_written(p, ENT_FILE_TSV);
    assert_non_null(strstr(out.at, "110\t120\t1997\t0.2\t0.05\t1\tB\n"));
    free(out.at);
    out = panel_written(p, ENT_FILE_NDJSON);
    assert_non_null(strstr(out.at, "{\"ccode1\":110,\"ccode2\":120,\"year\":1996,\"cinc1\":0.1,\"cinc2\":null,"));
    free(out.at);
    out = panel_written(p, ENT_FILE_JSON);
    root = json_loadb(out.at, out.size, 0, NULL);
    assert_int_equal(json_array_size(root), 2);
    json_decref(root);
    free(out.at);
    out = panel_written(p, ENT_FILE_TABLE);
    assert_non_null(strstr(out.at, "   110     120  1996    0.1      -         0"));
    free(out.at);
    ent_panel_close(p);
}

/* Stata's file, read back. */
static void test_stata(void **state) {
    ent_panel_options o = ent_panel_options_default();
    ent_error err = {.status = ENT_OK};
    enti_records *records = NULL;
    char *file = text_of("%s/panel.dta", folder);
    ent_panel *p;
    panel_bytes one, two;
    bool more;
    (void)state;
    o.only[0] = 110;
    o.only[1] = 120;
    o.add = "nmc:cinc,atop:any,mine:note";
    p = panel_from(&data, &o);
    one = panel_written(p, ENT_FILE_DTA);
    two = panel_written(p, ENT_FILE_DTA);
    assert_int_equal(one.size, two.size);
    assert_memory_equal(one.at, two.at, one.size);
    assert_memory_equal(one.at, "<stata_dta><header><release>118<", 32);
    file_write(file, one.at, one.size);
    must(enti_records_open(file, "panel.dta", &records, &err), &err);
    assert_int_equal(enti_records_columns(records), 7);
    assert_string_equal(enti_records_column(records, 3), "cinc1");
    for (size_t row = 0; row < ent_panel_rows(p); row++) {
        must(enti_records_next(records, &more, &err), &err);
        assert_true(more);
        for (size_t c = 0; c < 6; c++) {
            const char *text = enti_records_text(records, c);
            double value = ent_panel_value(p, row, c);
            if (isnan(value))
                assert_string_equal(text, "");
            else
                close_to(strtod(text, NULL), value);
        }
        assert_string_equal(enti_records_text(records, 6),
                            ent_panel_text(p, row, 6) == NULL ? "" : ent_panel_text(p, row, 6));
    }
    must(enti_records_next(records, &more, &err), &err);
    assert_false(more);
    enti_records_close(records);
    free(one.at);
    free(two.at);
    free(file);
    ent_panel_close(p);
}

static int refusing_sink(void *context, const void *bytes, size_t size) {
    (void)context;
    (void)bytes;
    (void)size;
    return ENOSPC;
}

static void test_full_disk(void **state) {
    ent_panel *p = dyads("nmc:cinc");
    (void)state;
    for (int format = ENT_FILE_TABLE; format <= ENT_FILE_NDJSON; format++) {
        ent_error err = {.status = ENT_OK};
        assert_int_equal(ent_panel_write(p, (ent_file_format)format, refusing_sink, NULL, &err), ENT_E_IO);
        assert_non_null(strstr(err.message, strerror(ENOSPC)));
    }
    ent_panel_close(p);
}

static void test_codebook(void **state) {
    ent_error err = {.status = ENT_OK};
    panel_bytes out = {NULL, 0, 0};
    ent_panel *p = dyads("nmc:cinc,atop:defense");
    (void)state;
    must(ent_panel_codebook(p, ENT_FILE_CSV, panel_take, &out, &err), &err);
    assert_non_null(
        strstr(out.at, "\natop_defense,defence owed under ATOP,,integer,Made atop_member,1.0,1996-2002,0 inside"));
    free(out.at);
    out = (panel_bytes){NULL, 0, 0};
    must(ent_panel_codebook(NULL, ENT_FILE_TABLE, panel_take, &out, &err), &err);
    assert_non_null(strstr(out.at, "| contiguity:type | "));
    free(out.at);
    assert_int_equal(ent_panel_codebook(p, ENT_FILE_DTA, panel_take, &out, &err), ENT_E_ARG);
    ent_panel_close(p);
}

/* ---- manifests ---- */

static void test_manifest(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_panel *p = dyads("nmc:cinc");
    char digest[65], *text = NULL;
    void *owner = NULL;
    ent_digest d;
    ent_manifest m = {
        .options = ent_panel_options_default(), .format = ENT_FILE_TSV, .version = "1", .data_label = "made"};
    ent_manifest back;
    (void)state;
    ent_digest_start(&d);
    ent_digest_add(&d, "abc", 3);
    ent_digest_end(&d, digest);
    assert_string_equal(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    m.output_digest = m.data_digest = digest;
    m.data_file = "a \"file\".db";
    m.output_size = 3;
    m.options.unit = ENT_DIRECTED_DYAD_YEAR;
    m.options.add = "nmc:cinc";
    m.options.last = 2003;
    m.options.relevant = 1;
    m.options.day = ENT_FIRST_OF_JULY;
    m.options.undirected = ENT_UNDIRECTED_BOTH;
    must(ent_manifest_write(&m, p, &text, &err), &err);
    must(ent_manifest_read(text, strlen(text), &back, &owner, &err), &err);
    assert_int_equal(back.options.unit, ENT_DIRECTED_DYAD_YEAR);
    assert_int_equal(back.options.first, ENT_MISSING);
    assert_int_equal(back.options.last, 2003);
    assert_int_equal(back.options.relevant, 1);
    assert_int_equal(back.options.day, ENT_FIRST_OF_JULY);
    assert_int_equal(back.options.undirected, ENT_UNDIRECTED_BOTH);
    assert_int_equal(back.format, ENT_FILE_TSV);
    assert_int_equal(back.output_size, 3);
    assert_string_equal(back.options.add, "nmc:cinc");
    assert_null(back.options.spell);
    assert_null(back.output);
    assert_string_equal(back.data_file, m.data_file);
    assert_string_equal(back.output_digest, digest);
    ent_free(owner);
    *strstr(text, "tsv") = 'x';
    assert_int_equal(ent_manifest_read(text, strlen(text), &back, &owner, &err), ENT_E_PARSE);
    assert_non_null(strstr(err.message, "\"format\""));
    assert_int_equal(ent_manifest_read("{}", 2, &back, &owner, &err), ENT_E_PARSE);
    assert_int_equal(ent_manifest_read("{", 1, &back, &owner, &err), ENT_E_PARSE);
    assert_int_equal(err.row, 1);
    ent_free(text);
    ent_panel_close(p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),     cmocka_unit_test(test_units),    cmocka_unit_test(test_states),
        cmocka_unit_test(test_pacts),    cmocka_unit_test(test_days),     cmocka_unit_test(test_raw),
        cmocka_unit_test(test_lags),     cmocka_unit_test(test_clocks),   cmocka_unit_test(test_relevant),
        cmocka_unit_test(test_only),     cmocka_unit_test(test_engines),  cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_files),    cmocka_unit_test(test_stata),    cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_codebook), cmocka_unit_test(test_manifest),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
