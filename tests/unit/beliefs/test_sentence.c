/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splitter and tokeniser: abbreviations, signs of every kind, what is not text. */
#include "support/coder.h"

static ent_lexicon *lexicon;

static int open_it(void **state) {
    (void)state;
    lexicon = lexicon_open();
    return 0;
}

static int close_it(void **state) {
    (void)state;
    ent_lexicon_close(lexicon);
    return 0;
}

/* Sentences parted by |, as they stand. */
static char *split(const char *text, size_t size) {
    enti_splitter splitter = {.text = text, .size = size};
    enti_sentence *s = calloc(1, sizeof *s);
    enti_text out = {0};
    assert_non_null(s);
    while (enti_sentence_next(&splitter, lexicon, s))
        enti_text_add(&out, "%s%.*s", out.size > 0 ? "|" : "", (int)(s->end - s->start), text + s->start);
    free(s);
    return out.at;
}

static void check(const char *text, const char *expected) {
    char *found = split(text, strlen(text));
    assert_string_equal(found, expected);
    ent_free(found);
}

static void test_ends(void **state) {
    (void)state;
    check("One. Two! Three? Four", "One.|Two!|Three?|Four");
    check("A line\nanother line\r\n\r\nlast", "A line|another line|last");
    check("\"Go.\" He went.", "\"Go.\"|He went.");
    check("\xe2\x80\x9cGo.\xe2\x80\x9d He went\xe2\x80\xa6 Then no more.",
          "\xe2\x80\x9cGo.\xe2\x80\x9d|He went\xe2\x80\xa6|Then no more.");
}

static void test_no_ends(void **state) {
    (void)state;
    check("Mr. Smith met Dr. Jones.", "Mr. Smith met Dr. Jones.");
    check("The U.S. and J. F. Kennedy.", "The U.S. and J. F. Kennedy.");
    check("It grew by 3.5 percent, e.g. here.", "It grew by 3.5 percent, e.g. here.");
    check("Wait... what? no, go.", "Wait... what? no, go.");
}

static void test_nothing(void **state) {
    enti_splitter splitter = {.text = " \n\t \xc2\xa0", .size = 6};
    enti_sentence *s = calloc(1, sizeof *s);
    (void)state;
    assert_non_null(s);
    assert_false(enti_sentence_next(&splitter, lexicon, s));
    free(s);
}

/* Tokens parted by blanks; a token of several words keeps its own. */
static void tokens(const char *text, const char *expected) {
    enti_sentence *s = sentence_of(lexicon, text);
    enti_text out = {0};
    for (int t = 0; t < s->tokens; t++)
        enti_text_add(&out, "%s%.*s", t > 0 ? "/" : "", (int)(s->token[t].end - s->token[t].start),
                      text + s->token[t].start);
    assert_string_equal(out.at, expected);
    enti_text_clear(&out);
    free(s);
}

static void test_tokens(void **state) {
    (void)state;
    tokens("We don't know.", "We/do/n't/know/.");
    tokens("We won\xe2\x80\x99t, they\xe2\x80\x99ll.", "We/wo/n\xe2\x80\x99t/,/they/\xe2\x80\x99ll/.");
    tokens("Russia's allies' plans", "Russia/'s/allies/'/plans");
    tokens("The United States no longer waits", "The/United States/no longer/waits");
    tokens("peace\xc2\xa0talks \xe2\x80\x94 now (soon)", "peace/talks/\xe2\x80\x94/now/(/soon/)");
    tokens("$1,000 in 24-hour aid", "$1,000/in/24-hour/aid");
}

static void test_not_utf8(void **state) {
    static const char *const bad[] = {"a\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82"};
    size_t at = 99;
    (void)state;
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
        assert_false(enti_text_check(bad[k], strlen(bad[k]), &at));
    assert_false(enti_text_check("a\0b", 3, &at));
    assert_int_equal(at, 1);
    assert_true(enti_text_check("\xc3\xa9t\xc3\xa9 \xf0\x9f\x95\x8a", 10, &at));
}

/* No punctuation at all: cut where the tokens end, and nothing lost. */
static void test_endless(void **state) {
    enum { WORDS = 5000 };
    char *text = malloc(WORDS * 5 + 1);
    enti_splitter splitter;
    enti_sentence *s = calloc(1, sizeof *s);
    size_t words = 0;
    (void)state;
    assert_non_null(text);
    assert_non_null(s);
    for (size_t k = 0; k < WORDS; k++)
        memcpy(text + k * 5, "word ", 6);
    splitter = (enti_splitter){.text = text, .size = (size_t)WORDS * 5};
    while (enti_sentence_next(&splitter, lexicon, s)) {
        assert_true(s->tokens <= ENTI_TOKENS_MOST);
        words += (size_t)s->words;
    }
    assert_int_equal(words, WORDS);
    free(s);
    free(text);
}

static void test_quotes(void **state) {
    const char *text = "He said, \"We will fight on to the end.\" The \"so-called partners\" left.";
    enti_splitter splitter = {.text = text, .size = strlen(text)};
    enti_sentence *s = calloc(1, sizeof *s);
    int quoted = 0;
    (void)state;
    assert_non_null(s);
    assert_true(enti_sentence_next(&splitter, lexicon, s));
    for (int t = 0; t < s->tokens; t++)
        quoted += (s->token[t].flags & ENTI_QUOTED) != 0 && s->token[t].tag != ENTI_MARK;
    assert_int_equal(quoted, 8); /* seven words and the stop */
    assert_true(enti_sentence_next(&splitter, lexicon, s));
    for (int t = 0; t < s->tokens; t++)
        assert_int_equal(s->token[t].flags & ENTI_QUOTED, 0);
    free(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ends),     cmocka_unit_test(test_no_ends),
                                       cmocka_unit_test(test_nothing),  cmocka_unit_test(test_tokens),
                                       cmocka_unit_test(test_not_utf8), cmocka_unit_test(test_endless),
                                       cmocka_unit_test(test_quotes)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
