/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of records over any bytes, as text and as gzip: what comes out is UTF-8, lines only grow, and what is wrong
 * has a message. Files of statistics programs have a target of their own. */
#include "ingest/records.h"
#include "ingest/records_parts.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void look_at(const enti_records *r, size_t *total) {
    for (size_t c = 0; c < enti_records_columns(r); c++) {
        const char *text = enti_records_text(r, c);
        size_t length = strlen(text);
        if (!enti_is_utf8(text, length)) abort();
        if (length > 0 && (strchr(" \t", text[0]) != NULL || strchr(" \t", text[length - 1]) != NULL)) abort();
        *total += length;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_error err = {.status = ENT_OK};
    enti_records *r = NULL;
    bool more = true;
    size_t total = 0;
    long line = 0;
    uint64_t done, all;
    ent_status st;
    if (enti_stat_detect(bytes, size) != ENTI_NOT_STAT) return 0;
    st = enti_records_open_bytes((const char *)bytes, size, "fuzz.csv", &r, &err);
    if ((st == ENT_OK) != (r != NULL)) abort();
    while (st == ENT_OK && (st = enti_records_next(r, &more, &err)) == ENT_OK && more) {
        if (enti_records_line(r) <= line) abort();
        line = enti_records_line(r);
        look_at(r, &total);
    }
    if (st != ENT_OK && (err.status != st || *err.message == 0)) abort();
    if (r != NULL) enti_records_progress(r, &done, &all);
    if (r != NULL && (done > all || all != size)) abort();
    if (size > 0 && bytes[0] != 0x1F && total > 3 * size) abort(); /* nothing is read that was not there */
    enti_records_close(r);
    return 0;
}
