/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a state would lose with another, and what it weighs where populations are counted. */
#include "world/load.h"

static ent_status read_dependence(enti_loader *l, void *record) {
    enti_dependence *d = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &d->a));
    ENT_TRY(enti_load_ref(l, 1, &d->b));
    d->first = enti_load_int(l, 2);
    d->last = enti_load_int(l, 3);
    d->indicator = enti_load_text(l, 4);
    d->value = enti_load_real(l, 5);
    d->unit = enti_load_text(l, 6);
    d->detail = enti_load_text(l, 7);
    enti_load_origin(l, 8, &d->origin);
done:
    return st;
}

static ent_status read_voter(enti_loader *l, void *record) {
    enti_voter *v = record;
    ent_status st = ENT_OK;
    ENT_TRY(enti_load_ref(l, 0, &v->who));
    v->year = enti_load_int(l, 1);
    v->population = enti_load_real(l, 2);
    enti_load_origin(l, 3, &v->origin);
done:
    return st;
}

ent_status enti_load_dependence(enti_loader *l) {
    ent_status st = ENT_OK;
    ENTI_LOAD(l, "dependence",
              "code1, code2, start, \"end\", indicator, value, unit, detail, line, source, citation, confidence",
              dependences, read_dependence);
    ENTI_LOAD(l, "eu_voting", "code, year, population, line, source, citation, confidence", voters, read_voter);
done:
    return st;
}
