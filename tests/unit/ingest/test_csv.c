/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CSV reader: what archives really contain, and the row and column of every complaint. */
#include "ingest/csv.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- Helpers ------------------------------------------------------------------------------------ */

static enti_csv *open_text(const char *text) {
    ent_error err = {0};
    enti_csv *csv = NULL;
    if (enti_csv_open_bytes(text, strlen(text), "t.csv", &csv, &err) != ENT_OK) fail_msg("%s", err.message);
    return csv;
}

static bool next(enti_csv *csv) {
    ent_error err = {0};
    bool more = false;
    if (enti_csv_next(csv, &more, &err) != ENT_OK) fail_msg("%s", err.message);
    return more;
}

/* Reads to the first error, which must be a parse error at the place given and with these words in it. */
static void expect_error(const char *text, size_t size, long row, long column, const char *words) {
    ent_error err = {0};
    enti_csv *csv = NULL;
    bool more = true;
    ent_status st = enti_csv_open_bytes(text, size, "t.csv", &csv, &err);
    while (st == ENT_OK && more)
        st = enti_csv_next(csv, &more, &err);
    assert_int_equal(st, ENT_E_PARSE);
    assert_int_equal(err.status, ENT_E_PARSE);
    assert_string_equal(err.file, "t.csv");
    assert_int_equal(err.row, row);
    assert_int_equal(err.column, column);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
    enti_csv_close(csv);
}

static void expect_text_error(const char *text, long row, long column, const char *words) {
    expect_error(text, strlen(text), row, column, words);
}

/* ---- Files --------------------------------------------------------------------------------------- */

static void test_empty(void **state) {
    (void)state;
    expect_text_error("", 1, 0, "empty");
    expect_text_error("\n\r\n\n", 1, 0, "empty");
    expect_text_error("\xEF\xBB\xBF", 1, 0, "empty");
}

static void test_header_only(void **state) {
    enti_csv *csv = open_text("code,year");
    (void)state;
    assert_int_equal(enti_csv_columns(csv), 2);
    assert_string_equal(enti_csv_column(csv, 1), "year");
    assert_int_equal(enti_csv_find(csv, "code"), 0);
    assert_true(enti_csv_find(csv, "cod") == SIZE_MAX);
    assert_false(next(csv));
    assert_false(next(csv)); /* the end stays the end */
    enti_csv_close(csv);
    enti_csv_close(NULL);
}

static void test_byte_order_mark(void **state) {
    enti_csv *csv = open_text("\xEF\xBB\xBF\"code\",year\n2,1946\n");
    (void)state;
    assert_string_equal(enti_csv_column(csv, 0), "code");
    assert_true(next(csv));
    assert_string_equal(enti_csv_text(csv, 0), "2");
    enti_csv_close(csv);
}

static void test_line_ends(void **state) {
    static const char *const files[] = {"a,b\n1,2\n\n3,4", "a,b\r\n1,2\r\n\r\n3,4\r\n", "a,b\r1,2\r\r3,4\r"};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        enti_csv *csv = open_text(files[i]);
        assert_true(next(csv));
        assert_int_equal(enti_csv_row(csv), 2);
        assert_string_equal(enti_csv_text(csv, 1), "2");
        assert_true(next(csv));
        assert_int_equal(enti_csv_row(csv), 4); /* the blank line counts as a line, not as a record */
        assert_string_equal(enti_csv_text(csv, 0), "3");
        assert_string_equal(enti_csv_text(csv, 1), "4");
        assert_false(next(csv));
        enti_csv_close(csv);
    }
}

static void test_quotes(void **state) {
    enti_csv *csv = open_text("a,b,c\n\"x,y\",\"say \"\"no\"\"\",\"\"\n12\" gun,,\"\"\"\"\n");
    (void)state;
    assert_true(next(csv));
    assert_string_equal(enti_csv_text(csv, 0), "x,y");
    assert_string_equal(enti_csv_text(csv, 1), "say \"no\"");
    assert_string_equal(enti_csv_text(csv, 2), "");
    assert_true(next(csv));
    assert_string_equal(enti_csv_text(csv, 0), "12\" gun");
    assert_string_equal(enti_csv_text(csv, 1), "");
    assert_string_equal(enti_csv_text(csv, 2), "\"");
    assert_false(next(csv));
    enti_csv_close(csv);
}

static void test_newline_in_field(void **state) {
    enti_csv *csv = open_text("a,b\r\n\"one\r\ntwo\n\nthree\rfour\",x\r\nlast,y\r\n");
    (void)state;
    assert_true(next(csv));
    assert_int_equal(enti_csv_row(csv), 2);
    assert_string_equal(enti_csv_text(csv, 0), "one\r\ntwo\n\nthree\rfour");
    assert_true(next(csv));
    assert_int_equal(enti_csv_row(csv), 7);
    assert_string_equal(enti_csv_text(csv, 0), "last");
    enti_csv_close(csv);
}

static void test_utf8(void **state) {
    enti_csv *csv = open_text("name\nT\xC3\xBCrkiye\n\xE4\xB8\xAD\xE5\x9B\xBD\n\xF0\x9F\x8C\x8D and more text\n");
    (void)state;
    assert_true(next(csv));
    assert_string_equal(enti_csv_text(csv, 0), "T\xC3\xBCrkiye");
    assert_true(next(csv));
    assert_true(next(csv));
    enti_csv_close(csv);
}

/* ---- Faults --------------------------------------------------------------------------------------- */

static void test_ragged_rows(void **state) {
    (void)state;
    expect_text_error("a,b,c\n1,2,3\n1,2\n", 3, 3, "2 fields");
    expect_text_error("a,b,c\n1,2,3,4\n", 2, 4, "4 fields");
    expect_text_error("a,b\n\"x\ny\",1\n2\n", 4, 2, "the header has 2");
}

static void test_bad_utf8(void **state) {
    (void)state;
    expect_text_error("a,b\nok,T\xFCrkei, the Latin-1 way\n", 2, 2, "UTF-8");
    expect_text_error("a,b\nok,caf\xC3\n", 2, 2, "UTF-8");           /* cut short */
    expect_text_error("a,b\n\xC0\xAF,x\n", 2, 1, "UTF-8");           /* overlong */
    expect_text_error("a,b\n\xED\xA0\x80,x\n", 2, 1, "UTF-8");       /* surrogate */
    expect_text_error("a,b\n\xF4\x90\x80\x80,x\n", 2, 1, "UTF-8");   /* beyond Unicode */
    expect_text_error("a,\xE0\x80\x80\n", 1, 2, "UTF-8");            /* overlong, in the header */
    expect_error("a,b\nlong enough \0 text,x\n", 25, 2, 1, "UTF-8"); /* a zero byte would cut the field */
    expect_text_error("\xFF\xFE"
                      "a\n",
                      1, 1, "UTF-8"); /* UTF-16 */
}

static void test_quote_faults(void **state) {
    (void)state;
    expect_text_error("a,b\n1,\"open\n2,3\n", 2, 2, "not closed");
    expect_text_error("a,b\n1,2\n\"\n", 3, 1, "not closed");
    expect_text_error("a,b\n1,\"x\"y\n", 2, 2, "closing quote");
}

static void test_no_file(void **state) {
    ent_error err = {0};
    enti_csv *csv = NULL;
    (void)state;
    assert_int_equal(enti_csv_open("/nowhere/at/all.csv", "all.csv", &csv, &err), ENT_E_IO);
    assert_null(csv);
    assert_string_equal(err.file, "all.csv");
    assert_int_equal(enti_csv_open("/nowhere/at/all.csv", "all.csv", &csv, NULL), ENT_E_IO);
}

/* ---- Numbers --------------------------------------------------------------------------------------- */

static void test_integers(void **state) {
    static const struct {
        const char *text;
        int32_t value;
    } good[] = {{"1904", 1904},
                {"-9", -9},
                {"+7", 7},
                {"007", 7},
                {"2147483647", INT32_MAX},
                {"-2147483647", -INT32_MAX},
                {"0000000000000000000000012", 12}};
    static const char *const bad[] = {"19O4", "1904.0", " 1904",      "1904 ",       "-",
                                      "0x10", "1e3",    "2147483648", "-2147483648", "99999999999999999999999999",
                                      "n/a"};
    char text[64];
    int32_t value = 1;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        enti_csv *csv;
        (void)snprintf(text, sizeof text, "x,year\nx,%s\n", good[i].text);
        csv = open_text(text);
        assert_true(next(csv));
        assert_int_equal(enti_csv_int(csv, 1, &value, NULL), ENT_OK);
        assert_int_equal(value, good[i].value);
        enti_csv_close(csv);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ent_error err = {0};
        enti_csv *csv;
        (void)snprintf(text, sizeof text, "x,year\n\nx,%s\n", bad[i]);
        csv = open_text(text);
        assert_true(next(csv));
        assert_int_equal(enti_csv_int(csv, 1, &value, &err), ENT_E_PARSE);
        assert_int_equal(err.row, 3);
        assert_int_equal(err.column, 2);
        (void)snprintf(text, sizeof text, "year is \"%s\"", bad[i]);
        if (strstr(err.message, text) == NULL) fail_msg("%s", err.message);
        enti_csv_close(csv);
    }
}

static void test_doubles(void **state) {
    static const char *const good[] = {"0.401",
                                       "-1.42674068334",
                                       "1e-6",
                                       "4.016838e-05",
                                       "5.",
                                       ".5",
                                       "+3",
                                       "1E3",
                                       "9007199254740993",
                                       "0.1000000000000000055511151231257827",
                                       "2.2250738585072014e-308",
                                       "123456789012345678901234567890",
                                       "1.7976931348623157e308",
                                       "-0",
                                       "6.02e23"};
    static const char *const bad[] = {"", "nan", "inf", "0x1p3", "1,5", "1.2.3", "e5", "1e", ".", "1e999", "12 "};
    char text[96];
    double value = 0;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        enti_csv *csv;
        (void)snprintf(text, sizeof text, "v\n%s\n", good[i]);
        csv = open_text(text);
        assert_true(next(csv));
        assert_int_equal(enti_csv_double(csv, 0, &value, NULL), ENT_OK);
        assert_true(value == strtod(good[i], NULL)); /* the nearest double, to the last bit */
        enti_csv_close(csv);
    }
    for (size_t i = 1; i < sizeof bad / sizeof *bad; i++) {
        ent_error err = {0};
        enti_csv *csv;
        (void)snprintf(text, sizeof text, "v\n\"%s\"\n", bad[i]);
        csv = open_text(text);
        assert_true(next(csv));
        assert_int_equal(enti_csv_double(csv, 0, &value, &err), ENT_E_PARSE);
        assert_int_equal(err.row, 2);
        assert_int_equal(err.column, 1);
        enti_csv_close(csv);
    }
}

static void test_missing_numbers(void **state) {
    enti_csv *csv = open_text("a,b\n,\n");
    double real = 1;
    int32_t whole = 1;
    (void)state;
    assert_true(next(csv));
    assert_int_equal(enti_csv_double(csv, 0, &real, NULL), ENT_OK);
    assert_true(isnan(real));
    assert_int_equal(enti_csv_int(csv, 1, &whole, NULL), ENT_OK);
    assert_int_equal(whole, ENT_MISSING);
    enti_csv_close(csv);
}

/* ---- Size and memory ------------------------------------------------------------------------------- */

/* Records, quotes and CRLF pairs fall on the edges of the reader's blocks somewhere in this file. */
static void test_many_blocks(void **state) {
    char path[] = "/tmp/entente-csv-XXXXXX";
    int descriptor = mkstemp(path);
    FILE *file = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
    ent_error err = {0};
    enti_csv *csv = NULL;
    long rows = 60000;
    (void)state;
    assert_non_null(file);
    fprintf(file, "\xEF\xBB\xBFid,text,\"last\"\r\n");
    for (long i = 0; i < rows; i++)
        fprintf(file, "%ld,\"a \"\"%ld\"\",\nT\xC3\xBCrkiye\",x%ld\r\n", i, i * 7, i);
    fclose(file);
    assert_int_equal(enti_csv_open(path, "big.csv", &csv, &err), ENT_OK);
    for (long i = 0; i < rows; i++) {
        char expected[64];
        int32_t id;
        assert_true(next(csv));
        assert_int_equal(enti_csv_row(csv), 2 + 2 * i);
        assert_int_equal(enti_csv_int(csv, 0, &id, &err), ENT_OK);
        assert_int_equal(id, i);
        (void)snprintf(expected, sizeof expected, "a \"%ld\",\nT\xC3\xBCrkiye", i * 7);
        assert_string_equal(enti_csv_text(csv, 1), expected);
    }
    assert_false(next(csv));
    enti_csv_close(csv);
    remove(path);
}

static void test_long_field(void **state) {
    size_t size = 1 << 20;
    char *text = malloc(size + 1);
    enti_csv *csv;
    (void)state;
    assert_non_null(text);
    memset(text, 'x', size);
    memcpy(text, "v\n", 2);
    text[size] = 0;
    csv = open_text(text);
    assert_true(next(csv));
    assert_int_equal(strlen(enti_csv_text(csv, 0)), size - 2);
    enti_csv_close(csv);
    free(text);
}

typedef struct failing_alloc {
    size_t left;
} failing_alloc;

static void *alloc_or_fail(void *context, size_t size) {
    failing_alloc *f = context;
    if (f->left == 0) return NULL;
    f->left--;
    return malloc(size);
}

static void *realloc_or_fail(void *context, void *block, size_t size) {
    failing_alloc *f = context;
    if (f->left == 0) return NULL;
    f->left--;
    return realloc(block, size);
}

static void free_block(void *context, void *block) {
    (void)context;
    free(block);
}

/* Each allocation fails once; the reader gives everything back every time. */
static void test_no_memory(void **state) {
    static const char text[] = "a,b\n1,\"two\"\n";
    failing_alloc f = {0};
    ent_alloc alloc = {alloc_or_fail, realloc_or_fail, free_block, &f};
    ent_status st = ENT_E_NOMEM;
    (void)state;
    for (size_t n = 0; st == ENT_E_NOMEM; n++) {
        ent_error err = {0};
        enti_csv *csv = NULL;
        bool more = true;
        assert_true(n < 100);
        f.left = n;
        ent_alloc_use(&alloc);
        st = enti_csv_open_bytes(text, sizeof text - 1, "t.csv", &csv, &err);
        while (st == ENT_OK && more)
            st = enti_csv_next(csv, &more, &err);
        enti_csv_close(csv);
        ent_alloc_use(NULL);
    }
    assert_int_equal(st, ENT_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_header_only),
        cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_newline_in_field),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_ragged_rows),
        cmocka_unit_test(test_bad_utf8),
        cmocka_unit_test(test_quote_faults),
        cmocka_unit_test(test_no_file),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_missing_numbers),
        cmocka_unit_test(test_many_blocks),
        cmocka_unit_test(test_long_field),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
