/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV in long form: one value a row, quoted as RFC 4180 asks, unknown left empty. */
#include "report/csv.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void expect_csv(enti_tree *tree, const char *expected) {
    enti_text out = {0};
    enti_csv_write(&out, tree);
    assert_false(out.failed);
    assert_string_equal(out.at, expected);
    enti_text_clear(&out);
    enti_tree_clear(tree);
}

static void test_empty(void **state) {
    enti_tree tree;
    (void)state;
    (void)enti_tree_start(&tree);
    expect_csv(&tree, "section,item,field,value\n");
}

static void test_sections(void **state) {
    enti_tree tree;
    enti_node *root = enti_tree_start(&tree), *part, *list, *row;
    (void)state;
    enti_tree_string(&tree, root, "schema", "x/1");
    part = enti_tree_object(&tree, root, "question");
    enti_tree_integer(&tree, enti_tree_object(&tree, part, "a"), "code", 710);
    enti_tree_number(&tree, part, "unknown", NAN);
    enti_tree_bool(&tree, part, "yes", true);
    list = enti_tree_array(&tree, root, "theories");
    for (int i = 0; i < 2; i++) {
        row = enti_tree_object(&tree, list, NULL);
        enti_tree_number(&tree, enti_tree_object(&tree, row, "sides"), "a", 0.5 + i);
        enti_tree_string(&tree, enti_tree_array(&tree, row, "cites"), NULL, "k");
    }
    list = enti_tree_array(&tree, root, "missing");
    enti_tree_string(&tree, list, NULL, "one");
    (void)enti_tree_array(&tree, root, "none");
    expect_csv(&tree, "section,item,field,value\n"
                      "answer,,schema,x/1\n"
                      "question,,a.code,710\n"
                      "question,,unknown,\n"
                      "question,,yes,1\n"
                      "theories,1,sides.a,0.5\n"
                      "theories,1,cites.1,k\n"
                      "theories,2,sides.a,1.5\n"
                      "theories,2,cites.1,k\n"
                      "missing,1,,one\n");
}

static void test_cells(void **state) {
    static const char *const pairs[][2] = {
        {"plain", "plain"},
        {"a, b", "\"a, b\""},
        {"say \"so\"", "\"say \"\"so\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        enti_text out = {0};
        enti_text_add(&out, "%s", "");
        enti_csv_cell(&out, pairs[i][0]);
        assert_string_equal(out.at, pairs[i][1]);
        enti_text_clear(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_sections),
        cmocka_unit_test(test_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
