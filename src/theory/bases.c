/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Interest, coercion, values (Lukian, European Guanxi): what holds a pair together.
 *   interest  I = 0.5 mean(rank share of UN closeness, of trade) + 0.5 [shared rival]
 *   values    V = v_i v_j + 0.5 [same legitimating ideology] (1 - v_i)(1 - v_j),  v = polyarchy
 *   coercion  K = max(A_ij, A_ji) min(1, 0.5 records): one-sender measures within ten years, attacks during the pact
 *   trust     u = sqrt(v_i v_j) (1 - 0.5 [coercion or war]) (1 - mutual rivalry)
 * Of the four sources of trust only political openness is coded, so trust is partial.
 */
#include "theory/bases.h"

#include <math.h>
#include <string.h>

static const ent_cite cites[] = {
    {"lukian2021", "interest, coercion, values; D04-D14"}, {"coppedge", "polyarchy"}, {NULL, NULL}};
static const char *const params[] = {"trust_enables", "trust_favours", "trust_neutral", "coercion_years", NULL};
static const char *const needs[] = {"ideal points", "polyarchy", "ideology", "coercion", "wars", "rivals", NULL};

/* Only doctrines that legitimate across borders count as shared; being autocratic does not. */
static bool same_ideology(const enti_ideology *a, const enti_ideology *b) {
    static const char *const shared[] = {"communist", "political-islam", "monarchy"};
    if (a == NULL || b == NULL || strcmp(a->ideology, b->ideology) != 0) return false;
    for (int k = 0; k < 3; k++)
        if (strcmp(a->ideology, shared[k]) == 0) return true;
    return false;
}

/* A coercion row of one sender against the other of the pair, touching the years; UN and joint ones are left out. */
static bool coerces(const ent_year *y, const enti_event *e, size_t i, size_t j, int first) {
    bool forward, backward;
    if (e->n1 != 1 || strcmp(e->type, "UN") == 0 || !enti_span_in(&e->span, first, y->year)) return false;
    forward = e->side1[0] == y->ref[i];
    backward = e->side1[0] == y->ref[j];
    for (int k = 0; k < e->n2; k++)
        if ((forward && e->side2[k] == y->ref[j]) || (backward && e->side2[k] == y->ref[i])) return true;
    return false;
}

static bool pact_in(const ent_world *w, enti_ref a, enti_ref b, int year) {
    for (size_t t = 0; t < w->treaties_count; t++) {
        const enti_treaty *treaty = &w->treaties[t];
        const enti_treaty_member *m = w->treaty_members + treaty->first_member;
        if (!enti_takes_treaty(w, treaty, year) || !enti_span_in(&treaty->span, year, year)) continue;
        for (size_t p = 0; p < treaty->members; p++)
            for (size_t q = 0; m[p].who == a && q < treaty->members; q++) {
                enti_span common = {.first = m[p].span.first > m[q].span.first ? m[p].span.first : m[q].span.first,
                                    .last = m[p].span.last < m[q].span.last ? m[p].span.last : m[q].span.last};
                if (m[q].who != b || common.first > common.last || !enti_span_in(&common, year, year)) continue;
                if (m[p].obligation[ENTI_DEFENCE] == 1 || m[q].obligation[ENTI_DEFENCE] == 1) return true;
            }
    }
    return false;
}

int enti_pact_since(const ent_world *w, enti_ref a, enti_ref b, int year) {
    int first = ENT_MISSING;
    for (int t = year; pact_in(w, a, b, t); t--)
        first = t;
    return first;
}

/* Attacks of the stronger on the weaker since the pact of the pair began. */
static int count_attacks(const ent_year *y, size_t i, size_t j) {
    size_t strong = enti_stronger(y, i, j), weak = strong == i ? j : i;
    int since;
    if (!enti_set_has(&y->pact[ENTI_DEFENCE][i], j) ||
        enti_world_attacks(y->world, y->ref[strong], y->ref[weak], INT32_MIN, enti_day(y->year, 12, 31)) == 0)
        return 0; /* spares most pairs the search for the first year of their pact */
    since = enti_pact_since(y->world, y->ref[i], y->ref[j], y->year);
    return enti_world_attacks(y->world, y->ref[strong], y->ref[weak], enti_day(since, 1, 1), enti_day(y->year, 12, 31));
}

static int coercion_first(const ent_year *y, const ent_params *p) {
    return y->year - (int)enti_param(p, ENTI_COERCION_YEARS) + 1;
}

static int count_records(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    const ent_world *w = y->world;
    int count = 0;
    for (size_t c = 0; c < w->coercions_count; c++)
        if (coerces(y, &w->coercions[c], i, j, coercion_first(y, p))) count++;
    return count;
}

static double mean_known(double x, double y) {
    if (isnan(x)) return y;
    return isnan(y) ? x : (x + y) / 2;
}

enti_channels enti_channels_of(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    enti_channels c = {.interest = NAN, .coercion = NAN, .values = NAN, .share = {NAN, NAN, NAN}, .trust = NAN};
    double vi = y->polyarchy[i].value, vj = y->polyarchy[j].value, rank = y->interest_rank[i * y->n + j], sum;
    enti_set shared = enti_set_and(y->rivals[i], y->rivals[j]);
    int coercion = count_records(y, p, i, j);
    bool bitter = coercion > 0 || enti_set_has(&y->at_war[i], j) || enti_set_has(&y->fatal[i], j);
    c.records = coercion + count_attacks(y, i, j);
    if (y->trade_rank != NULL) rank = mean_known(rank, y->trade_rank[i * y->n + j]);
    if (!isnan(rank)) c.interest = 0.5 * rank + 0.5 * (enti_set_any(&shared));
    c.values = vi * vj + (same_ideology(y->ideology[i], y->ideology[j]) ? 0.5 * (1 - vi) * (1 - vj) : 0);
    if (!isnan(y->capability[i].value) && !isnan(y->capability[j].value))
        c.coercion = fmax(y->share[i], y->share[j]) / (y->share[i] + y->share[j]) * fmin(1, 0.5 * c.records);
    c.trust = sqrt(vi * vj) * (bitter ? 0.5 : 1) * (enti_set_has(&y->rivals[i], j) ? 0 : 1);
    c.known = !isnan(c.trust) && !isnan(c.interest);
    sum = c.interest + c.coercion + c.values;
    if (isnan(sum) || sum < 0.1) return c;
    c.share[0] = c.interest / sum;
    c.share[1] = c.coercion / sum;
    c.share[2] = c.values / sum;
    return c;
}

static ent_status score(const void *state, ent_dyad d, ent_sides *out, ent_error *err) {
    const enti_theory_state *s = state;
    const ent_year *y = s->model.year;
    const ent_params *p = s->model.params;
    enti_channels c = enti_channels_of(y, p, d.first, d.second);
    (void)err;
    *out = (ent_sides){ENT_CANNOT_JUDGE, NAN, {NAN, NAN}, "polyarchy or UN votes of one side are not known"};
    if (!c.known) return ENT_OK;
    out->score = c.trust;
    out->basis = "trust (partial: political openness only), interest, coercion, values";
    if (enti_set_has(&y->rivals[d.first], d.second)) {
        out->word = ENT_BLOCKS;
        out->basis = "the two are rivals of each other";
    } else if (c.trust >= enti_param(p, ENTI_TRUST_ENABLES) && c.interest >= 0.5) {
        out->word = ENT_ENABLES;
    } else if (c.trust >= enti_param(p, ENTI_TRUST_ENABLES) ||
               (c.trust >= enti_param(p, ENTI_TRUST_FAVOURS) && c.interest >= 0.5)) {
        out->word = ENT_FAVOURS;
    } else if (c.interest >= 0.6 || c.trust >= enti_param(p, ENTI_TRUST_NEUTRAL)) {
        out->word = ENT_NEUTRAL;
        out->basis = "partnership without trust: strategic partnership is the ceiling";
    } else {
        out->word = ENT_HINDERS;
    }
    return ENT_OK;
}

static ent_status add_value(const char *code, const char *text, double value, const char *formula, int year,
                            ent_ledger *out, ent_error *err) {
    ent_line line = enti_line(code, ENT_LINE_FACT, -1, text);
    line.value = value;
    line.formula = formula;
    line.year = year;
    return enti_ledger_add(out, line, err);
}

static ent_status add_coercion(const ent_year *y, const ent_params *p, ent_dyad d, ent_ledger *out, ent_error *err) {
    ent_status st = ENT_OK;
    const ent_world *w = y->world;
    for (size_t k = 0; k < w->coercions_count; k++) {
        const enti_event *e = &w->coercions[k];
        ent_line line;
        if (!coerces(y, e, d.first, d.second, coercion_first(y, p))) continue;
        line = enti_line("coercion", ENT_LINE_FACT, e->side1[0] == y->ref[d.first] ? 0 : 1,
                         enti_arena_printf(out->arena, "%s, %s%s%s: %s", w->entities[e->side1[0]].name, e->span.start,
                                           *e->span.end != 0 ? " to " : "", e->span.end, e->what));
        line.table = "coercion";
        line.line = e->origin.line;
        line.source = e->origin.source;
        line.citation = e->origin.citation;
        ENT_TRY(enti_ledger_add(out, line, err));
    }
done:
    return st;
}

static ent_status add_ideology(const ent_year *y, size_t i, int side, ent_ledger *out, ent_error *err) {
    const enti_ideology *ideology = y->ideology[i];
    ent_line line;
    if (ideology == NULL) return ENT_OK;
    line =
        enti_line("ideology", ENT_LINE_FACT, side,
                  enti_arena_printf(out->arena, "%s: %s%s", enti_year_name(y, i),
                                    strcmp(ideology->ideology, "none-unknown") == 0 ? "no known legitimating doctrine"
                                                                                    : ideology->ideology,
                                    ideology->origin.confidence == ENTI_LOW ? " (low confidence)" : ""));
    line.table = "ideology";
    line.line = ideology->origin.line;
    line.source = ideology->origin.source;
    line.citation = ideology->origin.citation;
    line.assumed = ideology->origin.confidence == ENTI_LOW;
    return enti_ledger_add(out, line, err);
}

static ent_status explain(const void *state, ent_dyad d, ent_ledger *out, ent_error *err) {
    const enti_theory_state *s = state;
    const ent_year *y = s->model.year;
    enti_channels c = enti_channels_of(y, s->model.params, d.first, d.second);
    ent_status st = ENT_OK;

    if (!isnan(c.share[0]))
        out->basis =
            enti_arena_printf(out->arena, "interest %.0f %%, coercion %.0f %%, values %.0f %%; trust %.2f (partial)",
                              100 * c.share[0], 100 * c.share[1], 100 * c.share[2], c.trust);
    ENT_TRY(add_value("interest", "interest", c.interest, "0.5 rank share of UN closeness + 0.5 [shared rival]",
                      y->year, out, err));
    ENT_TRY(add_value("values", "values", c.values,
                      "v_i v_j + 0.5 [same legitimating ideology] (1 - v_i)(1 - v_j), v = polyarchy", y->year, out,
                      err));
    ENT_TRY(add_value("coercion",
                      c.records == 0
                          ? "coercion: no record is coded (the tables are a selection)"
                          : enti_arena_printf(out->arena, "coercion: %d measures or attacks on record", c.records),
                      c.coercion, "larger part of the two's capability x min(1, 0.5 x records)", y->year, out, err));
    ENT_TRY(add_value("trust", "trust, from political openness only", c.trust,
                      "sqrt(v_i v_j) x (0.5 after coercion or war) x (0 between rivals)", y->year, out, err));
    ENT_TRY(add_coercion(y, s->model.params, d, out, err));
    for (int side = 0; side < 2; side++) {
        size_t i = side == 0 ? d.first : d.second;
        ENT_TRY(enti_add_polyarchy(y, i, side, out, err));
        ENT_TRY(enti_add_ideal_point(y, i, side, out, err));
        ENT_TRY(add_ideology(y, i, side, out, err));
    }
done:
    return st;
}

const ent_theory enti_theory_bases = {
    .id = "bases",
    .title = "bases of cooperation",
    .question = "What holds the two together: interest, coercion or shared values?",
    .cites = cites,
    .params = params,
    .needs = needs,
    .finding =
        "For onset 1946-2003 joint democracy has a negative coefficient; what helps is likeness of regimes, of either "
        "kind. That autocratic likeness adds nothing does not hold there.",
    .prepare = enti_theory_prepare,
    .score = score,
    .explain = explain,
    .release = enti_theory_release};
