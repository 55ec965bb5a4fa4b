/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which phrase is the subject of a finite verb, and which verbs share one. A verb that finds no subject of its own pops
 * the open clauses until it meets a subject still waiting for its verb. */
#include "beliefs/finder.h"

/* ---- open clauses ---- */

/* The nearest open clause below the top whose subject waits for its verb, or -1. */
int enti_waiting(const enti_finder *f) {
    for (int k = f->top - 1; k >= 0; k--)
        if (f->stack[k].candidate >= 0 && (!f->stack[k].has_verb || f->stack[k].reopened)) return k;
    return -1;
}

static void flags_of_frames(const enti_finder *f, enti_clause *c) {
    for (int k = 0; k <= f->top; k++) {
        const enti_open *x = &f->stack[k];
        if (x->kind == F_COND) c->conditional = true;
        if (x->kind == F_REL) c->relative = true;
        if (x->restrictive) c->restrictive = true;
        if (x->hearsay) c->hearsay = true;
        if (x->cleft) c->cleft = true;
        if (x->purpose) c->purpose = true;
        if (x->report >= 0) c->report = x->report;
    }
}

enti_clause *enti_clause_add(enti_finder *f, const enti_group *g, int subject) {
    enti_sentence *s = f->s;
    enti_clause *c;
    if (s->clauses == ENTI_CLAUSES_MOST) return NULL;
    c = &s->clause[s->clauses++];
    *c = (enti_clause){.subject = (int16_t)subject,
                       .verb = (int16_t)g->verb,
                       .first = (int16_t)g->first,
                       .stop = (int16_t)s->tokens,
                       .head = -1,
                       .report = -1};
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
void enti_verb_taken(enti_finder *f, bool finite) {
    enti_open *x = enti_now(f);
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
static bool continues(const enti_clause *c, const enti_group *g) {
    if (g->auxiliary) return c->finite;
    switch (g->form) {
    case ENTI_BASE:
        return c->form == ENTI_BASE &&
               (!c->finite || c->future || c->would || c->oblige || c->can || c->tense == ENTI_T_PRESENT || c->negated);
    case ENTI_PART: return (c->perfect || c->passive) && c->form == ENTI_PART;
    case ENTI_ING: return c->progressive || c->form == ENTI_ING;
    default: return c->finite;
    }
}

void enti_conjunct(enti_finder *f, const enti_group *g, int level) {
    enti_sentence *s = f->s;
    enti_clause from = s->clause[f->stack[level].last], *c;
    bool but = f->but, nor = f->nor, finite = g->finite;
    f->top = level;
    c = enti_clause_add(f, g, from.subject);
    if (c == NULL) return;
    if (!g->auxiliary && (g->form == ENTI_BASE || g->form == ENTI_PART || g->form == ENTI_ING) &&
        from.form == g->form) {
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
    enti_verb_taken(f, finite);
}

static bool now_restrictive(const enti_finder *f) {
    return f->stack[f->top].kind == F_REL && f->stack[f->top].restrictive;
}

/* The innermost clause that the group can continue, or -1. */
int enti_continued(const enti_finder *f, const enti_group *g) {
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

void enti_own_clause(enti_finder *f, const enti_group *g, int subject) {
    bool negative = subject >= 0 && f->s->np[subject].negative;
    enti_clause *c = enti_clause_add(f, g, subject);
    if (c == NULL) return;
    if (negative) c->negated = !c->negated;
    if (f->nor) c->negated = true;
    enti_verb_taken(f, true);
}

/* The phrase of the token right before the group; -1 when something else stands there. */
int enti_np_before(const enti_finder *f, int t) {
    const enti_sentence *s = f->s;
    do
        t--;
    while (t >= 0 && (s->token[t].tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0 && s->token[t].np < 0);
    return t >= 0 ? s->token[t].np : -1;
}

uint32_t enti_tag_before(const enti_finder *f, int t) {
    do
        t--;
    while (t >= 0 && (f->s->token[t].tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0);
    return t >= 0 ? f->s->token[t].tag : ENTI_END;
}

void enti_pop_finished(enti_finder *f) {
    while (f->top > 0 && enti_now(f)->has_verb)
        f->top--;
}

/* Verbs that take a clause without "that", so that "A and B" behind them can be its subject. */
static bool holds_clause(const enti_sentence *s, int clause) {
    static const char *const verbs[] = {"believe", "think",  "know",   "say",  "hope",     "feel",   "understand",
                                        "suppose", "expect", "mean",   "see",  "tell",     "assure", "promise",
                                        "remind",  "warn",   "inform", "show", "convince", NULL};
    uint16_t verb = clause >= 0 ? enti_token_verb(s, s->clause[clause].verb) : 0;
    for (int k = 0; verb != 0 && verbs[k] != NULL; k++)
        if (strcmp(s->lexicon->verbs[verb - 1].lemma, verbs[k]) == 0) return true;
    return false;
}

/* A finite verb with a phrase right before it. */
void enti_verb_after_phrase(enti_finder *f, const enti_group *g, int np) {
    const enti_np *p = &f->s->np[np];
    enti_open *x = enti_now(f);
    int below = enti_waiting(f), subject = np;
    if (x->has_verb && below >= 0 && !x->comma_group && !f->conj) {
        f->top = below; /* the clause that began first gets the verb */
        enti_own_clause(f, g, enti_now(f)->candidate);
        return;
    }
    if (x->has_verb) {
        subject = x->comma_group && x->group >= 0 ? x->group : x->candidate >= 0 ? x->candidate : np;
        if (p->prep < 0 && x->group >= 0 && !p->time) subject = x->group;
        if (f->conj && p->prep < 0 && !p->time && !holds_clause(f->s, x->last)) subject = np;
        if (x->comma_group || f->conj || x->group < 0) {
            bool stay = f->conj && !x->comma_group;
            if (!stay) enti_pop_finished(f);
            if (p->prep >= 0 && x->candidate < 0 && x->group < 0) {
                int level = enti_continued(f, g);
                if (level >= 0 && below < 0 && (f->conj || f->comma)) {
                    enti_conjunct(f, g, level);
                    return;
                }
                subject = -1;
            }
            enti_own_clause(f, g, subject);
        } else { /* "I believe Russia supports": a clause without its "that" */
            int report = x->last;
            bool described = np != subject && f->s->token[p->head].feature == ENTI_F_SUBJ &&
                             f->s->np[subject].last + 1 == p->first && !holds_clause(f->s, report);
            enti_open *inner = enti_push(f, described ? F_REL : F_THAT);
            if (described) { /* "the projects we agreed on" */
                inner->restrictive = true;
                subject = np;
            } else {
                inner->report = (int16_t)report;
                if (f->s->token[p->head].feature == ENTI_F_SUBJ && !p->coordinated)
                    subject = np; /* "told them we agree" */
            }
            enti_own_clause(f, g, subject);
        }
        return;
    }
    if (x->kind == F_REL && x->candidate < 0 && x->antecedent >= 0 && p->prep >= 0)
        subject = x->antecedent;
    else if (x->comma_group && x->group >= 0 && p->prep < 0)
        subject = x->group;
    else if (x->candidate >= 0)
        subject = x->candidate;
    else if (x->group >= 0)
        subject = x->group;
    else if (below >= 0) {
        f->top = below;
        subject = enti_now(f)->candidate;
    } else if (p->prep >= 0) {
        subject = -1;
    }
    enti_own_clause(f, g, subject);
}

/* Whether a phrase can be the subject of a verb without ending. */
static bool agrees_bare(const enti_sentence *s, int np) {
    static const char *const persons[] = {"i", "we", "you", "they", NULL};
    if (s->np[np].plural || s->np[np].coordinated) return true;
    for (int k = 0; persons[k] != NULL; k++)
        if (enti_spelled(s, s->np[np].head, persons[k])) return true;
    return false;
}

/* A finite verb behind a comma, a conjunction, a relative or nothing. */
void enti_verb_without_phrase(enti_finder *f, const enti_group *g) {
    uint32_t left = enti_tag_before(f, g->first);
    enti_open *x = enti_now(f);
    int below = enti_waiting(f), level;
    if (x->kind == F_REL && !x->has_verb && x->candidate < 0) {
        enti_own_clause(f, g, x->antecedent);
        return;
    }
    if (!x->has_verb && x->candidate >= 0) {
        enti_own_clause(f, g, x->candidate);
        return;
    }
    /* "a navy that can deter aggressors, protect ...": a bare form does not agree with one navy. */
    level = g->form == ENTI_BASE && !g->auxiliary && below >= 0 && !agrees_bare(f->s, f->stack[below].candidate)
                ? enti_continued(f, g)
                : -1;
    if (level >= 0) {
        enti_conjunct(f, g, level);
        return;
    }
    if (below >= 0 && !(left == ENTI_CONJ || f->conj)) {
        f->top = below;
        enti_own_clause(f, g, enti_now(f)->candidate);
        return;
    }
    level = enti_continued(f, g);
    if (level >= 0 && (f->conj || f->comma || left == ENTI_CONJ || left == ENTI_COMMA || left == ENTI_BREAK)) {
        enti_conjunct(f, g, level);
        return;
    }
    if (below >= 0) {
        f->top = below;
        enti_own_clause(f, g, enti_now(f)->candidate);
        return;
    }
    enti_own_clause(f, g, -1);
}
