/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * What the records say of one institution, or of two states over time; and the citations of any answer.
 */
#ifndef ENTENTE_HISTORY_H
#define ENTENTE_HISTORY_H

#include <entente/base.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One dated record. Texts borrowed from the answer. */
typedef struct ent_record {
    const char *start, *end; /**< ISO 8601, as exact as known; end is "" while it lasts or for an event of a day */
    const char *kind;        /**< treaty, title, rivalry, dispute, war, crisis, coercion, exercise, base, summit, ... */
    const char *text;
    const char *table;
    int line;
    const char *source, *citation;
    const char *confidence; /**< high, medium or low */
} ent_record;

/** Everything recorded between two states, oldest first. Owned by the tie. */
typedef struct ent_tie {
    ent_entity a, b;
    ent_record *records;
    size_t count;
    const char **sources;
    size_t sources_count;
    const char *note; /**< what is coded for whom, in words */
    void *arena;
} ent_tie;

/**
 * Collects every record between two entities: treaties, titles, rivalries, wars, crises, coercion, exercises, bases,
 * events, declarations, common forums, interests.
 *
 * @param first, last Years to cover; ENT_MISSING for no bound.
 * @param out         Receives the answer; the caller frees it with ent_tie_free.
 * @return ENT_OK; ENT_E_ARG for a state with itself; ENT_E_MISSING for an unknown code; ENT_E_RANGE when first > last.
 */
ENT_API ENT_MUST_USE ent_status ent_tie_run(const ent_world *world, int a, int b, int first, int last, ent_tie **out,
                                            ent_error *err);

/** Frees a tie. Accepts NULL. */
ENT_API void ent_tie_free(ent_tie *tie);

/** One spell of a member in an institution. */
typedef struct ent_spell {
    ent_entity state;
    const char *status, *start, *end;
    double lag_years;    /**< from application to membership or, if still waiting, to the last year of the data; NaN */
    const char *applied; /**< date of application, or "" */
    int longest_lag;     /**< 1: the longest wait of all members */
    int line;
    const char *source, *citation, *confidence;
} ent_spell;

/** An institution: attributes and every spell. Owned by the answer. */
typedef struct ent_institution {
    const char *id, *name, *type, *founded, *ended, *mandates, *obligations, *decision_rule, *leaders;
    int institution_level, defence_clause, secretariat, budget, summit_frequency_months, complete;
    const char *source, *citation, *confidence;
    int line;
    ent_spell *spells; /**< by start, then code */
    size_t count;
    const char **treaties; /**< ids of the treaties it rests on or works through */
    size_t treaties_count;
    const char **sources;
    size_t sources_count;
    void *arena;
} ent_institution;

/**
 * An institution by id or name, at a year or over all its life.
 *
 * @param text What the user typed; as ent_group_find.
 * @param year ENT_MISSING for all spells, else those that touch the year.
 * @return ENT_OK; ENT_E_MISSING (the message suggests some); ENT_E_ARG when several fit.
 */
ENT_API ENT_MUST_USE ent_status ent_institution_run(const ent_world *world, const char *text, int year,
                                                    ent_institution **out, ent_error *err);

/** Frees an institution. Accepts NULL. */
ENT_API void ent_institution_free(ent_institution *institution);

/** Number of forums and organisations in the data. */
ENT_API size_t ent_forum_count(const ent_world *world);
/** Id of one, by an index below ent_forum_count; and its name when `name` is not NULL. Borrowed from the world. */
ENT_API const char *ent_forum_at(const ent_world *world, size_t index, const char **name);

/**
 * BibTeX entries for keys of sources or of the bibliography.
 *
 * @param keys  Keys of sources.csv or references.bib; NULL with count 0 for every entry.
 * @param out   Receives the text, entries in order of key, each once; the caller frees it with ent_free.
 * @return ENT_OK; ENT_E_MISSING for a key that neither knows (the message names it); ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_cite_keys(const ent_world *world, const char *const *keys, size_t count, char **out,
                                              ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
