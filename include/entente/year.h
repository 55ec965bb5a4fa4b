/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * One year of the world as dense arrays: the states of the system, what is known of each, and the ties between
 * them. The one currency of every engine.
 */
#ifndef ENTENTE_YEAR_H
#define ENTENTE_YEAR_H

#include <entente/base.h>
#include <entente/world.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One year, built once and then unchanged; may be shared between threads. */
typedef struct ent_year ent_year;

/** Values of the parameters; see ent_params_new in theory.h. */
typedef struct ent_params ent_params;

/**
 * Builds a year and every measure the theories read.
 *
 * @param world  Borrowed for the life of the year.
 * @param year   Calendar year the data cover.
 * @param params Form parameters (share of allies' capability, reach, contest); NULL for the defaults.
 *               Not kept.
 * @param out    Receives the year; the caller closes it. Unchanged on failure.
 * @return ENT_OK; ENT_E_RANGE for a year outside the data; ENT_E_NOMEM. Cost O(states^2), a few milliseconds; with imported trade
 *         and organisations about fifteen. Years of one world may be built by several threads at once.
 */
ENT_API ENT_MUST_USE ent_status ent_year_open(const ent_world *world, int year, const ent_params *params,
                                              ent_year **out, ent_error *err);

/** Frees a year. Accepts NULL. */
ENT_API void ent_year_close(ent_year *year);

/** The calendar year. */
ENT_API int ent_year_of(const ent_year *year);

/** Number of member states, at most 256. */
ENT_API size_t ent_year_count(const ent_year *year);

/** COW code of the state at an index below ent_year_count; indices follow the codes. */
ENT_API int ent_year_code(const ent_year *year, size_t index);

/** Index of a state by COW code, or SIZE_MAX when it is no member this year. */
ENT_API size_t ent_year_index(const ent_year *year, int code);

#ifdef __cplusplus
}
#endif
#endif
