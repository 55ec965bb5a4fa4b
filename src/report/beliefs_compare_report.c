/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a table: the theory's answer under both readings, then what it rests on, then what would alter it. */
#include <entente/report.h>

#include "report/beliefs_tree.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void number_cell(enti_grid *grid, double value, const char *format) ENT_PRINTF(3, 0);
static void number_cell(enti_grid *grid, double value, const char *format) {
    char text[32];
    (void)snprintf(text, sizeof text, format, value);
    enti_grid_cell(grid, "%s", isnan(value) ? "-" : text);
}

/* The stars of the field: * .10, ** .05, *** .01. */
static const char *stars(double p) {
    return p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : "";
}

static void p_cell(enti_grid *grid, double p) {
    if (isnan(p))
        enti_grid_cell(grid, "-");
    else if (p < 0.001)
        enti_grid_cell(grid, "<.001%s", stars(p));
    else
        enti_grid_cell(grid, "%.3f%s", p, stars(p));
}

static void write_groups(enti_page *page, const ent_belief_comparison *a) {
    static const enti_column columns[] = {{"leader", false, 0}, {"texts", true, 0},  {"words", true, 80},
                                          {"codes", true, 0},   {"P-1", true, 0},    {"I-1", true, 0},
                                          {"basis", false, 0},  {"from", false, 90}, {"to", false, 90}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    for (size_t g = 0; g < a->groups_count; g++) {
        const ent_belief_group *group = &a->groups[g];
        enti_grid_cell(&grid, "%s%s", strchr(group->name, '@') != NULL ? group->name : group->speaker,
                       group->demonstrations > 0 ? " (demonstration)" : "");
        enti_grid_cell(&grid, "%zu", group->texts);
        number_cell(&grid, group->words, "%.0f");
        number_cell(&grid, group->verbs, "%.0f");
        number_cell(&grid, group->pooled.value[ENT_BELIEF_P1], "%.3f");
        number_cell(&grid, group->pooled.value[ENT_BELIEF_I1], "%.3f");
        enti_grid_cell(&grid, "%s", group->basis);
        enti_grid_cell(&grid, "%s", group->from);
        enti_grid_cell(&grid, "%s", group->to);
    }
    enti_grid_write(&grid, page, 0);
    enti_page_blank(page);
}

static void write_decision(enti_page *page, const ent_belief_pair *pair) {
    const ent_belief_test *p1 = &pair->test[ENT_BELIEF_P1], *i1 = &pair->test[ENT_BELIEF_I1];
    enti_page_put(page, ENTI_FAINT, "equivalence");
    enti_page_to(page, 14);
    enti_page_print(page, "P-1 %s, I-1 %s: %s", ent_belief_verdict_name(p1->verdict),
                    ent_belief_verdict_name(i1->verdict), ent_belief_decision(p1->verdict, i1->verdict));
    enti_page_end(page);
    enti_page_put(page, ENTI_FAINT, "p alone");
    enti_page_to(page, 14);
    enti_page_print(page, "P-1 %s, I-1 %s: %s (as the literature reads it: not significant is alike)",
                    ent_belief_verdict_name(p1->classic), ent_belief_verdict_name(i1->classic),
                    ent_belief_decision(p1->classic, i1->classic));
    enti_page_end(page);
    enti_page_blank(page);
}

static void write_tests(enti_page *page, const ent_belief_comparison *a, const ent_belief_pair *pair) {
    static const enti_column columns[] = {{"index", false, 0},   {"A", true, 0},       {"B", true, 0},
                                          {"A - B", true, 0},    {"t", true, 0},       {"df", true, 0},
                                          {"p", true, 0},        {"p Holm", true, 90}, {"permuted", true, 100},
                                          {"ranks", true, 110},  {"g", true, 90},      {"pooled A - B", true, 110},
                                          {"margin", true, 100}, {"p alike", true, 0}, {"verdict", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    for (int i = 0; i < ENT_BELIEFS; i++) {
        const ent_belief_test *t = &pair->test[i];
        enti_grid_cell(&grid, "%s%s", ent_belief_name((ent_belief)i),
                       i == ENT_BELIEF_P1 || i == ENT_BELIEF_I1 ? " (theory)" : "");
        number_cell(&grid, a->groups[pair->a].mean[i], "%.3f");
        number_cell(&grid, a->groups[pair->b].mean[i], "%.3f");
        number_cell(&grid, t->difference, "%+.3f");
        number_cell(&grid, t->t, "%.2f");
        number_cell(&grid, t->df, "%.1f");
        p_cell(&grid, t->p);
        p_cell(&grid, t->p_holm);
        p_cell(&grid, t->p_permutation);
        p_cell(&grid, t->p_rank);
        number_cell(&grid, t->g, "%+.2f");
        number_cell(&grid, t->pooled, "%+.3f");
        number_cell(&grid, t->margin, "%.3f");
        p_cell(&grid, t->p_equivalence);
        enti_grid_cell(&grid, "%s", ent_belief_verdict_name(t->verdict));
    }
    enti_grid_write(&grid, page, 0);
    enti_page_blank(page);
}

static void write_variants(enti_page *page, const ent_belief_pair *pair) {
    static const enti_column columns[] = {{"under another choice", false, 0},
                                          {"texts", true, 0},
                                          {"P-1 A - B", true, 0},
                                          {"p", true, 0},
                                          {"P-1", false, 0},
                                          {"I-1 A - B", true, 0},
                                          {"p", true, 0},
                                          {"I-1", false, 0},
                                          {"equivalence", false, 0},
                                          {"p alone", false, 110}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    if (pair->variants_count == 0) return;
    for (size_t v = 0; v < pair->variants_count; v++) {
        const ent_belief_variant *variant = &pair->variants[v];
        enti_grid_cell(&grid, "%s", variant->choice);
        enti_grid_cell(&grid, "%zu, %zu", variant->texts[0], variant->texts[1]);
        number_cell(&grid, variant->p1.difference, "%+.3f");
        p_cell(&grid, variant->p1.p);
        enti_grid_cell(&grid, "%s", ent_belief_verdict_name(variant->p1.verdict));
        number_cell(&grid, variant->i1.difference, "%+.3f");
        p_cell(&grid, variant->i1.p);
        enti_grid_cell(&grid, "%s", ent_belief_verdict_name(variant->i1.verdict));
        enti_grid_cell(&grid, "%s", ent_belief_decision(variant->p1.verdict, variant->i1.verdict));
        enti_grid_cell(&grid, "%s", ent_belief_decision(variant->p1.classic, variant->i1.classic));
    }
    enti_grid_write(&grid, page, 0);
    enti_page_blank(page);
}

static void write_anova(enti_page *page, const ent_belief_comparison *a) {
    static const enti_column columns[] = {{"all leaders", false, 0}, {"F", true, 0}, {"df", true, 0}, {"p", true, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    if (a->groups_count < 3) return;
    for (int i = 0; i < ENT_BELIEFS; i++) {
        const ent_belief_anova *f = &a->anova[i];
        enti_grid_cell(&grid, "%s", ent_belief_name((ent_belief)i));
        number_cell(&grid, f->f, "%.2f");
        if (isnan(f->f))
            enti_grid_cell(&grid, "-");
        else
            enti_grid_cell(&grid, "%.0f, %.0f", f->df1, f->df2);
        p_cell(&grid, f->p);
    }
    enti_grid_write(&grid, page, 0);
    enti_page_blank(page);
}

static void write_page(enti_page *page, const ent_belief_comparison *a) {
    enti_page_print(page, "Beliefs compared: domain %s, %s, %s; margin %g SD of %s; level %g",
                    enti_belief_domain_word(a->options.domain),
                    a->options.others == ENT_OTHERS_ALL ? "other is all that is not self" : "other is actors",
                    a->options.agreed ? "agreed codes" : "all codes", a->options.margin,
                    *a->norm.name != 0 ? a->norm.name : "no norm", a->options.level);
    enti_page_end(page);
    enti_page_blank(page);
    write_groups(page, a);
    for (size_t p = 0; p < a->pairs_count; p++) {
        const ent_belief_pair *pair = &a->pairs[p];
        char heading[300];
        (void)snprintf(heading, sizeof heading, "A: %.120s; B: %.120s", a->groups[pair->a].name,
                       a->groups[pair->b].name);
        enti_page_put(page, ENTI_HEADING, heading);
        enti_page_end(page);
        write_decision(page, pair);
        write_tests(page, a, pair);
        write_variants(page, pair);
    }
    write_anova(page, a);
    for (size_t n = 0; n < a->notes_count; n++) {
        enti_page_print(page, "! %s", a->notes[n]);
        enti_page_end(page);
    }
    enti_page_blank(page);
    enti_page_words(page, ENTI_FAINT,
                    "Means are over texts, P-1 and I-1 above over pooled codes. The table of decisions holds in "
                    "peacetime and for leaders who command foreign policy; two of its cells are not in the source.");
    enti_page_end(page);
}

ent_status ent_report_belief_comparison(const ent_belief_comparison *answer, const ent_layout *layout, char **out,
                                        size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_page(&page, answer);
        return enti_page_finish(&page, out, size, err);
    }
    enti_belief_comparison_tree(&tree, answer);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
