/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to a sink in large pieces, and the choice of the form of a file. */
#include "panel/write.h"

#include <errno.h>
#include <string.h>

enum { PIECE = 1 << 18 };

ent_status enti_output_open(enti_output *o, ent_sink sink, void *context, ent_error *err) {
    *o = (enti_output){.sink = sink, .context = context, .room = PIECE};
    o->at = enti_alloc(PIECE, 1);
    return o->at == NULL ? enti_no_memory(err) : ENT_OK;
}

void enti_output_flush(enti_output *o) {
    if (o->failure == 0 && o->size > 0) o->failure = o->sink(o->context, o->at, o->size);
    o->size = 0;
}

char *enti_output_room(enti_output *o, size_t bytes) {
    if (o->room - o->size < bytes) enti_output_flush(o);
    return o->at + o->size;
}

void enti_output_put(enti_output *o, const char *bytes, size_t size) {
    while (size > 0) {
        size_t piece = size < 4096 ? size : 4096;
        memcpy(enti_output_room(o, piece), bytes, piece);
        o->size += piece;
        bytes += piece;
        size -= piece;
    }
}

ent_status enti_output_close(enti_output *o, ent_error *err) {
    enti_output_flush(o);
    ent_free(o->at);
    o->at = NULL;
    if (o->failure == 0) return ENT_OK;
    return ent_fail(err, ENT_E_IO, "the output cannot be written: %s", strerror(o->failure));
}

void enti_output_json_text(enti_output *o, const char *text) {
    enti_output_put(o, "\"", 1);
    for (const char *p = text; *p != 0; p++) {
        static const char hex[] = "0123456789abcdef";
        unsigned char c = (unsigned char)*p;
        char escape[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
        if (c == '"' || c == '\\')
            enti_output_put(o, (char[]){'\\', (char)c}, 2);
        else if (c < 0x20)
            enti_output_put(o, escape, 6);
        else
            enti_output_put(o, p, 1);
    }
    enti_output_put(o, "\"", 1);
}

void enti_output_cell(enti_output *o, const char *text, char separator) {
    const char special[] = {separator, '"', '\r', '\n', 0};
    if (text[strcspn(text, special)] == 0) {
        enti_output_put(o, text, strlen(text));
        return;
    }
    enti_output_put(o, "\"", 1);
    for (const char *p = text; *p != 0; p++) {
        if (*p == '"') enti_output_put(o, "\"", 1);
        enti_output_put(o, p, 1);
    }
    enti_output_put(o, "\"", 1);
}

ent_status ent_panel_write(const ent_panel *panel, ent_file_format format, ent_sink sink, void *context,
                           ent_error *err) {
    enti_output o;
    ent_status st = enti_output_open(&o, sink, context, err), closed;
    if (st != ENT_OK) return st;
    switch (format) {
    case ENT_FILE_TABLE: st = enti_write_table(panel, &o, err); break;
    case ENT_FILE_CSV: st = enti_write_separated(panel, ',', &o, err); break;
    case ENT_FILE_TSV: st = enti_write_separated(panel, '\t', &o, err); break;
    case ENT_FILE_DTA: st = enti_write_stata(panel, &o, err); break;
    case ENT_FILE_JSON: st = enti_write_objects(panel, false, &o, err); break;
    case ENT_FILE_NDJSON: st = enti_write_objects(panel, true, &o, err); break;
    }
    closed = enti_output_close(&o, st == ENT_OK ? err : NULL);
    return st != ENT_OK ? st : closed;
}
