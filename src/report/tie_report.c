/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is recorded between two states, oldest first: one record a row, each with its source. */
#include <entente/report.h>

#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"
#include "report/tree_parts.h"
#include "report/words.h"

#include <stdio.h>

static void build_tree(enti_tree *tree, const ent_tie *t) {
    enti_node *root = enti_tree_start(tree), *question, *list;
    enti_tree_string(tree, root, "schema", "entente/tie/1");
    question = enti_tree_object(tree, root, "question");
    enti_tree_state(tree, question, "a", &t->a);
    enti_tree_state(tree, question, "b", &t->b);
    enti_tree_string(tree, root, "note", enti_or_null(t->note));
    list = enti_tree_array(tree, root, "records");
    for (size_t i = 0; i < t->count; i++) {
        const ent_record *r = &t->records[i];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "start", enti_or_null(r->start));
        enti_tree_string(tree, row, "end", enti_or_null(r->end));
        enti_tree_string(tree, row, "kind", r->kind);
        enti_tree_string(tree, row, "text", r->text);
        enti_tree_string(tree, row, "table", r->table);
        enti_tree_integer(tree, row, "line", r->line > 0 ? r->line : ENT_MISSING);
        enti_tree_string(tree, row, "source", enti_or_null(r->source));
        enti_tree_string(tree, row, "citation", enti_or_null(r->citation));
        enti_tree_string(tree, row, "confidence", enti_or_null(r->confidence));
    }
    enti_tree_strings(tree, root, "sources", t->sources, t->sources_count);
    enti_tree_strings(tree, root, "cites", NULL, 0);
}

/* "un_veto" is for programs. */
static void kind_cell(enti_grid *grid, const char *kind) {
    char words[48];
    (void)snprintf(words, sizeof words, "%s", kind);
    for (char *p = words; *p != 0; p++)
        if (*p == '_') *p = ' ';
    enti_grid_cell(grid, "%s", words);
}

static void record_cells(enti_grid *grid, const ent_record *r, bool explain) {
    enti_grid_cell(grid, "%s", r->start);
    enti_grid_cell(grid, "%s", r->end);
    kind_cell(grid, r->kind);
    if (explain)
        enti_grid_cell(grid, "%s [%s%s:%d %s%s%s%s%s]", r->text, r->table, enti_words_suffix(r->table), r->line,
                       r->source, *r->citation != 0 ? ": " : "", r->citation,
                       *r->confidence != 0 ? "; confidence " : "", r->confidence);
    else
        enti_grid_cell(grid, "%s", r->text);
}

static void write_table(enti_page *page, const ent_tie *t, bool explain) {
    static const enti_column columns[] = {
        {"from", false, 0}, {"to", false, 72}, {"kind", false, 0}, {"record", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    char heading[160];
    (void)snprintf(heading, sizeof heading, "%s and %s: %zu record%s", t->a.name, t->b.name, t->count,
                   t->count == 1 ? "" : "s");
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_end(page);
    enti_page_blank(page);
    for (size_t i = 0; i < t->count; i++)
        record_cells(&grid, &t->records[i], explain);
    if (t->count > 0) {
        enti_grid_write(&grid, page, 0);
        enti_page_blank(page);
    }
    if (t->note != NULL && *t->note != 0) enti_page_texts(page, "NOTE", &t->note, 1, "");
    enti_page_texts(page, "SOURCES", t->sources, t->sources_count, ", ");
    enti_page_to(page, ENTI_AT_BODY);
    enti_page_words(page, ENTI_FAINT,
                    explain ? "entente cite for BibTeX" : "entente cite for BibTeX, --explain for every source row");
    enti_page_end(page);
}

ent_status ent_report_tie(const ent_tie *tie, const ent_layout *layout, char **out, size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, tie, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    build_tree(&tree, tie);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
