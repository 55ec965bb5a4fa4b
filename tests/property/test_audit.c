/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laws of an audit: the order of members, and whether they were named or listed, must not matter; odd groups get an
 * answer or one clear error. */
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

static const struct {
    const char *name;
    int year;
} groups[] = {{"cica", 2014},        {"sco", 2014},         {"sco", 2021}, {"nato", 1949},      {"nato", 2021},
              {"warsaw-pact", 1955}, {"warsaw-pact", 1989}, {"eu", 2021},  {"eaeu", 2021},      {"quad", 2021},
              {"aukus", 2021},       {"asean", 2018},       {"gcc", 2014}, {"csto", 2021},      {"arab-league", 2014},
              {"rio-pact", 1960},    {"anzus", 1960},       {"gcc", 1999}, {"china-ceec", 2014}};

static ent_status run(const ent_group *group, int year, int draws, int excluded, ent_audit **out, ent_error *err) {
    ent_audit_options options = ent_audit_options_default(all.world);
    options.year = year;
    options.draws = draws;
    options.excluded = excluded;
    return ent_audit_run(all.world, all.params, group, &options, out, err);
}

static ent_audit *audit(const ent_group *group, int year, int draws) {
    ent_error err = {.status = ENT_OK};
    ent_audit *found = NULL;
    must(run(group, year, draws, ENT_MISSING, &found, &err), &err);
    return found;
}

static ent_group find(const char *name, int year) {
    ent_error err = {.status = ENT_OK};
    ent_group group;
    must(ent_group_find(all.world, name, year, &group, &err), &err);
    return group;
}

static ent_group parse(const char *list, int year) {
    ent_error err = {.status = ENT_OK};
    ent_group group;
    must(ent_group_parse(all.world, list, year, &group, &err), &err);
    return group;
}

static const ent_group_member *member(const ent_audit *a, int code) {
    for (size_t m = 0; m < a->members_count; m++)
        if (a->members[m].state.code == code) return &a->members[m];
    fail_msg("%d is no member", code);
    return NULL;
}

static const ent_group_pair *pair(const ent_audit *a, int x, int y) {
    for (size_t p = 0; p < a->pairs_count; p++) {
        int i = a->members[a->pairs[p].a].state.code, j = a->members[a->pairs[p].b].state.code;
        if ((i == x && j == y) || (i == y && j == x)) return &a->pairs[p];
    }
    fail_msg("no pair %d and %d", x, y);
    return NULL;
}

static bool leaves(const ent_audit *a, int code) {
    for (size_t e = 0; e < a->exits_count; e++)
        if (a->members[a->exits[e]].state.code == code) return true;
    return false;
}

static int differ_members(const char *what, const ent_audit *x, const ent_audit *y) {
    int bad = differs(what, (double)x->members_count, (double)y->members_count, 0);
    for (size_t m = 0; m < x->members_count && bad == 0; m++) {
        const ent_group_member *a = &x->members[m], *b = member(y, a->state.code);
        bad += differs(a->state.name, a->capability, b->capability, 0);
        bad += differs(a->state.name, a->polyarchy, b->polyarchy, 0);
        bad += differs(a->state.name, a->rivals_inside, b->rivals_inside, 0);
        bad += differs(a->state.name, a->relation, b->relation, 0);
        bad += differs_text(a->state.name, a->relation_why, b->relation_why);
        bad += differs(a->state.name, a->in_core, b->in_core, 0);
        bad += differs(a->state.name, leaves(x, a->state.code), leaves(y, a->state.code), 0);
    }
    return bad;
}

static int differ_pairs(const char *what, const ent_audit *x, const ent_audit *y) {
    int bad = differs(what, (double)x->pairs_count, (double)y->pairs_count, 0);
    for (size_t p = 0; p < x->pairs_count && bad == 0; p++) {
        const ent_group_pair *a = &x->pairs[p];
        int i = x->members[a->a].state.code, j = x->members[a->b].state.code;
        const ent_group_pair *b = pair(y, i, j);
        bool turned = y->members[b->a].state.code != i;
        bad += differs(what, a->l, b->l, 1e-12) + differs(what, a->percentile, b->percentile, 1e-9);
        bad += differs(what, a->rivals, b->rivals, 0) + differs(what, a->allied, b->allied, 0);
        bad += differs(what, a->patron_conflict, b->patron_conflict, 0) + differs(what, a->feasible, b->feasible, 0);
        bad += differs_text(what, a->why_not, b->why_not) + differs_text(what, a->practice, b->practice);
        bad += differs_text(what, a->unshared[0], b->unshared[turned]);
        bad += differs_text(what, a->refuses_consultation, b->refuses_consultation);
        bad += differs_text(what, a->refuses_crisis_centre, b->refuses_crisis_centre);
    }
    return bad;
}

/* Everything but what the data say of the body itself. */
static int differ_audits(const char *what, const ent_audit *x, const ent_audit *y) {
    int bad = differ_members(what, x, y) + differ_pairs(what, x, y);
    bad += differs(what, x->excluded.code, y->excluded.code, 0);
    bad += differs(what, (double)x->patrons_count, (double)y->patrons_count, 0);
    for (int c = 0; c < 5; c++)
        bad += differs(what, x->classes[c], y->classes[c], 0);
    bad += differs_text(what, x->reading, y->reading) + differs(what, x->feasible, y->feasible, 0);
    bad += differs(what, x->capability_in_rivalry, y->capability_in_rivalry, 1e-12);
    bad += differs(what, x->largest_member, y->largest_member, 1e-12);
    bad += differs(what, x->mean_l, y->mean_l, 1e-12) + differs(what, x->p10_l, y->p10_l, 1e-12);
    bad += differs(what, x->cohesion, y->cohesion, 0) + differs(what, x->cohesion_low, y->cohesion_low, 1e-9);
    bad += differs(what, x->cohesion_high, y->cohesion_high, 1e-9);
    bad += differs(what, x->blocked_share, y->blocked_share, 0);
    bad += differs(what, (double)x->rival_pairs, (double)y->rival_pairs, 0);
    bad += differs(what, (double)x->conflict_pairs, (double)y->conflict_pairs, 0);
    bad += differs(what, (double)x->allied_pairs, (double)y->allied_pairs, 0);
    bad += differs_text(what, x->own_treaty, y->own_treaty);
    bad += differs(what, x->core_capability, y->core_capability, 1e-12);
    bad += differs(what, (double)x->core_count, (double)y->core_count, 0);
    bad += differs(what, (double)x->core_by_count, (double)y->core_by_count, 0);
    bad += differs(what, (double)x->exits_count, (double)y->exits_count, 0);
    bad += differs(what, x->exits_exact, y->exits_exact, 0);
    bad += differs(what, x->mean_polyarchy, y->mean_polyarchy, 1e-12);
    bad += differs_text(what, x->ideologies, y->ideologies);
    bad += differs(what, (double)x->pacts_count, (double)y->pacts_count, 0);
    for (size_t p = 0; p < x->pacts_count && p < y->pacts_count; p++)
        bad += differs_text(what, x->pacts[p].treaty, y->pacts[p].treaty);
    return bad;
}

/* As a caller of the library may order them: the list of a forum is ascending. */
static ent_group shuffled(ent_group group) {
    uint32_t state = 12345;
    for (size_t m = group.count; m-- > 1;) {
        size_t other;
        int swap = group.codes[m];
        state = state * 1664525u + 1013904223u;
        other = (state >> 8) % (m + 1);
        group.codes[m] = group.codes[other];
        group.codes[other] = swap;
    }
    return group;
}

static void test_order(void **state) {
    int bad = 0;
    (void)state;
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        ent_group group = find(groups[g].name, groups[g].year), mixed = shuffled(group);
        ent_audit *x = audit(&group, groups[g].year, 20), *y = audit(&mixed, groups[g].year, 20);
        char what[48];
        (void)snprintf(what, sizeof what, "%s %d in another order", groups[g].name, groups[g].year);
        bad += differ_audits(what, x, y) + differs_text(what, x->category, y->category);
        bad += differs_text(what, x->sentence, y->sentence) + differs(what, x->max_rung, y->max_rung, 0);
        bad += differs(what, (double)x->obstacles_count, (double)y->obstacles_count, 0);
        ent_audit_free(x);
        ent_audit_free(y);
    }
    assert_int_equal(bad, 0);
}

/* Codes of entities outside the system of states are no names. */
static const char *name_of(int code) {
    static char text[16];
    if (code == 20275) return "Palestine";
    (void)snprintf(text, sizeof text, "cow:%d", code);
    return text;
}

static void test_named_or_listed(void **state) {
    int bad = 0;
    (void)state;
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        ent_group named = find(groups[g].name, groups[g].year), listed;
        ent_audit *x, *y;
        char list[ENT_GROUP_MAX * 32] = "", what[48];
        size_t size = 0;
        for (size_t m = named.count; m-- > 0;) /* from the last to the first: a list may come in any order */
            size +=
                (size_t)snprintf(list + size, sizeof list - size, "%s%s", size > 0 ? "," : "", name_of(named.codes[m]));
        listed = parse(list, groups[g].year);
        assert_int_equal(listed.count, named.count);
        assert_memory_equal(listed.codes, named.codes, named.count * sizeof *named.codes);
        x = audit(&named, groups[g].year, 20);
        y = audit(&listed, groups[g].year, 20);
        (void)snprintf(what, sizeof what, "%s %d as a list", groups[g].name, groups[g].year);
        bad += differ_audits(what, x, y);
        /* The list is recognised: the same answer in every part. */
        bad += differs_text(what, x->category, y->category) + differs(what, x->max_rung, y->max_rung, 0);
        /* Two bodies may have the same members (the Rio treaty and the OAS): a list is then the one with more powers. */
        if (strcmp(x->group.id, y->group.id) == 0) {
            bad += differs_text(what, x->type, y->type) + differs_text(what, x->sentence, y->sentence);
            bad += differs(what, x->institution_level, y->institution_level, 0);
            bad += differs(what, x->attacked, y->attacked, 0);
        } else {
            assert_true(y->institution_level > x->institution_level);
        }
        ent_audit_free(x);
        ent_audit_free(y);
    }
    assert_int_equal(bad, 0);
}

/* What an audit says of itself adds up. */
static void test_adds_up(void **state) {
    (void)state;
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        ent_group group = find(groups[g].name, groups[g].year);
        ent_audit *a = audit(&group, groups[g].year, 0);
        size_t n = a->members_count, in_core = 0;
        double core = 0, whole = 0;
        int classes = 0;
        assert_int_equal(n, group.count);
        assert_int_equal(a->pairs_count, n * (n - 1) / 2);
        assert_true(isnan(a->cohesion_low) && isnan(a->blocked_share)); /* no draws, no interval */
        for (int c = 0; c < 5; c++)
            classes += a->classes[c];
        assert_int_equal(classes, n);
        for (size_t m = 0; m < n; m++) {
            if (!isnan(a->members[m].capability)) whole += a->members[m].capability;
            if (!a->members[m].in_core) continue;
            core += a->members[m].capability;
            in_core++;
        }
        assert_int_equal(in_core, a->core_count);
        assert_true(in_core <= a->core_by_count || a->core_by_count == 0);
        assert_true(a->core_exact);
        assert_int_equal(differs("capability of the core", core / whole, a->core_capability, 1e-4), 0);
        for (size_t p = 0; p < a->pairs_count; p++) {
            const ent_group_pair *x = &a->pairs[p];
            assert_int_equal(x->feasible, *x->why_not == 0);
            assert_false(x->feasible && (x->rivals || x->patron_conflict));
            assert_int_equal(x->accepts_consultation, *x->refuses_consultation == 0);
            assert_int_equal(x->accepts_crisis_centre, *x->refuses_crisis_centre == 0);
            if (a->members[x->a].in_core && a->members[x->b].in_core) assert_true(x->feasible);
        }
        ent_audit_free(a);
    }
}

static void test_two(void **state) {
    ent_group group = parse("China, Russia", 2014);
    ent_audit *a = audit(&group, 2014, 10);
    (void)state;
    assert_int_equal(a->pairs_count, 1);
    assert_string_equal(a->category, "cannot judge");
    assert_int_equal(a->feasible, 0);
    assert_int_equal(a->exits_count, 0);
    ent_audit_free(a);
}

/* Palestine is no member of the system of states: it counts in rival pairs, and puts Israel among the rivals. */
static void test_outside(void **state) {
    ent_group with = parse("ISR,JOR,GRC,Palestine", 2014), none = parse("ISR,JOR,GRC", 2014);
    ent_audit *a = audit(&with, 2014, 0), *b = audit(&none, 2014, 0);
    (void)state;
    assert_int_equal(member(a, 20275)->outside, 1);
    assert_true(isnan(member(a, 20275)->capability));
    assert_int_equal(pair(a, 666, 20275)->rivals, 1);
    assert_string_equal(pair(a, 666, 20275)->why_not, "mutual-rivalry");
    assert_true(isnan(pair(a, 666, 20275)->l));
    assert_string_equal(pair(a, 663, 20275)->why_not, "outside-the-system");
    assert_int_equal(a->rival_pairs, b->rival_pairs + 1);
    assert_int_equal(member(a, 666)->rivals_inside, member(b, 666)->rivals_inside + 1);
    assert_true(a->mean_l == b->mean_l && a->cohesion == b->cohesion);
    assert_true(a->capability_in_rivalry > b->capability_in_rivalry);
    assert_int_equal(member(a, 20275)->in_core, 0);
    ent_audit_free(a);
    ent_audit_free(b);
}

/* Laos in 1953 is the one member of the system without a figure: it has no weight and no support. */
static void test_no_capability(void **state) {
    ent_group with = parse("LAO,THA,KHM,PHL", 1953), none = parse("THA,KHM,PHL", 1953);
    ent_audit *a = audit(&with, 1953, 10), *b = audit(&none, 1953, 10);
    (void)state;
    assert_true(isnan(member(a, 812)->capability) && !member(a, 812)->outside);
    assert_true(isnan(pair(a, 812, 800)->l) && isnan(pair(a, 812, 800)->percentile));
    assert_int_equal(pair(a, 812, 800)->feasible, 0);
    assert_int_equal(member(a, 812)->in_core, 0);
    assert_true(a->mean_l == b->mean_l && a->cohesion == b->cohesion);
    assert_true(a->judged_pairs == 3 && a->pairs_count == 6);
    assert_true(a->missing_count > b->missing_count);
    ent_audit_free(a);
    ent_audit_free(b);
}

static void refused(const ent_group *group, int year, int excluded, ent_status expected) {
    ent_error err = {.status = ENT_OK};
    ent_audit *found = NULL;
    assert_int_equal(run(group, year, 0, excluded, &found, &err), expected);
    assert_null(found);
    assert_int_equal(err.status, expected);
    assert_true(*err.message != 0);
}

static void test_errors(void **state) {
    ent_group sco = find("sco", 2014), one = sco;
    (void)state;
    one.count = 1;
    refused(&sco, 2014, 710, ENT_E_ARG);     /* China is inside */
    refused(&sco, 2014, 265, ENT_E_MISSING); /* East Germany is gone */
    refused(&sco, 2014, 99999, ENT_E_MISSING);
    refused(&sco, 1900, ENT_MISSING, ENT_E_RANGE);
    refused(&sco, 2100, ENT_MISSING, ENT_E_RANGE);
    refused(&one, 2014, ENT_MISSING, ENT_E_ARG);
    one.count = 0;
    refused(&one, 2014, ENT_MISSING, ENT_E_ARG);
    one = sco;
    one.codes[0] = 99999;
    refused(&one, 2014, ENT_MISSING, ENT_E_MISSING);
}

/* The outside power changes classes, never a test. */
static void test_excluded(void **state) {
    ent_group sco = find("sco", 2021);
    ent_error err = {.status = ENT_OK};
    ent_audit *usa = NULL, *japan = NULL;
    (void)state;
    must(run(&sco, 2021, 0, 2, &usa, &err), &err);
    must(run(&sco, 2021, 0, 740, &japan, &err), &err);
    assert_true(usa->excluded.code == 2 && japan->excluded.code == 740);
    assert_int_equal(member(usa, 770)->relation, ENT_REL_ALLY);
    assert_int_equal(member(japan, 710)->relation, ENT_REL_RIVAL);
    assert_string_equal(usa->category, japan->category);
    assert_true(usa->cohesion == japan->cohesion && usa->core_capability == japan->core_capability);
    assert_int_equal(usa->conflict_pairs, japan->conflict_pairs);
    ent_audit_free(usa);
    ent_audit_free(japan);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order),   cmocka_unit_test(test_named_or_listed),
                                       cmocka_unit_test(test_adds_up), cmocka_unit_test(test_two),
                                       cmocka_unit_test(test_outside), cmocka_unit_test(test_no_capability),
                                       cmocka_unit_test(test_errors),  cmocka_unit_test(test_excluded)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
