/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stata files (118) through ReadStat, with labels; unknown is a system missing value. No clock enters the bytes. */
#include "panel/write.h"

#include <readstat.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_ROOM = 81, NAME_ROOM = 33 }; /* what Stata holds, with the end */

static ssize_t take_bytes(const void *bytes, size_t size, void *context) {
    enti_output *o = context;
    enti_output_put(o, bytes, size);
    return o->failure == 0 ? (ssize_t)size : -1;
}

static readstat_type_t type_of(const enti_pcolumn *c) {
    if (c->about.kind == ENT_COLUMN_TEXT) return READSTAT_TYPE_STRING;
    return c->small != NULL || c->role != ENTI_DATA ? READSTAT_TYPE_INT16 : READSTAT_TYPE_DOUBLE;
}

static size_t widest(const ent_panel *p, size_t column) {
    size_t most = 1;
    for (size_t row = 0; row < p->frame.rows; row++) {
        const char *text = ent_panel_text(p, row, column);
        if (text != NULL && strlen(text) > most) most = strlen(text);
    }
    return most > 2045 ? 2045 : most;
}

/* Names are cut to what Stata takes; two that then agree get a number. */
static void stata_name(const ent_panel *p, size_t column, char out[NAME_ROOM]) {
    const char *name = p->columns[column].about.name;
    size_t same = 0;
    for (size_t c = 0; c < column; c++)
        same += strncmp(p->columns[c].about.name, name, NAME_ROOM - 1) == 0;
    (void)snprintf(out, NAME_ROOM, "%.32s", name);
    if (same > 0) (void)snprintf(out + 29, NAME_ROOM - 29, "_%zu", same % 100);
    for (char *q = out; *q != 0; q++)
        if (strchr("-. ", *q) != NULL) *q = '_';
}

static void declare(const ent_panel *p, readstat_writer_t *writer) {
    for (size_t c = 0; c < p->columns_count; c++) {
        const enti_pcolumn *column = &p->columns[c];
        char name[NAME_ROOM], label[LABEL_ROOM];
        size_t width = column->about.kind == ENT_COLUMN_TEXT ? widest(p, c) : 0;
        readstat_variable_t *variable;
        stata_name(p, c, name);
        (void)snprintf(label, sizeof label, *column->about.unit != 0 ? "%s (%s)" : "%s", column->about.title,
                       column->about.unit);
        for (size_t end = strlen(label); end > 0 && ((unsigned char)label[end - 1] & 0x80) != 0; end--)
            label[end - 1] = 0; /* no half characters where the label was cut */
        variable = readstat_add_variable(writer, name, type_of(column), width);
        readstat_variable_set_label(variable, label);
    }
}

static readstat_error_t insert(const ent_panel *p, readstat_writer_t *writer, size_t row, size_t c) {
    const readstat_variable_t *variable = readstat_get_variable(writer, (int)c);
    readstat_type_t type = type_of(&p->columns[c]);
    double value;
    if (type == READSTAT_TYPE_STRING) {
        const char *text = ent_panel_text(p, row, c);
        return readstat_insert_string_value(writer, variable, text == NULL ? "" : text);
    }
    value = enti_value(p, &p->columns[c], row);
    if (!isfinite(value)) return readstat_insert_missing_value(writer, variable);
    if (type == READSTAT_TYPE_INT16 && value <= 32740)
        return readstat_insert_int16_value(writer, variable, (int16_t)value);
    if (type == READSTAT_TYPE_INT16) return readstat_insert_missing_value(writer, variable);
    return readstat_insert_double_value(writer, variable, value);
}

ent_status enti_write_stata(const ent_panel *p, enti_output *o, ent_error *err) {
    readstat_writer_t *writer = readstat_writer_init();
    readstat_error_t error = READSTAT_OK;
    if (writer == NULL) return enti_no_memory(err);
    (void)readstat_set_data_writer(writer, take_bytes);
    (void)readstat_writer_set_file_label(writer, "entente panel");
    (void)readstat_writer_set_file_timestamp(writer, 0);
    (void)readstat_writer_set_file_format_version(writer, 118);
    declare(p, writer);
    error = readstat_begin_writing_dta(writer, o, (long)p->frame.rows);
    for (size_t row = 0; row < p->frame.rows && error == READSTAT_OK; row++) {
        error = readstat_begin_row(writer);
        for (size_t c = 0; c < p->columns_count && error == READSTAT_OK; c++)
            error = insert(p, writer, row, c);
        if (error == READSTAT_OK) error = readstat_end_row(writer);
    }
    if (error == READSTAT_OK) error = readstat_end_writing(writer);
    readstat_writer_free(writer);
    if (error == READSTAT_OK || o->failure != 0) return ENT_OK; /* the close tells of the sink */
    return ent_fail(err, error == READSTAT_ERROR_MALLOC ? ENT_E_NOMEM : ENT_E_IO,
                    "the Stata file cannot be written: %s", readstat_error_message(error));
}
