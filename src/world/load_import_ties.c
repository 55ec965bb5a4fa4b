/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imported spells: rivalries, borders, wars, leaders, capitals, appended behind the snapshot's own and marked. */
#include "world/load.h"

#include <stdlib.h>
#include <string.h>

static enti_origin origin_of(enti_loader *l, enti_import_set which, int column) {
    return (enti_origin){.source = l->world->imports[which].source,
                         .citation = "",
                         .line = enti_load_int_or(l, column, 0),
                         .confidence = ENTI_HIGH};
}

static ent_status read_rivalry(enti_loader *l, void *record, bool *keep) {
    enti_rivalry *r = record;
    int last = l->world->imports[ENTI_IN_RIVALRIES].last;
    r->id = enti_load_text(l, 0);
    r->label = enti_load_text(l, 1);
    r->a = enti_load_code(l, 2);
    r->b = enti_load_code(l, 3);
    r->start = enti_load_int(l, 4);
    r->ongoing = enti_load_int_or(l, 6, 0) != 0;
    r->end = enti_load_int_or(l, 5, r->ongoing ? INT32_MAX : last);
    r->types = enti_load_text(l, 7);
    r->note = "";
    r->strategic = r->imported = true;
    r->origin = origin_of(l, ENTI_IN_RIVALRIES, 8);
    *keep = r->a != ENTI_NOBODY && r->b != ENTI_NOBODY && r->start != ENT_MISSING;
    return ENT_OK;
}

static ent_status read_border(enti_loader *l, void *record, bool *keep) {
    enti_border *b = record;
    b->a = enti_load_code(l, 0);
    b->b = enti_load_code(l, 1);
    b->type = enti_load_int_or(l, 2, INT32_MAX);
    b->imported = true;
    b->origin = origin_of(l, ENTI_IN_CONTIGUITY, 6);
    *keep = b->a != ENTI_NOBODY && b->b != ENTI_NOBODY &&
            enti_load_spell(l, &l->world->imports[ENTI_IN_CONTIGUITY], 3, &b->span);
    return ENT_OK;
}

static ent_status read_war(enti_loader *l, void *record, bool *keep) {
    enti_war *w = record;
    w->war = enti_load_text(l, 0);
    w->name = enti_load_text(l, 1);
    w->who = enti_load_code(l, 2);
    w->side = enti_load_int(l, 3);
    w->interstate = w->imported = true;
    w->minor = enti_load_int_or(l, 7, 0) == 1; /* until the sides are put in order: the initiator */
    w->origin = origin_of(l, ENTI_IN_WARS, 8);
    *keep = w->who != ENTI_NOBODY && enti_load_spell(l, &l->world->imports[ENTI_IN_WARS], 4, &w->span);
    return ENT_OK;
}

/* Side 1 is the one that began a war; the published sides are numbered otherwise. */
static void order_sides(enti_war *wars, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!wars[i].minor || wars[i].side == 1) continue;
        for (size_t k = 0; k < count; k++)
            if (strcmp(wars[k].war, wars[i].war) == 0) wars[k].side = wars[k].side == 1 ? 2 : 1;
    }
    for (size_t i = 0; i < count; i++)
        wars[i].minor = false;
}

static ent_status read_leader(enti_loader *l, void *record, bool *keep) {
    enti_leader *r = record;
    r->who = enti_load_code(l, 0);
    r->leader = enti_load_text(l, 1);
    r->title = "";
    r->origin = origin_of(l, ENTI_IN_LEADERS, 5);
    *keep = r->who != ENTI_NOBODY && enti_load_spell(l, &l->world->imports[ENTI_IN_LEADERS], 2, &r->span);
    return ENT_OK;
}

static ent_status read_capital(enti_loader *l, void *record, bool *keep) {
    enti_capital *c = record;
    enti_span span;
    c->who = enti_load_code(l, 0);
    c->lat = enti_load_real(l, 1);
    c->lon = enti_load_real(l, 2);
    c->origin = origin_of(l, ENTI_IN_CAPITALS, 6);
    *keep = c->who != ENTI_NOBODY && enti_load_spell(l, &l->world->imports[ENTI_IN_CAPITALS], 3, &span);
    if (!*keep) return ENT_OK;
    c->first = span.first;
    c->from = (int32_t)strtol(span.start, NULL, 10);
    c->to = *span.end != 0 ? (int32_t)strtol(span.end, NULL, 10) : INT32_MAX;
    return ENT_OK;
}

ent_status enti_load_import_ties(enti_loader *l) {
    ent_status st = ENT_OK;
    ent_world *w = l->world;
    size_t wars = w->wars_count;
    ENTI_LOAD_IMPORT(l, ENTI_IN_RIVALRIES,
                     "CAST(rivalry AS TEXT), name, ccode1, ccode2, start, \"end\", ongoing, types, line", rivalries,
                     read_rivalry);
    ENTI_LOAD_IMPORT(l, ENTI_IN_CONTIGUITY, "ccode1, ccode2, type, start, \"end\", ongoing, line", borders,
                     read_border);
    ENTI_LOAD_IMPORT(l, ENTI_IN_WARS, "CAST(war AS TEXT), name, ccode, side, start, \"end\", 0, initiator, line", wars,
                     read_war);
    order_sides(w->wars + wars, w->wars_count - wars);
    ENTI_LOAD_IMPORT(l, ENTI_IN_LEADERS, "ccode, leader, start, \"end\", 0, line", leaders, read_leader);
    ENTI_LOAD_IMPORT(l, ENTI_IN_CAPITALS, "ccode, lat, lon, start, \"end\", ongoing, line", capitals, read_capital);
done:
    return st;
}
