/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors, memory and text for the inside of the library. Sits under every other folder. */
#ifndef ENTI_BASE_H
#define ENTI_BASE_H

#include <entente/base.h>
#include <stdarg.h>
#include <stdbool.h>

/* Jumps to the one exit of a function, which frees what was not handed over. */
#define ENT_TRY(call)                                                                                                  \
    do {                                                                                                               \
        if ((st = (call)) != ENT_OK) goto done;                                                                        \
    } while (0)

/* Fills err (which may be NULL) and returns status. */
ent_status ent_fail(ent_error *err, ent_status status, const char *format, ...) ENT_PRINTF(3, 4);

/* The same for data at fault: `file:row:column: message`; row or column 0 is left out. */
ent_status ent_fail_at(ent_error *err, ent_status status, const char *file, long row, long column, const char *format,
                       ...) ENT_PRINTF(6, 7);

ent_status enti_no_memory(ent_error *err);

/* Memory. Sizes are count x size with the product checked; zeroed; NULL when memory ran out. */
void *enti_alloc(size_t count, size_t size);
void *enti_realloc(void *block, size_t count, size_t size);
char *enti_strdup(const char *text);

/* Things that die together: blocks are freed by enti_arena_clear only. A zeroed arena is empty. `failed` is set when
 * memory ran out and stays set, so that whoever composes an answer of many texts can check once at the end. */
typedef struct enti_arena {
    struct enti_arena_chunk *last;
    bool failed;
} enti_arena;

void *enti_arena_alloc(enti_arena *arena, size_t count, size_t size); /* zeroed, aligned for any type */
char *enti_arena_strdup(enti_arena *arena, const char *text);
char *enti_arena_printf(enti_arena *arena, const char *format, ...) ENT_PRINTF(2, 3);
void enti_arena_clear(enti_arena *arena);

/* A text that grows. A zeroed one is empty; `failed` is set when memory ran out and stays set. */
typedef struct enti_text {
    char *at; /* always ends in 0 once anything was added */
    size_t size, room;
    bool failed;
} enti_text;

void enti_text_add(enti_text *text, const char *format, ...) ENT_PRINTF(2, 3);
void enti_text_put(enti_text *text, const char *bytes, size_t count);
void enti_text_clear(enti_text *text);

#endif
