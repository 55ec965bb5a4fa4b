/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of parameters: what is in force, what may be set, and what each value rests on. */
#include <entente/report.h>

#include "report/csv.h"
#include "report/json.h"
#include "report/output.h"
#include "report/page.h"
#include "report/tree.h"
#include "report/words.h"

#include <math.h>
#include <stdio.h>

static const char *origin_text(ent_origin_kind origin) {
    switch (origin) {
    case ENT_ESTIMATED: return "estimated";
    case ENT_PUBLISHED: return "published";
    case ENT_ASSUMED: return "assumed";
    }
    return "assumed";
}

static void build_tree(enti_tree *tree, const ent_params *params) {
    enti_node *root = enti_tree_start(tree);
    enti_node *list;
    enti_tree_string(tree, root, "schema", "entente/params/1");
    enti_tree_string(tree, root, "variant", ent_params_variant(params));
    list = enti_tree_array(tree, root, "params");
    for (size_t i = 0; i < ent_params_count(params); i++) {
        ent_param p = ent_params_at(params, i);
        enti_node *row = enti_tree_object(tree, list, NULL);
        enti_tree_string(tree, row, "name", p.name);
        enti_tree_number(tree, row, "value", p.value);
        enti_tree_number(tree, row, "default", p.preset);
        enti_tree_number(tree, row, "low", p.low);
        enti_tree_number(tree, row, "high", p.high);
        enti_tree_number(tree, row, "standard_error", p.standard_error);
        enti_tree_string(tree, row, "origin", origin_text(p.origin));
        enti_tree_string(tree, row, "unit", p.unit);
        enti_tree_string(tree, row, "meaning", p.meaning);
        enti_tree_string(tree, row, "source", p.source);
    }
}

/* A table and not the tree: R and Stata load it as it is. */
static void write_csv(enti_text *out, const ent_params *params) {
    enti_text_add(out, "name,value,default,low,high,standard_error,origin,unit,meaning,source\n");
    for (size_t i = 0; i < ent_params_count(params); i++) {
        ent_param p = ent_params_at(params, i);
        const double numbers[] = {p.value, p.preset, p.low, p.high, p.standard_error};
        const char *const texts[] = {origin_text(p.origin), p.unit, p.meaning, p.source};
        enti_csv_cell(out, p.name);
        for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
            char number[32] = "";
            if (isfinite(numbers[k])) enti_number_text(number, numbers[k]);
            enti_text_add(out, ",%s", number);
        }
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            enti_text_put(out, ",", 1);
            enti_csv_cell(out, texts[k]);
        }
        enti_text_put(out, "\n", 1);
    }
}

enum { AT_VALUE = 26, AT_DEFAULT = 36, AT_RANGE = 45, AT_ERROR = 66, AT_ORIGIN = 74, AT_MEANING = 85 };

/* Four digits are what a reader compares; CSV and JSON carry all. */
static const char *four(char out[ENTI_WORDS], double value) {
    (void)snprintf(out, ENTI_WORDS, "%.4g", value);
    return out;
}

/* Three layouts: all in one line, the meaning below, and on narrow paper the numbers that matter least below too. */
static bool is_narrow(const enti_page *page) {
    return page->width < AT_MEANING;
}

static bool is_wide(const enti_page *page) {
    return page->width >= AT_MEANING + 30;
}

static void write_origin(enti_page *page, const ent_param *p) {
    char number[ENTI_WORDS];
    if (is_narrow(page)) {
        enti_page_end(page);
        enti_page_to(page, 4);
        enti_page_print(page, "default %s, %s", four(number, p->preset), origin_text(p->origin));
        if (!isnan(p->standard_error)) enti_page_print(page, " (s.e. %.2g)", p->standard_error);
        enti_page_print(page, ": ");
        return;
    }
    enti_page_to(page, AT_ERROR);
    if (!isnan(p->standard_error)) {
        (void)snprintf(number, sizeof number, "%.2g", p->standard_error);
        enti_page_put(page, ENTI_PLAIN, number);
    }
    enti_page_to(page, AT_ORIGIN);
    enti_page_put(page, ENTI_PLAIN, origin_text(p->origin));
    if (!is_wide(page)) enti_page_end(page);
    enti_page_to(page, is_wide(page) ? AT_MEANING : 4);
}

static void write_row(enti_page *page, const ent_param *p) {
    char number[ENTI_WORDS], low[ENTI_WORDS], high[ENTI_WORDS], range[2 * ENTI_WORDS + 8];
    enti_page_put(page, ENTI_PLAIN, p->name);
    enti_page_to(page, AT_VALUE);
    enti_page_put(page, ENTI_PLAIN, four(number, p->value));
    if (p->value < p->preset || p->value > p->preset) enti_page_put(page, ENTI_OPEN, " *");
    if (!is_narrow(page)) {
        enti_page_to(page, AT_DEFAULT);
        enti_page_put(page, ENTI_PLAIN, four(number, p->preset));
    }
    (void)snprintf(range, sizeof range, "%s to %s", four(low, p->low), four(high, p->high));
    enti_page_to(page, is_narrow(page) ? AT_DEFAULT : AT_RANGE);
    enti_page_put(page, ENTI_PLAIN, range);
    write_origin(page, p);
    enti_page_print(page, "%s", p->meaning);
    if (*p->unit != 0) enti_page_print(page, " [%s]", p->unit);
    if (*p->source != 0) enti_page_print(page, "; %s", p->source);
    enti_page_end(page);
}

static void write_heads(enti_page *page) {
    static const struct {
        int column;
        const char *text;
    } heads[] = {{0, "NAME"},         {AT_VALUE, "VALUE"}, {AT_DEFAULT, "DEFAULT"},
                 {AT_RANGE, "RANGE"}, {AT_ERROR, "S.E."},  {AT_ORIGIN, "ORIGIN"}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads && !is_narrow(page); i++) {
        enti_page_to(page, heads[i].column);
        enti_page_put(page, ENTI_HEADING, heads[i].text);
    }
    if (!is_narrow(page)) enti_page_end(page);
}

static void write_table(enti_page *page, const ent_params *params) {
    bool changed = false;
    for (size_t i = 0; i < ent_params_count(params); i++) {
        ent_param p = ent_params_at(params, i);
        if (p.value < p.preset || p.value > p.preset) changed = true;
    }
    enti_page_put(page, ENTI_HEADING, "Parameters");
    enti_page_hang(page, 2);
    enti_page_print(page, ", variant %s. One set serves every case; --set NAME=VALUE changes one inside its range.",
                    ent_params_variant(params));
    if (changed) enti_page_words(page, ENTI_OPEN, " * differs from the default.");
    enti_page_end(page);
    enti_page_blank(page);
    write_heads(page);
    for (size_t i = 0; i < ent_params_count(params); i++) {
        ent_param p = ent_params_at(params, i);
        write_row(page, &p);
    }
}

ent_status ent_report_params(const ent_params *params, const ent_layout *layout, char **out, size_t *size,
                             ent_error *err) {
    enti_text text = {0};
    enti_page page;
    enti_tree tree;

    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, params);
        return enti_page_finish(&page, out, size, err);
    }
    if (layout->format == ENT_CSV) {
        write_csv(&text, params);
        return enti_text_finish(&text, out, size, err);
    }
    build_tree(&tree, params);
    return enti_tree_finish(&tree, ENT_JSON, out, size, err);
}
