/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operational codes with the n-th allocation failing: no crash, no leak, memory named, no half answer. */
#include "support/failing.h"

#include "support/beliefs.h"

static failing memory;

static const char codes[] =
    "text_id,speaker,date,sentence,subject,attribution,verb,category,domain,confidence,words\n"
    "a1,Ann,2014,We help.,we,self,help,reward,foreign,agreed,1600\na1,Ann,2014,They "
    "hit.,they,other,hit,punish,foreign,single,1600\n"
    "a2,Ann,2015,We err.,we,self,err,oppose,foreign,,20\na2,Ann,2015,They err.,they,other,err,oppose,foreign,,20\n"
    "b1,Bob,2014,We ask.,we,self,ask,appeal,foreign,agreed,\nb1,Bob,2014,They "
    "offer.,they,other,offer,promise,foreign,disputed,\n"
    "b2,Bob,2014,They hit.,they,other,hit,punish,foreign,disputed,\n";

static const ent_layout json = {.format = ENT_JSON, .explain = 1}, table = {.width = 120, .explain = 1};

static ent_status index_as(const ent_layout *layout, char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_speeches *s = NULL;
    ent_belief_index *a = NULL;
    ent_belief_norm norm = made_norm();
    ent_belief_options o = ent_belief_options_default();
    o.draws = 5;
    o.norm = &norm;
    ENT_TRY(enti_speeches_read_bytes(codes, strlen(codes), "made.csv", &s, err));
    ENT_TRY(ent_belief_index_run(s, &o, &a, err));
    ENT_TRY(ent_report_belief_index(a, layout, text, NULL, err));
done:
    ent_belief_index_free(a);
    ent_speeches_free(s);
    return st;
}

static ent_status index_json(char **text, ent_error *err) {
    return index_as(&json, text, err);
}

static ent_status index_table(char **text, ent_error *err) {
    return index_as(&table, text, err);
}

static ent_status compare_as(const ent_layout *layout, char **text, ent_error *err) {
    static const char *const names[] = {"Ann", "Bob", "Ann@2014"};
    ent_status st = ENT_OK;
    ent_speeches *s = NULL;
    ent_belief_comparison *a = NULL;
    ent_belief_norm norm = made_norm();
    ent_belief_options o = ent_belief_options_default();
    o.draws = 5;
    o.norm = &norm;
    ENT_TRY(enti_speeches_read_bytes(codes, strlen(codes), "made.csv", &s, err));
    ENT_TRY(ent_belief_compare(s, NULL, names, 3, &o, &a, err));
    ENT_TRY(ent_report_belief_comparison(a, layout, text, NULL, err));
done:
    ent_belief_comparison_free(a);
    ent_speeches_free(s);
    return st;
}

static ent_status compare_json(char **text, ent_error *err) {
    return compare_as(&json, text, err);
}

static ent_status compare_table(char **text, ent_error *err) {
    return compare_as(&table, text, err);
}

static ent_status counts(char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_speeches *s = NULL;
    ENT_TRY(enti_speeches_read_bytes(codes, strlen(codes), "made.csv", &s, err));
    ENT_TRY(ent_speeches_counts(s, text, NULL, err));
done:
    ent_speeches_free(s);
    return st;
}

static ent_status norms(char **text, ent_error *err) {
    ent_status st = ENT_OK;
    ent_store *store = NULL;
    ent_belief_norm *all = NULL;
    size_t count = 0;
    ENT_TRY(ent_store_open(NULL, &store, err));
    ENT_TRY(ent_belief_norms(store, &all, &count, err));
    ENT_TRY(ent_report_belief_norms(all, count, &json, text, NULL, err));
done:
    ent_free(all);
    ent_store_close(store);
    return st;
}

static void test_all(void **state) {
    (void)state;
    failing_check(&memory, "index as JSON", index_json);
    failing_check(&memory, "index as a table", index_table);
    failing_check(&memory, "comparison as JSON", compare_json);
    failing_check(&memory, "comparison as a table", compare_table);
    failing_check(&memory, "counts", counts);
    failing_check(&memory, "norms", norms);
}

static int setup(void **state) {
    (void)state;
    failing_use(&memory);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    ent_alloc_use(NULL);
    return memory.live == 0 ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
