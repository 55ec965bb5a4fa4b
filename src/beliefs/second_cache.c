/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cache of second opinions. Its first line names the format; any other file is refused rather than overwritten. */
#include "beliefs/second_cache.h"

#include <entente/beliefs_text.h>

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char first_line[] = "entente second opinions 1";

enti_second_key enti_second_key_of(const char *text, size_t size, const size_t *tokens, size_t count) {
    enti_second_key k = {UINT64_C(14695981039346656037), UINT64_C(0x9E3779B97F4A7C15)};
    for (size_t i = 0; i < size; i++) {
        k.high = (k.high ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
        k.low = (k.low + (unsigned char)text[i] + 1) * UINT64_C(0xD6E8FEB86659FD93);
        k.low ^= k.low >> 32;
    }
    for (size_t t = 0; t < count; t++)
        k.high = (k.high ^ tokens[t]) * UINT64_C(1099511628211);
    return k;
}

static size_t slot_of(const enti_second_cache *x, enti_second_key key) {
    size_t at = (key.high ^ key.low) & (x->slots_count - 1);
    while (x->slots[at].line != NULL && (x->slots[at].key.high != key.high || x->slots[at].key.low != key.low))
        at = (at + 1) & (x->slots_count - 1);
    return at;
}

const char *enti_second_cache_find(const enti_second_cache *x, enti_second_key key) {
    return x->slots_count == 0 ? NULL : x->slots[slot_of(x, key)].line;
}

static bool make_room(enti_second_cache *x) {
    enti_second_entry *old = x->slots;
    size_t before = x->slots_count, slots = before == 0 ? 1024 : before * 2;
    if (x->count * 2 < before) return true;
    x->slots = enti_alloc(slots, sizeof *x->slots);
    if (x->slots == NULL) {
        x->slots = old;
        return false;
    }
    x->slots_count = slots;
    for (size_t k = 0; k < before; k++)
        if (old[k].line != NULL) x->slots[slot_of(x, old[k].key)] = old[k];
    ent_free(old);
    return true;
}

ent_status enti_second_cache_add(enti_second_cache *x, enti_second_key key, const char *line, ent_error *err) {
    const char *copy;
    size_t at;
    if (!make_room(x)) return enti_no_memory(err);
    copy = enti_arena_strdup(&x->arena, line);
    if (copy == NULL) return enti_no_memory(err);
    at = slot_of(x, key);
    x->count += x->slots[at].line == NULL;
    x->slots[at] = (enti_second_entry){.key = key, .line = copy};
    x->grown = true;
    return ENT_OK;
}

static ent_status take_lines(enti_second_cache *x, char *text, ent_error *err) {
    long row = 1;
    for (char *line = text; *line != 0; row++) {
        size_t size = strcspn(line, "\n");
        char *next = line + size + (line[size] == '\n');
        enti_second_key key;
        int used = 0;
        ent_status st;
        line[size] = 0;
        if (row == 1) {
            if (strcmp(line, first_line) != 0)
                return ent_fail_at(err, ENT_E_PARSE, x->path, 1, 0,
                                   "is no cache of second opinions: it begins with \"%.30s\", expected \"%s\"", line,
                                   first_line);
        } else {
            if (sscanf(line, "%16" SCNx64 "%16" SCNx64 " %n", &key.high, &key.low, &used) != 2 || used < 33 ||
                line[used] == 0)
                return ent_fail_at(err, ENT_E_PARSE, x->path, row, 1,
                                   "expected a key of 32 digits and what was said; delete the file to begin anew");
            st = enti_second_cache_add(x, key, line + used, err);
            if (st != ENT_OK) return st;
        }
        line = next;
    }
    return ENT_OK;
}

ent_status enti_second_cache_open(enti_second_cache *x, const char *path, ent_error *err) {
    char *text = NULL;
    size_t size = 0;
    ent_status st = ENT_OK;
    if (path == NULL) return ENT_OK;
    x->path = enti_strdup(path);
    if (x->path == NULL) return enti_no_memory(err);
    if (access(path, F_OK) != 0 && errno == ENOENT) return ENT_OK;
    ENT_TRY(ent_text_read(path, &text, &size, err));
    if (size > 0) ENT_TRY(take_lines(x, text, err));
    x->grown = false;
done:
    ent_free(text);
    return st;
}

static int by_key(const void *a, const void *b) {
    const enti_second_entry *x = *(const enti_second_entry *const *)a, *y = *(const enti_second_entry *const *)b;
    if (x->key.high != y->key.high) return x->key.high < y->key.high ? -1 : 1;
    return x->key.low < y->key.low ? -1 : x->key.low > y->key.low;
}

static bool write_all(FILE *file, const enti_second_cache *x, const enti_second_entry **sorted) {
    bool good = fprintf(file, "%s\n", first_line) > 0;
    for (size_t k = 0; k < x->count && good; k++)
        good = fprintf(file, "%016" PRIx64 "%016" PRIx64 " %s\n", sorted[k]->key.high, sorted[k]->key.low,
                       sorted[k]->line) > 0;
    return good;
}

ent_status enti_second_cache_save(enti_second_cache *x, ent_error *err) {
    const enti_second_entry **sorted = NULL;
    enti_text name = {0};
    FILE *file = NULL;
    size_t n = 0;
    bool good;
    ent_status st = ENT_OK;
    if (x->path == NULL || !x->grown) return ENT_OK;
    enti_text_add(&name, "%s.%ld", x->path, (long)getpid());
    sorted = enti_alloc(x->count, sizeof *sorted);
    if (sorted == NULL || name.failed) {
        st = enti_no_memory(err);
        goto done;
    }
    for (size_t k = 0; k < x->slots_count; k++)
        if (x->slots[k].line != NULL) sorted[n++] = &x->slots[k];
    qsort(sorted, n, sizeof *sorted, by_key);
    file = fopen(name.at, "wb");
    good = file != NULL && write_all(file, x, sorted);
    if (file != NULL && fclose(file) != 0) good = false;
    if (!good || rename(name.at, x->path) != 0) {
        st = ent_fail_at(err, ENT_E_IO, x->path, 0, 0, "cannot be written: %s", strerror(errno));
        (void)remove(name.at); /* what is left of a failure */
        goto done;
    }
    x->grown = false;
done:
    ent_free((void *)sorted);
    enti_text_clear(&name);
    return st;
}

void enti_second_cache_clear(enti_second_cache *x) {
    ent_free(x->path);
    ent_free(x->slots);
    enti_arena_clear(&x->arena);
    *x = (enti_second_cache){.path = NULL};
}
