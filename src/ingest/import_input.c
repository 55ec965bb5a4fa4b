/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of an import. */
#include "ingest/import_input.h"

#include "ingest/column_map.h"
#include "base/sha256.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 1 << 16 };

static ent_status read_through(FILE *file, bool hold, enti_import_input *in, ent_error *err) {
    enti_sha256 sha;
    char *block = enti_alloc(BLOCK, 1);
    ent_status st = ENT_OK;
    size_t count;
    if (block == NULL) return enti_no_memory(err);
    enti_sha256_init(&sha);
    while ((count = fread(block, 1, BLOCK, file)) > 0) {
        enti_sha256_add(&sha, block, count);
        in->bytes += count;
        if (hold) enti_text_put(&in->held, block, count);
    }
    if (ferror(file)) st = ent_fail_at(err, ENT_E_IO, in->name, 0, 0, "the file cannot be read: %s", strerror(errno));
    if (in->held.failed) st = enti_no_memory(err);
    enti_sha256_text(&sha, in->sha256);
    ent_free(block);
    return st;
}

ent_status enti_input_open(const char *path, const char *map, enti_import_input *out, ent_error *err) {
    const char *slash = strrchr(path, '/');
    bool standard = strcmp(path, "-") == 0;
    FILE *file = NULL;
    ent_status st = ENT_OK;
    memset(out, 0, sizeof *out);
    out->path = path;
    out->base = slash != NULL && slash[1] != 0 ? slash + 1 : path;
    out->name = standard ? "standard input" : path;
    if (map != NULL) {
        ENT_TRY(enti_column_map_open(map, &out->map, err));
        out->mapped = enti_column_map_dataset(out->map);
    }
    file = standard ? stdin : fopen(path, "rb");
    if (file == NULL) return ent_fail_at(err, ENT_E_IO, path, 0, 0, "the file cannot be opened: %s", strerror(errno));
    ENT_TRY(read_through(file, standard, out, err));
done:
    if (file != NULL && !standard) (void)fclose(file); /* opened for reading: nothing can be lost */
    return st;
}

void enti_input_bytes(const char *bytes, size_t size, const char *name, enti_import_input *out) {
    enti_sha256 sha;
    memset(out, 0, sizeof *out);
    out->path = out->name = out->base = name;
    out->given = bytes;
    out->bytes = size;
    enti_sha256_init(&sha);
    enti_sha256_add(&sha, bytes, size);
    enti_sha256_text(&sha, out->sha256);
}

void enti_input_close(enti_import_input *input) {
    enti_text_clear(&input->held);
    enti_column_map_close(input->map);
    memset(input, 0, sizeof *input);
}

ent_status enti_input_records(const enti_import_input *input, enti_records **out, ent_error *err) {
    if (input->given != NULL) return enti_records_open_bytes(input->given, input->bytes, input->name, out, err);
    if (strcmp(input->path, "-") == 0)
        return enti_records_open_bytes(input->held.at != NULL ? input->held.at : "", input->held.size, input->name, out,
                                       err);
    return enti_records_open(input->path, input->name, out, err);
}
