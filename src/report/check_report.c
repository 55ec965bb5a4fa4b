/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings about imported data: what contradicts itself first, what is merely good to know last. */
#include "report/csv.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page.h"

#include <entente/check.h>
#include <entente/report.h>
#include <stdio.h>

static void build_tree(enti_tree *tree, const ent_check *findings) {
    enti_node *root = enti_tree_start(tree), *list;
    enti_tree_string(tree, root, "schema", "entente/check/1");
    list = enti_tree_array(tree, root, "findings");
    for (size_t i = 0; i < ent_check_count(findings); i++) {
        ent_remark f = ent_check_at(findings, i);
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "severity", ent_severity_name(f.severity));
        enti_tree_string(tree, row, "dataset", f.dataset);
        enti_tree_string(tree, row, "version", f.version);
        enti_tree_string(tree, row, "check", f.check);
        enti_tree_string(tree, row, "file", f.file);
        enti_tree_integer(tree, row, "line", f.line > 0 ? f.line : ENT_MISSING);
        enti_tree_integer(tree, row, "rows", f.rows);
        enti_tree_string(tree, row, "text", f.text);
    }
}

/* One row a finding, which R, Stata and Python load as it is. */
static void write_csv(enti_text *out, const ent_check *findings) {
    enti_text_add(out, "severity,dataset,version,check,file,line,rows,text\n");
    for (size_t i = 0; i < ent_check_count(findings); i++) {
        ent_remark f = ent_check_at(findings, i);
        const char *const texts[] = {ent_severity_name(f.severity), f.dataset, f.version, f.check, f.file};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
            enti_csv_cell(out, texts[t]);
            enti_text_put(out, ",", 1);
        }
        if (f.line > 0) enti_text_add(out, "%ld", f.line);
        enti_text_add(out, ",%ld,", f.rows);
        enti_csv_cell(out, f.text);
        enti_text_put(out, "\n", 1);
    }
}

/* "nmc.csv:12", or the file alone when the finding is about the whole. */
static void place_cell(enti_grid *grid, const ent_remark *f) {
    const char *name = f->file;
    for (const char *c = f->file; *c != 0; c++)
        if (*c == '/') name = c + 1;
    if (f->line > 0)
        enti_grid_cell(grid, "%s:%ld", name, f->line);
    else
        enti_grid_cell(grid, "%s", name);
}

static void write_kind(enti_page *page, const ent_check *findings, ent_severity severity, const char *heading) {
    static const enti_column columns[] = {
        {"data set", false, 0}, {"check", false, 90}, {"where", false, 0}, {"rows", true, 70}, {"finding", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    size_t count = 0;
    for (size_t i = 0; i < ent_check_count(findings); i++) {
        ent_remark f = ent_check_at(findings, i);
        if (f.severity != severity) continue;
        count++;
        enti_grid_cell(&grid, "%s%s%s", f.dataset, *f.version != 0 ? " " : "", f.version);
        enti_grid_cell(&grid, "%s", f.check);
        place_cell(&grid, &f);
        if (f.rows > 0)
            enti_grid_cell(&grid, "%ld", f.rows);
        else
            enti_grid_cell(&grid, "%s", "");
        enti_grid_cell(&grid, "%s", f.text);
    }
    if (count == 0) return;
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_print(page, " (%zu)", count);
    enti_page_end(page);
    enti_grid_write(&grid, page, 2);
    enti_page_blank(page);
}

static void write_table(enti_page *page, const ent_check *findings) {
    size_t count[3] = {0};
    for (size_t i = 0; i < ent_check_count(findings); i++)
        count[ent_check_at(findings, i).severity]++;
    enti_page_put(page, ENTI_HEADING, "Imported data");
    enti_page_print(page, ": %zu wrong, %zu to look at, %zu good to know. Nothing was changed.", count[ENT_WRONG],
                    count[ENT_WARNING], count[ENT_NOTE]);
    enti_page_end(page);
    enti_page_blank(page);
    write_kind(page, findings, ENT_WRONG, "WRONG");
    write_kind(page, findings, ENT_WARNING, "TO LOOK AT");
    write_kind(page, findings, ENT_NOTE, "GOOD TO KNOW");
}

ent_status ent_report_check(const ent_check *findings, const ent_layout *layout, char **out, size_t *size,
                            ent_error *err) {
    enti_text text = {0};
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, findings);
        return enti_page_finish(&page, out, size, err);
    }
    if (layout->format == ENT_CSV) {
        write_csv(&text, findings);
        return enti_text_finish(&text, out, size, err);
    }
    build_tree(&tree, findings);
    return enti_tree_finish(&tree, ENT_JSON, out, size, err);
}
