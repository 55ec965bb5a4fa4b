/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of an import as a file, row by row; a file appears only when it is complete. */
#include "ingest/importing.h"
#include "store/store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

typedef struct writer {
    FILE *file;
    ent_export_format format;
} writer;

static void put_json_text(FILE *f, const char *text) {
    (void)fputc('"', f);
    for (const unsigned char *p = (const unsigned char *)text; *p != 0; p++) {
        if (*p == '"' || *p == '\\')
            (void)fprintf(f, "\\%c", *p);
        else if (*p < 0x20)
            (void)fprintf(f, "\\u%04x", *p);
        else
            (void)fputc(*p, f);
    }
    (void)fputc('"', f);
}

/* Quoted where it holds what would end the field. */
static void put_field(FILE *f, const char *text, char between) {
    if (strpbrk(text, "\"\r\n") == NULL && strchr(text, between) == NULL) {
        (void)fputs(text, f);
        return;
    }
    (void)fputc('"', f);
    for (; *text != 0; text++) {
        if (*text == '"') (void)fputc('"', f);
        (void)fputc(*text, f);
    }
    (void)fputc('"', f);
}

static void put_value(const writer *w, sqlite3_stmt *row, int column) {
    const char *text;
    char number[32];
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
        if (w->format == ENT_EXPORT_JSON) (void)fputs("null", w->file);
        return;
    case SQLITE_INTEGER: (void)fprintf(w->file, "%lld", (long long)sqlite3_column_int64(row, column)); return;
    case SQLITE_FLOAT:
        /* The fewest digits that read back as the same number. */
        for (int digits = 15; digits <= 17; digits++) {
            double back;
            (void)snprintf(number, sizeof number, "%.*g", digits, sqlite3_column_double(row, column));
            if (enti_value_real(number, &back) && back == sqlite3_column_double(row, column)) break;
        }
        (void)fputs(number, w->file);
        return;
    default:
        text = (const char *)sqlite3_column_text(row, column);
        if (text == NULL) text = "";
        if (w->format == ENT_EXPORT_JSON)
            put_json_text(w->file, text);
        else
            put_field(w->file, text, w->format == ENT_EXPORT_TSV ? '\t' : ',');
    }
}

static void put_header(const writer *w, sqlite3_stmt *row) {
    if (w->format == ENT_EXPORT_JSON) return;
    for (int c = 0; c < sqlite3_column_count(row); c++) {
        if (c > 0) (void)fputc(w->format == ENT_EXPORT_TSV ? '\t' : ',', w->file);
        put_field(w->file, sqlite3_column_name(row, c), w->format == ENT_EXPORT_TSV ? '\t' : ',');
    }
    (void)fputc('\n', w->file);
}

static void put_row(const writer *w, sqlite3_stmt *row, bool first) {
    bool json = w->format == ENT_EXPORT_JSON;
    if (json) (void)fputs(first ? "[\n{" : ",\n{", w->file);
    for (int c = 0; c < sqlite3_column_count(row); c++) {
        if (c > 0) (void)fputc(w->format == ENT_EXPORT_TSV ? '\t' : ',', w->file);
        if (json) {
            put_json_text(w->file, sqlite3_column_name(row, c));
            (void)fputc(':', w->file);
        }
        put_value(w, row, c);
    }
    (void)fputs(json ? "}" : "\n", w->file);
}

static ent_status write_rows(const ent_store *store, sqlite3_stmt *row, const writer *w, ent_error *err) {
    ent_status st = ENT_OK;
    bool more = true, first = true;
    put_header(w, row);
    for (; !ferror(w->file); first = false) {
        ENT_TRY(enti_store_step(store, row, &more, err));
        if (!more) break;
        put_row(w, row, first);
    }
    if (w->format == ENT_EXPORT_JSON) (void)fputs(first ? "[]\n" : "\n]\n", w->file);
done:
    return st;
}

/* The import that `what` names, and the statement that reads its rows as they were stored. */
static ent_status find(const ent_store *store, const char *database, const char *what, sqlite3_stmt **out,
                       ent_error *err) {
    sqlite3_stmt *row = NULL;
    char *sql = NULL;
    ent_status st = ENT_OK;
    int64_t id = 0;
    bool more = false;
    ENT_TRY(enti_store_import(store, what, &id, err));
    st = enti_store_prepare(
        store, "SELECT id, dataset FROM imports WHERE id = ?1 OR (?1 = 0 AND CAST(id AS TEXT) = ?2)", &row, NULL);
    if (st == ENT_OK) {
        (void)sqlite3_bind_int64(row, 1, id); /* a failure leaves NULL, which equals nothing */
        (void)sqlite3_bind_text(row, 2, what, -1, SQLITE_STATIC);
        ENT_TRY(enti_store_step(store, row, &more, err));
    }
    if (!more) { /* also where nothing was ever imported */
        st = ent_fail(err, ENT_E_MISSING, "no import in %s is called \"%s\"; entente data list shows what there is",
                      database != NULL ? database : "the built-in data", what);
        goto done;
    }
    sql = sqlite3_mprintf("SELECT * FROM \"import_%w\" WHERE import = %lld ORDER BY rowid", sqlite3_column_text(row, 1),
                          sqlite3_column_int64(row, 0));
    st = sql != NULL ? enti_store_prepare(store, sql, out, err) : enti_no_memory(err);
done:
    sqlite3_finalize(row);
    sqlite3_free(sql);
    return st;
}

static ent_status finish(FILE *file, const char *name, ent_error *err) {
    bool failed = ferror(file) != 0 || fflush(file) != 0;
    int reason = errno;
    if (!failed) return ENT_OK;
    /* A reader that closes the pipe early has what it wanted. */
    if (file == stdout && reason == EPIPE) return ENT_OK;
    return ent_fail(err, ENT_E_IO, "%s cannot be written: %s", name, strerror(reason));
}

static ent_status write_file(const ent_store *store, sqlite3_stmt *row, ent_export_format format, const char *out,
                             ent_error *err) {
    enti_text part = {0};
    writer w = {.file = NULL, .format = format};
    ent_status st = ENT_OK;
    enti_text_add(&part, "%s.part", out);
    if (part.failed) return enti_no_memory(err);
    w.file = fopen(part.at, "wb");
    if (w.file == NULL) {
        st = ent_fail(err, ENT_E_IO, "%s cannot be written: %s", out, strerror(errno));
        goto done;
    }
    ENT_TRY(write_rows(store, row, &w, err));
    ENT_TRY(finish(w.file, out, err));
done:
    if (w.file != NULL && fclose(w.file) != 0 && st == ENT_OK)
        st = ent_fail(err, ENT_E_IO, "%s cannot be written: %s", out, strerror(errno));
    if (st == ENT_OK && rename(part.at, out) != 0)
        st = ent_fail(err, ENT_E_IO, "%s cannot be put in place: %s", out, strerror(errno));
    if (st != ENT_OK && w.file != NULL) (void)remove(part.at); /* what there is of it */
    enti_text_clear(&part);
    return st;
}

ent_status ent_import_export(const char *database, const char *what, ent_export_format format, const char *out,
                             ent_error *err) {
    ent_store *store = NULL;
    sqlite3_stmt *row = NULL;
    ent_status st = ENT_OK;
    ENT_TRY(ent_store_open(database, &store, err));
    ENT_TRY(find(store, database, what, &row, err));
    if (out != NULL) {
        ENT_TRY(write_file(store, row, format, out, err));
    } else {
        writer w = {.file = stdout, .format = format};
        ENT_TRY(write_rows(store, row, &w, err));
        ENT_TRY(finish(stdout, "standard output", err));
    }
done:
    sqlite3_finalize(row);
    ent_store_close(store);
    return st;
}
