/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file into a database: recognise, plan, translate, store; one transaction. */
#include "ingest/import_input.h"
#include "ingest/import_table.h"
#include "ingest/import_target.h"
#include "ingest/recognise.h"

#include <stdio.h>
#include <string.h>

enum { BETWEEN_CALLS = 4096 };

ent_import_options ent_import_options_default(void) {
    return (ent_import_options){.as = NULL};
}

/* ---- one table ---- */

static ent_status tell(const enti_importing *im, const ent_import_options *options, const char *file, ent_error *err) {
    ent_import_progress progress = {.file = file, .rows = im->rows};
    if (options->progress == NULL) return ENT_OK;
    enti_records_progress(im->records, &progress.done, &progress.total);
    if (options->progress(options->context, &progress) == 0) return ENT_OK;
    return ent_fail(err, ENT_E_CANCELLED, "the import of %s was stopped; the database is as it was", im->file);
}

/* A record that says "not so" (contiguity of type 0) gives no row. */
static bool is_without(const enti_importing *im, size_t column) {
    return column != SIZE_MAX && im->values[column].type == ENTI_VALUE_WHOLE && im->values[column].whole == 0;
}

static ent_status store_rows(enti_importing *im, const ent_import_options *options, const char *file, char stated[64],
                             ent_error *err) {
    size_t version =
        im->set->version_column != NULL ? enti_records_find(im->records, im->set->version_column) : SIZE_MAX;
    size_t without = im->set->without != NULL ? enti_import_column(im, im->set->without) : SIZE_MAX;
    ent_status st = ENT_OK;
    bool more = false;
    for (;;) {
        if (im->read % BETWEEN_CALLS == 0) ENT_TRY(tell(im, options, file, err));
        ENT_TRY(enti_records_next(im->records, &more, err));
        if (!more) break;
        if (im->read++ == 0 && version != SIZE_MAX)
            (void)snprintf(stated, 64, "%.63s", enti_records_text(im->records, version));
        ENT_TRY(enti_import_translate(im, err));
        if (is_without(im, without)) continue;
        ENT_TRY(im->set->hook != NULL ? im->set->hook->row(im, err) : enti_import_emit(im, err));
    }
    if (im->read == 0)
        st = ent_fail_at(err, ENT_E_PARSE, im->file, 1, 0, "the file has a header and no rows; nothing to import");
done:
    return st;
}

static void fill_result(const enti_importing *im, const char *version, bool replaced, ent_import_result *out) {
    size_t size = 0;
    (void)snprintf(out->dataset, sizeof out->dataset, "%s", im->set->id);
    (void)snprintf(out->title, sizeof out->title, "%s", im->set->title);
    (void)snprintf(out->version, sizeof out->version, "%s", version);
    out->id = im->id;
    out->records = im->read;
    out->rows = im->rows;
    out->first_year = im->first_year;
    out->last_year = im->last_year;
    out->replaced = replaced;
    out->unresolved = im->unresolved_all;
    for (size_t i = 0; i < im->unresolved_count && size + 48 < sizeof out->unresolved_codes; i++)
        size += (size_t)snprintf(out->unresolved_codes + size, sizeof out->unresolved_codes - size, "%s%s %lld",
                                 i > 0 ? ", " : "", im->unresolved[i].code, (long long)im->unresolved[i].count);
    if (im->unresolved_count == ENTI_UNRESOLVED_MOST || size + 48 >= sizeof out->unresolved_codes)
        (void)snprintf(out->unresolved_codes + size, sizeof out->unresolved_codes - size, " ...");
}

/* Which data set the header is, by the map, by name or by itself. */
static ent_status choose(const enti_records *records, const enti_import_input *input, const ent_import_options *options,
                         const enti_dataset **out, ent_error *err) {
    if (input->mapped == NULL) return enti_recognise(records, input->name, options->as, out, err);
    *out = input->mapped;
    return enti_recognise_check(records, input->name, *out, err);
}

/* `set` NULL: by the header. Receives what was imported and which table is to be made from the same file. */
static ent_status import_table(sqlite3 *db, const enti_import_input *input, const ent_import_options *options,
                               const enti_dataset **set, ent_import_result *out, ent_error *err) {
    enti_importing im = {.db = db, .file = input->name, .set = *set};
    enti_import_origin origin = {.file = input->base, .bytes = input->bytes};
    char stated[64] = "", version[64] = "";
    bool replaced = false;
    ent_status st = ENT_OK;

    memcpy(origin.sha256, input->sha256, sizeof origin.sha256);
    if (options->version != NULL) (void)snprintf(version, sizeof version, "%.63s", options->version);
    ENT_TRY(enti_input_records(input, &im.records, err));
    if (im.set == NULL) ENT_TRY(choose(im.records, input, options, &im.set, err));
    ENT_TRY(enti_codes_open(db, &im.codes, err));
    ENT_TRY(enti_import_plan(&im, options->columns, err));
    ENT_TRY(enti_table_open(&im, &origin, &replaced, err));
    if (im.set->hook != NULL && im.set->hook->begin != NULL) ENT_TRY(im.set->hook->begin(&im, err));
    ENT_TRY(store_rows(&im, options, input->path, stated, err));
    ENT_TRY(enti_table_close(&im, &origin, stated, version, err));
    fill_result(&im, version, replaced, out);
    *set = im.set;
done:
    sqlite3_finalize(im.insert);
    sqlite3_finalize(im.note_swapped);
    enti_records_close(im.records);
    enti_codes_close(im.codes);
    enti_key_clear(&im.seen);
    enti_arena_clear(&im.arena);
    return st;
}

ent_status enti_import_into(sqlite3 *db, const enti_import_input *input, const ent_import_options *options,
                            ent_import_result *out, ent_error *err) {
    const enti_dataset *set = NULL;
    ent_import_result done = {.first_year = ENT_MISSING, .last_year = ENT_MISSING}, more = {.id = 0};
    ent_status st = ENT_OK;
    bool begun = false;
    ENT_TRY(enti_import_sql(db, "BEGIN IMMEDIATE", err));
    begun = true;
    ENT_TRY(enti_tables_make(db, err));
    ENT_TRY(import_table(db, input, options, &set, &done, err));
    if (set->also != NULL) {
        const enti_dataset *also = enti_dataset_find(set->also);
        ENT_TRY(import_table(db, input, options, &also, &more, err));
        (void)snprintf(done.also, sizeof done.also, "%s", more.dataset);
        done.also_rows = more.rows;
        done.unresolved += more.unresolved;
        memcpy(done.unresolved_codes, more.unresolved_codes, sizeof done.unresolved_codes);
    }
    ENT_TRY(enti_tables_years(db, err));
    ENT_TRY(enti_import_sql(db, "COMMIT", err));
    *out = done;
done:
    /* SQLite has rolled back by itself where the disk was full; then this says there is nothing to do. */
    if (st != ENT_OK && begun) (void)sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    return st;
}

ent_status ent_import_file(const char *database, const char *file, const ent_import_options *options,
                           ent_import_result *result, ent_error *err) {
    ent_import_options usual = ent_import_options_default();
    ent_import_result done = {.id = 0};
    enti_import_input input = {.path = NULL};
    enti_target target = {.db = NULL};
    ent_status st = ENT_OK;

    if (options == NULL) options = &usual;
    ENT_TRY(enti_input_open(file, options->map, &input, err));
    ENT_TRY(enti_target_open(database, true, &target, err));
    done.created = target.part != NULL;
    ENT_TRY(enti_import_into(target.db, &input, options, &done, err));
    done.created = target.part != NULL;
    ENT_TRY(enti_target_keep(&target, err));
    if (result != NULL) *result = done;
done:
    enti_target_close(&target);
    enti_input_close(&input);
    return st;
}
