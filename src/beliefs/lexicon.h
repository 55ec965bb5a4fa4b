/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lexicon in memory: spelled words with what they can be, verbs with their frames, control verbs, names of states.
 * Read once, never changed afterwards; threads share it. docs/beliefs/lexicon.md describes the files. */
#ifndef ENTI_BELIEFS_LEXICON_H
#define ENTI_BELIEFS_LEXICON_H

#include "base/base.h"

#include <entente/beliefs_text.h>

/* What a word can be: one bit each. A token's resolved tag is one of them. */
enum {
    ENTI_DET = 1 << 0,
    ENTI_DEM = 1 << 1, /* this, those */
    ENTI_POSS = 1 << 2,
    ENTI_PRON = 1 << 3,
    ENTI_REFL = 1 << 4,
    ENTI_REL = 1 << 5,
    ENTI_WH = 1 << 6,
    ENTI_SUB = 1 << 7,
    ENTI_COND = 1 << 8, /* if, unless, whether */
    ENTI_THAT = 1 << 9,
    ENTI_CONJ = 1 << 10,
    ENTI_MODAL = 1 << 11,
    ENTI_BE = 1 << 12,
    ENTI_HAVE = 1 << 13,
    ENTI_DO = 1 << 14,
    ENTI_TO = 1 << 15,
    ENTI_NEG = 1 << 16,
    ENTI_PREP = 1 << 17,
    ENTI_ADV = 1 << 18,
    ENTI_ADJ = 1 << 19,
    ENTI_NUM = 1 << 20,
    ENTI_NOUN = 1 << 21,
    ENTI_NAME = 1 << 22,
    ENTI_VERB = 1 << 23,
    ENTI_GEN = 1 << 24,   /* 's of the genitive */
    ENTI_COMMA = 1 << 25, /* also the opening of a bracket or dash, which sets a part off */
    ENTI_BREAK = 1 << 26, /* semicolon, colon: the clause ends here */
    ENTI_MARK = 1 << 27,  /* quotation mark and other signs that say nothing about clauses */
    ENTI_END = 1 << 28,
};

/* Forms of a verb. */
enum { ENTI_BASE = 1, ENTI_S = 2, ENTI_PAST = 4, ENTI_PART = 8, ENTI_ING = 16 };

/* The feature column of words.csv and phrases.csv. */
typedef enum enti_word_feature {
    ENTI_F_NONE,
    ENTI_F_QUANT, /* some, many */
    ENTI_F_NO,    /* no, none, nobody */
    ENTI_F_NEG_THING,
    ENTI_F_SUBJ, /* I, we, he, she, they */
    ENTI_F_OBJ,  /* me, us, him, them */
    ENTI_F_REFL,
    ENTI_F_EACH,   /* each other */
    ENTI_F_FUTURE, /* will, shall */
    ENTI_F_WOULD,
    ENTI_F_OBLIGE, /* should, must */
    ENTI_F_CAN,
    ENTI_F_PURPOSE, /* in order to, so that */
    ENTI_F_COUNT
} enti_word_feature;

enum { ENTI_CLASS_WORDS = 4, ENTI_CLASSES_MOST = 64 * ENTI_CLASS_WORDS };

/* A set of noun classes. */
typedef struct enti_classes {
    uint64_t bits[ENTI_CLASS_WORDS];
} enti_classes;

/* Classes that the code itself asks about. They lead the table, in this order. */
enum {
    ENTI_C_ACTOR,
    ENTI_C_PARTNER,
    ENTI_C_PERSON,
    ENTI_C_SELF,
    ENTI_C_QUANTITY,
    ENTI_C_TIME,
    ENTI_C_DOMESTIC,
    ENTI_C_FOREIGN,
    ENTI_C_CONFLICT,
    ENTI_C_WAR,
    ENTI_C_HARM,
    ENTI_C_PROBLEM,
    ENTI_C_FIXED
};

typedef enum enti_word_name { ENTI_NOT_NAME, ENTI_NAME_STATE, ENTI_NAME_PEOPLE, ENTI_NAME_CAPITAL } enti_word_name;

typedef struct enti_word {
    const char *text; /* lower case; names as they are written */
    uint32_t size;
    uint32_t tags;
    uint16_t verb[2]; /* index + 1; two lemmas can share a form: lay, found */
    uint8_t forms[2];
    uint8_t feature, name_kind;
    bool plural, singular;
    uint16_t state;  /* index + 1 into the states; 0 with a name_kind: an actor that is no state */
    uint32_t phrase; /* index + 1 of the first phrase that begins with the word */
    enti_classes classes;
} enti_word;

/* Words that follow one another and act as one. Phrases with the same first word are chained, longest first. */
typedef struct enti_phrase {
    uint32_t words[6]; /* indices of the words after the first */
    uint8_t count;     /* of them */
    uint32_t word;     /* what the phrase is */
    uint32_t next;     /* index + 1 */
} enti_phrase;

enum { ENTI_PARTICLE_MOST = 3 };

/* What a verb means with this particle and this object. */
typedef struct enti_frame {
    uint16_t verb, particles;
    uint32_t particle[ENTI_PARTICLE_MOST];
    bool any_object, has_classes;
    enti_classes classes;
    int8_t scale;
    const char *object; /* as written in the file */
    uint32_t order;
} enti_frame;

typedef enum enti_complement {
    ENTI_L_NONE,
    ENTI_L_TO,
    ENTI_L_ING,
    ENTI_L_BARE,
    ENTI_L_OBJECT,
    ENTI_L_THAT,
    ENTI_L_PURPOSE
} enti_complement;

typedef enum enti_control_effect {
    ENTI_E_NONE,
    ENTI_E_TRANSPARENT,
    ENTI_E_FUTURE,
    ENTI_E_INTENT,
    ENTI_E_COMMIT,
    ENTI_E_ATTEMPT,
    ENTI_E_OBLIGE,
    ENTI_E_REFUSE,
    ENTI_E_STOP,
    ENTI_E_THREAT,
    ENTI_E_PERMIT,
    ENTI_E_WANT,
    ENTI_E_COMMAND,
    ENTI_E_FOLD,
    ENTI_E_COUNT
} enti_control_effect;

typedef struct enti_control {
    uint16_t verb, particles;
    uint32_t particle[ENTI_PARTICLE_MOST];
    enti_complement link;
    enti_control_effect effect;
    uint32_t order;
} enti_control;

typedef struct enti_verb {
    const char *lemma;
    uint32_t frames, frames_count, controls, controls_count;
} enti_verb;

struct ent_lexicon {
    enti_arena arena;
    enti_word *words; /* words[0] stands for every word that is not known */
    size_t words_count, words_room;
    uint32_t *slots; /* hash of words: index, 0 for empty */
    size_t slots_count;
    enti_verb *verbs;
    size_t verbs_count, verbs_room;
    enti_frame *frames;
    size_t frames_count, frames_room;
    enti_control *controls;
    size_t controls_count, controls_room;
    enti_phrase *phrases;
    size_t phrases_count, phrases_room;
    const char *classes[ENTI_CLASSES_MOST];
    size_t classes_count;
    const char **states; /* ISO codes */
    size_t states_count, states_room;
    uint16_t verb_be, verb_have, verb_do, verb_help; /* index + 1 */
};

static inline bool enti_has_class(const enti_classes *set, int c) {
    return (set->bits[c / 64] >> (c % 64) & 1) != 0;
}

static inline void enti_add_class(enti_classes *set, int c) {
    set->bits[c / 64] |= UINT64_C(1) << (c % 64);
}

static inline bool enti_classes_meet(const enti_classes *a, const enti_classes *b) {
    uint64_t both = 0;
    for (int i = 0; i < ENTI_CLASS_WORDS; i++)
        both |= a->bits[i] & b->bits[i];
    return both != 0;
}

static inline bool enti_classes_empty(const enti_classes *a) {
    uint64_t any = 0;
    for (int i = 0; i < ENTI_CLASS_WORDS; i++)
        any |= a->bits[i];
    return any == 0;
}

/* Index of a spelled form, 0 when it is not known. */
uint32_t enti_lexicon_find(const ent_lexicon *lexicon, const char *text, size_t size);
/* The same, adding it; 0 when memory ran out. */
uint32_t enti_lexicon_word(ent_lexicon *lexicon, const char *text, size_t size);
/* Index + 1 of a lemma, adding it; 0 when memory ran out or there are too many. */
uint16_t enti_lexicon_verb(ent_lexicon *lexicon, const char *lemma);
/* Index of a class, adding it; -1 when there are too many. */
int enti_lexicon_class(ent_lexicon *lexicon, const char *name);

/* Adds every inflected form of a verb: by rule, or the parts given (alternatives parted by |). False: memory. */
bool enti_inflect_verb(ent_lexicon *lexicon, uint16_t verb, const char *past, const char *participle);
/* Plural of a noun by rule. False when it does not fit. */
bool enti_plural(const char *noun, char *out, size_t room);
/* American for British spelling, or the other way about: -ise/-ize, -our/-or, -yse/-yze, -ence/-ense. False: no other. */
bool enti_other_spelling(const char *word, char *out, size_t room);

/* Reads one table; its header says which it is. */
ENT_MUST_USE ent_status enti_lexicon_read(ent_lexicon *lexicon, const char *bytes, size_t size, const char *name,
                                          ent_error *err);

#endif
