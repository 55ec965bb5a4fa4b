/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Survival. Of a member's bond, the part that coercion holds goes as the leader's power to coerce goes:
 *   lost   = share of coercion x (1 - strength)
 *   hazard = calm + (durability_unheld - calm) x lost x (1 + durability_contagion x share of members gone), at most 1
 * calm is the hazard that a pact ends in its era. The group ends when durability_end of the members have left. Members
 * whose bond cannot be judged have the hazard calm. Histories draw from counter-based streams, one number for each
 * run, year and member, the same for every path, so that paths differ by what they suppose and not by luck.
 */
#include "groups/durability.h"

#include "base/interval.h"
#include "base/random.h"
#include "theory/hazard.h"

#include <math.h>
#include <string.h>

enum { SOON = 5, DRAWS = 100, DRAW_RUNS = 80 };

enti_exit_form enti_exit_form_of(const enti_durabling *d) {
    return (enti_exit_form){.calm = enti_exit_hazard(d->params, d->year->year),
                            .unheld = enti_param(d->params, ENTI_DURABILITY_UNHELD),
                            .contagion = enti_param(d->params, ENTI_DURABILITY_CONTAGION),
                            .end = enti_param(d->params, ENTI_DURABILITY_END)};
}

double enti_exit_hazard_of(const enti_exit_form *form, const ent_bond *bond, double strength, double gone) {
    double lost = isnan(bond->share[1]) ? 0 : bond->share[1] * (1 - strength);
    return fmin(1, form->calm + fmax(0, form->unheld - form->calm) * lost * (1 + form->contagion * gone));
}

/* ---- paths ---- */

static void lay_paths(enti_durabling *d) {
    ent_durability *out = d->out;
    const enti_series *series = &d->world->capability;
    enti_ref leader = d->year->ref[d->leader];
    double now = enti_series_at(series, leader, out->year, NULL), last = 1;
    out->paths_count = !isnan(now) && !isnan(enti_series_at(series, leader, out->year + 1, NULL)) ? 3 : 2;
    out->paths[ENT_PATH_STEADY].name = "steady";
    out->paths[ENT_PATH_FALL].name = "fall";
    out->paths[ENT_PATH_RECORDED].name = "recorded";
    for (int t = 0; t <= ENT_DURABILITY_YEARS; t++) {
        double at = enti_series_at(series, leader, out->year + t, NULL), part = fmin(1, (double)t / out->over);
        out->paths[ENT_PATH_STEADY].strength[t] = 1;
        /* Power to coerce is capability times will: what both lose is the product. */
        out->paths[ENT_PATH_FALL].strength[t] =
            pow(1 - part * (1 - out->remaining), out->fall == ENT_FALL_BOTH ? 2 : 1);
        if (!isnan(at) && !isnan(now)) last = fmin(1, at / now);
        out->paths[ENT_PATH_RECORDED].strength[t] = last;
    }
}

/* ---- histories ---- */

typedef struct {
    const enti_durabling *d;
    const enti_exit_form *form;
    const double *strength;
    uint64_t seed;
    int years;
} history;

/* 1 when the member leaves in the year. */
static size_t leaves(const history *h, size_t k, int year, double gone, double u, int *left) {
    if (left[k] <= h->years || u >= enti_exit_hazard_of(h->form, &h->d->out->members[k], h->strength[year], gone))
        return 0;
    left[k] = year;
    return 1;
}

/* One history: the year in which the group ended (years + 1: not), and in left[] the year each member left. */
static int live(const history *h, uint32_t run, int *left) {
    size_t n = h->d->n, gone = 0;
    int ended = h->years + 1;
    for (size_t k = 0; k < n; k++)
        left[k] = h->years + 1;
    for (int t = 1; t <= h->years && ended > h->years; t++) {
        double part = (double)gone / (double)n;
        for (size_t k = 0; k < n; k += 2) { /* a draw of the stream holds two numbers: for two members */
            double u[2];
            bool second = k + 1 < n;
            if (left[k] <= h->years && (!second || left[k + 1] <= h->years)) continue;
            enti_uniform2(h->seed, ENTI_RANDOM_DURABILITY, run, (uint32_t)t * ENT_GROUP_MAX + (uint32_t)k, u);
            gone += leaves(h, k, t, part, u[0], left);
            if (second) gone += leaves(h, k + 1, t, part, u[1], left);
        }
        if ((double)gone >= h->form->end * (double)n) ended = t;
    }
    return ended;
}

static void run_path(enti_durabling *d, ent_survival *s, double *stays) {
    enti_exit_form form = enti_exit_form_of(d);
    history h = {d, &form, s->strength, d->out->seed, ENT_DURABILITY_YEARS};
    int left[ENT_GROUP_MAX], runs = d->out->runs;
    double alive[ENT_DURABILITY_YEARS + 1] = {0}, there[ENT_DURABILITY_YEARS + 1] = {0};
    for (int r = 0; r < runs; r++) {
        int ended = live(&h, (uint32_t)r, left);
        for (int t = 0; t <= ENT_DURABILITY_YEARS; t++) {
            alive[t] += ended > t;
            /* Of a group that has ended nobody is left. */
            for (size_t k = 0; k < d->n && ended > t; k++)
                there[t] += left[k] > t;
        }
        for (size_t k = 0; stays != NULL && k < d->n; k++)
            stays[k] += ended > SOON && left[k] > SOON;
    }
    s->median = ENT_MISSING;
    for (int t = 0; t <= ENT_DURABILITY_YEARS; t++) {
        s->alive[t] = alive[t] / runs;
        s->members[t] = there[t] / runs / (double)d->n;
        enti_wilson(s->alive[t], runs, &s->low[t], &s->high[t]);
        if (s->median == ENT_MISSING && s->alive[t] <= 0.5) s->median = t;
    }
}

/* The same question with the assumed numbers drawn from their ranges: in how many of them do most histories end soon? */
static double run_draws(const enti_durabling *d, const ent_survival *s) {
    static const int drawn[] = {ENTI_DURABILITY_UNHELD, ENTI_DURABILITY_CONTAGION, ENTI_DURABILITY_END};
    int left[ENT_GROUP_MAX], most = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
        enti_exit_form form = enti_exit_form_of(d);
        double *const to[] = {&form.unheld, &form.contagion, &form.end};
        history h = {d, &form, s->strength, d->out->seed, SOON};
        int ended = 0;
        for (size_t p = 0; p < sizeof drawn / sizeof *drawn; p++) {
            const ent_param *row = &d->params->row[drawn[p]];
            double u[2];
            enti_uniform2(d->out->seed, ENTI_RANDOM_DURABILITY, UINT32_MAX, (uint32_t)(draw * 8) + (uint32_t)p, u);
            *to[p] = row->low + u[0] * (row->high - row->low);
        }
        for (int r = 0; r < DRAW_RUNS; r++)
            ended += live(&h, (uint32_t)(draw * DRAW_RUNS + r), left) <= SOON;
        most += 2 * ended > DRAW_RUNS;
    }
    return (double)most / DRAWS;
}

/* ---- record ---- */

/* A state that has ceased to be one has not left the group. */
static bool exists(const enti_durabling *d, size_t k, int32_t day) {
    for (size_t m = 0; m < d->world->members_count; m++) {
        const enti_member *row = &d->world->members[m];
        if (row->who == d->year->ref[d->at[k]] && row->system == ENTI_COW && row->span.first <= day &&
            row->span.last >= day)
            return true;
    }
    return false;
}

/* Share of the members of the year, those that still exist, whom the record shows in the body at the end of later years. */
static void read_record(enti_durabling *d) {
    ent_durability *out = d->out;
    const enti_forum *f = d->forum >= 0 ? &d->world->forums[d->forum] : NULL;
    out->ended = f != NULL ? f->span.end : "";
    for (int t = 0; t <= ENT_DURABILITY_YEARS; t++) {
        int32_t day = enti_day(out->year + t, 12, 31);
        size_t there = 0, of = 0;
        out->recorded[t] = NAN;
        if (f == NULL || out->year + t > d->world->last_year) continue;
        for (size_t k = 0; k < d->n; k++) {
            if (!exists(d, k, day)) continue;
            of++;
            for (size_t m = 0; f->span.last >= day && m < d->world->forum_members_count; m++) {
                const enti_forum_member *row = &d->world->forum_members[m];
                if (row->forum != d->forum || row->who != d->year->ref[d->at[k]] || row->status != ENTI_FULL) continue;
                if (row->span.first > day || row->span.last < day) continue;
                there++;
                break;
            }
        }
        if (of > 0) out->recorded[t] = (double)there / (double)of;
    }
}

void enti_durability_runs(enti_durabling *d) {
    ent_durability *out = d->out;
    enti_exit_form form = enti_exit_form_of(d);
    double stays[ENT_GROUP_MAX] = {0};
    lay_paths(d);
    for (int p = 0; p < out->paths_count; p++) {
        run_path(d, &out->paths[p], p == ENT_PATH_FALL ? stays : NULL);
        out->paths[p].robust = run_draws(d, &out->paths[p]);
    }
    for (size_t k = 0; k < d->n; k++) {
        ent_bond *b = &out->members[k];
        b->hazard = enti_exit_hazard_of(&form, b, 1, 0);
        b->hazard_fall = enti_exit_hazard_of(&form, b, out->paths[ENT_PATH_FALL].strength[ENT_DURABILITY_YEARS], 0);
        b->stays = stays[k] / out->runs;
    }
    read_record(d);
}
