/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does a group outlive its leading power? Checks the question, has each part filled, puts it into a sentence. */
#include "groups/durability.h"

#include <math.h>
#include <string.h>

enum { SOON = 5, MOST_RUNS = 100000 };

const char *ent_fall_text(ent_fall fall) {
    static const char *const texts[] = {"capability", "will", "both"};
    return texts[fall];
}

ent_durability_options ent_durability_options_default(const ent_world *world) {
    return (ent_durability_options){.year = ent_world_last_year(world),
                                    .leader = ENT_MISSING,
                                    .fall = ENT_FALL_BOTH,
                                    .remaining = 0,
                                    .over = 1,
                                    .runs = 2000,
                                    .seed = 1};
}

static ent_status check(const ent_durability_options *o, ent_error *err) {
    if ((int)o->fall < 0 || o->fall > ENT_FALL_BOTH) return ent_fail(err, ENT_E_ARG, "unknown fall %d", (int)o->fall);
    if (!(o->remaining >= 0 && o->remaining <= 1))
        return ent_fail(err, ENT_E_RANGE, "what remains is %g, expected 0 to 1", o->remaining);
    if (o->over < 1 || o->over > ENT_DURABILITY_YEARS)
        return ent_fail(err, ENT_E_RANGE, "the fall takes %d years, expected 1 to %d", o->over, ENT_DURABILITY_YEARS);
    if (o->runs < 1 || o->runs > MOST_RUNS)
        return ent_fail(err, ENT_E_RANGE, "runs is %d, expected 1 to %d", o->runs, MOST_RUNS);
    return ENT_OK;
}

static ent_status choose_leader(enti_durabling *d, const size_t *at, size_t count) {
    double most = -1;
    if (d->options->leader != ENT_MISSING) {
        size_t i = ent_year_index(d->year, d->options->leader);
        for (size_t k = 0; k < count; k++)
            if (at[k] == i) d->leader = i;
        if (d->leader == SIZE_MAX)
            return ent_fail(d->err, ENT_E_ARG, "the leader (code %d) is no member of the group", d->options->leader);
        return ENT_OK;
    }
    for (size_t k = 0; k < count; k++)
        if (!isnan(d->year->capability[at[k]].value) && d->year->share[at[k]] > most) {
            most = d->year->share[at[k]];
            d->leader = at[k];
        }
    if (d->leader == SIZE_MAX)
        return ent_fail(d->err, ENT_E_MISSING, "no member's capability is known in %d: there is no leading power",
                        d->year->year);
    return ENT_OK;
}

static ent_status place(enti_durabling *d, const ent_group *group) {
    ent_status st = ENT_OK;
    size_t at[ENT_GROUP_MAX], count = 0;
    if (group->count < 2) return ent_fail(d->err, ENT_E_ARG, "a group needs two members at least");
    for (size_t k = 0; k < group->count; k++) {
        for (size_t l = 0; l < k; l++)
            if (group->codes[l] == group->codes[k])
                return ent_fail(d->err, ENT_E_ARG, "the state with code %d is listed twice", group->codes[k]);
        at[count] = ent_year_index(d->year, group->codes[k]);
        if (at[count] == SIZE_MAX) { /* Palestine: nothing of it is coded */
            ent_entity state;
            ENT_TRY(ent_world_entity(d->world, group->codes[k], &state, d->err));
            ENT_TRY(enti_note(&d->missing, d->arena,
                              enti_arena_printf(d->arena, "%s: outside the system of states, left out", state.name),
                              d->err));
            continue;
        }
        count++;
    }
    if (count < 2) {
        st = ent_fail(d->err, ENT_E_ARG, "a group of %zu in the system of states; it needs two at least", count);
        goto done;
    }
    d->leader = SIZE_MAX;
    ENT_TRY(choose_leader(d, at, count));
    for (size_t k = 0; k < count; k++)
        if (at[k] != d->leader) d->at[d->n++] = at[k];
    d->forum = -1;
    for (size_t f = 0; f < d->world->forums_count && *group->id != 0; f++)
        if (strcmp(d->world->forums[f].id, group->id) == 0) d->forum = (int)f;
    d->out->group = *group;
    d->out->leader = d->world->entities[d->year->ref[d->leader]];
done:
    return st;
}

static ent_status fill_sentence(enti_durabling *d) {
    ent_durability *out = d->out;
    const ent_survival *fall = &out->paths[ENT_PATH_FALL], *steady = &out->paths[ENT_PATH_STEADY];
    const char *verdict, *record = "";
    if (steady->alive[SOON] <= 0.5)
        verdict = "does not hold even while its leader does";
    else if (fall->alive[SOON] <= 0.5)
        verdict = "lasts as long as its leader can and will coerce";
    else
        verdict = "outlives its leader's power to coerce";
    if (*out->ended != 0) record = enti_arena_printf(d->arena, " On record it ended on %s.", out->ended);
    out->sentence =
        enti_arena_printf(d->arena,
                          "The group %s: interest %.0f %%, coercion %.0f %%, values %.0f %% of the bonds with %s. It "
                          "stands after five years "
                          "in %.0f %% of runs while the leader keeps its power, in %.0f %% when it loses %s.%s",
                          verdict, 100 * out->share[0], 100 * out->share[1], 100 * out->share[2], out->leader.name,
                          100 * steady->alive[SOON], 100 * fall->alive[SOON],
                          out->fall == ENT_FALL_BOTH   ? "capability and will to coerce"
                          : out->fall == ENT_FALL_WILL ? "the will to coerce"
                                                       : "capability",
                          record != NULL ? record : "");
    return out->sentence == NULL || record == NULL ? enti_no_memory(d->err) : ENT_OK;
}

static ent_status say(enti_durabling *d, enti_notes *notes, const char *text) {
    return enti_note(notes, d->arena, text, d->err);
}

ent_status enti_durability_notes(enti_durabling *d) {
    ent_status st = ENT_OK;
    ent_durability *out = d->out;
    const ent_world *w = d->world;
    const char *keys[] = {w->capability.source, w->ideal_point.source, w->polyarchy.source,
                          d->forum >= 0 ? w->forums[d->forum].origin.source : ""};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        ENT_TRY(enti_note_keys(&d->sources, d->arena, keys[k], d->err));
    for (size_t b = 0; b < w->bases_count; b++)
        if (w->bases[b].sender == d->year->ref[d->leader] && enti_span_in(&w->bases[b].span, out->year, out->year))
            ENT_TRY(enti_note_keys(&d->sources, d->arena, w->bases[b].origin.source, d->err));
    enti_notes_sort(&d->sources);
    ENT_TRY(enti_note_keys(&d->cites, d->arena, "lukian2021", d->err));
    if (out->judged < out->members_count)
        ENT_TRY(say(d, &d->missing,
                    enti_arena_printf(d->arena,
                                      "polyarchy, UN votes or capability for %zu of %zu members: their bond is "
                                      "not judged and their hazard is that of any pact",
                                      out->members_count - out->judged, out->members_count)));
    ENT_TRY(say(d, &d->missing, "coercion and bases are selections; trust knows openness of politics only"));
    if (out->paths_count < 3)
        ENT_TRY(say(d, &d->missing, "capability of the leader after this year: no recorded path"));
    ENT_TRY(say(d, &d->assumed, "how hazard follows from a lost bond (--explain-defaults, durability_*)"));
    ENT_TRY(say(d, &d->assumed, "interest and values do not change as the leader falls; nobody joins"));
    out->missing = d->missing.at;
    out->missing_count = d->missing.count;
    out->assumed = d->assumed.at;
    out->assumed_count = d->assumed.count;
    out->sources = d->sources.at;
    out->sources_count = d->sources.count;
    out->cites = d->cites.at;
    out->cites_count = d->cites.count;
done:
    return st;
}

static ent_status fill(enti_durabling *d, const ent_group *group) {
    ent_status st = ENT_OK;
    ent_durability *out = d->out;
    out->year = d->year->year;
    out->label = d->world->label;
    out->fall = d->options->fall;
    out->remaining = d->options->remaining;
    out->over = d->options->over;
    out->runs = d->options->runs;
    out->seed = d->options->seed;
    ENT_TRY(place(d, group));
    ENT_TRY(enti_durability_bonds(d));
    enti_durability_runs(d);
    ENT_TRY(fill_sentence(d));
    ENT_TRY(enti_durability_notes(d));
    if (d->arena->failed) st = enti_no_memory(d->err);
done:
    return st;
}

ent_status ent_durability_run(const ent_world *world, const ent_params *params, const ent_group *group,
                              const ent_durability_options *options, ent_durability **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_durability_options preset = ent_durability_options_default(world);
    ent_params *own = NULL;
    ent_year *year = NULL;
    enti_durabling d = {.world = world, .options = options != NULL ? options : &preset, .err = err};
    ENT_TRY(check(d.options, err));
    d.out = enti_alloc(1, sizeof *d.out);
    d.arena = enti_alloc(1, sizeof *d.arena);
    if (d.out == NULL || d.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (params == NULL) ENT_TRY(ent_params_new(world, NULL, &own, err));
    d.params = params != NULL ? params : own;
    ENT_TRY(ent_year_open(world, d.options->year, d.params, &year, err));
    d.year = year;
    ENT_TRY(fill(&d, group));
    d.out->arena = d.arena;
    *out = d.out;
    d.out = NULL;
    d.arena = NULL;
done:
    ent_year_close(year);
    ent_params_free(own);
    if (d.arena != NULL) enti_arena_clear(d.arena);
    ent_free(d.arena);
    ent_free(d.out);
    return st;
}

void ent_durability_free(ent_durability *durability) {
    if (durability == NULL) return;
    enti_arena_clear(durability->arena);
    ent_free(durability->arena);
    ent_free(durability);
}
