/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON: valid whatever the texts hold, numbers that read back, unknown as null. */
#include "report/json.h"

#include <jansson.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void expect_json(enti_tree *tree, const char *expected) {
    enti_text out = {0};
    json_t *read;
    enti_json_write(&out, tree);
    assert_false(out.failed);
    assert_string_equal(out.at, expected);
    read = json_loads(out.at, 0, NULL);
    assert_non_null(read);
    json_decref(read);
    enti_text_clear(&out);
    enti_tree_clear(tree);
}

static void test_empty(void **state) {
    enti_tree tree;
    (void)state;
    (void)enti_tree_start(&tree);
    expect_json(&tree, "{}\n");
}

static void test_shapes(void **state) {
    enti_tree tree;
    enti_node *root = enti_tree_start(&tree), *list;
    (void)state;
    (void)enti_tree_array(&tree, root, "none");
    list = enti_tree_array(&tree, root, "list");
    enti_tree_integer(&tree, list, NULL, -7);
    enti_tree_string(&tree, enti_tree_object(&tree, list, NULL), "a", "b");
    enti_tree_bool(&tree, root, "yes", true);
    expect_json(&tree, "{\n  \"none\": [],\n  \"list\": [\n    -7,\n    {\n      \"a\": \"b\"\n    }\n  ],\n"
                       "  \"yes\": true\n}\n");
}

static void test_unknown_is_null(void **state) {
    enti_tree tree;
    enti_node *root = enti_tree_start(&tree);
    (void)state;
    enti_tree_number(&tree, root, "nan", NAN);
    enti_tree_number(&tree, root, "infinite", -INFINITY);
    enti_tree_integer(&tree, root, "missing", ENT_MISSING);
    enti_tree_string(&tree, root, "text", NULL);
    expect_json(&tree, "{\n  \"nan\": null,\n  \"infinite\": null,\n  \"missing\": null,\n  \"text\": null\n}\n");
}

static void test_strings(void **state) {
    enti_tree tree;
    enti_node *root = enti_tree_start(&tree);
    (void)state;
    enti_tree_string(&tree, root, "a", "\"\\\n\t\x01\x7F");
    enti_tree_string(&tree, root, "b", "C\xC3\xB4te \xE4\xB8\xAD");
    enti_tree_string(&tree, root, "c", "x\xFFy\xC3"); /* damaged bytes, one of them cut at the end */
    expect_json(&tree, "{\n  \"a\": \"\\\"\\\\\\u000a\\u0009\\u0001\\u007f\",\n  \"b\": \"C\xC3\xB4te \xE4\xB8\xAD\",\n"
                       "  \"c\": \"x\xEF\xBF\xBDy\xEF\xBF\xBD\"\n}\n");
}

static void test_numbers_read_back(void **state) {
    static const double values[] = {0.1, 1.0 / 3, 49.24411560921590, 1e-300, -123456789.123456789, 5e-324, 1e21, 100};
    char text[32];
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        enti_number_text(text, values[i]);
        assert_true(strtod(text, NULL) == values[i]);
    }
    enti_number_text(text, 0.1);
    assert_string_equal(text, "0.1");
    enti_number_text(text, -0.0);
    assert_string_equal(text, "0");
}

static void test_hyphens(void **state) {
    enti_tree tree;
    (void)state;
    (void)enti_tree_start(&tree);
    assert_string_equal(enti_tree_hyphens(&tree, "paper alliance"), "paper-alliance");
    assert_null(enti_tree_hyphens(&tree, NULL));
    enti_tree_clear(&tree);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_unknown_is_null),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_numbers_read_back),
        cmocka_unit_test(test_hyphens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
