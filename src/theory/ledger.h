/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a ledger: terms of the model with what they cost, and facts with their source rows. */
#ifndef ENTI_LEDGER_H
#define ENTI_LEDGER_H

#include "theory/support.h"

ENT_MUST_USE ent_status enti_ledger_add(ent_ledger *ledger, ent_line line, ent_error *err);

/* A line with nothing known: fill in what is. */
ent_line enti_line(const char *code, ent_line_kind kind, int side, const char *text);

/* A term of the model for the pair (side -1) or one side: value, signers' mean, coefficient, size, words.
 * Pair lines count both consents. Code names the obstacle when size is negative, else the support. */
ENT_MUST_USE ent_status enti_add_term(const enti_model *model, const enti_pair *pair, int term, int side,
                                      ent_ledger *out, ent_error *err);
/* Its size alone. */
double enti_term_size(const enti_model *model, const enti_pair *pair, int term, int side);
/* Whether a term belongs to each side. */
static inline bool enti_own_term(int term) {
    return term >= ENTI_COMMON_TERMS;
}

/* Facts with their rows. */
ENT_MUST_USE ent_status enti_add_capability(const ent_year *year, size_t i, int side, ent_ledger *out, ent_error *err);
ENT_MUST_USE ent_status enti_add_polyarchy(const ent_year *year, size_t i, int side, ent_ledger *out, ent_error *err);
ENT_MUST_USE ent_status enti_add_ideal_point(const ent_year *year, size_t i, int side, ent_ledger *out, ent_error *err);
ENT_MUST_USE ent_status enti_add_rivalries(const ent_year *year, size_t i, const enti_set *rivals, int side,
                                           const char *code, ent_ledger *out, ent_error *err);

/* States that used force against i, or i against them, and are neither rivals nor allies. */
ENT_MUST_USE ent_status enti_add_hostile(const ent_year *year, size_t i, int side, ent_ledger *out, ent_error *err);

/* "net resources", or what the variant counts as capability instead. */
const char *enti_capability_words(const ent_year *year);

/* "United States", "India, Japan and Taiwan", "none"; in the arena. */
const char *enti_names_of(const ent_year *year, const enti_set *set, enti_arena *arena);

/* Word for a log-odds score. */
ent_word enti_word_of(const ent_params *params, double score);

/* What each of the log-odds theories keeps between prepare and release. */
typedef struct {
    enti_arena arena;
    enti_model model;
} enti_theory_state;

ENT_MUST_USE ent_status enti_theory_prepare(const ent_year *year, const ent_params *params, void **state,
                                            ent_error *err);
void enti_theory_release(void *state);

#endif
