/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words: ordinals, the few digits a reader needs, and "unknown" where nothing is known. */
#include "report/words.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void test_ordinals(void **state) {
    static const struct {
        long rank;
        const char *text;
    } cases[] = {{1, "1st"},
                 {2, "2nd"},
                 {3, "3rd"},
                 {4, "4th"},
                 {11, "11th"},
                 {12, "12th"},
                 {13, "13th"},
                 {21, "21st"},
                 {111, "111th"},
                 {1003, "1,003rd"},
                 {ENT_MISSING, "unknown"}};
    char out[ENTI_WORDS];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(enti_words_ordinal(out, cases[i].rank), cases[i].text);
}

static void test_percentiles(void **state) {
    char out[ENTI_WORDS];
    (void)state;
    assert_string_equal(enti_words_percentile(out, 49.2), "49th");
    assert_string_equal(enti_words_percentile(out, 0), "0th");
    assert_string_equal(enti_words_percentile(out, 25), "25th");
    assert_string_equal(enti_words_percentile(out, 25.3), "25th");
    assert_string_equal(enti_words_percentile(out, 24.6), "24.6th"); /* on the other side of the cut */
    assert_string_equal(enti_words_percentile(out, 49.99), "50th");
    assert_string_equal(enti_words_percentile(out, NAN), "unknown");
}

static void test_probabilities(void **state) {
    char out[ENTI_WORDS];
    (void)state;
    assert_string_equal(enti_words_probability(out, 0), "0 %");
    assert_string_equal(enti_words_probability(out, 0.0004), "under 0.1 %");
    assert_string_equal(enti_words_probability(out, 0.0018), "0.2 %");
    assert_string_equal(enti_words_probability(out, 0.108), "11 %");
    assert_string_equal(enti_words_probability(out, 0.9975), "over 99 %");
    assert_string_equal(enti_words_probability(out, 1), "100 %");
    assert_string_equal(enti_words_probability(out, NAN), "unknown");
}

static void test_numbers(void **state) {
    char out[ENTI_WORDS];
    (void)state;
    assert_string_equal(enti_words_signed(out, 0.0702), "+0.07");
    assert_string_equal(enti_words_signed(out, -1.384), "-1.38");
    assert_string_equal(enti_words_signed(out, -0.001), "+0.00");
    assert_string_equal(enti_words_signed(out, NAN), "unknown");
    assert_string_equal(enti_words_number(out, 0.099251612), "0.0992516");
    assert_string_equal(enti_words_number(out, -0.0), "0");
    assert_string_equal(enti_words_count(out, 17147), "17,147");
    assert_string_equal(enti_words_count(out, -1234567), "-1,234,567");
    assert_string_equal(enti_words_count(out, 100), "100");
}

static void test_names(void **state) {
    const ent_entity chad = {.code = 483, .iso3 = "TCD", .name = "Chad"};
    const ent_entity congo = {.code = 490, .iso3 = "COD", .name = "Democratic Republic of the Congo"};
    const ent_entity gran = {.code = 10099, .iso3 = "", .name = "Gran Colombia"};
    char out[ENTI_WORDS];
    (void)state;
    assert_string_equal(enti_words_name(out, &chad, 4), "Chad");
    assert_string_equal(enti_words_name(out, &congo, 14), "COD");
    assert_string_equal(enti_words_name(out, &gran, 5), "COW 10099");
}

/* Rows of the snapshot are lines of its CSV files; those of imports stand in their tables. */
static void test_suffix(void **state) {
    (void)state;
    assert_string_equal(enti_words_suffix("rivalries"), ".csv");
    assert_string_equal(enti_words_suffix("import_rivalries"), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ordinals), cmocka_unit_test(test_percentiles), cmocka_unit_test(test_probabilities),
        cmocka_unit_test(test_numbers),  cmocka_unit_test(test_names),       cmocka_unit_test(test_suffix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
