/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An assessment: checks the question, builds the year and the model once, and has each part filled in turn. */
#include "theory/assess.h"

#include <math.h>
#include <string.h>

ent_assess_options ent_assess_options_default(const ent_world *world) {
    return (ent_assess_options){
        .year = ent_world_last_year(world), .horizon = 5, .draws = 2000, .seed = 1, .scenario = ENT_BOTH};
}

static ent_status check_options(const ent_assess_options *o, ent_error *err) {
    if (o->horizon < 1 || o->horizon > 50)
        return ent_fail(err, ENT_E_RANGE, "horizon is %d, expected 1 to 50 years", o->horizon);
    if (o->draws < 0 || o->draws > 100000)
        return ent_fail(err, ENT_E_RANGE, "draws is %d, expected 0 to 100000", o->draws);
    if (o->scenario < ENT_BOTH || o->scenario > ENT_NO_PUSH) return ent_fail(err, ENT_E_ARG, "unknown scenario");
    return ENT_OK;
}

/* States of the year whose name contains that of one that was no member: West and East Germany for Germany. */
static void suggest_parts(const ent_world *w, const ent_entity *e, int year, enti_text *text) {
    bool first = true;
    for (size_t i = 0; i < w->entities_count; i++) {
        const ent_entity *other = &w->entities[i];
        if (other->code == e->code || strstr(other->name, e->name) == NULL ||
            !ent_world_is_member(w, other->code, year))
            continue;
        enti_text_add(text, "%s%s (cow:%d)", first ? "; did you mean " : " or ", other->name, other->code);
        first = false;
    }
    if (!first) enti_text_add(text, "?");
}

/* Says since when or until when a state that is no member this year has been one. */
static ent_status not_a_member(const ent_world *w, const ent_entity *e, int year, ent_error *err) {
    enti_text spells = {0};
    ent_status st;
    for (size_t i = 0; i < w->members_count; i++) {
        const enti_member *m = &w->members[i];
        if (m->system != ENTI_COW || w->entities[m->who].code != e->code) continue;
        enti_text_add(&spells, "%s%.4s to %s", spells.size > 0 ? ", " : " (it was ", m->span.start,
                      *m->span.end != 0 ? "" : "today");
        if (*m->span.end != 0) enti_text_add(&spells, "%.4s", m->span.end);
    }
    if (spells.size > 0) enti_text_add(&spells, ")");
    suggest_parts(w, e, year, &spells);
    if (spells.failed)
        st = enti_no_memory(err);
    else if (spells.size == 0)
        st = ent_fail(err, ENT_E_MISSING, "%s is not a member of the system of states in any year", e->name);
    else
        st = ent_fail(err, ENT_E_MISSING, "%s was not a member of the system of states in %d%s", e->name, year,
                      spells.at);
    enti_text_clear(&spells);
    return st;
}

static ent_status check_states(const ent_world *w, int a, int b, int year, ent_assessment *out, ent_error *err) {
    ent_status st = ENT_OK;
    ENT_TRY(ent_world_entity(w, a, &out->a, err));
    ENT_TRY(ent_world_entity(w, b, &out->b, err));
    if (a == b) return ent_fail(err, ENT_E_ARG, "%s with itself is no pair; name two states", out->a.name);
    ENT_TRY(enti_year_check(w, year, err));
    if (!ent_world_is_member(w, a, year)) return not_a_member(w, &out->a, year, err);
    if (!ent_world_is_member(w, b, year)) return not_a_member(w, &out->b, year, err);
done:
    return st;
}

/* A copy of the parameters for the year, so that the scenario asked for never leaks into the caller's. */
static ent_status own_params(enti_assessing *a, const ent_params *given) {
    ent_status st = ENT_OK;
    ENT_TRY(ent_params_for_year(a->world, given, a->options->year, &a->params, a->err));
    if (a->options->scenario != ENT_BOTH || given == NULL)
        a->params->row[ENTI_SCENARIO].value = (double)a->options->scenario;
done:
    return st;
}

static ent_status fill(enti_assessing *a) {
    ent_status st = ENT_OK;
    ENT_TRY(enti_model_init(&a->model, a->year, a->params, a->arena, a->err));
    a->pair = enti_pair_of(a->year, a->i, a->j);
    a->status = enti_status_of(a->year, a->params, a->i, a->j);
    a->beliefs = enti_beliefs_of(a->year, a->params, a->i, a->j);
    ENT_TRY(enti_assess_status(a));
    ENT_TRY(enti_assess_support(a));
    ENT_TRY(enti_assess_hazard(a));
    ENT_TRY(enti_assess_theories(a));
    ENT_TRY(enti_assess_ledger(a));
    ENT_TRY(enti_assess_changes(a));
    ENT_TRY(enti_assess_notes(a));
    ENT_TRY(enti_assess_sentence(a));
done:
    return st;
}

ent_status ent_assess(const ent_world *world, const ent_params *params, int code_a, int code_b,
                      const ent_assess_options *options, ent_assessment **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_assess_options preset = ent_assess_options_default(world);
    enti_assessing a = {.world = world, .options = options != NULL ? options : &preset, .err = err};

    a.out = enti_alloc(1, sizeof *a.out);
    a.arena = enti_alloc(1, sizeof *a.arena);
    if (a.out == NULL || a.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    a.out->arena = a.arena;
    ENT_TRY(check_options(a.options, err));
    ENT_TRY(check_states(world, code_a, code_b, a.options->year, a.out, err));
    ENT_TRY(own_params(&a, params));
    ENT_TRY(ent_year_open(world, a.options->year, a.params, &a.year, err));
    a.i = ent_year_index(a.year, code_a);
    a.j = ent_year_index(a.year, code_b);
    a.out->year = a.options->year;
    a.out->horizon = a.options->horizon;
    a.out->scenario = (ent_scenario)enti_param(a.params, ENTI_SCENARIO);
    a.out->label = enti_params_label(a.params, a.arena); /* a NULL leaves the arena marked */
    a.out->variant = ent_params_variant(a.params);
    ENT_TRY(fill(&a));
    if (a.arena->failed) {
        st = enti_no_memory(err);
        goto done;
    }
    *out = a.out;
    a.out = NULL;
    a.arena = NULL;
done:
    ent_year_close(a.year);
    ent_params_free(a.params);
    if (a.out != NULL && a.out->arena != NULL) a.arena = NULL; /* the answer owns it */
    ent_assessment_free(a.out);
    ent_free(a.arena);
    return st;
}

void ent_assessment_free(ent_assessment *assessment) {
    if (assessment == NULL) return;
    if (assessment->arena != NULL) {
        enti_arena_clear(assessment->arena);
        ent_free(assessment->arena);
    }
    ent_free(assessment);
}
