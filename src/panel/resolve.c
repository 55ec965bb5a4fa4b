/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding what a name stands for. "group:id" is a row of the registry, a theory, or a column of an imported data set of
 * that name; a single word is a group, a data set, or the name of a column.
 */
#include "panel/fills.h"
#include "panel/registry.h"

#include <entente/similarity.h>
#include <stdio.h>
#include <string.h>

const enti_variable *enti_variable_of(const char *group, const char *id) {
    for (const enti_variable *v = enti_variables; v->group != NULL; v++)
        if (strcmp(v->group, group) == 0 && (strcmp(v->id, id) == 0 || strcmp(v->name, id) == 0)) return v;
    return NULL;
}

bool enti_available(const enti_builder *b, const enti_variable *v) {
    const char *p = v->data;
    if (strstr(v->data, "snapshot") != NULL) return true;
    while (*p != 0) {
        char name[ENTI_NAME_SIZE];
        size_t size = strcspn(p, ",");
        (void)snprintf(name, sizeof name, "%.*s", (int)size, p);
        if (enti_holding_find(b, name) != NULL && (v->fill != enti_fill_state_series || v->which != ENTI_IMPORTED ||
                                                   enti_holding_column_find(b, name, v->id) != NULL))
            return true;
        p += size + (p[size] == ',');
    }
    return false;
}

static ent_status want(enti_builder *b, enti_wanted *wanted, const enti_variable *v, ent_error *err) {
    for (size_t i = 0; i < wanted->count; i++)
        if (wanted->at[i] == v ||
            (strcmp(wanted->at[i]->group, v->group) == 0 && strcmp(wanted->at[i]->id, v->id) == 0))
            return ENT_OK;
    if (wanted->count == wanted->room) {
        size_t room = wanted->room == 0 ? 32 : 2 * wanted->room;
        const enti_variable **grown = enti_arena_alloc(b->scratch, room, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        if (wanted->count > 0) memcpy(grown, wanted->at, wanted->count * sizeof *grown);
        wanted->at = grown;
        wanted->room = room;
    }
    wanted->at[wanted->count++] = v;
    return ENT_OK;
}

static bool dyads(const enti_builder *b) {
    return b->options->unit == ENT_DYAD_YEAR || b->options->unit == ENT_DIRECTED_DYAD_YEAR;
}

static bool fits_unit(const enti_builder *b, enti_level level) {
    return level == ENTI_OF_STATE || dyads(b);
}

static ent_status unfit(const enti_builder *b, const char *what, ent_error *err) {
    return ent_fail(err, ENT_E_ARG,
                    "%s is about two states and has no place in rows of %ss: choose --unit dyad-year, or name a second "
                    "state",
                    what, ent_unit_word(b->options->unit));
}

/* ---- theories ---- */

static ent_status want_theory(enti_builder *b, enti_wanted *wanted, size_t index, ent_error *err) {
    static const struct {
        const char *id, *title;
        enti_level level;
        ent_column_kind kind;
        int which;
    } parts[] = {{"", "score", ENTI_OF_PAIR, ENT_COLUMN_REAL, ENTI_T_SCORE},
                 {"_side", "score of this side", ENTI_OF_SIDE, ENT_COLUMN_REAL, ENTI_T_SIDE},
                 {"_word", "-2 blocks, -1 hinders, 0 neutral, 1 favours, 2 enables", ENTI_OF_PAIR, ENT_COLUMN_INTEGER,
                  ENTI_T_WORD}};
    const ent_theory *theory = ent_theory_at(index);
    ent_status st = ENT_OK;
    for (size_t i = 0; i < 3; i++) {
        enti_variable *v = enti_arena_alloc(b->keep, 1, sizeof *v);
        char *name = enti_arena_printf(b->keep, "%s%s", theory->id, parts[i].id);
        char *title = enti_arena_printf(b->keep, "%s: %s", theory->title, parts[i].title);
        if (v == NULL || name == NULL || title == NULL) return enti_no_memory(err);
        for (char *p = name; *p != 0; p++)
            if (*p == '-') *p = '_';
        *v = (enti_variable){.group = "theory",
                             .id = name,
                             .name = name,
                             .title = title,
                             .unit = "",
                             .data = "snapshot",
                             .missing = "unknown where the theory cannot judge and outside the years the world covers",
                             .level = parts[i].level,
                             .kind = parts[i].kind,
                             .which = (int)index * ENTI_T_COLUMNS + parts[i].which,
                             .fill = enti_fill_theories};
        ENT_TRY(want(b, wanted, v, err));
    }
done:
    return st;
}

/* ---- similarity ---- */

static ent_status want_similarity(enti_builder *b, enti_wanted *wanted, size_t index, ent_error *err) {
    const ent_similarity_measure *m = ent_similarity_at(index);
    enti_variable *v = enti_arena_alloc(b->keep, 1, sizeof *v);
    char *missing = enti_arena_printf(b->keep, "%s%sunknown outside the years of the alliances", m->missing,
                                      *m->missing != 0 ? "; " : "");
    if (v == NULL || missing == NULL) return enti_no_memory(err);
    *v = (enti_variable){.group = "similarity",
                         .id = m->id,
                         .name = m->id,
                         .title = m->title,
                         .unit = "",
                         .data = "atop_member, else snapshot",
                         .missing = missing,
                         .level = ENTI_OF_PAIR,
                         .kind = ENT_COLUMN_REAL,
                         .which = (int)index,
                         .fill = enti_fill_similarity};
    return want(b, wanted, v, err);
}

/* ---- imported columns ---- */

static bool is_key(const char *name) {
    static const char *const keys[] = {"ccode", "ccode1", "ccode2", "year", "gwcode", "start", "end", "ongoing", NULL};
    for (size_t i = 0; keys[i] != NULL; i++)
        if (strcmp(keys[i], name) == 0) return true;
    return false;
}

/* Columns that end in 1 and have a sister in 2 belong to the sides; the sister is no column of its own. */
static bool has_sister(const enti_builder *b, const enti_holding_column *c, char from, char to) {
    char name[ENTI_NAME_SIZE];
    size_t size = strlen(c->name);
    if (size < 2 || size >= sizeof name || c->name[size - 1] != from) return false;
    memcpy(name, c->name, size + 1);
    name[size - 1] = to;
    return enti_holding_column_find(b, c->dataset, name) != NULL;
}

static enti_level raw_level(const enti_builder *b, const enti_holding *import, const enti_holding_column *c) {
    if (strncmp(import->unit, "state", 5) == 0) return ENTI_OF_STATE;
    if (strstr(import->unit, "dyad-year") != NULL && has_sister(b, c, '1', '2')) return ENTI_OF_SIDE;
    if (strcmp(import->unit, "directed-dyad-year") == 0 || strcmp(import->unit, "member-spell") == 0)
        return ENTI_OF_TOWARD;
    return ENTI_OF_PAIR;
}

static ent_status want_raw(enti_builder *b, enti_wanted *wanted, const enti_holding *import,
                           const enti_holding_column *c, ent_error *err) {
    enti_variable *v = enti_arena_alloc(b->keep, 1, sizeof *v);
    enti_level level = raw_level(b, import, c);
    char *name = enti_arena_strdup(b->keep, c->name);
    if (v == NULL || name == NULL) return enti_no_memory(err);
    if (!fits_unit(b, level)) return unfit(b, c->name, err);
    if (level == ENTI_OF_SIDE) name[strlen(name) - 1] = 0; /* 1 and 2 are added again */
    *v = (enti_variable){.group = import->dataset,
                         .id = c->name,
                         .name = name,
                         .title = *c->description != 0 ? c->description : c->name,
                         .unit = c->unit,
                         .data = import->dataset,
                         .missing = enti_absence_is_zero(import->dataset)
                                        ? "0 inside the source's years where there is no record; unknown outside them"
                                        : "unknown where the source has no figure and outside its years",
                         .level = level,
                         .kind = strcmp(c->type, "text") == 0 || strcmp(c->type, "date") == 0 ? ENT_COLUMN_TEXT
                                                                                              : ENT_COLUMN_REAL,
                         .fill = enti_fill_raw};
    return want(b, wanted, v, err);
}

/* Every column of a data set that is a figure. */
static ent_status want_dataset(enti_builder *b, enti_wanted *wanted, const enti_holding *import, ent_error *err) {
    ent_status st = ENT_OK;
    size_t before = wanted->count;
    for (size_t i = 0; i < b->import_columns_count; i++) {
        const enti_holding_column *c = &b->import_columns[i];
        if (strcmp(c->dataset, import->dataset) != 0 || is_key(c->name) || has_sister(b, c, '2', '1')) continue;
        if (strcmp(c->type, "text") == 0 || strcmp(c->type, "date") == 0) continue;
        ENT_TRY(want_raw(b, wanted, import, c, err));
    }
    if (wanted->count == before)
        st = ent_fail(err, ENT_E_ARG, "%s has no column of figures; name one as %s:COLUMN", import->dataset,
                      import->dataset);
done:
    return st;
}

/* ---- suggestions ---- */

static size_t edits(const char *a, const char *b) {
    size_t row[ENTI_NAME_SIZE], n = strlen(a), m = strlen(b);
    if (n >= ENTI_NAME_SIZE || m >= ENTI_NAME_SIZE) return ENTI_NAME_SIZE;
    for (size_t j = 0; j <= m; j++)
        row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t best = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            if (row[j] + 1 < best) best = row[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            row[j] = best;
        }
    }
    return row[m];
}

typedef struct {
    const char *typed, *group, *name;
    size_t distance;
} nearest;

static void consider(nearest *n, const char *group, const char *name) {
    size_t distance = edits(n->typed, name);
    if (distance >= n->distance) return;
    n->distance = distance;
    n->group = group;
    n->name = name;
}

static ent_status unknown(enti_builder *b, const enti_entry *e, ent_error *err) {
    nearest n = {.typed = e->name, .distance = strlen(e->name) / 3 + 2};
    const char *colon = *e->group != 0 ? ":" : "";
    for (const enti_variable *v = enti_variables; v->group != NULL; v++) {
        if (*e->group != 0 && strcmp(e->group, v->group) != 0) continue;
        if (*e->group == 0) consider(&n, NULL, v->group);
        consider(&n, v->group, v->id);
        if (*e->group == 0) consider(&n, v->group, v->name);
    }
    for (size_t i = 0; i < ent_theory_count() && (*e->group == 0 || strcmp(e->group, "theory") == 0); i++)
        consider(&n, "theory", ent_theory_at(i)->id);
    for (size_t i = 0; i < ent_similarity_count() && (*e->group == 0 || strcmp(e->group, "similarity") == 0); i++)
        consider(&n, "similarity", ent_similarity_at(i)->id);
    for (size_t i = 0; i < b->import_columns_count; i++) {
        const enti_holding_column *c = &b->import_columns[i];
        if (*e->group != 0 && strcmp(e->group, c->dataset) != 0) continue;
        if (*e->group == 0) consider(&n, NULL, c->dataset);
        if (!is_key(c->name)) consider(&n, c->dataset, c->name);
    }
    if (n.name == NULL)
        return ent_fail(err, ENT_E_ARG, "no column is called \"%s%s%s\"; entente panel --codebook lists them", e->group,
                        colon, e->name);
    return ent_fail(err, ENT_E_ARG, "no column is called \"%s%s%s\"; did you mean %s%s%s?", e->group, colon, e->name,
                    n.group == NULL ? "" : n.group, n.group == NULL ? "" : ":", n.name);
}

/* ---- what a name stands for ---- */

static ent_status want_group(enti_builder *b, enti_wanted *wanted, const char *group, bool *found, ent_error *err) {
    ent_status st = ENT_OK;
    size_t fit = 0, there = 0;
    enti_text absent = {0};
    for (const enti_variable *v = enti_variables; v->group != NULL; v++) {
        if (strcmp(v->group, group) != 0) continue;
        *found = true;
        if (!fits_unit(b, v->level)) continue;
        fit++;
        if (enti_available(b, v)) {
            there++;
            ENT_TRY(want(b, wanted, v, err));
        } else {
            enti_text_add(&absent, "%s%s (%s)", absent.size > 0 ? ", " : "", v->name, v->data);
        }
    }
    if (*found && fit == 0) {
        st = unfit(b, group, err);
    } else if (*found && there == 0) {
        st = ent_fail(err, ENT_E_MISSING,
                      "the data hold nothing of %s: %.300s; entente data import adds data sets, --data names the file",
                      group, absent.at == NULL ? "" : absent.at);
    } else if (absent.size > 0) {
        char *note = enti_arena_printf(b->keep, "%s goes without %s: not in the data", group, absent.at);
        st = note == NULL ? enti_no_memory(err) : enti_note_line(b, note, err);
    }
done:
    enti_text_clear(&absent);
    return st;
}

static size_t theory_of(const char *name) {
    for (size_t i = 0; i < ent_theory_count(); i++)
        if (strcmp(ent_theory_at(i)->id, name) == 0) return i;
    return SIZE_MAX;
}

static ent_status resolve_word(enti_builder *b, const enti_entry *e, enti_wanted *wanted, ent_error *err) {
    ent_status st = ENT_OK;
    const enti_holding *import = enti_holding_find(b, e->name);
    bool found = false;
    if (strcmp(e->name, "theory") == 0) {
        if (!dyads(b)) return unfit(b, "a theory", err);
        for (size_t i = 0; i < ent_theory_count(); i++)
            ENT_TRY(want_theory(b, wanted, i, err));
        return ENT_OK;
    }
    if (strcmp(e->name, "similarity") == 0) {
        if (!dyads(b)) return unfit(b, "similarity", err);
        for (size_t i = 0; i < ent_similarity_count(); i++)
            ENT_TRY(want_similarity(b, wanted, i, err));
        return ENT_OK;
    }
    ENT_TRY(want_group(b, wanted, e->name, &found, err));
    if (found) return ENT_OK;
    if (import != NULL) return want_dataset(b, wanted, import, err);
    for (const enti_variable *v = enti_variables; v->group != NULL; v++) {
        if (strcmp(v->name, e->name) != 0) continue;
        return fits_unit(b, v->level) ? want(b, wanted, v, err) : unfit(b, e->name, err);
    }
    for (size_t i = 0; i < ent_theory_count() && dyads(b); i++)
        if (strcmp(ent_theory_at(i)->id, e->name) == 0) return want_theory(b, wanted, i, err);
    if (ent_similarity_find(e->name) != SIZE_MAX)
        return dyads(b) ? want_similarity(b, wanted, ent_similarity_find(e->name), err) : unfit(b, e->name, err);
    st = unknown(b, e, err);
done:
    return st;
}

bool enti_is_word(const enti_builder *b, const char *word) {
    for (const enti_variable *v = enti_variables; v->group != NULL; v++)
        if (strcmp(v->group, word) == 0 || strcmp(v->name, word) == 0) return true;
    return theory_of(word) != SIZE_MAX || ent_similarity_find(word) != SIZE_MAX || strcmp(word, "theory") == 0 ||
           strcmp(word, "similarity") == 0 || enti_holding_find(b, word) != NULL;
}

ent_status enti_resolve(enti_builder *b, const enti_entry *e, enti_wanted *wanted, ent_error *err) {
    const enti_variable *v;
    const enti_holding *import;
    const enti_holding_column *column;
    size_t theory, measure;
    if (*e->group == 0) return resolve_word(b, e, wanted, err);
    v = enti_variable_of(e->group, e->name);
    if (v != NULL) return fits_unit(b, v->level) ? want(b, wanted, v, err) : unfit(b, e->name, err);
    theory = strcmp(e->group, "theory") == 0 ? theory_of(e->name) : SIZE_MAX;
    if (theory != SIZE_MAX) return dyads(b) ? want_theory(b, wanted, theory, err) : unfit(b, "a theory", err);
    measure = strcmp(e->group, "similarity") == 0 ? ent_similarity_find(e->name) : SIZE_MAX;
    if (measure != SIZE_MAX) return dyads(b) ? want_similarity(b, wanted, measure, err) : unfit(b, e->name, err);
    import = enti_holding_find(b, e->group);
    column = import == NULL ? NULL : enti_holding_column_find(b, e->group, e->name);
    if (column == NULL) return unknown(b, e, err);
    if (has_sister(b, column, '2', '1')) {
        enti_entry first = *e;
        first.name[strlen(first.name) - 1] = '1';
        return enti_resolve(b, &first, wanted, err);
    }
    return want_raw(b, wanted, import, column, err);
}
