/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Balance of beliefs (Feng & He): in peacetime an alliance needs leaders whose master beliefs match, P-1 (how
 * hostile the political world is) and I-1 (how cooperative one's own strategy should be).
 *   z = sqrt( wP (dP1 / sd)^2 + wI (dI1 / sd)^2 ),  q = s((threshold - z) / softness),  gate = q + (1 - q) H,
 *   H = s((acute threat - middle) / width), 0 where militarised disputes are not known.
 * Values come from the store. Where a leader has none the theory cannot judge: none is ever invented. Measured and
 * published values are not compared with each other, and a demonstration is shown without being counted.
 */
#include "theory/beliefs.h"

#include "base/random.h"

#include <math.h>

static const ent_cite cites[] = {{"fenghe2024", "balance of beliefs; B01-B08"},
                                 {"walker1998", "operational codes, VICS"},
                                 {"schafer2006", "P-1, I-1"},
                                 {NULL, NULL}};
static const char *const params[] = {"belief_weight_p1",
                                     "belief_weight_i1",
                                     "belief_sd_p1",
                                     "belief_sd_i1",
                                     "belief_threshold",
                                     "belief_softness",
                                     "belief_shut",
                                     "belief_demonstration",
                                     "acute_middle",
                                     "acute_width",
                                     NULL};
static const char *const needs[] = {"leaders", "operational codes", NULL};

double enti_belief_gate(const ent_params *p, double z, double override) {
    double q = enti_logistic((enti_param(p, ENTI_BELIEF_THRESHOLD) - z) / enti_param(p, ENTI_BELIEF_SOFTNESS));
    return q + (1 - q) * override;
}

double enti_belief_override(const ent_year *y, const ent_params *p, size_t i, size_t j, double *acute) {
    *acute = fmax(enti_acute_threat(y, i), enti_acute_threat(y, j));
    if (isnan(*acute)) return 0;
    return enti_logistic((*acute - enti_param(p, ENTI_ACUTE_MIDDLE)) / enti_param(p, ENTI_ACUTE_WIDTH));
}

/* Distance in standard deviations. */
static double distance(const ent_params *p, const enti_opcode *const code[2]) {
    double dp = (code[0]->p1 - code[1]->p1) / enti_param(p, ENTI_BELIEF_P1_SD);
    double di = (code[0]->i1 - code[1]->i1) / enti_param(p, ENTI_BELIEF_I1_SD);
    return sqrt(enti_param(p, ENTI_BELIEF_P1_WEIGHT) * dp * dp + enti_param(p, ENTI_BELIEF_I1_WEIGHT) * di * di);
}

/* Standard error of the distance, from those of the four indices; NaN where one is not known. */
static double distance_error(const ent_params *p, const enti_opcode *const code[2]) {
    double z = distance(p, code), sd_p = enti_param(p, ENTI_BELIEF_P1_SD), sd_i = enti_param(p, ENTI_BELIEF_I1_SD);
    double slope_p = enti_param(p, ENTI_BELIEF_P1_WEIGHT) * (code[0]->p1 - code[1]->p1) / (sd_p * sd_p);
    double slope_i = enti_param(p, ENTI_BELIEF_I1_WEIGHT) * (code[0]->i1 - code[1]->i1) / (sd_i * sd_i);
    double error_p = hypot(code[0]->p1_se, code[1]->p1_se), error_i = hypot(code[0]->i1_se, code[1]->i1_se);
    return z > 0 ? hypot(slope_p * error_p, slope_i * error_i) / z : NAN;
}

/* Two measured codes or two published ones, never one of each: coders differ more than leaders. */
static void choose(const ent_year *y, const size_t side[2], enti_beliefs *b) {
    const enti_opcode *found[ENTI_CODERS][2];
    for (int c = 0; c < ENTI_CODERS; c++)
        for (int s = 0; s < 2; s++)
            found[c][s] = y->opcode[c][side[s]];
    for (int c = ENTI_MEASURED; c <= ENTI_PUBLISHED && !b->known; c++) {
        b->known = found[c][0] != NULL && found[c][1] != NULL;
        for (int s = 0; s < 2; s++)
            if (b->known || b->code[s] == NULL) b->code[s] = found[c][s];
    }
    b->mixed = !b->known && b->code[0] != NULL && b->code[1] != NULL;
    if (b->known) return;
    for (int s = 0; s < 2; s++)
        b->shown[s] = found[ENTI_MEASURED][s] != NULL ? found[ENTI_MEASURED][s] : found[ENTI_DEMONSTRATION][s];
    if (b->shown[0] == NULL || b->shown[1] == NULL) b->shown[0] = b->shown[1] = NULL;
}

enti_beliefs enti_beliefs_of(const ent_year *y, const ent_params *p, size_t i, size_t j) {
    enti_beliefs b = {.z = NAN, .error = NAN, .gate = NAN, .shown_z = NAN, .acute = NAN};
    const size_t side[2] = {i, j};
    for (int s = 0; s < 2; s++)
        b.leader[s] = y->leader[side[s]];
    b.override = enti_belief_override(y, p, i, j, &b.acute);
    choose(y, side, &b);
    if (b.shown[0] != NULL) {
        b.shown_z = distance(p, b.shown);
        b.demonstration = enti_param(p, ENTI_BELIEF_DEMONSTRATION) >= 0.5;
        b.known = b.demonstration;
        for (int s = 0; s < 2 && b.demonstration; s++)
            b.code[s] = b.shown[s];
        b.mixed = b.mixed && !b.known;
    }
    if (!b.known) return b;
    b.z = distance(p, b.code);
    b.error = distance_error(p, b.code);
    b.gate = enti_belief_gate(p, b.z, b.override);
    return b;
}

static double vary(double value, double error, double normal) {
    return isnan(error) ? value : value + error * normal;
}

static bool friendlier(const enti_opcode *a, const enti_opcode *b) {
    if (a->p1 != b->p1) return a->p1 > b->p1;
    if (a->i1 != b->i1) return a->i1 > b->i1;
    return a->p1_se > b->p1_se;
}

void enti_belief_gate_draws(const ent_params *p, const enti_beliefs *b, uint64_t seed, int draws, double *out) {
    /* By the values, so that neither the order of names nor the codes of states matter. */
    uint32_t first = friendlier(b->code[1], b->code[0]) ? 1 : 0;
    for (int d = 0; d < draws; d++) {
        enti_opcode drawn[2] = {*b->code[0], *b->code[1]};
        const enti_opcode *const code[2] = {&drawn[0], &drawn[1]};
        for (uint32_t s = 0; s < 2; s++) {
            double normal[2];
            uint32_t stream = s == first ? 0 : 1;
            enti_normal2(seed, ENTI_RANDOM_BELIEFS, (uint32_t)d, stream, normal);
            drawn[s].p1 = vary(drawn[s].p1, drawn[s].p1_se, normal[0]);
            drawn[s].i1 = vary(drawn[s].i1, drawn[s].i1_se, normal[1]);
        }
        out[d] = enti_belief_gate(p, distance(p, code), b->override);
    }
}

static ent_status score(const void *state, ent_dyad d, ent_sides *out, ent_error *err) {
    const enti_theory_state *s = state;
    enti_beliefs b = enti_beliefs_of(s->model.year, s->model.params, d.first, d.second);
    (void)err;
    *out = (ent_sides){ENT_CANNOT_JUDGE, NAN, {NAN, NAN}, "no operational code for the leaders in office"};
    if (b.mixed) out->basis = "operational codes of different coders, which are not compared";
    if (!b.known) return ENT_OK;
    out->score = b.z;
    out->basis = "distance of the leaders' P-1 and I-1 in standard deviations";
    if (b.override >= 0.5) {
        out->word = ENT_NEUTRAL;
        out->basis = "overridden by acute threat";
        return ENT_OK;
    }
    if (b.z <= 0.5)
        out->word = ENT_ENABLES;
    else if (b.z <= 1)
        out->word = ENT_FAVOURS;
    else if (b.z <= 1.5)
        out->word = ENT_NEUTRAL;
    else
        out->word = b.z <= 2.5 ? ENT_HINDERS : ENT_BLOCKS;
    return ENT_OK;
}

static ent_status add_leader(const ent_year *y, const enti_beliefs *b, ent_dyad d, int side, ent_ledger *out,
                             ent_error *err) {
    ent_status st = ENT_OK;
    const char *state = enti_year_name(y, side == 0 ? d.first : d.second);
    const enti_leader *leader = b->leader[side];
    const enti_opcode *code = b->code[side];
    ent_line line =
        enti_line("leader", ENT_LINE_FACT, side,
                  leader != NULL ? enti_arena_printf(out->arena, "%s leads %s (mid-year)", leader->leader, state)
                                 : enti_arena_printf(out->arena, "no leader of %s is recorded", state));
    if (leader != NULL) {
        line.table = enti_table_of(y->world, leader->origin.source, "leaders");
        line.line = leader->origin.line;
        line.source = leader->origin.source;
        line.citation = leader->origin.citation;
    }
    ENT_TRY(enti_ledger_add(out, line, err));
    if (code == NULL) return ENT_OK;
    for (int index = 0; index < 2; index++) {
        line = enti_line(index == 0 ? "P-1" : "I-1", ENT_LINE_FACT, side,
                         enti_arena_printf(out->arena, "%s of %s, standard error %.3f", index == 0 ? "P-1" : "I-1",
                                           code->leader, index == 0 ? code->p1_se : code->i1_se));
        line.value = index == 0 ? code->p1 : code->i1;
        line.table = "operational_codes";
        line.line = code->origin.line;
        line.source = code->origin.source;
        line.citation = code->origin.citation;
        ENT_TRY(enti_ledger_add(out, line, err));
    }
done:
    return st;
}

/* What the demonstration would say, for those who want to see it. */
static ent_status add_demonstration(const enti_beliefs *b, ent_ledger *out, ent_error *err) {
    ent_line line = enti_line("beliefs-demonstration", ENT_LINE_FACT, -1,
                              enti_arena_printf(out->arena,
                                                "demonstration, %s: %s and %s, from texts that cannot stand for a "
                                                "leader, %.2f standard deviations apart",
                                                b->demonstration ? "switched on" : "not counted", b->shown[0]->leader,
                                                b->shown[1]->leader, b->shown_z));
    int which = b->shown[0]->basis == ENTI_DEMONSTRATION ? 0 : 1;
    line.value = b->shown_z;
    line.table = "operational_codes";
    line.line = b->shown[which]->origin.line;
    line.source = b->shown[which]->origin.source;
    line.citation = b->shown[which]->origin.citation;
    return enti_ledger_add(out, line, err);
}

/* Says for whom the code is missing. */
static const char *missing_text(const ent_year *y, const enti_beliefs *b, ent_dyad d, enti_arena *arena) {
    static const char *const words[ENTI_CODERS] = {"measured", "published", "a demonstration"};
    const char *who[2] = {NULL, NULL};
    int count = 0;
    if (b->mixed)
        return enti_arena_printf(arena, "the code of %s is %s, that of %s %s: coders are not mixed", b->code[0]->leader,
                                 words[b->code[0]->basis], b->code[1]->leader, words[b->code[1]->basis]);
    for (int s = 0; s < 2; s++) {
        if (b->code[s] != NULL) continue;
        who[count++] = b->leader[s] != NULL ? b->leader[s]->leader
                                            : enti_arena_printf(arena, "the leader of %s",
                                                                enti_year_name(y, s == 0 ? d.first : d.second));
    }
    if (count == 1)
        return enti_arena_printf(arena, "no operational code for %s%s", who[0],
                                 b->shown[0] != NULL ? " but a demonstration (--set belief_demonstration=1)" : "");
    return enti_arena_printf(arena, "no operational code for %s and %s", who[0], who[1]);
}

static ent_status explain(const void *state, ent_dyad d, ent_ledger *out, ent_error *err) {
    const enti_theory_state *s = state;
    const ent_year *y = s->model.year;
    enti_beliefs b = enti_beliefs_of(y, s->model.params, d.first, d.second);
    ent_status st = ENT_OK;
    const char *error;

    if (!b.known) {
        out->basis = missing_text(y, &b, d, out->arena);
    } else {
        ent_line line = enti_line(b.z > 1 ? "belief-gap" : "beliefs-match", ENT_LINE_ASSUMED, -1,
                                  enti_arena_printf(out->arena, "beliefs %.2f standard deviations apart", b.z));
        line.value = b.z;
        line.formula = "sqrt(wP (dP1 / sd)^2 + wI (dI1 / sd)^2); size is ln gate";
        line.size = log(b.gate);
        error = isnan(b.error) ? "" : enti_arena_printf(out->arena, " (standard error %.2f)", b.error);
        out->basis = enti_arena_printf(out->arena, "%s and %s: beliefs %.2f standard deviations apart%s%s",
                                       b.leader[0]->leader, b.leader[1]->leader, b.z, error != NULL ? error : "",
                                       b.demonstration ? " (demonstration)" : "");
        ENT_TRY(enti_ledger_add(out, line, err));
    }
    if (b.shown[0] != NULL) ENT_TRY(add_demonstration(&b, out, err));
    for (int side = 0; side < 2; side++)
        ENT_TRY(add_leader(y, &b, d, side, out, err));
    if (!isnan(b.acute)) {
        ent_line line = enti_line("acute-threat", ENT_LINE_FACT, -1, "acute threat, of the side that feels it more");
        line.value = b.acute;
        line.formula = "1 - product of (1 - theta a), a by the highest level of a dispute this year or last";
        line.year = y->year;
        ENT_TRY(enti_ledger_add(out, line, err));
    }
done:
    return st;
}

const ent_theory enti_theory_belief_balance = {
    .id = "belief_balance",
    .title = "balance of beliefs",
    .question = "Do the leaders in office see the world and their own strategy alike?",
    .cites = cites,
    .params = params,
    .needs = needs,
    .finding =
        "Not testable on onset: no measured beliefs for past signers. The size of the gate is assumed, so where it "
        "is switched on the belief obstacle ranks first by assumption.",
    .prepare = enti_theory_prepare,
    .score = score,
    .explain = explain,
    .release = enti_theory_release};
