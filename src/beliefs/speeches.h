/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts with their counts, kept apart by what an answer may choose: domain, agreement, who acts. */
#ifndef ENTI_BELIEFS_SPEECHES_H
#define ENTI_BELIEFS_SPEECHES_H

#include "base/base.h"

#include <entente/beliefs.h>

/* ANY: the source does not say; such counts belong to every domain. */
typedef enum { ENTI_FOREIGN, ENTI_DOMESTIC, ENTI_ANY_DOMAIN, ENTI_DOMAINS } enti_domain;
typedef enum { ENTI_SELF, ENTI_ACTOR, ENTI_NONACTOR, ENTI_KINDS } enti_kind_of_subject;

/* How far the coders agree; UNSAID: the source does not say. */
typedef enum { ENTI_AGREED, ENTI_DISPUTED, ENTI_SINGLE, ENTI_UNSAID, ENTI_LEVELS } enti_agreement;

typedef struct enti_speech {
    ent_coded_text about;
    size_t file_no;
    double counts[ENTI_DOMAINS][ENTI_LEVELS][ENTI_KINDS][ENT_VICS_CATEGORIES]; /* [domain][agreement][subject][...] */
    ent_verb *verbs;                                                           /* owned by the heap: it grows */
    size_t verbs_room;
} enti_speech;

struct ent_speeches {
    enti_speech *at;
    size_t count, room;
    enti_speech **sorted; /* by speaker, date and id, so that no order of files or rows matters */
    uint32_t *slots;      /* hash of id -> place + 1 */
    size_t slots_count;
    enti_arena texts;
};

/* The text of an id, or NULL. */
enti_speech *enti_speeches_find(const ent_speeches *speeches, const char *id);

/* Adds an empty text with this id; its other words are "". Texts move when one is added. */
ENT_MUST_USE ent_status enti_speeches_add(ent_speeches *speeches, const char *id, enti_speech **out, ent_error *err);

ENT_MUST_USE ent_status enti_speeches_add_verb(enti_speech *speech, const ent_verb *verb, ent_error *err);

/* To be called once all are there. */
ENT_MUST_USE ent_status enti_speeches_sort(ent_speeches *speeches, ent_error *err);

/* Whether a text is asked for; years are given on their own, since a side of a comparison has its own. */
bool enti_speech_wanted(const ent_coded_text *speech, ent_belief_mode mode, int first, int last);

/* Counts of a text as options read them. */
void enti_speech_counts(const enti_speech *speech, const ent_belief_options *options, double self[ENT_VICS_CATEGORIES],
                        double other[ENT_VICS_CATEGORIES]);

/* ent_speeches_read over bytes that stay valid during the call; a header alone gives no texts and is no error. */
ENT_MUST_USE ent_status enti_speeches_read_bytes(const char *bytes, size_t size, const char *name, ent_speeches **out,
                                                 ent_error *err);

/* Whether text is YYYY, YYYY-MM or YYYY-MM-DD. */
bool enti_is_date(const char *text);

/* Place of a word in a list that ends with NULL, or -1. */
int enti_place_of_word(const char *text, const char *const *words);

extern const char *const enti_vics_words[];       /* punish ... reward */
extern const char *const enti_domain_words[];     /* foreign, domestic */
extern const char *const enti_confidence_words[]; /* agreed, disputed, single */
extern const char *const enti_mode_words[];       /* prepared, spontaneous */

#endif
