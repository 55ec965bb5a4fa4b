/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole texts: what is refused and where, other languages, order of texts, codes as CSV, overrides, lists of texts. */
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

static const ent_coding alone = {.second = false};

static void refuse(const ent_speech *speech, ent_status status, const char *says, long row, long column) {
    ent_codes *codes = NULL;
    ent_error err = {.status = ENT_OK};
    assert_int_equal(ent_beliefs_code(lexicon, speech, 1, &alone, &codes, &err), status);
    assert_null(codes);
    if (strstr(err.message, says) == NULL) fail_msg("\"%s\" does not say \"%s\"", err.message, says);
    assert_int_equal(err.row, row);
    assert_int_equal(err.column, column);
}

static void test_refused(void **state) {
    ent_speech s = {.id = "a.txt", .speaker = "A", .state = "AUS", .text = "We win.\nWe \xff win.", .size = 17};
    (void)state;
    refuse(&s, ENT_E_PARSE, "a.txt:2:4: byte 0xff is not UTF-8", 2, 4);
    s.text = "We\0win";
    s.size = 6;
    refuse(&s, ENT_E_PARSE, "binary", 1, 3);
    s.text = " \n\t";
    s.size = 3;
    refuse(&s, ENT_E_PARSE, "empty", 1, 1);
    s.size = 0;
    refuse(&s, ENT_E_PARSE, "empty", 1, 1);
    s.speaker = NULL;
    refuse(&s, ENT_E_ARG, "no speaker", 0, 0);
    s.speaker = "A";
    s.state = "QQQ";
    refuse(&s, ENT_E_RANGE, "\"QQQ\"", 0, 0);
    s.state = "";
    refuse(&s, ENT_E_ARG, "no state", 0, 0);
    s.id = "";
    refuse(&s, ENT_E_ARG, "no id", 0, 0);
}

static void test_other_language(void **state) {
    ent_codes *codes =
        codes_of(lexicon, "FRA",
                 "Nous condamnons fermement cette agression barbare contre nos amis ukrainiens.\n"
                 "Мы осуждаем эту войну и поддерживаем наших друзей во всём мире.\nWe condemn this war.");
    (void)state;
    assert_int_equal(codes->count, 1); /* no default code, ever */
    assert_int_equal(codes->coverage.sentences, 3);
    assert_int_equal(codes->coverage.not_english, 2);
    assert_true(codes->coverage.known_words < codes->coverage.words);
    ent_codes_free(codes);
}

/* Curly quotes, no-break spaces, dashes and missing stops change nothing. */
static void test_signs(void **state) {
    int bad = 0;
    (void)state;
    bad += differs_code(lexicon, "AUS", "We won\xe2\x80\x99t abandon Peru", "self +2");
    bad += differs_code(lexicon, "AUS", "We\xc2\xa0will\xc2\xa0never abandon Peru \xe2\x80\x94 and Peru knows it",
                        "self +2");
    bad += differs_code(lexicon, "AUS",
                        "They \xe2\x80\x93 as we know \xe2\x80\x93 attacked \xe2\x80\x9cPeru\xe2\x80\x9d\xe2\x80\xa6",
                        "other -3");
    bad += differs_code(lexicon, "AUS", "\xef\xbb\xbfPeru attacked Chile", "other -3");
    assert_int_equal(bad, 0);
}

/* A megabyte on one line, with and without stops: finished, and the rows are there. */
static void test_long_line(void **state) {
    static const char part[] = "Peru attacked Chile and ";
    enum { PARTS = (1 << 20) / (sizeof part - 1) };
    char *text = malloc((size_t)PARTS * (sizeof part - 1) + 1);
    ent_codes *codes;
    (void)state;
    assert_non_null(text);
    for (size_t k = 0; k < PARTS; k++)
        memcpy(text + k * (sizeof part - 1), part, sizeof part);
    codes = codes_of(lexicon, "AUS", text);
    assert_true(codes->count > PARTS / 4);
    ent_codes_free(codes);
    free(text);
}

/* Rows of a text do not depend on the texts before it. */
static void test_order(void **state) {
    static const char one[] = "He said, \"Peru attacked", two[] = "Chile condemned Peru. We support Chile.";
    const ent_speech there[] = {{.id = "1", .speaker = "A", .state = "AUS", .text = one, .size = sizeof one - 1},
                                {.id = "2", .speaker = "A", .state = "AUS", .text = two, .size = sizeof two - 1}};
    const ent_speech back[] = {there[1], there[0]};
    ent_codes *x = NULL, *y = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(ent_beliefs_code(lexicon, there, 2, &alone, &x, &err), &err);
    must(ent_beliefs_code(lexicon, back, 2, &alone, &y, &err), &err);
    assert_int_equal(x->count, 2);
    assert_int_equal(y->count, 2);
    for (size_t k = 0; k < 2; k++) {
        assert_string_equal(x->rows[k].text_id, "2");
        assert_string_equal(x->rows[k].rule, y->rows[k].rule);
        assert_int_equal(x->rows[k].scale, y->rows[k].scale);
    }
    ent_codes_free(x);
    ent_codes_free(y);
}

static bool stop_at_once(void *context, size_t done, size_t all) {
    (void)done;
    *(size_t *)context = all;
    return false;
}

static void test_cancelled(void **state) {
    enti_text text = {0};
    size_t all = 0;
    ent_coding coding = {.progress = stop_at_once, .context = &all};
    ent_codes *codes = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    for (int k = 0; k < 200; k++)
        enti_text_add(&text, "We condemn it. ");
    {
        const ent_speech speech = {.id = "t", .speaker = "A", .state = "AUS", .text = text.at, .size = text.size};
        assert_int_equal(ent_beliefs_code(lexicon, &speech, 1, &coding, &codes, &err), ENT_E_CANCELLED);
    }
    assert_null(codes);
    assert_int_equal(all, 200);
    enti_text_clear(&text);
}

static char *written(const ent_codes *codes, size_t *size) {
    char *text = NULL;
    ent_error err = {.status = ENT_OK};
    must(ent_codes_write(codes, &text, size, &err), &err);
    return text;
}

static void test_csv(void **state) {
    ent_codes *codes = codes_of(lexicon, "AUS", "He said \"no\", and Peru attacked Chile, Bolivia and us."),
              *again = NULL;
    size_t size = 0, other = 0;
    char *text = written(codes, &size), *twice;
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(ent_codes_read(text, size, "codes.csv", &again, &err), &err);
    twice = written(again, &other);
    assert_int_equal(codes->count, 1);
    assert_int_equal(size, other);
    assert_memory_equal(text, twice, size);
    ent_free(text);
    ent_free(twice);
    ent_codes_free(codes);
    ent_codes_free(again);
}

static const char text_of_overrides[] = "Peru attacked Chile. We support Chile.";

/* Overrides of the file, applied to fresh codes. */
static ent_status override(const char *rows, size_t *applied, ent_codes **codes, ent_error *err) {
    char *csv = text_of("text_id,sentence,clause_no,verb,override\n%s", rows);
    ent_status st;
    *codes = codes_of(lexicon, "AUS", text_of_overrides);
    st = ent_codes_override(*codes, csv, strlen(csv), "mine.csv", applied, err);
    free(csv);
    return st;
}

static void test_overrides(void **state) {
    ent_codes *codes = NULL;
    size_t applied = 0;
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(override("t,Peru attacked Chile.,1,attack,oppose\nt,We support Chile.,1,support,\n", &applied, &codes, &err),
         &err);
    assert_int_equal(applied, 1);
    assert_int_equal(codes->rows[0].scale, -1);
    assert_string_equal(codes->rows[0].override, "oppose");
    assert_int_equal(codes->rows[1].scale, 1);
    ent_codes_free(codes);
    must(override("t,Peru attacked Chile.,1,attack,neutral\n", &applied, &codes, &err), &err);
    assert_int_equal(codes->count, 1);
    ent_codes_free(codes);
    assert_int_equal(
        override("t,We support Chile.,1,support,\nt,Peru attacked Chile.,1,bomb,oppose\n", &applied, &codes, &err),
        ENT_E_MISSING);
    assert_int_equal(err.row, 3);
    assert_non_null(strstr(err.message, "nothing to replace"));
    ent_codes_free(codes);
    assert_int_equal(override("t,Peru attacked Chile.,1,attack,bad\n", &applied, &codes, &err), ENT_E_PARSE);
    assert_int_equal(err.column, 5);
    ent_codes_free(codes);
}

static void test_review(void **state) {
    ent_codes *codes = codes_of(lexicon, "AUS", "Peru attacked Chile. We support Chile. They condemn us.");
    (void)state;
    codes->rows[0].confidence = ENT_AGREED;
    codes->rows[2].confidence = ENT_DISPUTED;
    ent_codes_review(codes);
    assert_int_equal(codes->rows[0].sentence_no, 3);
    assert_int_equal(codes->rows[1].sentence_no, 2);
    assert_int_equal(codes->rows[2].sentence_no, 1);
    ent_codes_free(codes);
}

static void test_manifest(void **state) {
    static const struct {
        const char *list, *says;
        ent_status status;
        long row;
    } bad[] = {{"file,speaker\na.txt,A\n", "state", ENT_E_PARSE, 1},
               {"file,speaker,state\na.txt,,AUS\n", "no speaker", ENT_E_ARG, 2},
               {"file,speaker,state,mode\na.txt,A,AUS,sung\n", "prepared", ENT_E_PARSE, 2},
               {"file,speaker,state\nb.txt,A,AUS\n", "b.txt", ENT_E_IO, 2}};
    char *folder = folder_new(), *list = text_of("%s/list.csv", folder), *text = text_of("%s/a.txt", folder);
    ent_manifest *manifest = NULL;
    ent_error err = {.status = ENT_OK};
    const char *good = "file,leader,country,date,title,mode\na.txt,Ann,AUS,2014-01-02,Lowy,prepared\n";
    (void)state;
    file_write(text, "We win.", 7);
    file_write(list, good, strlen(good));
    must(ent_manifest_read(list, &manifest, &err), &err);
    assert_int_equal(manifest->count, 1);
    assert_string_equal(manifest->speeches[0].speaker, "Ann");
    assert_string_equal(manifest->speeches[0].venue, "Lowy");
    assert_int_equal(manifest->speeches[0].size, 7);
    ent_manifest_free(manifest);
    for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
        manifest = NULL;
        file_write(list, bad[k].list, strlen(bad[k].list));
        assert_int_equal(ent_manifest_read(list, &manifest, &err), bad[k].status);
        assert_null(manifest);
        assert_int_equal(err.row, bad[k].row);
        assert_non_null(strstr(err.message, bad[k].says));
    }
    free(list);
    free(text);
    folder_remove(folder);
}

static void test_score(void **state) {
    static const char gold[] = "id,sentence,attribution,actor,category,scale,note\n"
                               "1,Peru attacked Chile.,other,Peru,punish,-3,speaker=AUS; deed\n"
                               "2,We attacked Chile.,self,we,oppose,-1,speaker=AUS; deed\n"
                               "3,We met Chile.,self,we,neutral,0,speaker=AUS; meet\n"
                               "4a,We help Chile and condemn Peru.,self,we,reward,3,speaker=AUS; first\n";
    ent_score s;
    char *wrong = NULL;
    ent_error err = {.status = ENT_OK};
    (void)state;
    must(ent_beliefs_score(lexicon, gold, sizeof gold - 1, "gold.csv", NULL, &s, &wrong, &err), &err);
    assert_int_equal(s.sentences, 4);
    assert_int_equal(s.codable, 3);
    assert_int_equal(s.category_right, 2);
    assert_int_equal(s.polarity_right, 3);
    assert_int_equal(s.attribution_right, 3);
    assert_int_equal(s.neutral_left_alone, 1);
    assert_int_equal(s.extra, 1);
    assert_int_equal(s.confusion[2][0], 1);
    assert_non_null(strstr(wrong, "We attacked"));
    ent_free(wrong);
    assert_int_equal(ent_beliefs_score(lexicon, "id\n1\n", 5, "gold.csv", NULL, &s, NULL, &err), ENT_E_PARSE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),   cmocka_unit_test(test_other_language), cmocka_unit_test(test_signs),
        cmocka_unit_test(test_long_line), cmocka_unit_test(test_order),          cmocka_unit_test(test_cancelled),
        cmocka_unit_test(test_csv),       cmocka_unit_test(test_overrides),      cmocka_unit_test(test_review),
        cmocka_unit_test(test_manifest),  cmocka_unit_test(test_score)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
