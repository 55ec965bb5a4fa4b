/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Well-formed UTF-8, what is not, and how wide it is. */
#include "report/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_next(void **state) {
    static const struct {
        const char *text;
        size_t size;
    } cases[] = {
        {"", 0},
        {"a", 1},
        {"\xC3\xB4", 2},
        {"\xE4\xB8\xAD", 3},
        {"\xF0\x9F\x98\x80", 4},
        {"\xC3", 0},             /* cut short */
        {"\xE4\xB8", 0},         /* cut short */
        {"\x80", 0},             /* no beginning */
        {"\xC0\xAF", 0},         /* longer than needed */
        {"\xE0\x80\xAF", 0},     /* longer than needed */
        {"\xED\xA0\x80", 0},     /* half of a surrogate pair */
        {"\xF4\x90\x80\x80", 0}, /* beyond U+10FFFF */
        {"\xFF", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(enti_utf8_next(cases[i].text), cases[i].size);
}

static void test_width(void **state) {
    static const struct {
        const char *text;
        int width;
    } cases[] = {
        {"", 0}, {"abc", 3}, {"C\xC3\xB4te", 4}, {"o\xCC\x82", 1}, {"\xE4\xB8\xAD\xE5\x9B\xBD", 4}, {"x\xFFy", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(enti_utf8_width(cases[i].text, strlen(cases[i].text)), cases[i].width);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_next), cmocka_unit_test(test_width)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
