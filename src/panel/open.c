/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Building a panel: the window of years, the rows, the columns asked for, what is made from them, and last the rows
 * that stay. The window is wider than the panel where lags, leads or clocks need other years.
 */
#include "panel/fills.h"
#include "panel/registry.h"
#include "panel/transforms.h"

#include <string.h>

enum { RECENT_YEARS = 9 };

ent_panel_options ent_panel_options_default(void) {
    return (ent_panel_options){.unit = ENT_DYAD_YEAR,
                               .system = ENT_SYSTEM_COW,
                               .first = ENT_MISSING,
                               .last = ENT_MISSING,
                               .contiguity = 5,
                               .only = {ENT_MISSING, ENT_MISSING}};
}

ent_status enti_progress(enti_builder *b, double share, ent_error *err) {
    const ent_panel_options *o = b->options;
    if (o->progress != NULL && o->progress(o->context, share) != 0)
        return ent_fail(err, ENT_E_CANCELLED, "stopped on request");
    return ENT_OK;
}

ent_status enti_note_line(enti_builder *b, const char *text, ent_error *err) {
    ent_panel *p = b->panel;
    if (p->notes_count == p->notes_room) {
        size_t room = p->notes_room == 0 ? 8 : 2 * p->notes_room;
        const char **grown = enti_arena_alloc(b->keep, room, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        if (p->notes_count > 0) memcpy(grown, p->notes, p->notes_count * sizeof *grown);
        p->notes = grown;
        p->notes_room = room;
    }
    p->notes[p->notes_count++] = text;
    return ENT_OK;
}

ent_status enti_column_add(enti_builder *b, const enti_pcolumn *column, ent_error *err) {
    ent_panel *p = b->panel;
    enti_pcolumn copy = *column; /* may stand in the list that moves */
    if (ent_panel_find(p, copy.about.name) != SIZE_MAX)
        return ent_fail(err, ENT_E_ARG, "two columns would be called \"%s\"; leave one of them out", copy.about.name);
    if (p->columns_count == p->columns_room) {
        size_t room = p->columns_room == 0 ? 32 : 2 * p->columns_room;
        enti_pcolumn *grown = enti_arena_alloc(b->keep, room, sizeof *grown);
        if (grown == NULL) return enti_no_memory(err);
        if (p->columns_count > 0) memcpy(grown, p->columns, p->columns_count * sizeof *grown);
        p->columns = grown;
        p->columns_room = room;
    }
    p->columns[p->columns_count++] = copy;
    return ENT_OK;
}

/* ---- the window ---- */

typedef struct {
    int first, last; /* of the panel */
    int window_first, window_last;
} span;

static ent_status longest(const char *list, const char *option, int *out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_entry entry;
    bool more = true;
    while (list != NULL) {
        ENT_TRY(enti_list_next(&list, option, &entry, &more, err));
        if (!more) break;
        if (entry.number == ENT_MISSING) entry.number = 1;
        if (entry.number < 1 || entry.number > 100)
            return ent_fail(err, ENT_E_RANGE, "--%s %s=%d: expected 1 to 100 years", option, entry.name, entry.number);
        if (entry.number > *out) *out = entry.number;
    }
done:
    return st;
}

static ent_status choose_years(const enti_builder *b, span *s, ent_error *err) {
    const ent_panel_options *o = b->options;
    ent_status st = ENT_OK;
    int system_first, system_last, lag = 0, lead = 0, last = enti_store_last_year(b->store);
    int first = enti_store_first_year(b->store);
    enti_system_years(b->world, o->system, &system_first, &system_last);
    if (system_first > system_last) return ent_fail(err, ENT_E_MISSING, "the data hold no list of states");
    if (system_last < last) last = system_last;
    if (first < system_first) first = system_first;
    s->first = o->first == ENT_MISSING ? first : o->first;
    s->last = o->last == ENT_MISSING ? last : o->last;
    if (o->first != ENT_MISSING && o->last != ENT_MISSING && s->first > s->last)
        return ent_fail(err, ENT_E_RANGE, "--from %d is after --to %d", s->first, s->last);
    if (s->first < system_first || s->last < system_first)
        return ent_fail(err, ENT_E_RANGE, "%d is before the list of states begins (%d)",
                        s->first < system_first ? s->first : s->last, system_first);
    if (s->last > last || s->first > last)
        return ent_fail(err, ENT_E_RANGE, "%d is after the data end (%d)", s->last > last ? s->last : s->first, last);
    if (s->first > s->last)
        return ent_fail(err, ENT_E_RANGE, "%d to %d: no year remains; the data begin in %d", s->first, s->last, first);
    ENT_TRY(longest(o->lag, "lag", &lag, err));
    ENT_TRY(longest(o->lead, "lead", &lead, err));
    if (o->add != NULL && strstr(o->add, "mid") != NULL) lag += RECENT_YEARS;
    s->window_first = o->spell != NULL || s->first - lag < system_first ? system_first : s->first - lag;
    s->window_last = s->last + lead > last ? last : s->last + lead;
done:
    return st;
}

/* ---- columns ---- */

static ent_status add_identifiers(enti_builder *b, ent_error *err) {
    const ent_panel_options *o = b->options;
    const char *stem = o->system == ENT_SYSTEM_COW ? "ccode" : "gwcode";
    const char *title = o->system == ENT_SYSTEM_COW ? "COW code" : "Gleditsch-Ward code";
    bool dyads = b->frame->b != NULL;
    ent_status st = ENT_OK;
    enti_pcolumn column = {.role = ENTI_CODE,
                           .about = {.title = title,
                                     .unit = "",
                                     .source = "list of members of the system of states",
                                     .version = ent_world_label(b->world),
                                     .missing = "never",
                                     .kind = ENT_COLUMN_INTEGER,
                                     .first = ENT_MISSING,
                                     .last = ENT_MISSING}};
    for (int side = 0; side <= (int)dyads; side++) {
        column.side = side;
        column.about.name = dyads ? enti_arena_printf(b->keep, "%s%d", stem, side + 1) : stem;
        if (column.about.name == NULL) return enti_no_memory(err);
        ENT_TRY(enti_column_add(b, &column, err));
    }
    column.role = ENTI_YEAR;
    column.side = 0;
    column.about.name = "year";
    column.about.title = "calendar year";
    column.about.source = "";
    column.about.version = "";
    ENT_TRY(enti_column_add(b, &column, err));
    if (o->unit == ENT_LEADER_YEAR) ENT_TRY(enti_leader_columns(b, err));
done:
    return st;
}

/* What a directed value is in an undirected row. */
static void join_directions(const enti_builder *b, enti_target *t) {
    bool least = b->options->undirected == ENT_UNDIRECTED_MIN;
    for (size_t row = 0; row < b->frame->rows; row++) {
        if (t->small[0] != NULL) {
            int16_t *x = &t->small[0][row], y = t->small[1][row];
            if (*x == ENTI_NO_COUNT || (y != ENTI_NO_COUNT && (least ? y < *x : y > *x))) *x = y;
        } else {
            double *x = &t->real[0][row], y = t->real[1][row];
            if (isnan(*x) || (!isnan(y) && (least ? y < *x : y > *x))) *x = y;
        }
    }
}

/* The columns a filled target becomes. */
static ent_status add_columns(enti_builder *b, enti_target *t, ent_error *err) {
    const enti_variable *v = t->variable;
    bool dyads = b->frame->b != NULL, both = b->options->undirected == ENT_UNDIRECTED_BOTH;
    bool sides = (v->level == ENTI_OF_STATE && dyads) || v->level == ENTI_OF_SIDE ||
                 (v->level == ENTI_OF_TOWARD && b->frame->unit == ENT_DYAD_YEAR && both);
    ent_status st = ENT_OK;
    if (v->level == ENTI_OF_TOWARD && b->frame->unit == ENT_DYAD_YEAR && !both) join_directions(b, t);
    for (int side = 0; side <= (int)sides; side++) {
        enti_pcolumn column = {.variable = v, .side = side};
        const char *stem = v->name;
        column.about = (ent_panel_column){.title = v->title,
                                          .unit = v->unit,
                                          .source = t->source == NULL ? "" : t->source,
                                          .version = t->version == NULL ? "" : t->version,
                                          .missing = v->missing,
                                          .kind = v->kind,
                                          .first = t->first,
                                          .last = t->last};
        /* Two data sets may name a column alike: the later one is told by its data set. */
        if (ent_panel_find(b->panel, sides ? enti_arena_printf(b->scratch, "%s1", stem) : stem) != SIZE_MAX &&
            side == 0)
            t->prefix = true;
        column.about.name = enti_arena_printf(b->keep, sides ? "%s%s%s%d" : "%s%s%s", t->prefix ? v->group : "",
                                              t->prefix ? "_" : "", stem, side + 1);
        if (column.about.name == NULL || b->scratch->failed) return enti_no_memory(err);
        column.state = t->state;
        column.small = v->level == ENTI_OF_STATE ? NULL : t->small[side];
        column.real = v->level == ENTI_OF_STATE ? NULL : t->real[side];
        ENT_TRY(enti_column_add(b, &column, err));
    }
done:
    return st;
}

/* Fills all targets, those of one function together. */
static ent_status fill_targets(enti_builder *b, enti_target *targets, size_t count, ent_error *err) {
    ent_status st = ENT_OK;
    enti_target **batch = enti_arena_alloc(b->scratch, count + 1, sizeof *batch);
    bool *done_already = enti_arena_alloc(b->scratch, count + 1, sizeof *done_already);
    if (batch == NULL || done_already == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        for (size_t k = i; k < count; k++) {
            if (done_already[k] || targets[k].variable->fill != targets[i].variable->fill) continue;
            done_already[k] = true;
            ENT_TRY(enti_target_init(b, &targets[k], err));
            batch[n++] = &targets[k];
        }
        if (n > 0) ENT_TRY(targets[i].variable->fill(b, batch, n, err));
        ENT_TRY(enti_progress(b, (double)(i + 1) / (double)(count + 1), err));
    }
done:
    return st;
}

/* Adds what the entries of a list stand for; their numbers are for others to read. */
static ent_status want_list(enti_builder *b, const char *list, const char *option, enti_wanted *wanted,
                            ent_error *err) {
    ent_status st = ENT_OK;
    enti_entry entry;
    bool more = true;
    while (list != NULL) {
        ENT_TRY(enti_list_next(&list, option, &entry, &more, err));
        if (!more) break;
        if (entry.number != ENT_MISSING && strcmp(option, "lag") != 0 && strcmp(option, "lead") != 0)
            return ent_fail(err, ENT_E_ARG, "--%s %s=%d: years belong to --lag and --lead", option, entry.name,
                            entry.number);
        /* A name the panel gives to a column, such as cinc1, needs its variable among those added. */
        if (strcmp(option, "add") != 0 && *entry.group == 0 && wanted->count > 0 && !enti_is_word(b, entry.name))
            continue;
        ENT_TRY(enti_resolve(b, &entry, wanted, err));
    }
done:
    return st;
}

/* ---- what is made from columns ---- */

static bool stands_for(const enti_pcolumn *c, const enti_entry *e) {
    if (*e->group == 0 && strcmp(c->about.name, e->name) == 0) return true;
    if (c->variable == NULL || c->derived) return false;
    if (*e->group == 0) return strcmp(c->variable->name, e->name) == 0 || strcmp(c->variable->group, e->name) == 0;
    return strcmp(c->variable->group, e->group) == 0 &&
           (strcmp(c->variable->id, e->name) == 0 || strcmp(c->variable->name, e->name) == 0);
}

typedef ent_status (*deriver)(enti_builder *b, size_t column, const enti_entry *entry, void *context, ent_error *err);

static ent_status derive(enti_builder *b, const char *list, const char *option, deriver make, void *context,
                         ent_error *err) {
    ent_status st = ENT_OK;
    enti_entry entry;
    bool more = true;
    while (list != NULL) {
        size_t before = b->panel->columns_count, made = 0;
        ENT_TRY(enti_list_next(&list, option, &entry, &more, err));
        if (!more) break;
        for (size_t c = 0; c < before; c++) {
            if (!stands_for(&b->panel->columns[c], &entry)) continue;
            if (b->panel->columns[c].about.kind == ENT_COLUMN_TEXT) continue;
            ENT_TRY(make(b, c, &entry, context, err));
            made++;
        }
        if (made == 0)
            return ent_fail(err, ENT_E_ARG, "--%s: the panel has no column \"%s%s%s\"; name it as in --add", option,
                            entry.group, *entry.group != 0 ? ":" : "", entry.name);
        for (size_t c = before; c < b->panel->columns_count; c++)
            b->panel->columns[c].derived = true;
    }
done:
    return st;
}

static ent_status make_lag(enti_builder *b, size_t column, const enti_entry *entry, void *context, ent_error *err) {
    const int *sign = context;
    int years = entry->number == ENT_MISSING ? 1 : entry->number;
    enti_pcolumn copy = b->panel->columns[column];
    return enti_lag_add(b, &copy, *sign * years, err);
}

typedef struct {
    double at[16];
    size_t count;
} knot_list;

static ent_status make_clock(enti_builder *b, size_t column, const enti_entry *entry, void *context, ent_error *err) {
    const knot_list *knots = context;
    (void)entry;
    return enti_clock_add(b, &b->panel->columns[column], knots->at, knots->count, err);
}

static ent_status make_derived(enti_builder *b, ent_error *err) {
    const ent_panel_options *o = b->options;
    ent_status st = ENT_OK;
    knot_list knots;
    int lag = 1, lead = -1;
    ENT_TRY(enti_knots_read(o->knots, knots.at, &knots.count, err));
    if (o->knots != NULL && o->spell == NULL)
        return ent_fail(err, ENT_E_ARG, "--knots belongs to --spell, which names the event");
    if (o->unit == ENT_LEADER_YEAR && (o->spell != NULL || o->lag != NULL || o->lead != NULL))
        return ent_fail(err, ENT_E_ARG, "leaders share years: --lag, --lead and --spell need --unit state-year");
    ENT_TRY(derive(b, o->lag, "lag", make_lag, &lag, err));
    ENT_TRY(derive(b, o->lead, "lead", make_lag, &lead, err));
    ENT_TRY(derive(b, o->spell, "spell", make_clock, &knots, err));
done:
    return st;
}

/* ---- the whole ---- */

static ent_status make_columns(enti_builder *b, ent_error *err) {
    const ent_panel_options *o = b->options;
    ent_status st = ENT_OK;
    enti_wanted wanted = {0};
    enti_target *targets = NULL;
    ENT_TRY(want_list(b, o->add, "add", &wanted, err));
    ENT_TRY(want_list(b, o->lag, "lag", &wanted, err));
    ENT_TRY(want_list(b, o->lead, "lead", &wanted, err));
    ENT_TRY(want_list(b, o->spell, "spell", &wanted, err));
    targets = enti_arena_alloc(b->scratch, wanted.count + 1, sizeof *targets);
    if (targets == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < wanted.count; i++)
        targets[i] = (enti_target){.variable = wanted.at[i],
                                   .level = wanted.at[i]->level,
                                   .counts = wanted.at[i]->kind == ENT_COLUMN_INTEGER,
                                   .first = ENT_MISSING,
                                   .last = ENT_MISSING};
    ENT_TRY(fill_targets(b, targets, wanted.count, err));
    ENT_TRY(add_identifiers(b, err));
    for (size_t i = 0; i < wanted.count; i++)
        ENT_TRY(add_columns(b, &targets[i], err));
    ENT_TRY(make_derived(b, err));
done:
    return st;
}

/* From the first to the second of two named states only. */
static void keep_direction(const enti_builder *b, bool *keep) {
    const enti_frame *f = b->frame;
    for (size_t row = 0; row < f->rows; row++) {
        size_t t = (size_t)(f->year[row] - f->first);
        if (f->code[f->a[row] * f->years + t] != b->options->only[0]) keep[row] = false;
    }
}

static ent_status choose_rows(enti_builder *b, const span *s, ent_error *err) {
    const ent_panel_options *o = b->options;
    bool dyads = b->frame->b != NULL, direction = o->unit == ENT_DIRECTED_DYAD_YEAR && o->only[1] != ENT_MISSING;
    ent_status st = ENT_OK;
    bool *keep = NULL;
    if (o->relevant && !dyads)
        return ent_fail(err, ENT_E_ARG, "--relevant is about dyads; choose --unit dyad-year or directed-dyad-year");
    if ((o->relevant && dyads) || direction) {
        keep = enti_arena_alloc(b->scratch, b->frame->rows + 1, sizeof *keep);
        if (keep == NULL) return enti_no_memory(err);
        for (size_t row = 0; row < b->frame->rows; row++)
            keep[row] = true;
        if (o->relevant) ENT_TRY(enti_relevant(b, keep, err));
        if (direction) keep_direction(b, keep);
    }
    enti_rows_keep(b, s->first, s->last, keep);
    if (b->scratch->failed) return enti_no_memory(err);
    if (b->frame->rows == 0) return ent_fail(err, ENT_E_MISSING, "no row remains from %d to %d", s->first, s->last);
done:
    return st;
}

static ent_status build(enti_builder *b, ent_error *err) {
    const ent_panel_options *o = b->options;
    ent_status st = ENT_OK;
    span years = {0};
    ENT_TRY(enti_imports_load(b, err));
    ENT_TRY(choose_years(b, &years, err));
    ENT_TRY(enti_frame_states(b->frame, b->keep, b->world, o, years.window_first, years.window_last, err));
    if (o->unit == ENT_LEADER_YEAR)
        ENT_TRY(enti_leader_rows(b, err));
    else
        ENT_TRY(enti_frame_rows(b->frame, b->keep, b->world, o, err));
    ENT_TRY(make_columns(b, err));
    ENT_TRY(choose_rows(b, &years, err));
done:
    return st;
}

ent_status ent_panel_open(const ent_store *store, const ent_world *world, const ent_panel_options *options,
                          ent_panel **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_arena scratch = {0};
    ent_panel *panel = enti_alloc(1, sizeof *panel);
    enti_builder b = {.store = store, .world = world, .options = options, .panel = panel, .scratch = &scratch};

    if (panel == NULL) return enti_no_memory(err);
    b.frame = &panel->frame;
    b.keep = &panel->arena;
    if (options->contiguity < 1 || options->contiguity > 5) {
        st = ent_fail(err, ENT_E_RANGE, "contiguity is %d, expected 1 to 5", options->contiguity);
        goto done;
    }
    ENT_TRY(build(&b, err));
    *out = panel;
    panel = NULL;
done:
    enti_arena_clear(&scratch);
    ent_panel_close(panel);
    return st;
}
