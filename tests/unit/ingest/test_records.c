/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of delimited text, plain and compressed: every dialect, and the row and column of every complaint. */
#include "support/records.h"

/* ---- Dialects --------------------------------------------------------------------------------------- */

static void test_delimiters(void **state) {
    (void)state;
    records_expect("a,b\n1,2;3\n", "[a][b]\n2:[1][2;3]");
    records_expect("a;b;c\n1;2,5;\"x;y\"\n", "[a][b][c]\n2:[1][2,5][x;y]");
    records_expect("a\tb\n1 2\t\n\t3\n", "[a][b]\n2:[1 2][]\n3:[][3]");
    records_expect("\"x,y,z\";b\n1;2\n", "[x,y,z][b]\n2:[1][2]"); /* commas in quotes do not count */
    records_expect("only\n1\n2", "[only]\n2:[1]\n3:[2]");
    records_expect("a\t b \n1\t 2 \n \t \n", "[a][b]\n2:[1][2]\n3:[][]");
}

static void test_line_ends(void **state) {
    (void)state;
    records_expect("a,b\n1,2\n\n3,4", "[a][b]\n2:[1][2]\n4:[3][4]");
    records_expect("a,b\r\n1,2\r\n\r\n3,4\r\n", "[a][b]\n2:[1][2]\n4:[3][4]");
    records_expect("a,b\r1,2\r\r3,4\r", "[a][b]\n2:[1][2]\n4:[3][4]");
    records_expect("\n\r\n  \na,b\r\n  \r\n1,\r\n,", "[a][b]\n6:[1][]\n7:[][]");
}

static void test_quotes(void **state) {
    (void)state;
    records_expect("a,b,c\n\"x,y\",\"say \"\"no\"\"\",\"\"\n12\" gun,,\"\"\"\"\n",
                   "[a][b][c]\n2:[x,y][say \"no\"][]\n3:[12\" gun][][\"]");
    records_expect("a,b\n \"x\" , \" y \"\n", "[a][b]\n2:[x][y]"); /* blanks around and inside */
    records_expect("a,b\r\n\"one\r\ntwo\n\nthree\rfour\",x\r\nlast,y\r\n",
                   "[a][b]\n2:[one\r\ntwo\n\nthree\rfour][x]\n7:[last][y]");
    records_expect("a,b\n\"\r\n\"\"\n\"\"\",\"\r\"\nx,y", "[a][b]\n2:[\r\n\"\n\"][\r]\n6:[x][y]");
    records_expect("a\n\"\"\n\"x\"", "[a]\n2:[]\n3:[x]");
}

static void test_header(void **state) {
    enti_records *r = NULL;
    ent_error err = {.status = ENT_OK};
    static const char bytes[] = "\xEF\xBB\xBF\"\", \"CCode\" ,QO%All,\n1,2,3,4\n";
    (void)state;
    must(enti_records_open_bytes(bytes, strlen(bytes), "t.csv", &r, &err), &err);
    assert_int_equal(enti_records_columns(r), 4);
    assert_string_equal(enti_records_column(r, 0), "");
    assert_int_equal(enti_records_find(r, "ccode"), 1);
    assert_int_equal(enti_records_find(r, "qo%all"), 2);
    assert_true(enti_records_find(r, "cc") == SIZE_MAX);
    enti_records_close(r);
    enti_records_close(NULL);
    records_expect("a,b", "[a][b]");
    records_expect("\xEF\xBB\xBF"
                   "a,b\n\xEF\xBB\xBF"
                   "1,2",
                   "[a][b]\n2:[\xEF\xBB\xBF"
                   "1][2]"); /* a mark only in front */
}

static void test_encodings(void **state) {
    (void)state;
    records_expect("name\nT\xC3\xBCrkiye\n\xE4\xB8\xAD\n\xF0\x9F\x8C\x8D and more text\n",
                   "[name]\n2:[T\xC3\xBCrkiye]\n3:[\xE4\xB8\xAD]\n4:[\xF0\x9F\x8C\x8D and more text]");
    /* Latin-1, what Windows adds to it, and a byte it leaves open */
    records_expect("Stra\xDF"
                   "e,b\nT\xFCrkei,\x80 \x93x\x94\n\x81,C\xF4te",
                   "[Stra\xC3\x9F"
                   "e][b]\n2:[T\xC3\xBCrkei][\xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D]\n"
                   "3:[\xC2\x81][C\xC3\xB4te]");
    /* one field of a record in each encoding: each is read as what it is */
    records_expect("a,b\n\xC3\xBC,\" \"\"\xFC\"\" \"\n", "[a][b]\n2:[\xC3\xBC][\"\xC3\xBC\"]");
    records_expect("a,b\ncut\xC3,\xC0\xAF\n", "[a][b]\n2:[cut\xC3\x83][\xC3\x80\xC2\xAF]"); /* cut short; overlong */
    records_expect("a,b\n\xED\xA0\x80,\xF4\x90\x80\x80", /* surrogate; beyond Unicode */
                   "[a][b]\n2:[\xC3\xAD\xC2\xA0\xE2\x82\xAC][\xC3\xB4\xC2\x90\xE2\x82\xAC\xE2\x82\xAC]");
}

/* Records of every length around the ends of the window, so that each kind of end falls on its last byte. */
static void test_windows(void **state) {
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    (void)state;
    for (size_t kind = 0; kind < 9; kind++) {
        for (size_t pad = (1 << 18) - 24; pad < (1 << 18); pad++) {
            const char *end = ends[kind % 3];
            char *filler = malloc(pad + 1), *bytes, *shown;
            assert_non_null(filler);
            memset(filler, 'x', pad);
            filler[pad] = 0;
            bytes = text_of(kind < 3   ? "a,b%s%s,1%s22,33%s"
                            : kind < 6 ? "a,b%s\"%s\",\"1\"\"\"%s\"22\" ,\"33\"%s"
                                       : "a,b%s%s,\xFC%s\xFC\xFC,\"\xC3\xBC\"%s",
                            end, filler, end, end);
            shown = text_of(kind < 3   ? "[a][b]\n2:[%s][1]\n3:[22][33]"
                            : kind < 6 ? "[a][b]\n2:[%s][1\"]\n3:[22][33]"
                                       : "[a][b]\n2:[%s][\xC3\xBC]\n3:[\xC3\xBC\xC3\xBC][\xC3\xBC]",
                            filler);
            records_expect(bytes, shown);
            free(shown);
            free(bytes);
            free(filler);
        }
    }
}

/* A header and a record of more columns and bytes than the window holds at first. */
static void test_wide(void **state) {
    enti_text bytes = {0};
    enti_records *r = NULL;
    ent_error err = {.status = ENT_OK};
    bool more = false;
    (void)state;
    for (int i = 0; i < 60000; i++)
        enti_text_add(&bytes, "%scolumn%d", i > 0 ? ";" : "", i);
    enti_text_add(&bytes, "\n");
    for (int i = 0; i < 60000; i++)
        enti_text_add(&bytes, "%s%d", i > 0 ? ";" : "", i);
    must(enti_records_open_bytes(bytes.at, bytes.size, "t.csv", &r, &err), &err);
    assert_int_equal(enti_records_columns(r), 60000);
    assert_string_equal(enti_records_column(r, 59999), "column59999");
    must(enti_records_next(r, &more, &err), &err);
    assert_true(more);
    assert_string_equal(enti_records_text(r, 59999), "59999");
    must(enti_records_next(r, &more, &err), &err);
    assert_false(more);
    must(enti_records_next(r, &more, &err), &err); /* the end stays the end */
    assert_false(more);
    enti_records_close(r);
    enti_text_clear(&bytes);
}

/* ---- Complaints ----------------------------------------------------------------------------------------- */

static void test_ragged(void **state) {
    (void)state;
    records_refused("a,b,c\n1,2,3\n1,2\n", 3, 3, "2 fields");
    records_refused("a,b,c\n1,2,3,4\n", 2, 4, "4 fields");
    records_refused("a,b\n\"x\ny\",1\n2\n", 4, 2, "the header has 2");
}

static void test_bad_quotes(void **state) {
    (void)state;
    records_refused("a,b\n1,\"open\n2,3\n", 2, 2, "not closed");
    records_refused("a,b\n1,2\n\"", 3, 1, "not closed");
    records_refused("a,b\n1,\"x\"y\n", 2, 2, "follows a closing quote");
    records_refused("a,\"b\n1,2\n", 1, 2, "not closed");
}

static void test_no_text(void **state) {
    (void)state;
    records_refused("", 1, 0, "empty");
    records_refused("\n\r\n \n", 1, 0, "empty");
    records_refused("\xEF\xBB\xBF", 1, 0, "empty");
    records_refused_bytes("a,b\n1,long enough \0 text\n", 25, ENT_E_PARSE, 2, 2, "zero byte");
    records_refused_bytes("\xFF\xFE"
                          "a\0\n\0",
                          6, ENT_E_PARSE, 0, 0, "UTF-16");
    records_refused("PK\3\4 and so on", 0, 0, "zip");
    records_expect("X\n1\n", "[X]\n2:[1]"); /* begins like an R object */
    records_refused("<!DOCTYPE html>", 0, 0, "web page");
    records_refused_bytes("RDX3\nX\n\0\0", 9, ENT_E_PARSE, 0, 0, "R workspace");
}

static void test_limits(void **state) {
    enti_text bytes = {0};
    (void)state;
    for (int i = 0; i < 65537; i++)
        enti_text_put(&bytes, ",", 1);
    records_refused_bytes(bytes.at, bytes.size, ENT_E_PARSE, 1, 65536, "more than 65536 fields");
    enti_text_clear(&bytes);
    enti_text_add(&bytes, "a,b\n1,2\n3,\"never closed ");
    for (int i = 0; i < 1700000; i++)
        enti_text_put(&bytes, "0123456789", 10);
    records_refused_bytes(bytes.at, bytes.size, ENT_E_PARSE, 3, 2, "longer than 16 MB");
    enti_text_clear(&bytes);
}

/* ---- gzip -------------------------------------------------------------------------------------------------- */

static void test_gzip(void **state) {
    static const char one[] = "a,b\n1,2\n3", two[] = ",4\n";
    size_t first, second;
    char *packed = gzip_of(one, strlen(one), &first), *more = gzip_of(two, strlen(two), &second), *both;
    (void)state;
    records_refused_bytes(packed, first, ENT_E_PARSE, 3, 2, "1 fields"); /* as its text: the last record is short */
    both = malloc(first + second + 8);
    assert_non_null(both);
    memcpy(both, packed, first);
    memcpy(both + first, more, second);
    memset(both + first + second, 0, 8);
    records_expect_bytes(both, first + second, "[a][b]\n2:[1][2]\n3:[3][4]");
    records_expect_bytes(both, first + second + 8, "[a][b]\n2:[1][2]\n3:[3][4]"); /* zeros as tapes leave them */
    for (size_t size = 3; size < first + second; size++)
        if (size != first) records_refused_bytes(both, size, ENT_E_PARSE, -1, 0, "end too early");
    both[first + second + 3] = 'x';
    records_refused_bytes(both, first + second + 8, ENT_E_PARSE, 4, 0, "not gzip");
    both[first - 6] ^= 1; /* in the checksum of the first member */
    records_refused_bytes(both, first + second, ENT_E_PARSE, 3, 0, "incorrect data check");
    free(both);
    both = gzip_of(packed, first, &second);
    records_refused_bytes(both, second, ENT_E_PARSE, 0, 0, "compressed twice");
    free(both);
    free(more);
    free(packed);
}

/* Whatever was whole before a compressed file ends is handed out; the complaint names the line it broke off in. */
static void test_cut_gzip(void **state) {
    enti_text bytes = {0};
    ent_error err = {.status = ENT_OK};
    enti_records *r = NULL;
    bool more = true;
    char *packed;
    size_t size;
    long rows = 0;
    (void)state;
    enti_text_add(&bytes, "a,b\n");
    for (unsigned i = 0; i < 200000; i++)
        enti_text_add(&bytes, "%u,%u\n", i, i * 2654435761U);
    packed = gzip_of(bytes.at, bytes.size, &size);
    must(enti_records_open_bytes(packed, size / 2, "t.csv", &r, &err), &err);
    while (enti_records_next(r, &more, &err) == ENT_OK && more)
        assert_int_equal(atol(enti_records_text(r, 0)), rows++);
    assert_int_equal(err.status, ENT_E_PARSE);
    assert_in_range(rows, 90000, 110000);
    assert_int_equal(err.row, rows + 2);
    assert_non_null(strstr(err.message, "end too early"));
    assert_int_not_equal(enti_records_next(r, &more, &err), ENT_OK); /* and stays */
    enti_records_close(r);
    packed[size - 5] ^= 1; /* the length; the checksum stands before it */
    rows = 0;
    must(enti_records_open_bytes(packed, size, "t.csv", &r, &err), &err);
    while (enti_records_next(r, &more, &err) == ENT_OK && more)
        rows++;
    assert_int_equal(rows, 200000);
    assert_int_equal(err.status, ENT_E_PARSE);
    enti_records_close(r);
    free(packed);
    enti_text_clear(&bytes);
}

/* A thousand times what is there, of blank lines, which no other limit stops. */
static void test_bomb(void **state) {
    size_t size = 100 << 20, packed;
    char *bytes = malloc(size), *bomb;
    (void)state;
    assert_non_null(bytes);
    memset(bytes, '\n', size);
    bomb = gzip_of(bytes, size, &packed);
    records_refused_bytes(bomb, packed, ENT_E_PARSE, -1, 0, "gunzip");
    free(bytes);
    free(bomb);
}

/* ---- Files --------------------------------------------------------------------------------------------------- */

static void expect_progress(const char *path, uint64_t size) {
    ent_error err = {.status = ENT_OK};
    enti_records *r = NULL;
    uint64_t done = 0, total = 0;
    bool more = true;
    must(enti_records_open(path, "t.csv", &r, &err), &err);
    while (more)
        must(enti_records_next(r, &more, &err), &err);
    enti_records_progress(r, &done, &total);
    assert_int_equal(done, size);
    assert_int_equal(total, size);
    enti_records_close(r);
}

static void test_files(void **state) {
    char *folder = folder_new(), *path = text_of("%s/data.bin", folder), *text = NULL, *packed;
    ent_error err = {.status = ENT_OK};
    size_t size;
    (void)state;
    file_write(path, "a,b\n1,2\n", 8);
    must(records_read(path, NULL, 0, &text, &err), &err);
    assert_string_equal(text, "[a][b]\n2:[1][2]");
    ent_free(text);
    text = NULL;
    expect_progress(path, 8);
    packed = gzip_of("a,b\n1,2\n", 8, &size);
    file_write(path, packed, size);
    free(packed);
    expect_progress(path, size);
    file_write(path, "", 0);
    assert_int_equal(records_read(path, NULL, 0, &text, &err), ENT_E_PARSE);
    assert_int_equal(records_read(folder, NULL, 0, &text, &err), ENT_E_IO); /* a folder opens but cannot be read */
    assert_int_equal(unlink(path), 0);
    assert_int_equal(records_read(path, NULL, 0, &text, &err), ENT_E_IO);
    assert_non_null(strstr(err.message, "t.csv: the file could not be opened: No such file"));
    assert_int_equal(records_read(path, NULL, 0, &text, NULL), ENT_E_IO);
    free(path);
    folder_remove(folder);
}

/* A pipe that gives few bytes, as standard input. */
static void test_standard_input(void **state) {
    ent_error err = {.status = ENT_OK};
    static const char bytes[] = "a;b\r\n1;2\r\n";
    char *text = NULL;
    int ends[2], before = dup(STDIN_FILENO);
    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    assert_int_equal(write(ends[1], bytes, strlen(bytes)), strlen(bytes));
    assert_int_equal(close(ends[1]), 0);
    must(records_read("-", NULL, 0, &text, &err), &err);
    assert_string_equal(text, "[a][b]\n2:[1][2]");
    ent_free(text);
    assert_int_equal(close(ends[0]), 0);
    if (before >= 0) {
        assert_int_equal(dup2(before, STDIN_FILENO), STDIN_FILENO);
        assert_int_equal(close(before), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_delimiters),    cmocka_unit_test(test_line_ends), cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_header),        cmocka_unit_test(test_encodings), cmocka_unit_test(test_windows),
        cmocka_unit_test(test_wide),          cmocka_unit_test(test_ragged),    cmocka_unit_test(test_bad_quotes),
        cmocka_unit_test(test_no_text),       cmocka_unit_test(test_limits),    cmocka_unit_test(test_gzip),
        cmocka_unit_test(test_cut_gzip),      cmocka_unit_test(test_bomb),      cmocka_unit_test(test_files),
        cmocka_unit_test(test_standard_input)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
