/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person reads on durability: the verdict, survival along each path beside the record, each member's bond. */
#include <entente/report.h>

#include "report/durability_tree.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <math.h>
#include <stdio.h>

enum { SHOWN = 12, WIDE = 100 };

static void write_head(enti_page *page, const ent_durability *d) {
    char heading[160];
    (void)snprintf(heading, sizeof heading, "Durability of %s, %d: %s and %zu others",
                   *d->group.id != 0 ? d->group.id : "a list of states", d->year, d->leader.name, d->members_count);
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_right(page, ENTI_FAINT, d->label);
    enti_page_end(page);
    enti_page_words(page, ENTI_PLAIN, d->sentence);
    enti_page_end(page);
    enti_page_blank(page);
}

static void percent_cell(enti_grid *grid, double value) {
    if (isnan(value))
        enti_grid_cell(grid, "-");
    else
        enti_grid_cell(grid, "%.0f %%", 100 * value);
}

static void write_curves(enti_page *page, const ent_durability *d, bool explain) {
    static const int short_list[] = {0, 1, 2, 3, 5, 10, 15, 20};
    static const enti_column three[] = {{"year", true, 0},
                                        {"steady", true, 0},
                                        {"fall", true, 0},
                                        {"95 %", true, 0},
                                        {"strength", true, 0},
                                        {"capability as recorded", true, 0},
                                        {"members on record", false, 0}};
    enti_grid grid = {.columns = three, .width = sizeof three / sizeof *three};
    size_t count = explain ? ENT_DURABILITY_YEARS + 1 : sizeof short_list / sizeof *short_list;
    const ent_survival *fall = &d->paths[ENT_PATH_FALL];
    enti_page_put(page, ENTI_HEADING, "SURVIVAL");
    enti_page_words(page, ENTI_PLAIN, " share of runs in which the group stands");
    enti_page_end(page);
    for (size_t k = 0; k < count; k++) {
        int t = explain ? (int)k : short_list[k];
        enti_grid_cell(&grid, "%d", d->year + t);
        percent_cell(&grid, d->paths[ENT_PATH_STEADY].alive[t]);
        percent_cell(&grid, fall->alive[t]);
        enti_grid_cell(&grid, "%.0f-%.0f", 100 * fall->low[t], 100 * fall->high[t]);
        enti_grid_cell(&grid, "%.2f", fall->strength[t]);
        percent_cell(&grid, d->paths_count > 2 ? d->paths[ENT_PATH_RECORDED].alive[t] : NAN);
        percent_cell(&grid, d->recorded[t]);
    }
    enti_grid_write(&grid, page, 2);
    enti_page_to(page, 2);
    enti_page_print(page,
                    "Most runs of the fall end within five years in %.0f %% of draws of the assumed numbers; of the "
                    "steady leader in %.0f %%",
                    100 * fall->robust, 100 * d->paths[ENT_PATH_STEADY].robust);
    if (d->paths_count > 2) enti_page_print(page, "; of the recorded one in %.0f %%", 100 * d->paths[2].robust);
    enti_page_print(page, ".");
    enti_page_end(page);
}

static void write_members(enti_page *page, const ent_durability *d, bool explain) {
    static const enti_column columns[] = {
        {"member", false, 0}, {"interest", true, 0},   {"coercion", true, 0},
        {"values", true, 0},  {"trust", true, WIDE},   {"hazard", true, 0},
        {"after", true, 0},   {"there in 5", true, 0}, {"coercion rests on", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    size_t most = explain || d->members_count < SHOWN ? d->members_count : SHOWN;
    char name[ENTI_WORDS];
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "BONDS");
    enti_page_words(page, ENTI_PLAIN, " with the leader, in shares; yearly hazard of leaving today and after the fall");
    enti_page_end(page);
    for (size_t k = 0; k < most; k++) {
        const ent_bond *b = &d->members[k];
        enti_grid_cell(&grid, "%s", enti_words_name(name, &b->state, 16));
        for (int s = 0; s < 3; s++)
            percent_cell(&grid, b->share[s]);
        if (isnan(b->trust))
            enti_grid_cell(&grid, "?");
        else
            enti_grid_cell(&grid, "%.2f", b->trust);
        enti_grid_cell(&grid, "%.3f", b->hazard);
        enti_grid_cell(&grid, "%.3f", b->hazard_fall);
        percent_cell(&grid, b->stays);
        enti_grid_cell(&grid, "%s", b->why);
    }
    enti_grid_write(&grid, page, 2);
    if (most == d->members_count) return;
    enti_page_to(page, 2);
    enti_page_print(page, "%zu more: --explain", d->members_count - most);
    enti_page_end(page);
}

static void write_table(enti_page *page, const ent_durability *d, bool explain) {
    write_head(page, d);
    write_curves(page, d, explain);
    write_members(page, d, explain);
    enti_page_blank(page);
    enti_page_texts(page, "MISSING", d->missing, d->missing_count, "; ");
    enti_page_texts(page, "ASSUMED", d->assumed, d->assumed_count, "; ");
    enti_page_sources(page, d->label, d->sources, d->sources_count, d->cites, d->cites_count, explain);
}

ent_status ent_report_durability(const ent_durability *durability, const ent_layout *layout, char **out, size_t *size,
                                 ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, durability, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_durability_tree(&tree, durability);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
