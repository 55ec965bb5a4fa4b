/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pass that finds clauses: what the files it is spread over share. */
#ifndef ENTI_BELIEFS_FINDER_H
#define ENTI_BELIEFS_FINDER_H

#include "beliefs/clause.h"

#include <string.h>

enum { ENTI_DEPTH = 16 }; /* deeper than speech goes */

/* What opened a clause. */
typedef enum { F_MAIN, F_SUB, F_COND, F_THAT, F_REL, F_WH } enti_open_kind;

/* A clause that is open. */
typedef struct {
    enti_open_kind kind;
    int16_t candidate;  /* first phrase that could be the subject of the next verb */
    int16_t group;      /* first phrase since the last comma */
    int16_t last;       /* clause of the last verb, or -1 */
    int16_t report;     /* clause completed by this that-clause */
    int16_t antecedent; /* of a relative */
    bool has_verb, restrictive, hearsay, cleft, purpose, comma_group;
    bool reopened; /* "..., but the alliance": another clause begins in the same frame */
} enti_open;

typedef struct {
    enti_sentence *s;
    enti_open stack[ENTI_DEPTH];
    int top;
    int prep;     /* preposition waiting for its phrase, or -1 */
    int last_np;  /* phrase read last, or -1 */
    int negative; /* a negation waits for its verb */
    bool comma, conj, but, nor;
    bool without;
    int exhort; /* "let us" waits for its verb: the token behind "let" */
} enti_finder;

/* A verb group. */
typedef struct {
    int first, verb, end;
    uint8_t form;
    enti_tense tense;
    bool finite, auxiliary, passive, progressive, perfect, future, would, oblige, can, negated, infinitive, purpose;
} enti_group;

static inline uint32_t enti_tag_at(const enti_sentence *s, int t) {
    return t >= 0 && t < s->tokens ? s->token[t].tag : ENTI_END;
}

static inline bool enti_spelled(const enti_sentence *s, int t, const char *text) {
    return t >= 0 && t < s->tokens && strcmp(enti_token_word(s, t)->text, text) == 0;
}

static inline uint8_t enti_forms(const enti_sentence *s, int t) {
    const enti_word *w = enti_token_word(s, t);
    return (uint8_t)(w->forms[0] | w->forms[1]);
}

static inline bool enti_in_np(uint32_t g) {
    return (g & (ENTI_DET | ENTI_DEM | ENTI_POSS | ENTI_ADJ | ENTI_NUM | ENTI_NOUN | ENTI_NAME | ENTI_GEN)) != 0;
}

static inline enti_open *enti_now(enti_finder *f) {
    return &f->stack[f->top];
}

/* ---- chunk.c ---- */

/* Token behind adverbs and negations, which change *negated; also over a comma that sets an adverb off. */
int enti_skip_adverbs(const enti_sentence *s, int t, bool *negated);
/* Reads a verb group at t. */
enti_group enti_parse_group(const enti_sentence *s, int t);
/* Token behind the phrase that begins at t; *head is its head, -1 when there is none: a lone adjective. */
int enti_np_end(const enti_sentence *s, int t, int *head);
/* Enters a phrase; its index, or -1 when there is no room. */
int enti_np_add(enti_sentence *s, int t, int end, int head, int prep);
bool enti_was(const enti_sentence *s, int t);

/* ---- subject.c ---- */

enti_clause *enti_clause_add(enti_finder *f, const enti_group *g, int subject);
/* After a verb its clause waits for objects, or for the subject of a clause without "that". */
void enti_verb_taken(enti_finder *f, bool finite);
/* The nearest open clause below the top whose subject waits for its verb, or -1. */
int enti_waiting(const enti_finder *f);
/* The innermost clause that the group can continue, or -1. */
int enti_continued(const enti_finder *f, const enti_group *g);
/* The group shares the subject of the clause open at `level`. */
void enti_conjunct(enti_finder *f, const enti_group *g, int level);
void enti_own_clause(enti_finder *f, const enti_group *g, int subject);
/* The phrase of the token right before t; -1 when something else stands there. */
int enti_np_before(const enti_finder *f, int t);
uint32_t enti_tag_before(const enti_finder *f, int t);
void enti_pop_finished(enti_finder *f);
/* A finite verb with a phrase right before it. */
void enti_verb_after_phrase(enti_finder *f, const enti_group *g, int np);
/* A finite verb behind a comma, a conjunction, a relative or nothing. */
void enti_verb_without_phrase(enti_finder *f, const enti_group *g);

/* ---- complement.c ---- */

/* The phrase between the verb of c and t that no preposition governs; -1 for none. Times do not count. */
int enti_object_between(const enti_sentence *s, const enti_clause *c, int t, int *governed);
void enti_infinitive(enti_finder *f, const enti_group *g);
void enti_gerund(enti_finder *f, const enti_group *g);
/* Whether a participle describes the phrase before it: "sanctions imposed by the West". */
bool enti_reduced(enti_finder *f, const enti_group *g);
void enti_take_reduced(enti_finder *f, const enti_group *g);
/* "Had we known", "Does China support": token behind the verb, or t when the subject does not stand inside. */
int enti_inverted(enti_finder *f, int t);

/* ---- clause.c ---- */

enti_open *enti_push(enti_finder *f, enti_open_kind kind);

#endif
