/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The smallest set of exits, by asking again: those who stay pass both tests in an audit of their own; no smaller set,
 * and none as small that costs less capability, leaves a group that does.
 */
#include "support/fixture.h"

#include <entente/groups.h>

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

static ent_audit *audit(const ent_group *group, int year) {
    ent_audit_options options = ent_audit_options_default(all.world);
    ent_error err = {.status = ENT_OK};
    ent_audit *found = NULL;
    options.year = year;
    options.draws = 0;
    must(ent_audit_run(all.world, all.params, group, &options, &found, &err), &err);
    return found;
}

/* The group without some of its members, as a list: its own treaties and institutions play no part in the tests. */
static ent_group without(const ent_group *group, const size_t *gone, size_t count) {
    ent_group rest = {.id = "", .name = ""};
    for (size_t m = 0; m < group->count; m++) {
        bool leaves = false;
        for (size_t g = 0; g < count; g++)
            leaves = leaves || gone[g] == m;
        if (!leaves) rest.codes[rest.count++] = group->codes[m];
    }
    return rest;
}

static bool stays_feasible(const ent_group *group, const size_t *gone, size_t count, int year) {
    ent_group rest = without(group, gone, count);
    ent_audit *found;
    bool feasible;
    if (rest.count < 3) return false;
    found = audit(&rest, year);
    feasible = found->feasible;
    ent_audit_free(found);
    return feasible;
}

static double lost(const ent_audit *a, const size_t *gone, size_t count) {
    double sum = 0;
    for (size_t g = 0; g < count; g++)
        if (!isnan(a->members[gone[g]].capability)) sum += a->members[gone[g]].capability;
    return sum;
}

typedef struct {
    const ent_audit *audit;
    size_t chosen[ENT_GROUP_MAX];
    size_t found;    /* sets of this size that leave a feasible group */
    double cheapest; /* of them */
} search;

/* Every set of `size` members from `next` on, by auditing the rest. */
static void try_all(search *s, size_t depth, size_t size, size_t next) {
    const ent_group *group = &s->audit->group;
    if (depth == size) {
        if (!stays_feasible(group, s->chosen, size, s->audit->year)) return;
        s->found++;
        s->cheapest = fmin(s->cheapest, lost(s->audit, s->chosen, size));
        return;
    }
    for (size_t m = next; m < group->count; m++) {
        s->chosen[depth] = m;
        try_all(s, depth + 1, size, m + 1);
    }
}

static int check_exits(const char *name, int year, size_t expected) {
    ent_error err = {.status = ENT_OK};
    ent_group group;
    ent_audit *found;
    search s = {.found = 0};
    int bad = 0;
    must(ent_group_find(all.world, name, year, &group, &err), &err);
    found = audit(&group, year);
    s.audit = found;
    bad += differs(name, (double)expected, (double)found->exits_count, 0);
    bad += differs("exact", 1, found->exits_exact, 0);
    if (found->exits_count > 0) {
        bad += differs("fails before", 0, found->feasible, 0);
        bad += differs("passes after", 1, stays_feasible(&group, found->exits, found->exits_count, year), 0);
    }
    for (size_t size = 1; size < found->exits_count; size++) {
        try_all(&s, 0, size, 0);
        bad += differs("smaller sets that would do", 0, (double)s.found, 0);
    }
    s.cheapest = INFINITY;
    if (found->exits_count > 0) {
        try_all(&s, 0, found->exits_count, 0);
        bad += differs("cheapest of that size", s.cheapest, lost(found, found->exits, found->exits_count), 1e-12);
    }
    if (bad > 0) print_error("  ... in %s %d: %s\n", name, year, found->exits_text);
    ent_audit_free(found);
    return bad;
}

static void test_brute_force(void **state) {
    int bad = 0;
    (void)state;
    bad += check_exits("sco", 2018, 1) + check_exits("sco", 2021, 1) + check_exits("gcc", 2014, 1);
    bad += check_exits("gcc", 2021, 1) + check_exits("asean", 2014, 1) + check_exits("asean", 2018, 1);
    bad += check_exits("ric", 2014, 0) + check_exits("brics", 2014, 0) + check_exits("quad", 2021, 0);
    bad += check_exits("aukus", 2021, 0) + check_exits("unsc-p5", 2014, 2) + check_exits("shanghai-five", 2000, 0);
    bad += check_exits("fpda", 2014, 2) + check_exits("five-eyes", 2014, 1) + check_exits("ecowas", 2014, 1);
    bad += check_exits("nato", 2021, 0) + check_exits("sco", 2014, 0) + check_exits("warsaw-pact", 1989, 0);
    assert_int_equal(bad, 0);
}

/* Larger groups: the stated exits do, and none of them can be left out. */
static void test_large(void **state) {
    static const struct {
        const char *name;
        int year;
    } rows[] = {{"cica", 2014},  {"arab-league", 2014}, {"arab-league", 1985}, {"rio-pact", 1960},
                {"cascf", 2014}, {"arf", 2014},         {"oas", 2018}};
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        ent_error err = {.status = ENT_OK};
        ent_group group;
        ent_audit *found;
        must(ent_group_find(all.world, rows[r].name, rows[r].year, &group, &err), &err);
        found = audit(&group, rows[r].year);
        if (found->exits_count == 0) fail_msg("%s %d: no exits", rows[r].name, rows[r].year);
        assert_int_equal(found->exits_exact, 1); /* up to forty members */
        assert_true(stays_feasible(&group, found->exits, found->exits_count, rows[r].year));
        for (size_t skip = 0; found->exits_exact && skip < found->exits_count; skip++) {
            size_t fewer[ENT_GROUP_MAX], count = 0;
            for (size_t e = 0; e < found->exits_count; e++)
                if (e != skip) fewer[count++] = found->exits[e];
            assert_false(stays_feasible(&group, fewer, count, rows[r].year));
        }
        ent_audit_free(found);
    }
}

/* Forty states without anything in common, most of whom must leave: still exact, and those who stay pass. */
static void test_forty_states(void **state) {
    ent_group group = {.id = "", .name = ""};
    ent_audit *found;
    (void)state;
    for (size_t e = 3; group.count < 40; e = (e + 5) % ent_world_entity_count(all.world)) {
        int code = ent_world_entity_at(all.world, e).code;
        if (ent_world_is_member(all.world, code, 2014)) group.codes[group.count++] = code;
    }
    found = audit(&group, 2014);
    assert_int_equal(found->exits_exact, 1);
    assert_true(found->exits_count > 10);
    assert_true(stays_feasible(&group, found->exits, found->exits_count, 2014));
    ent_audit_free(found);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brute_force), cmocka_unit_test(test_large),
                                       cmocka_unit_test(test_forty_states)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
