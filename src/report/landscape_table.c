/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person reads of a landscape: how many minima and whether that is proved, the camps of the deepest ones, who is
 * least settled, and the ways down. */
#include <entente/report.h>

#include "report/grid.h"
#include "report/landscape_tree.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <stdio.h>
#include <stdlib.h>

enum { SHOWN_MINIMA = 6, SHOWN_STATES = 8, SHOWN_STEPS = 12 };

static void write_head(enti_page *page, const ent_landscape *l) {
    char heading[96];
    if (l->input->year != ENT_MISSING)
        (void)snprintf(heading, sizeof heading, "Landscape of %zu states, %d", l->input->count, l->input->year);
    else
        (void)snprintf(heading, sizeof heading, "Landscape of %zu states", l->input->count);
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_right(page, ENTI_FAINT, l->input->label);
    enti_page_end(page);
    enti_page_words(page, ENTI_PLAIN, l->sentence);
    enti_page_end(page);
    enti_page_blank(page);
}

static void write_camp(enti_page *page, const ent_landscape *l, const ent_landscape_minimum *m, uint8_t side) {
    size_t shown = 0;
    enti_page_more(page);
    for (size_t i = 0; i < l->input->count; i++)
        if (m->side[i] == side) enti_page_print(page, "%s%s", shown++ > 0 ? ", " : "", l->input->name[i]);
    if (shown == 0) enti_page_print(page, "(nobody)");
    enti_page_end(page);
}

static void write_minimum(enti_page *page, const ent_landscape *l, size_t k) {
    const ent_landscape_minimum *m = &l->minima[k];
    enti_page_part(page, "MINIMUM %zu", k + 1);
    enti_page_print(page, "energy %.9g; ", m->energy);
    if (l->exact)
        enti_page_print(page, "basin %llu of %llu divisions (%.1f %%)", (unsigned long long)m->basin,
                        (unsigned long long)l->all, 100 * m->share);
    else
        enti_page_print(page, "met by %llu of %llu starts (%.1f %%, %.1f to %.1f)", (unsigned long long)m->basin,
                        (unsigned long long)l->all, 100 * m->share, 100 * m->low, 100 * m->high);
    if (m->indifferent > 0) enti_page_print(page, "; %zu could change camp at no cost", m->indifferent);
    for (size_t c = 0; c < l->input->camps_count; c++)
        enti_page_print(page, "; agrees with %s for %zu of %zu", l->input->camps[c].name, m->match[c].right,
                        m->match[c].of);
    enti_page_end(page);
    write_camp(page, l, m, 0);
    enti_page_more(page);
    enti_page_print(page, "against");
    enti_page_end(page);
    write_camp(page, l, m, 1);
}

/* ---- states ---- */

typedef struct {
    double margin;
    size_t of;
} margin_row;

static int by_margin(const void *a, const void *b) {
    const margin_row *x = a, *y = b;
    if (x->margin != y->margin) return x->margin < y->margin ? -1 : 1;
    return (x->of > y->of) - (x->of < y->of);
}

static void write_states(enti_page *page, const ent_landscape *l, bool explain) {
    static const enti_column columns[] = {{"state", false, 0},
                                          {"size", true, 0},
                                          {"frustration", true, 0},
                                          {"cost of changing camp", true, 0},
                                          {"other side in", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    margin_row rows[ENT_LANDSCAPE_MAX];
    size_t n = l->input->count, most = explain || n < SHOWN_STATES ? n : SHOWN_STATES;
    for (size_t i = 0; i < n; i++)
        rows[i] = (margin_row){l->states[i].margin, i};
    qsort(rows, n, sizeof *rows, by_margin);
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "LEAST SETTLED");
    enti_page_words(page, ENTI_PLAIN, " in the deepest minimum");
    enti_page_end(page);
    for (size_t k = 0; k < most; k++) {
        size_t i = rows[k].of;
        enti_grid_cell(&grid, "%s", l->input->name[i]);
        enti_grid_cell(&grid, "%.4g", l->input->size[i]);
        enti_grid_cell(&grid, "%.4g", l->states[i].frustration);
        enti_grid_cell(&grid, "%.4g", l->states[i].margin);
        enti_grid_cell(&grid, "%zu of %zu other minima", l->states[i].differs, l->minima_count - 1);
    }
    enti_grid_write(&grid, page, 2);
}

static void write_descents(enti_page *page, const ent_landscape *l, bool explain) {
    enti_page_blank(page);
    for (size_t k = 0; k < l->descents_count; k++) {
        const ent_landscape_descent *d = &l->descents[k];
        size_t most = explain || d->steps < SHOWN_STEPS ? d->steps : SHOWN_STEPS;
        enti_page_part(page, k == 0 ? "DOWN FROM" : "");
        enti_page_print(page, "%s (%.6g): ", d->from, d->energy[0]);
        if (d->steps == 0) enti_page_print(page, "nobody moves");
        for (size_t s = 0; s < most; s++)
            enti_page_print(page, "%s%s to %.6g", s > 0 ? ", " : "", l->input->name[d->state[s]], d->energy[s + 1]);
        if (most < d->steps) enti_page_print(page, ", and %zu more", d->steps - most);
        if (d->minimum != SIZE_MAX)
            enti_page_print(page, "; minimum %zu", d->minimum + 1);
        else
            enti_page_print(page, "; a minimum the search did not meet");
        enti_page_end(page);
    }
}

static void write_table(enti_page *page, const ent_landscape *l, bool explain) {
    const ent_landscape_input *in = l->input;
    size_t most = explain || l->minima_count < SHOWN_MINIMA ? l->minima_count : SHOWN_MINIMA;
    write_head(page, l);
    for (size_t k = 0; k < most; k++)
        write_minimum(page, l, k);
    if (most < l->minima_count) {
        enti_page_part(page, "...");
        enti_page_print(page, "%zu more: --explain, or --format json", l->minima_count - most);
        enti_page_end(page);
    }
    write_states(page, l, explain);
    write_descents(page, l, explain);
    enti_page_blank(page);
    if (*in->formula != 0) {
        enti_page_part(page, "PROPENSITY");
        enti_page_words(page, ENTI_PLAIN, in->formula);
        enti_page_end(page);
    }
    enti_page_texts(page, "MISSING", in->missing, in->missing_count, "; ");
    if (in->year == ENT_MISSING) {
        enti_page_part(page, "INPUTS");
        enti_page_print(page, "sizes and propensities as the file gives them: the answer is as good as they are");
        enti_page_end(page);
        return;
    }
    enti_page_sources(page, in->label, in->sources, in->sources_count, in->cites, in->cites_count, explain);
}

ent_status ent_report_landscape(const ent_landscape *landscape, const ent_layout *layout, char **out, size_t *size,
                                ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, landscape, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_landscape_tree(&tree, landscape);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
