/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a user calls a leader to the texts, or to the row of operational_codes where no text is at hand. */
#include "beliefs/compare_groups.h"

#include "store/store.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- names ---- */

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same_name(const char *a, const char *b) {
    while (*a != 0 && lower(*a) == lower(*b))
        a++, b++;
    return *a == *b;
}

/* Whether `word` is one word of a name: surnames come last in some languages and first in others. */
static bool has_word(const char *name, const char *word) {
    size_t size = strlen(word);
    for (const char *at = name; *at != 0; at += strcspn(at, " ")) {
        size_t same = 0;
        at += strspn(at, " ");
        while (same < size && lower(at[same]) == lower(word[same]))
            same++;
        if (size > 0 && same == size && (at[size] == 0 || at[size] == ' ')) return true;
    }
    return false;
}

/* "NAME", "NAME@2014" or "NAME@2013-2015". */
static ent_status split_name(const char *text, enti_belief_ask *out, ent_error *err) {
    const char *at = strrchr(text, '@');
    char *end;
    long first, last;
    (void)snprintf(out->name, sizeof out->name, "%.*s", at == NULL ? (int)strlen(text) : (int)(at - text), text);
    if (at == NULL) return ENT_OK;
    first = last = strtol(at + 1, &end, 10);
    if (*end == '-' && end[1] >= '0' && end[1] <= '9') last = strtol(end + 1, &end, 10);
    if (at[1] < '0' || at[1] > '9' || *end != 0 || first < 1 || last > 9999)
        return ent_fail(err, ENT_E_ARG, "\"%.80s\": after @ stands a year or a span such as 2013-2015", text);
    if (first > last) return ent_fail(err, ENT_E_RANGE, "\"%.80s\": year %ld is after year %ld", text, first, last);
    out->first = (int)first;
    out->last = (int)last;
    return ENT_OK;
}

/* ---- texts ---- */

/* The speaker a name stands for: the same name, else the only one with that word in it. NULL: none. */
static ent_status find_speaker(const ent_speeches *speeches, const char *name, const char **out, ent_error *err) {
    const char *by_word = NULL;
    *out = NULL;
    for (size_t i = 0; i < ent_speeches_count(speeches); i++) {
        const char *speaker = ent_speeches_at(speeches, i)->speaker;
        if (same_name(speaker, name)) {
            *out = speaker;
            return ENT_OK;
        }
        if (!has_word(speaker, name)) continue;
        if (by_word != NULL && strcmp(by_word, speaker) != 0)
            return ent_fail(err, ENT_E_ARG, "\"%.60s\" may be %.60s or %.60s; give the whole name", name, by_word,
                            speaker);
        by_word = speaker;
    }
    *out = by_word;
    return ENT_OK;
}

static void describe(const ent_speeches *speeches, const ent_belief_options *o, enti_belief_ask *ask,
                     ent_belief_group *group) {
    group->from = group->to = "";
    group->basis = "measured";
    group->words = 0;
    for (size_t i = 0; i < ask->count; i++) {
        const ent_coded_text *s = ent_speeches_at(speeches, ask->which[i]);
        ent_belief_profile profile;
        double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
        enti_speech_counts(speeches->sorted[ask->which[i]], o, self, other);
        ent_belief_indices(self, other, &profile);
        group->flagged += s->words < o->least_words || profile.self + profile.other < o->least_verbs;
        group->demonstrations += s->demonstration != 0;
        group->words += s->words;
        if (*s->date != 0 && *group->from == 0) group->from = s->date;
        if (*s->date != 0) group->to = s->date;
        group->ccode = s->ccode;
    }
    group->texts = ask->count;
}

static ent_status take_texts(const ent_speeches *speeches, const ent_belief_options *o, enti_belief_ask *ask,
                             ent_belief_group *group, ent_error *err) {
    ent_status st = ENT_OK;
    ENT_TRY(find_speaker(speeches, ask->name, &group->speaker, err));
    if (group->speaker == NULL) return ENT_OK;
    ask->which = enti_alloc(speeches->count, sizeof *ask->which);
    if (ask->which == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < speeches->count; i++) {
        const ent_coded_text *s = ent_speeches_at(speeches, i);
        if (strcmp(s->speaker, group->speaker) == 0 && enti_speech_wanted(s, o->mode, ask->first, ask->last))
            ask->which[ask->count++] = i;
    }
    if (ask->count == 0) {
        st = ent_fail(err, ENT_E_MISSING, "%.60s: no text is left; the years or the mode leave all of them out",
                      group->speaker);
        goto done;
    }
    describe(speeches, o, ask, group);
    ENT_TRY(enti_side_take(speeches, ask->which, ask->count, o, 0, &ask->side, err));
    ask->side.stream = enti_stream_of(group->speaker, ask->first, ask->last);
done:
    return st;
}

/* ---- values ---- */

static double number_at(sqlite3_stmt *row, int column) {
    return sqlite3_column_type(row, column) == SQLITE_NULL ? NAN : sqlite3_column_double(row, column);
}

static const char *text_at(enti_arena *arena, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text == NULL ? "" : enti_arena_strdup(arena, text);
}

/* Means and spread as they were published: the standard error and the number of speeches give the spread back. */
static void take_row(enti_arena *arena, sqlite3_stmt *row, enti_belief_ask *ask, ent_belief_group *group) {
    static const int places[2] = {ENT_BELIEF_P1, ENT_BELIEF_I1};
    double n = number_at(row, 8);
    ask->side = (enti_side){.values = NULL};
    for (int i = 0; i < ENT_BELIEFS; i++) {
        ask->side.pooled.value[i] = NAN;
        ask->side.moments[i] = (enti_moments){0, NAN, NAN};
    }
    for (int i = 0; i < 2; i++) {
        double value = number_at(row, 4 + 2 * i), se = number_at(row, 5 + 2 * i);
        ask->side.pooled.value[places[i]] = value;
        ask->side.moments[places[i]] = (enti_moments){isnan(n) ? 0 : (size_t)n, value, se * sqrt(n)};
    }
    ask->side.pooled.self = ask->side.pooled.other = NAN;
    group->speaker = text_at(arena, row, 0);
    group->ccode = sqlite3_column_int(row, 1);
    group->from = text_at(arena, row, 2);
    group->to = text_at(arena, row, 3);
    group->texts = isnan(n) ? 0 : (size_t)n;
    group->verbs = number_at(row, 9);
    group->words = NAN;
    group->basis = text_at(arena, row, 10);
    if (strcmp(group->basis, "demonstration") == 0) { /* measured as well, and marked */
        group->basis = "measured";
        group->demonstrations = 1;
    }
    group->source = text_at(arena, row, 11);
}

/* Rows of a leader that touch the years; more than one is for the user to tell apart. */
static ent_status take_values(const ent_store *store, bool published, enti_arena *arena, enti_belief_ask *ask,
                              ent_belief_group *group, ent_error *err) {
    static const char sql[] = "SELECT leader, code, start, \"end\", p1, p1_se, i1, i1_se, speeches, codes, basis,"
                              " source FROM operational_codes WHERE (basis = 'published') = ?1 ORDER BY line";
    ent_status st = ENT_OK;
    sqlite3_stmt *rows = NULL;
    bool more = true;
    ENT_TRY(enti_store_prepare(store, sql, &rows, err));
    if (sqlite3_bind_int(rows, 1, published) != SQLITE_OK) {
        st = enti_no_memory(err);
        goto done;
    }
    while (more) {
        const char *leader, *start, *end;
        ENT_TRY(enti_store_step(store, rows, &more, err));
        if (!more) break;
        leader = (const char *)sqlite3_column_text(rows, 0);
        if (leader == NULL || (!same_name(leader, ask->name) && !has_word(leader, ask->name))) continue;
        start = (const char *)sqlite3_column_text(rows, 2);
        end = (const char *)sqlite3_column_text(rows, 3);
        if (ask->last != ENT_MISSING && start != NULL && strtol(start, NULL, 10) > ask->last) continue;
        if (ask->first != ENT_MISSING && end != NULL && strtol(end, NULL, 10) < ask->first) continue;
        if (group->speaker != NULL) {
            st = ent_fail(err, ENT_E_ARG,
                          "%.60s has values for %.10s to %.10s and for %.10s to %.10s; choose with \"%.40s@YEAR\"",
                          group->speaker, group->from, group->to, start, end, ask->name);
            goto done;
        }
        take_row(arena, rows, ask, group);
    }
done:
    sqlite3_finalize(rows);
    return st;
}

/* ---- all ---- */

ent_status enti_belief_group_find(const ent_speeches *speeches, const ent_store *store, bool published,
                                  const char *text, const ent_belief_options *o, enti_arena *arena,
                                  enti_belief_ask *ask, ent_belief_group *group, ent_error *err) {
    ent_status st = ENT_OK;
    *ask = (enti_belief_ask){.first = o->first, .last = o->last};
    *group = (ent_belief_group){.name = enti_arena_strdup(arena, text), .source = "", .ccode = ENT_MISSING};
    ENT_TRY(split_name(text, ask, err));
    if (speeches != NULL && !published) ENT_TRY(take_texts(speeches, o, ask, group, err));
    if (group->speaker == NULL && store != NULL) ENT_TRY(take_values(store, published, arena, ask, group, err));
    if (group->speaker == NULL) {
        st = ent_fail(err, ENT_E_MISSING, "no text and no value of \"%.60s\"%s", ask->name,
                      store == NULL ? " in the files; names are those of the column speaker"
                                    : "; name files of codes with --codes, or import values");
        goto done;
    }
    group->first = ask->first;
    group->last = ask->last;
    group->pooled = ask->side.pooled;
    if (ask->which != NULL) group->verbs = ask->side.pooled.self + ask->side.pooled.other;
    for (int i = 0; i < ENT_BELIEFS; i++) {
        group->n[i] = ask->side.moments[i].n;
        group->mean[i] = ask->side.moments[i].mean;
        group->sd[i] = ask->side.moments[i].sd;
    }
    if (arena->failed) st = enti_no_memory(err);
done:
    return st;
}

void enti_belief_ask_clear(enti_belief_ask *ask) {
    ent_free(ask->which);
    enti_side_clear(&ask->side);
    ask->which = NULL;
}
