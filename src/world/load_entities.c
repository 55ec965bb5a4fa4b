/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who there is: entities, their spells in the systems of states, their names, and the sources of it all. */
#include "world/load.h"

#include <stdlib.h>
#include <string.h>

static ent_status read_entity(enti_loader *l, void *record) {
    ent_entity *entity = record;
    const char *kind = enti_load_peek(l, 5);
    entity->code = enti_load_int(l, 0);
    entity->iso3 = enti_load_text(l, 1);
    entity->name = enti_load_text(l, 2);
    entity->region = enti_load_text(l, 3);
    entity->subregion = enti_load_text(l, 4);
    entity->outside = kind == NULL || strcmp(kind, "state") != 0;
    return ENT_OK;
}

static ent_status read_member(enti_loader *l, void *record) {
    enti_member *m = record;
    ent_status st = ENT_OK;
    const char *system = enti_load_peek(l, 1);
    ENT_TRY(enti_load_ref(l, 0, &m->who));
    m->system = ENTI_NO_SYSTEM;
    if (system != NULL && strcmp(system, "cow") == 0) m->system = ENTI_COW;
    if (system != NULL && strcmp(system, "gw") == 0) m->system = ENTI_GW;
    m->number = enti_load_int(l, 2);
    m->name = enti_load_text(l, 3);
    m->status = enti_load_text(l, 4);
    ENT_TRY(enti_load_span(l, 5, 6, &m->span));
    m->capital = enti_load_text(l, 7);
    m->lat = enti_load_real(l, 8);
    m->lon = enti_load_real(l, 9);
    enti_load_origin(l, 10, &m->origin);
done:
    return st;
}

static ent_status read_name(enti_loader *l, void *record) {
    enti_name *n = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &n->who));
    n->name = enti_load_text(l, 1);
    n->kind = enti_load_text(l, 2);
    n->scheme = enti_load_text(l, 3);
    n->from = enti_load_int(l, 4);
    n->to = enti_load_int(l, 5);
    n->ambiguous = enti_load_int_or(l, 6, 0) != 0;
    n->row = enti_load_int_or(l, 7, 0);
done:
    return st;
}

static ent_status read_source(enti_loader *l, void *record) {
    enti_source *s = record;
    s->key = enti_load_text(l, 0);
    s->title = enti_load_text(l, 1);
    s->version = enti_load_text(l, 2);
    s->licence = enti_load_text(l, 3);
    s->bibkey = enti_load_text(l, 4);
    return ENT_OK;
}

/* Lookups rely on these orders, whatever the order of the file. */
static int by_spell(const void *a, const void *b) {
    const enti_member *x = a, *y = b;
    if (x->who != y->who) return x->who < y->who ? -1 : 1;
    if (x->system != y->system) return x->system < y->system ? -1 : 1;
    return x->span.first < y->span.first ? -1 : x->span.first > y->span.first;
}

static int by_owner(const void *a, const void *b) {
    const enti_name *x = a, *y = b;
    if (x->who != y->who) return x->who < y->who ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* A state whose membership begins the day after another's ended has taken its place. */
static ent_status find_successions(enti_loader *l) {
    ent_world *w = l->world;
    size_t n = w->members_count;
    w->successions = enti_arena_alloc(&w->arena, n + 1, sizeof *w->successions);
    if (w->successions == NULL) return enti_no_memory(l->err);
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n && w->successions_count < n; b++) {
            const enti_member *x = &w->members[a], *y = &w->members[b];
            if (x->system != ENTI_COW || y->system != ENTI_COW || x->who == y->who) continue;
            if (x->span.last == INT32_MAX || y->span.first != x->span.last + 1) continue;
            w->successions[w->successions_count++] = (enti_succession){x->who, y->who};
        }
    return ENT_OK;
}

ent_status enti_load_entities(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    ENTI_LOAD(l, "sources", "key, title, version, licence, bibkey", sources, read_source);
    ENTI_LOAD(l, "entities", "code, iso3, name, region, subregion, kind", entities, read_entity);
    ENTI_LOAD(l, "membership",
              "code, system, number, name, status, start, \"end\", capital, lat, lon, line, source, citation, "
              "NULL",
              members, read_member);
    ENTI_LOAD(l, "names", "code, name, kind, scheme, \"from\", \"to\", ambiguous, line", names, read_name);
    qsort(w->members, w->members_count, sizeof *w->members, by_spell);
    qsort(w->names, w->names_count, sizeof *w->names, by_owner);
    ENT_TRY(find_successions(l));
done:
    return st;
}
