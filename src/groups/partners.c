/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom would a power pick as allies, under which pressure: checks the question, ranks, and has each part filled. */
#include "groups/partners.h"
#include "theory/data_notes.h"

#include <math.h>

ent_partners_options ent_partners_options_default(const ent_world *world) {
    return (ent_partners_options){
        .year = ent_world_last_year(world), .scenario = ENT_BOTH, .excluded = ENT_MISSING, .ambition = NAN, .top = 10};
}

static ent_status check(const ent_world *w, int patron, const ent_partners_options *o, ent_error *err) {
    ent_entity state;
    ent_status st = ENT_OK;
    ENT_TRY(ent_world_entity(w, patron, &state, err));
    ENT_TRY(enti_year_check(w, o->year, err));
    if (!ent_world_is_member(w, patron, o->year))
        return ent_fail(err, ENT_E_MISSING, "%s was not a member of the system of states in %d", state.name, o->year);
    if ((int)o->scenario < 0 || o->scenario > ENT_NO_PUSH) return ent_fail(err, ENT_E_ARG, "unknown scenario");
    if (o->top < 1 || o->top > 256) return ent_fail(err, ENT_E_RANGE, "top is %d, expected 1 to 256", o->top);
    if (!isnan(o->ambition) && !(o->ambition >= 0 && o->ambition <= 1))
        return ent_fail(err, ENT_E_RANGE, "ambition is %g, expected 0 to 1", o->ambition);
    if (o->excluded == patron)
        return ent_fail(err, ENT_E_ARG, "%s cannot be the power it leaves out itself", state.name);
    if (o->excluded != ENT_MISSING && !ent_world_is_member(w, o->excluded, o->year))
        return ent_fail(err, ENT_E_MISSING,
                        "the power to be left out (code %d) is no member of the system of states in %d", o->excluded,
                        o->year);
done:
    return st;
}

/* An analyst's ambition stands in for the patron's size relative to the largest. */
static void apply_ambition(enti_partnering *p) {
    double *willing = p->list.willing, most = 0;
    const ent_year *y = p->year;
    for (size_t i = 0; i < y->n; i++)
        most = fmax(most, y->share[i]);
    p->out->ambition = isnan(p->options->ambition) ? y->share[p->list.patron] / most : p->options->ambition;
    willing[ENTI_UNDER_PRIMACY] = enti_logistic((p->out->ambition - enti_param(p->params, ENTI_WILLING_MIDDLE)) /
                                                enti_param(p->params, ENTI_WILLING_WIDTH));
    willing[ENTI_UNDER_BOTH] = 1 - (1 - willing[ENTI_UNDER_PRESSURE]) * (1 - willing[ENTI_UNDER_PRIMACY]);
    willing[ENTI_UNDER_NEITHER] = 0;
    for (int s = 0; s < 3; s++)
        p->out->willing[s] = willing[s];
    p->out->willingness = willing[p->scenario];
}

static ent_status fill_head(enti_partnering *p) {
    const ent_year *y = p->year;
    ent_partners *out = p->out;
    out->patron = p->world->entities[y->ref[p->list.patron]];
    out->excluded = (ent_entity){.code = ENT_MISSING, .name = "", .iso3 = "", .region = "", .subregion = ""};
    if (p->list.excluded != SIZE_MAX) out->excluded = p->world->entities[y->ref[p->list.excluded]];
    out->year = y->year;
    out->scenario = p->options->scenario;
    out->label = enti_params_label(p->params, p->arena); /* a NULL leaves the arena marked */
    out->variant = ent_params_variant(p->params);
    out->threat = p->list.threat;
    out->encirclement = enti_encirclement(y, p->list.patron);
    out->ranked = p->list.count;
    apply_ambition(p);
    return ENT_OK;
}

static ent_status fill_sentence(enti_partnering *p) {
    static const char *const under[] = {"pressure and primacy", "pressure", "primacy", "neither pressure nor primacy"};
    ent_partners *out = p->out;
    const char *gap = "";
    if (out->candidates_count == 0 || out->candidates[0].rank == 0) {
        out->sentence =
            enti_arena_printf(p->arena, "Nobody would help %s under %s.", out->patron.name, under[p->scenario]);
        return out->sentence == NULL ? enti_no_memory(p->err) : ENT_OK;
    }
    if (out->candidates_count > 1 && out->candidates[1].score > 0)
        gap = enti_arena_printf(p->arena, ", ahead of %s by a factor of %.1f", out->candidates[1].state.name,
                                out->candidates[0].score / out->candidates[1].score);
    if (gap == NULL) return enti_no_memory(p->err);
    out->sentence =
        enti_arena_printf(p->arena, "Under %s, %s would pick %s first%s. Willingness to build allies: %.2f of 1.",
                          under[p->scenario], out->patron.name, out->candidates[0].state.name, gap, out->willingness);
    return out->sentence == NULL ? enti_no_memory(p->err) : ENT_OK;
}

/* Sources of the rows a ranking reads: rivalries, pacts, bases and exercises of the year. */
static ent_status row_sources(enti_partnering *p) {
    ent_status st = ENT_OK;
    const ent_world *w = p->world;
    int year = p->year->year;
    for (size_t r = 0; r < w->rivalries_count; r++)
        if (w->rivalries[r].start <= year && w->rivalries[r].end >= year &&
            enti_takes_rivalry(w, &w->rivalries[r], year))
            ENT_TRY(enti_note_keys(&p->sources, p->arena, w->rivalries[r].origin.source, p->err));
    for (size_t t = 0; t < p->year->treaties_count; t++)
        ENT_TRY(enti_note_keys(&p->sources, p->arena, w->treaties[p->year->treaties[t].treaty].origin.source, p->err));
    for (size_t b = 0; b < w->bases_count; b++)
        if (enti_span_in(&w->bases[b].span, year, year))
            ENT_TRY(enti_note_keys(&p->sources, p->arena, w->bases[b].origin.source, p->err));
    for (size_t e = 0; e < w->exercises_count; e++)
        if (enti_span_in(&w->exercises[e].span, year - 10, year))
            ENT_TRY(enti_note_keys(&p->sources, p->arena, w->exercises[e].origin.source, p->err));
done:
    return st;
}

static ent_status fill_notes(enti_partnering *p) {
    ent_status st = ENT_OK;
    ent_partners *out = p->out;
    int carried = p->year->capability[p->list.patron].year;
    ENT_TRY(enti_note_standing_sources((enti_note_list){&p->sources, p->arena, p->err}, p->year));
    ENT_TRY(enti_note_keys(&p->sources, p->arena, p->year->member[p->list.patron]->origin.source, p->err));
    ENT_TRY(row_sources(p));
    ENT_TRY(enti_note_keys(&p->cites, p->arena, "kim2021;walt1987", p->err));
    if (p->year->trade == NULL)
        ENT_TRY(
            enti_note(&p->missing, p->arena,
                      p->world->imports[ENTI_IN_TRADE].id == 0
                          ? "trade with the excluded power: taken as none (import Dyadic_COW_4.0)"
                          : "trade with the excluded power: taken as none, the imported trade does not cover the year",
                      p->err));
    ENT_TRY(enti_note(&p->missing, p->arena,
                      "exercises and bases are a selection: a pact may look dormant for lack of records", p->err));
    if (carried != p->year->year)
        ENT_TRY(enti_note(&p->missing, p->arena,
                          enti_arena_printf(p->arena, "capability after %d: carried from there", carried), p->err));
    ENT_TRY(enti_note_carried_data((enti_note_list){&p->missing, p->arena, p->err}, p->year));
    enti_notes_sort(&p->sources);
    out->missing = p->missing.at;
    out->missing_count = p->missing.count;
    out->sources = p->sources.at;
    out->sources_count = p->sources.count;
    out->cites = p->cites.at;
    out->cites_count = p->cites.count;
done:
    return st;
}

static ent_status fill(enti_partnering *p, int patron) {
    ent_status st = ENT_OK;
    size_t excluded = SIZE_MAX;
    ENT_TRY(ent_year_open(p->world, p->options->year, p->params, &p->year, p->err));
    if (isnan(p->year->capability[ent_year_index(p->year, patron)].value))
        return ent_fail(p->err, ENT_E_MISSING, "capability of %s in %d is not known: its partners cannot be ranked",
                        enti_year_name(p->year, ent_year_index(p->year, patron)), p->year->year);
    ENT_TRY(enti_model_init(&p->model, p->year, p->params, p->arena, p->err));
    if (p->options->excluded != ENT_MISSING) excluded = ent_year_index(p->year, p->options->excluded);
    ENT_TRY(enti_patronage_of(&p->model, ent_year_index(p->year, patron), excluded, p->arena, &p->list, p->err));
    ENT_TRY(fill_head(p));
    ENT_TRY(enti_partners_candidates(p));
    ENT_TRY(enti_partners_field(p));
    ENT_TRY(fill_sentence(p));
    ENT_TRY(fill_notes(p));
done:
    return st;
}

ent_status ent_partners_run(const ent_world *world, const ent_params *params, int patron,
                            const ent_partners_options *options, ent_partners **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_partners_options preset = ent_partners_options_default(world);
    enti_partnering p = {.world = world, .options = options != NULL ? options : &preset, .err = err};

    ENT_TRY(check(world, patron, p.options, err));
    p.scenario = (int)p.options->scenario;
    p.out = enti_alloc(1, sizeof *p.out);
    p.arena = enti_alloc(1, sizeof *p.arena);
    if (p.out == NULL || p.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(ent_params_for_year(world, params, p.options->year, &p.params, err));
    if (p.options->set_dormant_aside) p.params->row[ENTI_PACT_DORMANT].value = 1;
    ENT_TRY(fill(&p, patron));
    if (p.arena->failed) {
        st = enti_no_memory(err);
        goto done;
    }
    p.out->arena = p.arena;
    *out = p.out;
    p.out = NULL;
    p.arena = NULL;
done:
    ent_year_close(p.year);
    ent_params_free(p.params);
    if (p.arena != NULL) enti_arena_clear(p.arena);
    ent_free(p.arena);
    ent_free(p.out);
    return st;
}

void ent_partners_free(ent_partners *partners) {
    if (partners == NULL) return;
    enti_arena_clear(partners->arena);
    ent_free(partners->arena);
    ent_free(partners);
}
