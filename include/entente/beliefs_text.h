/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Operational codes from text: speeches in, one row for each coded verb out, with the sentence, the rule that fired and
 * how far two readings of the sentence agree. The categories are those of the Verbs in Context System: punish -3,
 * threaten -2, oppose -1, appeal +1, promise +2, reward +3. Source: @cite walker1998; our rules are in
 * docs/beliefs/coding.md.
 */
#ifndef ENTENTE_BELIEFS_TEXT_H
#define ENTENTE_BELIEFS_TEXT_H

#include <entente/base.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Verbs, nouns, names and their meaning. Opaque; never changes once open, so threads may share it. */
typedef struct ent_lexicon ent_lexicon;

/**
 * Opens the built-in lexicon and reads files of the user over it.
 *
 * @param files Paths of CSV files, each any table of the lexicon (docs/beliefs/lexicon.md); a row with the key of an
 *              earlier one replaces it. May be NULL when count is 0.
 * @param count Number of files.
 * @param out   Receives the lexicon, closed by the caller; unchanged on failure.
 * @param err   Details of a failure: file, row and column. May be NULL.
 * @return ENT_OK; ENT_E_IO or ENT_E_PARSE for a file at fault; ENT_E_NOMEM. Cost: some milliseconds.
 */
ENT_API ENT_MUST_USE ent_status ent_lexicon_open(const char *const *files, size_t count, ent_lexicon **out,
                                                 ent_error *err);

/** Closes a lexicon. Accepts NULL. */
ENT_API void ent_lexicon_close(ent_lexicon *lexicon);

/** Whether a lexicon knows names of the state with this ISO 3166 code of three letters. */
ENT_API bool ent_lexicon_knows(const ent_lexicon *lexicon, const char *iso3);

/**
 * Reads a text file whole, or standard input for "-".
 *
 * @param path  File name.
 * @param bytes Receives the bytes with a zero after the last, freed by the caller with ent_free.
 * @param size  Receives their number.
 * @param err   Details of a failure; may be NULL.
 * @return ENT_OK, ENT_E_IO, ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_text_read(const char *path, char **bytes, size_t *size, ent_error *err);

/** One text and what must be known of it. The texts are the caller's and outlive the call they are given to. */
typedef struct ent_speech {
    const char *id;      /**< what the rows call it, such as the file name */
    const char *speaker; /**< name of the speaker; the last word is taken for the surname */
    const char *state;   /**< ISO 3166 code of three letters: what "self" means */
    const char *date;    /**< ISO date or part of one; NULL: not known */
    const char *venue;   /**< NULL: not known */
    const char *mode;    /**< "prepared" or "spontaneous"; NULL: not known */
    const char *text;    /**< UTF-8; a line is a paragraph */
    size_t size;         /**< bytes of text */
} ent_speech;

/** Texts read from a list. */
typedef struct ent_text_list {
    const ent_speech *speeches; /**< [count] */
    size_t count;               /**< number of texts */
} ent_text_list;

/**
 * Reads a list of texts and the texts themselves.
 *
 * @param path CSV with columns file, speaker, state and, where known, date, venue, mode (prepared or spontaneous);
 *             leader, country and title are other names of speaker, state and venue. Files are found beside it.
 * @param out  Receives the texts, freed by the caller with ent_text_list_free; unchanged on failure.
 * @param err  File, row and column of what is wrong. May be NULL.
 * @return ENT_OK, ENT_E_IO, ENT_E_PARSE, ENT_E_ARG for a missing speaker, ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_text_list_read(const char *path, ent_text_list **out, ent_error *err);

/** Frees a list of texts. Accepts NULL. */
ENT_API void ent_text_list_free(ent_text_list *manifest);

/** How texts are coded. Begin with ent_coding_default(). */
typedef struct ent_coding {
    bool second;       /**< ask link-grammar for a second opinion where it is installed (default true) */
    bool relatives;    /**< code relative clauses that restrict a noun as well (default false) */
    const char *cache; /**< file that keeps second opinions by sentence; NULL: none */
    /** Called now and then with the sentences done and those there are; NULL: nobody is told. Returning false stops
     * the work with ENT_E_CANCELLED. */
    bool (*progress)(void *context, size_t done, size_t all);
    void *context; /**< handed to progress */
} ent_coding;

/** The defaults. */
ENT_API ent_coding ent_coding_default(void);

/** How far two readings of a sentence agree on a code. */
typedef enum ent_confidence {
    ENT_SINGLE,   /**< only one reading is there: no second opinion, or the sentence was too long for it */
    ENT_AGREED,   /**< both give this verb the same code */
    ENT_DISPUTED, /**< they differ: look at it first */
} ent_confidence;

/** A coded verb. Texts live as long as the ent_codes they are in; never NULL, "" for what is not there. */
typedef struct ent_code {
    const char *text_id, *speaker, *state, *date, *venue, *mode;
    int sentence_no;           /**< from 1, within the text */
    int clause_no;             /**< from 1, within the sentence */
    const char *sentence;      /**< as it stands in the text, line ends as blanks */
    const char *subject;       /**< who acts; the by-phrase of a passive */
    bool self;                 /**< the speaker's own side acts; otherwise another */
    bool actor;                /**< the subject is a person, state or organisation; sanctions or history are not */
    const char *verb;          /**< lemma with its particle */
    const char *object;        /**< "" when there is none */
    int scale;                 /**< -3 to 3, never 0 */
    bool domestic;             /**< about affairs at home; everything else is foreign */
    const char *tense;         /**< "past", "perfect", "present", "future", "none" */
    bool passive;              /**< voice */
    bool negated;              /**< an odd number of negations */
    const char *rule;          /**< the frame and every rule that changed its value, parted by " > " */
    ent_confidence confidence; /**< two readings compared */
    const char *override;      /**< category a reviewer put in place of ours, "" for none; scale is then theirs */
    int words;                 /**< of the text the row is from; 0: not known */
} ent_code;

/** What was read and how much of it was understood: an answer without codes is never silent. */
typedef struct ent_coverage {
    size_t texts, bytes, words, sentences;
    size_t known_words;   /**< words the lexicon or its rules know */
    size_t clauses;       /**< verbs with a subject */
    size_t second;        /**< sentences with a second opinion */
    size_t second_cached; /**< of them, taken from the cache */
    size_t second_failed; /**< sentences that link-grammar could not parse within its limits */
    size_t not_english;   /**< sentences with fewer than half of their words known: not coded */
    bool second_missing;  /**< a second opinion was asked for and link-grammar is not there */
    char second_why[160]; /**< why not, "" otherwise */
} ent_coverage;

/** The codes of some texts, in the order of the texts and of the words in them. */
typedef struct ent_codes {
    ent_code *rows;        /**< [count] */
    size_t count;          /**< number of rows */
    ent_coverage coverage; /**< what was read */
    void *own;             /**< what the rows' texts live in */
} ent_codes;

/**
 * Codes texts.
 *
 * @param lexicon  Open lexicon; not changed.
 * @param speeches Texts, [count]. Every one needs an id, a speaker and a state that the lexicon knows.
 * @param count    Number of texts.
 * @param options  NULL for the defaults.
 * @param out      Receives the codes, freed by the caller with ent_codes_free; unchanged on failure.
 * @param err      Details of a failure: the text's id, line and column. May be NULL.
 * @return ENT_OK; ENT_E_ARG for a missing speaker or state; ENT_E_RANGE for a state that is not known; ENT_E_PARSE for
 *         a text that is empty, binary or not UTF-8; ENT_E_NOMEM; ENT_E_IO for the cache; ENT_E_CANCELLED.
 *         The same texts give the same rows in any order. Threads may code different texts with one lexicon.
 *         Cost: about 10 microseconds a sentence, 20 milliseconds with a second opinion.
 */
ENT_API ENT_MUST_USE ent_status ent_beliefs_code(const ent_lexicon *lexicon, const ent_speech *speeches, size_t count,
                                                 const ent_coding *options, ent_codes **out, ent_error *err);

/** Frees codes. Accepts NULL. */
ENT_API void ent_codes_free(ent_codes *codes);

/** Name of the category a scale value stands for, such as "appeal". Static; "neutral" for everything unknown. */
ENT_API const char *ent_category_name(int scale);

/** Scale of a category by name; "support" is another word for appeal. False when there is none of this name. */
ENT_API bool ent_category_scale(const char *name, int *scale);

/**
 * Codes as CSV: text_id, speaker, ccode, date, venue, mode, sentence_no, clause_no, sentence, subject, attribution,
 * actor_kind, verb, object, category, scale, domain, tense, voice, negated, rule, confidence, override, words.
 *
 * @param codes Codes; not changed.
 * @param out   Receives text that the caller frees with ent_free.
 * @param size  Receives its size in bytes.
 * @param err   May be NULL.
 * @return ENT_OK or ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_codes_write(const ent_codes *codes, char **out, size_t *size, ent_error *err);

/**
 * Reads what ent_codes_write wrote, with the overrides put in since.
 *
 * @param bytes, size The CSV.
 * @param name        What errors call it.
 * @param out         Receives the codes, freed by the caller with ent_codes_free; unchanged on failure.
 * @param err         File, row and column of what is wrong. May be NULL.
 * @return ENT_OK, ENT_E_PARSE, ENT_E_NOMEM. `scale` is that of the override where there is one; a row overridden as
 *         neutral is left out.
 */
ENT_API ENT_MUST_USE ent_status ent_codes_read(const char *bytes, size_t size, const char *name, ent_codes **out,
                                               ent_error *err);

/**
 * Applies overrides saved in another file of codes to freshly made ones. A row is found by text_id, sentence (its
 * words) and clause_no; the category in `override` replaces ours, "neutral" takes the code out.
 *
 * @param codes       Codes; changed.
 * @param bytes, size CSV with at least text_id, sentence, clause_no, verb and override.
 * @param name        What errors call it.
 * @param applied     Receives the number of rows changed; may be NULL.
 * @param err         File, row and column of what is wrong. May be NULL.
 * @return ENT_OK; ENT_E_MISSING for an override of a verb that is not there; ENT_E_PARSE; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_codes_override(ent_codes *codes, const char *bytes, size_t size, const char *name,
                                                   size_t *applied, ent_error *err);

/** Puts codes in the order of review: disputed first, then those with one reading, then agreed. */
ENT_API void ent_codes_review(ent_codes *codes);

/** Most rules and constructions a score tells apart. */
#define ENT_SCORE_RULES 64

/** How well one rule does. */
typedef struct ent_score_rule {
    char rule[48];          /**< of the engine for made and right, of the label's note for labelled and found */
    size_t made, right;     /**< codes it had a part in, and those of them that are as labelled */
    size_t labelled, found; /**< labels of this construction, and those found */
} ent_score_rule;

/** Codes compared with labels made by hand. Shares are of the rows with a category other than neutral. */
typedef struct ent_score {
    size_t sentences, codable, neutral;
    size_t attribution_right, polarity_right, category_right; /**< each includes the one before */
    size_t neutral_left_alone, extra;
    size_t confusion[7][8]; /**< labelled scale + 3, by coded scale + 3; the last column: no code */
    ent_score_rule rules[ENT_SCORE_RULES];
    size_t rules_count;
} ent_score;

/**
 * Compares codes with a labelled file: id, sentence, attribution, actor, category, scale, note; the note begins with
 * `speaker=ISO3`. Rows with the same sentence and speaker are labels of one sentence.
 *
 * @param lexicon     Open lexicon.
 * @param bytes, size The labelled CSV.
 * @param name        What errors call it.
 * @param options     NULL for the defaults, without a second opinion.
 * @param out         Receives the comparison; unchanged on failure.
 * @param wrong       Receives one line for each label not met and each code too many, freed with ent_free; may be NULL.
 * @param err         File, row and column. May be NULL.
 * @return ENT_OK, ENT_E_PARSE, ENT_E_RANGE, ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_beliefs_score(const ent_lexicon *lexicon, const char *bytes, size_t size,
                                                  const char *name, const ent_coding *options, ent_score *out,
                                                  char **wrong, ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
