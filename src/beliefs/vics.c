/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of clauses: the frame gives a value, control verbs fold their complement into one code, then tense, modality
 * and negation shift it. Deeds are 3; what is only announced is 2; what is only wished or owed is 1. The rules are
 * numbered in docs/beliefs/coding.md. Source of the categories: @cite walker1998. */
#include "beliefs/vics.h"

#include <string.h>

const char *const enti_rule_names[ENTI_R_COUNT] = {"carried on", "intent",   "commitment", "attempt",     "obligation",
                                                   "refusal",    "stopping", "threat",     "permission",  "appeal",
                                                   "command",    "future",   "modal",      "exhortation", "negation",
                                                   "passive",    "report",   "cleft",      "without"};

enum { VALUES_MOST = 8, FOLD_DEPTH = 6 };

typedef struct {
    int scale;  /* 0: nothing codable */
    bool final; /* the shifts of the clause no longer apply */
    bool negated;
    int16_t leaf, object;
    uint32_t rules;
    const enti_frame *frame;
} value;

static int sign(int x) {
    return (x > 0) - (x < 0);
}

static int magnitude(int x) {
    return x < 0 ? -x : x;
}

static void add_rule(value *v, enti_rule rule) {
    v->rules |= UINT32_C(1) << rule;
}

/* A deed that is only announced becomes a promise or a threat. */
static void announce(value *v, enti_rule rule) {
    if (magnitude(v->scale) != 3) return;
    v->scale = 2 * sign(v->scale);
    add_rule(v, rule);
}

/* A deed that is only wished, owed or possible becomes a word. */
static void weaken(value *v, enti_rule rule) {
    if (magnitude(v->scale) < 3) return;
    v->scale = sign(v->scale);
    add_rule(v, rule);
}

/* ---- tense, modality, negation of the clause itself ---- */

static void shift(const enti_clause *c, bool negated, value *v) {
    bool future = c->future || c->would;
    if (v->final || v->scale == 0) return;
    if (future) announce(v, ENTI_R_FUTURE);
    if (c->oblige || c->can) weaken(v, ENTI_R_MODAL);
    if (c->exhort) weaken(v, ENTI_R_EXHORT);
    if (negated) {
        bool intent = (v->rules & (UINT32_C(1) << ENTI_R_INTENT | UINT32_C(1) << ENTI_R_FUTURE)) != 0;
        v->scale = v->scale > 0 ? -1 : (future || intent) && !c->oblige && !c->can ? 2 : 1;
        v->negated = !v->negated;
        add_rule(v, ENTI_R_NEGATION);
    }
}

/* ---- control verbs ---- */

static bool bad_thing(const enti_sentence *s, int np) {
    enti_classes have;
    if (np < 0) return false;
    have = enti_np_classes(s, np);
    return enti_has_class(&have, ENTI_C_CONFLICT) || enti_has_class(&have, ENTI_C_WAR) ||
           enti_has_class(&have, ENTI_C_HARM) || enti_has_class(&have, ENTI_C_PROBLEM);
}

/* "will not allow X to be rewarded": only the negated form says something. */
static void permit(bool negated, bool codable, value *v) {
    v->scale = negated && codable ? -1 : 0;
    v->final = true;
    v->negated = negated;
    add_rule(v, ENTI_R_PERMIT);
}

/* Folds the value of a complement into its control verb. `own` is the verb's own value. */
static void fold(enti_control_effect effect, const char *lemma, int own, bool negated, value *v) {
    switch (effect) {
    case ENTI_E_TRANSPARENT: add_rule(v, ENTI_R_TRANSPARENT); break;
    case ENTI_E_FUTURE: announce(v, ENTI_R_FUTURE); break;
    case ENTI_E_INTENT:
        if (v->scale > 0) v->scale = 2;
        announce(v, ENTI_R_INTENT);
        add_rule(v, ENTI_R_INTENT);
        break;
    case ENTI_E_COMMIT:
        if (v->scale >= 0)
            v->scale = 2;
        else if (v->scale == -3 || (strcmp(lemma, "vow") == 0 && !v->negated) ||
                 (strcmp(lemma, "swear") == 0 && !v->negated))
            v->scale = -2;
        add_rule(v, ENTI_R_COMMIT);
        break;
    case ENTI_E_ATTEMPT:
        weaken(v, ENTI_R_ATTEMPT);
        add_rule(v, ENTI_R_ATTEMPT);
        break;
    case ENTI_E_OBLIGE:
        weaken(v, ENTI_R_OBLIGE);
        add_rule(v, ENTI_R_OBLIGE);
        break;
    case ENTI_E_REFUSE:
        v->scale = v->scale == 0 ? (own < 0 ? -1 : 0) : -sign(v->scale);
        add_rule(v, ENTI_R_REFUSE);
        break;
    case ENTI_E_STOP:
        v->scale = -3 * sign(v->scale);
        add_rule(v, ENTI_R_STOP);
        break;
    case ENTI_E_THREAT:
        v->scale = -2;
        v->final = true;
        add_rule(v, ENTI_R_THREAT);
        break;
    case ENTI_E_PERMIT: permit(negated, v->scale != 0, v); break;
    case ENTI_E_WANT:
        v->scale = own != 0 ? own : sign(v->scale);
        add_rule(v, ENTI_R_WANT);
        break;
    case ENTI_E_COMMAND:
        if (own > 0 || v->scale == 0) v->scale = own;
        add_rule(v, ENTI_R_COMMAND);
        break;
    default: break;
    }
}

/* ---- the value of a clause ---- */

/* "within 48 hours", "or else": a demand with a deadline or a consequence is a threat. */
static bool has_deadline(const enti_sentence *s, int clause) {
    for (int t = s->clause[clause].verb + 1; t + 1 < s->tokens; t++) {
        const char *word = enti_token_word(s, t)->text;
        if (strcmp(word, "within") == 0 && s->token[t + 1].tag == ENTI_NUM) return true;
        if (strcmp(word, "or else") == 0 || strcmp(word, "otherwise") == 0 || strcmp(word, "deadline") == 0)
            return true;
    }
    return false;
}

static value own_value(const enti_sentence *s, int clause) {
    value v = {.leaf = (int16_t)clause, .object = -1};
    int object = -1;
    v.frame = enti_frame_of(s, clause, &object);
    v.object = (int16_t)object;
    if (v.frame != NULL) v.scale = v.frame->scale;
    if (v.scale == -1 && strcmp(s->lexicon->verbs[v.frame->verb - 1].lemma, "demand") == 0 && has_deadline(s, clause))
        v.scale = -2;
    return v;
}

/* Whether a verb with a person as its object keeps its own value: urge X to, help X do. */
static bool speaks_itself(enti_control_effect effect, int own, bool helps) {
    return (effect == ENTI_E_WANT && own != 0) || (effect == ENTI_E_COMMAND && own > 0) ||
           (effect == ENTI_E_TRANSPARENT && own == 1 && !helps); /* work together to, join forces to */
}

static int evaluate(const enti_sentence *s, int clause, int depth, value out[VALUES_MOST]) {
    const enti_clause *c = &s->clause[clause];
    value own = own_value(s, clause);
    int count = 0;
    for (int k = clause + 1; k < s->clauses && depth < FOLD_DEPTH; k++) {
        const enti_control *control;
        value inner[VALUES_MOST];
        int n;
        if (s->clause[k].head != clause || s->clause[k].link == ENTI_L_PURPOSE || s->clause[k].link == ENTI_L_NONE)
            continue;
        control = enti_control_of(s, clause, s->clause[k].link, k);
        if (control == NULL) continue;
        n = evaluate(s, k, depth + 1, inner);
        for (int i = 0; i < n && count < VALUES_MOST; i++) {
            value v = inner[i];
            if (v.frame == NULL) v.frame = own.frame;
            fold(control->effect, s->lexicon->verbs[control->verb - 1].lemma, own.scale, c->negated, &v);
            if (speaks_itself(control->effect, own.scale,
                              control->verb == s->lexicon->verb_help)) { /* one appeal, however much it asks for */
                own.rules |= v.rules;
                shift(c, c->negated, &own);
                out[count++] = own;
                return count;
            }
            shift(c, c->negated, &v);
            out[count++] = v;
        }
    }
    if (count == 0) {
        const enti_control *control = enti_control_of(s, clause, ENTI_L_OBJECT, -1);
        bool negated = c->negated;
        if (own.object >= 0 && s->np[own.object].negative && !c->passive) negated = !negated;
        if (control != NULL && control->effect == ENTI_E_PERMIT && own.scale == 0 && own.object >= 0) {
            own.scale = 0;
            permit(negated,
                   bad_thing(s, own.object) || strcmp(s->lexicon->verbs[control->verb - 1].lemma, "tolerate") == 0,
                   &own);
        }
        shift(c, negated, &own);
        out[count++] = own;
    }
    return count;
}

/* ---- which clauses are asserted ---- */

/* A verb of saying that means something itself, or whose that-clause is not given as fact. */
static bool folds_report(const enti_sentence *s, int report) {
    const enti_clause *r = &s->clause[report];
    value own;
    if (r->negated || r->conditional || r->question || r->hearsay || r->would || r->can) return true;
    if (enti_control_of(s, report, ENTI_L_THAT, -1) != NULL) return true;
    own = own_value(s, report);
    return own.scale != 0;
}

/* A quotation is the speaker's own where he says so: I said, "...". */
static bool own_words(const enti_sentence *s, const enti_speaker *speaker) {
    for (int k = 0; k < s->clauses; k++) {
        const enti_clause *c = &s->clause[k];
        static const char *const saying[] = {"say", "tell", "repeat", "ask", "write", "add", "reply", "answer", NULL};
        uint16_t verb = enti_token_verb(s, c->verb);
        if (c->quoted || c->subject < 0 || verb == 0) continue;
        for (int w = 0; saying[w] != NULL; w++)
            if (strcmp(s->lexicon->verbs[verb - 1].lemma, saying[w]) == 0)
                return enti_np_who(s, speaker, c->subject) == ENTI_SELF;
    }
    return false;
}

static bool asserted(const enti_sentence *s, int clause, bool relatives, bool quotes) {
    const enti_clause *c = &s->clause[clause];
    if (!c->finite || c->head >= 0 || c->participial || c->purpose) return false;
    if (c->conditional || c->question || c->hearsay) return false;
    if (c->restrictive && !c->cleft && !relatives) return false;
    if (c->quoted && !quotes) return false;
    if (c->would && c->perfect) return false; /* what did not happen */
    return c->report < 0 || !folds_report(s, c->report);
}

int enti_vics_code(const enti_sentence *s, const enti_speaker *speaker, bool relatives,
                   enti_code codes[ENTI_CODES_MOST]) {
    bool quotes = false, any_quoted = false;
    int count = 0;
    for (int k = 0; k < s->clauses; k++)
        any_quoted = any_quoted || s->clause[k].quoted;
    if (any_quoted) quotes = own_words(s, speaker);
    for (int k = 0; k < s->clauses; k++) {
        value values[VALUES_MOST];
        int subject, n;
        enti_who who;
        if (!asserted(s, k, relatives, quotes)) continue;
        subject = enti_agent(s, k);
        if (subject < 0) continue;
        who = enti_np_who(s, speaker, subject);
        n = evaluate(s, k, 0, values);
        for (int i = 0; i < n && count < ENTI_CODES_MOST; i++) {
            const value *v = &values[i];
            if (v->scale == 0 || v->frame == NULL) continue;
            codes[count] = (enti_code){.clause = (int16_t)k,
                                       .leaf = v->leaf,
                                       .subject = (int16_t)subject,
                                       .object = v->object,
                                       .scale = (int8_t)v->scale,
                                       .self = who == ENTI_SELF,
                                       .actor = who != ENTI_THING,
                                       .negated = v->negated,
                                       .rules = v->rules,
                                       .frame = v->frame};
            codes[count].domestic = enti_clause_domestic(s, speaker, v->leaf, subject);
            if (s->clause[k].passive) codes[count].rules |= UINT32_C(1) << ENTI_R_PASSIVE;
            if (s->clause[k].report >= 0) codes[count].rules |= UINT32_C(1) << ENTI_R_REPORT;
            if (s->clause[k].cleft) codes[count].rules |= UINT32_C(1) << ENTI_R_CLEFT;
            count++;
        }
    }
    return count;
}
