/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person types to a group: a forum with its full members of a year, or a list of states. */
#include "groups/group.h"

#include <ctype.h>
#include <entente/groups.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void lower(const char *text, char *out, size_t room) {
    size_t size = 0;
    for (; *text != 0 && size + 1 < room; text++)
        out[size++] = (char)tolower((unsigned char)(*text == '_' || *text == ' ' ? '-' : *text));
    out[size] = 0;
}

/* Exact id or name first, then a part of the name that fits only one. */
static int match(const ent_world *w, const char *text, int *second) {
    char wanted[128], id[128];
    int found = -1;
    *second = -1;
    lower(text, wanted, sizeof wanted);
    for (size_t f = 0; f < w->forums_count; f++) {
        lower(w->forums[f].id, id, sizeof id);
        if (strcmp(id, wanted) == 0) return (int)f;
        lower(w->forums[f].name, id, sizeof id);
        if (strcmp(id, wanted) == 0) return (int)f;
    }
    for (size_t f = 0; f < w->forums_count && strlen(wanted) >= 4; f++) {
        const char *at;
        lower(w->forums[f].name, id, sizeof id);
        at = strstr(id, wanted);
        if (at == NULL || (at > id && at[-1] != '-')) continue; /* words from their beginning only */
        if (found >= 0) *second = (int)f;
        if (found < 0) found = (int)f;
    }
    return found;
}

static ent_status unknown_forum(const ent_world *w, const char *text, ent_error *err) {
    enti_text list = {0};
    ent_status st;
    char wanted[128], id[128];
    lower(text, wanted, sizeof wanted);
    for (size_t f = 0; f < w->forums_count; f++) {
        lower(w->forums[f].id, id, sizeof id);
        if (*id == *wanted) enti_text_add(&list, "%s%s", list.size > 0 ? ", " : "", w->forums[f].id);
    }
    if (list.failed)
        st = enti_no_memory(err);
    else
        st = ent_fail(err, ENT_E_MISSING,
                      "no forum called \"%s\"%s%s; entente institution lists them, --members takes a list", text,
                      list.size > 0 ? "; did you mean one of " : "", list.size > 0 ? list.at : "");
    enti_text_clear(&list);
    return st;
}

static int by_code(const void *a, const void *b) {
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

ent_status enti_forum_find(const ent_world *w, const char *text, size_t *out, ent_error *err) {
    int second, f = match(w, text, &second);
    if (f < 0) return unknown_forum(w, text, err);
    if (second >= 0)
        return ent_fail(err, ENT_E_ARG, "\"%s\" may be %s or %s; name one", text, w->forums[f].id,
                        w->forums[second].id);
    *out = (size_t)f;
    return ENT_OK;
}

ent_status ent_group_find(const ent_world *w, const char *text, int year, ent_group *out, ent_error *err) {
    ent_status st = ENT_OK;
    const enti_forum *forum;
    ent_group group = {.count = 0};
    size_t f;
    ENT_TRY(enti_forum_find(w, text, &f, err));
    forum = &w->forums[f];
    if (!enti_span_in(&forum->span, year, year))
        return ent_fail(err, ENT_E_MISSING, "%s did not exist in %d (founded %s%s%s)", forum->name, year,
                        forum->span.start, *forum->span.end != 0 ? ", ended " : "", forum->span.end);
    group.id = forum->id;
    group.name = forum->name;
    for (size_t m = 0; m < w->forum_members_count && group.count < ENT_GROUP_MAX; m++) {
        const enti_forum_member *member = &w->forum_members[m];
        bool known = false;
        if (member->forum != f || member->status != ENTI_FULL || !enti_span_in(&member->span, year, year)) continue;
        for (size_t k = 0; k < group.count; k++)
            known = known || group.codes[k] == w->entities[member->who].code;
        if (!known) group.codes[group.count++] = w->entities[member->who].code;
    }
    qsort(group.codes, group.count, sizeof *group.codes, by_code);
    if (group.count < 2)
        return ent_fail(err, ENT_E_MISSING, "%s has %zu full members on record in %d", forum->name, group.count, year);
    *out = group;
done:
    return st;
}

static ent_status add_member(const ent_world *w, const char *name, int year, ent_group *group, ent_error *err) {
    ent_status st = ENT_OK;
    ent_entity state;
    ENT_TRY(ent_world_find(w, name, year, &state, NULL, err));
    if (!state.outside && !ent_world_is_member(w, state.code, year))
        return ent_fail(err, ENT_E_MISSING, "%s was not a member of the system of states in %d", state.name, year);
    for (size_t k = 0; k < group->count; k++)
        if (group->codes[k] == state.code) return ent_fail(err, ENT_E_ARG, "%s is listed twice", state.name);
    if (group->count == ENT_GROUP_MAX) return ent_fail(err, ENT_E_RANGE, "more than %d members", ENT_GROUP_MAX);
    group->codes[group->count++] = state.code;
done:
    return st;
}

ent_status ent_group_parse(const ent_world *w, const char *list, int year, ent_group *out, ent_error *err) {
    ent_status st = ENT_OK;
    ent_group group = {.id = "", .name = ""};
    char *copy = enti_strdup(list);
    if (copy == NULL) return enti_no_memory(err);
    for (char *name = copy, *end; name != NULL; name = end) {
        end = strchr(name, ',');
        if (end != NULL) *end++ = 0;
        ENT_TRY(add_member(w, name, year, &group, err));
    }
    if (group.count < 2) {
        st = ent_fail(err, ENT_E_ARG, "a group needs two members at least, separated by commas");
        goto done;
    }
    qsort(group.codes, group.count, sizeof *group.codes, by_code);
    *out = group;
done:
    ent_free(copy);
    return st;
}
