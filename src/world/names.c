/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From what a person types to a state. Letter codes of different schemes collide (AUS is Austria for COW, Australia
 * for ISO), names move between states over time, and people mistype: so schemes are tried in a fixed order, the year
 * decides between namesakes, and what stays ambiguous or unknown is an error with choices, never a guess.
 */
#include "world/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

enum { FOLDED = 128, NOTE = 160 };

/* Lower case without accents; punctuation becomes a blank, dots vanish (U.S.S.R. = ussr); blanks run together. */
static void put_folded(char *out, size_t *size, const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char c = bytes[i];
        if (c == '.' || c == '\'' || (c == '*' && *size == 0)) continue;
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c == '-' || c == ',' || c == '_' || c == '(' || c == ')' || c == '&' || c == '/' || c == '\t') c = ' ';
        if (c == ' ' && (*size == 0 || out[*size - 1] == ' ')) continue;
        if (*size + 1 < FOLDED) out[(*size)++] = c;
    }
}

static void fold(const char *text, char out[FOLDED]) {
    size_t size = 0;
    bool ascii = true;
    for (const char *p = text; *p != 0; p++)
        if ((unsigned char)*p >= 0x80) ascii = false;
    if (ascii) {
        put_folded(out, &size, text, strlen(text));
    } else {
        utf8proc_uint8_t *mapped = NULL;
        utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text, 0, &mapped,
                                               UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                   UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
        if (length > 0) put_folded(out, &size, (const char *)mapped, (size_t)length);
        free(mapped); /* allocated by utf8proc */
    }
    while (size > 0 && out[size - 1] == ' ')
        size--;
    out[size] = 0;
    if (strncmp(out, "the ", 4) == 0) memmove(out, out + 4, size - 3);
}

static bool holds_in(const enti_name *name, int year) {
    if (year == ENT_MISSING) return true;
    return (name->from == ENT_MISSING || year >= name->from) && (name->to == ENT_MISSING || year <= name->to);
}

static bool exists(const ent_world *world, enti_ref who, int year) {
    return year == ENT_MISSING || ent_world_is_member(world, world->entities[who].code, year);
}

/* Which names a search looks at: those of one scheme, or words ("" as scheme). */
typedef struct {
    const char *scheme;
    const char *folded;
    int year;
} query;

/* How well a name answers: holding in the year and being borne by a state of that year come first. */
static int rank_of(const ent_world *world, const enti_name *name, int year) {
    static const char *const kinds[] = {"current", "short", "former", "native", "common-misspelling"};
    int rank = 10;
    for (int i = 0; i < 5; i++)
        if (strcmp(name->kind, kinds[i]) == 0) rank = i;
    if (!exists(world, name->who, year)) rank += 200;
    if (!holds_in(name, year)) rank += 100;
    return rank;
}

/* Numbers are the same with and without leading zeros. */
static const char *significant(const char *folded) {
    const char *p = folded;
    if (folded[strspn(folded, "0123456789")] != 0) return folded;
    while (*p == '0' && p[1] != 0)
        p++;
    return p;
}

/* Best entities for a query; returns how many different ones share the best rank. */
static size_t matches(const ent_world *world, const query *q, enti_ref *found, size_t room) {
    size_t count = 0;
    int best = INT32_MAX;
    for (size_t i = 0; i < world->names_count; i++) {
        const enti_name *name = &world->names[i];
        char folded[FOLDED];
        bool known = false;
        int rank;
        if (strcmp(name->scheme, q->scheme) != 0) continue;
        fold(name->name, folded);
        if (strcmp(significant(folded), significant(q->folded)) != 0) continue;
        rank = rank_of(world, name, q->year);
        if (rank > best) continue;
        if (rank < best) count = 0;
        best = rank;
        for (size_t k = 0; k < count; k++)
            if (found[k] == name->who) known = true;
        if (!known && count < room) found[count++] = name->who;
    }
    return count;
}

static ent_status ambiguous(const ent_world *world, const char *text, const enti_ref *found, size_t count,
                            ent_error *err) {
    enti_text choices = {0};
    ent_status st;
    for (size_t i = 0; i < count; i++)
        enti_text_add(&choices, "%s%s (cow:%d)", i > 0 ? ", " : "", world->entities[found[i]].name,
                      world->entities[found[i]].code);
    if (choices.failed)
        st = enti_no_memory(err);
    else
        st = ent_fail(err, ENT_E_ARG, "\"%s\" may be %s; name one", text, choices.at);
    enti_text_clear(&choices);
    return st;
}

/* Optimal string alignment distance, given up beyond `limit`. */
static int distance(const char *a, const char *b, int limit) {
    int n = (int)strlen(a), m = (int)strlen(b);
    int row[3][FOLDED + 1];
    if (abs(n - m) > limit) return limit + 1;
    for (int j = 0; j <= m; j++)
        row[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *now = row[i % 3], *up = row[(i + 2) % 3], *up2 = row[(i + 1) % 3];
        int least = now[0] = i;
        for (int j = 1; j <= m; j++) {
            int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            int d = up[j - 1] + cost;
            if (up[j] + 1 < d) d = up[j] + 1;
            if (now[j - 1] + 1 < d) d = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && up2[j - 2] + 1 < d)
                d = up2[j - 2] + 1;
            now[j] = d;
            if (d < least) least = d;
        }
        if (least > limit) return limit + 1;
    }
    return row[n % 3][m];
}

enum { SUGGESTIONS = 3 };
typedef struct {
    enti_ref who[SUGGESTIONS];
    int score[SUGGESTIONS];
    size_t count;
} suggestions;

static void suggest(suggestions *s, enti_ref who, int score) {
    size_t at;
    for (size_t i = 0; i < s->count; i++)
        if (s->who[i] == who) {
            if (score >= s->score[i]) return;
            for (size_t k = i; k + 1 < s->count; k++) {
                s->who[k] = s->who[k + 1];
                s->score[k] = s->score[k + 1];
            }
            s->count--;
            break;
        }
    for (at = s->count; at > 0 && s->score[at - 1] > score; at--)
        if (at < SUGGESTIONS) {
            s->who[at] = s->who[at - 1];
            s->score[at] = s->score[at - 1];
        }
    if (at >= SUGGESTIONS) return;
    s->who[at] = who;
    s->score[at] = score;
    if (s->count < SUGGESTIONS) s->count++;
}

static ent_status unknown(const ent_world *world, const char *text, const char *folded, int year, ent_error *err) {
    suggestions near = {.count = 0};
    enti_text choices = {0};
    int limit = (int)strlen(folded) / 3 + 1;
    char when[24] = "";
    ent_status st;

    for (size_t i = 0; i < world->names_count; i++) {
        const enti_name *name = &world->names[i];
        char other[FOLDED];
        int d;
        if (*name->scheme != 0 && strcmp(name->scheme, "iso3") != 0) continue;
        if (strcmp(name->kind, "demonym") == 0 || strcmp(name->kind, "capital-as-metonym") == 0) continue;
        fold(name->name, other);
        d = distance(folded, other, limit);
        if (d <= limit && exists(world, name->who, year)) suggest(&near, name->who, d * 2 + (*folded != *other));
    }
    for (size_t i = 0; i < near.count; i++) {
        const ent_entity *e = &world->entities[near.who[i]];
        enti_text_add(&choices, "%s%s (%s)", i > 0 ? ", " : "; did you mean ", e->name,
                      *e->iso3 != 0 ? e->iso3 : "no ISO code");
    }
    if (year != ENT_MISSING) (void)snprintf(when, sizeof when, " in %d", year);
    if (choices.failed)
        st = enti_no_memory(err);
    else
        st = ent_fail(err, ENT_E_MISSING, "no state called \"%s\"%s%s%s", text, when,
                      near.count > 0 ? choices.at : "; entente state lists names and codes", near.count > 0 ? "?" : "");
    enti_text_clear(&choices);
    return st;
}

/* Tells when a later scheme would have read the same code as another state. */
static void note_others(const ent_world *world, const char *const *schemes, const query *q, enti_ref who, char *note) {
    if (note == NULL) return;
    for (; *schemes != NULL; schemes++) {
        query other = *q;
        enti_ref found[4];
        size_t count;
        other.scheme = *schemes;
        count = matches(world, &other, found, 4);
        for (size_t i = 0; i < count; i++) {
            if (found[i] == who || strcmp(world->entities[found[i]].name, world->entities[who].name) == 0) continue;
            (void)snprintf(note, NOTE, "read as %s; in %s it is %s", world->entities[who].name, *schemes,
                           world->entities[found[i]].name);
            return;
        }
    }
}

/* Whether the word is marked ambiguous and is a name of another entity too; codes are explicit enough. */
static bool is_ambiguous(const ent_world *world, const query *q, enti_ref who) {
    bool marked = false, other = false;
    for (size_t i = 0; i < world->names_count; i++) {
        const enti_name *name = &world->names[i];
        char folded[FOLDED];
        if (*name->scheme != 0 || strcmp(name->kind, "demonym") == 0) continue;
        fold(name->name, folded);
        if (strcmp(folded, q->folded) != 0) continue;
        if (name->who == who)
            marked = marked || name->ambiguous;
        else
            other = true;
    }
    return marked && other;
}

static const char *const letters3[] = {"iso3", "cow-abbrev", "gw-abbrev", NULL};
static const char *const letters2[] = {"iso2", NULL};
static const char *const numbers[] = {"cow", "gw", "iso-numeric", NULL};

static bool all_digits(const char *text) {
    return *text != 0 && text[strspn(text, "0123456789")] == 0;
}

/* "cow:365", "iso:AUS", "gw:260": the schemes such a prefix allows; NULL for an unknown prefix. */
static const char *const *schemes_of_prefix(const char *prefix, size_t size, bool number) {
    static const char *const cow_number[] = {"cow", NULL}, *const cow_letters[] = {"cow-abbrev", NULL};
    static const char *const gw_number[] = {"gw", NULL}, *const gw_letters[] = {"gw-abbrev", NULL};
    static const char *const iso_number[] = {"iso-numeric", NULL}, *const iso_letters[] = {"iso3", "iso2", NULL};
    if (size == 3 && strncasecmp(prefix, "cow", 3) == 0) return number ? cow_number : cow_letters;
    if (size == 2 && strncasecmp(prefix, "gw", 2) == 0) return number ? gw_number : gw_letters;
    if (size == 3 && strncasecmp(prefix, "iso", 3) == 0) return number ? iso_number : iso_letters;
    if (size == 4 && strncasecmp(prefix, "iso3", 4) == 0) return iso_letters;
    if (size == 4 && strncasecmp(prefix, "iso2", 4) == 0) return letters2;
    return NULL;
}

static const char *const *schemes_of_code(const char *folded) {
    size_t size = strlen(folded);
    if (all_digits(folded)) return numbers;
    if (size == 3) return letters3;
    return size == 2 ? letters2 : NULL;
}

ent_status ent_world_find(const ent_world *world, const char *text, int year, ent_entity *out, char *note,
                          ent_error *err) {
    const char *colon = strchr(text, ':');
    const char *const *schemes;
    char folded[FOLDED];
    enti_ref found[8];
    size_t count = 0;
    query q = {.scheme = "", .folded = folded, .year = year};

    if (note != NULL) *note = 0;
    fold(colon != NULL ? colon + 1 : text, folded);
    if (*folded == 0) return ent_fail(err, ENT_E_ARG, "a state's name or code is expected, not \"%s\"", text);
    schemes = schemes_of_code(folded);
    if (colon != NULL) {
        schemes = schemes_of_prefix(text, (size_t)(colon - text), all_digits(folded));
        if (schemes == NULL)
            return ent_fail(err, ENT_E_ARG,
                            "\"%s\" names an unknown scheme; expected cow:, gw:, iso:, iso2: or iso3:", text);
    }
    for (; schemes != NULL && *schemes != NULL && count == 0; schemes += count == 0) {
        q.scheme = *schemes;
        count = matches(world, &q, found, 8);
    }
    if (count > 0 && colon == NULL) note_others(world, schemes + 1, &q, found[0], note);
    if (count == 0 && colon == NULL) {
        q.scheme = "";
        count = matches(world, &q, found, 8);
    }
    if (count == 0 && colon == NULL && all_digits(folded) && strlen(folded) < 9) { /* codes of our own, above 9999 */
        found[0] = enti_world_ref(world, atoi(folded));
        count = found[0] != ENTI_NOBODY;
    }
    if (count == 1 && note != NULL && *note == 0 && is_ambiguous(world, &q, found[0]))
        (void)snprintf(note, NOTE, "read as %s; use a full name or a code for another", world->entities[found[0]].name);
    if (count == 0) return unknown(world, text, folded, year, err);
    if (count > 1) return ambiguous(world, text, found, count, err);
    *out = world->entities[found[0]];
    return ENT_OK;
}
