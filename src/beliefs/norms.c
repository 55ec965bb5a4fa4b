/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Norms: what a group of leaders looks like under a coder. A norm is a named data set, never a constant: values mean
 * something only against leaders coded alike.
 */
#include "beliefs/tests.h"
#include "ingest/csv.h"
#include "store/store.h"

#include <entente/beliefs.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- of a database ---- */

static ent_belief_norm empty_norm(const char *name) {
    ent_belief_norm norm = {.cases = 0};
    (void)snprintf(norm.name, sizeof norm.name, "%s", name);
    for (int i = 0; i < ENT_BELIEFS; i++)
        norm.mean[i] = norm.sd[i] = NAN;
    return norm;
}

/* Control of others is what one's own leaves. */
static void complete(ent_belief_norm *norm) {
    if (!isnan(norm->mean[ENT_BELIEF_P4B])) return;
    norm->mean[ENT_BELIEF_P4B] = 1 - norm->mean[ENT_BELIEF_P4A];
    norm->sd[ENT_BELIEF_P4B] = norm->sd[ENT_BELIEF_P4A];
}

static int belief_of(const char *key) {
    for (int i = 0; i < ENT_BELIEFS; i++)
        if (strcmp(key, ent_belief_key((ent_belief)i)) == 0) return i;
    return -1;
}

static const char *column_text(sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text != NULL ? text : "";
}

/* Rows come by norm: a new name begins a new norm. */
static ent_status take_row(sqlite3_stmt *row, ent_belief_norm **norms, size_t *count, ent_error *err) {
    const char *name = column_text(row, 0);
    ent_belief_norm *norm;
    int index = belief_of(column_text(row, 4));
    if (*count == 0 || strcmp((*norms)[*count - 1].name, name) != 0) {
        ent_belief_norm *grown = enti_realloc(*norms, *count + 1, sizeof **norms);
        if (grown == NULL) return enti_no_memory(err);
        *norms = grown;
        grown[*count] = empty_norm(name);
        (void)snprintf(grown[*count].title, sizeof grown->title, "%s", column_text(row, 1));
        (void)snprintf(grown[*count].source, sizeof grown->source, "%s", column_text(row, 2));
        grown[*count].cases = (size_t)sqlite3_column_int64(row, 3);
        ++*count;
    }
    if (index < 0) return ENT_OK; /* of a later version */
    norm = &(*norms)[*count - 1];
    norm->mean[index] = sqlite3_column_double(row, 5);
    norm->sd[index] = sqlite3_column_double(row, 6);
    return ENT_OK;
}

ent_status ent_belief_norms(const ent_store *store, ent_belief_norm **out, size_t *count, ent_error *err) {
    ent_status st = ENT_OK;
    sqlite3_stmt *rows = NULL;
    ent_belief_norm *norms = NULL;
    size_t found = 0;
    bool more = false;
    ENT_TRY(enti_store_prepare(store, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'belief_norms'",
                               &rows, err));
    ENT_TRY(enti_store_step(store, rows, &more, err));
    sqlite3_finalize(rows);
    rows = NULL;
    if (more)
        ENT_TRY(enti_store_prepare(store,
                                   "SELECT norm, title, source, cases, belief, mean, sd FROM belief_norms"
                                   " ORDER BY norm, line",
                                   &rows, err));
    while (more) {
        ENT_TRY(enti_store_step(store, rows, &more, err));
        if (more) ENT_TRY(take_row(rows, &norms, &found, err));
    }
    for (size_t i = 0; i < found; i++)
        complete(&norms[i]);
    *out = norms;
    *count = found;
    norms = NULL;
done:
    sqlite3_finalize(rows);
    ent_free(norms);
    return st;
}

ent_status ent_belief_norm_find(const ent_store *store, const char *name, ent_belief_norm *out, ent_error *err) {
    ent_belief_norm *norms = NULL;
    enti_text known = {0};
    size_t count = 0;
    ent_status st = ent_belief_norms(store, &norms, &count, err);
    if (st != ENT_OK) return st;
    if (name == NULL) name = "psycl-leaders";
    st = ENT_E_MISSING;
    for (size_t i = 0; i < count && st != ENT_OK; i++) {
        if (strcmp(norms[i].name, name) == 0) {
            *out = norms[i];
            st = ENT_OK;
        }
        enti_text_add(&known, "%s%s", i > 0 ? ", " : "", norms[i].name);
    }
    if (st != ENT_OK && known.failed) st = enti_no_memory(err);
    if (st == ENT_E_MISSING && count == 0)
        st = ent_fail(err, st, "the database holds no norms; name another with --data, or leave it out");
    else if (st == ENT_E_MISSING)
        st = ent_fail(err, st, "no norm is called \"%.60s\"; there are %s", name, known.at);
    enti_text_clear(&known);
    ent_free(norms);
    return st;
}

/* ---- of a file ---- */

/* How other collections call an index. */
static size_t find_index(const enti_csv *csv, int index) {
    static const char *const shares[] = {"i5pu", "i5th", "i5op", "i5ap", "i5pr", "i5re"};
    size_t at = enti_csv_find(csv, ent_belief_key((ent_belief)index));
    if (at == SIZE_MAX && index == ENT_BELIEF_P4A) at = enti_csv_find(csv, "p4");
    if (at == SIZE_MAX && index >= ENT_BELIEF_I5) at = enti_csv_find(csv, shares[index - ENT_BELIEF_I5]);
    return at;
}

typedef struct sample {
    double *at[ENT_BELIEFS];
    size_t n[ENT_BELIEFS], room, rows;
} sample;

static ent_status take_values(const enti_csv *csv, const size_t *columns, sample *s, ent_error *err) {
    ent_status st = ENT_OK;
    if (s->rows == s->room) {
        s->room = s->room == 0 ? 64 : s->room * 2;
        for (int i = 0; i < ENT_BELIEFS; i++) {
            double *grown = enti_realloc(s->at[i], s->room, sizeof *grown);
            if (grown == NULL) return enti_no_memory(err);
            s->at[i] = grown;
        }
    }
    for (int i = 0; i < ENT_BELIEFS; i++) {
        double value = NAN;
        if (columns[i] != SIZE_MAX) ENT_TRY(enti_csv_double(csv, columns[i], &value, err));
        if (!isnan(value)) s->at[i][s->n[i]++] = value;
    }
    s->rows++;
done:
    return st;
}

static ent_status take_file(enti_csv *csv, const char *path, int ccode, sample *s, ent_error *err) {
    ent_status st = ENT_OK;
    size_t columns[ENT_BELIEFS], state = enti_csv_find(csv, "ccode");
    bool more, any = false;
    if (state == SIZE_MAX) state = enti_csv_find(csv, "Ccode");
    for (int i = 0; i < ENT_BELIEFS; i++) {
        columns[i] = find_index(csv, i);
        any = any || columns[i] != SIZE_MAX;
    }
    if (!any) return ent_fail_at(err, ENT_E_PARSE, path, 1, 0, "the header names no index, such as p1 or i4a");
    if (ccode != ENT_MISSING && state == SIZE_MAX)
        return ent_fail_at(err, ENT_E_PARSE, path, 1, 0, "the header has no column ccode, by which states are told");
    for (;;) {
        int32_t code = ENT_MISSING;
        ENT_TRY(enti_csv_next(csv, &more, err));
        if (!more) break;
        if (ccode != ENT_MISSING) ENT_TRY(enti_csv_int(csv, state, &code, err));
        if (code == ccode) ENT_TRY(take_values(csv, columns, s, err));
    }
    if (s->rows < 2)
        st = ent_fail(err, ENT_E_MISSING, "%s: %zu row%s; a norm needs at least two", path, s->rows,
                      s->rows == 1 ? "" : "s");
done:
    return st;
}

ent_status ent_belief_norm_compute(const char *path, int ccode, const char *name, ent_belief_norm *out,
                                   ent_error *err) {
    ent_status st = ENT_OK;
    enti_csv *csv = NULL;
    sample s = {.rows = 0};
    ent_belief_norm norm = empty_norm(name);
    ENT_TRY(enti_csv_open(path, path, &csv, err));
    ENT_TRY(take_file(csv, path, ccode, &s, err));
    norm.cases = s.rows;
    (void)snprintf(norm.title, sizeof norm.title, "%.110s", path);
    for (int i = 0; i < ENT_BELIEFS; i++) {
        enti_moments m = enti_moments_of(s.at[i], s.n[i]);
        norm.mean[i] = m.mean;
        norm.sd[i] = m.sd;
    }
    complete(&norm);
    *out = norm;
done:
    enti_csv_close(csv);
    for (int i = 0; i < ENT_BELIEFS; i++)
        ent_free(s.at[i]);
    return st;
}
