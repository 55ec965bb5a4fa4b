/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Members, and how each stands to the outside power. The outside power is the one asked for; else the one that
 * patronises most members against others; else the greatest threat to the largest member.
 * Classes: rival; treaty ally (dormant pacts said to be so); informal partner (troops there, a bilateral security
 * instrument, or alignment in practice); emerging partner (joint exercises within ten years, or a common opponent and
 * cooperation); none.
 */
#include "groups/audit.h"
#include "theory/patron.h"

#include <math.h>
#include <string.h>

enum { EXERCISE_YEARS = 10 };

static bool base_of(const ent_year *y, size_t host, size_t sender) {
    const ent_world *w = y->world;
    for (size_t b = 0; b < w->bases_count; b++)
        if (w->bases[b].host == y->ref[host] && w->bases[b].sender == y->ref[sender] &&
            enti_span_in(&w->bases[b].span, y->year, y->year))
            return true;
    return false;
}

static bool exercise_of(const ent_year *y, size_t i, size_t j) {
    const ent_world *w = y->world;
    for (size_t e = 0; e < w->exercises_count; e++) {
        const enti_exercise *x = &w->exercises[e];
        bool has_i = false, has_j = false;
        if (strcmp(x->kind, "pause") == 0) continue;
        for (int k = 0; k < x->n; k++) {
            has_i = has_i || x->parties[k] == y->ref[i];
            has_j = has_j || x->parties[k] == y->ref[j];
        }
        /* An instance without an end is over in its first year. */
        if (has_i && has_j && x->span.first <= enti_day(y->year, 12, 31) &&
            (strcmp(x->kind, "series") == 0 || x->span.first >= enti_day(y->year - EXERCISE_YEARS, 1, 1)) &&
            x->span.last >= enti_day(y->year - EXERCISE_YEARS, 1, 1))
            return true;
    }
    return false;
}

static const char *common_opponent(const ent_year *y, size_t i, size_t j, enti_arena *arena) {
    enti_set of_i = enti_set_or(y->rivals[i], y->supplementary[i]);
    enti_set common = enti_set_and(of_i, enti_set_or(y->rivals[j], y->supplementary[j]));
    return enti_set_any(&common) ? enti_names_of(y, &common, arena) : NULL;
}

static ent_relation relate(const enti_auditing *a, size_t i, const char **why) {
    const ent_year *y = a->year;
    size_t x = a->excluded;
    enti_status s;
    const char *opponent;
    *why = "";
    if (x == SIZE_MAX || i == SIZE_MAX) return ENT_REL_NONE;
    s = enti_status_of(y, a->params, i, x);
    if (s.mutual_rivalry) {
        *why = s.defence ? "strategic rival, with a pact on paper" : "strategic rival";
        return ENT_REL_RIVAL;
    }
    if ((s.recent_war || s.fatal_dispute) && !s.defence) {
        *why = s.recent_war ? "at war within five years" : "a fatal dispute within five years";
        return ENT_REL_NONE;
    }
    if (s.defence) {
        *why = enti_pact_dormant(y, a->params, i, x) ? "defence pact, dormant" : "defence pact";
        return ENT_REL_ALLY;
    }
    if (base_of(y, i, x) || s.practice.security == 1 || enti_practice_reaches(s.practice_rung, ENTI_ALIGNMENT)) {
        *why = base_of(y, i, x)           ? "troops there"
               : s.practice.security == 1 ? "a security treaty short of defence"
                                          : "aligned in practice";
        return ENT_REL_INFORMAL;
    }
    if (exercise_of(y, i, x)) {
        *why = "joint exercises within ten years";
        return ENT_REL_EMERGING;
    }
    opponent = common_opponent(y, i, x, a->arena);
    if (opponent == NULL || !enti_practice_reaches(s.practice_rung, ENTI_COOPERATION)) return ENT_REL_NONE;
    *why = enti_arena_printf(a->arena, "cooperation and a common opponent, %s", opponent);
    return ENT_REL_EMERGING;
}

/* How many members outsider k is a treaty ally of, while a rival of another and large enough to matter. */
static int patronises(const enti_auditing *a, size_t k) {
    const ent_year *y = a->year;
    enti_set allies = enti_set_and(y->pact[ENTI_DEFENCE][k], a->set), rivals = enti_set_and(y->rivals[k], a->set);
    double largest = 0;
    for (size_t i = enti_set_next(&a->set, 0); i < ENTI_STATES; i = enti_set_next(&a->set, i + 1))
        largest = fmax(largest, y->share[i]);
    return enti_set_any(&rivals) && y->share[k] >= enti_param(a->params, ENTI_GROUP_PATRON) * largest
               ? enti_set_count(&allies)
               : 0;
}

static void choose_excluded(enti_auditing *a) {
    const ent_year *y = a->year;
    size_t largest = SIZE_MAX;
    int most = 0;
    double threat = 0;
    for (size_t k = 0; k < y->n; k++) {
        int clients = enti_set_has(&a->set, k) ? 0 : patronises(a, k);
        if (clients > most) {
            most = clients;
            a->excluded = k;
        }
        if (enti_set_has(&a->set, k) && (largest == SIZE_MAX || y->share[k] > y->share[largest])) largest = k;
    }
    for (size_t k = 0; most == 0 && largest != SIZE_MAX && k < y->n; k++)
        if (!enti_set_has(&a->set, k) && y->theta[largest * y->n + k] > threat) {
            threat = y->theta[largest * y->n + k];
            a->excluded = k;
        }
}

static const enti_forum_member *membership_of(const enti_auditing *a, enti_ref who) {
    const ent_world *w = a->world;
    const enti_forum_member *found = NULL;
    for (size_t m = 0; a->forum >= 0 && m < w->forum_members_count; m++)
        if (w->forum_members[m].forum == a->forum && w->forum_members[m].who == who &&
            w->forum_members[m].status == ENTI_FULL &&
            enti_span_in(&w->forum_members[m].span, a->year->year, a->year->year))
            found = &w->forum_members[m];
    return found;
}

static ent_status fill_member(enti_auditing *a, size_t m) {
    const ent_year *y = a->year;
    ent_group_member *member = &a->out->members[m];
    size_t i = a->at[m];
    enti_ref who = enti_world_ref(a->world, a->out->group.codes[m]);
    const enti_forum_member *record;
    if (who == ENTI_NOBODY) return ent_fail(a->err, ENT_E_MISSING, "no state has the code %d", a->out->group.codes[m]);
    record = membership_of(a, who);
    member->state = a->world->entities[who];
    member->outside = i == SIZE_MAX;
    member->status = record != NULL ? "full" : "";
    member->since = record != NULL ? record->span.start : "";
    member->until = record != NULL ? record->span.end : "";
    member->capability = member->outside ? NAN : y->capability[i].value;
    member->polyarchy = member->outside ? NAN : y->polyarchy[i].value;
    member->ideology = member->outside || y->ideology[i] == NULL ? "" : y->ideology[i]->ideology;
    member->relation = relate(a, i, &member->relation_why);
    if (member->relation_why == NULL) return enti_no_memory(a->err);
    a->out->classes[member->relation]++;
    return record != NULL ? enti_note_keys(&a->sources, a->arena, record->origin.source, a->err) : ENT_OK;
}

static ent_status fill_regimes(enti_auditing *a) {
    static const char *const names[] = {"liberal-democratic",      "communist",   "political-islam", "monarchy",
                                        "nationalist-personalist", "none-unknown"};
    ent_audit *out = a->out;
    enti_text text = {0};
    double sum = 0;
    for (size_t m = 0; m < a->n; m++) {
        if (isnan(out->members[m].polyarchy)) continue;
        out->regimes_known++;
        out->democracies += out->members[m].polyarchy >= 0.5;
        sum += out->members[m].polyarchy;
    }
    out->mean_polyarchy = out->regimes_known > 0 ? sum / out->regimes_known : NAN;
    for (int k = 0; k < 6; k++) {
        int count = 0;
        for (size_t m = 0; m < a->n; m++)
            count += strcmp(out->members[m].ideology, names[k]) == 0;
        if (count > 0)
            enti_text_add(&text, "%s%d %s", text.size > 0 ? ", " : "", count,
                          k == 5 ? "without a known doctrine" : names[k]);
    }
    out->ideologies = text.failed ? NULL : enti_arena_strdup(a->arena, text.size > 0 ? text.at : "");
    enti_text_clear(&text);
    return out->ideologies == NULL ? enti_no_memory(a->err) : ENT_OK;
}

ent_status enti_audit_members(enti_auditing *a) {
    ent_status st = ENT_OK;
    ent_audit *out = a->out;
    out->members = enti_arena_alloc(a->arena, a->n, sizeof *out->members);
    if (out->members == NULL) return enti_no_memory(a->err);
    out->members_count = a->n;
    if (a->excluded == SIZE_MAX) choose_excluded(a);
    out->excluded = (ent_entity){.code = ENT_MISSING, .name = "", .iso3 = "", .region = "", .subregion = ""};
    if (a->excluded != SIZE_MAX) out->excluded = a->world->entities[a->year->ref[a->excluded]];
    for (size_t m = 0; m < a->n; m++)
        ENT_TRY(fill_member(a, m));
    ENT_TRY(fill_regimes(a));
done:
    return st;
}
