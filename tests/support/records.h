/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables opened from bytes, seen whole as one text, and what is expected of the complaints about them. */
#ifndef TESTS_RECORDS_H
#define TESTS_RECORDS_H

#include "base/base.h"
#include "ingest/records.h"
#include "support/files.h"

#include <zlib.h>

/* The table as text: names and fields in brackets, the line before each record. */
static inline ent_status records_shown(enti_records *r, char **text, ent_error *err) {
    enti_text out = {0};
    ent_status st = ENT_OK;
    bool more = false;
    for (size_t c = 0; c < enti_records_columns(r); c++)
        enti_text_add(&out, "[%s]", enti_records_column(r, c));
    for (;;) {
        ENT_TRY(enti_records_next(r, &more, err));
        if (!more) break;
        enti_text_add(&out, "\n%ld:", enti_records_line(r));
        for (size_t c = 0; c < enti_records_columns(r); c++)
            enti_text_add(&out, "[%s]", enti_records_text(r, c));
    }
    if (out.failed) st = enti_no_memory(err);
done:
    if (st == ENT_OK)
        *text = out.at;
    else
        enti_text_clear(&out);
    return st;
}

/* Opens bytes or, for NULL, a file, and shows the table. The caller frees the text with ent_free. */
static inline ent_status records_read(const char *path, const char *bytes, size_t size, char **text, ent_error *err) {
    enti_records *r = NULL;
    ent_status st = bytes != NULL ? enti_records_open_bytes(bytes, size, "t.csv", &r, err)
                                  : enti_records_open(path, "t.csv", &r, err);
    assert_true((st == ENT_OK) == (r != NULL));
    if (st == ENT_OK) st = records_shown(r, text, err);
    enti_records_close(r);
    return st;
}

static inline void records_expect_bytes(const char *bytes, size_t size, const char *shown) {
    ent_error err = {.status = ENT_OK};
    char *text = NULL;
    must(records_read(NULL, bytes, size, &text, &err), &err);
    assert_string_equal(text, shown);
    ent_free(text);
}

static inline void records_expect(const char *bytes, const char *shown) {
    records_expect_bytes(bytes, strlen(bytes), shown);
}

/* Reading must fail with this status, at this place, with these words in the message. Row -1: on any. */
static inline void records_refused_bytes(const char *bytes, size_t size, ent_status status, long row, long column,
                                         const char *words) {
    ent_error err = {.status = ENT_OK};
    char *text = NULL;
    assert_int_equal(records_read(NULL, bytes, size, &text, &err), status);
    assert_null(text);
    if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in: %s", words, err.message);
    assert_int_equal(err.status, status);
    assert_string_equal(err.file, "t.csv");
    if ((row >= 0 && err.row != row) || err.column != column)
        fail_msg("expected %ld:%ld, found %s", row, column, err.message);
}

static inline void records_refused(const char *bytes, long row, long column, const char *words) {
    records_refused_bytes(bytes, strlen(bytes), ENT_E_PARSE, row, column, words);
}

/* One gzip member; the caller frees it. */
static inline char *gzip_of(const char *bytes, size_t size, size_t *packed) {
    z_stream z = {0};
    char *out;
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
    *packed = deflateBound(&z, (uLong)size) + 32;
    out = malloc(*packed);
    assert_non_null(out);
    z.next_in = (z_const Bytef *)bytes;
    z.avail_in = (uInt)size;
    z.next_out = (Bytef *)out;
    z.avail_out = (uInt)*packed;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    *packed -= z.avail_out;
    assert_int_equal(deflateEnd(&z), Z_OK);
    return out;
}

#endif
