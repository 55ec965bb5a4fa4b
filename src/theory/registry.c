/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The theories, in the order in which answers list them. A new one is one file and one line here. */
#include "base/base.h"

#include <entente/theory.h>

extern const ent_theory enti_theory_exclusive_rivalry, enti_theory_balance_of_threat, enti_theory_cost_benefit,
    enti_theory_belief_balance, enti_theory_bases, enti_theory_patron_choice;

static const ent_theory *const theories[] = {
    &enti_theory_exclusive_rivalry,
    &enti_theory_balance_of_threat,
    &enti_theory_cost_benefit,
    &enti_theory_belief_balance,
    &enti_theory_bases,
    &enti_theory_patron_choice,
};

size_t ent_theory_count(void) {
    return sizeof theories / sizeof *theories;
}

const ent_theory *ent_theory_at(size_t index) {
    return theories[index];
}
