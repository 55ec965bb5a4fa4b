/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time since an event. The clock of a row counts the consecutive earlier rows of the same state or dyad since it entered
 * (again, after a gap) or since the event last held: 0 in the first row and in the row after an event (after Carter and Signorino 2010; Beck,
 * Katz and Tucker 1998). It starts at the first year the event is known, and is unknown after a year in which it is not,
 * until the event holds again.
 *
 * t1 = n, t2 = n^2 / 100, t3 = n^3 / 1000; or a natural cubic spline: s1 = n and, for knots k1 < ... < kK,
 * s(j+1) = d(j) - d(K-1) with d(j) = ((n - kj)+^3 - (n - kK)+^3) / (kK - kj).
 */
#include "panel/transforms.h"

#include <stdlib.h>
#include <string.h>

ent_status enti_knots_read(const char *list, double knots[16], size_t *count, ent_error *err) {
    const char *p = list;
    *count = 0;
    while (p != NULL && *p != 0) {
        char *end;
        double knot = strtod(p, &end);
        if (end == p || (*end != 0 && *end != ',') || !(knot >= 0 && knot <= 1000) || *count == 16 ||
            (*count > 0 && knot <= knots[*count - 1]))
            return ent_fail(err, ENT_E_ARG,
                            "--knots is \"%.80s\", expected 3 to 16 rising numbers of years such as 1,4,7", list);
        knots[(*count)++] = knot;
        p = end + (*end == ',');
    }
    if (list != NULL && *count < 3)
        return ent_fail(err, ENT_E_ARG, "--knots is \"%.80s\", expected 3 to 16 rising numbers of years such as 1,4,7",
                        list);
    return ENT_OK;
}

static bool same_unit(const enti_frame *f, size_t x, size_t y) {
    return f->a[x] == f->a[y] && (f->b == NULL || f->b[x] == f->b[y]);
}

/* The clock of every row. */
static void run_clock(const enti_builder *b, const enti_pcolumn *event, double *out) {
    const enti_frame *f = b->frame;
    double n = NAN;
    bool known = false; /* the event was known in some earlier row of the dyad */
    for (size_t row = 0; row < f->rows; row++) {
        double now = enti_value(b->panel, event, row);
        if (row == 0 || !same_unit(f, row - 1, row) || f->year[row] != f->year[row - 1] + 1) {
            n = 0;
            known = false;
        }
        if (!known && isnan(now)) {
            out[row] = NAN; /* before the event's data begin */
            continue;
        }
        out[row] = n;
        known = true;
        n = isnan(now) ? (double)NAN : now > 0 ? 0 : n + 1;
    }
}

static double cube_above(double n, double knot) {
    double x = n - knot;
    return x > 0 ? x * x * x : 0;
}

static double bend(double n, const double *knots, size_t count, size_t j) {
    double last = knots[count - 1];
    return (cube_above(n, knots[j]) - cube_above(n, last)) / (last - knots[j]);
}

static double part_of(double n, const double *knots, size_t count, size_t part) {
    if (part == 0) return n;
    if (count == 0) return part == 1 ? n * n / 100 : n * n * n / 1000;
    return bend(n, knots, count, part - 1) - bend(n, knots, count, count - 2);
}

static ent_status add_part(enti_builder *b, const enti_pcolumn *event, const double *clock, const double *knots,
                           size_t count, size_t part, ent_error *err) {
    static const char *const powers[] = {"", " squared, over 100", " cubed, over 1000"};
    const enti_frame *f = b->frame;
    enti_pcolumn column = {.about = event->about};
    enti_text words = {0};
    double *values = enti_arena_alloc(b->keep, f->rows + 1, sizeof *values);
    if (values == NULL) return enti_no_memory(err);
    for (size_t row = 0; row < f->rows; row++)
        values[row] = part_of(clock[row], knots, count, part);
    column.real = values;
    column.about.name = enti_arena_printf(b->keep, "%s_%c%zu", event->about.name, count == 0 ? 't' : 's', part + 1);
    if (count == 0 || part == 0) {
        enti_text_add(&words, "years since %s%s", event->about.name, count == 0 ? powers[part] : "");
    } else {
        enti_text_add(&words, "natural cubic spline %zu of the years since %s, knots", part, event->about.name);
        for (size_t k = 0; k < count; k++)
            enti_text_add(&words, "%s%g", k == 0 ? " " : ", ", knots[k]);
    }
    column.about.title = words.failed ? NULL : enti_arena_strdup(b->keep, words.at);
    enti_text_clear(&words);
    column.about.unit = part == 0 ? "years" : "";
    column.about.kind = part == 0 ? ENT_COLUMN_INTEGER : ENT_COLUMN_REAL;
    column.about.missing = "counts rows since the unit entered or the event last held; unknown after a year in which "
                           "the event is unknown";
    if (column.about.name == NULL || column.about.title == NULL) return enti_no_memory(err);
    return enti_column_add(b, &column, err);
}

ent_status enti_clock_add(enti_builder *b, const enti_pcolumn *event, const double *knots, size_t count,
                          ent_error *err) {
    ent_status st = ENT_OK;
    const enti_pcolumn copy = *event; /* the list of columns may move */
    double *clock = enti_arena_alloc(b->scratch, b->frame->rows + 1, sizeof *clock);
    if (clock == NULL) return enti_no_memory(err);
    run_clock(b, &copy, clock);
    for (size_t part = 0; part < (count == 0 ? 3 : count - 1); part++)
        ENT_TRY(add_part(b, &copy, clock, knots, count, part, err));
done:
    return st;
}
