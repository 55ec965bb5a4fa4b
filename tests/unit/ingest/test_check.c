/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of imported data: each finding is provoked by a small file, with its line. */
#include "support/importing.h"

#include <entente/check.h>

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

static ent_check *run(const char *dataset) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_check *check = NULL;
    must(ent_store_open(w.database, &store, &err), &err);
    must(ent_check_run(store, dataset, &check, &err), &err);
    ent_store_close(store); /* findings outlive it */
    return check;
}

/* Whether there is a finding of a kind on a line, about so many rows, with these words. */
static bool has(const ent_check *check, const char *kind, ent_severity severity, long line, long rows,
                const char *words) {
    for (size_t i = 0; i < ent_check_count(check); i++) {
        ent_remark r = ent_check_at(check, i);
        if (strcmp(r.check, kind) == 0 && r.severity == severity && r.line == line && r.rows == rows &&
            strstr(r.text, words) != NULL)
            return true;
    }
    return false;
}

static void show(const ent_check *check) {
    for (size_t i = 0; i < ent_check_count(check); i++) {
        ent_remark r = ent_check_at(check, i);
        print_message("%s %s %s:%ld %ld %s\n", ent_severity_name(r.severity), r.check, r.file, r.line, r.rows, r.text);
    }
}

#define EXPECT(check, ...)                                                                                             \
    do {                                                                                                               \
        if (!has(check, __VA_ARGS__)) {                                                                                \
            show(check);                                                                                               \
            fail_msg("not found: %s", #__VA_ARGS__);                                                                   \
        }                                                                                                              \
    } while (0)

/* Coverage, a year in which a member is missing, one in which all are, a code outside its years, one of nobody, the
 * sum of CINC, missing values. */
static void test_state_years(void **state) {
    ent_check *check;
    (void)state;
    import_text(&w, "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
                    "USA,2,2000,1,1,1,1,1,1,0.5,2021\n"
                    "USA,2,2001,1,1,1,1,1,1,0.5,2021\n"
                    "USA,2,2004,1,1,1,1,1,1,0.4,2021\n"
                    "CAN,20,2000,1,1,1,1,1,1,0.5,2021\n"
                    "CAN,20,2004,-9,1,1,1,1,1,0.5,2021\n"
                    "GMY,255,1950,1,1,1,1,1,1,0.1,2021\n"
                    "XXX,999,2000,1,1,1,1,1,1,0,2021\n");
    check = run(NULL);
    EXPECT(check, "coverage", ENT_NOTE, 0, 7, "1950 to 2004, from 1 to 3 rows a year");
    EXPECT(check, "years without rows", ENT_NOTE, 0, 0, "1951 to 1999, 2002 to 2003");
    EXPECT(check, "gaps", ENT_WARNING, 5, 0, "Canada (20) has no row from 2001 to 2003");
    assert_false(has(check, "gaps", ENT_WARNING, 3, 0, "United States")); /* nobody has rows in 2002 and 2003 */
    EXPECT(check, "code outside its years", ENT_WARNING, 7, 1, "in 1950");
    EXPECT(check, "unknown code", ENT_WRONG, 8, 1, "code 999");
    EXPECT(check, "sum of CINC", ENT_NOTE, 0, 3, "from 0.1000 to 0.9000");
    EXPECT(check, "missing", ENT_NOTE, 6, 1, "milex is missing in 1 of 7 rows");
    ent_check_free(check);
}

/* Two directions of a border that do not agree. */
static void test_asymmetry(void **state) {
    ent_check *check;
    (void)state;
    import_text(&w, "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n"
                    "2020,2,USA,20,CAN,2000,1,3.2\n20002,20,CAN,2,USA,2000,2,3.2\n2070,2,USA,70,MEX,2000,1,3.2\n");
    check = run("contiguity_year");
    EXPECT(check, "asymmetric contiguity", ENT_WRONG, 2, 1, "2-20 in 2000");
    ent_check_free(check);
}

/* A membership in two phases, one still running, one whose end nobody knows. */
static void test_spells(void **state) {
    ent_check *check;
    (void)state;
    import_text(&w, "statenme,stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n"
                    "Made,USA,2,1816,1,1,2016,12,31,2016\nMade,CAN,20,1920,1,10,1950,1,1,2016\n"
                    "Made,CAN,20,1949,1,1,2016,12,31,2016\n");
    check = run("cow_states");
    EXPECT(check, "still running", ENT_NOTE, 2, 2, "still running");
    EXPECT(check, "overlapping spells", ENT_WARNING, 3, 1, "after the next one starts, 1949-01-01");
    ent_check_free(check);
}

/* Nothing imported, or not that, is said; a data set that is in order has no finding that is wrong. */
static void test_nothing(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_check *check = NULL;
    (void)state;
    must(ent_store_open(NULL, &store, &err), &err);
    assert_int_equal(ent_check_run(store, NULL, &check, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "data import"));
    ent_store_close(store);
    import_text(&w, "stateabb,ccode,year,version\nUSA,2,2000,2016\n");
    must(ent_store_open(w.database, &store, &err), &err);
    assert_int_equal(ent_check_run(store, "nmc", &check, &err), ENT_E_MISSING);
    assert_null(check);
    ent_store_close(store);
    check = run(NULL);
    for (size_t i = 0; i < ent_check_count(check); i++)
        assert_int_not_equal(ent_check_at(check, i).severity, ENT_WRONG);
    ent_check_free(check);
    ent_check_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_state_years, setup, teardown),
        cmocka_unit_test_setup_teardown(test_asymmetry, setup, teardown),
        cmocka_unit_test_setup_teardown(test_spells, setup, teardown),
        cmocka_unit_test_setup_teardown(test_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
