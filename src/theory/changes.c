/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Levers and their unit (one unit, one cost): a rivalry ends; an unshared rival becomes one of the other side too;
 * interest gap by 0.76 points; regime gap by 0.21; one common ally more or less; one side's capability doubles or
 * halves, at most twice; where beliefs are measured, one standard deviation of their distance. Smallest single change, and smallest joint one: up to three events with at most one
 * continuous lever, or at most one event with two continuous levers, the first at its bound.
 * Distance and era are no levers, nor is a rivalry between the two: that flips the category by rule.
 * The signers stay fixed; effects on third pairs are not followed.
 */
#include "theory/changes.h"

#include "theory/beliefs.h"

#include <math.h>
#include <string.h>

enum {
    INTEREST,
    REGIME,
    ALLIES,
    CAPABILITY_0_UP,
    CAPABILITY_0_DOWN,
    CAPABILITY_1_UP,
    CAPABILITY_1_DOWN,
    BELIEFS,
    CONTINUOUS
};
enum { MAX_INTEREST = 3, MAX_ALLIES = 5, MAX_DOUBLINGS = 2, MAX_BELIEFS = 4, BISECTIONS = 32 };

/* A rivalry of one side that ends, or a rival that becomes one of this side too. */
typedef struct {
    int side;
    size_t rival;
    bool begins;
} event;

typedef struct {
    const enti_model *model;
    const enti_pair *pair;
    bool upward;
    double beliefs; /* distance in standard deviations, NaN when not measured */
    event events[ENTI_EVENTS];
    size_t events_count;
    size_t combined;          /* the first so many may be combined; the rest are tried alone */
    double bound[CONTINUOUS]; /* units; 0 when the lever cannot move that way */
    enti_arena *arena;
    enti_changes *out;
} search;

/* Where every lever stands. */
typedef struct {
    const event *events[3];
    size_t events_count;
    double units[CONTINUOUS];
} position;

/* Log of the belief gate where the levers stand; 0 where beliefs are not measured. */
static double gate_at(const search *s, const position *at) {
    double z = s->beliefs + (s->upward ? -1 : 1) * at->units[BELIEFS];
    double acute, override;
    if (isnan(s->beliefs)) return 0;
    override = enti_belief_override(s->model->year, s->model->params, s->pair->side[0], s->pair->side[1], &acute);
    return log(enti_belief_gate(s->model->params, fmax(0, z), override));
}

static double support_at(const search *s, const position *at) {
    const ent_params *p = s->model->params;
    double sign = s->upward ? -1 : 1, u[2];
    enti_pair pair = *s->pair;
    enti_view view = enti_view_of(s->model->year, pair.side[0], pair.side[1]);
    for (size_t e = 0; e < at->events_count; e++) {
        const event *happens = at->events[e];
        enti_set *set = &view.rivals[happens->side];
        if (happens->begins)
            enti_set_add(set, happens->rival);
        else
            enti_set_remove(set, happens->rival);
    }
    view.scale[0] = exp2(at->units[CAPABILITY_0_UP] - at->units[CAPABILITY_0_DOWN]);
    view.scale[1] = exp2(at->units[CAPABILITY_1_UP] - at->units[CAPABILITY_1_DOWN]);
    enti_pair_apply(&view, &pair);
    pair.interest_gap = fmax(0, pair.interest_gap + sign * at->units[INTEREST] * enti_param(p, ENTI_UNIT_INTEREST));
    pair.regime_gap = fmin(1, fmax(0, pair.regime_gap + sign * at->units[REGIME] * enti_param(p, ENTI_UNIT_REGIME)));
    pair.common_allies += (int)(s->upward ? at->units[ALLIES] : -at->units[ALLIES]);
    return enti_support(s->model, &pair, u) + gate_at(s, at);
}

static double percentile_at(const search *s, const position *at) {
    return enti_percentile(s->model, support_at(s, at));
}

static bool reaches(const search *s, const position *at) {
    double percentile = percentile_at(s, at);
    return s->upward ? percentile >= s->out->target : percentile < s->out->target;
}

/* ---- words ---- */

static ent_move event_move(const search *s, const event *e) {
    const ent_year *y = s->model->year;
    const char *own = enti_year_name(y, s->pair->side[e->side]), *rival = enti_year_name(y, e->rival);
    return (ent_move){.variable = e->begins ? "rivalry-begins" : "rivalry-ends",
                      .text = e->begins ? enti_arena_printf(s->arena, "%s becomes a rival of %s too", rival, own)
                                        : enti_arena_printf(s->arena, "the rivalry of %s and %s ends", own, rival),
                      .side = e->side,
                      .from = e->begins ? 0 : 1,
                      .to = e->begins ? 1 : 0,
                      .units = 1};
}

static ent_move gap_move(const search *s, const char *variable, const char *what, double gap, double unit, double most,
                         double units) {
    double to = fmin(most, fmax(0, gap + (s->upward ? -1 : 1) * units * unit));
    return (ent_move){
        .variable = variable,
        .text = enti_arena_printf(s->arena, "%s %s from %.2f to %.2f", what, s->upward ? "closes" : "opens", gap, to),
        .side = -1,
        .from = gap,
        .to = to,
        .units = units};
}

static ent_move capability_move(const search *s, int lever, double units) {
    const ent_year *y = s->model->year;
    int side = lever >= CAPABILITY_1_UP ? 1 : 0;
    bool up = lever == CAPABILITY_0_UP || lever == CAPABILITY_1_UP;
    double from = s->pair->share[side], factor = exp2(up ? units : -units);
    double to = from * factor / (1 + (factor - 1) * from);
    return (ent_move){.variable = "capability",
                      .text = enti_arena_printf(s->arena, "capability of %s %s %.2f-fold",
                                                enti_year_name(y, s->pair->side[side]), up ? "grows" : "shrinks",
                                                up ? factor : 1 / factor),
                      .side = side,
                      .from = from,
                      .to = to,
                      .units = units};
}

static ent_move lever_move(const search *s, int lever, double units) {
    const ent_params *p = s->model->params;
    int allies = s->pair->common_allies, to = allies + (int)(s->upward ? units : -units);
    switch (lever) {
    case INTEREST:
        return gap_move(s, "interest-gap", "the gap in UN votes", s->pair->interest_gap,
                        enti_param(p, ENTI_UNIT_INTEREST), 100, units);
    case REGIME:
        return gap_move(s, "regime-gap", "the gap in polyarchy", s->pair->regime_gap, enti_param(p, ENTI_UNIT_REGIME),
                        1, units);
    case ALLIES:
        return (ent_move){.variable = "common-allies",
                          .text = enti_arena_printf(s->arena, "%d %s common %s, outside common treaties", (int)units,
                                                    s->upward ? "more" : "fewer", units > 1 ? "allies" : "ally"),
                          .side = -1,
                          .from = allies,
                          .to = to,
                          .units = units};
    case BELIEFS: return gap_move(s, "belief-gap", "the distance of the leaders' beliefs", s->beliefs, 1, 100, units);
    default: return capability_move(s, lever, units);
    }
}

static ent_change describe(const search *s, const char *kind, const position *at, const int *levers,
                           size_t levers_count) {
    ent_change change = {.kind = kind, .cost = 0};
    for (size_t e = 0; e < at->events_count; e++)
        change.moves[change.count++] = event_move(s, at->events[e]);
    for (size_t l = 0; l < levers_count; l++)
        change.moves[change.count++] = lever_move(s, levers[l], at->units[levers[l]]);
    for (size_t m = 0; m < change.count; m++)
        change.cost += change.moves[m].units;
    change.percentile = percentile_at(s, at);
    change.reaches = reaches(s, at);
    return change;
}

/* ---- search ---- */

/* Keeps the cheapest, in the order found among equals. */
static void keep(ent_change *list, size_t *count, size_t room, ent_change change) {
    size_t at = *count;
    while (at > 0 && list[at - 1].cost > change.cost + 1e-9)
        at--;
    if (at >= room) return;
    if (*count < room) (*count)++;
    memmove(list + at + 1, list + at, (*count - at - 1) * sizeof *list);
    list[at] = change;
}

/* Least units of a lever that reach the target from a position; NaN when its bound does not, or costs too much. */
static double least(const search *s, position at, int lever, double budget) {
    double low = 0, high = fmin(s->bound[lever], budget);
    if (high <= 0) return NAN;
    if (lever == ALLIES) {
        for (int k = 1; k <= (int)high; k++) {
            at.units[lever] = k;
            if (reaches(s, &at)) return k;
        }
        return NAN;
    }
    at.units[lever] = high;
    if (!reaches(s, &at)) return NAN;
    for (int i = 0; i < BISECTIONS; i++) {
        double middle = (low + high) / 2;
        at.units[lever] = middle;
        if (reaches(s, &at))
            high = middle;
        else
            low = middle;
    }
    return high;
}

static double budget_left(const search *s, double spent) {
    const enti_changes *out = s->out;
    return out->joints < ENTI_JOINTS ? INFINITY : out->joint[ENTI_JOINTS - 1].cost - spent;
}

static void try_lever(search *s, const position *at, const int *first, size_t first_count, int lever, double spent) {
    position with = *at;
    int levers[2] = {lever, lever};
    double units = least(s, *at, lever, budget_left(s, spent));
    if (isnan(units)) return;
    with.units[lever] = units;
    if (first_count == 1) levers[0] = *first;
    keep(s->out->joint, &s->out->joints, ENTI_JOINTS, describe(s, "joint", &with, levers, first_count + 1));
}

/* A side's capability moves one way at a time. */
static bool compatible(int a, int b) {
    if (a == b) return false;
    return !((a == CAPABILITY_0_UP && b == CAPABILITY_0_DOWN) || (a == CAPABILITY_0_DOWN && b == CAPABILITY_0_UP) ||
             (a == CAPABILITY_1_UP && b == CAPABILITY_1_DOWN) || (a == CAPABILITY_1_DOWN && b == CAPABILITY_1_UP));
}

static void try_two_levers(search *s, const position *at) {
    double spent = (double)at->events_count;
    for (int first = 0; first < CONTINUOUS; first++) {
        position bound = *at;
        if (s->bound[first] <= 0 || spent + s->bound[first] >= spent + budget_left(s, spent)) continue;
        bound.units[first] = s->bound[first];
        if (reaches(s, &bound)) continue;
        for (int second = 0; second < CONTINUOUS; second++)
            if (compatible(first, second)) try_lever(s, &bound, &first, 1, second, spent + s->bound[first]);
    }
}

static void try_events(search *s, position *at, size_t next) {
    double spent = (double)at->events_count;
    if (at->events_count > 0) {
        if (reaches(s, at)) { /* no lever needed; more events would only cost more */
            if (at->events_count > 1)
                keep(s->out->joint, &s->out->joints, ENTI_JOINTS, describe(s, "joint", at, NULL, 0));
            return;
        }
        for (int lever = 0; lever < CONTINUOUS; lever++)
            try_lever(s, at, NULL, 0, lever, spent);
    }
    if (at->events_count <= 1) try_two_levers(s, at);
    if (at->events_count == 3 || budget_left(s, spent + 1) < 0) return;
    for (size_t e = next; e < s->combined; e++) {
        at->events[at->events_count++] = &s->events[e];
        try_events(s, at, e + 1);
        at->events_count--;
    }
}

static void add_event(search *s, int side, size_t rival, bool begins) {
    if (s->events_count < ENTI_EVENTS) s->events[s->events_count++] = (event){side, rival, begins};
}

/* Upward, unshared rivalries end or come to be shared; downward, any rivalry ends, shared ones first. */
static void find_events(search *s) {
    const enti_exclusivity *x = &s->pair->rivals;
    for (size_t k = enti_set_next(&x->shared, 0); !s->upward && k < ENTI_STATES; k = enti_set_next(&x->shared, k + 1)) {
        add_event(s, 0, k, false);
        add_event(s, 1, k, false);
    }
    for (int side = 0; side < 2; side++)
        for (size_t k = enti_set_next(&x->unshared[side], 0); k < ENTI_STATES;
             k = enti_set_next(&x->unshared[side], k + 1)) {
            add_event(s, side, k, false);
            if (s->upward) add_event(s, 1 - side, k, true);
        }
    s->combined = s->events_count;
    /* The end of a shared rivalry can raise support too: it may free a side of a threat the other does not help with. */
    for (size_t k = enti_set_next(&x->shared, 0); s->upward && k < ENTI_STATES; k = enti_set_next(&x->shared, k + 1)) {
        add_event(s, 0, k, false);
        add_event(s, 1, k, false);
    }
}

static void find_bounds(search *s) {
    const ent_params *p = s->model->params;
    double interest = s->pair->interest_gap, regime = s->pair->regime_gap;
    s->bound[INTEREST] = s->upward ? fmin(MAX_INTEREST, interest / enti_param(p, ENTI_UNIT_INTEREST)) : MAX_INTEREST;
    s->bound[REGIME] = (s->upward ? regime : 1 - regime) / enti_param(p, ENTI_UNIT_REGIME);
    s->bound[ALLIES] = s->upward ? MAX_ALLIES : fmin(MAX_ALLIES, s->pair->common_allies);
    for (int lever = CAPABILITY_0_UP; lever < BELIEFS; lever++)
        s->bound[lever] = MAX_DOUBLINGS;
    if (!isnan(s->beliefs)) s->bound[BELIEFS] = s->upward ? s->beliefs : MAX_BELIEFS;
}

/* Each event alone, and each lever at the end of its range. */
static void list_alone(search *s) {
    enti_changes *out = s->out;
    for (size_t e = 0; e < s->events_count; e++) {
        position at = {.events = {&s->events[e]}, .events_count = 1};
        ent_change change = describe(s, "event", &at, NULL, 0);
        out->event[out->events++] = change;
        change.kind = "single";
        if (change.reaches) keep(out->single, &out->singles, ENTI_SINGLES, change);
    }
    for (int lever = 0; lever < CONTINUOUS; lever++) {
        position at = {.events_count = 0};
        double units;
        if (s->bound[lever] <= 0) continue;
        units = least(s, at, lever, INFINITY);
        at.units[lever] = s->bound[lever];
        out->lever[out->levers] = describe(s, "lever", &at, &lever, 1);
        out->lever[out->levers++].cost = units;
        if (isnan(units)) continue;
        at.units[lever] = units;
        keep(out->single, &out->singles, ENTI_SINGLES, describe(s, "single", &at, &lever, 1));
    }
}

ent_status enti_changes_of(const enti_model *model, const enti_pair *pair, double beliefs, double target, bool upward,
                           enti_arena *arena, enti_changes *out, ent_error *err) {
    search s = {.model = model, .pair = pair, .beliefs = beliefs, .upward = upward, .arena = arena, .out = out};
    position start = {.events_count = 0};
    (void)err;
    memset(out, 0, sizeof *out);
    out->target = target;
    out->upward = upward;
    if (!pair->computable || pair->rivals.mutual || reaches(&s, &start)) return ENT_OK;
    find_events(&s);
    find_bounds(&s);
    list_alone(&s);
    try_events(&s, &start, 0);
    return ENT_OK;
}
