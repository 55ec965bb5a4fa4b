/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Everything: store, world, year, theories, assessment, reports.
 */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <entente/assess.h>
#include <entente/base.h>
#include <entente/blocs.h>
#include <entente/durability.h>
#include <entente/groups.h>
#include <entente/history.h>
#include <entente/landscape.h>
#include <entente/report.h>
#include <entente/store.h>
#include <entente/theory.h>
#include <entente/wedge.h>
#include <entente/world.h>
#include <entente/year.h>

#endif
