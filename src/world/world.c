/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking into a world: entities by code, membership by year, dates of any precision. */
#include "world/world.h"

#include <stdlib.h>
#include <string.h>

enti_ref enti_world_ref(const ent_world *world, int code) {
    size_t low = 0, high = world->entities_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (world->entities[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < world->entities_count && world->entities[low].code == code ? (enti_ref)low : ENTI_NOBODY;
}

bool enti_overlaid(const enti_origin *origin) {
    return origin->source != NULL && strncmp(origin->source, ENTI_OVERLAY, sizeof ENTI_OVERLAY - 1) == 0;
}

const char *enti_confidence_text(const enti_origin *origin) {
    static const char *const texts[] = {"low", "medium", "high"};
    return texts[origin->confidence];
}

int ent_world_first_year(const ent_world *world) {
    return world->first_year;
}

int ent_world_last_year(const ent_world *world) {
    return world->last_year;
}

const char *ent_world_label(const ent_world *world) {
    return world->label;
}

ent_status ent_world_entity(const ent_world *world, int code, ent_entity *out, ent_error *err) {
    enti_ref who = enti_world_ref(world, code);
    if (who == ENTI_NOBODY) return ent_fail(err, ENT_E_MISSING, "no state has the code %d", code);
    *out = world->entities[who];
    return ENT_OK;
}

size_t ent_world_entity_count(const ent_world *world) {
    return world->entities_count;
}

ent_entity ent_world_entity_at(const ent_world *world, size_t index) {
    return world->entities[index];
}

/* Tables sorted by entity: the range of records of one. */
#define RANGE_OF(rows, rows_count, code)                                                                               \
    enti_ref who = enti_world_ref(world, code);                                                                        \
    size_t first = 0, count = 0;                                                                                       \
    while (first < (rows_count) && (rows)[first].who != who)                                                           \
        first++;                                                                                                       \
    while (first + count < (rows_count) && (rows)[first + count].who == who)                                           \
        count++;

size_t ent_world_membership_count(const ent_world *world, int code) {
    RANGE_OF(world->members, world->members_count, code)
    return count;
}

ent_membership ent_world_membership_at(const ent_world *world, int code, size_t index) {
    static const char *const systems[] = {"cow", "gw", "none"};
    const enti_member *m;
    RANGE_OF(world->members, world->members_count, code)
    if (index >= count) return (ent_membership){.number = ENT_MISSING};
    m = &world->members[first + index];
    return (ent_membership){.system = systems[m->system],
                            .number = m->number,
                            .name = m->name,
                            .status = m->status,
                            .start = m->span.start,
                            .end = m->span.end,
                            .capital = m->capital,
                            .source = m->origin.source};
}

size_t ent_world_name_count(const ent_world *world, int code) {
    RANGE_OF(world->names, world->names_count, code)
    return count;
}

ent_name ent_world_name_at(const ent_world *world, int code, size_t index) {
    const enti_name *n;
    RANGE_OF(world->names, world->names_count, code)
    if (index >= count) return (ent_name){.from = ENT_MISSING, .to = ENT_MISSING};
    n = &world->names[first + index];
    return (ent_name){.name = n->name, .kind = n->kind, .scheme = n->scheme, .from = n->from, .to = n->to};
}

int ent_world_is_member(const ent_world *world, int code, int year) {
    enti_ref who = enti_world_ref(world, code);
    for (size_t i = 0; i < world->members_count; i++) {
        const enti_member *m = &world->members[i];
        if (m->who == who && m->system == ENTI_COW && enti_span_in(&m->span, year, year)) return 1;
    }
    return 0;
}

/* Days from civil: counts from 1970-01-01 in the proleptic Gregorian calendar. */
int32_t enti_day(int year, int month, int day) {
    int clamped = year < -9999 ? -9999 : year > 9999 ? 9999 : year; /* dates have four digits */
    int y = month <= 2 ? clamped - 1 : clamped;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (int32_t)(era * 146097 + day_of_era - 719468);
}

static int digits(const char *text, size_t count) {
    int value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static int month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Year, month, day; 0 for a part that is not given. */
static bool read_date(const char *text, int *year, int *month, int *day) {
    size_t size = strlen(text);
    if (size != 4 && size != 7 && size != 10) return false;
    *year = digits(text, 4);
    *month = size > 4 && text[4] == '-' ? digits(text + 5, 2) : 0;
    *day = size > 7 && text[7] == '-' ? digits(text + 8, 2) : 0;
    if (*year < 1 || (size > 4 && (*month < 1 || *month > 12))) return false;
    return size <= 7 || (*day >= 1 && *day <= month_days(*year, *month));
}

bool enti_date_first(const char *text, int32_t *out) {
    int year, month, day;
    if (!read_date(text, &year, &month, &day)) return false;
    *out = enti_day(year, month > 0 ? month : 1, day > 0 ? day : 1);
    return true;
}

bool enti_date_last(const char *text, int32_t *out) {
    int year, month, day;
    if (!read_date(text, &year, &month, &day)) return false;
    if (month == 0) month = 12;
    *out = enti_day(year, month, day > 0 ? day : month_days(year, month));
    return true;
}

bool enti_span_in(const enti_span *span, int first, int last) {
    return span->first <= enti_day(last, 12, 31) && span->last >= enti_day(first, 1, 1);
}

bool enti_same_state(const ent_world *w, enti_ref a, enti_ref b) {
    for (size_t s = 0; s < w->successions_count; s++) {
        const enti_succession *x = &w->successions[s];
        if ((x->before == a && x->after == b) || (x->before == b && x->after == a)) return true;
    }
    return false;
}

/* Every import has a source text of its own, so the pointer tells. */
const char *enti_table_of(const ent_world *w, const char *source, const char *own) {
    for (int s = 0; s < ENTI_IMPORTS; s++)
        if (w->imports[s].id != 0 && w->imports[s].source == source) return w->imports[s].table;
    return own;
}

bool enti_takes_war(const ent_world *w, const enti_war *war) {
    const enti_import *import = &w->imports[ENTI_IN_WARS];
    if (war->imported || !war->interstate || import->id == 0 || enti_overlaid(&war->origin)) return true;
    return war->span.first < enti_day(import->first, 1, 1) || war->span.first > enti_day(import->last, 12, 31);
}

static bool among(const enti_ref *list, int count, enti_ref who) {
    for (int k = 0; k < count; k++)
        if (list[k] == who) return true;
    return false;
}

/* Interstate wars of a on side 1, the side that began it, against b, larger than minor clashes, begun in the days given and touching a span. */
static int wars_between(const ent_world *w, enti_ref a, enti_ref b, int32_t since, int32_t until,
                        const enti_span *within) {
    int count = 0;
    for (size_t x = 0; x < w->wars_count; x++)
        for (size_t z = 0; w->wars[x].who == a && w->wars[x].interstate && w->wars[x].side == 1 && !w->wars[x].minor &&
                           z < w->wars_count;
             z++) {
            const enti_war *one = &w->wars[x], *other = &w->wars[z];
            if (other->who != b || strcmp(one->war, other->war) != 0 || one->side == other->side) continue;
            if (!enti_takes_war(w, one) || !enti_takes_war(w, other)) continue;
            if (one->span.first < since || one->span.first > until) continue;
            if (within == NULL || (within->first <= one->span.last && within->last >= one->span.first)) count++;
        }
    return count;
}

/* Actions of a dispute that are attacks: 14 occupation of territory, 16 and more (attack, clash, war). A seizure (15),
 * most often of a fishing boat, is none. */
static bool is_attack(const enti_dispute *d) {
    return d->own == 14 || d->own >= 16;
}

/* Disputes with an attack of its own, each once, outside the wars and crises that count already. */
static int attacks_in_disputes(const ent_world *w, enti_ref by, enti_ref against, int32_t since, int32_t until) {
    size_t first, last;
    int count = 0;
    enti_world_disputes(w, by, against, &first, &last);
    for (size_t d = first; d < last; d++) {
        const enti_dispute *x = &w->disputes[d];
        enti_span year = {enti_day(x->year, 1, 1), enti_day(x->year, 12, 31), "", ""};
        bool seen = year.last < since || year.first > until || !is_attack(x);
        for (size_t e = first; e < d && !seen; e++)
            seen = w->disputes[e].number == x->number && is_attack(&w->disputes[e]);
        for (size_t c = 0; c < w->crises_count && !seen; c++)
            seen = among(w->crises[c].side1, w->crises[c].n1, by) &&
                   among(w->crises[c].side2, w->crises[c].n2, against) &&
                   enti_span_in(&w->crises[c].span, x->year, x->year);
        if (!seen && wars_between(w, by, against, since, until, &year) == 0) count++;
    }
    return count;
}

int enti_world_attacks(const ent_world *w, enti_ref by, enti_ref against, int32_t since, int32_t until) {
    int count = wars_between(w, by, against, since, until, NULL) + attacks_in_disputes(w, by, against, since, until);
    for (size_t c = 0; c < w->crises_count; c++) {
        const enti_event *crisis = &w->crises[c];
        if (strcmp(crisis->type, "war") != 0 && strcmp(crisis->type, "invasion") != 0) continue;
        if (crisis->span.first < since || crisis->span.first > until) continue;
        if (!among(crisis->side1, crisis->n1, by) || !among(crisis->side2, crisis->n2, against)) continue;
        if (wars_between(w, by, against, since, until, &crisis->span) == 0) count++;
    }
    return count;
}
