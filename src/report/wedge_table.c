/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person reads of a wedge: the chance of a common position, all rules side by side with what would change them,
 * the members by what their dependence costs, and what has happened already. */
#include <entente/report.h>

#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"
#include "report/wedge_tree.h"

#include <math.h>
#include <stdio.h>

enum { SHOWN = 12, ALL_COLUMNS = 110, SOME_COLUMNS = 90 };

static void write_head(enti_page *page, const ent_wedge *w) {
    char heading[160];
    (void)snprintf(heading, sizeof heading, "%s against %s, %d: %zu members decide", w->by.name,
                   *w->group.id != 0 ? w->group.id : "a list of states", w->year, w->members_count);
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_right(page, ENTI_FAINT, w->label);
    enti_page_end(page);
    enti_page_words(page, ENTI_PLAIN, w->sentence);
    enti_page_end(page);
    enti_page_blank(page);
}

static void percent_cell(enti_grid *grid, double value) {
    if (isnan(value))
        enti_grid_cell(grid, "-");
    else if (value > 0.999 && value < 1)
        enti_grid_cell(grid, "> 99.9 %%");
    else
        enti_grid_cell(grid, "%.1f %%", 100 * value);
}

static void write_rules(enti_page *page, const ent_wedge *w) {
    static const enti_column columns[] = {
        {"rule", false, 0},           {"now", true, 0},          {"low", true, SOME_COLUMNS},
        {"high", true, SOME_COLUMNS}, {"none exposed", true, 0}, {"cut", true, 0},
        {"counter", true, 0},         {"one captured", true, 0}, {"", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    enti_page_put(page, ENTI_HEADING, "CHANCE OF A COMMON POSITION");
    enti_page_end(page);
    for (int rule = 0; rule < ENT_RULES; rule++) {
        const ent_wedge_rule *r = &w->rules[rule];
        const double values[] = {r->now, r->low, r->high, r->alone, r->cut, r->counter, r->captured};
        enti_grid_cell(&grid, "%s", ent_rule_text((ent_rule)rule));
        for (size_t v = 0; v < sizeof values / sizeof *values; v++)
            percent_cell(&grid, values[v]);
        if (*r->why_not != 0)
            enti_grid_cell(&grid, "%s", r->why_not);
        else
            enti_grid_cell(&grid, "%s; %zu together can block", w->members[r->captive].state.name, r->blocking);
    }
    enti_grid_write(&grid, page, 2);
    enti_page_to(page, 2);
    char text[200];
    (void)snprintf(
        text, sizeof text,
        "cut: %.0f %% of trade and supply; counter: measures of the group against coercion; one captured: the "
        "worst single member, named",
        100 * w->share_cut);
    enti_page_words(page, ENTI_FAINT, text);
    enti_page_end(page);
}

/* ---- members ---- */

static void channel_cell(enti_grid *grid, double value) {
    if (isnan(value))
        enti_grid_cell(grid, "?");
    else
        enti_grid_cell(grid, "%.2f", value);
}

static void last_cell(enti_grid *grid, const ent_wedge_member *m) {
    enti_text text = {0};
    for (size_t l = 0; l < m->lines_count; l++)
        enti_text_add(&text, "%s%s", l > 0 ? "; " : "", m->lines[l].text);
    if (m->rival) enti_text_add(&text, "%srival", m->lines_count > 0 ? "; " : "");
    if (text.failed) grid->failed = true;
    enti_grid_cell(grid, "%s", text.size > 0 ? text.at : "nothing coded");
    enti_text_clear(&text);
}

static void write_members(enti_page *page, const ent_wedge *w, bool explain) {
    static const enti_column columns[] = {{"member", false, 0},         {"cost", true, 0},
                                          {"exposed", true, 0},         {"range", false, ALL_COLUMNS},
                                          {"backs", true, 0},           {"Banzhaf", true, SOME_COLUMNS},
                                          {"trade", true, ALL_COLUMNS}, {"rests on", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    size_t most = explain || w->members_count < SHOWN ? w->members_count : SHOWN;
    char name[ENTI_WORDS];
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "VETO PLAYERS");
    enti_page_words(page, ENTI_PLAIN, " by what their dependence costs the group, in points");
    enti_page_end(page);
    for (size_t k = 0; k < most; k++) {
        const ent_wedge_member *m = &w->members[k];
        enti_grid_cell(&grid, "%s", enti_words_name(name, &m->state, 16));
        enti_grid_cell(&grid, "%.2g", 100 * m->cost[w->rule]);
        enti_grid_cell(&grid, "%.2f", m->exposure);
        enti_grid_cell(&grid, "%.2f-%.2f", m->low, m->high);
        percent_cell(&grid, m->support);
        enti_grid_cell(&grid, "%.3g", m->banzhaf[w->rule]);
        channel_cell(&grid, m->channel[ENT_CHANNEL_TRADE]);
        last_cell(&grid, m);
    }
    enti_grid_write(&grid, page, 2);
    if (most == w->members_count) return;
    enti_page_to(page, 2);
    enti_page_print(page, "%zu more: --explain", w->members_count - most);
    enti_page_end(page);
}

static void write_table(enti_page *page, const ent_wedge *w, bool explain) {
    write_head(page, w);
    write_rules(page, w);
    write_members(page, w, explain);
    enti_page_blank(page);
    if (w->record_count > 0) enti_page_part(page, "ON RECORD");
    enti_page_lines(page, w->record, w->record_count, explain);
    enti_page_blank(page);
    enti_page_texts(page, "MISSING", w->missing, w->missing_count, "; ");
    enti_page_texts(page, "ASSUMED", w->assumed, w->assumed_count, "; ");
    enti_page_sources(page, w->label, w->sources, w->sources_count, w->cites, w->cites_count, explain);
}

ent_status ent_report_wedge(const ent_wedge *wedge, const ent_layout *layout, char **out, size_t *size,
                            ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, wedge, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_wedge_tree(&tree, wedge);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
