/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Theories of alliance as rows of one registry, and the one table of parameters they share.
 */
#ifndef ENTENTE_THEORY_H
#define ENTENTE_THEORY_H

#include <entente/base.h>
#include <entente/year.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- parameters ---- */

/** Where a parameter's value comes from. */
typedef enum ent_origin_kind {
    ENT_ESTIMATED, /**< estimated from data by the project; has a standard error */
    ENT_PUBLISHED, /**< taken from a publication */
    ENT_ASSUMED,   /**< a convention or judgement; has a range */
} ent_origin_kind;

/** One parameter. All texts static or borrowed from the ent_params. */
typedef struct ent_param {
    const char *name;      /**< as in --set name=value */
    const char *unit;      /**< "" for pure numbers */
    const char *meaning;   /**< one line */
    double low, high;      /**< documented range; --set accepts nothing outside it */
    double preset;         /**< the default */
    double value;          /**< in force */
    double standard_error; /**< NaN unless estimated */
    ent_origin_kind origin;
    const char *source; /**< key of references.bib, or what the convention rests on */
} ent_param;

/**
 * The parameters of one data level ("variant"): coefficients from the world, conventions from the program.
 *
 * @param variant "snapshot-NR", "import-NR" or "import-CINC"; NULL chooses what the data allow, year by year.
 * @param out     Receives the table; the caller frees it with ent_params_free.
 * @return ENT_OK; ENT_E_MISSING when the world has no coefficients of the variant or lacks the data it needs.
 */
ENT_API ENT_MUST_USE ent_status ent_params_new(const ent_world *world, const char *variant, ent_params **out,
                                               ent_error *err);

/**
 * The same parameters for one year. Unless the caller named a variant, the one the data allow for that year is taken
 * (import-CINC, else import-NR, else snapshot-NR); values set by ent_params_set are kept. Every engine does this itself.
 *
 * @param params What to start from; NULL for the defaults.
 * @param out    Receives a new table; the caller frees it with ent_params_free.
 * @return ENT_OK; ENT_E_MISSING when the variant that was named lacks data for the year; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_params_for_year(const ent_world *world, const ent_params *params, int year,
                                                    ent_params **out, ent_error *err);

/** Frees a table of parameters. Accepts NULL. */
ENT_API void ent_params_free(ent_params *params);

/** Sets one parameter. ENT_E_ARG for an unknown name (the message suggests one), ENT_E_RANGE outside its range. */
ENT_API ENT_MUST_USE ent_status ent_params_set(ent_params *params, const char *name, double value, ent_error *err);

/** Number of parameters. */
ENT_API size_t ent_params_count(const ent_params *params);
/** One parameter, by an index below ent_params_count. */
ENT_API ent_param ent_params_at(const ent_params *params, size_t index);

/** Value of a parameter by name; NaN for an unknown name. */
ENT_API double ent_params_get(const ent_params *params, const char *name);

/** The data level the coefficients belong to. */
ENT_API const char *ent_params_variant(const ent_params *params);

/* ---- theories ---- */

/** What a theory says of a pair. */
typedef enum ent_word {
    ENT_CANNOT_JUDGE,
    ENT_BLOCKS,
    ENT_HINDERS,
    ENT_NEUTRAL,
    ENT_FAVOURS,
    ENT_ENABLES,
} ent_word;

/** The word as text, such as "cannot judge". */
ENT_API const char *ent_word_text(ent_word word);

/** Kind of a line of a ledger. */
typedef enum ent_line_kind {
    ENT_LINE_ESTIMATED, /**< coefficient x (value - signers' mean), coefficient estimated */
    ENT_LINE_ASSUMED,   /**< the same with an assumed coefficient */
    ENT_LINE_CONTEXT,   /**< cannot change: distance, era */
    ENT_LINE_RULE,      /**< a rule, not a weight */
    ENT_LINE_FACT,      /**< a fact that the answer rests on; no size */
} ent_line_kind;

/** One line of a ledger: a term, a factor or a fact, with its source row. Texts borrowed from the ledger's owner. */
typedef struct ent_line {
    const char *code; /**< such as "unshared-rivals" */
    const char *text; /**< in words */
    int side;         /**< 0 or 1; -1 for the pair */
    ent_line_kind kind;
    double value;          /**< the covariate or factor; NaN when there is none */
    double reference;      /**< signers' mean it is compared with; NaN when there is none */
    double coefficient;    /**< NaN when there is none */
    double size;           /**< log-odds; pair lines count both consents; NaN for facts */
    const char *parameter; /**< name of the coefficient's parameter; "" when there is none */
    const char *formula;   /**< how value was made; "" for plain facts */
    const char *table;     /**< table of the source row; "" when computed from several */
    int line;              /**< line in that table's file; 0 when none */
    const char *source;    /**< keys of sources */
    const char *citation;  /**< place in the source; "" when none */
    int year;              /**< year of the observation; ENT_MISSING when none */
    int assumed;           /**< 1: a stand-in replaces a missing value, or the row has low confidence */
} ent_line;

/** Lines in order. */
typedef struct ent_ledger {
    ent_line *lines;
    size_t count, room;
    const char *basis; /**< what the verdict rests on, naming states; NULL when the score's own basis says it */
    void *arena;       /**< owner of the texts */
} ent_ledger;

/** Score of a theory for a pair: side[0] belongs to the first state. NaN where a theory has no such number. */
typedef struct ent_sides {
    ent_word word;
    double score;
    double side[2];
    const char *basis; /**< what the word rests on, one line; borrowed from the ledger's owner or static */
} ent_sides;

/** A pair by indices of the year; first != second. */
typedef struct ent_dyad {
    size_t first, second;
} ent_dyad;

/** A citation: key of references.bib and the place meant. */
typedef struct ent_cite {
    const char *key, *place;
} ent_cite;

/** A theory: everything the program knows of it. Rows are static. */
typedef struct ent_theory {
    const char *id, *title, *question;
    const ent_cite *cites;     /**< ends with {NULL, NULL} */
    const char *const *params; /**< names of the parameters it reads; ends with NULL */
    const char *const *needs;  /**< columns of the year it reads; ends with NULL */
    const char *finding;       /**< what the record says of the theory's claim */
    /** Builds what scoring needs; the year and parameters outlive the state. */
    ent_status (*prepare)(const ent_year *year, const ent_params *params, void **state, ent_error *err);
    /** Scores a pair. Same answer, sides exchanged, when the pair is exchanged. */
    ent_status (*score)(const void *state, ent_dyad pair, ent_sides *out, ent_error *err);
    /** Appends the lines the score rests on; the sizes of a side and half of the pair's add up to side[]. */
    ent_status (*explain)(const void *state, ent_dyad pair, ent_ledger *out, ent_error *err);
    /** Frees the state; accepts NULL. */
    void (*release)(void *state);
} ent_theory;

/** Number of theories. */
ENT_API size_t ent_theory_count(void);
/** One theory, in the order in which answers list them, by an index below ent_theory_count. Static. */
ENT_API const ent_theory *ent_theory_at(size_t index);

#ifdef __cplusplus
}
#endif
#endif
