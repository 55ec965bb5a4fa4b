/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One institution: its attributes, who belonged to it when, and how long applicants waited. */
#include "base/notes.h"
#include "groups/group.h"

#include <entente/history.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const ent_world *world;
    size_t forum;
    int year;
    ent_institution *out;
    enti_notes treaties, sources;
    enti_arena *arena;
    ent_error *err;
} describing;

static void fill_attributes(describing *d) {
    const enti_forum *f = &d->world->forums[d->forum];
    ent_institution *out = d->out;
    out->id = f->id;
    out->name = f->name;
    out->type = f->type;
    out->founded = f->span.start;
    out->ended = f->span.end;
    out->mandates = f->mandates;
    out->obligations = f->obligations;
    out->decision_rule = f->decision_rule;
    out->leaders = f->leaders;
    out->institution_level = f->institution_level;
    out->defence_clause = f->defence_clause;
    out->secretariat = f->secretariat;
    out->budget = f->budget;
    out->summit_frequency_months = f->summit_months;
    out->complete = f->complete;
    out->source = f->origin.source;
    out->citation = f->origin.citation;
    out->line = f->origin.line;
    out->confidence = enti_confidence_text(&f->origin);
}

/* The application of a state: the entry of its spell as applicant. */
static const enti_forum_member *application_of(const describing *d, enti_ref who) {
    const ent_world *w = d->world;
    for (size_t m = 0; m < w->forum_members_count; m++)
        if (w->forum_members[m].forum == d->forum && w->forum_members[m].who == who &&
            w->forum_members[m].status == ENTI_APPLICANT)
            return &w->forum_members[m];
    return NULL;
}

static double years_between(int32_t from, int32_t to) {
    return (double)(to - from) / 365.25;
}

/* From application to membership; for those still waiting, to the last day of the data. */
static void fill_lag(const describing *d, const enti_forum_member *m, ent_spell *spell) {
    const enti_forum_member *applied = application_of(d, m->who);
    spell->lag_years = NAN;
    spell->applied = "";
    if (applied == NULL) return;
    if (m->status == ENTI_FULL && m->span.first >= applied->span.first) {
        spell->applied = applied->span.start;
        spell->lag_years = years_between(applied->span.first, m->span.first);
    } else if (m->status == ENTI_APPLICANT) {
        int32_t last = m->span.last == INT32_MAX ? enti_day(d->world->last_year, 12, 31) : m->span.last;
        spell->applied = m->span.start;
        spell->lag_years = years_between(m->span.first, last);
    }
}

static int by_start(const void *a, const void *b) {
    const ent_spell *x = a, *y = b;
    int order = strcmp(x->start, y->start);
    if (order == 0) order = x->state.code - y->state.code;
    return order != 0 ? order : strcmp(x->status, y->status);
}

static ent_status fill_spells(describing *d) {
    static const char *const statuses[] = {"full", "observer", "dialogue", "applicant"};
    ent_status st = ENT_OK;
    const ent_world *w = d->world;
    ent_institution *out = d->out;
    double longest = 0;
    out->spells = enti_arena_alloc(d->arena, w->forum_members_count + 1, sizeof *out->spells);
    if (out->spells == NULL) return enti_no_memory(d->err);
    for (size_t m = 0; m < w->forum_members_count; m++) {
        const enti_forum_member *member = &w->forum_members[m];
        ent_spell *spell = &out->spells[out->count];
        if (member->forum != d->forum) continue;
        if (d->year != ENT_MISSING && !enti_span_in(&member->span, d->year, d->year)) continue;
        *spell = (ent_spell){.state = w->entities[member->who],
                             .status = statuses[member->status],
                             .start = member->span.start,
                             .end = member->span.end,
                             .line = member->origin.line,
                             .source = member->origin.source,
                             .citation = member->origin.citation,
                             .confidence = enti_confidence_text(&member->origin)};
        fill_lag(d, member, spell);
        if (spell->lag_years > longest) longest = spell->lag_years;
        ENT_TRY(enti_note_keys(&d->sources, d->arena, member->origin.source, d->err));
        out->count++;
    }
    for (size_t s = 0; s < out->count; s++)
        out->spells[s].longest_lag = longest > 0 && out->spells[s].lag_years == longest;
    qsort(out->spells, out->count, sizeof *out->spells, by_start);
done:
    return st;
}

static ent_status fill_treaties(describing *d) {
    ent_status st = ENT_OK;
    const ent_world *w = d->world;
    for (size_t t = 0; t < w->treaties_count; t++)
        if (w->treaties[t].forum == (int)d->forum)
            ENT_TRY(enti_note(&d->treaties, d->arena, w->treaties[t].id, d->err));
    d->out->treaties = d->treaties.at;
    d->out->treaties_count = d->treaties.count;
done:
    return st;
}

ent_status ent_institution_run(const ent_world *world, const char *text, int year, ent_institution **out,
                               ent_error *err) {
    ent_status st = ENT_OK;
    describing d = {.world = world, .year = year, .err = err};

    ENT_TRY(enti_forum_find(world, text, &d.forum, err));
    if (year != ENT_MISSING && !enti_span_in(&world->forums[d.forum].span, year, year))
        return ent_fail(err, ENT_E_MISSING, "%s did not exist in %d (founded %s%s%s)", world->forums[d.forum].name,
                        year, world->forums[d.forum].span.start,
                        *world->forums[d.forum].span.end != 0 ? ", ended " : "", world->forums[d.forum].span.end);
    d.out = enti_alloc(1, sizeof *d.out);
    d.arena = enti_alloc(1, sizeof *d.arena);
    if (d.out == NULL || d.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    fill_attributes(&d);
    ENT_TRY(enti_note_keys(&d.sources, d.arena, d.out->source, err));
    ENT_TRY(fill_spells(&d));
    ENT_TRY(fill_treaties(&d));
    enti_notes_sort(&d.sources);
    d.out->sources = d.sources.at;
    d.out->sources_count = d.sources.count;
    d.out->arena = d.arena;
    *out = d.out;
    d.out = NULL;
    d.arena = NULL;
done:
    if (d.arena != NULL) enti_arena_clear(d.arena);
    ent_free(d.arena);
    ent_free(d.out);
    return st;
}

void ent_institution_free(ent_institution *institution) {
    if (institution == NULL) return;
    enti_arena_clear(institution->arena);
    ent_free(institution->arena);
    ent_free(institution);
}

size_t ent_forum_count(const ent_world *world) {
    return world->forums_count;
}

const char *ent_forum_at(const ent_world *world, size_t index, const char **name) {
    if (name != NULL) *name = world->forums[index].name;
    return world->forums[index].id;
}
