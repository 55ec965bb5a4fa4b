/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imported data beside the snapshot's: which source answers, in which years, and what is carried. */
#include "measures/measures.h"
#include "support/made_imports.h"

enum { A, B, C, D, E, F, G, H, I, J }; /* indices too: codes are in this order */

static ent_world *world;
static ent_year *year;

static int teardown(void **state) {
    (void)state;
    ent_year_close(year);
    ent_world_close(world);
    year = NULL;
    world = NULL;
    return 0;
}

/* Opens a year of the made world under a variant; NULL for what the data allow. */
static const ent_year *go(int to, const char *variant) {
    ent_error err = {.status = ENT_OK};
    ent_params *params = NULL;
    if (world == NULL) world = made_imports(NULL);
    ent_year_close(year);
    year = NULL;
    must(ent_params_new(world, variant, &params, &err), &err);
    must(ent_year_open(world, to, params, &year, &err), &err);
    ent_params_free(params);
    return year;
}

static void near_to(double found, double expected) {
    if (!(fabs(found - expected) <= 1e-12)) fail_msg("found %.17g, expected %.17g", found, expected);
}

static void test_years(void **state) {
    (void)state;
    go(1995, NULL);
    assert_int_equal(ent_world_first_year(world), 1990); /* capability begins; members there are since 1950 */
    assert_int_equal(ent_world_last_year(world), 2004);
    assert_string_equal(ent_world_label(world), "made world + 13 imports");
    ent_world_close(world);
    world = made_imports("DELETE FROM imports WHERE dataset IN ('nmc', 'gdppop')");
    assert_int_equal(ent_world_first_year(world), 1996); /* the snapshot's own */
}

/* Net resources: gdp^2 / pop over the sum of the year, rows without a state included; J has CINC only. */
static void test_net_resources(void **state) {
    const ent_year *y = go(2000, "import-NR");
    double total = 1000.0 * (1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81) + 2 * 10000;
    (void)state;
    near_to(y->capability[A].value, 1000 / total);
    near_to(y->capability[I].value, 81000 / total);
    assert_string_equal(y->capability[A].series->table, "import_gdppop");
    assert_string_equal(y->capability[A].series->source, "fariss-2022");
    assert_int_equal(y->capability[A].line, 102);
    near_to(y->capability[J].value, 0.11);
    assert_string_equal(y->capability[J].series->table, "import_nmc");
    near_to(y->capability_before[A].value, 1000 / (total - 20000));
    y = go(2003, "import-NR"); /* carried from 2001 */
    assert_int_equal(y->capability[A].year, 2001);
    assert_int_equal(y->capability_before[A].year, 1991);
}

static void test_cinc(void **state) {
    const ent_year *y = go(2000, NULL);
    (void)state;
    assert_true(y->form.cinc);
    near_to(y->capability[C].value, 0.04);
    near_to(y->capability_before[C].value, 0.03);
    near_to(y->growth[C], log(0.04 / 0.03) / 10);
    y = go(2004, NULL);
    assert_int_equal(y->capability[C].year, 2002);
}

/* The import answers for its years, state by state known or not; then the snapshot again. */
static void test_series(void **state) {
    const ent_year *y = go(2003, NULL);
    (void)state;
    near_to(y->polyarchy[C].value, 0.2);
    assert_true(isnan(y->polyarchy[F].value)); /* the snapshot knows it, but never their union */
    near_to(y->ideal_point[C].value, 2);       /* version 10, not the later import of version 9 */
    y = go(2004, NULL);
    assert_string_equal(y->polyarchy[F].series->table, "polyarchy");
    assert_true(!isnan(y->polyarchy[F].value));
}

static bool bound(const ent_year *y, int obligation, size_t i, size_t j) {
    assert_int_equal(enti_set_has(&y->pact[obligation][i], j), enti_set_has(&y->pact[obligation][j], i));
    return enti_set_has(&y->pact[obligation][i], j);
}

static void test_pacts(void **state) {
    const ent_year *y = go(1997, NULL);
    (void)state;
    assert_true(bound(y, ENTI_DEFENCE, A, B) && !bound(y, ENTI_CONSULTATION, A, B));
    assert_true(bound(y, ENTI_NEUTRALITY, C, E)); /* the whole of March, so some of the year */
    assert_true(bound(y, ENTI_DEFENCE, H, I));    /* either side carries it */
    assert_false(bound(y, ENTI_DEFENCE, A, C));   /* the snapshot's treaty of A, C, E and F does not count */
    y = go(1998, NULL);                           /* both phases touch the year */
    assert_true(bound(y, ENTI_DEFENCE, A, B) && bound(y, ENTI_CONSULTATION, A, B));
    assert_true(enti_set_has(&y->bilateral[ENTI_CONSULTATION][A], B));
    assert_false(bound(y, ENTI_NEUTRALITY, C, E));
    y = go(1999, NULL);
    assert_true(!bound(y, ENTI_DEFENCE, A, B) && bound(y, ENTI_CONSULTATION, A, B));
    y = go(2001, NULL); /* behind the import */
    assert_true(bound(y, ENTI_DEFENCE, A, C) && bound(y, ENTI_DEFENCE, A, B));
    assert_false(bound(y, ENTI_CONSULTATION, A, B));
}

static void test_disputes(void **state) {
    const ent_year *y = go(1999, "import-NR");
    (void)state;
    assert_true(enti_set_has(&y->force[C], F) && enti_set_has(&y->force[F], C) && enti_set_has(&y->fatal[F], C));
    assert_false(enti_set_has(&y->force[A], E)); /* on one side */
    assert_int_equal(y->dispute_years[C * y->n + F], 2);
    assert_int_equal(y->dispute_years[G * y->n + C], 1);
    assert_int_equal(y->acute[C * y->n + F], 4);
    near_to(enti_dispute_risk(y, F, C), (2 + 5 * 0.22) / 15);
    near_to(enti_hostility(y, C, F), 0.3);
    near_to(enti_hostility(y, C, G), 0); /* a threat is no force */
    near_to(enti_hostility(y, A, B), 0.3);
    near_to(enti_hostility(y, H, I), 0); /* allies */
    near_to(enti_hostility(y, A, D), 1);
    assert_true(y->theta[C * y->n + F] > 0 && y->total_threat[C] > y->rival_threat[C]);
    assert_true(enti_acute_threat(y, C) > 0 && enti_acute_threat(y, C) < y->total_threat[C]);
    assert_true(enti_set_has(&y->force[A], J)); /* 1990 to 1999 are ten years */
    y = go(2000, "import-NR");                  /* the window of 1999 is carried */
    assert_int_equal(y->dispute_year, 1999);
    assert_true(enti_set_has(&y->force[A], J));
    assert_true(isnan(enti_acute_threat(y, C))); /* a carried year says nothing of today */
    y = go(1999, "snapshot-NR");
    near_to(enti_hostility(y, C, F), 0);
    near_to(y->theta[C * y->n + F], 0);
    y = go(2004, NULL); /* five years carried */
    assert_int_equal(y->dispute_year, 1999);
}

static void test_rivalries(void **state) {
    const ent_year *y = go(1998, NULL);
    (void)state;
    assert_true(enti_set_has(&y->rivals[A], D) && enti_set_has(&y->rivals[F], E));
    for (size_t i = 0; i < y->n; i++)
        assert_int_equal(enti_set_count(&y->rivals[i]), i == A || i == D || i == E || i == F ? 1 : 0);
    assert_string_equal(enti_year_rivalry(y, A, D)->origin.source, "tss-2021");
    assert_int_equal(enti_year_rivalry(y, A, D)->origin.line, 2);
    y = go(1999, NULL);
    assert_false(enti_set_has(&y->rivals[F], E));
    y = go(2002, NULL); /* the snapshot's own */
    assert_true(enti_year_rivalry(y, A, D) == NULL || !enti_year_rivalry(y, A, D)->imported);
}

/* Side 1 is the one that began; the snapshot's wars count from where the imported ones end. */
static void test_wars(void **state) {
    const ent_year *y = go(1999, NULL);
    int32_t since = enti_day(1990, 1, 1), until = enti_day(1999, 12, 31);
    (void)state;
    assert_true(enti_set_has(&y->at_war[D], E));
    assert_true(enti_set_has(&y->at_war[C], J) && !enti_set_has(&y->at_war[D], J)); /* wars are told apart */
    assert_true(enti_set_has(&y->at_war[D], H)); /* the snapshot's war of 1997, behind the import's last year */
    assert_int_equal(enti_world_attacks(world, y->ref[D], y->ref[E], since, until), 1);
    assert_int_equal(enti_world_attacks(world, y->ref[E], y->ref[D], since, until), 0);
    assert_int_equal(enti_world_attacks(world, y->ref[C], y->ref[F], since, until),
                     1); /* a dispute once, not by years */
    assert_int_equal(enti_world_attacks(world, y->ref[F], y->ref[C], since, until), 0);
    assert_int_equal(enti_world_attacks(world, y->ref[A], y->ref[B], since, until),
                     1); /* the crisis; a seizure is none */
}

static void test_leaders(void **state) {
    const ent_year *y = go(1995, NULL);
    (void)state;
    assert_string_equal(y->leader[A]->leader, "Leader 0"); /* the record with which beliefs are filed */
    ent_year_close(year);
    ent_world_close(world);
    year = NULL;
    world = made_imports("DELETE FROM leaders WHERE code = 110");
    y = go(1995, NULL);
    assert_string_equal(y->leader[A]->leader, "Imported");
    y = go(2000, NULL);
    assert_null(y->leader[A]);
}

static void test_geography(void **state) {
    const ent_year *y = go(1997, NULL);
    double degree = 6371 * 3.14159265358979323846 / 180;
    (void)state;
    assert_true(fabs(y->distance_km[A * y->n + B] - degree) < 1e-6);
    y = go(1998, NULL); /* two capitals in one year: the later */
    assert_true(fabs(y->distance_km[A * y->n + B] - 9 * degree) < 1e-6);
    y = go(1999, NULL);
    assert_int_equal(y->contiguous[A * y->n + B], 1);
    assert_int_equal(y->contiguous[A * y->n + C], 0);
    assert_int_equal(y->contiguous[A * y->n + D], 0);
    y = go(2004, NULL); /* the last year of the borders is carried */
    assert_int_equal(y->contiguous[D * y->n + A], 4);
    assert_string_equal(y->borders.source, "cow-contiguity-3.2");
}

static void test_trade(void **state) {
    const ent_year *y = go(1999, "import-NR");
    enti_pair p;
    (void)state;
    near_to(y->trade[A * y->n + B], 0.4); /* of 40 + 40 + 20 with a state outside */
    near_to(y->trade[B * y->n + A], 40.0 / 60);
    near_to(y->trade[C * y->n + A], 40.0 / 60);
    assert_true(isnan(y->trade[D * y->n + A]) && isnan(y->trade[E * y->n + D])); /* nothing recorded, or only zeros */
    p = enti_pair_of(y, A, B);
    assert_true(p.trade_known);
    near_to(p.trade[1], 0); /* B does not trade with D, the rival of A */
    assert_false(enti_pair_of(y, A, D).trade_known);
    y = go(2004, "import-NR");
    assert_int_equal(y->trade_year, 2000);
    near_to(y->trade[A * y->n + B], 0.4);
    y = go(1998, NULL); /* the data cover the year, but hold no row of it */
    assert_true(isnan(y->trade[A * y->n + B]));
}

static void test_organisations(void **state) {
    const ent_year *y = go(2000, NULL);
    (void)state;
    assert_int_equal(y->common_igos[A * y->n + B], 2);
    assert_int_equal(y->common_igos[C * y->n + A], 1); /* an observer does not count */
    assert_int_equal(y->common_igos[D * y->n + A], 0);
    near_to(y->forum_rank[A * y->n + B], 1);
}

static void test_variants(void **state) {
    ent_error err = {.status = ENT_OK};
    ent_params *params = NULL, *same = NULL;
    (void)state;
    world = made_imports(NULL);
    must(ent_params_for_year(world, NULL, 2000, &params, &err), &err);
    assert_string_equal(ent_params_variant(params), "import-CINC");
    assert_true(ent_params_get(params, "dispute_weight") == 0.3);
    must(ent_params_set(params, "support_cut", 30, &err), &err);
    must(ent_params_for_year(world, params, 1996, &same, &err), &err);
    assert_true(ent_params_get(same, "support_cut") == 30); /* what was set stays set */
    ent_params_free(params);
    ent_params_free(same);
    ent_world_close(world);
    world = made_imports("DELETE FROM import_nmc WHERE ccode = 150");
    must(ent_params_for_year(world, NULL, 2000, &params, &err), &err);
    assert_string_equal(ent_params_variant(params), "import-NR"); /* CINC of all members, or of none */
    ent_params_free(params);
    must(ent_params_new(world, "import-CINC", &params, &err), &err);
    assert_int_equal(ent_params_for_year(world, params, 2000, &same, &err), ENT_E_MISSING);
    ent_params_free(params);
    ent_world_close(world);
    world = made_imports("UPDATE imports SET last_year = 1998 WHERE dataset = 'mid_dyad_year'");
    must(ent_params_for_year(world, NULL, 2003, &params, &err), &err);
    assert_string_equal(ent_params_variant(params), "import-CINC");
    ent_params_free(params);
    must(ent_params_for_year(world, NULL, 2004, &params, &err), &err); /* six years on */
    assert_string_equal(ent_params_variant(params), "snapshot-NR");
    ent_params_free(params);
    must(ent_params_new(world, "import-NR", &params, &err), &err);
    assert_int_equal(ent_params_for_year(world, params, 2004, &same, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "covers 1990 to 1998"));
    ent_params_free(params);
    ent_world_close(world);
    world = made_imports("DELETE FROM imports WHERE dataset = 'mid_dyad_year'");
    assert_int_equal(ent_params_new(world, "import-NR", &params, &err), ENT_E_MISSING);
    assert_non_null(strstr(err.message, "militarised disputes"));
}

/* Databases that were changed by hand. */
static void test_damage(void **state) {
    static const struct {
        const char *sql;
        ent_status expected;
    } rows[] = {{"DROP TABLE import_nmc", ENT_E_PARSE},
                {"ALTER TABLE import_rivalries RENAME COLUMN name TO label", ENT_E_PARSE},
                {"UPDATE imports SET first_year = -40000 WHERE dataset = 'gdppop'", ENT_E_PARSE},
                {"DROP TABLE imports; CREATE TABLE imports (id INTEGER)", ENT_E_PARSE},
                {"DELETE FROM imports", ENT_OK},
                {"UPDATE import_capitals SET start = 'soon'", ENT_OK}, /* a row without a date says nothing */
                {"UPDATE imports SET first_year = NULL, last_year = NULL, version = NULL", ENT_OK}};
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        ent_error err = {.status = ENT_OK};
        ent_world *opened = NULL;
        ent_status st = made_imports_try(rows[r].sql, &opened, &err);
        if (st != rows[r].expected) fail_msg("%s: %s (%s)", rows[r].sql, ent_status_name(st), err.message);
        ent_world_close(opened);
    }
}

/* A table that is read year by year fails when its year is asked for. */
static void test_damaged_year(void **state) {
    ent_error err = {.status = ENT_OK};
    (void)state;
    world = made_imports("ALTER TABLE import_trade_dyad RENAME COLUMN smoothflow1 TO flow");
    assert_int_equal(ent_year_open(world, 1999, NULL, &year, &err), ENT_E_PARSE);
    assert_non_null(strstr(err.message, "import_trade_dyad"));
    assert_null(year);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_years, teardown),        cmocka_unit_test_teardown(test_net_resources, teardown),
        cmocka_unit_test_teardown(test_cinc, teardown),         cmocka_unit_test_teardown(test_series, teardown),
        cmocka_unit_test_teardown(test_pacts, teardown),        cmocka_unit_test_teardown(test_disputes, teardown),
        cmocka_unit_test_teardown(test_rivalries, teardown),    cmocka_unit_test_teardown(test_wars, teardown),
        cmocka_unit_test_teardown(test_leaders, teardown),      cmocka_unit_test_teardown(test_geography, teardown),
        cmocka_unit_test_teardown(test_trade, teardown),        cmocka_unit_test_teardown(test_organisations, teardown),
        cmocka_unit_test_teardown(test_variants, teardown),     cmocka_unit_test_teardown(test_damage, teardown),
        cmocka_unit_test_teardown(test_damaged_year, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
