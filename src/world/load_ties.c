/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spells between two states, and who led or legitimated a state: rivalries, borders, titles, leaders, ideology. */
#include "world/load.h"

#include <string.h>

static ent_status read_rivalry(enti_loader *l, void *record) {
    enti_rivalry *r = record;
    ent_status st = ENT_OK;
    const char *kind = enti_load_peek(l, 7);
    r->id = enti_load_text(l, 0);
    ENT_TRY(enti_load_ref(l, 1, &r->a));
    ENT_TRY(enti_load_ref(l, 2, &r->b));
    r->label = enti_load_text(l, 3);
    r->start = enti_load_int(l, 4);
    r->end = enti_load_int_or(l, 5, INT32_MAX);
    r->ongoing = enti_load_int_or(l, 6, 0) != 0;
    r->strategic = kind != NULL && strcmp(kind, "strategic") == 0;
    r->types = enti_load_text(l, 8);
    r->note = enti_load_text(l, 9);
    enti_load_origin(l, 10, &r->origin);
done:
    return st;
}

static ent_status read_border(enti_loader *l, void *record) {
    enti_border *b = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &b->a));
    ENT_TRY(enti_load_ref(l, 1, &b->b));
    b->type = enti_load_int(l, 2);
    ENT_TRY(enti_load_span(l, 3, 4, &b->span));
    enti_load_origin(l, 5, &b->origin);
done:
    return st;
}

static ent_status read_partnership(enti_loader *l, void *record) {
    enti_partnership *p = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &p->a));
    ENT_TRY(enti_load_ref(l, 1, &p->b));
    p->title = enti_load_text(l, 2);
    p->rank = enti_load_int_or(l, 3, 0);
    ENT_TRY(enti_load_span(l, 4, 5, &p->span));
    /* The end of a title is exclusive: with a whole date, the day before is its last. */
    if (*p->span.end != 0 && !enti_date_first(p->span.end, &p->span.last))
        return ent_fail(l->err, ENT_E_PARSE, "table partnerships has an end \"%s\"", p->span.end);
    if (*p->span.end != 0) p->span.last--;
    enti_load_origin(l, 6, &p->origin);
done:
    return st;
}

static ent_status read_leader(enti_loader *l, void *record) {
    enti_leader *r = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &r->who));
    r->leader = enti_load_text(l, 1);
    r->title = enti_load_text(l, 2);
    ENT_TRY(enti_load_span(l, 3, 4, &r->span));
    if (*r->span.end != 0) r->span.last--; /* the end is the successor's first day */
    enti_load_origin(l, 5, &r->origin);
done:
    return st;
}

static ent_status read_opcode(enti_loader *l, void *record) {
    enti_opcode *o = record;
    ent_status st = ENT_OK;
    const char *basis;
    ENT_TRY(enti_load_ref(l, 0, &o->who));
    o->leader = enti_load_text(l, 1);
    ENT_TRY(enti_load_span(l, 2, 3, &o->span));
    o->p1 = enti_load_real(l, 4);
    o->p1_se = enti_load_real(l, 5);
    o->i1 = enti_load_real(l, 6);
    o->i1_se = enti_load_real(l, 7);
    o->speeches = enti_load_int(l, 8);
    o->codes = enti_load_int(l, 9);
    basis = enti_load_text(l, 10);
    o->basis = strcmp(basis, "published") == 0       ? ENTI_PUBLISHED
               : strcmp(basis, "demonstration") == 0 ? ENTI_DEMONSTRATION
                                                     : ENTI_MEASURED;
    enti_load_origin(l, 11, &o->origin);
done:
    return st;
}

static ent_status read_ideology(enti_loader *l, void *record) {
    enti_ideology *i = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &i->who));
    i->ideology = enti_load_text(l, 1);
    ENT_TRY(enti_load_span(l, 2, 3, &i->span));
    enti_load_origin(l, 4, &i->origin);
done:
    return st;
}

ent_status enti_load_ties(enti_loader *l) {
    ent_status st = ENT_OK;
    ENTI_LOAD(l, "rivalries",
              "id, code1, code2, label, start, \"end\", ongoing, kind, types, note, line, source, citation, "
              "confidence",
              rivalries, read_rivalry);
    ENTI_LOAD(l, "contiguity", "code1, code2, type, start, \"end\", line, source, citation, confidence", borders,
              read_border);
    ENTI_LOAD(l, "partnerships", "code1, code2, title, rank, start, \"end\", line, source, citation, confidence",
              partnerships, read_partnership);
    ENTI_LOAD(l, "leaders", "code, leader, title, start, \"end\", line, source, citation, confidence", leaders,
              read_leader);
    ENTI_LOAD(l, "operational_codes",
              "code, leader, start, \"end\", p1, p1_se, i1, i1_se, speeches, codes, basis, line, source, "
              "citation, confidence",
              opcodes, read_opcode);
    ENTI_LOAD(l, "ideology", "code, ideology, start, \"end\", line, source, citation, confidence", ideologies,
              read_ideology);
done:
    return st;
}
