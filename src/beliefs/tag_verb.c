/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Noun or verb: by what stands before (an article wants a noun, a modal a verb), then by number agreement with the noun
 * before, then by what follows. */
#include "beliefs/tag.h"

#include <string.h>

/* Whether a finite verb that can be nothing else follows before the clause can have ended. */
static bool finite_follows(const enti_sentence *s, int t) {
    for (int k = t + 1; k < s->tokens; k++) {
        uint32_t tags = s->token[k].tags;
        uint8_t forms = enti_forms_of(s, k);
        if ((tags & (ENTI_COMMA | ENTI_BREAK | ENTI_END | ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL | ENTI_CONJ |
                     ENTI_WH)) != 0)
            return false;
        if ((tags & (ENTI_MODAL | ENTI_BE | ENTI_DO)) != 0 && (tags & ENTI_GEN) == 0) return true;
        if ((tags & ENTI_HAVE) != 0 && (tags & ENTI_GEN) == 0) return true;
        if ((tags & ENTI_PRON) != 0 && s->token[k].feature == ENTI_F_SUBJ) return false;
        if (tags == ENTI_VERB && (forms & (ENTI_S | ENTI_PAST)) != 0) return (forms & ENTI_PART) == 0 || k > t + 1;
    }
    return false;
}

/* Whether a finite verb was seen since the clause began. */
static bool finite_before(const enti_sentence *s, int t) {
    for (int k = t - 1; k >= 0; k--) {
        uint32_t tag = s->token[k].tag;
        if ((tag & (ENTI_BREAK | ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL)) != 0) return false;
        if ((tag & ENTI_AUXILIARY) != 0) return true;
        if (tag == ENTI_VERB && (s->token[k].form & (ENTI_S | ENTI_PAST | ENTI_BASE)) != 0) return true;
    }
    return false;
}

static bool has_particle(const enti_sentence *s, int t, uint32_t word) {
    const ent_lexicon *x = s->lexicon;
    for (int k = 0; k < 2; k++) {
        uint16_t v = enti_token_word(s, t)->verb[k];
        if (v == 0) continue;
        for (uint32_t f = 0; f < x->verbs[v - 1].frames_count; f++) {
            const enti_frame *frame = &x->frames[x->verbs[v - 1].frames + f];
            if (frame->particles > 0 && frame->particle[0] == word && frame->scale != 0) return true;
        }
    }
    return false;
}

/* An object seems to begin behind t. */
bool enti_object_follows(const enti_sentence *s, int t) {
    int n = enti_right(s, t);
    uint32_t next = enti_can(s, n);
    if (n >= s->tokens) return false;
    if (next == ENTI_ADV) return true;
    if ((next & (ENTI_OPENS_NP | ENTI_THAT | ENTI_TO)) != 0 && (next & ENTI_REL) == 0) return true;
    if ((next & ENTI_PREP) != 0) return has_particle(s, t, s->token[n].word);
    return (next & (ENTI_NOUN | ENTI_ADJ)) != 0 && (next & (ENTI_AUXILIARY | ENTI_CONJ)) == 0 &&
           (enti_forms_of(s, n) & (ENTI_PAST | ENTI_S)) == 0;
}

/* Plural for agreement: of a plural noun, of "A and B", of police and people. What a preposition governs does not count:
 * "the leaders of the region". */
static bool plural_at(const enti_sentence *s, int t) {
    const enti_token *p = &s->token[t];
    bool own = p->plural || enti_token_word(s, t)->plural ||
               (p->tag & (ENTI_DET | ENTI_DEM | ENTI_NUM)) != 0; /* many, those, two */
    bool first = !finite_before(s, t + 1);
    for (int k = t - 1; k >= 0 && k > t - 16; k--) {
        uint32_t tag = s->token[k].tag;
        if ((tag & ENTI_CONJ) != 0) {
            if (first && k > 0 && (enti_is(s, k - 1) & (ENTI_NOUN | ENTI_NAME | ENTI_PRON)) != 0) return true;
            return own;
        }
        if ((tag & ENTI_PREP) != 0 && k > 0 && (enti_is(s, k - 1) & (ENTI_NOUN | ENTI_NAME)) != 0) {
            if (!first) return own;
            k--;
            own = s->token[k].plural || enti_token_word(s, k)->plural;
        } else if ((tag & (ENTI_NOMINAL | ENTI_NOUN | ENTI_NAME)) == 0) {
            return own;
        }
    }
    return own;
}

/* What begins the clause of t: the boundary before it, or the auxiliary of a question. */
static uint32_t clause_opening(const enti_sentence *s, int t) {
    for (int k = t - 1; k >= 0; k--) {
        uint32_t tag = s->token[k].tag;
        if ((tag & (ENTI_DO | ENTI_MODAL)) != 0) {
            uint32_t left = enti_is(s, enti_left(s, k));
            return (left & (ENTI_END | ENTI_COMMA | ENTI_CONJ | ENTI_WH | ENTI_BREAK)) != 0 ? tag : 0;
        }
        if ((tag & (ENTI_COMMA | ENTI_BREAK | ENTI_SUB | ENTI_COND | ENTI_THAT | ENTI_REL | ENTI_VERB | ENTI_BE |
                    ENTI_HAVE)) != 0)
            return tag;
    }
    return 0;
}

/* "If Peru objects,": the clause would have no other verb. */
static bool last_chance(const enti_sentence *s, int t) {
    return (enti_can(s, enti_right(s, t)) & (ENTI_COMMA | ENTI_END | ENTI_BREAK)) != 0 &&
           (clause_opening(s, t) & (ENTI_SUB | ENTI_COND)) != 0;
}

/* Noun or verb behind a noun phrase. */
static void behind_noun(enti_sentence *s, int t, int p) {
    uint8_t forms = enti_forms_of(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ)) != 0;
    if ((forms & (ENTI_PAST | ENTI_PART)) != 0 && ((s->token[t].tags & ENTI_NOUN) == 0 || enti_object_follows(s, t)) &&
        !((forms & ENTI_BASE) != 0 && !plural_at(s, p) && noun && !enti_object_follows(s, t))) {
        enti_as_verb(s, t, (forms & ENTI_PAST) != 0 ? ENTI_PAST : ENTI_PART);
        return;
    }
    if ((forms & ENTI_ING) != 0) {
        if (noun && !enti_object_follows(s, t))
            enti_as_nominal(s, t);
        else
            enti_as_verb(s, t, ENTI_ING);
        return;
    }
    if ((forms & ENTI_S) != 0) {
        bool agrees = !plural_at(s, p) || (s->token[p].tag & ENTI_NAME) != 0;
        if (!noun || (agrees && (last_chance(s, t) || (!finite_follows(s, t) && enti_object_follows(s, t))) &&
                      !finite_before(s, t))) {
            enti_as_verb(s, t, ENTI_S);
            return;
        }
    } else if ((forms & ENTI_BASE) != 0) {
        bool agrees = plural_at(s, p), asked = (clause_opening(s, t) & (ENTI_DO | ENTI_MODAL)) != 0;
        if (!noun || asked ||
            (agrees && (last_chance(s, t) || (!finite_follows(s, t) && enti_object_follows(s, t))) &&
             !finite_before(s, t))) {
            enti_as_verb(s, t, ENTI_BASE);
            return;
        }
    }
    enti_as_nominal(s, t);
}

/* The last form of a verb before t that a conjunct can share; 0 for none. */
static uint8_t form_before(const enti_sentence *s, int t) {
    for (int k = t - 1; k >= 0; k--)
        if (s->token[k].tag == ENTI_VERB) return s->token[k].form;
    return 0;
}

/* "held restricted and expanded meetings": participles before a noun. */
static bool describes(const enti_sentence *s, int t) {
    int n = t + 1;
    if ((enti_can(s, n) & ENTI_CONJ) != 0 && (enti_forms_of(s, n + 1 < s->tokens ? n + 1 : n) & ENTI_PART) != 0) n += 2;
    return (enti_can(s, n) & ENTI_NOUN) != 0 && (enti_can(s, n) & (ENTI_PREP | ENTI_ADV)) == 0;
}

/* Behind "and", "or" or a comma. */
static void behind_conjunction(enti_sentence *s, int t) {
    uint8_t forms = enti_forms_of(s, t), last = form_before(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ)) != 0;
    bool parallel = (forms & last) != 0 || (last == 0 && (forms & ENTI_ING) != 0) ||
                    ((last & (ENTI_S | ENTI_PAST | ENTI_BASE)) != 0 && (forms & (ENTI_S | ENTI_PAST)) != 0);
    int n = enti_right(s, t);
    if (t > 1 && (s->token[t - 1].tag & ENTI_CONJ) != 0 && s->token[t - 2].tag == ENTI_ADJ &&
        (forms & ENTI_PART) != 0 && describes(s, t)) {
        enti_as(s, t, ENTI_ADJ);
        return;
    }
    if ((s->token[t].tags & ENTI_ADJ) != 0 && (forms & (ENTI_ING | ENTI_PART)) != 0 && describes(s, t)) {
        enti_as(s, t, ENTI_ADJ);
        return;
    }
    /* A noun that is neither before "of" nor at the end of a list, and behaves as a verb. */
    bool verbal = (enti_can(s, n) & (ENTI_OPENS_NP | ENTI_THAT)) != 0 && (enti_can(s, n) & ENTI_PREP) == 0;
    if (!verbal && enti_object_follows(s, t) && (enti_can(s, n) & ENTI_PREP) == 0)
        verbal = (enti_is(s, t - 1) & ENTI_CONJ) != 0 || (enti_is(s, t - 1) & ENTI_ADV) != 0;
    if (noun && !(parallel && verbal)) {
        enti_as_nominal(s, t);
        return;
    }
    if ((forms & last) != 0)
        enti_as_verb(s, t, last);
    else if ((forms & ENTI_PAST) != 0)
        enti_as_verb(s, t, ENTI_PAST);
    else if ((forms & ENTI_S) != 0)
        enti_as_verb(s, t, ENTI_S);
    else if ((forms & ENTI_BASE) != 0)
        enti_as_verb(s, t, ENTI_BASE);
    else
        enti_as_verb(s, t, forms & ENTI_PART ? ENTI_PART : ENTI_ING);
}

static void at_start(enti_sentence *s, int t) {
    uint8_t forms = enti_forms_of(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) != 0;
    if ((forms & ENTI_ING) != 0 && (!noun || enti_object_follows(s, t)))
        enti_as_verb(s, t, ENTI_ING);
    else if ((forms & ENTI_PART) != 0 && (forms & ENTI_BASE) == 0 && (enti_can(s, t + 1) & (ENTI_PREP | ENTI_TO)) != 0)
        enti_as_verb(s, t, ENTI_PART);
    else if (noun)
        enti_as_nominal(s, t);
    else if ((forms & ENTI_BASE) != 0)
        enti_as_verb(s, t, ENTI_BASE);
    else if ((forms & ENTI_S) != 0)
        enti_as_verb(s, t, ENTI_S);
    else
        enti_as_verb(s, t, forms & ENTI_PART ? ENTI_PART : ENTI_PAST);
}

/* In the place of an object, behind a verb. */
static void behind_verb(enti_sentence *s, int t, int p) {
    uint8_t forms = enti_forms_of(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ)) != 0;
    uint16_t v = enti_token_verb(s, p);
    if ((forms & ENTI_ING) != 0 && v != 0) {
        const enti_verb *verb = &s->lexicon->verbs[v - 1];
        for (uint32_t c = 0; c < verb->controls_count; c++)
            if (s->lexicon->controls[verb->controls + c].link == ENTI_L_ING && (!noun || enti_object_follows(s, t))) {
                enti_as_verb(s, t, ENTI_ING);
                return;
            }
    }
    if (noun)
        enti_as_nominal(s, t);
    else if ((forms & ENTI_ING) != 0)
        enti_as_verb(s, t, ENTI_ING);
    else if ((forms & ENTI_PART) != 0 && describes(s, t))
        enti_as(s, t, ENTI_ADJ);
    else if ((forms & ENTI_PART) != 0)
        enti_as_verb(s, t, ENTI_PART);
    else
        enti_as_verb(s, t, (forms & ENTI_BASE) != 0 ? ENTI_BASE : (forms & ENTI_S) != 0 ? ENTI_S : ENTI_PAST);
}

static void behind_be(enti_sentence *s, int t, uint8_t forms, bool noun) {
    if ((forms & ENTI_PART) != 0)
        enti_as_verb(s, t, ENTI_PART);
    else if ((forms & ENTI_ING) != 0)
        enti_as_verb(s, t, ENTI_ING);
    else if (noun)
        enti_as_nominal(s, t);
    else
        enti_as_verb(s, t, ENTI_BASE);
}

/* Behind a subject that is nothing else: who, we, nobody. */
static void behind_subject(enti_sentence *s, int t, uint8_t forms, bool noun) {
    if ((forms & ENTI_PAST) != 0 && (forms & ENTI_BASE) == 0)
        enti_as_verb(s, t, ENTI_PAST);
    else if ((forms & ENTI_S) != 0)
        enti_as_verb(s, t, ENTI_S);
    else if ((forms & ENTI_BASE) != 0)
        enti_as_verb(s, t, ENTI_BASE);
    else if ((forms & ENTI_PAST) != 0)
        enti_as_verb(s, t, ENTI_PAST);
    else if ((forms & ENTI_ING) != 0 && !noun)
        enti_as_verb(s, t, ENTI_ING);
    else if (noun)
        enti_as_nominal(s, t);
    else
        enti_as_verb(s, t, ENTI_PART);
}

/* A word that can be a verb. */
void enti_tag_verb(enti_sentence *s, int t) {
    int p = enti_left(s, t);
    uint32_t left = enti_is(s, p);
    uint8_t forms = enti_forms_of(s, t), feature = p >= 0 ? s->token[p].feature : 0;
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) != 0;
    /* Written with a capital inside a sentence: a title or a name. */
    if ((s->token[t].flags & ENTI_CAPITAL) != 0 && t > 0 && noun && (left & (ENTI_MARK | ENTI_BREAK)) == 0 && p >= 0) {
        enti_as_nominal(s, t);
        return;
    }
    if (p < 0 || (left & (ENTI_BREAK | ENTI_END | ENTI_SUB | ENTI_COND | ENTI_WH)) != 0) {
        at_start(s, t);
    } else if ((left & (ENTI_MODAL | ENTI_TO)) != 0 && (forms & ENTI_BASE) != 0) {
        enti_as_verb(s, t, ENTI_BASE);
    } else if ((left & ENTI_DO) != 0 && (forms & ENTI_BASE) != 0 && (!noun || t - p > 1)) {
        enti_as_verb(s, t, ENTI_BASE);
    } else if ((left & ENTI_BE) != 0) {
        behind_be(s, t, forms, noun);
    } else if ((left & ENTI_HAVE) != 0) {
        if ((forms & ENTI_PART) != 0)
            enti_as_verb(s, t, ENTI_PART);
        else
            enti_as_nominal(s, t);
    } else if ((left & ENTI_REL) != 0 ||
               ((left & ENTI_PRON) != 0 && (feature == ENTI_F_SUBJ || feature == ENTI_F_NO))) {
        behind_subject(s, t, forms, noun);
    } else if ((left & (ENTI_DEM | ENTI_DET)) != 0 && (feature == ENTI_F_QUANT || (left & ENTI_DEM) != 0) &&
               (!noun || ((forms & ENTI_BASE) != 0 &&
                          (enti_can(s, enti_right(s, t)) & (ENTI_OPENS_NP & ~ENTI_NUM)) != 0 && !s->token[t].plural))) {
        /* "many support the", "those who": the determiner stands alone. */
        if ((forms & ENTI_ING) != 0 || (forms & ENTI_PART && (enti_can(s, t + 1) & (ENTI_NOUN | ENTI_ADJ)) != 0))
            enti_as(s, t, ENTI_ADJ);
        else
            enti_as_verb(s, t,
                         (forms & ENTI_PAST) != 0   ? ENTI_PAST
                         : (forms & ENTI_BASE) != 0 ? ENTI_BASE
                         : forms & ENTI_S           ? ENTI_S
                                                    : ENTI_PART);
    } else if ((left & ENTI_ADJ) != 0 && p > 0 && !noun && (forms & (ENTI_BASE | ENTI_PART | ENTI_ING)) == 0) {
        enti_as_verb(s, t,
                     (forms & ENTI_PAST) != 0 ? ENTI_PAST : ENTI_S); /* "the rich exploit", "the Chinese proposed" */
    } else if ((left & ENTI_NOMINAL) != 0) {
        if (!noun && (forms & ENTI_PAST) != 0 && (forms & ENTI_PART) == 0)
            enti_as_verb(s, t, ENTI_PAST);
        else
            enti_as_nominal(s, t);
    } else if ((left & ENTI_PREP) != 0) {
        if ((forms & ENTI_ING) != 0 && (!noun || enti_object_follows(s, t)))
            enti_as_verb(s, t, ENTI_ING);
        else
            enti_as_nominal(s, t);
    } else if ((left & (ENTI_NOUN | ENTI_NAME)) != 0) {
        behind_noun(s, t, p);
    } else if ((left & ENTI_PRON) != 0) {
        if ((forms & ENTI_BASE) != 0 && feature == ENTI_F_OBJ)
            enti_as_verb(s, t, ENTI_BASE); /* "let us join" */
        else
            behind_noun(s, t, p);
    } else if ((left & (ENTI_CONJ | ENTI_COMMA)) != 0) {
        behind_conjunction(s, t);
    } else if ((left & ENTI_VERB) != 0) {
        behind_verb(s, t, p);
    } else if ((left & ENTI_THAT) != 0) {
        if (noun)
            enti_as_nominal(s, t);
        else
            enti_as_verb(s, t, (forms & ENTI_PAST) != 0 ? ENTI_PAST : (forms & ENTI_S) != 0 ? ENTI_S : ENTI_BASE);
    } else {
        at_start(s, t);
    }
}
