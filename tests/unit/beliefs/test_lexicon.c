/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon: inflected forms, spellings, our tables, and files of the user with everything that can be wrong. */
#include "support/coder.h"
#include "support/files.h"

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

/* Whether a spelled form is that form of the verb. */
static bool inflects(const char *form, const char *lemma, uint8_t which) {
    uint32_t w = enti_lexicon_find(lexicon, form, strlen(form));
    for (int k = 0; k < 2; k++) {
        uint16_t v = lexicon->words[w].verb[k];
        if (v != 0 && strcmp(lexicon->verbs[v - 1].lemma, lemma) == 0 && (lexicon->words[w].forms[k] & which) != 0)
            return true;
    }
    print_error("%s is not a form of %s\n", form, lemma);
    return false;
}

static void test_forms(void **state) {
    static const struct {
        const char *form, *lemma;
        uint8_t which;
    } forms[] = {{"supports", "support", ENTI_S},
                 {"stopped", "stop", ENTI_PAST},
                 {"banning", "ban", ENTI_ING},
                 {"supplies", "supply", ENTI_S},
                 {"denied", "deny", ENTI_PART},
                 {"withdrew", "withdraw", ENTI_PAST},
                 {"withdrawn", "withdraw", ENTI_PART},
                 {"recognized", "recognise", ENTI_PAST},
                 {"recognising", "recognise", ENTI_ING},
                 {"honoring", "honour", ENTI_ING},
                 {"freed", "free", ENTI_PAST},
                 {"agreeing", "agree", ENTI_ING},
                 {"dying", "die", ENTI_ING},
                 {"committed", "commit", ENTI_PART},
                 {"found", "find", ENTI_PAST},
                 {"found", "found", ENTI_BASE},
                 {"fulfill", "fulfil", ENTI_BASE},
                 {"targeted", "target", ENTI_PAST},
                 {"travelling", "travel", ENTI_ING},
                 {"traveled", "travel", ENTI_PAST},
                 {"imposing", "impose", ENTI_ING}};
    (void)state;
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
        assert_true(inflects(forms[k].form, forms[k].lemma, forms[k].which));
}

static void test_spelling(void **state) {
    char out[64];
    (void)state;
    assert_true(enti_other_spelling("mobilise", out, sizeof out));
    assert_string_equal(out, "mobilize");
    assert_true(enti_other_spelling("defence", out, sizeof out));
    assert_string_equal(out, "defense");
    assert_false(enti_other_spelling("trade", out, sizeof out));
    assert_true(enti_plural("embassy", out, sizeof out));
    assert_string_equal(out, "embassies");
    assert_false(enti_plural("embassy", out, 4));
}

/* Every key of the tables stands once: a second row would be dead. */
static void test_keys(void **state) {
    int twice = 0;
    (void)state;
    assert_true(lexicon->frames_count > 1500);
    for (size_t a = 1; a < lexicon->frames_count; a++)
        for (size_t b = a; b-- > 0 && lexicon->frames[b].verb == lexicon->frames[a].verb;) {
            const enti_frame *x = &lexicon->frames[a], *y = &lexicon->frames[b];
            if (x->particles != y->particles || strcmp(x->object, y->object) != 0 ||
                memcmp(x->particle, y->particle, sizeof x->particle) != 0)
                continue;
            print_error("%s @%s stands twice\n", lexicon->verbs[x->verb - 1].lemma, x->object);
            twice++;
        }
    assert_int_equal(twice, 0);
    assert_true(ent_lexicon_knows(lexicon, "AUS"));
    assert_false(ent_lexicon_knows(lexicon, "XXX"));
}

/* Opens the lexicon with a file of the user. */
static ent_status with_file(const char *text, ent_lexicon **out, ent_error *err) {
    char *folder = folder_new(), *path = text_of("%s/own.csv", folder);
    const char *const files[] = {path};
    ent_status st;
    file_write(path, text, strlen(text));
    st = ent_lexicon_open(files, 1, out, err);
    free(path);
    folder_remove(folder);
    return st;
}

static void test_override(void **state) {
    ent_lexicon *own = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_int_equal(differs_code(lexicon, "USA", "We applaud the Ruritanians.", "self +1"), 0);
    assert_int_equal(differs_code(lexicon, "USA", "We frobbed the Russians.", ""), 0);
    must(with_file("lemma,particle,object,category\napplaud,,,oppose\nfrob,,*,punish\n", &own, &err), &err);
    assert_int_equal(differs_code(own, "USA", "We applaud the Russians.", "self -1"), 0);
    assert_int_equal(differs_code(own, "USA", "We will frob the Russians.", "self -2"), 0);
    ent_lexicon_close(own);
    own = NULL;
    must(with_file("iso3,name,kind\nZZZ,Ruritania,name\nZZZ,Ruritanian,people\n", &own, &err), &err);
    assert_int_equal(differs_code(own, "ZZZ", "Ruritania condemns the attack.", "self -1"), 0);
    ent_lexicon_close(own);
}

static void test_bad_files(void **state) {
    static const struct {
        const char *text, *says;
        long row, column;
    } bad[] = {{"a,b\n1,2\n", "no table of the lexicon", 1, 0},
               {"lemma,particle,object,category\nfrob,,,praise\n", "expected punish", 2, 4},
               {"lemma,particle,object,category\n,,,oppose\n", "a verb", 2, 1},
               {"lemma,particle,object,category\nfrob,a b c d,,oppose\n", "three words", 2, 2},
               {"lemma,particle,link,effect\nfrob,,toward,intent\n", "expected to, ing", 2, 3},
               {"lemma,particle,link,effect\nfrob,,to,magic\n", "expected transparent", 2, 4},
               {"word,tag,feature\nfrob,thing,\n", "expected det", 2, 2},
               {"phrase,tag,feature\nfrob the frob,adv,magic\n", "a feature", 2, 3},
               {"noun,plural,classes\n,,actor\n", "a noun", 2, 1},
               {"iso3,name,kind\nZZZZ,Ruritania,name\n", "three letters", 2, 1},
               {"iso3,name,kind\nZZZ,Ruritania,land\n", "name, people or capital", 2, 3},
               {"lemma,past,participle\nfrob,,frobbed\n", "its past", 2, 2},
               {"lemma,particle,object,category\nfrob,,\xff,oppose\n", "UTF-8", 2, 3}};
    (void)state;
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
        ent_lexicon *own = NULL;
        ent_error err = {.status = ENT_OK};
        assert_int_equal(with_file(bad[k].text, &own, &err), ENT_E_PARSE);
        assert_null(own);
        if (strstr(err.message, bad[k].says) == NULL) fail_msg("\"%s\" does not say \"%s\"", err.message, bad[k].says);
        assert_int_equal(err.row, bad[k].row);
        assert_int_equal(err.column, bad[k].column);
    }
}

static void test_no_file(void **state) {
    const char *const files[] = {"/nowhere/own.csv"};
    ent_lexicon *own = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    assert_int_equal(ent_lexicon_open(files, 1, &own, &err), ENT_E_IO);
    assert_null(own);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms),     cmocka_unit_test(test_spelling),
                                       cmocka_unit_test(test_keys),      cmocka_unit_test(test_override),
                                       cmocka_unit_test(test_bad_files), cmocka_unit_test(test_no_file)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
