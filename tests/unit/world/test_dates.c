/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of any precision, and spans of days. */
#include "support/fixture.h"

static void test_days(void **state) {
    (void)state;
    assert_int_equal(enti_day(1970, 1, 1), 0);
    assert_int_equal(enti_day(1969, 12, 31), -1);
    assert_int_equal(enti_day(2000, 2, 29), 11016);
    assert_int_equal(enti_day(2000, 3, 1), 11017);
    assert_int_equal(enti_day(1816, 1, 1), -56248);
    assert_int_equal(enti_day(1900, 3, 1) - enti_day(1900, 2, 28), 1); /* no leap day in 1900 */
    assert_int_equal(enti_day(2001, 1, 1) - enti_day(2000, 1, 1), 366);
    assert_int_equal(enti_day(1, 1, 1), -719162);
}

static void test_precision(void **state) {
    static const struct {
        const char *text;
        int first[3], last[3];
    } dates[] = {{"2014", {2014, 1, 1}, {2014, 12, 31}},
                 {"2014-06", {2014, 6, 1}, {2014, 6, 30}},
                 {"2014-06-20", {2014, 6, 20}, {2014, 6, 20}},
                 {"2012-02", {2012, 2, 1}, {2012, 2, 29}},
                 {"1900-02", {1900, 2, 1}, {1900, 2, 28}},
                 {"2000-02-29", {2000, 2, 29}, {2000, 2, 29}},
                 {"0001", {1, 1, 1}, {1, 12, 31}},
                 {"9999-12-31", {9999, 12, 31}, {9999, 12, 31}}};
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        int32_t first = 0, last = 0;
        assert_true(enti_date_first(dates[i].text, &first));
        assert_true(enti_date_last(dates[i].text, &last));
        assert_int_equal(first, enti_day(dates[i].first[0], dates[i].first[1], dates[i].first[2]));
        assert_int_equal(last, enti_day(dates[i].last[0], dates[i].last[1], dates[i].last[2]));
    }
}

static void test_refused(void **state) {
    static const char *const texts[] = {"",           "0",          "201",        "20145",        "2014-",
                                        "2014-6",     "2014-00",    "2014-13",    "2014-06-00",   "2014-06-31",
                                        "2013-02-29", "1900-02-29", "2014/06/20", "2014-06/20",   "2014 06 20",
                                        "-014",       "0000",       "2O14",       "2014-06-2O",   "2014-06-20 ",
                                        "20140620",   "+014",       "2014-+6",    "2014-06-20T00"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int32_t day = 77;
        if (enti_date_first(texts[i], &day) || enti_date_last(texts[i], &day)) fail_msg("\"%s\" was read", texts[i]);
        assert_int_equal(day, 77);
    }
}

static void test_spans(void **state) {
    enti_span span = {.first = enti_day(1949, 10, 1), .last = enti_day(1971, 1, 1)};
    (void)state;
    assert_false(enti_span_in(&span, 1900, 1948));
    assert_true(enti_span_in(&span, 1949, 1949));
    assert_true(enti_span_in(&span, 1971, 1971)); /* one day is enough */
    assert_false(enti_span_in(&span, 1972, 1972));
    assert_true(enti_span_in(&span, 1900, 2000));
    span.last = INT32_MAX;
    assert_true(enti_span_in(&span, 2022, 2022));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_days), cmocka_unit_test(test_precision),
                                       cmocka_unit_test(test_refused), cmocka_unit_test(test_spans)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
