/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heaviest set of members of whom every two get along: exact maximum-weight clique. */
#ifndef ENTI_CLIQUE_H
#define ENTI_CLIQUE_H

#include "world/set.h"

typedef struct {
    enti_set members;
    double weight;
    bool exact; /* false: the search hit its limit and this is a lower bound */
} enti_clique;

/* `joined[i]` holds the neighbours of i among 0 .. n - 1, never i itself; weights are > 0. */
enti_clique enti_clique_heaviest(const enti_set *joined, const double *weight, size_t n);

#endif
