/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the tagger share: what stands left and right of a token, and how a decision is entered. */
#ifndef ENTI_BELIEFS_TAG_H
#define ENTI_BELIEFS_TAG_H

#include "beliefs/sentence.h"

#define ENTI_NOMINAL (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_ADJ | ENTI_NUM | ENTI_GEN)
#define ENTI_OPENS_NP (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_PRON | ENTI_REFL | ENTI_NUM | ENTI_NAME)
#define ENTI_AUXILIARY (ENTI_MODAL | ENTI_BE | ENTI_HAVE | ENTI_DO)

static inline uint8_t enti_forms_of(const enti_sentence *s, int t) {
    const enti_word *w = enti_token_word(s, t);
    return (uint8_t)(w->forms[0] | w->forms[1]);
}

/* Candidates of the token at t, END beyond the sentence. */
static inline uint32_t enti_can(const enti_sentence *s, int t) {
    return t >= 0 && t < s->tokens ? s->token[t].tags : ENTI_END;
}

static inline uint32_t enti_is(const enti_sentence *s, int t) {
    return t >= 0 && t < s->tokens ? s->token[t].tag : ENTI_END;
}

/* The token before t that is no adverb, negation or mark; -1 at the start. */
static inline int enti_left(const enti_sentence *s, int t) {
    do
        t--;
    while (t >= 0 && (s->token[t].tag & (ENTI_ADV | ENTI_NEG | ENTI_MARK)) != 0);
    /* ", it seems," is passed over. */
    if (t > 3 && s->token[t].tag == ENTI_COMMA && s->token[t - 1].tag == ENTI_VERB &&
        s->token[t - 2].tag == ENTI_PRON && s->token[t - 3].tag == ENTI_COMMA)
        return enti_left(s, t - 3);
    return t;
}

static inline int enti_right(const enti_sentence *s, int t) {
    do
        t++;
    while (t < s->tokens && ((s->token[t].tags & (ENTI_NEG | ENTI_MARK)) != 0 || s->token[t].tags == ENTI_ADV));
    return t;
}

/* Chooses the lemma that has the form. */
static inline void enti_as_verb(enti_sentence *s, int t, uint8_t form) {
    const enti_word *w = enti_token_word(s, t);
    s->token[t].tag = ENTI_VERB;
    s->token[t].form = form;
    s->token[t].second = (w->forms[0] & form) == 0 && (w->forms[1] & form) != 0;
}

static inline void enti_as(enti_sentence *s, int t, uint32_t tag) {
    s->token[t].tag = tag;
    s->token[t].form = 0;
}

static inline void enti_as_nominal(enti_sentence *s, int t) {
    uint32_t tags = s->token[t].tags;
    uint32_t next = enti_can(s, t + 1);
    bool head_follows = (next & (ENTI_NOUN | ENTI_ADJ | ENTI_NAME)) != 0 &&
                        (next & (ENTI_AUXILIARY | ENTI_PREP | ENTI_CONJ | ENTI_ADV)) == 0;
    if ((tags & ENTI_NAME) != 0) {
        /* "the Russian people", "Western partners": the name of a people before a noun describes it. */
        enti_as(s, t,
                enti_token_word(s, t)->name_kind == ENTI_NAME_PEOPLE && head_follows && !s->token[t].plural
                    ? ENTI_ADJ
                    : ENTI_NAME);
    } else if ((tags & ENTI_ADJ) != 0 && ((tags & ENTI_NOUN) == 0 || head_follows)) {
        enti_as(s, t, ENTI_ADJ);
    } else if ((tags & (ENTI_NOUN | ENTI_NUM)) == 0 && (enti_forms_of(s, t) & (ENTI_PART | ENTI_ING)) != 0 &&
               head_follows) {
        enti_as(s, t, ENTI_ADJ);
    } else {
        enti_as(s, t, (tags & ENTI_NUM) != 0 && (tags & ENTI_NOUN) == 0 ? ENTI_NUM : ENTI_NOUN);
    }
}

/* A word that can be a verb: noun or verb, and in which form. */
void enti_tag_verb(enti_sentence *s, int t);

/* Whether an object seems to begin behind a verb at t. */
bool enti_object_follows(const enti_sentence *s, int t);

#endif
