/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels as files. */
#ifndef ENTI_PANEL_WRITE_H
#define ENTI_PANEL_WRITE_H

#include "panel/panel.h"

/* Bytes on their way to a sink, in large pieces. */
typedef struct {
    ent_sink sink;
    void *context;
    char *at;
    size_t size, room;
    int failure; /* errno of the sink */
} enti_output;

ENT_MUST_USE ent_status enti_output_open(enti_output *o, ent_sink sink, void *context, ent_error *err);
void enti_output_flush(enti_output *o);
/* Room for so many bytes more (at most a few thousand); flushes when there is none. */
char *enti_output_room(enti_output *o, size_t bytes);
void enti_output_put(enti_output *o, const char *bytes, size_t size);
/* Flushes, frees, and turns a failure of the sink into an error. */
ENT_MUST_USE ent_status enti_output_close(enti_output *o, ent_error *err);

/* One value as JSON: quoted and escaped text, or a number, or null. */
void enti_output_json_text(enti_output *o, const char *text);
/* One text as a cell, quoted where it holds the separator, a quote or an end of line. */
void enti_output_cell(enti_output *o, const char *text, char separator);

ENT_MUST_USE ent_status enti_write_separated(const ent_panel *p, char separator, enti_output *o, ent_error *err);
ENT_MUST_USE ent_status enti_write_objects(const ent_panel *p, bool lines, enti_output *o, ent_error *err);
ENT_MUST_USE ent_status enti_write_table(const ent_panel *p, enti_output *o, ent_error *err);
ENT_MUST_USE ent_status enti_write_stata(const ent_panel *p, enti_output *o, ent_error *err);

#endif
