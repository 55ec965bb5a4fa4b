/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a forum by what a person types. */
#ifndef ENTI_GROUP_H
#define ENTI_GROUP_H

#include "world/world.h"

/* Index of the forum with this id or name, or a part of the name that fits only one. */
ENT_MUST_USE ent_status enti_forum_find(const ent_world *world, const char *text, size_t *out, ent_error *err);

#endif
