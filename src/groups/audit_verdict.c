/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The verdict on a group, first match: fewer than three members with support: cannot judge; its own pact with either
 * test failed: paper alliance; own pact and delegated sovereignty: integration; own pact: alliance; rivalry test fails:
 * blocked; cohesion fails with half of the pairs allied elsewhere: bound by other treaties; cohesion fails: blocked;
 * else not blocked.
 */
#include "groups/audit.h"

#include <math.h>
#include <string.h>

static size_t members_with_support(const enti_auditing *a) {
    size_t count = 0;
    for (size_t m = 0; m < a->n; m++)
        count += isnan(a->out->members[m].capability) ? 0 : 1;
    return count;
}

static void decide(enti_auditing *a) {
    ent_audit *out = a->out;
    bool fails = a->rivalry_fails || a->cohesion_fails, own = a->own != SIZE_MAX;
    bool mostly_allied = 2 * out->allied_pairs >= out->judged_pairs;
    out->feasible = !fails;
    out->reading = fails ? "infeasible" : "feasible";
    if (members_with_support(a) < 3) {
        out->category = out->reading = "cannot judge";
        out->feasible = 0;
    } else if (own && fails) {
        out->category = "paper alliance";
        out->reading = "paper";
    } else if (own) {
        out->category = out->institution_level == 4 ? "integration" : "alliance";
    } else if (a->rivalry_fails) {
        out->category = "blocked (internal rivalry)";
    } else if (a->cohesion_fails && mostly_allied) {
        out->category = "low cohesion as a new pact, bound by other treaties";
        out->reading = "held";
    } else {
        out->category = a->cohesion_fails ? "blocked (low cohesion)" : "not blocked";
    }
}

/* Cooperation, or the practice rung that all pairs without rivalry reach, if higher. */
static int practice_floor(const enti_auditing *a) {
    static const char *const rungs[] = {"none", "cooperation", "alignment", "strategic partnership"};
    int least = 3, looked = 0;
    for (size_t p = 0; p < a->out->pairs_count; p++) {
        const ent_group_pair *pair = &a->out->pairs[p];
        if (pair->rivals || isnan(pair->l)) continue;
        looked++;
        for (int r = 0; r < least; r++)
            if (strcmp(pair->practice, rungs[r]) == 0) least = r;
        if (strcmp(pair->practice, "hostile") == 0) least = 0;
    }
    return looked > 0 && least > 1 ? least : 1;
}

static void fill_rungs(enti_auditing *a) {
    ent_audit *out = a->out;
    bool integrated = out->institution_level == 4;
    out->max_rung = out->feasible ? (integrated && a->own != SIZE_MAX ? 8 : 6) : practice_floor(a);
    out->core_rung = out->core_count >= 2 ? (integrated && out->feasible && a->own != SIZE_MAX ? 8 : 6) : 0;
    if (strcmp(out->category, "cannot judge") == 0) out->max_rung = out->core_rung = 0;
    out->max_rung_name = enti_ladder_text(out->max_rung);
    out->core_rung_name = enti_ladder_text(out->core_rung);
}

static const char *reasons(enti_auditing *a) {
    const ent_audit *out = a->out;
    const char *rivalry = "", *cohesion = "";
    if (a->rivalry_fails)
        rivalry = enti_arena_printf(a->arena, "%.0f %% of its capability belongs to members with a rival inside",
                                    100 * out->capability_in_rivalry);
    if (a->cohesion_fails)
        cohesion = enti_arena_printf(a->arena, "its pairs are less cohesive than the founders of %.0f %% of past pacts",
                                     100 - out->cohesion);
    if (rivalry == NULL || cohesion == NULL) return NULL;
    return enti_arena_printf(a->arena, "%s%s%s", rivalry, *rivalry != 0 && *cohesion != 0 ? ", and " : "", cohesion);
}

/* Imported treaties have numbers for ids: their names say more. */
static const char *own_name(const enti_auditing *a) {
    const enti_treaty *own = &a->world->treaties[a->year->treaties[a->own].treaty];
    return own->imported ? own->name : own->id;
}

static const char *verdict_words(enti_auditing *a, const char *why) {
    const ent_audit *out = a->out;
    bool small = a->n <= 5 && (a->forum < 0 || out->institution_level <= 1) && a->cohesion_fails && !a->rivalry_fails;
    if (strcmp(out->reading, "cannot judge") == 0)
        return "Cannot be judged: fewer than three members have a known capability.";
    if (strcmp(out->reading, "paper") == 0) return enti_arena_printf(a->arena, "An alliance on paper: %s.", why);
    if (strcmp(out->category, "alliance") == 0 || strcmp(out->category, "integration") == 0)
        return enti_arena_printf(
            a->arena,
            "%s, by its own treaty (%s); neither internal rivalry nor lack of cohesion stands against it%s%s.",
            strcmp(out->category, "alliance") == 0 ? "An alliance" : "An integrated group", own_name(a),
            out->attacked > 0 ? ". It has been held by coercion: " : "", out->attacked > 0 ? out->coercion : "");
    if (strcmp(out->reading, "held") == 0)
        return enti_arena_printf(
            a->arena, "Too little cohesion for a new pact (%s), but most pairs are bound by other treaties%s.", why,
            small ? ": a minilateral" : "");
    if (out->feasible)
        return enti_arena_printf(
            a->arena,
            "Not blocked: the structure would allow a pact; %zu of %zu pairs are allied already, by "
            "other treaties.",
            out->allied_pairs, out->judged_pairs);
    return enti_arena_printf(a->arena, "Cannot become an alliance: %s%s.", why, small ? "; a minilateral" : "");
}

ent_status enti_audit_verdict(enti_auditing *a) {
    ent_audit *out = a->out;
    const char *why = reasons(a);
    decide(a);
    fill_rungs(a);
    if (why == NULL) return enti_no_memory(a->err);
    out->sentence = verdict_words(a, why);
    return out->sentence == NULL ? enti_no_memory(a->err) : ENT_OK;
}
