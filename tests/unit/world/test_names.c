/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person types to a state: schemes, years, accents, mistakes, and no guess where a name is ambiguous. */
#include "support/fixture.h"

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

/* The code a text is read as, or 0; the message is left in err. */
static int find(const char *text, int year, char *note, ent_error *err) {
    ent_entity found = {.code = -1};
    ent_status st;
    memset(err, 0, sizeof *err);
    st = ent_world_find(all.world, text, year, &found, note, err);
    if (st == ENT_OK) return found.code;
    assert_int_equal(found.code, -1); /* unchanged on failure */
    assert_int_equal(err->status, st);
    assert_true(*err->message != 0);
    return 0;
}

typedef struct {
    const char *text;
    int year, code;
} reading;

static void check(const reading *rows, size_t count) {
    int bad = 0;
    for (size_t i = 0; i < count; i++) {
        ent_error err;
        int code = find(rows[i].text, rows[i].year, NULL, &err);
        if (code == rows[i].code) continue;
        print_error("\"%s\" in %d: expected %d, found %d %s\n", rows[i].text, rows[i].year, rows[i].code, code,
                    err.message);
        bad++;
    }
    assert_int_equal(bad, 0);
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))
#define ANY ENT_MISSING

static void test_spellings(void **state) {
    static const reading rows[] = {
        {"china", ANY, 710},
        {"China", ANY, 710},
        {"CHINA", ANY, 710},
        {"  china ", ANY, 710},
        {"PRC", ANY, 710},
        {"People's Republic of China", ANY, 710},
        {"Peoples Republic of China", ANY, 710},
        {"the united states", ANY, 2},
        {"USA", ANY, 2},
        {"U.S.A.", ANY, 2},
        {"U.S.S.R.", 1980, 365},
        {"Austria", ANY, 305},
        {"Austria", 1866, 300}, /* the empire */
        {"Austria", 1925, 305},
        {"C\xc3\xb4te d'Ivoire", ANY, 437},
        {"cote divoire", ANY, 437},
        {"COTE D'IVOIRE", ANY, 437},
        {"ivory coast", ANY, 437},
        {"T\xc3\xbcrkiye", ANY, 640},
        {"Tu\xcc\x88rkiye", ANY, 640},
        {"turkiye", ANY, 640},
        {"turkey", ANY, 640},
        {"guinea-bissau", ANY, 404},
        {"Guinea Bissau", ANY, 404},
        {"Guinea", ANY, 438},
        {"north   korea", ANY, 731},
        {"Sao Tome and Principe", ANY, 403},
        {"deutschland", ANY, 255},
        {"taiwan", ANY, 713},
    };
    (void)state;
    CHECK(rows);
}

static void test_codes(void **state) {
    static const reading rows[] = {
        {"CHN", ANY, 710},     {"chn", ANY, 710},     {"cn", ANY, 710},       {"710", ANY, 710},
        {"cow:710", ANY, 710}, {"cow:CHN", ANY, 710}, {"gw:710", ANY, 710},   {"iso:156", ANY, 710},
        {"iso:CHN", ANY, 710}, {"iso2:CN", ANY, 710}, {"iso3:CHN", ANY, 710}, {"cow:AUS", ANY, 305},
        {"gw:AUS", ANY, 305},  {"iso:AUS", ANY, 900}, {"iso:036", ANY, 900},  {"cow:365", ANY, 365},
        {"cow:970", ANY, 970}, {"gw:970", ANY, 946},  {"gw:971", ANY, 970},   {"iso:840", ANY, 2},
    };
    (void)state;
    CHECK(rows);
}

/* Leading zeros are padding, not part of a number: world.h promises "iso:36". */
static void test_short_iso_numbers(void **state) {
    static const reading rows[] = {{"iso:36", ANY, 900}, {"iso:4", ANY, 700}, {"cow:002", ANY, 2}, {"gw:020", ANY, 20}};
    (void)state;
    CHECK(rows);
}

static void test_years(void **state) {
    static const reading rows[] = {
        {"USSR", 1980, 365},    {"USSR", 2021, 365},         {"Russia", 1950, 365}, {"Germany", 2021, 255},
        {"Germany", 1991, 255}, {"gw:260", 1970, 260},       {"gw:260", 2021, 255}, {"FRG", 1970, 260},
        {"FRG", 2000, 255},     {"West Germany", 1970, 260}, {"GFR", 1970, 260},    {"Korea", 2014, 732},
        {"Korea", 1900, 730},   {"Yugoslavia", 1970, 345},   {"Burma", 1960, 775},  {"Zaire", 1980, 490},
        {"Persia", 1900, 630},
    };
    ent_error err;
    int code;
    (void)state;
    CHECK(rows);
    /* Two Germanys: an error that names both, or the state of that name, which did not exist; never one of the two. */
    code = find("Germany", 1970, NULL, &err);
    assert_true(code == 255 || err.status == ENT_E_ARG);
}

static void test_notes(void **state) {
    ent_error err;
    char note[160] = "old";
    (void)state;
    assert_int_equal(find("AUS", ANY, note, &err), 900);
    assert_non_null(strstr(note, "Australia"));
    assert_non_null(strstr(note, "in cow-abbrev it is Austria"));
    assert_int_equal(find("970", ANY, note, &err), 970);
    assert_non_null(strstr(note, "Nauru"));
    assert_non_null(strstr(note, "in gw it is Kiribati"));
    assert_int_equal(find("china", ANY, note, &err), 710);
    assert_string_equal(note, "");
    assert_int_equal(find("cow:AUS", ANY, note, &err), 305); /* the scheme was named: nothing to note */
    assert_string_equal(note, "");
}

static void test_ambiguous(void **state) {
    ent_error err;
    (void)state;
    assert_int_equal(find("Congo", ANY, NULL, &err), 0);
    assert_int_equal(err.status, ENT_E_ARG);
    assert_non_null(strstr(err.message, "cow:484"));
    assert_non_null(strstr(err.message, "cow:490"));
    assert_int_equal(find("cow:484", ANY, NULL, &err), 484); /* what it advises works */
}

static void test_suggestions(void **state) {
    static const struct {
        const char *text, *meant;
    } rows[] = {
        {"Chian", "China (CHN)"},      {"Rusia", "Russia (RUS)"},         {"Unted States", "United States (USA)"},
        {"Pakstan", "Pakistan (PAK)"}, {"Argentinia", "Argentina (ARG)"}, {"Swedn", "Sweden (SWE)"}};
    ent_error err;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int code = find(rows[i].text, ANY, NULL, &err);
        if (code != 0) continue; /* a misspelling the names table knows */
        assert_int_equal(err.status, ENT_E_MISSING);
        if (strstr(err.message, rows[i].meant) == NULL) fail_msg("%s: %s", rows[i].text, err.message);
    }
    assert_int_equal(find("Chian", ANY, NULL, &err), 0);
    assert_int_equal(find("Atlantis of the seven seas", ANY, NULL, &err), 0);
    assert_null(strstr(err.message, "did you mean"));
    assert_int_equal(find("Chian", 1970, NULL, &err), 0);
    assert_non_null(strstr(err.message, "in 1970"));
}

static void test_not_a_name(void **state) {
    static const char *const texts[] = {"",      " ",           "  \t ",    "...",      "'",        "the",   ":",
                                        "cow:",  "iso:",        "xyz:710",  ":710",     "cow:0",    "99999", "-1",
                                        "710.5", "cow:710:710", "\xff\xfe", "Chin\xc3", "\xc0\xaf", "%s%n",  "*"};
    ent_error err;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (find(texts[i], ANY, NULL, &err) != 0) fail_msg("\"%s\" was read as a state", texts[i]);
}

static void test_long(void **state) {
    char text[4000];
    ent_error err;
    (void)state;
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = 0;
    assert_int_equal(find(text, ANY, NULL, &err), 0);
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "\xc3\xa9", 2);
    assert_int_equal(find(text, ANY, NULL, &err), 0);
    memcpy(text, "cow:", 4);
    assert_int_equal(find(text, ANY, NULL, &err), 0);
}

/* base.h: a message is one line, whatever the user typed. */
static void test_one_line(void **state) {
    static const char *const texts[] = {"Chi\nna", "a\r\nb", "x\033[2Jy", "\n"};
    ent_error err;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(find(texts[i], ANY, NULL, &err), 0);
        for (const char *p = err.message; *p != 0; p++)
            if ((unsigned char)*p < 0x20) fail_msg("a control character %d is in the message", *p);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings),   cmocka_unit_test(test_codes),      cmocka_unit_test(test_short_iso_numbers),
        cmocka_unit_test(test_years),       cmocka_unit_test(test_notes),      cmocka_unit_test(test_ambiguous),
        cmocka_unit_test(test_suggestions), cmocka_unit_test(test_not_a_name), cmocka_unit_test(test_long),
        cmocka_unit_test(test_one_line)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
