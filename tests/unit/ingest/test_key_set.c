/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hashes of keys: what was added is there, what was not is not, for as many as a large file has. */
#include "ingest/key_set.h"

#include "support/fixture.h"

static bool add(enti_key_set *set, uint64_t hash) {
    ent_error err = {.status = ENT_OK};
    bool seen = false;
    must(enti_key_add(set, hash, &seen, &err), &err);
    return seen;
}

/* Keys as they come: codes and years, which differ in few bits. */
static void test_many(void **state) {
    enti_key_set set = {0};
    size_t repeated = 0;
    (void)state;
    for (uint64_t code = 2; code < 992; code++)
        for (uint64_t year = 1816; year < 2016; year++)
            repeated += add(&set, enti_key_number(enti_key_number(0, code), year));
    assert_int_equal(repeated, 0);
    assert_int_equal(set.count, 990 * 200);
    assert_true(add(&set, enti_key_number(enti_key_number(0, 2), 1816)));
    assert_false(add(&set, enti_key_number(enti_key_number(0, 1816), 2)));
    enti_key_clear(&set);
    assert_null(set.slots);
}

static void test_texts(void **state) {
    static const char *const texts[] = {"", "a", "b", "ab", "ba", "abcdefgh", "abcdefghi", "abcdefgha", "1949-04-04"};
    enti_key_set set = {0};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(add(&set, enti_key_text(0, texts[i])));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_true(add(&set, enti_key_text(0, texts[i])));
    /* Where a text ends belongs to the key. */
    assert_true(enti_key_text(enti_key_text(0, "ab"), "c") != enti_key_text(enti_key_text(0, "a"), "bc"));
    assert_false(add(&set, 0));
    assert_true(add(&set, 0));
    enti_key_clear(&set);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_many), cmocka_unit_test(test_texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
