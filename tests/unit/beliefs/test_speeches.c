/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of codes and counts: what is counted where, overrides, order, and every complaint with its place. */
#include "support/beliefs.h"
#include "support/files.h"

#define CODES_HEADER                                                                                                   \
    "text_id,speaker,ccode,date,venue,mode,sentence_no,clause_no,sentence,subject,attribution,actor_kind,verb,object," \
    "category,scale,domain,tense,voice,negated,rule,confidence,override\n"

static const char codes[] = CODES_HEADER
    "t1,Ann,20,2014-06,UN,prepared,2,1,\"We help, "
    "gladly.\",we,self,actor,help,them,reward,3,foreign,present,active,0,r1,agreed,\n"
    "t1,Ann,20,2014-06,UN,prepared,1,1,They "
    "attack.,they,other,actor,attack,us,punish,-3,foreign,present,active,0,r2,disputed,\n"
    "t1,Ann,20,2014-06,UN,prepared,3,1,The crisis "
    "hurts.,crisis,other,non-actor,hurt,us,punish,-3,foreign,present,active,0,r2,single,\n"
    "t1,Ann,20,2014-06,UN,prepared,4,1,We tax.,we,self,actor,tax,us,punish,-3,domestic,present,active,0,r2,agreed,\n"
    "t1,Ann,20,2014-06,UN,prepared,5,1,We say.,we,self,actor,say,,neutral,0,foreign,present,active,0,r3,agreed,\n"
    "t1,Ann,20,2014-06,UN,prepared,6,1,We "
    "hit.,we,self,actor,hit,them,punish,-3,foreign,present,active,0,r3,agreed,support\n"
    "t1,Ann,20,2014-06,UN,prepared,7,1,We "
    "err.,we,self,actor,err,them,oppose,-1,foreign,present,active,1,r3,agreed,none\n";

static void counts_of(const ent_speeches *s, ent_belief_domain domain, ent_belief_others others, int agreed,
                      double self[ENT_VICS_CATEGORIES], double other[ENT_VICS_CATEGORIES]) {
    ent_belief_options o = ent_belief_options_default();
    o.domain = domain;
    o.others = others;
    o.agreed = agreed;
    enti_speech_counts(s->sorted[0], &o, self, other);
}

static void test_codes(void **state) {
    ent_speeches *s = speeches_of(codes);
    const ent_coded_text *text = ent_speeches_at(s, 0);
    const ent_verb *verb;
    double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
    (void)state;
    assert_int_equal(ent_speeches_count(s), 1);
    assert_string_equal(text->speaker, "Ann");
    assert_string_equal(text->venue, "UN");
    assert_int_equal(text->ccode, 20);
    assert_true(isnan(text->words));
    assert_int_equal(text->codes, 7);
    verb = ent_speeches_verb(s, 0, 0); /* by sentence, not by line */
    assert_string_equal(verb->verb, "attack");
    assert_int_equal(verb->line, 3);
    assert_false(verb->self);
    verb = ent_speeches_verb(s, 0, 5);
    assert_true(verb->overridden && verb->category == ENT_VICS_APPEAL);
    verb = ent_speeches_verb(s, 0, 6);
    assert_true(verb->overridden && verb->category == ENT_MISSING && verb->negated);
    assert_null(ent_speeches_verb(s, 0, 7));
    assert_null(ent_speeches_at(s, 1));
    counts_of(s, ENT_DOMAIN_FOREIGN, ENT_OTHERS_ACTORS, 0, self, other);
    assert_true(self[ENT_VICS_REWARD] == 1 && self[ENT_VICS_PUNISH] == 0 && self[ENT_VICS_APPEAL] == 1);
    assert_true(self[ENT_VICS_OPPOSE] == 0 && other[ENT_VICS_PUNISH] == 1);
    counts_of(s, ENT_DOMAIN_FOREIGN, ENT_OTHERS_ALL, 0, self, other);
    assert_true(other[ENT_VICS_PUNISH] == 2);
    counts_of(s, ENT_DOMAIN_ALL, ENT_OTHERS_ACTORS, 1, self, other);
    assert_true(self[ENT_VICS_PUNISH] == 1 && self[ENT_VICS_REWARD] == 1 && other[ENT_VICS_PUNISH] == 0);
    counts_of(s, ENT_DOMAIN_DOMESTIC, ENT_OTHERS_ACTORS, 0, self, other);
    assert_true(self[ENT_VICS_PUNISH] == 1 && self[ENT_VICS_REWARD] == 0);
    ent_speeches_free(s);
}

static void test_counts(void **state) {
    ent_speeches *s = speeches_of(COUNTS_HEADER "b,Bob,2015,0,0,0,1,0,0,0,0,0,0,0,1\n"
                                                "a,Ann,,0,0,0,2,0,0,0,0,0,0,0,1\n"
                                                "b,Bob,2015,1,0,0,0,0,0,0,0,0,0,0,0\n"
                                                ",Bob,2013-01-31,1,0,0,0,0,0,0,0,0,0,0,0\n");
    double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
    (void)state;
    assert_int_equal(ent_speeches_count(s), 3);
    assert_string_equal(ent_speeches_at(s, 0)->id, "a");
    assert_string_equal(ent_speeches_at(s, 1)->id, "made.csv:5"); /* no id: the line is one */
    assert_string_equal(ent_speeches_at(s, 2)->id, "b");
    enti_speech_counts(s->sorted[2], &(ent_belief_options){.domain = ENT_DOMAIN_DOMESTIC}, self, other);
    assert_true(self[ENT_VICS_APPEAL] == 1 && self[ENT_VICS_PUNISH] == 1); /* no domain given: of every domain */
    ent_speeches_free(s);
    s = speeches_of(
        "name,self_punish,self_threaten,self_oppose,self_appeal,self_promise,self_reward,other_punish,"
        "other_threaten,other_oppose,other_appeal,other_promise,other_reward,more\nZoe,1,2,3,4,5,6,7,8,9,1,2,3,x\n");
    assert_string_equal(ent_speeches_at(s, 0)->speaker, "Zoe");
    ent_speeches_free(s);
    s = speeches_of(COUNTS_HEADER);
    assert_int_equal(ent_speeches_count(s), 0);
    assert_null(ent_speeches_at(s, 0));
    ent_speeches_free(s);
    ent_speeches_free(NULL);
}

static void test_years_and_modes(void **state) {
    ent_coded_text s = {.date = "2014-06-01", .mode = "prepared"}, undated = {.date = "", .mode = ""};
    (void)state;
    assert_true(enti_speech_wanted(&s, ENT_MODE_ALL, ENT_MISSING, ENT_MISSING));
    assert_true(enti_speech_wanted(&s, ENT_MODE_PREPARED, 2014, 2014));
    assert_false(enti_speech_wanted(&s, ENT_MODE_SPONTANEOUS, ENT_MISSING, ENT_MISSING));
    assert_false(enti_speech_wanted(&s, ENT_MODE_ALL, 2015, ENT_MISSING));
    assert_false(enti_speech_wanted(&s, ENT_MODE_ALL, ENT_MISSING, 2013));
    assert_true(enti_speech_wanted(&undated, ENT_MODE_ALL, ENT_MISSING, ENT_MISSING));
    assert_false(enti_speech_wanted(&undated, ENT_MODE_ALL, 1900, ENT_MISSING));
    assert_false(enti_speech_wanted(&undated, ENT_MODE_PREPARED, ENT_MISSING, ENT_MISSING));
}

static void test_dates(void **state) {
    (void)state;
    assert_true(enti_is_date("2014") && enti_is_date("2014-12") && enti_is_date("2014-12-31"));
    assert_false(enti_is_date("") || enti_is_date("14") || enti_is_date("2014-13") || enti_is_date("2014-00"));
    assert_false(enti_is_date("2014-01-32") || enti_is_date("2014-01-00") || enti_is_date("2014/01/01"));
    assert_false(enti_is_date("2014-1-1") || enti_is_date("2O14"));
}

static void test_complaints(void **state) {
    (void)state;
    speeches_refused("", 1, 0, "empty");
    speeches_refused("a,b\n", 1, 0, "no column speaker");
    speeches_refused("speaker,category\n", 1, 0, "no column attribution");
    speeches_refused("speaker\n", 1, 0, "no column self_punish");
    speeches_refused("speaker,attribution,category\nAnn,me,punish\n", 2, 2,
                     "attribution is \"me\", expected self or other");
    speeches_refused("speaker,attribution,category\nAnn,,punish\n", 2, 2, "expected self or other");
    speeches_refused("speaker,attribution,category\nAnn,self,hit\n", 2, 3, "category is \"hit\", expected punish");
    speeches_refused("speaker,attribution,category\n,self,punish\n", 2, 1, "expected who speaks");
    speeches_refused("speaker,attribution,category,domain\nAnn,self,punish,abroad\n", 2, 4, "expected foreign");
    speeches_refused("speaker,attribution,category,confidence\nAnn,self,punish,sure\n", 2, 4, "expected agreed");
    speeches_refused("speaker,attribution,category,actor_kind\nAnn,self,punish,thing\n", 2, 4, "expected actor");
    speeches_refused("speaker,attribution,category,override\nAnn,self,punish,yes\n", 2, 4, "expected a category, none");
    speeches_refused("speaker,attribution,category,mode\nAnn,self,punish,sung\n", 2, 4, "expected prepared");
    speeches_refused("speaker,attribution,category,date\nAnn,self,punish,June\n", 2, 4, "expected a date");
    speeches_refused("speaker,attribution,category,words\nAnn,self,punish,-5\n", 2, 4, "from 0 upwards");
    speeches_refused("speaker,attribution,category,sentence_no\nAnn,self,punish,x\n", 2, 4, "a whole number");
    speeches_refused("text_id,speaker,attribution,category\nt,Ann,self,punish\nt,Bob,self,punish\n", 3, 2,
                     "is \"Bob\" here and \"Ann\" before");
    speeches_refused(COUNTS_HEADER "t,Ann,2014,0,0,0,-1,0,0,0,0,0,0,0,0\n", 2, 7, "a count from 0 upwards");
    speeches_refused(COUNTS_HEADER "t,Ann,2014,0,0,0,,0,0,0,0,0,0,0,0\n", 2, 7, "a count from 0 upwards");
    speeches_refused(COUNTS_HEADER "t,Ann,2014,0,0,0,1.5,0,0,0,0,0,0,0,0\n", 2, 7, "a whole number");
    speeches_refused(COUNTS_HEADER "t,Ann,2014,0,0\n", 2, 6, "the row has 5 fields");
    speeches_refused("speaker,attribution,category\nAnn,self,pun\xff"
                     "ish\n",
                     2, 3, "UTF-8");
}

static void test_states(void **state) {
    ent_speeches *s = speeches_of("speaker,attribution,category,ccode\nAnn,self,punish,RUS\nBob,self,punish,365\n");
    char *text = NULL;
    (void)state;
    assert_string_equal(ent_speeches_at(s, 0)->state, "RUS");
    assert_int_equal(ent_speeches_at(s, 0)->ccode, ENT_MISSING);
    assert_int_equal(ent_speeches_at(s, 1)->ccode, 365);
    assert_int_equal(ent_speeches_counts(s, &text, NULL, NULL), ENT_OK);
    assert_true(strstr(text, "Ann,RUS,") != NULL && strstr(text, "Bob,365,") != NULL);
    ent_free(text);
    ent_speeches_free(s);
    speeches_refused("speaker,attribution,category,ccode\nAnn,self,punish,Russia\n", 2, 4, "a whole number");
}

static void test_files(void **state) {
    char *folder = folder_new(), *one = text_of("%s/one.csv", folder), *two = text_of("%s/two.csv", folder);
    static const char first[] = COUNTS_HEADER "t,Ann,2014,1,0,0,0,0,0,0,0,0,0,0,0\n";
    static const char second[] = COUNTS_HEADER "u,Ann,2013,1,0,0,0,0,0,0,0,0,0,0,0\n";
    const char *paths[] = {one, two, one}, *missing[] = {"/nowhere/codes.csv"};
    ent_error err = {.status = ENT_OK};
    ent_speeches *s = NULL;
    (void)state;
    file_write(one, first, strlen(first));
    file_write(two, second, strlen(second));
    must(ent_speeches_read(paths, 2, &s, &err), &err);
    assert_int_equal(ent_speeches_count(s), 2);
    assert_string_equal(ent_speeches_at(s, 0)->id, "u"); /* by date, not by file */
    ent_speeches_free(s);
    s = NULL;
    assert_int_equal(ent_speeches_read(paths, 3, &s, &err), ENT_E_PARSE);
    assert_non_null(strstr(err.message, "was read from"));
    assert_int_equal(ent_speeches_read(missing, 1, &s, &err), ENT_E_IO);
    file_write(one, COUNTS_HEADER, strlen(COUNTS_HEADER));
    assert_int_equal(ent_speeches_read(paths, 1, &s, &err), ENT_E_MISSING);
    assert_null(s);
    free(one);
    free(two);
    folder_remove(folder);
}

/* More texts than fit at first, so that the table of ids grows. */
static void test_many(void **state) {
    enti_text text = {0};
    ent_speeches *s;
    (void)state;
    enti_text_add(&text, "%s", COUNTS_HEADER);
    for (int i = 0; i < 500; i++)
        enti_text_add(&text, "t%d,Ann,2014,1,0,0,0,0,0,0,0,0,0,0,0\n", i % 250);
    s = speeches_of(text.at);
    assert_int_equal(ent_speeches_count(s), 250);
    for (size_t i = 0; i < 250; i++) {
        double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
        enti_speech_counts(s->sorted[i], &(ent_belief_options){.agreed = 0}, self, other);
        assert_true(self[ENT_VICS_PUNISH] == 2);
        assert_true(i == 0 || strcmp(s->sorted[i - 1]->about.id, s->sorted[i]->about.id) < 0);
    }
    assert_null(enti_speeches_find(s, "t250"));
    ent_speeches_free(s);
    enti_text_clear(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_codes),           cmocka_unit_test(test_counts),
                                       cmocka_unit_test(test_years_and_modes), cmocka_unit_test(test_dates),
                                       cmocka_unit_test(test_complaints),      cmocka_unit_test(test_states),
                                       cmocka_unit_test(test_files),           cmocka_unit_test(test_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
