/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One institution: what it is, and every spell of every member with application and wait; and the list of all. */
#include <entente/report.h>

#include "report/csv.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"
#include "report/tree_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* ---- tree ---- */

static void add_flag(enti_tree *tree, enti_node *node, const char *key, int value) {
    if (value == ENT_MISSING)
        enti_tree_string(tree, node, key, NULL);
    else
        enti_tree_bool(tree, node, key, value != 0);
}

static void add_attributes(enti_tree *tree, enti_node *root, const ent_institution *i) {
    enti_tree_string(tree, root, "id", i->id);
    enti_tree_string(tree, root, "name", i->name);
    enti_tree_string(tree, root, "type", i->type);
    enti_tree_string(tree, root, "founded", enti_or_null(i->founded));
    enti_tree_string(tree, root, "ended", enti_or_null(i->ended));
    enti_tree_integer(tree, root, "level", i->institution_level);
    enti_tree_string(tree, root, "decision_rule", enti_or_null(i->decision_rule));
    enti_tree_split(tree, root, "mandates", i->mandates);
    enti_tree_string(tree, root, "obligations", enti_or_null(i->obligations));
    enti_tree_split(tree, root, "leaders", i->leaders);
    add_flag(tree, root, "defence_clause", i->defence_clause);
    add_flag(tree, root, "secretariat", i->secretariat);
    add_flag(tree, root, "budget", i->budget);
    enti_tree_integer(tree, root, "summit_frequency_months",
                      i->summit_frequency_months > 0 ? i->summit_frequency_months : ENT_MISSING);
    add_flag(tree, root, "membership_complete", i->complete);
    enti_tree_strings(tree, root, "treaties", i->treaties, i->treaties_count);
    enti_tree_string(tree, root, "source", enti_or_null(i->source));
    enti_tree_string(tree, root, "citation", enti_or_null(i->citation));
    enti_tree_string(tree, root, "confidence", enti_or_null(i->confidence));
    enti_tree_integer(tree, root, "line", i->line > 0 ? i->line : ENT_MISSING);
}

static void build_tree(enti_tree *tree, const ent_institution *i, int year) {
    enti_node *root = enti_tree_start(tree), *list;
    enti_tree_string(tree, root, "schema", "entente/institution/1");
    enti_tree_integer(tree, root, "year", year);
    add_attributes(tree, root, i);
    list = enti_tree_array(tree, root, "members");
    for (size_t m = 0; m < i->count; m++) {
        const ent_spell *s = &i->spells[m];
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_state(tree, row, "state", &s->state);
        enti_tree_string(tree, row, "status", s->status);
        enti_tree_string(tree, row, "start", enti_or_null(s->start));
        enti_tree_string(tree, row, "end", enti_or_null(s->end));
        enti_tree_string(tree, row, "applied", enti_or_null(s->applied));
        enti_tree_number(tree, row, "lag_years", s->lag_years);
        enti_tree_bool(tree, row, "longest_lag", s->longest_lag != 0);
        enti_tree_string(tree, row, "source", enti_or_null(s->source));
        enti_tree_string(tree, row, "citation", enti_or_null(s->citation));
        enti_tree_string(tree, row, "confidence", enti_or_null(s->confidence));
        enti_tree_integer(tree, row, "line", s->line > 0 ? s->line : ENT_MISSING);
    }
    enti_tree_strings(tree, root, "sources", i->sources, i->sources_count);
    enti_tree_strings(tree, root, "cites", NULL, 0);
}

/* ---- table ---- */

enum { WIDE = 100 };

static void write_mandates(enti_page *page, const char *heading, const char *list) {
    if (*list == 0) return;
    enti_page_part(page, "%s", heading);
    for (const char *p = list; *p != 0;) {
        size_t size = strcspn(p, ";");
        enti_page_print(page, "%.*s%s", (int)size, p, p[size] == ';' ? ", " : "");
        p += size + (p[size] == ';');
    }
    enti_page_end(page);
}

static void write_attributes(enti_page *page, const ent_institution *i, bool explain) {
    enti_page_part(page, "WHAT IT IS");
    enti_page_print(page, "%s, level %d of 4, decides by %s", i->type, i->institution_level,
                    enti_rule_words(i->decision_rule));
    if (i->secretariat == 1) enti_page_print(page, ", with a secretariat");
    if (i->budget == 1) enti_page_print(page, ", with a budget");
    if (i->summit_frequency_months > 0) enti_page_print(page, ", a summit every %d months", i->summit_frequency_months);
    enti_page_print(page, "; %s", i->defence_clause == 1 ? "with a defence clause" : "without a defence clause");
    enti_page_end(page);
    write_mandates(page, "MANDATES", i->mandates);
    if (*i->obligations != 0) {
        enti_page_part(page, "OBLIGATIONS");
        enti_page_words(page, ENTI_PLAIN, i->obligations);
        enti_page_end(page);
    }
    if (i->treaties_count > 0) {
        enti_page_part(page, "TREATIES");
        for (size_t t = 0; t < i->treaties_count; t++)
            enti_page_print(page, "%s%s", t > 0 ? ", " : "", i->treaties[t]);
        enti_page_end(page);
    }
    if (!explain) return;
    enti_page_part(page, "ROW");
    enti_page_print(page, "forums.csv:%d %s: %s; confidence %s", i->line, i->source, i->citation, i->confidence);
    enti_page_end(page);
}

static void write_spells(enti_page *page, const ent_institution *i, bool explain) {
    static const enti_column columns[] = {{"state", false, 0},  {"from", false, 0},       {"to", false, 0},
                                          {"status", false, 0}, {"applied", false, WIDE}, {"wait", false, 72}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    char name[ENTI_WORDS];
    for (size_t m = 0; m < i->count; m++) {
        const ent_spell *s = &i->spells[m];
        enti_grid_cell(&grid, "%s", enti_words_name(name, &s->state, page->width < WIDE ? 12 : 22));
        enti_grid_cell(&grid, "%s", s->start);
        enti_grid_cell(&grid, "%s", s->end);
        enti_grid_cell(&grid, "%s", s->status);
        enti_grid_cell(&grid, "%s", s->applied);
        if (explain)
            enti_grid_cell(&grid, "%.*f%s[forum_members.csv:%d %s%s%s]", isnan(s->lag_years) ? 0 : 1,
                           isnan(s->lag_years) ? 0 : s->lag_years, isnan(s->lag_years) ? " " : " years ", s->line,
                           s->source, *s->citation != 0 ? ": " : "", s->citation);
        else if (isnan(s->lag_years))
            enti_grid_cell(&grid, "%s", "");
        else
            enti_grid_cell(&grid, "%.1f years%s", s->lag_years, s->longest_lag ? ", the longest" : "");
    }
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "MEMBERS");
    if (i->complete == 0) enti_page_words(page, ENTI_PLAIN, " (the list is incomplete)");
    enti_page_end(page);
    if (i->count > 0) {
        enti_grid_write(&grid, page, 2);
    } else {
        enti_page_to(page, 2);
        enti_page_words(page, ENTI_PLAIN, "none on record");
        enti_page_end(page);
    }
}

static void write_table(enti_page *page, const ent_institution *i, int year, bool explain) {
    char when[64];
    enti_page_words(page, ENTI_HEADING, i->name);
    if (year != ENT_MISSING) enti_page_print(page, ", %d", year);
    (void)snprintf(when, sizeof when, "%s to %s", *i->founded != 0 ? i->founded : "?",
                   *i->ended != 0 ? i->ended : "now");
    enti_page_right(page, ENTI_FAINT, when);
    enti_page_end(page);
    enti_page_blank(page);
    write_attributes(page, i, explain);
    write_spells(page, i, explain);
    enti_page_blank(page);
    enti_page_texts(page, "SOURCES", i->sources, i->sources_count, ", ");
    enti_page_to(page, ENTI_AT_BODY);
    enti_page_words(page, ENTI_FAINT,
                    explain ? "entente cite for BibTeX" : "entente cite for BibTeX, --explain for every source row");
    enti_page_end(page);
}

ent_status ent_report_institution(const ent_institution *institution, int year, const ent_layout *layout, char **out,
                                  size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, institution, year, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    build_tree(&tree, institution, year);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}

/* ---- the list ---- */

static void build_list(enti_tree *tree, const ent_world *world) {
    enti_node *root = enti_tree_start(tree), *list;
    enti_tree_string(tree, root, "schema", "entente/institutions/1");
    list = enti_tree_array(tree, root, "institutions");
    for (size_t f = 0; f < ent_forum_count(world); f++) {
        const char *name = "", *id = ent_forum_at(world, f, &name);
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "id", id);
        enti_tree_string(tree, row, "name", name);
    }
    enti_tree_strings(tree, root, "sources", NULL, 0);
    enti_tree_strings(tree, root, "cites", NULL, 0);
}

static void write_list(enti_page *page, const ent_world *world) {
    static const enti_column columns[] = {{"id", false, 0}, {"name", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    enti_page_put(page, ENTI_HEADING, "Forums and organisations");
    enti_page_print(page, ": %zu", ent_forum_count(world));
    enti_page_right(page, ENTI_FAINT, ent_world_label(world));
    enti_page_end(page);
    enti_page_blank(page);
    for (size_t f = 0; f < ent_forum_count(world); f++) {
        const char *name = "", *id = ent_forum_at(world, f, &name);
        enti_grid_cell(&grid, "%s", id);
        enti_grid_cell(&grid, "%s", name);
    }
    enti_grid_write(&grid, page, 0);
}

/* A table and not the tree: R and Stata load it as it is. */
static void write_list_csv(enti_text *out, const ent_world *world) {
    enti_text_add(out, "id,name\n");
    for (size_t f = 0; f < ent_forum_count(world); f++) {
        const char *name = "", *id = ent_forum_at(world, f, &name);
        enti_csv_cell(out, id);
        enti_text_put(out, ",", 1);
        enti_csv_cell(out, name);
        enti_text_put(out, "\n", 1);
    }
}

ent_status ent_report_forums(const ent_world *world, const ent_layout *layout, char **out, size_t *size,
                             ent_error *err) {
    enti_text text = {0};
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_list(&page, world);
        return enti_page_finish(&page, out, size, err);
    }
    if (layout->format == ENT_CSV) {
        write_list_csv(&text, world);
        return enti_text_finish(&text, out, size, err);
    }
    build_list(&tree, world);
    return enti_tree_finish(&tree, ENT_JSON, out, size, err);
}
