/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Similarity of alliance portfolios, over all members of the COW system of a year whichever rows the panel has: what
 * each has pledged to each other, 3 defence or offence, 2 neutrality or consultation, 1 non-aggression (as
 * measures/similarity.h does for the world), from ATOP where it was imported, else from the treaties of the snapshot.
 */
#include "panel/fills.h"

#include "measures/similarity.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    int16_t year, from, to;
    uint8_t value;
} tie;

typedef struct {
    tie *at;
    size_t count, room;
    bool failed;
} tie_list;

static void take_tie(void *context, int from, int to, int year, const double *owed) {
    tie_list *list = context;
    uint8_t value = owed[ENTI_DEFENCE] == 1 || owed[ENTI_OFFENCE] == 1           ? 3
                    : owed[ENTI_NEUTRALITY] == 1 || owed[ENTI_CONSULTATION] == 1 ? 2
                    : owed[ENTI_NONAGGRESSION] == 1                              ? 1
                                                                                 : 0;
    if (value == 0 || from >= ENTI_CODES || to >= ENTI_CODES || list->failed) return;
    if (list->count == list->room) {
        size_t room = list->room == 0 ? 4096 : 2 * list->room;
        tie *grown = enti_realloc(list->at, room, sizeof *grown);
        list->failed = grown == NULL;
        if (list->failed) return;
        list->at = grown;
        list->room = room;
    }
    list->at[list->count++] = (tie){(int16_t)year, (int16_t)from, (int16_t)to, value};
}

static int by_year(const void *a, const void *b) {
    return ((const tie *)a)->year - ((const tie *)b)->year;
}

static ent_status list_ties(enti_builder *b, enti_target *about, tie_list *list, ent_error *err) {
    const enti_holding *members = enti_holding_find(b, "atop_member");
    ent_status st = ENT_OK;
    enti_pledge *pledges = NULL;
    size_t count = 0;
    if (members != NULL) {
        ENT_TRY(enti_atop_pledges(b, members, &pledges, &count, err));
        enti_from_import(about, members);
    } else {
        ENT_TRY(enti_treaty_pledges(b, &pledges, &count, err));
        enti_snapshot_years(b, &about->first, &about->last);
        enti_from_snapshot(b, about, "treaties of the snapshot", about->first, about->last);
    }
    ENT_TRY(enti_pledges_pair(pledges, count, b->options->day, b->frame->first, b->frame->last, take_tie, list, err));
    if (list->failed) return enti_no_memory(err);
    if (list->count > 0) qsort(list->at, list->count, sizeof *list->at, by_year);
done:
    return st;
}

/* CINC by code and year of the window; all unknown without the import. */
static ent_status load_weights(enti_builder *b, double *weights, ent_error *err) {
    const enti_holding *nmc = enti_holding_find(b, "nmc");
    ent_status st = ENT_OK;
    sqlite3_stmt *row = NULL;
    bool more;
    if (nmc == NULL) return ENT_OK;
    ENT_TRY(enti_import_rows(b, nmc, "ccode, year, cinc", "", &row, err));
    for (;;) {
        int code, year;
        ENT_TRY(enti_store_step(b->store, row, &more, err));
        if (!more) break;
        code = enti_row_integer(row, 0);
        year = enti_row_integer(row, 1);
        if (code > 0 && code < ENTI_CODES && year >= b->frame->first && year <= b->frame->last)
            weights[(size_t)(year - b->frame->first) * ENTI_CODES + (size_t)code] = enti_row_number(row, 2);
    }
done:
    sqlite3_finalize(row);
    return st;
}

/* Members of the COW system in a year, ascending; place[code] is 1 + the index. */
static size_t list_members(const enti_builder *b, int year, int *code, int16_t place[ENTI_CODES]) {
    const ent_world *w = b->world;
    size_t n = 0;
    memset(place, 0, ENTI_CODES * sizeof *place);
    for (size_t i = 0; i < w->members_count; i++) {
        int c = w->entities[w->members[i].who].code;
        if (w->members[i].system == ENTI_COW && c < ENTI_CODES && enti_span_in(&w->members[i].span, year, year))
            place[c] = 1;
    }
    for (int c = 0; c < ENTI_CODES; c++)
        if (place[c] != 0) {
            code[n++] = c;
            place[c] = (int16_t)n;
        }
    return n;
}

static ent_status fill_year(enti_builder *b, enti_target *const *t, size_t count, int year, const tie *ties,
                            size_t ties_count, const double *weights, ent_error *err) {
    int code[ENTI_CODES];
    int16_t place[ENTI_CODES];
    double weight[ENTI_CODES];
    size_t n = list_members(b, year, code, place), measures = ent_similarity_count();
    ent_status st = ENT_OK;
    bool weighted = false;
    uint8_t *value = enti_alloc(n * n + 1, 1);
    double *out = enti_alloc(ent_similarity_pairs(n) * measures + 1, sizeof *out);
    ent_portfolios matrix = {.rows = n, .columns = n, .categories = 4, .value = value, .self = ENT_SELF_MOST};

    if (value == NULL || out == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    for (size_t i = 0; i < ties_count; i++) {
        int16_t from = place[ties[i].from], to = place[ties[i].to];
        uint8_t *cell = from == 0 || to == 0 ? NULL : &value[(size_t)(from - 1) * n + (size_t)(to - 1)];
        if (cell != NULL && *cell < ties[i].value) *cell = ties[i].value;
    }
    for (size_t i = 0; i < n; i++) {
        weight[i] = weights[(size_t)(year - b->frame->first) * ENTI_CODES + (size_t)code[i]];
        weighted = weighted || !isnan(weight[i]);
    }
    if (weighted) matrix.weight = weight;
    ENT_TRY(ent_similarity_matrix(&matrix, out, err));
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            const double *found = out + ent_similarity_pair_at(n, i, j) * measures;
            for (size_t k = 0; k < count; k++)
                enti_put_pair(b, t[k], code[i], code[j], year, found[t[k]->variable->which]);
        }
done:
    ent_free(value);
    ent_free(out);
    return st;
}

ent_status enti_fill_similarity(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_frame *f = b->frame;
    ent_status st = ENT_OK;
    tie_list list = {0};
    double *weights = enti_arena_alloc(b->scratch, f->years * ENTI_CODES, sizeof *weights);
    size_t at = 0;
    if (weights == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < f->years * ENTI_CODES; i++)
        weights[i] = NAN;
    ENT_TRY(list_ties(b, t[0], &list, err));
    ENT_TRY(load_weights(b, weights, err));
    for (int year = f->first; year <= f->last; year++) {
        size_t n = 0;
        while (at < list.count && list.at[at].year < year)
            at++;
        while (at + n < list.count && list.at[at + n].year == year)
            n++;
        if (year < t[0]->first || year > t[0]->last) continue;
        ENT_TRY(fill_year(b, t, count, year, list.at + at, n, weights, err));
        ENT_TRY(enti_progress(b, (double)(year - f->first) / (double)f->years, err));
    }
    for (size_t k = 1; k < count; k++) {
        t[k]->source = t[0]->source;
        t[k]->version = t[0]->version;
        t[k]->first = t[0]->first;
        t[k]->last = t[0]->last;
    }
done:
    ent_free(list.at);
    return st;
}
