/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far each member is exposed to the power. Channels x from 0 to 1, weights k:
 *   trade     share of its trade (or exports, or imports) with the power / wedge_trade_full, at most 1
 *   supply    the power's share of its arms or crude oil imports, the larger
 *   coercion  half of the number of measures of the power against it in coercion_years, at most 1
 *   bases, treaty, forum   1 when troops are there, a bilateral security treaty or a defence pact is in force, it is full
 *             member of a forum that the power leads
 *   title     rank of its title of partnership / 5
 *   exposure  e = (1 - product of (1 - k x)) x (wedge_rival when the two are rivals)
 *   support   p = wedge_baseline (1 - wedge_pass_through e)
 * A channel adds to what the others left, so that no sum passes 1. Where trade is not coded a stand-in of 5 % counts.
 */
#include "groups/wedge.h"

#include "theory/patron.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STAND_IN_PERCENT = 5, MUCH_PERCENT = 15, MUCH_SUPPLY_PERCENT = 30, TOP_TITLE = 5 };

static const int weights[ENT_CHANNELS] = {
    [ENT_CHANNEL_TRADE] = ENTI_WEDGE_TRADE,       [ENT_CHANNEL_SUPPLY] = ENTI_WEDGE_SUPPLY,
    [ENT_CHANNEL_COERCION] = ENTI_WEDGE_COERCION, [ENT_CHANNEL_BASES] = ENTI_WEDGE_BASES,
    [ENT_CHANNEL_TREATY] = ENTI_WEDGE_TREATY,     [ENT_CHANNEL_TITLE] = ENTI_WEDGE_TITLE,
    [ENT_CHANNEL_FORUM] = ENTI_WEDGE_FORUM};

const char *ent_channel_text(ent_channel channel) {
    static const char *const texts[] = {"trade", "supply", "coercion", "bases", "treaty", "title", "forum"};
    return texts[channel];
}

static double of_trade(const enti_wedging *w, double share) {
    return fmin(1, share / enti_param(w->params, ENTI_WEDGE_TRADE_FULL));
}

double enti_wedge_stand_in(const enti_wedging *w) {
    return of_trade(w, STAND_IN_PERCENT / 100.0);
}

double enti_wedge_exposure(const enti_wedging *w, const ent_wedge_member *m, const enti_relief *relief, double trade,
                           double supply) {
    double left = 1;
    for (int c = 0; c < ENT_CHANNELS; c++) {
        double x = m->channel[c];
        if (isnan(x)) x = c == ENT_CHANNEL_TRADE ? trade : supply;
        if (c == ENT_CHANNEL_TRADE) x *= relief->trade;
        if (c == ENT_CHANNEL_SUPPLY) x *= relief->supply;
        if (c == ENT_CHANNEL_COERCION) x *= relief->coercion;
        left *= 1 - enti_param(w->params, weights[c]) * x;
    }
    return (1 - left) * (m->rival ? enti_param(w->params, ENTI_WEDGE_RIVAL) : 1);
}

double enti_wedge_support(const enti_wedging *w, double exposure) {
    return enti_param(w->params, ENTI_WEDGE_BASELINE) * (1 - enti_param(w->params, ENTI_WEDGE_PASS) * exposure);
}

/* ---- channels ---- */

static ent_line line_of(const char *code, const char *text, double value, const char *table, const enti_origin *from,
                        int year) {
    ent_line line = enti_line(code, ENT_LINE_FACT, -1, text);
    line.value = value;
    line.table = table;
    if (from != NULL) {
        line.line = from->line;
        line.source = from->source;
        line.citation = from->citation;
        line.assumed = from->confidence == ENTI_LOW;
    }
    line.year = year;
    return line;
}

/* The figure in force in the year, or the latest before it that is not too old; of one year the largest. */
static const enti_dependence *figure(const enti_wedging *w, enti_ref who, const char *const *indicators) {
    const enti_dependence *best = NULL;
    int year = w->year->year, by = year - (int)enti_param(w->params, ENTI_WEDGE_CARRY);
    for (size_t d = 0; d < w->world->dependences_count; d++) {
        const enti_dependence *at = &w->world->dependences[d];
        int last = at->last < year ? at->last : year;
        bool named = false;
        if (at->a != who || at->b != w->year->ref[w->by] || at->first > year || last < by) continue;
        for (int k = 0; indicators[k] != NULL; k++)
            named = named || strcmp(at->indicator, indicators[k]) == 0;
        if (!named) continue;
        if (best != NULL) {
            int before = best->last < year ? best->last : year;
            if (last < before || (last == before && at->value <= best->value)) continue;
        }
        best = at;
    }
    return best;
}

static ent_status add_figure(enti_wedging *w, ent_wedge_member *m, enti_ref who, ent_channel channel,
                             const char *const *indicators, ent_ledger *lines) {
    const enti_dependence *d = figure(w, who, indicators);
    ent_line line;
    int last;
    m->channel[channel] = NAN;
    if (d == NULL) return ENT_OK;
    m->channel[channel] = channel == ENT_CHANNEL_TRADE ? of_trade(w, d->value / 100) : fmin(1, d->value / 100);
    last = d->last < w->year->year ? d->last : w->year->year;
    if (channel == ENT_CHANNEL_TRADE && last < w->oldest) w->oldest = last;
    line = line_of(ent_channel_text(channel),
                   enti_arena_printf(w->arena, "%s with %s %.4g %% (%d%s)", d->indicator, w->out->by.name, d->value,
                                     d->last, last < w->year->year ? ", carried" : ""),
                   d->value / 100, "dependence", &d->origin, d->last);
    return enti_ledger_add(lines, line, w->err);
}

bool enti_measure_against(const enti_event *e, enti_ref sender, enti_ref target, int first, int last) {
    if (e->n1 != 1 || e->side1[0] != sender || strcmp(e->type, "UN") == 0 || !enti_span_in(&e->span, first, last))
        return false;
    for (int k = 0; k < e->n2; k++)
        if (e->side2[k] == target) return true;
    return false;
}

static ent_status add_coercion(enti_wedging *w, ent_wedge_member *m, enti_ref who, ent_ledger *lines) {
    ent_status st = ENT_OK;
    int first = w->year->year - (int)enti_param(w->params, ENTI_COERCION_YEARS) + 1, count = 0;
    for (size_t c = 0; c < w->world->coercions_count; c++) {
        const enti_event *e = &w->world->coercions[c];
        if (!enti_measure_against(e, w->year->ref[w->by], who, first, w->year->year)) continue;
        count++;
        ENT_TRY(enti_ledger_add(lines,
                                line_of("coercion", enti_arena_printf(w->arena, "%s: %s", e->span.start, e->what), 1,
                                        "coercion", &e->origin, w->year->year),
                                w->err));
    }
    m->channel[ENT_CHANNEL_COERCION] = fmin(1, 0.5 * count);
done:
    return st;
}

static ent_status add_bases(enti_wedging *w, ent_wedge_member *m, enti_ref who, ent_ledger *lines) {
    int year = w->year->year;
    for (size_t b = 0; b < w->world->bases_count; b++) {
        const enti_base *base = &w->world->bases[b];
        if (base->host != who || base->sender != w->year->ref[w->by] || !enti_span_in(&base->span, year, year))
            continue;
        m->channel[ENT_CHANNEL_BASES] = 1;
        return enti_ledger_add(
            lines,
            line_of("bases", enti_arena_printf(w->arena, "troops of %s since %s", w->out->by.name, base->span.start), 1,
                    "bases", &base->origin, year),
            w->err);
    }
    return ENT_OK;
}

static ent_status add_treaty(enti_wedging *w, ent_wedge_member *m, size_t i, ent_ledger *lines) {
    static const enti_obligation which[] = {ENTI_DEFENCE, ENTI_CONSULTATION, ENTI_NEUTRALITY, ENTI_NONAGGRESSION};
    const ent_year *y = w->year;
    for (int o = 0; o < 4; o++)
        for (size_t t = 0; t < y->treaties_count; t++) {
            const enti_treaty *treaty = &w->world->treaties[y->treaties[t].treaty];
            if ((o > 0 && !treaty->bilateral) || !enti_treaty_binds(y, &y->treaties[t], which[o], i, w->by)) continue;
            m->channel[ENT_CHANNEL_TREATY] = 1;
            return enti_ledger_add(lines, line_of("treaty", treaty->name, 1, "treaties", &treaty->origin, y->year),
                                   w->err);
        }
    return ENT_OK;
}

static ent_status add_title(enti_wedging *w, ent_wedge_member *m, enti_ref who, ent_ledger *lines) {
    const enti_partnership *best = NULL;
    for (size_t p = 0; p < w->world->partnerships_count; p++) {
        const enti_partnership *t = &w->world->partnerships[p];
        if (t->a != w->year->ref[w->by] || t->b != who || !enti_span_in(&t->span, w->year->year, w->year->year))
            continue;
        if (best == NULL || t->rank >= best->rank) best = t;
    }
    if (best == NULL) return ENT_OK;
    m->channel[ENT_CHANNEL_TITLE] = (double)best->rank / TOP_TITLE;
    return enti_ledger_add(
        lines, line_of("title", best->title, best->rank, "partnerships", &best->origin, w->year->year), w->err);
}

/* Whether the leaders of a forum, codes parted by ';', name a state. */
static bool leads(const char *leaders, int code) {
    for (const char *p = leaders; *p != 0;) {
        if (strtol(p, NULL, 10) == code) return true;
        p += strcspn(p, ";");
        p += *p == ';';
    }
    return false;
}

static ent_status add_forum(enti_wedging *w, ent_wedge_member *m, size_t i, ent_ledger *lines) {
    const ent_year *y = w->year;
    for (size_t f = 0; f < y->forums_count; f++) {
        const enti_forum *forum = &w->world->forums[y->forums[f].forum];
        if (!enti_set_has(&y->forums[f].full, i) || !forum->complete || !forum->by_choice) continue;
        if (!leads(forum->leaders, w->out->by.code) || strcmp(forum->id, w->out->group.id) == 0) continue;
        m->channel[ENT_CHANNEL_FORUM] = 1;
        return enti_ledger_add(lines,
                               line_of("forum", enti_arena_printf(w->arena, "member of %s", forum->id), 1, "forums",
                                       &forum->origin, y->year),
                               w->err);
    }
    return ENT_OK;
}

static ent_status fill_member(enti_wedging *w, size_t k) {
    static const char *const trade[] = {"trade_share", "export_share", "import_share", NULL};
    static const char *const supply[] = {"arms_import_share", "crude_import_share", NULL};
    static const enti_relief none = {1, 1, 1};
    ent_status st = ENT_OK;
    ent_wedge_member *m = &w->out->members[k];
    ent_ledger lines = {.arena = w->arena};
    enti_ref who = w->year->ref[w->at[k]];
    m->state = w->world->entities[who];
    m->rival = enti_set_has(&w->year->rivals[w->at[k]], w->by);
    m->population = w->population[k] > 0 ? (double)w->population[k] : NAN;
    ENT_TRY(add_figure(w, m, who, ENT_CHANNEL_TRADE, trade, &lines));
    ENT_TRY(add_figure(w, m, who, ENT_CHANNEL_SUPPLY, supply, &lines));
    ENT_TRY(add_coercion(w, m, who, &lines));
    ENT_TRY(add_bases(w, m, who, &lines));
    ENT_TRY(add_treaty(w, m, w->at[k], &lines));
    ENT_TRY(add_title(w, m, who, &lines));
    ENT_TRY(add_forum(w, m, w->at[k], &lines));
    if (isnan(m->channel[ENT_CHANNEL_TRADE])) w->no_trade++;
    if (isnan(m->channel[ENT_CHANNEL_SUPPLY])) w->no_supply++;
    m->exposure = enti_wedge_exposure(w, m, &none, enti_wedge_stand_in(w), 0);
    m->low = enti_wedge_exposure(w, m, &none, 0, 0);
    m->high = enti_wedge_exposure(w, m, &none, of_trade(w, MUCH_PERCENT / 100.0), MUCH_SUPPLY_PERCENT / 100.0);
    m->support = enti_wedge_support(w, m->exposure);
    m->lines = lines.lines;
    m->lines_count = lines.count;
done:
    return st;
}

ent_status enti_wedge_exposures(enti_wedging *w) {
    ent_status st = ENT_OK;
    w->oldest = w->year->year;
    for (size_t k = 0; k < w->n; k++)
        ENT_TRY(fill_member(w, k));
done:
    return st;
}
