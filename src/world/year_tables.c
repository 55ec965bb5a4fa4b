/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Imported tables of hundreds of thousands of rows are not kept in memory: a year reads its own rows. The world holds
 * a read-only connection of its own for that, behind a lock, so that threads may build years of one world at once and
 * the store may be closed before it.
 */
#include "world/load.h"
#include "world/year.h"

#include <math.h>
#include <pthread.h>
#include <string.h>

enum { CARRY = 5, ORGANISATIONS = 1024, WORDS = ORGANISATIONS / 64 };

enum { CODES = 1024 }; /* COW numbers are below 1000 */

struct enti_tables {
    sqlite3 *db;
    pthread_mutex_t lock;
};

/* The reading of one year: members by their COW number, so that a row costs no search. */
typedef struct {
    ent_year *year;
    int16_t member[CODES]; /* index in the year, or -1 */
} reading;

ent_status enti_tables_open(enti_loader *l) {
    ent_world *w = l->world;
    bool wanted = w->imports[ENTI_IN_TRADE].id != 0 || w->imports[ENTI_IN_IGOS].id != 0 ||
                  w->imports[ENTI_IN_CONTIGUITY_YEAR].id != 0;
    if (!wanted) return ENT_OK;
    w->tables = enti_arena_alloc(&w->arena, 1, sizeof *w->tables);
    if (w->tables == NULL || pthread_mutex_init(&w->tables->lock, NULL) != 0) {
        w->tables = NULL;
        return enti_no_memory(l->err);
    }
    return enti_store_reopen(l->store, &w->tables->db, l->err);
}

void enti_tables_close(struct enti_tables *tables) {
    if (tables == NULL) return;
    sqlite3_close(tables->db);
    (void)pthread_mutex_destroy(&tables->lock); /* nobody reads any more */
}

static ent_status failure(const enti_import *import, int code, ent_error *err) {
    if (code == SQLITE_NOMEM) return enti_no_memory(err);
    return ent_fail(err, code == SQLITE_ERROR || code == SQLITE_CORRUPT ? ENT_E_PARSE : ENT_E_IO,
                    "table %s cannot be read: %s", import->table, sqlite3_errstr(code));
}

/* One row of the statement: columns as in its SELECT. */
typedef void (*take_row)(const reading *r, sqlite3_stmt *row, void *into);

/* Runs over the rows of one year; `columns` is what SELECT lists, `where` a further condition or "". */
static ent_status each_row(const reading *r, enti_import_set which, int year, const char *columns, const char *where,
                           take_row take, void *into, ent_error *err) {
    const enti_import *import = &r->year->world->imports[which];
    sqlite3_stmt *row = NULL;
    char sql[256];
    int code;
    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT %s FROM %s WHERE year = ? AND import = ?%s", columns, import->table,
                           where);
    code = sqlite3_prepare_v2(r->year->world->tables->db, sql, -1, &row, NULL);
    if (code == SQLITE_OK) {
        sqlite3_bind_int(row, 1, year);
        sqlite3_bind_int64(row, 2, import->id);
        while ((code = sqlite3_step(row)) == SQLITE_ROW)
            take(r, row, into);
    }
    sqlite3_finalize(row);
    return code == SQLITE_DONE ? ENT_OK : failure(import, code, err);
}

/* The year to read: the year itself, the last of the data up to five years on, or ENT_MISSING. */
static int year_to_read(const ent_year *y, enti_import_set which, int carry) {
    const enti_import *import = &y->world->imports[which];
    if (import->id == 0 || y->year < import->first) return ENT_MISSING;
    if (y->year > import->last && (long)y->year - import->last > carry) return ENT_MISSING;
    return y->year < import->last ? y->year : import->last;
}

/* An empty code reads as 0, which is nobody's. */
static size_t member_of(const reading *r, sqlite3_stmt *row, int column) {
    int code = sqlite3_column_int(row, column);
    return code > 0 && code < CODES && r->member[code] >= 0 ? (size_t)r->member[code] : SIZE_MAX;
}

/* ---- trade ---- */

typedef struct {
    double total[ENTI_STATES]; /* of each member with all the world, states outside the system included */
} totals;

static void take_trade(const reading *r, sqlite3_stmt *row, void *into) {
    ent_year *y = r->year;
    totals *t = into;
    size_t i = member_of(r, row, 0), j = member_of(r, row, 1);
    double flow = sqlite3_column_double(row, 2) + sqlite3_column_double(row, 3); /* a missing one reads as 0 */
    if (i != SIZE_MAX) t->total[i] += flow;
    if (j != SIZE_MAX) t->total[j] += flow;
    if (i != SIZE_MAX && j != SIZE_MAX && i != j) y->trade[i * y->n + j] = y->trade[j * y->n + i] = flow;
}

/* Both ways, as a share of each state's trade with everyone; the smoothed flows, which fill gaps between two years. */
static ent_status fill_trade(const reading *r, ent_error *err) {
    ent_status st = ENT_OK;
    ent_year *y = r->year;
    totals t = {{0}};
    size_t n = y->n;
    y->trade_year = year_to_read(y, ENTI_IN_TRADE, CARRY);
    if (y->trade_year == ENT_MISSING) return ENT_OK;
    y->trade = enti_arena_alloc(&y->arena, n * n + 1, sizeof *y->trade);
    if (y->trade == NULL) return enti_no_memory(err);
    ENT_TRY(
        each_row(r, ENTI_IN_TRADE, y->trade_year, "ccode1, ccode2, smoothflow1, smoothflow2", "", take_trade, &t, err));
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            y->trade[i * n + j] = t.total[i] > 0 ? y->trade[i * n + j] / t.total[i] : NAN;
done:
    return st;
}

/* ---- organisations ---- */

/* Names of organisations to numbers, in a table of open addresses; and the memberships of every state, bit by bit. */
typedef struct {
    char name[2 * ORGANISATIONS][24];
    uint16_t number[2 * ORGANISATIONS];
    uint16_t count;
    bool full;
    uint64_t member[ENTI_STATES][WORDS];
} organisations;

static int number_of(organisations *o, const char *name) {
    uint32_t hash = 2166136261u;
    size_t at;
    for (const char *p = name; *p != 0; p++)
        hash = (hash ^ (unsigned char)*p) * 16777619u;
    for (at = hash % (2 * ORGANISATIONS); o->name[at][0] != 0; at = (at + 1) % (2 * ORGANISATIONS))
        if (strncmp(o->name[at], name, sizeof *o->name - 1) == 0) return o->number[at];
    if (o->count == ORGANISATIONS) return -1;
    (void)strncpy(o->name[at], name, sizeof *o->name - 1);
    o->number[at] = o->count++;
    return o->number[at];
}

static void take_membership(const reading *r, sqlite3_stmt *row, void *into) {
    organisations *o = into;
    size_t i = member_of(r, row, 0);
    const char *name = (const char *)sqlite3_column_text(row, 1);
    int number;
    if (i == SIZE_MAX || name == NULL || *name == 0) return;
    number = number_of(o, name);
    if (number < 0)
        o->full = true;
    else
        o->member[i][number / 64] |= UINT64_C(1) << (number % 64);
}

static void count_common(ent_year *y, const organisations *o) {
    size_t words = ((size_t)o->count + 63) / 64;
    for (size_t i = 0; i < y->n; i++)
        for (size_t j = 0; j < i; j++) {
            int count = 0;
            for (size_t w = 0; w < words; w++)
                count += __builtin_popcountll(o->member[i][w] & o->member[j][w]);
            y->common_igos[i * y->n + j] = y->common_igos[j * y->n + i] = (uint8_t)(count < 255 ? count : 255);
        }
}

static ent_status fill_organisations(const reading *r, ent_error *err) {
    ent_status st = ENT_OK;
    ent_year *y = r->year;
    organisations *o = NULL;
    y->igo_year = year_to_read(y, ENTI_IN_IGOS, CARRY);
    if (y->igo_year == ENT_MISSING) return ENT_OK;
    o = enti_alloc(1, sizeof *o);
    y->common_igos = enti_arena_alloc(&y->arena, y->n * y->n + 1, 1);
    if (o == NULL || y->common_igos == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(each_row(r, ENTI_IN_IGOS, y->igo_year, "ccode, igo", " AND status = 1", take_membership, o, err));
    if (o->full)
        ENT_TRY(ent_fail(err, ENT_E_RANGE, "table %s names more than %d organisations in %d",
                         y->world->imports[ENTI_IN_IGOS].table, ORGANISATIONS, y->igo_year));
    count_common(y, o);
done:
    ent_free(o);
    return st;
}

/* ---- borders ---- */

static void take_border(const reading *r, sqlite3_stmt *row, void *into) {
    ent_year *y = r->year;
    size_t i = member_of(r, row, 0), j = member_of(r, row, 1);
    int type = sqlite3_column_int(row, 2);
    (void)into;
    if (i == SIZE_MAX || j == SIZE_MAX || i == j || type < 1 || type > 4) return;
    y->contiguous[i * y->n + j] = y->contiguous[j * y->n + i] = (uint8_t)type;
}

static ent_status fill_borders(const reading *r, ent_error *err) {
    ent_year *y = r->year;
    const enti_import *import = &y->world->imports[ENTI_IN_CONTIGUITY_YEAR];
    int year = year_to_read(y, ENTI_IN_CONTIGUITY_YEAR, INT16_MAX); /* borders are carried as long as need be */
    if (year == ENT_MISSING) return ENT_OK;
    memset(y->contiguous, 0, y->n * y->n);
    y->borders = (enti_origin){.source = import->source, .citation = "", .confidence = ENTI_HIGH};
    return each_row(r, ENTI_IN_CONTIGUITY_YEAR, year, "ccode1, ccode2, type", "", take_border, NULL, err);
}

ent_status enti_year_tables(ent_year *y, ent_error *err) {
    ent_status st = ENT_OK;
    struct enti_tables *tables = y->world->tables;
    reading r = {.year = y};
    y->trade_year = y->igo_year = ENT_MISSING;
    if (tables == NULL) return ENT_OK;
    memset(r.member, -1, sizeof r.member);
    for (size_t i = 0; i < y->n; i++)
        if (y->code[i] > 0 && y->code[i] < CODES) r.member[y->code[i]] = (int16_t)i;
    (void)pthread_mutex_lock(&tables->lock); /* fails only for a lock that is misused */
    ENT_TRY(fill_borders(&r, err));
    ENT_TRY(fill_trade(&r, err));
    ENT_TRY(fill_organisations(&r, err));
done:
    if (tables != NULL) (void)pthread_mutex_unlock(&tables->lock);
    return st;
}
