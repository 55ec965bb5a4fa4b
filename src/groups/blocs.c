/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocs does a year have? Checks the question, has each part filled, puts it into a sentence. */
#include "groups/blocs.h"

#include <math.h>
#include <string.h>

ent_blocs_options ent_blocs_options_default(const ent_world *world) {
    return (ent_blocs_options){.year = ent_world_last_year(world), .pole = {ENT_MISSING, ENT_MISSING}, .seed = 1};
}

enti_ties enti_ties_of(const ent_params *p) {
    return (enti_ties){.defence = enti_param(p, ENTI_BLOCS_DEFENCE),
                       .shallow = enti_param(p, ENTI_BLOCS_SHALLOW),
                       .treaty = enti_param(p, ENTI_BLOCS_TREATY),
                       .title = enti_param(p, ENTI_BLOCS_TITLE),
                       .rivalry = enti_param(p, ENTI_BLOCS_RIVALRY),
                       .war = enti_param(p, ENTI_BLOCS_WAR)};
}

static ent_status fill_states(enti_blocking *b) {
    ent_blocs *out = b->out;
    size_t n = b->net.n;
    out->states = enti_arena_alloc(b->arena, n + 1, sizeof *out->states);
    if (out->states == NULL) return enti_no_memory(b->err);
    out->states_count = n;
    for (size_t i = 0; i < n; i++) {
        ent_bloc_state *s = &out->states[i];
        s->state = b->world->entities[b->year->ref[i]];
        s->capability = b->year->capability[i].value;
        s->community = s->spin = SIZE_MAX;
        for (size_t j = 0; j < n; j++) {
            s->pulls += b->net.pull[i * n + j];
            s->pushes += b->net.push[i * n + j];
            if (j <= i) continue;
            out->pulls_count += b->net.pull[i * n + j] > 0;
            out->pushes_count += b->net.push[i * n + j] > 0;
        }
        out->pulls += s->pulls / 2;
        out->pushes += s->pushes / 2;
    }
    return ENT_OK;
}

static ent_status fill_sentence(enti_blocking *b) {
    ent_blocs *out = b->out;
    size_t blocs = 0;
    const ent_bloc *first = NULL;
    const char *lead = "", *poles = "";
    for (size_t c = 0; c < out->blocs_count; c++) {
        if (strcmp(out->blocs[c].kind, "bloc") != 0) continue;
        if (blocs++ == 0) first = &out->blocs[c];
    }
    if (first != NULL)
        lead = enti_arena_printf(b->arena,
                                 " The strongest is that of %s: %zu states with %.0f %% of the world's "
                                 "capability%s, cohesion %.2f of 1, %.0f %% of it opposed to others.",
                                 first->name, first->members_count, 100 * first->capability,
                                 first->of_alliances ? ", an alliance of alliances" : "", first->cohesion,
                                 100 * first->opposition);
    if (out->pole[0].code != ENT_MISSING)
        poles = enti_arena_printf(b->arena, " Between %s and %s polarisation is %.2f of 1; %zu states hedge.",
                                  out->pole[0].name, out->pole[1].name, out->polarisation, out->hedgers_count);
    if (lead == NULL || poles == NULL) return enti_no_memory(b->err);
    out->sentence = enti_arena_printf(b->arena, "%zu bloc%s among %zu communities.%s%s", blocs, blocs == 1 ? "" : "s",
                                      out->blocs_count, lead, poles);
    return out->sentence == NULL ? enti_no_memory(b->err) : ENT_OK;
}

static ent_status fill_sources(enti_blocking *b) {
    ent_status st = ENT_OK;
    const ent_world *w = b->world;
    int year = b->year->year;
    ENT_TRY(enti_note_keys(&b->sources, b->arena, w->capability.source, b->err));
    ENT_TRY(enti_note_keys(&b->sources, b->arena, w->ideal_point.source, b->err));
    for (size_t r = 0; r < w->rivalries_count; r++)
        if (w->rivalries[r].strategic && w->rivalries[r].start <= year && w->rivalries[r].end >= year)
            ENT_TRY(enti_note_keys(&b->sources, b->arena, w->rivalries[r].origin.source, b->err));
    for (size_t t = 0; t < b->year->treaties_count; t++)
        ENT_TRY(enti_note_keys(&b->sources, b->arena, w->treaties[b->year->treaties[t].treaty].origin.source, b->err));
    for (size_t p = 0; p < w->partnerships_count; p++)
        if (enti_span_in(&w->partnerships[p].span, year, year))
            ENT_TRY(enti_note_keys(&b->sources, b->arena, w->partnerships[p].origin.source, b->err));
    enti_notes_sort(&b->sources);
    ENT_TRY(enti_note_keys(&b->cites, b->arena, "cartwright1956;lukian2021;traag2009;traag2019", b->err));
done:
    return st;
}

static ent_status fill_notes(enti_blocking *b) {
    ent_status st = ENT_OK;
    ent_blocs *out = b->out;
    ENT_TRY(enti_note(&b->missing, b->arena, "titles of partnership are coded for China only", b->err));
    if (out->year < 2010) ENT_TRY(enti_note(&b->missing, b->arena, "treaties before 2010 are a selection", b->err));
    if (out->pole[0].code == ENT_MISSING)
        ENT_TRY(enti_note(&b->missing, b->arena, "two poles: the strongest state has no rival of known capability",
                          b->err));
    ENT_TRY(enti_note(&b->assumed, b->arena, "weights of ties and cuts (--explain-defaults, blocs_*)", b->err));
    ENT_TRY(enti_note(
        &b->assumed, b->arena,
        "a pact weighs by its coded features of depth (blocs_shallow), whatever the number of its members", b->err));
    ENT_TRY(fill_sources(b));
    out->missing = b->missing.at;
    out->missing_count = b->missing.count;
    out->assumed = b->assumed.at;
    out->assumed_count = b->assumed.count;
    out->sources = b->sources.at;
    out->sources_count = b->sources.count;
    out->cites = b->cites.at;
    out->cites_count = b->cites.count;
done:
    return st;
}

static ent_status fill(enti_blocking *b) {
    ent_status st = ENT_OK;
    b->out->year = b->year->year;
    b->out->label = b->world->label;
    b->out->seed = b->options->seed;
    b->ties = enti_ties_of(b->params);
    ENT_TRY(enti_signed_make(b->year, &b->ties, &b->net, b->err));
    ENT_TRY(enti_cut_make(b->net.pull, b->net.n, &b->pulls, b->err));
    ENT_TRY(enti_cut_make(b->net.net, b->net.n, &b->all, b->err));
    ENT_TRY(fill_states(b));
    ENT_TRY(enti_blocs_partition(b));
    ENT_TRY(enti_blocs_communities(b));
    ENT_TRY(enti_blocs_poles(b));
    ENT_TRY(fill_sentence(b));
    ENT_TRY(fill_notes(b));
    if (b->arena->failed) st = enti_no_memory(b->err);
done:
    return st;
}

ent_status ent_blocs_run(const ent_world *world, const ent_params *params, const ent_blocs_options *options,
                         ent_blocs **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_blocs_options preset = ent_blocs_options_default(world);
    ent_params *own = NULL;
    ent_year *year = NULL;
    enti_blocking b = {.world = world, .options = options != NULL ? options : &preset, .err = err};
    if ((b.options->pole[0] == ENT_MISSING) != (b.options->pole[1] == ENT_MISSING))
        return ent_fail(err, ENT_E_ARG, "one pole alone; name two, or none");
    if (b.options->pole[0] != ENT_MISSING && b.options->pole[0] == b.options->pole[1])
        return ent_fail(err, ENT_E_ARG, "the two poles are the same state (code %d)", b.options->pole[0]);
    b.out = enti_alloc(1, sizeof *b.out);
    b.arena = enti_alloc(1, sizeof *b.arena);
    if (b.out == NULL || b.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (params == NULL) ENT_TRY(ent_params_new(world, NULL, &own, err));
    b.params = params != NULL ? params : own;
    ENT_TRY(ent_year_open(world, b.options->year, b.params, &year, err));
    b.year = year;
    ENT_TRY(fill(&b));
    b.out->arena = b.arena;
    *out = b.out;
    b.out = NULL;
    b.arena = NULL;
done:
    enti_cut_clear(&b.pulls);
    enti_cut_clear(&b.all);
    enti_signed_clear(&b.net);
    ent_year_close(year);
    ent_params_free(own);
    if (b.arena != NULL) enti_arena_clear(b.arena);
    ent_free(b.arena);
    ent_free(b.out);
    return st;
}

void ent_blocs_free(ent_blocs *blocs) {
    if (blocs == NULL) return;
    enti_arena_clear(blocs->arena);
    ent_free(blocs->arena);
    ent_free(blocs);
}
