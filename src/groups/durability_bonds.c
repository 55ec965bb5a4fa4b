/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each member's bond with the leader. Interest and values as in the theory of the bases; coercion counts more than it
 * does between any two states, for in a group force against one is a lesson for all, and troops can hold a regime:
 *   K = c_leader / (c_leader + c_member) x min(1, 0.5 records)
 *   records = own measures and attacks + durability_demonstration x others attacked
 *             + durability_garrison x (1 - polyarchy) x [troops of the leader on its soil]
 */
#include "groups/durability.h"

#include <math.h>
#include <string.h>

static bool garrisoned(const enti_durabling *d, enti_ref host) {
    int year = d->year->year;
    for (size_t b = 0; b < d->world->bases_count; b++)
        if (d->world->bases[b].host == host && d->world->bases[b].sender == d->year->ref[d->leader] &&
            enti_span_in(&d->world->bases[b].span, year, year))
            return true;
    return false;
}

/* Whether the leader attacked a member since the body was founded, or since their pact. */
static bool attacked(const enti_durabling *d, size_t i) {
    int32_t until = enti_day(d->year->year, 12, 31), since;
    int pact;
    if (d->forum >= 0) {
        since = d->world->forums[d->forum].span.first;
    } else {
        pact = enti_pact_since(d->world, d->year->ref[d->leader], d->year->ref[i], d->year->year);
        if (pact == ENT_MISSING) return false;
        since = enti_day(pact, 1, 1);
    }
    return enti_world_attacks(d->world, d->year->ref[d->leader], d->year->ref[i], since, until) > 0;
}

static const char *reason(const enti_durabling *d, const ent_bond *b, double polyarchy) {
    enti_text text = {0};
    const char *out;
    if (b->attacks > 0)
        enti_text_add(&text, "%d measure%s or attack%s on record", b->attacks, b->attacks > 1 ? "s" : "",
                      b->attacks > 1 ? "s" : "");
    if (b->others > 0)
        enti_text_add(&text, "%s%d other member%s attacked", text.size > 0 ? "; " : "", b->others,
                      b->others > 1 ? "s" : "");
    if (b->garrison) enti_text_add(&text, "%sgarrison (polyarchy %.2f)", text.size > 0 ? "; " : "", polyarchy);
    out = text.failed ? NULL : enti_arena_strdup(d->arena, text.size > 0 ? text.at : "no coercion coded");
    if (text.failed) d->arena->failed = true;
    enti_text_clear(&text);
    return out;
}

static void fill_bond(enti_durabling *d, size_t k, int attacked_members, bool own) {
    const ent_year *y = d->year;
    ent_bond *b = &d->out->members[k];
    size_t i = d->at[k];
    enti_channels c = enti_channels_of(y, d->params, d->leader, i);
    double v = y->polyarchy[i].value, records, sum;
    b->state = d->world->entities[y->ref[i]];
    b->interest = c.interest;
    b->values = c.values;
    b->trust = c.trust;
    b->attacks = c.records;
    b->others = attacked_members - own;
    b->garrison = garrisoned(d, y->ref[i]);
    records = b->attacks + enti_param(d->params, ENTI_DURABILITY_DEMONSTRATION) * b->others;
    if (b->garrison) records += enti_param(d->params, ENTI_DURABILITY_GARRISON) * (1 - v);
    b->coercion = isnan(y->capability[i].value)
                      ? NAN
                      : y->share[d->leader] / (y->share[d->leader] + y->share[i]) * fmin(1, 0.5 * records);
    sum = b->interest + b->coercion + b->values;
    for (int s = 0; s < 3; s++) {
        const double raw[] = {b->interest, b->coercion, b->values};
        b->share[s] = isnan(sum) || sum < 0.1 ? NAN : raw[s] / sum;
    }
    b->why = reason(d, b, v);
}

static void mean_shares(ent_durability *out) {
    double trust = 0, trusted = 0;
    for (size_t k = 0; k < out->members_count; k++) {
        const ent_bond *b = &out->members[k];
        if (!isnan(b->trust)) {
            trust += b->trust;
            trusted++;
        }
        if (isnan(b->share[0])) continue;
        for (int s = 0; s < 3; s++)
            out->share[s] += b->share[s];
        out->judged++;
    }
    for (int s = 0; s < 3; s++)
        out->share[s] = out->judged > 0 ? out->share[s] / (double)out->judged : NAN;
    out->trust = trusted > 0 ? trust / trusted : NAN;
}

ent_status enti_durability_bonds(enti_durabling *d) {
    bool own[ENT_GROUP_MAX];
    int all = 0;
    d->out->members = enti_arena_alloc(d->arena, d->n, sizeof *d->out->members);
    if (d->out->members == NULL) return enti_no_memory(d->err);
    d->out->members_count = d->n;
    for (size_t k = 0; k < d->n; k++) {
        own[k] = attacked(d, d->at[k]);
        all += own[k];
    }
    for (size_t k = 0; k < d->n; k++)
        fill_bond(d, k, all, own[k]);
    mean_shares(d->out);
    if (d->out->judged == 0)
        return ent_fail(d->err, ENT_E_MISSING,
                        "no bond with %s can be judged: polyarchy, UN votes or capability of every member is unknown",
                        d->out->leader.name);
    return d->arena->failed ? enti_no_memory(d->err) : ENT_OK;
}
