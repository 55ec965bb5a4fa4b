/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A panel while it is made. Values of states are kept by state and year and shared by the columns of both sides; values
 * of dyads by row, counts and flags in two bytes. Rows run by first state, second state, year, so that lags and clocks
 * walk along a dyad.
 */
#ifndef ENTI_PANEL_H
#define ENTI_PANEL_H

#include "panel/frame.h"
#include "store/store.h"
#include "world/world.h"

#include <entente/panel.h>
#include <entente/theory.h>

enum { ENTI_NO_COUNT = INT16_MIN }; /* an unknown count */

/* What a value belongs to. */
typedef enum {
    ENTI_OF_STATE,
    ENTI_OF_PAIR,   /* the same seen from either side */
    ENTI_OF_TOWARD, /* the first towards the second */
    ENTI_OF_SIDE,   /* each side's own share in the pair: columns end in 1 and 2 */
} enti_level;

typedef struct enti_builder enti_builder;
typedef struct enti_variable enti_variable;

/* The values of one variable while they are filled. Row values have two buffers in undirected panels when the level
 * is TOWARD or SIDE: the lower state's and the higher state's; in directed panels SIDE has own and other's. */
typedef struct {
    const enti_variable *variable;
    enti_level level;
    bool counts;      /* row values are small whole numbers */
    bool keep_least;  /* of several records the least counts, else the largest */
    bool keep_latest; /* of several records the last one put counts */
    double *state;    /* [state * years + t] */
    int16_t *small[2];
    double *real[2];
    int first, last; /* years the source covers; the fill says so */
    const char *source, *version;
    bool prefix; /* its columns bear the name of the group, too */
} enti_target;

/* Fills one or more targets whose variables share this function. */
typedef ent_status (*enti_fill)(enti_builder *b, enti_target *const *targets, size_t count, ent_error *err);

/* A row of the registry: everything the program knows of a column. */
struct enti_variable {
    const char *group, *id; /* as in --add group:id */
    const char *name;       /* of the column */
    const char *title, *unit;
    const char *data;    /* data sets it is made from */
    const char *missing; /* what absence means */
    enti_level level;
    ent_column_kind kind;
    int which; /* for the fill */
    enti_fill fill;
};

/* A column of the finished panel. */
typedef struct {
    ent_panel_column about;
    const double *state; /* values of the state on `side`, or */
    const int16_t *small;
    const double *real;
    int side;
    bool derived;                  /* a lag, lead or clock */
    const enti_variable *variable; /* NULL for identifiers */
    enum { ENTI_DATA, ENTI_CODE, ENTI_YEAR } role;
} enti_pcolumn;

struct ent_panel {
    enti_arena arena;
    enti_frame frame;
    enti_pcolumn *columns;
    size_t columns_count, columns_room;
    const char **texts; /* values of text columns are indices */
    size_t texts_count, texts_room;
    const char **notes;
    size_t notes_count, notes_room;
};

/* A data set in force in an imported database. */
typedef struct {
    long id;
    const char *dataset, *title, *unit, *version;
    int first, last;
} enti_holding;

typedef struct {
    const char *dataset, *name, *type, *unit, *missing, *description;
} enti_holding_column;

/* A series of a data set by state and year, kept for the next who asks. */
typedef struct {
    const char *dataset, *column;
    double *values;
} enti_cached;

struct enti_builder {
    const ent_store *store;
    const ent_world *world;
    const ent_panel_options *options;
    ent_panel *panel;
    enti_frame *frame;
    enti_arena *keep, *scratch; /* what the panel keeps; what dies with the building */
    enti_holding *imports;
    size_t imports_count;
    enti_holding_column *import_columns;
    size_t import_columns_count;
    int snapshot_first, snapshot_last; /* years of the snapshot's tables in a database with imports; 0 without */
    enti_cached *cached;
    size_t cached_count, cached_room;
};

/* ---- targets (target.c) ---- */

/* Allocates the buffers a target needs, all unknown. */
ENT_MUST_USE ent_status enti_target_init(enti_builder *b, enti_target *target, ent_error *err);
/* Records, by COW codes and calendar year; codes and years outside the panel are left out. */
void enti_put_state(enti_builder *b, enti_target *target, int code, int year, double value);
void enti_put_pair(enti_builder *b, enti_target *target, int from, int to, int year, double value);
void enti_put_sides(enti_builder *b, enti_target *target, int from, int to, int year, double own, double other);
/* Makes unknown cells of these years 0, where both states have a COW code. */
void enti_zero(enti_builder *b, enti_target *target, int first, int last);
/* Where the values come from: an imported data set, or a table of the snapshot and the years it covers. */
void enti_from_import(enti_target *target, const enti_holding *import);
void enti_from_snapshot(enti_builder *b, enti_target *target, const char *source, int first, int last);
ENT_MUST_USE ent_status enti_missing_data(const enti_target *target, ent_error *err);

/* ---- what was imported (imported.c) ---- */

ENT_MUST_USE ent_status enti_imports_load(enti_builder *b, ent_error *err);
const enti_holding *enti_holding_find(const enti_builder *b, const char *dataset); /* NULL when there is none */
const enti_holding_column *enti_holding_column_find(const enti_builder *b, const char *dataset, const char *name);
/* Rows of the import in force: SELECT columns FROM import_X WHERE import = ... and `also` (may be ""). */
ENT_MUST_USE ent_status enti_import_rows(enti_builder *b, const enti_holding *import, const char *columns,
                                         const char *also, sqlite3_stmt **out, ent_error *err);
/* A series by state and year [state * years + t]; kept until the builder ends. */
ENT_MUST_USE ent_status enti_import_series(enti_builder *b, const enti_holding *import, const char *column,
                                           const double **out, ent_error *err);
double enti_row_number(sqlite3_stmt *row, int column); /* NaN for NULL */
int enti_row_integer(sqlite3_stmt *row, int column);   /* ENT_MISSING for NULL */
/* Index of a text in the panel's table of texts; NaN when memory ran out (the arena says so). */
double enti_text_index(enti_builder *b, const char *text);

/* ---- spells (spells.c) ---- */

/* Days a record holds, from its dates; false for dates that cannot be read. An open end is the end of coverage. */
bool enti_spell_days(const char *start, const char *end, bool ongoing, int last_year, int32_t *first, int32_t *last);
/* Years of a span under the rule for days: calls for each year are those of [*from, *to] with enti_spell_holds. */
bool enti_spell_holds(ent_day day, int32_t first, int32_t last, int year);

/* ---- registry (registry.c) ---- */

extern const enti_variable enti_variables[]; /* ends with a NULL group */

ENT_MUST_USE ent_status enti_note_line(enti_builder *b, const char *text, ent_error *err);
ENT_MUST_USE ent_status enti_progress(enti_builder *b, double share, ent_error *err);

/* Adds a finished column. */
ENT_MUST_USE ent_status enti_column_add(enti_builder *b, const enti_pcolumn *column, ent_error *err);

/* Value of a column in a row; NaN when unknown. */
static inline double enti_value(const ent_panel *p, const enti_pcolumn *c, size_t row) {
    const enti_frame *f = &p->frame;
    if (c->small != NULL) return c->small[row] == ENTI_NO_COUNT ? (double)NAN : (double)c->small[row];
    if (c->real != NULL) return c->real[row];
    if (c->role == ENTI_YEAR) return f->year[row];
    size_t s = c->side == 0 ? f->a[row] : f->b[row];
    if (c->role == ENTI_CODE) return f->number[s];
    return c->state[s * f->years + (size_t)(f->year[row] - f->first)];
}

#endif
