/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person reads of a ranking of partners: who comes first and by how much, what drives the patron, the
 * candidates with every factor of their score, what the first ones would have to change, and the field around.
 */
#include <entente/report.h>

#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"
#include "report/partners_tree.h"
#include "report/tree_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    ALL_COLUMNS = 112,
    WITH_SIZE = 118,
    SOME_COLUMNS = 80,
    SHOWN_CHANGES = 3,
    SHOWN_OBSTACLES = 4,
    SHOWN_NEUTRAL = 5,
    SHOWN_HEDGERS = 6
};

static void write_head(enti_page *page, const ent_partners *p) {
    char heading[96];
    (void)snprintf(heading, sizeof heading, "Partners of %s, %d", p->patron.name, p->year);
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_right(page, ENTI_FAINT, p->label);
    enti_page_end(page);
    enti_page_words(page, ENTI_PLAIN, p->sentence);
    enti_page_end(page);
    enti_page_blank(page);
}

static void write_willingness(enti_page *page, const ent_partners *p, const ent_partners_options *o, bool explain) {
    enti_page_part(page, "WILLINGNESS");
    enti_page_print(page, "%.2f of 1 as asked; under pressure %.2f, for primacy %.2f, both %.2f", p->willingness,
                    p->willing[ENT_PRESSURE], p->willing[ENT_PRIMACY], p->willing[ENT_BOTH]);
    enti_page_end(page);
    if (p->drivers_count > 0) enti_page_more(page);
    enti_page_lines(page, p->drivers, p->drivers_count, explain);
    enti_page_part(page, "POWER LEFT OUT");
    if (p->excluded.code == ENT_MISSING)
        enti_page_print(page, "none: %s has no strategic rival", p->patron.name);
    else
        enti_page_print(page, "%s (%s)", p->excluded.name,
                        o->excluded != ENT_MISSING ? "as asked" : "the greatest threat among its rivals");
    enti_page_end(page);
}

/* ---- candidates ---- */

/* What the paper has no columns for, then title and reasons. */
static void last_cell(enti_grid *grid, const ent_candidate *c, int width, int all_columns) {
    char scores[96] = "", factors[128] = "", tier[32] = "";
    if (width < SOME_COLUMNS)
        (void)snprintf(scores, sizeof scores, "attract %.5f, size %.3f, avail %.2f; ", c->attractiveness,
                       sqrt(c->capability), c->availability);
    if (width < all_columns)
        (void)snprintf(factors, sizeof factors,
                       "pact %.2f, interest %.2f, regime %.2f, dependence %.2f, support %.2f; ", c->pact, c->interest,
                       c->regime, c->dependence, c->support_factor);
    if (c->tier > 0) (void)snprintf(tier, sizeof tier, " (tier %d)", c->tier);
    if (*c->title != 0)
        enti_grid_cell(grid, "%s%s\"%s\"%s; %s", scores, factors, c->title, tier, c->why);
    else
        enti_grid_cell(grid, "%s%s%s", scores, factors, c->why);
}

static void candidate_cells(enti_grid *grid, const ent_candidate *c, int width, int all_columns) {
    char name[ENTI_WORDS];
    if (c->rank > 0)
        enti_grid_cell(grid, "%d", c->rank);
    else
        enti_grid_cell(grid, "-");
    enti_grid_cell(grid, "%s", enti_words_name(name, &c->state, 16));
    enti_grid_cell(grid, "%.5f", c->score);
    enti_grid_cell(grid, "%.5f", c->attractiveness);
    enti_grid_cell(grid, "%.3f", sqrt(c->capability));
    enti_grid_cell(grid, "%.2f", c->availability);
    enti_grid_cell(grid, "%.2f", c->pact);
    enti_grid_cell(grid, "%.2f", c->interest);
    enti_grid_cell(grid, "%.2f", c->regime);
    enti_grid_cell(grid, "%.2f", c->dependence);
    enti_grid_cell(grid, "%.2f", c->support_factor);
    enti_grid_cell(grid, "%s", c->allied ? "yes" : "");
    last_cell(grid, c, width, all_columns);
}

static size_t shown_of(const ent_partners *p, const ent_partners_options *o) {
    return p->candidates_count < (size_t)o->top ? p->candidates_count : (size_t)o->top;
}

/* How the score is made of the columns. */
static const char *formula_of(ent_scenario scenario) {
    switch (scenario) {
    case ENT_PRESSURE: return ", score = attract x avail x support";
    case ENT_PRIMACY: return ", score = attract (root of capability) x avail";
    case ENT_NO_PUSH: return ", score = avail x support";
    case ENT_BOTH: break;
    }
    return ", score = mean of attract x avail x support and of size x avail, each against its best";
}

static void write_candidates(enti_page *page, const ent_partners *p, const ent_partners_options *o) {
    int all_columns = p->scenario == ENT_BOTH ? WITH_SIZE : ALL_COLUMNS;
    int size_from = p->scenario == ENT_BOTH ? SOME_COLUMNS : ENTI_HIDDEN;
    const enti_column columns[] = {{"", true, 0},
                                   {"state", false, 0},
                                   {"score", true, 0},
                                   {"attract", true, SOME_COLUMNS},
                                   {"size", true, size_from},
                                   {"avail", true, SOME_COLUMNS},
                                   {"pact", true, all_columns},
                                   {"inter", true, all_columns},
                                   {"regim", true, all_columns},
                                   {"depen", true, all_columns},
                                   {"suppo", true, all_columns},
                                   {"ally", false, 0},
                                   {"why not higher", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "CANDIDATES");
    enti_page_words(page, ENTI_PLAIN, formula_of(p->scenario));
    enti_page_end(page);
    for (size_t i = 0; i < shown_of(p, o); i++)
        candidate_cells(&grid, &p->candidates[i], page->width, all_columns);
    enti_grid_write(&grid, page, 0);
    enti_page_to(page, 2);
    enti_page_words(page, ENTI_FAINT,
                    "attract: help against the patron's rivals; avail: pact x interest x regime x dependence");
    enti_page_end(page);
}

static void write_candidate_changes(enti_page *page, const ent_candidate *c, bool explain) {
    char number[ENTI_WORDS];
    size_t most = explain || c->obstacles_count < SHOWN_OBSTACLES ? c->obstacles_count : SHOWN_OBSTACLES;
    enti_page_part(page, "%s", c->state.name);
    enti_page_print(page, "%s percentile of past signers", enti_words_percentile(number, c->percentile));
    if (c->allied) enti_page_print(page, ", allied already");
    for (size_t i = 0; i < most; i++)
        enti_page_print(page, "%s %s %s", i == 0 ? "; in the way:" : ",", c->obstacles[i].text,
                        enti_words_signed(number, c->obstacles[i].size));
    enti_page_end(page);
    for (size_t i = 0; i < c->changes_count; i++) {
        enti_page_more(page);
        enti_page_print(page, "to the 50th: ");
        for (size_t m = 0; m < c->changes[i].count; m++)
            enti_page_print(page, "%s%s", m == 0 ? "" : ", and ", c->changes[i].moves[m].text);
        enti_page_print(page, " (cost %.2f)", c->changes[i].cost);
        enti_page_end(page);
    }
}

/* ---- the field ---- */

static void write_pool(enti_page *page, const ent_partners *p) {
    static const char *const order[] = {"available", "ally", "allied to the excluded", "dormant pact with the excluded",
                                        "rival of the patron"};
    enti_page_part(page, "POOL");
    enti_page_print(page, "of the %zu largest states by capability %zu are free and %zu are bound to %s", p->pool_count,
                    p->pool_available, p->pool_allied_excluded,
                    p->excluded.code != ENT_MISSING ? p->excluded.name : "nobody");
    enti_page_end(page);
    for (size_t s = 0; s < sizeof order / sizeof *order; s++) {
        size_t shown = 0;
        for (size_t i = 0; i < p->pool_count; i++) {
            if (strcmp(p->pool[i].status, order[s]) != 0) continue;
            if (shown == 0) enti_page_more(page);
            if (shown == 0) enti_page_print(page, "%s:", order[s]);
            enti_page_print(page, "%s %s", shown++ > 0 ? "," : "", p->pool[i].state.name);
        }
        if (shown > 0) enti_page_end(page);
    }
}

static void write_neutral(enti_page *page, const ent_partners *p, bool explain) {
    size_t most = explain || p->neutral_count < SHOWN_NEUTRAL ? p->neutral_count : SHOWN_NEUTRAL;
    char number[ENTI_WORDS], effect[ENTI_WORDS];
    enti_page_part(page, "NEUTRALISATION");
    if (most == 0) enti_page_print(page, "nobody is allied to the power left out");
    for (size_t i = 0; i < most; i++) {
        const ent_neutral *n = &p->neutral[i];
        if (i > 0) enti_page_more(page);
        enti_page_print(page, "%s: leaving %s (%s%s) would lower the threat by %s", n->state.name, p->excluded.name,
                        n->dormant ? "dormant: " : "", *n->treaty != 0 ? n->treaty : "pact",
                        enti_words_short(effect, n->effect));
        enti_page_print(page, "; that pact stands at the %s percentile", enti_words_percentile(number, n->percentile));
        enti_page_end(page);
    }
    if (most == 0) enti_page_end(page);
}

static void write_hedgers(enti_page *page, const ent_partners *p, bool explain) {
    size_t most = explain || p->hedgers_count < SHOWN_HEDGERS ? p->hedgers_count : SHOWN_HEDGERS;
    enti_page_part(page, "HEDGERS");
    if (most == 0) enti_page_print(page, "none");
    if (most > 0)
        enti_page_print(page, "closeness in practice, of 5, to %s and to %s:", p->patron.name, p->excluded.name);
    for (size_t i = 0; i < most; i++)
        enti_page_print(page, "%s %s %.1f and %.1f", i > 0 ? "," : "", p->hedgers[i].state.name,
                        p->hedgers[i].to_patron, p->hedgers[i].to_excluded);
    enti_page_end(page);
}

static void write_table(enti_page *page, const ent_partners *p, const ent_partners_options *o, bool explain) {
    size_t most = shown_of(p, o);
    write_head(page, p);
    write_willingness(page, p, o, explain);
    write_candidates(page, p, o);
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "WHAT THEY WOULD HAVE TO CHANGE");
    enti_page_end(page);
    if (!explain && most > SHOWN_CHANGES) most = SHOWN_CHANGES;
    for (size_t i = 0; i < most; i++)
        write_candidate_changes(page, &p->candidates[i], explain);
    enti_page_blank(page);
    write_pool(page, p);
    write_neutral(page, p, explain);
    write_hedgers(page, p, explain);
    enti_page_blank(page);
    enti_page_texts(page, "MISSING", p->missing, p->missing_count, "; ");
    enti_page_sources(page, p->label, p->sources, p->sources_count, p->cites, p->cites_count, explain);
}

ent_status ent_report_partners(const ent_partners *partners, const ent_partners_options *options,
                               const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, partners, options, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_partners_tree(&tree, partners, options);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
