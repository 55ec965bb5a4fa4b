/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column is: of a panel, or every row of the registry. */
#include "panel/registry.h"
#include "panel/write.h"

#include <stdio.h>
#include <string.h>

enum { FIELDS = 8 };

static const char *const heads[FIELDS] = {"column", "what", "unit", "type", "source", "version", "years", "missing"};

/* One line of the codebook. */
typedef struct {
    const char *field[FIELDS];
    char years[32];
} book_line;

static const char *kind_word(ent_column_kind kind) {
    static const char *const words[] = {"integer", "real", "text"};
    return words[kind];
}

static void line_of_column(const ent_panel_column *c, book_line *out) {
    *out =
        (book_line){.field = {c->name, c->title, c->unit, kind_word(c->kind), c->source, c->version, "", c->missing}};
    if (c->first != ENT_MISSING && c->last != ENT_MISSING)
        (void)snprintf(out->years, sizeof out->years, "%d-%d", c->first, c->last);
    out->field[6] = out->years;
}

static const char *level_word(enti_level level) {
    static const char *const words[] = {"of a state", "of a pair", "of the first towards the second", "of each side"};
    return words[level];
}

static void line_of_variable(const enti_variable *v, char name[128], book_line *out) {
    (void)snprintf(name, 128, "%s:%s", v->group, v->id);
    *out = (book_line){
        .field = {name, v->title, v->unit, kind_word(v->kind), v->data, v->name, level_word(v->level), v->missing}};
}

static void put_markdown(enti_output *o, const char *text) {
    for (const char *p = text; *p != 0; p++) {
        if (*p == '|') enti_output_put(o, "\\", 1);
        enti_output_put(o, p, 1);
    }
}

static void put_line(enti_output *o, ent_file_format format, const char *const *names, const book_line *line) {
    for (size_t i = 0; i < FIELDS; i++) {
        if (format == ENT_FILE_TABLE) {
            enti_output_put(o, i == 0 ? "| " : " | ", i == 0 ? 2 : 3);
            put_markdown(o, line->field[i]);
        } else if (format == ENT_FILE_CSV || format == ENT_FILE_TSV) {
            char separator = format == ENT_FILE_CSV ? ',' : '\t';
            if (i > 0) enti_output_put(o, &separator, 1);
            enti_output_cell(o, line->field[i], separator);
        } else {
            enti_output_put(o, i == 0 ? "{" : ",", 1);
            enti_output_json_text(o, names[i]);
            enti_output_put(o, ":", 1);
            enti_output_json_text(o, line->field[i]);
        }
    }
    if (format == ENT_FILE_TABLE) enti_output_put(o, " |", 2);
    if (format == ENT_FILE_JSON || format == ENT_FILE_NDJSON) enti_output_put(o, "}", 1);
}

static void put_head(enti_output *o, ent_file_format format, const char *const *names) {
    book_line line = {{0}, ""};
    if (format == ENT_FILE_JSON) enti_output_put(o, "[\n", 2);
    if (format == ENT_FILE_JSON || format == ENT_FILE_NDJSON) return;
    memcpy(line.field, names, sizeof line.field);
    put_line(o, format, names, &line);
    enti_output_put(o, "\n", 1);
    for (size_t i = 0; format == ENT_FILE_TABLE && i < FIELDS; i++)
        enti_output_put(o, "|---", 4);
    if (format == ENT_FILE_TABLE) enti_output_put(o, "|\n", 2);
}

static void put_book(const ent_panel *p, ent_file_format format, enti_output *o) {
    /* Without a panel there are no years and versions: what a column is called and what it is about stand there. */
    static const char *const others[FIELDS] = {"name in --add", "what",   "unit",  "type",
                                               "made from",     "column", "about", "missing"};
    const char *const *names = p != NULL ? heads : others;
    size_t count = 0;
    if (p != NULL) count = p->columns_count;
    for (const enti_variable *v = enti_variables; p == NULL && v->group != NULL; v++)
        count++;
    put_head(o, format, names);
    for (size_t i = 0; i < count; i++) {
        book_line line;
        char name[128];
        if (p != NULL)
            line_of_column(&p->columns[i].about, &line);
        else
            line_of_variable(&enti_variables[i], name, &line);
        put_line(o, format, names, &line);
        enti_output_put(o, format == ENT_FILE_JSON && i + 1 < count ? ",\n" : "\n",
                        format == ENT_FILE_JSON && i + 1 < count ? 2 : 1);
    }
    if (format == ENT_FILE_JSON) enti_output_put(o, "]\n", 2);
}

ent_status ent_panel_codebook(const ent_panel *panel, ent_file_format format, ent_sink sink, void *context,
                              ent_error *err) {
    enti_output o;
    ent_status st;
    if (format == ENT_FILE_DTA) return ent_fail(err, ENT_E_ARG, "a codebook is text: table, csv, tsv, json or ndjson");
    st = enti_output_open(&o, sink, context, err);
    if (st != ENT_OK) return st;
    put_book(panel, format, &o);
    return enti_output_close(&o, err);
}
