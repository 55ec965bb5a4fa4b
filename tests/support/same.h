/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares two answers about the same pair: asked the same way, or with the states exchanged. Lines and changes are
 * compared as sets, because ties are listed in the order of the codes. Each function returns the number of differences. */
#ifndef TESTS_SAME_H
#define TESTS_SAME_H

#include "support/fixture.h"

static const double same_tolerance = 1e-12;

static inline int same_side(int side, bool swapped) {
    return swapped && side >= 0 ? 1 - side : side;
}

static inline int differ_status(const char *what, const ent_assessment *x, const ent_assessment *y) {
    int bad = differs_text(what, x->category, y->category) + differs_text(what, x->reading, y->reading);
    bad += differs_text(what, x->practice_rung, y->practice_rung) + differs_text(what, x->treaty_rung, y->treaty_rung);
    bad += differs_text(what, x->word, y->word) + differs_text(what, x->hazard_event, y->hazard_event);
    bad += differs_text(what, x->channels_why, y->channels_why) + differs_text(what, x->features, y->features);
    bad += differs(what, x->ladder, y->ladder, 0) + differs(what, x->title_rank, y->title_rank, 0);
    bad += differs(what, x->pact_since, y->pact_since, 0) + differs(what, x->near_line, y->near_line, 0);
    return bad + differs(what, (double)x->obligations_count, (double)y->obligations_count, 0);
}

static inline int differ_support(const char *what, const ent_assessment *x, const ent_assessment *y, bool swapped) {
    const double pairs[][2] = {{x->support_l, y->support_l},
                               {x->percentile, y->percentile},
                               {x->low, y->low},
                               {x->high, y->high},
                               {x->u[0], y->u[same_side(0, swapped)]},
                               {x->u[1], y->u[same_side(1, swapped)]},
                               {x->share, y->share},
                               {x->at_signature, y->at_signature},
                               {x->hazard, y->hazard},
                               {x->baseline, y->baseline},
                               {x->upper_bound, y->upper_bound},
                               {x->gate_open, y->gate_open},
                               {x->gate_shut, y->gate_shut},
                               {x->interest, y->interest},
                               {x->coercion, y->coercion},
                               {x->values, y->values},
                               {x->trust, y->trust},
                               {(double)x->gain_rank, (double)y->gain_rank},
                               {(double)x->l_rank, (double)y->l_rank}};
    int bad = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        bad += differs(what, pairs[i][0], pairs[i][1], same_tolerance);
    return bad;
}

/* What counts among all pairs of the year: changes by definition when a state is added. */
static inline int differ_practice(const char *what, const ent_assessment *x, const ent_assessment *y) {
    return differs(what, x->practice_index, y->practice_index, same_tolerance) +
           differs(what, (double)x->practice_rank, (double)y->practice_rank, 0) +
           differs(what, (double)x->of, (double)y->of, 0);
}

static inline int differ_lines(const char *what, const ent_line *x, size_t count, const ent_line *y, size_t other,
                               bool swapped) {
    int bad = differs(what, (double)count, (double)other, 0);
    for (size_t i = 0; i < count; i++) {
        bool found = false;
        for (size_t k = 0; k < other && !found; k++)
            found = strcmp(x[i].code, y[k].code) == 0 && x[i].kind == y[k].kind &&
                    same_side(x[i].side, swapped) == y[k].side &&
                    (isnan(x[i].size) ? isnan(y[k].size) : fabs(x[i].size - y[k].size) <= same_tolerance);
        if (found) continue;
        print_error("%s: no line %s of side %d with size %.15g\n", what, x[i].code, x[i].side, x[i].size);
        bad++;
    }
    return bad;
}

static inline int differ_theories(const char *what, const ent_assessment *x, const ent_assessment *y, bool swapped) {
    int bad = differs(what, (double)x->theories_count, (double)y->theories_count, 0);
    for (size_t t = 0; t < x->theories_count && bad == 0; t++) {
        const ent_sides *p = &x->theories[t].sides, *q = &y->theories[t].sides;
        char name[160];
        (void)snprintf(name, sizeof name, "%s, %s", what, x->theories[t].theory->id);
        bad += differs_text(name, ent_word_text(p->word), ent_word_text(q->word));
        bad += differs(name, p->score, q->score, same_tolerance);
        for (int side = 0; side < 2; side++)
            bad += differs(name, p->side[side], q->side[same_side(side, swapped)], same_tolerance);
    }
    return bad + differs(what, (double)x->disagreements_count, (double)y->disagreements_count, 0);
}

/* Events and levers, which are listed whole. Of equally cheap single changes only the first three are shown. */
static inline int differ_changes(const char *what, const ent_assessment *x, const ent_assessment *y, bool swapped) {
    int bad = differs(what, (double)x->changes_count, (double)y->changes_count, 0);
    for (size_t i = 0; i < x->changes_count; i++) {
        const ent_change *c = &x->changes[i];
        bool found = strcmp(c->kind, "event") != 0 && strcmp(c->kind, "lever") != 0;
        for (size_t k = 0; k < y->changes_count && !found; k++) {
            const ent_change *d = &y->changes[k];
            found = strcmp(c->kind, d->kind) == 0 && strcmp(c->target, d->target) == 0 &&
                    strcmp(c->moves[0].text, d->moves[0].text) == 0 &&
                    same_side(c->moves[0].side, swapped) == d->moves[0].side &&
                    fabs(c->percentile - d->percentile) <= 1e-9;
        }
        if (found) continue;
        print_error("%s: no %s \"%s\" with percentile %.12g\n", what, c->kind, c->moves[0].text, c->percentile);
        bad++;
    }
    return bad;
}

/* The whole answer, but for what differ_practice compares. */
static inline int differ_assessments(const char *what, const ent_assessment *x, const ent_assessment *y, bool swapped) {
    return differ_status(what, x, y) + differ_support(what, x, y, swapped) +
           differ_lines(what, x->obstacles, x->obstacles_count, y->obstacles, y->obstacles_count, swapped) +
           differ_lines(what, x->supports, x->supports_count, y->supports, y->supports_count, swapped) +
           differ_lines(what, x->context, x->context_count, y->context, y->context_count, swapped) +
           differ_theories(what, x, y, swapped) + differ_changes(what, x, y, swapped);
}

#endif
