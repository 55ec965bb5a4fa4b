/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks, arenas and growing texts: zeroed, aligned, with products checked, and failing without a trace. */
#include "base/base.h"
#include "support/failing.h"

static void test_blocks(void **state) {
    unsigned char *block = enti_alloc(1000, 3);
    char *copy = enti_strdup("entente");
    (void)state;
    assert_non_null(block);
    for (int i = 0; i < 3000; i++)
        assert_int_equal(block[i], 0);
    assert_string_equal(copy, "entente");
    ent_free(copy);
    ent_free(block);
    ent_free(NULL);
    block = enti_alloc(0, 8); /* nothing is still a block of its own */
    assert_non_null(block);
    ent_free(block);
}

static void test_products(void **state) {
    enti_arena arena = {0};
    (void)state;
    assert_null(enti_alloc(SIZE_MAX / 2, 3));
    assert_null(enti_realloc(NULL, SIZE_MAX / 2, 3));
    assert_null(enti_arena_alloc(&arena, SIZE_MAX / 2, 3));
    assert_null(enti_arena_alloc(&arena, SIZE_MAX - 8, 1));
    assert_null(arena.last);
    enti_arena_clear(&arena);
}

static void test_arena(void **state) {
    enti_arena arena = {0};
    char *big, *text[500];
    (void)state;
    for (int i = 0; i < 500; i++) {
        unsigned char *block = enti_arena_alloc(&arena, (size_t)i * 7 + 1, 1);
        assert_non_null(block);
        assert_int_equal((uintptr_t)block % 16, 0);
        for (int k = 0; k < i * 7 + 1; k++)
            assert_int_equal(block[k], 0);
        memset(block, 0xff, (size_t)i * 7 + 1);
        text[i] = enti_arena_printf(&arena, "%d-%s", i, "text");
    }
    big = enti_arena_alloc(&arena, 1, 1000000); /* more than a chunk */
    assert_non_null(big);
    big[999999] = 'x';
    for (int i = 0; i < 500; i++)
        assert_int_equal(atoi(text[i]), i); /* nothing was overwritten */
    assert_string_equal(text[499], "499-text");
    assert_string_equal(enti_arena_strdup(&arena, ""), "");
    enti_arena_clear(&arena);
    assert_null(arena.last);
    enti_arena_clear(&arena);
}

static void test_text(void **state) {
    enti_text text = {0};
    (void)state;
    for (int i = 0; i < 1000; i++)
        enti_text_add(&text, "%d,", i);
    enti_text_put(&text, "a\0b", 3);
    assert_false(text.failed);
    assert_int_equal(text.size, 10 * 2 + 90 * 3 + 900 * 4 + 3);
    assert_memory_equal(text.at + text.size - 7, "999,a\0b", 8);
    enti_text_clear(&text);
    assert_null(text.at);
    enti_text_put(&text, "", 0);
    assert_string_equal(text.at, "");
    enti_text_clear(&text);
}

/* A text that failed stays failed, keeps what it had, and is freed like any other. */
static void test_text_fails(void **state) {
    failing memory = {.at = 2, .onward = true};
    enti_text text = {0};
    (void)state;
    failing_use(&memory);
    enti_text_add(&text, "short");
    enti_text_add(&text, "%1000d", 1);
    assert_true(text.failed);
    memory.at = 0;
    enti_text_add(&text, "more");
    assert_true(text.failed);
    assert_string_equal(text.at, "short");
    enti_text_clear(&text);
    ent_alloc_use(NULL);
    assert_int_equal(memory.live, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_blocks), cmocka_unit_test(test_products),
                                       cmocka_unit_test(test_arena), cmocka_unit_test(test_text),
                                       cmocka_unit_test(test_text_fails)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
