/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rivalries: strategic ones from the import or the snapshot, supplementary records from the snapshot. By whole years. */
#include "panel/fills.h"

static void put_years(enti_builder *b, enti_target *target, int x, int y, int first, int last) {
    if (first < b->frame->first) first = b->frame->first;
    if (last > b->frame->last) last = b->frame->last;
    for (int year = first; year <= last; year++)
        enti_put_pair(b, target, x, y, year, 1);
}

static ent_status imported(enti_builder *b, const enti_holding *import, enti_target *target, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_import_rows(b, import, "ccode1, ccode2, start, \"end\", ongoing", "", &row, err));
    for (;;) {
        int32_t first, last;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        if (enti_spell_days((const char *)sqlite3_column_text(row, 2), (const char *)sqlite3_column_text(row, 3),
                            sqlite3_column_int(row, 4) == 1, import->last, &first, &last))
            put_years(b, target, enti_row_integer(row, 0), enti_row_integer(row, 1), enti_day_year(first),
                      enti_day_year(last));
    }
    enti_from_import(target, import);
done:
    sqlite3_finalize(row);
    return st;
}

static void recorded(enti_builder *b, enti_target *target, bool strategic) {
    const ent_world *w = b->world;
    int first, last;
    enti_snapshot_years(b, &first, &last);
    for (size_t i = 0; i < w->rivalries_count; i++) {
        const enti_rivalry *r = &w->rivalries[i];
        if (r->strategic == strategic && !r->imported)
            put_years(b, target, w->entities[r->a].code, w->entities[r->b].code, r->start,
                      r->end < last ? r->end : last);
    }
    enti_from_snapshot(b, target, strategic ? "tss-2021; those open in 2020 carried" : "supplementary records", first,
                       last);
}

ent_status enti_fill_rivalry(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_holding *import = enti_holding_find(b, "rivalries");
    ent_status st = ENT_OK;
    for (size_t i = 0; i < count; i++) {
        bool strategic = t[i]->variable->which == ENTI_RIVAL_STRATEGIC;
        if (strategic && import != NULL)
            ENT_TRY(imported(b, import, t[i], err));
        else
            recorded(b, t[i], strategic);
        enti_zero(b, t[i], t[i]->first, t[i]->last);
    }
done:
    return st;
}
