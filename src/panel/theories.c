/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores of the theories as columns: every pair of every year the world covers; "cannot judge" is unknown. */
#include "panel/fills.h"

typedef struct {
    enti_builder *b;
    enti_target *const *targets;
    size_t count; /* those of one theory */
    const ent_theory *theory;
    const ent_params *params;
} scoring;

static void put_scores(const scoring *s, int from, int to, int year, const ent_sides *sides) {
    for (size_t i = 0; i < s->count; i++) {
        enti_target *target = s->targets[i];
        switch (target->variable->which % ENTI_T_COLUMNS) {
        case ENTI_T_SCORE: enti_put_pair(s->b, target, from, to, year, sides->score); break;
        case ENTI_T_SIDE: enti_put_sides(s->b, target, from, to, year, sides->side[0], sides->side[1]); break;
        default:
            if (sides->word != ENT_CANNOT_JUDGE)
                enti_put_pair(s->b, target, from, to, year, (double)sides->word - (double)ENT_NEUTRAL);
        }
    }
}

static ent_status score_year(const scoring *s, const ent_year *year, ent_error *err) {
    ent_status st = ENT_OK;
    void *state = NULL;
    size_t n = ent_year_count(year);
    int at = ent_year_of(year);
    ENT_TRY(s->theory->prepare(year, s->params, &state, err));
    for (size_t i = 0; i < n; i++) {
        int from = ent_year_code(year, i);
        if (enti_frame_state(s->b->frame, from, at) < 0) continue;
        for (size_t j = i + 1; j < n; j++) {
            ent_sides sides;
            int to = ent_year_code(year, j);
            if (enti_frame_state(s->b->frame, to, at) < 0) continue;
            ENT_TRY(s->theory->score(state, (ent_dyad){i, j}, &sides, err));
            put_scores(s, from, to, at, &sides);
        }
    }
done:
    s->theory->release(state);
    return st;
}

ent_status enti_fill_theories(enti_builder *b, enti_target *const *t, size_t count, ent_error *err) {
    ent_status st = ENT_OK;
    ent_year *year = NULL;
    ent_params *params = NULL;
    int first = ent_world_first_year(b->world), last = ent_world_last_year(b->world);
    for (int at = first > b->frame->first ? first : b->frame->first; at <= last && at <= b->frame->last; at++) {
        ENT_TRY(ent_params_for_year(b->world, NULL, at, &params, err)); /* the variant the data allow that year */
        ENT_TRY(ent_year_open(b->world, at, params, &year, err));
        for (size_t i = 0, n; i < count; i += n) {
            int theory = t[i]->variable->which / ENTI_T_COLUMNS;
            n = 1;
            while (i + n < count && t[i + n]->variable->which / ENTI_T_COLUMNS == theory)
                n++;
            ENT_TRY(score_year(&(scoring){b, t + i, n, ent_theory_at((size_t)theory), params}, year, err));
        }
        ent_year_close(year);
        ent_params_free(params);
        year = NULL;
        params = NULL;
        ENT_TRY(enti_progress(b, (double)(at - first) / (last - first + 1), err));
    }
    for (size_t k = 0; k < count; k++)
        enti_from_snapshot(b, t[k], "theories of the program", first, last);
done:
    ent_year_close(year);
    ent_params_free(params);
    return st;
}
