/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence as it passes through the stages: bytes, tokens, tags, clauses. All of it fits in one block of fixed size
 * that a worker uses again for each sentence, so nothing is allocated on the way. */
#ifndef ENTI_BELIEFS_SENTENCE_H
#define ENTI_BELIEFS_SENTENCE_H

#include "beliefs/lexicon.h"

enum { ENTI_TOKENS_MOST = 512, ENTI_CLAUSES_MOST = 256, ENTI_NPS_MOST = 384 };

enum {
    ENTI_CAPITAL = 1, /* begins with a capital letter */
    ENTI_QUOTED = 2,  /* inside quotation marks, and not as a single term */
    ENTI_OPENS = 4,   /* an opening mark or bracket */
    ENTI_KNOWN = 8,   /* the lexicon or a rule knows the word */
};

typedef struct enti_token {
    uint32_t start, end; /* bytes of the text */
    uint32_t word;       /* spelled form, 0 when it is not known */
    uint32_t tags, tag;  /* what it can be; what it is here */
    uint8_t flags, form, feature;
    uint8_t second; /* the word's second lemma is meant */
    int16_t np;     /* the noun phrase it lies in, or -1 */
    bool plural;
} enti_token;

/* A noun phrase without what follows its head; `next` chains the parts of "A, B and C". */
typedef struct enti_np {
    int16_t first, last, head, prep; /* tokens; prep is -1 when no preposition governs it */
    int16_t of;                      /* phrase behind "of", or -1 */
    int16_t next;                    /* coordinated with, or -1 */
    bool plural, negative, time, pronoun, relative, coordinated;
} enti_np;

typedef enum enti_tense { ENTI_T_NONE, ENTI_T_PAST, ENTI_T_PERFECT, ENTI_T_PRESENT, ENTI_T_FUTURE } enti_tense;

typedef struct enti_clause {
    int16_t subject, verb, first, stop; /* stop: token behind the last that belongs to it */
    int16_t head;                       /* clause that this one completes, or -1 */
    int16_t report;                     /* clause whose that-clause this is, or -1 */
    enti_complement link;
    enti_tense tense;
    uint8_t form; /* of the verb: ENTI_BASE with `finite` false is an infinitive */
    bool finite, passive, progressive, perfect, future, would, oblige, can, negated;
    bool conditional, question, relative, restrictive, quoted, hearsay, exhort, participial, without, cleft, purpose;
} enti_clause;

typedef struct enti_sentence {
    const ent_lexicon *lexicon;
    const char *text; /* the whole text; tokens point into it */
    size_t start, end;
    enti_token token[ENTI_TOKENS_MOST];
    int tokens;
    enti_np np[ENTI_NPS_MOST];
    int nps;
    enti_clause clause[ENTI_CLAUSES_MOST];
    int clauses;
    int words, known;
    bool question;
} enti_sentence;

/* Where the splitter stands in a text. */
typedef struct enti_splitter {
    const char *text;
    size_t size, at;
    bool quoted; /* inside quotation marks that an earlier sentence of the paragraph opened */
} enti_splitter;

/* Whether bytes are UTF-8 text without zero bytes; otherwise *at is where it fails. */
bool enti_text_check(const char *text, size_t size, size_t *at);

/* The next sentence with its tokens, not yet tagged; false at the end. */
bool enti_sentence_next(enti_splitter *splitter, const ent_lexicon *lexicon, enti_sentence *out);

/* Decides what each token is. */
void enti_sentence_tag(enti_sentence *s);

/* Finds noun phrases and clauses. */
void enti_sentence_clauses(enti_sentence *s);

static inline const enti_word *enti_token_word(const enti_sentence *s, int t) {
    return &s->lexicon->words[s->token[t].word];
}

/* Verb of a token, or NULL. */
static inline uint16_t enti_token_verb(const enti_sentence *s, int t) {
    return enti_token_word(s, t)->verb[s->token[t].second];
}

#endif
