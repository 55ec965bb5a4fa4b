/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indices and comparisons of made texts: pooling, errors, verdicts, names, bases. */
#include "support/beliefs.h"

/* Eight texts a leader: Ann and Amy alike, Bob hostile, Cyd with two short texts only. */
static const char *made(enti_text *text) {
    static const char *const who[] = {"Ann Arbor", "Amy Ames", "Bob Bond"};
    enti_text_add(text, "%s", COUNTS_HEADER);
    for (int l = 0; l < 3; l++)
        for (int t = 0; t < 8; t++) {
            int negative = l == 2 ? 16 + t % 3 : 6 + (t + l) % 3;
            enti_text_add(text, "%s-%d,%s,%d-0%d,2,1,2,%d,3,4,%d,1,1,20,2,%d\n", who[l], t, who[l], 2012 + t / 2,
                          1 + t % 2, 20 + (t + l) % 2, negative, 6 - t % 2);
        }
    enti_text_add(text, "c1,Cyd Arbor,2014,0,0,0,1,0,0,1,0,0,0,0,0\nc2,Cyd Arbor,2014,0,0,0,0,0,0,0,0,0,2,0,0\n");
    return text->at;
}

static ent_belief_comparison *compare(const ent_speeches *s, const char *a, const char *b, const char *c,
                                      const ent_belief_options *options) {
    const char *names[] = {a, b, c};
    ent_error err = {.status = ENT_OK};
    ent_belief_comparison *out = NULL;
    must(ent_belief_compare(s, NULL, names, c == NULL ? 2 : 3, options, &out, &err), &err);
    return out;
}

static void refused(const ent_speeches *s, const ent_store *store, const char *a, const char *b,
                    const ent_belief_options *o, ent_status status, const char *message) {
    const char *names[] = {a, b};
    ent_error err = {.status = ENT_OK};
    ent_belief_comparison *out = NULL;
    assert_int_equal(ent_belief_compare(s, store, names, b == NULL ? 1 : 2, o, &out, &err), status);
    assert_null(out);
    if (strstr(err.message, message) == NULL) fail_msg("\"%s\" does not say \"%s\"", err.message, message);
}

typedef struct made_texts {
    enti_text text;
    ent_speeches *speeches;
    ent_belief_norm norm;
    ent_belief_options options;
} made_texts;

static made_texts open_made(void) {
    made_texts m = {.norm = made_norm()};
    m.speeches = speeches_of(made(&m.text));
    m.options = ent_belief_options_default();
    return m;
}

static void close_made(made_texts *m) {
    ent_speeches_free(m->speeches);
    enti_text_clear(&m->text);
}

static void test_verdicts(void **state) {
    made_texts m = open_made();
    ent_belief_comparison *c;
    const ent_belief_test *p1;
    (void)state;
    m.options.norm = &m.norm;
    c = compare(m.speeches, "Ann Arbor", "ames", "BOND", &m.options);
    assert_int_equal(c->pairs_count, 3);
    assert_string_equal(c->groups[1].speaker, "Amy Ames");
    p1 = &c->pairs[0].test[ENT_BELIEF_P1];
    assert_int_equal(p1->verdict, ENT_CONGRUENT);
    assert_int_equal(p1->classic, ENT_CONGRUENT);
    assert_true(p1->margin == 0.05 && p1->p_equivalence < 0.05 && p1->exact && p1->p_permutation > 0.05);
    assert_true(p1->low <= p1->pooled && p1->pooled <= p1->high);
    assert_string_equal(ent_belief_decision(p1->verdict, c->pairs[0].test[ENT_BELIEF_I1].verdict),
                        "peacetime alliance likely");
    p1 = &c->pairs[1].test[ENT_BELIEF_P1];
    assert_int_equal(p1->verdict, ENT_DIVERGENT);
    assert_true(p1->difference > 0.2 && p1->p < 1e-6 && p1->p_holm >= p1->p && p1->g > 2 && p1->p_rank < 0.01);
    assert_string_equal(ent_belief_decision(p1->verdict, c->pairs[1].test[ENT_BELIEF_I1].verdict),
                        "cooperation on issues, no alliance");
    assert_true(c->anova[ENT_BELIEF_P1].f > 100 && c->anova[ENT_BELIEF_P1].df1 == 2 &&
                c->anova[ENT_BELIEF_P1].df2 == 21);
    assert_int_equal(c->pairs[0].variants_count, 5);
    assert_int_equal(c->pairs[0].variants[0].texts[0], 8);
    assert_int_equal(c->pairs[0].variants[0].p1.verdict, ENT_UNDETERMINED); /* nothing was agreed */
    ent_belief_comparison_free(c);
    m.options.norm = NULL;
    c = compare(m.speeches, "Ann Arbor", "Amy Ames", NULL, &m.options);
    assert_int_equal(c->pairs[0].test[ENT_BELIEF_P1].verdict, ENT_UNDETERMINED);
    assert_true(isnan(c->pairs[0].test[ENT_BELIEF_P1].margin));
    assert_true(c->notes_count > 0 && strstr(c->notes[0], "without a norm") != NULL);
    ent_belief_comparison_free(c);
    close_made(&m);
}

/* The second leader's view of the difference is the first one's, mirrored. */
static void test_mirror(void **state) {
    made_texts m = open_made();
    ent_belief_comparison *c, *d;
    (void)state;
    m.options.norm = &m.norm;
    c = compare(m.speeches, "Ann Arbor", "Bob Bond", NULL, &m.options);
    d = compare(m.speeches, "Bob Bond", "Ann Arbor", NULL, &m.options);
    for (int i = 0; i < ENT_BELIEFS; i++) {
        const ent_belief_test *a = &c->pairs[0].test[i], *b = &d->pairs[0].test[i];
        if (differs("difference", -a->difference, b->difference, 0) + differs("p", a->p, b->p, 0) +
            differs("low", -a->high, b->low, 1e-12) + differs("p alike", a->p_equivalence, b->p_equivalence, 1e-12))
            fail();
    }
    ent_belief_comparison_free(c);
    ent_belief_comparison_free(d);
    close_made(&m);
}

static void test_names_and_years(void **state) {
    made_texts m = open_made();
    ent_belief_comparison *c;
    (void)state;
    c = compare(m.speeches, "bond@2012-2013", "Bob Bond@2015", NULL, &m.options);
    assert_int_equal(c->groups[0].texts, 4);
    assert_int_equal(c->groups[1].texts, 2);
    assert_int_equal(c->groups[0].last, 2013);
    assert_string_equal(c->groups[1].from, "2015-01");
    ent_belief_comparison_free(c);
    refused(m.speeches, NULL, "Arbor", "Bob Bond", &m.options, ENT_E_ARG, "may be Ann Arbor or Cyd Arbor");
    c = compare(m.speeches, "amy", "Bob", NULL, &m.options);
    assert_string_equal(c->groups[0].speaker, "Amy Ames");
    ent_belief_comparison_free(c);
    refused(m.speeches, NULL, "Bo", "Amy Ames", &m.options, ENT_E_MISSING, "no text and no value of \"Bo\"");
    refused(m.speeches, NULL, "Nobody", "Bob Bond", &m.options, ENT_E_MISSING, "no text and no value of \"Nobody\"");
    refused(m.speeches, NULL, "Bob Bond@1999", "Amy Ames", &m.options, ENT_E_MISSING, "no text is left");
    refused(m.speeches, NULL, "Bob Bond@x", "Amy Ames", &m.options, ENT_E_ARG, "after @ stands a year");
    refused(m.speeches, NULL, "Bob Bond@2015-2014", "Amy Ames", &m.options, ENT_E_RANGE, "is after year");
    refused(m.speeches, NULL, "Bob Bond", NULL, &m.options, ENT_E_ARG, "needs two leaders");
    m.options.margin = 0;
    refused(m.speeches, NULL, "Bob Bond", "Amy Ames", &m.options, ENT_E_RANGE, "margin");
    m.options = ent_belief_options_default();
    m.options.level = 1;
    refused(m.speeches, NULL, "Bob Bond", "Amy Ames", &m.options, ENT_E_RANGE, "level");
    m.options = ent_belief_options_default();
    m.options.draws = -1;
    refused(m.speeches, NULL, "Bob Bond", "Amy Ames", &m.options, ENT_E_RANGE, "draws");
    m.options = ent_belief_options_default();
    m.options.first = 2015;
    m.options.last = 2014;
    refused(m.speeches, NULL, "Bob Bond", "Amy Ames", &m.options, ENT_E_RANGE, "is after year");
    close_made(&m);
}

static void test_decisions(void **state) {
    (void)state;
    assert_string_equal(ent_belief_decision(ENT_CONGRUENT, ENT_DIVERGENT), "not stated in the source");
    assert_string_equal(ent_belief_decision(ENT_DIVERGENT, ENT_DIVERGENT), "not stated in the source");
    assert_string_equal(ent_belief_decision(ENT_DIVERGENT, ENT_UNDETERMINED), "undetermined");
    assert_string_equal(ent_belief_decision(ENT_UNDETERMINED, ENT_CONGRUENT), "undetermined");
    assert_string_equal(ent_belief_verdict_name(ENT_DIVERGENT), "divergent");
}

static void test_index(void **state) {
    made_texts m = open_made();
    ent_error err = {.status = ENT_OK};
    ent_belief_index *a = NULL;
    const ent_belief_leader *bob;
    ent_belief_profile pooled;
    (void)state;
    m.options.norm = &m.norm;
    must(ent_belief_index_run(m.speeches, &m.options, &a, &err), &err);
    assert_int_equal(a->leaders_count, 4);
    bob = &a->leaders[2];
    assert_string_equal(bob->speaker, "Bob Bond");
    assert_int_equal(bob->texts_count, 8);
    assert_int_equal(bob->flagged, 0);
    assert_string_equal(bob->from, "2012-01");
    assert_string_equal(bob->to, "2015-02");
    ent_belief_indices(bob->sample[0].self, bob->sample[0].other, &pooled);
    for (int i = 0; i < ENT_BELIEFS; i++) {
        assert_true(pooled.value[i] == bob->sample[0].pooled.value[i]);
        assert_true(bob->sample[0].low[i] <= pooled.value[i] && pooled.value[i] <= bob->sample[0].high[i]);
        assert_true(fabs(bob->sample[0].z[i] - (pooled.value[i] - 0.3) / 0.1) < 1e-12);
        assert_true(isnan(bob->sample[2].pooled.value[i])); /* nothing agreed: not defined, not 0 */
    }
    assert_true(bob->sample[0].se[ENT_BELIEF_P1] > 0.002 && bob->sample[0].se[ENT_BELIEF_P1] < 0.02);
    assert_int_equal(a->leaders[3].flagged, 2);
    assert_true(isnan(a->leaders[3].texts[1].profile.value[ENT_BELIEF_I1]));
    assert_true(a->leaders[3].warnings_count >= 3);
    ent_belief_index_free(a);
    m.options.first = 2030;
    assert_int_equal(ent_belief_index_run(m.speeches, &m.options, &a, &err), ENT_E_MISSING);
    ent_belief_index_free(NULL);
    close_made(&m);
}

/* The spread of resampled means of n values is their standard deviation over root n. */
static void test_resampling(void **state) {
    enti_text text = {0};
    ent_speeches *s;
    ent_error err = {.status = ENT_OK};
    ent_belief_options o = ent_belief_options_default();
    ent_belief_index *a = NULL, *b = NULL;
    (void)state;
    enti_text_add(&text, "%s", COUNTS_HEADER);
    for (int t = 0; t < 20; t++) /* P-1 is -1 or 1, half each: standard deviation 1, error 1 / root 20 */
        enti_text_add(&text, "t%02d,Ann,2014,0,0,0,1,0,0,%d,0,0,%d,0,0\n", t, t % 2, 1 - t % 2);
    s = speeches_of(text.at);
    o.draws = 20000;
    must(ent_belief_index_run(s, &o, &a, &err), &err);
    must(ent_belief_index_run(s, &o, &b, &err), &err);
    if (differs("error", 1 / sqrt(20), a->leaders[0].sample[0].se[ENT_BELIEF_P1], 0.004)) fail();
    assert_true(a->leaders[0].sample[0].se[ENT_BELIEF_P1] == b->leaders[0].sample[0].se[ENT_BELIEF_P1]);
    assert_true(isnan(a->leaders[0].sample[0].z[ENT_BELIEF_P1])); /* no norm */
    ent_belief_index_free(b);
    ent_belief_index_free(a);
    ent_speeches_free(s);
    enti_text_clear(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_verdicts),        cmocka_unit_test(test_mirror),
                                       cmocka_unit_test(test_names_and_years), cmocka_unit_test(test_decisions),
                                       cmocka_unit_test(test_index),           cmocka_unit_test(test_resampling)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
