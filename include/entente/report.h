/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Answers as text: a table to read, JSON and CSV to load. All three say the same.
 */
#ifndef ENTENTE_REPORT_H
#define ENTENTE_REPORT_H

#include <entente/import.h>
#include <entente/assess.h>
#include <entente/base.h>
#include <entente/check.h>
#include <entente/beliefs.h>
#include <entente/beliefs_text.h>
#include <entente/blocs.h>
#include <entente/durability.h>
#include <entente/groups.h>
#include <entente/history.h>
#include <entente/landscape.h>
#include <entente/wedge.h>

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

/**
 * Writes an audit of a group. JSON follows docs/schema/audit.schema.json.
 *
 * @param options Those the audit was run with: which upgrades were asked for, how many draws.
 * @return ENT_OK or ENT_E_NOMEM. Same ownership as ent_report_assessment.
 */
ENT_API ENT_MUST_USE ent_status ent_report_audit(const ent_audit *audit, const ent_audit_options *options,
                                                 const ent_layout *layout, char **out, size_t *size, ent_error *err);

/**
 * Writes a ranking of partners. JSON follows docs/schema/partners.schema.json.
 *
 * @param options Those the ranking was run with; its `top` candidates are written.
 * @return ENT_OK or ENT_E_NOMEM. Same ownership as ent_report_assessment.
 */
ENT_API ENT_MUST_USE ent_status ent_report_partners(const ent_partners *partners, const ent_partners_options *options,
                                                    const ent_layout *layout, char **out, size_t *size, ent_error *err);

/**
 * Writes an institution: attributes, members with their spells, applications and lags.
 * JSON follows docs/schema/institution.schema.json. Same ownership and errors as ent_report_audit.
 *
 * @param year The year asked for, or ENT_MISSING for all its life.
 */
ENT_API ENT_MUST_USE ent_status ent_report_institution(const ent_institution *institution, int year,
                                                       const ent_layout *layout, char **out, size_t *size,
                                                       ent_error *err);

/**
 * Writes a list of imports (ent_imports_list) or of the data sets that are recognised (ent_imports_known). CSV has one
 * row an entry; what does not apply is empty. Same ownership and errors as ent_report_assessment.
 */
ENT_API ENT_MUST_USE ent_status ent_report_imports(const ent_imports *list, const ent_layout *layout, char **out,
                                                   size_t *size, ent_error *err);

/** Writes the list of forums and organisations in the data: id and name. Same ownership and errors. */
ENT_API ENT_MUST_USE ent_status ent_report_forums(const ent_world *world, const ent_layout *layout, char **out,
                                                  size_t *size, ent_error *err);

/** Writes what is recorded between two states. JSON follows docs/schema/tie.schema.json. Same ownership and errors. */
ENT_API ENT_MUST_USE ent_status ent_report_tie(const ent_tie *tie, const ent_layout *layout, char **out, size_t *size,
                                               ent_error *err);

/**
 * Writes findings about imported data. CSV has one row a finding. JSON follows docs/schema/check.schema.json. Same
 * ownership and errors as ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_check(const ent_check *check, const ent_layout *layout, char **out,
                                                 size_t *size, ent_error *err);

/**
 * Writes operational codes of leaders. JSON follows docs/schema/beliefs-index.schema.json; `layout.explain` adds the
 * coded verbs of every text. Same ownership and errors as ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_belief_index(const ent_belief_index *answer, const ent_layout *layout,
                                                        char **out, size_t *size, ent_error *err);

/**
 * Writes a comparison of leaders. JSON follows docs/schema/beliefs-compare.schema.json. Same ownership and errors as
 * ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_belief_comparison(const ent_belief_comparison *answer,
                                                             const ent_layout *layout, char **out, size_t *size,
                                                             ent_error *err);

/**
 * Writes norms. JSON follows docs/schema/beliefs-norms.schema.json. Same ownership and errors as ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_belief_norms(const ent_belief_norm *norms, size_t count,
                                                        const ent_layout *layout, char **out, size_t *size,
                                                        ent_error *err);

/**
 * Writes how well codes meet labels. JSON follows docs/schema/beliefs-score.schema.json. `wrong` are the lines of
 * ent_beliefs_score, shown where `layout.explain` is set; may be NULL. Same ownership and errors as ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_belief_score(const ent_score *score, const char *wrong,
                                                        const ent_layout *layout, char **out, size_t *size,
                                                        ent_error *err);

/**
 * Writes what an import did. JSON follows docs/schema/beliefs-import.schema.json. Same ownership and errors as
 * ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_belief_import(const ent_belief_import *answer, const ent_layout *layout,
                                                         char **out, size_t *size, ent_error *err);

/**
 * Writes a landscape. JSON follows docs/schema/landscape.schema.json. Same ownership and errors as ent_report_audit.
 */
ENT_API ENT_MUST_USE ent_status ent_report_landscape(const ent_landscape *landscape, const ent_layout *layout,
                                                     char **out, size_t *size, ent_error *err);

/** Writes a wedge. JSON follows docs/schema/wedge.schema.json. Same ownership and errors as ent_report_audit. */
ENT_API ENT_MUST_USE ent_status ent_report_wedge(const ent_wedge *wedge, const ent_layout *layout, char **out,
                                                 size_t *size, ent_error *err);

/** Writes an answer on durability. JSON follows docs/schema/durability.schema.json. Same ownership and errors. */
ENT_API ENT_MUST_USE ent_status ent_report_durability(const ent_durability *durability, const ent_layout *layout,
                                                      char **out, size_t *size, ent_error *err);

/** Writes an answer about blocs. JSON follows docs/schema/blocs.schema.json. Same ownership and errors. */
ENT_API ENT_MUST_USE ent_status ent_report_blocs(const ent_blocs *blocs, const ent_layout *layout, char **out,
                                                 size_t *size, ent_error *err);

/**
 * Writes the network of a year as GraphML: states with community, spin, leaning and capability, ties with kind, weight
 * and sign. `network` covers the year of `blocs`. Same ownership and errors.
 */
ENT_API ENT_MUST_USE ent_status ent_report_graphml(const ent_blocs *blocs, const ent_network *network, char **out,
                                                   size_t *size, ent_error *err);

/** Writes a network as GEXF 1.3 with spells of years for states, ties and communities. Same ownership and errors. */
ENT_API ENT_MUST_USE ent_status ent_report_gexf(const ent_network *network, char **out, size_t *size, ent_error *err);

/**
 * The keys an answer names: its arrays `sources` and `cites`, each key once, sorted.
 *
 * @param json, size An answer as JSON.
 * @param keys  Receives the keys: one block that holds array and texts, freed by the caller with ent_free.
 * @param count Receives how many.
 * @return ENT_OK; ENT_E_PARSE for a text that is no JSON (with line and column) or no answer; ENT_E_NOMEM.
 */
ENT_API ENT_MUST_USE ent_status ent_report_cited(const char *json, size_t size, const char ***keys, size_t *count,
                                                 ent_error *err);

#ifdef __cplusplus
}
#endif
#endif
