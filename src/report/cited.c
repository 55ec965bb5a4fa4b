/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an answer back to its citations: the keys in its arrays `sources` and `cites`. Any answer that carries them will
 * do, of this version or another; what else stands in it is not looked at.
 */
#include <entente/report.h>

#include "base/base.h"

#include <jansson.h>

#include <stdlib.h>
#include <string.h>

/* A key, or an object that has one. */
static const char *key_of(const json_t *item) {
    const char *key = json_string_value(json_is_object(item) ? json_object_get(item, "key") : item);
    return key != NULL ? key : "";
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of both arrays, sorted, each once, borrowed from the answer; room is for all of them. */
static size_t collect(json_t *const lists[2], const char **out) {
    size_t count = 0, kept = 0;
    for (int l = 0; l < 2; l++)
        for (size_t i = 0; i < json_array_size(lists[l]); i++) {
            const char *key = key_of(json_array_get(lists[l], i));
            if (*key != 0) out[count++] = key;
        }
    if (count > 0) qsort(out, count, sizeof *out, by_text);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(out[kept - 1], out[i]) != 0) out[kept++] = out[i];
    return kept;
}

/* One block: the array, then the texts it points to. */
static const char **packed(const char *const *keys, size_t count) {
    size_t bytes = (count + 1) * sizeof(char *);
    char **block, *at;
    for (size_t i = 0; i < count; i++)
        bytes += strlen(keys[i]) + 1;
    block = enti_alloc(bytes, 1);
    if (block == NULL) return NULL;
    at = (char *)(block + count + 1);
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(keys[i]) + 1;
        block[i] = memcpy(at, keys[i], size);
        at += size;
    }
    return (const char **)block;
}

static ent_status read_answer(const char *json, size_t size, json_t **out, ent_error *err) {
    json_error_t error;
    *out = json_loadb(json, size, 0, &error);
    if (*out != NULL) return ENT_OK;
    if (json_error_code(&error) == json_error_out_of_memory) return enti_no_memory(err);
    return ent_fail(err, ENT_E_PARSE, "line %d, column %d: not the JSON of an answer (%s)", error.line, error.column,
                    error.text);
}

ent_status ent_report_cited(const char *json, size_t size, const char ***keys, size_t *count, ent_error *err) {
    ent_status st = ENT_OK;
    json_t *answer = NULL, *lists[2];
    const char **found = NULL, **block;
    size_t n;

    ENT_TRY(read_answer(json, size, &answer, err));
    lists[0] = json_object_get(answer, "sources");
    lists[1] = json_object_get(answer, "cites");
    if (!json_is_array(lists[0]) && !json_is_array(lists[1])) {
        st = ent_fail(err, ENT_E_PARSE, "no answer of entente: it has neither \"sources\" nor \"cites\"");
        goto done;
    }
    found = enti_alloc(json_array_size(lists[0]) + json_array_size(lists[1]) + 1, sizeof *found);
    if (found == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    n = collect(lists, found);
    block = packed(found, n);
    if (block == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    *keys = block;
    *count = n;
done:
    ent_free(found);
    json_decref(answer);
    return st;
}
