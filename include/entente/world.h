/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * The world: everything a store says, in memory, immutable. Entities (states and a few others), what is known of
 * them by year, and the spells between them.
 */
#ifndef ENTENTE_WORLD_H
#define ENTENTE_WORLD_H

#include <entente/base.h>
#include <entente/store.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An immutable view of one store. May be shared between threads. */
typedef struct ent_world ent_world;

/** A state, or an entity outside the list of states such as Palestine. All texts are borrowed from the world. */
typedef struct ent_entity {
    int code;           /**< COW number; above 9999 for entities that have none */
    const char *iso3;   /**< ISO 3166-1 alpha-3, current or withdrawn; "" when there is none */
    const char *name;   /**< plain English name */
    const char *region; /**< UN M49 region; "" when unknown */
    const char *subregion;
    int outside; /**< 1: not a member of the system of states in any year */
} ent_entity;

/** One spell of membership in a system of states. Dates are ISO 8601; `end` is "" while it lasts. */
typedef struct ent_membership {
    const char *system; /**< "cow", "gw", or "none" */
    int number;         /**< code in that system, or ENT_MISSING */
    const char *name;   /**< name borne then */
    const char *status;
    const char *start, *end;
    const char *capital;
    const char *source;
} ent_membership;

/** One name or code of an entity. `from` and `to` are years or ENT_MISSING. */
typedef struct ent_name {
    const char *name, *kind, *scheme;
    int from, to;
} ent_name;

/**
 * Loads the whole store.
 *
 * @param out Receives the world; the caller closes it. The store may be closed before the world. A world of a database
 *            with imports keeps the file open until it is closed: the file may be removed, but must not be changed.
 * @return ENT_OK; ENT_E_NOMEM; ENT_E_PARSE or ENT_E_IO when the database is damaged.
 * Cost: one pass over every table, about ten milliseconds for the snapshot, ninety with every import.
 */
ENT_API ENT_MUST_USE ent_status ent_world_open(const ent_store *store, ent_world **out, ent_error *err);

/** Frees a world. Accepts NULL. */
ENT_API void ent_world_close(ent_world *world);

/** First year the data cover (1946 for the snapshot, 1816 with imported capability). */
ENT_API int ent_world_first_year(const ent_world *world);
/** Last year the data cover (2022 for the snapshot). */
ENT_API int ent_world_last_year(const ent_world *world);

/** The label of the store the world was loaded from. */
ENT_API const char *ent_world_label(const ent_world *world);

/**
 * Finds an entity by any name or code.
 *
 * Accepted: English, native and former names in any case and with or without accents; ISO2, ISO3, COW and GW
 * letters; COW, GW and ISO numbers. A bare three-letter word is ISO3 first, a bare number COW first. A scheme may be
 * named: "cow:365", "cow:RUS", "gw:260", "iso:36", "iso:AUS". Where a name meant different states at different
 * times, `year` decides. Never guesses: a name that stays ambiguous is an error that lists the choices.
 *
 * @param text  What the user typed, UTF-8.
 * @param year  Year the name is meant for, or ENT_MISSING.
 * @param out   Receives the entity; texts borrowed from the world. Unchanged on failure.
 * @param note  When not NULL, receives a one-line note when another scheme reads the code differently, else "".
 *              At least 160 bytes.
 * @return ENT_OK; ENT_E_MISSING when nothing bears the name (the message suggests the nearest ones);
 *         ENT_E_ARG when it is ambiguous. Cost: O(names).
 */
ENT_API ENT_MUST_USE ent_status ent_world_find(const ent_world *world, const char *text, int year, ent_entity *out,
                                               char *note, ent_error *err);

/** The entity with this code, or ENT_E_MISSING. Cost O(log entities). */
ENT_API ENT_MUST_USE ent_status ent_world_entity(const ent_world *world, int code, ent_entity *out, ent_error *err);

/** Number of entities. */
ENT_API size_t ent_world_entity_count(const ent_world *world);
/** An entity, in order of code, by an index below ent_world_entity_count. */
ENT_API ent_entity ent_world_entity_at(const ent_world *world, size_t index);

/** Number of spells of membership of an entity; an unknown code has none. */
ENT_API size_t ent_world_membership_count(const ent_world *world, int code);
/** One spell, oldest first within a system, by an index below the count. */
ENT_API ent_membership ent_world_membership_at(const ent_world *world, int code, size_t index);

/** Number of names and codes of an entity; an unknown code has none. */
ENT_API size_t ent_world_name_count(const ent_world *world, int code);
/** One name or code, by an index below the count. */
ENT_API ent_name ent_world_name_at(const ent_world *world, int code, size_t index);

/**
 * 1 when the entity was a member of the COW system of states on any day of the year, else 0.
 * Membership lists end in 2016; later years carry the last list.
 */
ENT_API int ent_world_is_member(const ent_world *world, int code, int year);

#ifdef __cplusplus
}
#endif
#endif
