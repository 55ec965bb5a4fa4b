/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body itself, other bodies that overlap with it, the pacts inside it, and the record of its largest member. */
#include "groups/audit.h"

#include <stdlib.h>
#include <string.h>

#define OWN_TREATY 0.9 /* Jaccard index of its parties and the group */

static double jaccard(enti_set a, enti_set b) {
    enti_set both = enti_set_and(a, b), any = enti_set_or(a, b);
    int all = enti_set_count(&any);
    return all > 0 ? (double)enti_set_count(&both) / all : 0;
}

static bool has_word(const char *list, const char *word, size_t size) {
    while (*list != 0) {
        size_t next = strcspn(list, ";");
        if (next == size && strncmp(list, word, size) == 0) return true;
        list += next + (list[next] == ';');
    }
    return false;
}

/* Jaccard index of two lists of words separated by ';'. */
static double word_overlap(const char *a, const char *b) {
    int both = 0, of_a = 0, of_b = 0;
    for (const char *p = a; *p != 0;) {
        size_t size = strcspn(p, ";");
        of_a++;
        both += has_word(b, p, size);
        p += size + (p[size] == ';');
    }
    for (const char *p = b; *p != 0;) {
        size_t size = strcspn(p, ";");
        of_b++;
        p += size + (p[size] == ';');
    }
    return of_a + of_b - both > 0 ? (double)both / (of_a + of_b - both) : 0;
}

static int by_overlap(const void *a, const void *b) {
    const ent_overlap *x = a, *y = b;
    if (x->members != y->members) return x->members > y->members ? -1 : 1;
    return strcmp(x->forum, y->forum);
}

static ent_status fill_overlaps(enti_auditing *a) {
    const ent_year *y = a->year;
    ent_audit *out = a->out;
    out->overlaps = enti_arena_alloc(a->arena, y->forums_count + 1, sizeof *out->overlaps);
    if (out->overlaps == NULL) return enti_no_memory(a->err);
    for (size_t f = 0; f < y->forums_count; f++) {
        const enti_forum *forum = &a->world->forums[y->forums[f].forum];
        ent_overlap overlap = {.forum = forum->id, .name = forum->name};
        if ((int)y->forums[f].forum == a->forum || !forum->by_choice) continue;
        overlap.members = jaccard(y->forums[f].full, a->set);
        overlap.mandates = a->forum < 0 ? 0 : word_overlap(forum->mandates, a->world->forums[a->forum].mandates);
        if (overlap.members > 0) out->overlaps[out->overlaps_count++] = overlap;
    }
    qsort(out->overlaps, out->overlaps_count, sizeof *out->overlaps, by_overlap);
    return ENT_OK;
}

static void fill_attributes(enti_auditing *a) {
    ent_audit *out = a->out;
    out->type = out->decision_rule = out->mandates = out->obligations = "";
    out->institution_level = out->secretariat = ENT_MISSING;
    if (a->forum >= 0) {
        const enti_forum *forum = &a->world->forums[a->forum];
        out->type = forum->type;
        out->decision_rule = forum->decision_rule;
        out->mandates = forum->mandates;
        out->obligations = forum->obligations;
        out->institution_level = forum->institution_level;
        out->secretariat = forum->secretariat;
    }
}

/* Pairs of members a treaty binds to defence, as indices of the answer's pairs. */
static ent_status bound_pairs(enti_auditing *a, const enti_live_treaty *live, ent_inside_pact *pact) {
    size_t *list = enti_alloc(a->out->pairs_count + 1, sizeof *list), *kept;
    if (list == NULL) return enti_no_memory(a->err);
    for (size_t p = 0; p < a->out->pairs_count; p++) {
        size_t i = a->at[a->out->pairs[p].a], j = a->at[a->out->pairs[p].b];
        if (i != SIZE_MAX && j != SIZE_MAX && enti_treaty_binds(a->year, live, ENTI_DEFENCE, i, j))
            list[pact->pairs++] = p;
    }
    kept = enti_arena_alloc(a->arena, pact->pairs + 1, sizeof *kept);
    if (kept != NULL) memcpy(kept, list, pact->pairs * sizeof *kept);
    pact->pair = kept;
    ent_free(list);
    return kept == NULL ? enti_no_memory(a->err) : ENT_OK;
}

static int by_pairs(const void *a, const void *b) {
    const ent_inside_pact *x = a, *y = b;
    if (x->pairs != y->pairs) return x->pairs > y->pairs ? -1 : 1;
    return strcmp(x->treaty, y->treaty);
}

static ent_status fill_pacts(enti_auditing *a) {
    ent_status st = ENT_OK;
    const ent_year *y = a->year;
    ent_audit *out = a->out;
    double best = OWN_TREATY;
    out->own_treaty = "";
    a->own = SIZE_MAX;
    out->pacts = enti_arena_alloc(a->arena, y->treaties_count + 1, sizeof *out->pacts);
    if (out->pacts == NULL) return enti_no_memory(a->err);
    for (size_t t = 0; t < y->treaties_count; t++) {
        const enti_treaty *treaty = &a->world->treaties[y->treaties[t].treaty];
        ent_inside_pact pact = {.treaty = treaty->id, .name = treaty->name, .source = treaty->origin.source};
        ENT_TRY(bound_pairs(a, &y->treaties[t], &pact));
        if (pact.pairs == 0) continue;
        out->pacts[out->pacts_count++] = pact;
        ENT_TRY(enti_note_keys(&a->sources, a->arena, treaty->origin.source, a->err));
        if (a->n < 3 || jaccard(y->treaties[t].members, a->set) < best) continue;
        best = jaccard(y->treaties[t].members, a->set);
        a->own = t;
        out->own_treaty = treaty->id;
    }
    for (size_t p = 0; p < out->pacts_count; p++)
        out->pacts[p].own = strcmp(out->pacts[p].treaty, out->own_treaty) == 0;
    qsort(out->pacts, out->pacts_count, sizeof *out->pacts, by_pairs);
done:
    return st;
}

static ent_status fill_coercion(enti_auditing *a) {
    ent_audit *out = a->out;
    size_t leader = SIZE_MAX;
    int32_t since = INT32_MAX, until = enti_day(a->year->year, 12, 31);
    enti_text text = {0};
    out->attacked = ENT_MISSING;
    if (a->own != SIZE_MAX) since = a->world->treaties[a->year->treaties[a->own].treaty].span.first;
    if (a->forum >= 0 && a->world->forums[a->forum].span.first < since) since = a->world->forums[a->forum].span.first;
    for (size_t m = 0; m < a->n; m++)
        if (out->members[m].capability == out->members[m].capability &&
            (leader == SIZE_MAX || out->members[m].capability > out->members[leader].capability))
            leader = m;
    if (since != INT32_MAX && leader != SIZE_MAX) out->attacked = 0;
    for (size_t m = 0; out->attacked != ENT_MISSING && m < a->n; m++) {
        int32_t joined; /* what came before a member joined was not done to a member */
        if (m == leader) continue;
        if (!enti_date_first(out->members[m].since, &joined) || joined < since) joined = since;
        if (enti_world_attacks(a->world, enti_world_ref(a->world, out->members[leader].state.code),
                               enti_world_ref(a->world, out->members[m].state.code), joined, until) == 0)
            continue;
        out->attacked++;
        enti_text_add(&text, "%s%s", text.size > 0 ? ", " : "", out->members[m].state.name);
    }
    if (text.failed)
        out->coercion = NULL;
    else if (since == INT32_MAX || leader == SIZE_MAX)
        out->coercion = "";
    else
        out->coercion = enti_arena_printf(a->arena, "since its founding %s attacked %s (of record)",
                                          out->members[leader].state.name, text.size > 0 ? text.at : "no member");
    enti_text_clear(&text);
    return out->coercion == NULL ? enti_no_memory(a->err) : ENT_OK;
}

ent_status enti_audit_institution(enti_auditing *a) {
    ent_status st = ENT_OK;
    fill_attributes(a);
    ENT_TRY(fill_overlaps(a));
    ENT_TRY(fill_pacts(a));
    ENT_TRY(fill_coercion(a));
done:
    return st;
}
