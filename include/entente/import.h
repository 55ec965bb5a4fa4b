/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Import of published data sets into a database: each file is recognised by its header, checked value by value and
 * stored with the line of every row. What a database then holds is described in docs/imports.md.
 */
#ifndef ENTENTE_IMPORT_H
#define ENTENTE_IMPORT_H

#include <entente/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How far an import is; handed to the progress function every few thousand records. */
typedef struct ent_import_progress {
    const char *file;     /**< as given to ent_import_file; borrowed */
    int64_t rows;         /**< rows stored so far */
    uint64_t done, total; /**< bytes (or observations) read, and in all; total is 0 when it is not known */
} ent_import_progress;

/** Options of an import; ent_import_options_default() fills them. Texts are borrowed during the call. */
typedef struct ent_import_options {
    const char *as;      /**< data set or layout the file is, where the header fits several; NULL: by the header */
    const char *columns; /**< further columns of the file to keep as numbers, parted by commas; NULL: none */
    const char *map;     /**< JSON file with a column map (docs/imports.md), for files no data set is known for; NULL */
    const char *version; /**< version of the data, where the file does not say or says it wrong; NULL: as found */
    /** Called now and then; a result other than 0 stops the import (ENT_E_CANCELLED). May be NULL. */
    int (*progress)(void *context, const ent_import_progress *progress);
    void *context; /**< handed to `progress` */
} ent_import_options;

/** Options with nothing asked for. */
ENT_API ent_import_options ent_import_options_default(void);

/** What an import did. No text of it needs freeing. */
typedef struct ent_import_result {
    char dataset[64];           /**< name of the data set; the table is import_<dataset> */
    char title[128];            /**< what it is, in words */
    char version[64];           /**< version of the data; may be empty */
    int64_t id;                 /**< imports.id */
    int64_t records;            /**< records of the file */
    int64_t rows;               /**< rows stored */
    int first_year, last_year;  /**< years the rows are about; ENT_MISSING where they have none */
    int replaced;               /**< 1: the same file was there already, and was replaced */
    int created;                /**< 1: the database was made, from the snapshot */
    int64_t unresolved;         /**< codes that no state in the COW list answers to, counted by row */
    char unresolved_codes[256]; /**< the first of them with how often they came, such as "WLD 64, EUU 60" */
    char also[64];              /**< another data set made from the same file; empty: none */
    int64_t also_rows;          /**< its rows */
} ent_import_result;

/**
 * Imports one file into a database, in one transaction: on any failure the database is as it was.
 *
 * @param database File to add to. Where there is none it is made as a copy of the embedded snapshot, beside its place,
 *                 and appears only when the file is imported.
 * @param file     Published file: CSV of any dialect, gzip, Stata, SPSS or SAS; "-" is standard input (text, gzip).
 * @param options  NULL: the default.
 * @param result   Receives what was done; unchanged on failure. May be NULL.
 * @return ENT_OK; ENT_E_IO when a file cannot be read or written (also a full disk or a database in use);
 *         ENT_E_PARSE for a file at fault (err names line and column) or a database that is not ours; ENT_E_MISSING for a
 *         header of no known data set; ENT_E_ARG for one that fits several, or an unknown name; ENT_E_CANCELLED.
 * Cost: O(rows); some hundred thousand rows a second. The same file into the same database gives the same bytes.
 */
ENT_API ENT_MUST_USE ent_status ent_import_file(const char *database, const char *file,
                                                const ent_import_options *options, ent_import_result *result,
                                                ent_error *err);

/** One imported file, as ent_imports_list shows it. Texts are owned by the list. */
typedef struct ent_import_row {
    int64_t id;                /**< imports.id */
    const char *dataset;       /**< name of the data set */
    const char *title;         /**< what it is, in words */
    const char *unit;          /**< state-year, dyad-year ... */
    const char *version;       /**< may be empty */
    const char *file;          /**< name of the file, without its folder */
    const char *sha256;        /**< of the file, 64 hexadecimal digits */
    const char *licence;       /**< as the publisher states it */
    const char *citation;      /**< whom to cite */
    int64_t rows;              /**< rows stored */
    int first_year, last_year; /**< ENT_MISSING where rows have none */
    int in_force;              /**< 1: questions are answered from this one */
} ent_import_row;

/** A list of imports. */
typedef struct ent_imports {
    ent_import_row *rows; /**< [count], by data set, oldest first */
    size_t count;         /**< number of rows */
    void *owner;          /**< what the texts live in; for ent_imports_free only */
} ent_imports;

/**
 * Lists what was imported into a database.
 *
 * @param database File; NULL is the embedded snapshot, which holds no imports.
 * @param out      Receives the list; the caller frees it with ent_imports_free. Unchanged on failure.
 * @return ENT_OK; ENT_E_IO, ENT_E_PARSE as ent_store_open. Nothing is written.
 */
ENT_API ENT_MUST_USE ent_status ent_imports_list(const char *database, ent_imports *out, ent_error *err);

/**
 * Lists the data sets that are recognised, in the same form: one row a data set, without version, file and rows.
 *
 * @param out Receives the list; the caller frees it with ent_imports_free.
 * @return ENT_OK or ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_imports_known(ent_imports *out, ent_error *err);

/** Frees a list. Accepts a zeroed one. */
ENT_API void ent_imports_free(ent_imports *list);

/**
 * Removes imports, in one transaction.
 *
 * @param database File to change.
 * @param what     Name of a data set (all its versions go) or the number of one import.
 * @param removed  Receives how many imports were removed; may be NULL.
 * @return ENT_OK; ENT_E_MISSING where nothing of that name is there; ENT_E_IO, ENT_E_PARSE as ent_import_file.
 */
ENT_API ENT_MUST_USE ent_status ent_import_remove(const char *database, const char *what, int64_t *removed,
                                                  ent_error *err);

/** How an export is written. */
typedef enum ent_export_format {
    ENT_EXPORT_CSV,  /**< RFC 4180 with a header line, LF */
    ENT_EXPORT_TSV,  /**< the same parted by tabs */
    ENT_EXPORT_JSON, /**< an array of objects, null for what is missing */
} ent_export_format;

/**
 * Writes the table of a data set as it was imported, the version in force; what is missing is empty.
 *
 * @param database File to read.
 * @param what     Name of a data set, or the number of one import.
 * @param format   How to write it.
 * @param out      File to write, which appears only when it is complete; NULL is standard output.
 * @return ENT_OK; ENT_E_MISSING where nothing of that name is there; ENT_E_IO when something cannot be read or written.
 */
ENT_API ENT_MUST_USE ent_status ent_import_export(const char *database, const char *what, ent_export_format format,
                                                  const char *out, ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
