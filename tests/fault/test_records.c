/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading records with the n-th allocation failing, and Stata, SPSS and SAS files with any byte changed: a clear error
 * or a whole table, never a crash or a leak. ReadStat's own allocations are not among those that fail. */
#include "support/failing.h"
#include "support/statfile.h"

static failing memory;
static const char *bytes;
static size_t size;

static int setup(void **state) {
    (void)state;
    failing_use(&memory);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_alloc_use(NULL);
    return memory.live == 0 ? 0 : -1;
}

static ent_status read_bytes(char **text, ent_error *err) {
    return records_read(NULL, bytes, size, text, err);
}

static ent_status read_file(char **text, ent_error *err) {
    return records_read(bytes, NULL, 0, text, err);
}

static void test_text(void **state) {
    enti_text wide = {0};
    static const char small[] = "name;\"n\"\r\nT\xFCrkei;1\r\n\"x\r\n\"\"y\"\"\";\xFC\xFC\r\n\xC3\xBC;\r\n";
    (void)state;
    bytes = small;
    size = strlen(small);
    failing_check(&memory, "text", read_bytes);
    for (int row = 0; row < 2; row++)
        for (int i = 0; i < 50000; i++)
            enti_text_add(&wide, "column%d%c", i, i < 49999 ? '\t' : '\n');
    bytes = wide.at;
    size = wide.size;
    failing_check(&memory, "wide text", read_bytes);
    enti_text_clear(&wide);
}

static void test_gzip(void **state) {
    char *packed = gzip_of("a,b\n1,2\n3,4\n", 12, &size);
    char *folder = folder_new(), *path = text_of("%s/data", folder);
    (void)state;
    bytes = packed;
    failing_check(&memory, "gzip", read_bytes);
    file_write(path, packed, size);
    bytes = path;
    failing_check(&memory, "gzip file", read_file);
    free(packed);
    free(path);
    folder_remove(folder);
}

static void test_stat(void **state) {
    (void)state;
    for (stat_kind kind = MAKE_DTA; kind < MAKE_KINDS; kind++) {
        enti_text file = stat_file(kind, 30);
        char *packed = gzip_of(file.at, file.size, &size);
        bytes = packed;
        failing_check(&memory, "compressed statistics file", read_bytes);
        bytes = file.at;
        size = file.size;
        failing_check(&memory, "statistics file", read_bytes);
        free(packed);
        enti_text_clear(&file);
    }
}

/* ---- Changed bytes ---- */

static void check_changed(char *copy, size_t count) {
    ent_error err = {.status = ENT_OK};
    char *text = NULL;
    ent_status st = records_read(NULL, copy, count, &text, &err);
    if (st != ENT_OK) {
        assert_null(text);
        assert_int_equal(err.status, st);
        assert_true(strlen(err.message) > 10 && strchr(err.message, '\n') == NULL);
    }
    ent_free(text);
}

static void test_changed(void **state) {
    static const unsigned char values[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    (void)state;
    for (stat_kind kind = MAKE_DTA; kind < MAKE_KINDS; kind++) {
        enti_text file = stat_file(kind, 3);
        size_t step = file.size / 4000 + 1;
        char *copy = malloc(file.size);
        assert_non_null(copy);
        for (size_t at = 0; at < file.size; at += step)
            for (size_t i = 0; i < sizeof values; i++) {
                memcpy(copy, file.at, file.size);
                copy[at] = (char)values[i];
                check_changed(copy, file.size);
            }
        free(copy);
        enti_text_clear(&file);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_gzip),
                                       cmocka_unit_test(test_stat), cmocka_unit_test(test_changed)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
