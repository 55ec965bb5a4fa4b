/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The wide files of international organisations as long rows: a column a member (igo_year) or a column an organisation
 * (state_year). Cells of -1 (no such organisation or state) and -9 (not known) give no row.
 */
#include "ingest/importing.h"

#include <string.h>

/* A cell that may become a row. */
typedef struct cell {
    size_t index; /* in the header */
    char *igo;    /* state_year: the organisation */
    int ccode;    /* igo_year: the state */
} cell;

typedef struct wide {
    cell *cells;
    size_t count;
    size_t igo, ccode, status; /* columns of the table */
    char name[64];             /* igo_year: the organisation in small letters */
} wide;

static void lower(char *text) {
    for (; *text != 0; text++)
        if (*text >= 'A' && *text <= 'Z') *text = (char)(*text - 'A' + 'a');
}

static ent_status wide_new(enti_importing *im, ent_error *err) {
    wide *w = enti_arena_alloc(&im->arena, 1, sizeof *w);
    if (w == NULL) return enti_no_memory(err);
    w->cells = enti_arena_alloc(&im->arena, enti_records_columns(im->records) + 1, sizeof *w->cells);
    if (w->cells == NULL) return enti_no_memory(err);
    w->igo = enti_import_column(im, "igo");
    w->ccode = enti_import_column(im, "ccode");
    w->status = enti_import_column(im, "status");
    im->hook_data = w;
    return ENT_OK;
}

/* 0 to 3; ENT_MISSING for what gives no row; false for anything else. */
static bool status_of(const char *text, int *out) {
    int64_t whole;
    *out = ENT_MISSING;
    if (*text == 0) return true;
    if (text[1] == 0 && *text >= '0' && *text <= '3') {
        *out = *text - '0';
        return true;
    }
    if (!enti_value_whole(text, &whole)) return false;
    if (whole >= 0 && whole <= 3) *out = (int)whole;
    return whole == -1 || whole == -9 || *out != ENT_MISSING;
}

static ent_status emit_cells(enti_importing *im, ent_error *err) {
    wide *w = im->hook_data;
    ent_status st = ENT_OK;
    for (size_t i = 0; i < w->count; i++) {
        const cell *c = &w->cells[i];
        const char *text = enti_records_text(im->records, c->index);
        int status;
        if (!status_of(text, &status))
            return ent_fail_at(err, ENT_E_PARSE, im->file, enti_records_line(im->records), (long)c->index + 1,
                               "%s is \"%.40s\", expected 0 to 3, -1 or -9", enti_records_column(im->records, c->index),
                               text);
        if (status == ENT_MISSING) continue;
        im->values[w->status] = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = status};
        if (c->igo != NULL) im->values[w->igo] = (enti_value){.type = ENTI_VALUE_WORDS, .words = c->igo};
        if (c->igo == NULL) im->values[w->ccode] = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = c->ccode};
        ENT_TRY(enti_import_emit(im, err));
    }
done:
    return st;
}

/* ---- a column an organisation ---- */

static ent_status states_begin(enti_importing *im, ent_error *err) {
    ent_status st = wide_new(im, err);
    wide *w = im->hook_data;
    for (size_t i = 0; st == ENT_OK && i < enti_records_columns(im->records); i++) {
        static const char *const others[] = {"ccode", "year", "state", "version", ""};
        const char *name = enti_records_column(im->records, i);
        bool other = false;
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            other = other || strcmp(name, others[k]) == 0;
        if (other) continue;
        w->cells[w->count].index = i;
        w->cells[w->count].igo = enti_arena_strdup(&im->arena, name);
        if (w->cells[w->count].igo == NULL) return enti_no_memory(err);
        lower(w->cells[w->count++].igo);
    }
    return st;
}

/* ---- a column a state ---- */

/* Columns whose names are no name the database knows. */
static const struct {
    const char *column;
    int ccode;
} odd_names[] = {{"bavariaelect", 245},
                 {"car", 482},
                 {"egermany", 265},
                 {"wgermany", 260},
                 {"hesseelect", 273},
                 {"hessegrand", 275},
                 {"micronesiafs", 987},
                 {"marshallis", 983},
                 {"nokorea", 731},
                 {"sokorea", 732},
                 {"nyemen", 678},
                 {"syemen", 680},
                 {"soafrica", 560},
                 {"solomonis", 940},
                 {"sosudan", 626},
                 {"svietnam", 817},
                 {"domrepublic", 42},
                 {"eqguinea", 411},
                 {"etimor", 860},
                 {"fyromacedonia", 343},
                 {"congobrazz", 484},
                 {"zaire", 490},
                 {"yugoslaviaserb", 345},
                 {"wurtenburg", 271},
                 {"wsamoa", 990},
                 {"twosicilies", 329},
                 {"papalstates", 327},
                 {"czechrep", 316},
                 {"stkitts", 60},
                 {"stlucia", 56},
                 {"stvincent", 57},
                 {"saotome", 403},
                 {"antiguabarbuda", 58},
                 {"trinidad", 52},
                 {"papuanewguinea", 910},
                 {"bosnia", 346},
                 {"austriahungary", 300},
                 {"hanover", 240},
                 {"baden", 267},
                 {"saxony", 269},
                 {"mecklenburg", 280},
                 {"modena", 332},
                 {"parma", 335},
                 {"tuscany", 337},
                 {"zanzibar", 511},
                 {"korea", 730},
                 {"yemen", 679},
                 {"vietnam", 816},
                 {"germany", 255},
                 {"czechoslovakia", 315},
                 {"austria", 305},
                 {"russia", 365},
                 {"ussr", 365},
                 {"usa", 2},
                 {"uk", 200},
                 {"uae", 696},
                 {"ireland", 205},
                 {"china", 710},
                 {"taiwan", 713},
                 {"netherlands", 210}};

static int state_of(const enti_importing *im, const char *column) {
    for (size_t i = 0; i < sizeof odd_names / sizeof *odd_names; i++)
        if (strcmp(odd_names[i].column, column) == 0) return odd_names[i].ccode;
    return enti_codes_find(im->codes, ENTI_SCHEME_NAME, column, ENT_MISSING);
}

/* Columns between `year` and the first that describes the organisation are states. */
static ent_status wide_begin(enti_importing *im, ent_error *err) {
    static const char *const ends[] = {"sdate", "deaddate", "dead", "integrated", "longorgname", "igocode"};
    size_t year = enti_records_find(im->records, "year"), end = enti_records_columns(im->records);
    ent_status st = wide_new(im, err);
    wide *w = im->hook_data;
    if (st != ENT_OK) return st;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        size_t at = enti_records_find(im->records, ends[k]);
        if (at > year && at < end) end = at;
    }
    for (size_t i = year + 1; i < end; i++) {
        const char *name = enti_records_column(im->records, i);
        int ccode = state_of(im, name);
        if (ccode == ENT_MISSING)
            return ent_fail_at(err, ENT_E_PARSE, im->file, 1, (long)i + 1,
                               "column \"%.60s\" is the name of no state; expected columns of states after \"year\"",
                               name);
        w->cells[w->count++] = (cell){.index = i, .ccode = ccode};
    }
    return st;
}

static ent_status wide_row(enti_importing *im, ent_error *err) {
    wide *w = im->hook_data;
    (void)strncpy(w->name, im->values[w->igo].words, sizeof w->name - 1);
    lower(w->name);
    im->values[w->igo].words = w->name;
    return emit_cells(im, err);
}

const enti_hook enti_hook_igo_states = {.begin = states_begin, .row = emit_cells};
const enti_hook enti_hook_igo_wide = {.begin = wide_begin, .row = wide_row};
