/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps through a query into one block of cells, or finds the block in the pack of the snapshot. */
#include "store/rows.h"

#include "store/pack.h"

#include <math.h>
#include <string.h>

/* A block that is being filled; what grew moves into the rows at the end. */
typedef struct {
    uint8_t *kinds;
    enti_cell *cells;
    size_t count, room;
    enti_text texts;
} growing;

static bool make_room(growing *g, size_t more) {
    size_t room = g->room < 1024 ? 1024 : 2 * g->room;
    uint8_t *kinds;
    enti_cell *cells;
    if (g->count + more <= g->room) return true;
    if (room < g->count + more) room = g->count + more;
    kinds = enti_realloc(g->kinds, room, sizeof *kinds);
    if (kinds != NULL) g->kinds = kinds;
    cells = enti_realloc(g->cells, room, sizeof *cells);
    if (cells != NULL) g->cells = cells;
    if (kinds == NULL || cells == NULL) return false;
    g->room = room;
    return true;
}

static void add_cell(growing *g, sqlite3_stmt *row, int column) {
    int type = sqlite3_column_type(row, column);
    enti_cell_kind kind = ENTI_CELL_NULL;
    enti_cell cell = {.number = NAN};
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
        kind = ENTI_CELL_NUMBER;
        cell.number = sqlite3_column_double(row, column);
    } else if (type == SQLITE_TEXT) {
        const char *text = (const char *)sqlite3_column_text(row, column);
        kind = ENTI_CELL_TEXT;
        cell.text = g->texts.size;
        if (text == NULL)
            g->texts.failed = true;
        else
            enti_text_put(&g->texts, text, strlen(text) + 1);
    }
    g->kinds[g->count] = (uint8_t)kind;
    g->cells[g->count++] = cell;
}

static ent_status collect(const ent_store *store, sqlite3_stmt *statement, growing *g, enti_rows *out, ent_error *err) {
    ent_status st = ENT_OK;
    int columns = sqlite3_column_count(statement);
    bool more;
    for (;;) {
        ENT_TRY(enti_store_step(store, statement, &more, err));
        if (!more) break;
        if (!make_room(g, (size_t)columns)) return enti_no_memory(err);
        for (int c = 0; c < columns; c++)
            add_cell(g, statement, c);
        if (g->texts.failed) return enti_no_memory(err);
        out->count++;
    }
    out->columns = (size_t)columns;
done:
    return st;
}

ent_status enti_store_rows(const ent_store *store, const char *sql, enti_rows *out, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *statement = NULL;
    growing g = {0};

    *out = (enti_rows){0};
    if (enti_store_packed(store, sql, out)) return ENT_OK;
    ENT_TRY(enti_store_prepare(store, sql, &statement, err));
    ENT_TRY(collect(store, statement, &g, out, err));
done:
    sqlite3_finalize(statement);
    out->kinds = out->owned[0] = g.kinds;
    out->cells = out->owned[1] = g.cells;
    out->texts = out->owned[2] = g.texts.at;
    if (st == ENT_OK && enti_store_writer(store) != NULL) st = enti_pack_add(enti_store_writer(store), sql, out, err);
    if (st != ENT_OK) enti_rows_clear(out);
    return st;
}

void enti_rows_clear(enti_rows *rows) {
    for (int i = 0; i < 3; i++)
        ent_free(rows->owned[i]);
    *rows = (enti_rows){0};
}

const char *enti_rows_text(const enti_rows *rows, size_t row, int column) {
    size_t at = row * rows->columns + (size_t)column;
    return rows->kinds[at] == ENTI_CELL_TEXT ? rows->texts + rows->cells[at].text : NULL;
}

double enti_rows_number(const enti_rows *rows, size_t row, int column) {
    size_t at = row * rows->columns + (size_t)column;
    return rows->kinds[at] == ENTI_CELL_NUMBER ? rows->cells[at].number : NAN;
}
