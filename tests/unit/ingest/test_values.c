/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as numbers and dates: what published files write, and what is neither. */
#include "ingest/values.h"

#include "support/fixture.h"

#include <locale.h>

static void test_whole(void **state) {
    static const struct {
        const char *text;
        int64_t value;
    } good[] = {{"0", 0}, {"-9", -9}, {"+7", 7}, {"12.0", 12}, {"12.", 12}, {"007", 7}, {"1e+05", 100000}};
    static const char *const bad[] = {"", "-", "1.5", "1a", "abc", "1 2", "9999999999999999999", "1e300", "0x10"};
    int64_t value;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(enti_value_whole(good[i].text, &value));
        assert_true(value == good[i].value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (enti_value_whole(bad[i], &value)) fail_msg("\"%s\" was read as a whole number", bad[i]);
}

/* The fast path must give what strtod gives, to the bit. */
static void test_real(void **state) {
    static const char *const good[] = {"0",
                                       "-0.5",
                                       ".039697491",
                                       "2668.10456639736",
                                       "0.1",
                                       "123456789012345678",
                                       "1e-300",
                                       "1.5e10",
                                       "+4.25",
                                       "0.000000000000001",
                                       "5.",
                                       "9007199254740993",
                                       "-.25",
                                       "27951.0928969529",
                                       "1.7976931348623157e308",
                                       "0.0039999999999999998"};
    static const char *const bad[] = {"", ".", "-", "1,5", "NA", "nan", "inf", "1e999", "0x1p3", "1 ", "--1", "1e"};
    double value;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(enti_value_real(good[i], &value));
        if (value != strtod(good[i], NULL)) fail_msg("%s was read as %.17g", good[i], value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (enti_value_real(bad[i], &value)) fail_msg("\"%s\" was read as a number", bad[i]);
}

/* A program whose locale has a decimal comma reads the same files. */
static void test_locale(void **state) {
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8"};
    double value = 0;
    bool set = false;
    (void)state;
    for (size_t i = 0; i < 3 && !set; i++)
        set = setlocale(LC_NUMERIC, names[i]) != NULL;
    if (!set) skip();
    assert_true(enti_value_real("1.25e10", &value));
    (void)setlocale(LC_NUMERIC, "C");
    assert_true(value == 1.25e10);
}

static void test_dates(void **state) {
    static const struct {
        const char *text, *iso;
    } good[] = {{"1949", "1949"},      {"1949-04", "1949-04"},     {"1949-04-04", "1949-04-04"},
                {"194904", "1949-04"}, {"19490404", "1949-04-04"}, {"2000-02-29", "2000-02-29"},
                {"1949.0", "1949"}};
    static const char *const bad[] = {"",       "49",         "1949-13", "1949-00",    "1900-02-29",
                                      "194913", "1949-04-31", "1949-4",  "04/04/1949", "19490",
                                      "0949",   "1949-0a",    "1949x"};
    char out[ENTI_DATE_ROOM];
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(enti_value_date_text(good[i].text, out));
        assert_string_equal(out, good[i].iso);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (enti_value_date_text(bad[i], out)) fail_msg("\"%s\" was read as %s", bad[i], out);
    assert_true(enti_value_date(1902, ENT_MISSING, ENT_MISSING, out));
    assert_string_equal(out, "1902");
    assert_true(enti_value_date(1902, 7, 0, out));
    assert_string_equal(out, "1902-07");
    assert_false(enti_value_date(1902, 2, 30, out));
    assert_false(enti_value_date(1902, -9, 1, out));
    assert_true(enti_value_date_key("1949-04-04") > enti_value_date_key("1949-04"));
    assert_true(enti_value_date_key("1949-04") > enti_value_date_key("1948-12-31"));
}

static void test_lists(void **state) {
    (void)state;
    assert_true(enti_value_listed("-9 -8 NA", "-8"));
    assert_true(enti_value_listed("-9", "-9.0"));
    assert_true(enti_value_listed("-9", "-9"));
    assert_false(enti_value_listed("-9 -8", "-7"));
    assert_false(enti_value_listed("-99", "-9"));
    assert_false(enti_value_listed(NULL, "-9"));
    assert_false(enti_value_listed("NA", "N"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole), cmocka_unit_test(test_real),  cmocka_unit_test(test_locale),
        cmocka_unit_test(test_dates), cmocka_unit_test(test_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
