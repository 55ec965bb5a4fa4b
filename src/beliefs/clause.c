/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun phrases and clauses by a finite-state pass over tagged tokens, in the manner of TABARI. A small stack holds the
 * clauses that are open: "that", "if", "because" and relatives push one; a verb that finds no subject of its own pops
 * until it meets a subject still waiting for its verb. So "Our colleagues, who had promised us that NATO would not
 * expand, deceived us" gives three verbs their own subjects without a grammar. */
#include "beliefs/finder.h"

static void reset(enti_finder *f) {
    f->top = 0;
    f->stack[0] = (enti_open){.kind = F_MAIN, .candidate = -1, .group = -1, .last = -1, .report = -1, .antecedent = -1};
    f->prep = f->last_np = -1;
    f->negative = 0;
    f->comma = f->conj = f->but = f->nor = f->without = false;
    f->exhort = 0;
}

enti_open *enti_push(enti_finder *f, enti_open_kind kind) {
    if (f->top + 1 == ENTI_DEPTH) f->top--; /* deeper than speech goes: the innermost is given up */
    f->stack[++f->top] =
        (enti_open){.kind = kind, .candidate = -1, .group = -1, .last = -1, .report = -1, .antecedent = -1};
    f->comma = f->conj = f->but = f->nor = false;
    return enti_now(f);
}

/* ---- the pass ---- */

/* Whether nothing but conjunctions and the like stands between two phrases. */
static bool only_joins(const enti_sentence *s, int from, int to) {
    for (int t = from; t < to; t++)
        if ((s->token[t].tag & (ENTI_COMMA | ENTI_CONJ | ENTI_ADV | ENTI_MARK | ENTI_NEG | ENTI_PREP)) == 0)
            return false;
    return true;
}

/* ", it seems," says nothing of the clause it stands in. */
static bool aside(const enti_sentence *s, int t) {
    return enti_tag_at(s, t) == ENTI_COMMA && enti_tag_at(s, t + 1) == ENTI_PRON &&
           enti_tag_at(s, t + 2) == ENTI_VERB && enti_tag_at(s, t + 3) == ENTI_COMMA;
}

static void take_np(enti_finder *f, int t, int end, int head) {
    enti_sentence *s = f->s;
    int np = enti_np_add(s, t, end, head, f->prep);
    enti_open *x = enti_now(f);
    bool of = f->prep >= 0 && enti_spelled(s, f->prep, "of");
    if (np < 0) return;
    if (of && f->last_np >= 0 && s->np[f->last_np].last + 1 == f->prep) s->np[f->last_np].of = (int16_t)np;
    if (f->conj && f->last_np >= 0 && !f->but && only_joins(s, s->np[f->last_np].last + 1, t)) {
        int lead = f->last_np;
        s->np[lead].next = (int16_t)np;
        s->np[lead].coordinated = s->np[np].coordinated = true;
        if (x->group >= 0) s->np[x->group].coordinated = true;
        /* "of Iran and Turkey", but not "... in Europe, and we", which begins a clause. */
        if (f->prep < 0 && !f->comma && s->np[lead].prep >= 0 && x->candidate >= 0 &&
            s->token[head].feature != ENTI_F_SUBJ)
            s->np[np].prep = s->np[lead].prep;
    }
    if (f->negative > 0 && f->prep < 0 && !x->has_verb && x->candidate < 0 && enti_spelled(s, t - 1, "not")) {
        s->np[np].negative = true; /* "Not Russia but NATO" */
        f->negative = 0;
    }
    /* "but not others": the phrase is negated, not the verb that comes next. */
    if (f->negative > 0 && t > 0 && enti_spelled(s, t - 1, "not") &&
        (enti_tag_at(s, end) & (ENTI_VERB | ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO | ENTI_ADV | ENTI_CONJ)) == 0)
        f->negative = 0;
    if (f->but && x->candidate >= 0 && !x->has_verb && s->np[x->candidate].negative && f->prep < 0)
        x->candidate = x->group = (int16_t)np;
    if (s->np[np].prep < 0 && f->prep < 0 && !s->np[np].time) {
        if (x->candidate < 0)
            x->candidate = (int16_t)np;
        else if (!f->comma && !f->conj && !x->has_verb && f->last_np >= 0 && s->np[f->last_np].last + 1 == t &&
                 s->np[np].first == t &&
                 (enti_tag_at(s, end) & (ENTI_VERB | ENTI_HAVE | ENTI_MODAL | ENTI_ADV | ENTI_BE | ENTI_DO)) != 0 &&
                 x->kind != F_REL) {
            /* "the sanctions they imposed": a relative without its pronoun */
            enti_open *r = enti_push(f, F_REL);
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
    } else if (s->np[np].time && f->prep < 0 && x->candidate < 0 &&
               (enti_tag_at(s, end) & (ENTI_BE | ENTI_MODAL | ENTI_HAVE)) != 0) {
        x->candidate = x->group = (int16_t)np;
    }
    f->last_np = np;
    f->prep = -1;
    f->comma = false;
    if (x->has_verb ? false : true) f->conj = f->but = false;
}

static int take_verb(enti_finder *f, int t) {
    enti_sentence *s = f->s;
    int jump = enti_inverted(f, t);
    enti_group g;
    if (jump != t) return jump;
    g = enti_parse_group(s, t);
    if (g.infinitive) {
        enti_infinitive(f, &g);
    } else if (!g.finite && g.form == ENTI_ING) {
        enti_gerund(f, &g);
    } else if (enti_reduced(f, &g)) {
        enti_take_reduced(f, &g);
    } else if (!g.finite && g.form == ENTI_PART) {
        int level = f->conj || f->comma ? enti_continued(f, &g) : -1;
        if (level >= 0)
            enti_conjunct(f, &g, level);
        else { /* "Deceived by its partners, Russia ..." */
            enti_open saved = *enti_now(f);
            enti_clause *c = enti_clause_add(f, &g, -1);
            if (c != NULL) c->participial = c->passive = true;
            *enti_now(f) = saved;
            f->prep = -1;
        }
    } else if (f->exhort > 0 && g.form == ENTI_BASE && !g.auxiliary) {
        enti_clause *c;
        int np = enti_np_before(f, g.first);
        c = enti_clause_add(f, &g, np);
        if (c != NULL) c->exhort = true;
        f->exhort = 0;
        enti_verb_taken(f, true);
    } else if (g.form == ENTI_BASE && !g.auxiliary && enti_now(f)->last >= 0 && !f->conj && !f->comma &&
               enti_control_of(s, enti_now(f)->last, ENTI_L_BARE, -1) != NULL) {
        /* "help build"; "help Ukraine defend itself" */
        int governed, last = enti_now(f)->last, object = enti_object_between(s, &s->clause[last], t, &governed);
        enti_clause *c = enti_clause_add(f, &g, object >= 0 ? object : s->clause[last].subject);
        if (c != NULL) {
            c->finite = false;
            c->head = (int16_t)last;
            c->link = object >= 0 ? ENTI_L_OBJECT : ENTI_L_BARE;
        }
        enti_verb_taken(f, true);
    } else {
        int np = enti_np_before(f, g.first);
        if (np >= 0)
            enti_verb_after_phrase(f, &g, np);
        else
            enti_verb_without_phrase(f, &g);
    }
    return g.end > t ? g.end : t + 1;
}

/* "It was X who": the relative says what is asserted. */
static bool is_cleft(const enti_finder *f) {
    const enti_sentence *s = f->s;
    for (int k = 0; k < s->clauses; k++) {
        const enti_clause *c = &s->clause[k];
        if (enti_tag_at(s, c->verb) == ENTI_BE && c->subject >= 0 && enti_spelled(s, s->np[c->subject].head, "it") &&
            k == s->clauses - 1)
            return true;
    }
    return false;
}

static void take_relative(enti_finder *f, int t) {
    int antecedent = f->last_np;
    bool comma = f->comma, cleft = enti_now(f)->kind == F_MAIN && is_cleft(f);
    enti_open *x;
    x = enti_push(f, F_REL);
    x->antecedent = (int16_t)antecedent;
    x->restrictive = !comma && !cleft;
    x->cleft = cleft;
    if (enti_spelled(f->s, t, "whose") || enti_spelled(f->s, t, "whom") || f->prep >= 0) x->antecedent = -1;
    if (antecedent >= 0 && cleft) f->s->np[antecedent].negative = false;
    if (cleft && f->s->clauses > 0) f->s->clause[f->s->clauses - 1].cleft = true;
    f->prep = -1;
    f->negative = 0;
}

static void take_that(enti_finder *f) {
    int report = enti_now(f)->last;
    enti_open *x = enti_push(f, F_THAT);
    x->report = (int16_t)report;
    f->prep = -1;
}

static void take_subordinator(enti_finder *f, int t) {
    bool whether = strcmp(enti_token_word(f->s, t)->text, "whether") == 0,
         purpose = f->s->token[t].feature == ENTI_F_PURPOSE;
    bool comma = f->comma;
    enti_open *x;
    /* "X did this, although ...": the clause before is complete. */
    if (comma) enti_pop_finished(f);
    x = enti_push(f, enti_tag_at(f->s, t) == ENTI_COND ? F_COND : enti_tag_at(f->s, t) == ENTI_WH ? F_WH : F_SUB);
    x->hearsay = whether;
    x->purpose = purpose;
    f->prep = -1;
}

/* One token, or the phrase or group that begins with it; returns where to go on. */
static int step(enti_finder *f, int t) {
    enti_sentence *s = f->s;
    uint32_t g = s->token[t].tag;
    int head = -1, end;
    if ((g & (ENTI_VERB | ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO | ENTI_TO)) != 0) return take_verb(f, t);
    if (g == ENTI_PRON || enti_in_np(g)) {
        end = enti_np_end(s, t, &head);
        if (head >= 0) {
            if (t > 0 && enti_spelled(s, t - 1, "let") && s->token[t].feature == ENTI_F_OBJ) f->exhort = t;
            take_np(f, t, end, head);
        }
        return end;
    }
    switch (g) {
    case ENTI_PREP:
        f->prep = t;
        f->without = enti_spelled(s, t, "without");
        break;
    case ENTI_CONJ:
        f->conj = true;
        f->but = enti_spelled(s, t, "but") || enti_spelled(s, t, "but also");
        f->nor = enti_spelled(s, t, "nor");
        f->prep = -1;
        break;
    case ENTI_COMMA:
        if (aside(s, t)) return t + 4;
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
            if (y->subject >= 0 && s->np[y->subject].first > x->verb && s->np[y->subject].first < stop &&
                y->head != c && !y->restrictive)
                stop = s->np[y->subject].first;
        }
        for (int t = x->verb + 1; t < stop; t++)
            if ((s->token[t].tag & (ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL | ENTI_BREAK | ENTI_END)) != 0)
                stop = t;
        x->stop = (int16_t)stop;
    }
}

void enti_sentence_clauses(enti_sentence *s) {
    enti_finder f = {.s = s};
    s->nps = s->clauses = 0;
    reset(&f);
    for (int t = 0; t < s->tokens;)
        t = step(&f, t);
    set_stops(s);
}
