/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small file as one text. */
#include "ingest/read_file.h"

#include <stdio.h>

ent_status enti_read_file(const char *path, enti_text *out, ent_error *err) {
    char block[4096];
    size_t count;
    ent_status st = ENT_OK;
    FILE *file = fopen(path, "rb");
    if (file == NULL) return ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file could not be opened");
    while ((count = fread(block, 1, sizeof block, file)) > 0)
        enti_text_put(out, block, count);
    if (ferror(file)) st = ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file could not be read");
    (void)fclose(file); /* opened for reading: nothing can be lost */
    if (st == ENT_OK && out->failed) st = enti_no_memory(err);
    return st;
}
