/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON of operational codes against docs/schema/; a damaged answer fails. */
#include "support/beliefs.h"

#include "schema.h"

#define CODES                                                                                                          \
    "text_id,speaker,date,sentence,subject,attribution,verb,category,domain,confidence,words\n"                        \
    "a1,Ann,2014,We help.,we,self,help,reward,foreign,agreed,1600\n"                                                   \
    "a1,Ann,2014,They hit.,they,other,hit,punish,foreign,single,1600\n"                                                \
    "a2,Ann,2015,We err.,we,self,err,neutral,domestic,,20\n"                                                           \
    "b1,Bob,2014,We ask.,we,self,ask,appeal,foreign,agreed,\n"                                                         \
    "b1,Bob,2014,They offer.,they,other,offer,promise,foreign,disputed,\n"                                             \
    "b2,Bob,2014,They offer.,they,other,offer,promise,foreign,disputed,\n"

static const ent_layout json_layout = {.format = ENT_JSON, .explain = 1};

static void use(const char *name) {
    json_decref(schema);
    schema = load_schema(name);
    if (schema == NULL) skip();
}

static json_t *parsed(char *text) {
    json_t *json = json_loads(text, 0, NULL);
    ent_free(text);
    assert_non_null(json);
    *why = 0;
    if (!valid(schema, json, "answer")) fail_msg("%s", why);
    return json;
}

static json_t *indexed(const ent_speeches *s, const ent_belief_norm *norm, const ent_layout *layout) {
    ent_belief_options o = ent_belief_options_default();
    ent_error err = {.status = ENT_OK};
    ent_belief_index *a = NULL;
    char *text = NULL;
    o.norm = norm;
    o.draws = 50;
    must(ent_belief_index_run(s, &o, &a, &err), &err);
    must(ent_report_belief_index(a, layout, &text, NULL, &err), &err);
    ent_belief_index_free(a);
    return parsed(text);
}

static void test_index(void **state) {
    ent_speeches *s = speeches_of(CODES);
    ent_belief_norm norm = made_norm();
    const ent_layout plain = {.format = ENT_JSON};
    json_t *json, *leader, *text;
    (void)state;
    use("beliefs-index");
    json_decref(indexed(s, NULL, &plain));
    json = indexed(s, &norm, &json_layout);
    leader = json_array_get(json_object_get(json, "leaders"), 0);
    text = json_array_get(json_object_get(leader, "texts"), 0);
    assert_int_equal(json_array_size(json_object_get(text, "verbs")), 2);
    assert_true(json_is_null(json_object_get(json_object_get(text, "values"), "p1")) == 0);
    /* The domestic neutral verb of the second text is no code: nothing is defined there. */
    text = json_array_get(json_object_get(leader, "texts"), 1);
    assert_true(json_is_null(json_object_get(json_object_get(text, "values"), "p1")));
    json_object_set_new(text, "words", json_string("many"));
    *why = 0;
    assert_false(valid(schema, json, "answer"));
    json_decref(json);
    ent_speeches_free(s);
}

static void test_compare(void **state) {
    static const char *const names[] = {"Ann", "Bob", "Ann@2014"};
    ent_speeches *s = speeches_of(CODES);
    ent_belief_norm norm = made_norm();
    (void)state;
    use("beliefs-compare");
    for (int with = 0; with < 2; with++) {
        ent_belief_options o = ent_belief_options_default();
        ent_error err = {.status = ENT_OK};
        ent_belief_comparison *a = NULL;
        char *text = NULL;
        json_t *json;
        o.norm = with ? &norm : NULL;
        must(ent_belief_compare(s, NULL, names, 2 + (size_t)with, &o, &a, &err), &err);
        must(ent_report_belief_comparison(a, &json_layout, &text, NULL, &err), &err);
        ent_belief_comparison_free(a);
        json = parsed(text);
        assert_int_equal(json_array_size(json_object_get(json, "pairs")), with ? 3 : 1);
        json_object_del(json, "anova");
        *why = 0;
        assert_false(valid(schema, json, "answer"));
        json_decref(json);
    }
    ent_speeches_free(s);
}

static void test_norms(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    ent_belief_norm *norms = NULL;
    size_t count = 0;
    char *text = NULL;
    json_t *json;
    (void)state;
    use("beliefs-norms");
    must(ent_store_open(NULL, &store, &err), &err);
    must(ent_belief_norms(store, &norms, &count, &err), &err);
    ent_store_close(store);
    must(ent_report_belief_norms(norms, count, &json_layout, &text, NULL, &err), &err);
    ent_free(norms);
    json = parsed(text);
    assert_int_equal(json_array_size(json_object_get(json, "norms")), 3);
    assert_int_equal(json_array_size(json_object_get(json, "sources")), 1);
    json_decref(json);
}

static void test_import(void **state) {
    static const ent_belief_import answer = {3, 2, 2009, 2016, "published", "psycl-2022"};
    ent_error err = {.status = ENT_OK};
    char *text = NULL;
    (void)state;
    use("beliefs-import");
    must(ent_report_belief_import(&answer, &json_layout, &text, NULL, &err), &err);
    json_decref(parsed(text));
}

static int tear_down(void **state) {
    (void)state;
    json_decref(schema);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_index), cmocka_unit_test(test_compare),
                                       cmocka_unit_test(test_norms), cmocka_unit_test(test_import)};
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
