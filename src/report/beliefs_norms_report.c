/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Norms, and what an import of values did. */
#include <entente/report.h>

#include "report/beliefs_tree.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <math.h>

static void write_norm(enti_page *page, const ent_belief_norm *norm) {
    static const enti_column columns[] = {
        {"index", false, 0}, {"mean", true, 0}, {"SD", true, 0}, {"meaning", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    enti_page_put(page, ENTI_HEADING, norm->name);
    enti_page_print(page, ": %s, %zu cases", norm->title, norm->cases);
    if (*norm->source != 0) enti_page_print(page, " [%s]", norm->source);
    enti_page_end(page);
    for (int i = 0; i < ENT_BELIEFS; i++) {
        if (isnan(norm->mean[i])) continue;
        enti_grid_cell(&grid, "%s", ent_belief_name((ent_belief)i));
        enti_grid_cell(&grid, "%.4f", norm->mean[i]);
        enti_grid_cell(&grid, "%.4f", norm->sd[i]);
        enti_grid_cell(&grid, "%s", ent_belief_title((ent_belief)i));
    }
    enti_grid_write(&grid, page, 2);
    enti_page_blank(page);
}

ent_status ent_report_belief_norms(const ent_belief_norm *norms, size_t count, const ent_layout *layout, char **out,
                                   size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        for (size_t n = 0; n < count; n++)
            write_norm(&page, &norms[n]);
        return enti_page_finish(&page, out, size, err);
    }
    enti_belief_norms_tree(&tree, norms, count);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}

ent_status ent_report_belief_import(const ent_belief_import *a, const ent_layout *layout, char **out, size_t *size,
                                    ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        enti_page_print(&page, "%zu row%s of %zu leader%s, %d to %d, %s, imported into operational_codes [%s]", a->rows,
                        a->rows == 1 ? "" : "s", a->leaders, a->leaders == 1 ? "" : "s", a->first_year, a->last_year,
                        a->basis, a->source);
        enti_page_end(&page);
        return enti_page_finish(&page, out, size, err);
    }
    enti_belief_import_tree(&tree, a);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
