/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An audit: checks the question, builds the year and the model once, and has each part filled in turn. */
#include "groups/audit.h"

#include <stdlib.h>
#include <string.h>

ent_audit_options ent_audit_options_default(const ent_world *world) {
    return (ent_audit_options){.year = ent_world_last_year(world), .excluded = ENT_MISSING, .draws = 200, .seed = 1};
}

const char *ent_relation_text(ent_relation relation) {
    static const char *const texts[] = {"none", "rival", "informal partner", "emerging partner", "treaty ally"};
    return texts[relation];
}

/* A list whose states are exactly the full members of a forum is that forum, so that the same group named or listed gets
 * the same answer; of several the one with most powers. */
static void recognise(enti_auditing *a, ent_group *group) {
    const ent_world *w = a->world;
    int best = -1;
    for (size_t f = 0; *group->id == 0 && f < w->forums_count; f++) {
        ent_group named;
        if (w->forums[f].institution_level <= best || !w->forums[f].complete) continue;
        if (ent_group_find(w, w->forums[f].id, a->year->year, &named, NULL) != ENT_OK) continue;
        if (named.count != group->count || memcmp(named.codes, group->codes, named.count * sizeof *named.codes) != 0)
            continue;
        a->out->group = named;
        best = w->forums[f].institution_level;
    }
}

static int by_code(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static ent_status place_members(enti_auditing *a, const ent_group *asked) {
    ent_group *group = &a->out->group;
    if (asked->count < 2) return ent_fail(a->err, ENT_E_ARG, "a group needs two members at least");
    if (asked->count > ENT_GROUP_MAX) return ent_fail(a->err, ENT_E_RANGE, "more than %d members", ENT_GROUP_MAX);
    *group = *asked;
    qsort(group->codes, group->count, sizeof *group->codes, by_code);
    for (size_t m = 1; m < group->count; m++)
        if (group->codes[m] == group->codes[m - 1])
            return ent_fail(a->err, ENT_E_ARG, "the state with code %d is listed twice", group->codes[m]);
    if (*group->id == 0) recognise(a, group);
    a->n = group->count;
    for (size_t m = 0; m < a->n; m++) {
        a->at[m] = ent_year_index(a->year, group->codes[m]);
        if (a->at[m] != SIZE_MAX) enti_set_add(&a->set, a->at[m]);
    }
    a->forum = -1;
    for (size_t f = 0; f < a->world->forums_count; f++)
        if (strcmp(a->world->forums[f].id, group->id) == 0) a->forum = (int)f;
    a->excluded = SIZE_MAX;
    if (a->options->excluded == ENT_MISSING) return ENT_OK;
    a->excluded = ent_year_index(a->year, a->options->excluded);
    if (a->excluded == SIZE_MAX)
        return ent_fail(a->err, ENT_E_MISSING,
                        "the power to be left out (code %d) is no member of the system of states in %d",
                        a->options->excluded, a->options->year);
    if (enti_set_has(&a->set, a->excluded))
        return ent_fail(a->err, ENT_E_ARG, "%s is a member of the group: it cannot be the power left out",
                        enti_year_name(a->year, a->excluded));
    return ENT_OK;
}

static ent_status fill(enti_auditing *a) {
    ent_status st = ENT_OK;
    ENT_TRY(enti_audit_members(a));
    ENT_TRY(enti_audit_pairs(a));
    ENT_TRY(enti_audit_institution(a));
    ENT_TRY(enti_audit_cohesion(a));
    ENT_TRY(enti_audit_core(a));
    ENT_TRY(enti_audit_verdict(a));
    ENT_TRY(enti_audit_notes(a));
done:
    return st;
}

ent_status ent_audit_run(const ent_world *world, const ent_params *params, const ent_group *group,
                         const ent_audit_options *options, ent_audit **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_audit_options preset = ent_audit_options_default(world);
    ent_params *own = NULL;
    enti_auditing *a = enti_alloc(1, sizeof *a);

    if (a == NULL) return enti_no_memory(err);
    a->world = world;
    a->options = options != NULL ? options : &preset;
    a->err = err;
    a->out = enti_alloc(1, sizeof *a->out);
    a->arena = enti_alloc(1, sizeof *a->arena);
    if (a->out == NULL || a->arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (a->options->draws < 0 || a->options->draws > 100000) {
        st = ent_fail(err, ENT_E_RANGE, "draws is %d, expected 0 to 100000", a->options->draws);
        goto done;
    }
    ENT_TRY(enti_year_check(world, a->options->year, err));
    ENT_TRY(ent_params_for_year(world, params, a->options->year, &own, err));
    a->params = own;
    ENT_TRY(ent_year_open(world, a->options->year, a->params, &a->year, err));
    ENT_TRY(enti_model_init(&a->model, a->year, a->params, a->arena, err));
    ENT_TRY(place_members(a, group));
    a->out->year = a->options->year;
    a->out->label = enti_params_label(a->params, a->arena); /* a NULL leaves the arena marked */
    a->out->variant = ent_params_variant(a->params);
    ENT_TRY(fill(a));
    if (a->arena->failed) {
        st = enti_no_memory(err);
        goto done;
    }
    a->out->arena = a->arena;
    *out = a->out;
    a->out = NULL;
    a->arena = NULL;
done:
    ent_year_close(a->year);
    ent_params_free(own);
    if (a->arena != NULL) enti_arena_clear(a->arena);
    ent_free(a->arena);
    ent_free(a->out);
    ent_free(a);
    return st;
}

void ent_audit_free(ent_audit *audit) {
    if (audit == NULL) return;
    enti_arena_clear(audit->arena);
    ent_free(audit->arena);
    ent_free(audit);
}
