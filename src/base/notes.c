/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of texts in an arena. */
#include "base/notes.h"

#include <stdlib.h>
#include <string.h>

ent_status enti_note(enti_notes *notes, enti_arena *arena, const char *text, ent_error *err) {
    if (text == NULL) return enti_no_memory(err);
    if (notes->count == notes->room) {
        size_t room = notes->room == 0 ? 16 : 2 * notes->room;
        const char **at = enti_arena_alloc(arena, room, sizeof *at);
        if (at == NULL) return enti_no_memory(err);
        if (notes->count > 0) memcpy(at, notes->at, notes->count * sizeof *at);
        notes->at = at;
        notes->room = room;
    }
    notes->at[notes->count++] = text;
    return ENT_OK;
}

static bool has_key(const enti_notes *notes, const char *key, size_t size) {
    for (size_t k = 0; k < notes->count; k++)
        if (strncmp(notes->at[k], key, size) == 0 && notes->at[k][size] == 0) return true;
    return false;
}

ent_status enti_note_keys(enti_notes *notes, enti_arena *arena, const char *keys, ent_error *err) {
    while (keys != NULL && *keys != 0) {
        size_t size = strcspn(keys, ";");
        if (size > 0 && !has_key(notes, keys, size)) {
            ent_status st = enti_note(notes, arena, enti_arena_printf(arena, "%.*s", (int)size, keys), err);
            if (st != ENT_OK) return st;
        }
        keys += size;
        if (*keys == ';') keys++;
    }
    return ENT_OK;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void enti_notes_sort(enti_notes *notes) {
    if (notes->count > 0) qsort(notes->at, notes->count, sizeof *notes->at, by_text);
}
