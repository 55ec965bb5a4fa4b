/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parameter draws: the estimated coefficients are normal with their treaty-clustered covariance, the assumed ones
 * uniform over their documented ranges, the constant moved so that the signers' mean utility stays put. Each draw
 * scores the pair and every signer anew, so a percentile is always read within one draw.
 *
 * L_r < L is decided without logarithms: (1 + e^-u1)(1 + e^-u2) = e^-L, so the larger product has the smaller L.
 * The loops run over columns of plain doubles so that the compiler can vectorise them.
 */
#include "base/parallel.h"
#include "base/random.h"
#include "theory/support.h"

#include <math.h>
#include <string.h>

/* Wider vectors where the processor has them. Every operation is done lane by lane and nothing is contracted, so the
 * bytes are the same on all of them. The sanitizers cannot resolve clones at load time. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define WIDE __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define WIDE
#endif

enum { OWN = ENTI_TERMS - ENTI_COMMON_TERMS, BLOCK = 64, TILE = 8 };

typedef struct {
    size_t n, padded;
    double *common[ENTI_COMMON_TERMS]; /* [0], the constant, stays NULL */
    double *own[2][OWN];
    double *weight; /* 0 for padding */
    double total;
} columns;

static ent_status fill_columns(const enti_model *m, columns *c, enti_arena *arena, ent_error *err) {
    const ent_world *w = m->year->world;
    size_t count = ENTI_COMMON_TERMS + 2 * OWN;
    double *block;
    c->n = w->signers_count;
    c->padded = (c->n + BLOCK - 1) / BLOCK * BLOCK;
    block = enti_arena_alloc(arena, count * c->padded, sizeof *block);
    if (block == NULL) return enti_no_memory(err);
    c->weight = block;
    for (int t = 1; t < ENTI_COMMON_TERMS; t++)
        c->common[t] = block + (size_t)t * c->padded;
    for (int s = 0; s < 2; s++)
        for (int t = 0; t < OWN; t++)
            c->own[s][t] = block + (size_t)(ENTI_COMMON_TERMS + s * OWN + t) * c->padded;
    for (size_t r = 0; r < c->n; r++) {
        double x[ENTI_TERMS];
        c->weight[r] = w->signers[r].weight;
        c->total += c->weight[r];
        for (int s = 0; s < 2; s++) {
            enti_signer_terms(&w->signers[r], m->params->variant, s, x);
            for (int t = 0; t < OWN; t++)
                c->own[s][t][r] = x[ENTI_COMMON_TERMS + t];
        }
        for (int t = 1; t < ENTI_COMMON_TERMS; t++)
            c->common[t][r] = x[t];
    }
    return ENT_OK;
}

/* Lower triangular root of the covariance of the estimated coefficients. */
static bool root(const double cov[ENTI_ESTIMATED_TERMS][ENTI_ESTIMATED_TERMS],
                 double low[ENTI_ESTIMATED_TERMS][ENTI_ESTIMATED_TERMS]) {
    for (int i = 0; i < ENTI_ESTIMATED_TERMS; i++)
        for (int j = 0; j <= i; j++) {
            double sum = cov[i][j];
            for (int k = 0; k < j; k++)
                sum -= low[i][k] * low[j][k];
            if (i == j && !(sum > 0)) return false;
            low[i][j] = i == j ? sqrt(sum) : sum / low[j][j];
        }
    return true;
}

ent_status enti_drawer_init(enti_drawer *drawer, const enti_model *m, ent_error *err) {
    memset(drawer, 0, sizeof *drawer);
    if (root(m->year->world->covariance[m->params->variant], drawer->root)) return ENT_OK;
    return ent_fail(err, ENT_E_PARSE, "the covariance of the coefficients is not positive definite");
}

void enti_draw_beta(const enti_drawer *drawer, const enti_model *m, uint64_t seed, uint32_t draw,
                    double beta[ENTI_TERMS]) {
    double z[ENTI_ESTIMATED_TERMS], u[2];
    memcpy(beta, m->beta, ENTI_TERMS * sizeof *beta);
    for (uint32_t i = 0; i < ENTI_ESTIMATED_TERMS; i += 2)
        enti_normal2(seed, ENTI_RANDOM_PARAMETERS, draw, i / 2, z + i);
    for (int i = 0; i < ENTI_ESTIMATED_TERMS; i++)
        for (int k = 0; k <= i; k++)
            beta[i] += drawer->root[i][k] * z[k];
    for (int t = ENTI_AUTONOMY; t < ENTI_TERMS; t++) {
        const ent_param *row = &m->params->row[t];
        double value;
        enti_uniform2(seed, ENTI_RANDOM_PARAMETERS, draw, 16 + (uint32_t)t, u);
        value = row->low + u[0] * (row->high - row->low);
        beta[ENTI_CONST] += (row->preset - value) * m->mean[t];
        /* A value the user set stays the centre: the draw moves around it as it would around the default. */
        beta[t] = row->value + value - row->preset;
    }
}

/* e^x for |x| < 700: x = k ln 2 + r, a polynomial in r, the exponent put together from k. Within 1e-9: it only
 * decides which of two products is larger. */
static inline __attribute__((always_inline)) double fast_exp(double x) {
    const double shifter = 0x1.8p52;
    union {
        double d;
        uint64_t u;
    } k, power;
    double kd, r, p;
    k.d = x * 1.44269504088896340736 + shifter;
    kd = k.d - shifter;
    r = (x - kd * 0x1.62e42fefap-1) - kd * 0x1.cf79abc9e3b39p-40;
    p = 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    power.u = (k.u << 52) + UINT64_C(0x3ff0000000000000);
    return p * power.d;
}

/* Nine common and five own terms, written out: one pass over the columns instead of fourteen. */
_Static_assert(ENTI_COMMON_TERMS == 10 && OWN == 5, "add_block sums nine common terms and five own terms");
#define COMMON_SUM(x, i)                                                                                               \
    (beta[0] + beta[1] * x[1][i] + beta[2] * x[2][i] + beta[3] * x[3][i] + beta[4] * x[4][i] + beta[5] * x[5][i] +     \
     beta[6] * x[6][i] + beta[7] * x[7][i] + beta[8] * x[8][i] + beta[9] * x[9][i])
#define OWN_SUM(x, i)                                                                                                  \
    (beta[10] * x[0][i] + beta[11] * x[1][i] + beta[12] * x[2][i] + beta[13] * x[3][i] + beta[14] * x[4][i])

/* One block of signers, from the i-th row of each column on: adds the weight of those with a smaller L. */
static inline __attribute__((always_inline)) void add_block(const double *const common[ENTI_COMMON_TERMS],
                                                            const double *const own[2][OWN], const double *weight,
                                                            const double beta[ENTI_TERMS], double product,
                                                            double sum[restrict BLOCK]) {
    double u[2][BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        double shared = COMMON_SUM(common, i);
        u[0][i] = shared + OWN_SUM(own[0], i);
        u[1][i] = shared + OWN_SUM(own[1], i);
    }
    for (int i = 0; i < BLOCK; i++)
        u[0][i] = (1 + fast_exp(-u[0][i])) * (1 + fast_exp(-u[1][i]));
    /* A product with 1 or 0, not a choice: exact either way, and compilers take it several signers at once. */
    for (int i = 0; i < BLOCK; i++)
        u[1][i] = weight[i] * (u[0][i] > product ? 1.0 : 0.0);
    for (int i = 0; i < BLOCK; i++)
        sum[i] += u[1][i];
}

/* Draws are taken a few at a time, so that a block of columns is read from the nearest cache for all of them. */
typedef struct {
    double beta[TILE][ENTI_TERMS];
    double product[TILE]; /* of the pair */
    double sum[TILE][BLOCK];
    int count;
} tile;

WIDE static void add_signers(const columns *c, tile *t) {
    for (size_t first = 0; first < c->padded; first += BLOCK) {
        const double *common[ENTI_COMMON_TERMS] = {NULL}, *own[2][OWN];
        for (int x = 1; x < ENTI_COMMON_TERMS; x++)
            common[x] = c->common[x] + first;
        for (int x = 0; x < OWN; x++) {
            own[0][x] = c->own[0][x] + first;
            own[1][x] = c->own[1][x] + first;
        }
        for (int d = 0; d < t->count; d++)
            add_block(common, own, c->weight + first, t->beta[d], t->product[d], t->sum[d]);
    }
}

static void shares_below(const columns *c, tile *t, double *out) {
    memset(t->sum, 0, sizeof t->sum);
    add_signers(c, t);
    for (int d = 0; d < t->count; d++) {
        double total = 0;
        for (int i = 0; i < BLOCK; i++)
            total += t->sum[d][i];
        out[d] = total / c->total;
    }
}

/* What every draw needs, shared by the threads; each writes its own part of `out`. */
typedef struct {
    const enti_model *model;
    columns columns;
    enti_drawer drawer;
    double x[2][ENTI_TERMS]; /* terms of the pair */
    const double *gates;     /* one a draw, or NULL */
    uint64_t seed;
    double *out;
} drawing;

static void draw_range(void *context, size_t first, size_t last) {
    const drawing *g = context;
    for (; first < last; first += TILE) {
        tile t = {.count = last - first < TILE ? (int)(last - first) : TILE};
        for (int d = 0; d < t.count; d++) {
            enti_draw_beta(&g->drawer, g->model, g->seed, (uint32_t)first + (uint32_t)d, t.beta[d]);
            t.product[d] = g->gates != NULL ? 1 / g->gates[first + (size_t)d] : 1;
            for (int side = 0; side < 2; side++) {
                double u = 0;
                for (int k = 0; k < ENTI_TERMS; k++)
                    u += t.beta[d][k] * g->x[side][k];
                t.product[d] *= 1 + fast_exp(-u);
            }
        }
        shares_below(&g->columns, &t, g->out + first);
    }
}

ent_status enti_draw_percentiles(const enti_model *m, const enti_pair *pair, const double *gates, uint64_t seed,
                                 int draws, double *out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_arena arena = {0};
    drawing g = {.model = m, .gates = gates, .seed = seed, .out = out};

    ENT_TRY(enti_drawer_init(&g.drawer, m, err));
    ENT_TRY(fill_columns(m, &g.columns, &arena, err));
    for (int s = 0; s < 2; s++)
        enti_terms_of(m, pair, s, g.x[s]);
    /* A thousand draws take less than ten milliseconds: fewer are not worth a thread. */
    enti_parallel((size_t)draws, 128 * TILE, draw_range, &g);
done:
    enti_arena_clear(&arena);
    return st;
}
