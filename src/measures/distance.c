/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Distance: great circle between the capitals of the year, radius 6371 km. Weight w = 1 next door (contiguity 1 to 4), else
 * 1 / (1 + km / D0).
 */
#include "measures/measures.h"

#include <math.h>

/* A capital as a point of the unit sphere. */
typedef struct {
    double x, y, z;
} point;

static point point_of(double latitude, double longitude) {
    const double radian = 3.14159265358979323846 / 180;
    double lat = latitude * radian, lon = longitude * radian;
    return (point){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

/* From the chord: exact for neighbours too, and without a sine for every pair. NaN for a capital that is not known. */
static double great_circle_km(point a, point b) {
    const double radius = 6371;
    double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z, half = sqrt(dx * dx + dy * dy + dz * dz) / 2;
    return 2 * radius * asin(half < 1 ? half : half / half);
}

ent_status enti_measure_distance(ent_year *y, ent_error *err) {
    point capital[ENTI_STATES];
    y->weight = enti_arena_alloc(&y->arena, y->n * y->n + 1, sizeof(double));
    if (y->weight == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < y->n; i++)
        capital[i] = y->capital[i] != NULL ? point_of(y->capital[i]->lat, y->capital[i]->lon)
                                           : point_of(y->member[i]->lat, y->member[i]->lon);
    for (size_t i = 0; i < y->n; i++) {
        y->weight[i * y->n + i] = 1;
        for (size_t j = 0; j < i; j++) {
            double km = great_circle_km(capital[i], capital[j]);
            double w = y->contiguous[i * y->n + j] ? 1 : 1 / (1 + km / y->form.reach_km);
            y->distance_km[i * y->n + j] = y->distance_km[j * y->n + i] = km;
            y->weight[i * y->n + j] = y->weight[j * y->n + i] = w;
        }
    }
    return ENT_OK;
}
