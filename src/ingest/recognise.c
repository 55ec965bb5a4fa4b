/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recognition by header: a data set fits when every required column is there in one of its spellings, so are its marks,
 * and none of its bans. Of several that fit, the one that asks for most is meant (a list of members also has what a
 * list of states has); where two ask for as much, the header cannot tell and the user must.
 */
#include "ingest/recognise.h"

#include <string.h>

enum { NAME_ROOM = 128 };

static bool has_word(const enti_records *records, const char *word, size_t size) {
    char name[NAME_ROOM];
    if (size >= sizeof name) return false;
    memcpy(name, word, size);
    name[size] = 0;
    return enti_records_find(records, name) != SIZE_MAX;
}

/* One alternative: every part joined by '+' is there. */
static bool has_alternative(const enti_records *records, const char *text, size_t size, bool schemes) {
    while (size > 0) {
        const char *plus = memchr(text, '+', size);
        size_t length = plus != NULL ? (size_t)(plus - text) : size, name = length;
        const char *colon = schemes ? memchr(text, ':', length) : NULL, *begin = text, *at;
        if (colon != NULL) {
            begin = colon + 1;
            name -= (size_t)(begin - text);
        }
        at = memchr(begin, '@', name);
        if (at != NULL) name = (size_t)(at - begin);
        if (!has_word(records, begin, name)) return false;
        text += length + (plus != NULL);
        size -= length + (plus != NULL);
    }
    return true;
}

static bool has_column(const enti_records *records, const enti_data_column *c) {
    for (const char *at = c->from != NULL ? c->from : c->name; *at != 0;) {
        size_t size = strcspn(at, "|");
        if (has_alternative(records, at, size, c->kind == ENTI_DATA_STATE)) return true;
        at += size + (at[size] == '|');
    }
    return false;
}

/* How many words of a list the header has, and how many there are. */
static size_t count_words(const enti_records *records, const char *list, size_t *total) {
    size_t count = 0;
    *total = 0;
    for (const char *at = list; at != NULL && *at != 0;) {
        size_t size = strcspn(at, " ");
        count += has_word(records, at, size);
        (*total)++;
        at += size + (at[size] == ' ');
    }
    return count;
}

typedef struct fit {
    size_t asked, met, extra; /* required columns and marks; those found; columns found that are not required */
    bool whole;
} fit;

static fit fit_of(const enti_records *records, const enti_dataset *set) {
    fit f = {.asked = 0};
    size_t bans;
    f.met = count_words(records, set->marks, &f.asked);
    for (const enti_data_column *c = set->columns; c->name != NULL; c++) {
        bool there = c->kind != ENTI_DATA_ONGOING && c->kind != ENTI_DATA_MADE && c->kind != ENTI_DATA_MADE_TEXT &&
                     has_column(records, c);
        if (c->flags & ENTI_REQUIRED) {
            f.asked++;
            f.met += there;
        } else {
            f.extra += there;
        }
    }
    f.whole = f.met == f.asked && count_words(records, set->bans, &bans) == 0 &&
              (set->most_columns == 0 || enti_records_columns(records) <= set->most_columns);
    return f;
}

static void add_from(const enti_data_column *c, enti_text *text) {
    const char *from = c->from != NULL ? c->from : c->name;
    enti_text_add(text, "\"%s\"", from);
}

static void add_lacking(const enti_records *records, const enti_dataset *set, enti_text *text) {
    const char *comma = "";
    for (const char *at = set->marks; at != NULL && *at != 0;) {
        size_t size = strcspn(at, " ");
        if (!has_word(records, at, size)) {
            enti_text_add(text, "%s\"%.*s\"", comma, (int)size, at);
            comma = ", ";
        }
        at += size + (at[size] == ' ');
    }
    for (const enti_data_column *c = set->columns; c->name != NULL; c++) {
        if (!(c->flags & ENTI_REQUIRED) || has_column(records, c)) continue;
        enti_text_add(text, "%s", comma);
        add_from(c, text);
        comma = ", ";
    }
    for (const char *at = set->bans; at != NULL && *at != 0;) {
        size_t size = strcspn(at, " ");
        if (has_word(records, at, size)) {
            enti_text_add(text, "%sno column \"%.*s\"", comma, (int)size, at);
            comma = ", ";
        }
        at += size + (at[size] == ' ');
    }
    if (*comma == 0 && set->most_columns > 0) enti_text_add(text, "a header of %zu columns", set->most_columns);
}

ent_status enti_recognise_check(const enti_records *records, const char *file, const enti_dataset *set,
                                ent_error *err) {
    enti_text text = {0};
    ent_status st;
    fit f = fit_of(records, set);
    if (f.met == f.asked) return ENT_OK; /* who names the data set may be right about a header we would not take */
    add_lacking(records, set, &text);
    st = text.failed
             ? enti_no_memory(err)
             : ent_fail_at(err, ENT_E_MISSING, file, 1, 0, "%s is expected to have %.300s, which the header lacks",
                           enti_dataset_form(set), text.at);
    enti_text_clear(&text);
    return st;
}

static ent_status unknown(const enti_records *records, const char *file, const enti_dataset *nearest, ent_error *err) {
    enti_text text = {0};
    ent_status st;
    if (nearest == NULL)
        return ent_fail_at(err, ENT_E_MISSING, file, 1, 0,
                           "the header is that of no data set known; describe its columns with --map FILE.json");
    add_lacking(records, nearest, &text);
    st = text.failed
             ? enti_no_memory(err)
             : ent_fail_at(err, ENT_E_MISSING, file, 1, 0,
                           "the header is that of no data set known; the nearest is %s, which would need %.240s; "
                           "other files need --map FILE.json",
                           enti_dataset_form(nearest), text.at);
    enti_text_clear(&text);
    return st;
}

/* A share of what is asked, so that a small data set is not always nearest; one whose columns are all there and which
 * still does not fit is ruled out by what else the header has. */
static double nearness(fit f) {
    double share = f.asked > 0 ? (double)f.met / (double)f.asked + 0.001 * (double)f.met : 0;
    return f.met == f.asked && !f.whole ? share - 0.3 : share;
}

ent_status enti_recognise(const enti_records *records, const char *file, const char *as, const enti_dataset **out,
                          ent_error *err) {
    const enti_dataset *best = NULL, *rival = NULL, *nearest = NULL;
    size_t most = 0;
    double near = 0.5; /* below that a name would mislead */
    if (as != NULL && enti_dataset_find(as) == NULL)
        return ent_fail(err, ENT_E_ARG, "no data set is called \"%s\"; entente data list --all names them", as);
    for (const enti_dataset *set = enti_dataset_next(NULL); set != NULL; set = enti_dataset_next(set)) {
        fit f = fit_of(records, set);
        bool also = false; /* a table that comes along with another one */
        if (as != NULL && strcmp(enti_dataset_form(set), as) != 0 && strcmp(set->id, as) != 0) continue;
        for (const enti_dataset *o = enti_dataset_next(NULL); o != NULL; o = enti_dataset_next(o))
            also = also || (o->also != NULL && strcmp(o->also, set->id) == 0);
        if (also && as == NULL) continue;
        if (as != NULL ? nearest == NULL || nearness(f) > near : nearness(f) > near) {
            near = nearness(f);
            nearest = set;
        }
        if (as != NULL ? f.met != f.asked : !f.whole) continue;
        if (best != NULL && f.asked == most) rival = set;
        if (best == NULL || f.asked > most) {
            best = set;
            rival = NULL;
            most = f.asked;
        }
    }
    if (best == NULL && as != NULL) return enti_recognise_check(records, file, nearest, err);
    if (best == NULL) return unknown(records, file, nearest, err);
    if (rival != NULL && as == NULL)
        return ent_fail_at(err, ENT_E_ARG, file, 1, 0, "the header fits %s and %s; say which with --as",
                           enti_dataset_form(best), enti_dataset_form(rival));
    *out = best;
    return ENT_OK;
}
