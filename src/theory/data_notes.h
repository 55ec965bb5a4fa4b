/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the data lack, stretch and rest on in a year, said alike by every answer. */
#ifndef ENTI_DATA_NOTES_H
#define ENTI_DATA_NOTES_H

#include "base/notes.h"
#include "theory/params.h"

/* Lists of an answer and the arena that owns their texts. */
typedef struct {
    enti_notes *list;
    enti_arena *arena;
    ent_error *err;
} enti_note_list;

/* Data sets that are not there for the year, and the file that would supply each. */
ENT_MUST_USE ent_status enti_note_missing_data(enti_note_list notes, const ent_year *year);
/* What is carried from earlier years, and readings outside the years the model was estimated on. */
ENT_MUST_USE ent_status enti_note_carried_data(enti_note_list notes, const ent_year *year);
/* Sources of the figures every answer reads: capability, votes, regimes, rivalries, pacts, borders, disputes, trade. */
ENT_MUST_USE ent_status enti_note_standing_sources(enti_note_list notes, const ent_year *year);

/* Whether pacts before 2010 come from the snapshot, whose treaties of those years are a selection. */
bool enti_pacts_selected(const ent_year *year);

#endif
