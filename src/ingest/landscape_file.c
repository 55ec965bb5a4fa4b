/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A landscape from CSV. The states: `code` (or `name` alone), `size`, any number of columns that begin with `camp`. The
 * propensities: a list of pairs (two columns of codes, then `propensity`), or a matrix with a column for each state,
 * in a file of its own or in further columns of the states. Every pair must be there: what is not written is not known.
 */
#include "ingest/landscape_file.h"

#include <math.h>
#include <string.h>

enum { NONE = -1 };

typedef struct {
    enti_csv *csv; /* of the states */
    size_t n, code, name, size;
    size_t camp[ENT_LANDSCAPE_CAMPS], camps;
    const char *codes[ENT_LANDSCAPE_MAX], *names[ENT_LANDSCAPE_MAX];
    double sizes[ENT_LANDSCAPE_MAX];
    const char *label[ENT_LANDSCAPE_CAMPS][2];
    int8_t side[ENT_LANDSCAPE_CAMPS][ENT_LANDSCAPE_MAX];
    double *p;     /* NaN where nothing was read */
    double *cells; /* of a matrix beside the states: n x columns of the file */
    long *row;     /* [n * n] line on which a propensity stands */
    enti_arena arena;
    ent_error *err;
} reading;

static ent_status fail_at(const reading *r, const enti_csv *csv, size_t column, ent_status status, const char *text,
                          const char *found) {
    return ent_fail_at(r->err, status, enti_csv_name(csv), enti_csv_row(csv), (long)column + 1, text, found);
}

static int find(const reading *r, const char *code) {
    for (size_t i = 0; i < r->n; i++)
        if (strcmp(r->codes[i], code) == 0) return (int)i;
    return NONE;
}

/* ---- states ---- */

static ent_status find_columns(reading *r) {
    r->code = enti_csv_find(r->csv, "code");
    r->name = enti_csv_find(r->csv, "name");
    r->size = enti_csv_find(r->csv, "size");
    if (r->code == SIZE_MAX) r->code = r->name;
    if (r->code == SIZE_MAX || r->size == SIZE_MAX)
        return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(r->csv), 1, 0,
                           "the header has no column %s; expected code (or name) and size",
                           r->code == SIZE_MAX ? "code" : "size");
    for (size_t c = 0; c < enti_csv_columns(r->csv); c++) {
        const char *title = enti_csv_column(r->csv, c);
        if (strncmp(title, "camp", 4) != 0 || (title[4] != 0 && title[4] != '_')) continue;
        if (r->camps == ENT_LANDSCAPE_CAMPS)
            return ent_fail_at(r->err, ENT_E_RANGE, enti_csv_name(r->csv), 1, (long)c + 1,
                               "more than %d columns of camps", ENT_LANDSCAPE_CAMPS);
        r->camp[r->camps++] = c;
    }
    return ENT_OK;
}

static ent_status read_camps(reading *r) {
    for (size_t k = 0; k < r->camps; k++) {
        const char *text = enti_csv_text(r->csv, r->camp[k]);
        int side = NONE;
        for (int s = 0; s < 2 && side == NONE && *text != 0; s++) {
            if (r->label[k][s] == NULL) r->label[k][s] = enti_arena_strdup(&r->arena, text);
            if (r->label[k][s] == NULL) return enti_no_memory(r->err);
            if (strcmp(r->label[k][s], text) == 0) side = s;
        }
        if (side == NONE && *text != 0)
            return fail_at(r, r->csv, r->camp[k], ENT_E_PARSE,
                           "a third camp \"%s\"; expected two words, or nothing for a "
                           "state that took no side",
                           text);
        r->side[k][r->n] = (int8_t)side;
    }
    return ENT_OK;
}

static ent_status read_state(reading *r) {
    ent_status st = ENT_OK;
    const char *code = enti_csv_text(r->csv, r->code);
    double size;
    if (r->n == ENT_LANDSCAPE_MAX)
        return ent_fail_at(r->err, ENT_E_RANGE, enti_csv_name(r->csv), enti_csv_row(r->csv), 0, "more than %d states",
                           ENT_LANDSCAPE_MAX);
    if (*code == 0) return fail_at(r, r->csv, r->code, ENT_E_PARSE, "a state without a code%s", "");
    if (find(r, code) != NONE) return fail_at(r, r->csv, r->code, ENT_E_PARSE, "%s stands there twice", code);
    ENT_TRY(enti_csv_double(r->csv, r->size, &size, r->err));
    if (!(size > 0))
        return fail_at(r, r->csv, r->size, ENT_E_PARSE, "size is \"%s\", expected a number above 0",
                       enti_csv_text(r->csv, r->size));
    ENT_TRY(read_camps(r));
    r->sizes[r->n] = size;
    r->codes[r->n] = enti_arena_strdup(&r->arena, code);
    r->names[r->n] = r->name == SIZE_MAX || *enti_csv_text(r->csv, r->name) == 0
                         ? r->codes[r->n]
                         : enti_arena_strdup(&r->arena, enti_csv_text(r->csv, r->name));
    if (r->arena.failed) return enti_no_memory(r->err);
    r->n++;
done:
    return st;
}

/* ---- propensities ---- */

static ent_status put(reading *r, const enti_csv *csv, size_t column, size_t i, size_t j, double value) {
    size_t at = i * r->n + j, back = j * r->n + i;
    if (!isnan(r->p[at]) && r->row[at] != 0)
        return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(csv), enti_csv_row(csv), (long)column + 1,
                           "the pair %s and %s stands there twice (before on line %ld)", r->codes[i], r->codes[j],
                           r->row[at]);
    if (!isnan(r->p[back]) && r->p[back] != value)
        return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(csv), enti_csv_row(csv), (long)column + 1,
                           "propensities are not symmetric: %s to %s is %.15g here, %s to %s is %.15g on line %ld",
                           r->codes[i], r->codes[j], value, r->codes[j], r->codes[i], r->p[back], r->row[back]);
    r->p[at] = value;
    r->row[at] = enti_csv_row(csv);
    return ENT_OK;
}

/* A list may hold a pair once, or in both orders with the same number. */
static ent_status read_list(reading *r, enti_csv *csv) {
    ent_status st = ENT_OK;
    for (;;) {
        bool more;
        int who[2];
        double value;
        ENT_TRY(enti_csv_next(csv, &more, r->err));
        if (!more) break;
        for (size_t c = 0; c < 2; c++) {
            who[c] = find(r, enti_csv_text(csv, c));
            if (who[c] == NONE)
                return fail_at(r, csv, c, ENT_E_PARSE, "\"%s\" is no state of this landscape", enti_csv_text(csv, c));
        }
        if (who[0] == who[1]) return fail_at(r, csv, 1, ENT_E_PARSE, "a pair of %s with itself", enti_csv_text(csv, 1));
        ENT_TRY(enti_csv_double(csv, 2, &value, r->err));
        if (isnan(value)) return fail_at(r, csv, 2, ENT_E_PARSE, "a pair without a propensity%s", "");
        ENT_TRY(put(r, csv, 2, (size_t)who[0], (size_t)who[1], value));
    }
    for (size_t i = 0; i < r->n; i++)
        for (size_t j = 0; j < r->n; j++)
            if (isnan(r->p[i * r->n + j])) r->p[i * r->n + j] = r->p[j * r->n + i];
done:
    return st;
}

/* The cells of one line of a matrix, which belong to state i. An empty diagonal is as good as a 0. */
static ent_status read_cells(reading *r, enti_csv *csv, size_t i) {
    ent_status st = ENT_OK;
    for (size_t c = 0; c < enti_csv_columns(csv); c++) {
        int j = find(r, enti_csv_column(csv, c));
        double value;
        if (j == NONE || (size_t)j == i) continue;
        ENT_TRY(enti_csv_double(csv, c, &value, r->err));
        if (isnan(value)) return fail_at(r, csv, c, ENT_E_PARSE, "no propensity for %s", r->codes[j]);
        ENT_TRY(put(r, csv, c, i, (size_t)j, value));
    }
done:
    return st;
}

static ent_status read_matrix(reading *r, enti_csv *csv) {
    ent_status st = ENT_OK;
    for (size_t c = 1; c < enti_csv_columns(csv); c++)
        if (find(r, enti_csv_column(csv, c)) == NONE)
            return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(csv), 1, (long)c + 1,
                               "\"%s\" is no state of this landscape", enti_csv_column(csv, c));
    for (;;) {
        bool more;
        int i;
        ENT_TRY(enti_csv_next(csv, &more, r->err));
        if (!more) break;
        i = find(r, enti_csv_text(csv, 0));
        if (i == NONE)
            return fail_at(r, csv, 0, ENT_E_PARSE, "\"%s\" is no state of this landscape", enti_csv_text(csv, 0));
        ENT_TRY(read_cells(r, csv, (size_t)i));
    }
done:
    return st;
}

static ent_status read_pairs(reading *r, enti_csv *csv) {
    if (enti_csv_columns(csv) == 3 && find(r, enti_csv_column(csv, 2)) == NONE) {
        if (strcmp(enti_csv_column(csv, 2), "propensity") != 0)
            return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(csv), 1, 3,
                               "the third column is \"%s\", expected propensity", enti_csv_column(csv, 2));
        return read_list(r, csv);
    }
    return read_matrix(r, csv);
}

static bool known_column(const reading *r, size_t c) {
    if (c == r->code || c == r->name || c == r->size) return true;
    for (size_t k = 0; k < r->camps; k++)
        if (r->camp[k] == c) return true;
    return false;
}

/* Propensities beside the states can be placed only when all states are known: they are kept until then. */
static ent_status place_cells(reading *r, const double *cells, const long *rows) {
    size_t columns = enti_csv_columns(r->csv);
    for (size_t c = 0; c < columns; c++) {
        int j = find(r, enti_csv_column(r->csv, c));
        if (known_column(r, c)) continue;
        if (j == NONE)
            return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(r->csv), 1, (long)c + 1,
                               "column \"%s\" is neither code, name, size, camp nor one of the states",
                               enti_csv_column(r->csv, c));
        for (size_t i = 0; i < r->n; i++) {
            double value = cells[i * columns + c], *back = &r->p[(size_t)j * r->n + i];
            if ((size_t)j == i) continue;
            if (isnan(value))
                return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(r->csv), rows[i], (long)c + 1,
                                   "no propensity for %s and %s", r->codes[i], r->codes[j]);
            if (!isnan(*back) && *back != value)
                return ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(r->csv), rows[i], (long)c + 1,
                                   "propensities are not symmetric: %s to %s is %.15g here, %s to %s is %.15g",
                                   r->codes[i], r->codes[j], value, r->codes[j], r->codes[i], *back);
            r->p[i * r->n + (size_t)j] = value;
        }
    }
    return ENT_OK;
}

static ent_status read_states(reading *r, bool with_matrix, double **cells, long **rows) {
    ent_status st = ENT_OK;
    size_t columns = enti_csv_columns(r->csv);
    ENT_TRY(find_columns(r));
    for (;;) {
        bool more;
        ENT_TRY(enti_csv_next(r->csv, &more, r->err));
        if (!more) break;
        ENT_TRY(read_state(r));
        if (!with_matrix) continue;
        if (r->n == 1) {
            *cells = enti_alloc((size_t)ENT_LANDSCAPE_MAX * columns, sizeof **cells);
            *rows = enti_alloc(ENT_LANDSCAPE_MAX, sizeof **rows);
            if (*cells == NULL || *rows == NULL) return enti_no_memory(r->err);
        }
        (*rows)[r->n - 1] = enti_csv_row(r->csv);
        for (size_t c = 0; c < columns; c++)
            if (!known_column(r, c)) ENT_TRY(enti_csv_double(r->csv, c, &(*cells)[(r->n - 1) * columns + c], r->err));
    }
    if (r->n < 2)
        st = ent_fail_at(r->err, ENT_E_PARSE, enti_csv_name(r->csv), 0, 0, "%zu state%s, expected two at least", r->n,
                         r->n == 1 ? "" : "s");
done:
    return st;
}

static ent_status check_whole(const reading *r, const enti_csv *csv) {
    size_t absent = 0, a = 0, b = 0;
    for (size_t i = 0; i < r->n; i++)
        for (size_t j = i + 1; j < r->n; j++)
            if (isnan(r->p[i * r->n + j]) || isnan(r->p[j * r->n + i])) {
                if (absent++ > 0) continue;
                a = i;
                b = j;
            }
    if (absent == 0) return ENT_OK;
    return ent_fail_at(
        r->err, ENT_E_MISSING, enti_csv_name(csv), 0, 0,
        "%zu of %zu pairs have no propensity, the first %s and %s; write 0 where two states are indifferent", absent,
        r->n * (r->n - 1) / 2, r->codes[a], r->codes[b]);
}

static ent_status make(reading *r, ent_landscape_input **out) {
    ent_status st = ENT_OK;
    ent_landscape_input *in = NULL;
    ENT_TRY(ent_landscape_input_new(r->n, r->codes, r->sizes, r->p, &in, r->err));
    for (size_t i = 0; i < r->n; i++) {
        in->name[i] = enti_arena_strdup(in->arena, r->names[i]);
        if (in->name[i] == NULL) st = enti_no_memory(r->err);
    }
    in->label = enti_arena_strdup(in->arena, enti_csv_name(r->csv));
    if (in->label == NULL) st = enti_no_memory(r->err);
    if (st != ENT_OK) goto done;
    for (size_t k = 0; k < r->camps; k++)
        ENT_TRY(ent_landscape_input_camps(in, enti_csv_column(r->csv, r->camp[k]),
                                          r->label[k][0] != NULL ? r->label[k][0] : "",
                                          r->label[k][1] != NULL ? r->label[k][1] : "", r->side[k], r->err));
    *out = in;
    in = NULL;
done:
    ent_landscape_input_free(in);
    return st;
}

ent_status enti_landscape_parse(enti_csv *states, enti_csv *pairs, ent_landscape_input **out, ent_error *err) {
    ent_status st = ENT_OK;
    double *cells = NULL;
    long *rows = NULL;
    reading *r = enti_alloc(1, sizeof *r);
    if (r == NULL) return enti_no_memory(err);
    r->csv = states;
    r->err = err;
    ENT_TRY(read_states(r, pairs == NULL, &cells, &rows));
    r->p = enti_alloc(r->n * r->n, sizeof *r->p);
    r->row = enti_alloc(r->n * r->n, sizeof *r->row);
    if (r->p == NULL || r->row == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    for (size_t k = 0; k < r->n * r->n; k++)
        r->p[k] = NAN;
    if (pairs != NULL)
        ENT_TRY(read_pairs(r, pairs));
    else
        ENT_TRY(place_cells(r, cells, rows));
    ENT_TRY(check_whole(r, pairs != NULL ? pairs : states));
    ENT_TRY(make(r, out));
done:
    ent_free(cells);
    ent_free(rows);
    ent_free(r->p);
    ent_free(r->row);
    enti_arena_clear(&r->arena);
    ent_free(r);
    return st;
}

ent_status ent_landscape_read(const char *states, const char *pairs, ent_landscape_input **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_csv *first = NULL, *second = NULL;
    ENT_TRY(enti_csv_open(states, states, &first, err));
    if (pairs != NULL) ENT_TRY(enti_csv_open(pairs, pairs, &second, err));
    ENT_TRY(enti_landscape_parse(first, second, out, err));
done:
    enti_csv_close(second);
    enti_csv_close(first);
    return st;
}
