/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Institutions and treaties with their members. A member's spell is cut to the treaty's own:
 * from the later of entry and entry into force, to the earlier of exit and the treaty's end.
 */
#include "world/load.h"

#include <stdlib.h>
#include <string.h>

static ent_status read_forum(enti_loader *l, void *record) {
    enti_forum *f = record;
    ent_status st = ENT_OK;
    f->id = enti_load_text(l, 0);
    f->name = enti_load_text(l, 1);
    f->type = enti_load_text(l, 2);
    ENT_TRY(enti_load_span(l, 3, 4, &f->span));
    f->leaders = enti_load_text(l, 5);
    f->mandates = enti_load_text(l, 6);
    f->obligations = enti_load_text(l, 7);
    f->decision_rule = enti_load_text(l, 8);
    f->institution_level = enti_load_int(l, 9);
    f->defence_clause = enti_load_int_or(l, 10, 0) != 0;
    f->complete = enti_load_int_or(l, 11, 1) != 0;
    f->by_choice = enti_load_int_or(l, 12, 1) != 0;
    f->secretariat = enti_load_int(l, 13);
    f->budget = enti_load_int(l, 14);
    f->summit_months = enti_load_int(l, 15);
    enti_load_origin(l, 16, &f->origin);
done:
    return st;
}

static int find_forum(const ent_world *w, const char *id) {
    for (size_t i = 0; id != NULL && i < w->forums_count; i++)
        if (strcmp(w->forums[i].id, id) == 0) return (int)i;
    return -1;
}

/* Treaties are in order of their id. */
static int find_treaty(const ent_world *w, const char *id) {
    size_t low = 0, high = w->treaties_count;
    while (id != NULL && low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(w->treaties[middle].id, id);
        if (order == 0) return (int)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

static ent_status read_forum_member(enti_loader *l, void *record) {
    enti_forum_member *m = record;
    ent_status st = ENT_OK;
    const char *status = enti_load_peek(l, 2);
    int forum = find_forum(l->world, enti_load_peek(l, 0));
    if (forum < 0 || status == NULL) return ent_fail(l->err, ENT_E_PARSE, "table forum_members names an unknown forum");
    m->forum = (uint16_t)forum;
    ENT_TRY(enti_load_ref(l, 1, &m->who));
    m->status = ENTI_FULL;
    if (strcmp(status, "observer") == 0) m->status = ENTI_OBSERVER;
    if (strcmp(status, "dialogue") == 0) m->status = ENTI_DIALOGUE;
    if (strcmp(status, "applicant") == 0) m->status = ENTI_APPLICANT;
    ENT_TRY(enti_load_span(l, 3, 4, &m->span));
    enti_load_origin(l, 5, &m->origin);
done:
    return st;
}

static ent_status read_treaty(enti_loader *l, void *record) {
    enti_treaty *t = record;
    ent_status st = ENT_OK;
    const char *kind = enti_load_peek(l, 2);
    enti_span force;
    t->id = enti_load_text(l, 0);
    t->name = enti_load_text(l, 1);
    t->bilateral = kind != NULL && strcmp(kind, "bilateral") == 0;
    t->forum = find_forum(l->world, enti_load_peek(l, 3));
    t->signed_on = enti_load_text(l, 4);
    ENT_TRY(enti_load_span(l, 4, 6, &t->span));
    t->force_known = enti_load_peek(l, 5) != NULL;
    if (t->force_known) {
        ENT_TRY(enti_load_span(l, 5, 6, &force));
        t->span = force;
    }
    for (int i = 0; i < ENTI_OBLIGATIONS; i++)
        t->obligation[i] = (int8_t)enti_load_int_or(l, 7 + i, 0);
    for (int i = 0; i < ENTI_FEATURES; i++)
        t->feature[i] = (int8_t)enti_load_int_or(l, 12 + i, -1);
    t->basis = enti_load_text(l, 18);
    t->note = enti_load_text(l, 19);
    t->atop = enti_load_text(l, 20);
    enti_load_origin(l, 21, &t->origin);
done:
    return st;
}

static ent_status read_treaty_member(enti_loader *l, void *record) {
    enti_treaty_member *m = record;
    ent_status st = ENT_OK;
    int index = find_treaty(l->world, enti_load_peek(l, 0));
    const enti_treaty *t;
    if (index < 0) return ent_fail(l->err, ENT_E_PARSE, "table treaty_members names an unknown treaty");
    t = &l->world->treaties[index];
    m->treaty = (uint16_t)index;
    ENT_TRY(enti_load_ref(l, 1, &m->who));
    ENT_TRY(enti_load_span(l, 2, 3, &m->span));
    /* Signature is entry for the original parties; in_force, where known, is when they were bound. */
    if (t->force_known && t->span.first > m->span.first) {
        m->span.first = t->span.first;
        m->span.start = t->span.start;
    }
    if (t->span.last < m->span.last) {
        m->span.last = t->span.last;
        m->span.end = t->span.end;
    }
    for (int i = 0; i < ENTI_OBLIGATIONS; i++)
        m->obligation[i] = (int8_t)enti_load_int_or(l, 4 + i, t->obligation[i]);
    enti_load_origin(l, 9, &m->origin);
done:
    return st;
}

static int by_id(const void *a, const void *b) {
    return strcmp(((const enti_treaty *)a)->id, ((const enti_treaty *)b)->id);
}

static int by_treaty(const void *a, const void *b) {
    const enti_treaty_member *x = a, *y = b;
    if (x->treaty != y->treaty) return x->treaty < y->treaty ? -1 : 1;
    if (x->who != y->who) return x->who < y->who ? -1 : 1;
    return x->span.first < y->span.first ? -1 : x->span.first > y->span.first;
}

static void group_members(ent_world *w) {
    for (size_t i = 0; i < w->treaty_members_count; i++) {
        enti_treaty *t = &w->treaties[w->treaty_members[i].treaty];
        if (t->members == 0) t->first_member = i;
        t->members++;
    }
}

ent_status enti_load_treaties(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    ENTI_LOAD(l, "forums",
              "id, name, type, founded, ended, leaders, mandates, obligations, decision_rule, "
              "institution_level, defence_clause, membership_complete, by_choice, secretariat, budget, "
              "summit_frequency_months, line, source, citation, confidence",
              forums, read_forum);
    ENTI_LOAD(l, "forum_members", "forum, code, status, entry, exit, line, source, citation, confidence", forum_members,
              read_forum_member);
    ENTI_LOAD(l, "treaties",
              "id, name, kind, forum, signed, in_force, \"end\", defence, offence, neutrality, nonaggression, "
              "consultation, permanent_bases, integrated_command, joint_staff, intelligence_sharing, "
              "military_aid, organ, basis, note, atop_id, line, source, citation, confidence",
              treaties, read_treaty);
    qsort(w->treaties, w->treaties_count, sizeof *w->treaties, by_id);
    ENTI_LOAD(l, "treaty_members",
              "treaty, code, entry, exit, defence, offence, neutrality, nonaggression, consultation, "
              "line, source, citation, confidence",
              treaty_members, read_treaty_member);
    qsort(w->treaty_members, w->treaty_members_count, sizeof *w->treaty_members, by_treaty);
    group_members(w);
done:
    return st;
}
