/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who owes whom what: two members of one agreement are a pair in every year in which both are bound on the same day.
 * Where the phases of an agreement follow each other inside a year, the later one counts; over several agreements the
 * most that any of them asks. Rules and exceptions reproduce ATOP's own directed dyad-years.
 */
#include "panel/fills.h"

#include <stdlib.h>
#include <string.h>

/* Two pledges that hold on the same days. */
typedef struct {
    int32_t from, to; /* days */
    const enti_pledge *own, *other;
} bond;

static int by_pair(const void *a, const void *b) {
    const bond *x = a, *y = b;
    if (x->own->code != y->own->code) return x->own->code < y->own->code ? -1 : 1;
    if (x->other->code != y->other->code) return x->other->code < y->other->code ? -1 : 1;
    if (x->from != y->from) return x->from < y->from ? -1 : 1;
    if (x->own->first != y->own->first) return x->own->first < y->own->first ? -1 : 1;
    if (x->other->first != y->other->first) return x->other->first < y->other->first ? -1 : 1;
    if (x->own != y->own) return x->own < y->own ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

/* Bonds of one directed pair, oldest first: each year takes the latest that touches it. */
static void take_pair(const bond *bonds, size_t count, ent_day day, int first, int last, enti_pledge_taker take,
                      void *context) {
    int from = INT32_MAX, to = INT32_MIN;
    for (size_t i = 0; i < count; i++) {
        int start = enti_day_year(bonds[i].from), end = bonds[i].to == INT32_MAX ? last : enti_day_year(bonds[i].to);
        if (start < from) from = start;
        if (end > to) to = end;
    }
    if (from < first) from = first;
    if (to > last) to = last;
    for (int year = from; year <= to; year++) {
        double owed[ENTI_OBLIGATIONS];
        for (size_t i = count; i-- > 0;) {
            if (!enti_spell_holds(day, bonds[i].from, bonds[i].to, year)) continue;
            memcpy(owed, bonds[i].own->owed, sizeof owed);
            enti_atop_varying(bonds[i].own->agreement, bonds[i].own->code, bonds[i].other->code, owed);
            take(context, bonds[i].own->code, bonds[i].other->code, year, owed);
            break;
        }
    }
}

static size_t list_bonds(const enti_pledge *pledges, size_t count, bond *out) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            int32_t from = pledges[i].first > pledges[j].first ? pledges[i].first : pledges[j].first;
            int32_t to = pledges[i].last < pledges[j].last ? pledges[i].last : pledges[j].last;
            if (pledges[i].code != pledges[j].code && from <= to) out[n++] = (bond){from, to, &pledges[i], &pledges[j]};
        }
    return n;
}

ent_status enti_pledges_pair(const enti_pledge *pledges, size_t count, ent_day day, int first, int last,
                             enti_pledge_taker take, void *context, ent_error *err) {
    for (size_t start = 0, n; start < count; start += n) {
        bond *bonds;
        size_t bonds_count;
        n = 1;
        while (start + n < count && pledges[start + n].agreement == pledges[start].agreement)
            n++;
        bonds = n > SIZE_MAX / n ? NULL : enti_alloc(n * n, sizeof *bonds);
        if (bonds == NULL) return enti_no_memory(err);
        bonds_count = list_bonds(pledges + start, n, bonds);
        if (bonds_count > 0) qsort(bonds, bonds_count, sizeof *bonds, by_pair);
        for (size_t i = 0, k; i < bonds_count; i += k) {
            k = 1;
            while (i + k < bonds_count && bonds[i + k].own->code == bonds[i].own->code &&
                   bonds[i + k].other->code == bonds[i].other->code)
                k++;
            take_pair(bonds + i, k, day, first, last, take, context);
        }
        ent_free(bonds);
    }
    return ENT_OK;
}

/* ---- into targets ---- */

typedef struct {
    enti_builder *b;
    enti_target *const *targets;
    size_t count;
} filling;

static void take_pledge(void *context, int from, int to, int year, const double *owed) {
    const filling *f = context;
    for (size_t i = 0; i < f->count; i++) {
        int which = f->targets[i]->variable->which;
        enti_put_pair(f->b, f->targets[i], from, to, year, which == ENTI_PACT_ANY ? 1 : owed[which]);
    }
}

/* ---- ATOP ---- */

ent_status enti_atop_pledges(enti_builder *b, const enti_holding *import, enti_pledge **out, size_t *count,
                             ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    size_t room = 0;
    bool more;
    *out = NULL;
    *count = 0;
    ENT_TRY(enti_import_rows(b, import,
                             "atopid, ccode, start, \"end\", ongoing, defense, offense, neutral, nonagg, consul",
                             "ORDER BY atopid, line", &row, err));
    for (;;) {
        enti_pledge p = {0};
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        p.agreement = (long)sqlite3_column_int64(row, 0);
        p.code = enti_row_integer(row, 1);
        for (int i = 0; i < ENTI_OBLIGATIONS; i++)
            p.owed[i] = enti_row_number(row, 5 + i);
        /* Annam (8152) is on no list of states. */
        if (p.code < 1 || p.code >= ENTI_CODES ||
            !enti_spell_days((const char *)sqlite3_column_text(row, 2), (const char *)sqlite3_column_text(row, 3),
                             sqlite3_column_int(row, 4) == 1, import->last, &p.first, &p.last))
            continue;
        if (*count == room) {
            enti_pledge *grown;
            room = room == 0 ? 1024 : 2 * room;
            grown = enti_arena_alloc(b->scratch, room, sizeof *grown);
            if (grown == NULL) {
                st = enti_no_memory(err);
                goto done;
            }
            if (*count > 0) memcpy(grown, *out, *count * sizeof *grown);
            *out = grown;
        }
        (*out)[(*count)++] = p;
    }
done:
    sqlite3_finalize(row);
    return st;
}

static ent_status from_dyad_years(enti_builder *b, const enti_holding *import, filling *f, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    ENT_TRY(
        enti_import_rows(b, import, "ccode1, ccode2, year, defense, offense, neutral, nonagg, consul", "", &row, err));
    for (;;) {
        double owed[ENTI_OBLIGATIONS];
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        for (int i = 0; i < ENTI_OBLIGATIONS; i++)
            owed[i] = enti_row_number(row, 3 + i);
        take_pledge(f, enti_row_integer(row, 0), enti_row_integer(row, 1), enti_row_integer(row, 2), owed);
    }
done:
    sqlite3_finalize(row);
    return st;
}

ent_status enti_fill_atop(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_holding *years = enti_holding_find(b, "atop_dyad_year"), *members = enti_holding_find(b, "atop_member");
    const enti_holding *used = years;
    filling f = {b, t, count};
    enti_pledge *pledges = NULL;
    size_t pledges_count = 0;
    ent_status st = ENT_OK;
    /* ATOP's dyad-years know no days: another rule for days needs the members' dates. */
    if (years == NULL || (members != NULL && b->options->day != ENT_ANY_DAY)) used = members;
    if (used == NULL) return enti_missing_data(t[0], err);
    if (used == years) {
        ENT_TRY(from_dyad_years(b, years, &f, err));
    } else {
        ENT_TRY(enti_atop_pledges(b, members, &pledges, &pledges_count, err));
        ENT_TRY(enti_pledges_pair(pledges, pledges_count, b->options->day, b->frame->first, b->frame->last, take_pledge,
                                  &f, err));
    }
    for (size_t i = 0; i < count; i++) {
        enti_from_import(t[i], used);
        enti_zero(b, t[i], used->first, used->last);
    }
done:
    return st;
}

/* ---- the treaties of the snapshot ---- */

ent_status enti_treaty_pledges(enti_builder *b, enti_pledge **out, size_t *count, ent_error *err) {
    const ent_world *w = b->world;
    enti_pledge *pledges = enti_arena_alloc(b->scratch, w->treaty_members_count + 1, sizeof *pledges);
    if (pledges == NULL) return enti_no_memory(err);
    *out = pledges;
    *count = 0;
    for (size_t i = 0; i < w->treaty_members_count; i++) {
        const enti_treaty_member *m = &w->treaty_members[i];
        enti_pledge *p = &pledges[*count];
        if (w->treaties[m->treaty].imported) continue;
        /* Numbers below zero cannot be ATOP's, whose exceptions are for its own coding. */
        *p = (enti_pledge){-1 - (long)m->treaty, w->entities[m->who].code, m->span.first, m->span.last, {0}};
        for (int k = 0; k < ENTI_OBLIGATIONS; k++)
            p->owed[k] = m->obligation[k];
        ++*count;
    }
    return ENT_OK;
}

ent_status enti_fill_treaties(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    filling f = {b, t, count};
    ent_status st = ENT_OK;
    int first, last;
    enti_pledge *pledges = NULL;
    size_t n = 0;
    enti_snapshot_years(b, &first, &last);
    ENT_TRY(enti_treaty_pledges(b, &pledges, &n, err));
    ENT_TRY(enti_pledges_pair(pledges, n, b->options->day, first > b->frame->first ? first : b->frame->first,
                              last < b->frame->last ? last : b->frame->last, take_pledge, &f, err));
    for (size_t i = 0; i < count; i++) {
        enti_from_snapshot(b, t[i], "treaties of the snapshot", first, last);
        enti_zero(b, t[i], first, last);
    }
done:
    return st;
}
