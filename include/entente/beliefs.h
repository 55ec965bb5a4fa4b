/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Operational codes from coded verbs (Verbs in Context System): indices with their errors, comparison of leaders,
 * norms, import of published values. Formulas and choices: docs/beliefs/indices.md, docs/beliefs/statistics.md.
 */
#ifndef ENTENTE_BELIEFS_H
#define ENTENTE_BELIEFS_H

#include <entente/base.h>
#include <entente/store.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Categories of transitive verbs, from -3 to +3 without the neutral 0; they index every array of counts. */
typedef enum ent_vics {
    ENT_VICS_PUNISH,   /**< -3, a deed */
    ENT_VICS_THREATEN, /**< -2, a word */
    ENT_VICS_OPPOSE,   /**< -1, a word */
    ENT_VICS_APPEAL,   /**< +1, a word: appeal or support */
    ENT_VICS_PROMISE,  /**< +2, a word */
    ENT_VICS_REWARD,   /**< +3, a deed */
    ENT_VICS_CATEGORIES
} ent_vics;

/** The indices, philosophical (of others' acts) before instrumental (of the speaker's own). */
typedef enum ent_belief {
    ENT_BELIEF_P1,  /**< nature of the political universe, -1 hostile to 1 friendly */
    ENT_BELIEF_P2,  /**< prospects, -1 pessimistic to 1 optimistic */
    ENT_BELIEF_P3,  /**< predictability, 0 to 1 */
    ENT_BELIEF_P4A, /**< own control, 0 to 1 */
    ENT_BELIEF_P4B, /**< others' control, 0 to 1 */
    ENT_BELIEF_P5,  /**< role of chance, 0 to 1 */
    ENT_BELIEF_I1,  /**< direction of strategy, -1 conflict to 1 cooperation */
    ENT_BELIEF_I2,  /**< intensity of tactics, -1 to 1 */
    ENT_BELIEF_I3,  /**< risk orientation, 0 averse to 1 acceptant */
    ENT_BELIEF_I4A, /**< flexibility between cooperation and conflict, 0 to 1 */
    ENT_BELIEF_I4B, /**< flexibility between words and deeds, 0 to 1 */
    ENT_BELIEF_I5,  /**< utility of means: share of the first category, ENT_VICS_PUNISH; the other five follow */
    ENT_BELIEFS = ENT_BELIEF_I5 + ENT_VICS_CATEGORIES
} ent_belief;

/** Name in the literature, such as "P-1" or "I-5 punish". Static; NULL for no index. */
ENT_API const char *ent_belief_name(ent_belief index);

/** Name in files, such as "p1" or "i5_punish". Static; NULL for no index. */
ENT_API const char *ent_belief_key(ent_belief index);

/** What an index says, such as "nature of the political universe". Static; NULL for no index. */
ENT_API const char *ent_belief_title(ent_belief index);

/** "punish" to "reward". Static; NULL for no category. */
ENT_API const char *ent_vics_name(ent_vics category);

/** All indices of one text, or of several pooled. */
typedef struct ent_belief_profile {
    double self, other;        /**< coded verbs behind the I and the P indices */
    double value[ENT_BELIEFS]; /**< NaN where not defined: nothing was coded on the side it needs */
} ent_belief_profile;

/**
 * Indices from counts.
 *
 * @param self, other Counts by category, each finite and >= 0; shares serve as well, the scale does not matter, except
 *                    that P-4 and P-5 need both sides on the same one.
 * @param out Receives the indices. A side that sums to 0 leaves its indices undefined (NaN); P-4 needs one code on
 *            either side, P-5 codes of others. A count that is negative or not finite leaves all undefined.
 * Cost O(1). Source: @cite walker1998, @cite schafer2006.
 */
ENT_API void ent_belief_indices(const double self[ENT_VICS_CATEGORIES], const double other[ENT_VICS_CATEGORIES],
                                ent_belief_profile *out);

/** The word of the anchor nearest to a value, such as "somewhat hostile". Static; "not defined" for NaN. */
ENT_API const char *ent_belief_word(ent_belief index, double value);

/** The same words by half standard deviations from the mean of a norm. Static; "not defined" for NaN. */
ENT_API const char *ent_belief_norm_word(ent_belief index, double z);

/* ---- norms ---- */

/** Means and standard deviations of a group of leaders. */
typedef struct ent_belief_norm {
    char name[48];            /**< how options call it, such as "psycl-leaders" */
    char title[120];          /**< group and coder */
    char source[48];          /**< key of the data's sources; empty for a group computed from a file */
    size_t cases;             /**< members of the group */
    double mean[ENT_BELIEFS]; /**< NaN where the group has no value */
    double sd[ENT_BELIEFS];   /**< of the sample (n - 1) */
} ent_belief_norm;

/**
 * The norm a database holds under a name.
 *
 * @param name NULL: "psycl-leaders".
 * @return ENT_OK; ENT_E_MISSING when there is none of that name, with those there are; ENT_E_NOMEM; ENT_E_IO.
 */
ENT_API ENT_MUST_USE ent_status ent_belief_norm_find(const ent_store *store, const char *name, ent_belief_norm *out,
                                                     ent_error *err);

/**
 * All norms of a database, by name. The caller frees the array with ent_free.
 *
 * @return ENT_OK, with none where the database knows no norms; ENT_E_NOMEM; ENT_E_IO.
 */
ENT_API ENT_MUST_USE ent_status ent_belief_norms(const ent_store *store, ent_belief_norm **out, size_t *count,
                                                 ent_error *err);

/**
 * Mean and standard deviation (n - 1) over the rows of a CSV file of index values.
 *
 * @param path Columns named as ent_belief_key has them (`i4a`; shares also as `i5pu`, control also as `p4`).
 * @param ccode Only rows whose column `ccode` has this COW code; ENT_MISSING takes all.
 * @param name  What the norm is to be called; cut where too long.
 * @return ENT_OK; ENT_E_IO; ENT_E_PARSE with line and column; ENT_E_MISSING for fewer than two rows; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_belief_norm_compute(const char *path, int ccode, const char *name,
                                                        ent_belief_norm *out, ent_error *err);

/* ---- coded texts ---- */

/** Texts with their codes or counts, of one or several files or of a database. */
typedef struct ent_speeches ent_speeches;

/** One text; borrowed from its ent_speeches. Unknown words are empty. */
typedef struct ent_coded_text {
    const char *id, *speaker, *date, *venue;
    const char *mode;  /**< "prepared", "spontaneous" or empty */
    const char *file;  /**< where it was read */
    const char *state; /**< the speaker's state by three letters, where a file has these in place of the number */
    int ccode;         /**< the speaker's state; ENT_MISSING when not known */
    double words;      /**< NaN when not known */
    size_t codes;      /**< coded verbs that can be listed; 0 for files of counts */
    int demonstration; /**< 1: to be shown and marked, never to stand for the leader */
} ent_coded_text;

/** One coded verb; borrowed from its ent_speeches. Unknown words are empty. */
typedef struct ent_verb {
    int sentence_no, clause_no;
    const char *sentence, *subject, *verb, *object, *tense, *voice, *rule, *confidence;
    const char *domain; /**< "foreign", "domestic" or empty */
    int category;       /**< ent_vics, or ENT_MISSING for neutral */
    int self;           /**< 1: the speaker's own side acts */
    int actor;          /**< 0: the subject is no actor (a crisis, sanctions) */
    int negated;
    int overridden; /**< 1: the category is a person's, not the coder's */
    long line;      /**< of the file */
} ent_verb;

/**
 * Reads files of codes (one verb a row) or counts (one text a row), told apart by their header.
 *
 * Codes: text_id, speaker, attribution (self, other), category, and optionally ccode, date, venue, mode, words,
 * actor_kind (actor, non-actor), domain, confidence (agreed, disputed, single), override and what explains a code.
 * Counts: speaker (or name), self_punish to self_reward, other_punish to other_reward, and optionally text_id, ccode,
 * date, venue, mode, words, nonactor_punish to nonactor_reward, domain, confidence. Rows of one text in one file add
 * up. The order of rows and files does not matter.
 *
 * @param paths Files; "-" is standard input.
 * @param out   Receives the texts, sorted by speaker, date and id; the caller frees them with ent_speeches_free.
 * @return ENT_OK; ENT_E_IO; ENT_E_PARSE with file, line and column; ENT_E_MISSING for files without texts; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_speeches_read(const char *const *paths, size_t count, ent_speeches **out,
                                                  ent_error *err);

/** The texts whose counts a database holds (table speech_counts). As ent_speeches_read; none is no error. */
ENT_API ENT_MUST_USE ent_status ent_speeches_open(const ent_store *store, ent_speeches **out, ent_error *err);

/** Frees texts. Accepts NULL. */
ENT_API void ent_speeches_free(ent_speeches *speeches);

/** Number of texts. O(1). */
ENT_API size_t ent_speeches_count(const ent_speeches *speeches);

/** A text, or NULL. Borrowed. */
ENT_API const ent_coded_text *ent_speeches_at(const ent_speeches *speeches, size_t index);

/** A coded verb of a text in the order of the text, or NULL. Borrowed. */
ENT_API const ent_verb *ent_speeches_verb(const ent_speeches *speeches, size_t text, size_t index);

/**
 * Writes the counts of texts as CSV, one row per text, domain and agreement, in the columns that ent_speeches_read takes
 * for counts: what may be published where the texts may not.
 *
 * @param out  Receives the text, ending in a newline; the caller frees it with ent_free.
 * @param size Receives its length; may be NULL.
 * @return ENT_OK or ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_speeches_counts(const ent_speeches *speeches, char **out, size_t *size,
                                                    ent_error *err);

/** Which acts count. */
typedef enum ent_belief_domain { ENT_DOMAIN_FOREIGN, ENT_DOMAIN_DOMESTIC, ENT_DOMAIN_ALL } ent_belief_domain;

/** Who is "other": actors, or every subject that is not the speaker's side (for comparison with norms). */
typedef enum ent_belief_others { ENT_OTHERS_ACTORS, ENT_OTHERS_ALL } ent_belief_others;

/** Which texts count. */
typedef enum ent_belief_mode { ENT_MODE_ALL, ENT_MODE_PREPARED, ENT_MODE_SPONTANEOUS } ent_belief_mode;

/** What is counted and how it is judged. */
typedef struct ent_belief_options {
    ent_belief_domain domain;
    ent_belief_others others;
    ent_belief_mode mode;
    int agreed;      /**< 1: only codes on which two coders agree */
    int first, last; /**< years of the texts; ENT_MISSING: no bound */
    int least_verbs; /**< texts with fewer codes are flagged, and left out of the second sample */
    int least_words; /**< texts with fewer words are flagged */
    int draws;       /**< resamples of texts, and permutations where they cannot all be listed; 0: neither */
    uint64_t seed;   /**< of both */
    double margin;   /**< of equivalence, in standard deviations of the norm, > 0 */
    double level;    /**< of the tests, 0 to 1 */
    const ent_belief_norm *norm; /**< borrowed; NULL: no z-scores, and no equivalence can be tested */
} ent_belief_options;

/** Foreign domain, actors, all texts and codes, 15 verbs, 1500 words, 2000 draws, seed 1, 0.5 SD, level 0.05. */
ENT_API ent_belief_options ent_belief_options_default(void);

/* ---- indices ---- */

/** One sample of a leader's codes: pooled counts first, then indices, then their errors over texts. */
typedef struct ent_belief_sample {
    ent_belief_others others;
    int agreed;
    double self[ENT_VICS_CATEGORIES], other[ENT_VICS_CATEGORIES];
    ent_belief_profile pooled;
    double se[ENT_BELIEFS];                     /**< standard deviation over resampled texts; NaN when not defined */
    double low[ENT_BELIEFS], high[ENT_BELIEFS]; /**< 95 % of the resamples */
    double z[ENT_BELIEFS];                      /**< against the norm; NaN without one */
} ent_belief_sample;

/** One text of a leader under the options' own reading. */
typedef struct ent_belief_text {
    size_t text; /**< index into the ent_speeches */
    ent_belief_profile profile;
    int short_text; /**< fewer words than asked for; 0 also where the words are not known */
    int few_verbs;  /**< fewer codes than asked for */
} ent_belief_text;

/** A leader's operational code. */
typedef struct ent_belief_leader {
    const char *speaker;
    int ccode;
    const char *from, *to; /**< dates of the first and last text */
    double words;          /**< NaN when a text's are not known */
    size_t prepared, spontaneous, demonstrations;
    ent_belief_text *texts;
    size_t texts_count, flagged;
    ent_belief_sample sample[4]; /**< all codes with actors, with all others; agreed codes with each */
    const char **warnings;
    size_t warnings_count;
} ent_belief_leader;

/** Answer to `beliefs index`. */
typedef struct ent_belief_index {
    const ent_speeches *speeches; /**< borrowed */
    ent_belief_options options;
    ent_belief_norm norm; /**< copy; an empty name: none */
    ent_belief_leader *leaders;
    size_t leaders_count;
} ent_belief_index;

/**
 * Indices of every speaker.
 *
 * @param speeches Must outlive the answer.
 * @return ENT_OK; ENT_E_RANGE for options out of range; ENT_E_MISSING when no text is left; ENT_E_NOMEM. The caller
 *         frees the answer with ent_belief_index_free. Cost O(draws x texts).
 */
ENT_API ENT_MUST_USE ent_status ent_belief_index_run(const ent_speeches *speeches, const ent_belief_options *options,
                                                     ent_belief_index **out, ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_belief_index_free(ent_belief_index *answer);

/* ---- comparison ---- */

/** What a test says of two leaders on one index. */
typedef enum ent_belief_verdict { ENT_UNDETERMINED, ENT_CONGRUENT, ENT_DIVERGENT } ent_belief_verdict;

/** "undetermined", "congruent", "divergent". Static. */
ENT_API const char *ent_belief_verdict_name(ent_belief_verdict verdict);

/** What the theory of belief balance says of peacetime alliance for two verdicts, in words. Static. */
ENT_API const char *ent_belief_decision(ent_belief_verdict p1, ent_belief_verdict i1);

/** A leader over a period as one side of a comparison. */
typedef struct ent_belief_group {
    const char *name; /**< as asked for */
    const char *speaker;
    int ccode, first, last; /**< years asked for, or ENT_MISSING */
    const char *from, *to;  /**< dates of the texts */
    const char *basis;      /**< "measured" or "published" */
    const char *source;     /**< key of the data's sources; empty for files */
    size_t texts, flagged, demonstrations;
    double words, verbs;
    ent_belief_profile pooled;
    size_t n[ENT_BELIEFS];                     /**< texts in which the index is defined */
    double mean[ENT_BELIEFS], sd[ENT_BELIEFS]; /**< over those texts */
} ent_belief_group;

/** One index of two groups. What cannot be computed is NaN. */
typedef struct ent_belief_test {
    double difference;            /**< of the means over texts, first minus second */
    double pooled;                /**< of the pooled values */
    double low, high;             /**< 95 % of resampled pooled differences */
    double t, df, p;              /**< Welch, two-sided */
    double p_holm;                /**< corrected over the indices that are not the theory's; P-1 and I-1 as they are */
    double p_permutation;         /**< two-sided, difference of means */
    int exact;                    /**< 1: all arrangements were listed */
    double p_rank;                /**< Mann-Whitney, normal approximation with ties and continuity */
    double g;                     /**< Hedges */
    double margin, p_equivalence; /**< two one-sided tests against +-margin */
    ent_belief_verdict verdict, classic; /**< by equivalence; by p alone */
} ent_belief_test;

/** The theory's two indices under another choice. */
typedef struct ent_belief_variant {
    const char *choice;
    size_t texts[2];
    ent_belief_test p1, i1;
} ent_belief_variant;

/** Two groups against each other. */
typedef struct ent_belief_pair {
    size_t a, b; /**< groups */
    ent_belief_test test[ENT_BELIEFS];
    ent_belief_variant *variants;
    size_t variants_count;
} ent_belief_pair;

/** One-way analysis of variance over all groups. */
typedef struct ent_belief_anova {
    double f, df1, df2, p; /**< NaN when it cannot be computed */
} ent_belief_anova;

/** Answer to `beliefs compare`. */
typedef struct ent_belief_comparison {
    ent_belief_options options;
    ent_belief_norm norm;
    ent_belief_group *groups;
    size_t groups_count;
    ent_belief_pair *pairs; /**< every group with every later one */
    size_t pairs_count;
    ent_belief_anova anova[ENT_BELIEFS];
    const char **notes;
    size_t notes_count;
} ent_belief_comparison;

/**
 * Compares leaders by their texts.
 *
 * @param speeches Texts, or NULL to use what the database holds.
 * @param store Database for leaders without texts (table operational_codes); NULL: none.
 * @param names Two or more; a name is found whatever its case, by one word of it where that is unique, and may end in
 *              "@2013-2015" or "@2014", years that take the place of those of the options.
 * @return ENT_OK; ENT_E_ARG for fewer than two names or values of different basis; ENT_E_RANGE; ENT_E_MISSING for a
 *         leader without texts or values; ENT_E_NOMEM. The caller frees the answer with ent_belief_comparison_free.
 * Formulas: docs/beliefs/statistics.md.
 */
ENT_API ENT_MUST_USE ent_status ent_belief_compare(const ent_speeches *speeches, const ent_store *store,
                                                   const char *const *names, size_t count,
                                                   const ent_belief_options *options, ent_belief_comparison **out,
                                                   ent_error *err);

/** Frees an answer. Accepts NULL. */
ENT_API void ent_belief_comparison_free(ent_belief_comparison *answer);

/* ---- import ---- */

/** What an import wrote. */
typedef struct ent_belief_import {
    size_t rows;
    size_t leaders;
    int first_year, last_year;
    char basis[16];  /**< "published", "measured", or "both" */
    char source[48]; /**< key of the data's sources */
} ent_belief_import;

/**
 * Adds index values of leaders to a database (table operational_codes), all or nothing.
 *
 * Columns: code (or ccode), leader (or name), start and end (or year), p1, i1; optional p1_se, i1_se, speeches, codes,
 * basis (published, measured; published where left out), source, citation, confidence (medium where left out).
 * A row that is in the database already, word for word, is refused, so that nothing is imported twice.
 *
 * @param path Published or own values as CSV.
 * @param database A database that `data import` made; it must exist.
 * @param source, citation For rows that have none (may be NULL); a row without source or citation in the end is an
 *                         error. A source the database does not know is added, with the citation as its entry.
 * @return ENT_OK; ENT_E_IO; ENT_E_PARSE with file, line and column; ENT_E_MISSING for values without source or
 *         citation or an unknown state; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_belief_import_run(const char *path, const char *database, const char *source,
                                                      const char *citation, ent_belief_import *out, ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
