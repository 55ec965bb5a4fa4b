/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operational codes of leaders as a table: the profile with its errors first, then warnings, then texts and verbs. */
#include <entente/report.h>

#include "report/beliefs_tree.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TEXTS_SHOWN = 12 };

static void value_cell(enti_grid *grid, double value) {
    if (isnan(value))
        enti_grid_cell(grid, "undefined");
    else
        enti_grid_cell(grid, "%.3f", value);
}

static void error_cell(enti_grid *grid, double value, const char *format) ENT_PRINTF(3, 0);
static void error_cell(enti_grid *grid, double value, const char *format) {
    char text[32];
    (void)snprintf(text, sizeof text, format, value);
    enti_grid_cell(grid, "%s", isnan(value) ? "-" : text);
}

static void write_profile(enti_page *page, const ent_belief_leader *l, const ent_belief_options *o) {
    static const enti_column columns[] = {
        {"index", false, 0},          {"value", true, 0},          {"s.e.", true, 0},   {"low", true, 80},
        {"high", true, 80},           {"other reading", true, 90}, {"agreed", true, 0}, {"norm SDs", true, 0},
        {"nearest anchor", false, 0}, {"by the norm", false, 100}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    const ent_belief_sample *s = &l->sample[(o->agreed ? 2 : 0) + (o->others == ENT_OTHERS_ALL)];
    const ent_belief_sample *other = &l->sample[(o->agreed ? 2 : 0) + (o->others != ENT_OTHERS_ALL)];
    const ent_belief_sample *agreed = &l->sample[2 + (o->others == ENT_OTHERS_ALL)];
    for (int i = 0; i < ENT_BELIEFS; i++) {
        ent_belief b = (ent_belief)i;
        enti_grid_cell(&grid, "%s", ent_belief_name(b));
        value_cell(&grid, s->pooled.value[i]);
        error_cell(&grid, s->se[i], "%.3f");
        error_cell(&grid, s->low[i], "%.3f");
        error_cell(&grid, s->high[i], "%.3f");
        value_cell(&grid, other->pooled.value[i]);
        value_cell(&grid, agreed->pooled.value[i]);
        error_cell(&grid, s->z[i], "%+.2f");
        enti_grid_cell(&grid, "%s", ent_belief_word(b, s->pooled.value[i]));
        enti_grid_cell(&grid, "%s", isnan(s->z[i]) ? "-" : ent_belief_norm_word(b, s->z[i]));
    }
    enti_grid_write(&grid, page, 2);
}

/* A verb takes two paragraphs, since rules and subjects may be long: what was coded and why, then the sentence. */
static void write_verb(enti_page *page, const ent_verb *v) {
    enti_page_to(page, 4);
    if (v->sentence_no != ENT_MISSING)
        enti_page_print(page, "%d ", v->sentence_no);
    else
        enti_page_print(page, "line %ld ", v->line);
    enti_page_to(page, 9);
    enti_page_hang(page, 9);
    enti_page_print(page, "%s%s%s: %s %s, \"%s%s%s%s\"",
                    v->category == ENT_MISSING ? "neutral" : ent_vics_name((ent_vics)v->category),
                    v->overridden ? " (override)" : "", strcmp(v->domain, "domestic") == 0 ? ", domestic" : "",
                    v->self    ? "self,"
                    : v->actor ? "other,"
                               : "no actor,",
                    v->subject, v->negated ? "not " : "", v->verb, *v->object != 0 ? " " : "", v->object);
    if (*v->rule != 0 || *v->confidence != 0)
        enti_page_print(page, " [%s%s%s]", v->rule, *v->rule != 0 && *v->confidence != 0 ? "; " : "", v->confidence);
    enti_page_end(page);
    if (*v->sentence == 0) return;
    enti_page_to(page, 9);
    enti_page_hang(page, 9);
    enti_page_words(page, ENTI_FAINT, v->sentence);
    enti_page_end(page);
}

static void write_verbs(enti_page *page, const ent_speeches *speeches, size_t text) {
    const ent_coded_text *s = ent_speeches_at(speeches, text);
    for (size_t i = 0; i < s->codes; i++)
        write_verb(page, ent_speeches_verb(speeches, text, i));
    enti_page_blank(page);
}

static void text_cells(enti_grid *grid, const ent_speeches *speeches, const ent_belief_text *t) {
    const ent_coded_text *s = ent_speeches_at(speeches, t->text);
    enti_grid_cell(grid, "%s", *s->date != 0 ? s->date : "-");
    if (isnan(s->words))
        enti_grid_cell(grid, "-");
    else
        enti_grid_cell(grid, "%.0f", s->words);
    enti_grid_cell(grid, "%.0f", t->profile.self);
    enti_grid_cell(grid, "%.0f", t->profile.other);
    value_cell(grid, t->profile.value[ENT_BELIEF_P1]);
    value_cell(grid, t->profile.value[ENT_BELIEF_I1]);
    value_cell(grid, t->profile.value[ENT_BELIEF_P4A]);
    enti_grid_cell(grid, "%s%s%s",
                   t->short_text  ? "short"
                   : t->few_verbs ? "few codes"
                                  : "ok",
                   t->short_text && t->few_verbs ? ", few codes" : "", s->demonstration ? ", demonstration" : "");
    enti_grid_cell(grid, "%s", *s->mode != 0 ? s->mode : "-");
    enti_grid_cell(grid, "%s", s->id);
}

static void write_texts(enti_page *page, const ent_belief_index *a, const ent_belief_leader *l, bool explain) {
    static const enti_column columns[] = {
        {"date", false, 0}, {"words", true, 0}, {"self", true, 0},  {"other", true, 0},  {"P-1", true, 0},
        {"I-1", true, 0},   {"P-4a", true, 90}, {"size", false, 0}, {"mode", false, 90}, {"text", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    size_t shown = explain || l->texts_count <= TEXTS_SHOWN ? l->texts_count : TEXTS_SHOWN;
    for (size_t i = 0; i < shown; i++)
        text_cells(&grid, a->speeches, &l->texts[i]);
    enti_grid_write(&grid, page, 2);
    if (shown < l->texts_count) {
        enti_page_to(page, 2);
        enti_page_print(page, "and %zu more (--explain lists them)", l->texts_count - shown);
        enti_page_end(page);
    }
    enti_page_blank(page);
    if (!explain) return;
    for (size_t i = 0; i < l->texts_count; i++) {
        const ent_coded_text *s = ent_speeches_at(a->speeches, l->texts[i].text);
        if (s->codes == 0) continue;
        enti_page_put(page, ENTI_HEADING, s->id);
        enti_page_words(page, ENTI_PLAIN, *s->venue != 0 ? ", " : "");
        enti_page_words(page, ENTI_PLAIN, s->venue);
        enti_page_end(page);
        write_verbs(page, a->speeches, l->texts[i].text);
    }
}

static void write_leader(enti_page *page, const ent_belief_index *a, const ent_belief_leader *l, bool explain) {
    const ent_belief_options *o = &a->options;
    const ent_belief_sample *s = &l->sample[(o->agreed ? 2 : 0) + (o->others == ENT_OTHERS_ALL)];
    const ent_belief_sample *agreed = &l->sample[2 + (o->others == ENT_OTHERS_ALL)];
    enti_page_put(page, ENTI_HEADING, l->speaker);
    if (l->demonstrations > 0) enti_page_put(page, ENTI_OPEN, " (demonstration)");
    enti_page_end(page);
    enti_page_to(page, 2);
    enti_page_print(page, "%zu text%s", l->texts_count, l->texts_count == 1 ? "" : "s");
    if (*l->from != 0) enti_page_print(page, ", %s", l->from);
    if (strcmp(l->from, l->to) != 0) enti_page_print(page, " to %s", l->to);
    if (!isnan(l->words)) enti_page_print(page, ", %.0f words", l->words);
    enti_page_print(page, "; codes: %.0f self, %.0f others", s->pooled.self, s->pooled.other);
    if (!o->agreed) enti_page_print(page, " (agreed: %.0f, %.0f)", agreed->pooled.self, agreed->pooled.other);
    enti_page_end(page);
    enti_page_blank(page);
    write_profile(page, l, o);
    enti_page_blank(page);
    for (size_t w = 0; w < l->warnings_count; w++) {
        enti_page_to(page, 2);
        enti_page_print(page, "! %s", l->warnings[w]);
        enti_page_end(page);
    }
    enti_page_blank(page);
    write_texts(page, a, l, explain);
}

static void write_page(enti_page *page, const ent_belief_index *a, bool explain) {
    enti_page_print(page, "Operational codes, %s domain, %s, %s", enti_belief_domain_word(a->options.domain),
                    a->options.others == ENT_OTHERS_ALL ? "other is all that is not self" : "other is actors",
                    a->options.agreed ? "agreed codes" : "all codes");
    if (*a->norm.name != 0) enti_page_print(page, "; norm %s", a->norm.name);
    enti_page_end(page);
    enti_page_blank(page);
    for (size_t l = 0; l < a->leaders_count; l++)
        write_leader(page, a, &a->leaders[l], explain);
    if (*a->norm.name != 0) {
        enti_page_words(page, ENTI_FAINT,
                        "The norm was coded by another program: its standard deviations place a leader, they test "
                        "nothing. Compare P-4 and P-5 with it under --others all.");
        enti_page_end(page);
    }
}

ent_status ent_report_belief_index(const ent_belief_index *answer, const ent_layout *layout, char **out, size_t *size,
                                   ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_page(&page, answer, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_belief_index_tree(&tree, answer, layout->explain != 0);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
