/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the records hold between two states, in order of time. Declarations are never evidence of a treaty. */
#include "base/notes.h"
#include "world/world.h"

#include <entente/history.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const ent_world *world;
    enti_ref a, b;
    int first, last;
    ent_tie *out;
    size_t room;
    enti_notes sources;
    enti_arena *arena;
    ent_error *err;
} gathering;

static bool pair_is(const gathering *g, enti_ref x, enti_ref y) {
    return (x == g->a && y == g->b) || (x == g->b && y == g->a);
}

static ent_status add(gathering *g, const char *kind, const char *table, const enti_span *span, const char *text,
                      const enti_origin *origin) {
    ent_tie *out = g->out;
    if (text == NULL) return enti_no_memory(g->err);
    if (!enti_span_in(span, g->first, g->last)) return ENT_OK;
    if (out->count == g->room) {
        size_t room = g->room == 0 ? 64 : 2 * g->room;
        ent_record *records = enti_arena_alloc(g->arena, room, sizeof *records);
        if (records == NULL) return enti_no_memory(g->err);
        if (out->count > 0) memcpy(records, out->records, out->count * sizeof *records);
        out->records = records;
        g->room = room;
    }
    out->records[out->count++] = (ent_record){.start = span->start,
                                              .end = strcmp(span->start, span->end) == 0 ? "" : span->end,
                                              .kind = kind,
                                              .text = text,
                                              .table = table,
                                              .line = origin->line,
                                              .source = origin->source,
                                              .citation = origin->citation,
                                              .confidence = enti_confidence_text(origin)};
    return enti_note_keys(&g->sources, g->arena, origin->source, g->err);
}

static const char *name_of(const gathering *g, enti_ref who) {
    return g->world->entities[who].name;
}

/* "defence, consultation": what either pledged. */
static void list_duties(const enti_treaty_member *p, const enti_treaty_member *q, char list[96]) {
    static const char *const duties[] = {"defence", "offence", "neutrality", "non-aggression", "consultation"};
    *list = 0;
    for (int o = 0; o < ENTI_OBLIGATIONS; o++)
        if (p->obligation[o] == 1 || q->obligation[o] == 1) {
            if (*list != 0) strcat(list, ", "); /* five short words fit */
            strcat(list, duties[o]);
        }
}

/* Common spells of the two under one treaty. Phases of a member that follow on one another with the same duties are one
 * spell; only imported treaties come in phases. */
typedef struct {
    enti_span span;
    char duties[96];
} common_spell;

static int by_begin(const void *a, const void *b) {
    const common_spell *x = a, *y = b;
    if (x->span.first != y->span.first) return x->span.first < y->span.first ? -1 : 1;
    return x->span.last < y->span.last ? -1 : x->span.last > y->span.last;
}

static size_t common_spells(const gathering *g, const enti_treaty *treaty, common_spell *out, size_t room) {
    const enti_treaty_member *m = g->world->treaty_members + treaty->first_member;
    size_t count = 0, kept = 0;
    for (size_t p = 0; p < treaty->members; p++)
        for (size_t q = p + 1; q < treaty->members && count < room; q++) {
            const enti_span *late = m[p].span.first > m[q].span.first ? &m[p].span : &m[q].span;
            const enti_span *early = m[p].span.last < m[q].span.last ? &m[p].span : &m[q].span;
            if (!pair_is(g, m[p].who, m[q].who) || late->first > early->last) continue;
            out[count].span = (enti_span){late->first, early->last, late->start, early->end};
            list_duties(&m[p], &m[q], out[count++].duties);
        }
    if (!treaty->imported || count == 0) return count;
    qsort(out, count, sizeof *out, by_begin);
    for (size_t s = 1; s < count; s++) {
        common_spell *before = &out[kept];
        if (strcmp(before->duties, out[s].duties) == 0 &&
            (before->span.last == INT32_MAX || out[s].span.first <= before->span.last + 1)) {
            if (out[s].span.last <= before->span.last) continue;
            before->span.last = out[s].span.last;
            before->span.end = out[s].span.end;
        } else {
            out[++kept] = out[s];
        }
    }
    return kept + 1;
}

/* The snapshot's record of a treaty that was imported too is left out. */
static bool imported_too(const ent_world *w, const enti_treaty *treaty) {
    for (size_t t = 0; !treaty->imported && *treaty->atop != 0 && t < w->treaties_count; t++)
        if (w->treaties[t].imported && strcmp(w->treaties[t].atop, treaty->atop) == 0) return true;
    return false;
}

static ent_status gather_treaties(gathering *g) {
    enum { SPELLS = 64 };
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    common_spell spells[SPELLS];
    for (size_t t = 0; t < w->treaties_count; t++) {
        const enti_treaty *treaty = &w->treaties[t];
        size_t count = common_spells(g, treaty, spells, SPELLS);
        if (count == 0 || imported_too(w, treaty)) continue;
        for (size_t s = 0; s < count; s++)
            ENT_TRY(add(g, "treaty", enti_table_of(w, treaty->origin.source, "treaties"), &spells[s].span,
                        enti_arena_printf(g->arena, "%s (%s; %s)", treaty->name,
                                          treaty->bilateral ? "bilateral" : "multilateral",
                                          *spells[s].duties != 0 ? spells[s].duties : "no pledge coded"),
                        &treaty->origin));
    }
done:
    return st;
}

/* Rivalries are dated in years; the text keeps them so. */
static ent_status gather_rivalries(gathering *g) {
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    for (size_t r = 0; r < w->rivalries_count; r++) {
        const enti_rivalry *rivalry = &w->rivalries[r];
        int end = rivalry->end == INT32_MAX ? 9999 : rivalry->end;
        enti_span span = {enti_day(rivalry->start, 1, 1), enti_day(end, 12, 31), "", ""};
        if (!pair_is(g, rivalry->a, rivalry->b)) continue;
        if (rivalry->strategic && !rivalry->imported && !enti_overlaid(&rivalry->origin) &&
            w->imports[ENTI_IN_RIVALRIES].id != 0)
            continue;
        span.start = enti_arena_printf(g->arena, "%d", rivalry->start);
        span.end = end == 9999 ? "" : enti_arena_printf(g->arena, "%d", end);
        if (span.start == NULL || span.end == NULL) return enti_no_memory(g->err);
        ENT_TRY(add(g, rivalry->strategic ? "rivalry" : "dispute",
                    enti_table_of(w, rivalry->origin.source, "rivalries"), &span,
                    enti_arena_printf(g->arena, "%s%s%s%s", rivalry->label, *rivalry->types != 0 ? " (" : "",
                                      rivalry->types, *rivalry->types != 0 ? ")" : ""),
                    &rivalry->origin));
    }
done:
    return st;
}

static bool among(const enti_ref *list, int count, enti_ref who) {
    for (int k = 0; k < count; k++)
        if (list[k] == who) return true;
    return false;
}

static ent_status gather_events(gathering *g, const enti_event *events, size_t count, const char *kind,
                                const char *table) {
    ent_status st = ENT_OK;
    for (size_t e = 0; e < count; e++) {
        const enti_event *event = &events[e];
        enti_ref by = ENTI_NOBODY;
        if (among(event->side1, event->n1, g->a) && among(event->side2, event->n2, g->b)) by = g->a;
        if (among(event->side1, event->n1, g->b) && among(event->side2, event->n2, g->a)) by = g->b;
        if (by == ENTI_NOBODY) continue;
        ENT_TRY(add(g, kind, table, &event->span,
                    enti_arena_printf(g->arena, "%s%s (%s, by %s)", event->what, event->n1 > 1 ? ", with others" : "",
                                      event->type, name_of(g, by)),
                    &event->origin));
    }
done:
    return st;
}

static ent_status gather_wars(gathering *g) {
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    for (size_t x = 0; x < w->wars_count; x++)
        for (size_t z = 0; z < w->wars_count; z++) {
            const enti_war *one = &w->wars[x], *other = &w->wars[z];
            enti_span span = one->span.first > other->span.first ? one->span : other->span;
            if (one->who != g->a || other->who != g->b || strcmp(one->war, other->war) != 0) continue;
            if (!enti_takes_war(w, one) || !enti_takes_war(w, other)) continue;
            if (one->span.last < other->span.first || other->span.last < one->span.first) continue;
            span.last = one->span.last < other->span.last ? one->span.last : other->span.last;
            span.end = one->span.last < other->span.last ? one->span.end : other->span.end;
            ENT_TRY(add(g, "war", enti_table_of(w, one->origin.source, "wars"), &span,
                        enti_arena_printf(g->arena, "%s, %s", one->name,
                                          one->side == other->side ? "on the same side" : "on opposite sides"),
                        &one->origin));
        }
done:
    return st;
}

/* Militarised disputes, one record each: its years, its highest level, whether it killed. */
static ent_status gather_disputes(gathering *g) {
    static const char *const levels[] = {"no action",        "no action",    "threat of force",
                                         "display of force", "use of force", "war"};
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    const enti_import *import = &w->imports[ENTI_IN_DISPUTES];
    size_t first, last;
    enti_world_disputes(w, g->a, g->b, &first, &last);
    for (size_t d = first; d < last; d++) {
        const enti_dispute *x = &w->disputes[d];
        enti_origin origin = {.source = import->source, .citation = "", .line = x->line, .confidence = ENTI_HIGH};
        int end = x->year, level = x->level;
        bool seen = false, fatal = x->fatal;
        enti_span span;
        for (size_t e = first; e < d && !seen; e++)
            seen = w->disputes[e].number == x->number;
        if (seen) continue;
        for (size_t e = d + 1; e < last; e++)
            if (w->disputes[e].number == x->number) {
                end = w->disputes[e].year;
                level = w->disputes[e].level > level ? w->disputes[e].level : level;
                fatal = fatal || w->disputes[e].fatal;
            }
        span = (enti_span){enti_day(x->year, 1, 1), enti_day(end, 12, 31), enti_arena_printf(g->arena, "%d", x->year),
                           enti_arena_printf(g->arena, "%d", end)};
        if (span.start == NULL || span.end == NULL) return enti_no_memory(g->err);
        ENT_TRY(add(g, "militarised dispute", import->table, &span,
                    enti_arena_printf(g->arena, "dispute %d: %s%s", x->number,
                                      levels[level < 0 || level > 5 ? 0 : level], fatal ? ", with deaths" : ""),
                    &origin));
    }
done:
    return st;
}

static ent_status gather_military(gathering *g) {
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    for (size_t e = 0; e < w->exercises_count; e++) {
        const enti_exercise *x = &w->exercises[e];
        if (!among(x->parties, x->n, g->a) || !among(x->parties, x->n, g->b)) continue;
        ENT_TRY(add(g, "exercise", "exercises", &x->span,
                    enti_arena_printf(g->arena, "%s%s", x->name, strcmp(x->kind, "series") == 0 ? " (series)" : ""),
                    &x->origin));
    }
    for (size_t b = 0; b < w->bases_count; b++) {
        const enti_base *base = &w->bases[b];
        if (!pair_is(g, base->host, base->sender)) continue;
        ENT_TRY(add(g, "base", "bases", &base->span,
                    enti_arena_printf(g->arena, "troops of %s in %s", name_of(g, base->sender), name_of(g, base->host)),
                    &base->origin));
    }
done:
    return st;
}

static const char *stance_words(const char *stance) {
    if (strcmp(stance, "against") == 0) return "against an alliance";
    if (strcmp(stance, "for") == 0) return "for an alliance";
    return strcmp(stance, "both") == 0 ? "denies an alliance and any limit at once" : "leaves it open";
}

static ent_status gather_diplomacy(gathering *g) {
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    for (size_t p = 0; p < w->partnerships_count; p++) {
        const enti_partnership *t = &w->partnerships[p];
        if (pair_is(g, t->a, t->b)) ENT_TRY(add(g, "title", "partnerships", &t->span, t->title, &t->origin));
    }
    for (size_t h = 0; h < w->happenings_count; h++) {
        const enti_happening *x = &w->happenings[h];
        if (pair_is(g, x->a, x->b))
            ENT_TRY(add(g, x->type, "events", &x->span,
                        enti_arena_printf(g->arena, "%s%s%s%s%s", x->name, *x->place != 0 ? ", " : "", x->place,
                                          *x->detail != 0 ? ": " : "", x->detail),
                        &x->origin));
    }
    for (size_t d = 0; d < w->declarations_count; d++) {
        const enti_declaration *x = &w->declarations[d];
        bool meant = x->b != ENTI_NOBODY && pair_is(g, x->a, x->b);
        if (meant)
            ENT_TRY(add(g, "declaration", "declarations", &x->span,
                        enti_arena_printf(g->arena, "%s (%s), %s: %s", x->speaker, x->office, stance_words(x->stance),
                                          x->content),
                        &x->origin));
    }
    for (size_t i = 0; i < w->interests_count; i++) {
        const enti_interest *x = &w->interests[i];
        enti_span span = {0, INT32_MAX, x->date, ""};
        if (!pair_is(g, x->a, x->b) || !enti_date_first(x->date, &span.first)) continue;
        ENT_TRY(add(g, x->converge ? "interest shared" : "interest at odds", "interests", &span,
                    enti_arena_printf(g->arena, "%s: %s", x->global ? "global" : "regional", x->issue), &x->origin));
    }
done:
    return st;
}

/* Common full membership: from the later entry to the earlier exit. */
static ent_status gather_forums(gathering *g) {
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    for (size_t x = 0; x < w->forum_members_count; x++)
        for (size_t z = 0; z < w->forum_members_count; z++) {
            const enti_forum_member *p = &w->forum_members[x], *q = &w->forum_members[z];
            const enti_span *late, *early;
            enti_span span;
            if (p->who != g->a || q->who != g->b || p->forum != q->forum || p->status != ENTI_FULL ||
                q->status != ENTI_FULL)
                continue;
            late = p->span.first > q->span.first ? &p->span : &q->span;
            early = p->span.last < q->span.last ? &p->span : &q->span;
            span = (enti_span){late->first, early->last, late->start, early->end};
            if (span.first <= span.last)
                ENT_TRY(add(g, "common forum", "forum_members", &span, w->forums[p->forum].name, &p->origin));
        }
done:
    return st;
}

static int by_date(const void *a, const void *b) {
    const ent_record *x = a, *y = b;
    int order = strcmp(x->start, y->start);
    if (order == 0) order = strcmp(x->kind, y->kind);
    if (order == 0) order = strcmp(x->table, y->table);
    if (order == 0) order = x->line - y->line;
    return order != 0 ? order : strcmp(x->text, y->text);
}

static ent_status gather(gathering *g) {
    ent_status st = ENT_OK;
    const ent_world *w = g->world;
    ENT_TRY(gather_treaties(g));
    ENT_TRY(gather_rivalries(g));
    ENT_TRY(gather_wars(g));
    ENT_TRY(gather_disputes(g));
    ENT_TRY(gather_events(g, w->crises, w->crises_count, "crisis", "crises"));
    ENT_TRY(gather_events(g, w->coercions, w->coercions_count, "coercion", "coercion"));
    ENT_TRY(gather_military(g));
    ENT_TRY(gather_diplomacy(g));
    ENT_TRY(gather_forums(g));
    if (g->out->count > 0) qsort(g->out->records, g->out->count, sizeof *g->out->records, by_date);
    enti_notes_sort(&g->sources);
    g->out->sources = g->sources.at;
    g->out->sources_count = g->sources.count;
    g->out->note =
        "titles are coded for China, events and declarations mostly for China and Russia; exercises, crises and "
        "coercion are selections: nothing listed does not mean nothing happened";
done:
    return st;
}

ent_status ent_tie_run(const ent_world *world, int a, int b, int first, int last, ent_tie **out, ent_error *err) {
    ent_status st = ENT_OK;
    gathering g = {.world = world, .first = first, .last = last, .err = err};
    ent_entity who;

    ENT_TRY(ent_world_entity(world, a, &who, err));
    ENT_TRY(ent_world_entity(world, b, &who, err));
    if (a == b) return ent_fail(err, ENT_E_ARG, "%s with itself is no pair; name two states", who.name);
    if (first == ENT_MISSING) g.first = 1;
    if (last == ENT_MISSING) g.last = 9999;
    if (g.first > g.last) return ent_fail(err, ENT_E_RANGE, "from %d is after to %d", g.first, g.last);
    g.out = enti_alloc(1, sizeof *g.out);
    g.arena = enti_alloc(1, sizeof *g.arena);
    if (g.out == NULL || g.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    g.a = enti_world_ref(world, a);
    g.b = enti_world_ref(world, b);
    g.out->a = world->entities[g.a];
    g.out->b = world->entities[g.b];
    ENT_TRY(gather(&g));
    g.out->arena = g.arena;
    *out = g.out;
    g.out = NULL;
    g.arena = NULL;
done:
    if (g.arena != NULL) enti_arena_clear(g.arena);
    ent_free(g.arena);
    ent_free(g.out);
    return st;
}

void ent_tie_free(ent_tie *tie) {
    if (tie == NULL) return;
    enti_arena_clear(tie->arena);
    ent_free(tie->arena);
    ent_free(tie);
}
