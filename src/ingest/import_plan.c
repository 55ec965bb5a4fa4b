/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each column of a data set is in the header of one file. The notation is that of enti_data_column.from. */
#include "ingest/importing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_ROOM = 128 };

/* Reads `scheme:name@add` of `size` bytes and finds the name in the header; false where it is not there. */
static bool find_part(const enti_importing *im, const char *text, size_t size, bool schemes, enti_part *out) {
    char name[NAME_ROOM];
    const char *colon = schemes ? memchr(text, ':', size) : NULL, *at;
    *out = (enti_part){.scheme = ENTI_SCHEME_COW};
    if (colon != NULL) {
        out->scheme = enti_scheme_of(text, (size_t)(colon - text));
        size -= (size_t)(colon + 1 - text);
        text = colon + 1;
    }
    if (size >= sizeof name) return false;
    memcpy(name, text, size);
    name[size] = 0;
    at = strchr(name, '@');
    if (at != NULL) {
        out->add = strtol(at + 1, NULL, 10);
        name[at - name] = 0;
    }
    out->index = enti_records_find(im->records, name);
    return out->index != SIZE_MAX;
}

/* All parts of one alternative, joined by '+'; true where the header has every one. */
static bool find_alternative(const enti_importing *im, const char *text, size_t size, enti_planned *p) {
    bool state = p->column.kind == ENTI_DATA_STATE;
    size_t found = state ? p->parts_count : 0;
    for (const char *at = text, *end = text + size; at < end;) {
        const char *plus = memchr(at, '+', (size_t)(end - at));
        size_t length = plus != NULL ? (size_t)(plus - at) : (size_t)(end - at);
        if (found == 3 || !find_part(im, at, length, state, &p->parts[found])) return false;
        found++;
        at += length + (plus != NULL);
    }
    p->parts_count = found;
    return found > 0;
}

static ent_status find_column(enti_importing *im, enti_planned *p, ent_error *err) {
    const char *from = p->column.from != NULL ? p->column.from : p->column.name;
    enti_text source = {0};
    bool any = p->column.kind == ENTI_DATA_MADE || p->column.kind == ENTI_DATA_MADE_TEXT ||
               p->column.kind == ENTI_DATA_ONGOING;
    for (const char *at = from; !any && *at != 0;) {
        size_t size = strcspn(at, "|");
        /* Only a state takes every alternative there is: the next answers where one does not. */
        bool found = find_alternative(im, at, size, p);
        if (found && p->column.kind != ENTI_DATA_STATE) break;
        at += size + (at[size] == '|');
    }
    for (size_t i = 0; i < p->parts_count; i++)
        enti_text_add(&source, "%s%s", i > 0 ? " " : "", enti_records_column(im->records, p->parts[i].index));
    p->source = enti_arena_strdup(&im->arena, source.at != NULL ? source.at : "");
    any = source.failed || p->source == NULL;
    enti_text_clear(&source);
    if (any) return enti_no_memory(err);
    for (const char *c = p->column.missing; c != NULL && *c != 0; c++)
        if (*c >= '0' && *c <= '9' && (c == p->column.missing || c[-1] == ' ')) p->digits_missing = true;
    return ENT_OK;
}

/* A name for a column of the file that the user asked for: small letters, digits and underscores. */
static char *column_name(enti_arena *arena, const char *header) {
    char *name = enti_arena_strdup(arena, header);
    for (char *c = name; c != NULL && *c != 0; c++) {
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
        if (!(*c >= 'a' && *c <= 'z') && !(*c >= '0' && *c <= '9')) *c = '_';
    }
    return name;
}

static ent_status plan_extra(enti_importing *im, const char *text, size_t size, ent_error *err) {
    enti_planned *p = &im->plan[im->count];
    char name[NAME_ROOM];
    if (size == 0) return ENT_OK;
    if (size >= sizeof name) return ent_fail(err, ENT_E_ARG, "a column name of %zu letters is too long", size);
    memcpy(name, text, size);
    name[size] = 0;
    if (!find_part(im, text, size, false, &p->parts[0]))
        return ent_fail_at(err, ENT_E_MISSING, im->file, 1, 0, "the header has no column \"%s\", which was asked for",
                           name);
    p->column = (enti_data_column){.name = column_name(&im->arena, name),
                                   .kind = ENTI_DATA_REAL,
                                   .missing = "NA NaN .",
                                   .description = "asked for by name"};
    p->parts_count = 1;
    p->source = enti_arena_strdup(&im->arena, name);
    if (p->column.name == NULL || p->source == NULL) return enti_no_memory(err);
    if (strcmp(p->column.name, "import") == 0 || strcmp(p->column.name, "line") == 0)
        return ent_fail(err, ENT_E_ARG, "a column called \"%s\" cannot be added: every table has its own", name);
    if (enti_import_column(im, p->column.name) == SIZE_MAX) im->count++; /* already there: nothing to add */
    return ENT_OK;
}

static size_t columns_of(const enti_dataset *set, const char *extra) {
    size_t count = 0;
    for (const enti_data_column *c = set->columns; c->name != NULL; c++)
        count++;
    if (extra != NULL) count++;
    for (; extra != NULL && *extra != 0; extra++)
        count += *extra == ',';
    return count;
}

ent_status enti_import_plan(enti_importing *im, const char *extra, ent_error *err) {
    ent_status st = ENT_OK;
    size_t most = columns_of(im->set, extra);
    im->plan = enti_arena_alloc(&im->arena, most, sizeof *im->plan);
    im->values = enti_arena_alloc(&im->arena, most, sizeof *im->values);
    if (im->plan == NULL || im->values == NULL) return enti_no_memory(err);
    for (const enti_data_column *c = im->set->columns; c->name != NULL; c++) {
        im->plan[im->count].column = *c;
        ENT_TRY(find_column(im, &im->plan[im->count], err));
        if ((c->flags & ENTI_KEY) && im->keys_count < ENTI_KEYS_MOST) im->keys[im->keys_count++] = im->count;
        im->count++;
    }
    for (const char *at = extra; at != NULL && *at != 0;) {
        size_t size = strcspn(at, ",");
        ENT_TRY(plan_extra(im, at, size, err));
        at += size + (at[size] == ',');
    }
    im->year = enti_import_column(im, "year");
    im->start = enti_import_column(im, "start");
    im->end = enti_import_column(im, "end");
    im->ongoing = enti_import_column(im, "ongoing");
    im->ccode1 = enti_import_column(im, "ccode1");
    im->ccode2 = enti_import_column(im, "ccode2");
    im->first_year = im->last_year = ENT_MISSING;
done:
    return st;
}

size_t enti_import_column(const enti_importing *im, const char *name) {
    for (size_t i = 0; i < im->count; i++)
        if (strcmp(im->plan[i].column.name, name) == 0) return i;
    return SIZE_MAX;
}
