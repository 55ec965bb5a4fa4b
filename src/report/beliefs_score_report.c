/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well the coder of texts meets labels: shares, confusion, precision and recall by rule. */
#include <entente/report.h>

#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <math.h>
#include <string.h>

static double share(size_t part, size_t whole) {
    return whole == 0 ? NAN : (double)part / (double)whole;
}

static const char *category(int k) {
    return k == 7 ? "no code" : ent_category_name(k - 3);
}

/* ---- tree ---- */

static void add_confusion(enti_tree *tree, enti_node *root, const ent_score *s) {
    enti_node *rows = enti_tree_array(tree, root, "confusion");
    for (int l = 0; l < 7; l++)
        for (int c = 0; c < 8; c++) {
            enti_node *row;
            if (s->confusion[l][c] == 0) continue;
            row = enti_tree_object(tree, rows, NULL);
            enti_tree_string(tree, row, "labelled", category(l));
            enti_tree_string(tree, row, "coded", category(c));
            enti_tree_integer(tree, row, "count", (long)s->confusion[l][c]);
        }
}

static void add_rules(enti_tree *tree, enti_node *root, const ent_score *s) {
    enti_node *rules = enti_tree_array(tree, root, "rules"), *labels = enti_tree_array(tree, root, "constructions");
    for (size_t k = 0; k < s->rules_count; k++) {
        const ent_score_rule *r = &s->rules[k];
        bool label = strncmp(r->rule, "label: ", 7) == 0;
        enti_node *row = enti_tree_object(tree, label ? labels : rules, NULL);
        enti_tree_string(tree, row, "name", label ? r->rule + 7 : r->rule);
        if (label) {
            enti_tree_integer(tree, row, "labelled", (long)r->labelled);
            enti_tree_integer(tree, row, "found", (long)r->found);
            enti_tree_number(tree, row, "recall", share(r->found, r->labelled));
        } else {
            enti_tree_integer(tree, row, "made", (long)r->made);
            enti_tree_integer(tree, row, "right", (long)r->right);
            enti_tree_number(tree, row, "precision", share(r->right, r->made));
        }
    }
}

static void add_lines(enti_tree *tree, enti_node *root, const char *wrong) {
    enti_node *lines = enti_tree_array(tree, root, "wrong");
    for (const char *p = wrong; *p != 0;) {
        size_t n = strcspn(p, "\n");
        char *line = enti_arena_printf(&tree->arena, "%.*s", (int)n, p);
        if (line == NULL)
            tree->failed = true;
        else
            enti_tree_string(tree, lines, NULL, line);
        p += n + (p[n] == '\n');
    }
}

static void build(enti_tree *tree, const ent_score *s, const char *wrong) {
    enti_node *root = enti_tree_start(tree);
    enti_tree_string(tree, root, "schema", "entente/beliefs-score/1");
    enti_tree_integer(tree, root, "sentences", (long)s->sentences);
    enti_tree_integer(tree, root, "codable", (long)s->codable);
    enti_tree_integer(tree, root, "neutral", (long)s->neutral);
    enti_tree_number(tree, root, "category_accuracy", share(s->category_right, s->codable));
    enti_tree_number(tree, root, "polarity_accuracy", share(s->polarity_right, s->codable));
    enti_tree_number(tree, root, "attribution_accuracy", share(s->attribution_right, s->codable));
    enti_tree_integer(tree, root, "category_right", (long)s->category_right);
    enti_tree_integer(tree, root, "polarity_right", (long)s->polarity_right);
    enti_tree_integer(tree, root, "attribution_right", (long)s->attribution_right);
    enti_tree_integer(tree, root, "neutral_left_alone", (long)s->neutral_left_alone);
    enti_tree_number(tree, root, "neutral_left_alone_share", share(s->neutral_left_alone, s->neutral));
    enti_tree_integer(tree, root, "extra", (long)s->extra);
    enti_tree_number(tree, root, "extra_per_sentence", share(s->extra, s->sentences));
    add_confusion(tree, root, s);
    add_rules(tree, root, s);
    if (wrong != NULL) add_lines(tree, root, wrong);
}

/* ---- page ---- */

static void count_row(enti_grid *grid, const char *what, size_t part, size_t whole) {
    enti_grid_cell(grid, "%s", what);
    enti_grid_cell(grid, "%zu", part);
    enti_grid_cell(grid, "%zu", whole);
    if (whole > 0)
        enti_grid_cell(grid, "%.1f %%", 100 * share(part, whole));
    else
        enti_grid_cell(grid, "not defined");
}

static void write_counts(enti_page *page, const ent_score *s) {
    static const enti_column columns[] = {{"", false, 0}, {"right", true, 0}, {"of", true, 0}, {"share", true, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    enti_page_put(page, ENTI_HEADING, "Codes against labels");
    enti_page_end(page);
    count_row(&grid, "category", s->category_right, s->codable);
    count_row(&grid, "polarity", s->polarity_right, s->codable);
    count_row(&grid, "attribution", s->attribution_right, s->codable);
    count_row(&grid, "neutral left alone", s->neutral_left_alone, s->neutral);
    enti_grid_write(&grid, page, 2);
    enti_page_print(page, "  %zu codes too many in %zu sentences", s->extra, s->sentences);
    if (s->sentences > 0) enti_page_print(page, " (%.3f a sentence)", share(s->extra, s->sentences));
    enti_page_end(page);
    enti_page_blank(page);
}

static void write_rules(enti_page *page, const ent_score *s, bool label) {
    static const enti_column made[] = {
        {"rule", false, 0}, {"right", true, 0}, {"made", true, 0}, {"precision", true, 0}};
    static const enti_column found[] = {
        {"construction", false, 0}, {"found", true, 0}, {"labelled", true, 0}, {"recall", true, 0}};
    enti_grid grid = {.columns = label ? found : made, .width = 4};
    enti_page_put(page, ENTI_HEADING, label ? "Recall by construction" : "Precision by rule");
    enti_page_end(page);
    for (size_t k = 0; k < s->rules_count; k++) {
        const ent_score_rule *r = &s->rules[k];
        if ((strncmp(r->rule, "label: ", 7) == 0) != label) continue;
        count_row(&grid, label ? r->rule + 7 : r->rule, label ? r->found : r->right, label ? r->labelled : r->made);
    }
    enti_grid_write(&grid, page, 2);
    enti_page_blank(page);
}

ent_status ent_report_belief_score(const ent_score *score, const char *wrong, const ent_layout *layout, char **out,
                                   size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree = {0};
    if (layout->format != ENT_TABLE) {
        build(&tree, score, layout->explain ? wrong : NULL);
        return enti_tree_finish(&tree, layout->format, out, size, err);
    }
    enti_page_start(&page, layout);
    write_counts(&page, score);
    write_rules(&page, score, false);
    write_rules(&page, score, true);
    for (const char *p = layout->explain && wrong != NULL ? wrong : ""; *p != 0;) {
        size_t n = strcspn(p, "\n");
        enti_page_print(&page, "%.*s", (int)n, p);
        enti_page_end(&page);
        p += n + (p[n] == '\n');
    }
    return enti_page_finish(&page, out, size, err);
}
