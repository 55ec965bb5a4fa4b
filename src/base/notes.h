/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of short texts that an answer carries: what is missing, what is assumed, which sources it used. */
#ifndef ENTI_NOTES_H
#define ENTI_NOTES_H

#include "base/base.h"

typedef struct {
    const char **at;
    size_t count, room;
} enti_notes;

/* Adds a text that lives as long as the arena; a NULL text is one whose memory ran out. */
ENT_MUST_USE ent_status enti_note(enti_notes *notes, enti_arena *arena, const char *text, ent_error *err);

/* Adds each key of a list such as "a;b" that is not there yet. */
ENT_MUST_USE ent_status enti_note_keys(enti_notes *notes, enti_arena *arena, const char *keys, ent_error *err);

/* Puts the texts in order. */
void enti_notes_sort(enti_notes *notes);

#endif
