/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values into a database: what is stored, what is refused, that a refused file leaves nothing, and the comparison of
 * what was imported. */
#include "support/beliefs.h"
#include "support/database.h"

#define HEADER "code,leader,start,end,p1,p1_se,i1,i1_se,speeches,codes,basis,source,citation,confidence\n"

typedef struct place {
    char *folder, *values, *database;
} place;

static place place_new(void) {
    place p = {.folder = folder_new()};
    p.values = text_of("%s/values.csv", p.folder);
    p.database = text_of("%s/mine.db", p.folder);
    snapshot_copy(p.database);
    return p;
}

static void place_remove(place *p) {
    free(p->values);
    free(p->database);
    folder_remove(p->folder);
}

static ent_status import(const place *p, const char *text, const char *source, const char *citation,
                         ent_belief_import *out, ent_error *err) {
    file_write(p->values, text, strlen(text));
    return ent_belief_import_run(p->values, p->database, source, citation, out, err);
}

static int rows_of(const place *p, const char *where) {
    sqlite3 *db = database_open(p->database);
    sqlite3_stmt *rows = NULL;
    char *sql = text_of("SELECT count(*) FROM %s", where);
    int count;
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
    count = sqlite3_column_int(rows, 0);
    sqlite3_finalize(rows);
    database_close(db);
    free(sql);
    return count;
}

static void refused(const place *p, const char *text, ent_status status, long row, const char *message) {
    int before = rows_of(p, "operational_codes");
    ent_belief_import out = {.rows = 99};
    ent_error err = {.status = ENT_OK};
    assert_int_equal(import(p, text, "psycl-2022", "somewhere", &out, &err), status);
    if (strstr(err.message, message) == NULL) fail_msg("\"%s\" does not say \"%s\"", err.message, message);
    assert_int_equal(err.row, row);
    assert_int_equal(out.rows, 99);
    assert_int_equal(rows_of(p, "operational_codes"), before); /* nothing of a refused file stays */
}

static void test_rows(void **state) {
    place p = place_new();
    ent_belief_import out;
    ent_error err = {.status = ENT_OK};
    int before = rows_of(&p, "operational_codes");
    (void)state;
    must(import(&p,
                "Ccode,name,year,p1,i1\n2,Ann Arbor,2009,0.4,0.5\n2,Ann Arbor,2010,0.3,0.6\n365, Bob  Bond "
                ",2011,-0.1,0.2\n",
                "psycl-2022", "table 1", &out, &err),
         &err);
    assert_int_equal(out.rows, 3);
    assert_int_equal(out.leaders, 2);
    assert_int_equal(out.first_year, 2009);
    assert_int_equal(out.last_year, 2011);
    assert_string_equal(out.basis, "published");
    assert_string_equal(out.source, "psycl-2022");
    assert_int_equal(rows_of(&p, "operational_codes"), before + 3);
    assert_int_equal(rows_of(&p, "operational_codes WHERE leader = 'Ann Arbor' AND start = '2009' AND \"end\" = '2009'"
                                 " AND basis = 'published' AND p1 = 0.4 AND p1_se IS NULL AND speeches IS NULL"
                                 " AND citation = 'table 1' AND confidence = 'medium' AND line = 2"),
                     1);
    assert_int_equal(rows_of(&p, "operational_codes WHERE leader = 'Bob Bond'"), 1);
    must(import(&p, HEADER "2,Own,2012-01,2013-06,0.1,0.02,0.2,0.03,12,300,measured,my-thesis,,low\n", NULL,
                "A {thesis}, 2013", &out, &err),
         &err);
    assert_string_equal(out.basis, "measured");
    assert_int_equal(rows_of(&p, "operational_codes WHERE leader = 'Own' AND speeches = 12 AND codes = 300"), 1);
    assert_int_equal(rows_of(&p, "sources WHERE key = 'my-thesis' AND bibkey = 'my-thesis'"), 1);
    assert_int_equal(rows_of(&p, "bibliography WHERE key = 'my-thesis' AND entry LIKE '%A (thesis), 2013}%'"), 1);
    place_remove(&p);
}

static void test_refused(void **state) {
    place p = place_new();
    ent_belief_import out;
    ent_error err = {.status = ENT_OK};
    (void)state;
    refused(&p, "leader,year,p1,i1\n", ENT_E_PARSE, 1, "no column code");
    refused(&p, "code,leader,p1,i1\n", ENT_E_PARSE, 1, "neither year nor start and end");
    refused(&p, "code,leader,year,p1,i1\n", ENT_E_MISSING, 0, "holds no row");
    refused(&p, "code,leader,year,p1,i1\n2,Ann,2009,0.4,0.5\n2,Ann,2010,1.4,0.5\n", ENT_E_PARSE, 3, "from -1 to 1");
    refused(&p, "code,leader,year,p1,i1\n2,Ann,2009,,0.5\n", ENT_E_PARSE, 2, "p1 is \"\"");
    refused(&p, "code,leader,year,p1,i1\n2,,2009,0.4,0.5\n", ENT_E_PARSE, 2, "the leader's name");
    refused(&p, "code,leader,year,p1,i1\n3,Ann,2009,0.4,0.5\n", ENT_E_MISSING, 2, "COW number 3");
    refused(&p, "code,leader,year,p1,i1\n2,Ann,soon,0.4,0.5\n", ENT_E_PARSE, 2, "expected a date");
    refused(&p, HEADER "2,Ann,2013,2012,0.1,,0.2,,,,,,,\n", ENT_E_PARSE, 2, "not before start");
    refused(&p, HEADER "2,Ann,2013,2013,0.1,-1,0.2,,,,,,,\n", ENT_E_PARSE, 2, "from 0 upwards");
    refused(&p, HEADER "2,Ann,2013,2013,0.1,,0.2,,2.5,,,,,\n", ENT_E_PARSE, 2, "a whole number");
    refused(&p, HEADER "2,Ann,2013,2013,0.1,,0.2,,,,guessed,,,\n", ENT_E_PARSE, 2, "published or measured");
    refused(&p, HEADER "2,Ann,2013,2013,0.1,,0.2,,,,,,,sure\n", ENT_E_PARSE, 2, "high, medium or low");
    refused(&p, HEADER "2,Ann,2013,2013,0.1,,0.2,,,,,a b;c,x,\n", ENT_E_PARSE, 2, "one key of letters");
    refused(&p, "code,leader,year,p1,i1\n2,Ann,2009,0.4,0.5\n2,Ann,2009,0.4,0.5\n", ENT_E_PARSE, 3, "already");
    assert_int_equal(import(&p, "code,leader,year,p1,i1\n2,Ann,2009,0.4,0.5\n", NULL, "x", &out, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "has no source"));
    assert_int_equal(import(&p, "code,leader,year,p1,i1\n2,Ann,2009,0.4,0.5\n", "psycl-2022", NULL, &out, &err),
                     ENT_E_MISSING);
    assert_non_null(strstr(err.message, "has no citation"));
    assert_int_equal(ent_belief_import_run(p.values, "/nowhere/x.db", "a", "b", &out, &err), ENT_E_IO);
    assert_int_equal(ent_belief_import_run(p.values, p.values, "a", "b", &out, &err), ENT_E_PARSE); /* no database */
    assert_int_equal(ent_belief_import_run("/nowhere/x.csv", p.database, "a", "b", &out, &err), ENT_E_IO);
    place_remove(&p);
}

static void test_compare(void **state) {
    static const char *const published[] = {"Ann", "Bob"}, *const mixed[] = {"Ann", "Cyd"},
                             *const instead[] = {"Ann", "Eve@2000"}, *const nobody[] = {"Ann", "Nobody"},
                             *const twice[] = {"Ann", "Dee"}, *const chosen[] = {"Ann", "Dee@2013"};
    place p = place_new();
    ent_belief_import done;
    ent_error err = {.status = ENT_OK};
    ent_belief_options o = ent_belief_options_default();
    ent_belief_norm norm;
    ent_belief_comparison *c = NULL;
    ent_store *store = NULL;
    (void)state;
    must(import(&p,
                HEADER "2,Ann,2012,2014,0.40,0.01,0.5,0.02,20,300,published,psycl-2022,x,\n"
                       "365,Bob,2012,2014,0.10,0.02,0.5,0.02,12,200,published,psycl-2022,x,\n"
                       "365,Cyd,2012,2014,0.10,0.02,0.5,0.02,12,200,measured,psycl-2022,x,\n"
                       "365,Eve,2000,2000,0.47,,0.5,,,,published,psycl-2022,x,\n"
                       "365,Eve,2012,2014,0.10,0.02,0.5,0.02,12,200,measured,psycl-2022,x,\n"
                       "365,Dee,2012,2012,0.10,,0.5,,,,published,psycl-2022,x,\n"
                       "365,Dee,2013,2013,0.20,,0.5,,,,published,psycl-2022,x,\n",
                NULL, NULL, &done, &err),
         &err);
    must(ent_store_open(p.database, &store, &err), &err);
    must(ent_belief_norm_find(store, "psycl-leaders", &norm, &err), &err);
    o.norm = &norm;
    must(ent_belief_compare(NULL, store, published, 2, &o, &c, &err), &err);
    assert_true(fabs(c->pairs[0].test[ENT_BELIEF_P1].t - 0.3 / sqrt(0.0005)) < 1e-9);
    assert_int_equal(c->pairs[0].test[ENT_BELIEF_P1].verdict, ENT_DIVERGENT);
    assert_int_equal(c->pairs[0].test[ENT_BELIEF_I1].verdict, ENT_CONGRUENT);
    assert_true(isnan(c->pairs[0].test[ENT_BELIEF_P2].p) && isnan(c->pairs[0].test[ENT_BELIEF_P1].p_permutation));
    assert_string_equal(c->groups[0].source, "psycl-2022");
    ent_belief_comparison_free(c);
    c = NULL;
    assert_int_equal(ent_belief_compare(NULL, store, mixed, 2, &o, &c, &err), ENT_E_ARG);
    assert_non_null(strstr(err.message, "different coders are not compared"));
    must(ent_belief_compare(NULL, store, instead, 2, &o, &c, &err), &err); /* Eve is measured too, but not in 2000 */
    assert_string_equal(c->groups[1].basis, "published");
    assert_true(fabs(c->groups[1].pooled.value[ENT_BELIEF_P1] - 0.47) < 1e-12);
    ent_belief_comparison_free(c);
    c = NULL;
    assert_int_equal(ent_belief_compare(NULL, store, nobody, 2, &o, &c, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "Nobody"));
    assert_int_equal(ent_belief_compare(NULL, store, twice, 2, &o, &c, &err), ENT_E_ARG);
    assert_non_null(strstr(err.message, "choose with \"Dee@YEAR\""));
    must(ent_belief_compare(NULL, store, chosen, 2, &o, &c, &err), &err);
    assert_int_equal(c->pairs[0].test[ENT_BELIEF_P1].verdict, ENT_UNDETERMINED); /* no error, no test */
    assert_true(fabs(c->pairs[0].test[ENT_BELIEF_P1].pooled - 0.2) < 1e-12);
    ent_belief_comparison_free(c);
    ent_store_close(store);
    place_remove(&p);
}

static void test_norms_missing(void **state) {
    place p = place_new();
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_belief_norm norm, *norms = NULL;
    ent_speeches *speeches = NULL;
    size_t count = 0;
    sqlite3 *db;
    (void)state;
    must(ent_store_open(NULL, &store, &err), &err);
    assert_int_equal(ent_belief_norm_find(store, "mine", &norm, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "psycl-leader-years, psycl-leaders, psycl-us-leaders"));
    ent_store_close(store);
    db = database_open(p.database);
    database_run(db, "DROP TABLE belief_norms; DROP TABLE speech_counts"); /* a database of an older version */
    database_close(db);
    must(ent_store_open(p.database, &store, &err), &err);
    must(ent_belief_norms(store, &norms, &count, &err), &err);
    assert_int_equal(count, 0);
    assert_int_equal(ent_belief_norm_find(store, NULL, &norm, &err), ENT_E_MISSING);
    must(ent_speeches_open(store, &speeches, &err), &err);
    assert_int_equal(ent_speeches_count(speeches), 0);
    ent_speeches_free(speeches);
    ent_free(norms);
    ent_store_close(store);
    place_remove(&p);
}

static void test_stored_counts(void **state) {
    place p = place_new();
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_speeches *s = NULL;
    double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
    ent_belief_options o = ent_belief_options_default();
    sqlite3 *db = database_open(p.database);
    (void)state;
    database_run(
        db, "DELETE FROM speech_counts;"
            "INSERT INTO speech_counts VALUES (2, 't', 2, 'Ann', '2014', 'UN', 'prepared', 900, 'foreign', 'agreed',"
            " 1,2,3,4,5,6, 7,8,9,10,11,12, 1,0,0,0,0,0, 1, 's', NULL);"
            "INSERT INTO speech_counts VALUES (3, 't', 2, 'Ann', '2014', 'UN', 'prepared', 900, 'domestic', 'single',"
            " 1,0,0,0,0,0, 0,0,0,0,0,0, 0,0,0,0,0,0, 1, 's', NULL)");
    database_close(db);
    must(ent_store_open(p.database, &store, &err), &err);
    must(ent_speeches_open(store, &s, &err), &err);
    assert_int_equal(ent_speeches_count(s), 1);
    assert_true(ent_speeches_at(s, 0)->words == 900 && ent_speeches_at(s, 0)->demonstration == 1);
    o.others = ENT_OTHERS_ALL;
    o.domain = ENT_DOMAIN_ALL;
    enti_speech_counts(s->sorted[0], &o, self, other);
    assert_true(self[ENT_VICS_PUNISH] == 2 && self[ENT_VICS_REWARD] == 6 && other[ENT_VICS_PUNISH] == 8);
    o.agreed = 1;
    enti_speech_counts(s->sorted[0], &o, self, other);
    assert_true(self[ENT_VICS_PUNISH] == 1 && other[ENT_VICS_REWARD] == 12);
    ent_speeches_free(s);
    ent_store_close(store);
    place_remove(&p);
}

static void test_norm_of_a_file(void **state) {
    place p = place_new();
    ent_error err = {.status = ENT_OK};
    ent_belief_norm norm;
    static const char values[] = "ccode,p1,i5pu,p4\n2,0.1,0.2,0.3\n2,0.3,,0.5\n3,9,9,9\n";
    (void)state;
    file_write(p.values, values, strlen(values));
    must(ent_belief_norm_compute(p.values, 2, "mine", &norm, &err), &err);
    assert_int_equal(norm.cases, 2);
    assert_true(fabs(norm.mean[ENT_BELIEF_P1] - 0.2) < 1e-12 && fabs(norm.sd[ENT_BELIEF_P1] - sqrt(0.02)) < 1e-12);
    assert_true(norm.mean[ENT_BELIEF_I5] == 0.2 && isnan(norm.sd[ENT_BELIEF_I5])); /* one value has no spread */
    assert_true(fabs(norm.mean[ENT_BELIEF_P4B] - 0.6) < 1e-12 && isnan(norm.mean[ENT_BELIEF_I1]));
    assert_int_equal(ent_belief_norm_compute(p.values, 3, "mine", &norm, &err), ENT_E_MISSING);
    file_write(p.values, "a,b\n1,2\n", 8);
    assert_int_equal(ent_belief_norm_compute(p.values, ENT_MISSING, "mine", &norm, &err), ENT_E_PARSE);
    file_write(p.values, "p1\n1\nx\n", 7);
    assert_int_equal(ent_belief_norm_compute(p.values, ENT_MISSING, "mine", &norm, &err), ENT_E_PARSE);
    assert_int_equal(err.row, 3);
    assert_int_equal(ent_belief_norm_compute(p.values, 2, "mine", &norm, &err), ENT_E_PARSE);
    place_remove(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows),          cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_compare),       cmocka_unit_test(test_norms_missing),
                                       cmocka_unit_test(test_stored_counts), cmocka_unit_test(test_norm_of_a_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
