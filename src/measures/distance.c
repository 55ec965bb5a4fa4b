/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Distance: great circle between capitals, radius 6371 km. Weight w = 1 next door (contiguity 1 to 4), else
 * 1 / (1 + km / D0).
 */
#include "measures/measures.h"

#include <math.h>

static double great_circle_km(const enti_member *a, const enti_member *b) {
    const double radian = 3.14159265358979323846 / 180, radius = 6371;
    double lat1 = a->lat * radian, lat2 = b->lat * radian;
    double dlat = lat2 - lat1, dlon = (b->lon - a->lon) * radian;
    double h = sin(dlat / 2) * sin(dlat / 2) + cos(lat1) * cos(lat2) * sin(dlon / 2) * sin(dlon / 2);
    return 2 * radius * asin(fmin(1, sqrt(h)));
}

ent_status enti_measure_distance(ent_year *y, ent_error *err) {
    y->weight = enti_arena_alloc(&y->arena, y->n * y->n + 1, sizeof(double));
    if (y->weight == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < y->n; i++) {
        y->weight[i * y->n + i] = 1;
        for (size_t j = 0; j < i; j++) {
            double km = great_circle_km(y->member[i], y->member[j]);
            double w = y->contiguous[i * y->n + j] ? 1 : 1 / (1 + km / y->form.reach_km);
            y->distance_km[i * y->n + j] = y->distance_km[j * y->n + i] = km;
            y->weight[i * y->n + j] = y->weight[j * y->n + i] = w;
        }
    }
    return ENT_OK;
}
