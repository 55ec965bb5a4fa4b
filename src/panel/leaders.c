/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who led a state: the rows of leader-years, the leader of a state-year, and whose legitimating ideology two states
 * share. A leader has a row in every year in which he or she was in office on a day the rule for dates asks for.
 */
#include "panel/fills.h"

#include <stdlib.h>
#include <string.h>

/* A term in office, whichever source it comes from. */
typedef struct {
    int code;
    const char *leader, *start, *end;
    int32_t first, last;
} term;

typedef struct {
    term *at;
    size_t count, room;
    const enti_holding *import; /* NULL: the snapshot */
    int first, last;
} term_list;

static ent_status add_term(enti_builder *b, term_list *list, const term *found, ent_error *err) {
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 1024 : 2 * list->room;
        term *grown = enti_arena_alloc(b->scratch, room, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        if (list->count > 0) memcpy(grown, list->at, list->count * sizeof *grown);
        list->at = grown;
        list->room = room;
    }
    list->at[list->count++] = *found;
    return ENT_OK;
}

static ent_status imported_terms(enti_builder *b, term_list *list, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(
        enti_import_rows(b, list->import, "ccode, leader, start, \"end\"", "ORDER BY ccode, start, line", &row, err));
    for (;;) {
        term found = {0};
        const char *text[3];
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        for (int i = 0; i < 3; i++) {
            const char *value = (const char *)sqlite3_column_text(row, i + 1);
            text[i] = enti_arena_strdup(b->keep, value == NULL ? "" : value);
        }
        if (b->keep->failed) {
            st = enti_no_memory(err);
            goto done;
        }
        found = (term){enti_row_integer(row, 0), text[0], text[1], text[2], 0, 0};
        if (!enti_spell_days(text[1], text[2], true, list->last, &found.first, &found.last)) continue;
        ENT_TRY(add_term(b, list, &found, err));
    }
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status list_terms(enti_builder *b, term_list *list, ent_error *err) {
    const ent_world *w = b->world;
    ent_status st = ENT_OK;
    list->import = enti_holding_find(b, "leaders");
    enti_snapshot_years(b, &list->first, &list->last);
    if (list->import != NULL) {
        list->first = list->import->first;
        list->last = list->import->last;
        return imported_terms(b, list, err);
    }
    for (size_t i = 0; i < w->leaders_count; i++) {
        const enti_leader *l = &w->leaders[i];
        term found = {w->entities[l->who].code, l->leader, l->span.start, l->span.end, l->span.first, l->span.last};
        if (found.last == INT32_MAX) found.last = enti_day(list->last, 12, 31);
        ENT_TRY(add_term(b, list, &found, err));
    }
done:
    return st;
}

/* ---- rows of leader-years ---- */

static int32_t later(int32_t x, int32_t y) {
    return x > y ? x : y;
}

static int32_t earlier(int32_t x, int32_t y) {
    return x < y ? x : y;
}

static int by_row(const void *a, const void *b) {
    const enti_leader_row *x = a, *y = b;
    int order;
    if (x->state != y->state) return x->state < y->state ? -1 : 1;
    order = strcmp(x->entered, y->entered);
    if (order == 0) order = strcmp(x->leader, y->leader);
    return order != 0 ? order : (x->year > y->year) - (x->year < y->year);
}

ent_status enti_leader_rows(enti_builder *b, ent_error *err) {
    enti_frame *f = b->frame;
    term_list list = {0};
    ent_status st = ENT_OK;
    size_t most = 0;
    ENT_TRY(list_terms(b, &list, err));
    for (size_t i = 0; i < list.count; i++)
        most += (size_t)(enti_day_year(list.at[i].last) - enti_day_year(list.at[i].first) + 1);
    f->leaders = enti_arena_alloc(b->keep, most + 1, sizeof *f->leaders);
    f->a = enti_arena_alloc(b->keep, most + 1, sizeof *f->a);
    f->year = enti_arena_alloc(b->keep, most + 1, sizeof *f->year);
    if (f->leaders == NULL || f->a == NULL || f->year == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < list.count; i++) {
        const term *l = &list.at[i];
        for (int year = enti_day_year(l->first); year <= enti_day_year(l->last); year++) {
            int s = enti_frame_state(f, l->code, year);
            int32_t days = earlier(l->last, enti_day(year, 12, 31)) - later(l->first, enti_day(year, 1, 1)) + 1;
            if (s < 0 || !enti_spell_holds(b->options->day, l->first, l->last, year)) continue;
            f->leaders[f->rows++] =
                (enti_leader_row){(int16_t)s, (int16_t)year, l->leader, l->start, l->end, (int16_t)days};
        }
    }
    if (f->rows > 0) qsort(f->leaders, f->rows, sizeof *f->leaders, by_row);
    for (size_t row = 0; row < f->rows; row++) {
        f->a[row] = (uint16_t)f->leaders[row].state;
        f->year[row] = f->leaders[row].year;
    }
done:
    return st;
}

static ent_status text_column(enti_builder *b, const ent_panel_column *about, size_t field, ent_error *err) {
    const enti_frame *f = b->frame;
    double *values = enti_arena_alloc(b->keep, f->rows + 1, sizeof *values);
    enti_pcolumn column = {.about = *about};
    if (values == NULL) return enti_no_memory(err);
    for (size_t row = 0; row < f->rows; row++) {
        const enti_leader_row *l = &f->leaders[row];
        const char *text = field == 0 ? l->leader : field == 1 ? l->entered : l->left;
        if (field == 3)
            values[row] = l->days;
        else
            values[row] = text == NULL || *text == 0 ? (double)NAN : enti_text_index(b, text);
    }
    if (b->keep->failed) return enti_no_memory(err);
    column.real = values;
    return enti_column_add(b, &column, err);
}

/* The columns every leader-year has beside the state and the year. */
ent_status enti_leader_columns(enti_builder *b, ent_error *err) {
    static const char *const names[][2] = {{"leader", "leader"},
                                           {"entered", "day the leader took office"},
                                           {"left", "day the leader left office"},
                                           {"days", "days in office in the year"}};
    const enti_holding *import = enti_holding_find(b, "leaders");
    ent_status st = ENT_OK;
    for (size_t i = 0; i < 4; i++) {
        ent_panel_column about = {.name = names[i][0],
                                  .title = names[i][1],
                                  .unit = i == 3 ? "days" : "",
                                  .source = import != NULL ? import->title : "leaders of the snapshot",
                                  .version = import != NULL ? import->version : ent_world_label(b->world),
                                  .missing = "empty: still in office, or not known",
                                  .kind = i == 3 ? ENT_COLUMN_INTEGER : ENT_COLUMN_TEXT,
                                  .first = ENT_MISSING,
                                  .last = ENT_MISSING};
        ENT_TRY(text_column(b, &about, i, err));
    }
done:
    return st;
}

/* ---- columns of states ---- */

/* In office on 1 July unless another day is asked for. */
ent_status enti_fill_leader(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    ent_day day = b->options->day == ENT_ANY_DAY ? ENT_FIRST_OF_JULY : b->options->day;
    term_list list = {0};
    ent_status st = ENT_OK;
    ENT_TRY(list_terms(b, &list, err));
    for (size_t i = 0; i < count; i++) {
        t[i]->keep_latest = true;
        for (size_t k = 0; k < list.count; k++) {
            const term *l = &list.at[k];
            double index = enti_text_index(b, l->leader);
            for (int year = enti_day_year(l->first); year <= enti_day_year(l->last); year++)
                if (enti_spell_holds(day, l->first, l->last, year)) enti_put_state(b, t[i], l->code, year, index);
        }
        if (b->keep->failed) return enti_no_memory(err);
        if (list.import != NULL)
            enti_from_import(t[i], list.import);
        else
            enti_from_snapshot(b, t[i], "leaders of the snapshot", list.first, list.last);
    }
done:
    return st;
}

/* 1 when both legitimate themselves by the same ideology on 31 December; unknown when one of them is. */
ent_status enti_fill_ideology(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_frame *f = b->frame;
    const ent_world *w = b->world;
    size_t cells = f->states * f->years;
    const char **held = enti_arena_alloc(b->scratch, cells + 1, sizeof *held);
    int first, last;
    if (held == NULL) return enti_no_memory(err);
    enti_snapshot_years(b, &first, &last);
    for (size_t i = 0; i < w->ideologies_count; i++)
        for (int year = first; year <= last; year++) {
            const enti_ideology *y = &w->ideologies[i];
            int s = enti_frame_state(f, w->entities[y->who].code, year);
            if (s < 0 || !enti_spell_holds(ENT_LAST_OF_DECEMBER, y->span.first, y->span.last, year)) continue;
            if (strcmp(y->ideology, "none-unknown") != 0)
                held[(size_t)s * f->years + (size_t)(year - f->first)] = y->ideology;
        }
    for (size_t i = 0; i < count; i++) {
        for (size_t row = 0; row < f->rows; row++) {
            size_t year = (size_t)(f->year[row] - f->first);
            const char *x = held[f->a[row] * f->years + year], *y = held[f->b[row] * f->years + year];
            if (x != NULL && y != NULL) t[i]->small[0][row] = strcmp(x, y) == 0;
        }
        enti_from_snapshot(b, t[i], "ideology spells of the snapshot", first, last);
    }
    return ENT_OK;
}
