/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All memory goes through one replaceable allocator, so that tests can make any allocation fail. */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *system_alloc(void *context, size_t size) {
    (void)context;
    return malloc(size);
}

static void *system_realloc(void *context, void *block, size_t size) {
    (void)context;
    return realloc(block, size);
}

static void system_free(void *context, void *block) {
    (void)context;
    free(block);
}

static const ent_alloc system_allocator = {system_alloc, system_realloc, system_free, NULL};
static ent_alloc current = {system_alloc, system_realloc, system_free, NULL};

void ent_alloc_use(const ent_alloc *alloc) {
    current = alloc != NULL ? *alloc : system_allocator;
}

void ent_free(void *block) {
    if (block != NULL) current.free(current.context, block);
}

static bool product(size_t count, size_t size, size_t *out) {
    if (size != 0 && count > SIZE_MAX / size) return false;
    *out = count * size;
    if (*out == 0) *out = 1;
    return true;
}

void *enti_alloc(size_t count, size_t size) {
    size_t bytes;
    void *block;
    if (!product(count, size, &bytes)) return NULL;
    if (current.alloc == system_alloc) return calloc(1, bytes); /* fresh pages are zero already */
    block = current.alloc(current.context, bytes);
    if (block != NULL) memset(block, 0, bytes);
    return block;
}

void *enti_realloc(void *block, size_t count, size_t size) {
    size_t bytes;
    if (!product(count, size, &bytes)) return NULL;
    return current.realloc(current.context, block, bytes);
}

char *enti_strdup(const char *text) {
    size_t bytes = strlen(text) + 1;
    char *copy = enti_alloc(bytes, 1);
    if (copy != NULL) memcpy(copy, text, bytes);
    return copy;
}

/* ---- arena ---- */

enum { CHUNK = 64 * 1024, ALIGN = 16 };

struct enti_arena_chunk {
    struct enti_arena_chunk *before;
    size_t used, room;
    _Alignas(ALIGN) unsigned char at[];
};

void *enti_arena_alloc(enti_arena *arena, size_t count, size_t size) {
    struct enti_arena_chunk *chunk = arena->last;
    size_t bytes;
    void *block;
    if (!product(count, size, &bytes) || bytes > SIZE_MAX - ALIGN - sizeof *chunk) {
        arena->failed = true;
        return NULL;
    }
    bytes = (bytes + ALIGN - 1) / ALIGN * ALIGN;
    if (chunk == NULL || chunk->room - chunk->used < bytes) {
        size_t room = bytes > CHUNK ? bytes : CHUNK;
        chunk = enti_alloc(1, sizeof *chunk + room);
        if (chunk == NULL) {
            arena->failed = true;
            return NULL;
        }
        chunk->room = room;
        chunk->before = arena->last;
        arena->last = chunk;
    }
    block = chunk->at + chunk->used; /* zero: chunks come zeroed and are handed out once */
    chunk->used += bytes;
    return block;
}

char *enti_arena_strdup(enti_arena *arena, const char *text) {
    size_t bytes = strlen(text) + 1;
    char *copy = enti_arena_alloc(arena, bytes, 1);
    if (copy != NULL) memcpy(copy, text, bytes);
    return copy;
}

char *enti_arena_printf(enti_arena *arena, const char *format, ...) {
    va_list args;
    char *text;
    int size;
    va_start(args, format);
    size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size < 0) return NULL;
    text = enti_arena_alloc(arena, (size_t)size + 1, 1);
    if (text == NULL) return NULL;
    va_start(args, format);
    (void)vsnprintf(text, (size_t)size + 1, format, args);
    va_end(args);
    return text;
}

void enti_arena_clear(enti_arena *arena) {
    while (arena->last != NULL) {
        struct enti_arena_chunk *before = arena->last->before;
        ent_free(arena->last);
        arena->last = before;
    }
    arena->failed = false;
}

/* ---- growing text ---- */

static bool text_reserve(enti_text *text, size_t more) {
    size_t room = text->room == 0 ? 256 : text->room;
    char *at;
    if (text->failed) return false;
    if (text->size + more + 1 <= text->room) return true;
    while (room < text->size + more + 1)
        room *= 2;
    at = enti_realloc(text->at, room, 1);
    if (at == NULL) {
        text->failed = true;
        return false;
    }
    text->at = at;
    text->room = room;
    return true;
}

void enti_text_put(enti_text *text, const char *bytes, size_t count) {
    if (!text_reserve(text, count)) return;
    if (count > 0) memcpy(text->at + text->size, bytes, count);
    text->size += count;
    text->at[text->size] = 0;
}

void enti_text_add(enti_text *text, const char *format, ...) {
    va_list args;
    int size;
    va_start(args, format);
    size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (size < 0 || !text_reserve(text, (size_t)size)) return;
    va_start(args, format);
    (void)vsnprintf(text->at + text->size, (size_t)size + 1, format, args);
    va_end(args);
    text->size += (size_t)size;
}

void enti_text_clear(enti_text *text) {
    ent_free(text->at);
    memset(text, 0, sizeof *text);
}
