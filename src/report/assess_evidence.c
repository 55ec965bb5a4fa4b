/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What --explain adds: for each number the value it was made from, the signers' mean it is compared with, the
 * coefficient, and the row of the source. A size can be done again by hand from its line.
 */
#include "report/assess_table.h"
#include "report/words.h"

#include <math.h>
#include <stdio.h>

const char *enti_kind_name(ent_line_kind kind) {
    switch (kind) {
    case ENT_LINE_ESTIMATED: return "estimated";
    case ENT_LINE_ASSUMED: return "assumed";
    case ENT_LINE_CONTEXT: return "context";
    case ENT_LINE_RULE: return "rule";
    case ENT_LINE_FACT: return "fact";
    }
    return "fact";
}

const char *enti_side_name(char out[ENTI_WORDS], const ent_assessment *a, int side, int columns) {
    if (side < 0) {
        (void)snprintf(out, ENTI_WORDS, "both");
        return out;
    }
    return enti_words_name(out, side == 0 ? &a->a : &a->b, columns);
}

/* "2 x coefficient -0.453 x (value 1.61 - signers' mean 0.091) = -1.38; value = ln(1 + n)": to be done again by hand. */
static void write_numbers(enti_page *page, const ent_line *line) {
    char value[ENTI_WORDS], mean[ENTI_WORDS], coefficient[ENTI_WORDS], size[ENTI_WORDS];
    bool weighed = !isnan(line->coefficient) && !isnan(line->reference) && !isnan(line->size);
    (void)enti_words_number(value, line->value);
    (void)enti_words_signed(size, line->size);
    if (weighed)
        enti_page_print(page, "%scoefficient %s x (value %s - signers' mean %s) = %s", line->side < 0 ? "2 x " : "",
                        enti_words_number(coefficient, line->coefficient), value,
                        enti_words_number(mean, line->reference), size);
    else if (!isnan(line->size))
        enti_page_print(page, "value %s, size %s", value, size);
    else
        enti_page_print(page, "value %s", value);
    if (*line->formula != 0) enti_page_print(page, "; value = %s", line->formula);
}

static void write_place(enti_page *page, const ent_line *line) {
    if (*line->table != 0 && line->line > 0)
        enti_page_print(page, "%s%s:%d", line->table, enti_words_suffix(line->table), line->line);
    else if (*line->table != 0)
        enti_page_print(page, "%s%s", line->table, enti_words_suffix(line->table));
    if (*line->source != 0) enti_page_print(page, "%s%s", *line->table != 0 ? " " : "", line->source);
    if (*line->citation != 0) enti_page_print(page, ": %s", line->citation);
    if (line->year != ENT_MISSING) enti_page_print(page, ", %d", line->year);
}

void enti_write_trace(enti_page *page, const ent_line *line, int indent) {
    if (!isnan(line->value) || !isnan(line->size)) {
        enti_page_to(page, indent);
        write_numbers(page, line);
        enti_page_end(page);
    }
    if (*line->table != 0 || *line->source != 0) {
        enti_page_to(page, indent);
        write_place(page, line);
        enti_page_end(page);
    }
}

void enti_write_evidence(enti_page *page, const ent_assessment *a, const ent_line *line, int indent) {
    char who[ENTI_WORDS];
    enti_page_to(page, indent);
    enti_page_put(page, ENTI_FAINT, page->unicode ? "\u00b7 " : "- ");
    enti_page_hang(page, indent + 2);
    enti_page_print(page, "%s", line->text);
    enti_page_print(page, " [%s; %s, %s%s]", line->code, enti_side_name(who, a, line->side, 30),
                    enti_kind_name(line->kind), line->assumed ? ", stands in for data or rests on a weak row" : "");
    enti_page_end(page);
    enti_write_trace(page, line, indent + 4);
}

/* The whole sum behind the percentile: what each side's utility adds up from, and what its place is read among. */
void enti_write_ledger(enti_page *page, const ent_assessment *a) {
    char who[ENTI_WORDS], value[ENTI_WORDS], coefficient[ENTI_WORDS];
    if (a->terms_count == 0) return;
    enti_page_blank(page);
    enti_page_put(page, ENTI_HEADING, "LEDGER OF THE PERCENTILE");
    enti_page_end(page);
    for (size_t t = 0; t < a->terms_count; t++) {
        const ent_line *line = &a->terms[t];
        enti_page_to(page, 2);
        enti_page_hang(page, 4);
        if (isnan(line->coefficient)) { /* the gate: a term of L, not of a side's utility */
            enti_page_print(page, "%s, %s, added to L: %s at %s = %+.5f", line->code,
                            enti_side_name(who, a, line->side, 30), line->formula,
                            enti_words_number(value, line->value), line->size);
            enti_page_end(page);
            continue;
        }
        enti_page_print(page, "%s, %s: %s x %s = %+.5f", *line->parameter != 0 ? line->parameter : line->code,
                        enti_side_name(who, a, line->side, 30), enti_words_number(coefficient, line->coefficient),
                        enti_words_number(value, line->value), line->coefficient * line->value);
        enti_page_end(page);
    }
    enti_page_to(page, 2);
    enti_page_hang(page, 4);
    enti_page_print(page, "Lines of both and a side's own add up to its utility u: %.5f for %s, %.5f for %s.", a->u[0],
                    a->a.name, a->u[1], a->b.name);
    enti_page_print(page, " L = ln s(u) of both sides%s = %.5f.",
                    isnan(a->terms[a->terms_count - 1].coefficient) ? ", and the gate," : "", a->support_l);
    enti_page_print(
        page,
        " Percentile %.3f: the weight of rows of derived/signers.csv whose L, scored in the same way, is smaller.",
        a->percentile);
    enti_page_end(page);
}
