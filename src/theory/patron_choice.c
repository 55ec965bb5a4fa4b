/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patron's choice as a verdict on a pair: where the weaker side stands on the stronger side's list. */
#include "theory/patron.h"

#include <math.h>
#include <pthread.h>

static const ent_cite cites[] = {{"kim2021", "pressure, ambition and whom China would pick; K13-K31"}, {NULL, NULL}};
static const char *const params[] = {
    "patron_scenario",      "patron_size",        "patron_unwilling",       "willing_middle",
    "willing_width",        "pact_with_excluded", "pact_with_rival",        "pact_dormant",
    "supplementary_weight", "dormant_years",      "dormant_exercise_years", NULL};
static const char *const needs[] = {"capability", "rivals",    "theta", "defence pacts", "ideal points", "polyarchy",
                                    "bases",      "exercises", NULL};

/* A list is made when it is first asked for: an assessment asks for one, a year for all. The lock lets threads share a
 * state, as they may share any prepared theory. */
typedef struct {
    enti_theory_state base;
    pthread_mutex_t lock;
    enti_patronage *lists; /* of state i at [i]; NULL candidates until it is made */
} patron_state;

static void release(void *state) {
    patron_state *s = state;
    if (s == NULL) return;
    enti_arena_clear(&s->base.arena);
    (void)pthread_mutex_destroy(&s->lock); /* not held by anyone who may release */
    ent_free(s);
}

static ent_status prepare(const ent_year *year, const ent_params *p, void **state, ent_error *err) {
    ent_status st = ENT_OK;
    patron_state *s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(err);
    (void)pthread_mutex_init(&s->lock, NULL); /* cannot fail without attributes */
    ENT_TRY(enti_model_init(&s->base.model, year, p, &s->base.arena, err));
    s->lists = enti_arena_alloc(&s->base.arena, year->n + 1, sizeof *s->lists);
    if (s->lists == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    *state = s;
    s = NULL;
done:
    release(s);
    return st;
}

/* The list of the stronger side when it is large enough for a patron, else NULL. *client receives the other side. */
static ent_status patron_of(const void *state, ent_dyad d, size_t *client, const enti_patronage **out, ent_error *err) {
    ent_status st = ENT_OK;
    patron_state *s = (patron_state *)(uintptr_t)state; /* const to callers; the lists behind the lock are a cache */
    const ent_year *y = s->base.model.year;
    size_t patron = enti_stronger(y, d.first, d.second);
    *client = patron == d.first ? d.second : d.first;
    *out = NULL;
    if (!(y->capability[patron].value >= enti_param(s->base.model.params, ENTI_PATRON_SIZE))) return ENT_OK;
    (void)pthread_mutex_lock(&s->lock); /* a plain mutex of our own cannot fail to lock */
    if (s->lists[patron].candidates == NULL)
        st = enti_patronage_of(&s->base.model, patron, SIZE_MAX, &s->base.arena, &s->lists[patron], err);
    if (st == ENT_OK) *out = &s->lists[patron];
    (void)pthread_mutex_unlock(&s->lock);
    return st;
}

static const enti_candidate *candidate_of(const enti_patronage *list, size_t state) {
    for (size_t c = 0; c < list->count; c++)
        if (list->candidates[c].state == state) return &list->candidates[c];
    return NULL;
}

static int scenario_of(const ent_params *p) {
    int scenario = (int)enti_param(p, ENTI_SCENARIO);
    return scenario >= 0 && scenario < ENTI_SCENARIOS ? scenario : ENTI_UNDER_BOTH;
}

static ent_word word_of(const ent_params *p, const enti_patronage *list, const enti_candidate *c, int scenario) {
    int rank = c->rank[scenario];
    ent_word word = ENT_HINDERS;
    if (c->with_excluded) return ENT_BLOCKS;
    if (rank >= 1 && rank <= 30) word = rank <= 3 ? ENT_ENABLES : rank <= 10 ? ENT_FAVOURS : ENT_NEUTRAL;
    if (word >= ENT_FAVOURS && list->willing[scenario] < enti_param(p, ENTI_PATRON_UNWILLING)) word--;
    return word;
}

static ent_status score(const void *state, ent_dyad d, ent_sides *out, ent_error *err) {
    const patron_state *s = state;
    const ent_year *y = s->base.model.year;
    const ent_params *p = s->base.model.params;
    int scenario = scenario_of(p);
    size_t client;
    const enti_patronage *list;
    const enti_candidate *c;
    ent_status st = patron_of(state, d, &client, &list, err);
    if (st != ENT_OK) return st;
    c = list == NULL ? NULL : candidate_of(list, client);
    *out = (ent_sides){ENT_CANNOT_JUDGE, NAN, {NAN, NAN}, "no patron: neither side is large enough"};
    if (list == NULL) return ENT_OK;
    if (enti_set_has(&y->rivals[d.first], d.second)) {
        out->word = ENT_BLOCKS;
        out->basis = "the two are rivals of each other";
        return ENT_OK;
    }
    if (c == NULL) {
        out->basis = "capability of the weaker side is not known";
        return ENT_OK;
    }
    out->word = word_of(p, list, c, scenario);
    out->score = c->score[scenario];
    out->side[list->patron == d.first ? 0 : 1] = list->willing[scenario];
    out->side[list->patron == d.first ? 1 : 0] = c->available;
    out->basis = c->with_excluded ? "the weaker side is a live ally of the power to be left out"
                                  : "rank of the weaker side on the stronger side's list";
    return ENT_OK;
}

static ent_status add_factor(const char *code, int side, const char *text, double value, const char *formula, int year,
                             ent_ledger *out, ent_error *err) {
    ent_line line = enti_line(code, ENT_LINE_FACT, side, text);
    line.value = value;
    line.formula = formula;
    line.year = year;
    return enti_ledger_add(out, line, err);
}

static ent_status explain(const void *state, ent_dyad d, ent_ledger *out, ent_error *err) {
    static const char *const under[] = {"both pressure and primacy", "pressure", "primacy",
                                        "neither pressure nor primacy"};
    const patron_state *s = state;
    const ent_year *y = s->base.model.year;
    ent_status st = ENT_OK;
    size_t client;
    const enti_patronage *list;
    const enti_candidate *c;
    int scenario = scenario_of(s->base.model.params), patron_side, client_side;
    const char *patron;

    ENT_TRY(patron_of(state, d, &client, &list, err));
    c = list == NULL ? NULL : candidate_of(list, client);
    if (c == NULL || enti_set_has(&y->rivals[d.first], d.second)) return ENT_OK;
    patron = enti_year_name(y, list->patron);
    patron_side = list->patron == d.first ? 0 : 1;
    client_side = 1 - patron_side;
    if (c->with_excluded)
        out->basis = enti_arena_printf(out->arena, "%s is a live ally of %s, which a pact of %s would leave out",
                                       enti_year_name(y, client), enti_year_name(y, list->excluded), patron);
    else if (c->rank[scenario] > 0)
        out->basis =
            enti_arena_printf(out->arena, "%s is number %d of %zu on the list of %s under %s",
                              enti_year_name(y, client), c->rank[scenario], list->count, patron, under[scenario]);
    else
        out->basis = enti_arena_printf(out->arena, "%s is no help to %s under %s", enti_year_name(y, client), patron,
                                       under[scenario]);
    ENT_TRY(add_factor("willingness", patron_side,
                       enti_arena_printf(out->arena, "willingness of %s to build allies", patron),
                       list->willing[scenario], "1 - (1 - pressure)(1 - primacy)", y->year, out, err));
    ENT_TRY(add_factor("attractiveness", client_side, "help against the patron's rivals", c->attract,
                       "sum over its rivals of theta x hostility x sqrt(better odds)", y->year, out, err));
    ENT_TRY(add_factor("pact-factor", client_side,
                       c->with_excluded ? "live pact with the power to be left out"
                       : c->with_rival  ? "live pact with another rival of the patron"
                       : c->dormant     ? "only dormant pacts with rivals of the patron"
                                        : "no pact with rivals of the patron",
                       c->pact, "factor of availability", y->year, out, err));
    ENT_TRY(add_factor("interest-factor", client_side, "closer to the patron than to the power left out, by UN votes",
                       c->interest, "s(2 (distance to the excluded - distance to the patron))", y->year, out, err));
    ENT_TRY(add_factor("regime-factor", client_side, "likeness of regimes", c->regime, "1 - 0.5 |v_i - v_j|", y->year,
                       out, err));
    ENT_TRY(add_factor("dependence-factor", client_side,
                       y->trade == NULL ? "trade with the excluded power: not in these data, taken as none"
                                        : "trade with the excluded power",
                       c->dependence, "1 - trade share", y->year, out, err));
    if (y->trade == NULL) out->lines[out->count - 1].assumed = 1;
done:
    return st;
}

const ent_theory enti_theory_patron_choice = {.id = "patron_choice",
                                              .title = "patron's choice",
                                              .question =
                                                  "Would the stronger side, if it built allies, pick the weaker?",
                                              .cites = cites,
                                              .params = params,
                                              .needs = needs,
                                              .finding = "A ranking, not an estimated effect. From the third place on, "
                                                         "scores fall far below the first: read scores, not "
                                                         "only ranks.",
                                              .prepare = prepare,
                                              .score = score,
                                              .explain = explain,
                                              .release = release};
