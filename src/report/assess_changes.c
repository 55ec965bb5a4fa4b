/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What would have to change, by target: the cheapest single change, the cheapest joint one where it is cheaper, and
 * what single events do alone. With --explain all that were tried are listed.
 */
#include "report/assess_table.h"
#include "report/words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AT_TARGET = 2, AT_TEXT = 30 };

static bool is(const ent_change *c, const char *target, const char *kind) {
    return strcmp(c->target, target) == 0 && strcmp(c->kind, kind) == 0;
}

/* "to 50" becomes "to the 50th percentile". */
static void put_target(enti_page *page, const char *target) {
    const char *number = strpbrk(target, "0123456789");
    char ordinal[ENTI_WORDS], text[96];
    if (number == NULL)
        (void)snprintf(text, sizeof text, "%s", target);
    else
        (void)snprintf(text, sizeof text, "%.*sthe %s percentile", (int)(number - target), target,
                       enti_words_percentile(ordinal, strtod(number, NULL)));
    enti_page_put(page, ENTI_PLAIN, text);
}

static void put_moves(enti_page *page, const ent_change *c, const char *lead) {
    enti_page_to(page, AT_TEXT);
    enti_page_hang(page, AT_TEXT + 2);
    enti_page_print(page, "%s", lead);
    for (size_t m = 0; m < c->count; m++)
        enti_page_print(page, "%s%s", m == 0 ? "" : ", and ", c->moves[m].text);
}

static void write_moves(enti_page *page, const ent_change *c, const char *lead) {
    put_moves(page, c, lead);
    enti_page_print(page, " (cost %.2f)", c->cost);
    enti_page_end(page);
}

/* One of the changes tried, with what it does; a lever is shown at the end of its range. */
static void write_tried(enti_page *page, const ent_change *c) {
    char number[ENTI_WORDS];
    (void)enti_words_percentile(number, c->percentile);
    if (strcmp(c->kind, "lever") != 0) {
        put_moves(page, c, strcmp(c->kind, "event") == 0 ? "event: " : "next best: ");
        if (strcmp(c->kind, "event") != 0) enti_page_print(page, " (cost %.2f)", c->cost);
        enti_page_print(page, ": %s", number);
    } else {
        put_moves(page, c, "lever to its end: ");
        enti_page_print(page, ": %s", number);
        if (!isnan(c->cost)) enti_page_print(page, ", reaches the target at cost %.2f", c->cost);
    }
    enti_page_end(page);
}

/* Events that reach the target alone, in one line; how near the best of the others comes. */
static void write_events(enti_page *page, const ent_assessment *a, const char *target) {
    const ent_change *nearest = NULL;
    char number[ENTI_WORDS];
    bool upward = strncmp(target, "to", 2) == 0, any = false;
    for (size_t i = 0; i < a->changes_count; i++) {
        const ent_change *c = &a->changes[i];
        if (!is(c, target, "event") || c->count == 0) continue;
        if (!c->reaches) {
            if (nearest == NULL || (upward ? c->percentile > nearest->percentile : c->percentile < nearest->percentile))
                nearest = c;
            continue;
        }
        if (!any) {
            enti_page_to(page, AT_TEXT);
            enti_page_hang(page, AT_TEXT + 2);
        }
        enti_page_print(page, "%s%s (%s)",
                        any ? "; " : "any one event, and the percentile it gives: ", c->moves[0].text,
                        enti_words_percentile(number, c->percentile));
        any = true;
    }
    if (any) {
        enti_page_end(page);
    } else if (nearest != NULL) {
        enti_page_to(page, AT_TEXT);
        enti_page_hang(page, AT_TEXT + 2);
        enti_page_print(page, "no event alone; nearest: %s (%s)", nearest->moves[0].text,
                        enti_words_percentile(number, nearest->percentile));
        enti_page_end(page);
    }
}

static void write_target(enti_page *page, const ent_assessment *a, const char *target, bool explain) {
    const ent_change *single = NULL, *joint = NULL;
    for (size_t i = a->changes_count; i-- > 0;) { /* the first of a kind is the cheapest */
        if (is(&a->changes[i], target, "single")) single = &a->changes[i];
        if (is(&a->changes[i], target, "joint")) joint = &a->changes[i];
    }
    enti_page_to(page, AT_TARGET);
    put_target(page, target);
    if (single != NULL) write_moves(page, single, "");
    if (joint != NULL)
        write_moves(page, joint, single != NULL ? "or together: " : "no single change suffices; together: ");
    if (single == NULL && joint == NULL) {
        enti_page_to(page, AT_TEXT);
        enti_page_print(page, "no change of the levers within their ranges suffices");
        enti_page_end(page);
    }
    if (!explain) write_events(page, a, target);
    for (size_t i = 0; explain && i < a->changes_count; i++) {
        const ent_change *c = &a->changes[i];
        if (strcmp(c->target, target) == 0 && c != single && c != joint) write_tried(page, c);
    }
}

/* The note of the answer begins in lower case, for it may stand after others. */
static void put_sentence(enti_page *page, const char *text) {
    if (*text == 0) return;
    enti_page_print(page, "%c%s.", *text >= 'a' && *text <= 'z' ? *text - 'a' + 'A' : *text, text + 1);
}

void enti_write_changes(enti_page *page, const ent_assessment *a, const ent_params *params, bool explain) {
    if (a->changes_count == 0 && (a->change_note == NULL || *a->change_note == 0)) return;
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "WHAT WOULD CHANGE IT");
    enti_page_end(page);
    for (size_t i = 0; i < a->changes_count; i++) {
        bool seen = false;
        for (size_t k = 0; k < i; k++)
            if (strcmp(a->changes[k].target, a->changes[i].target) == 0) seen = true;
        if (!seen) write_target(page, a, a->changes[i].target, explain);
    }
    enti_page_to(page, AT_TARGET);
    if (a->changes_count > 0 && params != NULL)
        enti_page_print(
            page,
            "Cost counts units: a rivalry, a common ally, a doubling or halving, %.2g points of UN votes, %.2g of "
            "polyarchy. ",
            ent_params_get(params, "unit_interest"), ent_params_get(params, "unit_regime"));
    if (a->change_note != NULL) put_sentence(page, a->change_note);
    enti_page_end(page);
}
