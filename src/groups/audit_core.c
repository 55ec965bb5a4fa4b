/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The largest feasible core: the heaviest set of members of whom every pair passes the pair rule, by capability; its
 * size when counted by heads is given too. The smallest exits: fewest members whose leaving lets the rest pass both
 * tests, and of those the set that costs least capability. Sets are tried by size, and branches left that can reach neither
 * test whatever leaves, so that groups of forty members are solved exactly; past a limit of work the answer is a bound,
 * found greedily, and says so.
 */
#include "groups/audit.h"
#include "groups/clique.h"

#include <math.h>
#include <string.h>

/* Steps of the search for exits. Groups of forty members need a hundred thousand at most where they have a name, a few
 * million when picked at random; larger ones stop after about a second. */
enum { EXACT_MEMBERS = 40, EXACT_STEPS = 20000000, EXIT_WORK = 200000000 };

static void find_core(enti_auditing *a) {
    ent_audit *out = a->out;
    enti_set joined[ENT_GROUP_MAX];
    double weight[ENT_GROUP_MAX], heads[ENT_GROUP_MAX], all = 0;
    size_t member[ENT_GROUP_MAX], n = 0;
    enti_clique heaviest, largest;
    memset(joined, 0, sizeof joined);
    for (size_t m = 0; m < a->n; m++)
        if (!isnan(out->members[m].capability)) {
            member[n] = m;
            heads[n] = 1;
            weight[n++] = enti_member_weight(a, m);
            all += enti_member_weight(a, m);
        }
    for (size_t p = 0; p < n; p++)
        for (size_t q = p + 1; q < n; q++)
            if (out->pairs[enti_pair_index(a->n, member[p], member[q])].feasible) {
                enti_set_add(&joined[p], q);
                enti_set_add(&joined[q], p);
            }
    heaviest = enti_clique_heaviest(joined, weight, n);
    largest = enti_clique_heaviest(joined, heads, n);
    out->core_exact = heaviest.exact && largest.exact;
    out->core_by_count = (size_t)enti_set_count(&largest.members);
    for (size_t k = enti_set_next(&heaviest.members, 0); k < ENTI_STATES; k = enti_set_next(&heaviest.members, k + 1)) {
        out->members[member[k]].in_core = 1;
        out->core_capability += weight[k] / all;
        out->core_count++;
    }
    out->core_capability = fmin(1, out->core_capability); /* a sum of parts may pass the whole by a digit */
}

/* ---- exits ---- */

typedef struct {
    const enti_auditing *a;
    enti_founding founding;
    bool rival[ENT_GROUP_MAX][ENT_GROUP_MAX];
    double l[ENT_GROUP_MAX][ENT_GROUP_MAX]; /* NaN when not judged */
    double weight[ENT_GROUP_MAX];
    bool known[ENT_GROUP_MAX]; /* capability */
    bool gone[ENT_GROUP_MAX];
    long steps, limit;
    size_t chosen[ENT_GROUP_MAX], best[ENT_GROUP_MAX];
    double best_lost;
    double w[ENT_GROUP_MAX][ENT_GROUP_MAX];
    size_t row[ENT_GROUP_MAX][ENT_GROUP_MAX];          /* members by w, largest first */
    size_t order[ENT_GROUP_MAX], place[ENT_GROUP_MAX]; /* in which they are tried, and where each stands in it */
} exits;

/* What is left of the group: members with a known capability, judged pairs and the sum of their L, capability. */
typedef struct {
    size_t known, pairs;
    double sum, all;
} rest;

static rest whole(const exits *s) {
    rest r = {0};
    size_t n = s->a->n;
    for (size_t p = 0; p < n; p++) {
        r.known += s->known[p];
        r.all += s->weight[p];
        for (size_t q = p + 1; q < n; q++)
            if (!isnan(s->l[p][q])) {
                r.sum += s->l[p][q];
                r.pairs++;
            }
    }
    return r;
}

/* The rest once m, already marked as gone, has left. */
static rest without(const exits *s, rest r, size_t m) {
    r.known -= s->known[m];
    r.all -= s->weight[m];
    for (size_t q = 0; q < s->a->n; q++)
        if (!s->gone[q] && !isnan(s->l[m][q])) {
            r.sum -= s->l[m][q];
            r.pairs--;
        }
    return r;
}

/* Do those who stay pass both tests? Fewer than three with a known capability cannot be judged. */
static bool passes(const exits *s, rest r) {
    size_t n = s->a->n;
    double inside = 0;
    if (r.known < 3 || r.pairs == 0 || r.all <= 0) return false;
    if (100 * enti_cohesion(&s->founding, r.sum / (double)r.pairs) < enti_param(s->a->params, ENTI_GROUP_COHESION))
        return false;
    for (size_t p = 0; p < n; p++) {
        bool has_rival = false;
        for (size_t q = 0; q < n && !s->gone[p] && !has_rival; q++)
            has_rival = !s->gone[q] && s->rival[p][q];
        if (has_rival) inside += s->weight[p];
    }
    return inside / r.all <= enti_param(s->a->params, ENTI_GROUP_RIVALRY);
}

/* ---- bounds ---- */

/* The smallest mean L that passes the cohesion test is just above this. */
static double cohesion_bar(const exits *s) {
    double bar = -INFINITY;
    for (size_t k = 0; k < s->founding.count; k++)
        if (100 * enti_cohesion(&s->founding, s->founding.mean[k]) < enti_param(s->a->params, ENTI_GROUP_COHESION))
            bar = fmax(bar, s->founding.mean[k]);
    return bar;
}

/* Members in the order in which they are tried: those who lower the mean most first. w is L less the bar, 0 where it is
 * not judged, so that the rest passes only when its pairs add up to 0 at least. */
static void prepare(exits *s) {
    size_t n = s->a->n;
    double bar = cohesion_bar(s), own[ENT_GROUP_MAX];
    for (size_t p = 0; p < n; p++) {
        size_t at = p;
        own[p] = 0;
        for (size_t q = 0; q < n; q++) {
            s->w[p][q] = p == q || isnan(s->l[p][q]) || isinf(bar) ? 0 : s->l[p][q] - bar;
            own[p] += s->w[p][q];
        }
        for (; at > 0 && own[s->order[at - 1]] > own[p]; at--)
            s->order[at] = s->order[at - 1];
        s->order[at] = p;
    }
    for (size_t k = 0; k < n; k++)
        s->place[s->order[k]] = k;
    for (size_t p = 0; p < n; p++) { /* each row of w, largest first */
        for (size_t q = 0; q < n; q++) {
            size_t at = q;
            for (; at > 0 && s->w[p][s->row[p][at - 1]] < s->w[p][q]; at--)
                s->row[p][at] = s->row[p][at - 1];
            s->row[p][at] = q;
        }
    }
}

/* What all pairs add up to above the bar. */
static double pairs_above(const exits *s) {
    double sum = 0;
    for (size_t p = 0; p < s->a->n; p++)
        for (size_t q = p + 1; q < s->a->n; q++)
            sum += s->w[p][q];
    return sum;
}

/* The `room` largest of some numbers, added up; the list is kept in order while it fills. */
static double add_largest(double *largest, size_t *count, size_t room, double value) {
    size_t at;
    double dropped = 0;
    if (room == 0) return 0;
    if (*count == room) {
        if (value <= largest[room - 1]) return 0;
        dropped = largest[--*count];
    }
    for (at = *count; at > 0 && largest[at - 1] < value; at--)
        largest[at] = largest[at - 1];
    largest[at] = value;
    ++*count;
    return value - dropped;
}

/* Can `left` more of the undecided, those from `next` on in the order, make the pairs add up to 0? A member that leaves
 * takes its pairs along; of the pairs among those who leave together at most the best are given back. */
static bool may_cohere(const exits *s, size_t left, size_t next, double sum) {
    double largest[ENT_GROUP_MAX], gain = 0;
    size_t n = s->a->n, count = 0;
    for (size_t k = next; k < n; k++) {
        size_t p = s->order[k], shared = left - 1;
        double own = 0;
        for (size_t q = 0; q < n; q++)
            if (!s->gone[q]) own -= s->w[p][q];
        for (size_t r = 0; r < n && shared > 0; r++) {
            size_t q = s->row[p][r];
            if (q == p || s->place[q] < next) continue;
            own += s->w[p][q] / 2;
            shared--;
        }
        gain += add_largest(largest, &count, left, own);
    }
    return sum + gain >= -1e-9;
}

/* Can they bring the capability of members with a rival inside down to the bar? Whoever stays and has more rivals than may
 * still leave, or one who surely stays, has one inside. */
static bool may_agree(const exits *s, size_t left, size_t next) {
    double bar = enti_param(s->a->params, ENTI_GROUP_RIVALRY), least = 0, largest[ENT_GROUP_MAX], saved = 0;
    size_t n = s->a->n, count = 0;
    for (size_t p = 0; p < n; p++) {
        size_t rivals = 0;
        bool certain = false;
        if (s->gone[p]) continue;
        for (size_t q = 0; q < n; q++) {
            if (s->gone[q] || !s->rival[p][q]) continue;
            rivals++;
            certain = certain || s->place[q] < next;
        }
        if (certain || rivals > left) {
            least += (1 - bar) * s->weight[p];
            if (s->place[p] >= next) saved += add_largest(largest, &count, left, (1 - bar) * s->weight[p]);
        } else {
            least -= bar * s->weight[p];
        }
    }
    return least - saved <= 1e-12;
}

static void try_exits(exits *s, rest r, size_t depth, size_t size, size_t next, double lost, double sum) {
    size_t left = size - depth, n = s->a->n;
    s->steps++;
    if (left == 0) {
        if (lost < s->best_lost && passes(s, r)) {
            s->best_lost = lost;
            memcpy(s->best, s->chosen, sizeof s->best);
        }
        return;
    }
    if (lost >= s->best_lost || !may_cohere(s, left, next, sum) || !may_agree(s, left, next)) return;
    for (size_t k = next; k + left <= n && s->steps < s->limit; k++) {
        size_t m = s->order[k];
        double without_m = sum;
        for (size_t q = 0; q < n; q++)
            if (!s->gone[q]) without_m -= s->w[m][q];
        s->gone[m] = true;
        s->chosen[depth] = m;
        try_exits(s, without(s, r, m), depth + 1, size, k + 1, lost + s->weight[m], without_m);
        s->gone[m] = false;
    }
}

/* Which member's leaving raises the mean L most, rivals first while the rivalry test fails. */
static size_t worst_member(const exits *s) {
    size_t n = s->a->n, worst = SIZE_MAX;
    double least = INFINITY;
    for (size_t p = 0; p < n; p++) {
        double sum = 0, pairs = 0, rivals = 0;
        if (s->gone[p]) continue;
        for (size_t q = 0; q < n; q++) {
            if (q == p || s->gone[q]) continue;
            rivals += s->rival[p][q];
            if (isnan(s->l[p][q])) continue;
            sum += s->l[p][q];
            pairs++;
        }
        if ((pairs > 0 ? sum / pairs : 0) - 10 * rivals < least) {
            least = (pairs > 0 ? sum / pairs : 0) - 10 * rivals;
            worst = p;
        }
    }
    return worst;
}

static size_t greedy(exits *s, size_t *out, size_t room) {
    size_t count = 0;
    rest r = whole(s);
    while (count < room && !passes(s, r)) {
        size_t m = worst_member(s);
        if (m == SIZE_MAX) return 0;
        s->gone[m] = true;
        r = without(s, r, m);
        out[count++] = m;
    }
    return passes(s, r) ? count : 0;
}

static ent_status find_exits(enti_auditing *a) {
    ent_audit *out = a->out;
    exits *s;
    out->exits = enti_arena_alloc(a->arena, a->n + 1, sizeof *out->exits);
    if (out->exits == NULL) return enti_no_memory(a->err);
    out->exits_exact = 1;
    if ((!a->rivalry_fails && !a->cohesion_fails) || out->judged_pairs == 0) return ENT_OK;
    s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(a->err);
    s->a = a;
    s->best_lost = INFINITY;
    enti_founding_means(&a->model, a->model.beta, &s->founding);
    for (size_t m = 0; m < a->n; m++) {
        s->weight[m] = enti_member_weight(a, m);
        s->known[m] = !isnan(out->members[m].capability);
    }
    for (size_t p = 0; p < out->pairs_count; p++) {
        const ent_group_pair *pair = &out->pairs[p];
        s->rival[pair->a][pair->b] = s->rival[pair->b][pair->a] = pair->rivals != 0;
        s->l[pair->a][pair->b] = s->l[pair->b][pair->a] = pair->l;
    }
    prepare(s);
    s->limit = a->n <= EXACT_MEMBERS ? EXACT_STEPS : EXIT_WORK / (long)(a->n * a->n);
    for (size_t size = 1; size + 3 <= a->n && out->exits_count == 0 && out->exits_exact; size++) {
        try_exits(s, whole(s), 0, size, 0, 0, pairs_above(s));
        out->exits_exact = s->steps < s->limit;
        if (isinf(s->best_lost)) continue;
        if (out->exits_exact) memcpy(out->exits, s->best, size * sizeof *out->exits);
        if (out->exits_exact) out->exits_count = size;
    }
    if (!out->exits_exact) out->exits_count = greedy(s, out->exits, a->n);
    ent_free(s);
    return ENT_OK;
}

static bool leaves(const ent_audit *out, size_t member) {
    for (size_t e = 0; e < out->exits_count; e++)
        if (out->exits[e] == member) return true;
    return false;
}

static ent_status exits_text(enti_auditing *a) {
    ent_audit *out = a->out;
    enti_text text = {0};
    int stay = 0;
    for (size_t e = 0; e < out->exits_count; e++)
        enti_text_add(&text, "%s%s",
                      e == 0                      ? ""
                      : e + 1 == out->exits_count ? " and "
                                                  : ", ",
                      out->members[out->exits[e]].state.name);
    for (size_t p = 0; p < out->pairs_count; p++)
        stay += out->pairs[p].rivals && !leaves(out, out->pairs[p].a) && !leaves(out, out->pairs[p].b);
    if (out->exits_count > 0 && stay > 0)
        enti_text_add(&text, " (%d rival pair%s stay among the rest, with less than half of its capability)", stay,
                      stay > 1 ? "s" : "");
    out->exits_text = text.failed ? NULL : enti_arena_strdup(a->arena, text.size > 0 ? text.at : "");
    enti_text_clear(&text);
    return out->exits_text == NULL ? enti_no_memory(a->err) : ENT_OK;
}

ent_status enti_audit_core(enti_auditing *a) {
    ent_status st = ENT_OK;
    find_core(a);
    ENT_TRY(find_exits(a));
    ENT_TRY(exits_text(a));
done:
    return st;
}
