/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every measure of a year, in the order in which they build on one another. */
#include "measures/measures.h"

ent_status enti_measure_year(ent_year *year, ent_error *err) {
    ent_status st = ENT_OK;
    enti_measure_capability(year);
    ENT_TRY(enti_measure_distance(year, err));
    ENT_TRY(enti_measure_threat(year, err));
    ENT_TRY(enti_measure_closeness(year, err));
done:
    return st;
}
