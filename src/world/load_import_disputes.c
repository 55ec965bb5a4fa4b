/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Militarised disputes by directed pair and year. Only rows whose two states stand on different sides count; rows of
 * one dispute in one year are kept as they are, so that every count can be traced to its line.
 */
#include "world/load.h"

#include <stdlib.h>

static ent_status read_dispute(enti_loader *l, void *record, bool *keep) {
    enti_dispute *d = record;
    int year = enti_load_int(l, 3), fatality = enti_load_int_or(l, 7, 0);
    d->number = enti_load_int_or(l, 0, 0);
    d->by = enti_load_code(l, 1);
    d->against = enti_load_code(l, 2);
    d->year = (int16_t)year;
    d->level = (int8_t)enti_load_int_or(l, 6, 0);
    d->own = (int8_t)enti_load_int_or(l, 8, -1);
    d->fatal = fatality >= 1 && fatality <= 6;
    d->line = enti_load_int_or(l, 9, 0);
    *keep = d->by != ENTI_NOBODY && d->against != ENTI_NOBODY && year > 0 && year < 3000 &&
            enti_load_int(l, 4) != enti_load_int(l, 5);
    return ENT_OK;
}

/* The dyadic file names both states of a row as opponents; what each side did is not in its table, so own actions are
 * unknown and no attack is read from it. */
static ent_status read_dyadic(enti_loader *l, void *record, bool *keep) {
    enti_dispute *d = record;
    int year = enti_load_int(l, 3), fatality = enti_load_int_or(l, 5, 0);
    d->number = enti_load_int_or(l, 0, 0);
    d->by = enti_load_code(l, 1);
    d->against = enti_load_code(l, 2);
    d->year = (int16_t)year;
    d->level = (int8_t)enti_load_int_or(l, 4, 0);
    d->own = -1;
    d->fatal = fatality >= 1 && fatality <= 6;
    d->line = enti_load_int_or(l, 6, 0);
    *keep = d->by != ENTI_NOBODY && d->against != ENTI_NOBODY && year > 0 && year < 3000;
    return ENT_OK;
}

static int by_pair(const void *a, const void *b) {
    const enti_dispute *x = a, *y = b;
    if (x->by != y->by) return x->by < y->by ? -1 : 1;
    if (x->against != y->against) return x->against < y->against ? -1 : 1;
    if (x->year != y->year) return x->year < y->year ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

ent_status enti_load_import_disputes(enti_loader *l) {
    ent_status st = ENT_OK;
    if (l->world->imports[ENTI_IN_DISPUTES].dyadic)
        ENTI_LOAD_IMPORT(l, ENTI_IN_DISPUTES, "dispnum, ccode1, ccode2, year, hihost, fatlev, line", disputes,
                         read_dyadic);
    else
        ENTI_LOAD_IMPORT(l, ENTI_IN_DISPUTES,
                         "dispnum, ccode1, ccode2, year, sidea1, sidea2, hostlev, fatality, hiact1, line", disputes,
                         read_dispute);
    if (l->world->disputes_count > 1)
        qsort(l->world->disputes, l->world->disputes_count, sizeof *l->world->disputes, by_pair);
done:
    return st;
}

/* First row of the pair or, with `past`, the first behind it. */
static size_t bound(const ent_world *w, enti_ref by, enti_ref against, bool past) {
    size_t low = 0, high = w->disputes_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const enti_dispute *d = &w->disputes[middle];
        bool before = d->by != by ? d->by < by : d->against < against || (past && d->against == against);
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void enti_world_disputes(const ent_world *w, enti_ref by, enti_ref against, size_t *first, size_t *last) {
    *first = bound(w, by, against, false);
    *last = bound(w, by, against, true);
}
