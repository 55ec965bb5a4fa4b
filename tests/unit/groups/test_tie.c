/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything recorded between two states: what must be there, in order of time, the same from either side. */
#include "support/fixture.h"

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

static ent_tie *between(int a, int b, int first, int last) {
    ent_error err = {.status = ENT_OK};
    ent_tie *found = NULL;
    must(ent_tie_run(all.world, a, b, first, last, &found, &err), &err);
    return found;
}

/* The first record of a kind whose text has the words; NULL when there is none. */
static const ent_record *record(const ent_tie *tie, const char *kind, const char *words) {
    for (size_t r = 0; r < tie->count; r++)
        if (strcmp(tie->records[r].kind, kind) == 0 && strstr(tie->records[r].text, words) != NULL)
            return &tie->records[r];
    return NULL;
}

static void has(const ent_tie *tie, const char *kind, const char *words, const char *start, const char *end) {
    const ent_record *found = record(tie, kind, words);
    if (found == NULL) fail_msg("no %s \"%s\"", kind, words);
    assert_string_equal(found->start, start);
    assert_string_equal(found->end, end);
}

static void test_china_russia(void **state) {
    ent_tie *tie = between(710, 365, ENT_MISSING, ENT_MISSING);
    (void)state;
    assert_int_equal(tie->a.code, 710);
    assert_int_equal(tie->b.code, 365);
    has(tie, "treaty", "Sino-Soviet Treaty of Friendship, Alliance and Mutual Assistance (bilateral; defence",
        "1950-04-11", "1980-04-11");
    has(tie, "treaty",
        "Good-Neighbourliness and Friendly Cooperation (China-Russia) (bilateral; non-aggression, consultation)",
        "2002-02-28", "");
    assert_non_null(
        record(tie, "treaty", "Treaty of Good-Neighbourliness and Friendly Cooperation, Moscow")); /* signed 2001 */
    has(tie, "rivalry", "China-USSR", "1958", "1989");
    has(tie, "war", "on opposite sides", "1969-03-02", "1969-09-11");
    has(tie, "title", "Constructive partnership", "1994-09-03", "1996-04-25");
    has(tie, "title", "new era", "2019-06-05", "");
    has(tie, "common forum", "Shanghai Cooperation Organisation", "2001-06-15", "");
    assert_non_null(record(tie, "exercise", "Peace Mission-2005"));
    assert_non_null(record(tie, "summit", "CICA summit"));
    assert_non_null(record(tie, "declaration", "against an alliance"));
    assert_true(tie->sources_count > 3 && *tie->note != 0);
    for (size_t r = 0; r < tie->count; r++) {
        const ent_record *x = &tie->records[r];
        if (r > 0) assert_true(strcmp(x[-1].start, x->start) <= 0);
        assert_true(*x->start != 0 && x->line > 1 && *x->table != 0 && *x->source != 0);
    }
    ent_tie_free(tie);
}

static int year_of(const char *date) {
    return (int)strtol(date, NULL, 10);
}

static void test_limits(void **state) {
    ent_tie *whole = between(710, 365, ENT_MISSING, ENT_MISSING), *part = between(710, 365, 1950, 1980);
    ent_tie *early = between(710, 365, ENT_MISSING, 1957), *late = between(710, 365, 2002, ENT_MISSING);
    (void)state;
    assert_in_range(part->count, 1, whole->count - 1);
    for (size_t r = 0; r < part->count; r++) {
        assert_true(year_of(part->records[r].start) <= 1980);
        if (*part->records[r].end != 0) assert_true(year_of(part->records[r].end) >= 1950);
    }
    assert_non_null(record(part, "rivalry", "China-USSR")); /* it touches the years */
    assert_null(record(part, "title", ""));
    assert_null(record(early, "rivalry", "China-USSR"));
    assert_null(record(late, "rivalry", ""));
    assert_non_null(record(late, "treaty", "(China-Russia)"));
    assert_null(record(late, "treaty", "Alliance and Mutual Assistance"));
    ent_tie_free(whole);
    ent_tie_free(part);
    ent_tie_free(early);
    ent_tie_free(late);
}

static int compare(const void *a, const void *b) {
    const ent_record *x = a, *y = b;
    int order = strcmp(x->table, y->table);
    return order != 0 ? order : x->line - y->line;
}

/* The same rows from either side. */
static void test_either_side(void **state) {
    static const int pairs[][2] = {{710, 365}, {2, 740}, {666, 651}, {770, 750}, {2, 365}, {200, 160}};
    (void)state;
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        ent_tie *x = between(pairs[p][0], pairs[p][1], ENT_MISSING, ENT_MISSING);
        ent_tie *y = between(pairs[p][1], pairs[p][0], ENT_MISSING, ENT_MISSING);
        assert_int_equal(x->count, y->count);
        qsort(x->records, x->count, sizeof *x->records, compare);
        qsort(y->records, y->count, sizeof *y->records, compare);
        for (size_t r = 0; r < x->count; r++) {
            assert_string_equal(x->records[r].table, y->records[r].table);
            if (strcmp(x->records[r].table, "forum_members") == 0 || strcmp(x->records[r].table, "wars") == 0) continue;
            assert_int_equal(x->records[r].line, y->records[r].line); /* those two cite the row of the first named */
            assert_string_equal(x->records[r].text, y->records[r].text);
        }
        ent_tie_free(x);
        ent_tie_free(y);
    }
}

static void refused(int a, int b, int first, int last, ent_status expected) {
    ent_error err = {.status = ENT_OK};
    ent_tie *found = NULL;
    assert_int_equal(ent_tie_run(all.world, a, b, first, last, &found, &err), expected);
    assert_null(found);
    assert_true(err.status == expected && *err.message != 0);
}

static void test_errors(void **state) {
    (void)state;
    refused(710, 710, ENT_MISSING, ENT_MISSING, ENT_E_ARG);
    refused(710, 99999, ENT_MISSING, ENT_MISSING, ENT_E_MISSING);
    refused(99999, 710, ENT_MISSING, ENT_MISSING, ENT_E_MISSING);
    refused(710, 365, 2014, 2000, ENT_E_RANGE);
    ent_tie_free(NULL);
}

/* Nothing on record is an answer; an entity outside the system of states has a history too. */
static void test_ends(void **state) {
    ent_tie *none = between(920, 135, 1946, 1950), *outside = between(666, 20275, ENT_MISSING, ENT_MISSING);
    (void)state;
    assert_int_equal(none->count, 0);
    assert_int_equal(none->sources_count, 0);
    assert_non_null(record(outside, "dispute", ""));
    ent_tie_free(none);
    ent_tie_free(outside);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_china_russia), cmocka_unit_test(test_limits),
                                       cmocka_unit_test(test_either_side), cmocka_unit_test(test_errors),
                                       cmocka_unit_test(test_ends)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
