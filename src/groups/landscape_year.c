/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A landscape out of the records of a year. The authors' propensities were sums of five simple terms; these are the
 * ones that the data have for any year:
 *   p = - rivalry [strategic rivals] - war [at war within five years] + defence [defence pact]
 *       + treaty [another bilateral security pact] + votes (2 rank - 1) + regime (1 - 2 |v_i - v_j|)
 * rank: rank share of closeness of UN votes; v: polyarchy. A term that is not known counts 0 and is said.
 */
#include "base/notes.h"
#include "theory/params.h"

#include <entente/landscape.h>

#include <math.h>
#include <string.h>

static const char formula[] =
    "- landscape_rivalry [rivals] - landscape_war [war] + landscape_defence [defence pact] "
    "+ landscape_treaty [other bilateral pact] + landscape_votes (2 rank of UN closeness - 1) "
    "+ landscape_regime (1 - 2 |difference of polyarchy|)";

typedef struct {
    const ent_world *world;
    const ent_params *params;
    const ent_group *group;
    const ent_year *year;
    size_t at[ENT_GROUP_MAX];
    size_t no_votes, no_regime; /* pairs */
    enti_notes missing, sources, cites;
    enti_arena *arena; /* of the input */
    ent_error *err;
} making;

static bool bilateral(const ent_year *y, size_t i, size_t j) {
    return enti_set_has(&y->bilateral[ENTI_CONSULTATION][i], j) || enti_set_has(&y->bilateral[ENTI_NEUTRALITY][i], j) ||
           enti_set_has(&y->bilateral[ENTI_NONAGGRESSION][i], j);
}

static double propensity(making *m, size_t i, size_t j) {
    const ent_year *y = m->year;
    const ent_params *p = m->params;
    double sum = 0, rank = y->interest_rank[i * y->n + j], gap = fabs(y->polyarchy[i].value - y->polyarchy[j].value);
    if (enti_set_has(&y->rivals[i], j)) sum -= enti_param(p, ENTI_LANDSCAPE_RIVALRY);
    if (enti_set_has(&y->at_war[i], j)) sum -= enti_param(p, ENTI_LANDSCAPE_WAR);
    if (enti_set_has(&y->pact[ENTI_DEFENCE][i], j))
        sum += enti_param(p, ENTI_LANDSCAPE_DEFENCE);
    else if (bilateral(y, i, j))
        sum += enti_param(p, ENTI_LANDSCAPE_TREATY);
    if (isnan(rank)) m->no_votes++;
    if (isnan(gap)) m->no_regime++;
    if (!isnan(rank)) sum += enti_param(p, ENTI_LANDSCAPE_VOTES) * (2 * rank - 1);
    if (!isnan(gap)) sum += enti_param(p, ENTI_LANDSCAPE_REGIME) * (1 - 2 * gap);
    return sum;
}

static ent_status place(making *m) {
    for (size_t k = 0; k < m->group->count; k++) {
        ent_entity state;
        if (ent_world_entity(m->world, m->group->codes[k], &state, m->err) != ENT_OK) return m->err->status;
        m->at[k] = ent_year_index(m->year, state.code);
        if (m->at[k] == SIZE_MAX)
            return ent_fail(m->err, ENT_E_MISSING, "%s was not a member of the system of states in %d", state.name,
                            m->year->year);
        if (isnan(m->year->capability[m->at[k]].value))
            return ent_fail(m->err, ENT_E_MISSING, "capability of %s in %d is not known: it has no size", state.name,
                            m->year->year);
    }
    return ENT_OK;
}

/* Allied to one pole and not to the other. */
static ent_status add_camps(making *m, const int *poles, ent_landscape_input *in) {
    const ent_year *y = m->year;
    int8_t side[ENT_GROUP_MAX];
    size_t pole[2] = {SIZE_MAX, SIZE_MAX};
    for (int s = 0; s < 2; s++)
        for (size_t k = 0; k < m->group->count; k++)
            if (m->group->codes[k] == poles[s]) pole[s] = k;
    if (pole[0] == SIZE_MAX || pole[1] == SIZE_MAX || pole[0] == pole[1])
        return ent_fail(m->err, ENT_E_ARG, "the two poles must be different members of the group");
    for (size_t k = 0; k < m->group->count; k++) {
        bool with[2];
        for (int s = 0; s < 2; s++)
            with[s] = k == pole[s] || enti_set_has(&y->pact[ENTI_DEFENCE][m->at[k]], m->at[pole[s]]);
        side[k] = with[0] == with[1] ? -1 : (int8_t)with[1];
    }
    for (int s = 0; s < 2; s++)
        side[pole[s]] = (int8_t)s;
    return ent_landscape_input_camps(in, "allies of the poles", in->code[pole[0]], in->code[pole[1]], side, m->err);
}

static ent_status add_notes(making *m, const int *poles) {
    ent_status st = ENT_OK;
    const ent_year *y = m->year;
    const ent_world *w = m->world;
    size_t pairs = m->group->count * (m->group->count - 1) / 2;
    const char *keys[] = {w->capability.source, w->ideal_point.source, w->polyarchy.source};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        ENT_TRY(enti_note_keys(&m->sources, m->arena, keys[k], m->err));
    for (size_t p = 0; p < m->group->count; p++)
        for (size_t q = p + 1; q < m->group->count; q++) {
            const enti_rivalry *r =
                enti_set_has(&y->rivals[m->at[p]], m->at[q]) ? enti_year_rivalry(y, m->at[p], m->at[q]) : NULL;
            if (r != NULL) ENT_TRY(enti_note_keys(&m->sources, m->arena, r->origin.source, m->err));
            for (size_t t = 0; t < y->treaties_count; t++)
                if (enti_set_has(&y->treaties[t].members, m->at[p]) && enti_set_has(&y->treaties[t].members, m->at[q]))
                    ENT_TRY(enti_note_keys(&m->sources, m->arena, w->treaties[y->treaties[t].treaty].origin.source,
                                           m->err));
        }
    enti_notes_sort(&m->sources);
    ENT_TRY(enti_note_keys(&m->cites, m->arena, "axelrod1993", m->err));
    if (m->no_votes > 0)
        ENT_TRY(enti_note(
            &m->missing, m->arena,
            enti_arena_printf(m->arena, "UN votes for %zu of %zu pairs: that term counts 0", m->no_votes, pairs),
            m->err));
    if (m->no_regime > 0)
        ENT_TRY(enti_note(
            &m->missing, m->arena,
            enti_arena_printf(m->arena, "polyarchy for %zu of %zu pairs: that term counts 0", m->no_regime, pairs),
            m->err));
    ENT_TRY(enti_note(&m->missing, m->arena,
                      "ethnic, religious and border disputes, which the authors used, are not coded", m->err));
    if (poles != NULL && enti_param(m->params, ENTI_LANDSCAPE_DEFENCE) > 0)
        ENT_TRY(enti_note(&m->missing, m->arena,
                          "an independent test: pacts are part of the propensities and of the camps compared with; "
                          "--set landscape_defence=0 takes them out of the first",
                          m->err));
done:
    return st;
}

static ent_status make(making *m, const int *poles, ent_landscape_input **out) {
    ent_status st = ENT_OK;
    size_t n = m->group->count;
    const char *code[ENT_GROUP_MAX];
    double size[ENT_GROUP_MAX], *p = enti_alloc(n * n, sizeof *p);
    ent_landscape_input *in = NULL;
    if (p == NULL) return enti_no_memory(m->err);
    for (size_t k = 0; k < n; k++) {
        code[k] = enti_year_iso3(m->year, m->at[k]);
        if (*code[k] == 0) code[k] = enti_year_name(m->year, m->at[k]);
        size[k] = m->year->share[m->at[k]];
        for (size_t l = 0; l < k; l++)
            p[k * n + l] = p[l * n + k] = propensity(m, m->at[k], m->at[l]);
    }
    ENT_TRY(ent_landscape_input_new(n, code, size, p, &in, m->err));
    m->arena = in->arena;
    for (size_t k = 0; k < n; k++)
        in->name[k] = enti_arena_strdup(m->arena, enti_year_name(m->year, m->at[k]));
    in->year = m->year->year;
    in->label = enti_arena_strdup(m->arena, m->world->label);
    in->formula = formula;
    if (poles != NULL) ENT_TRY(add_camps(m, poles, in));
    ENT_TRY(add_notes(m, poles));
    in->missing = m->missing.at;
    in->missing_count = m->missing.count;
    in->sources = m->sources.at;
    in->sources_count = m->sources.count;
    in->cites = m->cites.at;
    in->cites_count = m->cites.count;
    if (m->arena->failed) {
        st = enti_no_memory(m->err);
        goto done;
    }
    *out = in;
    in = NULL;
done:
    ent_landscape_input_free(in);
    ent_free(p);
    return st;
}

ent_status ent_landscape_of_year(const ent_world *world, const ent_params *params, const ent_group *group, int year,
                                 const int *poles, ent_landscape_input **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_error local = {.status = ENT_OK};
    making m = {.world = world, .group = group, .err = err != NULL ? err : &local};
    ent_params *own = NULL;
    ent_year *opened = NULL;
    if (group->count < 2) return ent_fail(err, ENT_E_ARG, "a landscape needs two states at least");
    if (params == NULL) ENT_TRY(ent_params_new(world, NULL, &own, err));
    m.params = params != NULL ? params : own;
    ENT_TRY(ent_year_open(world, year, m.params, &opened, err));
    m.year = opened;
    ENT_TRY(place(&m));
    ENT_TRY(make(&m, poles, out));
done:
    ent_year_close(opened);
    ent_params_free(own);
    return st;
}
