/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Second opinions by sentence: a text file of one line each, key and what was said. */
#ifndef ENTI_BELIEFS_SECOND_CACHE_H
#define ENTI_BELIEFS_SECOND_CACHE_H

#include "base/base.h"

typedef struct enti_second_key {
    uint64_t high, low;
} enti_second_key;

typedef struct enti_second_entry {
    enti_second_key key;
    const char *line; /* NULL: empty slot */
} enti_second_entry;

/* A zeroed one is empty. */
typedef struct enti_second_cache {
    char *path; /* NULL: kept in memory only */
    enti_arena arena;
    enti_second_entry *slots;
    size_t slots_count, count;
    bool grown; /* holds what the file does not */
} enti_second_cache;

/* Of the text and of where its tokens begin, because what is kept counts tokens. */
enti_second_key enti_second_key_of(const char *text, size_t size, const size_t *tokens, size_t count);

/* Reads the file; one that does not exist is an empty cache. */
ENT_MUST_USE ent_status enti_second_cache_open(enti_second_cache *cache, const char *path, ent_error *err);

/* What is kept for a key, or NULL. */
const char *enti_second_cache_find(const enti_second_cache *cache, enti_second_key key);

ENT_MUST_USE ent_status enti_second_cache_add(enti_second_cache *cache, enti_second_key key, const char *line,
                                              ent_error *err);

/* Writes the file anew, sorted by key, when there is something new: a reader sees the old one or the whole new one. */
ENT_MUST_USE ent_status enti_second_cache_save(enti_second_cache *cache, ent_error *err);

void enti_second_cache_clear(enti_second_cache *cache);

#endif
