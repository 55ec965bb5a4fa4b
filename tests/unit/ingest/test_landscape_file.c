/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Landscape files: the three forms give the same landscape; each kind of damage is refused with its place. */
#include "ingest/landscape_file.h"
#include "support/fixture.h"

static ent_status parse(const char *states, const char *pairs, ent_landscape_input **out, ent_error *err) {
    enti_csv *first = NULL, *second = NULL;
    ent_status st = enti_csv_open_bytes(states, strlen(states), "states.csv", &first, err);
    if (st == ENT_OK && pairs != NULL) st = enti_csv_open_bytes(pairs, strlen(pairs), "pairs.csv", &second, err);
    if (st == ENT_OK) st = enti_landscape_parse(first, second, out, err);
    enti_csv_close(first);
    enti_csv_close(second);
    return st;
}

static ent_landscape_input *good(const char *states, const char *pairs) {
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    must(parse(states, pairs, &in, &err), &err);
    return in;
}

static void expect(ent_status status, const char *states, const char *pairs, const char *part, long row, long column) {
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    ent_status st = parse(states, pairs, &in, &err);
    if (st != status || strstr(err.message, part) == NULL || err.row != row || err.column != column)
        fail_msg("expected %d \"%s\" at %ld:%ld, found %d \"%s\" at %ld:%ld", status, part, row, column, st,
                 err.message, err.row, err.column);
    assert_null(in);
}

static const char plain[] = "code,name,size,camp,camp_foreseen\nA,Alpha,1,x,x\nB,Beta,2.5,,x\nC,,4,y,y\n";

static void test_three_forms(void **state) {
    static const char *const pairs[] = {"a,b,propensity\nA,B,1\nC,A,-2\nB,C,0\n",
                                        "a,b,propensity\nA,B,1\nB,A,1\nA,C,-2\nC,A,-2\nB,C,0\nC,B,0\n",
                                        "code,A,B,C\nA,,1,-2\nB,1,0,0\nC,-2,0,\n"};
    (void)state;
    for (int f = 0; f < 4; f++) {
        ent_landscape_input *in =
            f < 3 ? good(plain, pairs[f])
                  : good("code,name,size,camp,camp_foreseen,B,A,C\nA,Alpha,1,x,x,1,,-2\nB,Beta,2.5,,x,,1,0\n"
                         "C,,4,y,y,0,-2,\n",
                         NULL);
        const double p[] = {0, 1, -2, 1, 0, 0, -2, 0, 0};
        assert_int_equal(in->count, 3);
        assert_string_equal(in->name[0], "Alpha");
        assert_string_equal(in->name[2], "C");
        assert_true(in->size[1] == 2.5);
        assert_memory_equal(in->propensity, p, sizeof p);
        assert_int_equal(in->camps_count, 2);
        assert_string_equal(in->camps[0].label[1], "y");
        assert_int_equal(in->camps[0].side[0], 0);
        assert_int_equal(in->camps[0].side[1], -1);
        assert_int_equal(in->camps[1].side[2], 1);
        ent_landscape_input_free(in);
    }
}

static void test_states_refused(void **state) {
    static const char pairs[] = "a,b,propensity\nA,B,1\n";
    (void)state;
    expect(ENT_E_PARSE, "code,mass\nA,1\n", pairs, "no column size", 1, 0);
    expect(ENT_E_PARSE, "size\n1\n", pairs, "no column code", 1, 0);
    expect(ENT_E_PARSE, "code,size\nA,1\nA,2\n", pairs, "A stands there twice", 3, 1);
    expect(ENT_E_PARSE, "code,size\nA,1\n,2\n", pairs, "without a code", 3, 1);
    expect(ENT_E_PARSE, "code,size\nA,0\nB,2\n", pairs, "above 0", 2, 2);
    expect(ENT_E_PARSE, "code,size\nA,-1\nB,2\n", pairs, "above 0", 2, 2);
    expect(ENT_E_PARSE, "code,size\nA,\nB,2\n", pairs, "above 0", 2, 2);
    expect(ENT_E_PARSE, "code,size\nA,nan\nB,2\n", pairs, "expected a number", 2, 2);
    expect(ENT_E_PARSE, "code,size\nA,1e999\nB,2\n", pairs, "", 2, 2);
    expect(ENT_E_PARSE, "code,size\nA,1\n", pairs, "expected two at least", 0, 0);
    expect(ENT_E_PARSE, "code,size,camp\nA,1,x\nB,2,y\nC,3,z\n", pairs, "a third camp \"z\"", 4, 3);
    expect(ENT_E_PARSE, "code,size,weather\nA,1,2\nB,2,2\n", NULL, "\"weather\" is neither", 1, 3);
}

static void test_pairs_refused(void **state) {
    static const char states[] = "code,size\nA,1\nB,2\nC,3\n";
    (void)state;
    expect(ENT_E_MISSING, states, "a,b,propensity\nA,B,1\nA,C,1\n",
           "1 of 3 pairs have no propensity, the first B and C", 0, 0);
    expect(ENT_E_PARSE, states, "a,b,propensity\nA,B,1\nB,A,2\n",
           "not symmetric: B to A is 2 here, A to B is 1 on line 2", 3, 3);
    expect(ENT_E_PARSE, states, "a,b,propensity\nA,B,1\nA,B,1\n", "twice (before on line 2)", 3, 3);
    expect(ENT_E_PARSE, states, "a,b,propensity\nA,D,1\n", "\"D\" is no state", 2, 2);
    expect(ENT_E_PARSE, states, "a,b,propensity\nA,A,1\n", "with itself", 2, 2);
    expect(ENT_E_PARSE, states, "a,b,propensity\nA,B,\n", "without a propensity", 2, 3);
    expect(ENT_E_PARSE, states, "a,b,propensity\nA,B,NaN\n", "expected a number", 2, 3);
    expect(ENT_E_PARSE, states, "a,b,liking\nA,B,1\n", "the third column is \"liking\"", 1, 3);
    expect(ENT_E_PARSE, states, "code,A,B,C\nA,,1,2\nB,3,,0\nC,2,0,\n", "not symmetric: B to A is 3", 3, 2);
    expect(ENT_E_PARSE, states, "code,A,B,C\nA,,1,\n", "no propensity for C", 2, 4);
    expect(ENT_E_PARSE, states, "code,A,B,D\nA,,1,2\n", "\"D\" is no state", 1, 4);
    expect(ENT_E_MISSING, states, "code,A,B,C\nA,,1,2\n", "3 of 3 pairs", 0, 0);
    expect(ENT_E_PARSE, "code,size,A,B\nA,1,,2\nB,2,3,\n", NULL, "not symmetric", 2, 4);
    expect(ENT_E_PARSE, "code,size,A,B\nA,1,,\nB,2,3,\n", NULL, "no propensity for A and B", 2, 4);
    expect(ENT_E_MISSING, "code,size\nA,1\nB,2\n", NULL, "1 of 1 pairs", 0, 0);
}

/* More states than can be: refused at the row where it happens. */
static void test_too_many(void **state) {
    enti_text text = {0};
    (void)state;
    enti_text_add(&text, "code,size\n");
    for (int i = 0; i <= ENT_LANDSCAPE_MAX; i++)
        enti_text_add(&text, "s%d,1\n", i);
    expect(ENT_E_RANGE, text.at, "a,b,propensity\n", "more than 256 states", 258, 0);
    enti_text_clear(&text);
}

static void test_no_file(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_landscape_input *in = NULL;
    (void)state;
    assert_int_equal(ent_landscape_read("/nonexistent/states.csv", NULL, &in, &err), ENT_E_IO);
    assert_null(in);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_three_forms), cmocka_unit_test(test_states_refused),
                                       cmocka_unit_test(test_pairs_refused), cmocka_unit_test(test_too_many),
                                       cmocka_unit_test(test_no_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
