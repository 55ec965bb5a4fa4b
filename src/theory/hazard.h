/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is likely: hazards of signing and of ending. */
#ifndef ENTI_HAZARD_H
#define ENTI_HAZARD_H

#include "theory/params.h"

/* Yearly hazard that a pair founds a bilateral or small pact, from its L. */
double enti_founding_hazard(const ent_params *params, double l);
/* Yearly upper bound that includes accession to a big treaty open to both. */
double enti_upper_bound(const ent_params *params, double l);
/* Yearly hazard that a pact of a pair ends. */
double enti_exit_hazard(const ent_params *params, int year);
/* Probability within a number of years. */
double enti_within(double yearly, int years);

#endif
