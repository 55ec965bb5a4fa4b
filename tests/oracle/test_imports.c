/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published files themselves, as far as a folder of data is at hand: each is recognised, none of its rows is refused,
 * and there are as many as its inventory says. Codes of Gleditsch and Ward against a published crosswalk by year. */
#include "support/importing.h"

#include "ingest/codes.h"
#include "ingest/records.h"
#include "store/store.h"

#include <sys/resource.h>

/* File, data set, records of the inventory, and rows where these are others. `as` only where a header cannot tell. */
static const struct {
    const char *file, *dataset, *version;
    long records, rows;
    const char *as;
} files[] = {
    {"atop/atop5_1a.csv", "atop_alliance", "5.1", 789, 789, NULL},
    {"atop/atop5_1m.csv", "atop_member", "5.1", 2510, 2510, NULL},
    {"atop/atop5_1sy.csv", "atop_state_year", "5.1", 11923, 11923, NULL},
    {"atop/atop_alliance_peacesciencer_ddyr.csv.gz", "atop_dyad_year", "5.1", 273296, 273296, NULL},
    {"cow/states2016.csv", "cow_states", "2016", 243, 243, NULL},
    {"cow/system2016.csv", "cow_system", "2016", 15951, 15951, NULL},
    {"cow/NMC-60-abridged.csv", "nmc", "6.0", 15951, 15951, NULL},
    {"cow/NMC_5_0.csv", "nmc", "5.0", 15171, 15171, NULL},
    {"cow/cow_nmc_v7_peacesciencer.csv", "nmc", "7.0", 17121, 17121, NULL},
    {"cow/MIDA 5.0.csv", "mid_dispute", "5.0", 2436, 2436, NULL},
    {"cow/MIDB 5.0.csv", "mid_participant", "5.0", 5883, 5883, NULL},
    {"cow/MIDI 5.0.csv", "mid_incident", "5.0", 4483, 4483, NULL},
    {"cow/MIDIP 5.0.csv", "mid_incident_participant", "5.0", 9619, 9619, NULL},
    {"cow/dyadic_mid_4.02.csv", "mid_dyadic", "4.02", 10358, 10358, NULL},
    {"cow/Inter-StateWarData_v4.0.csv", "wars", "4.0", 337, 356, NULL}, /* second spells */
    {"cow/contdir.csv", "contiguity", "3.2", 847, 847, NULL},
    {"peacesciencer/cow_contdir.csv", "contiguity", "3.2", 1874, 847, NULL}, /* pairs twice, and type 0 */
    {"cow/contdird.csv", "contiguity_year", "3.2", 82498, 82498, NULL},
    {"cow/National_COW_4.0.csv", "trade_state", "4.0", 14410, 14410, NULL},
    {"cow/cow_trade_dyadic_v4_peacesciencer_ndy.csv.gz", "trade_dyad", "4.0", 673654, 673654, NULL},
    {"cow/igo_year_formatv3.csv.gz", "igo_state_year", "3.0", 19335, 2710487, NULL},
    {"cow/state_year_formatv3.csv.gz", "igo_state_year", "3.0", 15557, 2709278, NULL},
    {"io-membership/cow_igo_v3_selected_long.csv.gz", "igo_state_year", "3.0", 55189, 55189, NULL},
    {"peacesciencer/archigos.csv", "leaders", "4.1", 3409, 3409, NULL},
    {"peacesciencer/cow_capitals.csv", "capitals", "2024", 242, 242, NULL},
    {"peacesciencer/cow_majors.csv", "cow_majors", "2016", 14, 14, NULL},
    {"peacesciencer/cow_states.csv", "cow_states", "2016", 243, 243, NULL},
    {"peacesciencer/gw_states.csv", "gw_states", "2017", 216, 216, NULL},
    {"peacesciencer/cow_mindist.csv.gz", "min_distance", "2.0", 952244, 952244, NULL},
    {"peacesciencer/cow_mid_ddydisps.csv.gz", "mid_dyad_year", "5.0", 10234, 10234, NULL},
    {"peacesciencer/tss_rivalries.csv", "rivalries", "2021", 264, 264, NULL},
    {"peacesciencer/td_rivalries.csv", "rivalries", "2012", 197, 197, NULL},
    {"isard/cw_democracy.csv", "democracy", "2025", 17706, 17706, NULL},
    {"isard/cw_gdppop.csv", "gdppop", "2022", 16536, 16536, NULL},
    {"isard/cw_system.csv", "cow_states", "2016", 243, 243, NULL},
    {"isard/gw_system.csv", "gw_states", "2017", 239, 239, NULL},
    {"unga/IdealpointestimatesAll_Jun2024.csv", "ideal_points", "2024-06", 11238, 11238, NULL},
    {"unga/IdealpointestimatesAll_Apr2020.csv", "ideal_points", "2020-04", 10469, 10469, NULL},
    {"unga/IdealpointsJuly2025.csv", "ideal_points", "2025-07", 11440, 11440, NULL},
    {"unga/un_roll_calls.csv.gz", "un_roll_calls", "2020-01", 6203, 6203, NULL},
    {"unga/un_votes.csv.gz", "un_votes", "2020-01", 870109, 870109, NULL},
    {"unga/un_roll_call_issues.csv", "un_issues", "2020-01", 5745, 5745, NULL},
    {"troopdata/troopdata-rebuild-country-year.csv", "troops", "2024", 13135, 13135, NULL},
    {"desta/DESTA.csv", "desta", "2", 1217, 1217, NULL},
    {"worldbank/gdp.csv", "wb_gdp", "2023", 13979, 13979, "wb_gdp"},
    {"worldbank/population.csv", "wb_population", "2024", 17195, 17195, "wb_population"},
};

static double cpu_seconds(void) {
    struct rusage use;
    assert_int_equal(getrusage(RUSAGE_SELF, &use), 0);
    return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
           1e-6 * (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
}

static const char *shared(void) {
    const char *folder = getenv("ENTENTE_SHARED");
    if (folder == NULL) skip();
    return folder;
}

static void test_counts(void **state) {
    const char *folder = shared();
    imports w = imports_new();
    double began = cpu_seconds();
    int bad = 0;
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char *path = text_of("%s/data/%s", folder, files[i].file);
        ent_import_options options = ent_import_options_default();
        ent_import_result r = {.id = 0};
        ent_error err = {.status = ENT_OK};
        options.as = files[i].as;
        if (ent_import_file(w.database, path, &options, &r, &err) != ENT_OK) {
            print_error("%s\n", err.message);
            bad++;
        } else if (strcmp(r.dataset, files[i].dataset) != 0 || strcmp(r.version, files[i].version) != 0 ||
                   r.records != files[i].records || r.rows != files[i].rows) {
            print_error("%s: %s %s, %ld records, %ld rows\n", files[i].file, r.dataset, r.version, (long)r.records,
                        (long)r.rows);
            bad++;
        }
        free(path);
    }
    print_message("all files in %.1f s of CPU\n", cpu_seconds() - began);
    expect_rows(&w, "PRAGMA integrity_check", "ok");
    /* Traps of the inventory: a code that is none, session 19, what is open when coverage ends. */
    expect_rows(&w, "SELECT count(*) FROM import_atop_member WHERE ccode = 8152", "1");
    expect_rows(&w, "SELECT count(*) FROM import_atop_member WHERE cowsys = 0", "98");
    expect_rows(&w, "SELECT count(*) FROM import_ideal_points WHERE year = 1964", "0");
    expect_rows(&w, "SELECT max(\"end\") FROM import_contiguity", "2011-07");
    expect_rows(
        &w,
        "SELECT count(milex), count(milper), count(irst), count(pec), count(upop) FROM import_nmc WHERE import ="
        " (SELECT id FROM imports WHERE dataset = 'nmc' AND version = '6.0')",
        "13734|15525|15925|15503|15883");
    imports_free(&w);
    assert_int_equal(bad, 0);
}

/* COW and Gleditsch-Ward numbers of every state and year, side by side; unification years have both. */
static void test_crosswalk(void **state) {
    char *path = text_of("%s/data/isard/cw_gw_panel.csv", shared());
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    enti_codes *codes = NULL;
    enti_records *records = NULL;
    bool more = true;
    long compared = 0, other = 0;
    (void)state;
    must(ent_store_open(NULL, &store, &err), &err);
    must(enti_codes_open(enti_store_db(store), &codes, &err), &err);
    must(enti_records_open(path, path, &records, &err), &err);
    for (;;) {
        const char *gw, *cow;
        int year, found;
        must(enti_records_next(records, &more, &err), &err);
        if (!more) break;
        year = atoi(enti_records_text(records, enti_records_find(records, "year")));
        gw = enti_records_text(records, enti_records_find(records, "gwcode"));
        cow = enti_records_text(records, enti_records_find(records, "ccode"));
        if (*gw == 0 || *cow == 0 || year > 2016) continue;
        found = enti_codes_find(codes, ENTI_SCHEME_GW, gw, year);
        compared++;
        if (found == atoi(cow)) continue;
        other++;
        print_message("%d: GW %s is COW %s, found %d\n", year, gw, cow, found);
    }
    assert_true(compared > 10000);
    assert_int_equal(other, 2); /* 1990: Germany and Yemen have both numbers */
    enti_records_close(records);
    enti_codes_close(codes);
    ent_store_close(store);
    free(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counts), cmocka_unit_test(test_crosswalk)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
