/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The field around a patron: what drives it, which of the largest economies are free, who could be neutralised (leave
 * the other side without joining), and who keeps ties to both poles.
 */
#include "groups/partners.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { POOL = 20, SHOWN = 10 };

static ent_status fill_drivers(enti_partnering *p) {
    ent_status st = ENT_OK;
    const ent_year *y = p->year;
    size_t i = p->list.patron;
    ent_ledger list = {.arena = p->arena};
    ent_line line = enti_line("threat", ENT_LINE_FACT, 0, "total threat from its strategic rivals");
    line.value = p->list.threat;
    line.formula = "1 - product of (1 - theta)";
    line.year = y->year;
    ENT_TRY(enti_ledger_add(&list, line, p->err));
    ENT_TRY(enti_add_rivalries(y, i, &y->rivals[i], 0, "rival", &list, p->err));
    line = enti_line("encirclement", ENT_LINE_FACT, 0, "share of its neighbours that are rivals or allies of rivals");
    line.value = p->out->encirclement;
    line.year = y->year;
    ENT_TRY(enti_ledger_add(&list, line, p->err));
    line = enti_line("ambition", ENT_LINE_FACT, 0,
                     isnan(p->options->ambition) ? "capability relative to the largest power" : "ambition as given");
    line.value = p->out->ambition;
    line.assumed = !isnan(p->options->ambition);
    line.year = y->year;
    ENT_TRY(enti_ledger_add(&list, line, p->err));
    ENT_TRY(enti_add_capability(y, i, 0, &list, p->err));
    p->out->drivers = list.lines;
    p->out->drivers_count = list.count;
done:
    return st;
}

static const char *pool_status(const enti_partnering *p, size_t j) {
    const ent_year *y = p->year;
    size_t i = p->list.patron, x = p->list.excluded;
    if (j == i) return "patron";
    if (j == x) return "excluded";
    if (enti_set_has(&y->rivals[i], j)) return "rival of the patron";
    if (x != SIZE_MAX && enti_set_has(&y->pact[ENTI_DEFENCE][j], x) && !enti_set_has(&y->rivals[j], x))
        return enti_pact_dormant(y, p->params, j, x) ? "dormant pact with the excluded" : "allied to the excluded";
    return enti_set_has(&y->pact[ENTI_DEFENCE][i], j) ? "ally" : "available";
}

static int by_capability(const void *a, const void *b) {
    const ent_pool_state *x = a, *y = b;
    if (x->capability != y->capability) return x->capability > y->capability ? -1 : 1;
    return x->state.code - y->state.code;
}

static ent_status fill_pool(enti_partnering *p) {
    const ent_year *y = p->year;
    ent_partners *out = p->out;
    out->pool = enti_arena_alloc(p->arena, y->n + 1, sizeof *out->pool);
    if (out->pool == NULL) return enti_no_memory(p->err);
    for (size_t j = 0; j < y->n; j++)
        if (!isnan(y->capability[j].value))
            out->pool[out->pool_count++] =
                (ent_pool_state){p->world->entities[y->ref[j]], y->capability[j].value, pool_status(p, j)};
    qsort(out->pool, out->pool_count, sizeof *out->pool, by_capability);
    if (out->pool_count > POOL) out->pool_count = POOL;
    for (size_t k = 0; k < out->pool_count; k++) {
        out->pool_allied_excluded += strcmp(out->pool[k].status, "allied to the excluded") == 0;
        out->pool_available += strcmp(out->pool[k].status, "available") == 0;
    }
    return ENT_OK;
}

/* Total threat to the patron if ally j left the excluded power: less strength behind it, and no reach through j. */
static double threat_without(const enti_partnering *p, size_t j) {
    const ent_year *y = p->year;
    size_t i = p->list.patron, x = p->list.excluded;
    const enti_set *allies = &y->pact[ENTI_DEFENCE][x];
    double own = y->strength[i], strength = y->strength[x] - y->form.ally_share * y->share[j], best = 0, safe = 1;
    for (size_t a = enti_set_next(allies, 0); a < ENTI_STATES; a = enti_set_next(allies, a + 1))
        if (a != j) best = fmax(best, y->weight[i * y->n + a]);
    for (size_t k = 0; k < y->n; k++) {
        double theta = enti_set_has(&y->rivals[i], k) ? y->theta[i * y->n + k] : 0;
        if (k == x && theta > 0)
            theta = pow(fmax(y->weight[i * y->n + x], y->form.proxy_reach * best), y->form.reach_power) * strength /
                    (strength + own);
        safe *= 1 - theta;
    }
    return 1 - safe;
}

static int by_effect(const void *a, const void *b) {
    const ent_neutral *x = a, *y = b;
    if (x->effect != y->effect) return x->effect > y->effect ? -1 : 1;
    return x->state.code - y->state.code;
}

static ent_status fill_neutral(enti_partnering *p) {
    const ent_year *y = p->year;
    ent_partners *out = p->out;
    size_t x = p->list.excluded;
    out->neutral = enti_arena_alloc(p->arena, y->n + 1, sizeof *out->neutral);
    if (out->neutral == NULL) return enti_no_memory(p->err);
    for (size_t j = 0; x != SIZE_MAX && j < y->n; j++) {
        ent_neutral *n = &out->neutral[out->neutral_count];
        enti_pair pair;
        double u[2];
        if (j == p->list.patron || !enti_set_has(&y->pact[ENTI_DEFENCE][x], j) || enti_set_has(&y->rivals[x], j))
            continue;
        pair = enti_pair_of(y, j, x);
        n->state = p->world->entities[y->ref[j]];
        n->capability = y->capability[j].value;
        n->dormant = enti_pact_dormant(y, p->params, j, x);
        n->effect = p->list.threat - threat_without(p, j);
        n->l = enti_support(&p->model, &pair, u);
        n->percentile = 100 * enti_percentile(&p->model, n->l);
        n->treaty = "";
        for (size_t t = 0; t < y->treaties_count; t++)
            if (enti_treaty_binds(y, &y->treaties[t], ENTI_DEFENCE, j, x))
                n->treaty = p->world->treaties[y->treaties[t].treaty].name;
        out->neutral_count++;
    }
    qsort(out->neutral, out->neutral_count, sizeof *out->neutral, by_effect);
    if (out->neutral_count > SHOWN) out->neutral_count = SHOWN;
    return ENT_OK;
}

static int by_hedge(const void *a, const void *b) {
    const ent_hedger *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return x->state.code - y->state.code;
}

static ent_status fill_hedgers(enti_partnering *p) {
    const ent_year *y = p->year;
    ent_partners *out = p->out;
    size_t i = p->list.patron, x = p->list.excluded;
    out->hedgers = enti_arena_alloc(p->arena, y->n + 1, sizeof *out->hedgers);
    if (out->hedgers == NULL) return enti_no_memory(p->err);
    for (size_t j = 0; x != SIZE_MAX && j < y->n; j++) {
        ent_hedger *h = &out->hedgers[out->hedgers_count];
        if (j == i || j == x || enti_set_has(&y->rivals[j], i) || enti_set_has(&y->rivals[j], x)) continue;
        if (enti_set_has(&y->pact[ENTI_DEFENCE][j], i) ||
            (enti_set_has(&y->pact[ENTI_DEFENCE][j], x) && !enti_pact_dormant(y, p->params, j, x)))
            continue;
        h->state = p->world->entities[y->ref[j]];
        h->to_patron = enti_practice_of(y, j, i).index;
        h->to_excluded = enti_practice_of(y, j, x).index;
        h->score = fmin(h->to_patron, h->to_excluded);
        out->hedgers_count++;
    }
    qsort(out->hedgers, out->hedgers_count, sizeof *out->hedgers, by_hedge);
    if (out->hedgers_count > SHOWN) out->hedgers_count = SHOWN;
    return ENT_OK;
}

ent_status enti_partners_field(enti_partnering *p) {
    ent_status st = ENT_OK;
    ENT_TRY(fill_drivers(p));
    ENT_TRY(fill_pool(p));
    ENT_TRY(fill_neutral(p));
    ENT_TRY(fill_hedgers(p));
done:
    return st;
}
