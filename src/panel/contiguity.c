/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Contiguity: type 1 land or river, 2 to 5 water up to 12, 24, 150, 400 miles; 0 none. Of several types in a year the
 * lowest counts. Records of type 0 say that there was none. The snapshot carries open borders past 2016.
 */
#include "panel/fills.h"

static void put_type(enti_builder *b, enti_target *const *t, size_t count, int from, int to, int year, int type) {
    if (type < 1 || type > 5) return;
    for (size_t i = 0; i < count; i++)
        enti_put_pair(b, t[i], from, to, year, t[i]->variable->which == ENTI_CONTTYPE ? type : 1);
}

static void put_span(enti_builder *b, enti_target *const *t, size_t count, int from, int to, int type, int32_t first,
                     int32_t last) {
    int start = enti_day_year(first), end = last == INT32_MAX ? b->frame->last : enti_day_year(last);
    if (start < b->frame->first) start = b->frame->first;
    if (end > b->frame->last) end = b->frame->last;
    for (int year = start; year <= end; year++)
        if (enti_spell_holds(b->options->day, first, last, year)) put_type(b, t, count, from, to, year, type);
}

static ent_status from_spells(enti_builder *b, const enti_holding *import, enti_target *const *t, size_t count,
                              ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_import_rows(b, import, "ccode1, ccode2, type, start, \"end\", ongoing", "", &row, err));
    for (;;) {
        int32_t first, last;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        if (enti_spell_days((const char *)sqlite3_column_text(row, 3), (const char *)sqlite3_column_text(row, 4),
                            sqlite3_column_int(row, 5) == 1, import->last, &first, &last))
            put_span(b, t, count, enti_row_integer(row, 0), enti_row_integer(row, 1), enti_row_integer(row, 2), first,
                     last);
    }
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status from_years(enti_builder *b, const enti_holding *import, enti_target *const *t, size_t count,
                             ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_import_rows(b, import, "ccode1, ccode2, year, type", "", &row, err));
    for (;;) {
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        put_type(b, t, count, enti_row_integer(row, 0), enti_row_integer(row, 1), enti_row_integer(row, 2),
                 enti_row_integer(row, 3));
    }
done:
    sqlite3_finalize(row);
    return st;
}

ent_status enti_fill_contiguity(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_holding *spells = enti_holding_find(b, "contiguity"), *years = enti_holding_find(b, "contiguity_year");
    const ent_world *w = b->world;
    ent_status st = ENT_OK;
    int first, last;
    for (size_t i = 0; i < count; i++)
        t[i]->keep_least = t[i]->variable->which == ENTI_CONTTYPE;
    if (spells != NULL) {
        ENT_TRY(from_spells(b, spells, t, count, err));
    } else if (years != NULL) {
        ENT_TRY(from_years(b, years, t, count, err));
    } else {
        for (size_t r = 0; r < w->borders_count; r++)
            put_span(b, t, count, w->entities[w->borders[r].a].code, w->entities[w->borders[r].b].code,
                     w->borders[r].type, w->borders[r].span.first, w->borders[r].span.last);
    }
    enti_snapshot_years(b, &first, &last);
    for (size_t i = 0; i < count; i++) {
        if (spells != NULL || years != NULL)
            enti_from_import(t[i], spells != NULL ? spells : years);
        else
            enti_from_snapshot(b, t[i], "cow-contiguity-3.2; open borders carried from 2016", first, last);
        enti_zero(b, t[i], t[i]->first, t[i]->last);
    }
done:
    return st;
}
