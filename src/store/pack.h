/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pack: results of queries laid out as they are read, so that they can be used where they lie. It is written by
 * opening a world from the finished snapshot, which asks exactly the queries that a cold start will ask; a query that
 * is not in it is put to the database, so a pack can be slow, never wrong. Numbers have the byte order of the machine that compiled it.
 */
#ifndef ENTI_PACK_H
#define ENTI_PACK_H

#include "store/rows.h"

typedef struct enti_pack_writer enti_pack_writer;

ENT_MUST_USE ent_status enti_pack_writer_new(enti_pack_writer **out, ent_error *err);
void enti_pack_writer_free(enti_pack_writer *writer); /* accepts NULL */

/* Adds the rows of a query, unless it is there. */
ENT_MUST_USE ent_status enti_pack_add(enti_pack_writer *writer, const char *sql, const enti_rows *rows, ent_error *err);

/* The pack as bytes, borrowed until the writer is freed. */
ENT_MUST_USE ent_status enti_pack_bytes(enti_pack_writer *writer, const char **bytes, size_t *size, ent_error *err);

/* Finds the rows of a query in a pack that lasts as long as the program. */
bool enti_pack_find(const void *pack, size_t size, const char *sql, enti_rows *out);

#endif
