/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Answers as text: a table to read, JSON and CSV to load. All three say the same.
 */
#ifndef ENTENTE_REPORT_H
#define ENTENTE_REPORT_H

#include <entente/assess.h>
#include <entente/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Output formats. */
typedef enum ent_format { ENT_TABLE, ENT_CSV, ENT_JSON } ent_format;

/** How to lay out. */
typedef struct ent_layout {
    ent_format format;
    int width;   /**< columns of the table, 60 to 200 */
    int colour;  /**< 1: ANSI colour (never the only carrier of meaning) */
    int unicode; /**< 1: bars and rules in Unicode, 0: ASCII */
    int explain; /**< 1: open every number to its source row, formula and parameters */
} ent_layout;

/**
 * Writes an answer as text.
 *
 * JSON follows docs/schema/assess.schema.json. CSV holds the same in long form, one value a row: section, item, field,
 * value; what is unknown is null or empty.
 *
 * @param assessment The answer; not changed.
 * @param params The parameters it was made with; NULL leaves out what --explain says of them.
 * @param layout Format, width, colour; not changed.
 * @param out  Receives the text, ending in a newline; the caller frees it with ent_free.
 * @param size Receives its length; may be NULL.
 * @return ENT_OK or ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_report_assessment(const ent_assessment *assessment, const ent_params *params,
                                                      const ent_layout *layout, char **out, size_t *size,
                                                      ent_error *err);

/**
 * Writes the table of parameters: name, value, default, range, standard error, origin, unit, meaning, source.
 * CSV has one row a parameter. Same ownership and errors as ent_report_assessment.
 */
ENT_API ENT_MUST_USE ent_status ent_report_params(const ent_params *params, const ent_layout *layout, char **out,
                                                  size_t *size, ent_error *err);

/**
 * Writes what is known of an entity: codes by scheme, names with their years, membership with dates and capitals, and
 * whether it was a member of the system in `year`.
 *
 * @param code COW code, or the program's own number of an entity outside the list of states.
 * @param year Calendar year, or ENT_MISSING to ask for none.
 * @return ENT_OK; ENT_E_MISSING for an unknown code; ENT_E_NOMEM. Same ownership as ent_report_assessment.
 */
ENT_API ENT_MUST_USE ent_status ent_report_state(const ent_world *world, int code, int year, const ent_layout *layout,
                                                 char **out, size_t *size, ent_error *err);

/**
 * Writes the list of the system's members in a year: COW code, ISO 3166-1 alpha-3, COW letters, GW number, name,
 * region.
 *
 * @return ENT_OK; ENT_E_MISSING for a year in which the lists name no member or that lies after the data;
 *         ENT_E_NOMEM. Same ownership as ent_report_assessment.
 */
ENT_API ENT_MUST_USE ent_status ent_report_states(const ent_world *world, int year, const ent_layout *layout,
                                                  char **out, size_t *size, ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
