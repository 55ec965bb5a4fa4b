/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A column of any imported data set, as the source has it. Of several records in one cell the largest counts, of
 * spells of a state or dyad the one that begins last. What a record means follows from the unit of the data set.
 */
#include "panel/fills.h"

#include <string.h>

bool enti_absence_is_zero(const char *dataset) {
    static const char *const listed[] = {"atop_dyad_year", "atop_member", "atop_state_year", "mid_dyadic",
                                         "mid_dyad_year",  "contiguity",  "contiguity_year", "cow_majors",
                                         "rivalries",      NULL};
    for (size_t i = 0; listed[i] != NULL; i++)
        if (strcmp(listed[i], dataset) == 0) return true;
    return false;
}

typedef struct {
    enti_builder *b;
    enti_target *target;
    const enti_holding *import;
    const enti_holding_column *column;
    char *partner; /* the other side's column, for names ending in 1; NULL */
} reading;

/* The value of a column of the current row: a number, or the index of a text. */
static double value_of(const reading *r, sqlite3_stmt *row, int column) {
    const char *text;
    if (sqlite3_column_type(row, column) == SQLITE_NULL) return NAN;
    if (r->target->variable->kind != ENT_COLUMN_TEXT) return sqlite3_column_double(row, column);
    text = (const char *)sqlite3_column_text(row, column);
    return text == NULL ? (double)NAN : enti_text_index(r->b, text);
}

/* Steps through `columns` of the import, calling `take` with each row. */
static ent_status each_row(const reading *r, const char *columns, const char *also,
                           void (*take)(const reading *, sqlite3_stmt *), ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_import_rows(r->b, r->import, columns, also, &row, err));
    for (;;) {
        ENT_TRY(enti_store_step(r->b->store, row, &more, err));
        if (!more) break;
        take(r, row);
    }
    if (r->b->keep->failed) st = enti_no_memory(err);
done:
    sqlite3_finalize(row);
    return st;
}

static void take_state_year(const reading *r, sqlite3_stmt *row) {
    enti_put_state(r->b, r->target, enti_row_integer(row, 0), enti_row_integer(row, 1), value_of(r, row, 2));
}

static void take_dyad_year(const reading *r, sqlite3_stmt *row) {
    int from = enti_row_integer(row, 0), to = enti_row_integer(row, 1), year = enti_row_integer(row, 2);
    if (r->partner != NULL)
        enti_put_sides(r->b, r->target, from, to, year, value_of(r, row, 3), value_of(r, row, 4));
    else
        enti_put_pair(r->b, r->target, from, to, year, value_of(r, row, 3));
}

/* Years of the spell in columns `start`, start + 1 and start + 2, cut to the window. */
static bool years_of(const reading *r, sqlite3_stmt *row, int start, int32_t *first, int32_t *last, int *from,
                     int *to) {
    const enti_frame *f = r->b->frame;
    if (!enti_spell_days((const char *)sqlite3_column_text(row, start),
                         (const char *)sqlite3_column_text(row, start + 1), sqlite3_column_int(row, start + 2) == 1,
                         r->import->last, first, last))
        return false;
    *from = enti_day_year(*first) > f->first ? enti_day_year(*first) : f->first;
    *to = enti_day_year(*last) < f->last ? enti_day_year(*last) : f->last;
    return *from <= *to;
}

static void take_state_spell(const reading *r, sqlite3_stmt *row) {
    int32_t first, last;
    int from, to;
    if (!years_of(r, row, 1, &first, &last, &from, &to)) return;
    for (int year = from; year <= to; year++)
        if (enti_spell_holds(r->b->options->day, first, last, year))
            enti_put_state(r->b, r->target, enti_row_integer(row, 0), year, value_of(r, row, 4));
}

static void take_dyad_spell(const reading *r, sqlite3_stmt *row) {
    int32_t first, last;
    int from, to;
    if (!years_of(r, row, 2, &first, &last, &from, &to)) return;
    for (int year = from; year <= to; year++)
        if (enti_spell_holds(r->b->options->day, first, last, year))
            enti_put_pair(r->b, r->target, enti_row_integer(row, 0), enti_row_integer(row, 1), year,
                          value_of(r, row, 5));
}

static ent_status fill_rows(reading *r, ent_error *err) {
    const char *unit = r->import->unit, *name = r->column->name;
    /* A spell says whether it runs on only where the data set has the column. */
    const char *ongoing = enti_holding_column_find(r->b, r->import->dataset, "ongoing") != NULL ? "ongoing" : "1";
    char *columns = NULL;
    void (*take)(const reading *, sqlite3_stmt *) = NULL;
    const char *also = "";
    if (strcmp(unit, "state-year") == 0) {
        columns = enti_arena_printf(r->b->scratch, "ccode, year, \"%s\"", name);
        take = take_state_year;
    } else if (strcmp(unit, "dyad-year") == 0 || strcmp(unit, "directed-dyad-year") == 0) {
        columns = r->partner != NULL
                      ? enti_arena_printf(r->b->scratch, "ccode1, ccode2, year, \"%s\", \"%s\"", name, r->partner)
                      : enti_arena_printf(r->b->scratch, "ccode1, ccode2, year, \"%s\"", name);
        take = take_dyad_year;
    } else if (strcmp(unit, "state-spell") == 0) {
        columns = enti_arena_printf(r->b->scratch, "ccode, start, \"end\", %s, \"%s\"", ongoing, name);
        take = take_state_spell;
        also = "ORDER BY start";
    } else if (strcmp(unit, "dyad-spell") == 0) {
        columns = enti_arena_printf(r->b->scratch, "ccode1, ccode2, start, \"end\", %s, \"%s\"", ongoing, name);
        take = take_dyad_spell;
        also = "ORDER BY start";
    } else {
        return ent_fail(err, ENT_E_ARG, "%s is made of rows of the unit \"%s\", which a panel cannot join",
                        r->import->dataset, unit);
    }
    return columns == NULL ? enti_no_memory(err) : each_row(r, columns, also, take, err);
}

/* Members of one agreement as pairs: the first column of the data set names the agreement. */
typedef struct {
    const reading *r;
} pairing;

static void take_owed(void *context, int from, int to, int year, const double *owed) {
    const reading *r = ((const pairing *)context)->r;
    enti_put_pair(r->b, r->target, from, to, year, owed[0]);
}

typedef struct {
    enti_pledge *at;
    size_t count, room;
} pledge_list;

static ent_status read_pledges(const reading *r, const char *agreement, pledge_list *list, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    const char *ongoing = enti_holding_column_find(r->b, r->import->dataset, "ongoing") != NULL ? "ongoing" : "1";
    char *columns =
        enti_arena_printf(r->b->scratch, "dense_rank() OVER (ORDER BY \"%s\") AS n, ccode, start, \"end\", %s, \"%s\"",
                          agreement, ongoing, r->column->name);
    if (columns == NULL) return enti_no_memory(err);
    ENT_TRY(enti_import_rows(r->b, r->import, columns, "ORDER BY n, line", &row, err));
    for (;;) {
        enti_pledge p = {0};
        ENT_TRY(enti_store_step(r->b->store, row, &more, err));
        if (!more) break;
        /* Below zero: only ATOP's own numbers have exceptions. */
        p.agreement = -1 - (long)sqlite3_column_int64(row, 0);
        p.code = enti_row_integer(row, 1);
        p.owed[0] = enti_row_number(row, 5);
        if (p.code == ENT_MISSING ||
            !enti_spell_days((const char *)sqlite3_column_text(row, 2), (const char *)sqlite3_column_text(row, 3),
                             sqlite3_column_int(row, 4) == 1, r->import->last, &p.first, &p.last))
            continue;
        if (list->count == list->room) {
            enti_pledge *grown = enti_arena_alloc(r->b->scratch, 2 * list->room + 256, sizeof *grown);
            if (grown == NULL) {
                st = enti_no_memory(err);
                goto done;
            }
            if (list->count > 0) memcpy(grown, list->at, list->count * sizeof *grown);
            list->at = grown;
            list->room = 2 * list->room + 256;
        }
        list->at[list->count++] = p;
    }
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status fill_members(reading *r, ent_error *err) {
    ent_status st = ENT_OK;
    pledge_list list = {0};
    pairing context = {r};
    const char *agreement = NULL;
    for (size_t i = 0; i < r->b->import_columns_count && agreement == NULL; i++)
        if (strcmp(r->b->import_columns[i].dataset, r->import->dataset) == 0 &&
            strcmp(r->b->import_columns[i].name, "ccode") != 0)
            agreement = r->b->import_columns[i].name;
    if (agreement == NULL)
        return ent_fail(err, ENT_E_MISSING, "%s names no agreement that its members belong to", r->import->dataset);
    ENT_TRY(read_pledges(r, agreement, &list, err));
    ENT_TRY(enti_pledges_pair(list.at, list.count, r->b->options->day, r->b->frame->first, r->b->frame->last, take_owed,
                              &context, err));
done:
    return st;
}

ent_status enti_fill_raw(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    ent_status st = ENT_OK;
    for (size_t i = 0; i < count; i++) {
        const enti_variable *v = t[i]->variable;
        reading r = {.b = b, .target = t[i], .import = enti_holding_find(b, v->group)};
        if (r.import == NULL) return enti_missing_data(t[i], err);
        r.column = enti_holding_column_find(b, v->group, v->id);
        if (r.column == NULL) return enti_missing_data(t[i], err);
        t[i]->keep_latest = strstr(r.import->unit, "-spell") != NULL && strcmp(r.import->unit, "member-spell") != 0;
        if (t[i]->level == ENTI_OF_SIDE) {
            r.partner = enti_arena_strdup(b->scratch, v->id);
            if (r.partner == NULL) return enti_no_memory(err);
            r.partner[strlen(r.partner) - 1] = '2';
        }
        if (strcmp(r.import->unit, "member-spell") == 0)
            ENT_TRY(fill_members(&r, err));
        else
            ENT_TRY(fill_rows(&r, err));
        enti_from_import(t[i], r.import);
        if (v->kind != ENT_COLUMN_TEXT && enti_absence_is_zero(v->group))
            enti_zero(b, t[i], r.import->first, r.import->last);
    }
done:
    return st;
}
