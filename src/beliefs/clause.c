/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases and clauses by a finite-state pass over tagged tokens, in the manner of TABARI. A small stack holds the
 * clauses that are open: "that", "if", "because" and relatives push one; a verb that finds no subject of its own pops
 * until it meets a subject still waiting for its verb. So "Our colleagues, who had promised us that NATO would not
 * expand, deceived us" gives three verbs their own subjects without a grammar. */
#include "beliefs/clause.h"

#include <string.h>

enum { DEPTH = 16 };

typedef enum { F_MAIN, F_SUB, F_COND, F_THAT, F_REL, F_WH } frame_kind;

typedef struct {
    frame_kind kind;
    int16_t candidate;  /* first phrase that could be the subject of the next verb */
    int16_t group;      /* first phrase since the last comma */
    int16_t last;       /* clause of the last verb, or -1 */
    int16_t report;     /* clause completed by this that-clause */
    int16_t antecedent; /* of a relative */
    bool has_verb, restrictive, hearsay, cleft, purpose, comma_group;
    bool reopened; /* "..., but the alliance": another clause begins in the same frame */
} frame;

typedef struct {
    enti_sentence *s;
    frame stack[DEPTH];
    int top;
    int prep;         /* preposition waiting for its phrase, or -1 */
    int last_np;      /* phrase read last, or -1 */
    int negative;     /* a negation waits for its verb */
    bool comma, conj, but, nor;
    bool without;
    int exhort;       /* "let us" waits for its verb: token of "let" + 1 */
} finder;

/* What parse_group read. */
typedef struct {
    int first, verb, end;
    uint8_t form;
    enti_tense tense;
    bool finite, auxiliary, passive, progressive, perfect, future, would, oblige, can, negated, infinitive, purpose;
} group;

static uint32_t tag(const enti_sentence *s, int t) {
    return t >= 0 && t < s->tokens ? s->token[t].tag : ENTI_END;
}

static bool spelled(const enti_sentence *s, int t, const char *text) {
    return t >= 0 && t < s->tokens && strcmp(enti_token_word(s, t)->text, text) == 0;
}

static uint8_t forms(const enti_sentence *s, int t) {
    const enti_word *w = enti_token_word(s, t);
    return (uint8_t)(w->forms[0] | w->forms[1]);
}

/* ---- verb groups ---- */

static int skip_adverbs(const enti_sentence *s, int t, bool *negated) {
    for (;; t++) {
        uint32_t g = tag(s, t);
        if (t >= s->tokens) return t;
        if (g == ENTI_NEG) *negated = !*negated;
        else if (g != ENTI_ADV && g != ENTI_MARK) break;
    }
    /* "will, of course, support" */
    if (tag(s, t) == ENTI_COMMA && (tag(s, t + 1) & ENTI_ADV) != 0 && tag(s, t + 2) == ENTI_COMMA &&
        (tag(s, t + 3) & (ENTI_VERB | ENTI_BE | ENTI_HAVE)) != 0)
        return t + 3;
    return t;
}

static bool was(const enti_sentence *s, int t) {
    return spelled(s, t, "was") || spelled(s, t, "were");
}

static void begin_tense(group *g, enti_tense tense) {
    if (g->tense == ENTI_T_NONE) g->tense = tense;
    g->finite = true;
}

/* The auxiliary at t, with what stands behind it at n. True when the group goes on at n. */
static bool take_auxiliary(const enti_sentence *s, group *g, int t, int n) {
    uint32_t a = tag(s, t), next = tag(s, n);
    bool part = next == ENTI_VERB && (s->token[n].form == ENTI_PART || (forms(s, n) & ENTI_PART) != 0);
    bool nonfinite = g->infinitive || g->auxiliary;
    g->verb = t;
    g->form = ENTI_BASE;
    if (a == ENTI_MODAL) {
        uint8_t f = s->token[t].feature;
        g->future = f == ENTI_F_FUTURE;
        g->would = f == ENTI_F_WOULD;
        g->oblige = f == ENTI_F_OBLIGE;
        g->can = f == ENTI_F_CAN;
        begin_tense(g, g->future || g->would ? ENTI_T_FUTURE : ENTI_T_PRESENT);
        g->auxiliary = true;
        return (next & (ENTI_VERB | ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0;
    }
    if (a == ENTI_HAVE) {
        if (!part && next != ENTI_BE && next != ENTI_HAVE && next != ENTI_DO) {
            if (!nonfinite) begin_tense(g, spelled(s, t, "had") ? ENTI_T_PAST : ENTI_T_PRESENT);
            return false;
        }
        g->perfect = true;
        if (!nonfinite) begin_tense(g, spelled(s, t, "had") || spelled(s, t, "'d") ? ENTI_T_PAST : ENTI_T_PERFECT);
        if (spelled(s, t, "having") && !nonfinite) g->finite = false, g->form = ENTI_ING;
        g->auxiliary = true;
        return true;
    }
    if (a == ENTI_BE) {
        if (!nonfinite) begin_tense(g, was(s, t) ? ENTI_T_PAST : ENTI_T_PRESENT);
        if (spelled(s, t, "being") && !nonfinite) g->finite = false, g->form = ENTI_ING;
        if (spelled(s, t, "be") && !nonfinite) g->finite = false;
        g->auxiliary = true;
        if (next == ENTI_VERB && s->token[n].form == ENTI_ING) {
            g->progressive = true;
            return true;
        }
        if (next == ENTI_BE) {
            g->progressive = true;
            return true;
        }
        if (part) {
            g->passive = true;
            return true;
        }
        return false;
    }
    /* do */
    if (!nonfinite) begin_tense(g, spelled(s, t, "did") ? ENTI_T_PAST : ENTI_T_PRESENT);
    if (next == ENTI_VERB && s->token[n].form == ENTI_BASE) {
        g->auxiliary = true;
        return true;
    }
    return false;
}

/* Reads a verb group at t. */
static group parse_group(const enti_sentence *s, int t) {
    group g = {.first = t, .verb = t, .end = t};
    if (tag(s, t) == ENTI_TO) {
        g.infinitive = true;
        g.purpose = s->token[t].feature == ENTI_F_PURPOSE;
        t = skip_adverbs(s, t + 1, &g.negated);
    }
    while (t < s->tokens) {
        uint32_t a = tag(s, t);
        if (a == ENTI_VERB) {
            uint8_t form = s->token[t].form;
            g.verb = t;
            g.end = t + 1;
            g.form = form;
            if (!g.auxiliary && !g.infinitive) {
                g.finite = form != ENTI_ING && form != ENTI_PART;
                if (g.finite) g.tense = form == ENTI_PAST ? ENTI_T_PAST : ENTI_T_PRESENT;
            }
            break;
        }
        if ((a & (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)) == 0) break;
        {
            bool negated = false;
            int n = skip_adverbs(s, t + 1, &negated);
            bool on = take_auxiliary(s, &g, t, n);
            g.end = t + 1;
            if (negated) g.negated = !g.negated;
            if (!on) break;
            t = n;
        }
    }
    return g;
}

/* ---- noun phrases ---- */

static bool in_np(uint32_t g) {
    return (g & (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_ADJ | ENTI_NUM | ENTI_NOUN | ENTI_NAME | ENTI_GEN)) != 0;
}

/* Token behind the phrase that begins at t; *head is its head, -1 when there is none: a lone adjective. */
static int np_end(const enti_sentence *s, int t, int *head) {
    int from = t, noun = -1, other = -1;
    if (tag(s, t) == ENTI_PRON) {
        *head = t;
        t++;
        /* "we all", "us Australians" */
        if ((tag(s, t) & ENTI_DET) != 0 && s->token[t].feature == ENTI_F_QUANT && (tag(s, t + 1) & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) == 0) t++;
        return t;
    }
    for (; t < s->tokens; t++) {
        uint32_t g = tag(s, t);
        if (g == ENTI_ADV || g == ENTI_MARK || (g == ENTI_NEG && noun < 0)) { /* the very first; the "so-called" */
            if (t > from && noun < 0 && (tag(s, t + 1) & (ENTI_ADJ | ENTI_NUM | ENTI_NOUN | ENTI_NAME)) != 0) continue;
            if (g == ENTI_MARK && (tag(s, t + 1) & (ENTI_NOUN | ENTI_NAME | ENTI_GEN)) != 0 && noun < 0) continue;
            break;
        }
        /* "independent and peaceful country" */
        if (g == ENTI_CONJ || g == ENTI_COMMA) {
            if (noun < 0 && t > from && tag(s, t - 1) == ENTI_ADJ && tag(s, t + 1) == ENTI_ADJ && in_np(tag(s, t + 2))) continue;
            break;
        }
        if (!in_np(g)) break;
        if ((g & (ENTI_DET | ENTI_DEM | ENTI_POSS)) != 0 && (noun >= 0 || (other >= 0 && tag(s, other) != ENTI_DET))) break;
        if (g == ENTI_GEN) {
            if (noun < 0) break;
            other = noun;
            noun = -1;
            continue;
        }
        if ((g & (ENTI_NOUN | ENTI_NAME)) != 0) noun = t;
        else if (noun >= 0 && g != ENTI_NUM && !(g == ENTI_ADJ && (tag(s, t + 1) & (ENTI_NOUN | ENTI_NAME)) != 0)) break;
        else if (noun < 0) other = t;
    }
    *head = noun >= 0 ? noun : other;
    if (*head >= 0 && tag(s, *head) == ENTI_ADJ && (tag(s, from) & (ENTI_DET | ENTI_POSS | ENTI_DEM)) == 0) *head = -1;
    return t > from ? t : from + 1;
}

static int add_np(enti_sentence *s, int t, int end, int head, int prep) {
    enti_np *np = &s->np[s->nps];
    const enti_word *w = enti_token_word(s, head);
    if (s->nps == ENTI_NPS_MOST) return -1;
    *np = (enti_np){.first = (int16_t)t, .last = (int16_t)(end - 1), .head = (int16_t)head, .prep = (int16_t)prep, .of = -1, .next = -1};
    np->plural = s->token[head].plural || w->plural || (tag(s, head) & (ENTI_DET | ENTI_NUM)) != 0;
    np->negative = s->token[t].feature == ENTI_F_NO || s->token[t].feature == ENTI_F_NEG_THING;
    np->time = enti_has_class(&w->classes, ENTI_C_TIME) && tag(s, head) != ENTI_PRON;
    np->pronoun = tag(s, head) == ENTI_PRON;
    for (int k = t; k < end; k++)
        s->token[k].np = (int16_t)s->nps;
    return s->nps++;
}

/* ---- frames ---- */

static frame *now(finder *f) {
    return &f->stack[f->top];
}

static void reset(finder *f) {
    f->top = 0;
    f->stack[0] = (frame){.kind = F_MAIN, .candidate = -1, .group = -1, .last = -1, .report = -1, .antecedent = -1};
    f->prep = f->last_np = -1;
    f->negative = 0;
    f->comma = f->conj = f->but = f->nor = f->without = false;
    f->exhort = 0;
}

static frame *push(finder *f, frame_kind kind) {
    if (f->top + 1 == DEPTH) f->top--; /* deeper than speech goes: the innermost is given up */
    f->stack[++f->top] = (frame){.kind = kind, .candidate = -1, .group = -1, .last = -1, .report = -1, .antecedent = -1};
    f->comma = f->conj = f->but = f->nor = false;
    return now(f);
}

/* The nearest open clause below the top whose subject waits for its verb, or -1. */
static int waiting(const finder *f) {
    for (int k = f->top - 1; k >= 0; k--)
        if (f->stack[k].candidate >= 0 && (!f->stack[k].has_verb || f->stack[k].reopened)) return k;
    return -1;
}

static void flags_of_frames(const finder *f, enti_clause *c) {
    for (int k = 0; k <= f->top; k++) {
        const frame *x = &f->stack[k];
        if (x->kind == F_COND) c->conditional = true;
        if (x->kind == F_REL) c->relative = true;
        if (x->restrictive) c->restrictive = true;
        if (x->hearsay) c->hearsay = true;
        if (x->cleft) c->cleft = true;
        if (x->purpose) c->purpose = true;
        if (x->report >= 0) c->report = x->report;
    }
}

static enti_clause *add_clause(finder *f, const group *g, int subject) {
    enti_sentence *s = f->s;
    enti_clause *c;
    if (s->clauses == ENTI_CLAUSES_MOST) return NULL;
    c = &s->clause[s->clauses++];
    *c = (enti_clause){.subject = (int16_t)subject, .verb = (int16_t)g->verb, .first = (int16_t)g->first, .stop = (int16_t)s->tokens, .head = -1, .report = -1};
    c->tense = g->tense;
    c->form = g->form;
    c->finite = g->finite;
    c->passive = g->passive;
    c->progressive = g->progressive;
    c->perfect = g->perfect;
    c->future = g->future;
    c->would = g->would;
    c->oblige = g->oblige;
    c->can = g->can;
    c->negated = g->negated != (f->negative % 2 == 1);
    c->question = s->question;
    c->quoted = (s->token[g->verb].flags & ENTI_QUOTED) != 0;
    flags_of_frames(f, c);
    f->negative = 0;
    return c;
}

/* After a verb the frame waits for objects, or for the subject of a clause without "that". */
static void verb_taken(finder *f, bool finite) {
    frame *x = now(f);
    x->last = (int16_t)(f->s->clauses - 1);
    if (finite) x->has_verb = true;
    x->reopened = false;
    x->candidate = x->group = -1;
    x->comma_group = false;
    f->comma = f->conj = f->but = f->nor = f->without = false;
    f->prep = -1;
}

/* ---- subjects ---- */

/* Whether a verb of this shape can continue clause c without a subject of its own. */
static bool continues(const enti_clause *c, const group *g) {
    if (g->auxiliary) return c->finite;
    switch (g->form) {
    case ENTI_BASE: return c->form == ENTI_BASE && (!c->finite || c->future || c->would || c->oblige || c->can || c->tense == ENTI_T_PRESENT || c->negated);
    case ENTI_PART: return (c->perfect || c->passive) && c->form == ENTI_PART;
    case ENTI_ING: return c->progressive || c->form == ENTI_ING;
    default: return c->finite;
    }
}

static void conjunct(finder *f, const group *g, int level) {
    enti_sentence *s = f->s;
    enti_clause from = s->clause[f->stack[level].last], *c;
    bool but = f->but, nor = f->nor, finite = g->finite;
    f->top = level;
    c = add_clause(f, g, from.subject);
    if (c == NULL) return;
    if (!g->auxiliary && (g->form == ENTI_BASE || g->form == ENTI_PART || g->form == ENTI_ING) && from.form == g->form) {
        bool own = c->negated;
        int16_t verb = c->verb, first = c->first;
        *c = from;
        c->verb = verb;
        c->first = first;
        c->stop = (int16_t)s->tokens;
        c->negated = nor || own || (from.negated && !but);
        finite = from.finite;
    } else {
        c->negated = c->negated || nor;
        c->link = from.link;
        c->head = from.head;
        if (g->finite) {
            c->link = ENTI_L_NONE;
            c->head = -1;
        }
        c->participial = from.participial && !g->finite;
    }
    c->quoted = (s->token[g->verb].flags & ENTI_QUOTED) != 0;
    verb_taken(f, finite);
}

static bool now_restrictive(const finder *f) {
    return f->stack[f->top].kind == F_REL && f->stack[f->top].restrictive;
}

/* The innermost clause that the group can continue, or -1. */
static int continued(const finder *f, const group *g) {
    /* "impose sanctions on those who violate the law, and continue to ...": the comma closes the relative. */
    if (f->comma && f->conj && now_restrictive(f))
        for (int k = f->top - 1; k >= 0; k--)
            if (f->stack[k].last >= 0 && continues(&f->s->clause[f->stack[k].last], g)) return k;
    for (int k = f->top; k >= 0; k--)
        if (f->stack[k].last >= 0 && continues(&f->s->clause[f->stack[k].last], g)) return k;
    for (int k = f->top; k >= 0 && g->finite; k--)
        if (f->stack[k].last >= 0 && f->s->clause[f->stack[k].last].finite) return k;
    return -1;
}

static void own_clause(finder *f, const group *g, int subject) {
    bool negative = subject >= 0 && f->s->np[subject].negative;
    enti_clause *c = add_clause(f, g, subject);
    if (c == NULL) return;
    if (negative) c->negated = !c->negated;
    if (f->nor) c->negated = true;
    verb_taken(f, true);
}

/* The phrase of the token right before the group; -1 when something else stands there. */
static int np_before(const finder *f, int t) {
    const enti_sentence *s = f->s;
    do
        t--;
    while (t >= 0 && (s->token[t].tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0 && s->token[t].np < 0);
    return t >= 0 ? s->token[t].np : -1;
}

static uint32_t tag_before(const finder *f, int t) {
    do
        t--;
    while (t >= 0 && (f->s->token[t].tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0);
    return t >= 0 ? f->s->token[t].tag : ENTI_END;
}

static void pop_finished(finder *f) {
    while (f->top > 0 && now(f)->has_verb)
        f->top--;
}

/* Verbs that take a clause without "that", so that "A and B" behind them can be its subject. */
static bool holds_clause(const enti_sentence *s, int clause) {
    static const char *const verbs[] = {"believe", "think", "know", "say", "hope", "feel", "understand", "suppose", "expect", "mean", "see", NULL};
    uint16_t verb = clause >= 0 ? enti_token_verb(s, s->clause[clause].verb) : 0;
    for (int k = 0; verb != 0 && verbs[k] != NULL; k++)
        if (strcmp(s->lexicon->verbs[verb - 1].lemma, verbs[k]) == 0) return true;
    return false;
}

/* A finite verb with a phrase right before it. */
static void verb_after_phrase(finder *f, const group *g, int np) {
    const enti_np *p = &f->s->np[np];
    frame *x = now(f);
    int below = waiting(f), subject = np;
    if (x->has_verb && below >= 0 && !x->comma_group && !f->conj) {
        f->top = below; /* the clause that began first gets the verb */
        own_clause(f, g, now(f)->candidate);
        return;
    }
    if (x->has_verb) {
        subject = x->comma_group && x->group >= 0 ? x->group : x->candidate >= 0 ? x->candidate : np;
        if (p->prep < 0 && x->group >= 0 && !p->time) subject = x->group;
        if (f->conj && p->prep < 0 && !p->time && !holds_clause(f->s, x->last)) subject = np;
        if (x->comma_group || f->conj || x->group < 0) {
            bool stay = f->conj && !x->comma_group;
            if (!stay) pop_finished(f);
            if (p->prep >= 0 && x->candidate < 0 && x->group < 0) {
                int level = continued(f, g);
                if (level >= 0 && below < 0 && (f->conj || f->comma)) {
                    conjunct(f, g, level);
                    return;
                }
                subject = -1;
            }
            own_clause(f, g, subject);
        } else { /* "I believe Russia supports": a clause without its "that" */
            int report = x->last;
            push(f, F_THAT)->report = (int16_t)report;
            own_clause(f, g, subject);
        }
        return;
    }
    if (x->kind == F_REL && x->candidate < 0 && x->antecedent >= 0 && p->prep >= 0) subject = x->antecedent;
    else if (x->comma_group && x->group >= 0 && p->prep < 0) subject = x->group;
    else if (x->candidate >= 0) subject = x->candidate;
    else if (x->group >= 0) subject = x->group;
    else if (below >= 0) {
        f->top = below;
        subject = now(f)->candidate;
    } else if (p->prep >= 0) {
        subject = -1;
    }
    own_clause(f, g, subject);
}

/* Whether a phrase can be the subject of a verb without ending. */
static bool agrees_bare(const enti_sentence *s, int np) {
    static const char *const persons[] = {"i", "we", "you", "they", NULL};
    if (s->np[np].plural || s->np[np].coordinated) return true;
    for (int k = 0; persons[k] != NULL; k++)
        if (spelled(s, s->np[np].head, persons[k])) return true;
    return false;
}

/* A finite verb behind a comma, a conjunction, a relative or nothing. */
static void verb_without_phrase(finder *f, const group *g) {
    uint32_t left = tag_before(f, g->first);
    frame *x = now(f);
    int below = waiting(f), level;
    if (x->kind == F_REL && !x->has_verb && x->candidate < 0) {
        own_clause(f, g, x->antecedent);
        return;
    }
    if (!x->has_verb && x->candidate >= 0) {
        own_clause(f, g, x->candidate);
        return;
    }
    /* "a navy that can deter aggressors, protect ...": a bare form does not agree with one navy. */
    level = g->form == ENTI_BASE && !g->auxiliary && below >= 0 && !agrees_bare(f->s, f->stack[below].candidate) ? continued(f, g) : -1;
    if (level >= 0) {
        conjunct(f, g, level);
        return;
    }
    if (below >= 0 && !(left == ENTI_CONJ || f->conj)) {
        f->top = below;
        own_clause(f, g, now(f)->candidate);
        return;
    }
    level = continued(f, g);
    if (level >= 0 && (f->conj || f->comma || left == ENTI_CONJ || left == ENTI_COMMA || left == ENTI_BREAK)) {
        conjunct(f, g, level);
        return;
    }
    if (below >= 0) {
        f->top = below;
        own_clause(f, g, now(f)->candidate);
        return;
    }
    own_clause(f, g, -1);
}

/* ---- what completes a verb ---- */

/* The phrase between the verb of c and t that no preposition governs; -1 for none. Times do not count. */
static int object_between(const enti_sentence *s, const enti_clause *c, int t, int *governed) {
    int direct = -1;
    *governed = -1;
    for (int k = c->verb + 1; k < t; k++) {
        int np = s->token[k].np;
        if (np < 0 || s->np[np].first != k || s->np[np].time) continue;
        if (s->np[np].prep < 0 && direct < 0) direct = np;
        if (s->np[np].prep >= 0) *governed = np;
    }
    return direct;
}

static void infinitive(finder *f, const group *g) {
    enti_sentence *s = f->s;
    int last = now(f)->last, governed = -1, object = -1;
    bool sibling = (f->conj || f->comma) && last >= 0 && !s->clause[last].finite && s->clause[last].form == ENTI_BASE && s->clause[last].head >= 0;
    enti_clause *c;
    if (last < 0) {
        for (int k = f->top; k >= 0 && last < 0; k--)
            last = f->stack[k].last;
    }
    if (last >= 0) object = object_between(s, &s->clause[last], g->first, &governed);
    c = add_clause(f, g, -1);
    if (c == NULL) return;
    c->form = g->form == 0 ? ENTI_BASE : g->form;
    c->finite = false;
    if (last >= 0) {
        const enti_clause *h = &s->clause[last];
        int own = (int)(c - s->clause);
        if (sibling) {
            c->head = h->head;
            c->link = h->link;
            c->subject = h->subject;
            c->negated = c->negated || (f->nor && h->negated);
        } else {
            c->head = (int16_t)last;
            c->subject = h->subject;
            c->link = ENTI_L_PURPOSE;
            if (object >= 0 && enti_control_of(s, last, ENTI_L_OBJECT, own) != NULL) {
                c->link = ENTI_L_OBJECT;
                c->subject = (int16_t)object;
            } else if (object < 0 && governed >= 0 && enti_control_of(s, last, ENTI_L_OBJECT, own) != NULL) {
                c->link = ENTI_L_OBJECT;
                c->subject = (int16_t)governed;
            } else if ((object < 0 || h->passive) && !g->purpose && enti_control_of(s, last, ENTI_L_TO, own) != NULL) {
                c->link = ENTI_L_TO;
            } else if (h->passive && enti_control_of(s, last, ENTI_L_OBJECT, own) != NULL) {
                c->link = ENTI_L_OBJECT;
            }
        }
    }
    {
        bool had = now(f)->has_verb;
        int16_t candidate = now(f)->candidate;
        verb_taken(f, false);
        now(f)->has_verb = had;
        if (!had) now(f)->candidate = candidate; /* "The decision to withdraw was ..." */
    }
}

static void gerund(finder *f, const group *g) {
    enti_sentence *s = f->s;
    int last = now(f)->last, governed = -1, object = -1, t = g->first;
    bool prep = (tag_before(f, t) & ENTI_PREP) != 0, had = now(f)->has_verb;
    bool sibling = (f->conj || f->comma) && last >= 0 && s->clause[last].form == ENTI_ING && !prep;
    int16_t candidate = now(f)->candidate;
    enti_clause *c;
    if (sibling) {
        conjunct(f, g, f->top);
        now(f)->has_verb = had;
        if (!had) now(f)->candidate = candidate;
        return;
    }
    if (last >= 0) object = object_between(s, &s->clause[last], t, &governed);
    c = add_clause(f, g, -1);
    if (c == NULL) return;
    c->finite = false;
    c->participial = true;
    if (last >= 0) {
        int own = (int)(c - s->clause);
        c->subject = s->clause[last].subject;
        c->without = f->without;
        if (object < 0 && enti_control_of(s, last, ENTI_L_ING, own) != NULL) {
            c->head = (int16_t)last;
            c->link = ENTI_L_ING;
            c->participial = false;
        }
    } else if (!had && candidate >= 0 && !f->comma) {
        c->subject = candidate; /* "ships carrying weapons" */
    }
    verb_taken(f, false);
    now(f)->has_verb = had;
    if (!had) now(f)->candidate = candidate;
}

/* A participle that describes the phrase before it: "sanctions imposed by the West". */
static bool reduced(finder *f, const group *g) {
    enti_sentence *s = f->s;
    int np = np_before(f, g->first), n = g->verb + 1;
    uint8_t all = forms(s, g->verb);
    bool negated = false, follows = false, object;
    if (g->auxiliary || g->infinitive || (all & ENTI_PART) == 0) return false;
    if (g->form == ENTI_PART && np >= 0) return true;
    if (g->form != ENTI_PAST || np < 0) return false;
    if (s->np[np].pronoun && s->token[s->np[np].head].feature == ENTI_F_SUBJ) return false;
    if (now(f)->kind == F_REL && !now(f)->has_verb && now(f)->candidate < 0) return false;
    n = skip_adverbs(s, n, &negated);
    object = (tag(s, n) & (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_PRON | ENTI_NOUN | ENTI_NAME | ENTI_ADJ | ENTI_NUM | ENTI_THAT | ENTI_TO)) != 0;
    if (spelled(s, n, "by") && !enti_takes_particle(s, g->verb, s->token[n].word)) return true;
    if (object) return false;
    /* A finite verb still to come for the phrase before, with nothing that could begin another clause. */
    for (int k = n; k < s->tokens && !follows; k++) {
        uint32_t x = s->token[k].tag;
        if ((x & (ENTI_BREAK | ENTI_END | ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL | ENTI_CONJ | ENTI_COMMA | ENTI_WH)) != 0) break;
        follows = (x & (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0 || (x == ENTI_VERB && (s->token[k].form & (ENTI_S | ENTI_PAST)) != 0);
    }
    if (follows && !now(f)->has_verb) return true;
    /* The object of an earlier verb. */
    return now(f)->has_verb && !f->conj && !now(f)->comma_group && s->np[np].prep < 0 && (tag(s, n) & ENTI_PREP) != 0 && now(f)->group == np;
}

static void take_reduced(finder *f, const group *g) {
    frame saved = *now(f);
    group own = *g;
    enti_clause *c;
    own.passive = true;
    own.finite = false;
    own.form = ENTI_PART;
    own.tense = ENTI_T_PAST;
    c = add_clause(f, &own, np_before(f, g->first));
    if (c == NULL) return;
    c->relative = c->restrictive = true;
    *now(f) = saved;
    f->prep = -1;
}

/* "Had we known", "Should they attack", "Does China support": the subject stands inside the group. */
static int inverted(finder *f, int t) {
    enti_sentence *s = f->s;
    uint32_t left = tag_before(f, t);
    bool negated = false;
    int head = -1, n, end, np;
    group g;
    if ((tag(s, t) & (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)) == 0) return t;
    if (now(f)->candidate >= 0 && !now(f)->has_verb) return t;
    if ((left & (ENTI_END | ENTI_COMMA | ENTI_CONJ | ENTI_BREAK | ENTI_WH | ENTI_NEG)) == 0 && !(s->question && now(f)->last < 0)) return t;
    n = skip_adverbs(s, t + 1, &negated);
    if ((tag(s, n) & (ENTI_PRON | ENTI_NAME | ENTI_DET | ENTI_POSS | ENTI_NOUN)) == 0) return t;
    end = np_end(s, n, &head);
    if (head < 0) return t;
    {
        bool more = negated;
        int v = skip_adverbs(s, end, &more);
        if ((tag(s, v) & (ENTI_VERB | ENTI_BE | ENTI_HAVE)) == 0) return t;
        g = parse_group(s, v);
        g.first = t;
        g.finite = true;
        g.auxiliary = true;
        g.negated = g.negated != more;
    }
    if (tag(s, t) == ENTI_MODAL) {
        uint8_t feature = s->token[t].feature;
        g.future = feature == ENTI_F_FUTURE;
        g.would = feature == ENTI_F_WOULD;
        g.oblige = feature == ENTI_F_OBLIGE;
        g.can = feature == ENTI_F_CAN;
        g.tense = g.future || g.would ? ENTI_T_FUTURE : ENTI_T_PRESENT;
    } else {
        g.perfect = tag(s, t) == ENTI_HAVE;
        g.tense = was(s, t) || spelled(s, t, "did") || spelled(s, t, "had") ? ENTI_T_PAST : g.perfect ? ENTI_T_PERFECT : ENTI_T_PRESENT;
        g.passive = tag(s, t) == ENTI_BE && g.form == ENTI_PART;
    }
    np = add_np(s, n, end, head, -1);
    if (!s->question && (left & (ENTI_END | ENTI_COMMA | ENTI_BREAK)) != 0 && !f->conj &&
        (spelled(s, t, "had") || spelled(s, t, "should") || spelled(s, t, "were")))
        (void)push(f, F_COND);
    own_clause(f, &g, np);
    return g.end;
}

/* ---- the pass ---- */

static void take_np(finder *f, int t, int end, int head) {
    enti_sentence *s = f->s;
    int np = add_np(s, t, end, head, f->prep);
    frame *x = now(f);
    bool of = f->prep >= 0 && spelled(s, f->prep, "of");
    if (np < 0) return;
    if (of && f->last_np >= 0 && s->np[f->last_np].last + 1 == f->prep) s->np[f->last_np].of = (int16_t)np;
    if (f->conj && f->last_np >= 0 && !f->but) {
        int lead = f->last_np;
        s->np[lead].next = (int16_t)np;
        s->np[lead].coordinated = s->np[np].coordinated = true;
        if (x->group >= 0) s->np[x->group].coordinated = true;
        /* "of Iran and Turkey", but not "... in Europe, and we", which begins a clause. */
        if (f->prep < 0 && !f->comma && s->np[lead].prep >= 0 && x->candidate >= 0 && s->token[head].feature != ENTI_F_SUBJ)
            s->np[np].prep = s->np[lead].prep;
    }
    if (f->negative > 0 && f->prep < 0 && !x->has_verb && x->candidate < 0 && spelled(s, t - 1, "not")) {
        s->np[np].negative = true; /* "Not Russia but NATO" */
        f->negative = 0;
    }
    if (f->but && x->candidate >= 0 && !x->has_verb && s->np[x->candidate].negative && f->prep < 0) x->candidate = x->group = (int16_t)np;
    if (s->np[np].prep < 0 && f->prep < 0 && !s->np[np].time) {
        if (x->candidate < 0) x->candidate = (int16_t)np;
        else if (!f->comma && !f->conj && !x->has_verb && f->last_np >= 0 && s->np[f->last_np].last + 1 == t &&
                 s->np[np].first == t && (tag(s, end) & (ENTI_VERB | ENTI_HAVE | ENTI_MODAL | ENTI_ADV | ENTI_BE | ENTI_DO)) != 0 && x->kind != F_REL) {
            /* "the sanctions they imposed": a relative without its pronoun */
            frame *r = push(f, F_REL);
            r->restrictive = true;
            r->candidate = r->group = (int16_t)np;
            f->last_np = np;
            f->prep = -1;
            return;
        }
        if (x->has_verb && f->conj && (f->but || f->comma)) {
            x->reopened = true;
            x->candidate = (int16_t)np;
        }
        if (f->comma || x->group < 0) {
            x->group = (int16_t)np;
            x->comma_group = f->comma;
        }
    } else if (s->np[np].time && f->prep < 0 && x->candidate < 0 && (tag(s, end) & (ENTI_BE | ENTI_MODAL | ENTI_HAVE)) != 0) {
        x->candidate = x->group = (int16_t)np;
    }
    f->last_np = np;
    f->prep = -1;
    f->comma = false;
    if (x->has_verb ? false : true) f->conj = f->but = false;
}

static int take_verb(finder *f, int t) {
    enti_sentence *s = f->s;
    int jump = inverted(f, t);
    group g;
    if (jump != t) return jump;
    g = parse_group(s, t);
    if (g.infinitive) {
        infinitive(f, &g);
    } else if (!g.finite && g.form == ENTI_ING) {
        gerund(f, &g);
    } else if (reduced(f, &g)) {
        take_reduced(f, &g);
    } else if (!g.finite && g.form == ENTI_PART) {
        int level = f->conj || f->comma ? continued(f, &g) : -1;
        if (level >= 0) conjunct(f, &g, level);
        else { /* "Deceived by its partners, Russia ..." */
            frame saved = *now(f);
            enti_clause *c = add_clause(f, &g, -1);
            if (c != NULL) c->participial = c->passive = true;
            *now(f) = saved;
            f->prep = -1;
        }
    } else if (f->exhort > 0 && g.form == ENTI_BASE && !g.auxiliary) {
        enti_clause *c;
        int np = np_before(f, g.first);
        c = add_clause(f, &g, np);
        if (c != NULL) c->exhort = true;
        f->exhort = 0;
        verb_taken(f, true);
    } else if (g.form == ENTI_BASE && !g.auxiliary && now(f)->last >= 0 && !f->conj && !f->comma &&
               enti_control_of(s, now(f)->last, ENTI_L_BARE, -1) != NULL) {
        /* "help build"; "help Ukraine defend itself" */
        int governed, last = now(f)->last, object = object_between(s, &s->clause[last], t, &governed);
        enti_clause *c = add_clause(f, &g, object >= 0 ? object : s->clause[last].subject);
        if (c != NULL) {
            c->finite = false;
            c->head = (int16_t)last;
            c->link = object >= 0 ? ENTI_L_OBJECT : ENTI_L_BARE;
        }
        verb_taken(f, true);
    } else {
        int np = np_before(f, g.first);
        if (np >= 0) verb_after_phrase(f, &g, np);
        else verb_without_phrase(f, &g);
    }
    return g.end > t ? g.end : t + 1;
}

/* "It was X who": the relative says what is asserted. */
static bool is_cleft(const finder *f) {
    const enti_sentence *s = f->s;
    for (int k = 0; k < s->clauses; k++) {
        const enti_clause *c = &s->clause[k];
        if (tag(s, c->verb) == ENTI_BE && c->subject >= 0 && spelled(s, s->np[c->subject].head, "it") && k == s->clauses - 1) return true;
    }
    return false;
}

static void take_relative(finder *f, int t) {
    int antecedent = f->last_np;
    bool comma = f->comma, cleft = now(f)->kind == F_MAIN && is_cleft(f);
    frame *x;
    x = push(f, F_REL);
    x->antecedent = (int16_t)antecedent;
    x->restrictive = !comma && !cleft;
    x->cleft = cleft;
    if (spelled(f->s, t, "whose") || spelled(f->s, t, "whom") || f->prep >= 0) x->antecedent = -1;
    if (antecedent >= 0 && cleft) f->s->np[antecedent].negative = false;
    if (cleft && f->s->clauses > 0) f->s->clause[f->s->clauses - 1].cleft = true;
    f->prep = -1;
    f->negative = 0;
}

static void take_that(finder *f) {
    int report = now(f)->last;
    frame *x = push(f, F_THAT);
    x->report = (int16_t)report;
    f->prep = -1;
}

static void take_subordinator(finder *f, int t) {
    bool whether = strcmp(enti_token_word(f->s, t)->text, "whether") == 0, purpose = f->s->token[t].feature == ENTI_F_PURPOSE;
    bool comma = f->comma;
    frame *x;
    /* "X did this, although ...": the clause before is complete. */
    if (comma) pop_finished(f);
    x = push(f, tag(f->s, t) == ENTI_COND ? F_COND : tag(f->s, t) == ENTI_WH ? F_WH : F_SUB);
    x->hearsay = whether;
    x->purpose = purpose;
    f->prep = -1;
}

/* One token, or the phrase or group that begins with it; returns where to go on. */
static int step(finder *f, int t) {
    enti_sentence *s = f->s;
    uint32_t g = s->token[t].tag;
    int head = -1, end;
    if ((g & (ENTI_VERB | ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO | ENTI_TO)) != 0) return take_verb(f, t);
    if (g == ENTI_PRON || in_np(g)) {
        end = np_end(s, t, &head);
        if (head >= 0) {
            if (t > 0 && spelled(s, t - 1, "let") && s->token[t].feature == ENTI_F_OBJ) f->exhort = t;
            take_np(f, t, end, head);
        }
        return end;
    }
    switch (g) {
    case ENTI_PREP:
        f->prep = t;
        f->without = spelled(s, t, "without");
        break;
    case ENTI_CONJ:
        f->conj = true;
        f->but = spelled(s, t, "but") || spelled(s, t, "but also");
        f->nor = spelled(s, t, "nor");
        f->prep = -1;
        break;
    case ENTI_COMMA:
        f->comma = true;
        f->prep = -1;
        break;
    case ENTI_NEG: f->negative++; break;
    case ENTI_REL: take_relative(f, t); break;
    case ENTI_THAT: take_that(f); break;
    case ENTI_SUB:
    case ENTI_COND:
    case ENTI_WH: take_subordinator(f, t); break;
    case ENTI_BREAK:
    case ENTI_END: reset(f); break;
    default: break;
    }
    return t + 1;
}

/* Where each clause ends: at the next clause or its subject, or at a word that opens one. */
static void set_stops(enti_sentence *s) {
    for (int c = 0; c < s->clauses; c++) {
        enti_clause *x = &s->clause[c];
        int stop = s->tokens;
        if (c + 1 < s->clauses) {
            const enti_clause *y = &s->clause[c + 1];
            stop = y->first;
            if (y->subject >= 0 && s->np[y->subject].first > x->verb && s->np[y->subject].first < stop && y->head != c && !y->restrictive)
                stop = s->np[y->subject].first;
        }
        for (int t = x->verb + 1; t < stop; t++)
            if ((s->token[t].tag & (ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL | ENTI_BREAK | ENTI_END)) != 0) stop = t;
        x->stop = (int16_t)stop;
    }
}

void enti_sentence_clauses(enti_sentence *s) {
    finder f = {.s = s};
    s->nps = s->clauses = 0;
    reset(&f);
    for (int t = 0; t < s->tokens;)
        t = step(&f, t);
    set_stops(s);
}
