/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of Stata, SPSS and SAS files, made here through ReadStat's writer: values, missing ones, dates, and files cut
 * short at every byte. */
#include "support/statfile.h"

/* ---- Whole files ----------------------------------------------------------------------------------------- */

static void test_kinds(void **state) {
    (void)state;
    for (stat_kind kind = MAKE_DTA; kind < MAKE_KINDS; kind++) {
        static const long counts[] = {1, 3, 4095, 4096, 4097, 20000}; /* around the size of a batch, and many of them */
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
            enti_text file = stat_file(kind, counts[i]);
            char *shown = stat_shown(counts[i]);
            records_expect_bytes(file.at, file.size, shown);
            ent_free(shown);
            enti_text_clear(&file);
        }
    }
}

static void test_no_rows(void **state) {
    (void)state;
    for (stat_kind kind = MAKE_DTA; kind < MAKE_KINDS; kind++) {
        enti_text file = stat_file(kind, 0);
        records_expect_bytes(file.at, file.size, "[CODE][SCORE][NAME]");
        enti_text_clear(&file);
    }
}

/* From a file, from a pipe and from a compressed file. */
static void test_sources(void **state) {
    char *folder = folder_new(), *path = text_of("%s/data", folder), *text = NULL, *packed;
    enti_text file = stat_file(MAKE_DTA, 50);
    char *shown = stat_shown(50);
    ent_error err = {.status = ENT_OK};
    size_t size;
    int ends[2], before = dup(STDIN_FILENO);
    (void)state;
    file_write(path, file.at, file.size);
    must(records_read(path, NULL, 0, &text, &err), &err);
    assert_string_equal(text, shown);
    ent_free(text);
    packed = gzip_of(file.at, file.size, &size);
    records_expect_bytes(packed, size, shown);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    assert_int_equal(write(ends[1], packed, size), size); /* less than a pipe holds */
    assert_int_equal(close(ends[1]), 0);
    must(records_read("-", NULL, 0, &text, &err), &err);
    assert_string_equal(text, shown);
    ent_free(text);
    assert_int_equal(close(ends[0]), 0);
    if (before >= 0) assert_int_equal(dup2(before, STDIN_FILENO), STDIN_FILENO);
    if (before >= 0) assert_int_equal(close(before), 0);
    free(packed);
    ent_free(shown);
    enti_text_clear(&file);
    free(path);
    folder_remove(folder);
}

/* Closing early stops the reading; progress counts rows. */
static void test_close_early(void **state) {
    enti_text file = stat_file(MAKE_SAV, 20000);
    enti_records *r = NULL;
    ent_error err = {.status = ENT_OK};
    uint64_t done = 0, total = 0;
    bool more = false;
    (void)state;
    must(enti_records_open_bytes(file.at, file.size, "t.csv", &r, &err), &err);
    enti_records_close(r);
    must(enti_records_open_bytes(file.at, file.size, "t.csv", &r, &err), &err);
    assert_int_equal(enti_records_find(r, "score"), 1);
    for (int i = 0; i < 5000; i++)
        must(enti_records_next(r, &more, &err), &err);
    enti_records_progress(r, &done, &total);
    assert_int_equal(done, 5000);
    assert_int_equal(total, 20000);
    assert_int_equal(enti_records_line(r), 5000);
    enti_records_close(r);
    enti_text_clear(&file);
}

/* ---- Values --------------------------------------------------------------------------------------------------- */

static void expect_shown(readstat_type_t type, const char *format, double value, const char *text) {
    enti_text out = {0};
    readstat_writer_t *w = readstat_writer_init();
    readstat_variable_t *v;
    char *shown = text_of("[v]\n1:[%s]", text);
    assert_non_null(w);
    stat_ok(readstat_set_data_writer(w, stat_append));
    v = readstat_add_variable(w, "v", type, 0);
    readstat_variable_set_format(v, format);
    stat_ok(readstat_begin_writing_dta(w, &out, 1));
    stat_ok(readstat_begin_row(w));
    if (type == READSTAT_TYPE_FLOAT)
        stat_ok(readstat_insert_float_value(w, v, (float)value));
    else if (type == READSTAT_TYPE_INT8)
        stat_ok(readstat_insert_int8_value(w, v, (int8_t)value));
    else if (type == READSTAT_TYPE_INT32)
        stat_ok(readstat_insert_int32_value(w, v, (int32_t)value));
    else
        stat_ok(readstat_insert_double_value(w, v, value));
    stat_ok(readstat_end_row(w));
    stat_ok(readstat_end_writing(w));
    readstat_writer_free(w);
    records_expect_bytes(out.at, out.size, shown);
    free(shown);
    enti_text_clear(&out);
}

static void test_stata_values(void **state) {
    (void)state;
    expect_shown(READSTAT_TYPE_INT8, "%8.0g", -9, "-9");
    expect_shown(READSTAT_TYPE_INT32, "%8.0g", 1946, "1946");
    expect_shown(READSTAT_TYPE_DOUBLE, "%9.2f", 0.1, "0.1"); /* all of it, whatever is shown */
    expect_shown(READSTAT_TYPE_DOUBLE, "%9.2f", 1e6, "1000000");
    expect_shown(READSTAT_TYPE_FLOAT, "%9.0g", 0.25, "0.25");
    expect_shown(READSTAT_TYPE_FLOAT, "%9.0g", 0.1, "0.10000000149011612"); /* what the file holds */
    expect_shown(READSTAT_TYPE_INT32, "%td", 0, "1960-01-01");
    expect_shown(READSTAT_TYPE_INT32, "%tdD_m_Y", -3911, "1949-04-17");
    expect_shown(READSTAT_TYPE_INT32, "%-d", 15034, "2001-02-28");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tc", -1, "1959-12-31T23:59:59.999");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tc", 86400000.0 * 366, "1961-01-01T00:00:00");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tC", 1000, "1000");
    expect_shown(READSTAT_TYPE_INT32, "%tm", -129, "1949-04");
    expect_shown(READSTAT_TYPE_INT32, "%ty", 1949, "1949");
    expect_shown(READSTAT_TYPE_INT32, "%tq", 3, "3");
    expect_shown(READSTAT_TYPE_INT32, "%td", 99999999, "99999999"); /* in no year that has four digits */
}

/* Both ends of the years that have four digits, and numbers beyond any. */
static void test_date_limits(void **state) {
    (void)state;
    expect_shown(READSTAT_TYPE_DOUBLE, "%td", -715509, "0001-01-01");
    expect_shown(READSTAT_TYPE_DOUBLE, "%td", -715510, "-715510");
    expect_shown(READSTAT_TYPE_DOUBLE, "%td", 2936549, "9999-12-31");
    expect_shown(READSTAT_TYPE_DOUBLE, "%td", 2936550, "2936550");
    expect_shown(READSTAT_TYPE_DOUBLE, "%td", 0.75, "1960-01-01");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tc", 8e307, "8e+307");
    expect_shown(READSTAT_TYPE_DOUBLE, "%td", -1.5e300, "-1.5e+300");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tm", 1e300, "1e+300");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tm", -23508, "0001-01");
    expect_shown(READSTAT_TYPE_DOUBLE, "%tm", -23509, "-23509");
}

/* Stata 12 does not say which encoding its text is in. */
static void test_old_stata_text(void **state) {
    enti_text out = {0};
    readstat_writer_t *w = readstat_writer_init();
    readstat_variable_t *v;
    (void)state;
    assert_non_null(w);
    stat_ok(readstat_set_data_writer(w, stat_append));
    stat_ok(readstat_writer_set_file_format_version(w, 114));
    v = readstat_add_variable(w, "v", READSTAT_TYPE_STRING, 10);
    stat_ok(readstat_begin_writing_dta(w, &out, 2));
    for (int i = 0; i < 2; i++) {
        stat_ok(readstat_begin_row(w));
        stat_ok(readstat_insert_string_value(w, v, i == 0 ? "T\xFCrkei" : "T\xC3\xBCrkei"));
        stat_ok(readstat_end_row(w));
    }
    stat_ok(readstat_end_writing(w));
    readstat_writer_free(w);
    records_expect_bytes(out.at, out.size, "[v]\n1:[T\xC3\xBCrkei]\n2:[T\xC3\xBCrkei]");
    enti_text_clear(&out);
}

static void test_missing(void **state) {
    enti_text out = {0};
    readstat_writer_t *w = readstat_writer_init();
    readstat_variable_t *a, *b;
    (void)state;
    assert_non_null(w);
    stat_ok(readstat_set_data_writer(w, stat_append));
    a = readstat_add_variable(w, "a", READSTAT_TYPE_INT32, 0);
    b = readstat_add_variable(w, "b", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_format(b, "%td");
    stat_ok(readstat_begin_writing_dta(w, &out, 1));
    stat_ok(readstat_begin_row(w));
    stat_ok(readstat_insert_tagged_missing_value(w, a, 'b'));
    stat_ok(readstat_insert_missing_value(w, b));
    stat_ok(readstat_end_row(w));
    stat_ok(readstat_end_writing(w));
    readstat_writer_free(w);
    records_expect_bytes(out.at, out.size, "[a][b]\n1:[][]");
    enti_text_clear(&out);
}

/* SPSS: -9 declared missing, dates in seconds, text in UTF-8 with blanks, value labels left aside. */
static void test_spss(void **state) {
    enti_text out = {0};
    readstat_writer_t *w = readstat_writer_init();
    readstat_variable_t *a, *d, *s;
    readstat_label_set_t *labels;
    (void)state;
    assert_non_null(w);
    stat_ok(readstat_set_data_writer(w, stat_append));
    labels = readstat_add_label_set(w, READSTAT_TYPE_DOUBLE, "L");
    readstat_label_double_value(labels, 1, "one");
    a = readstat_add_variable(w, "a", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_label_set(a, labels);
    stat_ok(readstat_variable_add_missing_double_value(a, -9));
    d = readstat_add_variable(w, "d", READSTAT_TYPE_DOUBLE, 0);
    readstat_variable_set_format(d, "DATE11");
    s = readstat_add_variable(w, "s", READSTAT_TYPE_STRING, 300);
    stat_ok(readstat_begin_writing_sav(w, &out, 2));
    for (int i = 0; i < 2; i++) {
        stat_ok(readstat_begin_row(w));
        stat_ok(readstat_insert_double_value(w, a, i == 0 ? 1 : -9));
        stat_ok(readstat_insert_double_value(w, d, i == 0 ? 13852598400.0 : 86400));
        stat_ok(readstat_insert_string_value(w, s, i == 0 ? "  T\xC3\xBCrkiye " : "x"));
        stat_ok(readstat_end_row(w));
    }
    stat_ok(readstat_end_writing(w));
    readstat_writer_free(w);
    records_expect_bytes(out.at, out.size, "[a][d][s]\n1:[1][2021-10-03][T\xC3\xBCrkiye]\n2:[][1582-10-15][x]");
    enti_text_clear(&out);
}

/* ---- Damage ----------------------------------------------------------------------------------------------------- */

/* Cut at any byte: a complaint, or all there is when only what follows the rows is gone. A SAS transport file does not
 * say how many rows it has, only that it is made of pieces of 80 bytes. */
static void test_cut_short(void **state) {
    (void)state;
    for (stat_kind kind = MAKE_DTA; kind < MAKE_KINDS; kind++) {
        enti_text file = stat_file(kind, 20);
        char *shown = stat_shown(20);
        size_t step = file.size > 20000 ? 97 : 1;
        long refused = 0;
        for (size_t size = kind == MAKE_POR ? 480 : 40; size < file.size; size += step) {
            ent_error err = {.status = ENT_OK};
            char *text = NULL, *bytes = malloc(size);
            ent_status st;
            assert_non_null(bytes);
            memcpy(bytes, file.at, size);
            st = records_read(NULL, bytes, size, &text, &err);
            refused += st != ENT_OK;
            if (st == ENT_OK && (kind != MAKE_XPORT || size % 80 != 0)) assert_string_equal(text, shown);
            if (st != ENT_OK) {
                assert_int_equal(st, ENT_E_PARSE);
                assert_string_equal(err.file, "t.csv");
                assert_true(strstr(err.message, "ends too early or is damaged") != NULL ||
                            strstr(err.message, "cannot be read") != NULL ||
                            strstr(err.message, "no variables") != NULL);
            }
            ent_free(text);
            free(bytes);
        }
        assert_true(refused > 0);
        ent_free(shown);
        enti_text_clear(&file);
    }
}

/* Rows before the damage are handed out; the complaint names the observation after them. */
static void test_cut_rows(void **state) {
    enti_text file = stat_file(MAKE_SAV, 9000);
    ent_error err = {.status = ENT_OK};
    enti_records *r = NULL;
    bool more = true;
    long rows = 0;
    (void)state;
    must(enti_records_open_bytes(file.at, file.size / 2, "t.csv", &r, &err), &err);
    while (more && enti_records_next(r, &more, &err) == ENT_OK && more)
        rows++;
    assert_int_equal(err.status, ENT_E_PARSE);
    assert_in_range(rows, 1000, 8000);
    assert_int_equal(err.row, rows + 1);
    assert_non_null(strstr(err.message, "it should have 9000 observations"));
    assert_int_equal(enti_records_next(r, &more, &err), ENT_E_PARSE); /* and stays */
    enti_records_close(r);
    enti_text_clear(&file);
}

static void test_unknown_version(void **state) {
    enti_text file = stat_file(MAKE_DTA, 1);
    char *release = strstr(file.at, "<release>"), old[200] = {103, 2, 1};
    (void)state;
    assert_non_null(release);
    memcpy(release, "<release>999", 12);
    records_refused_bytes(file.at, file.size, ENT_E_PARSE, 0, 0, "unsupported features");
    records_refused_bytes(old, sizeof old, ENT_E_PARSE, 0, 0, "save it as CSV");
    enti_text_clear(&file);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds),          cmocka_unit_test(test_no_rows),
                                       cmocka_unit_test(test_sources),        cmocka_unit_test(test_close_early),
                                       cmocka_unit_test(test_stata_values),   cmocka_unit_test(test_date_limits),
                                       cmocka_unit_test(test_old_stata_text), cmocka_unit_test(test_missing),
                                       cmocka_unit_test(test_spss),           cmocka_unit_test(test_cut_short),
                                       cmocka_unit_test(test_cut_rows),       cmocka_unit_test(test_unknown_version)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
