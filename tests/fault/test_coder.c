/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coder of texts with the n-th allocation failing: no crash, no leak, memory named, no half answer. */
#include "support/failing.h"

#include "beliefs/coder.h"
#include "beliefs/second_cache.h"

static failing memory;
static ent_lexicon *lexicon;

static const char text[] =
    "Peru attacked Chile, and we will never abandon our friends. They promised to lift the sanctions "
    "and to release the hostages.\nThe treaty was signed by Peru.";
static const char gold[] =
    "id,sentence,attribution,actor,category,scale,note\n"
    "1,Peru attacked Chile.,other,Peru,punish,-3,speaker=AUS; deed\n"
    "2,We met.,self,we,neutral,0,speaker=AUS; meet\n3,We help.,self,we,oppose,-1,speaker=AUS; x\n";
static const ent_layout json = {.format = ENT_JSON, .explain = 1}, table = {.width = 120, .explain = 1};

static ent_status open_lexicon(char **out, ent_error *err) {
    ent_lexicon *x = NULL;
    ent_status st = ent_lexicon_open(NULL, 0, &x, err);
    (void)out;
    ent_lexicon_close(x);
    return st;
}

static ent_status code(char **out, ent_error *err) {
    const ent_coding alone = {.second = false};
    const ent_speech speech = {.id = "t", .speaker = "A", .state = "AUS", .text = text, .size = sizeof text - 1};
    ent_codes *codes = NULL, *again = NULL;
    char *csv = NULL;
    size_t size = 0;
    ent_status st = ENT_OK;
    ENT_TRY(ent_beliefs_code(lexicon, &speech, 1, &alone, &codes, err));
    ENT_TRY(ent_codes_write(codes, &csv, &size, err));
    ENT_TRY(ent_codes_read(csv, size, "codes.csv", &again, err));
    ENT_TRY(ent_codes_override(again, csv, size, "codes.csv", NULL, err));
    ENT_TRY(ent_codes_write(again, out, &size, err));
done:
    ent_free(csv);
    ent_codes_free(codes);
    ent_codes_free(again);
    return st;
}

static ent_status score_as(const ent_layout *layout, char **out, ent_error *err) {
    ent_score score;
    char *wrong = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(ent_beliefs_score(lexicon, gold, sizeof gold - 1, "gold.csv", NULL, &score, &wrong, err));
    ENT_TRY(ent_report_belief_score(&score, wrong, layout, out, NULL, err));
done:
    ent_free(wrong);
    return st;
}

static ent_status score_json(char **out, ent_error *err) {
    return score_as(&json, out, err);
}

static ent_status score_table(char **out, ent_error *err) {
    return score_as(&table, out, err);
}

static ent_status cache(char **out, ent_error *err) {
    enti_second_cache x = {.path = NULL};
    ent_status st = ENT_OK;
    (void)out;
    for (size_t k = 0; k < 600 && st == ENT_OK; k++)
        st = enti_second_cache_add(&x, (enti_second_key){k, k}, "F", err);
    enti_second_cache_clear(&x);
    return st;
}

static void test_all(void **state) {
    (void)state;
    failing_check(&memory, "lexicon", open_lexicon);
    if (ent_lexicon_open(NULL, 0, &lexicon, NULL) != ENT_OK) fail();
    failing_check(&memory, "codes", code);
    failing_check(&memory, "score as JSON", score_json);
    failing_check(&memory, "score as a table", score_table);
    failing_check(&memory, "cache", cache);
    ent_lexicon_close(lexicon);
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
