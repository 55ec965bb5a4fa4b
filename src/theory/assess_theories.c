/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every theory's own verdict, never averaged. Where two words differ by two steps or more, one sentence names the
 * datum that would decide between them.
 */
#include "theory/assess.h"
#include "theory/bases.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static ent_status judge(enti_assessing *a, const ent_theory *theory, ent_finding *f) {
    ent_status st = ENT_OK;
    void *state = NULL;
    ent_dyad pair = {a->i, a->j};
    f->theory = theory;
    f->ledger.arena = a->arena;
    ENT_TRY(theory->prepare(a->year, a->params, &state, a->err));
    ENT_TRY(theory->score(state, pair, &f->sides, a->err));
    ENT_TRY(theory->explain(state, pair, &f->ledger, a->err));
    if (f->ledger.basis != NULL) f->sides.basis = f->ledger.basis;
done:
    theory->release(state);
    return st;
}

static const ent_finding *finding(const ent_assessment *out, const char *id) {
    for (size_t t = 0; t < out->theories_count; t++)
        if (strcmp(out->theories[t].theory->id, id) == 0) return &out->theories[t];
    return NULL;
}

/* The rivalry of either side with the largest threat: what theories 1 and 2 both hang on. */
static const char *largest_rivalry(const enti_assessing *a) {
    const ent_year *y = a->year;
    size_t side[2] = {a->i, a->j}, of = SIZE_MAX, rival = 0;
    double most = 0;
    for (int s = 0; s < 2; s++)
        for (size_t k = 0; k < y->n; k++)
            if (k != side[1 - s] && y->theta[side[s] * y->n + k] > most) {
                most = y->theta[side[s] * y->n + k];
                of = side[s];
                rival = k;
            }
    if (of == SIZE_MAX) return "a rival of either side that the list does not hold";
    return enti_arena_printf(a->arena, "whether %s and %s are rivals, the largest threat on the list,",
                             enti_year_name(y, of), enti_year_name(y, rival));
}

/* The largest line of a ledger, in words; counts lines with a size only. */
static const char *largest_line(const ent_finding *f, int side) {
    const ent_line *best = NULL;
    for (size_t l = 0; l < f->ledger.count; l++) {
        const ent_line *line = &f->ledger.lines[l];
        if (isnan(line->size) || (side >= 0 && line->side != side && line->side != -1)) continue;
        if (best == NULL || fabs(line->size) > fabs(best->size)) best = line;
    }
    return best != NULL ? best->text : f->sides.basis;
}

static bool is(const ent_finding *f, const char *id) {
    return strcmp(f->theory->id, id) == 0;
}

static bool either(const ent_finding *x, const ent_finding *y, const char *id) {
    return is(x, id) || is(y, id);
}

static const char *deciding_datum(enti_assessing *a, const ent_finding *x, const ent_finding *y) {
    const ent_finding *stronger =
        abs((int)x->sides.word - ENT_NEUTRAL) >= abs((int)y->sides.word - ENT_NEUTRAL) ? x : y;
    if (either(x, y, "exclusive_rivalry") && either(x, y, "balance_of_threat")) return largest_rivalry(a);
    if (either(x, y, "belief_balance") && (either(x, y, "balance_of_threat") || either(x, y, "cost_benefit")))
        return a->beliefs.known ? "more speeches, to narrow the leaders' P-1," : "measured P-1 of both leaders";
    if (either(x, y, "balance_of_threat") && either(x, y, "cost_benefit")) {
        const ent_finding *cost = finding(a->out, "cost_benefit");
        int side = cost->sides.side[0] <= cost->sides.side[1] ? 0 : 1;
        return enti_arena_printf(a->arena, "what holds %s back (\"%s\")", side == 0 ? a->out->a.name : a->out->b.name,
                                 largest_line(cost, side));
    }
    if (either(x, y, "bases")) return "trust, once openness of markets and information is coded,";
    if (either(x, y, "patron_choice")) return "how far its ties to the power left out bind the weaker side";
    return enti_arena_printf(a->arena, "what lies behind \"%s\"", largest_line(stronger, -1));
}

/* Pairs of theories that the same datum would decide share a sentence. */
typedef struct {
    const char *datum;
    enti_text pairs;
} dispute;

static ent_status add_pair(enti_assessing *a, dispute *list, size_t *count, const ent_finding *p,
                           const ent_finding *q) {
    const char *datum = deciding_datum(a, p, q);
    size_t d = 0;
    if (datum == NULL) return enti_no_memory(a->err);
    while (d < *count && strcmp(list[d].datum, datum) != 0)
        d++;
    if (d == *count) list[(*count)++].datum = datum;
    enti_text_add(&list[d].pairs, "%s%s (%s) against %s (%s)", list[d].pairs.size > 0 ? ", and " : "", p->theory->title,
                  ent_word_text(p->sides.word), q->theory->title, ent_word_text(q->sides.word));
    return list[d].pairs.failed ? enti_no_memory(a->err) : ENT_OK;
}

static ent_status write_disputes(enti_assessing *a, const dispute *list, size_t count) {
    ent_assessment *out = a->out;
    out->disagreements = enti_arena_alloc(a->arena, count + 1, sizeof *out->disagreements);
    if (out->disagreements == NULL) return enti_no_memory(a->err);
    for (size_t d = 0; d < count; d++) {
        const char *text = enti_arena_printf(a->arena, "%s: %s would decide.", list[d].pairs.at, list[d].datum);
        if (text == NULL) return enti_no_memory(a->err);
        out->disagreements[out->disagreements_count++] = text;
    }
    return ENT_OK;
}

static ent_status disagree(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    size_t n = out->theories_count, count = 0;
    dispute *list = enti_alloc(n * n + 1, sizeof *list);
    if (list == NULL) return enti_no_memory(a->err);
    for (size_t x = 0; x < n; x++)
        for (size_t y = x + 1; y < n; y++) {
            const ent_finding *p = &out->theories[x], *q = &out->theories[y];
            if (p->sides.word == ENT_CANNOT_JUDGE || q->sides.word == ENT_CANNOT_JUDGE) continue;
            if (abs((int)p->sides.word - (int)q->sides.word) < 2) continue;
            ENT_TRY(add_pair(a, list, &count, p, q));
        }
    ENT_TRY(write_disputes(a, list, count));
done:
    for (size_t d = 0; d < count; d++)
        enti_text_clear(&list[d].pairs);
    ent_free(list);
    return st;
}

static void fill_channels(enti_assessing *a) {
    enti_channels c = enti_channels_of(a->year, a->params, a->i, a->j);
    ent_assessment *out = a->out;
    out->interest = c.share[0];
    out->coercion = c.share[1];
    out->values = c.share[2];
    out->interest_raw = c.interest;
    out->coercion_raw = c.coercion;
    out->values_raw = c.values;
    out->trust = c.trust;
    out->channels_why = "";
    if (isnan(c.share[0]))
        out->channels_why = isnan(c.interest)   ? "UN votes of one side are not known"
                            : isnan(c.values)   ? "polyarchy of one side is not known"
                            : isnan(c.coercion) ? "capability of one side is not known"
                                                : "too little of any channel to divide";
}

ent_status enti_assess_theories(enti_assessing *a) {
    ent_status st = ENT_OK;
    ent_assessment *out = a->out;
    size_t n = ent_theory_count();
    out->theories = enti_arena_alloc(a->arena, n, sizeof *out->theories);
    if (out->theories == NULL) return enti_no_memory(a->err);
    for (size_t t = 0; t < n; t++) {
        ENT_TRY(judge(a, ent_theory_at(t), &out->theories[t]));
        out->theories_count++;
    }
    ENT_TRY(disagree(a));
    fill_channels(a);
done:
    return st;
}
