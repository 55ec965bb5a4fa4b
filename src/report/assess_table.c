/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table a person reads. Who stops after the first paragraph is not misled: it holds what is, what the structure
 * supports, what is likely, and how firm that is. The rest follows in the order of the questions it raises.
 */
#include "report/assess_table.h"

#include <entente/report.h>

#include "report/assess_tree.h"
#include "report/output.h"
#include "report/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { AT_TRACK = ENTI_AT_BODY, AT_IS = 21, SHOWN = 4 };

/* ---- the verdict ---- */

static void add_hazard(enti_text *text, const ent_assessment *a) {
    char p[ENTI_WORDS], baseline[ENTI_WORDS];
    const char *plural = a->horizon == 1 ? "" : "s";
    if (isnan(a->hazard)) return;
    if (strcmp(a->hazard_event, "signing") == 0)
        enti_text_add(text, " Signing one within %d year%s: %s (typical pair: %s).", a->horizon, plural,
                      enti_words_probability(p, a->hazard), enti_words_probability(baseline, a->baseline));
    else if (strcmp(a->hazard_event, "ending") == 0)
        enti_text_add(text, " Its end within %d year%s: %s, as for any pact of its time.", a->horizon, plural,
                      enti_words_probability(p, a->hazard));
}

bool enti_by_rule(const ent_assessment *a) {
    return strcmp(a->reading, "barred") == 0 || strcmp(a->reading, "paper") == 0;
}

/* Readings by rule do not hang on parameters, so no share of draws is worth telling. */
static void add_robustness(enti_text *text, const ent_assessment *a) {
    char share[ENTI_WORDS], draws[ENTI_WORDS];
    if (a->draws == 0 || isnan(a->share) || enti_by_rule(a)) return;
    enti_text_add(text, " Holds in %s of %s parameter draws.", enti_words_probability(share, a->share),
                  enti_words_count(draws, a->draws));
}

static void write_verdict(enti_page *page, const ent_assessment *a) {
    enti_text text = {0};
    enti_text_add(&text, "%s and %s, %d", a->a.name, a->b.name, a->year);
    if (text.failed)
        page->text.failed = true;
    else
        enti_page_put(page, ENTI_HEADING, text.at);
    enti_page_right(page, ENTI_FAINT, a->label);
    enti_page_end(page);
    enti_text_clear(&text);
    enti_text_add(&text, "%s", a->sentence);
    add_hazard(&text, a);
    add_robustness(&text, a);
    if (text.failed)
        page->text.failed = true;
    else
        enti_page_words(page, ENTI_PLAIN, text.at);
    enti_page_end(page);
    enti_text_clear(&text);
}

/* ---- what is ---- */

static void start_track(enti_page *page, const char *label) {
    enti_page_to(page, AT_TRACK);
    enti_page_put(page, ENTI_FAINT, label);
    enti_page_to(page, AT_IS);
    enti_page_hang(page, AT_IS);
}

static void write_practice(enti_page *page, const ent_assessment *a) {
    start_track(page, "practice");
    enti_page_print(page, "%s", a->practice_rung);
    if (*a->title != 0)
        enti_page_print(page, " (\"%s\", since %s)", a->title, *a->title_since != 0 ? a->title_since : "?");
    if (!isnan(a->practice_index) && strcmp(a->practice_rung, "hostile") != 0)
        enti_page_print(page, "; index %.2f of 5", a->practice_index);
    if (a->recent_war) enti_page_print(page, "; opposite sides of a war within five years");
    if (a->fatal_dispute) enti_page_print(page, "; a fatal dispute within five years");
    enti_page_end(page);
}

/* The day matters to nobody who does not ask for the source. */
static void write_obligation(enti_page *page, const ent_obligation *o, bool explain) {
    int digits = explain ? 10 : 4;
    enti_page_to(page, AT_IS);
    enti_page_hang(page, AT_IS + 2);
    if (*o->until != 0)
        enti_page_print(page, "%s: %s (%s, %.*s to %.*s)", o->duties, o->name, o->kind, digits, o->since, digits,
                        o->until);
    else
        enti_page_print(page, "%s: %s (%s, since %.*s)", o->duties, o->name, o->kind, digits, o->since);
    enti_page_end(page);
    if (!explain) return;
    enti_page_to(page, AT_IS + 4);
    enti_page_print(page, "%s, basis %s; %s%s:%d %s%s%s", o->treaty, o->basis, o->table, enti_words_suffix(o->table),
                    o->line, o->source, *o->citation != 0 ? ": " : "", o->citation);
    enti_page_end(page);
}

/* Defence first, then bilateral treaties: they are what raises the rung. */
static int order_of(const ent_obligation *o) {
    return (strstr(o->duties, "defence") != NULL ? 0 : 2) + (strcmp(o->kind, "bilateral") == 0 ? 0 : 1);
}

static void write_obligations(enti_page *page, const ent_assessment *a, bool explain) {
    size_t shown = 0, most = explain || a->obligations_count <= SHOWN ? a->obligations_count : SHOWN;
    for (int order = 0; order < 4; order++)
        for (size_t i = 0; i < a->obligations_count && shown < most; i++) {
            if (order_of(&a->obligations[i]) != order) continue;
            write_obligation(page, &a->obligations[i], explain);
            shown++;
        }
    if (shown == a->obligations_count) return;
    enti_page_to(page, AT_IS);
    enti_page_print(page, "and %zu more (--explain lists them)", a->obligations_count - shown);
    enti_page_end(page);
}

static void write_treaty(enti_page *page, const ent_assessment *a, bool explain) {
    start_track(page, "treaty");
    enti_page_print(page, "%s%s", strcmp(a->treaty_rung, "none") == 0 ? "none on record" : a->treaty_rung,
                    a->treaty_multilateral ? " (multilateral)" : "");
    if (*a->features != 0) enti_page_print(page, " with %s", a->features);
    enti_page_print(page, "; on the ladder: %s (%d of 8)", a->ladder_name, a->ladder);
    enti_page_end(page);
    write_obligations(page, a, explain);
}

static void write_closeness(enti_page *page, const ent_assessment *a) {
    char rank[ENTI_WORDS], of[ENTI_WORDS];
    if (a->practice_rank == ENT_MISSING && a->gain_rank == ENT_MISSING) return;
    start_track(page, "closeness");
    enti_page_print(page, "of %s pairs without pact or rivalry", enti_words_count(of, a->of));
    if (a->practice_rank != ENT_MISSING)
        enti_page_print(page, ", %s closest in practice", enti_words_ordinal(rank, a->practice_rank));
    if (a->gain_rank != ENT_MISSING)
        enti_page_print(page, ", %s by mutual gain in security", enti_words_ordinal(rank, a->gain_rank));
    enti_page_end(page);
}

static void write_support(enti_page *page, const ent_assessment *a, bool explain) {
    char number[ENTI_WORDS], name[ENTI_WORDS];
    bool pact = a->pact_since != ENT_MISSING, known = !isnan(a->percentile);
    if (!pact && !known) return;
    start_track(page, "support");
    if (known)
        enti_page_print(page, "%s percentile in %d: %s%s%s", enti_words_percentile(number, a->percentile), a->year,
                        a->word, enti_by_rule(a) ? ", but the reading follows from a rule" : "", pact ? "; " : "");
    if (pact && isnan(a->at_signature))
        enti_page_print(page, "at signature not known: %s", a->at_signature_why);
    else if (pact)
        enti_page_print(page, "%s at signature (%d)", enti_words_percentile(number, a->at_signature),
                        a->at_signature_year);
    enti_page_end(page);
    if (explain && known) {
        enti_page_to(page, AT_IS + 4);
        enti_page_print(page, "L = %s", enti_words_number(number, a->support_l));
        enti_page_print(page, " = ln s(%s), %s", enti_words_number(number, a->u[0]), enti_side_name(name, a, 0, 30));
        enti_page_print(page, ", + ln s(%s), %s", enti_words_number(number, a->u[1]), enti_side_name(name, a, 1, 30));
        enti_page_print(page, "; percentile: share of past signers, by weight, with a smaller L; variant %s",
                        a->variant);
        enti_page_end(page);
    }
    if (*a->holds == 0) return;
    start_track(page, "held by");
    enti_page_words(page, ENTI_PLAIN, a->holds);
    enti_page_end(page);
}

/* The rung to expect; the bound, an unlikely extreme, for those who ask. */
static void write_ahead(enti_page *page, const ent_assessment *a, bool explain) {
    char number[ENTI_WORDS];
    start_track(page, "ahead");
    if (isnan(a->hazard)) {
        enti_page_print(page, "%s", *a->hazard_note != 0 ? a->hazard_note : "no hazard can be given");
        enti_page_end(page);
        return;
    }
    enti_page_print(page, "%s in %d%s; hazard %.2g %% a year", a->rung_at_horizon_name, a->year + a->horizon,
                    a->rung_at_horizon == a->ladder ? ", as now" : "", 100.0 * a->hazard_yearly);
    if (explain && !isnan(a->upper_bound))
        enti_page_print(page, ", upper bound %s in %d years", enti_words_probability(number, a->upper_bound),
                        a->horizon);
    if (explain && *a->hazard_note != 0) enti_page_print(page, " (%s)", a->hazard_note);
    enti_page_end(page);
}

static void write_is(enti_page *page, const ent_assessment *a, bool explain) {
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "IS");
    write_practice(page, a);
    write_treaty(page, a, explain);
    write_closeness(page, a);
    write_support(page, a, explain);
    write_ahead(page, a, explain);
}

/* ---- what is not there, and where it came from ---- */

static void write_table(enti_page *page, const ent_assessment *a, const ent_params *params, bool explain) {
    write_verdict(page, a);
    write_is(page, a, explain);
    enti_write_theories(page, a, params, explain);
    enti_write_obstacles(page, a, explain);
    if (explain) enti_write_ledger(page, a);
    enti_write_changes(page, a, params, explain);
    enti_page_blank(page);
    enti_page_texts(page, "MISSING", a->missing, a->missing_count, "; ");
    enti_page_texts(page, "ASSUMED", a->assumed, a->assumed_count, "; ");
    enti_page_texts(page, "SOURCES", a->sources, a->sources_count, ", ");
    enti_page_texts(page, "CITED", a->cites, a->cites_count, ", ");
    if (explain) return;
    enti_page_to(page, ENTI_AT_BODY);
    enti_page_words(page, ENTI_FAINT,
                    "entente cite for BibTeX, --explain for every number, --format json for the whole answer");
    enti_page_end(page);
}

ent_status ent_report_assessment(const ent_assessment *assessment, const ent_params *params, const ent_layout *layout,
                                 char **out, size_t *size, ent_error *err) {
    enti_page page;
    enti_tree tree;
    if (layout->format == ENT_TABLE) {
        enti_page_start(&page, layout);
        write_table(&page, assessment, params, layout->explain != 0);
        return enti_page_finish(&page, out, size, err);
    }
    enti_assess_tree(&tree, assessment);
    return enti_tree_finish(&tree, layout->format, out, size, err);
}
