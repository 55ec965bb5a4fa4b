/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Allies of allies, leaving out common treaties: k counts when one defence treaty holds i and k but not j, and
 * another holds j and k but not i. Counting NATO's members as common allies would let NATO explain NATO.
 */
#include "measures/measures.h"

/* Defence partners of i through treaties that j is no party to. */
static enti_set allies_without(const ent_year *y, size_t i, size_t j) {
    enti_set allies = {{0}};
    for (size_t r = y->defence_first[i]; r < y->defence_first[i + 1]; r++)
        if (!enti_set_has(&y->treaties[y->defence[r].treaty].members, j))
            allies = enti_set_or(allies, y->defence[r].partners);
    return allies;
}

int enti_common_allies(const ent_year *y, size_t i, size_t j) {
    enti_set common = enti_set_and(allies_without(y, i, j), allies_without(y, j, i));
    return enti_set_count(&common);
}
