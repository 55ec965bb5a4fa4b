/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small Stata, SPSS and SAS files made through ReadStat's writer. */
#ifndef TESTS_STATFILE_H
#define TESTS_STATFILE_H

#include "support/records.h"

#include <readstat.h>

typedef enum { MAKE_DTA, MAKE_SAV, MAKE_ZSAV, MAKE_POR, MAKE_SAS, MAKE_XPORT, MAKE_KINDS } stat_kind;

static inline ssize_t stat_append(const void *data, size_t size, void *context) {
    enti_text_put(context, data, size);
    return (ssize_t)size;
}

static inline void stat_ok(readstat_error_t rc) {
    if (rc != READSTAT_OK) fail_msg("ReadStat: %s", readstat_error_message(rc));
}

static inline void stat_begin(readstat_writer_t *w, stat_kind kind, enti_text *out, long rows) {
    (void)readstat_writer_set_file_timestamp(w, 0); /* the same bytes every day; SAS wants none */
    switch (kind) {
    case MAKE_DTA: stat_ok(readstat_begin_writing_dta(w, out, rows)); break;
    case MAKE_ZSAV:
        stat_ok(readstat_writer_set_compression(w, READSTAT_COMPRESS_BINARY));
        stat_ok(readstat_begin_writing_sav(w, out, rows));
        break;
    case MAKE_SAV:
        stat_ok(readstat_writer_set_compression(w, READSTAT_COMPRESS_ROWS));
        stat_ok(readstat_begin_writing_sav(w, out, rows));
        break;
    case MAKE_POR: stat_ok(readstat_begin_writing_por(w, out, rows)); break;
    case MAKE_SAS: stat_ok(readstat_begin_writing_sas7bdat(w, out, rows)); break;
    case MAKE_XPORT: stat_ok(readstat_begin_writing_xport(w, out, rows)); break;
    case MAKE_KINDS: fail();
    }
}

/* `rows` rows of CODE (the number from 1), SCORE (a third of it; every tenth missing) and NAME. The caller clears it. */
static inline enti_text stat_file(stat_kind kind, long rows) {
    enti_text out = {0};
    readstat_writer_t *w = readstat_writer_init();
    readstat_variable_t *code, *score, *name;
    assert_non_null(w);
    stat_ok(readstat_set_data_writer(w, stat_append));
    code = readstat_add_variable(w, "CODE", kind == MAKE_DTA ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE, 0);
    score = readstat_add_variable(w, "SCORE", READSTAT_TYPE_DOUBLE, 0);
    name = readstat_add_variable(w, "NAME", READSTAT_TYPE_STRING, 16);
    stat_begin(w, kind, &out, rows);
    for (long i = 1; i <= rows; i++) {
        char text[32];
        (void)snprintf(text, sizeof text, "state %ld", i);
        stat_ok(readstat_begin_row(w));
        stat_ok(kind == MAKE_DTA ? readstat_insert_int32_value(w, code, (int32_t)i)
                                 : readstat_insert_double_value(w, code, (double)i));
        stat_ok(i % 10 == 0 ? readstat_insert_missing_value(w, score)
                            : readstat_insert_double_value(w, score, (double)i / 4));
        stat_ok(readstat_insert_string_value(w, name, i % 7 == 0 ? "" : text));
        stat_ok(readstat_end_row(w));
    }
    stat_ok(readstat_end_writing(w));
    readstat_writer_free(w);
    assert_false(out.failed);
    return out;
}

/* What records_shown makes of it. */
static inline char *stat_shown(long rows) {
    enti_text out = {0};
    enti_text_add(&out, "[CODE][SCORE][NAME]");
    for (long i = 1; i <= rows; i++) {
        enti_text_add(&out, "\n%ld:[%ld][", i, i);
        if (i % 10 != 0) enti_text_add(&out, "%.10g", (double)i / 4);
        enti_text_add(&out, "][");
        if (i % 7 != 0) enti_text_add(&out, "state %ld", i);
        enti_text_add(&out, "]");
    }
    return out.at;
}

#endif
