/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from finished columns: lags and leads, clocks since an event, and the choice of rows. */
#ifndef ENTI_PANEL_TRANSFORMS_H
#define ENTI_PANEL_TRANSFORMS_H

#include "panel/panel.h"

/* Adds the column's value `years` before each row (after, when negative). */
ENT_MUST_USE ent_status enti_lag_add(enti_builder *b, const enti_pcolumn *column, int years, ent_error *err);

/* Adds the years since the column was last above 0, with powers, or with splines when there are knots. */
ENT_MUST_USE ent_status enti_clock_add(enti_builder *b, const enti_pcolumn *event, const double *knots, size_t count,
                                       ent_error *err);

/* Knots of a list; *count is 0 for NULL. */
ENT_MUST_USE ent_status enti_knots_read(const char *list, double knots[16], size_t *count, ent_error *err);

/* Keeps the rows of the years first to last for which keep[row], where keep is not NULL. */
void enti_rows_keep(enti_builder *b, int first, int last, const bool *keep);

/* Marks politically relevant dyads: contiguous up to the type asked for, or with a major power. */
ENT_MUST_USE ent_status enti_relevant(enti_builder *b, bool *keep, ent_error *err);

/* leaders.c */
ENT_MUST_USE ent_status enti_leader_rows(enti_builder *b, ent_error *err);
ENT_MUST_USE ent_status enti_leader_columns(enti_builder *b, ent_error *err);

#endif
