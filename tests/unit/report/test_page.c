/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout: columns, words wrapped under themselves, no blank at a line's end, bars, colour. */
#include "report/page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const ent_layout ascii = {.format = ENT_TABLE, .width = 60};
static const ent_layout unicode = {.format = ENT_TABLE, .width = 60, .unicode = 1};
static const ent_layout colour = {.format = ENT_TABLE, .width = 60, .colour = 1};

static void expect_page(enti_page *page, const char *expected) {
    char *text = NULL;
    size_t size = 0;
    assert_int_equal(enti_page_finish(page, &text, &size, NULL), ENT_OK);
    assert_string_equal(text, expected);
    assert_int_equal(size, strlen(expected));
    ent_free(text);
}

static void test_columns(void **state) {
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    enti_page_put(&page, ENTI_HEADING, "IS");
    enti_page_to(&page, 10);
    enti_page_put(&page, ENTI_PLAIN, "C\xC3\xB4te");
    enti_page_to(&page, 16);
    enti_page_put(&page, ENTI_PLAIN, "x");
    enti_page_to(&page, 5); /* already passed: one blank */
    enti_page_put(&page, ENTI_PLAIN, "y");
    enti_page_to(&page, 40);
    enti_page_end(&page);
    expect_page(&page, "IS        C\xC3\xB4te  x y\n");
}

static void test_wrap(void **state) {
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    enti_page_to(&page, 30);
    enti_page_words(&page, ENTI_PLAIN, "one two three four five six seven eight nine");
    enti_page_end(&page);
    expect_page(&page, "                              one two three four five six\n"
                       "                              seven eight nine\n");
}

/* What is glued to a word moves to the next line with it; a percent sign never stands alone. */
static void test_glue(void **state) {
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    enti_page_hang(&page, 2);
    enti_page_print(&page, "%s", "12345678901234567890123456789012345678901234567890 sevens");
    enti_page_print(&page, "; next %d %%", 5);
    enti_page_print(&page, ", or: ");
    enti_page_print(&page, "last");
    enti_page_end(&page);
    enti_page_hang(&page, 2);
    enti_page_print(&page, "%s", "1234567890123456789012345678901234567890123456789012345 99 %");
    enti_page_end(&page);
    expect_page(&page, "12345678901234567890123456789012345678901234567890 sevens;\n  next 5 %, or: last\n"
                       "1234567890123456789012345678901234567890123456789012345 99 %\n");
}

static void test_long_word(void **state) {
    static const char word[] = "https://example.org/a/very/long/address/that/does/not/fit/on/a/line/of/sixty/columns";
    char expected[256] = "look at\n  ";
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    enti_page_hang(&page, 2);
    enti_page_print(&page, "look at %s end", word);
    enti_page_end(&page);
    strcat(strcat(expected, word), "\n  end\n");
    expect_page(&page, expected);
}

static void test_right_and_blank(void **state) {
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    enti_page_blank(&page); /* nothing yet: no empty line at the top */
    enti_page_put(&page, ENTI_PLAIN, "left");
    enti_page_right(&page, ENTI_PLAIN, "right");
    enti_page_end(&page);
    enti_page_blank(&page);
    enti_page_blank(&page);
    enti_page_put(&page, ENTI_PLAIN, "end");
    enti_page_end(&page);
    expect_page(&page, "left                                                   right\n\nend\n");
}

static void test_bars(void **state) {
    static const double values[] = {0, 1, 2, 9, -1, -2, -9, 0.67, -0.67, NAN};
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    for (size_t i = 0; i < 7; i++) {
        enti_page_bar(&page, values[i], 2, 5);
        enti_page_put(&page, ENTI_PLAIN, ".");
        enti_page_end(&page);
    }
    expect_page(&page, "  |  .\n  |# .\n  |##.\n  |##.\n #|  .\n##|  .\n##|  .\n");
    enti_page_start(&page, &unicode);
    for (size_t i = 7; i < 10; i++) {
        enti_page_bar(&page, values[i], 2, 5);
        enti_page_put(&page, ENTI_PLAIN, ".");
        enti_page_end(&page);
    }
    expect_page(&page, "  \u2502\u258C .\n \u2590\u2502  .\n     .\n");
}

static void test_colour(void **state) {
    enti_page page;
    (void)state;
    enti_page_start(&page, &colour);
    enti_page_put(&page, ENTI_GOOD, "good");
    enti_page_to(&page, 6);
    enti_page_words(&page, ENTI_PLAIN, "plain");
    enti_page_end(&page);
    expect_page(&page, "\033[32mgood\033[0m  plain\n");
}

/* Text from a data file must not reach the terminal as commands. */
static void test_control_characters(void **state) {
    enti_page page;
    (void)state;
    enti_page_start(&page, &ascii);
    enti_page_words(&page, ENTI_PLAIN, "a\033[31mb\nc");
    enti_page_end(&page);
    expect_page(&page, "a?[31mb?c\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_glue),
        cmocka_unit_test(test_long_word),
        cmocka_unit_test(test_right_and_blank),
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_control_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
