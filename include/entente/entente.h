/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * Everything: store, world, year, theories, assessment, similarity, reports.
 */
#ifndef ENTENTE_ENTENTE_H
#define ENTENTE_ENTENTE_H

#include <entente/assess.h>
#include <entente/base.h>
#include <entente/check.h>
#include <entente/groups.h>
#include <entente/history.h>
#include <entente/import.h>
#include <entente/report.h>
#include <entente/similarity.h>
#include <entente/store.h>
#include <entente/theory.h>
#include <entente/world.h>
#include <entente/year.h>

#endif
