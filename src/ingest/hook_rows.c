/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small things a table cannot say: members of agreements in columns c1, c2 ...; the second spell of a war's participant;
 * the kinds of a rivalry, which one list has as flags and the other as words. */
#include "ingest/importing.h"

#include <stdio.h>
#include <string.h>

/* ---- DESTA: a row a member ---- */

typedef struct members {
    size_t *index;
    size_t count, number, ccode, year;
} members;

static ent_status members_begin(enti_importing *im, ent_error *err) {
    members *m = enti_arena_alloc(&im->arena, 1, sizeof *m);
    if (m == NULL) return enti_no_memory(err);
    m->index = enti_arena_alloc(&im->arena, enti_records_columns(im->records) + 1, sizeof *m->index);
    if (m->index == NULL) return enti_no_memory(err);
    for (int n = 1; n < 1000; n++) {
        char name[16];
        size_t at;
        (void)snprintf(name, sizeof name, "c%d", n);
        at = enti_records_find(im->records, name);
        if (at == SIZE_MAX) break;
        if (m->count < enti_records_columns(im->records)) m->index[m->count++] = at;
    }
    m->number = enti_import_column(im, "iso_number");
    m->ccode = enti_import_column(im, "ccode");
    m->year = enti_import_column(im, "year");
    im->hook_data = m;
    return ENT_OK;
}

static ent_status members_row(enti_importing *im, ent_error *err) {
    const members *m = im->hook_data;
    int year = im->values[m->year].type == ENTI_VALUE_WHOLE ? (int)im->values[m->year].whole : ENT_MISSING;
    ent_status st = ENT_OK;
    for (size_t i = 0; i < m->count; i++) {
        const char *text = enti_records_text(im->records, m->index[i]);
        int64_t number;
        if (*text == 0 || strcmp(text, "NA") == 0) continue;
        if (!enti_value_whole(text, &number) || number < 1 || number > 99999)
            return ent_fail_at(err, ENT_E_PARSE, im->file, enti_records_line(im->records), (long)m->index[i] + 1,
                               "%s is \"%.40s\", expected an ISO number of a state",
                               enti_records_column(im->records, m->index[i]), text);
        im->values[m->number] = (enti_value){.type = ENTI_VALUE_WHOLE, .whole = number};
        enti_import_state(im, ENTI_SCHEME_ISO_NUMERIC, text, year, &im->values[m->ccode]);
        ENT_TRY(enti_import_emit(im, err));
    }
done:
    return st;
}

/* ---- wars: a participant that left and came back has a second spell ---- */

static ent_status war_row(enti_importing *im, ent_error *err) {
    static const char *const names[6] = {"startyear2", "startmonth2", "startday2", "endyear2", "endmonth2", "endday2"};
    size_t columns[2] = {im->start, im->end};
    ent_status st = enti_import_emit(im, err);
    if (st != ENT_OK) return st;
    for (int spell = 0; spell < 2; spell++) {
        int64_t part[3];
        enti_value *out = &im->values[columns[spell]];
        for (int i = 0; i < 3; i++) {
            size_t at = enti_records_find(im->records, names[3 * spell + i]);
            if (at == SIZE_MAX || !enti_value_whole(enti_records_text(im->records, at), &part[i]) || part[i] < 0)
                part[i] = ENT_MISSING;
        }
        *out = (enti_value){.type = ENTI_VALUE_NULL};
        if (part[0] == ENT_MISSING) {
            if (spell == 0) return ENT_OK; /* one spell only */
            continue;
        }
        if (part[1] == ENT_MISSING) part[2] = ENT_MISSING;
        if (!enti_value_date(part[0], part[1], part[2], out->date))
            return ent_fail_at(err, ENT_E_PARSE, im->file, enti_records_line(im->records), 0,
                               "%s to %s are the parts of no date", names[3 * (size_t)spell],
                               names[3 * (size_t)spell + 2]);
        out->type = ENTI_VALUE_WORDS;
        out->words = out->date;
    }
    return enti_import_emit(im, err);
}

/* ---- rivalries ---- */

typedef struct kinds {
    size_t types, flag[4], word[3];
    char text[96];
} kinds;

static const char *const flag_names[4] = {"positional", "spatial", "ideological", "interventionary"};
static const char *const word_names[3] = {"type1", "type2", "type3"};

static ent_status rivalry_begin(enti_importing *im, ent_error *err) {
    kinds *k = enti_arena_alloc(&im->arena, 1, sizeof *k);
    if (k == NULL) return enti_no_memory(err);
    k->types = enti_import_column(im, "types");
    for (size_t i = 0; i < 4; i++)
        k->flag[i] = enti_records_find(im->records, flag_names[i]);
    for (size_t i = 0; i < 3; i++)
        k->word[i] = enti_records_find(im->records, word_names[i]);
    im->hook_data = k;
    return ENT_OK;
}

static void add_kind(kinds *k, const char *word) {
    size_t size = strlen(k->text);
    (void)snprintf(k->text + size, sizeof k->text - size, "%s%.24s", size > 0 ? " " : "", word);
}

static ent_status rivalry_row(enti_importing *im, ent_error *err) {
    kinds *k = im->hook_data;
    *k->text = 0;
    for (size_t i = 0; i < 4; i++)
        if (k->flag[i] != SIZE_MAX && strcmp(enti_records_text(im->records, k->flag[i]), "1") == 0)
            add_kind(k, flag_names[i]);
    for (size_t i = 0; i < 3; i++) {
        const char *word = k->word[i] != SIZE_MAX ? enti_records_text(im->records, k->word[i]) : "";
        if (*word != 0 && strcmp(word, "NA") != 0) add_kind(k, word);
    }
    im->values[k->types] = *k->text != 0 ? (enti_value){.type = ENTI_VALUE_WORDS, .words = k->text}
                                         : (enti_value){.type = ENTI_VALUE_NULL};
    return enti_import_emit(im, err);
}

const enti_hook enti_hook_desta_members = {.begin = members_begin, .row = members_row};
const enti_hook enti_hook_war = {.row = war_row};
const enti_hook enti_hook_rivalries = {.begin = rivalry_begin, .row = rivalry_row};
