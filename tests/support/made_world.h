/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small invented world as a database. Every value is a pure function of what it is about and of the number of the
 * state, never of its code, so that the same world can be written under other codes. State 9 has no capability, 8
 * next to none, 7 no polyarchy, 6 no ideal points; 0 to 3 have leaders with operational codes. Coefficients and
 * signers are those of the snapshot.
 */
#ifndef TESTS_MADE_WORLD_H
#define TESTS_MADE_WORLD_H

#include "support/database.h"

enum { MADE_STATES = 10, MADE_FIRST = 1996, MADE_LAST = 2004, MADE_BEFORE = 1985 };

typedef struct {
    const int *code; /* MADE_STATES codes */
    int bystander;   /* code of one more state of which nothing is known; 0 for none */
} made_options;

static const int made_codes[MADE_STATES] = {110, 120, 130, 140, 150, 160, 170, 180, 190, 200};

/* In [0, 1): the SplitMix64 finalizer over the three numbers. */
static inline double made_value(int what, int a, int b) {
    uint64_t x = (uint64_t)what * UINT64_C(0x9e3779b97f4a7c15) + (uint64_t)a * UINT64_C(1000003) + (uint64_t)b + 1;
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((x ^ (x >> 31)) >> 11) * 0x1p-53;
}

enum { V_LAT, V_LON, V_SIZE, V_GROWTH, V_NOISE, V_REGIME, V_IDEAL, V_DRIFT, V_RIVAL, V_FORUM, V_BORDER, V_LEADER };

/* The tables of the snapshot, empty but for those that are not about the states of a world. */
static inline void made_schema(sqlite3 *db) {
    static const char *const kept[] = {"sources", "bibliography", "coefficients", "covariance", "signers"};
    sqlite3_stmt *table = NULL;
    database_run(db, "ATTACH %Q AS snapshot; BEGIN", build_path("ENTENTE_TEST_SNAPSHOT"));
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT sql FROM snapshot.sqlite_master WHERE type = 'table'", -1, &table, NULL),
        SQLITE_OK);
    while (sqlite3_step(table) == SQLITE_ROW)
        database_run(db, "%s", (const char *)sqlite3_column_text(table, 0));
    sqlite3_finalize(table);
    for (size_t t = 0; t < sizeof kept / sizeof *kept; t++)
        database_run(db, "INSERT INTO main.%s SELECT * FROM snapshot.%s", kept[t], kept[t]);
    database_run(
        db,
        "INSERT INTO main.meta VALUES ('format', 'entente-snapshot-1'), ('first_year', '%d'), ('last_year', '%d'),"
        " ('label', 'made world')",
        MADE_FIRST, MADE_LAST);
}

static inline void made_state(sqlite3 *db, int number, int code, double lat, double lon) {
    database_run(
        db,
        "INSERT INTO entities VALUES (%d, %d, NULL, 'State %c', 'state', 'Region', 'Part', 0, NULL, 'compiled', NULL);"
        "INSERT INTO membership VALUES (%d, %d, 'cow', %d, 'State %c', 'member', '1950-01-01', NULL, 'City', "
        "%.9g, %.9g, 'compiled', NULL);"
        "INSERT INTO names VALUES (%d, %d, 'State %c', 'current', NULL, NULL, NULL, 0, NULL, 'compiled', NULL, 'high')",
        number + 2, code, 'A' + number, number + 2, code, code, 'A' + number, lat, lon, number + 2, code, 'A' + number);
}

static inline void made_series(sqlite3 *db, const int *code) {
    for (int s = 0; s < MADE_STATES; s++)
        for (int t = MADE_BEFORE; t <= MADE_LAST; t++) {
            int line = s * 100 + t - MADE_BEFORE + 2;
            double size = s == 8 ? 4e-7 : 0.3 * exp(-5 * made_value(V_SIZE, s, 0));
            double growth = exp((0.16 * made_value(V_GROWTH, s, 0) - 0.08) * (t - MADE_BEFORE));
            double regime = fmin(1, made_value(V_REGIME, s, 0) + 0.01 * made_value(V_NOISE, s, t));
            double ideal = 4 * made_value(V_IDEAL, s, 0) - 2 + 0.2 * made_value(V_DRIFT, s, t);
            if (s != 9)
                database_run(db, "INSERT INTO capability VALUES (%d, %d, %d, %.12g, 'compiled')", line, code[s], t,
                             fmin(1, size * growth));
            if (s != 7)
                database_run(db, "INSERT INTO polyarchy VALUES (%d, %d, %d, %.12g, 'compiled')", line, code[s], t,
                             regime);
            if (s != 6)
                database_run(db, "INSERT INTO ideal_points VALUES (%d, %d, %d, %.12g, 'compiled')", line, code[s], t,
                             ideal);
        }
}

static inline void made_ties(sqlite3 *db, const int *code) {
    for (int a = 0; a < MADE_STATES; a++)
        for (int b = a + 1; b < MADE_STATES; b++) {
            int line = a * MADE_STATES + b + 2;
            double rival = made_value(V_RIVAL, a, b), border = made_value(V_BORDER, a, b);
            if (rival < 0.3)
                database_run(
                    db,
                    "INSERT INTO rivalries VALUES (%d, 'R%d', %d, %d, 'A-B', %d, %d, 0, %Q, NULL, NULL, 'compiled',"
                    " NULL, 'high')",
                    line, line, code[a], code[b], 1960 + (int)(100 * rival), rival < 0.1 ? 2001 : 2010,
                    rival < 0.25 ? "strategic" : "supplementary");
            if (border < 0.3)
                database_run(
                    db,
                    "INSERT INTO contiguity VALUES (%d, %d, %d, %d, '1950-01', NULL, NULL, NULL, 'compiled', NULL,"
                    " 'high')",
                    line, code[a], code[b], 1 + (int)(border / 0.06));
        }
}

static inline void made_treaty(sqlite3 *db, const int *code, int line, const char *duties, int since, const char *who) {
    bool many = strlen(who) > 2;
    database_run(
        db,
        "INSERT INTO treaties VALUES (%d, 'T%02d', 'Treaty %d', %Q, %Q, '%d-05-01', NULL, NULL, %d, 0, %d, %d, %d, "
        "%d, 0, %d, 0, 0, %d, NULL, 'own', NULL, 'compiled', NULL, 'high')",
        line, line, line, many ? "multilateral" : "bilateral", many ? "F3" : NULL, since, strchr(duties, 'd') != NULL,
        strchr(duties, 'n') != NULL, strchr(duties, 'a') != NULL, strchr(duties, 'c') != NULL, line % 2, line % 2,
        many);
    for (const char *p = who; *p != 0; p++)
        database_run(
            db,
            "INSERT INTO treaty_members VALUES (%d, 'T%02d', %d, '%d-05-01', NULL, NULL, NULL, NULL, NULL, NULL,"
            " 'compiled', NULL, 'high')",
            line * 10 + (int)(p - who), line, code[*p - 'A'], since);
}

/* Duties: defence, neutrality, non-aggression, consultation; letters are states. */
static inline void made_treaties(sqlite3 *db, const int *code) {
    made_treaty(db, code, 2, "d", 1970, "AB");
    made_treaty(db, code, 3, "dc", 2000, "CD");
    made_treaty(db, code, 4, "dc", 1975, "ACEF");
    made_treaty(db, code, 5, "a", 1980, "BG");
    made_treaty(db, code, 6, "c", 1999, "DE");
    made_treaty(db, code, 7, "n", 1990, "FH");
    made_treaty(db, code, 8, "d", 1985, "BF");
    made_treaty(db, code, 9, "c", 1990, "AHIJ");
}

static inline void made_forums(sqlite3 *db, const int *code) {
    for (int f = 0; f < 4; f++) {
        database_run(
            db,
            "INSERT INTO forums VALUES (%d, 'F%d', 'Forum %d', 'forum', '1960', NULL, NULL, NULL, 1, 1, 12, NULL,"
            " NULL, %d, 0, 1, %d, 'compiled', NULL, 'high')",
            f + 2, f, f, f == 3 ? 4 : 1, f != 1);
        for (int s = 0; s < MADE_STATES; s++)
            if (made_value(V_FORUM, f, s) < 0.5)
                database_run(
                    db,
                    "INSERT INTO forum_members VALUES (%d, 'F%d', %d, 'full', '%d', NULL, 'compiled', NULL, 'high')",
                    f * MADE_STATES + s + 2, f, code[s], 1961 + s);
    }
}

static inline void made_leaders(sqlite3 *db, const int *code) {
    for (int s = 0; s < MADE_STATES; s++) {
        database_run(
            db,
            "INSERT INTO leaders VALUES (%d, %d, 'Leader %d', 'President', '1990-01-01', NULL, 'compiled', NULL,"
            " 'high')",
            s + 2, code[s], s);
        if (s < 4)
            database_run(
                db,
                "INSERT INTO operational_codes VALUES (%d, %d, 'Leader %d', '1990', '2010', %.9g, 0.05, %.9g, 0.05,"
                " 10, 200, 'measured', 'compiled', NULL, 'high')",
                s + 2, code[s], s, 0.5 * made_value(V_LEADER, s, 0), 0.5 * made_value(V_LEADER, s, 1));
        database_run(db, "INSERT INTO ideology VALUES (%d, %d, '1950', NULL, %Q, NULL, 'compiled', NULL, 'high')",
                     s + 2, code[s],
                     s % 3 == 0   ? "monarchy"
                     : s % 3 == 1 ? "communist"
                                  : "liberal-democratic");
    }
}

/* One of each kind of event, between fixed states. */
static inline void made_events(sqlite3 *db, const int *c) {
    database_run(
        db,
        "INSERT INTO partnerships VALUES (2, %d, %d, 'Partnership', 2, 2, '1995', NULL, 'compiled', NULL, 'high'),"
        " (3, %d, %d, 'Strategic partnership', 4, 1, '1998', '2003-06-01', 'compiled', NULL, 'high')",
        c[0], c[5], c[2], c[6]);
    database_run(
        db,
        "INSERT INTO coercion VALUES (2, 'C1', '1998', NULL, 'trade', NULL, 'ban', NULL, 'compiled', NULL, 'high');"
        "INSERT INTO coercion_parties VALUES (2, 'C1', %d, 'sender', 'compiled'), (3, 'C1', %d, 'target', 'compiled')",
        c[0], c[4]);
    database_run(
        db,
        "INSERT INTO wars VALUES (2, 'W1', 'War', %d, 1, '1997', '1998', 'interstate', 'war', NULL, 'compiled', NULL,"
        " 'high'), (3, 'W1', 'War', %d, 2, '1997', '1998', 'interstate', 'war', NULL, 'compiled', NULL, 'high')",
        c[3], c[7]);
    database_run(
        db,
        "INSERT INTO crises VALUES (2, 'K1', 'Here', 'Crisis', '1999', '1999', 'war', 'compiled', NULL, 'high');"
        "INSERT INTO crisis_parties VALUES (2, 'K1', %d, 'initiator', 'compiled'), (3, 'K1', %d, 'target', 'compiled')",
        c[0], c[1]);
    database_run(db, "INSERT INTO bases VALUES (2, %d, %d, '1980', NULL, 'small', NULL, 'compiled', NULL, 'high')",
                 c[1], c[5]);
    database_run(
        db,
        "INSERT INTO exercises VALUES (2, 'X1', 'Drill', '1998', NULL, NULL, 'series', NULL, 'compiled', NULL, 'high');"
        "INSERT INTO exercise_parties VALUES (2, 'X1', %d, 'partner', 'compiled'), (3, 'X1', %d, 'guest', 'compiled')",
        c[0], c[1]);
    database_run(
        db,
        "INSERT INTO interests VALUES (2, %d, %d, 'global', 'converge', 'Issue', NULL, '1997', NULL, 'compiled', NULL,"
        " 'high')",
        c[0], c[2]);
}

static inline void made_world_write(const char *path, const made_options *options) {
    const int *code = options->code;
    sqlite3 *db = database_open(path);
    made_schema(db);
    for (int s = 0; s < MADE_STATES; s++)
        made_state(db, s, code[s], 120 * made_value(V_LAT, s, 0) - 60, 300 * made_value(V_LON, s, 0) - 150);
    if (options->bystander != 0) made_state(db, MADE_STATES, options->bystander, 10, 20);
    made_series(db, code);
    made_ties(db, code);
    made_treaties(db, code);
    made_forums(db, code);
    made_leaders(db, code);
    made_events(db, code);
    database_run(db, "COMMIT; DETACH snapshot");
    database_close(db);
}

/* Writes the world to a file of its own and opens it. */
static inline ent_world *made_world(const made_options *options) {
    char *folder = folder_new(), *path = text_of("%s/made.db", folder);
    ent_world *world;
    made_world_write(path, options);
    world = world_from(path);
    free(path);
    folder_remove(folder);
    return world;
}

#endif
