/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Panels against published tables and against what another program made of the same data: the number of states and
 * dyads a year in both systems, ATOP's directed dyad-years, COW's yearly contiguity, the design of a published logit
 * (1919 to 1938), and similarity of portfolios.
 */
#include "ingest/records.h"
#include "panel/fills.h"
#include "support/panels.h"

static char *folder, *database;
static panel_data snapshot, imported;

static void import(const char *name) {
    ent_error err = {.status = ENT_OK};
    char *path = text_of("%s/data/%s", getenv("ENTENTE_SHARED"), name);
    must(ent_import_file(database, path, NULL, NULL, &err), &err);
    free(path);
}

static int setup(void **state) {
    static const char *const files[] = {"cow/cow_nmc_v7_peacesciencer.csv",
                                        "peacesciencer/cow_majors.csv",
                                        "atop/atop5_1m.csv",
                                        "cow/contdir.csv",
                                        "isard/cw_democracy.csv",
                                        "peacesciencer/tss_rivalries.csv",
                                        "peacesciencer/cow_capitals.csv"};
    (void)state;
    snapshot = panel_data_open(NULL);
    if (getenv("ENTENTE_SHARED") == NULL) return 0;
    folder = folder_new();
    database = text_of("%s/imported.db", folder);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        import(files[i]);
    imported = panel_data_open(database);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    panel_data_close(&snapshot);
    if (folder == NULL) return 0;
    panel_data_close(&imported);
    free(database);
    folder_remove(folder);
    return 0;
}

static enti_records *shared_open(const char *name) {
    ent_error err = {.status = ENT_OK};
    enti_records *records = NULL;
    char *path;
    if (getenv("ENTENTE_SHARED") == NULL) skip();
    path = text_of("%s/%s", getenv("ENTENTE_SHARED"), name);
    must(enti_records_open(path, name, &records, &err), &err);
    free(path);
    return records;
}

static bool shared_next(enti_records *records) {
    ent_error err = {.status = ENT_OK};
    bool more = false;
    must(enti_records_next(records, &more, &err), &err);
    return more;
}

static double cell(const enti_records *records, const char *column) {
    size_t index = enti_records_find(records, column);
    const char *text;
    if (index == SIZE_MAX) fail_msg("no column %s", column);
    text = enti_records_text(records, index);
    return *text == 0 || strcmp(text, "NA") == 0 ? NAN : strtod(text, NULL);
}

/* ---- rows ---- */

typedef struct {
    size_t by_year[10000];
} tally;

static void count_rows(const panel_data *data, ent_unit unit, ent_system system, int last, tally *out) {
    ent_panel_options o = ent_panel_options_default();
    ent_panel *panel;
    size_t year;
    o.unit = unit;
    o.system = system;
    o.first = 1816;
    o.last = last;
    panel = panel_from(data, &o);
    memset(out, 0, sizeof *out);
    year = panel_column(panel, "year");
    for (size_t row = 0; row < ent_panel_rows(panel); row++)
        out->by_year[(size_t)ent_panel_value(panel, row, year)]++;
    ent_panel_close(panel);
}

static int compare_counts(const panel_data *data, int last) {
    static tally found[2][3];
    static const char *const columns[2][2] = {{"states", "undirected_dyads"}, {"gw_states", "gw_undirected_dyads"}};
    enti_records *reference = shared_open("reference/dyadyear_counts.csv");
    int bad = 0;
    for (int system = 0; system < 2; system++) {
        count_rows(data, ENT_STATE_YEAR, (ent_system)system, last, &found[system][0]);
        count_rows(data, ENT_DYAD_YEAR, (ent_system)system, last, &found[system][1]);
        count_rows(data, ENT_DIRECTED_DYAD_YEAR, (ent_system)system, last, &found[system][2]);
    }
    while (shared_next(reference)) {
        int year = (int)cell(reference, "year");
        for (int system = 0; system < 2 && year <= last; system++) {
            const tally *t = found[system];
            bad += differs("states", cell(reference, columns[system][0]), (double)t[0].by_year[year], 0);
            bad += differs("dyads", cell(reference, columns[system][1]), (double)t[1].by_year[year], 0);
            bad += differs("directed dyads", 2 * cell(reference, columns[system][1]), (double)t[2].by_year[year], 0);
        }
    }
    enti_records_close(reference);
    return bad;
}

static void test_counts_snapshot(void **state) {
    (void)state;
    assert_int_equal(compare_counts(&snapshot, 2022), 0);
}

static void test_counts_imported(void **state) {
    (void)state;
    if (database == NULL) skip();
    assert_int_equal(compare_counts(&imported, 2025), 0);
}

/* ---- ATOP ---- */

typedef struct {
    int from, to, year;
    int8_t owed[ENTI_OBLIGATIONS];
} duty;

typedef struct {
    duty *at;
    size_t count, room;
} duty_list;

static void take_duty(void *context, int from, int to, int year, const double *owed) {
    duty_list *list = context;
    duty *d;
    if (list->count == list->room) {
        list->room = list->room == 0 ? 1 << 16 : 2 * list->room;
        list->at = realloc(list->at, list->room * sizeof *list->at);
        assert_non_null(list->at);
    }
    d = &list->at[list->count++];
    *d = (duty){from, to, year, {0}};
    for (int i = 0; i < ENTI_OBLIGATIONS; i++)
        d->owed[i] = owed[i] == 1;
}

static int by_key(const void *a, const void *b) {
    const duty *x = a, *y = b;
    if (x->from != y->from) return x->from - y->from;
    if (x->to != y->to) return x->to - y->to;
    return x->year - y->year;
}

/* One duty a directed pair and year: the most that any treaty asks. */
static void merge(duty_list *list) {
    size_t n = 0;
    qsort(list->at, list->count, sizeof *list->at, by_key);
    for (size_t i = 0; i < list->count; i++) {
        if (n > 0 && by_key(&list->at[n - 1], &list->at[i]) == 0) {
            for (int k = 0; k < ENTI_OBLIGATIONS; k++)
                list->at[n - 1].owed[k] = (int8_t)(list->at[n - 1].owed[k] | list->at[i].owed[k]);
        } else {
            list->at[n++] = list->at[i];
        }
    }
    list->count = n;
}

/* Pairs of a state and its successor: members in the same year, never on the same day. */
static bool successors(const duty *d) {
    static const int pairs[][2] = {{678, 679}, {679, 680}, {255, 260}, {255, 265}};
    int low = d->from < d->to ? d->from : d->to, high = d->from < d->to ? d->to : d->from;
    for (size_t i = 0; i < 4; i++)
        if (pairs[i][0] == low && pairs[i][1] == high) return true;
    return false;
}

static void test_atop_rebuilt(void **state) {
    static const char *const columns[] = {"atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"};
    ent_error err = {.status = ENT_OK};
    ent_panel_options o = ent_panel_options_default();
    enti_arena arena = {0};
    enti_builder b = {.options = &o, .keep = &arena, .scratch = &arena};
    enti_pledge *pledges = NULL;
    size_t count = 0, kept = 0, seen = 0;
    duty_list list = {0};
    enti_records *reference = shared_open("data/atop/atop_alliance_peacesciencer_ddyr.csv.gz");
    int bad = 0;
    (void)state;
    b.store = imported.store;
    b.world = imported.world;
    must(enti_imports_load(&b, &err), &err);
    must(enti_atop_pledges(&b, enti_holding_find(&b, "atop_member"), &pledges, &count, &err), &err);
    must(enti_pledges_pair(pledges, count, ENT_ANY_DAY, 1815, 2018, take_duty, &list, &err), &err);
    merge(&list);
    for (size_t i = 0; i < list.count; i++)
        kept += !successors(&list.at[i]);
    assert_int_equal(kept, 273296);
    while (shared_next(reference) && bad < 20) {
        duty key = {(int)cell(reference, "ccode1"), (int)cell(reference, "ccode2"), (int)cell(reference, "year"), {0}};
        const duty *found = bsearch(&key, list.at, list.count, sizeof key, by_key);
        seen++;
        if (found == NULL) fail_msg("no pact of %d with %d in %d", key.from, key.to, key.year);
        for (int k = 0; k < ENTI_OBLIGATIONS; k++) {
            if (cell(reference, columns[k]) == found->owed[k]) continue;
            print_error("%d to %d in %d: %s is %d\n", key.from, key.to, key.year, columns[k], found->owed[k]);
            bad++;
        }
    }
    assert_int_equal(bad, 0);
    assert_int_equal(seen, 273296);
    enti_records_close(reference);
    free(list.at);
    enti_arena_clear(&arena);
}

/* ---- disputes ---- */

typedef struct {
    int a, b, year;
    double level, onset;
} dispute;

static int by_dispute(const void *x, const void *y) {
    const dispute *p = x, *q = y;
    if (p->a != q->a) return p->a - q->a;
    if (p->b != q->b) return p->b - q->b;
    return p->year - q->year;
}

/* Dyad-years of disputes as published: once from that very file, once rebuilt from the participants' dates. */
static int compare_disputes(const panel_data *from, bool levels) {
    enti_records *reference = shared_open("data/peacesciencer/cow_mid_ddydisps.csv.gz");
    static dispute found[20000];
    ent_panel_options o = ent_panel_options_default();
    ent_panel *panel;
    size_t count = 0, rows = 0, seen = 0;
    int bad = 0;
    while (shared_next(reference))
        found[count++] =
            (dispute){(int)cell(reference, "ccode1"), (int)cell(reference, "ccode2"), (int)cell(reference, "year"),
                      cell(reference, "hostlev"), cell(reference, "cowmidonset")};
    enti_records_close(reference);
    qsort(found, count, sizeof *found, by_dispute);
    o.first = 1816;
    o.last = 2014;
    o.add = "mid";
    panel = panel_from(from, &o);
    for (size_t i = 0, n; i < count; i += n) {
        double level = 0, onset = 0;
        for (n = 0; i + n < count && by_dispute(&found[i], &found[i + n]) == 0; n++) {
            level = fmax(level, found[i + n].level);
            onset = fmax(onset, found[i + n].onset);
        }
        /* Each pair stands there twice; a few years lie before a state's own entry. */
        if (found[i].a > found[i].b || panel_row(panel, found[i].a, found[i].b, found[i].year) == SIZE_MAX) continue;
        rows++;
        bad += differs("mid", 1, panel_at(panel, found[i].a, found[i].b, found[i].year, "mid"), 0);
        if (!levels) continue;
        bad += differs("level", level, panel_at(panel, found[i].a, found[i].b, found[i].year, "mid_hostlev"), 0);
        bad += differs("onset", onset, panel_at(panel, found[i].a, found[i].b, found[i].year, "mid_onset"), 0);
    }
    for (size_t row = 0; row < ent_panel_rows(panel); row++)
        seen += ent_panel_value(panel, row, 3) == 1;
    assert_int_equal(seen, rows);
    assert_int_equal(rows, 5115);
    ent_panel_close(panel);
    return bad;
}

static void test_disputes(void **state) {
    ent_error err = {.status = ENT_OK};
    char *other, *file;
    panel_data opened;
    (void)state;
    if (database == NULL) skip();
    other = text_of("%s/disputes.db", folder);
    file = text_of("%s/data/cow/MIDB 5.0.csv", getenv("ENTENTE_SHARED"));
    must(ent_import_file(other, file, NULL, NULL, &err), &err);
    opened = panel_data_open(other);
    assert_int_equal(compare_disputes(&opened, false), 0);
    panel_data_close(&opened);
    free(file);
    file = text_of("%s/data/peacesciencer/cow_mid_ddydisps.csv.gz", getenv("ENTENTE_SHARED"));
    must(ent_import_file(other, file, NULL, NULL, &err), &err);
    opened = panel_data_open(other);
    assert_int_equal(compare_disputes(&opened, true), 0);
    panel_data_close(&opened);
    free(file);
    free(other);
}

/* ---- contiguity ---- */

static void test_contiguity(void **state) {
    enti_records *reference = shared_open("data/cow/contdird.csv");
    ent_panel_options o = ent_panel_options_default();
    ent_panel *panel;
    size_t column, records = 0, contiguous = 0;
    (void)state;
    o.unit = ENT_DIRECTED_DYAD_YEAR;
    o.first = 1816;
    o.last = 2018;
    o.add = "contiguity:type";
    panel = panel_from(&imported, &o);
    column = panel_column(panel, "conttype");
    while (shared_next(reference)) {
        size_t row = panel_row(panel, (int)cell(reference, "state1no"), (int)cell(reference, "state2no"),
                               (int)cell(reference, "year"));
        if (row == SIZE_MAX) continue; /* COW lists some years before a state's own entry */
        /* In a year of two types COW has two rows, the panel the lower type. */
        records += ent_panel_value(panel, row, column) == cell(reference, "conttype");
        if (!(ent_panel_value(panel, row, column) <= cell(reference, "conttype")))
            fail_msg("%g %g %g: type %g", cell(reference, "state1no"), cell(reference, "state2no"),
                     cell(reference, "year"), ent_panel_value(panel, row, column));
    }
    for (size_t row = 0; row < ent_panel_rows(panel); row++) {
        double year = ent_panel_value(panel, row, 2), value = ent_panel_value(panel, row, column);
        assert_true(isnan(value) == (year > 2016));
        contiguous += value > 0;
    }
    assert_int_equal(contiguous, records);
    assert_true(records > 80000);
    ent_panel_close(panel);
    enti_records_close(reference);
}

/* ---- the design of a logit ---- */

static bool close_enough(double found, double expected) {
    return fabs(found - expected) <= 1e-12 * fmax(1, fabs(expected));
}

/* The reference read spells in which COW's "no contiguity" (type 0) outranks a border of the same year. COW's own yearly
 * file has these borders, and so has the panel; no other cell of the design may differ. */
static bool border_outranked(int a, int b) {
    static const int pairs[][2] = {{93, 100},  {94, 100},  {255, 310}, {255, 325}, {255, 345},
                                   {325, 345}, {345, 350}, {350, 355}, {365, 700}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == a && pairs[i][1] == b) return true;
    return false;
}

static void test_design(void **state) {
    static const char *const columns[][2] = {
        {"atop_defense", "atop_defense"}, {"contig", "contig"},           {"ln_capdist", "ln_capdist"},
        {"rivalry", "rivalry"},           {"majpow", "majpow"},           {"ln_capratio", "ln_capratio"},
        {"dem_min", "dem_min"},           {"dem_absdiff", "dem_absdiff"}, {"t1", "atop_defense_t1"},
        {"t2", "atop_defense_t2"},        {"t3", "atop_defense_t3"}};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    enti_records *reference = shared_open("reference/logit_onset_1919_1938_design.csv");
    ent_panel_options o = ent_panel_options_default();
    ent_panel *panel;
    size_t index[COLUMNS], lagged, rows = 0, chosen = 0, outranked = 0;
    (void)state;
    o.first = 1919;
    o.last = 1938;
    o.add = "contiguity:contig,distance:ln_capdist,rivalry:strategic,majors:majpow,nmc:ln_ratio,democracy:dem_min,"
            "democracy:dem_absdiff,atop:defense";
    o.spell = "atop:defense";
    o.lag = "atop:defense=1";
    panel = panel_from(&imported, &o);
    for (size_t c = 0; c < COLUMNS; c++)
        index[c] = panel_column(panel, columns[c][1]);
    while (shared_next(reference)) {
        int a = (int)cell(reference, "ccode1"), b = (int)cell(reference, "ccode2"), year = (int)cell(reference, "year");
        size_t row = panel_row(panel, a, b, year);
        if (row == SIZE_MAX) fail_msg("no row %d %d %d", a, b, year);
        rows++;
        for (size_t c = 0; c < COLUMNS; c++) {
            double found = ent_panel_value(panel, row, index[c]), expected = cell(reference, columns[c][0]);
            if (close_enough(found, expected)) continue;
            if (c == 1 && found == 1 && border_outranked(a, b))
                outranked++;
            else
                fail_msg("%d %d %d: %s is %.17g, expected %.17g", a, b, year, columns[c][0], found, expected);
        }
    }
    assert_int_equal(rows, 35864);
    assert_int_equal(outranked, 58);
    /* And no other row would be in the sample: last year's row is there without a pact, and nothing is missing. */
    lagged = panel_column(panel, "atop_defense_lag1");
    for (size_t row = 0; row < ent_panel_rows(panel); row++) {
        bool whole = ent_panel_value(panel, row, lagged) == 0;
        for (size_t c = 0; c < COLUMNS && whole; c++)
            whole = !isnan(ent_panel_value(panel, row, index[c]));
        chosen += whole;
    }
    assert_int_equal(chosen, 35864);
    ent_panel_close(panel);
    enti_records_close(reference);
}

/* ---- similarity ---- */

static void test_similarity(void **state) {
    static const char *const columns[] = {"s_val_abs",      "s_val_sq",  "s_bin",      "s_val_abs_cinc",
                                          "pi_val_nominal", "pi_bin",    "pi_val_abs", "kappa_val_sq",
                                          "kappa_val_abs",  "kappa_bin", "tau_b"};
    static const int years[] = {1850, 1900, 1914, 1938};
    size_t seen = 0;
    (void)state;
    for (size_t y = 0; y < 4; y++) {
        enti_records *reference = shared_open("reference/similarity_alliance_all_dyads.csv");
        ent_panel_options o = ent_panel_options_default();
        ent_panel *panel;
        o.first = o.last = years[y];
        o.add = "similarity";
        panel = panel_from(&imported, &o);
        while (shared_next(reference)) {
            if ((int)cell(reference, "year") != years[y]) continue;
            seen++;
            for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
                double found = panel_at(panel, (int)cell(reference, "ccode1"), (int)cell(reference, "ccode2"), years[y],
                                        columns[c]);
                if (!close_enough(found, cell(reference, columns[c])))
                    fail_msg("%d: %s is %.17g, expected %.17g", years[y], columns[c], found,
                             cell(reference, columns[c]));
            }
        }
        ent_panel_close(panel);
        enti_records_close(reference);
    }
    assert_int_equal(seen, 4737);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_snapshot), cmocka_unit_test(test_counts_imported),
        cmocka_unit_test(test_atop_rebuilt),    cmocka_unit_test(test_contiguity),
        cmocka_unit_test(test_disputes),        cmocka_unit_test(test_design),
        cmocka_unit_test(test_similarity),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
