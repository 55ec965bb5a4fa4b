/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Looking over imported data: what they cover, where they have gaps, and what in them cannot be right or deserves a
 * second look. Nothing is changed and nothing is repaired.
 */
#ifndef ENTENTE_CHECK_H
#define ENTENTE_CHECK_H

#include <entente/base.h>
#include <entente/store.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How much a finding matters. */
typedef enum ent_severity {
    ENT_NOTE,    /**< as the data set means it to be, but good to know */
    ENT_WARNING, /**< deserves a look */
    ENT_WRONG,   /**< contradicts itself or the list of states */
} ent_severity;

/** One finding. All texts are borrowed from the findings and never NULL. */
typedef struct ent_remark {
    ent_severity severity;
    const char *dataset; /**< key of the data set, such as "nmc" */
    const char *version; /**< of the import, or "" */
    const char *check;   /**< what was looked for, such as "gaps" */
    const char *file;    /**< the imported file, as it was named */
    long line;           /**< first line concerned; 0 when the finding is about the whole */
    long rows;           /**< how many rows are concerned; 0 when the finding is about none */
    const char *text;    /**< one sentence */
} ent_remark;

/** Findings, in the order of data sets and checks. */
typedef struct ent_check ent_check;

/**
 * Checks imported data sets.
 *
 * @param store   An open database.
 * @param dataset Key of one data set; NULL checks all.
 * @param out     Receives the findings; the caller frees them with ent_check_free. Unchanged on failure.
 * @return ENT_OK, with or without findings; ENT_E_MISSING when nothing was imported, or not that data set;
 *         ENT_E_PARSE, ENT_E_IO when the database is damaged; ENT_E_NOMEM. Cost O(rows log rows): about a
 *         second for each million rows.
 */
ENT_API ENT_MUST_USE ent_status ent_check_run(const ent_store *store, const char *dataset, ent_check **out,
                                               ent_error *err);

/** Frees findings. Accepts NULL. */
ENT_API void ent_check_free(ent_check *findings);

/** How many there are. */
ENT_API size_t ent_check_count(const ent_check *findings);

/** One of them, by an index below ent_check_count; its texts live as long as the findings. */
ENT_API ent_remark ent_check_at(const ent_check *findings, size_t index);

/** "note", "warning" or "wrong". */
ENT_API const char *ent_severity_name(ent_severity severity);

#ifdef __cplusplus
}
#endif
#endif
