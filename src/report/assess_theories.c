/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Theories side by side. Each keeps its own word; they are never averaged. Bars share one scale, log-odds against
 * past signers; a theory that counts in something else uses the room for what it rests on.
 */
#include "report/assess_table.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

enum { AT_TITLE = 2, AT_WORD = 24, AT_SIDES = 38, BAR = 7, FULL_BAR = 2, BARS_FROM = 72 };

/* Columns a side takes; on narrow paper the numbers stand without their bars. */
static int side_width(const enti_page *page) {
    return page->width >= BARS_FROM ? 15 : 11;
}

static enti_style style_of(ent_word word) {
    switch (word) {
    case ENT_ENABLES:
    case ENT_FAVOURS: return ENTI_GOOD;
    case ENT_BLOCKS:
    case ENT_HINDERS: return ENTI_BAD;
    case ENT_CANNOT_JUDGE:
    case ENT_NEUTRAL: return ENTI_OPEN;
    }
    return ENTI_PLAIN;
}

static void write_side(enti_page *page, double value, int side) {
    char number[ENTI_WORDS];
    enti_page_to(page, AT_SIDES + side * side_width(page));
    if (page->width >= BARS_FROM) {
        enti_page_bar(page, value, FULL_BAR, BAR);
        enti_page_to(page, page->column + 1);
    }
    enti_page_put(page, ENTI_PLAIN, isnan(value) ? "" : enti_words_signed(number, value));
}

/* Scores are log-odds when they add up from weighted terms; ranks and shares have no coefficients. */
static bool in_log_odds(const ent_finding *f) {
    for (size_t i = 0; i < f->ledger.count; i++)
        if (!isnan(f->ledger.lines[i].coefficient)) return !isnan(f->sides.side[0]) || !isnan(f->sides.side[1]);
    return false;
}

static void write_theory(enti_page *page, const ent_finding *f) {
    bool bars = in_log_odds(f);
    int at = AT_SIDES + (bars ? 2 * side_width(page) : 0);
    enti_page_to(page, AT_TITLE);
    enti_page_put(page, ENTI_PLAIN, f->theory->title);
    enti_page_to(page, AT_WORD);
    enti_page_put(page, style_of(f->sides.word), ent_word_text(f->sides.word));
    if (bars) {
        write_side(page, f->sides.side[0], 0);
        write_side(page, f->sides.side[1], 1);
    }
    if (bars && page->width < ENTI_WIDE) {
        enti_page_end(page);
        at = AT_WORD;
    }
    enti_page_to(page, at);
    enti_page_words(page, ENTI_PLAIN, f->sides.basis);
    enti_page_end(page);
}

/* The parameters a theory reads, as they stand in this answer. */
static void write_params(enti_page *page, const ent_theory *t, const ent_params *params) {
    bool any = false;
    enti_page_to(page, AT_TITLE + 2);
    enti_page_hang(page, AT_TITLE + 4);
    for (size_t i = 0; i < ent_params_count(params); i++) {
        ent_param p = ent_params_at(params, i);
        bool reads = false;
        for (const char *const *name = t->params; *name != NULL; name++)
            if (strcmp(*name, p.name) == 0) reads = true;
        if (!reads) continue;
        enti_page_print(page, "%s%s %.4g", any ? "; " : "Parameters: ", p.name, p.value);
        if (!isnan(p.standard_error))
            enti_page_print(page, " (s.e. %.2g)", p.standard_error);
        else
            enti_page_print(page, " (%.3g to %.3g)", p.low, p.high);
        any = true;
    }
    if (any) enti_page_end(page);
}

static void explain_theory(enti_page *page, const ent_assessment *a, const ent_finding *f, const ent_params *params) {
    const ent_theory *t = f->theory;
    char number[ENTI_WORDS];
    enti_page_to(page, AT_TITLE + 2);
    enti_page_print(page, "%s", t->question);
    if (!isnan(f->sides.score)) enti_page_print(page, " Score %s.", enti_words_number(number, f->sides.score));
    enti_page_end(page);
    if (t->finding != NULL && *t->finding != 0) {
        enti_page_to(page, AT_TITLE + 2);
        enti_page_print(page, "The record: %s", t->finding);
        enti_page_end(page);
    }
    enti_page_to(page, AT_TITLE + 2);
    enti_page_hang(page, AT_TITLE + 4);
    for (const ent_cite *c = t->cites; c->key != NULL; c++)
        enti_page_print(page, "%s%s (%s)", c == t->cites ? "After " : "; ", c->key, c->place);
    enti_page_end(page);
    if (params != NULL) write_params(page, t, params);
    for (size_t i = 0; i < f->ledger.count; i++)
        enti_write_evidence(page, a, &f->ledger.lines[i], AT_TITLE + 2);
    enti_page_blank(page);
}

/* Both leaders' codes are known: their distance is among the evidence. */
static bool beliefs_measured(const ent_assessment *a) {
    for (size_t t = 0; t < a->theories_count; t++)
        for (size_t i = 0; i < a->theories[t].ledger.count; i++) {
            const char *code = a->theories[t].ledger.lines[i].code;
            if (strcmp(code, "belief-gap") == 0 || strcmp(code, "beliefs-match") == 0) return true;
        }
    return false;
}

/* What unknown beliefs leave open; nothing to say where they are known or the gate would make no difference. */
static void write_gate(enti_page *page, const ent_assessment *a) {
    char open[ENTI_WORDS], shut[ENTI_WORDS];
    if (enti_by_rule(a) || beliefs_measured(a) || isnan(a->gate_open) || isnan(a->gate_shut) ||
        a->gate_open - a->gate_shut < 0.5)
        return;
    enti_page_to(page, AT_TITLE);
    enti_page_hang(page, AT_TITLE + 2);
    enti_page_print(
        page,
        "The leaders' beliefs could move the support: %s percentile where they agree, %s where they stand three "
        "standard deviations apart (the gate's size is assumed).",
        enti_words_percentile(open, a->gate_open), enti_words_percentile(shut, a->gate_shut));
    enti_page_end(page);
}

static void write_disagreements(enti_page *page, const ent_assessment *a) {
    if (a->disagreements_count == 0) return;
    enti_page_to(page, AT_TITLE);
    enti_page_put(page, ENTI_PLAIN, "Where they disagree:");
    enti_page_end(page);
    for (size_t i = 0; i < a->disagreements_count; i++) {
        enti_page_to(page, AT_TITLE + 2);
        enti_page_hang(page, AT_TITLE + 4);
        enti_page_words(page, ENTI_PLAIN, a->disagreements[i]);
        enti_page_end(page);
    }
}

void enti_write_theories(enti_page *page, const ent_assessment *a, const ent_params *params, bool explain) {
    char name[ENTI_WORDS];
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "THEORIES");
    enti_page_to(page, AT_WORD);
    enti_page_put(page, ENTI_FAINT, "verdict");
    for (int side = 0; side < 2; side++) {
        enti_page_to(page, AT_SIDES + side * side_width(page));
        enti_page_put(page, ENTI_FAINT, enti_side_name(name, a, side, side_width(page) - 1));
    }
    if (page->width >= ENTI_WIDE) {
        enti_page_to(page, AT_SIDES + 2 * side_width(page));
        enti_page_put(page, ENTI_FAINT, "rests on");
    }
    enti_page_end(page);
    for (size_t i = 0; i < a->theories_count; i++) {
        write_theory(page, &a->theories[i]);
        if (explain) explain_theory(page, a, &a->theories[i], params);
    }
    write_gate(page, a);
    write_disagreements(page, a);
}
