/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a proposed upgrade meets. A defence clause asks for what a core asks for; the engine judged consultation and a
 * crisis centre pair by pair. First to refuse is who stands in most of the refusing pairs.
 */
#include "report/audit_words.h"

#include <stdio.h>
#include <stdlib.h>

const char *enti_upgrade_name(enti_upgrade upgrade) {
    static const char *const names[] = {"consultation", "crisis-centre", "defence"};
    return names[upgrade];
}

bool enti_upgrade_asked(const ent_audit_options *options, enti_upgrade upgrade) {
    const int asked[] = {options->upgrade_consultation, options->upgrade_crisis_centre, options->upgrade_defence};
    return asked[upgrade] != 0;
}

const char *enti_upgrade_refusal(const ent_group_pair *pair, enti_upgrade upgrade) {
    const char *const refusals[] = {pair->refuses_consultation, pair->refuses_crisis_centre, pair->why_not};
    return refusals[upgrade] != NULL ? refusals[upgrade] : "";
}

static int by_pairs(const void *a, const void *b) {
    const enti_refuser *x = a, *y = b;
    if (x->pairs != y->pairs) return x->pairs > y->pairs ? -1 : 1;
    return (x->member > y->member) - (x->member < y->member);
}

size_t enti_upgrade_refusers(const ent_audit *a, enti_upgrade upgrade, enti_refuser *out) {
    size_t count = a->members_count;
    for (size_t m = 0; m < count; m++)
        out[m] = (enti_refuser){m, 0};
    for (size_t p = 0; p < a->pairs_count; p++) {
        if (*enti_upgrade_refusal(&a->pairs[p], upgrade) == 0) continue;
        out[a->pairs[p].a].pairs++;
        out[a->pairs[p].b].pairs++;
    }
    qsort(out, count, sizeof *out, by_pairs);
    while (count > 0 && out[count - 1].pairs == 0)
        count--;
    return count;
}

const char *enti_refusal_words(const char *code, char out[64]) {
    (void)snprintf(out, 64, "%s", code);
    for (char *p = out; *p != 0; p++)
        if (*p == '-') *p = ' ';
    return out;
}
