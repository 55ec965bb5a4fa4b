/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two states' values of a year as one value of the pair. Unknown on one side is unknown, but for "any". */
#include "panel/fills.h"

typedef double (*joined)(double x, double y);

static double ratio(double x, double y) {
    double high = x > y ? x : y;
    return isnan(x) || isnan(y) || !(high > 0) ? (double)NAN : (x > y ? y : x) / high;
}

static double ln_ratio(double x, double y) {
    if (!(x > 0) || !(y > 0)) return NAN;
    return x > y ? log(x / y) : log(y / x);
}

static double least(double x, double y) {
    return isnan(x) || isnan(y) ? (double)NAN : x < y ? x : y;
}

static double apart(double x, double y) {
    return fabs(x - y);
}

static double product(double x, double y) {
    return x * y;
}

static double any(double x, double y) {
    if (x > 0 || y > 0) return 1;
    return isnan(x) || isnan(y) ? (double)NAN : 0;
}

static const struct {
    const char *data, *column;
    int which;
    joined join;
} rules[] = {
    [ENTI_CINC_RATIO] = {"nmc", "cinc", ENTI_IMPORTED, ratio},
    [ENTI_CINC_LN_RATIO] = {"nmc", "cinc", ENTI_IMPORTED, ln_ratio},
    [ENTI_RESOURCES_RATIO] = {"", "", ENTI_NET_RESOURCES, ratio},
    [ENTI_RESOURCES_PROJECTED] = {"", "", ENTI_NET_RESOURCES, ratio},
    [ENTI_ANY_MAJOR] = {"", "", ENTI_MAJOR, any},
    [ENTI_POLITY_LEAST] = {"democracy,polity", "polity2", ENTI_IMPORTED, least},
    [ENTI_POLITY_APART] = {"democracy,polity", "polity2", ENTI_IMPORTED, apart},
    [ENTI_IDEAL_APART] = {"ideal_points", "ideal_point", ENTI_IDEAL_POINT, apart},
    [ENTI_POLYARCHY_PRODUCT] = {"", "", ENTI_POLYARCHY, product},
};

/* Both sides ten years on, if their trends last. */
static ent_status project(enti_builder *b, const double **series, enti_target *about, ent_error *err) {
    ent_status st = ENT_OK;
    size_t cells = b->frame->states * b->frame->years;
    const double *trend = NULL;
    double *later = enti_arena_alloc(b->scratch, cells + 1, sizeof *later);
    if (later == NULL) return enti_no_memory(err);
    ENT_TRY(enti_state_series(b, "", "", ENTI_TREND, &trend, about, err));
    for (size_t i = 0; i < cells; i++)
        later[i] = (*series)[i] * exp(10 * trend[i]);
    *series = later;
done:
    return st;
}

ent_status enti_fill_pair_series(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    const enti_frame *f = b->frame;
    ent_status st = ENT_OK;
    for (size_t i = 0; i < count; i++) {
        int which = t[i]->variable->which;
        const double *series = NULL;
        joined join = rules[which].join;
        ENT_TRY(enti_state_series(b, rules[which].data, rules[which].column, rules[which].which, &series, t[i], err));
        if (series == NULL) return enti_missing_data(t[i], err);
        if (which == ENTI_RESOURCES_PROJECTED) ENT_TRY(project(b, &series, t[i], err));
        for (size_t row = 0; row < f->rows; row++) {
            size_t year = (size_t)(f->year[row] - f->first);
            double v = join(series[f->a[row] * f->years + year], series[f->b[row] * f->years + year]);
            if (t[i]->counts)
                t[i]->small[0][row] = (int16_t)(isnan(v) ? ENTI_NO_COUNT : (int)v);
            else
                t[i]->real[0][row] = v;
        }
    }
done:
    return st;
}
