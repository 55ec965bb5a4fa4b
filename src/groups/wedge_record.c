/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened already: measures of the power against members and their effect, members that left its forums, figures of
 * those it coerced. And what a wedge does not know. */
#include "groups/wedge.h"

#include <stdlib.h>
#include <string.h>

static ent_status add(enti_wedging *w, ent_ledger *out, const char *code, const char *text, const char *table,
                      const enti_origin *from, int year) {
    ent_line line = enti_line(code, ENT_LINE_FACT, -1, text);
    line.table = table;
    line.line = from->line;
    line.source = from->source;
    line.citation = from->citation;
    line.assumed = from->confidence == ENTI_LOW;
    line.year = year;
    return enti_ledger_add(out, line, w->err);
}

/* Figures of a member in the years around the measure, an indicator a line: exports, imports, growth. */
static ent_status add_figures(enti_wedging *w, ent_ledger *out, enti_ref who) {
    static const char *const shown[] = {"export_value", "import_value", "export_share", "gdp_growth"};
    ent_status st = ENT_OK;
    for (size_t s = 0; s < sizeof shown / sizeof *shown; s++) {
        const enti_dependence *first = NULL;
        enti_text text = {0};
        for (size_t d = 0; d < w->world->dependences_count; d++) {
            const enti_dependence *f = &w->world->dependences[d];
            if (f->a != who || f->b != w->year->ref[w->by] || strcmp(f->indicator, shown[s]) != 0) continue;
            if (first == NULL)
                enti_text_add(&text, "%s, %s: ", w->world->entities[who].name, f->detail);
            else
                enti_text_add(&text, ", ");
            enti_text_add(&text, "%.4g %s in %d", f->value, strcmp(f->unit, "percent") == 0 ? "%" : f->unit, f->last);
            if (first == NULL) first = f;
        }
        if (first != NULL && !text.failed)
            st = add(w, out, "figure", enti_arena_strdup(w->arena, text.at), "dependence", &first->origin, first->last);
        if (text.failed) st = enti_no_memory(w->err);
        enti_text_clear(&text);
        if (st != ENT_OK) return st;
    }
    return st;
}

static ent_status add_measures(enti_wedging *w, ent_ledger *out, enti_ref who, bool *coerced) {
    ent_status st = ENT_OK;
    int year = w->year->year, first = year - (int)enti_param(w->params, ENTI_COERCION_YEARS) + 1;
    for (size_t c = 0; c < w->world->coercions_count; c++) {
        const enti_event *e = &w->world->coercions[c];
        if (!enti_measure_against(e, w->year->ref[w->by], who, first, year)) continue;
        *coerced = true;
        ENT_TRY(add(w, out, "measure",
                    enti_arena_printf(w->arena, "%s, %s: %s", w->world->entities[who].name, e->span.start, e->what),
                    "coercion", &e->origin, year));
    }
done:
    return st;
}

/* Forums of the power that a member of the group has left, by the end of the year after. */
static ent_status add_exits(enti_wedging *w, ent_ledger *out, enti_ref who) {
    ent_status st = ENT_OK;
    int year = w->year->year, first = year - (int)enti_param(w->params, ENTI_COERCION_YEARS) + 1;
    for (size_t k = 0; k < w->world->forum_members_count; k++) {
        const enti_forum_member *m = &w->world->forum_members[k];
        const enti_forum *f = &w->world->forums[m->forum];
        if (m->who != who || m->status != ENTI_FULL || *m->span.end == 0) continue;
        if (strtol(f->leaders, NULL, 10) != w->out->by.code || !f->by_choice) continue;
        if (m->span.last < enti_day(first, 1, 1) || m->span.last > enti_day(year, 12, 31)) continue;
        if (*f->span.end != 0 && m->span.last >= f->span.last) continue; /* the forum ended */
        ENT_TRY(add(w, out, "exit",
                    enti_arena_printf(w->arena, "%s left %s on %s", w->world->entities[who].name, f->id, m->span.end),
                    "forum_members", &m->origin, year));
    }
done:
    return st;
}

static ent_status add_sources(enti_wedging *w) {
    ent_status st = ENT_OK;
    for (size_t k = 0; k < w->n; k++) {
        const ent_wedge_member *m = &w->out->members[k];
        for (size_t l = 0; l < m->lines_count; l++)
            ENT_TRY(enti_note_keys(&w->sources, w->arena, m->lines[l].source, w->err));
    }
    for (size_t l = 0; l < w->out->record_count; l++)
        ENT_TRY(enti_note_keys(&w->sources, w->arena, w->out->record[l].source, w->err));
    if (w->population_year != ENT_MISSING && w->world->voters_count > 0)
        ENT_TRY(enti_note_keys(&w->sources, w->arena, w->world->voters[0].origin.source, w->err));
    enti_notes_sort(&w->sources);
    ENT_TRY(enti_note_keys(&w->cites, w->arena, "banzhaf1965;lukian2021", w->err));
done:
    return st;
}

static ent_status say(enti_wedging *w, enti_notes *notes, const char *text) {
    return enti_note(notes, w->arena, text, w->err);
}

static ent_status add_notes(enti_wedging *w) {
    ent_status st = ENT_OK;
    const char *by = w->out->by.name;
    if (w->no_trade > 0)
        ENT_TRY(say(w, &w->missing,
                    enti_arena_printf(w->arena,
                                      "trade of %zu of %zu members with %s: 5 %% of it stands in, 0 to 15 %% in "
                                      "the interval (import Dyadic_COW_4.0)",
                                      w->no_trade, w->n, by)));
    if (w->no_supply > 0)
        ENT_TRY(say(w, &w->missing,
                    enti_arena_printf(w->arena,
                                      "arms and crude oil of %zu members from %s: none coded, 0 to 30 %% in the "
                                      "interval; gas is not coded for anybody",
                                      w->no_supply, by)));
    ENT_TRY(say(w, &w->missing, "investment and loans: membership in the power's forums stands in"));
    ENT_TRY(say(w, &w->missing, "coercion is a selection: no record means none coded"));
    ENT_TRY(say(w, &w->assumed, "weights of the channels, baseline and pass-through (--explain-defaults, wedge_*)"));
    ENT_TRY(say(w, &w->assumed, "votes are independent of one another; who abstains counts as against"));
    if (w->oldest < w->year->year)
        ENT_TRY(say(w, &w->assumed, enti_arena_printf(w->arena, "trade carried from %d at the earliest", w->oldest)));
    if (w->population_year != ENT_MISSING && w->population_year != w->year->year)
        ENT_TRY(say(w, &w->assumed, enti_arena_printf(w->arena, "populations of %d", w->population_year)));
    ENT_TRY(add_sources(w));
    w->out->missing = w->missing.at;
    w->out->missing_count = w->missing.count;
    w->out->assumed = w->assumed.at;
    w->out->assumed_count = w->assumed.count;
    w->out->sources = w->sources.at;
    w->out->sources_count = w->sources.count;
    w->out->cites = w->cites.at;
    w->out->cites_count = w->cites.count;
done:
    return st;
}

ent_status enti_wedge_record(enti_wedging *w) {
    ent_status st = ENT_OK;
    ent_ledger out = {.arena = w->arena};
    for (size_t k = 0; k < w->n; k++) {
        bool coerced = false;
        enti_ref who = enti_world_ref(w->world, w->out->members[k].state.code);
        ENT_TRY(add_exits(w, &out, who));
        ENT_TRY(add_measures(w, &out, who, &coerced));
        if (coerced) ENT_TRY(add_figures(w, &out, who));
    }
    w->out->record = out.lines;
    w->out->record_count = out.count;
    ENT_TRY(add_notes(w));
done:
    return st;
}
