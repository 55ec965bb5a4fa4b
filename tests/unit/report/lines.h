/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every table a person reads. Include it after cmocka.h. */
#ifndef TESTS_REPORT_LINES_H
#define TESTS_REPORT_LINES_H

#include "report/utf8.h"

#include <stdbool.h>
#include <string.h>

static void expect_in_order(const char *text, const char *const *parts) {
    for (const char *at = text; *parts != NULL; parts++) {
        at = strstr(at, *parts);
        if (at == NULL) fail_msg("\"%s\" is not where it belongs in:\n%s", *parts, text);
    }
}

/* No line wider than asked for unless one word alone is; none ends in a blank; unknown is a word. */
static void check_lines(const char *text, int width) {
    assert_null(strstr(text, " nan"));
    assert_null(strstr(text, "(null)"));
    assert_null(strstr(text, "-2147483648"));
    assert_null(strstr(text, " \n"));
    assert_null(strstr(text, "\n\n\n"));
    for (const char *line = text; *line != 0;) {
        size_t size = strcspn(line, "\n");
        const char *word = line + strspn(line, " ");
        bool several = memchr(word, ' ', size - (size_t)(word - line)) != NULL;
        int columns = enti_utf8_width(line, size);
        if (columns > width && several) fail_msg("%d columns, %d expected: %.*s", columns, width, (int)size, line);
        line += size + 1;
    }
}

#endif
