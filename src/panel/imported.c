/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Data sets that a database holds beside the snapshot (docs/imports.md). Of several versions of one the highest is in
 * force, then the one imported last.
 */
#include "panel/panel.h"

#include <stdlib.h>
#include <string.h>

double enti_row_number(sqlite3_stmt *row, int column) {
    return sqlite3_column_type(row, column) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(row, column);
}

int enti_row_integer(sqlite3_stmt *row, int column) {
    return sqlite3_column_type(row, column) == SQLITE_NULL ? ENT_MISSING : sqlite3_column_int(row, column);
}

static const char *row_text(enti_builder *b, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text == NULL ? "" : enti_arena_strdup(b->keep, text);
}

static bool is_name(const char *text) {
    return *text != 0 && text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == 0;
}

static ent_status has_table(enti_builder *b, const char *name, bool *out, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    ENT_TRY(enti_store_prepare(b->store, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", &row, err));
    sqlite3_bind_text(row, 1, name, -1, SQLITE_STATIC);
    ENT_TRY(enti_store_step(b->store, row, out, err));
done:
    sqlite3_finalize(row);
    return st;
}

/* Keeps the import when it outranks the one of the same data set. */
static ent_status keep_import(enti_builder *b, size_t *room, const enti_holding *found, ent_error *err) {
    if (!is_name(found->dataset)) return ENT_OK; /* no table bears such a name */
    for (size_t i = 0; i < b->imports_count; i++) {
        if (strcmp(b->imports[i].dataset, found->dataset) != 0) continue;
        if (enti_version_compare(found->version, b->imports[i].version) >= 0) b->imports[i] = *found;
        return ENT_OK;
    }
    if (b->imports_count == *room) {
        size_t more = *room == 0 ? 32 : 2 * *room;
        enti_holding *grown = enti_arena_alloc(b->keep, more, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        if (b->imports_count > 0) memcpy(grown, b->imports, b->imports_count * sizeof *grown);
        b->imports = grown;
        *room = more;
    }
    b->imports[b->imports_count++] = *found;
    return ENT_OK;
}

static ent_status load_imports(enti_builder *b, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    size_t room = 0;
    bool more;
    ENT_TRY(enti_store_prepare(b->store,
                               "SELECT id, dataset, title, unit, version, first_year, last_year FROM imports "
                               "ORDER BY id",
                               &row, err));
    for (;;) {
        enti_holding found;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        found = (enti_holding){.id = (long)sqlite3_column_int64(row, 0),
                               .dataset = row_text(b, row, 1),
                               .title = row_text(b, row, 2),
                               .unit = row_text(b, row, 3),
                               .version = row_text(b, row, 4),
                               .first = enti_row_integer(row, 5),
                               .last = enti_row_integer(row, 6)};
        if (b->keep->failed) {
            st = enti_no_memory(err);
            goto done;
        }
        ENT_TRY(keep_import(b, &room, &found, err));
    }
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status load_columns(enti_builder *b, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    size_t room = 0;
    bool more;
    ENT_TRY(enti_store_prepare(b->store,
                               "SELECT DISTINCT dataset, name, type, unit, missing, description FROM import_columns "
                               "ORDER BY dataset, position",
                               &row, err));
    for (;;) {
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        if (b->import_columns_count == room) {
            enti_holding_column *grown;
            room = room == 0 ? 256 : 2 * room;
            grown = enti_arena_alloc(b->keep, room, sizeof *grown);
            if (grown == NULL) {
                st = enti_no_memory(err);
                goto done;
            }
            if (b->import_columns_count > 0) memcpy(grown, b->import_columns, b->import_columns_count * sizeof *grown);
            b->import_columns = grown;
        }
        b->import_columns[b->import_columns_count] =
            (enti_holding_column){row_text(b, row, 0), row_text(b, row, 1), row_text(b, row, 2),
                                  row_text(b, row, 3), row_text(b, row, 4), row_text(b, row, 5)};
        if (b->keep->failed) {
            st = enti_no_memory(err);
            goto done;
        }
        if (is_name(b->import_columns[b->import_columns_count].name)) b->import_columns_count++;
    }
done:
    sqlite3_finalize(row);
    return st;
}

/* The years of the snapshot itself, which imports widen. */
static ent_status load_years(enti_builder *b, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(enti_store_prepare(b->store,
                               "SELECT key, CAST(value AS INTEGER) FROM meta WHERE key IN "
                               "('snapshot_first_year', 'snapshot_last_year') ORDER BY key",
                               &row, err));
    for (;;) {
        const char *key;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        key = (const char *)sqlite3_column_text(row, 0);
        if (key != NULL && strcmp(key, "snapshot_first_year") == 0) b->snapshot_first = sqlite3_column_int(row, 1);
        if (key != NULL && strcmp(key, "snapshot_last_year") == 0) b->snapshot_last = sqlite3_column_int(row, 1);
    }
done:
    sqlite3_finalize(row);
    return st;
}

ent_status enti_imports_load(enti_builder *b, ent_error *err) {
    ent_status st = ENT_OK;
    bool imports = false, columns = false;
    ENT_TRY(has_table(b, "imports", &imports, err));
    ENT_TRY(has_table(b, "import_columns", &columns, err));
    ENT_TRY(load_years(b, err));
    if (imports) ENT_TRY(load_imports(b, err));
    if (columns) ENT_TRY(load_columns(b, err));
done:
    return st;
}

const enti_holding *enti_holding_find(const enti_builder *b, const char *dataset) {
    for (size_t i = 0; i < b->imports_count; i++)
        if (strcmp(b->imports[i].dataset, dataset) == 0) return &b->imports[i];
    return NULL;
}

const enti_holding_column *enti_holding_column_find(const enti_builder *b, const char *dataset, const char *name) {
    for (size_t i = 0; i < b->import_columns_count; i++)
        if (strcmp(b->import_columns[i].dataset, dataset) == 0 && strcmp(b->import_columns[i].name, name) == 0)
            return &b->import_columns[i];
    return NULL;
}

ent_status enti_import_rows(enti_builder *b, const enti_holding *import, const char *columns, const char *also,
                            sqlite3_stmt **out, ent_error *err) {
    char *sql = enti_arena_printf(b->scratch, "SELECT %s FROM \"import_%s\" WHERE import = %ld %s", columns,
                                  import->dataset, import->id, also);
    return sql == NULL ? enti_no_memory(err) : enti_store_prepare(b->store, sql, out, err);
}

double enti_text_index(enti_builder *b, const char *text) {
    ent_panel *p = b->panel;
    if (p->texts_count > 0 && strcmp(p->texts[p->texts_count - 1], text) == 0) return (double)(p->texts_count - 1);
    if (p->texts_count == p->texts_room) {
        size_t room = p->texts_room == 0 ? 256 : 2 * p->texts_room;
        const char **grown = enti_arena_alloc(b->keep, room, sizeof *grown);
        if (grown == NULL) return NAN;
        if (p->texts_count > 0) memcpy(grown, p->texts, p->texts_count * sizeof *grown);
        p->texts = grown;
        p->texts_room = room;
    }
    p->texts[p->texts_count] = enti_arena_strdup(b->keep, text);
    return p->texts[p->texts_count] == NULL ? (double)NAN : (double)p->texts_count++;
}

/* ---- series by state and year ---- */

static ent_status load_series(enti_builder *b, const enti_holding *import, const char *column, double *values,
                              ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    char *columns = enti_arena_printf(b->scratch, "ccode, year, \"%s\"", column);
    if (columns == NULL) return enti_no_memory(err);
    ENT_TRY(enti_import_rows(b, import, columns, "", &row, err));
    for (;;) {
        int s, year;
        double value;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        year = enti_row_integer(row, 1);
        s = enti_frame_state(b->frame, enti_row_integer(row, 0), year);
        value = enti_row_number(row, 2);
        if (s >= 0 && !isnan(value)) {
            double *cell = &values[(size_t)s * b->frame->years + (size_t)(year - b->frame->first)];
            if (isnan(*cell) || value > *cell) *cell = value;
        }
    }
done:
    sqlite3_finalize(row);
    return st;
}

ent_status enti_import_series(enti_builder *b, const enti_holding *import, const char *column, const double **out,
                              ent_error *err) {
    ent_status st = ENT_OK;
    size_t cells = b->frame->states * b->frame->years;
    double *values;
    for (size_t i = 0; i < b->cached_count; i++) {
        if (strcmp(b->cached[i].dataset, import->dataset) != 0 || strcmp(b->cached[i].column, column) != 0) continue;
        *out = b->cached[i].values;
        return ENT_OK;
    }
    if (b->cached_count == b->cached_room) {
        size_t room = b->cached_room == 0 ? 16 : 2 * b->cached_room;
        enti_cached *grown = enti_arena_alloc(b->scratch, room, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        if (b->cached_count > 0) memcpy(grown, b->cached, b->cached_count * sizeof *grown);
        b->cached = grown;
        b->cached_room = room;
    }
    values = enti_arena_alloc(b->keep, cells + 1, sizeof *values);
    if (values == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < cells; i++)
        values[i] = NAN;
    ENT_TRY(load_series(b, import, column, values, err));
    b->cached[b->cached_count++] = (enti_cached){import->dataset, column, values};
    *out = values;
done:
    return st;
}
