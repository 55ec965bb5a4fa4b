/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Codes of other schemes as COW numbers. Letters of COW and ISO collide (AUS, SLV, SWZ), so a code is only ever looked up
 * in the scheme that the data set declares. Where a code moved between states, the year decides: Gleditsch and Ward's
 * 260 is the Federal Republic (COW 260) to 1990 and Germany (COW 255) after; their 340 is Serbia (COW 345).
 */
#include "ingest/codes.h"

#include "ingest/values.h"

#include <stdlib.h>
#include <string.h>

enum { FOLDED = 64 };

/* A code or folded name, and the state it stands for from one year to another. */
typedef struct entry {
    char key[FOLDED];
    enti_scheme scheme;
    bool current;
    int code, from, to;
} entry;

/* A spell in a system of states. */
typedef struct spell {
    int number, code, from, to;
} spell;

struct enti_codes {
    entry *entries;
    spell *cow, *gw;
    size_t entries_count, cow_count, gw_count;
};

enti_scheme enti_scheme_of(const char *name, size_t size) {
    static const char *const names[] = {[ENTI_SCHEME_COW] = "cow",
                                        [ENTI_SCHEME_GW] = "gw",
                                        [ENTI_SCHEME_ISO2] = "iso2",
                                        [ENTI_SCHEME_ISO3] = "iso3",
                                        [ENTI_SCHEME_ISO_NUMERIC] = "iso-numeric",
                                        [ENTI_SCHEME_POLITY] = "polity",
                                        [ENTI_SCHEME_COW_LETTERS] = "cow-abbrev",
                                        [ENTI_SCHEME_GW_LETTERS] = "gw-abbrev",
                                        [ENTI_SCHEME_NAME] = "name"};
    for (int i = 0; i < ENTI_SCHEMES; i++)
        if (strlen(names[i]) == size && strncmp(names[i], name, size) == 0) return (enti_scheme)i;
    return ENTI_SCHEMES;
}

/* Small letters without blanks and punctuation; numbers without leading zeros. */
static void fold(const char *text, char out[FOLDED]) {
    size_t size = 0;
    if (strspn(text, "0123456789") == strlen(text))
        while (*text == '0' && text[1] != 0)
            text++;
    for (; *text != 0; text++) {
        char c = *text;
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if ((unsigned char)c < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) continue;
        if (size + 1 < FOLDED) out[size++] = c;
    }
    out[size] = 0;
}

static int by_key(const void *a, const void *b) {
    const entry *x = a, *y = b;
    if (x->scheme != y->scheme) return x->scheme < y->scheme ? -1 : 1;
    return strcmp(x->key, y->key);
}

static ent_status db_fail(sqlite3 *db, ent_error *err) {
    if (sqlite3_errcode(db) == SQLITE_NOMEM) return enti_no_memory(err);
    return ent_fail(err, ENT_E_PARSE, "the database lacks the tables of names and states: %s", sqlite3_errmsg(db));
}

/* Room for the rows that `sql` counts, and the statement that reads them. */
static ent_status query(sqlite3 *db, const char *count, const char *sql, size_t size, void **rows, sqlite3_stmt **out,
                        ent_error *err) {
    sqlite3_stmt *counter = NULL;
    int64_t n = 0;
    if (sqlite3_prepare_v2(db, count, -1, &counter, NULL) != SQLITE_OK) return db_fail(db, err);
    if (sqlite3_step(counter) == SQLITE_ROW) n = sqlite3_column_int64(counter, 0);
    sqlite3_finalize(counter);
    *rows = enti_alloc((size_t)n + 1, size);
    if (*rows == NULL) return enti_no_memory(err);
    return sqlite3_prepare_v2(db, sql, -1, out, NULL) == SQLITE_OK ? ENT_OK : db_fail(db, err);
}

static int int_or(sqlite3_stmt *row, int column, int otherwise) {
    return sqlite3_column_type(row, column) == SQLITE_NULL ? otherwise : sqlite3_column_int(row, column);
}

static ent_status read_names(sqlite3 *db, enti_codes *codes, ent_error *err) {
    static const char count[] = "SELECT count(*) FROM names";
    static const char sql[] =
        "SELECT name, coalesce(scheme, 'name'), code, \"from\", \"to\", kind = 'current' FROM names"
        " WHERE kind <> 'demonym' AND code < 10000 ORDER BY line";
    sqlite3_stmt *rows = NULL;
    void *room = NULL;
    int code = SQLITE_DONE;
    ent_status st = query(db, count, sql, sizeof *codes->entries, &room, &rows, err);
    codes->entries = room;
    while (st == ENT_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        entry *e = &codes->entries[codes->entries_count];
        const char *name = (const char *)sqlite3_column_text(rows, 0);
        const char *scheme = (const char *)sqlite3_column_text(rows, 1);
        if (name == NULL || scheme == NULL) continue;
        e->scheme = enti_scheme_of(*scheme != 0 ? scheme : "name", *scheme != 0 ? strlen(scheme) : 4);
        if (e->scheme == ENTI_SCHEMES || e->scheme == ENTI_SCHEME_COW || e->scheme == ENTI_SCHEME_GW) continue;
        fold(name, e->key);
        e->code = sqlite3_column_int(rows, 2);
        e->from = int_or(rows, 3, INT32_MIN);
        e->to = int_or(rows, 4, INT32_MAX);
        e->current = sqlite3_column_int(rows, 5) != 0;
        codes->entries_count++;
    }
    if (st == ENT_OK && code != SQLITE_DONE) st = db_fail(db, err);
    sqlite3_finalize(rows);
    if (st == ENT_OK) qsort(codes->entries, codes->entries_count, sizeof *codes->entries, by_key);
    return st;
}

static ent_status read_spells(sqlite3 *db, const char *system, spell **out, size_t *total, ent_error *err) {
    static const char count[] = "SELECT count(*) FROM membership";
    static const char sql[] = "SELECT number, code, CAST(start AS INTEGER), CAST(coalesce(\"end\", '9999') AS INTEGER)"
                              " FROM membership WHERE system = ?1 AND number IS NOT NULL AND code < 10000"
                              " ORDER BY number, start, code";
    sqlite3_stmt *rows = NULL;
    void *room = NULL;
    int code = SQLITE_DONE;
    ent_status st = query(db, count, sql, sizeof **out, &room, &rows, err);
    *out = room;
    if (st == ENT_OK && sqlite3_bind_text(rows, 1, system, -1, SQLITE_STATIC) != SQLITE_OK) st = db_fail(db, err);
    while (st == ENT_OK && (code = sqlite3_step(rows)) == SQLITE_ROW)
        (*out)[(*total)++] = (spell){.number = sqlite3_column_int(rows, 0),
                                     .code = sqlite3_column_int(rows, 1),
                                     .from = sqlite3_column_int(rows, 2),
                                     .to = sqlite3_column_int(rows, 3)};
    if (st == ENT_OK && code != SQLITE_DONE) st = db_fail(db, err);
    sqlite3_finalize(rows);
    return st;
}

ent_status enti_codes_open(sqlite3 *db, enti_codes **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_codes *codes = enti_alloc(1, sizeof *codes);
    if (codes == NULL) return enti_no_memory(err);
    ENT_TRY(read_names(db, codes, err));
    ENT_TRY(read_spells(db, "cow", &codes->cow, &codes->cow_count, err));
    ENT_TRY(read_spells(db, "gw", &codes->gw, &codes->gw_count, err));
    *out = codes;
    codes = NULL;
done:
    enti_codes_close(codes);
    return st;
}

void enti_codes_close(enti_codes *codes) {
    if (codes == NULL) return;
    ent_free(codes->entries);
    ent_free(codes->cow);
    ent_free(codes->gw);
    ent_free(codes);
}

/* The first spell of a number; spells are sorted by number. */
static size_t first_of(const spell *spells, size_t count, int64_t number) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (spells[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool enti_codes_known(const enti_codes *codes, int64_t ccode) {
    size_t at = first_of(codes->cow, codes->cow_count, ccode);
    return at < codes->cow_count && codes->cow[at].number == ccode;
}

static bool member_in(const enti_codes *codes, int64_t ccode, int year) {
    for (size_t i = first_of(codes->cow, codes->cow_count, ccode); i < codes->cow_count; i++) {
        if (codes->cow[i].number != ccode) return false;
        if (year >= codes->cow[i].from && year <= codes->cow[i].to) return true;
    }
    return false;
}

/* Gleditsch and Ward keep one number where COW changes it (Germany, Yemen): the entity of the spell answers, but where
 * COW has a member of that very number in the year and not the entity, that one does. */
static int find_gw(const enti_codes *codes, int64_t number, int year) {
    int best = ENT_MISSING, ever = ENT_MISSING;
    bool moved = false;
    for (size_t i = first_of(codes->gw, codes->gw_count, number); i < codes->gw_count; i++) {
        const spell *s = &codes->gw[i];
        if (s->number != number) break;
        moved = moved || (ever != ENT_MISSING && ever != s->code);
        ever = s->code;
        if (year != ENT_MISSING && year >= s->from && year <= s->to) best = s->code;
    }
    if (best != ENT_MISSING && !member_in(codes, best, year) && member_in(codes, number, year)) return (int)number;
    if (best != ENT_MISSING) return best;
    /* Outside every spell (a leader before independence): the number itself, or the only entity that ever had it. */
    if (enti_codes_known(codes, number)) return (int)number;
    return moved ? ENT_MISSING : ever;
}

/* Polity counts some states apart whose COW number stays, and gives others numbers that are another state's for COW. */
static int find_polity(const enti_codes *codes, int64_t number) {
    static const int moved[][2] = {{364, 365}, {529, 530},         {769, 770},        {818, 816},       {342, 345},
                                   {347, 345}, {341, 347},         {348, 341},        {525, 626},       {626, 625},
                                   {324, 325}, {564, ENT_MISSING}, {89, ENT_MISSING}, {99, ENT_MISSING}};
    for (size_t i = 0; i < sizeof moved / sizeof *moved; i++)
        if (moved[i][0] == number) return moved[i][1];
    return enti_codes_known(codes, number) ? (int)number : ENT_MISSING;
}

/* What is asked of an entry, from the strictest on. */
typedef enum attempt { MEMBER_THEN, HOLDS_THEN, IS_CURRENT, AT_ALL, PASSES } attempt;

/* The one state among entries that pass. */
static int only(const enti_codes *codes, const entry *e, size_t count, attempt pass, int year) {
    int best = ENT_MISSING;
    for (size_t i = 0; i < count; i++) {
        if (pass <= HOLDS_THEN && (year < e[i].from || year > e[i].to)) continue;
        if (pass == MEMBER_THEN && !member_in(codes, e[i].code, year)) continue;
        if (pass == IS_CURRENT && !e[i].current) continue;
        if (best != ENT_MISSING && best != e[i].code) return ENT_MISSING;
        best = e[i].code;
    }
    return best;
}

static int find_text(const enti_codes *codes, enti_scheme scheme, const char *text, int year) {
    entry key = {.scheme = scheme};
    size_t low = 0, high = codes->entries_count, end;
    fold(text, key.key);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_key(&codes->entries[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < codes->entries_count && by_key(&codes->entries[end], &key) == 0;)
        end++;
    for (attempt p = MEMBER_THEN; p < PASSES; p++) {
        int found;
        if (p <= HOLDS_THEN && year == ENT_MISSING) continue;
        /* A code that several had is its present owner's; a name that several had is nobody's without a year. */
        if (p == IS_CURRENT && scheme == ENTI_SCHEME_NAME) continue;
        found = only(codes, codes->entries + low, end - low, p, year);
        if (found != ENT_MISSING) return found;
    }
    return ENT_MISSING;
}

int enti_codes_find(const enti_codes *codes, enti_scheme scheme, const char *text, int year) {
    int64_t number = 0;
    if (*text == 0) return ENT_MISSING;
    switch (scheme) {
    case ENTI_SCHEME_COW:
    case ENTI_SCHEME_GW:
    case ENTI_SCHEME_POLITY:
        if (!enti_value_whole(text, &number) || number < 1 || number > 99999) return ENT_MISSING;
        if (scheme == ENTI_SCHEME_GW) return find_gw(codes, number, year);
        if (scheme == ENTI_SCHEME_POLITY) return find_polity(codes, number);
        return (int)number;
    case ENTI_SCHEME_ISO2:
    case ENTI_SCHEME_ISO3:
    case ENTI_SCHEME_ISO_NUMERIC:
    case ENTI_SCHEME_COW_LETTERS:
    case ENTI_SCHEME_GW_LETTERS:
    case ENTI_SCHEME_NAME: return find_text(codes, scheme, text, year);
    case ENTI_SCHEMES: break;
    }
    return ENT_MISSING;
}
