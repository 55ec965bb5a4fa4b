/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of texts: which file, who speaks, for which state, when and where. Files are found beside the list. */
#include "beliefs/coder.h"
#include "ingest/csv.h"

#include <string.h>

/* What a manifest owns; the public part comes first. */
typedef struct {
    ent_text_list manifest;
    enti_arena arena;
    ent_speech *speeches;
    size_t count, room;
} owner;

enum { FILE_NAME, SPEAKER, STATE, DATE, VENUE, MODE, FIELDS };

/* Names a column may have. */
static size_t find_column(const enti_csv *csv, int field) {
    static const char *const names[FIELDS][3] = {{"file", "text_id", "path"},  {"speaker", "leader", NULL},
                                                 {"state", "country", "iso3"}, {"date", NULL, NULL},
                                                 {"venue", "title", NULL},     {"mode", NULL, NULL}};
    for (int k = 0; k < 3 && names[field][k] != NULL; k++) {
        size_t at = enti_csv_find(csv, names[field][k]);
        if (at != SIZE_MAX) return at;
    }
    return SIZE_MAX;
}

static ent_status read_text(owner *x, const char *folder, const char *file, ent_speech *to, const char *name, long row,
                            long column, ent_error *err) {
    char *path = *file == '/' ? enti_arena_strdup(&x->arena, file) : enti_arena_printf(&x->arena, "%s%s", folder, file);
    char *bytes = NULL, *copy;
    size_t size = 0;
    ent_error why = {0};
    if (path == NULL) return enti_no_memory(err);
    if (ent_text_read(path, &bytes, &size, &why) != ENT_OK)
        return ent_fail_at(err, ENT_E_IO, name, row, column, "%.200s", why.message);
    copy = enti_arena_alloc(&x->arena, size + 1, 1);
    if (copy != NULL) memcpy(copy, bytes, size);
    ent_free(bytes);
    if (copy == NULL) return enti_no_memory(err);
    to->text = copy;
    to->size = size;
    return ENT_OK;
}

static ent_status read_row(owner *x, const enti_csv *csv, const size_t *at, const char *folder, const char *name,
                           ent_error *err) {
    const char *field[FIELDS];
    ent_speech *s;
    if (x->count == x->room) {
        size_t room = x->room == 0 ? 64 : x->room * 2;
        ent_speech *grown = enti_realloc(x->speeches, room, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        x->speeches = grown;
        x->room = room;
    }
    for (int k = 0; k < FIELDS; k++)
        field[k] = enti_arena_strdup(&x->arena, at[k] == SIZE_MAX ? "" : enti_csv_text(csv, at[k]));
    if (x->arena.failed) return enti_no_memory(err);
    if (*field[FILE_NAME] == 0)
        return ent_fail_at(err, ENT_E_PARSE, name, enti_csv_row(csv), (long)at[FILE_NAME] + 1, "no file named");
    if (*field[SPEAKER] == 0)
        return ent_fail_at(err, ENT_E_ARG, name, enti_csv_row(csv), (long)at[SPEAKER] + 1,
                           "no speaker given for %.100s", field[FILE_NAME]);
    if (*field[MODE] != 0 && strcmp(field[MODE], "prepared") != 0 && strcmp(field[MODE], "spontaneous") != 0)
        return ent_fail_at(err, ENT_E_PARSE, name, enti_csv_row(csv), (long)at[MODE] + 1,
                           "mode is \"%.30s\", expected prepared, spontaneous or nothing", field[MODE]);
    s = &x->speeches[x->count++];
    *s = (ent_speech){.id = field[FILE_NAME],
                      .speaker = field[SPEAKER],
                      .state = field[STATE],
                      .date = field[DATE],
                      .venue = field[VENUE],
                      .mode = field[MODE]};
    return read_text(x, folder, field[FILE_NAME], s, name, enti_csv_row(csv), (long)at[FILE_NAME] + 1, err);
}

ent_status ent_text_list_read(const char *path, ent_text_list **out, ent_error *err) {
    const char *slash = strrchr(path, '/');
    owner *x = enti_alloc(1, sizeof *x);
    enti_csv *csv = NULL;
    size_t at[FIELDS];
    char *folder;
    ent_status st = ENT_OK;
    bool more = true;
    if (x == NULL) return enti_no_memory(err);
    folder = enti_arena_printf(&x->arena, "%.*s", slash == NULL ? 0 : (int)(slash - path + 1), path);
    if (folder == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    ENT_TRY(enti_csv_open(path, path, &csv, err));
    for (int k = 0; k < FIELDS; k++) {
        at[k] = find_column(csv, k);
        if (k > STATE || at[k] != SIZE_MAX) continue;
        st = ent_fail_at(err, ENT_E_PARSE, path, 1, 0, "no column is called %s",
                         k == FILE_NAME ? "file"
                         : k == SPEAKER ? "speaker"
                                        : "state");
        goto done;
    }
    while (more) {
        ENT_TRY(enti_csv_next(csv, &more, err));
        if (more) ENT_TRY(read_row(x, csv, at, folder, path, err));
    }
    x->manifest = (ent_text_list){.speeches = x->speeches, .count = x->count};
    *out = &x->manifest;
    x = NULL;
done:
    enti_csv_close(csv);
    if (x != NULL) ent_text_list_free(&x->manifest);
    return st;
}

void ent_text_list_free(ent_text_list *manifest) {
    owner *x = (owner *)manifest;
    if (x == NULL) return;
    ent_free(x->speeches);
    enti_arena_clear(&x->arena);
    ent_free(x);
}
