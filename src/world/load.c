/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a world: loads every table in an order in which references already exist. */
#include "world/load.h"

#include <math.h>
#include <string.h>

const char *enti_load_peek(const enti_loader *loader, int column) {
    return enti_rows_text(&loader->rows, loader->at, column);
}

const char *enti_load_text(enti_loader *loader, int column) {
    const char *text = enti_load_peek(loader, column);
    char *copy;
    if (text == NULL || *text == 0) return "";
    if (loader->rows.lasting) return text;
    copy = enti_arena_strdup(&loader->world->arena, text);
    if (copy == NULL) loader->failed = true;
    return copy != NULL ? copy : "";
}

int enti_load_int_or(enti_loader *loader, int column, int otherwise) {
    int32_t value;
    return enti_load_whole(enti_load_real(loader, column), &value) ? value : otherwise;
}

int enti_load_int(enti_loader *loader, int column) {
    return enti_load_int_or(loader, column, ENT_MISSING);
}

double enti_load_real(enti_loader *loader, int column) {
    return enti_rows_number(&loader->rows, loader->at, column);
}

ent_status enti_load_ref(enti_loader *loader, int column, enti_ref *out) {
    int code = enti_load_int_or(loader, column, 0);
    *out = enti_world_ref(loader->world, code);
    if (*out != ENTI_NOBODY) return ENT_OK;
    return ent_fail(loader->err, ENT_E_PARSE, "table %s names entity %d, which table entities does not have",
                    loader->table, code);
}

bool enti_load_whole(double value, int32_t *out) {
    if (!(value >= INT32_MIN && value <= INT32_MAX) || value != floor(value)) return false;
    *out = (int32_t)value;
    return true;
}

static uint8_t confidence_of(const char *text) {
    if (text == NULL || strcmp(text, "high") == 0) return ENTI_HIGH;
    return strcmp(text, "medium") == 0 ? ENTI_MEDIUM : ENTI_LOW;
}

void enti_load_origin(enti_loader *loader, int column, enti_origin *out) {
    const char *source = enti_load_peek(loader, column + 1);
    out->line = enti_load_int_or(loader, column, 0);
    if (loader->source == NULL || source == NULL || (source != loader->source && strcmp(source, loader->source) != 0))
        loader->source = enti_load_text(loader, column + 1);
    out->source = loader->source;
    out->citation = enti_load_text(loader, column + 2);
    out->confidence = confidence_of(enti_load_peek(loader, column + 3));
}

ent_status enti_load_span(enti_loader *loader, int start_column, int end_column, enti_span *out) {
    out->start = enti_load_text(loader, start_column);
    out->end = enti_load_text(loader, end_column);
    if (!enti_date_first(out->start, &out->first) || (*out->end != 0 && !enti_date_last(out->end, &out->last)))
        return ent_fail(loader->err, ENT_E_PARSE, "table %s has a spell from \"%s\" to \"%s\"; expected ISO 8601 dates",
                        loader->table, out->start, out->end);
    if (*out->end == 0) out->last = INT32_MAX;
    return ENT_OK;
}

ent_status enti_load_query(enti_loader *loader, const char *table, const char *sql) {
    enti_load_end(loader);
    loader->table = table;
    loader->source = NULL;
    return enti_store_rows(loader->store, sql, &loader->rows, loader->err);
}

void enti_load_end(enti_loader *loader) {
    enti_rows_clear(&loader->rows);
    loader->at = 0;
}

ent_status enti_load_table(enti_loader *loader, const char *table, const char *columns, size_t record_size,
                           void *rows_out, size_t *count_out, enti_read_row read) {
    ent_status st = ENT_OK;
    char *records = NULL, sql[1024];

    (void)sqlite3_snprintf(sizeof sql, sql, "SELECT %s FROM %s ORDER BY rowid", columns, table);
    ENT_TRY(enti_load_query(loader, table, sql));
    records = enti_arena_alloc(&loader->world->arena, loader->rows.count + 1, record_size);
    if (records == NULL) loader->failed = true;
    for (; !loader->failed && loader->at < loader->rows.count; loader->at++) {
        st = read(loader, records + loader->at * record_size);
        if (loader->failed) break; /* a text that was not copied may look like bad data */
        if (st != ENT_OK) goto done;
    }
    if (loader->failed) st = enti_no_memory(loader->err);
    memcpy(rows_out, &records, sizeof records); /* rows_out points at a pointer of the record's own type */
    *count_out = loader->rows.count;
done:
    enti_load_end(loader);
    return st;
}

ent_status ent_world_open(const ent_store *store, ent_world **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_world *world = enti_alloc(1, sizeof *world);
    enti_loader loader = {.world = world, .store = store, .err = err};

    if (world == NULL) return enti_no_memory(err);
    world->first_year = enti_store_first_year(store);
    world->last_year = enti_store_last_year(store);
    world->label = enti_arena_strdup(&world->arena, ent_store_label(store));
    if (world->label == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_load_entities(&loader));
    ENT_TRY(enti_load_treaties(&loader));
    ENT_TRY(enti_load_ties(&loader));
    ENT_TRY(enti_load_series(&loader));
    ENT_TRY(enti_load_events(&loader));
    ENT_TRY(enti_load_dependence(&loader));
    ENT_TRY(enti_load_derived(&loader));
    ENT_TRY(enti_load_imports(&loader));
    *out = world;
    world = NULL;
done:
    enti_load_end(&loader);
    ent_world_close(world);
    return st;
}

void ent_world_close(ent_world *world) {
    if (world == NULL) return;
    enti_tables_close(world->tables);
    enti_arena_clear(&world->arena);
    ent_free(world);
}
