/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict in words: what is, and what the structure would support. A reader who stops here is not misled. */
#include "theory/assess.h"

#include <math.h>

static const char *status_words(const enti_assessing *a) {
    switch (a->status.category) {
    case ENTI_CATEGORY_PAPER: return "Allied on paper, rivals in practice";
    case ENTI_CATEGORY_HOSTILE: return "Hostile";
    case ENTI_CATEGORY_INTEGRATION: return "Integrated";
    case ENTI_CATEGORY_ALLIANCE: return a->status.deep ? "Allied, deeply" : "Allied";
    case ENTI_CATEGORY_ALIGNMENT: return "Aligned, not allied";
    case ENTI_CATEGORY_COOPERATION: return "Cooperating, not allied";
    default: return "Not allied, and not aligned by the indicators used";
    }
}

/* "49th"; with a decimal where rounding would put it on the wrong side of the cut. */
static const char *ordinal(const enti_assessing *a, double percentile) {
    double cut = enti_param(a->params, ENTI_SUPPORT_CUT);
    int n = (int)lround(percentile);
    const char *end = "th";
    if ((percentile >= cut) != (n >= cut)) return enti_arena_printf(a->arena, "%.1fth", floor(percentile * 10) / 10);
    if (n % 100 < 11 || n % 100 > 13) end = n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    return enti_arena_printf(a->arena, "%d%s", n, end);
}

static const char *support_words(enti_assessing *a) {
    const ent_assessment *out = a->out;
    const char *range = "", *place = ordinal(a, out->percentile);
    if (place != NULL && !isnan(out->low)) range = enti_arena_printf(a->arena, ", %.0f to %.0f", out->low, out->high);
    if (place == NULL || range == NULL) return NULL;
    switch (enti_reading_of(&a->status, a->params, a->percentile)) {
    case ENTI_READING_UNKNOWN: return "Whether the structure supports a pact cannot be judged: capability is not known";
    case ENTI_READING_PAPER:
        return enti_arena_printf(a->arena,
                                 "The treaty stands, but the two are strategic rivals of each other (their terms "
                                 "alone: %s percentile of past signers%s)",
                                 place, range);
    case ENTI_BARRED:
        return a->status.mutual_rivalry
                   ? "Rivals of each other do not sign: a pact is barred, whatever the structure says"
                   : "Within five years of a war against each other a pact is barred, whatever the structure says";
    case ENTI_SUPPORTED:
        return enti_arena_printf(a->arena, "The structure supports the pact (%s percentile of past signers%s)", place,
                                 range);
    case ENTI_LEGACY:
        return enti_arena_printf(a->arena,
                                 "The structure of today would not bring the pact about (%s percentile of past "
                                 "signers%s): a legacy, held by inertia and institutions",
                                 place, range);
    case ENTI_UNSIGNED:
        return enti_arena_printf(a->arena,
                                 "The structure would support a pact (%s percentile of past signers%s), none is "
                                 "signed",
                                 place, range);
    default:
        return enti_arena_printf(a->arena, "The structure gives a pact no basis (%s percentile of past signers%s)",
                                 place, range);
    }
}

ent_status enti_assess_sentence(enti_assessing *a) {
    const char *support = support_words(a);
    bool near =
        a->out->near_line && a->status.category != ENTI_CATEGORY_PAPER && a->status.category != ENTI_CATEGORY_HOSTILE;
    a->out->sentence = support == NULL ? NULL
                                       : enti_arena_printf(a->arena, "%s. %s%s.", status_words(a), support,
                                                           near ? "; near the line" : "");
    return a->out->sentence == NULL ? enti_no_memory(a->err) : ENT_OK;
}
