/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is: both tracks, every obligation in force with its treaty, the declared title. */
#include "theory/assess.h"
#include "theory/bases.h"

#include <stdlib.h>
#include <string.h>

static const char *duties_of(const ent_year *y, const enti_live_treaty *live, size_t i, size_t j, enti_arena *arena) {
    static const int order[] = {ENTI_DEFENCE, ENTI_OFFENCE, ENTI_CONSULTATION, ENTI_NEUTRALITY, ENTI_NONAGGRESSION};
    enti_text text = {0};
    const char *duties;
    for (int o = 0; o < ENTI_OBLIGATIONS; o++)
        if (enti_treaty_binds(y, live, (enti_obligation)order[o], i, j))
            enti_text_add(&text, "%s%s", text.size > 0 ? ", " : "", enti_obligation_text(order[o]));
    duties = text.failed ? NULL : enti_arena_strdup(arena, text.size > 0 ? text.at : "");
    enti_text_clear(&text);
    return duties;
}

/* The pair's own spell under a treaty: the later entry and the earlier exit among the members' spells of the year. */
static void fill_spell(const ent_year *y, const enti_treaty *treaty, size_t i, size_t j, ent_obligation *out) {
    const enti_treaty_member *m = y->world->treaty_members + treaty->first_member;
    const enti_span *latest = NULL, *earliest = NULL;
    for (size_t k = 0; k < treaty->members; k++) {
        if (m[k].who != y->ref[i] && m[k].who != y->ref[j]) continue;
        if (!enti_span_in(&m[k].span, y->year, y->year)) continue;
        if (latest == NULL || m[k].span.first > latest->first) latest = &m[k].span;
        if (earliest == NULL || m[k].span.last < earliest->last) earliest = &m[k].span;
    }
    out->since = latest != NULL ? latest->start : treaty->span.start;
    out->until = earliest != NULL && *earliest->end != 0 ? earliest->end : treaty->span.end;
}

static ent_status fill_obligations(enti_assessing *a) {
    const ent_year *y = a->year;
    ent_assessment *out = a->out;
    out->obligations = enti_arena_alloc(a->arena, y->treaties_count + 1, sizeof *out->obligations);
    if (out->obligations == NULL) return enti_no_memory(a->err);
    for (size_t t = 0; t < y->treaties_count; t++) {
        const enti_live_treaty *live = &y->treaties[t];
        const enti_treaty *treaty = &a->world->treaties[live->treaty];
        ent_obligation *o = &out->obligations[out->obligations_count];
        if (!enti_set_has(&live->members, a->i) || !enti_set_has(&live->members, a->j)) continue;
        o->duties = duties_of(y, live, a->i, a->j, a->arena);
        if (o->duties == NULL) return enti_no_memory(a->err);
        if (*o->duties == 0) continue;
        o->treaty = treaty->id;
        o->name = treaty->name;
        o->kind = treaty->bilateral ? "bilateral" : "multilateral";
        o->basis = treaty->basis;
        o->table = enti_table_of(a->world, treaty->origin.source, "treaties");
        o->line = treaty->origin.line;
        o->source = treaty->origin.source;
        o->citation = treaty->origin.citation;
        fill_spell(y, treaty, a->i, a->j, o);
        out->obligations_count++;
    }
    return ENT_OK;
}

static ent_status fill_features(enti_assessing *a) {
    static const char *const texts[ENTI_FEATURES] = {"permanent bases",      "integrated command", "joint staff",
                                                     "intelligence sharing", "military aid",       "permanent organ"};
    enti_text text = {0};
    for (int f = 0; f < ENTI_FEATURES; f++)
        if (a->status.feature[f] && a->status.defence)
            enti_text_add(&text, "%s%s", text.size > 0 ? ", " : "", texts[f]);
    a->out->features = text.failed ? NULL : enti_arena_strdup(a->arena, text.size > 0 ? text.at : "");
    enti_text_clear(&text);
    return a->out->features == NULL ? enti_no_memory(a->err) : ENT_OK;
}

static int by_date(const void *a, const void *b) {
    const ent_obligation *x = a, *y = b;
    int order = strcmp(x->since, y->since);
    return order != 0 ? order : strcmp(x->treaty, y->treaty);
}

ent_status enti_assess_status(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    const enti_status *s = &a->status;
    out->practice_rung = enti_practice_text(s->practice_rung);
    out->treaty_rung = enti_obligation_text(s->obligation);
    out->category = enti_category_text(s->category);
    out->ladder = s->ladder;
    out->ladder_name = enti_ladder_text(s->ladder);
    out->practice_index = s->practice.index;
    out->title = s->title != NULL && s->title->rank > 0 ? s->title->title : ""; /* a treaty stands outside the ladder */
    out->title_rank = s->title != NULL ? s->title->rank : 0;
    out->title_since = *out->title != 0 ? s->title->span.start : "";
    out->titles_coded = s->titles_coded;
    out->treaty_multilateral = s->obligation >= 0 && !s->obligation_bilateral;
    out->deep = s->deep;
    out->recent_war = s->recent_war;
    out->fatal_dispute = s->fatal_dispute;
    out->pact_since =
        s->defence ? enti_pact_since(a->world, a->year->ref[a->i], a->year->ref[a->j], a->year->year) : ENT_MISSING;
    ENT_TRY(fill_obligations(a));
    qsort(out->obligations, out->obligations_count, sizeof *out->obligations, by_date);
    ENT_TRY(fill_features(a));
done:
    return st;
}
