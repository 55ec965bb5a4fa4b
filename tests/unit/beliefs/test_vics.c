/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coding rules, one after the other: actor, tense, modality, control verbs, negation, voice, what is not asserted,
 * at home or abroad. The speaker is Australian. */
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

typedef struct {
    const char *text, *expected;
} row;

static void check(const row *rows) {
    int bad = 0;
    for (; rows->text != NULL; rows++)
        bad += differs_code(lexicon, "AUS", rows->text, rows->expected);
    assert_int_equal(bad, 0);
}

static void test_actors(void **state) {
    static const row rows[] = {{"I condemn this war.", "self -1"},
                               {"Australia condemns this war.", "self -1"},
                               {"Canberra condemns this war.", "self -1"},
                               {"The Australian government condemns this war.", "self -1"},
                               {"Our soldiers rescued the hostages.", "self +3"},
                               {"Our neighbours condemn this war.", "other -1"},
                               {"Our closest allies condemn this war.", "other -1"},
                               {"The people of Peru condemn this war.", "other -1"},
                               {"Both sides condemn this war.", "other -1"},
                               {"Arbor condemns this war.", "self -1"},
                               {"Australia and Peru condemn this war.", "other -1"},
                               {"The minister and I condemn this war.", "self -1"},
                               {"Many of them condemn this war.", "other -1"},
                               {"The crisis destroyed the alliance.", ""},
                               {"Russia's actions destroyed the alliance.", ""},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_tense_and_modality(void **state) {
    static const row rows[] = {{"Peru attacked Chile.", "other -3"},
                               {"Peru has attacked Chile.", "other -3"},
                               {"Peru is attacking Chile.", "other -3"},
                               {"Peru will attack Chile.", "other -2"},
                               {"Peru is going to attack Chile.", "other -2"},
                               {"Peru is about to attack Chile.", "other -2"},
                               {"Peru might attack Chile.", "other -1"},
                               {"Peru would attack Chile.", "other -2"},
                               {"Peru would have attacked Chile.", ""},
                               {"Peru must release the hostages.", "other +1"},
                               {"Peru has to release the hostages.", "other +1"},
                               {"Peru will support Chile.", "other +1"},
                               {"Let us rescue the hostages.", "self +1"},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_control(void **state) {
    static const row rows[] = {{"Peru wants to attack Chile.", "other -1"},
                               {"Peru is trying to rescue the hostages.", "other +1"},
                               {"Peru intends to attack Chile.", "other -2"},
                               {"Peru is ready to help Chile.", "other +2"},
                               {"Peru is determined to help Chile.", "other +2"},
                               {"Peru agreed to respect the truce.", "other +2"},
                               {"Peru promised not to attack Chile.", "other +2"},
                               {"Peru vowed to attack Chile.", "other -2"},
                               {"Peru threatened to attack Chile.", "other -2"},
                               {"Peru refused to help Chile.", "other -1"},
                               {"Peru refused to attack Chile.", "other +1"},
                               {"Peru continues to attack Chile.", "other -3"},
                               {"Peru stopped attacking Chile.", "other +3"},
                               {"Peru stopped helping Chile.", "other -3"},
                               {"Peru is able to help Chile.", "other +1"},
                               {"Peru urged Chile to stop attacking us.", "other +1"},
                               {"Peru promised to help Chile and release the hostages.", "other +2 other +2"},
                               {"We will not allow Peru to attack Chile.", "self -1"},
                               {"We allowed Peru to go.", ""},
                               {"Peru came to Lima to help Chile.", ""},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_negation(void **state) {
    static const row rows[] = {{"Peru did not attack Chile.", "other +1"},
                               {"Peru will never attack Chile.", "other +2"},
                               {"Peru should not attack Chile.", "other +1"},
                               {"Peru does not support Chile.", "other -1"},
                               {"Peru will not support Chile.", "other -1"},
                               {"Peru no longer supports Chile.", "other -1"},
                               {"No country should attack Chile.", "other +1"},
                               {"Nobody supports Chile.", "other -1"},
                               {"Peru never refused to help Chile.", "other +1"},
                               {"Peru gave Chile no aid.", "other -1"},
                               {"Peru not only condemns but attacks Chile.", "other -1 other -3"},
                               {"Peru did not attack but supported Chile.", "other +1 other +1"},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_voice(void **state) {
    static const row rows[] = {{"Chile was attacked by Peru.", "other -3"},
                               {"Chile will be attacked by Peru.", "other -2"},
                               {"Chile was attacked.", ""},
                               {"Chile was attacked by night.", ""},
                               {"Chile is supported by our government.", "self +1"},
                               {"It was Peru who attacked Chile.", "other -3"},
                               {"Not Peru but Brazil attacked Chile.", "other -3"},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_not_asserted(void **state) {
    static const row rows[] = {{"If Peru attacks Chile, we will support Chile.", "self +1"},
                               {"Unless Peru attacks Chile, nothing will happen.", ""},
                               {"Did Peru attack Chile?", ""},
                               {"They asked whether Peru had attacked Chile.", ""},
                               {"We know that Peru attacked Chile.", "other -3"},
                               {"We do not believe that Peru attacked Chile.", ""},
                               {"Peru promised that it would help Chile.", "other +2"},
                               {"He said: \"Peru attacked Chile without any reason.\"", ""},
                               {"I said: \"Peru attacked Chile without any reason.\"", "other -3"},
                               {"We support those who attacked Peru.", "self +1"},
                               {"Peru, which attacked Chile, is strong.", "other -3"},
                               {"The attack by Peru was condemned.", ""},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_objects(void **state) {
    static const row rows[] = {{"We fight terrorists.", "self -3"},
                               {"We fight terrorism.", "self +1"},
                               {"Peru used force.", "other -3"},
                               {"Peru used a new method.", ""},
                               {"Peru lifted the sanctions.", "other +3"},
                               {"Peru withdrew its troops.", "other +3"},
                               {"Peru withdrew from the treaty.", "other -3"},
                               {"Peru ended the war.", "other +3"},
                               {"Peru ended its aid to Chile.", "other -3"},
                               {"Peru broke the agreement.", "other -3"},
                               {"Peru voted for the resolution.", "other +1"},
                               {"Peru voted against the resolution.", "other -1"},
                               {"Peru strengthened its ties with Chile.", "other +1"},
                               {"Peru gave an interview.", ""},
                               {NULL, NULL}};
    (void)state;
    check(rows);
}

static void test_domain(void **state) {
    ent_codes *codes = codes_of(lexicon, "AUS", "We support our teachers and schools. We support Peru.");
    (void)state;
    assert_int_equal(codes->count, 2);
    assert_true(codes->rows[0].domestic);
    assert_false(codes->rows[1].domestic);
    ent_codes_free(codes);
}

static void test_rows(void **state) {
    ent_codes *codes = codes_of(lexicon, "AUS", "Good morning. Peru has never threatened to invade Chile.");
    const ent_code *c = codes->rows;
    (void)state;
    assert_int_equal(codes->count, 1);
    assert_string_equal(c->text_id, "t");
    assert_string_equal(c->state, "AUS");
    assert_int_equal(c->sentence_no, 2);
    assert_string_equal(c->sentence, "Peru has never threatened to invade Chile.");
    assert_string_equal(c->subject, "Peru");
    assert_string_equal(c->object, "Chile");
    assert_string_equal(c->tense, "perfect");
    assert_string_equal(c->verb, "threaten ... invade");
    assert_int_equal(c->confidence, ENT_SINGLE);
    assert_non_null(strstr(c->rule, "invade=punish > threat"));
    ent_codes_free(codes);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_actors),  cmocka_unit_test(test_tense_and_modality),
                                       cmocka_unit_test(test_control), cmocka_unit_test(test_negation),
                                       cmocka_unit_test(test_voice),   cmocka_unit_test(test_not_asserted),
                                       cmocka_unit_test(test_objects), cmocka_unit_test(test_domain),
                                       cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
