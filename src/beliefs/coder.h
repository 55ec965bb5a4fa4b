/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make, write and read codes share. */
#ifndef ENTI_BELIEFS_CODER_H
#define ENTI_BELIEFS_CODER_H

#include "beliefs/vics.h"

/* What an ent_codes owns. */
typedef struct enti_codes_own {
    ent_codes codes; /* the part that is public; codes.own points to this block */
    enti_arena arena;
    size_t room;
} enti_codes_own;

/* A new, empty one; NULL when memory ran out. */
enti_codes_own *enti_codes_new(void);
/* One more row, zeroed with empty texts; NULL when memory ran out. */
ent_code *enti_codes_add(enti_codes_own *own);

/* Finds the state of a speech and what must be known of its speaker. */
ENT_MUST_USE ent_status enti_speaker_of(const ent_lexicon *lexicon, const ent_speech *speech, enti_speaker *out,
                                        ent_error *err);

/* Text of tokens from first to last, as it stands. */
const char *enti_token_text(enti_arena *arena, const enti_sentence *s, int first, int last);

#endif
