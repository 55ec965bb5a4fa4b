/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verb groups that are not finite, and those that hold their subject inside: infinitives and gerunds that complete
 * another verb, participles that describe a noun, questions and "had we known". */
#include "beliefs/finder.h"

/* ---- what completes a verb ---- */

/* The phrase between the verb of c and t that no preposition governs; -1 for none. Times do not count. */
int enti_object_between(const enti_sentence *s, const enti_clause *c, int t, int *governed) {
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

/* "agreed with Chile to leave", but not "came to Lima to leave": who only carries on, tries or moves does so at once. */
static bool reaches(const enti_sentence *s, const enti_control *control, int governed) {
    if (control == NULL || governed < 0 || control->verb == s->lexicon->verb_be) return control != NULL;
    return control->effect != ENTI_E_TRANSPARENT && control->effect != ENTI_E_ATTEMPT &&
           control->effect != ENTI_E_FUTURE;
}

/* "have no plans to": the object belongs to the control verb. */
static bool holds_object(const enti_sentence *s, int clause, int with) {
    const enti_control *control = enti_control_of(s, clause, ENTI_L_TO, with);
    return control != NULL && control->particles > 1;
}

void enti_infinitive(enti_finder *f, const enti_group *g) {
    enti_sentence *s = f->s;
    int last = enti_now(f)->last, governed = -1, object = -1;
    bool sibling = (f->conj || f->comma) && last >= 0 && !s->clause[last].finite && s->clause[last].form == ENTI_BASE &&
                   s->clause[last].head >= 0;
    enti_clause *c;
    if (last < 0) {
        for (int k = f->top; k >= 0 && last < 0; k--)
            last = f->stack[k].last;
    }
    if (last >= 0) object = enti_object_between(s, &s->clause[last], g->first, &governed);
    c = enti_clause_add(f, g, -1);
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
            } else if ((object < 0 || h->passive || holds_object(s, last, own)) && !g->purpose &&
                       reaches(s, enti_control_of(s, last, ENTI_L_TO, own), governed)) {
                c->link = ENTI_L_TO;
            } else if (h->passive && enti_control_of(s, last, ENTI_L_OBJECT, own) != NULL) {
                c->link = ENTI_L_OBJECT;
            }
        }
    }
    {
        bool had = enti_now(f)->has_verb;
        int16_t candidate = enti_now(f)->candidate;
        enti_verb_taken(f, false);
        enti_now(f)->has_verb = had;
        if (!had) enti_now(f)->candidate = candidate; /* "The decision to withdraw was ..." */
    }
}

void enti_gerund(enti_finder *f, const enti_group *g) {
    enti_sentence *s = f->s;
    int last = enti_now(f)->last, governed = -1, object = -1, t = g->first;
    bool prep = (enti_tag_before(f, t) & ENTI_PREP) != 0, had = enti_now(f)->has_verb;
    bool sibling = (f->conj || f->comma) && last >= 0 && s->clause[last].form == ENTI_ING && !prep;
    int16_t candidate = enti_now(f)->candidate;
    enti_clause *c;
    if (sibling) {
        enti_conjunct(f, g, f->top);
        enti_now(f)->has_verb = had;
        if (!had) enti_now(f)->candidate = candidate;
        return;
    }
    if (last >= 0) object = enti_object_between(s, &s->clause[last], t, &governed);
    c = enti_clause_add(f, g, -1);
    if (c == NULL) return;
    c->finite = false;
    c->participial = true;
    if (last >= 0) {
        int own = (int)(c - s->clause);
        c->subject = s->clause[last].subject;
        c->without = f->without;
        const enti_control *control = enti_control_of(s, last, ENTI_L_ING, own);
        if (control != NULL && (object < 0 || control->particles > 1)) { /* "have no intention of" holds its object */
            c->head = (int16_t)last;
            c->link = ENTI_L_ING;
            c->participial = false;
        }
    } else if (!had && candidate >= 0 && !f->comma) {
        c->subject = candidate; /* "ships carrying weapons" */
    }
    enti_verb_taken(f, false);
    enti_now(f)->has_verb = had;
    if (!had) enti_now(f)->candidate = candidate;
}

/* A participle that describes the phrase before it: "sanctions imposed by the West". */
bool enti_reduced(enti_finder *f, const enti_group *g) {
    enti_sentence *s = f->s;
    int np = enti_np_before(f, g->first), n = g->verb + 1;
    uint8_t all = enti_forms(s, g->verb);
    bool negated = false, follows = false, object;
    if (g->auxiliary || g->infinitive || (all & ENTI_PART) == 0) return false;
    if (g->form == ENTI_PART && np >= 0) return true;
    if (g->form != ENTI_PAST || np < 0) return false;
    if (s->np[np].pronoun && s->token[s->np[np].head].feature == ENTI_F_SUBJ) return false;
    if (enti_now(f)->kind == F_REL && !enti_now(f)->has_verb && enti_now(f)->candidate < 0) return false;
    n = enti_skip_adverbs(s, n, &negated);
    object = (enti_tag_at(s, n) & (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_PRON | ENTI_NOUN | ENTI_NAME | ENTI_ADJ |
                                   ENTI_NUM | ENTI_THAT | ENTI_TO)) != 0;
    if (enti_spelled(s, n, "by") && !enti_takes_particle(s, g->verb, s->token[n].word)) return true;
    if (object) return false;
    /* A finite verb still to come for the phrase before, with nothing that could begin another clause. */
    for (int k = n; k < s->tokens && !follows; k++) {
        uint32_t x = s->token[k].tag;
        if ((x & (ENTI_BREAK | ENTI_END | ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL | ENTI_CONJ | ENTI_COMMA |
                  ENTI_WH)) != 0)
            break;
        follows = (x & (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0 ||
                  (x == ENTI_VERB && (s->token[k].form & (ENTI_S | ENTI_PAST)) != 0);
    }
    if (follows && !enti_now(f)->has_verb) return true;
    /* The object of an earlier verb. */
    return enti_now(f)->has_verb && !f->conj && !enti_now(f)->comma_group && s->np[np].prep < 0 &&
           (enti_tag_at(s, n) & ENTI_PREP) != 0 && enti_now(f)->group == np;
}

void enti_take_reduced(enti_finder *f, const enti_group *g) {
    enti_open saved = *enti_now(f);
    enti_group own = *g;
    enti_clause *c;
    own.passive = true;
    own.finite = false;
    own.form = ENTI_PART;
    own.tense = ENTI_T_PAST;
    c = enti_clause_add(f, &own, enti_np_before(f, g->first));
    if (c == NULL) return;
    c->relative = c->restrictive = true;
    *enti_now(f) = saved;
    f->prep = -1;
}

/* "Had we known", "Should they attack", "Does China support": the subject stands inside the group. */
int enti_inverted(enti_finder *f, int t) {
    enti_sentence *s = f->s;
    uint32_t left = enti_tag_before(f, t);
    bool negated = false;
    int head = -1, n, end, np;
    enti_group g;
    if ((enti_tag_at(s, t) & (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)) == 0) return t;
    if (enti_now(f)->candidate >= 0 && !enti_now(f)->has_verb) return t;
    if ((left & (ENTI_END | ENTI_COMMA | ENTI_CONJ | ENTI_BREAK | ENTI_WH | ENTI_NEG)) == 0 &&
        !(s->question && enti_now(f)->last < 0))
        return t;
    n = enti_skip_adverbs(s, t + 1, &negated);
    if ((enti_tag_at(s, n) & (ENTI_PRON | ENTI_NAME | ENTI_DET | ENTI_POSS | ENTI_NOUN)) == 0) return t;
    end = enti_np_end(s, n, &head);
    if (head < 0) return t;
    {
        bool more = negated;
        int v = enti_skip_adverbs(s, end, &more);
        if ((enti_tag_at(s, v) & (ENTI_VERB | ENTI_BE | ENTI_HAVE)) == 0) return t;
        g = enti_parse_group(s, v);
        g.first = t;
        g.finite = true;
        g.auxiliary = true;
        g.negated = g.negated != more;
    }
    if (enti_tag_at(s, t) == ENTI_MODAL) {
        uint8_t feature = s->token[t].feature;
        g.future = feature == ENTI_F_FUTURE;
        g.would = feature == ENTI_F_WOULD;
        g.oblige = feature == ENTI_F_OBLIGE;
        g.can = feature == ENTI_F_CAN;
        g.tense = g.future || g.would ? ENTI_T_FUTURE : ENTI_T_PRESENT;
    } else {
        g.perfect = enti_tag_at(s, t) == ENTI_HAVE;
        g.tense = enti_was(s, t) || enti_spelled(s, t, "did") || enti_spelled(s, t, "had") ? ENTI_T_PAST
                  : g.perfect                                                              ? ENTI_T_PERFECT
                                                                                           : ENTI_T_PRESENT;
        g.passive = enti_tag_at(s, t) == ENTI_BE && g.form == ENTI_PART;
    }
    np = enti_np_add(s, n, end, head, -1);
    if (!s->question && (left & (ENTI_END | ENTI_COMMA | ENTI_BREAK)) != 0 && !f->conj &&
        (enti_spelled(s, t, "had") || enti_spelled(s, t, "should") || enti_spelled(s, t, "were")))
        (void)enti_push(f, F_COND);
    enti_own_clause(f, &g, np);
    return g.end;
}
