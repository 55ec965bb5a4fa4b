/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Frustration of a signed network (Cartwright & Harary 1956): the weight of positive ties between camps and of negative
 * ties inside them, for the best division into two. That is a landscape: with all sizes 1, frustrated weight is
 * negative weight + energy / 2. The best division found bounds it from above; from below, every triangle with one or
 * three negative ties has at least its lightest tie frustrated, and triangles without a common tie add up.
 */
#include "network/landscape.h"
#include "network/signed.h"

#include <math.h>
#include <string.h>

/* The lightest tie of a triangle that cannot be balanced, by what is left of its ties; 0 for any other. */
static double bound_of(const double *left, const double *net, size_t n, size_t i, size_t j, size_t k) {
    double sign = net[i * n + j] * net[i * n + k] * net[j * n + k];
    if (!(sign < 0)) return 0;
    return fmin(left[i * n + j], fmin(left[i * n + k], left[j * n + k]));
}

/* Takes triangles in the order of their states and uses up the weight of their ties. */
static double from_below(const double *net, size_t n, double *left) {
    double sum = 0;
    for (size_t c = 0; c < n * n; c++)
        left[c] = fabs(net[c]);
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            if (net[i * n + j] >= 0) continue; /* each such triangle has a negative tie: start from that */
            for (size_t k = 0; k < n && left[i * n + j] > 0; k++) {
                double least = k == i || k == j ? 0 : bound_of(left, net, n, i, j, k);
                if (least <= 0) continue;
                sum += least;
                left[i * n + j] -= least;
                left[j * n + i] -= least;
                left[i * n + k] -= least;
                left[k * n + i] -= least;
                left[j * n + k] -= least;
                left[k * n + j] -= least;
            }
        }
    return sum;
}

ent_status enti_frustration_of(const double *net, size_t n, uint64_t seed, int starts, enti_frustration *out,
                               ent_error *err) {
    ent_status st = ENT_OK;
    enti_minima minima = {0};
    double negative = 0, positive = 0, *room = enti_alloc(n * n + 1, sizeof *room), *part = NULL;
    size_t node[ENTI_STATES], used = 0;
    if (room == NULL) return enti_no_memory(err);
    for (size_t i = 0; i < n; i++) {
        bool tied = false;
        for (size_t j = 0; j < n; j++) {
            tied = tied || net[i * n + j] != 0;
            if (j <= i) continue;
            negative += fmax(0, -net[i * n + j]);
            positive += fmax(0, net[i * n + j]);
        }
        if (tied) node[used++] = i;
    }
    *out = (enti_frustration){.total = negative + positive};
    if (used < 2 || negative <= 0) goto done; /* one camp frustrates nothing */
    part = enti_alloc(used * used, sizeof *part);
    if (part == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    for (size_t a = 0; a < used; a++)
        for (size_t b = 0; b < used; b++)
            part[a * used + b] = net[node[a] * n + node[b]];
    if (used <= 17)
        ENT_TRY(enti_landscape_exact(part, used, &minima, err));
    else
        ENT_TRY(enti_landscape_search(part, used, seed, starts, &minima, err));
    out->high = fmax(0, negative + minima.at[0].energy / 2);
    out->low = used <= 17 ? out->high : fmin(out->high, from_below(net, n, room));
done:
    ent_free(minima.at);
    ent_free(part);
    ent_free(room);
    return st;
}

double enti_frustration_at(const double *net, size_t n, const uint32_t *camp) {
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            bool same = camp[i] == camp[j];
            if (net[i * n + j] > 0 && !same) sum += net[i * n + j];
            if (net[i * n + j] < 0 && same) sum -= net[i * n + j];
        }
    return sum;
}
