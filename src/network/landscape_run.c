/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer about a landscape: minima with what they mean, ways down, who is settled and who is not. */
#include "network/landscape.h"

#include "base/base.h"
#include "base/interval.h"

#include <math.h>
#include <string.h>

enum { MOST_STARTS = 1000000 };

typedef struct {
    const ent_landscape_input *in;
    const ent_landscape_options *options;
    double *w, *change;
    double tie;
    enti_minima minima;
    ent_landscape *out;
    enti_arena *arena;
    ent_error *err;
} running;

ent_landscape_options ent_landscape_options_default(void) {
    return (ent_landscape_options){.seed = 1, .starts = 2000};
}

/* ---- agreement ---- */

/* Probability that a fair coin agrees with at least `right` of `of`, whichever way its sides are named. */
static double chance_of(size_t right, size_t of) {
    double term = ldexp(1, -(int)of), sum = 0;
    if (of == 0 || 2 * right <= of) return 1;
    for (size_t k = 0; k <= of; k++) {
        if (k >= right) sum += term;
        term *= (double)(of - k) / (double)(k + 1);
    }
    return fmin(1, 2 * sum);
}

static ent_landscape_match match_of(const ent_landscape_camps *camps, const uint8_t *side, size_t n) {
    size_t same = 0, of = 0;
    for (size_t i = 0; i < n; i++) {
        of += camps->side[i] >= 0;
        same += camps->side[i] >= 0 && camps->side[i] == side[i];
    }
    if (2 * same < of) same = of - same;
    return (ent_landscape_match){.right = same, .of = of, .chance = chance_of(same, of)};
}

/* ---- minima ---- */

static ent_status fill_minimum(running *r, const enti_minimum *from, ent_landscape_minimum *to) {
    size_t n = r->in->count;
    to->energy = from->energy;
    to->basin = from->basin;
    to->share = to->low = to->high = (double)from->basin / (double)r->out->all;
    if (!r->out->exact) enti_wilson(to->share, (double)r->out->all, &to->low, &to->high);
    to->side = enti_arena_alloc(r->arena, n, sizeof *to->side);
    if (to->side == NULL) return enti_no_memory(r->err);
    enti_landscape_changes(r->w, n, &from->against, r->change);
    for (size_t i = 0; i < n; i++) {
        to->side[i] = enti_set_has(&from->against, i);
        to->with_first += to->side[i] == 0;
        to->indifferent += r->change[i] <= r->tie;
    }
    for (size_t c = 0; c < r->in->camps_count; c++)
        to->match[c] = match_of(&r->in->camps[c], to->side, n);
    return ENT_OK;
}

static ent_status fill_minima(running *r) {
    ent_status st = ENT_OK;
    ent_landscape *out = r->out;
    size_t n = r->in->count;
    out->exact = n <= ENT_LANDSCAPE_EXACT;
    if (out->exact)
        ENT_TRY(enti_landscape_exact(r->w, n, &r->minima, r->err));
    else
        ENT_TRY(enti_landscape_search(r->w, n, r->options->seed, r->options->starts, &r->minima, r->err));
    out->all = out->exact ? UINT64_C(1) << (n - 1) : (uint64_t)r->options->starts;
    out->minima = enti_arena_alloc(r->arena, r->minima.count, sizeof *out->minima);
    if (out->minima == NULL) return enti_no_memory(r->err);
    for (size_t k = 0; k < r->minima.count; k++) {
        ENT_TRY(fill_minimum(r, &r->minima.at[k], &out->minima[k]));
        out->shown_once += r->minima.at[k].basin == 1;
    }
    out->minima_count = r->minima.count;
    if (!out->exact) out->unseen = (double)out->shown_once / (double)out->all;
    if (out->exact) out->shown_once = 0;
done:
    return st;
}

/* ---- states ---- */

static ent_status fill_states(running *r) {
    const ent_landscape_input *in = r->in;
    ent_landscape *out = r->out;
    size_t n = in->count;
    const uint8_t *side = out->minima[0].side;
    out->states = enti_arena_alloc(r->arena, n, sizeof *out->states);
    if (out->states == NULL) return enti_no_memory(r->err);
    enti_landscape_changes(r->w, n, &r->minima.at[0].against, r->change);
    for (size_t i = 0; i < n; i++) {
        ent_landscape_state *s = &out->states[i];
        for (size_t j = 0; j < n; j++)
            if (side[i] != side[j]) s->frustration += in->size[j] * in->propensity[i * n + j];
        s->margin = fmax(0, r->change[i]);
        for (size_t k = 1; k < out->minima_count; k++)
            s->differs += out->minima[k].side[i] != side[i];
    }
    return ENT_OK;
}

/* ---- descents ---- */

/* Records a way down. Energies fall at every step, so it ends. */
static ent_status add_descent(running *r, const char *from, enti_division at) {
    ent_landscape_descent *d = &r->out->descents[r->out->descents_count];
    size_t n = r->in->count, room = 0, *state = NULL;
    double *energy = NULL;
    ent_status st = ENT_OK;
    for (d->steps = 0;; d->steps++) {
        size_t i;
        if (d->steps + 2 > room) {
            size_t *more_states = enti_realloc(state, 2 * room + 16, sizeof *state);
            double *more = more_states == NULL ? NULL : enti_realloc(energy, 2 * room + 16, sizeof *energy);
            if (more_states != NULL) state = more_states;
            if (more != NULL) energy = more;
            if (more == NULL) {
                st = enti_no_memory(r->err);
                goto done;
            }
            room = 2 * room + 16;
        }
        energy[d->steps] = enti_landscape_energy(r->w, n, &at);
        enti_landscape_changes(r->w, n, &at, r->change);
        i = enti_landscape_steepest(r->change, n, r->tie);
        if (i == SIZE_MAX) break;
        state[d->steps] = i;
        enti_landscape_flip(&at, n, i);
    }
    d->from = from;
    d->state = enti_arena_alloc(r->arena, d->steps + 1, sizeof *d->state);
    d->energy = enti_arena_alloc(r->arena, d->steps + 1, sizeof *d->energy);
    if (d->state == NULL || d->energy == NULL) {
        st = enti_no_memory(r->err);
        goto done;
    }
    memcpy(d->state, state, d->steps * sizeof *state);
    memcpy(d->energy, energy, (d->steps + 1) * sizeof *energy);
    d->minimum = SIZE_MAX;
    for (size_t k = 0; k < r->minima.count; k++)
        if (memcmp(&r->minima.at[k].against, &at, sizeof at) == 0) d->minimum = k;
    r->out->descents_count++;
done:
    ent_free(state);
    ent_free(energy);
    return st;
}

/* The division in which those of the set stand together and state 0 is on side 0. */
static enti_division normal(enti_set set, size_t n) {
    if (enti_set_has(&set, 0))
        for (size_t i = 0; i < n; i++) {
            if (enti_set_has(&set, i))
                enti_set_remove(&set, i);
            else
                enti_set_add(&set, i);
        }
    return set;
}

static ent_status find_code(const running *r, const char *code, size_t length, size_t *out) {
    for (size_t i = 0; i < r->in->count; i++)
        if (strlen(r->in->code[i]) == length && strncmp(r->in->code[i], code, length) == 0) {
            *out = i;
            return ENT_OK;
        }
    return ent_fail(r->err, ENT_E_ARG, "the start names \"%.*s\", which is no state of this landscape",
                    length < 40 ? (int)length : 40, code);
}

static ent_status parse_start(const running *r, enti_set *out) {
    ent_status st = ENT_OK;
    for (const char *p = r->options->start;;) {
        size_t length = strcspn(p, ","), i = 0;
        ENT_TRY(find_code(r, p, length, &i));
        if (enti_set_has(out, i)) return ent_fail(r->err, ENT_E_ARG, "the start names %s twice", r->in->code[i]);
        enti_set_add(out, i);
        if (p[length] == 0) break;
        p += length + 1;
    }
done:
    return st;
}

static ent_status fill_descents(running *r) {
    ent_status st = ENT_OK;
    const ent_landscape_input *in = r->in;
    enti_set set = {{0}};
    r->out->descents = enti_arena_alloc(r->arena, in->camps_count + 2, sizeof *r->out->descents);
    if (r->out->descents == NULL) return enti_no_memory(r->err);
    if (r->options->start != NULL) {
        ENT_TRY(parse_start(r, &set));
        ENT_TRY(add_descent(r, "the start", normal(set, in->count)));
    }
    for (size_t c = 0; c < in->camps_count; c++) {
        bool whole = true;
        memset(&set, 0, sizeof set);
        for (size_t i = 0; i < in->count; i++) {
            whole = whole && in->camps[c].side[i] >= 0;
            if (in->camps[c].side[i] == 1) enti_set_add(&set, i);
        }
        if (whole) ENT_TRY(add_descent(r, in->camps[c].name, normal(set, in->count)));
    }
    memset(&set, 0, sizeof set);
    ENT_TRY(add_descent(r, "all in one camp", set));
done:
    return st;
}

static ent_status fill_sentence(running *r) {
    ent_landscape *out = r->out;
    const ent_landscape_minimum *m = &out->minima[0];
    const char *match = "";
    if (r->in->camps_count > 0 && m->match[0].of > 0)
        match = enti_arena_printf(r->arena, " It agrees with %s for %zu of %zu states (by chance %.2g).",
                                  r->in->camps[0].name, m->match[0].right, m->match[0].of, m->match[0].chance);
    out->sentence = enti_arena_printf(
        r->arena,
        out->exact
            ? "%zu minim%s among all %llu divisions; the deepest puts %zu states against %zu and draws %.0f %% of "
              "divisions.%s"
            : "%zu minim%s found from %llu random starts, a bound and no proof (every division is looked at up to "
              "24 states): there may be deeper ones. The deepest puts %zu states against %zu and drew %.0f %% of "
              "starts.%s",
        out->minima_count, out->minima_count == 1 ? "um" : "a", (unsigned long long)out->all, m->with_first,
        r->in->count - m->with_first, 100 * m->share, match == NULL ? "" : match);
    return out->sentence == NULL ? enti_no_memory(r->err) : ENT_OK;
}

static ent_status fill(running *r) {
    ent_status st = ENT_OK;
    size_t n = r->in->count;
    r->w = enti_alloc(n * n, sizeof *r->w);
    r->change = enti_alloc(n, sizeof *r->change);
    if (r->w == NULL || r->change == NULL) return enti_no_memory(r->err);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            r->w[i * n + j] = r->in->size[i] * r->in->size[j] * r->in->propensity[i * n + j];
    r->tie = enti_landscape_tie(r->w, n);
    if (!isfinite(r->tie))
        return ent_fail(r->err, ENT_E_RANGE, "sizes and propensities are too large to be multiplied");
    r->out->input = r->in;
    ENT_TRY(fill_minima(r));
    ENT_TRY(fill_states(r));
    ENT_TRY(fill_descents(r));
    ENT_TRY(fill_sentence(r));
    if (r->arena->failed) st = enti_no_memory(r->err);
done:
    return st;
}

ent_status ent_landscape_run(const ent_landscape_input *input, const ent_landscape_options *options,
                             ent_landscape **out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_landscape_options preset = ent_landscape_options_default();
    running r = {.in = input, .options = options != NULL ? options : &preset, .err = err};
    if (r.options->starts < 1 || r.options->starts > MOST_STARTS)
        return ent_fail(err, ENT_E_RANGE, "starts is %d, expected 1 to %d", r.options->starts, MOST_STARTS);
    r.out = enti_alloc(1, sizeof *r.out);
    r.arena = enti_alloc(1, sizeof *r.arena);
    if (r.out == NULL || r.arena == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(fill(&r));
    r.out->arena = r.arena;
    *out = r.out;
    r.out = NULL;
    r.arena = NULL;
done:
    ent_free(r.w);
    ent_free(r.change);
    ent_free(r.minima.at);
    if (r.arena != NULL) enti_arena_clear(r.arena);
    ent_free(r.arena);
    ent_free(r.out);
    return st;
}

void ent_landscape_free(ent_landscape *landscape) {
    if (landscape == NULL) return;
    enti_arena_clear(landscape->arena);
    ent_free(landscape->arena);
    ent_free(landscape);
}
