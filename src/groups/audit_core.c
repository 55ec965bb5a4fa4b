/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The largest feasible core: the heaviest set of members of whom every pair passes the pair rule, by capability; its
 * size when counted by heads is given too. The smallest exits: fewest members whose leaving lets the rest pass both
 * tests, and of those the set that costs least capability; searched exhaustively up to a limit, greedily beyond it.
 */
#include "groups/audit.h"
#include "groups/clique.h"

#include <math.h>
#include <string.h>

enum { EXIT_LIMIT = 3000000, MOST_EXITS = 12 };

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
    long steps;
    size_t chosen[MOST_EXITS], best[MOST_EXITS];
    double best_lost;
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

static void try_exits(exits *s, rest r, size_t depth, size_t size, size_t next, double lost) {
    if (depth == size) {
        s->steps++;
        if (lost < s->best_lost && passes(s, r)) {
            s->best_lost = lost;
            memcpy(s->best, s->chosen, sizeof s->best);
        }
        return;
    }
    for (size_t m = next; m < s->a->n && s->steps < EXIT_LIMIT; m++) {
        s->gone[m] = true;
        s->chosen[depth] = m;
        try_exits(s, without(s, r, m), depth + 1, size, m + 1, lost + s->weight[m]);
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

static double choices(size_t n, size_t k) {
    double c = 1;
    for (size_t i = 0; i < k; i++)
        c *= (double)(n - i) / (double)(i + 1);
    return c;
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
    for (size_t size = 1; size <= MOST_EXITS && size + 3 <= a->n && out->exits_count == 0; size++) {
        if ((double)s->steps + choices(a->n, size) > EXIT_LIMIT) {
            out->exits_exact = 0;
            out->exits_count = greedy(s, out->exits, a->n);
            break;
        }
        try_exits(s, whole(s), 0, size, 0, 0);
        if (isinf(s->best_lost)) continue;
        out->exits_count = size;
        memcpy(out->exits, s->best, size * sizeof *out->exits);
    }
    if (out->exits_count == 0 && out->exits_exact && a->n > MOST_EXITS + 3) { /* larger sets were not searched */
        out->exits_exact = 0;
        out->exits_count = greedy(s, out->exits, a->n);
    }
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
