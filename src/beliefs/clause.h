/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages ask of a clause: its frame in the lexicon, the control verb in it, who its phrases are. */
#ifndef ENTI_BELIEFS_CLAUSE_H
#define ENTI_BELIEFS_CLAUSE_H

#include "beliefs/sentence.h"

/* The control verb of a clause for what completes it by `link`, or NULL. `with` is the completing clause, -1 for none. */
const enti_control *enti_control_of(const enti_sentence *s, int clause, enti_complement link, int with);

/* Whether a verb has a frame with this particle. */
bool enti_takes_particle(const enti_sentence *s, int token, uint32_t word);

/* The frame that fits a clause best, or NULL. `object` receives the phrase it looked at, -1 for none. */
const enti_frame *enti_frame_of(const enti_sentence *s, int clause, int *object);

/* Classes of a phrase: of its head, of those coordinated with it, and of what "a series of" counts. */
enti_classes enti_np_classes(const enti_sentence *s, int np);

/* The speaker's side: what "self" is. */
typedef struct enti_speaker {
    uint16_t state;      /* index + 1 in the lexicon */
    const char *surname; /* last word of the name */
    size_t surname_size;
} enti_speaker;

typedef enum enti_who { ENTI_NO_ACTOR, ENTI_SELF, ENTI_OTHER, ENTI_THING } enti_who;

/* Whose phrase it is. */
enti_who enti_np_who(const enti_sentence *s, const enti_speaker *speaker, int np);

/* Whether a person, state or organisation is meant; for the objects of frames. */
bool enti_np_actor(const enti_sentence *s, int np);

/* Who acts in a clause: its subject, or the by-phrase of a passive; -1 when nobody is named. */
int enti_agent(const enti_sentence *s, int clause);

/* Whether a clause is about affairs at home. */
bool enti_clause_domestic(const enti_sentence *s, const enti_speaker *speaker, int clause, int subject);

#endif
