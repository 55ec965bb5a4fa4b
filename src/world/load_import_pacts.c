/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pacts from the member file of ATOP: one treaty for each number, one spell for each phase of a member, with the
 * pledges of that phase. A date of entry or exit without month or day means the whole of it. Names, organs and forums
 * come from the snapshot's record of the same treaty, which ATOP does not have.
 */
#include "world/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row before treaties are there: the number stands where the index will. */
typedef struct {
    int32_t number, line;
    enti_ref who;
    bool bilateral;
    enti_span span;
    int8_t obligation[ENTI_OBLIGATIONS];
} phase;

typedef struct {
    phase *rows;
    size_t count;
} phases;

static ent_status read_phase(enti_loader *l, void *record, bool *keep) {
    phase *p = record;
    p->number = enti_load_int(l, 0);
    p->who = enti_load_code(l, 1);
    p->line = enti_load_int_or(l, 11, 0);
    p->bilateral = enti_load_int_or(l, 5, 0) == 1;
    *keep = p->who != ENTI_NOBODY && p->number != ENT_MISSING &&
            enti_load_spell(l, &l->world->imports[ENTI_IN_ATOP], 2, &p->span) && p->span.first <= p->span.last;
    for (int o = 0; o < ENTI_OBLIGATIONS; o++)
        p->obligation[o] = (int8_t)(enti_load_int_or(l, 6 + o, 0) == 1);
    return ENT_OK;
}

static int by_number(const void *a, const void *b) {
    const phase *x = a, *y = b;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    if (x->who != y->who) return x->who < y->who ? -1 : 1;
    if (x->span.first != y->span.first) return x->span.first < y->span.first ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* What the snapshot adds to a treaty it records too; several of its records may stand for one number. */
static void add_snapshot(const ent_world *w, size_t count, const char *number, enti_treaty *t) {
    const enti_treaty *named = NULL;
    for (size_t i = 0; i < count; i++) {
        const enti_treaty *own = &w->treaties[i];
        if (strcmp(own->atop, number) != 0) continue;
        if (named == NULL) { /* the first in order of id: several of one number are parts of one settlement */
            named = own;
            t->name = own->name;
            t->note = own->note;
        }
        if (t->forum < 0) t->forum = own->forum;
        for (int f = 0; f < ENTI_FEATURES; f++)
            if (own->feature[f] > t->feature[f]) t->feature[f] = own->feature[f];
    }
}

/* The treaty of the rows [first, last): its span is that of its members, its pledges what any of them gave. */
static ent_status make_treaty(enti_loader *l, const phase *rows, size_t count, size_t own, enti_treaty *t) {
    ent_world *w = l->world;
    const char *number = enti_arena_printf(&w->arena, "%d", rows[0].number);
    *t = (enti_treaty){
        .basis = "atop",
        .note = "",
        .atop = number,
        .imported = true,
        .bilateral = rows[0].bilateral,
        .forum = -1,
        .force_known = false,
        .span = rows[0].span,
        .origin = {
            .source = w->imports[ENTI_IN_ATOP].source, .citation = "", .line = rows[0].line, .confidence = ENTI_HIGH}};
    t->id = enti_arena_printf(&w->arena, "atop-%d", rows[0].number);
    t->name = enti_arena_printf(&w->arena, "ATOP %d of %.4s", rows[0].number, rows[0].span.start);
    if (number == NULL || t->id == NULL || t->name == NULL) return enti_no_memory(l->err);
    memset(t->feature, -1, sizeof t->feature);
    for (size_t r = 0; r < count; r++) {
        const phase *p = &rows[r];
        if (p->span.first < t->span.first) {
            t->span.first = p->span.first;
            t->span.start = p->span.start;
        }
        if (p->span.last > t->span.last) {
            t->span.last = p->span.last;
            t->span.end = p->span.end;
        }
        for (int o = 0; o < ENTI_OBLIGATIONS; o++)
            if (p->obligation[o] == 1) t->obligation[o] = 1;
    }
    t->signed_on = t->span.start;
    for (size_t o = 0; o < own; o++)
        if (enti_overlaid(&w->treaties[o].origin) && strcmp(w->treaties[o].atop, number) == 0) t->replaced = true;
    add_snapshot(w, own, number, t);
    return ENT_OK;
}

/* Adds the treaties behind the snapshot's, whose members keep their places. */
static ent_status add_treaties(enti_loader *l, const phases *all) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    size_t own = w->treaties_count, members = w->treaty_members_count;
    enti_treaty *treaties = enti_arena_alloc(&w->arena, own + all->count + 1, sizeof *treaties);
    enti_treaty_member *rows = enti_arena_alloc(&w->arena, members + all->count + 1, sizeof *rows);
    if (treaties == NULL || rows == NULL) return enti_no_memory(l->err);
    if (own > 0) memcpy(treaties, w->treaties, own * sizeof *treaties);
    if (members > 0) memcpy(rows, w->treaty_members, members * sizeof *rows);
    for (size_t first = 0, last; first < all->count; first = last) {
        enti_treaty *t = &treaties[w->treaties_count];
        for (last = first; last < all->count && all->rows[last].number == all->rows[first].number; last++)
            continue;
        if (w->treaties_count == UINT16_MAX)
            return ent_fail(l->err, ENT_E_RANGE, "%s has more than %d treaties", l->world->imports[ENTI_IN_ATOP].table,
                            UINT16_MAX);
        ENT_TRY(make_treaty(l, all->rows + first, last - first, own, t));
        t->first_member = members;
        t->members = last - first;
        for (size_t r = first; r < last; r++) {
            const phase *p = &all->rows[r];
            enti_treaty_member *m = &rows[members++];
            *m = (enti_treaty_member){.treaty = (uint16_t)w->treaties_count,
                                      .who = p->who,
                                      .span = p->span,
                                      .origin = {.source = w->imports[ENTI_IN_ATOP].source,
                                                 .citation = "",
                                                 .line = p->line,
                                                 .confidence = ENTI_HIGH}};
            memcpy(m->obligation, p->obligation, sizeof m->obligation);
        }
        w->treaties_count++;
    }
    w->treaties = treaties;
    w->treaty_members = rows;
    w->treaty_members_count = members;
done:
    return st;
}

ent_status enti_load_import_pacts(enti_loader *l) {
    ent_status st = ENT_OK;
    phases all = {NULL, 0};
    size_t own = l->world->treaties_count;
    ENT_TRY(enti_load_import(l, ENTI_IN_ATOP,
                             "atopid, ccode, start, \"end\", ongoing, bilateral, defense, offense, neutral, nonagg, "
                             "consul, line",
                             sizeof *all.rows, &all.rows, &all.count, read_phase));
    if (all.count == 0) return ENT_OK;
    qsort(all.rows, all.count, sizeof *all.rows, by_number);
    ENT_TRY(add_treaties(l, &all));
done:
    if (st != ENT_OK) l->world->treaties_count = own;
    return st;
}
