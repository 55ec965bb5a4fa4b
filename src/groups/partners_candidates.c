/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Candidates by score; for the first ones why not higher, what stands in the way and what would have to change. */
#include "groups/partners.h"
#include "theory/changes.h"

#include <math.h>
#include <stdlib.h>

enum { SHOWN_CHANGES = 3, TIERS = 4 };

static int by_score(const void *a, const void *b) {
    const ent_candidate *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return x->state.code - y->state.code;
}

/* Tier of a title's rank: the top two titles, then 4 and 3 together, 2, 1. */
static int tier_of(int rank) {
    static const int tiers[] = {0, 4, 3, 2, 2, 1};
    return rank >= 0 && rank <= 5 ? tiers[rank] : 0;
}

static const char *why_not_higher(const enti_partnering *p, const ent_candidate *c) {
    enti_text text = {0};
    const char *why, *excluded = p->out->excluded.name;
    double most = 0;
    for (size_t k = 0; k < p->list.count; k++)
        most = fmax(most, p->list.candidates[k].attract);
    if (c->with_excluded) enti_text_add(&text, "; a live ally of %s (x %.2f)", excluded, c->pact);
    if (!c->with_excluded && c->with_rival) enti_text_add(&text, "; a live ally of another rival (x %.2f)", c->pact);
    if (c->dormant && !c->with_excluded && !c->with_rival && c->pact < 1)
        enti_text_add(&text, "; a pact with a rival of the patron, dormant (x %.2f)", c->pact);
    if (p->scenario != ENTI_UNDER_PRIMACY && p->scenario != ENTI_UNDER_NEITHER && c->attractiveness == 0)
        enti_text_add(&text, "; hostile to none of the patron's rivals: no help against them");
    else if (p->scenario != ENTI_UNDER_PRIMACY && p->scenario != ENTI_UNDER_NEITHER && c->attractiveness < most / 2)
        enti_text_add(&text, "; its help against the patron's rivals is %.2g %% of the greatest",
                      100 * c->attractiveness / most);
    if (c->interest < 0.5) enti_text_add(&text, "; votes closer to %s (x %.2f)", excluded, c->interest);
    if (c->regime < 0.8) enti_text_add(&text, "; unlike regimes (x %.2f)", c->regime);
    if (c->support_factor < 0.5)
        enti_text_add(&text, "; the structure hardly supports a pact (x %.2f)", c->support_factor);
    why = text.failed ? NULL : enti_arena_strdup(p->arena, text.size > 2 ? text.at + 2 : "nothing of note");
    enti_text_clear(&text);
    return why;
}

static ent_status explain_obstacles(enti_partnering *p, const enti_pair *pair, ent_candidate *c) {
    ent_status st = ENT_OK;
    ent_ledger all = {.arena = p->arena}, kept = all;
    double cut = enti_param(p->params, ENTI_LINE_CUT);
    for (int t = 1; t < ENTI_TERMS; t++) {
        if (t == ENTI_MUTUAL || t == ENTI_LN_DISTANCE || t == ENTI_CONTIGUOUS || t == ENTI_ERA) continue;
        if (t == ENTI_TRADE && p->model.beta[t] == 0) continue;
        for (int side = enti_own_term(t) ? 0 : -1; side < (enti_own_term(t) ? 2 : 0); side++)
            ENT_TRY(enti_add_term(&p->model, pair, t, side, &all, p->err));
    }
    for (size_t l = 0; l < all.count; l++)
        if (all.lines[l].size < -cut) ENT_TRY(enti_ledger_add(&kept, all.lines[l], p->err));
    for (size_t l = 1; l < kept.count; l++) /* a handful: insertion sort, strongest first */
        for (size_t k = l; k > 0 && kept.lines[k].size < kept.lines[k - 1].size; k--) {
            ent_line swap = kept.lines[k];
            kept.lines[k] = kept.lines[k - 1];
            kept.lines[k - 1] = swap;
        }
    c->obstacles = kept.lines;
    c->obstacles_count = kept.count;
done:
    return st;
}

static ent_status explain_changes(enti_partnering *p, const enti_pair *pair, ent_candidate *c) {
    ent_status st = ENT_OK;
    enti_changes *found;
    if (c->allied || isnan(c->percentile) || c->percentile >= 50) return ENT_OK;
    found = enti_alloc(1, sizeof *found);
    if (found == NULL) return enti_no_memory(p->err);
    ENT_TRY(enti_changes_of(&p->model, pair, NAN, 0.5, true, p->arena, found, p->err));
    c->changes = enti_arena_alloc(p->arena, SHOWN_CHANGES + 1, sizeof *c->changes);
    if (c->changes == NULL) {
        st = enti_no_memory(p->err);
        goto done;
    }
    for (size_t s = 0; s < found->singles && s < SHOWN_CHANGES; s++)
        c->changes[c->changes_count++] = found->single[s];
    if (found->singles == 0 && found->joints > 0) c->changes[c->changes_count++] = found->joint[0];
    for (size_t s = 0; s < c->changes_count; s++) {
        c->changes[s].target = "to 50";
        c->changes[s].percentile *= 100;
    }
done:
    ent_free(found);
    return st;
}

static ent_status explain(enti_partnering *p, ent_candidate *c) {
    ent_status st = ENT_OK;
    size_t j = ent_year_index(p->year, c->state.code);
    enti_pair pair = enti_pair_of(p->year, p->list.patron, j);
    c->why = why_not_higher(p, c);
    if (c->why == NULL) return enti_no_memory(p->err);
    ENT_TRY(explain_obstacles(p, &pair, c));
    ENT_TRY(explain_changes(p, &pair, c));
done:
    return st;
}

static ent_candidate candidate_of(const enti_partnering *p, const enti_candidate *from) {
    const ent_year *y = p->year;
    enti_status status = enti_status_of(y, p->params, p->list.patron, from->state);
    return (ent_candidate){.state = p->world->entities[y->ref[from->state]],
                           .rank = from->rank[p->scenario],
                           .score = from->score[p->scenario],
                           .attractiveness =
                               p->scenario == ENTI_UNDER_PRIMACY ? sqrt(y->share[from->state]) : from->attract,
                           .availability = from->available,
                           .capability = y->share[from->state],
                           .pact = from->pact,
                           .interest = from->interest,
                           .regime = from->regime,
                           .dependence = from->dependence,
                           .support_factor = enti_logistic(from->l - enti_quantile(&p->model, 0.25)),
                           .l = from->l,
                           .percentile = 100 * enti_percentile(&p->model, from->l),
                           .allied = from->allied,
                           .with_excluded = from->with_excluded,
                           .with_rival = from->with_rival,
                           .dormant = from->dormant,
                           .title = status.title != NULL && status.title->rank > 0 ? status.title->title : "",
                           .title_rank = status.title != NULL ? status.title->rank : 0,
                           .tier = status.title != NULL ? tier_of(status.title->rank) : 0,
                           .why = ""};
}

ent_status enti_partners_candidates(enti_partnering *p) {
    ent_status st = ENT_OK;
    ent_partners *out = p->out;
    out->candidates = enti_arena_alloc(p->arena, p->list.count + 1, sizeof *out->candidates);
    if (out->candidates == NULL) return enti_no_memory(p->err);
    for (size_t c = 0; c < p->list.count; c++)
        out->candidates[c] = candidate_of(p, &p->list.candidates[c]);
    out->candidates_count = p->list.count;
    qsort(out->candidates, out->candidates_count, sizeof *out->candidates, by_score);
    for (size_t c = 0; c < out->candidates_count && c < (size_t)p->options->top; c++)
        ENT_TRY(explain(p, &out->candidates[c]));
done:
    return st;
}
