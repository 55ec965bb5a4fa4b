/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into a finished panel. */
#include "panel/panel.h"

#include <string.h>

void ent_panel_close(ent_panel *panel) {
    if (panel == NULL) return;
    enti_arena_clear(&panel->arena);
    ent_free(panel);
}

size_t ent_panel_rows(const ent_panel *panel) {
    return panel->frame.rows;
}

size_t ent_panel_columns(const ent_panel *panel) {
    return panel->columns_count;
}

ent_panel_column ent_panel_column_at(const ent_panel *panel, size_t column) {
    return panel->columns[column].about;
}

size_t ent_panel_find(const ent_panel *panel, const char *name) {
    for (size_t c = 0; c < panel->columns_count; c++)
        if (strcmp(panel->columns[c].about.name, name) == 0) return c;
    return SIZE_MAX;
}

double ent_panel_value(const ent_panel *panel, size_t row, size_t column) {
    const enti_pcolumn *c = &panel->columns[column];
    return c->about.kind == ENT_COLUMN_TEXT ? (double)NAN : enti_value(panel, c, row);
}

const char *ent_panel_text(const ent_panel *panel, size_t row, size_t column) {
    const enti_pcolumn *c = &panel->columns[column];
    double index = c->about.kind == ENT_COLUMN_TEXT ? enti_value(panel, c, row) : (double)NAN;
    return isnan(index) ? NULL : panel->texts[(size_t)index];
}

void ent_panel_read(const ent_panel *panel, size_t column, double *out) {
    const enti_pcolumn *c = &panel->columns[column];
    for (size_t row = 0; row < panel->frame.rows; row++)
        out[row] = c->about.kind == ENT_COLUMN_TEXT ? (double)NAN : enti_value(panel, c, row);
}

size_t ent_panel_note_count(const ent_panel *panel) {
    return panel->notes_count;
}

const char *ent_panel_note_at(const ent_panel *panel, size_t index) {
    return panel->notes[index];
}

const char *ent_unit_word(ent_unit unit) {
    static const char *const words[] = {"state-year", "dyad-year", "directed-dyad-year", "leader-year"};
    return words[unit];
}

const char *ent_file_format_word(ent_file_format format) {
    static const char *const words[] = {"table", "csv", "tsv", "dta", "json", "ndjson"};
    return words[format];
}
