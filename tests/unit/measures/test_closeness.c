/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Common forums, rank shares with ties, and the practice index with and without its terms. */
#include "support/tiny_year.h"

enum { A, B, C, D };

static void forum(tiny *t, const char *who) {
    for (const char *p = who; *p != 0; p++)
        enti_set_add(&t->forums[t->year.forums_count].full, (size_t)(*p - 'A'));
    t->year.forums_count++;
}

/* Three states, three pairs: AB meet twice, AC once, BC never. */
static void test_forum_ranks(void **state) {
    tiny *t = tiny_new(3);
    (void)state;
    forum(t, "AB");
    forum(t, "AB");
    forum(t, "AC");
    tiny_measure(t);
    assert_int_equal(t->year.common_forums[A * 3 + B], 2);
    assert_int_equal(t->year.common_forums[B * 3 + A], 2);
    assert_int_equal(t->year.common_forums[B * 3 + C], 0);
    close_to(t->year.forum_rank[A * 3 + B], 1);
    close_to(t->year.forum_rank[A * 3 + C], 2.0 / 3);
    close_to(t->year.forum_rank[C * 3 + B], 1.0 / 3);
    tiny_free(t);
}

/* Ties share the mean of their ranks: six pairs, five without a forum have (1 + 5) / 2 / 6. */
static void test_ties(void **state) {
    tiny *t = tiny_new(4);
    (void)state;
    forum(t, "AB");
    tiny_measure(t);
    close_to(t->year.forum_rank[A * 4 + B], 1);
    close_to(t->year.forum_rank[C * 4 + D], 0.5);
    tiny_free(t);
}

static void test_not_chosen(void **state) {
    tiny *t = tiny_new(3);
    (void)state;
    t->forum.by_choice = false;
    forum(t, "ABC");
    tiny_measure(t);
    assert_int_equal(t->year.common_forums[A * 3 + B], 0);
    tiny_free(t);
    t = tiny_new(3);
    t->forum.complete = false;
    forum(t, "ABC");
    tiny_measure(t);
    assert_int_equal(t->year.common_forums[A * 3 + B], 0);
    tiny_free(t);
}

/* Ideal points 0, 1, 3 and one unknown: gaps 1, 2, 3 rank 1, 2/3, 1/3. */
static void test_interest_ranks(void **state) {
    tiny *t = tiny_new(4);
    (void)state;
    t->year.ideal_point[A].value = 0;
    t->year.ideal_point[B].value = 1;
    t->year.ideal_point[C].value = 3;
    tiny_measure(t);
    close_to(t->year.interest_rank[A * 4 + B], 1);
    close_to(t->year.interest_rank[B * 4 + C], 2.0 / 3);
    close_to(t->year.interest_rank[C * 4 + A], 1.0 / 3);
    assert_true(isnan(t->year.interest_rank[A * 4 + D]));
    tiny_free(t);
}

static void test_practice(void **state) {
    tiny *t = tiny_new(4);
    enti_practice p;
    (void)state;
    t->year.ideal_point[A].value = 0;
    t->year.ideal_point[B].value = 1;
    t->year.ideal_point[C].value = 3;
    tiny_rivals(t, A, D);
    tiny_rivals(t, B, D);
    forum(t, "A"); /* a body there is, nobody meets in it */
    tiny_measure(t);
    p = enti_practice_of(&t->year, A, B); /* forums 7/12: six pairs tied; votes 1; a shared rival */
    assert_int_equal(p.known, 4);
    close_to(p.index, 5 * (7.0 / 12 + 1 + 0 + 1) / 4);
    tiny_both(t->year.pact[ENTI_CONSULTATION], A, B); /* through a treaty of many: half */
    close_to(enti_practice_of(&t->year, A, B).index, 5 * (7.0 / 12 + 1 + 0.5 + 1) / 4);
    tiny_both(t->year.bilateral[ENTI_NONAGGRESSION], A, B);
    close_to(enti_practice_of(&t->year, B, A).index, 5 * (7.0 / 12 + 1 + 1 + 1) / 4);
    p = enti_practice_of(&t->year, A, D); /* votes unknown: the mean of three terms */
    assert_int_equal(p.known, 3);
    assert_true(isnan(p.interest));
    close_to(p.index, 5 * (7.0 / 12) / 3);
    tiny_free(t);
}

/* A defence pact alone is no term: allies can be compared with others. */
static void test_pact_is_no_term(void **state) {
    tiny *t = tiny_new(3);
    double before;
    (void)state;
    forum(t, "A");
    tiny_measure(t);
    before = enti_practice_of(&t->year, A, B).index;
    tiny_treaty(t, "AB");
    tiny_both(t->year.bilateral[ENTI_DEFENCE], A, B);
    assert_true(enti_practice_of(&t->year, A, B).index == before);
    tiny_free(t);
}

/* Without any body of record institutions are unknown, and two known terms are too few for an index. */
static void test_no_body(void **state) {
    tiny *t = tiny_new(3);
    enti_practice p;
    (void)state;
    tiny_measure(t);
    p = enti_practice_of(&t->year, A, B);
    assert_true(isnan(p.institutions) && isnan(p.index));
    assert_int_equal(p.known, 2);
    tiny_free(t);
}

/* Trade shares: A with B 0.6 both ways, A with C 0.2 and 0.1, B with C 0.3 and 0.2; D's trade is unknown. */
static void test_trade(void **state) {
    double trade[16] = {0, 0.6, 0.2, 0, 0.6, 0, 0.3, 0, 0.1, 0.2, 0, 0, NAN, NAN, NAN, NAN};
    tiny *t = tiny_new(4);
    (void)state;
    t->year.trade = trade;
    forum(t, "A");
    tiny_measure(t);
    close_to(t->year.trade_rank[A * 4 + B], 1);
    close_to(t->year.trade_rank[B * 4 + C], 2.0 / 3);
    close_to(t->year.trade_rank[C * 4 + A], 1.0 / 3);
    assert_true(isnan(t->year.trade_rank[A * 4 + D]));
    close_to(enti_practice_of(&t->year, A, B).index, 5 * (7.0 / 12 + 0 + 0 + 1) / 4);
    tiny_free(t);
}

/* Organisations of COW, where they are known, rank the pairs instead of the forums. */
static void test_organisations(void **state) {
    uint8_t common[9] = {0, 5, 9, 5, 0, 7, 9, 7, 0};
    tiny *t = tiny_new(3);
    (void)state;
    t->year.common_igos = common;
    forum(t, "AB");
    tiny_measure(t);
    close_to(t->year.forum_rank[A * 3 + C], 1);
    close_to(t->year.forum_rank[A * 3 + B], 1.0 / 3);
    tiny_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forum_ranks),    cmocka_unit_test(test_ties),     cmocka_unit_test(test_not_chosen),
        cmocka_unit_test(test_interest_ranks), cmocka_unit_test(test_practice), cmocka_unit_test(test_pact_is_no_term),
        cmocka_unit_test(test_no_body),        cmocka_unit_test(test_trade),    cmocka_unit_test(test_organisations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
