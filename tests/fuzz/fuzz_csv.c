/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CSV reader over any bytes: every field of every record, as text, number and whole number. */
#include "ingest/csv.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void look_at(const enti_csv *csv, size_t *total) {
    for (size_t c = 0; c < enti_csv_columns(csv); c++) {
        ent_error err;
        double real;
        int32_t whole;
        ent_status st = enti_csv_double(csv, c, &real, &err);
        if (st != ENT_OK && (err.row < 1 || err.column != (long)c + 1)) abort();
        st = enti_csv_int(csv, c, &whole, &err);
        if (st != ENT_OK && err.status != ENT_E_PARSE) abort();
        *total += strlen(enti_csv_text(csv, c));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_error err = {.status = ENT_OK};
    enti_csv *csv = NULL;
    bool more = true;
    size_t total = 0;
    long row = 0;
    if (enti_csv_open_bytes((const char *)bytes, size, "fuzz.csv", &csv, &err) != ENT_OK) {
        if (csv != NULL || *err.message == 0) abort();
        return 0;
    }
    for (size_t c = 0; c < enti_csv_columns(csv); c++)
        if (enti_csv_find(csv, enti_csv_column(csv, c)) > c) abort();
    while (enti_csv_next(csv, &more, &err) == ENT_OK && more) {
        if (enti_csv_row(csv) <= row) abort(); /* lines only grow */
        row = enti_csv_row(csv);
        look_at(csv, &total);
    }
    if (total > size) abort(); /* nothing is read that was not there */
    enti_csv_close(csv);
    return 0;
}
