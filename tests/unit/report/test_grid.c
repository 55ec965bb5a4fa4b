/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids: nothing in them, one row, columns that give way, words wrapped, accents and control characters. */
#include "report/grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const enti_column columns[] = {{"name", false, 0}, {"n", true, 0}, {"aside", false, 100}, {"text", false, 0}};

static char *finished(enti_page *page) {
    char *text = NULL;
    assert_int_equal(enti_page_finish(page, &text, NULL, NULL), ENT_OK);
    return text;
}

static void start(enti_page *page, enti_grid *grid, int width) {
    const ent_layout layout = {.format = ENT_TABLE, .width = width, .unicode = 1};
    enti_page_start(page, &layout);
    memset(grid, 0, sizeof *grid);
    grid->columns = columns;
    grid->width = sizeof columns / sizeof *columns;
}

static void add_row(enti_grid *grid, const char *name, int n, const char *aside, const char *text) {
    enti_grid_cell(grid, "%s", name);
    enti_grid_cell(grid, "%d", n);
    enti_grid_cell(grid, "%s", aside);
    enti_grid_cell(grid, "%s", text);
}

static void test_rows(void **state) {
    enti_page page;
    enti_grid grid;
    char *text;
    (void)state;
    start(&page, &grid, 60);
    add_row(&grid, "T\u00fcrkiye", 7, "hidden", "one two three four five six seven eight nine ten eleven twelve");
    add_row(&grid, "", 12, "", "");
    enti_grid_write(&grid, &page, 2);
    text = finished(&page);
    assert_string_equal(text, "  name      n  text\n"
                              "  T\u00fcrkiye   7  one two three four five six seven eight nine\n"
                              "               ten eleven twelve\n"
                              "           12\n");
    ent_free(text);
}

static void test_columns_by_width(void **state) {
    enti_page page;
    enti_grid grid;
    char *text;
    (void)state;
    start(&page, &grid, 100);
    add_row(&grid, "a", 1, "shown", "x");
    enti_grid_write(&grid, &page, 0);
    text = finished(&page);
    assert_string_equal(text, "name  n  aside  text\na     1  shown  x\n");
    ent_free(text);
    start(&page, &grid, 100); /* it gives way where the last column would have no room */
    add_row(&grid, "a", 1, "a long aside, a long aside, a long aside, a long aside, a long aside, a long aside, a long",
            "x");
    enti_grid_write(&grid, &page, 0);
    text = finished(&page);
    assert_string_equal(text, "name  n  text\na     1  x\n");
    ent_free(text);
}

static void test_other_peoples_text(void **state) {
    enti_page page;
    enti_grid grid;
    char *text;
    (void)state;
    start(&page, &grid, 80);
    add_row(&grid, "a\033[31mb\tc", 1, "", "");
    enti_grid_write(&grid, &page, 0);
    text = finished(&page);
    assert_null(strchr(text, '\033'));
    assert_null(strchr(text, '\t'));
    ent_free(text);
}

static void test_empty(void **state) {
    enti_page page;
    enti_grid grid;
    char *text;
    (void)state;
    start(&page, &grid, 80);
    enti_page_put(&page, ENTI_PLAIN, "before");
    enti_page_end(&page);
    enti_grid_write(&grid, &page, 0);
    text = finished(&page);
    assert_int_equal(strncmp(text, "before\n", 7), 0);
    ent_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_columns_by_width),
        cmocka_unit_test(test_other_peoples_text),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
