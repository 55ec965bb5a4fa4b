/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The facts of one year. Carrying rules: capability to at most three years past its last figure (the growth then
 * ends at that figure too), polyarchy five years, ideal points three; every reading says its own year.
 */
#include "world/year.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POLYARCHY_CARRY = 5, IDEAL_CARRY = 3, CAPABILITY_CARRY = 3, CINC_CARRY = 5, GROWTH_YEARS = 10, WAR_YEARS = 4 };

static int by_code(const void *a, const void *b) {
    const enti_member *x = *(const enti_member *const *)a, *y = *(const enti_member *const *)b;
    if (x->who != y->who) return x->who < y->who ? -1 : 1;
    return x->span.first < y->span.first ? -1 : 1;
}

/* Members of the COW system on any day of the year; of two spells the later one counts. */
static ent_status fill_members(ent_year *y, ent_error *err) {
    const ent_world *w = y->world;
    const enti_member *found[2 * ENTI_STATES];
    size_t count = 0;
    for (size_t i = 0; i < w->members_count && count < 2 * ENTI_STATES; i++)
        if (w->members[i].system == ENTI_COW && enti_span_in(&w->members[i].span, y->year, y->year))
            found[count++] = &w->members[i];
    qsort(found, count, sizeof *found, by_code);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && found[i + 1]->who == found[i]->who) continue;
        if (y->n == ENTI_STATES) return ent_fail(err, ENT_E_RANGE, "more than %d states in %d", ENTI_STATES, y->year);
        y->member[y->n] = found[i];
        y->ref[y->n] = found[i]->who;
        y->code[y->n] = w->entities[found[i]->who].code;
        y->n++;
    }
    return ENT_OK;
}

static enti_reading read_series(const enti_series *series, enti_ref who, int year, int carry) {
    enti_reading reading = {.value = NAN, .year = year, .series = series, .source = series->source};
    if (series->value == NULL) return reading;
    for (int back = 0; back <= carry; back++) {
        double value = enti_series_at(series, who, year - back, &reading.line);
        if (isnan(value)) continue;
        reading.value = value;
        reading.year = year - back;
        if (enti_series_overlay(series, who, year - back) != NULL)
            reading.source = enti_series_overlay(series, who, year - back);
        break;
    }
    return reading;
}

/* A value laid over the snapshot's comes first; then the import answers for the years it covers, the snapshot for the others. */
static const enti_series *covering(const enti_series *imported, const enti_series *own, enti_ref who, int year) {
    if (enti_series_overlay(own, who, year) != NULL) return own;
    return imported->value != NULL && imported->first <= year && year <= imported->last ? imported : own;
}

/* Capability so many years before, by the measure the variant asks for. Past the last figure a few years are carried.
 * Imported net resources fall back on CINC for the few states that have none, as the estimates did. */
static enti_reading read_capability(const ent_year *y, enti_ref who, int before) {
    const ent_world *w = y->world;
    const enti_series *series = &w->capability;
    enti_reading reading;
    int year = y->year;
    if (y->form.cinc) {
        if (year > w->cinc.last && year <= w->cinc.last + CINC_CARRY) year = w->cinc.last;
        return read_series(&w->cinc, who, year - before, before == 0 ? CINC_CARRY : 0);
    }
    if (enti_series_overlay(series, who, year - before) != NULL) return read_series(series, who, year - before, 0);
    if (w->net_resources.value != NULL && w->net_resources.first <= year &&
        year <= w->net_resources.last + CAPABILITY_CARRY)
        series = &w->net_resources;
    if (year > series->last && year <= series->last + CAPABILITY_CARRY) year = series->last;
    reading = read_series(series, who, year - before, 0);
    if (isnan(reading.value) && series == &w->net_resources && w->cinc.value != NULL)
        reading = read_series(&w->cinc, who, year - before, 0);
    return reading;
}

static void fill_values(ent_year *y) {
    const ent_world *w = y->world;
    for (size_t i = 0; i < y->n; i++) {
        y->capability[i] = read_capability(y, y->ref[i], 0);
        y->capability_before[i] = read_capability(y, y->ref[i], GROWTH_YEARS);
        y->polyarchy[i] = read_series(covering(&w->imported_polyarchy, &w->polyarchy, y->ref[i], y->year), y->ref[i],
                                      y->year, POLYARCHY_CARRY);
        y->ideal_point[i] = read_series(covering(&w->imported_ideal_point, &w->ideal_point, y->ref[i], y->year),
                                        y->ref[i], y->year, IDEAL_CARRY);
    }
}

size_t enti_year_find(const ent_year *y, enti_ref who) {
    size_t low = 0, high = y->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (y->ref[middle] < who)
            low = middle + 1;
        else
            high = middle;
    }
    return low < y->n && y->ref[low] == who ? low : SIZE_MAX;
}

static bool both(const ent_year *y, enti_ref a, enti_ref b, size_t *i, size_t *j) {
    *i = enti_year_find(y, a);
    *j = enti_year_find(y, b);
    return *i != SIZE_MAX && *j != SIZE_MAX && *i != *j;
}

static bool holds_on(const enti_span *span, int32_t day) {
    return span->first <= day && span->last >= day;
}

/* Collections write "Truman" or "Harry Truman"; within one state and one day the last name decides. */
static bool same_person(const char *a, const char *b) {
    const char *last_a = strrchr(a, ' '), *last_b = strrchr(b, ' ');
    if (strcmp(a, b) == 0) return true;
    if (last_a != NULL && last_b != NULL) return false; /* both whole: they differ */
    return strcmp(last_a != NULL ? last_a + 1 : a, last_b != NULL ? last_b + 1 : b) == 0;
}

/* Who leads, with what measured beliefs, in whose name. The first record that fits counts. */
static void fill_leadership(ent_year *y) {
    const ent_world *w = y->world;
    int32_t midyear = enti_day(y->year, 7, 1), end = enti_day(y->year, 12, 31);
    for (size_t r = 0; r < w->leaders_count; r++) {
        size_t i = enti_year_find(y, w->leaders[r].who);
        if (i != SIZE_MAX && y->leader[i] == NULL && holds_on(&w->leaders[r].span, midyear))
            y->leader[i] = &w->leaders[r];
    }
    for (size_t r = 0; r < w->opcodes_count; r++) {
        const enti_opcode *code = &w->opcodes[r];
        size_t i = enti_year_find(y, code->who);
        const enti_opcode **place;
        if (i == SIZE_MAX || y->leader[i] == NULL || !holds_on(&code->span, midyear)) continue;
        place = &y->opcode[code->basis][i];
        if (*place == NULL && same_person(code->leader, y->leader[i]->leader)) *place = code;
    }
    for (size_t r = 0; r < w->ideologies_count; r++) {
        size_t i = enti_year_find(y, w->ideologies[r].who);
        if (i != SIZE_MAX && y->ideology[i] == NULL && holds_on(&w->ideologies[r].span, end))
            y->ideology[i] = &w->ideologies[r];
    }
}

static void fill_rivalries(ent_year *y) {
    const ent_world *w = y->world;
    for (size_t r = 0; r < w->rivalries_count; r++) {
        const enti_rivalry *rivalry = &w->rivalries[r];
        size_t i, j;
        if (rivalry->start > y->year || rivalry->end < y->year || !both(y, rivalry->a, rivalry->b, &i, &j)) continue;
        if (!enti_takes_rivalry(w, rivalry, y->year)) continue;
        if (rivalry->strategic || y->form.supplementary) {
            enti_set_add(&y->rivals[i], j);
            enti_set_add(&y->rivals[j], i);
        }
        if (!rivalry->strategic) {
            enti_set_add(&y->supplementary[i], j);
            enti_set_add(&y->supplementary[j], i);
        }
    }
}

static void fill_wars(ent_year *y) {
    const ent_world *w = y->world;
    for (size_t a = 0; a < w->wars_count; a++) {
        if (!w->wars[a].interstate || !enti_span_in(&w->wars[a].span, y->year - WAR_YEARS, y->year)) continue;
        if (!enti_takes_war(w, &w->wars[a])) continue;
        for (size_t b = a + 1; b < w->wars_count; b++) {
            size_t i, j;
            if (strcmp(w->wars[a].war, w->wars[b].war) != 0 || w->wars[a].side == w->wars[b].side) continue;
            if (!enti_span_in(&w->wars[b].span, y->year - WAR_YEARS, y->year) || !enti_takes_war(w, &w->wars[b]))
                continue;
            if (!both(y, w->wars[a].who, w->wars[b].who, &i, &j)) continue;
            enti_set_add(&y->at_war[i], j);
            enti_set_add(&y->at_war[j], i);
        }
    }
}

static bool overlap_in(const enti_span *a, const enti_span *b, int year) {
    enti_span common = {.first = a->first > b->first ? a->first : b->first,
                        .last = a->last < b->last ? a->last : b->last};
    return common.first <= common.last && enti_span_in(&common, year, year);
}

static void bind(ent_year *y, const enti_treaty *t, const enti_treaty_member *a, const enti_treaty_member *b, size_t i,
                 size_t j) {
    for (int o = 0; o < ENTI_OBLIGATIONS; o++) {
        if (a->obligation[o] != 1 && b->obligation[o] != 1) continue;
        enti_set_add(&y->pact[o][i], j);
        enti_set_add(&y->pact[o][j], i);
        if (!t->bilateral) continue;
        enti_set_add(&y->bilateral[o][i], j);
        enti_set_add(&y->bilateral[o][j], i);
    }
}

/* Members of one treaty in the year, and their defence partners under it. */
static enti_live_treaty live_treaty(ent_year *y, uint16_t index, enti_set partners[ENTI_STATES]) {
    const enti_treaty *treaty = &y->world->treaties[index];
    const enti_treaty_member *m = y->world->treaty_members + treaty->first_member;
    enti_live_treaty live = {.treaty = index};
    memset(partners, 0, ENTI_STATES * sizeof *partners);
    for (size_t p = 0; p < treaty->members; p++) {
        size_t i = enti_year_find(y, m[p].who);
        if (i == SIZE_MAX || !enti_span_in(&m[p].span, y->year, y->year)) continue;
        enti_set_add(&live.members, i);
        for (size_t q = 0; q < p; q++) {
            size_t j = enti_year_find(y, m[q].who);
            if (j == SIZE_MAX || i == j || !overlap_in(&m[p].span, &m[q].span, y->year)) continue;
            if (enti_same_state(y->world, m[p].who, m[q].who)) continue; /* they overlap on the day of succession */
            bind(y, treaty, &m[p], &m[q], i, j);
            if (m[p].obligation[ENTI_DEFENCE] != 1 && m[q].obligation[ENTI_DEFENCE] != 1) continue;
            enti_set_add(&partners[i], j);
            enti_set_add(&partners[j], i);
        }
    }
    return live;
}

static int by_state(const void *a, const void *b) {
    const enti_defence_row *x = a, *y = b;
    if (x->state != y->state) return x->state < y->state ? -1 : 1;
    return x->treaty < y->treaty ? -1 : x->treaty > y->treaty;
}

static ent_status fill_treaties(ent_year *y, ent_error *err) {
    const ent_world *w = y->world;
    enti_set partners[ENTI_STATES];
    size_t rows = 0;
    y->treaties = enti_arena_alloc(&y->arena, w->treaties_count + 1, sizeof *y->treaties);
    y->defence = enti_arena_alloc(&y->arena, w->treaty_members_count + 1, sizeof *y->defence);
    if (y->treaties == NULL || y->defence == NULL) return enti_no_memory(err);
    for (size_t t = 0; t < w->treaties_count; t++) {
        enti_live_treaty live;
        if (!enti_takes_treaty(w, &w->treaties[t], y->year)) continue;
        if (!enti_span_in(&w->treaties[t].span, y->year, y->year)) continue;
        live = live_treaty(y, (uint16_t)t, partners);
        if (enti_set_count(&live.members) < 2) continue;
        for (size_t i = 0; i < y->n; i++)
            if (enti_set_any(&partners[i])) y->defence[rows++] = (enti_defence_row){y->treaties_count, i, partners[i]};
        y->treaties[y->treaties_count++] = live;
    }
    qsort(y->defence, rows, sizeof *y->defence, by_state);
    for (size_t i = 0, r = 0; i <= y->n; i++) {
        y->defence_first[i] = r;
        while (r < rows && y->defence[r].state == i)
            r++;
    }
    return ENT_OK;
}

bool enti_treaty_binds(const ent_year *y, const enti_live_treaty *live, enti_obligation obligation, size_t i,
                       size_t j) {
    const enti_treaty *treaty = &y->world->treaties[live->treaty];
    const enti_treaty_member *m = y->world->treaty_members + treaty->first_member;
    if (!enti_set_has(&live->members, i) || !enti_set_has(&live->members, j) ||
        enti_same_state(y->world, y->ref[i], y->ref[j]))
        return false;
    for (size_t p = 0; p < treaty->members; p++)
        for (size_t q = 0; q < treaty->members; q++)
            if (m[p].who == y->ref[i] && m[q].who == y->ref[j] && overlap_in(&m[p].span, &m[q].span, y->year) &&
                (m[p].obligation[obligation] == 1 || m[q].obligation[obligation] == 1))
                return true;
    return false;
}

bool enti_year_parties(const ent_year *y, const enti_treaty_member *a, const enti_treaty_member *b, size_t *i,
                       size_t *j) {
    return both(y, a->who, b->who, i, j) && overlap_in(&a->span, &b->span, y->year) &&
           !enti_same_state(y->world, a->who, b->who);
}

static ent_status fill_forums(ent_year *y, ent_error *err) {
    const ent_world *w = y->world;
    y->forums = enti_arena_alloc(&y->arena, w->forums_count + 1, sizeof *y->forums);
    if (y->forums == NULL) return enti_no_memory(err);
    for (size_t f = 0; f < w->forums_count; f++) {
        enti_live_forum live = {.forum = (uint16_t)f};
        for (size_t m = 0; m < w->forum_members_count; m++) {
            const enti_forum_member *member = &w->forum_members[m];
            size_t i;
            if (member->forum != f || member->status != ENTI_FULL || !enti_span_in(&member->span, y->year, y->year))
                continue;
            i = enti_year_find(y, member->who);
            if (i != SIZE_MAX && enti_span_in(&w->forums[f].span, y->year, y->year)) enti_set_add(&live.full, i);
        }
        if (enti_set_any(&live.full)) y->forums[y->forums_count++] = live;
    }
    return ENT_OK;
}

/* An imported capital counts before the one of the spell of membership; of two in a year the later. */
static void fill_capitals(ent_year *y) {
    const ent_world *w = y->world;
    for (size_t c = 0; c < w->capitals_count; c++) {
        const enti_capital *capital = &w->capitals[c];
        size_t i = enti_year_find(y, capital->who);
        if (i == SIZE_MAX || capital->from > y->year || capital->to < y->year) continue;
        if (y->capital[i] == NULL || capital->first > y->capital[i]->first) y->capital[i] = capital;
    }
}

/* Borders recorded as spells; those recorded by the year, where they are imported, replace them in enti_year_tables. */
static ent_status fill_geography(ent_year *y, ent_error *err) {
    const ent_world *w = y->world;
    const enti_import *import = &w->imports[ENTI_IN_CONTIGUITY];
    bool imported = import->id != 0 && import->first <= y->year; /* spells open at the end go on */
    size_t cells = y->n * y->n;
    y->distance_km = enti_arena_alloc(&y->arena, cells + 1, sizeof(double));
    y->contiguous = enti_arena_alloc(&y->arena, cells + 1, 1);
    if (y->distance_km == NULL || y->contiguous == NULL) return enti_no_memory(err);
    fill_capitals(y);
    for (size_t b = 0; b < w->borders_count; b++) {
        const enti_border *border = &w->borders[b];
        size_t i, j;
        if (border->imported != imported && !enti_overlaid(&border->origin)) continue;
        if (y->borders.source == NULL) y->borders = border->origin;
        if (border->type > 4 || !enti_span_in(&border->span, y->year, y->year)) continue;
        if (!both(y, border->a, border->b, &i, &j)) continue;
        y->contiguous[i * y->n + j] = y->contiguous[j * y->n + i] = (uint8_t)border->type;
    }
    if (y->borders.source == NULL) y->borders.source = "";
    return ENT_OK;
}

ent_status enti_year_check(const ent_world *world, int year, ent_error *err) {
    if (year >= world->first_year && year <= world->last_year) return ENT_OK;
    return ent_fail(err, ENT_E_RANGE, "%d is outside the %s (%d to %d); import data that cover it or choose --year",
                    year, world->label, world->first_year, world->last_year);
}

ent_status enti_year_facts(const ent_world *world, int year, const enti_form *form, ent_year **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_year *y = NULL;

    ENT_TRY(enti_year_check(world, year, err));
    y = enti_alloc(1, sizeof *y);
    if (y == NULL) return enti_no_memory(err);
    y->world = world;
    y->year = year;
    y->form = *form;
    ENT_TRY(fill_members(y, err));
    fill_values(y);
    fill_leadership(y);
    fill_rivalries(y);
    fill_wars(y);
    ENT_TRY(fill_treaties(y, err));
    ENT_TRY(fill_forums(y, err));
    ENT_TRY(fill_geography(y, err));
    ENT_TRY(enti_year_tables(y, err));
    ENT_TRY(enti_year_disputes(y, err));
    *out = y;
    y = NULL;
done:
    ent_year_close(y);
    return st;
}

void ent_year_close(ent_year *year) {
    if (year == NULL) return;
    enti_arena_clear(&year->arena);
    ent_free(year);
}

int ent_year_of(const ent_year *year) {
    return year->year;
}

size_t ent_year_count(const ent_year *year) {
    return year->n;
}

int ent_year_code(const ent_year *year, size_t index) {
    return year->code[index];
}

size_t ent_year_index(const ent_year *year, int code) {
    enti_ref who = enti_world_ref(year->world, code);
    return who == ENTI_NOBODY ? SIZE_MAX : enti_year_find(year, who);
}

const enti_rivalry *enti_year_rivalry(const ent_year *y, size_t i, size_t j) {
    const enti_rivalry *other = NULL;
    for (size_t r = 0; r < y->world->rivalries_count; r++) {
        const enti_rivalry *rivalry = &y->world->rivalries[r];
        bool pair = (rivalry->a == y->ref[i] && rivalry->b == y->ref[j]) ||
                    (rivalry->a == y->ref[j] && rivalry->b == y->ref[i]);
        if (!pair || rivalry->start > y->year || rivalry->end < y->year) continue;
        if (!enti_takes_rivalry(y->world, rivalry, y->year)) continue;
        if (rivalry->strategic) return rivalry;
        other = rivalry;
    }
    return other;
}

const char *enti_year_name(const ent_year *y, size_t i) {
    return y->world->entities[y->ref[i]].name;
}

const char *enti_year_iso3(const ent_year *y, size_t i) {
    return y->world->entities[y->ref[i]].iso3;
}
