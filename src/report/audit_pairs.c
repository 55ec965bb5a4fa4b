/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pairs of members: who refuses whom and for what reason, what a proposed upgrade meets, and, with --explain, every
 * pair with its support and the rivals that only one side has. Reasons come by number of pairs.
 */
#include "report/audit_table.h"
#include "report/audit_words.h"
#include "report/grid.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_PAIRS = 8, SHOWN_REFUSERS = 4, REASONS = 24, NARROW = 80 };

typedef struct {
    const char *code;
    size_t pairs;
} reason;

/* Reasons for which pairs refuse, most frequent first; equal ones keep the order in which they came. */
static size_t count_reasons(const ent_audit *a, enti_upgrade upgrade, reason out[REASONS]) {
    size_t count = 0;
    for (size_t p = 0; p < a->pairs_count; p++) {
        const char *code = enti_upgrade_refusal(&a->pairs[p], upgrade);
        size_t r = 0;
        if (*code == 0) continue;
        while (r < count && strcmp(out[r].code, code) != 0)
            r++;
        if (r == REASONS) continue;
        if (r == count) out[count++] = (reason){code, 0};
        out[r].pairs++;
    }
    for (size_t r = 1; r < count; r++)
        for (size_t k = r; k > 0 && out[k].pairs > out[k - 1].pairs; k--) {
            reason swap = out[k];
            out[k] = out[k - 1];
            out[k - 1] = swap;
        }
    return count;
}

static const char *name_of(const ent_audit *a, size_t m) {
    return a->members[m].state.name;
}

/* "mutual rivalry 16: India-Pakistan, ..." */
static void write_reason(enti_page *page, const ent_audit *a, const reason *r, bool explain) {
    size_t shown = 0, most = explain ? r->pairs : SHOWN_PAIRS;
    char words[64];
    enti_page_print(page, "%s (%zu):", enti_refusal_words(r->code, words), r->pairs);
    for (size_t p = 0; p < a->pairs_count && shown < most; p++) {
        const ent_group_pair *pair = &a->pairs[p];
        if (strcmp(enti_upgrade_refusal(pair, ENTI_DEFENCE_CLAUSE), r->code) != 0) continue;
        enti_page_print(page, "%s %s-%s", shown > 0 ? "," : "", name_of(a, pair->a), name_of(a, pair->b));
        shown++;
    }
    if (shown < r->pairs) enti_page_print(page, ", and %zu more (--explain)", r->pairs - shown);
    enti_page_end(page);
}

void enti_write_refusals(enti_page *page, const ent_audit *a, bool explain) {
    reason reasons[REASONS];
    size_t count = count_reasons(a, ENTI_DEFENCE_CLAUSE, reasons), refuse = 0;
    for (size_t r = 0; r < count; r++)
        refuse += reasons[r].pairs;
    enti_page_part(page, "WHO REFUSES WHOM");
    if (count == 0) {
        enti_page_print(page, "nobody: each of the %zu pairs would fit into one pact", a->pairs_count);
        enti_page_end(page);
        return;
    }
    enti_page_print(page, "%zu of %zu pairs do not fit into one pact; strongest reason of each:", refuse,
                    a->pairs_count);
    enti_page_end(page);
    for (size_t r = 0; r < count; r++) {
        enti_page_more(page);
        write_reason(page, a, &reasons[r], explain);
    }
}

static void write_upgrade(enti_page *page, const ent_audit *a, enti_upgrade upgrade, bool explain) {
    reason reasons[REASONS];
    enti_refuser refusers[ENT_GROUP_MAX];
    size_t count = count_reasons(a, upgrade, reasons), refuse = 0;
    size_t by = enti_upgrade_refusers(a, upgrade, refusers), most = explain ? by : SHOWN_REFUSERS;
    char words[64];
    for (size_t r = 0; r < count; r++)
        refuse += reasons[r].pairs;
    enti_page_part(page, "IF IT ADDED %s", upgrade == ENTI_DEFENCE_CLAUSE ? "defence" : enti_upgrade_name(upgrade));
    enti_page_print(page, "%zu of %zu pairs accept", a->pairs_count - refuse, a->pairs_count);
    for (size_t r = 0; r < by && r < most; r++)
        enti_page_print(page, "%s %s (%zu pair%s)", r == 0 ? "; refused first by" : ",", name_of(a, refusers[r].member),
                        refusers[r].pairs, refusers[r].pairs == 1 ? "" : "s");
    for (size_t r = 0; r < count; r++)
        enti_page_print(page, "%s %s (%zu)", r == 0 ? "; because of" : ",", enti_refusal_words(reasons[r].code, words),
                        reasons[r].pairs);
    if (refuse > 0 && strcmp(a->decision_rule, "consensus") == 0)
        enti_page_print(page, "; it decides by consensus, so one refusal is enough");
    enti_page_end(page);
}

void enti_write_upgrades(enti_page *page, const ent_audit *a, const ent_audit_options *o, bool explain) {
    for (int u = 0; u < ENTI_UPGRADES; u++)
        if (enti_upgrade_asked(o, (enti_upgrade)u)) write_upgrade(page, a, (enti_upgrade)u, explain);
}

/* ---- tables ---- */

static void member_cells(enti_grid *grid, const ent_audit *a, const ent_group_member *m, int longest) {
    char name[ENTI_WORDS];
    bool knows = a->excluded.code != ENT_MISSING && !m->outside;
    double all = 0;
    for (size_t k = 0; k < a->members_count; k++)
        if (!isnan(a->members[k].capability)) all += a->members[k].capability;
    enti_grid_cell(grid, "%s", enti_words_name(name, &m->state, longest));
    enti_grid_cell(grid, "%s", *m->since != 0 ? m->since : "");
    enti_grid_cell(grid, "%s", *m->until != 0 ? m->until : "");
    if (isnan(m->capability) || all <= 0)
        enti_grid_cell(grid, "unknown");
    else
        enti_grid_cell(grid, "%.1f", 100 * m->capability / all);
    if (isnan(m->polyarchy))
        enti_grid_cell(grid, "?");
    else
        enti_grid_cell(grid, "%.2f", m->polyarchy);
    enti_grid_cell(grid, "%d", m->rivals_inside);
    enti_grid_cell(grid, "%s", m->outside ? "" : m->in_core ? "yes" : "no");
    enti_grid_cell(grid, "%s", *m->ideology != 0 ? m->ideology : "?");
    enti_grid_cell(grid, "%s%s%s%s",
                   m->outside ? "outside the list of states"
                   : knows    ? ent_relation_text(m->relation)
                              : "",
                   *m->relation_why != 0 ? " (" : "", m->relation_why, *m->relation_why != 0 ? ")" : "");
}

void enti_write_members(enti_page *page, const ent_audit *a) {
    char relation[ENTI_WORDS + 16] = "", name[ENTI_WORDS];
    bool ends = false, starts = false;
    enti_column columns[] = {{"member", false, 0}, {"since", false, 0},      {"until", false, 90},
                             {"share %", true, 0}, {"democracy", true, 90},  {"rivals", true, 72},
                             {"core", false, 90},  {"ideology", false, 110}, {relation, false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    for (size_t m = 0; m < a->members_count; m++) {
        starts = starts || *a->members[m].since != 0;
        ends = ends || *a->members[m].until != 0;
    }
    if (!starts) columns[1].from = ENTI_HIDDEN;
    if (!ends) columns[2].from = ENTI_HIDDEN;
    if (a->excluded.code != ENT_MISSING)
        (void)snprintf(relation, sizeof relation, "to %s", enti_words_name(name, &a->excluded, 30));
    for (size_t m = 0; m < a->members_count; m++)
        member_cells(&grid, a, &a->members[m], page->width < NARROW ? 14 : 24);
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "MEMBERS");
    enti_page_end(page);
    enti_grid_write(&grid, page, 2);
}

void enti_write_pairs(enti_page *page, const ent_audit *a) {
    static const enti_column columns[] = {
        {"pair", false, 0}, {"support", true, 0}, {"practice", false, 90}, {"unshared rivals; why not", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    int longest = page->width < NARROW ? 10 : 14;
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "PAIRS");
    enti_page_words(page, ENTI_PLAIN, " (support: percentile of past signers)");
    enti_page_end(page);
    for (size_t i = 0; i < a->pairs_count; i++) {
        const ent_group_pair *p = &a->pairs[i];
        char first[ENTI_WORDS], second[ENTI_WORDS], number[ENTI_WORDS];
        (void)enti_words_name(first, &a->members[p->a].state, longest);
        (void)enti_words_name(second, &a->members[p->b].state, longest);
        enti_grid_cell(&grid, "%s-%s", first, second);
        enti_grid_cell(&grid, "%s", isnan(p->percentile) ? "?" : enti_words_percentile(number, p->percentile));
        enti_grid_cell(&grid, "%s", p->practice);
        enti_grid_cell(&grid, "%s%s%s%s%s%s%s%s%s", *p->unshared[0] != 0 ? first : "", *p->unshared[0] != 0 ? ": " : "",
                       p->unshared[0], *p->unshared[1] != 0 ? "; " : "", *p->unshared[1] != 0 ? second : "",
                       *p->unshared[1] != 0 ? ": " : "", p->unshared[1],
                       *p->text != 0    ? ". Refuses: "
                       : p->allied != 0 ? ". Allied"
                                        : "",
                       p->text);
    }
    enti_grid_write(&grid, page, 2);
}
