/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second opinion: its cache, what agrees and what is disputed. Tests that need link-grammar are skipped without. */
#include "beliefs/second.h"
#include "beliefs/second_cache.h"
#include "support/coder.h"
#include "support/files.h"

static void test_cache(void **state) {
    char *folder = folder_new(), *path = text_of("%s/cache", folder);
    enti_second_cache cache = {.path = NULL};
    const size_t tokens[] = {0, 3}, other[] = {0, 4};
    enti_second_key a = enti_second_key_of("we go", 5, tokens, 2), b = enti_second_key_of("we go", 5, other, 2);
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(enti_second_cache_open(&cache, path, &err), &err);
    assert_null(enti_second_cache_find(&cache, a));
    must(enti_second_cache_add(&cache, a, "P vv 0:1", &err), &err);
    for (size_t k = 0; k < 3000; k++)
        must(enti_second_cache_add(&cache, (enti_second_key){k, k * 7 + 1}, "F", &err), &err);
    must(enti_second_cache_save(&cache, &err), &err);
    enti_second_cache_clear(&cache);
    must(enti_second_cache_open(&cache, path, &err), &err);
    assert_int_equal(cache.count, 3001);
    assert_string_equal(enti_second_cache_find(&cache, a), "P vv 0:1");
    assert_null(enti_second_cache_find(&cache, b));
    enti_second_cache_clear(&cache);
    free(path);
    folder_remove(folder);
}

static void test_bad_cache(void **state) {
    static const struct {
        const char *text;
        long row;
    } bad[] = {{"a,b\n", 1},
               {"entente second opinions 1\nxyz F\n", 2},
               {"entente second opinions 1\n00000000000000010000000000000002\n", 2}};
    char *folder = folder_new(), *path = text_of("%s/cache", folder);
    (void)state;
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
        enti_second_cache cache = {.path = NULL};
        ent_error err = {.status = ENT_OK};
        file_write(path, bad[k].text, strlen(bad[k].text));
        assert_int_equal(enti_second_cache_open(&cache, path, &err), ENT_E_PARSE);
        assert_int_equal(err.row, bad[k].row);
        enti_second_cache_clear(&cache);
    }
    free(path);
    folder_remove(folder);
}

static ent_codes *both(const ent_lexicon *lexicon, const char *text, const char *cache) {
    const ent_coding options = {.second = true, .cache = cache};
    const ent_speech speech = {.id = "t", .speaker = "A", .state = "AUS", .text = text, .size = strlen(text)};
    ent_codes *codes = NULL;
    ent_error err = {.status = ENT_OK};
    must(ent_beliefs_code(lexicon, &speech, 1, &options, &codes, &err), &err);
    return codes;
}

static void test_opinion(void **state) {
    static const char text[] = "Peru attacked Chile. We will support our friends.\n"
                               "We we support support of of of the the by by Peru.";
    char *folder = folder_new(), *path = text_of("%s/cache", folder);
    ent_lexicon *lexicon = lexicon_open();
    ent_codes *first = both(lexicon, text, path), *again = NULL;
    (void)state;
    if (!first->coverage.second_missing) {
        assert_true(first->count >= 2);
        assert_int_equal(first->rows[0].confidence, ENT_AGREED);
        assert_int_equal(first->rows[1].confidence, ENT_AGREED);
        assert_true(first->coverage.second >= 2);
        assert_int_equal(first->coverage.second_cached, 0);
        again = both(lexicon, text, path);
        assert_int_equal(again->coverage.second_cached, 3);
        assert_int_equal(again->count, first->count);
        for (size_t k = 0; k < again->count; k++)
            assert_int_equal(again->rows[k].confidence, first->rows[k].confidence);
    }
    assert_true(!first->coverage.second_missing || *first->coverage.second_why != 0);
    if (first->coverage.second_missing) print_message("link-grammar is not there: %s\n", first->coverage.second_why);
    ent_codes_free(first);
    ent_codes_free(again);
    ent_lexicon_close(lexicon);
    free(path);
    folder_remove(folder);
}

static void test_compare(void **state) {
    ent_lexicon *lexicon = lexicon_open();
    enti_sentence *s = sentence_of(lexicon, "Peru attacked Chile.");
    enti_code code = {.scale = -3, .actor = true};
    enti_second_codes second = {.made = false};
    (void)state;
    assert_int_equal(enti_second_compare(&second, s, &code), ENT_SINGLE);
    second.made = true;
    assert_int_equal(enti_second_compare(&second, s, &code), ENT_DISPUTED);
    second.count = 1;
    second.code[0].verb = s->token[s->clause[0].verb].start;
    second.code[0].scale = -3;
    second.code[0].actor = true;
    assert_int_equal(enti_second_compare(&second, s, &code), ENT_AGREED);
    second.code[0].self = true;
    assert_int_equal(enti_second_compare(&second, s, &code), ENT_DISPUTED);
    free(s);
    ent_lexicon_close(lexicon);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cache), cmocka_unit_test(test_bad_cache),
                                       cmocka_unit_test(test_opinion), cmocka_unit_test(test_compare)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
