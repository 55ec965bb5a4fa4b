/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Communities and how far they can be trusted. Leiden runs over six seeds at the resolution asked and two at 0.7 and
 * 1.4 times it; the partition shown is the best by modularity at the resolution asked. The spin glass, which also sees
 * what pushes, runs over two seeds. Likeness of partitions is the adjusted Rand index.
 */
#include "groups/blocs.h"

#include <math.h>
#include <string.h>

enum { SEEDS = 6, FEWER = 2, SPIN_SEEDS = 2, FRUSTRATION_STARTS = 50 };

typedef struct {
    uint32_t *label[SEEDS + 2 * FEWER];
    double quality[SEEDS];
} runs;

static void count_together(enti_blocking *b, const uint32_t *label) {
    const enti_cut *cut = &b->pulls;
    for (size_t p = 0; p < cut->graph.nodes; p++)
        for (size_t q = p + 1; q < cut->graph.nodes; q++)
            if (label[p] == label[q]) b->together[cut->node[p] * b->net.n + cut->node[q]]++;
}

static ent_status run_leiden(enti_blocking *b, runs *r) {
    static const double scale[] = {1, 0.7, 1.4};
    ent_status st = ENT_OK;
    double resolution = enti_param(b->params, ENTI_BLOCS_RESOLUTION), quality;
    size_t at = 0;
    for (int k = 0; k < 3; k++)
        for (int s = 0; s < (k == 0 ? SEEDS : FEWER); s++, at++) {
            r->label[at] = enti_arena_alloc(b->arena, b->pulls.graph.nodes + 1, sizeof *r->label[at]);
            if (r->label[at] == NULL) return enti_no_memory(b->err);
            ENT_TRY(enti_leiden(&b->pulls.graph, resolution * scale[k], b->options->seed + (uint64_t)s, r->label[at],
                                &quality, b->err));
            (void)enti_partition_tidy(r->label[at], b->pulls.graph.nodes);
            if (k == 0) r->quality[s] = quality;
            count_together(b, r->label[at]);
        }
done:
    return st;
}

static ent_status leiden(enti_blocking *b) {
    ent_status st = ENT_OK;
    runs r;
    size_t best = 0, n = b->pulls.graph.nodes;
    ENT_TRY(run_leiden(b, &r));
    for (size_t s = 1; s < SEEDS; s++)
        if (r.quality[s] > r.quality[best] + 1e-12) best = s;
    b->best = r.label[best];
    b->out->modularity = r.quality[best];
    b->out->seeds = SEEDS;
    b->out->runs = SEEDS + 2 * FEWER;
    for (size_t s = 0; s < SEEDS + 2 * FEWER; s++) {
        double like = enti_partition_likeness(b->best, r.label[s], n);
        if (s < SEEDS && s != best) b->out->over_seeds += like / (SEEDS - 1);
        if (s >= SEEDS) b->out->over_resolutions += like / (2 * FEWER);
    }
done:
    return st;
}

/* Frustration of the spin glass's own camps, and its likeness with Leiden's on the nodes that both know. */
static ent_status compare_spins(enti_blocking *b, uint32_t *const spins[SPIN_SEEDS]) {
    size_t n = b->net.n, shared = 0;
    uint32_t camp[ENTI_STATES], mine[ENTI_STATES], theirs[ENTI_STATES];
    for (size_t i = 0; i < n; i++)
        camp[i] = UINT32_MAX;
    for (size_t k = 0; k < b->all.graph.nodes; k++)
        camp[b->all.node[k]] = spins[0][k];
    for (size_t k = 0; k < b->pulls.graph.nodes; k++) {
        if (camp[b->pulls.node[k]] == UINT32_MAX) continue;
        mine[shared] = b->best[k];
        theirs[shared++] = camp[b->pulls.node[k]];
    }
    b->out->spin_likeness = enti_partition_likeness(mine, theirs, shared);
    b->out->spin_over_seeds = enti_partition_likeness(spins[0], spins[1], b->all.graph.nodes);
    for (size_t i = 0; i < n; i++)
        b->out->states[i].spin = camp[i] == UINT32_MAX ? SIZE_MAX : camp[i];
    b->out->spin_frustration = enti_frustration_at(b->net.net, n, camp);
    return ENT_OK;
}

static ent_status spin_glass(enti_blocking *b) {
    ent_status st = ENT_OK;
    uint32_t *spins[SPIN_SEEDS];
    double resolution = enti_param(b->params, ENTI_BLOCS_RESOLUTION);
    for (int s = 0; s < SPIN_SEEDS; s++) {
        spins[s] = enti_arena_alloc(b->arena, b->all.graph.nodes + 1, sizeof *spins[s]);
        if (spins[s] == NULL) return enti_no_memory(b->err);
        ENT_TRY(enti_spinglass(&b->all.graph, resolution, b->options->seed + (uint64_t)s, spins[s], b->err));
        b->out->spin_camps = enti_partition_tidy(spins[s], b->all.graph.nodes);
    }
    b->out->spin_camps = enti_partition_tidy(spins[0], b->all.graph.nodes);
    ENT_TRY(compare_spins(b, spins));
done:
    return st;
}

ent_status enti_blocs_partition(enti_blocking *b) {
    ent_status st = ENT_OK;
    enti_frustration f;
    const enti_module *module = NULL;
    ENT_TRY(enti_module_open(&module, b->err));
    b->out->library = module->library;
    b->together = enti_arena_alloc(b->arena, b->net.n * b->net.n + 1, sizeof *b->together);
    if (b->together == NULL) return enti_no_memory(b->err);
    ENT_TRY(leiden(b));
    ENT_TRY(spin_glass(b));
    ENT_TRY(enti_frustration_of(b->net.net, b->net.n, b->options->seed, FRUSTRATION_STARTS, &f, b->err));
    b->out->frustration_low = f.low;
    b->out->frustration_high = f.high;
    b->out->frustration_exact = f.high - f.low < 1e-9;
    b->out->frustration = f.total > 0 ? f.high / f.total : 0;
    b->out->spin_frustration = f.total > 0 ? b->out->spin_frustration / f.total : 0;
done:
    return st;
}
