/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a database holds beside the snapshot, or which data sets can be imported. */
#include <entente/report.h>

#include "report/csv.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/tree_parts.h"

#include <string.h>

static void build_tree(enti_tree *tree, const ent_imports *list) {
    enti_node *root = enti_tree_start(tree), *items;
    enti_tree_string(tree, root, "schema", "entente/imports/1");
    items = enti_tree_array(tree, root, "imports");
    for (size_t i = 0; i < list->count; i++) {
        const ent_import_row *r = &list->rows[i];
        enti_node *item = enti_tree_object(tree, items, NULL);
        enti_tree_string(tree, item, "dataset", r->dataset);
        enti_tree_string(tree, item, "title", r->title);
        enti_tree_string(tree, item, "unit", r->unit);
        if (r->id > 0) {
            enti_tree_integer(tree, item, "id", (long)r->id);
            enti_tree_string(tree, item, "version", r->version);
            enti_tree_bool(tree, item, "in_force", r->in_force != 0);
            enti_tree_integer(tree, item, "rows", (long)r->rows);
            enti_tree_integer(tree, item, "first_year", r->first_year);
            enti_tree_integer(tree, item, "last_year", r->last_year);
            enti_tree_string(tree, item, "file", r->file);
            enti_tree_string(tree, item, "sha256", r->sha256);
        }
        enti_tree_string(tree, item, "licence", r->licence);
        enti_tree_string(tree, item, "citation", r->citation);
    }
}

static void put_year(enti_text *out, int year) {
    if (year != ENT_MISSING) enti_text_add(out, "%d", year);
    enti_text_put(out, ",", 1);
}

static void write_csv(enti_text *out, const ent_imports *list) {
    enti_text_add(out,
                  "id,dataset,version,in_force,rows,first_year,last_year,unit,title,file,sha256,licence,citation\n");
    for (size_t i = 0; i < list->count; i++) {
        const ent_import_row *r = &list->rows[i];
        const char *const texts[] = {r->unit, r->title, r->file, r->sha256, r->licence, r->citation};
        if (r->id > 0) enti_text_add(out, "%lld", (long long)r->id);
        enti_text_add(out, ",%s,", r->dataset);
        enti_csv_cell(out, r->version);
        if (r->id > 0)
            enti_text_add(out, ",%d,%lld,", r->in_force, (long long)r->rows);
        else
            enti_text_add(out, ",,,");
        put_year(out, r->first_year);
        put_year(out, r->last_year);
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            enti_csv_cell(out, texts[t]);
            enti_text_put(out, t + 1 < sizeof texts / sizeof *texts ? "," : "\n", 1);
        }
    }
}

static void write_imports(enti_page *page, const ent_imports *list) {
    static const enti_column columns[] = {{"ID", true, 0},     {"DATA SET", false, 0}, {"VERSION", false, 0},
                                          {"ROWS", true, 0},   {"YEARS", false, 0},    {"IN FORCE", false, 0},
                                          {"FILE", false, 90}, {"TITLE", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    for (size_t i = 0; i < list->count; i++) {
        const ent_import_row *r = &list->rows[i];
        enti_grid_cell(&grid, "%lld", (long long)r->id);
        enti_grid_cell(&grid, "%s", r->dataset);
        enti_grid_cell(&grid, "%s", r->version);
        enti_grid_cell(&grid, "%lld", (long long)r->rows);
        if (r->first_year == ENT_MISSING)
            enti_grid_cell(&grid, "-");
        else
            enti_grid_cell(&grid, "%d-%d", r->first_year, r->last_year);
        enti_grid_cell(&grid, "%s", r->in_force ? "yes" : "no");
        enti_grid_cell(&grid, "%s", r->file);
        enti_grid_cell(&grid, "%s", r->title);
    }
    enti_grid_write(&grid, page, 0);
}

/* Each source once: its terms and whom to cite. */
static void write_sources(enti_page *page, const ent_imports *list) {
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "Terms and citations");
    enti_page_end(page);
    for (size_t i = 0; i < list->count; i++) {
        const ent_import_row *r = &list->rows[i];
        if (i > 0 && strcmp(list->rows[i - 1].dataset, r->dataset) == 0 &&
            strcmp(list->rows[i - 1].citation, r->citation) == 0)
            continue;
        enti_page_to(page, 2);
        enti_page_put(page, ENTI_PLAIN, r->dataset);
        enti_page_to(page, 18);
        enti_page_print(page, "%s. Terms: %s.", r->citation, r->licence);
        enti_page_end(page);
    }
}

static void write_known(enti_page *page, const ent_imports *list) {
    static const enti_column columns[] = {{"DATA SET", false, 0}, {"UNIT", false, 0}, {"TITLE", false, 0}};
    enti_grid grid = {.columns = columns, .width = 3};
    for (size_t i = 0; i < list->count; i++) {
        enti_grid_cell(&grid, "%s", list->rows[i].dataset);
        enti_grid_cell(&grid, "%s", list->rows[i].unit);
        enti_grid_cell(&grid, "%s", list->rows[i].title);
    }
    enti_grid_write(&grid, page, 0);
}

ent_status ent_report_imports(const ent_imports *list, const ent_layout *layout, char **out, size_t *size,
                              ent_error *err) {
    enti_text text = {0};
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_CSV) {
        write_csv(&text, list);
        return enti_text_finish(&text, out, size, err);
    }
    if (layout->format == ENT_JSON) {
        build_tree(&tree, list);
        return enti_tree_finish(&tree, ENT_JSON, out, size, err);
    }
    enti_page_start(&page, layout);
    if (list->count == 0) {
        enti_page_print(&page,
                        "Nothing was imported. entente data import FILE --into world.db adds published data; entente "
                        "data list --all names what is recognised.");
        enti_page_end(&page);
    } else if (list->rows[0].id > 0) {
        write_imports(&page, list);
        write_sources(&page, list);
    } else {
        write_known(&page, list);
    }
    return enti_page_finish(&page, out, size, err);
}
