/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens whatever a file turns out to be, by its first bytes, and hands on to the reader of its kind. */
#include "ingest/records.h"

#include "ingest/records_parts.h"

#include <string.h>
#include <strings.h>

enum { PEEK = 512 };

struct enti_records {
    char *name; /* outlives the caller's */
    enti_source *source;
    enti_text_records *text; /* one of the two */
    enti_stat_records *stat;
    const char *const *fields; /* of the current record */
};

static ent_status open_source(enti_records *r, ent_error *err) {
    ent_status st = ENT_OK;
    const enti_text_options options = {.delimiter = 0, .strict = false};
    char first[PEEK];
    size_t count = 0, got = 1;
    enti_stat_format format;
    while (count < sizeof first && got > 0) {
        st = enti_source_read(r->source, first + count, sizeof first - count, &got, err);
        if (st != ENT_OK && count == 0) return st;
        if (st != ENT_OK) break; /* comes again where its line is known */
        count += got;
    }
    format = enti_stat_detect(first, count);
    if (format != ENTI_NOT_STAT) {
        ENT_TRY(enti_source_settle(r->source, first, count, err));
        ENT_TRY(enti_stat_records_open(r->source, format, r->name, &r->stat, err));
    } else {
        ENT_TRY(enti_foreign_check(r->name, first, count, err));
        ENT_TRY(enti_text_records_open(r->source, first, count, r->name, &options, &r->text, err));
    }
done:
    return st;
}

/* `path` NULL: over bytes. */
static ent_status open_any(const char *path, const char *bytes, size_t size, const char *name, enti_records **out,
                           ent_error *err) {
    ent_status st = ENT_OK;
    enti_records *r = enti_alloc(1, sizeof *r);
    if (r != NULL) r->name = enti_strdup(name);
    if (r == NULL || r->name == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(path != NULL ? enti_source_open(path, r->name, &r->source, err)
                         : enti_source_open_bytes(bytes, size, r->name, &r->source, err));
    ENT_TRY(open_source(r, err));
    *out = r;
    r = NULL;
done:
    enti_records_close(r);
    return st;
}

ent_status enti_records_open(const char *path, const char *name, enti_records **out, ent_error *err) {
    return open_any(path, NULL, 0, name, out, err);
}

ent_status enti_records_open_bytes(const char *bytes, size_t size, const char *name, enti_records **out,
                                   ent_error *err) {
    return open_any(NULL, bytes, size, name, out, err);
}

void enti_records_close(enti_records *records) {
    if (records == NULL) return;
    enti_text_records_close(records->text);
    enti_stat_records_close(records->stat);
    enti_source_close(records->source);
    ent_free(records->name);
    ent_free(records);
}

size_t enti_records_columns(const enti_records *records) {
    return records->text != NULL ? enti_text_records_columns(records->text) : enti_stat_records_columns(records->stat);
}

const char *enti_records_column(const enti_records *records, size_t index) {
    return records->text != NULL ? enti_text_records_column(records->text, index)
                                 : enti_stat_records_column(records->stat, index);
}

size_t enti_records_find(const enti_records *records, const char *name) {
    size_t columns = enti_records_columns(records);
    for (size_t i = 0; i < columns; i++)
        if (strcasecmp(enti_records_column(records, i), name) == 0) return i;
    return SIZE_MAX;
}

ent_status enti_records_next(enti_records *records, bool *more, ent_error *err) {
    ent_status st = records->text != NULL ? enti_text_records_next(records->text, more, err)
                                          : enti_stat_records_next(records->stat, more, err);
    records->fields =
        records->text != NULL ? enti_text_records_fields(records->text) : enti_stat_records_fields(records->stat);
    return st;
}

const char *enti_records_text(const enti_records *records, size_t column) {
    return records->fields[column];
}

long enti_records_line(const enti_records *records) {
    return records->text != NULL ? enti_text_records_line(records->text) : enti_stat_records_line(records->stat);
}

void enti_records_progress(const enti_records *records, uint64_t *done, uint64_t *total) {
    if (records->stat != NULL)
        enti_stat_records_progress(records->stat, done, total);
    else
        enti_source_progress(records->source, done, total);
}
