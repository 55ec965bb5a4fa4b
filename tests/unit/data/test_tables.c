/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of data/, as compiled: dates, spells, sources, and agreement with what others count.
 * ENTENTE_TEST_SNAPSHOT names the compiled snapshot, ENTENTE_TEST_DATA the folder data/. ENTENTE_SHARED names a
 * folder with reference/dyadyear_counts.csv (states per year as peacesciencer counts them) and
 * data/atop/atop5_1m.csv (member file of ATOP 5.1); without it those comparisons are skipped. */
#include "ingest/csv.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static sqlite3 *db;
static enti_arena arena;

/* ---- Dates: whole days as numbers like 20140620 --------------------------------------------------- */

enum { NEVER = 99991231 };

static int days_of_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* Parts of YYYY, YYYY-MM or YYYY-MM-DD; a part that is not given is 0. False when it is no date. */
static bool read_date(const char *text, int part[3]) {
    int length = 0, count;
    part[0] = part[1] = part[2] = 0;
    count = sscanf(text, "%4d%n-%2d%n-%2d%n", &part[0], &length, &part[1], &length, &part[2], &length);
    if (count < 1 || (size_t)length != strlen(text) || length != 1 + 3 * count) return false;
    if (part[0] < 1400 || part[0] > 2100) return false; /* the oldest rivalry is listed from 1494 */
    if (count >= 2 && (part[1] < 1 || part[1] > 12)) return false;
    return count < 3 || (part[2] >= 1 && part[2] <= days_of_month(part[0], part[1]));
}

static int first_day(const char *text) {
    int part[3];
    if (text == NULL || !read_date(text, part)) return 0;
    return part[0] * 10000 + (part[1] ? part[1] : 1) * 100 + (part[2] ? part[2] : 1);
}

static int last_day(const char *text) {
    int part[3], month;
    if (text == NULL) return NEVER;
    if (!read_date(text, part)) return 0;
    month = part[1] ? part[1] : 12;
    return part[0] * 10000 + month * 100 + (part[2] ? part[2] : days_of_month(part[0], month));
}

static void sql_first_day(sqlite3_context *context, int count, sqlite3_value **value) {
    (void)count;
    sqlite3_result_int(context, first_day((const char *)sqlite3_value_text(value[0])));
}

static void sql_last_day(sqlite3_context *context, int count, sqlite3_value **value) {
    (void)count;
    sqlite3_result_int(context, last_day((const char *)sqlite3_value_text(value[0])));
}

/* ---- Asking the snapshot ---------------------------------------------------------------------------- */

static sqlite3_stmt *ask(const char *sql) {
    sqlite3_stmt *rows = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) != SQLITE_OK) fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    return rows;
}

static const char *text_of(sqlite3_stmt *rows, int column) {
    return (const char *)sqlite3_column_text(rows, column);
}

/* Prints the first rows of a query, which holds what is wrong. Their number. */
static int print_faults(const char *what, const char *sql) {
    sqlite3_stmt *rows = ask(sql);
    int faults = 0;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        enti_text text = {0};
        if (faults++ >= 20) continue;
        for (int i = 0; i < sqlite3_column_count(rows); i++)
            enti_text_add(&text, " %s", text_of(rows, i) != NULL ? text_of(rows, i) : "-");
        print_message("%s:%s\n", what, text.at);
        enti_text_clear(&text);
    }
    sqlite3_finalize(rows);
    return faults;
}

static int open_snapshot(void **state) {
    const char *path = getenv("ENTENTE_TEST_SNAPSHOT");
    (void)state;
    if (path == NULL || getenv("ENTENTE_TEST_DATA") == NULL) {
        print_error("ENTENTE_TEST_SNAPSHOT and ENTENTE_TEST_DATA must be set\n");
        return -1;
    }
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) return -1;
    if (sqlite3_create_function(db, "first_day", 1, SQLITE_UTF8, NULL, sql_first_day, NULL, NULL) != SQLITE_OK)
        return -1;
    return sqlite3_create_function(db, "last_day", 1, SQLITE_UTF8, NULL, sql_last_day, NULL, NULL);
}

static int close_snapshot(void **state) {
    (void)state;
    enti_arena_clear(&arena);
    return sqlite3_close(db);
}

/* ---- Dates and spells --------------------------------------------------------------------------------- */

static void test_dates_are_valid(void **state) {
    sqlite3_stmt *columns = ask(
        "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND m.name <> 'bibliography' AND c.name IN ('start', 'end', 'entry', 'exit', 'signed',"
        " 'in_force', 'founded', 'ended', 'date', 'first_test')");
    int faults = 0, count = 0;
    (void)state;
    while (sqlite3_step(columns) == SQLITE_ROW) {
        const char *table = text_of(columns, 0), *column = text_of(columns, 1);
        char *sql = enti_arena_printf(
            &arena, "SELECT line, \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL AND first_day(\"%s\") = 0", column, table,
            column, column);
        faults += print_faults(table, sql);
        count++;
    }
    sqlite3_finalize(columns);
    assert_true(count >= 40);
    assert_int_equal(faults, 0);
}

static void test_start_before_end(void **state) {
    static const char *const spell[][2] = {{"start", "end"},  {"entry", "exit"},   {"founded", "ended"},
                                           {"signed", "end"}, {"in_force", "end"}, {"signed", "in_force"},
                                           {"date", "end"}};
    int faults = 0;
    (void)state;
    for (size_t i = 0; i < sizeof spell / sizeof *spell; i++) {
        char *find = enti_arena_printf(
            &arena,
            "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) a, pragma_table_info(m.name) b"
            " WHERE m.type = 'table' AND a.name = '%s' AND b.name = '%s'",
            spell[i][0], spell[i][1]);
        sqlite3_stmt *tables = ask(find);
        while (sqlite3_step(tables) == SQLITE_ROW)
            faults += print_faults(text_of(tables, 0),
                                   enti_arena_printf(&arena,
                                                     "SELECT line, \"%s\", \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL"
                                                     " AND last_day(\"%s\") < first_day(\"%s\")",
                                                     spell[i][0], spell[i][1], text_of(tables, 0), spell[i][0],
                                                     spell[i][1], spell[i][0]));
        sqlite3_finalize(tables);
    }
    assert_int_equal(faults, 0);
}

/* A spell may start in the year, month or day in which the one before ends: reduced dates cannot say more. */
static void test_spells_do_not_overlap(void **state) {
    static const struct {
        const char *table, *key, *start, *end;
    } spells[] = {
        {"membership", "code || ' ' || system", "start", "end"},
        {"membership", "system || ' ' || coalesce(number, -code)", "start", "end"},
        {"leaders", "code", "start", "end"},
        {"ideology", "code", "start", "end"},
        {"treaty_members", "treaty || ' ' || code", "entry", "exit"},
        {"forum_members", "forum || ' ' || code || ' ' || status", "entry", "exit"},
        {"rivalries", "min(code1, code2) || ' ' || max(code1, code2) || ' ' || kind", "start", "end"},
        {"partnerships", "code1 || ' ' || code2", "start", "end"},
        {"contiguity", "min(code1, code2) || ' ' || max(code1, code2)", "start", "end"},
        {"wars", "war || ' ' || code", "start", "end"},
    };
    /* Lines that are stated anew while the older statement stays are left out: only the Movement's spells. */
    static const char movement[] =
        "SELECT a.code, a.line, b.line FROM nonalignment a JOIN nonalignment b ON a.code = b.code AND a.line < b.line"
        " WHERE a.policy IN ('NAM member', 'NAM observer') AND b.policy IN ('NAM member', 'NAM observer')"
        " AND first_day(a.start) < last_day(b.\"end\") AND first_day(b.start) < last_day(a.\"end\")";
    int faults = 0;
    (void)state;
    for (size_t i = 0; i < sizeof spells / sizeof *spells; i++)
        faults += print_faults(
            spells[i].table,
            enti_arena_printf(&arena,
                              "WITH s AS (SELECT line, %s AS key, first_day(\"%s\") AS start,"
                              " CASE WHEN \"%s\" IS NULL THEN 99991231 ELSE first_day(\"%s\") END AS end FROM \"%s\")"
                              " SELECT a.key, a.line, b.line FROM s a JOIN s b ON a.key = b.key AND a.line < b.line"
                              " WHERE a.start < b.end AND b.start < a.end",
                              spells[i].key, spells[i].start, spells[i].end, spells[i].end, spells[i].table));
    faults += print_faults("nonalignment", movement);
    assert_int_equal(faults, 0);
}

static void test_parties(void **state) {
    int faults = 0;
    (void)state;
    faults += print_faults(
        "treaty without two parties",
        "SELECT id FROM treaties WHERE (SELECT count(DISTINCT code) FROM treaty_members WHERE treaty = id) < 2");
    faults += print_faults("member before the signature",
                           "SELECT m.line, treaty, code FROM treaty_members m JOIN treaties t ON t.id = m.treaty"
                           " WHERE last_day(m.entry) < first_day(t.signed)");
    faults +=
        print_faults("member after the end",
                     "SELECT m.line, treaty, code FROM treaty_members m JOIN treaties t ON t.id = m.treaty"
                     " WHERE t.\"end\" IS NOT NULL AND (m.exit IS NULL OR first_day(m.exit) > last_day(t.\"end\"))");
    faults +=
        print_faults("forum without members",
                     "SELECT id FROM forums WHERE id NOT IN (SELECT forum FROM forum_members WHERE status = 'full')");
    faults += print_faults("exercise without two partners",
                           "SELECT id FROM exercises WHERE (SELECT count(*) FROM exercise_parties WHERE exercise = id"
                           " AND role = 'partner') <> 2");
    faults += print_faults(
        "coercion without both sides",
        "SELECT id FROM coercion WHERE (SELECT count(DISTINCT role) FROM coercion_parties WHERE coercion = id) <> 2");
    faults += print_faults(
        "crisis without initiator",
        "SELECT id FROM crises WHERE id NOT IN (SELECT crisis FROM crisis_parties WHERE role = 'initiator')");
    faults +=
        print_faults("open rivalry that is not ongoing", "SELECT id FROM rivalries WHERE (\"end\" IS NULL) <> ongoing");
    assert_int_equal(faults, 0);
}

/* Ids count by date, and a third state is none of the two. */
static void test_events(void **state) {
    int faults = 0;
    (void)state;
    faults += print_faults("id out of order", "SELECT a.id, a.date, b.id, b.date FROM events a JOIN events b"
                                              " ON b.line = a.line + 1 WHERE a.id >= b.id OR a.date > b.date");
    faults += print_faults("id out of order", "SELECT a.id, a.date, b.id, b.date FROM declarations a"
                                              " JOIN declarations b ON b.line = a.line + 1"
                                              " WHERE a.id >= b.id OR a.date > b.date");
    faults += print_faults("third state that is one of the two",
                           "SELECT p.line, event, code FROM event_parties p JOIN events e ON e.id = p.event"
                           " WHERE code IN (code1, code2)");
    faults +=
        print_faults("same event twice", "SELECT date, type, name FROM events GROUP BY date, type, name, code1, code2"
                                         " HAVING count(*) > 1");
    faults += print_faults("veto of a day outside the Security Council",
                           "SELECT id FROM events WHERE type = 'un_veto' AND (place <> 'UN Security Council'"
                           " OR date <> \"end\" OR length(date) <> 10)");
    faults += print_faults("inherited weapons with a test",
                           "SELECT line FROM nuclear WHERE kind = 'inherited' AND first_test IS NOT NULL");
    faults += print_faults("first test before possession or after its end",
                           "SELECT line FROM nuclear WHERE first_test IS NOT NULL AND"
                           " (first_day(first_test) / 10000 < start OR first_day(first_test) / 10000 > \"end\")");
    faults += print_faults("members of the European Union", "SELECT count(*), sum(official_share_2025) FROM eu_voting"
                                                            " HAVING count(*) <> 27"
                                                            " OR abs(sum(official_share_2025) - 100) > 0.1");
    faults += print_faults("voter that was no member in the year of its population",
                           "SELECT code FROM eu_voting v WHERE NOT EXISTS (SELECT 1 FROM forum_members m"
                           " WHERE m.forum = 'eu' AND m.code = v.code AND m.status = 'full'"
                           " AND first_day(entry) / 10000 <= year AND last_day(exit) / 10000 >= year)");
    assert_int_equal(faults, 0);
}

/* Source: both interventions are matters of record; no other crisis is an invasion of an ally by its allies. */
static void test_interventions_in_the_warsaw_pact(void **state) {
    int faults = 0;
    (void)state;
    faults += print_faults("Hungary 1956 as crisis",
                           "SELECT 'missing' WHERE NOT EXISTS (SELECT 1 FROM crises c"
                           " JOIN crisis_parties i ON i.crisis = c.id AND i.role = 'initiator' AND i.code = 365"
                           " JOIN crisis_parties t ON t.crisis = c.id AND t.role = 'target' AND t.code = 310"
                           " WHERE c.level = 'war' AND c.start LIKE '1956-%')");
    faults += print_faults("Hungary 1956 as war",
                           "SELECT 'missing' WHERE NOT EXISTS (SELECT 1 FROM wars a JOIN wars b ON a.war = b.war"
                           " WHERE a.code = 365 AND b.code = 310 AND a.side <> b.side AND a.start = '1956-11-04')");
    faults += print_faults("Czechoslovakia 1968",
                           "SELECT 'missing' WHERE (SELECT group_concat(code, ' ') FROM (SELECT code FROM crises c"
                           " JOIN crisis_parties p ON p.crisis = c.id AND p.role = 'initiator'"
                           " WHERE c.level = 'invasion' AND c.start = '1968-08-20' AND EXISTS (SELECT 1 FROM"
                           " crisis_parties t WHERE t.crisis = c.id AND t.role = 'target' AND t.code = 315)"
                           " ORDER BY code)) IS NOT '265 290 310 355 365'");
    assert_int_equal(faults, 0);
}

static void test_names(void **state) {
    int faults = 0;
    (void)state;
    faults +=
        print_faults("entity that its own name does not find",
                     "SELECT code, name FROM entities e WHERE NOT EXISTS (SELECT 1 FROM names n WHERE n.code = e.code"
                     " AND n.name = e.name)");
    faults += print_faults(
        "same name, scheme and years twice",
        "SELECT code, name, scheme FROM names GROUP BY code, name, scheme, \"from\", \"to\" HAVING count(*) > 1");
    faults += print_faults(
        "code that stands for two states at a time",
        "SELECT a.scheme, a.name, a.code, b.code FROM names a JOIN names b ON a.scheme = b.scheme AND a.name = b.name"
        " AND a.code < b.code WHERE coalesce(a.\"from\", 0) <= coalesce(b.\"to\", 9999)"
        " AND coalesce(b.\"from\", 0) <= coalesce(a.\"to\", 9999) AND a.ambiguous = 0");
    assert_int_equal(faults, 0);
}

/* ---- Sources ----------------------------------------------------------------------------------------- */

static void test_every_row_has_sources(void **state) {
    sqlite3_stmt *tables = ask("SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                               " WHERE m.type = 'table' AND c.name = 'source'");
    int faults = 0, count = 0;
    (void)state;
    for (; sqlite3_step(tables) == SQLITE_ROW; count++) {
        const char *table = text_of(tables, 0);
        faults += print_faults(
            table,
            enti_arena_printf(&arena,
                              "WITH RECURSIVE k (line, key, rest) AS (SELECT line, NULL, source || ';' FROM \"%s\""
                              " UNION ALL SELECT line, substr(rest, 1, instr(rest, ';') - 1),"
                              " substr(rest, instr(rest, ';') + 1) FROM k WHERE rest <> '')"
                              " SELECT line, key FROM k WHERE key NOT IN (SELECT key FROM sources)",
                              table));
        faults += print_faults(
            table, enti_arena_printf(&arena, "SELECT line FROM \"%s\" WHERE coalesce(source, '') = ''", table));
    }
    sqlite3_finalize(tables);
    assert_true(count > 25);
    faults += print_faults(
        "source that no row names",
        "SELECT key FROM sources s WHERE key <> 'entente-derived' AND NOT EXISTS (SELECT 1 FROM ("
        "SELECT source FROM entities UNION SELECT source FROM membership UNION SELECT source FROM names"
        " UNION SELECT source FROM rivalries UNION SELECT source FROM forums UNION SELECT source FROM forum_members"
        " UNION SELECT source FROM treaties UNION SELECT source FROM contiguity UNION SELECT source FROM capability"
        " UNION SELECT source FROM polyarchy UNION SELECT source FROM ideal_points UNION SELECT source FROM leaders"
        " UNION SELECT source FROM ideology UNION SELECT source FROM coercion UNION SELECT source FROM wars"
        " UNION SELECT source FROM crises UNION SELECT source FROM bases UNION SELECT source FROM exercises"
        " UNION SELECT source FROM interests UNION SELECT source FROM dependence UNION SELECT source FROM events"
        " UNION SELECT source FROM declarations UNION SELECT source FROM nonalignment UNION SELECT source FROM nuclear"
        " UNION SELECT source FROM eu_voting UNION SELECT source FROM belief_norms"
        " UNION SELECT source FROM speech_counts UNION SELECT source FROM operational_codes)"
        " WHERE instr(';' || source || ';', ';' || s.key || ';') > 0)");
    assert_int_equal(faults, 0);
}

/* Every source has its entry, and every entry is in the file as the snapshot has it. */
static void test_bibliography(void **state) {
    char *path = enti_arena_printf(&arena, "%s/references.bib", getenv("ENTENTE_TEST_DATA"));
    FILE *file = fopen(path, "rb");
    sqlite3_stmt *rows = ask("SELECT key, entry FROM bibliography");
    enti_text text = {0};
    char block[4096];
    size_t size;
    int faults = 0, entries = 0;
    (void)state;
    if (file == NULL) fail_msg("%s could not be opened", path);
    while (file != NULL && (size = fread(block, 1, sizeof block, file)) > 0)
        enti_text_put(&text, block, size);
    if (file != NULL) fclose(file);
    assert_true(text.size > 0);
    for (; sqlite3_step(rows) == SQLITE_ROW; entries++) {
        if (text.at != NULL && strstr(text.at, text_of(rows, 1)) != NULL) continue;
        print_message("bibliography: %s is not in references.bib as it is in the snapshot\n", text_of(rows, 0));
        faults++;
    }
    sqlite3_finalize(rows);
    for (const char *at = text.at; at != NULL && (at = strstr(at, "\n@")) != NULL; at++)
        entries--;
    enti_text_clear(&text);
    assert_int_equal(entries, 0); /* the file starts with a comment, so each entry follows a line end */
    faults += print_faults("source without entry",
                           "SELECT key, bibkey FROM sources WHERE bibkey NOT IN (SELECT key FROM bibliography)");
    assert_int_equal(faults, 0);
}

/* ---- Against what others count -------------------------------------------------------------------------- */

static enti_csv *open_shared(const char *name) {
    const char *folder = getenv("ENTENTE_SHARED");
    ent_error err = {0};
    enti_csv *csv = NULL;
    if (folder == NULL) skip();
    if (enti_csv_open(enti_arena_printf(&arena, "%s/%s", folder, name), name, &csv, &err) != ENT_OK)
        fail_msg("%s", err.message);
    return csv;
}

static bool next(enti_csv *csv) {
    ent_error err = {0};
    bool more = false;
    if (enti_csv_next(csv, &more, &err) != ENT_OK) fail_msg("%s", err.message);
    return more;
}

static int int_of(const enti_csv *csv, const char *name) {
    ent_error err = {0};
    int32_t value = 0;
    size_t column = enti_csv_find(csv, name);
    assert_true(column != SIZE_MAX);
    if (enti_csv_int(csv, column, &value, &err) != ENT_OK) fail_msg("%s", err.message);
    return value == ENT_MISSING ? 0 : value;
}

static int count_states(sqlite3_stmt *count, const char *system, int year) {
    int states;
    sqlite3_bind_text(count, 1, system, -1, SQLITE_STATIC);
    sqlite3_bind_int(count, 2, year);
    assert_int_equal(sqlite3_step(count), SQLITE_ROW);
    states = sqlite3_column_int(count, 0);
    sqlite3_reset(count);
    return states;
}

/* Source: peacesciencer 1.2.9, create_stateyears(): a state counts in each year in which it was a member on any day. */
static void test_states_per_year(void **state) {
    enti_csv *csv = open_shared("reference/dyadyear_counts.csv");
    sqlite3_stmt *count = ask("SELECT count(DISTINCT number) FROM membership WHERE system = ?1"
                              " AND first_day(start) / 10000 <= ?2 AND last_day(\"end\") / 10000 >= ?2");
    int faults = 0, years = 0;
    (void)state;
    for (; next(csv); years++) {
        int year = int_of(csv, "year"), cow = count_states(count, "cow", year), gw = count_states(count, "gw", year);
        if (cow == int_of(csv, "states") && gw == int_of(csv, "gw_states")) continue;
        print_message("%d: %d and %d states, expected %d and %d\n", year, cow, gw, int_of(csv, "states"),
                      int_of(csv, "gw_states"));
        faults++;
    }
    sqlite3_finalize(count);
    enti_csv_close(csv);
    assert_true(years > 200);
    assert_int_equal(faults, 0);
}

/* ---- Pacts against ATOP 5.1 -------------------------------------------------------------------------------- */

enum { CODES = 1000, DEFENCE = 1, CONSULTATION = 2 };

typedef struct party {
    int pact, code, from, to;
    unsigned flags;
    bool own; /* coded from the treaty, not from ATOP */
} party;

typedef struct parties {
    party *at;
    size_t count, room;
} parties;

typedef unsigned char pair_flags[CODES][CODES]; /* [lower code][higher code] */

static void add_party(parties *list, party one) {
    if (list->count == list->room) {
        list->room = list->room == 0 ? 256 : list->room * 2;
        list->at = enti_realloc(list->at, list->room, sizeof *list->at);
        assert_non_null(list->at);
    }
    if (one.code > 0 && one.code < CODES && one.from <= one.to) list->at[list->count++] = one;
}

/* ATOP: a blank month or day is the start or end of the year; exit 0 is in effect on 31 December 2018. */
static int atop_date(const enti_csv *csv, const char *year, const char *month, const char *day, bool start) {
    int y = int_of(csv, year), m = int_of(csv, month), d = int_of(csv, day);
    if (y == 0) return start ? 0 : 20181231;
    if (m == 0) return start ? y * 10000 + 101 : y * 10000 + 1231;
    if (d == 0) d = start ? 1 : days_of_month(y, m);
    return y * 10000 + m * 100 + d;
}

static void read_atop(parties *out) {
    enti_csv *csv = open_shared("data/atop/atop5_1m.csv");
    while (next(csv)) {
        party one = {.pact = int_of(csv, "atopid"), .code = int_of(csv, "member")};
        one.from = atop_date(csv, "yrent", "moent", "dayent", true);
        one.to = atop_date(csv, "yrexit", "moexit", "dayexit", false);
        one.flags = (int_of(csv, "defense") == 1 ? DEFENCE : 0u) | (int_of(csv, "consul") == 1 ? CONSULTATION : 0u);
        add_party(out, one); /* member 8152, Annam, is no code of ours and is left out there */
    }
    enti_csv_close(csv);
}

static int later(int a, int b) {
    return a > b ? a : b;
}

static int earlier(int a, int b) {
    return a < b ? a : b;
}

static void read_own(parties *out) {
    sqlite3_stmt *rows =
        ask("SELECT t.line, m.code, m.entry, m.exit, t.in_force, t.\"end\", coalesce(m.defence, t.defence),"
            " coalesce(m.consultation, t.consultation), t.basis = 'own' AND m.source = 'treaty-texts'"
            " FROM treaty_members m JOIN treaties t ON t.id = m.treaty");
    while (sqlite3_step(rows) == SQLITE_ROW) {
        party one = {.pact = sqlite3_column_int(rows, 0), .code = sqlite3_column_int(rows, 1)};
        one.from = later(first_day(text_of(rows, 2)), first_day(text_of(rows, 4)));
        one.to = earlier(last_day(text_of(rows, 3)), last_day(text_of(rows, 5)));
        one.flags = (sqlite3_column_int(rows, 6) ? DEFENCE : 0u) | (sqlite3_column_int(rows, 7) ? CONSULTATION : 0u);
        one.own = sqlite3_column_int(rows, 8) != 0;
        add_party(out, one);
    }
    sqlite3_finalize(rows);
}

static void read_members_of_year(int year, bool member[CODES]) {
    sqlite3_stmt *rows = ask("SELECT code FROM membership WHERE system = 'cow' AND first_day(start) / 10000 <= ?1"
                             " AND last_day(\"end\") / 10000 >= ?1");
    memset(member, 0, CODES * sizeof *member);
    sqlite3_bind_int(rows, 1, year);
    while (sqlite3_step(rows) == SQLITE_ROW)
        if (sqlite3_column_int(rows, 0) < CODES) member[sqlite3_column_int(rows, 0)] = true;
    sqlite3_finalize(rows);
}

/* Two parties of one pact whose spells overlap by a day, in a year that the overlap touches. A flag of either side
 * counts. A state and its successor (255-260, 315-316) are no pair. */
static void fill_pairs(const parties *list, int year, bool only_own, const bool member[CODES], pair_flags out) {
    memset(out, 0, sizeof(pair_flags));
    for (size_t i = 0; i < list->count; i++) {
        const party *a = &list->at[i];
        for (size_t j = i + 1; j < list->count; j++) {
            const party *b = &list->at[j];
            int low = earlier(a->code, b->code), high = later(a->code, b->code);
            int from = later(a->from, b->from), to = earlier(a->to, b->to);
            if (a->pact != b->pact || low == high || !member[low] || !member[high]) continue;
            if (from > to || from / 10000 > year || to / 10000 < year) continue;
            if ((low == 255 && high == 260) || (low == 315 && high == 316)) continue;
            if (only_own && !(a->own && b->own)) continue;
            out[low][high] |= (unsigned char)(a->flags | b->flags);
        }
    }
}

static const char *name_of(int code) {
    static char name[64];
    sqlite3_stmt *rows = ask("SELECT name FROM entities WHERE code = ?1");
    sqlite3_bind_int(rows, 1, code);
    name[0] = 0;
    if (sqlite3_step(rows) == SQLITE_ROW) (void)snprintf(name, sizeof name, "%s", text_of(rows, 0));
    sqlite3_finalize(rows);
    return name;
}

/* Prints the comparison and, when asked, the pairs that differ. The share of ATOP's pairs that ours holds. */
static double compare(const char *label, pair_flags theirs, pair_flags ours, unsigned flag, bool list) {
    int them = 0, us = 0, both = 0;
    for (int i = 0; i < CODES; i++)
        for (int j = i + 1; j < CODES; j++) {
            bool a = (theirs[i][j] & flag) != 0, b = (ours[i][j] & flag) != 0;
            them += a;
            us += b;
            both += a && b;
            if (a == b || !list) continue;
            print_message("  only %s: %s", a ? "ATOP" : "here", name_of(i));
            print_message(" - %s\n", name_of(j));
        }
    print_message("%s: ATOP %d pairs, here %d, both %d: %.2f %% of ATOP's found, overlap %.2f %%\n", label, them, us,
                  both, 100.0 * both / them, 100.0 * both / (them + us - both));
    return (double)both / them;
}

static void test_pacts_agree_with_atop(void **state) {
    static const int years[] = {2014, 2018};
    static pair_flags theirs, ours, own;
    static bool member[CODES];
    parties atop = {0}, here = {0};
    double share[2];
    (void)state;
    read_atop(&atop);
    read_own(&here);
    for (int i = 0; i < 2; i++) {
        read_members_of_year(years[i], member);
        fill_pairs(&atop, years[i], false, member, theirs);
        fill_pairs(&here, years[i], false, member, ours);
        fill_pairs(&here, years[i], true, member, own);
        print_message("---- %d ----\n", years[i]);
        share[i] = compare("defence", theirs, ours, DEFENCE, true);
        (void)compare("consultation", theirs, ours, CONSULTATION, true);
        (void)compare("defence, rows coded from treaties only", theirs, own, DEFENCE, false);
        (void)compare("consultation, rows coded from treaties only", theirs, own, CONSULTATION, false);
    }
    ent_free(atop.at);
    ent_free(here.at);
    assert_true(share[0] >= 0.99 && share[1] >= 0.99);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_are_valid),
        cmocka_unit_test(test_start_before_end),
        cmocka_unit_test(test_spells_do_not_overlap),
        cmocka_unit_test(test_parties),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_interventions_in_the_warsaw_pact),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_every_row_has_sources),
        cmocka_unit_test(test_bibliography),
        cmocka_unit_test(test_states_per_year),
        cmocka_unit_test(test_pacts_agree_with_atop),
    };
    return cmocka_run_group_tests_name("tables", tests, open_snapshot, close_snapshot);
}
