/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A term's size is its coefficient times what sets the pair apart from pairs that did sign (treaty-weighted means):
 * ranked against zero every pair would suffer from distance, ranked against all pairs any neighbours would look free.
 */
#include "theory/ledger.h"

#include <math.h>
#include <string.h>

ent_line enti_line(const char *code, ent_line_kind kind, int side, const char *text) {
    return (ent_line){.code = code,
                      .text = text,
                      .side = side,
                      .kind = kind,
                      .value = NAN,
                      .reference = NAN,
                      .coefficient = NAN,
                      .size = NAN,
                      .parameter = "",
                      .formula = "",
                      .table = "",
                      .source = "",
                      .citation = "",
                      .year = ENT_MISSING};
}

ent_status enti_ledger_add(ent_ledger *ledger, ent_line line, ent_error *err) {
    if (line.text == NULL) return enti_no_memory(err); /* composed in an arena that ran out */
    if (ledger->count == ledger->room) {
        size_t room = ledger->room == 0 ? 16 : 2 * ledger->room;
        ent_line *lines = enti_arena_alloc(ledger->arena, room, sizeof *lines);
        if (lines == NULL) return enti_no_memory(err);
        if (ledger->count > 0) memcpy(lines, ledger->lines, ledger->count * sizeof *lines);
        ledger->lines = lines;
        ledger->room = room;
    }
    ledger->lines[ledger->count++] = line;
    return ENT_OK;
}

const char *enti_capability_words(const ent_year *year) {
    return year->form.cinc ? "material capabilities (CINC)" : "net resources";
}

const char *enti_names_of(const ent_year *year, const enti_set *set, enti_arena *arena) {
    enti_text text = {0};
    const char *names;
    int left = enti_set_count(set);
    for (size_t k = enti_set_next(set, 0); k < ENTI_STATES; k = enti_set_next(set, k + 1)) {
        enti_text_add(&text, "%s%s", text.size == 0 ? "" : left == 1 ? " and " : ", ", enti_year_name(year, k));
        left--;
    }
    names = text.failed ? NULL : enti_arena_strdup(arena, text.size == 0 ? "none" : text.at);
    if (names == NULL) arena->failed = true; /* whoever composes with it need not ask */
    enti_text_clear(&text);
    return names;
}

ent_word enti_word_of(const ent_params *params, double score) {
    double favours = enti_param(params, ENTI_WORD_FAVOURS);
    if (isnan(score)) return ENT_CANNOT_JUDGE;
    if (score >= enti_param(params, ENTI_WORD_ENABLES)) return ENT_ENABLES;
    if (score >= favours) return ENT_FAVOURS;
    if (score > -favours) return ENT_NEUTRAL;
    return score > enti_param(params, ENTI_WORD_BLOCKS) ? ENT_HINDERS : ENT_BLOCKS;
}

const char *ent_word_text(ent_word word) {
    static const char *const texts[] = {"cannot judge", "blocks", "hinders", "neutral", "favours", "enables"};
    return texts[word];
}

/* ---- terms ---- */

typedef struct {
    const char *obstacle, *support, *formula;
} term_name;

/* Codes follow the register of claims; formulas name what the value is made of. */
static const term_name names[ENTI_TERMS] = {
    [ENTI_LN_DISTANCE] = {"distance", "distance", "ln(max(km, 50) / 1000), great circle between capitals"},
    [ENTI_CONTIGUOUS] = {"distance", "neighbours", "1 when contiguous (types 1 to 4)"},
    [ENTI_COMMON_ALLIES] = {"no-institution-path", "common-allies", "ln(1 + allies of both, outside common treaties)"},
    [ENTI_INTEREST_GAP] = {"interest-gap", "interests", "distance of UN ideal points"},
    [ENTI_REGIME_GAP] = {"regime-gap", "regimes", "difference of polyarchy"},
    [ENTI_MUTUAL] = {"mutual-rivalry", "mutual-rivalry", "1 when the two are strategic rivals"},
    [ENTI_ERA] = {"era", "era", "1 from 1990 on"},
    [ENTI_SHARED] = {"no-shared-rival", "shared-rival", "1 when at least one strategic rival is shared"},
    [ENTI_UNSHARED] = {"unshared-rivals", "unshared-rivals", "[shared rival] x ln(1 + unshared rivals of both)"},
    [ENTI_SQRT_GAIN] = {"insufficient-threat", "security-gain", "square root of the gain against all own threats"},
    [ENTI_LN_PARTNER] = {"small-partner", "strong-partner", "ln(partner's capability share)"},
    [ENTI_AUTONOMY] = {"autonomy-cost", "autonomy", "partner's part of the two's capability"},
    [ENTI_SHIFT] = {"subordination-risk", "subordination-risk", "autonomy x max(0, 10 x difference of growth)"},
    [ENTI_TRADE] = {"trade-with-partners-rivals", "trade-with-partners-rivals",
                    "own trade share with the partner's rivals"},
};

static double value_of(const enti_model *m, const enti_pair *p, int term, int side) {
    double x[ENTI_TERMS];
    enti_terms_of(m, p, side < 0 ? 0 : side, x);
    return x[term];
}

double enti_term_size(const enti_model *m, const enti_pair *p, int term, int side) {
    double size = m->beta[term] * (value_of(m, p, term, side) - m->mean[term]);
    return enti_own_term(term) ? size : 2 * size;
}

static const char *gain_text(const enti_model *m, const enti_pair *p, int s, double size, enti_arena *arena) {
    const ent_year *y = m->year;
    size_t i = p->side[s], j = p->side[1 - s];
    if (size >= 0)
        return enti_arena_printf(arena, "%s is safer with %s against its rivals", enti_year_name(y, i),
                                 enti_year_name(y, j));
    if (enti_set_count(&p->rivals.unshared[s]) + p->rivals.shared_count == 0)
        return enti_arena_printf(arena, "%s has no strategic rival to be protected from", enti_year_name(y, i));
    return enti_arena_printf(arena, "%s would help %s little against its rivals", enti_year_name(y, j),
                             enti_year_name(y, i));
}

static const char *rivals_text(const enti_model *m, const enti_pair *p, int term, enti_arena *arena) {
    const ent_year *y = m->year;
    const enti_exclusivity *x = &p->rivals;
    const char *side[2];
    if (term == ENTI_SHARED)
        return x->shared_count == 0
                   ? "no shared rival"
                   : enti_arena_printf(arena, "shared rivals: %s", enti_names_of(y, &x->shared, arena));
    for (int s = 0; s < 2; s++)
        side[s] = enti_names_of(y, &x->unshared[s], arena);
    return enti_arena_printf(arena, "unshared rivals: %s (%s); %s (%s)", side[0], enti_year_name(y, p->side[0]),
                             side[1], enti_year_name(y, p->side[1]));
}

static const char *own_text(const enti_model *m, const enti_pair *p, int term, int s, double size, enti_arena *arena) {
    const ent_year *y = m->year;
    const char *own = enti_year_name(y, p->side[s]), *other = enti_year_name(y, p->side[1 - s]);
    switch (term) {
    case ENTI_SQRT_GAIN: return gain_text(m, p, s, size, arena);
    case ENTI_LN_PARTNER:
        return enti_arena_printf(arena, "%s holds %.3g %% of world %s", other,
                                 100 * y->capability[p->side[1 - s]].value, enti_capability_words(y));
    case ENTI_AUTONOMY:
        return size < 0 ? enti_arena_printf(arena, "%s would lose freedom of action: %s holds %.3g %% of the two's %s",
                                            own, other, 100 * p->autonomy[s], enti_capability_words(y))
                        : enti_arena_printf(arena, "%s, the stronger, keeps its freedom of action", own);
    case ENTI_SHIFT:
        return p->shift[s] > 0 ? enti_arena_printf(arena, "%s grows faster: %s risks subordination", other, own)
                               : enti_arena_printf(arena, "%s does not fall behind %s", own, other);
    default:
        return enti_arena_printf(arena, "%s trades with the rivals of %s%s", own, other,
                                 p->trade_known ? "" : " (not known, counted as none)");
    }
}

static const char *text_of(const enti_model *m, const enti_pair *p, int term, int s, double size, enti_arena *arena) {
    switch (term) {
    case ENTI_LN_DISTANCE: return enti_arena_printf(arena, "%.0f km between the capitals", p->distance_km);
    case ENTI_CONTIGUOUS: return p->contiguous ? "neighbours" : "not neighbours";
    case ENTI_COMMON_ALLIES:
        return p->common_allies == 0 ? "no common allies outside common treaties"
                                     : enti_arena_printf(arena, "%d common %s outside common treaties",
                                                         p->common_allies, p->common_allies == 1 ? "ally" : "allies");
    case ENTI_INTEREST_GAP:
        return enti_arena_printf(arena, "UN votes %.2f points apart%s", p->interest_gap,
                                 p->interest_known ? "" : " (assumed, the sample's mean: not known)");
    case ENTI_REGIME_GAP:
        return enti_arena_printf(arena, "polyarchy %.2f apart%s", p->regime_gap,
                                 p->regime_known ? "" : " (assumed, the sample's mean: not known)");
    case ENTI_MUTUAL: return p->rivals.mutual ? "strategic rivals of each other" : "not rivals of each other";
    case ENTI_ERA: return m->year->year >= 1990 ? "fewer pacts are signed since 1990" : "before 1990";
    case ENTI_SHARED:
    case ENTI_UNSHARED: return rivals_text(m, p, term, arena);
    default: return own_text(m, p, term, s, size, arena);
    }
}

static ent_line_kind kind_of(const enti_model *m, int term) {
    if (term == ENTI_LN_DISTANCE || term == ENTI_CONTIGUOUS || term == ENTI_ERA) return ENT_LINE_CONTEXT;
    if (term == ENTI_MUTUAL) return ENT_LINE_RULE;
    return m->params->row[term].origin == ENT_ASSUMED ? ENT_LINE_ASSUMED : ENT_LINE_ESTIMATED;
}

/* A low gain in spite of threats means one can cope alone; without threats there is nothing to gain. */
static const char *obstacle_code(const enti_model *m, const enti_pair *p, int term, int s) {
    if (term == ENTI_SQRT_GAIN && m->year->total_threat[p->side[s]] >= 0.5) return "self-sufficiency";
    return names[term].obstacle;
}

ent_status enti_add_term(const enti_model *m, const enti_pair *p, int term, int side, ent_ledger *out, ent_error *err) {
    double size = enti_term_size(m, p, term, side);
    ent_line line = enti_line(size < 0 ? obstacle_code(m, p, term, side < 0 ? 0 : side) : names[term].support,
                              kind_of(m, term), side, text_of(m, p, term, side < 0 ? 0 : side, size, out->arena));
    line.value = value_of(m, p, term, side);
    line.reference = m->mean[term];
    line.coefficient = m->beta[term];
    line.size = size;
    line.parameter = m->params->row[term].name;
    line.formula = names[term].formula;
    line.year = m->year->year;
    line.assumed = (term == ENTI_INTEREST_GAP && !p->interest_known) || (term == ENTI_REGIME_GAP && !p->regime_known) ||
                   (term == ENTI_TRADE && !p->trade_known);
    return enti_ledger_add(out, line, err);
}

/* ---- facts ---- */

static ent_status add_reading(const ent_year *y, size_t i, int side, const enti_reading *reading, const char *code,
                              const char *what, ent_ledger *out, ent_error *err) {
    bool known = !isnan(reading->value);
    ent_line line =
        enti_line(code, ENT_LINE_FACT, side,
                  enti_arena_printf(out->arena, known ? "%s of %s%s" : "%s of %s is not known%s", what,
                                    enti_year_name(y, i), known && reading->year != y->year ? ", carried" : ""));
    line.value = reading->value;
    if (reading->series != NULL && reading->series->table != NULL) {
        line.table = reading->series->table;
        line.source = reading->source;
    }
    line.line = reading->line;
    line.year = known ? reading->year : ENT_MISSING;
    line.assumed = !known;
    return enti_ledger_add(out, line, err);
}

ent_status enti_add_capability(const ent_year *y, size_t i, int side, ent_ledger *out, ent_error *err) {
    const char *what = enti_arena_printf(out->arena, "share of world %s", enti_capability_words(y));
    if (what == NULL) return enti_no_memory(err);
    return add_reading(y, i, side, &y->capability[i], "capability", what, out, err);
}

ent_status enti_add_polyarchy(const ent_year *y, size_t i, int side, ent_ledger *out, ent_error *err) {
    return add_reading(y, i, side, &y->polyarchy[i], "polyarchy", "polyarchy", out, err);
}

ent_status enti_add_ideal_point(const ent_year *y, size_t i, int side, ent_ledger *out, ent_error *err) {
    return add_reading(y, i, side, &y->ideal_point[i], "ideal-point", "UN ideal point", out, err);
}

ent_status enti_add_rivalries(const ent_year *y, size_t i, const enti_set *rivals, int side, const char *code,
                              ent_ledger *out, ent_error *err) {
    ent_status st = ENT_OK;
    for (size_t k = enti_set_next(rivals, 0); k < ENTI_STATES; k = enti_set_next(rivals, k + 1)) {
        const enti_rivalry *rivalry = enti_year_rivalry(y, i, k);
        ent_line line =
            enti_line(code, ENT_LINE_FACT, side,
                      enti_arena_printf(out->arena, "%s is a rival of %s, threat %.2f", enti_year_name(y, k),
                                        enti_year_name(y, i), y->theta[i * y->n + k]));
        line.value = y->theta[i * y->n + k];
        line.formula = "theta: reach^p x F_k / (F_k + F_i)";
        line.year = y->year;
        if (rivalry != NULL) {
            line.table = enti_table_of(y->world, rivalry->origin.source, "rivalries");
            line.line = rivalry->origin.line;
            line.source = rivalry->origin.source;
            line.citation = rivalry->label;
        }
        ENT_TRY(enti_ledger_add(out, line, err));
    }
done:
    return st;
}

/* The row of a dispute in which force was used within the ten years read, the latest one; NULL when there is none. */
static const enti_dispute *last_force(const ent_year *y, size_t i, size_t k) {
    size_t first, last;
    enti_world_disputes(y->world, y->ref[i], y->ref[k], &first, &last);
    for (size_t d = last; d > first; d--) {
        const enti_dispute *x = &y->world->disputes[d - 1];
        if (x->level >= 4 && x->year <= y->dispute_year && x->year > y->dispute_year - 10) return x;
    }
    return NULL;
}

ent_status enti_add_hostile(const ent_year *y, size_t i, int side, ent_ledger *out, ent_error *err) {
    ent_status st = ENT_OK;
    const enti_set *hostile = &y->hostile[i];
    for (size_t k = enti_set_next(hostile, 0); k < ENTI_STATES; k = enti_set_next(hostile, k + 1)) {
        const enti_dispute *dispute = last_force(y, i, k);
        ent_line line =
            enti_line("force-used", ENT_LINE_FACT, side,
                      enti_arena_printf(out->arena, "force used by %s and %s within ten years, threat %.2f",
                                        enti_year_name(y, k), enti_year_name(y, i), y->theta[i * y->n + k]));
        line.value = y->theta[i * y->n + k];
        line.formula = "theta: dispute_weight x reach^p x F_k / (F_k + F_i)";
        if (dispute != NULL) {
            line.table = y->world->imports[ENTI_IN_DISPUTES].table;
            line.line = dispute->line;
            line.source = y->world->imports[ENTI_IN_DISPUTES].source;
            line.citation = enti_arena_printf(out->arena, "dispute %d", dispute->number);
            line.year = dispute->year;
            if (line.citation == NULL) return enti_no_memory(err);
        }
        ENT_TRY(enti_ledger_add(out, line, err));
    }
done:
    return st;
}

/* ---- shared state ---- */

ent_status enti_theory_prepare(const ent_year *year, const ent_params *params, void **state, ent_error *err) {
    ent_status st = ENT_OK;
    enti_theory_state *s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(err);
    ENT_TRY(enti_model_terms(&s->model, year, params, err));
    *state = s;
    s = NULL;
done:
    enti_theory_release(s);
    return st;
}

void enti_theory_release(void *state) {
    enti_theory_state *s = state;
    if (s == NULL) return;
    enti_arena_clear(&s->arena);
    ent_free(s);
}
