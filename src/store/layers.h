/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Overlays of a database are laid over its tables when it is opened: a view of the connection takes the name of the
 * table and shows the user's rows in the place of those with the same key. Whoever reads the table afterwards sees
 * the one and needs to know nothing of the other.
 */
#ifndef ENTI_LAYERS_H
#define ENTI_LAYERS_H

#include "store/store.h"

/* Makes the views, for this connection only: nothing is written to the file. */
ENT_MUST_USE ent_status enti_layers_open(const ent_store *store, ent_error *err);

#endif
