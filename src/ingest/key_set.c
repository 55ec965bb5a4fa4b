/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open addressing, half full at most. The mixing is the finalizer of SplitMix64 (Steele, Lea & Flood 2014), in which every
 * bit of the input moves about half of the output's. */
#include "ingest/key_set.h"

#include <string.h>

enum { FIRST_ROOM = 1024 };

static uint64_t mix(uint64_t x) {
    x += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

uint64_t enti_key_number(uint64_t hash, uint64_t number) {
    return mix(hash ^ mix(number));
}

uint64_t enti_key_text(uint64_t hash, const char *text) {
    size_t size = strlen(text);
    hash = mix(hash ^ size);
    while (size > 0) {
        uint64_t word = 0;
        size_t part = size < sizeof word ? size : sizeof word;
        memcpy(&word, text, part);
        hash = mix(hash ^ word);
        text += part;
        size -= part;
    }
    return hash;
}

/* The slot that holds the hash, or the free one where it belongs. */
static size_t slot_of(const uint64_t *slots, size_t room, uint64_t hash) {
    size_t at = (size_t)hash & (room - 1);
    while (slots[at] != 0 && slots[at] != hash)
        at = (at + 1) & (room - 1);
    return at;
}

static ent_status grow(enti_key_set *set, ent_error *err) {
    size_t room = set->room == 0 ? FIRST_ROOM : 2 * set->room;
    uint64_t *slots = enti_alloc(room, sizeof *slots);
    if (slots == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < set->room; i++)
        if (set->slots[i] != 0) slots[slot_of(slots, room, set->slots[i])] = set->slots[i];
    ent_free(set->slots);
    set->slots = slots;
    set->room = room;
    return ENT_OK;
}

ent_status enti_key_add(enti_key_set *set, uint64_t hash, bool *seen, ent_error *err) {
    size_t at;
    if (hash == 0) hash = 1;
    if (2 * set->count >= set->room) {
        ent_status st = grow(set, err);
        if (st != ENT_OK) return st;
    }
    at = slot_of(set->slots, set->room, hash);
    *seen = set->slots[at] == hash;
    if (!*seen) {
        set->slots[at] = hash;
        set->count++;
    }
    return ENT_OK;
}

void enti_key_clear(enti_key_set *set) {
    ent_free(set->slots);
    memset(set, 0, sizeof *set);
}
