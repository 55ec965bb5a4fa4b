/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Everything: store, world, year, operational codes, theories, assessment, similarity, panels, reports.
 */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <entente/assess.h>
#include <entente/base.h>
#include <entente/check.h>
#include <entente/beliefs.h>
#include <entente/groups.h>
#include <entente/history.h>
#include <entente/import.h>
#include <entente/overlay.h>
#include <entente/panel.h>
#include <entente/blocs.h>
#include <entente/durability.h>
#include <entente/groups.h>
#include <entente/history.h>
#include <entente/landscape.h>
#include <entente/report.h>
#include <entente/similarity.h>
#include <entente/store.h>
#include <entente/theory.h>
#include <entente/wedge.h>
#include <entente/world.h>
#include <entente/year.h>

#endif
