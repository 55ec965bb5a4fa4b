/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BibTeX of what an answer used: by source, by key of the bibliography, each entry once, all of them. */
#include "support/fixture.h"

#include <ctype.h>
#include <entente/groups.h>
#include <entente/history.h>

static fixture all;

static int setup(void **state) {
    (void)state;
    all = fixture_open();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    fixture_close(&all);
    return 0;
}

static char *cite(const char *const *keys, size_t count) {
    ent_error err = {.status = ENT_OK};
    char *text = NULL;
    must(ent_cite_keys(all.world, keys, count, &text, &err), &err);
    assert_non_null(text);
    return text;
}

/* Entries of a text; braces must match and nothing stand between entries. Keys must ascend. */
static size_t entries(const char *text) {
    size_t count = 0;
    char last[64] = "", key[64];
    while (*text != 0) {
        int depth = 0;
        size_t size = 0;
        assert_int_equal(*text, '@');
        while (*text != '{')
            assert_true(isalpha((unsigned char)*++text) || *text == '{');
        while (text[1 + size] != ',' && size + 1 < sizeof key) {
            key[size] = text[1 + size];
            size++;
        }
        key[size] = 0;
        assert_true(strcmp(last, key) < 0);
        memcpy(last, key, size + 1);
        do {
            assert_true(*text != 0);
            depth += *text == '{';
            depth -= *text == '}';
            text++;
        } while (depth > 0);
        while (isspace((unsigned char)*text))
            text++;
        count++;
    }
    return count;
}

static void test_keys(void **state) {
    static const char *const source[] = {"atop-5.1"}, *const reference[] = {"leeds2002"};
    static const char *const twice[] = {"leeds2002", "atop-5.1", "walt1987", "leeds2002"};
    char *of_source = cite(source, 1), *of_key = cite(reference, 1), *of_both = cite(twice, 4);
    (void)state;
    assert_non_null(strstr(of_source, "{leeds2002,"));
    assert_string_equal(of_source, of_key);
    assert_int_equal(entries(of_key), 1);
    assert_int_equal(entries(of_both), 2); /* each once, in order of key */
    ent_free(of_source);
    ent_free(of_key);
    ent_free(of_both);
}

static void test_all(void **state) {
    char *whole = cite(NULL, 0);
    (void)state;
    assert_int_equal(entries(whole), all.world->references_count);
    ent_free(whole);
}

/* No source is without its entry, or an answer could not be cited. */
static void test_every_source(void **state) {
    (void)state;
    for (size_t s = 0; s < all.world->sources_count; s++) {
        const char *key = all.world->sources[s].key;
        char *text = cite(&key, 1);
        assert_int_equal(entries(text), 1);
        ent_free(text);
    }
}

static void test_answers(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_audit_options options = ent_audit_options_default(all.world);
    ent_group group;
    ent_audit *audit = NULL;
    ent_partners *partners = NULL;
    char *text;
    (void)state;
    options.year = 2014;
    options.draws = 0;
    must(ent_group_find(all.world, "cica", 2014, &group, &err), &err);
    must(ent_audit_run(all.world, all.params, &group, &options, &audit, &err), &err);
    must(ent_partners_run(all.world, all.params, 710, NULL, &partners, &err), &err);
    ent_free(cite(audit->sources, audit->sources_count));
    text = cite(audit->cites, audit->cites_count);
    assert_int_equal(entries(text), audit->cites_count);
    ent_free(text);
    ent_free(cite(partners->sources, partners->sources_count));
    text = cite(partners->cites, partners->cites_count);
    assert_int_equal(entries(text), partners->cites_count);
    ent_free(text);
    ent_audit_free(audit);
    ent_partners_free(partners);
}

static void test_unknown(void **state) {
    static const char *const keys[] = {"atop-5.1", "nobody1900"};
    ent_error err = {.status = ENT_OK};
    char *text = NULL, *none;
    (void)state;
    assert_int_equal(ent_cite_keys(all.world, keys, 2, &text, &err), ENT_E_MISSING);
    assert_null(text);
    assert_non_null(strstr(err.message, "nobody1900"));
    none = cite(keys, 0); /* an answer that used nothing */
    assert_string_equal(none, "");
    ent_free(none);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_keys), cmocka_unit_test(test_all),
                                       cmocka_unit_test(test_every_source), cmocka_unit_test(test_answers),
                                       cmocka_unit_test(test_unknown)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
