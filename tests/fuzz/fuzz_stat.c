/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a Stata, SPSS or SAS file, whatever they begin with. */
#include "ingest/records_parts.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MOST_ROWS = 2000 };

static void look_at(const enti_stat_records *s, long row) {
    if (enti_stat_records_line(s) != row) abort();
    for (size_t c = 0; c < enti_stat_records_columns(s); c++) {
        const char *text = enti_stat_records_fields(s)[c];
        if (!enti_is_utf8(text, strlen(text))) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_error err = {.status = ENT_OK};
    enti_source *source = NULL;
    enti_stat_records *s = NULL;
    enti_stat_format format = enti_stat_detect(bytes, size);
    bool more = true;
    ent_status st;
    if (format == ENTI_NOT_STAT) return 0;
    if (enti_source_open_bytes(bytes, size, "fuzz", &source, &err) != ENT_OK) abort();
    st = enti_source_settle(source, NULL, 0, &err);
    if (st == ENT_OK) st = enti_stat_records_open(source, format, "fuzz", &s, &err);
    if ((st == ENT_OK) != (s != NULL)) abort();
    for (long row = 1; st == ENT_OK && row < MOST_ROWS; row++) {
        st = enti_stat_records_next(s, &more, &err);
        if (st != ENT_OK || !more) break;
        look_at(s, row);
    }
    if (st != ENT_OK && (err.status != st || *err.message == 0)) abort();
    enti_stat_records_close(s);
    enti_source_close(source);
    return 0;
}
