/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The made world with imported tables beside it: small enough to check by hand. A to J are the states of made_world.h.
 * Imports run from 1990 (pacts and rivalries from long before) to 1999-2003, each to another year.
 */
#ifndef TESTS_MADE_IMPORTS_H
#define TESTS_MADE_IMPORTS_H

#include "support/made_world.h"

/* In the order of their ids, which start at 1. */
static const struct {
    const char *dataset, *version, *columns;
    int first, last;
} made_sets[] = {
    {"nmc", "7.0", "ccode INTEGER, year INTEGER, cinc REAL", 1990, 2002},
    {"gdppop", "2022", "ccode INTEGER, year INTEGER, pwtrgdp REAL, pwtpop REAL", 1990, 2001},
    {"democracy", "16", "ccode INTEGER, year INTEGER, v2x_polyarchy REAL", 1990, 2003},
    {"ideal_points", "10", "ccode INTEGER, year INTEGER, ideal_point REAL", 1990, 2003},
    {"ideal_points", "9", NULL, 1990, 2003}, /* imported later, but older */
    {"atop_member", "5.1",
     "atopid INTEGER, ccode INTEGER, phase INTEGER, start TEXT, \"end\" TEXT, ongoing INTEGER, bilateral INTEGER, "
     "defense INTEGER, offense INTEGER, neutral INTEGER, nonagg INTEGER, consul INTEGER",
     1815, 2000},
    {"mid_dyad_year", "5.0",
     "dispnum INTEGER, ccode1 INTEGER, ccode2 INTEGER, year INTEGER, sidea1 INTEGER, sidea2 INTEGER, hostlev INTEGER, "
     "fatality INTEGER, hiact1 INTEGER, hiact2 INTEGER",
     1990, 1999},
    {"rivalries", "2021",
     "rivalry INTEGER, name TEXT, ccode1 INTEGER, ccode2 INTEGER, start INTEGER, \"end\" INTEGER, ongoing INTEGER, "
     "types "
     "TEXT",
     1494, 2001},
    {"wars", "4.0",
     "war INTEGER, name TEXT, ccode INTEGER, side INTEGER, start TEXT, \"end\" TEXT, initiator INTEGER, outcome "
     "INTEGER",
     1990, 1996},
    {"leaders", "4.1", "gwcode INTEGER, ccode INTEGER, leader TEXT, start TEXT, \"end\" TEXT", 1900, 2003},
    {"capitals", "2024", "ccode INTEGER, capital TEXT, lat REAL, lon REAL, start TEXT, \"end\" TEXT, ongoing INTEGER",
     1900, 2024},
    {"contiguity_year", "3.2", "ccode1 INTEGER, ccode2 INTEGER, year INTEGER, type INTEGER", 1990, 2000},
    {"igo_state_year", "3.0", "ccode INTEGER, year INTEGER, igo TEXT, status INTEGER", 1990, 2000},
    {"trade_dyad", "4.0", "ccode1 INTEGER, ccode2 INTEGER, year INTEGER, smoothflow1 REAL, smoothflow2 REAL", 1990,
     2000},
};
enum { MADE_SETS = sizeof made_sets / sizeof *made_sets };

static inline void made_import_tables(sqlite3 *db) {
    database_run(db, "CREATE TABLE imports (id INTEGER PRIMARY KEY, dataset TEXT, title TEXT, unit TEXT, scheme TEXT,"
                     " version TEXT, file TEXT, bytes INTEGER, sha256 TEXT, rows INTEGER, first_year INTEGER,"
                     " last_year INTEGER, licence TEXT, citation TEXT, columns INTEGER)");
    for (int s = 0; s < MADE_SETS; s++) {
        database_run(db,
                     "INSERT INTO imports (id, dataset, version, first_year, last_year) VALUES (%d, %Q, %Q, %d, %d)",
                     s + 1, made_sets[s].dataset, made_sets[s].version, made_sets[s].first, made_sets[s].last);
        if (made_sets[s].columns != NULL)
            database_run(db, "CREATE TABLE import_%s (import INTEGER NOT NULL, line INTEGER NOT NULL, %s)",
                         made_sets[s].dataset, made_sets[s].columns);
    }
    database_run(db, "INSERT INTO meta SELECT 'snapshot_' || key, value FROM meta WHERE key LIKE '%%_year';"
                     "UPDATE meta SET value = '1990' WHERE key = 'first_year'");
}

/* Figures of states: CINC, GDP and population, polyarchy, ideal points. Lines are 2, 3, ... within a table. */
static inline void made_import_figures(sqlite3 *db, const int *c) {
    for (int year = 1990; year <= 2003; year++)
        for (int s = 0; s < MADE_STATES; s++) {
            int line = (year - 1990) * MADE_STATES + s + 2;
            if (year <= 2002)
                database_run(db, "INSERT INTO import_nmc VALUES (1, %d, %d, %d, %g)", line, c[s], year,
                             0.01 * (s + 1) + 0.001 * (year - 1990));
            if (year <= 2001 && s != 9)
                database_run(db, "INSERT INTO import_gdppop VALUES (2, %d, %d, %d, %d, 10)", line, c[s], year,
                             100 * (s + 1));
            if (s < 5)
                database_run(db, "INSERT INTO import_democracy VALUES (3, %d, %d, %d, %g)", line, c[s], year, 0.1 * s);
            database_run(db, "INSERT INTO import_ideal_points VALUES (4, %d, %d, %d, %d), (5, %d, %d, %d, 9)", line,
                         c[s], year, s, line, c[s], year);
        }
    database_run(db, "INSERT INTO import_gdppop VALUES (2, 999, 999, 2000, 100, 1), (2, 998, NULL, 2000, 100, 1)");
}

static inline void made_import_pacts(sqlite3 *db, const int *c) {
    static const struct {
        int id;
        char who;
        const char *start, *end;
        int bilateral;
        const char *duties; /* defence, neutrality, non-aggression, consultation */
    } rows[] = {{100, 'A', "1990-01-01", "1998-05-31", 1, "d"},
                {100, 'A', "1998-06-01", NULL, 1, "c"},
                {100, 'B', "1990-01-01", "1998-05-31", 1, "d"},
                {100, 'B', "1998-06-01", NULL, 1, "c"},
                {200, 'C', "1985", NULL, 0, "na"},
                {200, 'D', "1985", NULL, 0, "na"},
                {200, 'E', "1985", "1997-03", 0, "na"},
                {400, 'H', "1980-06", NULL, 1, "d"},
                {400, 'I', "1980-06", NULL, 1, ""}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        database_run(db, "INSERT INTO import_atop_member VALUES (6, %d, %d, %d, 0, %Q, %Q, %d, %d, %d, 0, %d, %d, %d)",
                     (int)r + 2, rows[r].id, c[rows[r].who - 'A'], rows[r].start, rows[r].end, rows[r].end == NULL,
                     rows[r].bilateral, strchr(rows[r].duties, 'd') != NULL, strchr(rows[r].duties, 'n') != NULL,
                     strchr(rows[r].duties, 'a') != NULL, strchr(rows[r].duties, 'c') != NULL);
    database_run(db,
                 "INSERT INTO import_atop_member VALUES (6, 90, 300, %d, 0, '1990', NULL, 1, 1, 1, 0, 0, 0, 0),"
                 " (6, 91, 300, 8152, 0, '1990', NULL, 1, 1, 1, 0, 0, 0, 0)",
                 c[0]);
}

/* A dispute as two directed rows. */
static inline void made_dispute(sqlite3 *db, int line, int number, int a, int b, int year, int level, int fatality,
                                int own_a, int own_b) {
    database_run(db,
                 "INSERT INTO import_mid_dyad_year VALUES (7, %d, %d, %d, %d, %d, 1, 0, %d, %d, %d, %d),"
                 " (7, %d, %d, %d, %d, %d, 0, 1, %d, %d, %d, %d)",
                 line, number, a, b, year, level, fatality, own_a, own_b, line + 1, number, b, a, year, level, fatality,
                 own_b, own_a);
}

static inline void made_import_disputes(sqlite3 *db, const int *c) {
    made_dispute(db, 2, 1, c[2], c[5], 1998, 4, 2, 16, 0);  /* C attacks F; people die */
    made_dispute(db, 4, 1, c[2], c[5], 1999, 4, 2, 16, 0);  /* the same, next year */
    made_dispute(db, 6, 2, c[2], c[6], 1991, 2, 0, 7, 0);   /* C threatens G */
    made_dispute(db, 8, 3, c[0], c[1], 1997, 4, 0, 15, 0);  /* A seizes a boat of B */
    made_dispute(db, 10, 4, c[7], c[8], 1998, 4, 0, 15, 0); /* allies do the same */
    made_dispute(db, 12, 5, c[0], c[9], 1990, 5, 0, 20, 20);
    database_run(db, "INSERT INTO import_mid_dyad_year VALUES (7, 90, 6, %d, %d, 1999, 1, 1, 5, 6, 20, 20)", c[0],
                 c[4]);
}

static inline void made_import_ties(sqlite3 *db, const int *c) {
    database_run(db,
                 "INSERT INTO import_rivalries VALUES (8, 2, '1', 'A-D', %d, %d, 1980, NULL, 1, 'spatial'),"
                 " (8, 3, '2', 'E-F', %d, %d, 1950, 1998, 0, ''), (8, 4, '3', 'gone', 324, %d, 1950, 1998, 0, '')",
                 c[0], c[3], c[4], c[5], c[0]);
    database_run(
        db,
        "INSERT INTO import_wars VALUES (9, 2, '1', 'War one', %d, 1, '1996-02-01', '1996-05-01', 0, 2),"
        " (9, 3, '1', 'War one', %d, 2, '1996-02-01', '1996-05-01', 1, 1),"
        " (9, 4, '2', 'War two', %d, 1, '1995', '1996', 1, 1), (9, 5, '2', 'War two', %d, 2, '1995', NULL, 0, 2)",
        c[4], c[3], c[2], c[9]);
    database_run(db,
                 "INSERT INTO import_leaders VALUES (10, 2, 110, %d, 'Imported', '1991-01-01', '1999-12-31'),"
                 " (10, 3, 711, NULL, 'Nobody', '1991-01-01', NULL)",
                 c[0]);
    database_run(db,
                 "INSERT INTO import_capitals VALUES (11, 2, %d, 'Old', 0, 0, '1900-01-01', '1998-06-30', 0),"
                 " (11, 3, %d, 'New', 0, 10, '1998-07-01', NULL, 1), (11, 4, %d, 'B', 0, 1, '1900-01-01', NULL, 1)",
                 c[0], c[0], c[1]);
}

/* Borders, organisations and trade by year. */
static inline void made_import_years(sqlite3 *db, const int *c) {
    for (int year = 1999; year <= 2000; year++) {
        database_run(db,
                     "INSERT INTO import_contiguity_year VALUES (12, 2, %d, %d, %d, 1), (12, 3, %d, %d, %d, 1),"
                     " (12, 4, %d, %d, %d, 5)",
                     c[0], c[1], year, c[1], c[0], year, c[0], c[2], year);
        database_run(db,
                     "INSERT INTO import_igo_state_year VALUES (13, 2, %d, %d, 'x', 1), (13, 3, %d, %d, 'x', 1),"
                     " (13, 4, %d, %d, 'x', 1), (13, 2, %d, %d, 'y', 1), (13, 3, %d, %d, 'y', 1),"
                     " (13, 4, %d, %d, 'y', 3), (13, 5, %d, %d, 'x', 0)",
                     c[0], year, c[1], year, c[2], year, c[0], year, c[1], year, c[2], year, c[3], year);
        database_run(db,
                     "INSERT INTO import_trade_dyad VALUES (14, 2, %d, %d, %d, 30, 10), (14, 3, %d, %d, %d, 40, NULL),"
                     " (14, 4, %d, %d, %d, 0, 20), (14, 5, %d, 999, %d, 20, 0), (14, 6, %d, %d, %d, 0, 0)",
                     c[0], c[1], year, c[0], c[2], year, c[1], c[2], year, c[0], year, c[3], c[4], year);
    }
    database_run(db, "INSERT INTO import_contiguity_year VALUES (12, 9, %d, %d, 2000, 4)", c[0], c[3]);
}

/* Writes the world with its imports; `sql` (may be NULL) changes it before it is closed. */
static inline void made_imports_write(const char *path, const int *code, const char *sql) {
    made_options options = {.code = code};
    sqlite3 *db;
    made_world_write(path, &options);
    db = database_open(path);
    database_run(db, "BEGIN");
    made_import_tables(db);
    made_import_figures(db, code);
    made_import_pacts(db, code);
    made_import_disputes(db, code);
    made_import_ties(db, code);
    made_import_years(db, code);
    if (sql != NULL) database_run(db, "%s", sql);
    database_run(db, "COMMIT");
    database_close(db);
}

/* Tries to open it; the file is gone when this returns. */
static inline ent_status made_imports_try(const char *sql, ent_world **out, ent_error *err) {
    char *folder = folder_new(), *path = text_of("%s/made.db", folder);
    ent_status st;
    made_imports_write(path, made_codes, sql);
    st = world_try(path, out, err);
    free(path);
    folder_remove(folder);
    return st;
}

static inline ent_world *made_imports(const char *sql) {
    ent_error err = {.status = ENT_OK};
    ent_world *world = NULL;
    must(made_imports_try(sql, &world, &err), &err);
    return world;
}

#endif
