/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations: a source leads to its entry in the bibliography; entries come out in order, each once. */
#include "base/notes.h"
#include "world/world.h"

#include <entente/history.h>
#include <string.h>

/* The bibliography key a key stands for: its own, or that of a source. NULL when neither knows it. */
static const char *bibliography_key(const ent_world *w, const char *key) {
    for (size_t r = 0; r < w->references_count; r++)
        if (strcmp(w->references[r].key, key) == 0) return w->references[r].key;
    for (size_t s = 0; s < w->sources_count; s++)
        if (strcmp(w->sources[s].key, key) == 0) return w->sources[s].bibkey;
    return NULL;
}

static const char *entry_of(const ent_world *w, const char *key) {
    for (size_t r = 0; r < w->references_count; r++)
        if (strcmp(w->references[r].key, key) == 0) return w->references[r].entry;
    return NULL;
}

static ent_status collect(const ent_world *w, const char *const *keys, size_t count, enti_notes *list,
                          enti_arena *arena, ent_error *err) {
    ent_status st = ENT_OK;
    for (size_t k = 0; k < count; k++) {
        const char *key = bibliography_key(w, keys[k]);
        if (key == NULL || entry_of(w, key) == NULL)
            return ent_fail(err, ENT_E_MISSING,
                            "no source or reference has the key \"%s\"; entente cite --all prints every one", keys[k]);
        ENT_TRY(enti_note_keys(list, arena, key, err));
    }
    for (size_t r = 0; keys == NULL && r < w->references_count; r++)
        ENT_TRY(enti_note_keys(list, arena, w->references[r].key, err));
    enti_notes_sort(list);
done:
    return st;
}

ent_status ent_cite_keys(const ent_world *world, const char *const *keys, size_t count, char **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_arena arena = {0};
    enti_notes list = {0};
    enti_text text = {0};

    ENT_TRY(collect(world, keys, count, &list, &arena, err));
    enti_text_add(&text, "%s", "");
    for (size_t k = 0; k < list.count; k++)
        enti_text_add(&text, "%s%s\n", k > 0 ? "\n" : "", entry_of(world, list.at[k]));
    if (text.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    *out = text.at;
    text.at = NULL;
done:
    enti_text_clear(&text);
    enti_arena_clear(&arena);
    return st;
}
