/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Audits of twenty-nine group-years against reference figures: numbers to 1e-6, verdicts and members exactly. */
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

static ent_group members_of(const char *list) {
    ent_group group = {.id = "", .name = ""};
    for (const char *p = list; *p != 0;) {
        char *end;
        group.codes[group.count++] = (int)strtol(p, &end, 10);
        p = *end == ' ' ? end + 1 : end;
    }
    return group;
}

/* "630-640 630-651": the pairs for which `flag` holds, by code. */
static int check_pairs(const char *what, const char *expected, const ent_audit *audit, bool conflicts) {
    char found[2048] = "";
    size_t size = 0;
    for (size_t p = 0; p < audit->pairs_count; p++) {
        const ent_group_pair *pair = &audit->pairs[p];
        if (conflicts ? !pair->patron_conflict : !pair->rivals) continue;
        size += (size_t)snprintf(found + size, sizeof found - size, "%s%d-%d", size > 0 ? " " : "",
                                 audit->members[pair->a].state.code, audit->members[pair->b].state.code);
    }
    return differs_text(what, expected, found);
}

static int check_audit(const enti_csv *csv, const ent_audit *audit, const char *name) {
    int bad = 0;
    bad += check_pairs(name, field(csv, "internal_rival_pairs"), audit, false);
    bad += differs(name, number(csv, "rival_pairs"), (double)audit->rival_pairs, 0);
    bad += differs(name, number(csv, "capability_share_in_internal_rivalry"), audit->capability_in_rivalry, 1e-6);
    bad += check_pairs(name, field(csv, "patron_conflict_pairs"), audit, true);
    bad += differs(name, number(csv, "mean_L"), audit->mean_l, 1e-5);
    bad += differs(name, number(csv, "p10_L"), audit->p10_l, 1e-5);
    bad += differs(name, number(csv, "pact_percentile_of_mean_L"), audit->cohesion / 100, 1e-6);
    bad += differs(name, number(csv, "defence_pairs"), (double)audit->allied_pairs, 0);
    bad += differs(name, number(csv, "pairs"), (double)audit->pairs_count, 0);
    bad += differs(name, number(csv, "max_member_share"), audit->largest_member, 1e-6);
    bad += differs(name, number(csv, "core_size_plus_L_q10"), (double)audit->core_by_count, 0);
    bad += differs(name, number(csv, "core_capability_share_plus_L_q10"), audit->core_capability, 0.00501);
    bad += differs_text(name, field(csv, "own_defence_treaty"), audit->own_treaty);
    return bad + differs_text(name, field(csv, "verdict"), audit->category);
}

static void test_reference(void **state) {
    enti_csv *csv = reference_open("verdicts/groups_snapshot.csv");
    int bad = 0, rows = 0;
    (void)state;
    while (reference_next(csv)) {
        ent_audit_options options = ent_audit_options_default(all.world);
        ent_error err = {.status = ENT_OK};
        ent_group group = members_of(field(csv, "members"));
        ent_audit *audit = NULL;
        char name[64];
        int before = bad;
        options.year = integer(csv, "year");
        options.draws = 0;
        (void)snprintf(name, sizeof name, "%s %d", field(csv, "group"), options.year);
        must(ent_audit_run(all.world, all.params, &group, &options, &audit, &err), &err);
        bad += check_audit(csv, audit, name);
        if (bad > before) print_error("  ... in %s\n", name);
        ent_audit_free(audit);
        rows++;
    }
    enti_csv_close(csv);
    assert_int_equal(rows, 29);
    assert_int_equal(bad, 0);
}

static void test_draws(void **state) {
    enti_csv *csv = reference_open("verdicts/robustness_snapshot.csv");
    enti_csv_close(csv);
    (void)state;
    ent_audit_options options = ent_audit_options_default(all.world);
    ent_error err = {.status = ENT_OK};
    const struct {
        const char *name;
        int year;
        double low, high, blocked;
    } rows[] = {{"sco", 2014, 44.1, 79.4, 0},   {"nato", 2018, 14.7, 44.1, 0}, {"asean", 2018, 17.6, 41.2, 1},
                {"quad", 2021, 0, 11.8, 0.785}, {"eu", 2014, 23.5, 55.9, 0},   {"csto", 2021, 20.6, 47.1, 0}};
    int bad = 0;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        ent_group group;
        ent_audit *audit = NULL;
        options.year = rows[r].year;
        options.draws = 400;
        must(ent_group_find(all.world, rows[r].name, rows[r].year, &group, &err), &err);
        must(ent_audit_run(all.world, all.params, &group, &options, &audit, &err), &err);
        bad += differs(rows[r].name, rows[r].low / 100, audit->cohesion_low / 100, 0.06);
        bad += differs(rows[r].name, rows[r].high / 100, audit->cohesion_high / 100, 0.06);
        bad += differs(rows[r].name, rows[r].blocked, audit->blocked_share, 0.08);
        ent_audit_free(audit);
    }
    assert_int_equal(bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_reference), cmocka_unit_test(test_draws)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
