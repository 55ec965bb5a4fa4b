/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Panels: rows of state-years, dyad-years or leader-years with any column the data or the measures offer. What is not
 * known is NaN, never 0; every column says its source, version, unit and what an absent record means.
 */
#ifndef ENTENTE_PANEL_H
#define ENTENTE_PANEL_H

#include <entente/base.h>
#include <entente/store.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A panel in memory; never changes once opened, so threads may share it. */
typedef struct ent_panel ent_panel;

/** What a row is about. */
typedef enum ent_unit {
    ENT_STATE_YEAR,         /**< one state in one year */
    ENT_DYAD_YEAR,          /**< two states, the lower code first */
    ENT_DIRECTED_DYAD_YEAR, /**< two states in either order: the first towards the second */
    ENT_LEADER_YEAR,        /**< one leader of one state in one year */
} ent_unit;

/** Whose list of states makes the rows. */
typedef enum ent_system { ENT_SYSTEM_COW, ENT_SYSTEM_GW } ent_system;

/** What one undirected row makes of two directed values. Unknown on one side leaves the other. */
typedef enum ent_undirected {
    ENT_UNDIRECTED_MAX,  /**< the larger */
    ENT_UNDIRECTED_MIN,  /**< the smaller */
    ENT_UNDIRECTED_BOTH, /**< both, in two columns ending in 1 and 2 */
} ent_undirected;

/** The day of a year on which a spell with dates must hold to count for that year. */
typedef enum ent_day { ENT_ANY_DAY, ENT_FIRST_OF_JANUARY, ENT_FIRST_OF_JULY, ENT_LAST_OF_DECEMBER } ent_day;

/** What to put into a panel. Texts are borrowed during the call only; NULL means none. */
typedef struct ent_panel_options {
    ent_unit unit;
    ent_system system;
    int first, last;           /**< calendar years; ENT_MISSING: what the data cover */
    int relevant;              /**< 1: only politically relevant dyads: contiguous, or with a major power */
    int contiguity;            /**< 1 to 5: contiguity up to this type makes a dyad relevant */
    const char *add;           /**< columns or groups parted by commas: "nmc,contiguity,atop:defense,nmc:cinc" */
    const char *lag;           /**< "nmc:cinc=1,mid=2": the value so many years before */
    const char *lead;          /**< the same, after */
    const char *spell;         /**< events parted by commas: years since each, with polynomial or splines */
    const char *knots;         /**< at least three years parted by commas: splines in place of the polynomial */
    ent_undirected undirected; /**< rule for directed values in undirected rows */
    ent_day day;               /**< rule for spells with dates */
    int only[2];               /**< COW codes: rows of these states alone; ENT_MISSING: of all */
    /** Called now and then with the share done, 0 to 1; not 0 cancels. May be NULL. */
    int (*progress)(void *context, double share);
    void *context;
} ent_panel_options;

/** The defaults: undirected dyad-years of the COW system, all years the data cover, no columns. */
ENT_API ent_panel_options ent_panel_options_default(void);

/**
 * Builds a panel.
 *
 * @param store, world Read during the call only; the world must come from the store.
 * @param out Receives the panel; the caller closes it with ent_panel_close. Unchanged on failure.
 * @return ENT_OK; ENT_E_ARG for a list that cannot be read or a name that nothing bears (the message suggests one);
 *         ENT_E_RANGE for years outside the data; ENT_E_MISSING when a column needs data that are not there or no row
 *         remains; ENT_E_PARSE, ENT_E_IO for a damaged database; ENT_E_CANCELLED; ENT_E_NOMEM.
 * Cost: one pass over each data set that is used; about 2 bytes a row for a flag, 8 for a measured value.
 */
ENT_API ENT_MUST_USE ent_status ent_panel_open(const ent_store *store, const ent_world *world,
                                               const ent_panel_options *options, ent_panel **out, ent_error *err);

/** Frees a panel. Accepts NULL. */
ENT_API void ent_panel_close(ent_panel *panel);

/** Number of rows. They are ordered by first state, second state (or leader), year. */
ENT_API size_t ent_panel_rows(const ent_panel *panel);

/** Number of columns, identifiers first. */
ENT_API size_t ent_panel_columns(const ent_panel *panel);

/** Type of the values of a column. */
typedef enum ent_column_kind { ENT_COLUMN_INTEGER, ENT_COLUMN_REAL, ENT_COLUMN_TEXT } ent_column_kind;

/** What a column is. Texts are borrowed from the panel. */
typedef struct ent_panel_column {
    const char *name;    /**< such as "cinc1" */
    const char *title;   /**< one line */
    const char *unit;    /**< such as "km"; "" for pure numbers */
    const char *source;  /**< data set or rule it comes from */
    const char *version; /**< "" where it has none */
    const char *missing; /**< what an absent record and a year outside the data mean */
    ent_column_kind kind;
    int first, last; /**< years the source covers; ENT_MISSING when that has no meaning */
} ent_panel_column;

/** One column, by an index below ent_panel_columns. */
ENT_API ent_panel_column ent_panel_column_at(const ent_panel *panel, size_t column);

/** Index of a column by its name, or SIZE_MAX. */
ENT_API size_t ent_panel_find(const ent_panel *panel, const char *name);

/** One value; NaN when unknown and for texts. Cost O(1). */
ENT_API double ent_panel_value(const ent_panel *panel, size_t row, size_t column);

/** One text of a column of texts; NULL when unknown and for numbers. Borrowed from the panel. */
ENT_API const char *ent_panel_text(const ent_panel *panel, size_t row, size_t column);

/** Copies a column of numbers into `out`, shape [ent_panel_rows]; unknown is NaN. */
ENT_API void ent_panel_read(const ent_panel *panel, size_t column, double *out);

/** Number of remarks on the data, such as years without a source. */
ENT_API size_t ent_panel_note_count(const ent_panel *panel);
/** One remark, a line without its end, by an index below the count. Borrowed from the panel. */
ENT_API const char *ent_panel_note_at(const ent_panel *panel, size_t index);

/** Forms of files. */
typedef enum ent_file_format {
    ENT_FILE_TABLE,  /**< aligned text to read */
    ENT_FILE_CSV,    /**< unknown is empty */
    ENT_FILE_TSV,    /**< the same with tabulators */
    ENT_FILE_DTA,    /**< Stata 14 and later (118); unknown is . */
    ENT_FILE_JSON,   /**< an array of objects; unknown is null */
    ENT_FILE_NDJSON, /**< an object a line */
} ent_file_format;

/** Takes bytes of an output in order; returns 0, or an errno that ends the writing. */
typedef int (*ent_sink)(void *context, const void *bytes, size_t size);

/**
 * Writes a panel. The same panel gives the same bytes on every machine.
 *
 * @return ENT_OK; ENT_E_IO with the sink's errno in words; ENT_E_NOMEM. Cost O(rows x columns).
 */
ENT_API ENT_MUST_USE ent_status ent_panel_write(const ent_panel *panel, ent_file_format format, ent_sink sink,
                                                void *context, ent_error *err);

/**
 * Writes what each column is: name, title, unit, kind, source, version, years, missing rule.
 *
 * @param panel  A panel, or NULL for all columns the program knows without imports.
 * @param format ENT_FILE_TABLE gives Markdown; ENT_FILE_CSV, ENT_FILE_TSV, ENT_FILE_JSON, ENT_FILE_NDJSON as they are;
 *               ENT_FILE_DTA is ENT_E_ARG.
 */
ENT_API ENT_MUST_USE ent_status ent_panel_codebook(const ent_panel *panel, ent_file_format format, ent_sink sink,
                                                   void *context, ent_error *err);

/* ---- manifests ---- */

/** SHA-256 of bytes that come in pieces. */
typedef struct ent_digest {
    uint32_t state[8];
    uint64_t size;           /**< bytes so far */
    unsigned char block[64]; /**< what is left of the last block */
} ent_digest;

/** Begins a digest. */
ENT_API void ent_digest_start(ent_digest *digest);
/** Adds bytes. */
ENT_API void ent_digest_add(ent_digest *digest, const void *bytes, size_t size);
/** Ends it: 64 hexadecimal digits and a zero. */
ENT_API void ent_digest_end(ent_digest *digest, char out[65]);

/** What a run was made from and what it gave. Texts are borrowed from where they came from. */
typedef struct ent_manifest {
    ent_panel_options options;
    ent_file_format format;
    const char *version;       /**< of the program */
    const char *data_label;    /**< what answers call the data */
    const char *data_file;     /**< database; NULL for the embedded snapshot */
    const char *data_digest;   /**< SHA-256 of that file; NULL for the snapshot */
    const char *output;        /**< name of the output; NULL for standard output */
    const char *output_digest; /**< SHA-256 of the output */
    uint64_t output_size;      /**< bytes */
} ent_manifest;

/**
 * Writes a manifest as JSON, with the columns of the panel and their sources.
 *
 * @param out Receives the text, ending in a newline; the caller frees it with ent_free.
 */
ENT_API ENT_MUST_USE ent_status ent_manifest_write(const ent_manifest *manifest, const ent_panel *panel, char **out,
                                                   ent_error *err);

/**
 * Reads a manifest.
 *
 * @param out Receives it; its texts live in the block *owner, which the caller frees with ent_free after use.
 * @return ENT_OK; ENT_E_PARSE for a text that is no manifest of this program; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_manifest_read(const char *json, size_t size, ent_manifest *out, void **owner,
                                                  ent_error *err);

/** The word for a unit on the command line, such as "dyad-year". Static. */
ENT_API const char *ent_unit_word(ent_unit unit);
/** The word for a form of file, such as "csv". Static. */
ENT_API const char *ent_file_format_word(ent_file_format format);

#ifdef __cplusplus
}
#endif
#endif
