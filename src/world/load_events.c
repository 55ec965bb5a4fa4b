/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated events between states: coercion, crises, wars, bases, exercises, interests at one or at odds. */
#include "world/load.h"

#include <string.h>

static ent_status read_event(enti_loader *l, void *record) {
    enti_event *e = record;
    ent_status st = ENT_OK;
    e->id = enti_load_text(l, 0);
    e->what = enti_load_text(l, 1);
    e->type = enti_load_text(l, 2);
    ENT_TRY(enti_load_span(l, 3, 4, &e->span));
    enti_load_origin(l, 5, &e->origin);
done:
    return st;
}

static enti_event *find_event(enti_event *events, size_t count, const char *id) {
    for (size_t i = 0; id != NULL && i < count; i++)
        if (strcmp(events[i].id, id) == 0) return &events[i];
    return NULL;
}

/* Parties come as rows (event id, code, 1 when on the first side). */
static ent_status load_parties(enti_loader *l, const char *table, const char *sql, enti_event *events, size_t count) {
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_query(l, table, sql));
    for (; l->at < l->rows.count; l->at++) {
        enti_event *event;
        enti_ref who;
        uint8_t *n;
        bool first;
        event = find_event(events, count, enti_load_peek(l, 0));
        ENT_TRY(enti_load_ref(l, 1, &who));
        if (event == NULL) continue;
        first = enti_load_int_or(l, 2, 0) != 0;
        n = first ? &event->n1 : &event->n2;
        if (*n == ENTI_SIDE_MAX)
            ENT_TRY(
                ent_fail(l->err, ENT_E_PARSE, "%s names more than %d parties on one side", event->id, ENTI_SIDE_MAX));
        (first ? event->side1 : event->side2)[(*n)++] = who;
    }
done:
    enti_load_end(l);
    return st;
}

static ent_status read_war(enti_loader *l, void *record) {
    enti_war *w = record;
    ent_status st = ENT_OK;
    const char *type = enti_load_peek(l, 6);
    const char *scale = enti_load_peek(l, 7);
    w->war = enti_load_text(l, 0);
    w->name = enti_load_text(l, 1);
    ENT_TRY(enti_load_ref(l, 2, &w->who));
    w->side = enti_load_int(l, 3);
    ENT_TRY(enti_load_span(l, 4, 5, &w->span));
    w->interstate = type != NULL && strcmp(type, "interstate") == 0;
    w->minor = scale != NULL && strcmp(scale, "minor") == 0;
    enti_load_origin(l, 8, &w->origin);
done:
    return st;
}

static ent_status read_base(enti_loader *l, void *record) {
    enti_base *b = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &b->host));
    ENT_TRY(enti_load_ref(l, 1, &b->sender));
    ENT_TRY(enti_load_span(l, 2, 3, &b->span));
    enti_load_origin(l, 4, &b->origin);
done:
    return st;
}

static ent_status read_exercise(enti_loader *l, void *record) {
    enti_exercise *e = record;
    ent_status st = ENT_OK;
    e->id = enti_load_text(l, 0);
    e->name = enti_load_text(l, 1);
    e->kind = enti_load_text(l, 2);
    ENT_TRY(enti_load_span(l, 3, 4, &e->span));
    enti_load_origin(l, 5, &e->origin);
done:
    return st;
}

static ent_status load_exercise_parties(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    ENT_TRY(enti_load_query(l, "exercise_parties",
                            "SELECT exercise, code, role = 'partner' FROM exercise_parties ORDER BY exercise, "
                            "role = 'partner' DESC, code"));
    for (; l->at < l->rows.count; l->at++) {
        const char *id = enti_load_peek(l, 0);
        enti_ref who;
        ENT_TRY(enti_load_ref(l, 1, &who));
        for (size_t i = 0; id != NULL && i < w->exercises_count; i++) {
            enti_exercise *e = &w->exercises[i];
            if (strcmp(e->id, id) != 0) continue;
            if (e->n == ENTI_EXERCISE_MAX)
                ENT_TRY(ent_fail(l->err, ENT_E_PARSE, "%s names more than %d parties", id, ENTI_EXERCISE_MAX));
            e->parties[e->n++] = who;
            if (enti_load_int_or(l, 2, 0) != 0) e->organisers++;
        }
    }
done:
    enti_load_end(l);
    return st;
}

static ent_status read_interest(enti_loader *l, void *record) {
    enti_interest *i = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &i->a));
    ENT_TRY(enti_load_ref(l, 1, &i->b));
    i->global = enti_load_int_or(l, 2, 0) != 0;
    i->converge = enti_load_int_or(l, 3, 0) != 0;
    i->issue = enti_load_text(l, 4);
    i->evidence = enti_load_text(l, 5);
    i->date = enti_load_text(l, 6);
    enti_load_origin(l, 7, &i->origin);
done:
    return st;
}

static ent_status read_happening(enti_loader *l, void *record) {
    enti_happening *h = record;
    ent_status st = ENT_OK;
    h->id = enti_load_text(l, 0);
    h->type = enti_load_text(l, 1);
    h->name = enti_load_text(l, 2);
    h->place = enti_load_text(l, 3);
    h->detail = enti_load_text(l, 4);
    ENT_TRY(enti_load_ref(l, 5, &h->a));
    ENT_TRY(enti_load_ref(l, 6, &h->b));
    ENT_TRY(enti_load_span(l, 7, 8, &h->span));
    enti_load_origin(l, 9, &h->origin);
done:
    return st;
}

static ent_status read_declaration(enti_loader *l, void *record) {
    enti_declaration *d = record;
    ent_status st = ENT_OK;
    d->speaker = enti_load_text(l, 0);
    d->office = enti_load_text(l, 1);
    d->stance = enti_load_text(l, 2);
    d->content = enti_load_text(l, 3);
    ENT_TRY(enti_load_ref(l, 4, &d->a));
    d->b = ENTI_NOBODY;
    if (enti_load_int(l, 5) != ENT_MISSING) ENT_TRY(enti_load_ref(l, 5, &d->b));
    ENT_TRY(enti_load_span(l, 6, 6, &d->span));
    enti_load_origin(l, 7, &d->origin);
done:
    return st;
}

static ent_status read_reference(enti_loader *l, void *record) {
    enti_reference *r = record;
    r->key = enti_load_text(l, 0);
    r->entry = enti_load_text(l, 1);
    return ENT_OK;
}

ent_status enti_load_events(enti_loader *l) {
    ent_status st = ENT_OK;
    ENTI_LOAD(l, "coercion", "id, measure, type, start, \"end\", line, source, citation, confidence", coercions,
              read_event);
    ENT_TRY(load_parties(l, "coercion_parties",
                         "SELECT coercion, code, role = 'sender' FROM coercion_parties ORDER BY coercion, code",
                         l->world->coercions, l->world->coercions_count));
    ENTI_LOAD(l, "crises", "id, name, level, start, \"end\", line, source, citation, confidence", crises, read_event);
    ENT_TRY(load_parties(l, "crisis_parties",
                         "SELECT crisis, code, role = 'initiator' FROM crisis_parties ORDER BY crisis, code",
                         l->world->crises, l->world->crises_count));
    ENTI_LOAD(l, "wars", "war, name, code, side, start, \"end\", type, scale, line, source, citation, confidence", wars,
              read_war);
    ENTI_LOAD(l, "bases", "host, sender, start, \"end\", line, source, citation, confidence", bases, read_base);
    ENTI_LOAD(l, "exercises", "id, name, kind, start, \"end\", line, source, citation, confidence", exercises,
              read_exercise);
    ENT_TRY(load_exercise_parties(l));
    ENTI_LOAD(l, "interests",
              "code1, code2, scope = 'global', direction = 'converge', issue, evidence, date, line, source, "
              "citation, confidence",
              interests, read_interest);
    ENTI_LOAD(l, "events",
              "id, type, name, place, detail, code1, code2, date, \"end\", line, source, citation, confidence",
              happenings, read_happening);
    ENTI_LOAD(l, "declarations",
              "speaker, office, stance, content, code1, code2, date, line, source, citation, confidence", declarations,
              read_declaration);
    ENTI_LOAD(l, "bibliography", "key, entry", references, read_reference);
done:
    return st;
}
