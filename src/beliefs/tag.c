/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what each token is, from left to right. Closed classes decide themselves; what can be both noun and verb is
 * decided by what stands before it (an article wants a noun, a modal a verb), then by number agreement with the noun
 * before, then by what follows. The rules are those of docs/beliefs/coding.md, "Tagging". */
#include "beliefs/sentence.h"

#include <string.h>

#define NOMINAL (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_ADJ | ENTI_NUM | ENTI_GEN)
#define OPENS_NP (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_PRON | ENTI_REFL | ENTI_NUM | ENTI_NAME)
#define AUXILIARY (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)

static const enti_word *word_of(const enti_sentence *s, int t) {
    return enti_token_word(s, t);
}

static uint8_t forms_of(const enti_sentence *s, int t) {
    const enti_word *w = word_of(s, t);
    return (uint8_t)(w->forms[0] | w->forms[1]);
}

/* Candidates of the token at t, END beyond the sentence. */
static uint32_t can(const enti_sentence *s, int t) {
    return t >= 0 && t < s->tokens ? s->token[t].tags : ENTI_END;
}

static uint32_t is(const enti_sentence *s, int t) {
    return t >= 0 && t < s->tokens ? s->token[t].tag : ENTI_END;
}

/* The token before t that is no adverb, negation or mark; -1 at the start. */
static int before(const enti_sentence *s, int t) {
    do
        t--;
    while (t >= 0 && (s->token[t].tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0);
    /* ", it seems," is passed over. */
    if (t > 3 && s->token[t].tag == ENTI_COMMA && s->token[t - 1].tag == ENTI_VERB &&
        s->token[t - 2].tag == ENTI_PRON && s->token[t - 3].tag == ENTI_COMMA)
        return before(s, t - 3);
    return t;
}

static int after(const enti_sentence *s, int t) {
    do
        t++;
    while (t < s->tokens && ((s->token[t].tags & (ENTI_NEG | ENTI_MARK)) != 0 || s->token[t].tags == ENTI_ADV));
    return t;
}

/* Chooses the lemma that has the form. */
static void as_verb(enti_sentence *s, int t, uint8_t form) {
    const enti_word *w = word_of(s, t);
    s->token[t].tag = ENTI_VERB;
    s->token[t].form = form;
    s->token[t].second = (w->forms[0] & form) == 0 && (w->forms[1] & form) != 0;
}

static void as(enti_sentence *s, int t, uint32_t tag) {
    s->token[t].tag = tag;
    s->token[t].form = 0;
}

static void as_nominal(enti_sentence *s, int t) {
    uint32_t tags = s->token[t].tags;
    uint32_t next = can(s, t + 1);
    bool head_follows = (next & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) != 0 &&
                        (next & (AUXILIARY | ENTI_PREP | ENTI_CONJ | ENTI_ADV)) == 0;
    if ((tags & ENTI_NAME) != 0) {
        /* "the Russian people", "Western partners": the name of a people before a noun describes it. */
        as(s, t,
           word_of(s, t)->name_kind == ENTI_NAME_PEOPLE && head_follows && !s->token[t].plural ? ENTI_ADJ : ENTI_NAME);
    } else if ((tags & ENTI_ADJ) != 0 && ((tags & ENTI_NOUN) == 0 || head_follows)) {
        as(s, t, ENTI_ADJ);
    } else if ((tags & (ENTI_NOUN | ENTI_NUM)) == 0 && (forms_of(s, t) & (ENTI_PART | ENTI_ING)) != 0 && head_follows) {
        as(s, t, ENTI_ADJ);
    } else {
        as(s, t, (tags & ENTI_NUM) != 0 && (tags & ENTI_NOUN) == 0 ? ENTI_NUM : ENTI_NOUN);
    }
}

/* Whether a finite verb that can be nothing else follows before the clause can have ended. */
static bool finite_follows(const enti_sentence *s, int t) {
    for (int k = t + 1; k < s->tokens; k++) {
        uint32_t tags = s->token[k].tags;
        uint8_t forms = forms_of(s, k);
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
        if ((tag & AUXILIARY) != 0) return true;
        if (tag == ENTI_VERB && (s->token[k].form & (ENTI_S | ENTI_PAST | ENTI_BASE)) != 0) return true;
    }
    return false;
}

static bool has_particle(const enti_sentence *s, int t, uint32_t word) {
    const ent_lexicon *x = s->lexicon;
    for (int k = 0; k < 2; k++) {
        uint16_t v = word_of(s, t)->verb[k];
        if (v == 0) continue;
        for (uint32_t f = 0; f < x->verbs[v - 1].frames_count; f++) {
            const enti_frame *frame = &x->frames[x->verbs[v - 1].frames + f];
            if (frame->particles > 0 && frame->particle[0] == word && frame->scale != 0) return true;
        }
    }
    return false;
}

/* An object seems to begin behind t. */
static bool object_follows(const enti_sentence *s, int t) {
    int n = after(s, t);
    uint32_t next = can(s, n);
    if (n >= s->tokens) return false;
    if (next == ENTI_ADV) return true;
    if ((next & (OPENS_NP | ENTI_THAT | ENTI_TO)) != 0 && (next & ENTI_REL) == 0) return true;
    if ((next & ENTI_PREP) != 0) return has_particle(s, t, s->token[n].word);
    return (next & (ENTI_NOUN | ENTI_ADJ)) != 0 && (next & (AUXILIARY | ENTI_CONJ)) == 0 &&
           (forms_of(s, n) & (ENTI_PAST | ENTI_S)) == 0;
}

/* Plural for agreement: of a plural noun, of "A and B", of police and people. What a preposition governs does not count:
 * "the leaders of the region". */
static bool plural_at(const enti_sentence *s, int t) {
    const enti_token *p = &s->token[t];
    bool own =
        p->plural || word_of(s, t)->plural || (p->tag & (ENTI_DET | ENTI_DEM | ENTI_NUM)) != 0; /* many, those, two */
    bool first = !finite_before(s, t + 1);
    for (int k = t - 1; k >= 0 && k > t - 16; k--) {
        uint32_t tag = s->token[k].tag;
        if ((tag & ENTI_CONJ) != 0) {
            if (first && k > 0 && (is(s, k - 1) & (ENTI_NOUN | ENTI_NAME | ENTI_PRON)) != 0) return true;
            return own;
        }
        if ((tag & ENTI_PREP) != 0 && k > 0 && (is(s, k - 1) & (ENTI_NOUN | ENTI_NAME)) != 0) {
            if (!first) return own;
            k--;
            own = s->token[k].plural || word_of(s, k)->plural;
        } else if ((tag & (NOMINAL | ENTI_NOUN | ENTI_NAME)) == 0) {
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
            uint32_t left = is(s, before(s, k));
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
    return (can(s, after(s, t)) & (ENTI_COMMA | ENTI_END | ENTI_BREAK)) != 0 &&
           (clause_opening(s, t) & (ENTI_SUB | ENTI_COND)) != 0;
}

/* Noun or verb behind a noun phrase. */
static void behind_noun(enti_sentence *s, int t, int p) {
    uint8_t forms = forms_of(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ)) != 0;
    if ((forms & (ENTI_PAST | ENTI_PART)) != 0 && ((s->token[t].tags & ENTI_NOUN) == 0 || object_follows(s, t)) &&
        !((forms & ENTI_BASE) != 0 && !plural_at(s, p) && noun && !object_follows(s, t))) {
        as_verb(s, t, (forms & ENTI_PAST) != 0 ? ENTI_PAST : ENTI_PART);
        return;
    }
    if ((forms & ENTI_ING) != 0) {
        if (noun && !object_follows(s, t))
            as_nominal(s, t);
        else
            as_verb(s, t, ENTI_ING);
        return;
    }
    if ((forms & ENTI_S) != 0) {
        bool agrees = !plural_at(s, p) || (s->token[p].tag & ENTI_NAME) != 0;
        if (!noun || (agrees && (last_chance(s, t) || (!finite_follows(s, t) && object_follows(s, t))) &&
                      !finite_before(s, t))) {
            as_verb(s, t, ENTI_S);
            return;
        }
    } else if ((forms & ENTI_BASE) != 0) {
        bool agrees = plural_at(s, p), asked = (clause_opening(s, t) & (ENTI_DO | ENTI_MODAL)) != 0;
        if (!noun || asked ||
            (agrees && (last_chance(s, t) || (!finite_follows(s, t) && object_follows(s, t))) &&
             !finite_before(s, t))) {
            as_verb(s, t, ENTI_BASE);
            return;
        }
    }
    as_nominal(s, t);
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
    if ((can(s, n) & ENTI_CONJ) != 0 && (forms_of(s, n + 1 < s->tokens ? n + 1 : n) & ENTI_PART) != 0) n += 2;
    return (can(s, n) & ENTI_NOUN) != 0 && (can(s, n) & (ENTI_PREP | ENTI_ADV)) == 0;
}

/* Behind "and", "or" or a comma. */
static void behind_conjunction(enti_sentence *s, int t) {
    uint8_t forms = forms_of(s, t), last = form_before(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ)) != 0;
    bool parallel = (forms & last) != 0 || (last == 0 && (forms & ENTI_ING) != 0) ||
                    ((last & (ENTI_S | ENTI_PAST | ENTI_BASE)) != 0 && (forms & (ENTI_S | ENTI_PAST)) != 0);
    int n = after(s, t);
    if (t > 1 && (s->token[t - 1].tag & ENTI_CONJ) != 0 && s->token[t - 2].tag == ENTI_ADJ &&
        (forms & ENTI_PART) != 0 && describes(s, t)) {
        as(s, t, ENTI_ADJ);
        return;
    }
    if ((s->token[t].tags & ENTI_ADJ) != 0 && (forms & (ENTI_ING | ENTI_PART)) != 0 && describes(s, t)) {
        as(s, t, ENTI_ADJ);
        return;
    }
    /* A noun that is neither before "of" nor at the end of a list, and behaves as a verb. */
    bool verbal = (can(s, n) & (OPENS_NP | ENTI_THAT)) != 0 && (can(s, n) & ENTI_PREP) == 0;
    if (!verbal && object_follows(s, t) && (can(s, n) & ENTI_PREP) == 0)
        verbal = (is(s, t - 1) & ENTI_CONJ) != 0 || (is(s, t - 1) & ENTI_ADV) != 0;
    if (noun && !(parallel && verbal)) {
        as_nominal(s, t);
        return;
    }
    if ((forms & last) != 0)
        as_verb(s, t, last);
    else if ((forms & ENTI_PAST) != 0)
        as_verb(s, t, ENTI_PAST);
    else if ((forms & ENTI_S) != 0)
        as_verb(s, t, ENTI_S);
    else if ((forms & ENTI_BASE) != 0)
        as_verb(s, t, ENTI_BASE);
    else
        as_verb(s, t, forms & ENTI_PART ? ENTI_PART : ENTI_ING);
}

static void at_start(enti_sentence *s, int t) {
    uint8_t forms = forms_of(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) != 0;
    if ((forms & ENTI_ING) != 0 && (!noun || object_follows(s, t)))
        as_verb(s, t, ENTI_ING);
    else if ((forms & ENTI_PART) != 0 && (forms & ENTI_BASE) == 0 && (can(s, t + 1) & (ENTI_PREP | ENTI_TO)) != 0)
        as_verb(s, t, ENTI_PART);
    else if (noun)
        as_nominal(s, t);
    else if ((forms & ENTI_BASE) != 0)
        as_verb(s, t, ENTI_BASE);
    else if ((forms & ENTI_S) != 0)
        as_verb(s, t, ENTI_S);
    else
        as_verb(s, t, forms & ENTI_PART ? ENTI_PART : ENTI_PAST);
}

/* In the place of an object, behind a verb. */
static void behind_verb(enti_sentence *s, int t, int p) {
    uint8_t forms = forms_of(s, t);
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ)) != 0;
    uint16_t v = enti_token_verb(s, p);
    if ((forms & ENTI_ING) != 0 && v != 0) {
        const enti_verb *verb = &s->lexicon->verbs[v - 1];
        for (uint32_t c = 0; c < verb->controls_count; c++)
            if (s->lexicon->controls[verb->controls + c].link == ENTI_L_ING && (!noun || object_follows(s, t))) {
                as_verb(s, t, ENTI_ING);
                return;
            }
    }
    if (noun)
        as_nominal(s, t);
    else if ((forms & ENTI_ING) != 0)
        as_verb(s, t, ENTI_ING);
    else if ((forms & ENTI_PART) != 0 && describes(s, t))
        as(s, t, ENTI_ADJ);
    else if ((forms & ENTI_PART) != 0)
        as_verb(s, t, ENTI_PART);
    else
        as_verb(s, t, (forms & ENTI_BASE) != 0 ? ENTI_BASE : (forms & ENTI_S) != 0 ? ENTI_S : ENTI_PAST);
}

/* A word that can be a verb. */
static void tag_verb(enti_sentence *s, int t) {
    int p = before(s, t);
    uint32_t left = is(s, p);
    uint8_t forms = forms_of(s, t), feature = p >= 0 ? s->token[p].feature : 0;
    bool noun = (s->token[t].tags & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) != 0;
    /* Written with a capital inside a sentence: a title or a name. */
    if ((s->token[t].flags & ENTI_CAPITAL) != 0 && t > 0 && noun && (left & (ENTI_MARK | ENTI_BREAK)) == 0 && p >= 0) {
        as_nominal(s, t);
        return;
    }
    if (p < 0 || (left & (ENTI_BREAK | ENTI_END | ENTI_SUB | ENTI_COND | ENTI_WH)) != 0) {
        at_start(s, t);
    } else if ((left & (ENTI_MODAL | ENTI_TO)) != 0 && (forms & ENTI_BASE) != 0) {
        as_verb(s, t, ENTI_BASE);
    } else if ((left & ENTI_DO) != 0 && (forms & ENTI_BASE) != 0 && (!noun || t - p > 1)) {
        as_verb(s, t, ENTI_BASE);
    } else if ((left & ENTI_BE) != 0) {
        if ((forms & ENTI_PART) != 0 && ((forms & ENTI_BASE) == 0 || !noun))
            as_verb(s, t, ENTI_PART);
        else if ((forms & ENTI_ING) != 0)
            as_verb(s, t, ENTI_ING);
        else if (noun)
            as_nominal(s, t);
        else
            as_verb(s, t, (forms & ENTI_PART) != 0 ? ENTI_PART : ENTI_BASE);
    } else if ((left & ENTI_HAVE) != 0) {
        if ((forms & ENTI_PART) != 0)
            as_verb(s, t, ENTI_PART);
        else
            as_nominal(s, t);
    } else if ((left & ENTI_REL) != 0 ||
               ((left & ENTI_PRON) != 0 && (feature == ENTI_F_SUBJ || feature == ENTI_F_NO))) {
        if ((forms & ENTI_PAST) != 0 && (forms & ENTI_BASE) == 0)
            as_verb(s, t, ENTI_PAST);
        else if ((forms & ENTI_S) != 0)
            as_verb(s, t, ENTI_S);
        else if ((forms & ENTI_BASE) != 0)
            as_verb(s, t, ENTI_BASE);
        else if ((forms & ENTI_PAST) != 0)
            as_verb(s, t, ENTI_PAST);
        else if ((forms & ENTI_ING) != 0 && !noun)
            as_verb(s, t, ENTI_ING);
        else if (noun)
            as_nominal(s, t);
        else
            as_verb(s, t, ENTI_PART);
    } else if ((left & (ENTI_DEM | ENTI_DET)) != 0 && (feature == ENTI_F_QUANT || (left & ENTI_DEM) != 0) &&
               (!noun || ((forms & ENTI_BASE) != 0 && (can(s, after(s, t)) & (OPENS_NP & ~ENTI_NUM)) != 0 &&
                          !s->token[t].plural))) {
        /* "many support the", "those who": the determiner stands alone. */
        if ((forms & ENTI_ING) != 0 || (forms & ENTI_PART && (can(s, t + 1) & (ENTI_NOUN | ENTI_ADJ)) != 0))
            as(s, t, ENTI_ADJ);
        else
            as_verb(s, t,
                    (forms & ENTI_PAST) != 0   ? ENTI_PAST
                    : (forms & ENTI_BASE) != 0 ? ENTI_BASE
                    : forms & ENTI_S           ? ENTI_S
                                               : ENTI_PART);
    } else if ((left & ENTI_ADJ) != 0 && p > 0 && !noun && (forms & (ENTI_BASE | ENTI_PART | ENTI_ING)) == 0) {
        as_verb(s, t, (forms & ENTI_PAST) != 0 ? ENTI_PAST : ENTI_S); /* "the rich exploit", "the Chinese proposed" */
    } else if ((left & NOMINAL) != 0) {
        if (!noun && (forms & ENTI_PAST) != 0 && (forms & ENTI_PART) == 0)
            as_verb(s, t, ENTI_PAST);
        else
            as_nominal(s, t);
    } else if ((left & ENTI_PREP) != 0) {
        if ((forms & ENTI_ING) != 0 && (!noun || object_follows(s, t)))
            as_verb(s, t, ENTI_ING);
        else
            as_nominal(s, t);
    } else if ((left & (ENTI_NOUN | ENTI_NAME)) != 0) {
        behind_noun(s, t, p);
    } else if ((left & ENTI_PRON) != 0) {
        if ((forms & ENTI_BASE) != 0 && feature == ENTI_F_OBJ)
            as_verb(s, t, ENTI_BASE); /* "let us join" */
        else
            behind_noun(s, t, p);
    } else if ((left & (ENTI_CONJ | ENTI_COMMA)) != 0) {
        behind_conjunction(s, t);
    } else if ((left & ENTI_VERB) != 0) {
        behind_verb(s, t, p);
    } else if ((left & ENTI_THAT) != 0) {
        if (noun)
            as_nominal(s, t);
        else
            as_verb(s, t, (forms & ENTI_PAST) != 0 ? ENTI_PAST : (forms & ENTI_S) != 0 ? ENTI_S : ENTI_BASE);
    } else {
        at_start(s, t);
    }
}

/* "that": the demonstrative, the relative, or what opens a clause. */
static void tag_that(enti_sentence *s, int t) {
    int p = before(s, t), n = after(s, t);
    uint32_t left = is(s, p), next = can(s, n);
    bool verb_next = (next & (AUXILIARY & ~ENTI_GEN)) != 0 || (next == ENTI_VERB && (forms_of(s, n) & ENTI_ING) == 0) ||
                     ((next & ENTI_VERB) != 0 && (left & (ENTI_NOUN | ENTI_PRON | ENTI_NAME)) != 0 &&
                      (forms_of(s, n) & ENTI_S) != 0 && object_follows(s, n));
    if ((left & (ENTI_NOUN | ENTI_NAME | ENTI_PRON)) != 0 && verb_next)
        as(s, t, ENTI_REL);
    else if (p < 0 || (left & (ENTI_PREP | ENTI_BREAK)) != 0)
        as(s, t, verb_next ? ENTI_PRON : ENTI_DEM);
    else if (verb_next && (left & (ENTI_CONJ | ENTI_COMMA)) != 0)
        as(s, t, ENTI_PRON);
    else if (verb_next)
        as(s, t, ENTI_PRON);
    else if ((left & ENTI_VERB) != 0 && next == ENTI_NOUN && !s->token[n].plural &&
             (can(s, n + 1) & (ENTI_COMMA | ENTI_END | ENTI_PREP | ENTI_CONJ)) != 0)
        as(s, t, ENTI_DEM);
    else
        as(s, t, ENTI_THAT);
}

/* "to" before a verb or a noun phrase. */
static void tag_to(enti_sentence *s, int t) {
    int n = after(s, t);
    bool base = n < s->tokens &&
                ((forms_of(s, n) & ENTI_BASE) != 0 || (can(s, n) & (ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0) &&
                (s->token[n].flags & ENTI_CAPITAL) == 0;
    if (s->token[t].feature == ENTI_F_PURPOSE || (base && (can(s, n) & (ENTI_NOUN | ENTI_ADJ)) == 0)) {
        as(s, t, ENTI_TO);
        return;
    }
    if (!base) {
        as(s, t, ENTI_PREP);
        return;
    }
    {
        static const char *const wanting[] = {
            "right",       "rights",       "according",    "commitment", "committed", "contribute", "contributes",
            "contributed", "contributing", "contribution", "access",     "response",  "respond",    "responded",
            "led",         "lead",         "leads",        "leading",    "support",   "threat",     "due",
            "return",      "returned",     "subject",      "contrary",   "opposed",   "thanks",     "attention",
            "approach",    "transition",   "path",         "way",        "road",      NULL};
        int p = before(s, t);
        const enti_word *w = p >= 0 ? word_of(s, p) : NULL;
        bool noun_after =
            (can(s, n + 1) & (ENTI_CONJ | ENTI_COMMA | ENTI_END | ENTI_BREAK)) != 0 || (can(s, n + 1) & ENTI_PREP) != 0;
        for (size_t k = 0; w != NULL && wanting[k] != NULL; k++)
            if (noun_after && strcmp(w->text, wanting[k]) == 0) {
                as(s, t, ENTI_PREP);
                return;
            }
    }
    as(s, t, ENTI_TO);
}

/* 's: genitive, "is" or "has". */
static void tag_s(enti_sentence *s, int t) {
    uint32_t left = is(s, t - 1), next = can(s, t + 1);
    uint8_t forms = t + 1 < s->tokens ? forms_of(s, t + 1) : 0;
    if (t > 0 && (s->token[t].tags & ENTI_BE) == 0) {
        as(s, t, ENTI_GEN);
    } else if (t > 0 && strcmp(word_of(s, t - 1)->text, "let") == 0) {
        as(s, t, ENTI_PRON); /* let's */
        s->token[t].feature = ENTI_F_OBJ;
    } else if ((left & (ENTI_PRON | ENTI_REL | ENTI_WH | ENTI_THAT | ENTI_DEM | ENTI_ADV)) != 0) {
        as(s, t,
           (forms & ENTI_PART) != 0 && (forms & (ENTI_BASE | ENTI_ING)) == 0 && (left & ENTI_PRON) != 0 ? ENTI_HAVE
                                                                                                        : ENTI_BE);
    } else if ((next & (ENTI_DET | ENTI_NEG)) != 0 ||
               ((forms & ENTI_ING) != 0 && (next & (ENTI_NOUN | ENTI_ADJ)) == 0)) {
        as(s, t, ENTI_BE);
    } else {
        as(s, t, ENTI_GEN);
    }
}

/* Words of closed classes with more than one use. True when decided. */
static bool tag_closed(enti_sentence *s, int t) {
    uint32_t tags = s->token[t].tags, left = is(s, before(s, t));
    int n = after(s, t);
    if ((tags & ENTI_GEN) != 0)
        tag_s(s, t);
    else if ((tags & ENTI_THAT) != 0)
        tag_that(s, t);
    else if ((tags & ENTI_TO) != 0)
        tag_to(s, t);
    else if ((tags & ENTI_MODAL) != 0)
        as(s, t,
           (s->token[t].flags & ENTI_CAPITAL) != 0 && t > 0 && (left & ENTI_PREP) != 0 ? ENTI_NOUN
           : (left & (ENTI_DET | ENTI_POSS | ENTI_ADJ)) != 0 && (left & ENTI_GEN) == 0 && (tags & ENTI_NOUN) != 0
               ? ENTI_NOUN
               : ENTI_MODAL);
    else if ((tags & (ENTI_BE | ENTI_HAVE | ENTI_DO)) != 0) {
        as(s, t, tags & (ENTI_BE | ENTI_HAVE | ENTI_DO));
        s->token[t].form = forms_of(s, t);
    } else if ((tags & ENTI_COND) != 0 || (tags & ENTI_REL) != 0 || (tags & ENTI_CONJ) != 0)
        as(s, t, tags & (ENTI_COND | ENTI_REL | ENTI_CONJ));
    else if ((tags & ENTI_SUB) != 0 && (tags & ENTI_ADV) != 0 &&
             ((left & AUXILIARY) != 0 || (is(s, t - 1) & ENTI_NEG) != 0 ||
              (can(s, n) & (ENTI_END | ENTI_COMMA | ENTI_BREAK)) != 0))
        as(s, t, ENTI_ADV); /* "have never once kept", "long since" */
    else if ((tags & ENTI_SUB) != 0)
        as(s, t, ENTI_SUB);
    else if ((tags & ENTI_WH) != 0)
        as(s, t, ENTI_WH);
    else if ((tags & ENTI_NEG) != 0)
        as(s, t, ENTI_NEG);
    else if ((tags & ENTI_REFL) != 0 || s->token[t].feature == ENTI_F_REFL)
        as(s, t, ENTI_PRON);
    else if ((tags & ENTI_POSS) != 0 && (tags & ENTI_PRON) == 0)
        as(s, t, ENTI_POSS);
    else if ((tags & ENTI_POSS) != 0) /* her */
        as(s, t,
           (can(s, n) & (ENTI_NOUN | ENTI_ADJ)) != 0 && (can(s, n) & (ENTI_PREP | ENTI_TO)) == 0 ? ENTI_POSS
                                                                                                 : ENTI_PRON);
    else if ((tags & (ENTI_DET | ENTI_DEM)) != 0)
        as(s, t, tags & (ENTI_DET | ENTI_DEM));
    else if ((tags & ENTI_PRON) != 0 && (tags & (ENTI_NOUN | ENTI_VERB)) == 0)
        as(s, t, ENTI_PRON);
    else
        return false;
    return true;
}

static void tag_open(enti_sentence *s, int t) {
    uint32_t tags = s->token[t].tags, left = is(s, before(s, t)), straight = is(s, t - 1);
    int n = after(s, t);
    if ((tags & ENTI_VERB) != 0 && (tags & (ENTI_ADV | ENTI_PREP)) != 0) {
        /* back, further, like, near, down: a verb only where one must stand. */
        bool subject = (left & ENTI_PRON) != 0 && s->token[before(s, t)].feature == ENTI_F_SUBJ;
        bool verb = (forms_of(s, t) & ENTI_BASE) != 0 &&
                    ((left & (ENTI_MODAL | ENTI_TO)) != 0 || (subject && (tags & ENTI_PREP) == 0));
        if (verb &&
            (can(s, n) == ENTI_VERB || ((can(s, n) & ENTI_VERB) != 0 && (can(s, n) & (ENTI_NOUN | ENTI_ADJ)) == 0)))
            verb = false;
        if (!verb && (forms_of(s, t) & ~ENTI_BASE) != 0 && (forms_of(s, t) & ENTI_BASE) == 0 && (tags & ENTI_PREP) == 0)
            verb = true;
        if (verb)
            tag_verb(s, t);
        else if ((tags & ENTI_ADJ) != 0 && (straight & NOMINAL) != 0)
            as_nominal(s, t);
        else
            as(s, t, (tags & ENTI_PREP) != 0 ? ENTI_PREP : ENTI_ADV);
    } else if ((tags & ENTI_VERB) != 0) {
        tag_verb(s, t);
    } else if ((tags & ENTI_PREP) != 0) {
        as(s, t, ENTI_PREP);
    } else if ((tags & ENTI_ADV) != 0 && (tags & (ENTI_NOUN | ENTI_ADJ)) != 0) {
        /* first, early, home, today: an adverb unless an article or adjective stands before. */
        as(s, t, ENTI_ADV);
        if ((straight & (NOMINAL & ~ENTI_ADJ)) != 0 || ((straight & ENTI_PREP) != 0 && (tags & ENTI_NOUN) != 0))
            as_nominal(s, t);
        else if ((tags & ENTI_ADJ) != 0 && (can(s, t + 1) & (ENTI_NOUN | ENTI_NUM)) != 0 &&
                 (can(s, t + 1) & ENTI_VERB) == 0)
            as(s, t, ENTI_ADJ);
    } else if ((tags & ENTI_ADV) != 0) {
        as(s, t, ENTI_ADV);
    } else if ((tags & ENTI_PRON) != 0) {
        as(s, t, ENTI_PRON);
    } else {
        as_nominal(s, t);
    }
}

void enti_sentence_tag(enti_sentence *s) {
    for (int t = 0; t < s->tokens; t++) {
        uint32_t tags = s->token[t].tags;
        if ((tags & (ENTI_COMMA | ENTI_BREAK | ENTI_MARK | ENTI_END)) != 0)
            s->token[t].tag = tags;
        else if (!tag_closed(s, t))
            tag_open(s, t);
    }
}
