/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person reads of blocs: the communities with what they are made of, how far the partition can be trusted, the
 * camps around the poles, and who stands between them. */
#include <entente/report.h>

#include "report/blocs_tree.h"
#include "report/grid.h"
#include "report/output.h"
#include "report/page_parts.h"

#include <math.h>
#include <stdio.h>

enum { SHOWN_BLOCS = 8, SHOWN_MEMBERS = 14, SHOWN_PACTS = 4, SHOWN_HEDGERS = 12, WIDE = 96 };

static void write_head(enti_page *page, const ent_blocs *b) {
    char heading[96];
    (void)snprintf(heading, sizeof heading, "Blocs, %d: %zu states, %zu ties that pull, %zu that push", b->year,
                   b->states_count, b->pulls_count, b->pushes_count);
    enti_page_put(page, ENTI_HEADING, heading);
    enti_page_right(page, ENTI_FAINT, b->label);
    enti_page_end(page);
    enti_page_words(page, ENTI_PLAIN, b->sentence);
    enti_page_end(page);
    enti_page_blank(page);
}

static void write_grid(enti_page *page, const ent_blocs *b, size_t most) {
    static const enti_column columns[] = {{"", true, 0},        {"around", false, 0},    {"kind", false, 0},
                                          {"states", true, 0},  {"capability", true, 0}, {"cohesion", true, 0},
                                          {"tied", true, WIDE}, {"opposed", true, 0},    {"inside", true, WIDE},
                                          {"stable", true, 0},  {"against", false, 0}};
    enti_grid grid = {.columns = columns, .width = sizeof columns / sizeof *columns};
    for (size_t c = 0; c < most; c++) {
        const ent_bloc *bloc = &b->blocs[c];
        char name[ENTI_WORDS];
        enti_grid_cell(&grid, "%zu", c + 1);
        enti_grid_cell(&grid, "%s", enti_words_name(name, &b->states[bloc->member[0]].state, 16));
        enti_grid_cell(&grid, "%s", bloc->kind);
        enti_grid_cell(&grid, "%zu", bloc->members_count);
        enti_grid_cell(&grid, "%.0f %%", 100 * bloc->capability);
        enti_grid_cell(&grid, "%.2f", bloc->cohesion);
        enti_grid_cell(&grid, "%.2f", bloc->density);
        enti_grid_cell(&grid, "%.2f", bloc->opposition);
        enti_grid_cell(&grid, "%.2f", bloc->hostility);
        enti_grid_cell(&grid, "%.2f", bloc->stability);
        if (bloc->opponent == SIZE_MAX)
            enti_grid_cell(&grid, "nobody");
        else
            enti_grid_cell(&grid, "%s (%zu rival pair%s)", b->blocs[bloc->opponent].name, bloc->opponent_pairs,
                           bloc->opponent_pairs > 1 ? "s" : "");
    }
    enti_grid_write(&grid, page, 2);
}

static void write_members(enti_page *page, const ent_blocs *b, size_t c, bool explain) {
    const ent_bloc *bloc = &b->blocs[c];
    size_t most = explain || bloc->members_count < SHOWN_MEMBERS ? bloc->members_count : SHOWN_MEMBERS;
    size_t pacts = explain || bloc->pacts_count < SHOWN_PACTS ? bloc->pacts_count : SHOWN_PACTS;
    enti_page_part(page, "%zu %s", c + 1, bloc->name);
    for (size_t k = 0; k < most; k++)
        enti_page_print(page, "%s%s", k > 0 ? ", " : "", b->states[bloc->member[k]].state.name);
    if (most < bloc->members_count) enti_page_print(page, " and %zu more", bloc->members_count - most);
    enti_page_end(page);
    enti_page_more(page);
    enti_page_print(page, "%s: ",
                    bloc->of_alliances      ? "made of"
                    : bloc->pacts_count > 0 ? "held by"
                                            : "no defence pact");
    for (size_t p = 0; p < pacts; p++)
        enti_page_print(page, "%s%s (%zu pairs)", p > 0 ? ", " : "", bloc->pacts[p].name, bloc->pacts[p].pairs);
    if (pacts < bloc->pacts_count) enti_page_print(page, ", and more");
    enti_page_end(page);
}

static void write_trust(enti_page *page, const ent_blocs *b) {
    enti_page_part(page, "STABILITY");
    enti_page_print(page,
                    "modularity %.3f; likeness (adjusted Rand) over %d seeds %.2f, over resolutions 0.7 and 1.4 %.2f",
                    b->modularity, b->seeds, b->over_seeds, b->over_resolutions);
    enti_page_end(page);
    enti_page_more(page);
    enti_page_print(page,
                    "spin glass on the signed network: %zu camps, likeness with these %.2f, with itself under another "
                    "seed %.2f; leaves %.1f %% of weight frustrated (%s)",
                    b->spin_camps, b->spin_likeness, b->spin_over_seeds, 100 * b->spin_frustration, b->library);
    enti_page_end(page);
    enti_page_part(page, "FRUSTRATION");
    enti_page_print(page, "two camps leave %.1f %% of the weight of ties frustrated at best: %s%.4g of %.4g",
                    100 * b->frustration, b->frustration_exact ? "exactly " : "at most ", b->frustration_high,
                    b->pulls + b->pushes);
    if (!b->frustration_exact)
        enti_page_print(page, ", at least %.4g (bounds: too many states to look at every division)",
                        b->frustration_low);
    enti_page_end(page);
}

static void write_camp(enti_page *page, const ent_blocs *b, int camp, bool explain) {
    size_t shown = 0, most = explain ? b->states_count : SHOWN_MEMBERS;
    enti_page_part(page, "WITH %s", b->pole[camp].name);
    enti_page_print(page, "%zu states, %.0f %% of capability: ", b->camp_count[camp], 100 * b->camp_capability[camp]);
    for (size_t i = 0; i < b->states_count && shown < most; i++)
        if (b->states[i].camp == camp) enti_page_print(page, "%s%s", shown++ > 0 ? ", " : "", b->states[i].state.name);
    if (shown < b->camp_count[camp]) enti_page_print(page, " and %zu more", b->camp_count[camp] - shown);
    enti_page_end(page);
}

static void write_poles(enti_page *page, const ent_blocs *b, bool explain) {
    size_t most = explain || b->hedgers_count < SHOWN_HEDGERS ? b->hedgers_count : SHOWN_HEDGERS;
    if (b->pole[0].code == ENT_MISSING) return;
    enti_page_part(page, "POLARISATION");
    enti_page_print(page,
                    "%.2f of 1 between %s and %s (%s); %.0f %% of ties that pull cross between the camps; %zu states "
                    "with neither",
                    b->polarisation, b->pole[0].name, b->pole[1].name,
                    b->poles_chosen ? "as asked" : "the strongest state and its strongest rival", 100 * b->crossing,
                    b->unattached);
    enti_page_end(page);
    enti_page_more(page);
    enti_page_print(page, "leaning from %s to %s, states by fifths: %zu, %zu, %zu, %zu, %zu", b->pole[1].name,
                    b->pole[0].name, b->leaning_count[0], b->leaning_count[1], b->leaning_count[2], b->leaning_count[3],
                    b->leaning_count[4]);
    enti_page_end(page);
    for (int camp = 0; camp < 2; camp++)
        write_camp(page, b, camp, explain);
    enti_page_part(page, "HEDGERS");
    if (most == 0) enti_page_print(page, "none");
    if (most > 0)
        enti_page_print(page, "closeness in practice, of 5, to %s and %s: ", b->pole[0].name, b->pole[1].name);
    for (size_t k = 0; k < most; k++) {
        const ent_bloc_state *s = &b->states[b->hedgers[k]];
        enti_page_print(page, "%s%s %.1f and %.1f", k > 0 ? ", " : "", s->state.name, s->to_pole[0], s->to_pole[1]);
    }
    if (most < b->hedgers_count) enti_page_print(page, ", and %zu more", b->hedgers_count - most);
    enti_page_end(page);
}

static void write_table(enti_page *page, const ent_blocs *b, bool explain) {
    size_t most = explain || b->blocs_count < SHOWN_BLOCS ? b->blocs_count : SHOWN_BLOCS;
    write_head(page, b);
    write_grid(page, b, most);
    enti_page_blank(page);
    for (size_t c = 0; c < most; c++)
        write_members(page, b, c, explain);
    enti_page_blank(page);
    write_trust(page, b);
    enti_page_blank(page);
    write_poles(page, b, explain);
    enti_page_blank(page);
    enti_page_texts(page, "MISSING", b->missing, b->missing_count, "; ");
    enti_page_texts(page, "ASSUMED", b->assumed, b->assumed_count, "; ");
    enti_page_sources(page, b->label, b->sources, b->sources_count, b->cites, b->cites_count, explain);
}

ent_status ent_report_blocs(const ent_blocs *blocs, const ent_layout *layout, char **out, size_t *size,
                            ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, blocs, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_blocs_tree(&tree, blocs);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
